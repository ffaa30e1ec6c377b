/** 收编: how a talk was held, as its words begin. */

/** Where nothing says it: people are told. */
export const usualMethod = "电话";

const methodWords: readonly (readonly [RegExp, string])[] = [
  [/^(?:电话|电[:：]|来电|去电|致电|打电话|电访|通话)/u, "电话"],
  [/^(?:微信|加微信|发微信)/u, "微信"],
  [/^(?:短信|发短信|信息)/u, "短信"],
  [
    /^(?:来访|到访|复访|再访|二访|三访|再次来访|再次到访|二次来访|二次到访|来看(?!来|上)|来现场|到现场|到售楼部)/u,
    "来访",
  ],
  [/^(?:上门|拜访|登门|家访)/u, "上门拜访"],
];
/** Whose first word says how: 电话回访：…, 微信发了户型图. */
export const methodOf = (said: string): string | undefined =>
  methodWords.find(([word]) => word.test(said.replace(/^[(（【[\s]+/u, "")))?.[1];

/** Behind these nobody has come: 约周末来访, 未来访, 问来访时间. */
const notYet = /[约说想要会准备打算下周未没不邀如等问能可请催提改若明后月底再]|计划|预|何时|什么/u;
const mostBefore = 10;

/** 带家人来访, 王强接待：看样板间: a visit that some words stand before. */
export const methodWithin = (said: string): string | undefined => {
  const [clause = ""] = said.split(/[，。；！？,;!?\n]/u);
  const found = /来访|到访|复访|接待/u.exec(clause);
  if (found === null || found.index > mostBefore || notYet.test(clause.slice(0, found.index)))
    return undefined;
  return /^.{2}(?:时间|时候|前|预约|的?话)/u.test(clause.slice(found.index)) ? undefined : "来访";
};

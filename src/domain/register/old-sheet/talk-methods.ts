/** 收编: how a talk was held, as its words begin. */

/** Where nothing says it: people are told. */
export const usualMethod = "电话";

const methodWords: readonly (readonly [RegExp, string])[] = [
  [/^(?:电话|来电|去电|致电|打电话|电访|通话)/u, "电话"],
  [/^(?:微信|加微信|发微信)/u, "微信"],
  [/^(?:短信|发短信|信息)/u, "短信"],
  [
    /^(?:来访|到访|复访|再访|二访|三访|再次来访|再次到访|二次来访|二次到访|来看房|来现场|到现场|到售楼部)/u,
    "来访",
  ],
  [/^(?:上门|拜访|登门|家访)/u, "上门拜访"],
];
/** Whose first word says how: 电话回访：…, 微信发了户型图. */
export const methodOf = (said: string): string | undefined =>
  methodWords.find(([word]) => word.test(said.replace(/^[(（【[\s]+/u, "")))?.[1];

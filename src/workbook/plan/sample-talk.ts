/** What is noted about a sample client: invented talk, long enough for R8. */
import { lists } from "../../domain/forms/lists";
import type { Grade } from "../../domain/rules/grade";

export interface Talk {
  readonly called: string;
  readonly layout: string;
  readonly concerns: string;
  readonly total: string;
  readonly payment: string;
}

const pick = <T>(from: readonly T[], at: number): T => from[at % from.length] as T;

const impressions = [
  "对采光和楼间距满意，觉得公摊偏大",
  "喜欢南北通透的户型，担心交房时间",
  "认可地段，嫌单价比周边高一点",
  "看中小区绿化，想再比较一个楼盘",
  "觉得学校近是最大的好处，老人要求楼层低",
];
const steps = [
  "约好周末带家人再来看样板间",
  "要我们把按揭月供算好发过去",
  "回去与家人商量，三天内给答复",
  "想看同户型高低楼层的差价",
  "等首付到位后来选房",
];

export const visitTalk = (about: Talk, at: number): string =>
  `${about.called}首次来访，看了沙盘和${about.layout}样板间，最关心${about.concerns}，总价能接受${about.total}万元，` +
  `打算${about.payment}；${pick(impressions, at)}，${pick(steps, at)}。`;

export const callTalk = (about: Talk, at: number): string =>
  `${about.called}来电问${about.layout}的价格和${about.concerns}，已介绍项目位置、在售户型和近期优惠，${pick(steps, at)}，约来案场看房。`;

const contacts = [
  (about: Talk) =>
    `电话回访，${about.called}说已把${about.layout}的资料给家人看过，家里人对总价有顾虑，答应再考虑，并约好下次联系的时间。`,
  (about: Talk) =>
    `微信发了${about.layout}的月供测算和楼层差价表，${about.called}看后问了交房标准和物业费，逐条答复，态度积极。`,
  (about: Talk) =>
    `${about.called}带家人再次来访，复看了${about.layout}样板间和园区，问清${about.payment}的手续、首付比例和办理时间，对意向房源的楼层和朝向都认可。`,
];
const methods = ["电话", "微信", "来访"] as const;

export const contactTalk = (
  about: Talk,
  at: number,
): { readonly method: (typeof methods)[number]; readonly notes: string } => ({
  method: pick(methods, at),
  notes: pick(contacts, at)(about),
});

/** Why the client is given up, or what the deal was. */
export const endingTalk = (about: Talk, grade: Grade): string | undefined => {
  if (grade === "×")
    return `${lists.hopelessReason.choices[1]}：电话联系，${about.called}明确说已在别处买房，多次邀约都没有再来，短期内没有购房打算，交回案场经理再分配。`;
  if (grade === "√")
    return `${about.called}与家人来案场选定房源，核对了面积、单价和总价，交纳定金并签认购书，约好签约日期和要带的证件，过程顺利，对接待很满意。`;
  return undefined;
};

const feedbacks = ["愿意再看", "嫌总价高", "要和家人商量", "等按揭批下来", "态度积极"];

export const feedbackOf = (at: number): string => pick(feedbacks, at);

/**
 * R9 (000 第二章三（一）3 电话邀约上门): which 下次跟进 is an appointment. The column holds the day of the next contact of
 * whatever kind; only where the client has said that they will come does it make the visit of that day an invited one.
 */
import { plain } from "../kit/text";

/** The one list of words for coming to the site, in whatever it is for. */
const coming =
  "看房|看现房|看样板|看沙盘|看户型|看盘|来看|来访|到访|来场|到场|来案场|到案场|来售楼|到售楼|来现场|到现场|复看|再看|二次看|上门|过来|面谈|面签|签约|认购|下定|交定|交款|选房|参加活动";

/** Not yet, or over: 未到访, 看房后回访, 问看房感受. */
const isComing = new RegExp(
  `(?<!未|没|没有|没能|不|不能|不想|暂不|上次|上回|昨天|昨日|已经?)(?:${coming})(?!后|过|完|了|情况|感受|体验|意见|反馈|效果|之后|以后|的想法)`,
  "u",
);

/** The consultant will get in touch, whatever it is about: 电话回访, 微信发户型图, 再联系. */
const fromAfar = /电话|打给|再打|致电|去电|短信|微信|信息|联系|回访|问候|再约|改约/u;

/** Still to be asked, or to be asked again: 邀约看房, 约周末看房, 确认到访时间. */
const toBeAsked = /邀|(?<!签)约|催|劝|提醒|确认|争取|安排/u;

/** The client has said yes: 约好周六看房, 已约到访, 预约看房, 答应来看. */
const settled = /约好|约定|约了|已约|约在|约妥|说好|讲好|定好|预约|答应|同意来/u;

/** `method`: of the contact in which it was agreed (方式); 邀约 says already that they were asked to come. */
export const isAppointment = (method: string, reason: string): boolean => {
  const said = plain(reason).replace(/\s/gu, "");
  const agreed = settled.test(said);
  if (fromAfar.test(said) && !agreed) return false;
  if (method === "邀约") return true;
  return isComing.test(said) && (agreed || !toBeAsked.test(said));
};

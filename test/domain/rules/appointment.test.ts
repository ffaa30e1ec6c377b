import { isAppointment } from "../../../src/domain/rules/appointment";
import { draw } from "../draw";

/** 方式, 下次跟进事由, and whether the client comes on that day. */
const told = draw(`
  | method   | reason                 | comes |
  | 电话     | 看房                   | 是    |
  | 电话     | 周六带父母来看房       | 是    |
  | 微信     | 复看样板房             | 是    |
  | 短信     | 来案场面谈             | 是    |
  | 来访     | 签约                   | 是    |
  | 电话     | 来访                   | 是    |
  | 电话     | 到访                   | 是    |
  | 电话     | 电话约好周六看房       | 是    |
  | 电话     | 已约周日上午十点到访   | 是    |
  | 电话     | 预约看房               | 是    |
  | 电话     | 答应过来看沙盘         | 是    |
  | 邀约     |                        | 是    |
  | 邀约     | /                      | 是    |
  | 邀约     | 开盘活动               | 是    |
  | 电话     |                        | 否    |
  | 电话     | /                      | 否    |
  | 电话     | 电话回访               | 否    |
  | 短信     | 再打电话               | 否    |
  | 微信     | 发户型图               | 否    |
  | 电话     | 看房后回访             | 否    |
  | 来访     | 问看房感受             | 否    |
  | 电话     | 了解到访意见           | 否    |
  | 电话     | 未到访，问原因         | 否    |
  | 电话     | 上次看房嫌小，推新户型 | 否    |
  | 电话     | 邀约看房               | 否    |
  | 电话     | 约周末看房             | 否    |
  | 电话     | 电话邀约来访           | 否    |
  | 微信     | 确认看房时间           | 否    |
  | 电话     | 再约看房               | 否    |
  | 邀约     | 电话回访               | 否    |
  | 邀约     | 没接通，再联系         | 否    |
`);

test.each(told)("$method，$reason: $comes", ({ method, reason, comes }) => {
  expect(isAppointment(method ?? "", reason ?? "")).toBe(comes === "是");
});

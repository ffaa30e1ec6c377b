/** Why an entry is not taken. */
import { error, hint, type Wording } from "./say";

export const decisions = {
  phoneKnown: error(
    "R9",
    [
      "{phone} 已登记为 {otherName}（{otherId}，{otherConsultant}）",
      "同一位客户请沿用原编号；确是另一位客户请说明共用电话的原因",
    ],
    [
      "{phone} is {otherName}'s ({otherId}, {otherConsultant})",
      "If it is the same client, take their number; if not, say why they share a phone",
    ],
  ),
  demotionNeedsReason: error(
    "R4",
    ["由 {from} 降到 {to} 要说明原因", "请在“跟踪情况”里写明降级原因"],
    ["Going down from {from} to {to} needs a reason", "Write it under 跟踪情况"],
  ),
  jumpNeedsNote: error(
    "R4",
    ["由 {from} 到 {to} 跨了不止一级", "请在“跟踪情况”里写明原因"],
    ["{from} to {to} is more than one step", "Write why under 跟踪情况"],
  ),
  hopelessNeedsReason: error(
    "R10",
    ["定为 × 要写明是哪一项放弃原因", "请选一项，经过写在后面：{reasons}"],
    ["× needs a reason of the list", "Choose one, and write how it came behind it: {reasons}"],
  ),
  dealNeedsDeal: error(
    "R4",
    ["还没有成交报告，不能定为 √", "请到“成交”里填成交报告，级别会随之改为 √"],
    ["√ needs a deal report", "Report the deal; the grade follows"],
  ),
  hopelessReopensByReassignment: error(
    "R10",
    ["客户已是 ×", "请由经理重新分配后再定级别"],
    ["The client is ×", "A manager has to reassign the client first"],
  ),
  reassignedStartsAtDOrC: error(
    "R10",
    ["重新分配的客户从 D 或 C 开始", "请选 D 或 C"],
    ["A reassigned client starts at D or C", "Choose D or C"],
  ),
  dealReopensByRefund: error(
    "R13",
    ["客户已成交", "退房以后才能再定级别"],
    ["The client has a deal", "Only a refund reopens the grade"],
  ),
  reachedRunsBack: error(
    "R4",
    ["{day} 早于 {grade} 级的日期 {latest}", "级别日期只能往后；请核对跟进日期"],
    ["{day} is before the day of {grade}, {latest}", "Grades move forward in time; check the day"],
  ),
  lettersNotTwo: error(
    "R1",
    ["“{value}”不是两个字母", "请填两个英文字母，如 ZS"],
    ["“{value}” is not two letters", "Type two letters, like ZS"],
  ),
  otherName: hint(
    "R9",
    [
      "{phone} 已是 {otherName}（{otherId}）的电话，按同一位客户并入",
      "原表姓名“{value}”已抄进跟踪情况；若是另一位客户，请另行登记",
    ],
    [
      "{phone} is {otherName}'s ({otherId}): joined as one client",
      "The old name “{value}” is kept in the notes; register them anew if they are another",
    ],
  ),
  rosterToGrow: hint(
    "R9",
    ["“{value}”不在置业顾问名单里，已照原表登记", "请把他加进名单，或改分给名单里的人"],
    ["“{value}” is not on the roster; kept as the old register has it", "Add them, or reassign the client"],
  ),
  keptInTalk: hint(
    "R8",
    [
      "“{caption}”这次说“{value}”，登记是“{was}”：登记没有改，已记进跟踪情况",
      "要改登记，请到“客户”里修改，或登记时勾选“改登记”",
    ],
    [
      "“{caption}” is “{value}” now and “{was}” in the register, which stays; the notes have it",
      "To change the register, amend the client, or tick “Change” as you enter a visit",
    ],
  ),
  keptInNotes: hint(
    "R8",
    ["“{caption}”的“{value}”没有认出来，已抄进洽谈内容", "请在登记表里补选"],
    ["“{value}” of “{caption}” was not understood and is kept in the notes", "Choose it in the register"],
  ),
} satisfies Record<string, Wording>;

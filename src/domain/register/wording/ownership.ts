/** R9, R10: whose client it is, clients assigned anew, and two numbers of one person made one. */
import { error, hint, warning, type Wording } from "./say";

export const ownership = {
  idCardTwice: error(
    "R9",
    [
      "姓名和身份证号与 {otherSheet}第 {other} 行 {otherName}（{otherId}，{otherConsultant}）相同",
      "同一位客户只有一个编号，请在“客户”里合并",
    ],
    [
      "Name and ID card are {otherName}'s too ({otherId}, {otherConsultant}; {otherSheet} row {other})",
      "A person has one number: merge them under 客户",
    ],
  ),
  kinOfAnother: hint(
    "R9",
    [
      "“{name}”是 {client} 的{relation}，{otherSheet}第 {other} 行 {otherName}（{otherId}，{otherConsultant}）同名、{reason}相同",
      "设置里{relation}算同一位客户：请经理确认归谁；只是同名就不用改",
    ],
    [
      "“{name}” is named as {relation} of {client}; {otherName} ({otherId}, {otherConsultant}; {otherSheet} row {other}) has that name and the same {reason}",
      "By 设置 such kin are one client: the manager says whose; nothing is to be done where only the names are equal",
    ],
  ),
  awaitsReassignment: warning(
    "R10",
    ["{client} 在 {day} 定为 ×，还没有重新分配", "请经理在“客户”里另派置业顾问，级别从 D 或 C 重新开始"],
    ["{client} is × since {day} and not yet reassigned", "The manager assigns another consultant under 客户"],
  ),
  reassignmentAsContact: warning(
    "R10",
    [
      "这一行是 {client} 在 {day} 重新分配时写下的，不是一次联系，却算进了最近跟进和跟进次数",
      "点“修正”清空这一行；同样的话在等级跟踪的备注情况里，业绩照样不计给原置业顾问",
    ],
    [
      "This row was written when {client} was reassigned on {day}: no contact, yet counted as one",
      "“Fix” empties it; the same words stand in 备注情况 of 等级跟踪, and the former still has no share",
    ],
  ),
  hopelessWithoutReason: warning(
    "R10",
    ["{client} 定为 ×，没有写是哪一项放弃原因", "请在这一格写上其中一项：{reasons}；经过写在后面"],
    [
      "{client} was given × without a reason of the list",
      "Write one of these here, and how it came behind it: {reasons}",
    ],
  ),
  backToFormer: error(
    "R10",
    ["{client} 又分给了原置业顾问 {value}", "无望客户不得分回原置业顾问，请改派他人"],
    ["{client} went back to the former consultant, {value}", "A hopeless client never does: assign another"],
  ),
  formerHasNoShare: error(
    "R10",
    ["成交业务员 {value} 是 {client} 的原置业顾问，不参与成交后的利益分配", "请核对业务员；客户现归 {owner}"],
    [
      "{value} is the former consultant of {client} and has no share in the deal",
      "Check who made it; the client is {owner}'s now",
    ],
  ),
  notHopeless: error(
    "R10",
    ["{client} 是 {grade} 级，不是无望客户", "只有 × 客户重新分配；换人跟进请用“交接”"],
    [
      "{client} is grade {grade}, not hopeless",
      "Only × is reassigned; to change hands, hand the client over",
    ],
  ),
  hopelessHasDeal: error(
    "R4",
    [
      "{client} 已成交，没有退房，× 不成立",
      "退了的先办退房；× 或 √ 是填错的，请在等级跟踪清空那一天；只换人跟进，清空 × 后用“交接”",
    ],
    [
      "{client} has bought and not given back: the × does not hold",
      "Carry the refund out first; clear the day under × or √ where it is wrong; to change hands only, clear × and hand over",
    ],
  ),
  noGradeRow: error(
    "R4",
    ["{client} 不在等级跟踪表里", "请先用“修正”补上一行"],
    ["{client} is not in 等级跟踪", "Add the row with “Fix” first"],
  ),
  neverTheFormer: error(
    "R10",
    ["{to} 是 {client} 的原置业顾问或现在的置业顾问", "请另派一位置业顾问"],
    ["{to} is or was the consultant of {client}", "Assign another"],
  ),
  notOnDuty: error(
    "R10",
    ["{to} 不在在职的置业顾问里", "请在设置的名单里选一位在职的"],
    ["{to} is not among the active consultants", "Choose one who is"],
  ),
  reassignNeedsReason: error(
    "R10",
    ["没有选再分配的原因", "请从“放弃原因”里选一项"],
    ["No reason for the reassignment was chosen", "Choose one of the list 放弃原因"],
  ),
  callerReceivedByOther: hint(
    "R9",
    [
      "{client} 来电时由 {owner} 接听，等级跟踪里在 {owner} 名下；这次来访由 {consultant} 接待",
      "归谁请到“客户”里看判客；要改归的，请经理在等级跟踪里改置业顾问",
    ],
    [
      "{owner} answered the call of {client} and has them in 等级跟踪; {consultant} received the visit",
      "See under 客户 whose they are; to change it, the manager sets the consultant in 等级跟踪",
    ],
  ),
  hopelessWaits: hint(
    "R10",
    ["{client} 已定 ×（{consultant}），等经理重新分配", "请经理先在“客户”里重新分配，再约、再跟"],
    ["{client} is × ({consultant}) and waits for the manager", "A manager reassigns the client first"],
  ),
  handOverToSelf: error(
    "R9",
    ["交出和接手的是同一个人：{to}", "请另选接手的置业顾问"],
    ["{to} would take over from themselves", "Choose another consultant to take over"],
  ),
  nothingToHandOver: error(
    "R9",
    ["{from} 名下没有可交接的客户", "请核对置业顾问和所选的客户"],
    ["{from} has no client to hand over", "Check the consultant and the clients chosen"],
  ),
  notHandedOver: hint(
    "R10",
    ["{client} 没有交接：{to} 是这位客户的原置业顾问", "请单独交给另一位置业顾问"],
    ["{client} was not handed over: {to} is the former consultant", "Give them to another"],
  ),
  mergeWithItself: error(
    "R9",
    ["两个编号是同一个：{value}", "请另选一个编号"],
    ["Both numbers are the same: {value}", "Choose another"],
  ),
  mergeNeedsOwner: error(
    "R9",
    ["两个编号的置业顾问不同：{one} 和 {other}", "请经理先定归谁，再合并"],
    ["Two consultants, {one} and {other}, have the numbers", "The manager first says whose the client is"],
  ),
  mergeNeedsOther: error(
    "R10",
    ["带过 {client} 的置业顾问都放弃过这位客户，不能再归他们", "请在“合并以后归谁”里另选一位，再合并"],
    ["Every consultant {client} has had gave the client up", "Choose another as the owner, then merge"],
  ),
  mergeOutrun: error(
    "R9",
    ["“{caption}”刚被同事改过：您看到的是 {seen}，现在是 {now}，还没有合并", "请按现在的重新选，再点合并"],
    [
      "A colleague has just changed {caption}: you saw {seen}, now it is {now}; nothing was merged",
      "Choose again from what stands now, then merge",
    ],
  ),
  mergeAsksNow: error(
    "R9",
    ["“{caption}”刚被同事改过，两边现在说法不同：{now}，还没有合并", "请选一个，再点合并"],
    [
      "A colleague has just changed {caption}; now the two differ, {now}; nothing was merged",
      "Choose one, then merge",
    ],
  ),
  mergeAgreesNow: error(
    "R9",
    ["“{caption}”刚被同事改过：您看到的是 {seen}，现在不用选了，还没有合并", "请看过两边的记录，再点合并"],
    [
      "A colleague has just changed {caption}: you saw {seen}, now there is nothing to choose; nothing was merged",
      "Look at both records, then merge",
    ],
  ),
  rowNoLongerTheirs: error(
    "R1",
    ["第 {row} 行已经不是 {client} 的登记", "请刷新页面后再改"],
    ["Row {row} is no longer the record of {client}", "Refresh the page and try again"],
  ),
  blankOutrun: error(
    "R1",
    [
      "您修改期间，同事把这一格由“{seen}”改成了“{now}”，没有覆盖",
      "请选：用同事的，还是保留您填的；您填的还在",
    ],
    [
      "While you were changing it, a colleague changed it from {seen} to {now}; it was not overwritten",
      "Choose theirs or keep yours; what you typed is still here",
    ],
  ),
  gradeOutrun: error(
    "R4",
    ["{client} 刚被同事定为 {now}，您看到的还是 {seen}，没有改", "请看过新的级别；还要改的再点一次"],
    [
      "A colleague has just graded {client} {now}; you saw {seen}, and nothing was changed",
      "Look at the new grade; click again if it is still to be changed",
    ],
  ),
  settingOutrun: error(
    "R14",
    [
      "您修改期间，同事把它由 {seen} 改成了 {now}，没有覆盖",
      "您填的还在：要用您的请再保存一次，要用同事的请改回 {now}",
    ],
    [
      "While you were changing it, a colleague changed it from {seen} to {now}; it was not overwritten",
      "What you typed is still here: save again to put it in, or type {now} to keep theirs",
    ],
  ),
  nothingAmended: error(
    "R8",
    ["没有改动", "改好要改的内容再保存"],
    ["Nothing was changed", "Change what is to be changed, then save"],
  ),
  lostTwice: error(
    "R1",
    ["{client} 的未成交分析已在第 {other} 行", "请在那一行修改"],
    ["The analysis of {client} stands in row {other}", "Change it there"],
  ),
  lostButBought: warning(
    "R10",
    [
      "{client} 已经成交（{sheet}第 {other} 行，{unit}），又写了未成交分析",
      "编号填错的请改正；已退房的先办退房；没有放弃的删去本行",
    ],
    [
      "{client} has bought ({sheet} row {other}, {unit}), and is given up here",
      "Put a wrong number right; carry a refund out first; delete this row if they were not given up",
    ],
  ),
  lostButOnLadder: warning(
    "R10",
    [
      "{client} 写了未成交分析，{sheet}第 {other} 行还是 {grade} 级，没有定过 ×",
      "真放弃了的，在“客户”里定 ×；没有放弃的删去本行",
    ],
    [
      "{client} is given up here; in {sheet} row {other} they are {grade} and were never ×",
      "Give them × in the client's page if they are given up; delete this row if not",
    ],
  ),
  gaveUpBeforeVisit: warning(
    "R10",
    [
      "放弃日期 {on} 早于首次来访 {visit}（{sheet}第 {other} 行），“自首次看房至放弃时间”成了负数",
      "请核对放弃日期和来访日期，哪个不对改哪个",
    ],
    [
      "{on} is before the first visit, {visit} ({sheet} row {other}): the days in between are below nought",
      "Check 放弃日期 here and 来访日期 there",
    ],
  ),
  lostRowTwice: warning(
    "R1",
    [
      "{client} 的未成交分析已在第 {other} 行，本行不计入报表",
      "一位客户一行：把要留的写进那一行，再删去本行",
    ],
    [
      "The analysis of {client} stands in row {other}; this row is not counted in reports",
      "One row a client: write what is to be kept into that row, then delete this one",
    ],
  ),
} satisfies Record<string, Wording>;

/** R15, R16, R17: care of owners, referrals, how keen a client is; appointments and invitations. */
import { error, hint, warning, type Wording } from "./say";

export const care = {
  nothingToGenerate: hint(
    "R15",
    ["{days} 天内没有新的维护事项", "成交、生日、节日和节气到期时再生成"],
    ["No new tasks within {days} days", "Generate again when deals, birthdays and festivals come near"],
  ),
  ownersUnasked: hint(
    "R15",
    [
      "{count} 位业主还没有问过是否同意接收信息，先问一声再安排：{names}",
      "把答复填进客户档案的“同意接收信息”，同意的再生成",
    ],
    [
      "{count} owners have not been asked yet whether they may be contacted; ask them first: {names}",
      "Put the answer into 同意接收信息 of 客户档案, and generate again for those who agree",
    ],
  ),
  careDoneAlready: error(
    "R15",
    ["{client} 的“{reason}”已经做完", "同事刚填过完成日期，不用再做"],
    ["{reason} of {client} is done already", "A colleague has just filled in the day"],
  ),
  careTaskGone: error(
    "R15",
    ["有 {count} 件事项已不在老客户维护里", "请刷新后再试"],
    ["{count} tasks are no longer in 老客户维护", "Look again"],
  ),
  careForNo: error(
    "R15",
    ["{client} 不同意接收信息", "这件事项不做，以后也不再联系"],
    ["{client} does not agree to be contacted", "Leave this task, and do not contact them again"],
  ),
  careOfNo: warning(
    "R15",
    ["{client} 不同意接收信息，这件事项还没有完成", "请删除这一行，不再联系"],
    ["{client} does not agree to be contacted, and this task is open", "Delete the row"],
  ),
  careWithoutDay: warning(
    "R15",
    ["这件事项没有应做日期，到时候没人提醒", "请填应做日期，如 2024-03-05；不做了就在完成日期填“/”"],
    ["This task has no day, so nobody is reminded of it", "Fill in 应做日期, or / in 完成日期 to leave it"],
  ),
  careWithoutDeal: warning(
    "R15",
    ["{client} 的成交已经退房，这件“{reason}”还没有做", "不用再做，点“修正”填上“/”"],
    ["The deal of {client} was refunded, and this task, {reason}, is still open", "“Fix” closes it with /"],
  ),
  careTwice: hint(
    "R15",
    [
      "{client} 的“{reason}”在第 {other} 行也有一件没做",
      "只做一件：多的一件在完成日期填“/”；没写记录的，点“修正”就填",
    ],
    [
      "{client} has the same task, {reason}, open in row {other} too",
      "Do one: close the other with / in 完成日期; “Fix” does it where nothing is noted",
    ],
  ),
  consentKept: error(
    "R15",
    ["{client} 说过不愿接收信息", "“否”永久保留，不能改回"],
    ["{client} has said no to being contacted", "A no is kept for good"],
  ),
  profileTwice: warning(
    "R15",
    ["{value} 在第 {other} 行已有档案", "一位客户一行，请并成一行"],
    ["{value} has a profile in row {other}", "One row a client: merge the two"],
  ),
  referralLoop: error(
    "R16",
    ["介绍关系绕成了圈：{path}（第 {rows} 行）", "总有一位是自己来的，请核对这几行的介绍人"],
    ["Referrals go round in a circle: {path} (rows {rows})", "One of them came alone: check these rows"],
  ),
  rewardWithoutDeal: warning(
    "R16",
    ["{brought} 的成交已经退房，这件答谢还没有做", "不用再答谢，点“修正”填上“/”"],
    ["The deal of {brought} was refunded, and this thanks is still open", "“Fix” closes it with /"],
  ),
  weightOutOfRange: warning(
    "R17",
    ["“{signal}”的权重是 {weight}，应在 0 到 100 之间", "请到“设置”的评分权重里改正"],
    ["The weight of “{signal}” is {weight}; it should be from 0 to 100", "Correct it on 设置"],
  ),
  weightsNotHundred: warning(
    "R17",
    ["意向评分的权重合计 {sum}，应为 100", "请到“设置”的评分权重里调整"],
    ["The weights of 意向评分 are {sum} in all; they should be 100", "Change them on 设置"],
  ),
  noSignal: error(
    "R17",
    ["还没有选任何信号", "请至少选一个“是”或“否”"],
    ["No signal has been chosen", "Choose 是 or 否 for one at least"],
  ),
  appointmentGone: error(
    "R8",
    ["{client} 在 {at} 的预约已改动", "请刷新后再试"],
    ["The appointment of {client} at {at} has changed", "Look again"],
  ),
  appointmentNotLater: error(
    "R8",
    ["新的时间要晚于 {at}", "请选一个以后的时间"],
    ["The new time must be after {at}", "Choose a later time"],
  ),
  invitedForPast: error(
    "R5",
    ["{value} 已经过去", "请选以后的邀约时间"],
    ["{value} has passed", "Choose a time to come"],
  ),
  invitedTwice: error(
    "R5",
    ["{value} 已约在 {at}", "同一时段不用再约"],
    ["{value} is already invited for {at}", "Once a slot is enough"],
  ),
  outsideSlots: hint(
    "R5",
    ["{value} 不在集中邀约时段", "集中邀约定在每天 10:00–11:00，周六、周日 10:00 或 14:00"],
    ["{value} is outside the common slots", "They are 10:00–11:00 daily, 10:00 or 14:00 at weekends"],
  ),
} satisfies Record<string, Wording>;

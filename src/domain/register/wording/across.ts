/** What only several rows show. */
import { error, warning, hint, type Wording } from "./say";

export const across = {
  tableMissing: error(
    "R14",
    ["工作簿里没有“{table}”这张表", "请用“修复”补上"],
    ["The workbook has no table “{table}”", "“Repair” puts it back"],
  ),
  tableNotRead: hint(
    "R14",
    ["{tables}读不到内容，要对照它的校验这次没有做", "请先修复；修复后再查一次"],
    ["{tables} cannot be read; what is checked against it was left out", "Repair first, then check again"],
  ),
  columnMissing: error(
    "R14",
    ["少了“{column}”这一列", "表格内容只可增加，不允许删减；请用“修复”补上"],
    ["The column “{column}” is gone", "A form may grow, never shrink; “Repair” puts it back"],
  ),
  numberMissing: warning(
    "R1",
    ["{name} 还没有客户编号", "点“修正”编为 {becomes}"],
    ["{name} has no number yet", "“Fix” gives {becomes}"],
  ),
  numberLost: warning(
    "R1",
    [
      "{name} 没有编号，原来的可能是 {numbers}：这些编号在别的表里还有记录，登记表里却没有人",
      "是其中哪一个就填回哪一个；都不是，填新编号 {becomes}",
    ],
    [
      "{name} has no number, and may have had {numbers}: other registers still have records of it, and nobody stands under it",
      "Type the one it was; if none of them, the new number {becomes}",
    ],
  ),
  needsLetters: error(
    "R1",
    ["“{name}”读不出姓名字母", "请填两个字母作为编号，如 ZS"],
    ["No letters are known for “{name}”", "Type the two letters of the number, like ZS"],
  ),
  noLetters: error(
    "R1",
    ["“{name}”读不出姓名字母，编不了号", "请在这一格写一个没人用过的编号，如 {example}，中间两个字母自己定"],
    [
      "No letters are known for “{name}”, so no number can be given",
      "Write a number here that nobody has, like {example}, with two letters of your choice",
    ],
  ),
  needsRegion: error(
    "R1",
    ["不知道项目所在区域的字母，不能编号", "请在设置里填区域字母，如 LY"],
    ["The region's letters are not set, so no number can be given", "Set them on 设置, like LY"],
  ),
  numberTwice: error(
    "R1",
    ["{value} 已由第 {other} 行的 {otherName} 使用", "排在前面的保留，点“修正”给后面的编新号"],
    ["{value} is already {otherName}'s, row {other}", "“Fix” gives the later row the next number"],
  ),
  numberFilledDown: error(
    "R1",
    [
      "{value} 填在了 {count} 行里，这些行不是同一位客户",
      "多半是向下填充时覆盖了；请撤销，或清空这些行的编号，再点“修正”重新编号",
    ],
    [
      "{value} stands in {count} rows that are not one client's",
      "The column was probably filled down: undo that, or clear the numbers and let “Fix” give new ones",
    ],
  ),
  rowTwice: error(
    "R1",
    ["{value} 在第 {other} 行已经有一行", "一位客户只填一行，请合并后删去一行"],
    ["{value} already has row {other}", "One row a client: merge them and delete one"],
  ),
  numberElsewhere: hint(
    "R1",
    ["{value} 的区域或姓名字母与 {expected} 不符", "编号一经编定不再改动；若是手填有误，请清空后重新编号"],
    [
      "{value} does not begin like {expected}",
      "Numbers never change; if it was mistyped, clear it and number anew",
    ],
  ),
  numberNotCounted: warning(
    "R1",
    ["{value} 没有记入编号簿", "点“修正”记下，以免重复编号"],
    ["{value} was never counted", "“Fix” remembers it, so that it is not given twice"],
  ),
  clientUnknown: error(
    "R1",
    ["{value} 不在来访、来电登记里", "请核对编号，或先登记这位客户"],
    ["{value} is in no register", "Check the number, or register the client first"],
  ),
  selfReferral: error(
    "R16",
    ["介绍人是客户自己", "请填介绍人的编号；没有填“/”"],
    ["The client is their own referrer", "Fill in who brought them, or /"],
  ),
  phoneTwice: error(
    "R9",
    [
      "{phone} 与 {otherSheet}第 {other} 行 {otherName}（{otherId}，{otherConsultant}）相同",
      "同一位客户只有一个编号，请核对后合并",
    ],
    [
      "{phone} is also {otherName}'s ({otherId}, {otherConsultant}; {otherSheet} row {other})",
      "A person has one number: check and merge",
    ],
  ),
  phoneShared: hint(
    "R9",
    [
      "{phone} 也是 {otherSheet}第 {other} 行 {otherName}（{otherId}，{otherConsultant}）的电话之一",
      "请确认是不是同一位客户",
    ],
    [
      "{phone} is one of {otherName}'s numbers too ({otherId}, {otherConsultant}; {otherSheet} row {other})",
      "See whether they are one client",
    ],
  ),
  likelySame: hint(
    "R9",
    [
      "与 {otherSheet}第 {other} 行 {otherName}（{otherId}，{otherConsultant}）可能是同一位客户：{reason}",
      "请确认；是同一位请合并",
    ],
    [
      "Perhaps the same client as {otherName} ({otherId}, {otherConsultant}; {otherSheet} row {other}): {reason}",
      "See, and merge them if so",
    ],
  ),
  numberNearOwn: hint(
    "R9",
    [
      "{phone} 与 {otherSheet}第 {other} 行 {otherName}（{otherId}，{otherConsultant}）的 {otherPhone} 只差一位或有两位颠倒",
      "可能是同一位客户、有一个号码记错：请核对；是同一位就用原来的编号",
    ],
    [
      "{phone} is a digit off, or has two digits swapped, from {otherPhone} of {otherName} ({otherId}, {otherConsultant}; {otherSheet} row {other})",
      "Perhaps the same client, and one number written wrongly: see, and take their number if so",
    ],
  ),
  numbersNear: hint(
    "R9",
    [
      "{phone} 与 {otherSheet}第 {other} 行 {otherName}（{otherId}，{otherConsultant}）的 {otherPhone} 只差一位或有两位颠倒",
      "请核对有没有记错；也可能只是号码相近的两个人，那就不用改",
    ],
    [
      "{phone} is a digit off, or has two digits swapped, from {otherPhone} of {otherName} ({otherId}, {otherConsultant}; {otherSheet} row {other})",
      "See whether one was written wrongly; they may be two people whose numbers are near by chance, and then nothing is to be done",
    ],
  ),
  manyNumbersNear: hint(
    "R9",
    [
      "共有 {together} 位客户的号码彼此只差一位或有两位颠倒，如 {phone} 与 {otherSheet}第 {other} 行 {otherName}（{otherId}，{otherConsultant}）的 {otherPhone}",
      "多半只是同一段放出的号码，是号码相近的不同客户；有疑问时再核对",
    ],
    [
      "{together} clients' numbers are a digit off or two swapped from one another's, like {phone} and {otherPhone} of {otherName} ({otherId}, {otherConsultant}; {otherSheet} row {other})",
      "Most likely numbers given in one block, to different people by chance; check where in doubt",
    ],
  ),
  gradeRowMissing: warning(
    "R4",
    ["{value} 还不在等级跟踪表里", "点“修正”按 C 级补上一行"],
    ["{value} is not in 等级跟踪", "“Fix” adds a row with grade C"],
  ),
  gradeRowOrphan: error(
    "R4",
    ["{value} 不在来访、来电登记里", "请核对编号，或先登记这位客户"],
    ["{value} is in no register", "Check the number, or register the client"],
  ),
  noGrade: error(
    "R4",
    ["{value} 还没有级别", "请在 D C B A √ × 中填一个日期"],
    ["{value} has no grade", "Fill in a day under D C B A √ ×"],
  ),
  dealMissing: error(
    "R4",
    ["{client} 是 √，但没有成交报告", "请先填成交报告，或清空 √ 的日期"],
    ["{client} is √ without a deal report", "Report the deal, or clear the day under √"],
  ),
  dealNotReached: warning(
    "R4",
    ["{client} 已有成交报告，级别还不是 √", "请在等级跟踪的 √ 栏填成交日期"],
    ["{client} has a deal but is not √", "Fill in the day under √ in 等级跟踪"],
  ),
  movedAfterEnd: error(
    "R4",
    ["{client} 在 {ended} 已是 {end}，之后又填了 {grade} 级", "× 须经重新分配，√ 须经退房，才能再定级别"],
    ["{client} was {end} on {ended}, then {grade}", "× reopens only by reassignment, √ only by a refund"],
  ),
  gradeNotCarried: warning(
    "R4",
    [
      "{day} 的跟踪把 {client} 调整为 {to} 级，等级跟踪里还是 {from} 级",
      "点“修正”把升级日期补进等级跟踪；经理另有决定的，请清空这一格",
    ],
    [
      "The contact of {day} moves {client} to {to}, but 等级跟踪 still has {from}",
      "“Fix” fills in the day in 等级跟踪; clear this cell where the manager has decided otherwise",
    ],
  ),
  reassignedNotFromBelow: error(
    "R10",
    [
      "{client} 在 {ended} 定为 ×，重新分配后直接填了 {grade} 级",
      "重新分配后级别从 D 或 C 重新开始：请在 D 或 C 栏补上接手的日期，或更正 {grade} 栏",
    ],
    [
      "{client} was × on {ended} and went straight to {grade} when reassigned",
      "After a reassignment the grade starts again at D or C: fill in that day, or correct {grade}",
    ],
  ),
  reachedBeforeFirst: error(
    "R4",
    ["{value} 早于首次接触 {first}", "请核对升级日期"],
    ["{value} is before the first contact, {first}", "Check the day"],
  ),
  demotionWithoutReason: warning(
    "R4",
    ["{client} 由 {from} 降到 {to}，当天没有跟踪记录说明原因", "请补一条跟踪记录，写明降级原因"],
    [
      "{client} went down from {from} to {to} with no contact that says why",
      "Log the contact with the reason",
    ],
  ),
  jumpWithoutNote: hint(
    "R4",
    ["{client} 由 {from} 直接到 {to}，当天没有跟踪记录说明", "请补一条跟踪记录，写明原因"],
    [
      "{client} went from {from} straight to {to} with no contact that says why",
      "Log the contact with a note",
    ],
  ),
  festivalsRunOut: warning(
    "R5",
    ["节日只填到 {last}，D 级客户等的下一个节日排不出来", "点“修正”补上到 {year} 年底的节日"],
    ["Festivals end on {last}: D clients have none to wait for", "“Fix” adds those up to the end of {year}"],
  ),
  unitTwice: error(
    "R13",
    ["{value} 在第 {other} 行已由 {otherName} 成交", "一套房只能有一宗成交，请核对"],
    ["{value} was already sold to {otherName}, row {other}", "A unit has one deal: check both"],
  ),
  unitSoldMeanwhile: warning(
    "R13",
    [
      "{value} 从 {from} 到 {until} 还是第 {other} 行 {otherName} 的",
      "一套房同时只能有一宗成交：认购、退房、调房哪个日期填错就改正；真的卖了两次，请案场经理处理",
    ],
    [
      "From {from} to {until}, {value} was also {otherName}'s, row {other}",
      "A unit has one deal at a time: put the wrong day of 认购, 退房 or 调房 right; if it was sold twice, tell the manager",
    ],
  ),
} satisfies Record<string, Wording>;

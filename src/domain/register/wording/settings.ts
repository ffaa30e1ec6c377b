/** What 设置 does not take. */
import { error, hint, warning, type Wording } from "./say";

export const settings = {
  areaCodeWrong: error(
    "R2",
    ["“{value}”不是区号", "请填 0 开头的 3 或 4 位区号，如 0379；没有就清空"],
    ["“{value}” is no area code", "Fill in 3 or 4 digits that begin with 0, or clear it"],
  ),
  settingLineMissing: error(
    "R14",
    ["设置表里没有“{line}”这一行", "请先点“校验”修好设置表，再改这一项"],
    ["设置 has lost its line “{line}”", "Repair the sheet with a check first"],
  ),
  quarterOver: warning(
    "R18",
    [
      "季度进度的十二周到 {last} 已经过完，新成交不再算进去，计划还是那个季度的（{units} 户，{sales} 元）",
      "请把季度起始日改为 {next}（或新季度的第一天），在季度进度填新计划；经理也可在窗格“今日”点“开始新季度”",
    ],
    [
      "The twelve weeks of 季度进度 ended on {last}: new deals are not counted any more, and the plan is still that quarter's ({units} homes, {sales})",
      "Set 季度起始日 to {next} (or the new quarter's first day) and enter the new plan; a manager may also press “Start the new quarter” on Today",
    ],
  ),
  planOfOtherQuarter: warning(
    "R18",
    [
      "季度起始日已是 {start}，季度进度的计划（{units} 户，{sales} 元）还是 {planned} 那个季度的，不与实际相比",
      "请在季度进度填新计划，再把计划所属季度改为 {start}；计划照旧的，只改计划所属季度；经理也可在窗格“今日”选",
    ],
    [
      "季度起始日 is {start}, and the plan on 季度进度 ({units} homes, {sales}) is still that of the quarter from {planned}: it is not compared",
      "Enter the new plan and set 计划所属季度 to {start}; where the plan stays, set only that; a manager may also choose on Today",
    ],
  ),
  quarterOutrun: error(
    "R18",
    ["季度起始日或计划刚被同事改过，没有改动", "请看过现在的季度进度；还要改的再点一次"],
    [
      "A colleague has just changed 季度起始日 or the plan; nothing was changed",
      "Look at 季度进度 as it is now, and press again if it is still to be changed",
    ],
  ),
  consultantTwice: error(
    "R9",
    ["名单里有两个“{value}”", "同名的请加字区别，如 王芳（大）"],
    ["“{value}” is on the roster twice", "Tell namesakes apart, for instance by a number"],
  ),
  ruledChoiceGone: error(
    "R14",
    [
      "“{list}”里没有“{choice}”了，规矩要靠这几个字认",
      "请在这一列把“{choice}”加回去；可以另加别的选项，也可以换顺序",
    ],
    [
      "“{choice}” is no longer on the list “{list}”, and rules go by the word",
      "Put it back into that column; other choices may stand beside it, in any order",
    ],
  ),
  policyUnknown: error(
    "R5",
    ["没有“{value}”这种政策，现在按 {used} 算", "请改为 {choices} 之一"],
    ["There is no policy “{value}”; {used} is used meanwhile", "Choose one of {choices}"],
  ),
  notDaysOfCadence: error(
    "R5",
    ["{policy} 的 {grade} 级这一格不是天数，现在按 000 的天数算", "请填 0 到 {most} 的整数"],
    [
      "{policy}, grade {grade}: this is no number of days; 000's are used meanwhile",
      "Fill in a whole number from 0 to {most}",
    ],
  ),
  oddDaysOfCadence: error(
    "R5",
    [
      "{policy} 的 {grade} 级这一格不是 0 到 {most} 的整数，现在照这个数四舍五入算",
      "请改成 0 到 {most} 的整数",
    ],
    [
      "{policy}, grade {grade}: no whole number from 0 to {most}, and used meanwhile, rounded",
      "Fill in a whole number from 0 to {most}",
    ],
  ),
  cadenceBackwards: error(
    "R5",
    ["{policy} 的 {grade} 级最早 {earliest} 天，反而晚过最迟 {latest} 天", "请改成最早不超过最迟"],
    [
      "{policy}, grade {grade}: earliest after {earliest} days is later than latest after {latest}",
      "Make the earliest no later than the latest",
    ],
  ),
  settingNotRead: error(
    "R14",
    ["“{value}”看不懂，现在按“{used}”算", "请改填：{write}"],
    ["“{value}” cannot be read; “{used}” is used meanwhile", "Fill in: {write}"],
  ),
  settingAsUnset: error(
    "R14",
    ["“{value}”看不懂，现在当作没有填", "请改填：{write}；没有就清空"],
    ["“{value}” cannot be read: as if nothing were filled in", "Fill in: {write}; or clear it"],
  ),
  settingDayIsText: error(
    "R14",
    ["“{value}”是文字，不是日期，公式不认", "请改成日期 {reads}，点“修正”即可"],
    ["“{value}” is text and no date: formulas do not know it", "Make it the date {reads}; the fix does so"],
  ),
  policyIsNumber: error(
    "R5",
    [
      "“{value}”写成了数字：程序当作 {write}，表里的公式却认不出，按 000 算",
      "请改成文字 {write}，从下拉列表里选",
    ],
    [
      "“{value}” is a number: the program reads {write}, the sheet's formulas do not and use 000",
      "Choose {write} from the list",
    ],
  ),
  leftWithClients: warning(
    "R9",
    ["{name} 已离职，名下还有 {count} 位在跟客户", "请到“设置”页的置业顾问里点“交接”，交给在职的顾问"],
    [
      "{name} has left and still has {count} clients in hand",
      "Hand them over to somebody active: 设置, 置业顾问, 交接",
    ],
  ),
  activeNotRead: error(
    "R9",
    ["“在职”写的是“{value}”，现在当作在职", "离职请填“否”，在职填“是”"],
    ["在职 says “{value}” and is taken for yes", "Fill in 否 for who has left, else 是"],
  ),
  cadenceRowMissing: error(
    "R5",
    [
      "跟进政策选了“{policy}”，跟进周期里却没有它的 {grade} 级，现在按 000 的天数算",
      "请补上这一行的首次、最早、最迟",
    ],
    [
      "The policy “{policy}” has no line for grade {grade}; 000's days are used meanwhile",
      "Fill in its days",
    ],
  ),
  cadenceGradeNotCounted: hint(
    "R5",
    ["“{value}”级的天数用不到：只有 A、B、C 按天数，D 等下一次活动或节日", "不用就删掉这一行"],
    [
      "Days for grade “{value}” are not used: only A, B and C go by days, D waits for events",
      "Delete the line",
    ],
  ),
  applicationKindNotCounted: hint(
    "R13",
    ["申请类型“{choice}”程序不认：不改销控和成交，也不查意见（{count} 张）", "照章办理的，请改选：{choices}"],
    [
      "“{choice}” is no application the program knows: it moves no unit and no deal ({count})",
      "Or choose {choices}",
    ],
  ),
  receptionKindNotCounted: hint(
    "R11",
    ["接待类别“{choice}”程序不认：不动轮序，也不算补接（{count} 次）", "算轮次的，请改选：{choices}"],
    ["“{choice}” is no reception the program knows: the turn does not move ({count})", "Or choose {choices}"],
  ),
  gradeNotCounted: hint(
    "R4",
    ["级别“{choice}”程序不认：不算跟进日，也不进等级跟踪（{count} 行）", "请改选：{choices}"],
    ["“{choice}” is no grade the program knows: no due day follows from it ({count})", "Choose {choices}"],
  ),
  unitStateNotCounted: hint(
    "R13",
    ["房源状态“{choice}”程序不认：当作不可售，统计里不单列（{count} 套）", "可以卖的，请改选“可售”"],
    [
      "“{choice}” is no state the program knows: the unit counts as not for sale ({count})",
      "If it is, choose 可售",
    ],
  ),
  audienceNotCounted: hint(
    "R5",
    [
      "对象级别“{choice}”程序不认：D 级客户不等这次活动（{count} 次）",
      "对所有人的活动请清空这一格，或写全级别",
    ],
    [
      "“{choice}” is no grade the program knows: D clients do not wait for it ({count})",
      "For everybody, clear the cell",
    ],
  ),
  weightsMustAddUp: error(
    "R17",
    ["权重合计 {total}，不是 100", "请调整各项，合计为 100"],
    ["The weights add up to {total}, not 100", "Change them until they do"],
  ),
} satisfies Record<string, Wording>;

/**
 * THE CATALOGUE: what can be wrong with data, with the rule that says so, how bad it is, and how it is said.
 * Each wording is what is wrong, then what to do; where it stands is put before it. `{name}` takes a fact.
 */
import type { Answer } from "./register";
import type { RuleNumber, Severity } from "./problem";

export type Language = "zh" | "en";

interface Wording {
  readonly rule: RuleNumber;
  readonly severity: Severity;
  readonly zh: readonly [says: string, remedy: string];
  readonly en: readonly [says: string, remedy: string];
}

type Lines = Wording["zh"];
const say2 =
  (severity: Severity) =>
  (rule: RuleNumber, zh: Lines, en: Lines): Wording => ({ rule, severity, zh, en });
const error = say2("error");
const warning = say2("warning");
const hint = say2("hint");

const answers = {
  cellError: error(
    "R8",
    ["单元格里是错误值 {value}", "请改正公式或重新填写"],
    ["The cell holds the error {value}", "Repair the formula or fill it in again"],
  ),
  spelling: warning(
    "R8",
    ["“{value}”的写法不统一，应写成“{becomes}”", "点“修正”即可改成统一写法"],
    ["“{value}” is not in the house spelling “{becomes}”", "“Fix” changes the spelling"],
  ),
  asText: warning(
    "R8",
    ["“{value}”存成了文字，公式算不了", "点“修正”即可转成日期或数字"],
    ["“{value}” is kept as text, formulas cannot use it", "“Fix” turns it into a date or number"],
  ),
  notADay: error(
    "R8",
    ["“{value}”不是日期", "请按 2024-03-05 的样子填写"],
    ["“{value}” is not a date", "Write it like 2024-03-05"],
  ),
  noSuchDay: error(
    "R8",
    ["“{value}”这一天或这个时间不存在", "请核对年、月、日和时间"],
    ["There is no such day or time as “{value}”", "Check year, month, day and time"],
  ),
  ambiguousDay: error(
    "R8",
    ["“{value}”看不出是哪一天", "请写全年月日，如 2024-03-05"],
    ["“{value}” may be more than one day", "Write year, month and day, like 2024-03-05"],
  ),
  future: error(
    "R8",
    ["{value} 晚于今天 {today}", "这一栏只能填今天或以前的日期，请核对"],
    ["{value} is after today, {today}", "Only today or an earlier day can stand here"],
  ),
  quarterHour: hint(
    "R8",
    ["{value} 没有精确到一刻钟", "请与客户约在整点、15 分、30 分或 45 分"],
    ["{value} is not on a quarter hour", "Agree on :00, :15, :30 or :45"],
  ),
  notANumber: error(
    "R8",
    ["“{value}”不是数字", "请只填数字；没有填“/”"],
    ["“{value}” is not a number", "Fill in digits only, or / for nothing"],
  ),
  notWhole: error(
    "R8",
    ["{value} 不是整数", "请填整数"],
    ["{value} is not a whole number", "Fill in a whole number"],
  ),
  outOfRange: error(
    "R8",
    ["{value} 超出 {from} 到 {to} 的范围", "请核对后重填"],
    ["{value} is outside {from} to {to}", "Check it and fill it in again"],
  ),
  notMoney: error(
    "R12",
    ["“{value}”不是金额", "请填以元为单位的数字，如 850000；没有填“/”"],
    ["“{value}” is not an amount", "Fill in yuan as a number, like 850000"],
  ),
  negative: error(
    "R12",
    ["{value} 是负数", "请填正数"],
    ["{value} is below nought", "Fill in a positive number"],
  ),
  notDigits: error(
    "R8",
    ["“{value}”不是 {length} 位数字", "请核对后重填；没有填“/”"],
    ["“{value}” is not {length} digits", "Check it, or fill in / for nothing"],
  ),
  unknownChoice: error(
    "R8",
    ["“{choice}”不在“{list}”的选项里", "请从下拉列表中选；确需增加时由经理在字典里添上"],
    ["“{choice}” is not a choice of “{list}”", "Pick one from the list; a manager can add it on 字典"],
  ),
  unknownChoiceNear: error(
    "R8",
    ["“{choice}”不在“{list}”的选项里", "是否为“{nearest}”？请从下拉列表中选"],
    ["“{choice}” is not a choice of “{list}”", "Is it “{nearest}”? Pick one from the list"],
  ),
  choiceRemoved: warning(
    "R8",
    ["“{choice}”已从“{list}”的选项里删去，但这里还在用", "请改选一项，或由经理在字典里恢复"],
    ["“{choice}” was removed from “{list}” but is still used here", "Pick another, or restore it on 字典"],
  ),
  mobileDigits: error(
    "R2",
    ["“{raw}”有 {digits} 位，手机号应为 11 位", "请核对是多了还是少了数字"],
    ["“{raw}” has {digits} digits, a mobile has 11", "See whether a digit is missing or too many"],
  ),
  landlineDigits: error(
    "R2",
    ["“{raw}”区号后有 {digits} 位，位数不对", "请核对是多了还是少了数字"],
    ["“{raw}” has {digits} digits after the area code", "See whether a digit is missing or too many"],
  ),
  noAreaCode: error(
    "R2",
    ["固定电话“{raw}”没有区号", "请写上区号，或在设置里填默认区号"],
    ["“{raw}” has no area code", "Write it with its area code, or set a default one on 设置"],
  ),
  noSuchNumber: error(
    "R2",
    ["“{raw}”不是已启用的号段", "请与客户核对号码"],
    ["No such number as “{raw}” is in use", "Check it with the client"],
  ),
  notAPhone: error(
    "R2",
    ["“{raw}”不是电话号码", "请填手机号或带区号的固定电话；没有填“/”"],
    ["“{raw}” is not a phone number", "Fill in a mobile or a number with area code, or /"],
  ),
  landlineInMobile: hint(
    "R2",
    ["{value} 是固定电话", "手机号请填在这里，固定电话请填在“联系电话”"],
    ["{value} is a fixed line", "Keep mobiles here and fixed lines under 联系电话"],
  ),
  notAClientNumber: error(
    "R1",
    ["“{value}”不是客户编号", "请填 LY-ZS001 这样的编号"],
    ["“{value}” is not a client number", "Fill in a number like LY-ZS001"],
  ),
  wrongNumberKind: error(
    "R1",
    ["“{value}”不是这张表的编号", "这里应为 {becomes}"],
    ["“{value}” is a number of another form", "It should be {becomes} here"],
  ),
  notOnRoster: error(
    "R9",
    ["“{value}”不在置业顾问名单里", "请改选名单里的人，或在设置里把他加进名单"],
    ["“{value}” is not on the roster", "Pick someone on it, or add them on 设置"],
  ),
  notOnRosterNear: error(
    "R9",
    ["“{value}”不在置业顾问名单里", "是否为“{nearest}”？否则请在设置里把他加进名单"],
    ["“{value}” is not on the roster", "Is it “{nearest}”? If not, add them on 设置"],
  ),
} satisfies Record<string, Wording>;

const rows = {
  required: error(
    "R3",
    ["还没有填写", "请填写；确实没有内容时填“/”"],
    ["Not filled in", "Fill it in, or / when there is nothing"],
  ),
  requiredReally: error(
    "R3",
    ["还没有填写", "这一栏必须填写，不能填“/”"],
    ["Not filled in", "It must be filled in; / is not enough here"],
  ),
  cannotBeNothing: error(
    "R3",
    ["这一栏不能填“/”", "姓名、日期、置业顾问、级别必须填写"],
    ["/ is not enough here", "Name, date, consultant and grade must be filled in"],
  ),
  oneOfRequired: error(
    "R3",
    ["{captions}都还没有填", "请至少填一项"],
    ["{captions}: none is filled in", "Fill in at least one"],
  ),
  allNothing: error(
    "R3",
    ["{captions}不能都填“/”", "请至少留一个联系方式"],
    ["{captions}: they cannot all be /", "Take down at least one"],
  ),
  askedWhen: warning(
    "R3",
    ["“{when}”选了“{has}”，这一栏还没有填", "请填写；确实没有填“/”"],
    ["“{when}” has “{has}”, but this is empty", "Fill it in, or / when there is nothing"],
  ),
  notAsked: hint(
    "R3",
    ["还有 {count} 栏空着：{captions}", "问过而没有的填“/”；没问过的下次补问"],
    ["{count} still empty: {captions}", "Fill in / where there is nothing, ask the rest next time"],
  ),
  dateOrder: error(
    "R13",
    ["{value} 早于“{earlier}”的 {earlierDay}", "日期应依次为 {order}，请核对"],
    ["{value} is before “{earlier}”, {earlierDay}", "The days go {order}; check them"],
  ),
  thinNotes: hint(
    "R8",
    ["只有 {length} 字，应不少于 {least} 字", "请再写 {missing} 字：谈了什么、客户怎么说、下一步"],
    ["{length} characters; {least} are asked for", "Write {missing} more: what was said, what comes next"],
  ),
  perfunctory: warning(
    "R8",
    ["“{value}”没有写出实际内容，不算一次跟进", "请写清谈了什么、客户怎么说、下一步"],
    ["“{value}” says nothing, so it does not count", "Write what was said and what comes next"],
  ),
  lateEntry: hint(
    "R8",
    ["{days} 天前的事今天才登记", "来电、来访、跟进请当天登记"],
    ["Entered {days} days after it happened", "Enter calls, visits and follow-ups the same day"],
  ),
  incomplete: hint(
    "R8",
    ["资料完整度 {share}%，应达到 {required}%", "请在下次联系时补问：{captions}"],
    ["{share}% complete; {required}% is asked for", "Ask for these next time: {captions}"],
  ),
  oneNumber: hint(
    "R8",
    ["只留了一个电话", "请再留一个联系电话"],
    ["Only one phone number", "Ask for a second one"],
  ),
  noCallBack: hint(
    "R8",
    ["没有可以回拨的电话", "请补问手机号"],
    ["No number to call back", "Ask for a mobile number"],
  ),
  noNextStep: hint(
    "R8",
    ["没有下一步安排", "请约好下次看房时间，或登记下次跟进"],
    ["Nothing is agreed for the next step", "Agree on the next visit or follow-up"],
  ),
  noNeed: hint(
    "R9",
    ["没有写意向产品，这次接待不计归属", "请补问物业类型、面积、户型或价格"],
    ["No need is noted, so the reception does not count", "Ask for type, area, layout or price"],
  ),
  nextBeforeContact: warning(
    "R5",
    ["下次跟进 {value} 不晚于这次跟进", "请填这次跟进以后的日期"],
    ["The next contact, {value}, is not after this one", "Fill in a later day"],
  ),
  totalMismatch: error(
    "R12",
    [
      "{unitPrice} × {floorArea} = {expected} 元，与成交总价 {value} 元相差 {difference} 元",
      "请核对单价、面积和总价",
    ],
    [
      "{unitPrice} × {floorArea} = {expected} yuan, {difference} off the total of {value}",
      "Check price, area and total",
    ],
  ),
} satisfies Record<string, Wording>;

const across = {
  tableMissing: error(
    "R14",
    ["工作簿里没有“{table}”这张表", "请用“修复”补上"],
    ["The workbook has no table “{table}”", "“Repair” puts it back"],
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
  needsLetters: error(
    "R1",
    ["“{name}”读不出姓名字母", "请填两个字母作为编号，如 ZS"],
    ["No letters are known for “{name}”", "Type the two letters of the number, like ZS"],
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
  unitTwice: error(
    "R13",
    ["{value} 在第 {other} 行已由 {otherName} 成交", "一套房只能有一宗成交，请核对"],
    ["{value} was already sold to {otherName}, row {other}", "A unit has one deal: check both"],
  ),
} satisfies Record<string, Wording>;

const decisions = {
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
    ["定为 × 要说明原因", "请写明：多次跟进后拒绝、不再来访、与顾问不合，或顾问无法应对"],
    [
      "× needs a reason",
      "Say which: refused after several contacts, never came again, bad terms, cannot cope",
    ],
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
  keptInNotes: hint(
    "R8",
    ["“{caption}”的“{value}”没有认出来，已抄进洽谈内容", "请在登记表里补选"],
    ["“{value}” of “{caption}” was not understood and is kept in the notes", "Choose it in the register"],
  ),
} satisfies Record<string, Wording>;

export const catalogue = { ...answers, ...rows, ...across, ...decisions } as const;

export type ProblemCode = keyof typeof catalogue;
export const problemCodes = Object.keys(catalogue) as readonly ProblemCode[];

/** What a wording needs of a problem. */
export interface Sayable {
  readonly code: ProblemCode;
  readonly sheet?: string;
  readonly row?: number;
  readonly caption?: string;
  readonly value?: Answer;
  readonly facts?: Readonly<Record<string, Answer>>;
}

export interface Said {
  /** "来访登记 第 5 行“手机”". */
  readonly where: string;
  readonly says: string;
  readonly remedy: string;
}

const filled = (template: string, of: Sayable): string =>
  template.replace(/\{(\w+)\}/gu, (_, name: string) => {
    const fact =
      of.facts?.[name] ?? (name === "value" ? of.value : name === "caption" ? of.caption : undefined);
    return fact === undefined ? "" : String(fact);
  });

const where = ({ sheet, row, caption }: Sayable, language: Language): string => {
  const rowSaid = row === undefined ? "" : language === "zh" ? `第 ${row} 行` : `row ${row}`;
  const place = [sheet, rowSaid].filter((each) => each !== undefined && each !== "").join(" ");
  if (caption === undefined) return place;
  return language === "zh" ? `${place}“${caption}”` : `${place} “${caption}”`.trim();
};

/** A problem in words: where; what; what to do. */
export const say = (problem: Sayable, language: Language): Said => {
  const [says, remedy] = catalogue[problem.code][language];
  return { where: where(problem, language), says: filled(says, problem), remedy: filled(remedy, problem) };
};

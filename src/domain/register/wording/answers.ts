/** One cell as an answer. */
import { error, warning, hint, type Wording } from "./say";

export const answers = {
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
  wordsBeside: error(
    "R14",
    ["“{value}”里还有别的内容", "请移到“{notes}”，这里只留“{becomes}”"],
    ["“{value}” says more than “{becomes}”", "Move it to “{notes}”; leave “{becomes}” here"],
  ),
  wordsNowhere: error(
    "R14",
    ["“{value}”里还有别的内容", "请另记一处，这里只留“{becomes}”"],
    ["“{value}” says more than “{becomes}”", "Keep it elsewhere; leave “{becomes}” here"],
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
  roughNumber: error(
    "R8",
    ["“{value}”只是大概，不是一个数", "问清后填一个数；没有填“/”"],
    ["“{value}” is a rough figure, not a number", "Ask, and fill in one number, or / for nothing"],
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
  numberAbroad: error(
    "R2",
    ["“{raw}”旁边写着香港、国外一类的地名，不当作本地号码", "请写上国家或地区号，如 +852 6128 4567"],
    [
      "“{raw}” stands beside the name of a place abroad: no local number",
      "Write it with its country code, like +852 6128 4567",
    ],
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
  digitsLost: error(
    "R2",
    ["“{raw}”是表格软件改写的号码，后几位已经丢失", "请找原来的记录或向客户问清，再填完整号码"],
    ["“{raw}” is a number a spreadsheet has cut: its last digits are lost", "Look it up or ask the client"],
  ),
  landlineInMobile: hint(
    "R2",
    ["{value} 是固定电话", "手机号请填在这里，固定电话请填在“联系电话”"],
    ["{value} is a fixed line", "Keep mobiles here and fixed lines under 联系电话"],
  ),
  notAnIdCard: error(
    "R8",
    ["“{value}”不是 18 位身份证号", "请对照证件核对；没有填“/”"],
    ["“{value}” is no ID-card number of 18 digits", "Check it against the card, or / for nothing"],
  ),
  idCardBirthday: error(
    "R8",
    ["身份证号“{value}”里的出生日期不存在", "请对照证件核对；没有填“/”"],
    ["“{value}” has a birthday that does not exist", "Check it against the card, or / for nothing"],
  ),
  idCardCheckDigit: error(
    "R8",
    ["身份证号“{value}”的末位对不上，有数字写错了", "请对照证件核对；没有填“/”"],
    ["“{value}” has a wrong digit: the last one does not fit", "Check it against the card, or / for nothing"],
  ),
  idCardAsNumber: error(
    "R8",
    ["身份证号按数字存放，第 16 位起已经丢失", "请把这一格改成文本格式，再对照证件重填"],
    [
      "An ID-card number kept as a number loses its last digits",
      "Format the cell as text and fill it in again",
    ],
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

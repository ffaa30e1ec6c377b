/** One row of a form. */
import { error, warning, hint, type Wording } from "./say";

export const rows = {
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
    ["{captions}里还没有能联系上客户的号码", "请至少填一个"],
    ["{captions}: nothing yet to reach the client by", "Fill in at least one"],
  ),
  allNothing: error(
    "R3",
    ["{captions}不能都填“/”", "请至少留一个联系方式"],
    ["{captions}: they cannot all be /", "Take down at least one"],
  ),
  askedWhen: warning(
    "R3",
    ["“{caption}”还没有填（“{when}”选了“{has}”）", "请填写；问过而没有的填“/”"],
    ["{caption} is empty, though “{when}” has “{has}”", "Fill it in, or / when there is nothing"],
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
    ["“{value}”没有写出实际内容，不计字数", "请写清谈了什么、客户怎么说、下一步"],
    ["“{value}” says nothing: none of its characters count", "Write what was said and what comes next"],
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
    ["下次跟进 {value} 不晚于这次跟进的 {day}", "请核对年份和日期，改成这次跟进以后的一天；没有约定填“/”"],
    [
      "The next contact, {value}, is not after this one, {day}",
      "Check the year and the day and fill in a later one, or / for nothing",
    ],
  ),
  appointmentBefore: warning(
    "R8",
    ["{value} 早于“{from}”的 {day}", "请核对年份和日期，改成约好的时间；没有约定填“/”"],
    ["{value} is before “{from}”, {day}", "Check the year and the day, or fill in / for nothing"],
  ),
  totalMismatch: error(
    "R12",
    [
      "{unitPrice} × {floorArea} = {expected} 元，与填写的总价 {value} 元相差 {difference} 元",
      "请核对单价、面积和总价",
    ],
    [
      "{unitPrice} × {floorArea} = {expected} yuan, {difference} off the total of {value}",
      "Check price, area and total",
    ],
  ),
} satisfies Record<string, Wording>;

/** The small tables of 设置, 校验结果 and the hidden sheet: kept like forms, so that every reader can read them. */
import { computed, oneLine, tickOne, wholeNumber } from "../form/field";
import { form, part } from "../form/form";

const small = { rowHeight: 20, oneRowPer: "", note: "" } as const;

export const consultants = form(
  {
    ...small,
    key: "consultants",
    title: "置业顾问名单",
    sheet: "设置",
    table: "Consultants",
    keptBy: "manager",
  },
  [
    part("名单", {
      name: oneLine("姓名", { need: "first", hint: "填置业顾问姓名，一人一行，不重复。" }),
      active: tickOne("在职", "yesNo", { hint: "离职填“否”，其客户仍可查。" }),
      group: tickOne("组", "group"),
    }),
  ],
);

/** Each is a line of 设置: its caption beside its value, which is also reached by the caption as a defined name. */
export const settings = {
  project: "项目",
  place: "地点",
  region: "区域字母",
  areaCode: "默认区号",
  policy: "跟进政策",
  depositDays: "定金跟进天数",
  withdrawnEarliest: "退定最早天数",
  withdrawnLatest: "退定最迟天数",
  grading: "评级标准",
  ownership: "判客政策",
  claimDays: "判客有效天数",
  callDays: "来电有效天数",
  kin: "同户亲属",
  signWithin: "签约期限天数",
  alternateDays: "隔日分组",
  alternateFrom: "一组起始日",
  quarterStart: "季度起始日",
  plannedFrom: "计划所属季度",
  openingOn: "开盘日期",
  handOverOn: "交房日期",
  maskPhones: "打印遮号",
  today: "今天",
} as const;
export type SettingKey = keyof typeof settings;
export const settingKeys = Object.keys(settings) as readonly SettingKey[];

/** The lines of 设置 as rows; what a line may hold differs, so its cell is read by `siteFrom`. */
export const settingLines = form(
  { ...small, key: "settingLines", title: "基本设置", sheet: "设置", table: "Settings", keptBy: "manager" },
  [
    part("设置", {
      name: computed("设置项", "program", "text"),
      value: computed("内容", "program", "number"),
      says: computed("说明", "program", "text"),
    }),
  ],
);

/** R5: how soon after the last contact, in days, by policy and grade. */
export const cadence = form(
  { ...small, key: "cadence", title: "跟进周期", sheet: "设置", table: "Cadence", keptBy: "manager" },
  [
    part("周期", {
      policy: tickOne("政策", "policy", { need: "first" }),
      grade: tickOne("级别", "grade", { need: "first", hint: "选 A、B 或 C；D 级等下一次活动，不按天数。" }),
      first: wholeNumber("首次", 0, 365, {
        need: "first",
        hint: "来访或来电那天以后还没有联系过，几天内跟进。",
      }),
      earliest: wholeNumber("最早", 0, 365, { need: "first", hint: "上次跟进后最早几天可再跟进。" }),
      latest: wholeNumber("最迟", 0, 365, { need: "first", hint: "上次跟进后最迟几天要再跟进。" }),
    }),
  ],
);

/** R17: what each signal of 意向评分 weighs; 100 in all. */
export const signals = form(
  { ...small, key: "signals", title: "评分权重", sheet: "设置", table: "Signals", keptBy: "manager" },
  [
    part("权重", {
      signal: oneLine("信号", { need: "first", hint: "与“意向评分”表的栏目同名，请勿改动。" }),
      weight: wholeNumber("权重", 0, 100, { need: "first" }),
    }),
  ],
);

export const problems = form(
  { ...small, key: "problems", title: "校验结果", sheet: "校验结果", table: "Problems", keptBy: "program" },
  [
    part("结果", {
      severity: computed("级别", "program", "text"),
      rule: computed("规则", "program", "text"),
      table: computed("表", "program", "text"),
      row: computed("行", "program", "number"),
      column: computed("列", "program", "text"),
      says: computed("说明", "program", "text"),
      remedy: computed("建议", "program", "text"),
      link: computed("位置", "program", "text"),
    }),
  ],
);

/** R1: the highest number ever given, by prefix. */
export const counters = form(
  { ...small, key: "counters", title: "编号", sheet: "_案场簿", table: "Counters", keptBy: "program" },
  [
    part("编号", {
      prefix: computed("前缀", "program", "text"),
      highest: computed("已用到", "program", "number"),
    }),
  ],
);

/** Schema version and workbook id. */
export const meta = form(
  { ...small, key: "meta", title: "簿记", sheet: "_案场簿", table: "Meta", keptBy: "program" },
  [
    part("簿记", {
      key: computed("名目", "program", "text"),
      value: computed("内容", "program", "text"),
    }),
  ],
);

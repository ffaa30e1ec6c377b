/** 设置: the site's settings, its roster, and R5's table of days, side by side so that each can grow. */
import { areaAddress, cellAddress, columnLetters } from "../../book/address";
import type { Block, Cell, RangeLook, Sheet, Table, Validation, ValidationRule } from "../../book/book";
import { choiceSeparator } from "../../domain/form/field";
import { fieldsOf } from "../../domain/form/form";
import { formOf } from "../../domain/forms/index";
import { intentScores } from "../../domain/forms/intent-scores";
import {
  addDays,
  type CalendarDay,
  dayFrom,
  monthOf,
  serialOfDay,
  weekday,
  yearOf,
} from "../../domain/kit/calendar-day";
import { housePolicies, type houseWeights } from "../../domain/register/settings/policies";
import { type CadenceRow } from "../../domain/register/site";
import { cadences } from "../../domain/rules/follow-up-due";
import { columnLooks } from "./column-looks";
import type { NewSite } from "./new-site";
import { bandLook, headerLook, ink, line, noteLook, paperFont, quiet, titleLook, waiting } from "./palette";
import { all, downFrom, downHeld, header } from "./references";
import { headerLooks } from "./register-sheet";
import {
  firstSettingRow,
  listName,
  settingKeys,
  settings,
  settingsSheet,
  type SettingKey,
} from "./site-sheet";
import { validationOf } from "./validations";
import { widthOf } from "./widths";

type SmallTable = "settingLines" | "consultants" | "cadence" | "signals";

const sectionRow = firstSettingRow - 2;
const headerRow = firstSettingRow - 1;
export const rosterColumn = 4;
const cadenceColumn = 8;
const paceColumn = 14;
const signalsColumn = 19;

const explained: Readonly<Record<SettingKey, string>> = {
  project: "项目名称，印在每张表的标题上。",
  place: "项目所在的市或县，客户编号的区域字母由它而来。",
  region: "客户编号的头两个字母，如 LY-ZS001 的 LY；可以改，只影响以后的编号。",
  areaCode: "固定电话没写区号时补上，如 0379；手机不受影响。",
  policy: "000 为默认；003、002 见右边“跟进周期”；选“自定”就用其中“自定”的各行。",
  depositDays: "收了定金、还没签约的客户，几天内跟进一次。",
  withdrawnEarliest: "退了定金的客户，几天以后再联系；不催得太紧。",
  withdrawnLatest: "退了定金的客户，最迟几天内联系一次，过期算逾期。",
  grading: "A B C D 按哪份文件解释：000 为默认，003 按成交时限，002 按六项测试。",
  ownership: "客户归谁按哪份文件判：000 来电接听人优先；001 老带新按轮序；004 以首次到访接待为准。",
  claimDays: "最后一次联系以后几天内仍归原置业顾问；0 为一直有效。",
  callDays: "来电以后几天内到访仍归接听人；0 为当天；空着按判客政策。",
  kin: "这些亲属来访算同一户客户，用“、”隔开。",
  signWithin: "认购以后几天内应签约，过期列入催办。",
  alternateDays: "接待分两组、隔日轮换填“是”。",
  alternateFrom: "隔日分组时，一组当值的某一天；此后隔日轮换。",
  quarterStart: "季度进度表第一周的第一天；换季度时改这里。",
  plannedFrom: "季度进度的计划是为哪天起的季度填的；填好新计划后，改成季度起始日那天。",
  openingOn: "项目开盘日期，老客户维护用。",
  handOverOn: "项目交房日期，老客户维护用。",
  maskPhones: "打印和上报时把电话写成 138****1234 填“是”。",
  today: "全簿只在这里取当天日期，逾期与今日都由它算出，请勿改动。",
};

const yesNo = (yes: boolean): string => (yes ? "是" : "否");

const house: Readonly<Partial<Record<SettingKey, Cell>>> = {
  depositDays: housePolicies.depositDays,
  withdrawnEarliest: housePolicies.withdrawnEarliest,
  withdrawnLatest: housePolicies.withdrawnLatest,
  grading: housePolicies.grading,
  ownership: housePolicies.ownership,
  claimDays: housePolicies.claimDays,
  kin: housePolicies.kin.join(choiceSeparator),
  signWithin: housePolicies.signWithin,
  alternateDays: yesNo(housePolicies.alternateDays),
  maskPhones: yesNo(housePolicies.maskPhones),
};

/** The Monday of the week in which the quarter begins. */
const quarterStart = (today: CalendarDay): CalendarDay => {
  const [year, month] = [yearOf(today), monthOf(today)];
  const first = dayFrom(year, month - ((month - 1) % 3), 1) ?? today;
  return addDays(first, 1 - weekday(first));
};

const valueOf = (site: NewSite, key: SettingKey, today: CalendarDay): Cell => {
  switch (key) {
    case "today":
      return { formula: "=TODAY()" };
    case "quarterStart":
    case "plannedFrom":
      return serialOfDay(quarterStart(today));
    case "project":
    case "place":
    case "region":
    case "areaCode":
    case "policy":
      return site[key] === "" ? null : site[key];
    default:
      return house[key] ?? null;
  }
};

const policies = ["000", "003", "002", "自定"] as const;
const paced = ["A", "B", "C"] as const;

/** 自定 starts as the house's own. */
const daysOf = (policy: (typeof policies)[number], grade: "A" | "B" | "C"): CadenceRow =>
  cadences[policy === "自定" ? "000" : policy][grade] as CadenceRow;

const cadenceRows: readonly (readonly Cell[])[] = policies.flatMap((policy) =>
  paced.map((grade) => {
    const { first, earliest, latest } = daysOf(policy, grade);
    return [policy, grade, first, earliest, latest];
  }),
);

export const paceCaptions = ["级别", "首次", "最早", "最迟"] as const;

/** The chosen policy's days: the first of two rows; where the table has lost its row, the house's own. */
export const paceRows = (left = paceColumn, top = firstSettingRow): readonly (readonly Cell[])[] =>
  paced.map((grade, index) => {
    const house = daysOf("000", grade);
    const cell = `$${cellAddress(top + index, left)}`;
    const chosen = `(Cadence[政策]=${settings.policy})*(Cadence[级别]=${cell})`;
    const days = (key: keyof CadenceRow): Cell => {
      const column = all("cadence", key);
      // The greatest of 1/ROW is the first row; without one the division fails.
      const at = `ROUND(1/SUMPRODUCT(MAX(${chosen}*ISNUMBER(${column})/ROW(${column}))),0)`;
      return {
        formula: `=IFERROR(ROUND(INDEX(${column},${at}-ROW(${header("cadence", key)})),0),${house[key]})`,
      };
    };
    return [grade, days("first"), days("earliest"), days("latest")];
  });

export const paceRange = `${settingsSheet}!$${columnLetters(paceColumn)}$${firstSettingRow + 1}:$${columnLetters(paceColumn + 3)}$${firstSettingRow + 3}`;

const table = (key: SmallTable, left: number, rows: number): Table => {
  const form = formOf(key);
  const fields = fieldsOf(form);
  return {
    name: form.table,
    range: areaAddress({ top: headerRow, bottom: headerRow + rows, left, right: left + fields.length - 1 }),
    columns: fields.map(([, { caption }]) => ({ name: caption })),
    style: "TableStyleLight1",
    bandedRows: false,
    filterButtons: false,
  };
};

const tableLooks = (key: SmallTable, left: number, rows: number): readonly RangeLook[] => {
  const all = fieldsOf(formOf(key)).map(([, field]) => field);
  return [
    ...columnLooks(all, (from, to) =>
      areaAddress({
        top: firstSettingRow,
        bottom: firstSettingRow + rows - 1,
        left: left + from,
        right: left + to,
      }),
    ),
    ...headerLooks(all, headerRow, left),
  ];
};

const tableValidations = (key: SmallTable, left: number): readonly Validation[] =>
  fieldsOf(formOf(key)).map(([fieldKey, field], column) => {
    const range = downFrom(left + column, left + column, firstSettingRow);
    return validationOf(field, range, {
      cell: cellAddress(firstSettingRow, left + column),
      column: downHeld(left + column, left + column, firstSettingRow),
      unique: fieldKey === "name",
      clients: [],
    });
  });

const settingAt = (key: SettingKey): string => cellAddress(firstSettingRow + settingKeys.indexOf(key), 1);

const numberSettings = [
  "depositDays",
  "withdrawnEarliest",
  "withdrawnLatest",
  "claimDays",
  "callDays",
  "signWithin",
] as const;
const daySettings = ["alternateFrom", "quarterStart", "plannedFrom", "openingOn", "handOverOn"] as const;
const choiceSettings = {
  policy: "policy",
  grading: "grading",
  ownership: "ownership",
  alternateDays: "yesNo",
  maskPhones: "yesNo",
} as const;

type SettingRule = Pick<Validation, "rule" | "alert">;

const refuse = (rule: ValidationRule, title: string, message: string): SettingRule => ({
  rule,
  alert: { style: "stop", title, message },
});

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
/** 洛阳 is two characters too. */
const twoLetters = (cell: string): string => {
  const isLetter = (char: string): string => `COUNT(FIND(${char},"${alphabet}${alphabet.toLowerCase()}"))`;
  return `=AND(LEN(${cell})=2,${isLetter(`LEFT(${cell})`)}=1,${isLetter(`RIGHT(${cell})`)}=1)`;
};

const settingRules: Readonly<Partial<Record<SettingKey, SettingRule>>> = {
  region: refuse(
    { kind: "custom", formula: twoLetters(settingAt("region")) },
    "区域字母不对",
    "请填两个大写字母，如洛阳填 LY。",
  ),
  areaCode: refuse(
    { kind: "textLength", comparison: "between", first: 3, second: 4 },
    "区号不对",
    "请填 3 或 4 位区号，如 0379；没有就清空这一格。",
  ),
  today: refuse(
    { kind: "custom", formula: "=FALSE" },
    "请勿改动",
    "今天的日期由公式取得，全簿的逾期都据此计算。",
  ),
  ...Object.fromEntries(
    Object.entries(choiceSettings).map(([key, list]) => [
      key,
      refuse({ kind: "list", source: `=${listName(list)}` }, "不在列表中", "请从下拉列表中选一项。"),
    ]),
  ),
  ...Object.fromEntries(
    numberSettings.map((key) => [
      key,
      refuse(
        { kind: "whole", comparison: "between", first: 0, second: 3650 },
        "天数不对",
        "请填 0 到 3650 的整数，不带单位。",
      ),
    ]),
  ),
  ...Object.fromEntries(
    daySettings.map((key) => [
      key,
      refuse(
        { kind: "date", comparison: "greaterOrEqual", first: "=DATE(1990,1,1)" },
        "日期不对",
        "请填日期，如 2024-03-05；没有就清空这一格。",
      ),
    ]),
  ),
};

const settingValidations = (): readonly Validation[] =>
  settingKeys.map((key) => ({
    range: settingAt(key),
    ...settingRules[key],
    ignoreBlank: true,
    prompt: { title: settings[key], message: explained[key] },
  }));

const lastColumn = paceColumn + 3;

const signalRows: readonly (readonly Cell[])[] = Object.entries(housePolicies.weights).map(
  ([key, weight]) => [intentScores.fields[key as keyof typeof houseWeights].caption, weight],
);

const lastSettingRow = firstSettingRow + settingKeys.length - 1;
const area = (top: number, bottom: number, left: number, right: number): string =>
  areaAddress({ top, bottom, left, right });

const sections = [
  [0, 2, "一、基本设置"],
  [rosterColumn, rosterColumn + 2, "二、置业顾问名单"],
  [cadenceColumn, cadenceColumn + 4, "三、跟进周期（天）"],
  [paceColumn, lastColumn, "现行周期（自动）"],
  [signalsColumn, signalsColumn + 1, "四、评分权重（合计 100）"],
] as const;

const looks = (people: number): readonly RangeLook[] => [
  { range: "A1", look: titleLook },
  { range: "A2", look: noteLook },
  ...sections.map(([left, right]) => ({ range: area(sectionRow, sectionRow, left, right), look: bandLook })),
  { range: area(headerRow, headerRow, 0, 2), look: headerLook },
  {
    range: area(firstSettingRow, lastSettingRow, 0, 2),
    look: { ...paperFont, color: ink, vertical: "center", border: line },
  },
  { range: area(firstSettingRow, lastSettingRow, 0, 0), look: { bold: true } },
  {
    range: area(firstSettingRow, lastSettingRow - 1, 1, 1),
    look: { horizontal: "center", numberFormat: "@", fill: waiting },
  },
  ...numberSettings.map((key): RangeLook => ({ range: settingAt(key), look: { numberFormat: "0" } })),
  ...daySettings.map((key): RangeLook => ({ range: settingAt(key), look: { numberFormat: "yyyy-mm-dd" } })),
  {
    range: area(lastSettingRow, lastSettingRow, 1, 1),
    look: { horizontal: "center", numberFormat: "yyyy-mm-dd", color: quiet },
  },
  {
    range: area(firstSettingRow, lastSettingRow, 2, 2),
    look: { color: quiet, fontSize: 10 },
  },
  ...tableLooks("consultants", rosterColumn, people),
  ...tableLooks("cadence", cadenceColumn, cadenceRows.length),
  ...tableLooks("signals", signalsColumn, signalRows.length),
  { range: area(headerRow, headerRow, paceColumn, lastColumn), look: headerLook },
  {
    range: area(firstSettingRow, firstSettingRow + paced.length - 1, paceColumn, lastColumn),
    look: { ...paperFont, horizontal: "center", vertical: "center", border: line, color: quiet },
  },
];

const blocks = (site: NewSite, people: readonly string[], today: CalendarDay): readonly Block[] => {
  const heads = (key: SmallTable): readonly Cell[] => fieldsOf(formOf(key)).map(([, { caption }]) => caption);
  return [
    { at: "A1", rows: [[settingsSheet]] },
    { at: "A2", rows: [["浅橙色的格子可以改；改了以后，标题、编号、到期日和下拉列表都跟着变。"]] },
    ...sections.map(([left, , title]) => ({ at: cellAddress(sectionRow, left), rows: [[title]] })),
    {
      at: cellAddress(headerRow, 0),
      rows: [
        heads("settingLines"),
        ...settingKeys.map((key) => [settings[key], valueOf(site, key, today), explained[key]]),
      ],
    },
    {
      at: cellAddress(headerRow, rosterColumn),
      rows: [heads("consultants"), ...people.map((name) => [name === "" ? null : name, "是", null])],
    },
    { at: cellAddress(headerRow, cadenceColumn), rows: [heads("cadence"), ...cadenceRows] },
    { at: cellAddress(headerRow, signalsColumn), rows: [heads("signals"), ...signalRows] },
    { at: cellAddress(headerRow, paceColumn), rows: [paceCaptions, ...paceRows()] },
    {
      at: cellAddress(lastSettingRow + 2, 0),
      rows: [
        ["首次：来访或来电那天以后还没有联系过，几天内跟进；最早、最迟：上次跟进以后几天。"],
        ["D 级不按天数，等下一次促销或节日，日期见“活动”表；√ 与 × 没有跟进日。"],
        ["下次跟进早于期限的约定，以约定为准；晚于期限的约定不推迟期限。"],
      ],
    },
  ];
};

/** `today`: the quarter that 季度进度 begins with. */
export const planSettings = (site: NewSite, today: CalendarDay): Sheet => {
  // A table needs a row.
  const people = site.consultants.length > 0 ? site.consultants : [""];
  const widths = [14, 18, 66, 3];
  fieldsOf(formOf("consultants")).forEach(([, field], i) => (widths[rosterColumn + i] = widthOf(field)));
  widths[rosterColumn + 3] = 3;
  fieldsOf(formOf("cadence")).forEach(([, field], i) => (widths[cadenceColumn + i] = widthOf(field)));
  widths.push(3, 8, 8, 8, 8, 3);
  fieldsOf(formOf("signals")).forEach(([, field], i) => (widths[signalsColumn + i] = widthOf(field)));
  // Its band says more than its two captions.
  widths[signalsColumn] = 18;
  return {
    name: settingsSheet,
    visibility: "visible",
    tabColor: quiet,
    showGridlines: false,
    blocks: blocks(site, people, today),
    looks: [
      ...looks(people.length),
      { range: area(lastSettingRow + 2, lastSettingRow + 4, 0, 0), look: noteLook },
    ],
    columns: widths.map((width, column) => ({ column, width })),
    defaultRowHeight: 24,
    rows: [
      { row: 0, height: 34 },
      { row: 1, height: 20 },
      { row: headerRow, height: 26 },
    ],
    merges: [],
    links: [],
    tables: [
      table("settingLines", 0, settingKeys.length),
      table("consultants", rosterColumn, people.length),
      table("cadence", cadenceColumn, cadenceRows.length),
      table("signals", signalsColumn, signalRows.length),
    ],
    validations: [
      ...settingValidations(),
      ...tableValidations("consultants", rosterColumn),
      ...tableValidations("cadence", cadenceColumn),
      ...tableValidations("signals", signalsColumn),
    ],
    highlights: [],
    freeze: { rows: firstSettingRow, columns: 0 },
    print: {
      orientation: "landscape",
      paper: "A4",
      fitWide: 1,
      centerFooter: "第 &P 页，共 &N 页",
      margins: { top: 36, bottom: 40, left: 28, right: 28 },
    },
  };
};

/** 设置: the site's settings, its roster, and R5's table of days, side by side so that each can grow. */
import { areaAddress, cellAddress, columnLetters } from "../../book/address";
import type { Block, Cell, RangeLook, Sheet, Table, Validation } from "../../book/book";
import { fieldsOf } from "../../domain/form/form";
import { formOf } from "../../domain/forms/index";
import { type CadenceRow } from "../../domain/register/site";
import { cadences } from "../../domain/rules/follow-up-due";
import { columnLooks } from "./column-looks";
import type { NewSite } from "./new-site";
import { bandLook, headerLook, ink, line, noteLook, paperFont, quiet, titleLook, waiting } from "./palette";
import { downFrom, downHeld } from "./references";
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

const sectionRow = firstSettingRow - 2;
const headerRow = firstSettingRow - 1;
export const rosterColumn = 4;
const cadenceColumn = 8;
const paceColumn = 14;

const explained: Readonly<Record<SettingKey, string>> = {
  project: "项目名称，印在每张表的标题上。",
  place: "项目所在的市或县，客户编号的区域字母由它而来。",
  region: "客户编号的头两个字母，如 LY-ZS001 的 LY；可以改，只影响以后的编号。",
  areaCode: "固定电话没写区号时补上，如 0379；手机不受影响。",
  policy: "000 为默认；003、002 见右边“跟进周期”；选“自定”就用其中“自定”的各行。",
  today: "全簿只在这里取当天日期，逾期与今日都由它算出，请勿改动。",
};

const valueOf = (site: NewSite, key: SettingKey): Cell => {
  if (key === "today") return { formula: "=TODAY()" };
  return site[key] === "" ? null : site[key];
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

/** The chosen policy's days; where the table has lost its row, the house's own. */
const paceRows = (): readonly (readonly Cell[])[] =>
  paced.map((grade, index) => {
    const house = daysOf("000", grade);
    const row = firstSettingRow + index + 1;
    const cell = `$${columnLetters(paceColumn)}${row}`;
    const chosen = `(Cadence[政策]=${settings.policy})*(Cadence[级别]=${cell})`;
    const days = (caption: string, otherwise: number): Cell => ({
      formula:
        `=IF(SUMPRODUCT(${chosen}*ISNUMBER(Cadence[${caption}]))=0,${otherwise},` +
        `SUMPRODUCT(${chosen},Cadence[${caption}]))`,
    });
    return [grade, days("首次", house.first), days("最早", house.earliest), days("最迟", house.latest)];
  });

export const paceRange = `${settingsSheet}!$${columnLetters(paceColumn)}$${firstSettingRow + 1}:$${columnLetters(paceColumn + 3)}$${firstSettingRow + 3}`;

const table = (key: "consultants" | "cadence", left: number, rows: number): Table => {
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

const tableLooks = (key: "consultants" | "cadence", left: number, rows: number): readonly RangeLook[] => {
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

const tableValidations = (key: "consultants" | "cadence", left: number): readonly Validation[] =>
  fieldsOf(formOf(key)).map(([fieldKey, field], column) => {
    const range = downFrom(left + column, left + column, firstSettingRow);
    return validationOf(field, range, {
      cell: cellAddress(firstSettingRow, left + column),
      column: downHeld(left + column, left + column, firstSettingRow),
      unique: fieldKey === "name",
      clients: [],
    });
  });

const settingValidations = (): readonly Validation[] => {
  const at = (key: SettingKey): string => cellAddress(firstSettingRow + settingKeys.indexOf(key), 1);
  const prompt = (key: SettingKey) => ({ prompt: { title: settings[key], message: explained[key] } });
  return [
    { range: at("project"), ignoreBlank: true, ...prompt("project") },
    { range: at("place"), ignoreBlank: true, ...prompt("place") },
    {
      range: at("region"),
      rule: { kind: "textLength", comparison: "equal", first: 2 },
      ignoreBlank: true,
      alert: { style: "stop", title: "区域字母不对", message: "请填两个大写字母，如洛阳填 LY。" },
      ...prompt("region"),
    },
    {
      range: at("areaCode"),
      rule: { kind: "textLength", comparison: "between", first: 3, second: 4 },
      ignoreBlank: true,
      alert: {
        style: "stop",
        title: "区号不对",
        message: "请填 3 或 4 位区号，如 0379；没有就清空这一格。",
      },
      ...prompt("areaCode"),
    },
    {
      range: at("policy"),
      rule: { kind: "list", source: `=${listName("policy")}` },
      ignoreBlank: true,
      alert: { style: "stop", title: "不在列表中", message: "请从下拉列表中选 000、003、002 或自定。" },
      ...prompt("policy"),
    },
    {
      range: at("today"),
      rule: { kind: "custom", formula: "=FALSE" },
      ignoreBlank: true,
      alert: { style: "stop", title: "请勿改动", message: "今天的日期由公式取得，全簿的逾期都据此计算。" },
      ...prompt("today"),
    },
  ];
};

const lastColumn = paceColumn + 3;
const lastSettingRow = firstSettingRow + settingKeys.length - 1;
const area = (top: number, bottom: number, left: number, right: number): string =>
  areaAddress({ top, bottom, left, right });

const sections = [
  [0, 2, "一、基本设置"],
  [rosterColumn, rosterColumn + 2, "二、置业顾问名单"],
  [cadenceColumn, cadenceColumn + 4, "三、跟进周期（天）"],
  [paceColumn, lastColumn, "现行周期（自动）"],
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
  { range: area(headerRow, headerRow, paceColumn, lastColumn), look: headerLook },
  {
    range: area(firstSettingRow, firstSettingRow + paced.length - 1, paceColumn, lastColumn),
    look: { ...paperFont, horizontal: "center", vertical: "center", border: line, color: quiet },
  },
];

const blocks = (site: NewSite, people: readonly string[]): readonly Block[] => {
  const heads = (key: "consultants" | "cadence"): readonly Cell[] =>
    fieldsOf(formOf(key)).map(([, { caption }]) => caption);
  return [
    { at: "A1", rows: [[settingsSheet]] },
    { at: "A2", rows: [["浅橙色的格子可以改；改了以后，标题、编号、到期日和下拉列表都跟着变。"]] },
    ...sections.map(([left, , title]) => ({ at: cellAddress(sectionRow, left), rows: [[title]] })),
    {
      at: cellAddress(headerRow, 0),
      rows: [
        ["设置项", "内容", "说明"],
        ...settingKeys.map((key) => [settings[key], valueOf(site, key), explained[key]]),
      ],
    },
    {
      at: cellAddress(headerRow, rosterColumn),
      rows: [heads("consultants"), ...people.map((name) => [name === "" ? null : name, "是", null])],
    },
    { at: cellAddress(headerRow, cadenceColumn), rows: [heads("cadence"), ...cadenceRows] },
    { at: cellAddress(headerRow, paceColumn), rows: [["级别", "首次", "最早", "最迟"], ...paceRows()] },
    {
      at: cellAddress(lastSettingRow + 2, 0),
      rows: [
        ["首次：只接触过一次时几天内跟进；最早、最迟：上次跟进以后几天。"],
        ["D 级不按天数，等下一次促销或节日，日期见“活动”表；√ 与 × 没有跟进日。"],
        ["下次跟进早于期限的约定，以约定为准；晚于期限的约定不推迟期限。"],
      ],
    },
  ];
};

export const planSettings = (site: NewSite): Sheet => {
  // A table needs a row.
  const people = site.consultants.length > 0 ? site.consultants : [""];
  const widths = [12, 18, 66, 3];
  fieldsOf(formOf("consultants")).forEach(([, field], i) => (widths[rosterColumn + i] = widthOf(field)));
  widths[rosterColumn + 3] = 3;
  fieldsOf(formOf("cadence")).forEach(([, field], i) => (widths[cadenceColumn + i] = widthOf(field)));
  widths.push(3, 8, 8, 8, 8);
  return {
    name: settingsSheet,
    visibility: "visible",
    tabColor: quiet,
    showGridlines: false,
    blocks: blocks(site, people),
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
      table("consultants", rosterColumn, people.length),
      table("cadence", cadenceColumn, cadenceRows.length),
    ],
    validations: [
      ...settingValidations(),
      ...tableValidations("consultants", rosterColumn),
      ...tableValidations("cadence", cadenceColumn),
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

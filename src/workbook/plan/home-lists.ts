/** 首页's tables: who is next, the consultants, the sheets, the grades. All live formulas. */
import { cellAddress } from "../../book/address";
import type { Cell, Link } from "../../book/book";
import { type Form } from "../../domain/form/form";
import { type FieldKey, type FormKey, formOf, registersBySheet } from "../../domain/forms/index";
import type { Grading } from "../../domain/rules/grade-meaning";
import { calls, countBetween, deals, due, monday, monthStart, notGivenBack, visits } from "./home-cards";
import { all } from "./references";
import { dictionarySheet, rosterName, settings, settingsSheet } from "./site-sheet";

const { today } = settings;
const formula = (text: string): Cell => ({ formula: text });

export const nextCaptions = [
  "客户编号",
  "客户姓名",
  "级别",
  "置业顾问",
  "最近跟进",
  "应跟进",
  "状态",
  "电话",
];

/** The place in Grades of the k-th to be called; those of one day in their order. `above`: the cell of the one before. */
const placeOf = (k: number, above: string): string => {
  const kth = `SMALL(${due},${k})`;
  if (k === 1) return `=IFERROR(MATCH(${kth},${due},0),"")`;
  const rest = `INDEX(${due},${above}+1):INDEX(${due},ROWS(${due}))`;
  return (
    `=IFERROR(IF(${kth}=SMALL(${due},${k - 1}),${above}+MATCH(${kth},${rest},0),` +
    `MATCH(${kth},${due},0)),"")`
  );
};

/** 手机, or the other number where there is none; of who has only called, that of the call. */
const phoneOf = (id: string): string => {
  const found = (ids: string, mobile: string, other: string): string => {
    const of = (column: string): string => `INDEX(${column},MATCH(${id},${ids},0))`;
    return `IF(OR(${of(mobile)}="",${of(mobile)}="/"),${of(other)},${of(mobile)})&""`;
  };
  const visitor = found(all("visitors", "clientId"), all("visitors", "mobile"), all("visitors", "phone"));
  const caller = found(all("calls", "clientId"), all("calls", "mobile"), all("calls", "otherContact"));
  return `IFERROR(${visitor},IFERROR(${caller},""))`;
};

/** A line's hidden cell: which row of Grades it shows. */
export const placeCell = (k: number, row: number, placeColumn: number): Cell =>
  formula(placeOf(k, cellAddress(row - 1, placeColumn)));

export const nextLine = (row: number, left: number, placeColumn: number): readonly Cell[] => {
  const place = `$${cellAddress(row, placeColumn)}`;
  const id = `$${cellAddress(row, left)}`;
  const of = (key: "clientId" | "name" | "grade" | "consultant" | "lastContact" | "nextDue" | "dueStatus") =>
    formula(`=IF(${place}="","",INDEX(${all("grades", key)},${place}))`);
  return [
    of("clientId"),
    of("name"),
    of("grade"),
    of("consultant"),
    of("lastContact"),
    of("nextDue"),
    of("dueStatus"),
    formula(`=IF(${place}="","",${phoneOf(id)})`),
  ];
};

export const teamCaptions = [
  "置业顾问",
  "在跟客户",
  "逾期",
  "今日",
  "七天内",
  "本周来访",
  "本周来电",
  "本月成交",
];

/** The figures of a line: of one consultant, or without a name of all there are. */
const teamFigures = (name?: string): readonly string[] => {
  const whose = (column: string): readonly string[] => (name === undefined ? [] : [column, name]);
  const owned = (...conditions: string[]): string =>
    `COUNTIFS(${[...whose(all("grades", "consultant")), ...conditions].join(",")})`;
  const grade = all("grades", "grade");
  const clients = owned(all("grades", "clientId"), '"?*"');
  const between = (column: string, from: string, of: string, ...more: readonly string[]): string =>
    countBetween(column, from, `${today}+1`, ...whose(of), ...more);
  return [
    `${clients}-${owned(grade, '"√"')}-${owned(grade, '"×"')}`,
    owned(due, `"<"&${today}`),
    owned(due, today),
    owned(due, `">"&${today}`, due, `"<="&${today}+7`),
    between(visits, monday, all("visitors", "consultant")),
    between(calls, monday, all("calls", "consultant")),
    between(deals, monthStart, all("deals", "consultant"), ...notGivenBack),
  ];
};

export const teamLine = (k: number, row: number, left: number): readonly Cell[] => {
  const name = `$${cellAddress(row, left)}`;
  return [
    formula(`=IFERROR(INDEX(${rosterName},${k})&"","")`),
    ...teamFigures(name).map((text) => formula(`=IF(${name}="","",${text})`)),
  ];
};

/**
 * The last line: its consultant where there are just so many; where there are more, all who have no line; where there
 * are fewer, whatever is nobody's on the list, should there be any.
 */
export const restLine = (lines: number, row: number, left: number): readonly Cell[] => {
  const name = `$${cellAddress(row, left)}`;
  const count = `ROWS(${rosterName})`;
  const places = teamCaptions.slice(1).map((_, index) => left + 1 + index);
  const total = (column: number): string => cellAddress(row + 1, column);
  const above = (from: number, to: number): string =>
    `SUM(${cellAddress(row - lines + 1, from)}:${cellAddress(row - 1, to)})`;
  const [first = left, last = left] = [places[0], places.at(-1)];
  const nobodys = `SUM(${total(first)}:${total(last)})>${above(first, last)}`;
  const own = teamFigures(name);
  return [
    formula(
      `=IF(${count}>${lines},"其余 "&(${count}-${lines - 1})&" 位",` +
        `IF(${count}=${lines},INDEX(${rosterName},${lines})&"",IF(${nobodys},"不在名单","")))`,
    ),
    ...places.map((column, index) =>
      formula(
        `=IF(${name}="","",IF(${count}=${lines},${own[index] ?? "0"},${total(column)}-${above(column, column)}))`,
      ),
    ),
  ];
};

/** Of all there is: the same figures as the cards above. */
export const totalLine: readonly Cell[] = ["合计", ...teamFigures().map((text) => formula(`=${text}`))];

export const sheetCaptions = ["去哪张表", "一行记什么", "行数", "最近一条"];

interface Counted {
  /** What is counted, and what it is. */
  readonly rows: string;
  /** A day; nothing where a sheet has none. */
  readonly latest?: string;
  readonly says?: string;
}

const latestOf = <Key extends FormKey>(form: Key, key: FieldKey<Key>): string =>
  `INT(MAX(${all(form, key)}))`;

/** By the first register of each sheet. */
const counted: Readonly<Partial<Record<FormKey, Counted>>> = {
  visitors: { rows: all("visitors", "clientId"), latest: `MAX(${visits})` },
  calls: { rows: all("calls", "calledAt"), latest: `INT(MAX(${calls}))` },
  grades: { rows: all("grades", "clientId"), latest: `MAX(${all("grades", "lastContact")})` },
  followUps: { rows: all("followUps", "clientId"), latest: latestOf("followUps", "contactedAt") },
  invitations: { rows: all("invitations", "clientId"), latest: latestOf("invitations", "invitedFor") },
  deals: { rows: all("deals", "dealId"), latest: `MAX(${deals})` },
  lostClients: { rows: all("lostClients", "lostId"), latest: latestOf("lostClients", "givenUpOn") },
  applications: { rows: all("applications", "kind"), latest: latestOf("applications", "appliedOn") },
  progress: { rows: all("progress", "plannedUnits"), says: "一周一行；行数为已填计划的周" },
  units: { rows: all("units", "unitNo"), latest: latestOf("units", "updatedOn") },
  receipts: { rows: all("receipts", "no"), latest: latestOf("receipts", "date") },
  rotation: {
    rows: all("receptions", "at"),
    latest: latestOf("receptions", "at"),
    says: "轮序名单，一次接待一行",
  },
  profiles: { rows: all("profiles", "clientId") },
  careTasks: {
    rows: all("careTasks", "clientId"),
    latest: `MINIFS(${all("careTasks", "dueOn")},${all("careTasks", "dueOn")},">="&${today})`,
    says: "一件维护事项一行，右为下一件",
  },
  intentScores: { rows: all("intentScores", "clientId"), latest: latestOf("intentScores", "scoredOn") },
  // The next one says more than the last.
  events: {
    rows: all("events", "date"),
    latest: `MINIFS(${all("events", "date")},${all("events", "date")},">="&${today})`,
    says: "促销与节日，右为下一次",
  },
};

export const sheetLines: readonly (readonly [string, ...Cell[]])[] = [
  ...registersBySheet.map(([key]): readonly [string, ...Cell[]] => {
    const { sheet, oneRowPer }: Form = formOf(key);
    const { rows, latest, says = oneRowPer } = counted[key] ?? { rows: "" };
    return [
      sheet,
      says,
      rows === "" ? null : formula(`=COUNTA(${rows})`),
      latest === undefined ? null : formula(`=IF(${latest}=0,"",${latest})`),
    ];
  }),
  [settingsSheet, "项目、名单、跟进周期", null, null],
  [dictionarySheet, "下拉列表的选项", null, null],
  [formOf("problems").sheet, "校验发现的问题", formula(`=COUNTA(${all("problems", "says")})`), null],
];

export const sheetLinks = (top: number, column: number): readonly Link[] =>
  sheetLines.map(([name], index) => ({
    cell: cellAddress(top + index, column),
    place: `${name}!A1`,
    tip: `去“${name}”`,
  }));

export const gradeCaptions = ["客户级别", "含义", "人数", "占比"];

type Says = Readonly<{ "000": string } & Partial<Record<Grading, string>>>;

/** R4: a few words each, by 评级标准; what 003 and 002 do not say otherwise is 000's. */
const meanings = [
  ["A", { "000": "意向明确，三天内可定", "003": "一个月内可能成交", "002": "六项都认同" }],
  ["B", { "000": "快定了，钱或家人未到位", "003": "一到三个月可能成交", "002": "价格或首付略有差距" }],
  ["C", { "000": "没有表态，态度积极", "003": "有意向，三个月以上", "002": "认同产品价格，买得起" }],
  ["D", { "000": "不认可或抵触，等活动", "003": "意向模糊或还买不了", "002": "产品价格财力缺一项" }],
  ["√", { "000": "已成交" }],
  ["×", { "000": "无望，待再分配" }],
] as const satisfies readonly (readonly [string, Says])[];

/** Follows the setting. */
const meaningCell = (says: Says): Cell => {
  const others = (["003", "002"] as const).flatMap((grading) => {
    const words = says[grading];
    return words === undefined ? [] : [[grading, words] as const];
  });
  if (others.length === 0) return says["000"];
  return formula(
    `=${others.reduce((rest, [grading, words]) => `IF(${settings.grading}="${grading}","${words}",${rest})`, `"${says["000"]}"`)}`,
  );
};

export const gradeLines = (top: number, left: number): readonly (readonly Cell[])[] => {
  const count = (row: number): string => cellAddress(row, left + 2);
  const total = `$${cellAddress(top + meanings.length, left + 2).replace(/(\d+)$/u, "$$$1")}`;
  return [
    ...meanings.map(([grade, says], index): readonly Cell[] => [
      grade,
      meaningCell(says),
      formula(`=COUNTIFS(${all("grades", "grade")},"${grade}")`),
      formula(`=IF(${total}=0,"",${count(top + index)}/${total})`),
    ]),
    ["合计", null, formula(`=SUM(${count(top)}:${count(top + meanings.length - 1)})`), null],
  ];
};

export const howTo: readonly string[] = [
  "1. 在表的最后一行下面接着填，表自己长一行；橙色表头带 * 的必填，没有的内容填“/”。",
  "2. 日期写 2024-03-05；几个选项、几个电话之间用“、”隔开；提示说不对时照提示改。",
  "3. 跟进写在“跟踪记录”，一次一行；最近跟进、下次跟进、逾期几天会自己算出来。",
  "4. 改级别：在“等级跟踪”的 D C B A √ × 栏填当天日期；红色逾期，黄色今日。",
  "5. 客户编号由案场簿插件编：没有插件就先空着，以后补编，请不要自己编。",
  "6. 灰字的格子是公式，不用填；被改坏了，插件的“校验”会认出来并修好。",
];

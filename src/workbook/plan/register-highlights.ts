/** What each register shows in colours of its own: states, lateness (R6), money that does not add up (R12, R13). */
import type { Highlight, HighlightLook } from "../../book/book";
import { applicationKinds } from "../../domain/forms/applications";
import { type FieldKey, type FormKey, formOf } from "../../domain/forms/index";
import { dueToday, inert, lost, overdue, promised, won, wrong } from "./palette";
import { columnOf, downFrom, downHeld, firstHeld } from "./references";
import { settings } from "./site-sheet";
import { otherQuarterPlanned } from "./formulas/other-quarter";
import { saysNo } from "./formulas/says-no";

/** Wrong, and to be put right: outlined. */
export const doubled: HighlightLook = { color: wrong, bold: true, border: wrong };

const { today } = settings;

/** A register's cells of the first row and its columns, as formulas of a highlight write them. */
const of = <Key extends FormKey>(form: Key) => {
  const cell = (key: FieldKey<Key>): string => firstHeld(columnOf(form, key));
  const columns = (from: FieldKey<Key>, to: FieldKey<Key> = from): string =>
    downFrom(columnOf(form, from), columnOf(form, to));
  /** The columns from one to another in colours while the formula holds. */
  const when = (
    formula: string,
    look: HighlightLook,
    from: FieldKey<Key>,
    to: FieldKey<Key> = from,
  ): Highlight => ({ range: columns(from, to), formula: `=${formula}`, look });
  /** Each wording of a cell with its colours. */
  const saying = (
    key: FieldKey<Key>,
    looks: Readonly<Record<string, HighlightLook>>,
    from: FieldKey<Key> = key,
    to: FieldKey<Key> = from,
  ): readonly Highlight[] =>
    Object.entries(looks).map(([text, look]) => when(`${cell(key)}="${text}"`, look, from, to));
  const held = (key: FieldKey<Key>): string => downHeld(columnOf(form, key));
  return { cell, when, saying, held };
};

/** 逾期n天 and 今日 in a status column, also over the columns `from` to `to`. */
const late = <Key extends FormKey>(
  form: Key,
  status: FieldKey<Key>,
  from: FieldKey<Key> = status,
  to: FieldKey<Key> = from,
): readonly Highlight[] => {
  const { cell, when, saying } = of(form);
  return [
    when(`LEFT(${cell(status)},2)="逾期"`, { ...overdue, bold: true }, from, to),
    ...saying(status, { 今日: { ...dueToday, bold: true } }, from, to),
  ];
};

/** R4, R6: a client's line tells its state at a glance, the first columns too. */
const pipeline = (): readonly Highlight[] => {
  const { cell, when } = of("grades");
  const [grade, status] = [cell("grade"), cell("dueStatus")];
  const due = (formula: string, look: HighlightLook): readonly Highlight[] => [
    when(formula, look, "no", "consultant"),
    when(formula, { ...look, bold: true }, "lastContact", "dueStatus"),
  ];
  return [
    when(`${grade}="×"`, { ...lost, strike: true }, "no", "remarks"),
    when(`${grade}="√"`, won, "no", "remarks"),
    ...due(`LEFT(${status},2)="逾期"`, overdue),
    ...due(`${status}="今日"`, dueToday),
  ];
};

/** R12: total = price × area, a yuan more or less. */
const wrongTotal = (price: string, area: string, total: string): string =>
  `AND(COUNT(${price},${area},${total})=3,ABS(${total}-ROUND(${price}*${area},0))>1)`;

/** R12, R13. */
const sales = (): readonly Highlight[] => {
  const { cell, when, saying, held } = of("deals");
  const [unit, state] = [cell("unitNo"), cell("status")];
  return [
    ...saying("status", { 已退房: { ...lost, strike: true } }, "dealId", "formerConsultant"),
    // Refunded deals have given their unit back.
    when(
      `AND(${unit}<>"",${unit}<>"/",${state}<>"已退房",COUNTIFS(${held("unitNo")},${unit},${held("status")},"<>已退房")>1)`,
      doubled,
      "unitNo",
    ),
    when(wrongTotal(cell("unitPrice"), cell("floorArea"), cell("totalPrice")), doubled, "totalPrice"),
    when(
      `AND(COUNT(${cell("totalPrice")},${cell("paid")})=2,${cell("paid")}>${cell("totalPrice")})`,
      doubled,
      "paid",
    ),
    when(
      `AND(${state}="认购",ISNUMBER(${cell("subscribedOn")}),${today}-${cell("subscribedOn")}>${settings.signWithin})`,
      { ...overdue, bold: true },
      "signedOn",
    ),
    ...saying("status", { 认购: dueToday, 签约: promised, 已售: won }),
  ];
};

const applications = (): readonly Highlight[] => {
  const { cell, when, saying } = of("applications");
  const form = formOf("applications");
  const kind = cell("kind");
  const last = (keys: readonly string[], at: number) => keys.at(at) as FieldKey<"applications">;
  return [
    // Boxes of the other papers.
    ...form.parts
      .filter(({ title }) => (applicationKinds as readonly string[]).includes(title))
      .map(({ title, fields }) => {
        const keys = Object.keys(fields);
        return when(`AND(${kind}<>"",${kind}<>"${title}")`, inert, last(keys, 0), last(keys, -1));
      }),
    when(wrongTotal(cell("unitPrice"), cell("floorArea"), cell("totalPrice")), doubled, "totalPrice"),
    when(
      wrongTotal(cell("newUnitPrice"), cell("newFloorArea"), cell("newTotalPrice")),
      doubled,
      "newTotalPrice",
    ),
    when(
      `AND(ISNUMBER(${cell("discountedTotal")}),${cell("discountedTotal")}<0)`,
      doubled,
      "usualDiscount",
      "discountedTotal",
    ),
    when(`AND(ISNUMBER(${cell("refund")}),${cell("refund")}<0)`, doubled, "penalty", "refund"),
    when(
      `AND(${cell("newUnitNo")}<>"",${cell("newUnitNo")}<>"/",${cell("newUnitNo")}=${cell("unitNo")})`,
      doubled,
      "newUnitNo",
    ),
    ...saying("status", { 已批准: won, 已驳回: overdue, 审批中: dueToday, 已办结: lost }),
  ];
};

/** R13: the board's colours. */
const board = (): readonly Highlight[] => {
  const { cell, when, saying } = of("units");
  const deals = of("deals");
  const { sheet } = formOf("deals");
  const state = cell("status");
  const looks = { 保留: dueToday, 认购: promised, 签约: promised, 已售: won };
  return [
    when(
      `AND(${state}="可售",COUNTIFS(${sheet}!${deals.held("unitNo")},${cell("unitNo")},${sheet}!${deals.held("status")},"<>已退房")>0)`,
      doubled,
      "status",
    ),
    ...saying("status", { 不可售: lost }, "unitNo", "updatedOn"),
    ...saying("status", looks, "unitNo"),
    ...saying("status", { ...looks, 签约: { ...promised, bold: true }, 已售: { ...won, bold: true } }),
  ];
};

const money = (): readonly Highlight[] => {
  const { saying } = of("receipts");
  return [
    ...saying("item", { 退款: { color: wrong }, 违约金: { color: wrong } }, "item", "amount"),
    ...saying("verified", { 未核对: dueToday, 已核对: won }),
  ];
};

const plan = (): readonly Highlight[] => {
  const { cell, when, saying } = of("instalments");
  return [
    when(
      `AND(${cell("refused")}="是",SUM(${cell("outstanding")})>0)`,
      { ...overdue, bold: true, border: wrong },
      "refused",
    ),
    ...late("instalments", "status", "dueOn", "status"),
    ...saying("status", { 已收: won }),
    ...saying("status", { 已退房: lost }, "clientId", "refused"),
  ];
};

const papers = (): readonly Highlight[] => [
  ...late("mortgagePapers", "status", "dueOn", "status"),
  ...of("mortgagePapers").saying("status", { 已交: won, 免交: lost, 待交: dueToday }),
];

const tasks = (): readonly Highlight[] => [
  ...of("careTasks").saying("status", { 已完成: lost, 不联系: lost }, "clientId", "status"),
  ...late("careTasks", "status", "dueOn", "dueOn"),
  ...late("careTasks", "status"),
];

const invited = (): readonly Highlight[] => {
  const { cell, when, saying } = of("invitations");
  return [
    // The day is over and nobody has said what came of it.
    when(
      `AND(${cell("clientId")}<>"",ISNUMBER(${cell("invitedFor")}),${cell("invitedFor")}<${today},${cell("result")}="")`,
      dueToday,
      "result",
    ),
    ...saying("result", { 已到访: won, 未到访: lost, 拒绝: lost, 未联系上: lost }),
  ];
};

const quarter = (): readonly Highlight[] => {
  const { cell, when } = of("progress");
  const ended = `AND(ISNUMBER(${cell("to")}),${cell("to")}<${today}`;
  const short = (key: "unitsShare" | "salesShare"): readonly Highlight[] => [
    when(`AND(ISNUMBER(${cell(key)}),${cell(key)}>=1)`, won, key),
    when(`${ended},ISNUMBER(${cell(key)}),${cell(key)}<0.8)`, overdue, key),
  ];
  return [
    when(otherQuarterPlanned, overdue, "plannedUnits", "plannedSales"),
    ...short("unitsShare"),
    ...short("salesShare"),
    when(
      `AND(ISNUMBER(${cell("from")}),${cell("from")}<=${today},${today}<=${cell("to")})`,
      { ...promised, bold: true },
      "week",
      "to",
    ),
  ];
};

const severities = (): readonly Highlight[] =>
  of("problems").saying("severity", { 错误: { ...overdue, bold: true }, 警告: dueToday });

const own: Readonly<Partial<Record<FormKey, () => readonly Highlight[]>>> = {
  grades: pipeline,
  invitations: invited,
  deals: sales,
  applications,
  progress: quarter,
  units: board,
  receipts: money,
  instalments: plan,
  mortgagePapers: papers,
  rotation: () => of("rotation").saying("state", { 当值: won, 接待中: dueToday, 休息: lost, 外派: lost }),
  receptions: () => of("receptions").saying("counts", { 否: { color: lost.color } }, "kind", "counts"),
  profiles: () => {
    const { cell, when } = of("profiles");
    return saysNo(cell("consent")).map((no) => when(no, { ...overdue, bold: true }, "consent"));
  },
  careTasks: tasks,
  intentScores: () =>
    of("intentScores").saying("suggested", { A: { ...won, bold: true }, B: promised, C: dueToday, D: lost }),
  events: () => {
    const { cell, when } = of("events");
    return [
      when(
        `AND(ISNUMBER(${cell("date")}),${cell("date")}<${today})`,
        { color: lost.color },
        "date",
        "audience",
      ),
    ];
  },
  problems: severities,
};

/** Strongest first. */
export const ownHighlights = (key: FormKey): readonly Highlight[] => own[key]?.() ?? [];

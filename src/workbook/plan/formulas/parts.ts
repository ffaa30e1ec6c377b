/**
 * What many formulas ask. What is long to look for stands in a formula once: a client's row asks every register, and
 * spreadsheets without an index read all of it for each question.
 */
import { paymentItems } from "../../../domain/rules/money-adds-up";
import { all } from "../references";
import { settings } from "../site-sheet";

/**
 * A day, its hour left out: a cell for days may hold one. What MINIFS does not find is 0: `1/(1/x)` makes an error of it,
 * and the division's noise, which may lie below a whole day, is less than what is added.
 */
export const orElse = (day: string, otherwise: string): string =>
  `IFERROR(INT(1/(1/${day})+0.000001),${otherwise})`;

/** Later than any day, and a whole number of times itself: MOD makes 0 of it. */
const never = "10^6";

/** The earliest of days, each 0 where there is none; empty where there is none at all. */
export const earliest = (days: readonly string[]): string =>
  orElse(`MOD(MIN(${days.map((day) => orElse(day, never)).join(",")}),${never})`, '""');

type Standing = "visitors" | "calls" | "grades";
type Said = "name" | "consultant";

/** From the first register that has the client. */
const said = (key: Said, id: string, [form, ...others]: readonly Standing[]): string =>
  form === undefined
    ? '""'
    : `IFERROR(INDEX(${all(form, key)},MATCH(${id},${all(form, "clientId")},0))&"",${said(key, id, others)})`;

export const clientName = (id: string): string => said("name", id, ["visitors", "calls"]);

/** Who has the client now: 等级跟踪 says so, before it has the client the one who received the visit or the call. */
export const ownerNow = (id: string): string => said("consultant", id, ["grades", "visitors", "calls"]);

/** Nothing without a number. */
export const ofClient = (id: string, found: (id: string) => string): string =>
  `=IF(${id}="","",${found(id)})`;

/** 0 where the client has never been registered at the door. */
export const visitDay = (id: string): string =>
  `IFERROR(INT(INDEX(${all("visitors", "visitDate")},MATCH(${id},${all("visitors", "clientId")},0))),0)`;

/** Yuan and fen: the noise of binary sums is taken off (R12). */
export const fen = (amount: string): string => `ROUND(${amount},2)`;

/** 逾期n天, 今日, 未到期. */
export const lateness = (due: string): string => {
  const { today } = settings;
  const days = `${today}-INT(${due})`;
  return `IF(${due}<${today},"逾期"&(${days})&"天",IF(${days}=0,"今日","未到期"))`;
};

/** The row's place in its table, from 1. */
export const placeIn = (header: string): string => `ROW()-ROW(${header})`;

interface OfPair {
  readonly client: string;
  readonly unit: string;
  /** Conditions of their 退房 that were carried out. */
  readonly refunds: string;
  readonly day: string;
}

/** As `paidAnew` of the domain: payments of the day a home was given back are the next deal's. */
export const paidAnew = ({ client, unit, refunds, day }: OfPair): string => {
  const [closedOn, paid] = [all("applications", "closedOn"), all("applications", "paid")];
  const items = paymentItems.map((item) => `"${item}"`).join(",");
  const before =
    `SUMPRODUCT(SUMIFS(${all("receipts", "amount")},${all("receipts", "clientId")},${client},` +
    `${all("receipts", "unitNo")},${unit},${all("receipts", "item")},{${items}},${all("receipts", "date")},"<"&${day}))`;
  const given = `SUMIFS(${paid},${refunds},${closedOn},"<="&${day})`;
  return `AND(COUNTIFS(${refunds},${closedOn},${day},${paid},">=0")>0,${fen(`${before}-${given}`)}>=0)`;
};

/** How a deal's payment plan and papers stand: what is paid of each, and what no longer fits the deal (R12, R13). */
import type { CalendarDay } from "../../kit/calendar-day";
import { daysBetween } from "../../kit/calendar-day";
import { minus, type Yuan, yuanOf } from "../../kit/money";
import { sumOf } from "../../rules/money-adds-up";
import { isLoanTerm, payWayOf } from "../../rules/payment-plan";
import { finding, type Finding } from "../problem";
import { textAt } from "../raw-cell";
import { type InstalmentRow, isAwaited, type PaperRow, unitKey } from "./sale-rows";
import type { Deal, Instalment, SalesLedger } from "./sales-ledger";

/** 付款方式 of a deal's report; the book has to be read with it. */
export const paymentOf = ({ register, index }: Deal): string => textAt(register, "payment", index);

export const paidOfInstalment = ({ amount, outstanding }: Instalment): Yuan => minus(amount, outstanding);

/** More than nought where something is owed past its day. */
export const daysLate = ({ dueOn, outstanding }: Instalment, today: CalendarDay): number =>
  dueOn === undefined || outstanding <= 0 ? 0 : Math.max(0, daysBetween(dueOn, today));

/** Instalments in the client's name that are no deal's: the deal was moved to another unit by hand. */
export const strayInstalments = (ledger: SalesLedger, { clientId }: Deal): readonly InstalmentRow[] => {
  const dealt = new Set(
    (ledger.dealsOf.get(clientId) ?? []).flatMap(({ instalments }) => instalments.map(({ row }) => row)),
  );
  return ledger.instalments.filter((each) => each.clientId === clientId && !dealt.has(each.row));
};

/** What of the plan no longer adds up: after an exchange, another price, another way of paying. */
export const planFindings = (ledger: SalesLedger, deal: Deal, payment: string): readonly Finding[] => {
  const { instalments, totalPrice: total, unitNow: unit, paid } = deal;
  const found: Finding[] = [];
  const strays = strayInstalments(ledger, deal);
  const [stray] = strays;
  if (stray !== undefined)
    found.push(finding("planElsewhere", { facts: { n: strays.length, was: stray.unitNo, unit } }));
  if (total !== undefined && paid > total)
    found.push(finding("receiptsOverPrice", { facts: { unit, paid, total, over: minus(paid, total) } }));
  if (instalments.length === 0) return found;
  const planned = sumOf(instalments.map(({ amount }) => amount));
  if (total !== undefined && planned !== total) {
    const facts = { planned, total, difference: yuanOf(Math.abs(minus(total, planned))) };
    found.push(finding(planned > total ? "planOverPrice" : "planUnderPrice", { facts }));
  }
  const behind = instalments.filter(({ key }) => key !== unitKey(unit));
  const [old] = behind;
  if (old !== undefined)
    found.push(finding("planOnOldUnit", { facts: { n: behind.length, was: old.unitNo, unit } }));
  const way = payWayOf(payment);
  const loan = instalments.find(({ term }) => isLoanTerm(term));
  if (way === "loan" && loan === undefined)
    found.push(finding("planLoanMissing", { facts: { method: payment } }));
  if (way !== undefined && way !== "loan" && loan !== undefined)
    found.push(finding("planLoanUnasked", { facts: { method: payment, term: loan.term } }));
  return found;
};

export interface PaperStanding {
  readonly paper: string;
  /** Nothing where it was neither asked for nor handed in. */
  readonly row: PaperRow | undefined;
  readonly state: "in" | "notNeeded" | "late" | "asked" | "open";
  readonly daysLate: number;
}

const stateOf = (row: PaperRow | undefined, daysLate: number): PaperStanding["state"] => {
  if (row === undefined) return "open";
  if (row.handedInOn !== undefined) return "in";
  if (row.isNotNeeded) return "notNeeded";
  return daysLate > 0 ? "late" : "asked";
};

/** The site's papers in its own order, then any other the deal has: one line each, its row handed in or the first. */
export const paperStandings = (
  { papers }: Deal,
  list: readonly string[],
  today: CalendarDay,
): readonly PaperStanding[] => {
  const rows = new Map<string, PaperRow>();
  for (const each of papers) {
    const known = rows.get(each.paper);
    if (known === undefined || (!isAwaited(known) && isAwaited(each))) rows.set(each.paper, each);
  }
  return [...new Set([...list, ...rows.keys()])].map((paper) => {
    const row = rows.get(paper);
    const late = row?.dueOn === undefined || !isAwaited(row) ? 0 : Math.max(0, daysBetween(row.dueOn, today));
    return { paper, row, state: stateOf(row, late), daysLate: late };
  });
};

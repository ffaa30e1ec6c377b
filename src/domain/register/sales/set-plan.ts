/** 付款计划: all instalments of a deal, made or changed at once; they sum to the price (R12, R13). */
import { instalments } from "../../forms/receipts";
import type { CalendarDay, Moment } from "../../kit/calendar-day";
import { minus, yuanOf } from "../../kit/money";
import { plain } from "../../kit/text";
import type { ClientNumber } from "../../rules/client-number";
import { sumOf } from "../../rules/money-adds-up";
import type { Term } from "../../rules/payment-plan";
import type { Change } from "../change";
import type { Decision } from "../decision";
import { strayInstalments } from "./plan-standing";
import { type Finding, finding } from "../problem";
import type { Answer } from "../register";
import { ofEntry, refused } from "../registration";
import type { InstalmentRow } from "./sale-rows";
import { liveDeal, salesLedger } from "./sales-ledger";
import type { SiteBook } from "../site";
import { setCells } from "./unit-standing";

/** An instalment where it stands, as it was seen when the change began. */
export interface PlannedRow {
  readonly row: number;
  readonly term: string;
  readonly dueOn: CalendarDay | undefined;
  readonly amount: number;
}

export interface PlanTerm extends Term {
  /** The row it stands on; nothing: it is new. */
  readonly row?: number | undefined;
}

export interface PlanWritten {
  readonly clientId: ClientNumber;
  readonly unitNo: string;
  readonly terms: readonly PlanTerm[];
  /** The plan the change began from: another by now, and nothing is written. Rows that no term keeps are emptied. */
  readonly before: readonly PlannedRow[];
}

export const plannedRow = ({ row, term, dueOn, amount }: InstalmentRow): PlannedRow => ({
  row,
  term,
  dueOn,
  amount,
});

const at = (key: keyof typeof instalments.fields) =>
  ({ key, caption: instalments.fields[key].caption }) as const;

const same = (a: PlannedRow, b: PlannedRow): boolean =>
  a.row === b.row && a.term === b.term && a.dueOn === b.dueOn && a.amount === b.amount;

/** The instalments stand as they were seen, and no other of the deal has come. */
const isAsSeen = (
  before: readonly PlannedRow[],
  own: readonly InstalmentRow[],
  strays: readonly InstalmentRow[],
): boolean => {
  const known = new Map([...strays, ...own].map((each) => [each.row, plannedRow(each)]));
  const seen = new Set(before.map(({ row }) => row));
  return (
    own.every(({ row }) => seen.has(row)) &&
    before.every((each) => {
      const now = known.get(each.row);
      return now !== undefined && same(now, each);
    })
  );
};

const wrongAmount = (terms: readonly PlanTerm[]): Finding | undefined => {
  if (terms.length === 0) return finding("requiredReally", at("amount"));
  const wrong = terms.find(({ amount }) => amount <= 0);
  return wrong === undefined
    ? undefined
    : finding(wrong.amount < 0 ? "negative" : "requiredReally", { ...at("amount"), value: wrong.amount });
};

const emptied: Readonly<Record<string, null>> = {
  clientId: null,
  unitNo: null,
  term: null,
  dueOn: null,
  amount: null,
  refused: null,
};

export const setPlan = (
  book: SiteBook,
  { clientId, unitNo, terms, before }: PlanWritten,
  { today }: { readonly today: CalendarDay; readonly now: Moment },
): Decision => {
  const place = ofEntry(book, "instalments");
  const ledger = salesLedger(book, today);
  const deal = liveDeal(ledger, unitNo, clientId);
  if (deal === undefined) {
    const facts = { client: clientId, unit: unitNo };
    return refused([place(finding("noLiveDeal", { ...at("unitNo"), value: unitNo, facts }))]);
  }
  const strays = strayInstalments(ledger, deal);
  if (!isAsSeen(before, deal.instalments, strays)) return refused([place(finding("planOutrun"))]);
  const wrong = wrongAmount(terms);
  if (wrong !== undefined) return refused([place(wrong)]);
  const total = deal.totalPrice;
  const planned = sumOf(terms.map(({ amount }) => amount));
  if (total !== undefined && planned !== total) {
    const facts = { planned, total, difference: yuanOf(Math.abs(minus(total, planned))) };
    const found = finding(planned > total ? "planOverPrice" : "planUnderPrice", {
      ...at("amount"),
      value: planned,
      facts,
    });
    // What the check only mentions of a workbook is no plan to begin with.
    return refused([place({ ...found, severity: "error" })]);
  }

  const rows = new Map([...strays, ...deal.instalments].map((each) => [each.row, each]));
  const kept = new Set(terms.flatMap(({ row }) => (row === undefined ? [] : [row])));
  const free = before.flatMap(({ row }) => (kept.has(row) ? [] : [rows.get(row) ?? []].flat()));
  const changes = terms.flatMap(({ row, term, dueOn, amount }): readonly Change[] => {
    const word = plain(term);
    const on = row === undefined ? undefined : rows.get(row);
    if (on !== undefined)
      return setCells("instalments", on, {
        ...(on.unitNo === deal.unitNow ? {} : { unitNo: deal.unitNow }),
        ...(on.term === word ? {} : { term: word === "" ? null : word }),
        ...(on.dueOn === dueOn ? {} : { dueOn }),
        ...(on.amount === amount ? {} : { amount }),
      });
    const answers: Readonly<Record<string, Answer>> = {
      clientId,
      unitNo: deal.unitNow,
      ...(word === "" ? {} : { term: word }),
      dueOn,
      amount,
    };
    // A row that is given up takes the next new instalment, so that the table keeps no holes.
    const reused = free.shift();
    return reused === undefined
      ? [{ kind: "append", form: "instalments", row: answers }]
      : setCells("instalments", reused, { ...emptied, ...answers });
  });
  return {
    ok: true,
    clientId,
    changes: [...changes, ...free.flatMap((each) => setCells("instalments", each, emptied))],
    hints: [],
  };
};

/** 付款计划 and 按揭资料: what is to be paid and handed in, by when, and what came of it (R12, R13). */
import { instalments, mortgagePapers } from "../forms/receipts";
import type { CalendarDay, Moment } from "../kit/calendar-day";
import { minus, type Yuan, yuanOf } from "../kit/money";
import { plain } from "../kit/text";
import type { ClientNumber } from "../rules/client-number";
import { sumOf } from "../rules/money-adds-up";
import type { Decision } from "./decision";
import { finding } from "./problem";
import { ofEntry, refused } from "./registration";
import { liveDeal, salesLedger, salesWants } from "./sales-ledger";
import type { SiteBook } from "./site";
import { setCell } from "./unit-standing";
import type { Wanted } from "./wanted";

export const planWants: Wanted = salesWants;

interface Now {
  readonly today: CalendarDay;
  readonly now: Moment;
}

interface DealOn {
  readonly clientId: ClientNumber;
  readonly unitNo: string;
}

export interface Term {
  /** 期次: 首付, 第一期, 按揭 … */
  readonly term: string;
  readonly dueOn: CalendarDay;
  readonly amount: Yuan;
}

const at = (key: keyof typeof instalments.fields) =>
  ({ key, caption: instalments.fields[key].caption }) as const;
const atPaper = (key: keyof typeof mortgagePapers.fields) =>
  ({ key, caption: mortgagePapers.fields[key].caption }) as const;

/** Instalments of a live deal, added to those it has; together never more than the price, less is a hint. */
export const planInstalments = (
  book: SiteBook,
  { clientId, unitNo, terms }: DealOn & { readonly terms: readonly Term[] },
  { today }: Now,
): Decision => {
  const place = ofEntry(book, "instalments");
  const deal = liveDeal(salesLedger(book, today), unitNo, clientId);
  if (deal === undefined) {
    const facts = { client: clientId, unit: unitNo };
    return refused([place(finding("noLiveDeal", { ...at("unitNo"), value: unitNo, facts }))]);
  }
  const wrong = terms.find(({ amount }) => amount <= 0);
  if (wrong !== undefined || terms.length === 0)
    return refused([
      place(
        finding(wrong && wrong.amount < 0 ? "negative" : "requiredReally", {
          ...at("amount"),
          ...(wrong === undefined ? {} : { value: wrong.amount }),
        }),
      ),
    ]);
  const planned = sumOf([...deal.instalments, ...terms].map(({ amount }) => amount));
  const total = deal.totalPrice;
  const left = total === undefined ? yuanOf(0) : minus(total, planned);
  const facts = { planned, total: total ?? 0, difference: yuanOf(Math.abs(left)) };
  if (left < 0) return refused([place(finding("planOverPrice", { ...at("amount"), value: planned, facts }))]);
  return {
    ok: true,
    clientId,
    changes: terms.map(({ term, dueOn, amount }) => ({
      kind: "append",
      form: "instalments",
      row: {
        clientId,
        unitNo: deal.unitNow,
        ...(plain(term) === "" ? {} : { term: plain(term) }),
        dueOn,
        amount,
      },
    })),
    hints: left > 0 ? [place(finding("planUnderPrice", { ...at("amount"), facts }))] : [],
  };
};

/** 催款: the client refuses to pay; from now on it is finance's to call (R13). `row`: of 付款计划, 1-based. */
export const refusePayment = (
  book: SiteBook,
  { row, refused: says }: { readonly row: number; readonly refused: boolean },
  { today }: Now,
): Decision => {
  const place = ofEntry(book, "instalments");
  const found = salesLedger(book, today).instalments.find((each) => each.row === row);
  if (found?.clientId === undefined) return refused([place(finding("instalmentGone", at("refused")))]);
  return {
    ok: true,
    clientId: found.clientId,
    changes: setCell("instalments", found, "refused", says ? "是" : "否"),
    hints: [],
  };
};

/** One paper handed in: on its row where it was asked for, else on a new one. */
export const handInPaper = (
  book: SiteBook,
  { clientId, unitNo, paper, on }: DealOn & { readonly paper: string; readonly on: CalendarDay },
  { today }: Now,
): Decision => {
  const place = ofEntry(book, "mortgagePapers");
  if (on > today)
    return refused([place(finding("future", { ...atPaper("handedInOn"), value: on, facts: { today } }))]);
  if (!book.site.lists.mortgagePaper.includes(paper))
    return refused([
      place(
        finding("unknownChoice", {
          ...atPaper("paper"),
          value: paper,
          facts: { choice: paper, list: mortgagePapers.fields.paper.caption },
        }),
      ),
    ]);
  const deal = liveDeal(salesLedger(book, today), unitNo, clientId);
  if (deal === undefined) {
    const facts = { client: clientId, unit: unitNo };
    return refused([place(finding("noLiveDeal", { ...atPaper("unitNo"), value: unitNo, facts }))]);
  }
  const open = deal.papers.find((each) => each.paper === paper && each.handedInOn === undefined);
  return {
    ok: true,
    clientId,
    changes:
      open === undefined
        ? [
            {
              kind: "append",
              form: "mortgagePapers",
              row: { clientId, unitNo: deal.unitNow, paper, handedInOn: on },
            },
          ]
        : setCell("mortgagePapers", open, "handedInOn", on),
    hints: [],
  };
};

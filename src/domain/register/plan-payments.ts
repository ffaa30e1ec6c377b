/** What comes of 付款计划 and 按揭资料: a payment refused, papers asked for and handed in (R13). The plan: set-plan.ts. */
import { instalments, mortgagePapers } from "../forms/receipts";
import type { CalendarDay, Moment } from "../kit/calendar-day";
import type { ClientNumber } from "../rules/client-number";
import type { Change } from "./change";
import type { Decision } from "./decision";
import { type Finding, finding } from "./problem";
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

const at = (key: keyof typeof instalments.fields) =>
  ({ key, caption: instalments.fields[key].caption }) as const;
const atPaper = (key: keyof typeof mortgagePapers.fields) =>
  ({ key, caption: mortgagePapers.fields[key].caption }) as const;

/**
 * 催款: the client refuses to pay; from now on it is finance's to call (R13). `row`: of 付款计划, 1-based; somebody may
 * have sorted the sheet meanwhile, and then it is not this client's.
 */
export const refusePayment = (
  book: SiteBook,
  {
    clientId,
    row,
    refused: says,
  }: { readonly clientId: ClientNumber; readonly row: number; readonly refused: boolean },
  { today }: Now,
): Decision => {
  const place = ofEntry(book, "instalments");
  const found = salesLedger(book, today).instalments.find((each) => each.row === row);
  if (found?.clientId !== clientId) return refused([place(finding("instalmentGone", at("refused")))]);
  return {
    ok: true,
    clientId,
    changes: setCell("instalments", found, "refused", says ? "是" : "否"),
    hints: [],
  };
};

const unknownPaper = (book: SiteBook, paper: string): Finding | undefined =>
  book.site.lists.mortgagePaper.includes(paper)
    ? undefined
    : finding("unknownChoice", {
        ...atPaper("paper"),
        value: paper,
        facts: { choice: paper, list: mortgagePapers.fields.paper.caption },
      });

const noDeal = ({ clientId, unitNo }: DealOn): Finding =>
  finding("noLiveDeal", {
    ...atPaper("unitNo"),
    value: unitNo,
    facts: { client: clientId, unit: unitNo },
  });

/** Papers asked for by a day: on the row of each that is still missing, else on a new one; those handed in stay. */
export const askForPapers = (
  book: SiteBook,
  { clientId, unitNo, papers, by }: DealOn & { readonly papers: readonly string[]; readonly by: CalendarDay },
  { today }: Now,
): Decision => {
  const place = ofEntry(book, "mortgagePapers");
  if (papers.length === 0) return refused([place(finding("requiredReally", atPaper("paper")))]);
  const deal = liveDeal(salesLedger(book, today), unitNo, clientId);
  if (deal === undefined) return refused([place(noDeal({ clientId, unitNo }))]);
  const rowsOf = (paper: string) => deal.papers.filter((each) => each.paper === paper);
  const unknown = papers.flatMap((paper) =>
    rowsOf(paper).length > 0 ? [] : (unknownPaper(book, paper) ?? []),
  );
  if (unknown.length > 0) return refused(unknown.map(place));
  const changes = papers.flatMap((paper): readonly Change[] => {
    const rows = rowsOf(paper);
    return rows.length === 0
      ? [
          {
            kind: "append",
            form: "mortgagePapers",
            row: { clientId, unitNo: deal.unitNow, paper, dueOn: by },
          },
        ]
      : rows
          .filter(({ handedInOn }) => handedInOn === undefined)
          .flatMap((each) => setCell("mortgagePapers", each, "dueOn", by));
  });
  return { ok: true, clientId, changes, hints: [] };
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
  const deal = liveDeal(salesLedger(book, today), unitNo, clientId);
  if (deal === undefined) return refused([place(noDeal({ clientId, unitNo }))]);
  const open = deal.papers.find((each) => each.paper === paper && each.handedInOn === undefined);
  const unknown = open === undefined ? unknownPaper(book, paper) : undefined;
  if (unknown !== undefined) return refused([place(unknown)]);
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

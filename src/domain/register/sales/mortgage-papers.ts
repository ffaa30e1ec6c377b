/** What comes of 按揭资料: papers asked for and handed in (R13). */
import { mortgagePapers } from "../../forms/receipts";
import type { CalendarDay, Moment } from "../../kit/calendar-day";
import type { ClientNumber } from "../../rules/client-number";
import type { Change } from "../change";
import type { Decision } from "../decision";
import { type Finding, finding } from "../problem";
import { ofEntry, refused } from "../registration";
import { liveDeal, salesLedger, salesWants } from "./sales-ledger";
import type { SiteBook } from "../site";
import { isAwaited } from "./sale-rows";
import { setCell } from "./unit-standing";
import type { Wanted } from "../wanted";

export const planWants: Wanted = salesWants;

interface Now {
  readonly today: CalendarDay;
  readonly now: Moment;
}

interface DealOn {
  readonly clientId: ClientNumber;
  readonly unitNo: string;
}

const atPaper = (key: keyof typeof mortgagePapers.fields) =>
  ({ key, caption: mortgagePapers.fields[key].caption }) as const;

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
      : rows.filter(isAwaited).flatMap((each) => setCell("mortgagePapers", each, "dueOn", by));
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

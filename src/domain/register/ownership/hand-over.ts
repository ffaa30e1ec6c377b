/** R9, R10: 交接. A consultant leaves, or gives clients away: grade and days stay, × clients are reassigned instead. */
import type { CalendarDay } from "../../kit/calendar-day";
import type { ClientNumber } from "../../rules/client-number";
import type { Decision } from "../decision";
import { type GradeRow, gradeRows, reachedOrder } from "../grade-rows";
import { finding } from "../problem";
import { spelled } from "../read-answer";
import { ofEntry, refused } from "../registration";
import type { SiteBook } from "../site";
import { formersAt } from "./case-book";
import { isActive, remarked, setOf } from "./new-owner";

export interface HandingOver {
  readonly from: string;
  /** One, or several who share them. */
  readonly to: readonly string[];
  /** Nothing: all of them. */
  readonly clients: ReadonlySet<ClientNumber> | undefined;
  /** Why: 离职, 调岗 … */
  readonly why: string;
}

/** Whose clients would change hands. */
export const handOverRows = (
  book: SiteBook,
  { from, clients }: Pick<HandingOver, "from" | "clients">,
  today: CalendarDay,
): readonly GradeRow[] =>
  gradeRows(book, today).filter(
    ({ consultant, grade, clientId }) =>
      consultant === spelled(book.site, from) &&
      grade !== "×" &&
      (clients === undefined || clients.has(clientId)),
  );

/** A row without a day has no grade yet. */
const keenestFirst: readonly GradeRow["grade"][] = [...[...reachedOrder].reverse(), undefined];

export interface Share {
  readonly row: GradeRow;
  /** Nobody: all of them are former consultants of this client. */
  readonly to: string | undefined;
}

/**
 * Who gets whom, in the order of the rows. Dealt grade by grade, the keenest first, each to whoever has the fewest of
 * that grade and then of all: of the keen ones everybody gets as many, give or take one. Nobody gets back whom they gave up.
 */
export const shareOut = (
  book: SiteBook,
  rows: readonly GradeRow[],
  to: readonly string[],
): readonly Share[] => {
  const all = new Map(to.map((name) => [name, 0]));
  const given = new Map<GradeRow, string>();
  for (const grade of keenestFirst) {
    const own = new Map(to.map((name) => [name, 0]));
    for (const row of rows) {
      if (row.grade !== grade) continue;
      const formers = formersAt(book.site, row.register, row.index);
      const load = (name: string): number => (own.get(name) ?? 0) * (rows.length + 1) + (all.get(name) ?? 0);
      const [taker] = to.filter((name) => !formers.includes(name)).sort((a, b) => load(a) - load(b));
      if (taker === undefined) continue;
      given.set(row, taker);
      own.set(taker, (own.get(taker) ?? 0) + 1);
      all.set(taker, (all.get(taker) ?? 0) + 1);
    }
  }
  return rows.map((row) => ({ row, to: given.get(row) }));
};

/**
 * A consultant's clients to another, or shared among several, grade and days as they are: no row of 跟踪记录, which
 * would count as a contact and hide who is overdue.
 */
export const handOver = (
  book: SiteBook,
  over: HandingOver,
  entry: { readonly today: CalendarDay },
): Decision => {
  const from = spelled(book.site, over.from);
  const why = over.why.trim();
  const place = ofEntry(book, "grades");
  const said = (to: string) =>
    ({ key: "consultant", caption: "置业顾问", value: to, facts: { to } }) as const;
  const wrong = over.to.flatMap((to) =>
    to === from
      ? [place(finding("handOverToSelf", said(to)))]
      : isActive(book, to)
        ? []
        : [place(finding("notOnDuty", said(to)))],
  );
  if (wrong.length > 0) return refused(wrong);
  const shares = shareOut(book, handOverRows(book, over, entry.today), over.to);
  const everybody = over.to.join("、");
  const hints = shares
    .filter(({ to }) => to === undefined)
    .map(({ row }) =>
      place(finding("notHandedOver", { ...said(everybody), facts: { client: row.clientId, to: everybody } })),
    );
  const going = shares.flatMap(({ row, to }) => (to === undefined ? [] : [{ row, to }]));
  const [first] = going;
  if (first === undefined)
    return refused(
      hints.length > 0
        ? hints
        : [place(finding("nothingToHandOver", { ...said(everybody), facts: { from } }))],
    );
  return {
    ok: true,
    clientId: first.row.clientId,
    changes: going.flatMap(({ row, to }) => [
      setOf(row, "consultant", to),
      remarked(row, `${entry.today} 交接：${from} → ${to}${why === "" ? "" : `，${why}`}`),
    ]),
    hints,
  };
};

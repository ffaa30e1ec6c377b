/**
 * R10: × clients go round again: another consultant, never the former; the grade starts again at D or C. And plain
 * handing over, when a consultant leaves: the grade stays as it is.
 */
import type { CalendarDay } from "../../kit/calendar-day";
import type { ClientNumber } from "../../rules/client-number";
import { type Grade, moveGrade, reach } from "../../rules/grade";
import type { Change } from "../change";
import { formersAt } from "./case-book";
import { spelled } from "../read-answer";
import type { Decision } from "../decision";
import { type GradeRow, gradeRowOf, gradeRows, gradeWants, reachChanges } from "../grade-rows";
import { dealOf, isClient, latestStep } from "../follow-up/log-contact";
import { finding, type Problem } from "../problem";
import { textAt } from "../raw-cell";
import { reassigned } from "./reassignment-trail";
import { cellAt } from "../register";
import { ofEntry, refused } from "../registration";
import type { SiteBook } from "../site";
import type { Wanted } from "../wanted";

export const reassignWants: Wanted = {
  visitors: ["clientId", "name"],
  calls: ["clientId", "name"],
  grades: [...gradeWants, "formerConsultant", "remarks"],
  deals: ["dealId", "status"],
};

export interface Reassignment {
  readonly clientId: ClientNumber;
  readonly to: string;
  readonly grade: Extract<Grade, "C" | "D">;
  /** Of the list 放弃原因. */
  readonly reason: string;
}

type GradeKey = "consultant" | "formerConsultant" | "remarks";

const setOf = ({ register, index, row }: GradeRow, key: GradeKey, value: string): Change => ({
  kind: "set",
  form: "grades",
  row,
  key,
  was: cellAt(register, key, index),
  value,
});

/** 备注 keeps what it said, and says one thing more. */
const remarked = (row: GradeRow, line: string): Change => {
  const before = textAt(row.register, "remarks", row.index);
  return setOf(row, "remarks", before === "" ? line : `${before}\n${line}`);
};

const isActive = (book: SiteBook, to: string): boolean =>
  book.site.consultants.some(({ name, active }) => active && name === to);

const isBought = (book: SiteBook, { clientId, reached }: GradeRow): boolean => {
  const deal = dealOf(book, clientId);
  return deal === "live" || (deal === undefined && reached["√"] !== undefined);
};

/** No row of 跟踪记录, as in `handOver`: nobody has been in touch with the client by it. */
export const reassign = (
  book: SiteBook,
  { clientId, to, grade, reason }: Reassignment,
  entry: { readonly today: CalendarDay },
): Decision => {
  const place = ofEntry(book, "grades");
  const at = { key: "consultant", caption: "置业顾问" } as const;
  const facts = { client: clientId, to };
  if (!isClient(book, clientId))
    return refused([place(finding("clientUnknown", { key: "clientId", value: clientId }))]);
  const row = gradeRowOf(gradeRows(book, entry.today)).get(clientId);
  const latest = row && latestStep(row);
  if (row === undefined) return refused([place(finding("noGradeRow", { facts }))]);
  const formers = formersAt(book.site, row.register, row.index);
  const wrong: Problem[] = [];
  if (latest?.grade !== "×")
    wrong.push(place(finding("notHopeless", { facts: { ...facts, grade: latest?.grade ?? "—" } })));
  // R4: √ is left by a refund alone; a × after it gives no buyer away.
  else if (isBought(book, row))
    wrong.push(place(finding("hopelessHasDeal", { key: "grade", caption: "客户级别", value: "×", facts })));
  if (!isActive(book, to)) wrong.push(place(finding("notOnDuty", { ...at, value: to, facts })));
  else if (to === row.consultant || formers.includes(to))
    wrong.push(place(finding("neverTheFormer", { ...at, value: to, facts })));
  if (!book.site.lists.hopelessReason.includes(reason))
    wrong.push(place(finding("reassignNeedsReason", { key: "remarks", caption: "备注情况", value: reason })));
  for (const code of moveGrade("×", grade, { reason, hasDeal: false, reopenedBy: "reassignment" }))
    wrong.push(place(finding(code, { key: "grade", caption: "客户级别", value: grade })));
  const after = reach(row.reached, grade, entry.today);
  if (after === undefined && latest)
    wrong.push(
      place(
        finding("reachedRunsBack", { facts: { day: entry.today, grade: latest.grade, latest: latest.day } }),
      ),
    );
  if (wrong.length > 0 || after === undefined) return refused(wrong);

  const from = row.consultant;
  const all = [...formers, ...(from === "" ? [] : [from])];
  return {
    ok: true,
    clientId,
    changes: [
      setOf(row, "consultant", to),
      setOf(row, "formerConsultant", all.join("、")),
      ...reachChanges(row, after),
      remarked(row, `${entry.today} ${reassigned(from, to, reason, grade)}`),
    ],
    hints: [],
  };
};

export interface HandingOver {
  readonly from: string;
  readonly to: string;
  /** Nothing: all of them. */
  readonly clients: ReadonlySet<ClientNumber> | undefined;
  /** Why: 离职, 调岗 … */
  readonly why: string;
}

/** Whose clients would change hands: × ones are reassigned instead. */
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

/**
 * A consultant's clients to another, grade and days as they are: no row of 跟踪记录, which would count as a contact
 * and hide who is overdue.
 */
export const handOver = (
  book: SiteBook,
  over: HandingOver,
  entry: { readonly today: CalendarDay },
): Decision => {
  const { to, why } = over;
  const from = spelled(book.site, over.from);
  const place = ofEntry(book, "grades");
  const at = { key: "consultant", caption: "置业顾问", value: to } as const;
  if (!isActive(book, to)) return refused([place(finding("notOnDuty", { ...at, facts: { to } }))]);
  if (to === from) return refused([place(finding("handOverToSelf", { ...at, facts: { to } }))]);
  const rows = handOverRows(book, over, entry.today);
  const isBarred = ({ register, index }: GradeRow): boolean =>
    formersAt(book.site, register, index).includes(to);
  const barred = rows.filter(isBarred);
  const going = rows.filter((row) => !isBarred(row));
  const hints = barred.map(({ clientId }) =>
    place(finding("notHandedOver", { ...at, facts: { client: clientId, to } })),
  );
  const [first] = going;
  if (first === undefined)
    return refused(
      hints.length > 0 ? hints : [place(finding("nothingToHandOver", { ...at, facts: { from } }))],
    );
  const words = `${entry.today} 交接：${from} → ${to}${why.trim() === "" ? "" : `，${why.trim()}`}`;
  return {
    ok: true,
    clientId: first.clientId,
    changes: going.flatMap((row) => [setOf(row, "consultant", to), remarked(row, words)]),
    hints,
  };
};

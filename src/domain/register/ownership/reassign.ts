/** R10: × clients go round again: another consultant, never the former; the grade starts again at D or C. */
import type { CalendarDay } from "../../kit/calendar-day";
import type { ClientNumber } from "../../rules/client-number";
import { type Grade, moveGrade, reach } from "../../rules/grade";
import { formersAt } from "./case-book";
import type { Decision } from "../decision";
import { type GradeRow, gradeRowOf, gradeRows, gradeWants, reachChanges } from "../grade-rows";
import { dealOf, isClient, latestStep } from "../follow-up/log-contact";
import { finding, type Problem } from "../problem";
import { isActive, remarked, setOf } from "./new-owner";
import { reassigned } from "./reassignment-trail";
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

/** What the days ahead ask for of one consultant's clients: what is counted is what 生成 writes. */
import type { CalendarDay } from "../../domain/kit/calendar-day";
import { generateCare, type NewCareTask } from "../../domain/register/care/generate-care";
import type { Decision } from "../../domain/register/decision";
import { gradeRowOf, gradeRows } from "../../domain/register/grade-rows";
import type { SiteBook } from "../../domain/register/site";
import type { ClientNumber } from "../../domain/rules/client-number";

/** @param consultant "": everybody. */
const ownedBy = (book: SiteBook, today: CalendarDay, consultant: string): ((client: string) => boolean) => {
  if (consultant === "") return () => true;
  const rows = gradeRowOf(gradeRows(book, today));
  return (client) => rows.get(client as ClientNumber)?.consultant === consultant;
};

export const ownAhead = (
  book: SiteBook,
  tasks: readonly NewCareTask[],
  today: CalendarDay,
  consultant: string,
): readonly NewCareTask[] => {
  const isOwn = ownedBy(book, today, consultant);
  return tasks.filter(({ client }) => isOwn(client));
};

export const generateOwn = (book: SiteBook, today: CalendarDay, consultant: string): Decision => {
  const decision = generateCare(book, today);
  if (!decision.ok || consultant === "") return decision;
  const isOwn = ownedBy(book, today, consultant);
  const changes = decision.changes.filter(
    (change) => change.kind === "append" && isOwn(String(change.row["clientId"])),
  );
  // Whom colleagues have to ask is theirs.
  return { ...decision, changes, hints: [] };
};

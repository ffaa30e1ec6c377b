/** R10: who is × is nobody's to serve until the manager has assigned them anew; it is said, and stops nothing. */
import type { CalendarDay } from "../../kit/calendar-day";
import type { ClientNumber } from "../../rules/client-number";
import { gradeRowOf, gradeRows } from "../grade-rows";
import { finding, type Finding } from "../problem";
import type { SiteBook } from "../site";

/** `book` as read by `gradeWants` of 等级跟踪. */
export const hopelessWaits = (
  book: SiteBook,
  client: ClientNumber,
  today: CalendarDay,
): readonly Finding[] => {
  const row = gradeRowOf(gradeRows(book, today)).get(client);
  if (row?.grade !== "×") return [];
  return [finding("hopelessWaits", { value: client, facts: { client, consultant: row.consultant || "—" } })];
};

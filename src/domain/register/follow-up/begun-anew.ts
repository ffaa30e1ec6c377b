/** R10: the day a reassigned client's ladder began anew; their days count from it as from a first contact (R5). */
import type { CalendarDay } from "../../kit/calendar-day";
import { type GradeRow, reachedOrder } from "../grade-rows";
import { textAt } from "../raw-cell";

/**
 * The first day after ×, or of all where no × is left, of a client who was somebody else's (原置业顾问). Nothing for
 * clients who were always their consultant's, and who were only handed over.
 */
export const begunAnew = ({ register, index, reached }: GradeRow): CalendarDay | undefined => {
  if (textAt(register, "formerConsultant", index).replaceAll("/", "") === "") return undefined;
  const given = reached["×"] ?? "";
  let first: CalendarDay | undefined;
  for (const grade of reachedOrder) {
    const day = reached[grade];
    if (day !== undefined && day > given && (first === undefined || day < first)) first = day;
  }
  return first;
};

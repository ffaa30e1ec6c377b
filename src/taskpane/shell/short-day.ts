import { type CalendarDay, dayOf, type Moment, yearOf } from "../../domain/kit/calendar-day";

/** "11-03" in this year, "2025-11-03" in another. */
export const shortDay = (day: CalendarDay | Moment, today: CalendarDay): string =>
  yearOf(day) === yearOf(today) ? dayOf(day).slice(5) : dayOf(day);

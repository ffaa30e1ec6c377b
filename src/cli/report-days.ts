import { calendarDay, type CalendarDay } from "../domain/kit/calendar-day";
import { Unusable } from "./outcome";

/** `--from 2026-11-22`, where it was given. */
export const dayOption = (name: string, given: string | undefined): CalendarDay | undefined => {
  if (given === undefined) return undefined;
  const day = calendarDay(given);
  if (day === undefined)
    throw new Unusable(`--${name}：“${given}”不是日期；请写成 2026-11-22 的样子。(--${name}: not a date)`);
  return day;
};

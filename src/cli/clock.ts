import { latestSave } from "../domain/head-office/saved-when";
import { calendarDay, moment, type CalendarDay, type Moment } from "../domain/kit/calendar-day";
import { Unusable } from "./outcome";

const two = (n: number): string => String(n).padStart(2, "0");

/** The one place of the command line that reads the clock: the machine's own wall calendar. */
export const now = (): Moment => {
  const at = new Date();
  const text = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`;
  const value = moment(text);
  if (value === undefined) throw new Error(`the machine's clock is not on the calendar: ${text}`);
  return value;
};

/** As files say when they were saved: "2026-11-22T08:30:00Z". */
export const savedNow = (): string => `${new Date().toISOString().slice(0, 19)}Z`;

/** No file was saved later, whatever it says: not after `today`, nor after the machine's day where that is later. */
export const latestSaveOf = (today: CalendarDay): string => {
  const real = calendarDay(now().slice(0, 10)) ?? today;
  return latestSave(real > today ? real : today);
};

/** `--today 2026-11-22`, or the machine's day. */
export const todayOr = (given: string | undefined): CalendarDay => {
  const text = given ?? now().slice(0, 10);
  const day = calendarDay(text);
  if (day === undefined)
    throw new Unusable(`--today：“${text}”不是日期；请写成 2026-11-22 的样子。(--today: not a date)`);
  return day;
};

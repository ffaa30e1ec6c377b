import { addDays, type CalendarDay, dayFrom, daysBetween, yearOf } from "./calendar-day";

/**
 * Which day one written without its year is: the last such day up to today; the next from the day it was agreed on, or
 * from today; the nearest to today; or one that nobody can tell, as of a birthday. A next or nearest day that lies over
 * half a year off may as well be another year's: people are asked.
 */
export type Yearless = "last" | "next" | "nearest" | "asked";

export interface DayContext {
  /**
   * The year of a day written without one; without it, the latest year that is not after today. "unknown": such a day
   * is ambiguous, as in an old register that says no year.
   */
  readonly year?: number | "unknown";
  /** A day written without a year is the first such day from this one on, whatever `year` says. */
  readonly notBefore?: CalendarDay;
  /** Where neither `year` nor `notBefore` says; without it, the last. */
  readonly yearless?: Yearless;
  /** The day from which `yearless` counts the next one; without it, today. */
  readonly from?: CalendarDay;
  /** The day of a time written without one: the head of the call register. */
  readonly day?: CalendarDay;
  readonly today: CalendarDay;
}

export type Unread = "notADay" | "noSuchDay" | "ambiguous";

/** Two-digit years reach ten years into the future (appointments), the rest lies in the past (birthdays). */
const fullYear = (twoDigits: number, today: CalendarDay): number => {
  const latest = yearOf(today) + 10;
  return latest - ((((latest - twoDigits) % 100) + 100) % 100);
};

const isFound = (found: CalendarDay | Unread): found is CalendarDay => /^\d/u.test(found);

const existing = (year: number, month: number, day: number): CalendarDay | Unread =>
  dayFrom(year, month, day) ?? "noSuchDay";

/** Within eight years there is a 29 February, whatever the century. */
const mostYears = 8;

/** The first such day that is not before `from`. */
const nextOf = (month: number, day: number, from: CalendarDay): CalendarDay | Unread => {
  for (let year = yearOf(from); year <= yearOf(from) + mostYears; year++) {
    const found = dayFrom(year, month, day);
    if (found !== undefined && found >= from) return found;
  }
  return "noSuchDay";
};

/** The last such day that is not after `today`. */
const lastOf = (month: number, day: number, today: CalendarDay): CalendarDay | Unread => {
  for (let year = yearOf(today); year >= yearOf(today) - mostYears; year--) {
    const found = dayFrom(year, month, day);
    if (found !== undefined && found <= today) return found;
  }
  return "noSuchDay";
};

const halfAYear = 183;

const withoutYear = (month: number, day: number, about: DayContext): CalendarDay | Unread => {
  const { notBefore, today, yearless = "last", from = today } = about;
  if (notBefore !== undefined) return nextOf(month, day, notBefore);
  if (about.year === "unknown") return "ambiguous";
  if (about.year !== undefined) return existing(about.year, month, day);
  const last = lastOf(month, day, today);
  if (yearless === "last" || last === "noSuchDay") return last;
  if (yearless === "asked") return "ambiguous";
  const [near, found] =
    yearless === "next"
      ? [from, nextOf(month, day, from)]
      : [today, nextOf(month, day, addDays(today, 1 - halfAYear))];
  return isFound(found) && Math.abs(daysBetween(near, found)) <= halfAYear ? found : "ambiguous";
};

/** Month and day in the order nobody tells: fine when only one order gives a day. */
const eitherOrder = (year: number, a: number, b: number): CalendarDay | Unread => {
  const found = [dayFrom(year, a, b), dayFrom(year, b, a)].filter((day) => day !== undefined);
  const [first, second] = found;
  if (first === undefined) return "noSuchDay";
  return second === undefined || second === first ? first : "ambiguous";
};

/** "23/3/5" is the year first, unless a slash and an English-language Excel may have put it last. */
const twoDigitYear = (parts: readonly [string, string, string], slashed: boolean, today: CalendarDay) => {
  const [a, b, c] = parts;
  const yearFirst = a.length === 2 ? dayFrom(fullYear(Number(a), today), Number(b), Number(c)) : undefined;
  const yearLast =
    slashed && c.length === 2 ? dayFrom(fullYear(Number(c), today), Number(a), Number(b)) : undefined;
  if (yearFirst !== undefined && yearLast !== undefined && yearFirst !== yearLast) return "ambiguous";
  if (yearFirst !== undefined) return yearFirst;
  return yearLast === undefined ? "noSuchDay" : "ambiguous";
};

const compact = /^(\d{4}|\d{2})(\d{2})(\d{2})$/u;
const parted = /^(\d{1,4})\s?([-./。、,\s])\s?(\d{1,2})\s?[-./。、,\s]\s?(\d{1,4})\s?[.日号]?$/u;
const marked =
  /^(?:(\d{4}|\d{2})\s?年\s?)?(\d{1,2})\s?(?:月|(?<=年\s?\d{1,2}\s?)\.)\s?(\d{1,2})\s?[日号號]?$/u;
const monthAndDay = /^(\d{1,2})\s?[-./]\s?(\d{1,2})\s?[日号]?$/u;

/** The day of a text that has no time in it. */
export const dayOfText = (text: string, about: DayContext): CalendarDay | Unread => {
  const year = (digits: string): number =>
    digits.length === 2 ? fullYear(Number(digits), about.today) : Number(digits);
  const words = marked.exec(text);
  if (words) {
    const [, y, m, d] = words;
    return y === undefined
      ? withoutYear(Number(m), Number(d), about)
      : existing(year(y), Number(m), Number(d));
  }
  const digits = compact.exec(text);
  if (digits) return existing(year(digits[1] ?? ""), Number(digits[2]), Number(digits[3]));
  const three = parted.exec(text);
  if (three) {
    const [, a = "", separator, b = "", c = ""] = three;
    if (a.length === 4) return c.length <= 2 ? existing(Number(a), Number(b), Number(c)) : "notADay";
    if (a.length > 2) return "notADay";
    if (c.length === 4) return eitherOrder(Number(c), Number(a), Number(b));
    return c.length <= 2 ? twoDigitYear([a, b, c], separator === "/", about.today) : "notADay";
  }
  const two = monthAndDay.exec(text);
  if (two) {
    const [month, day] = [Number(two[1]), Number(two[2])];
    return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? withoutYear(month, day, about) : "notADay";
  }
  return "notADay";
};

declare const dayBrand: unique symbol;
declare const momentBrand: unique symbol;

/** A day on the site's wall calendar, "2024-03-05", from 1900 to 9999. No zone. */
export type CalendarDay = string & { readonly [dayBrand]: true };

/** A minute of such a day, "2024-03-05 14:30". */
export type Moment = string & { readonly [momentBrand]: true };

const pad = (n: number, width = 2): string => String(n).padStart(width, "0");

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (monthLengths[month - 1] ?? 0);

/** The day of these numbers, or nothing where the calendar has no such day. */
export const dayFrom = (year: number, month: number, day: number): CalendarDay | undefined =>
  Number.isInteger(year) &&
  Number.isInteger(month) &&
  Number.isInteger(day) &&
  year >= 1900 &&
  year <= 9999 &&
  day >= 1 &&
  day <= daysInMonth(year, month)
    ? (`${pad(year, 4)}-${pad(month)}-${pad(day)}` as CalendarDay)
    : undefined;

/** A workbook's days are few, and each is reckoned with thousands of times. */
const mostKnown = 100_000;
const textsKnown = new Map<string, CalendarDay>();

/** Strict: exactly "2024-03-05", and a day that exists. */
export const calendarDay = (text: string): CalendarDay | undefined => {
  const known = textsKnown.get(text);
  if (known !== undefined || !/^\d{4}-\d{2}-\d{2}$/u.test(text)) return known;
  const day = dayFrom(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10)));
  if (day !== undefined && textsKnown.size < mostKnown) textsKnown.set(day, day);
  return day;
};

/** Strict: exactly "2024-03-05 14:30". */
export const moment = (text: string): Moment | undefined =>
  /^.{10} ([01]\d|2[0-3]):[0-5]\d$/u.test(text) && calendarDay(text.slice(0, 10))
    ? (text as Moment)
    : undefined;

/** "00:00" to "23:59", each made once. */
const clocks: string[] = [];

const clockAt = (minutes: number): string =>
  (clocks[minutes] ??= `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`);

/** `minutes` since midnight, 0 to 1439. */
export const momentAt = (day: CalendarDay, minutes: number): Moment => `${day} ${clockAt(minutes)}` as Moment;

export const dayOf = (at: Moment | CalendarDay): CalendarDay => at.slice(0, 10) as CalendarDay;

/** Minutes since midnight; a bare day counts as its midnight. */
export const minutesOf = (at: Moment | CalendarDay): number =>
  at.length === 10 ? 0 : Number(at.slice(11, 13)) * 60 + Number(at.slice(14, 16));

export const yearOf = (at: Moment | CalendarDay): number => Number(at.slice(0, 4));
export const monthOf = (at: Moment | CalendarDay): number => Number(at.slice(5, 7));
export const dayOfMonth = (at: Moment | CalendarDay): number => Number(at.slice(8, 10));

const numbersKnown = new Map<CalendarDay, number>();
const daysKnown = new Map<number, CalendarDay>();

const dayNumber = (day: CalendarDay): number => {
  const known = numbersKnown.get(day);
  if (known !== undefined) return known;
  const number = numberOf(day);
  if (numbersKnown.size < mostKnown) numbersKnown.set(day, number);
  return number;
};

const dayNumbered = (number: number): CalendarDay => {
  const known = daysKnown.get(number);
  if (known !== undefined) return known;
  const day = dayOfNumber(number);
  if (daysKnown.size < mostKnown) daysKnown.set(number, day);
  return day;
};

/** Days since 1970-01-01, by Howard Hinnant's `days_from_civil` (eras of 400 years beginning in March). */
const numberOf = (day: CalendarDay): number => {
  const month = monthOf(day);
  const year = month > 2 ? yearOf(day) : yearOf(day) - 1;
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayOfMonth(day) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
};

const dayOfNumber = (number: number): CalendarDay => {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const result = dayFrom(year, month, day);
  if (result === undefined) throw new RangeError(`day ${number} after 1970-01-01 is outside 1900 to 9999`);
  return result;
};

const firstDay = "1900-01-01" as CalendarDay;
const lastDay = "9999-12-31" as CalendarDay;

/** Held at the calendar's ends, 1900-01-01 and 9999-12-31: one cell with such a day must not stop a whole list. */
export const addDays = (day: CalendarDay, days: number): CalendarDay =>
  dayNumbered(Math.min(Math.max(dayNumber(day) + days, dayNumber(firstDay)), dayNumber(lastDay)));

/** How many days `to` comes after `from`; negative when before. */
export const daysBetween = (from: CalendarDay, to: CalendarDay): number => dayNumber(to) - dayNumber(from);

/** The same day of a later (or earlier) month, the month's last day where it has no such day; held as `addDays`. */
export const addMonths = (day: CalendarDay, months: number): CalendarDay => {
  const count = yearOf(day) * 12 + monthOf(day) - 1 + months;
  const year = Math.floor(count / 12);
  const month = count - year * 12 + 1;
  if (year < 1900) return firstDay;
  if (year > 9999) return lastDay;
  const result = dayFrom(year, month, Math.min(dayOfMonth(day), daysInMonth(year, month)));
  if (result === undefined) throw new RangeError(`${day} and ${months} months is no day`);
  return result;
};

export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Monday is 1, Sunday is 7. */
export const weekday = (day: CalendarDay): Weekday => {
  const since = (dayNumber(day) + 3) % 7;
  return ((since < 0 ? since + 7 : since) + 1) as Weekday;
};

const firstOf1900 = dayNumber("1900-01-01" as CalendarDay);

/** Serial 60 of the 1900 system is 1900-02-29, a day that never was: all later serials are one too high. */
const phantomSerial = 60;
const lastSerial = 2_958_465;

/** Excel's serial of the 1900 system: 1900-01-01 is 1, 2024-03-05 is 45356. */
export const serialOfDay = (day: CalendarDay): number => {
  const plain = dayNumber(day) - firstOf1900 + 1;
  return plain < phantomSerial ? plain : plain + 1;
};

const knownSerials = new Map<number, CalendarDay>();

/** The day of a serial, whatever its time; nothing for what is no day: below 1, above 9999, the phantom 60. */
export const dayOfSerial = (serial: number): CalendarDay | undefined => {
  const whole = Math.floor(serial);
  if (!(whole >= 1 && whole <= lastSerial) || whole === phantomSerial) return undefined;
  const known = knownSerials.get(whole);
  if (known !== undefined) return known;
  const day = dayNumbered(firstOf1900 + whole - (whole > phantomSerial ? 2 : 1));
  if (knownSerials.size < mostKnown) knownSerials.set(whole, day);
  return day;
};

export const serialOfMoment = (at: Moment): number => serialOfDay(dayOf(at)) + minutesOf(at) / 1440;

/** The moment of a serial. Seconds are dropped as Excel's hh:mm drops them; half a second is rounding noise. */
export const momentOfSerial = (serial: number): Moment | undefined => {
  const minutes = Math.floor(serial * 1440 + 1 / 120);
  const day = dayOfSerial(Math.floor(minutes / 1440));
  return day && momentAt(day, ((minutes % 1440) + 1440) % 1440);
};

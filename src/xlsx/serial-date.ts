import type { DateKind } from "./date-format";

/** A day without a zone: "2024-03-05". */
export interface ReadDay {
  readonly day: string;
}
/** A day with a time, to the second where there are seconds: "2024-03-05 14:30", "2024-03-05 14:30:07". */
export interface ReadMoment {
  readonly moment: string;
}
/** A time of day or a length of time: "09:05", "26:30:00". */
export interface ReadTime {
  readonly time: string;
}
export type ReadDate = ReadDay | ReadMoment | ReadTime;

const two = (value: number): string => String(value).padStart(2, "0");

/** From the day number of 1970-01-01 (Hinnant's civil_from_days). */
const isoDay = (fromEpoch: number): string => {
  const shifted = fromEpoch + 719_468;
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
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
};

const days = new Map<number, ReadDay>();

/** Few days fill many cells: each is made once. */
const dayOf = (serial: number): ReadDay => {
  let known = days.get(serial);
  if (!known) {
    // Serials up to 59 lie before the 29 February 1900 that never was.
    known = { day: isoDay(serial - (serial < 60 ? 25_568 : 25_569)) };
    if (days.size > 20_000) days.clear();
    days.set(serial, known);
  }
  return known;
};

const clock = (seconds: number, always: boolean): string => {
  const rest = seconds % 60;
  const text = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}`;
  return rest > 0 || always ? `${text}:${two(rest)}` : text;
};

const lastSerial = 2_958_465; // 9999-12-31
const shift1904 = 1462;

/**
 * What a number means under a format. A day's format does not hide a time of day, so the value decides there.
 * @returns the number itself where no such day exists (negative, 0, 60, after 9999).
 */
export const dateOf = (value: number, kind: DateKind, date1904: boolean): ReadDate | number => {
  if (kind === "none" || value < 0) return value;
  const seconds = Math.round(value * 86_400);
  if (kind === "elapsed") return { time: clock(seconds, true) };
  if (kind === "time" && value < 1) return { time: clock(seconds % 86_400, false) };
  const serial = Math.floor(seconds / 86_400) + (date1904 ? shift1904 : 0);
  if (serial < 1 || serial === 60 || serial > lastSerial) return value;
  const day = dayOf(serial);
  const rest = seconds % 86_400;
  return kind === "day" && rest === 0 ? day : { moment: `${day.day} ${clock(rest, false)}` };
};

/**
 * As `dateOf`, with days and moments left the numbers they are: serials of the 1900 system, to the minute. For those
 * who keep serials anyway; a large register has a hundred thousand of them.
 */
export const serialOf = (value: number, kind: DateKind, date1904: boolean): ReadDate | number => {
  if (kind === "none" || value < 0) return value;
  if (kind === "elapsed" || (kind === "time" && value < 1)) return dateOf(value, kind, date1904);
  const seconds = Math.round(value * 86_400);
  const serial = Math.floor(seconds / 86_400) + (date1904 ? shift1904 : 0);
  if (serial < 1 || serial === 60 || serial > lastSerial) return value;
  return serial + Math.floor((seconds % 86_400) / 60) / 1440;
};

/** An ISO 8601 cell (`t="d"`). @returns nothing where it is not one. */
export const isoDate = (text: string, kind: DateKind): ReadDate | undefined => {
  const match = /^(\d{4}-\d{2}-\d{2})?(?:T?(\d{2}:\d{2})(?::(\d{2})(?:\.\d+)?)?)?Z?$/u.exec(text.trim());
  const [, day, minutes, seconds = "00"] = match ?? [];
  if (minutes === undefined) return day === undefined ? undefined : { day };
  const time = seconds === "00" ? minutes : `${minutes}:${seconds}`;
  if (day === undefined) return { time };
  return time === "00:00" && kind !== "moment" ? { day } : { moment: `${day} ${time}` };
};

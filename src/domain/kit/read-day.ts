import { type CalendarDay, dayOf, type Moment, momentAt, momentOfSerial } from "./calendar-day";
import { withArabicDigits } from "./chinese-digits";
import { type DayContext, dayOfText, type Unread } from "./day-wording";
import { timeAtEnd } from "./read-time";
import { plain } from "./text";

export type { DayContext, Unread };

/** `changed`: what stood there was another spelling. */
export type TimeReading<T> =
  | { readonly ok: true; readonly value: T; readonly changed: boolean }
  | { readonly ok: false; readonly why: Unread };

export type DayReading = TimeReading<CalendarDay>;
export type MomentReading = TimeReading<Moment>;

/** A serial before 1910 is rather a year (2023) or a month and day (3.5) than a day anybody enters. */
const firstLikelySerial = 3654;
/** Six digits as a number: a day after 2173, or 230305? */
const firstUnlikelySerial = 100_000;
const lastSerial = 2_958_465;

type Found = Moment | Unread;

const isUnread = (found: string): found is Unread =>
  found === "notADay" || found === "noSuchDay" || found === "ambiguous";

const timed = (day: CalendarDay | Unread, minutes: number): Found =>
  isUnread(day) ? day : momentAt(day, minutes);

const ofSerial = (serial: number): Found => momentOfSerial(serial) ?? "noSuchDay";

const ofNumber = (number: number, about: DayContext): Found => {
  if (Number.isInteger(number) && number >= 19_000_101) return ofText(String(number), about);
  if (number >= 0 && number < 1 && about.day !== undefined)
    return timed(about.day, Math.round(number * 1440) % 1440);
  if (!(number >= 1 && number <= lastSerial + 1)) return "notADay";
  if (number < firstLikelySerial) return "ambiguous";
  if (number >= firstUnlikelySerial && Number.isInteger(number)) {
    const digits = String(number);
    if (digits.length === 6 && !isUnread(dayOfText(digits, about))) return "ambiguous";
  }
  return ofSerial(number);
};

const dayOfWeek = /[(\s]*(?:周|星期|礼拜)[一二三四五六日天][)\s]*/u;

const ofText = (raw: string, about: DayContext): Found => {
  const text = withArabicDigits(plain(raw).replace(dayOfWeek, " ").trim())
    .replace(/[–—−]/gu, "-")
    .replace(/\s*([年月])\s*/gu, "$1");
  if (/^\d{5}(?:\.\d+)?$/u.test(text)) return ofSerial(Number(text));
  const packed = /^(\d{8})(\d{2})(\d{2})(?:\d{2})?$/u.exec(text);
  if (packed) {
    const [hours, minutes] = [Number(packed[2]), Number(packed[3])];
    return hours < 24 && minutes < 60
      ? timed(dayOfText(packed[1] ?? "", about), hours * 60 + minutes)
      : "noSuchDay";
  }
  const time = timeAtEnd(text);
  if (time === undefined) return timed(dayOfText(text, about), 0);
  const day = time.before === "" ? (about.day ?? "notADay") : dayOfText(time.before, about);
  if (time.minutes === "noSuchTime") return "noSuchDay";
  return time.minutes === "ambiguous" ? "ambiguous" : timed(day, time.minutes);
};

const find = (raw: string | number, about: DayContext): Found =>
  typeof raw === "number" ? ofNumber(raw, about) : ofText(raw, about);

const isSerial = (raw: number): boolean => raw <= lastSerial + 1;

/**
 * The day a cell means: 2023.3.5, 2023年3月5日, 3月5日, 20230305, 23/3/5, 二〇二三年三月五日,
 * any of them with a time, full width, or an Excel serial (1900 system) as number or text.
 */
export const readDay = (raw: string | number, about: DayContext): DayReading => {
  const found = find(raw, about);
  if (isUnread(found)) return { ok: false, why: found };
  const asWritten = typeof raw === "number" ? Number.isInteger(raw) && isSerial(raw) : raw === dayOf(found);
  return { ok: true, value: dayOf(found), changed: !asWritten };
};

/** As `readDay`, with the time; a day alone is its midnight. */
export const readMoment = (raw: string | number, about: DayContext): MomentReading => {
  const found = find(raw, about);
  if (isUnread(found)) return { ok: false, why: found };
  const asWritten =
    typeof raw === "number"
      ? isSerial(raw) && Math.abs(raw * 1440 - Math.round(raw * 1440)) < 0.001 && raw >= 1
      : raw === found;
  return { ok: true, value: found, changed: !asWritten };
};

import {
  type CalendarDay,
  dayOf,
  type Moment,
  momentAt,
  momentOfSerial,
  serialOfDay,
  serialOfMoment,
} from "./calendar-day";
import { withArabicDigits } from "./chinese-digits";
import { type DayContext, dayOfText, type Unread } from "./day-wording";
import { timeAtEnd } from "./read-time";
import { plain } from "./text";
import { withoutWeather } from "./weather";

export type { DayContext, Unread };

/** `changed`: what stood there was another spelling. */
export type TimeReading<T> =
  | { readonly ok: true; readonly value: T; readonly changed: boolean }
  | { readonly ok: false; readonly why: Unread };

export type DayReading = TimeReading<CalendarDay>;
export type MomentReading = TimeReading<Moment>;

/** A serial before 1910 is rather a year (2023) or a month and day (3.5) than a day anybody enters. */
const firstLikelySerial = 3654;
/** Six digits as a number are rather 230305 than a day after 2173. */
const firstUnlikelySerial = 100_000;
const lastSerial = 2_958_465;

type Found = Moment | Unread;

const isUnread = (found: string): found is Unread =>
  found === "notADay" || found === "noSuchDay" || found === "ambiguous";

const timed = (day: CalendarDay | Unread, minutes: number): Found =>
  isUnread(day) ? day : momentAt(day, minutes);

const ofSerial = (serial: number): Found => momentOfSerial(serial) ?? "noSuchDay";

/** 3.11 that was shown as a moment of 1900 comes back to the minute: 3.1097. */
const asTyped = (number: number): number => {
  const rounded = Math.round(number * 100) / 100;
  return Math.abs(rounded - number) * 1440 < 1 ? rounded : number;
};

const ofNumber = (number: number, about: DayContext): Found => {
  if (Number.isInteger(number) && number >= 19_000_101) return ofText(String(number), about);
  // 3.5 beside days of a known year; of 3.1 the nought behind may be lost: 3月1日 or 3月10日.
  if (number > 1 && number < 12.32 && about.year !== undefined) {
    const said = String(asTyped(number));
    return /\.(?:[4-9]|\d{2})$/u.test(said) ? ofText(said, about) : "ambiguous";
  }
  if (number >= 0 && number < 1 && about.day !== undefined)
    return timed(about.day, Math.round(number * 1440) % 1440);
  if (!(number >= 1 && number <= lastSerial + 1)) return "notADay";
  if (number < firstLikelySerial) return "ambiguous";
  if (number >= firstUnlikelySerial && Number.isInteger(number)) {
    const digits = String(number);
    const day = digits.length === 6 ? dayOfText(digits, about) : "notADay";
    if (!isUnread(day)) return timed(day, 0);
  }
  return ofSerial(number);
};

/** 二O二三年: a letter for a nought. */
const noughts = /(?<=[〇零一二三四五六七八九])[OoＯ0○](?=[〇零一二三四五六七八九年])/gu;
/** (补), 左右, and a part of the day with no hour: nothing to reckon with. */
const remarks =
  /\s*(?:[(【](?:[^)】\d]|\d{1,3}(?:次|回|组|批|位|人|套))*[)】]|左右|前后|补登?|(?:凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间))$/u;
const english: Readonly<Record<string, string>> = Object.fromEntries(
  "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split(" ").map((name, at) => [name, String(at + 1)]),
);
/** 5-Mar-23 and Mar 5, 2023, as an English Excel saves days. */
const inEnglish = (text: string): string =>
  text
    .replace(
      /^(\d{1,2})[-\s]([a-z]{3})[a-z]*[-,\s]+(\d{4}|\d{2})\b/iu,
      (whole, day: string, name: string, year: string) => {
        const month = english[name.toUpperCase()];
        return month === undefined ? whole : `${year}年${month}月${day}日`;
      },
    )
    .replace(
      /^([a-z]{3})[a-z]*\.?\s+(\d{1,2}),?\s+(\d{4})\b/iu,
      (whole, name: string, day: string, year: string) => {
        const month = english[name.toUpperCase()];
        return month === undefined ? whole : `${year}年${month}月${day}日`;
      },
    );

const dayOfWeek = /[(\s]*(?:周|星期|礼拜)[一二三四五六日天][)\s]*/u;

/** 2023/3/5/ */
const trailing = /^(\d{4}([-/.])\d{1,2}\2\d{1,2})[-/.,、;]+$/u;
/** 2023-3-5 10.15: behind a whole day, no day of its own. */
const dottedTime = /^(\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}日?\s+)(\d{1,2})\.(\d{2})$/u;
/** 2023-03-05T10:15:00+08:00: the clock of China. */
const zone = /(T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\+08(?::?00)?$/iu;

/** A day with its time and a remark is shorter; of more the patterns here would ask again at each sign. */
const mostSigns = 100;

const bareDay = (text: string): string =>
  inEnglish(
    text
      .replace(/^'/u, "")
      .replace(noughts, "〇")
      .replace(dayOfWeek, " ")
      .trim()
      .replace(trailing, "$1")
      .replace(dottedTime, "$1$2:$3")
      .replace(zone, "$1"),
  );

/** 10:15-11:30: until when. */
const until = /(?<=\d:\d{1,2})\s*(?:[-–—~～至到]|--)\s*\d{1,2}:\d{1,2}$/u;

/** A day with words behind it that reading it passes over: 2023-3-10（第二次来）, 3月9日 下午, 3月9日 10:15-11:30, 3月9日 晴. */
export const saysMoreThanDay = (raw: string): boolean => {
  const seen = plain(raw);
  if (seen.length > mostSigns) return true;
  const bare = bareDay(seen);
  return remarks.test(bare) || until.test(bare) || withoutWeather(bare) !== bare;
};

const ofText = (raw: string, about: DayContext): Found => {
  const seen = plain(raw);
  if (seen.length > mostSigns) return "notADay";
  const bare = bareDay(seen);
  const told = withoutWeather(bare).replace(remarks, "").replace(remarks, "").replace(until, "");
  const text = withArabicDigits(told)
    .replace(/[–—−]/gu, "-")
    .replace(/\\/gu, "/")
    .replace(/(?<=\d)_(?=\d)/gu, "-")
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

/**
 * The day a cell means: 2023.3.5, 2023年3月5日, 3月5日, 20230305, 23/3/5, 二〇二三年三月五日,
 * any of them with a time, full width, or an Excel serial (1900 system) as number or text.
 */
export const readDay = (raw: string | number, about: DayContext): DayReading => {
  const found = find(raw, about);
  if (isUnread(found)) return { ok: false, why: found };
  const asWritten = typeof raw === "number" ? serialOfDay(dayOf(found)) === raw : raw === dayOf(found);
  return { ok: true, value: dayOf(found), changed: !asWritten };
};

/** As `readDay`, with the time; a day alone is its midnight. */
export const readMoment = (raw: string | number, about: DayContext): MomentReading => {
  const found = find(raw, about);
  if (isUnread(found)) return { ok: false, why: found };
  const asWritten =
    typeof raw === "number" ? Math.abs(raw - serialOfMoment(found)) * 1440 < 0.001 : raw === found;
  return { ok: true, value: found, changed: !asWritten };
};

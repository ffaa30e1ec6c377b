/** The year of days that an old register writes without one: never a guess; where nothing is sure, people are asked. */
import { type CalendarDay, dayOfMonth, monthOf, yearOf } from "../kit/calendar-day";
import { withArabicDigits } from "../kit/chinese-digits";
import { readDay } from "../kit/read-day";
import { plain } from "../kit/text";
import type { OldRow } from "./old-cells";
import type { RawCell } from "./register";

/**
 * For `About.year`, reading a row. `year`: the table's, or what people have said instead.
 */
export const yearOfOldRow = ({ yearsLater = 0 }: OldRow, year: number | undefined): number | "unknown" =>
  year === undefined ? "unknown" : year + yearsLater;

const agreedThen: ReadonlySet<string> = new Set(["nextAppointment", "nextAt", "signedOn"]);

/**
 * For `About`, reading the other days of a row: what was agreed on `day` lies after it, 12月28日 with the next visit on
 * 1月3日; of a birthday nobody knows the year.
 */
export const yearBeside = (
  key: string,
  day: CalendarDay | undefined,
): { readonly year: "unknown"; readonly notBefore?: CalendarDay } =>
  day !== undefined && agreedThen.has(key) ? { year: "unknown", notBefore: day } : { year: "unknown" };

/** A day as a register writes it. */
export interface WrittenDay {
  readonly month: number;
  readonly day: number;
  readonly year?: number;
}

/** Only for years of two digits: 1941 to 2040. */
const someToday = "2030-12-31" as CalendarDay;

const written = new Map<string | number, WrittenDay | undefined>();
const mostKnown = 100_000;

const readWritten = (cell: string | number): WrittenDay | undefined => {
  // Two leap years: what follows the year said is written without one.
  const [first, second] = [2000, 2004].map((year) => readDay(cell, { today: someToday, year }));
  if (!first?.ok || !second?.ok) return undefined;
  const at = { month: monthOf(first.value), day: dayOfMonth(first.value) };
  return first.value === second.value ? { ...at, year: yearOf(first.value) } : at;
};

export const writtenDay = (cell: RawCell): WrittenDay | undefined => {
  if (cell === null || typeof cell === "boolean" || cell === "") return undefined;
  if (written.has(cell)) return written.get(cell);
  const made = readWritten(cell);
  if (written.size < mostKnown) written.set(cell, made);
  return made;
};

/** 上周: no day in any year; 2月30日 and 03/05/23 are days, if wrong ones. */
export const saysNoDay = (cell: RawCell): boolean => {
  if (cell === null || typeof cell === "boolean") return true;
  const read = readDay(cell, { today: someToday, year: 2000 });
  return !read.ok && read.why === "notADay";
};

interface Mention {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

const monthNumber = "1[0-2]|0?[1-9]";
const dayNumber = "3[01]|[12]\\d|0?[1-9]";
/** 2023年3月5日, 2023.3.5, 20230305, 2023-03, 2023年, 2023, 23年; not 三年来, nor a part of a longer number. */
const mentions = new RegExp(
  "(?<!\\d)(?:(?<y>(?:19|20)\\d{2})\\s*(?:" +
    `年\\s*(?<m>${monthNumber})\\s*月(?:\\s*(?<d>${dayNumber})\\s*[日号])?` +
    `|[-./]\\s*(?<m2>${monthNumber})(?:\\s*[-./]\\s*(?<d2>${dayNumber}))?(?!\\d)` +
    "|年|(?<m3>0[1-9]|1[0-2])(?<d3>0[1-9]|[12]\\d|3[01])?(?!\\d)|(?!\\d))" +
    "|(?<short>\\d{2})\\s*年(?!前|以来|来(?!访|电|客)|度?前))",
  "gu",
);

const mentionsIn = (text: string): readonly Mention[] =>
  [...withArabicDigits(plain(text)).matchAll(mentions)].map(({ groups = {} }) => {
    const { y, m2, d2, m3, d3, short } = groups;
    const m = groups["m"] ?? m2 ?? m3;
    const d = groups["d"] ?? d2 ?? d3;
    return {
      year: y === undefined ? 2000 + Number(short) : Number(y),
      ...(m === undefined ? {} : { month: Number(m) }),
      ...(d === undefined ? {} : { day: Number(d) }),
    };
  });

/** What titles and names say of the year. */
export type YearsSaid =
  | {
      readonly from: number;
      readonly to: number;
      readonly until?: { readonly month: number; readonly day: number };
    }
  | "nothing"
  | "contradictory";

/**
 * A year, or two that follow each other. A text that only names days (制表日期：2024年1月5日) speaks of days up to the
 * latest of them.
 */
const saidBy = (found: readonly Mention[]): YearsSaid => {
  const years = [...new Set(found.map(({ year }) => year))].sort((a, b) => a - b);
  const [from, to = from, more] = years;
  if (from === undefined || to === undefined) return "nothing";
  if (more !== undefined || to - from > 1) return "contradictory";
  const bounded = from === to && found.every(({ month }) => month !== undefined);
  if (!bounded) return { from, to };
  const latest = found
    .map(({ month = 12, day = 31 }) => ({ month, day }))
    .reduce((late, each) => (isAfter(each, late) ? each : late));
  return { from, to, until: latest };
};

const isAfter = (a: { month: number; day: number }, b: { month: number; day: number }): boolean =>
  a.month * 100 + a.day > b.month * 100 + b.day;

const isDated = (found: readonly Mention[]): boolean => found.every(({ day }) => day !== undefined);

/** `texts`: the table's titles, the sheet's and the file's name. Names that disagree say nothing for sure. */
export const yearsSaidBy = (texts: readonly string[]): YearsSaid => {
  const all = texts.map(mentionsIn).filter((found) => found.length > 0);
  // A day in a file's name is mostly the day it was saved.
  const plainly = all.filter((found) => !isDated(found));
  const said = (plainly.length > 0 ? plainly : all).map(saidBy);
  const [first = "nothing", ...others] = said;
  if (first === "nothing" || first === "contradictory") return first;
  const agrees = others.every(
    (other) => typeof other === "object" && other.from === first.from && other.to === first.to,
  );
  if (!agrees) return "contradictory";
  return said.find((each) => typeof each === "object" && each.until === undefined) ?? first;
};

export interface YearsFound {
  /** Of the first day. */
  readonly year?: number;
  /** Years after the first, by day. */
  readonly later: readonly number[];
}

/** Backward steps among ten that an orderly register has. */
const orderly = 0.1;
/** 12月 to 1月, 11月 to 2月: over a year's end. */
const over = 9;
/** A longer way back is a year's end with months left out, or disorder. */
const farBack = 4;

interface Walk {
  readonly later: readonly number[];
  readonly isSure: boolean;
}

/** Goes through the days in order and counts the years' ends they go over. */
const walk = (days: readonly WrittenDay[]): Walk => {
  const steps = days.slice(1).map((to, at) => {
    const from = days[at] ?? to;
    const exact = from.year !== undefined && to.year !== undefined ? to.year - from.year : undefined;
    return { months: to.month - from.month, exact, back: isAfter(from, to), on: isAfter(to, from) };
  });
  const inner = steps.filter(({ months, exact }) =>
    exact === undefined ? Math.abs(months) < over : exact === 0,
  );
  const [on, back] = [inner.filter((step) => step.on).length, inner.filter((step) => step.back).length];
  const upward = back <= (on + back) * orderly;
  const downward = on <= (on + back) * orderly;
  if (!upward && !downward)
    return { later: days.map(() => 0), isSure: !steps.some(({ exact = 0 }) => exact !== 0) };
  let years = 0;
  let [forth, returned, far] = [0, 0, 0];
  const later = [0];
  for (const { months, exact } of steps) {
    if (exact !== undefined) years += exact;
    else if (months <= -over) {
      years++;
      forth++;
    } else if (months >= over) {
      years--;
      returned++;
    } else if ((upward && !downward && months <= -farBack) || (downward && !upward && months >= farBack))
      far++;
    later.push(years);
  }
  return { later, isSure: far === 0 && (forth === 0 || returned === 0) };
};

const wholeYear = 10;

/** The year of `later` 0 that a single year said allows: the part that fills a year is that year's. */
const firstYearOf = (
  days: readonly WrittenDay[],
  later: readonly number[],
  said: number,
): number | undefined => {
  const months = new Map<number, Set<number>>();
  for (const [at, { month }] of days.entries()) {
    const years = later[at] ?? 0;
    months.set(years, (months.get(years) ?? new Set()).add(month));
  }
  if (months.size === 1) return said - (later[0] ?? 0);
  const whole = [...months].filter(([, some]) => Math.max(...some) - Math.min(...some) >= wholeYear - 1);
  const [only] = whole;
  const rest = [...months].filter(([years]) => !whole.some(([each]) => each === years));
  const isMargin = rest.every(([years, some]) =>
    only === undefined ? false : years > only[0] ? Math.max(...some) <= 3 : Math.min(...some) >= 10,
  );
  return whole.length === 1 && only !== undefined && isMargin ? said - only[0] : undefined;
};

/** `parts`: whose the rows are; a year that begins anew with another consultant has not gone over its end. */
export const yearsOfDays = (
  days: readonly WrittenDay[],
  said: YearsSaid,
  startsAnew: (at: number) => boolean = () => false,
): YearsFound => {
  const { later, isSure } = walk(days);
  const anew = later.some(
    (years, at) => at > 0 && years !== later[at - 1] && days[at]?.year === undefined && startsAnew(at),
  );
  const none: YearsFound = { later: days.map(() => 0) };
  const bare = days.filter(({ year }) => year === undefined);
  const only = typeof said === "object" && said.from === said.to ? said.from : undefined;
  if (bare.length === 0) return only === undefined ? none : { ...none, year: only };
  if (!isSure || anew) return none;
  const found = { later };
  const anchors = new Set(
    days.flatMap(({ year }, at) => (year === undefined ? [] : [year - (later[at] ?? 0)])),
  );
  const reached = (first: number): readonly number[] => later.map((years) => first + years);
  if (anchors.size > 1) return none;
  const [anchor] = anchors;
  if (anchor !== undefined) {
    const contradicts =
      typeof said === "object" && !reached(anchor).some((year) => year >= said.from && year <= said.to);
    return contradicts ? found : { ...found, year: anchor };
  }
  if (typeof said !== "object") return found;
  if (only === undefined) {
    const [least, most] = [Math.min(...later), Math.max(...later)];
    return most - least === 1 ? { ...found, year: said.from - least } : found;
  }
  const { until } = said;
  if (until !== undefined && days.some((each) => isAfter(each, until))) return found;
  const year = firstYearOf(days, later, only);
  return year === undefined ? found : { ...found, year };
};

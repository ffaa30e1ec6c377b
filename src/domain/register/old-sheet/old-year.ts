/** The year of days that an old register writes without one: never a guess; where nothing is sure, people are asked. */
import { type CalendarDay, dayOfMonth, monthOf, yearOf } from "../../kit/calendar-day";
import { readDay } from "../../kit/read-day";
import type { OldRow, OldTable } from "./old-cells";
import type { RawCell } from "../register";
import { isAfter, type YearsSaid } from "./years-said";

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

/** As of the year people say: the very one that titles say holds for all rows. */
export const ofYear = <Table extends Pick<OldTable, "rows" | "saidYear">>(
  table: Table,
  year: number | undefined,
): Table =>
  year === undefined || year !== table.saidYear
    ? table
    : { ...table, rows: table.rows.map(({ yearsLater: _, isYearConcluded: __, ...row }) => row) };

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

export interface YearsFound {
  /** Of the first day. */
  readonly year?: number;
  /** Years after the first, by day. */
  readonly later: readonly number[];
  /** Days, by index, that are of the year said though they follow its December: people look at them. */
  readonly inDoubt?: ReadonlySet<number>;
  /** Days, by index, of another year than the one said, as their order alone tells: people look at them too. */
  readonly concluded?: ReadonlySet<number>;
}

/** Backward steps among ten that an orderly register has. */
export const orderly = 0.1;
/** 12月 to 1月, 11月 to 2月: over a year's end. */
export const over = 9;
/** A longer way back is a year's end with months left out, or disorder. */
export const farBack = 4;

interface Walk {
  readonly later: readonly number[];
  readonly isSure: boolean;
  /** Some days within a year tell whether the register goes up or down. */
  readonly hasOrder: boolean;
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
    return {
      later: days.map(() => 0),
      isSure: !steps.some(({ exact = 0 }) => exact !== 0),
      hasOrder: false,
    };
  let years = 0;
  let [forth, returned, far] = [0, 0, 0];
  const later = [0];
  for (const { months, exact } of steps) {
    // 3月 to 12月 is on in a register that goes up, as 12月 to 3月 is back in one that goes down.
    const isWithin = (upward && !downward && forth === 0) || (downward && !upward && returned === 0);
    if (exact !== undefined) years += exact;
    else if (months <= -over && !(isWithin && downward)) {
      years++;
      forth++;
    } else if (months >= over && !(isWithin && upward)) {
      years--;
      returned++;
    } else if ((upward && !downward && months <= -farBack) || (downward && !upward && months >= farBack))
      far++;
    later.push(years);
  }
  return { later, isSure: far === 0 && (forth === 0 || returned === 0), hasOrder: on + back > 0 };
};

const wholeYear = 10;

/** The year of `later` 0 that a single year said allows: the part that fills a year is that year's. */
export const firstYearOf = (
  days: readonly Pick<WrittenDay, "month">[],
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

/**
 * One year is said: all days are of it. Only where they go over its end in one order, and it is not said to be whole,
 * some are of another; which, is found where the others fill the year said, and nowhere else.
 */
const ofOneYear = (
  days: readonly WrittenDay[],
  { later, isSure, hasOrder }: Walk,
  { from, isWhole }: Extract<YearsSaid, object>,
  anew: boolean,
): YearsFound => {
  const all: YearsFound = { later: days.map(() => 0), year: from };
  const isOver = later.some((years) => years > 0 || (years < 0 && hasOrder));
  if (!isOver) return all;
  if (isSure && !anew && isWhole !== true) {
    const year = firstYearOf(days, later, from);
    if (year === undefined) return { later };
    return {
      later,
      year,
      concluded: new Set(later.flatMap((years, at) => (year + years === from ? [] : [at]))),
    };
  }
  const ends = later.filter((years, at) => at > 0 && years !== later[at - 1]).length;
  // Rows by consultant or by grade, or in no order, say nothing of years.
  if (anew || (isWhole === true && ends > 1)) return all;
  return { ...all, inDoubt: new Set(later.flatMap((years, at) => (years === 0 ? [] : [at]))) };
};

/** A day with its year tells those behind it; those before the first are of the year said. Only in one order. */
const carried = (
  days: readonly WrittenDay[],
  later: readonly number[],
  first: number,
): YearsFound | undefined => {
  let [year, since] = [first, later[0] ?? 0];
  const years = days.map((day, at) => {
    if (day.year !== undefined) [year, since] = [day.year, later[at] ?? 0];
    return year + (later[at] ?? 0) - since;
  });
  const isInOrder = days.every((day, at) => {
    const [before, its] = [years[at - 1], years[at] ?? first];
    return before === undefined || before < its || (before === its && !isAfter(days[at - 1] ?? day, day));
  });
  return isInOrder ? { year: first, later: years.map((each) => each - first) } : undefined;
};

/** `parts`: whose the rows are; a year that begins anew with another consultant has not gone over its end. */
export const yearsOfDays = (
  days: readonly WrittenDay[],
  said: YearsSaid,
  startsAnew: (at: number) => boolean = () => false,
): YearsFound => {
  const walked = walk(days);
  const { later, isSure } = walked;
  const anew = later.some(
    (years, at) => at > 0 && years !== later[at - 1] && days[at]?.year === undefined && startsAnew(at),
  );
  const none: YearsFound = { later: days.map(() => 0) };
  const bare = days.filter(({ year }) => year === undefined);
  const only = typeof said === "object" && said.from === said.to ? said.from : undefined;
  if (bare.length === 0) return only === undefined ? none : { ...none, year: only };
  const anchors = new Set(
    days.flatMap(({ year }, at) => (year === undefined ? [] : [year - (later[at] ?? 0)])),
  );
  if (typeof said === "object" && only !== undefined && said.until === undefined) {
    const agree = days.every(({ year = only }) => year === only);
    const isTold = anchors.size === 1 && isSure && !anew && said.isWhole !== true;
    if (agree && !isTold) return ofOneYear(days, walked, said, anew);
  }
  if (!isSure || anew) return none;
  const found = { later };
  const reached = (first: number): readonly number[] => later.map((years) => first + years);
  if (anchors.size > 1) return none;
  const [anchor] = anchors;
  if (anchor !== undefined) {
    const contradicts =
      typeof said === "object" && !reached(anchor).some((year) => year >= said.from && year <= said.to);
    if (!contradicts) return { ...found, year: anchor };
    return (only === undefined ? undefined : carried(days, later, only)) ?? found;
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

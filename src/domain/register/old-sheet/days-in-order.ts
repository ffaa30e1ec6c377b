/** 收编: a day typed as the number 3.1 is 3月1日 or 3月10日; between 3.9 and 3.11 it is the tenth, and people are told. */
import { dayFrom } from "../../kit/calendar-day";
import type { OldRow } from "./old-cells";
import { over, writtenDay } from "./old-year";
import type { RawCell } from "../register";

interface MonthDay {
  readonly month: number;
  readonly day: number;
}

const leapYear = 2000;
const isInCalendar = ({ month, day }: MonthDay): boolean => dayFrom(leapYear, month, day) !== undefined;

/** What 3.1, 3.2 and 3.3 may be: that day, or ten times it; 2.3 is no 2月30日. Empty for all other cells. */
const tenths = (cell: RawCell): readonly MonthDay[] => {
  if (typeof cell !== "number") return [];
  const [, month, day] = /^(\d{1,2})\.([1-3])$/u.exec(String(cell)) ?? [];
  if (month === undefined || writtenDay(cell) !== undefined) return [];
  return [Number(day), Number(day) * 10]
    .map((each) => ({ month: Number(month), day: each }))
    .filter(isInCalendar);
};

/** Both days, for people to choose from; "" where the cell leaves no such choice. */
export const eitherDay = (cell: RawCell): string => {
  const said = tenths(cell);
  return said.length < 2 ? "" : said.map(({ month, day }) => `${month}月${day}日`).join("还是");
};

const placeOf = ({ month, day }: MonthDay): number => month * 100 + day;

/** 12月 and then 1月: over a year's end nothing is before or after. */
const isBefore = (one: MonthDay, other: MonthDay): boolean =>
  Math.abs(one.month - other.month) < over && placeOf(one) < placeOf(other);

/** Of days in order, nothing where they are in none. */
const wayOf = (days: readonly MonthDay[]): 1 | -1 | undefined => {
  const steps = days.slice(1).map((day, at) => [days[at] ?? day, day] as const);
  if (steps.length === 0) return undefined;
  if (steps.every(([from, to]) => !isBefore(to, from))) return 1;
  return steps.every(([from, to]) => !isBefore(from, to)) ? -1 : undefined;
};

/**
 * By row, the days of those in doubt that only one reading leaves in order.
 * @param known the day of each row that has one for sure
 */
const daysBetween = (
  choices: readonly (readonly MonthDay[])[],
  known: readonly (MonthDay | undefined)[],
): ReadonlyMap<number, MonthDay> => {
  const settled = new Map<number, MonthDay>();
  const way = wayOf(known.flatMap((day) => day ?? []));
  if (way === undefined) return settled;
  const days = [...known];
  const bound = (from: number, step: 1 | -1): MonthDay | undefined => {
    let index = from + step;
    while (index >= 0 && index < days.length && days[index] === undefined) index += step;
    return days[index];
  };
  const settle = (row: number): void => {
    const [before, after] = way === 1 ? [bound(row, -1), bound(row, 1)] : [bound(row, 1), bound(row, -1)];
    const fits = (choices[row] ?? []).filter(
      (day) =>
        (before === undefined || !isBefore(day, before)) && (after === undefined || !isBefore(after, day)),
    );
    const [only, more] = fits;
    if (only === undefined || more !== undefined || settled.has(row)) return;
    settled.set(row, only);
    days[row] = only;
  };
  const doubtful = choices.flatMap((some, row) => (some.length > 1 ? [row] : []));
  // What is settled bounds those beside it.
  for (const row of [...doubtful, ...[...doubtful].reverse()]) settle(row);
  return settled;
};

const withDay = (row: OldRow, at: number, { month, day }: MonthDay): OldRow => ({
  ...row,
  cells: row.cells.map((cell, column) => (column === at ? `${month}月${day}日` : cell)),
});

/** The rows with those days that can be one day only, or that only one reading leaves in order. @param at the column of days. */
export const withDaysInOrder = (rows: readonly OldRow[], at: number | undefined): readonly OldRow[] => {
  if (at === undefined) return rows;
  const choices = rows.map(({ cells }) => tenths(cells[at] ?? null));
  if (choices.every(({ length }) => length === 0)) return rows;
  const only = choices.map(([first, more]) => (more === undefined ? first : undefined));
  const settled = daysBetween(
    choices,
    rows.map(({ cells }, row) => only[row] ?? writtenDay(cells[at] ?? null)),
  );
  return rows.map((row, index): OldRow => {
    const concluded = settled.get(index);
    if (concluded !== undefined) return { ...withDay(row, at, concluded), isDayConcluded: true };
    const day = only[index];
    return day === undefined ? row : withDay(row, at, day);
  });
};

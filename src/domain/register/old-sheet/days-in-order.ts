/** 收编: a day typed as the number 3.1 is 3月1日 or 3月10日; between 3.9 and 3.11 it is the tenth, and people are told. */
import type { OldRow } from "./old-cells";
import { over, writtenDay } from "./old-year";
import type { RawCell } from "../register";

interface MonthDay {
  readonly month: number;
  readonly day: number;
}

/** What 3.1, 3.2 and 3.3 may be: that day, or ten times it. */
const tenths = (cell: RawCell): readonly [MonthDay, MonthDay] | undefined => {
  if (typeof cell !== "number") return undefined;
  const [, month, day] = /^(\d{1,2})\.([1-3])$/u.exec(String(cell)) ?? [];
  if (month === undefined || writtenDay(cell) !== undefined) return undefined;
  const few = { month: Number(month), day: Number(day) };
  return [few, { ...few, day: few.day * 10 }];
};

/** Both days, for people to choose from; "" where the cell leaves no such choice. */
export const eitherDay = (cell: RawCell): string => {
  const said = tenths(cell);
  return said === undefined ? "" : said.map(({ month, day }) => `${month}月${day}日`).join("还是");
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

/** The rows with those days that only one reading leaves in order. @param at the column of days. */
export const withDaysInOrder = (rows: readonly OldRow[], at: number | undefined): readonly OldRow[] => {
  if (at === undefined || !rows.some(({ cells }) => tenths(cells[at] ?? null))) return rows;
  const known: (MonthDay | undefined)[] = rows.map(({ cells }) => writtenDay(cells[at] ?? null));
  const way = wayOf(known.flatMap((day) => day ?? []));
  if (way === undefined) return rows;
  const settled = new Map<number, MonthDay>();
  const bound = (from: number, step: 1 | -1): MonthDay | undefined => {
    let index = from + step;
    while (index >= 0 && index < known.length && known[index] === undefined) index += step;
    return known[index];
  };
  const settle = (row: number): void => {
    const [before, after] = way === 1 ? [bound(row, -1), bound(row, 1)] : [bound(row, 1), bound(row, -1)];
    const fits = (tenths(rows[row]?.cells[at] ?? null) ?? []).filter(
      (day) =>
        (before === undefined || !isBefore(day, before)) && (after === undefined || !isBefore(after, day)),
    );
    const [only, more] = fits;
    if (only === undefined || more !== undefined || settled.has(row)) return;
    settled.set(row, only);
    known[row] = only;
  };
  const doubtful = rows.flatMap(({ cells }, row) => (tenths(cells[at] ?? null) === undefined ? [] : [row]));
  // What is settled bounds those beside it.
  for (const row of [...doubtful, ...[...doubtful].reverse()]) settle(row);
  return rows.map((row, index): OldRow => {
    const day = settled.get(index);
    if (day === undefined) return row;
    const said = `${day.month}月${day.day}日`;
    return {
      ...row,
      cells: row.cells.map((cell, column) => (column === at ? said : cell)),
      isDayConcluded: true,
    };
  });
};

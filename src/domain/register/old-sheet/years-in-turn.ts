/** The years of tables that go on one in another, as sheets 11月, 12月 and 1月 do. */
import type { OldTable } from "./old-cells";
import { dayKeys, type DaysInTable } from "./old-times";
import { farBack, firstYearOf, over, writtenDay, type WrittenDay } from "./old-year";
import { namesMonthOfYear, namesYear, yearsSaidBy } from "./years-said";

/** A table's first and last day, by month. */
interface Span {
  readonly begin: number;
  readonly end: number;
}

/** Where months that go one way, table after table, begin anew. */
interface Turn {
  /** The first table behind it. */
  readonly at: number;
  readonly years: 1 | -1;
  /** By so many months that nothing else explains it. */
  readonly isSure: boolean;
}

/** Months that come round once: 5, 6, 7, then 1, 2; or from the last to the first, 2, 1, then 12, 11. */
const turnIn = (spans: readonly Span[]): Turn | undefined => {
  const [first, last] = [spans[0], spans.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const inner = spans.map(({ begin, end }) => end - begin);
  const between = spans.slice(1).map(({ begin }, at) => begin - (spans[at]?.end ?? begin));
  const steps = [...inner, ...between];
  const [on, back] = [steps.filter((step) => step > 0).length, steps.filter((step) => step < 0).length];
  const found = (is: (step: number) => boolean, years: 1 | -1): Turn | undefined => {
    const at = between.findIndex(is);
    const far = Math.abs(between[at] ?? 0);
    return far < farBack ? undefined : { at: at + 1, years, isSure: far >= over };
  };
  if (last.end > first.begin) return on === 1 && back > 0 ? found((step) => step > 0, -1) : undefined;
  const forth = last.end < first.begin && back === 1 ? found((step) => step < 0, 1) : undefined;
  // Two tables alone may stand in either order: 12月 and then 1月 is over a year's end, 5月 and 1月 are not.
  return forth?.isSure === true || on > 0 ? forth : undefined;
};

const monthsIn = ({
  days,
}: DaysInTable): readonly { readonly month: number; readonly yearsLater: number }[] =>
  days.flatMap(({ cell, yearsLater = 0 }) => {
    const day = writtenDay(cell);
    return day === undefined || day.year !== undefined ? [] : [{ month: day.month, yearsLater }];
  });

/**
 * One year said of the first of them: the year of each. Where one begins nearly a year's months before the end of the
 * one above it, a year's end lies between. Tables that have a month in common are of one year: a sheet for each
 * consultant.
 */
export const yearsInTurn = (tables: readonly DaysInTable[], first: number): readonly number[] => {
  const read = tables.map(monthsIn);
  const months = read.flatMap((days) => [
    ...new Set(days.map(({ month, yearsLater }) => month + 12 * yearsLater)),
  ]);
  if (new Set(months).size < months.length) return tables.map(() => first);
  let year = first;
  let last: number | undefined;
  const spans: Span[] = [];
  return read.map((days) => {
    const [begin, end] = [days[0], days.at(-1)];
    if (begin === undefined || end === undefined) return year;
    spans.push({ begin: begin.month, end: end.month });
    if (last !== undefined && begin.month - last <= -over) year++;
    const down = turnIn(spans);
    if (down?.years === -1 && down.isSure && down.at === spans.length - 1) year--;
    const own = year;
    year += end.yearsLater;
    last = end.month;
    return own;
  });
};

/** A table of one year, by its name or by another's, and the days of its rows. */
interface Member {
  readonly at: number;
  readonly table: OldTable;
  readonly days: readonly WrittenDay[];
}

const daysOf = ({ form, matches, rows }: OldTable): readonly WrittenDay[] => {
  const columns = matches.flatMap(({ key, column }) => (key === dayKeys[form] ? [column] : []));
  return rows.flatMap(({ cells }) => {
    for (const column of columns) {
      const day = writtenDay(cells[column] ?? null);
      if (day !== undefined) return [day];
    }
    return [];
  });
};

/** Its own tab or title says of which year its month is. */
const saysItself = ({ sheet, titles = [] }: OldTable): boolean =>
  namesYear(sheet) || titles.some(namesMonthOfYear);

const isOneYear = ({ rows }: OldTable): boolean =>
  rows.every(({ yearsLater = 0, isYearInDoubt = false }) => yearsLater === 0 && !isYearInDoubt);

/** The year of those before the turn, where something says it for sure. */
const firstYear = (
  members: readonly Member[],
  later: readonly number[],
  said: number,
): number | undefined => {
  const written = new Set(
    members.flatMap(({ days }, at) =>
      days.flatMap(({ year }) => (year === undefined ? [] : [year - (later[at] ?? 0)])),
    ),
  );
  const [only] = written;
  if (written.size > 0) return written.size === 1 ? only : undefined;
  const all = members.flatMap(({ days }, at) => days.map(({ month }) => ({ month, later: later[at] ?? 0 })));
  return firstYearOf(
    all,
    all.map((each) => each.later),
    said,
  );
};

const inDoubt = (table: OldTable): OldTable => {
  const columns = table.matches.flatMap(({ key, column }) => (key === dayKeys[table.form] ? [column] : []));
  return {
    ...table,
    rows: table.rows.map((row) =>
      columns.some((column) => {
        const day = writtenDay(row.cells[column] ?? null);
        return day !== undefined && day.year === undefined;
      })
        ? { ...row, isYearInDoubt: true }
        : row,
    ),
  };
};

const turned = (members: readonly Member[], fileName: string): readonly OldTable[] => {
  const tables = members.map(({ table }) => table);
  const said = tables[0]?.saidYear;
  const months = members.flatMap(({ days }) => [...new Set(days.map(({ month }) => month))]);
  const turn = turnIn(
    members.map(({ days }) => ({ begin: days[0]?.month ?? 0, end: days.at(-1)?.month ?? 0 })),
  );
  if (said === undefined || turn === undefined || new Set(months).size < months.length) return tables;
  const later = members.map((_, at) => (at < turn.at ? 0 : turn.years));
  const isWhole = tables.some(({ titles = [], sheet }) => {
    const years = yearsSaidBy([...titles, sheet, fileName]);
    return typeof years === "object" && years.isWhole === true;
  });
  if (isWhole || !turn.isSure) return tables.map((table, at) => (later[at] === 0 ? table : inDoubt(table)));
  const first = firstYear(members, later, said);
  return tables.map(({ year: _, ...table }, at) =>
    first === undefined ? table : { ...table, year: first + (later[at] ?? 0) },
  );
};

/**
 * Tables of one file that one year is said of (2023来访.xlsx) while their months go over its end, table after table: the
 * year is theirs only where something says which of them it is of; else people are asked, or told where it may as well
 * be disorder.
 */
export const withYearsAcross = (tables: readonly OldTable[], fileName: string): readonly OldTable[] => {
  const groups = new Map<string, Member[]>();
  for (const [at, table] of tables.entries()) {
    if (table.saidYear === undefined || !isOneYear(table) || saysItself(table)) continue;
    const days = daysOf(table);
    if (days.length === 0) continue;
    const key = `${table.form} ${table.saidYear}`;
    const members = groups.get(key) ?? [];
    members.push({ at, table, days });
    groups.set(key, members);
  }
  const found = [...tables];
  for (const members of groups.values())
    for (const [index, table] of turned(members, fileName).entries()) {
      const at = members[index]?.at;
      if (at !== undefined) found[at] = table;
    }
  return found;
};

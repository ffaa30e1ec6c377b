/** 收编: the year of an old table's days, as its titles, its names and the days themselves say. */
import type { Filled } from "./old-body";
import type { OldTable } from "./old-cells";
import { type WrittenDay, writtenDay, yearsOfDays } from "./old-year";
import type { RawCell } from "../register";
import { yearsByClient } from "./years-by-client";
import { type YearsSaid, yearsSaidBy } from "./years-said";

type RowsOfYear = Pick<OldTable, "rows" | "year" | "saidYear">;

/** The rows, and the year of their days without one. @param byClient by row, where its client's begin. */
export const withYears = (
  { rows, sections }: Filled,
  dayAt: number | undefined,
  consultantAt: number | undefined,
  said: YearsSaid,
  byClient?: readonly number[],
): RowsOfYear => {
  const days: WrittenDay[] = [];
  const of: number[] = [];
  const bySection = new Map<number, YearsSaid>();
  for (const { before, said: text } of sections) {
    const years = yearsSaidBy([text]);
    if (years !== "nothing") bySection.set(before, years);
  }
  for (const [at, { cells }] of rows.entries()) {
    const day = dayAt === undefined ? undefined : writtenDay(cells[dayAt] ?? null);
    if (day === undefined) continue;
    const section = bySection.get(at);
    const year = typeof section === "object" && section.from === section.to ? section.from : undefined;
    days.push(day.year === undefined && year !== undefined ? { ...day, year } : day);
    of.push(at);
  }
  const whose = (at: number): RawCell =>
    consultantAt === undefined ? null : (rows[of[at] ?? -1]?.cells[consultantAt] ?? null);
  const runs = of.filter((_, at) => at === 0 || whose(at) !== whose(at - 1)).length;
  const areGrouped = runs === new Set(of.map((_, at) => whose(at))).size;
  const ofClients =
    byClient &&
    yearsByClient(
      days,
      said,
      of.map((row) => byClient[row] ?? row),
    );
  const found = ofClients ?? yearsOfDays(days, said, (at) => areGrouped && whose(at) !== whose(at - 1));
  const later = new Map(of.map((row, at) => [row, found.later[at] ?? 0]));
  const unwritten = (marked: ReadonlySet<number> | undefined): ReadonlySet<number | undefined> =>
    new Set([...(marked ?? [])].filter((at) => days[at]?.year === undefined).map((at) => of[at]));
  const [inDoubt, concluded] = [unwritten(found.inDoubt), unwritten(found.concluded)];
  return {
    rows: rows.map((row, at) => {
      const yearsLater = later.get(at) ?? 0;
      const [isYearInDoubt, isYearConcluded] = [inDoubt.has(at), concluded.has(at)];
      if (yearsLater === 0 && !isYearInDoubt && !isYearConcluded) return row;
      return {
        ...row,
        ...(yearsLater === 0 ? {} : { yearsLater }),
        ...(isYearInDoubt ? { isYearInDoubt } : {}),
        ...(isYearConcluded ? { isYearConcluded } : {}),
      };
    }),
    ...(found.year === undefined ? {} : { year: found.year }),
    // Days of other years among them: what is said holds for no row but by its place.
    ...(typeof said === "object" &&
    said.from === said.to &&
    days.every(({ year = said.from }) => year === said.from)
      ? { saidYear: said.from }
      : {}),
  };
};

/** The same of rows that stand apart: those beside them say nothing. */
export const withTitleYear = ({ rows }: Filled, titles: readonly string[]): RowsOfYear => {
  const said = yearsSaidBy(titles);
  return { rows, ...(typeof said === "object" && said.from === said.to ? { year: said.from } : {}) };
};

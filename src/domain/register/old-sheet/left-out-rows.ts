/** 收编: row numbers of a sheet whose reader has left long blank stretches out. */
import type { OldCells, OldTable, SetAside } from "./old-cells";

export interface RowNumbers {
  /** The sheet's row number, 1-based, of an index into `rows`; it goes on above the first and below the last. */
  readonly numberOf: (index: number) => number;
  /** The index of a sheet's row number; of one left out, that of the next row there. */
  readonly indexOf: (row: number) => number;
}

/** The last of them, from the first on, that `holds`; -1 where none does. */
const lastThat = <Each>(all: readonly Each[], holds: (each: Each) => boolean): number => {
  let [from, to] = [0, all.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (holds(all[middle] as Each)) from = middle + 1;
    else to = middle;
  }
  return from - 1;
};

export const rowNumbersOf = ({
  firstRow,
  leftOut = [],
}: Pick<OldCells, "firstRow" | "leftOut">): RowNumbers => {
  let sum = 0;
  const stretches = leftOut.map(({ before, count }) => ({ before, skipped: (sum += count) }));
  return {
    numberOf: (index) => {
      const at = lastThat(stretches, ({ before }) => before <= index);
      return firstRow + index + (stretches[at]?.skipped ?? 0);
    },
    indexOf: (row) => {
      const at = lastThat(stretches, ({ before, skipped }) => firstRow + before + skipped <= row);
      const index = row - firstRow - (stretches[at]?.skipped ?? 0);
      return Math.min(index, stretches[at + 1]?.before ?? index);
    },
  };
};

/** As found in rows counted from `firstRow` without a gap. */
type Counted = Pick<OldCells, "firstRow" | "leftOut">;

const numberIn = (cells: Counted): ((counted: number) => number) => {
  const { numberOf } = rowNumbersOf(cells);
  return (counted) => numberOf(counted - cells.firstRow);
};

/** What was set aside, by the sheet's own row numbers. */
export const asideBySheet = (aside: readonly SetAside[], cells: Counted): readonly SetAside[] => {
  if (cells.leftOut === undefined) return aside;
  const number = numberIn(cells);
  return aside.map((each) => ({ ...each, row: number(each.row) }));
};

/** Tables by the sheet's own row numbers. */
export const tablesBySheet = (tables: readonly OldTable[], cells: Counted): readonly OldTable[] => {
  if (cells.leftOut === undefined) return tables;
  const number = numberIn(cells);
  return tables.map((table) => ({
    ...table,
    headerRow: number(table.headerRow),
    rows: table.rows.map(({ through, ...row }) => ({
      ...row,
      row: number(row.row),
      ...(through === undefined ? {} : { through: number(through) }),
    })),
    setAside: asideBySheet(table.setAside, cells),
    ...(table.filled && {
      filled: table.filled.map(({ column, runs }) => ({
        column,
        runs: runs.map((run) => ({ ...run, from: number(run.from), rows: run.rows.map(number) })),
      })),
    }),
  }));
};

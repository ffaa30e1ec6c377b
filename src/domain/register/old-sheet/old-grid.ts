/** Cells of a sheet by row and column, merged areas looked up. */
import type { OldArea, OldCells } from "./old-cells";
import { isEmptyCell } from "../read-answer";
import type { RawCell } from "../register";

export interface OldGrid {
  readonly height: number;
  readonly width: number;
  readonly isBlank: (row: number) => boolean;
  /** As it stands: nothing in the other cells of a merged area. */
  readonly at: (row: number, column: number) => RawCell;
  readonly areaAt: (row: number, column: number) => OldArea | undefined;
  /** A row's filled columns, in order. */
  readonly filled: (row: number) => readonly number[];
  /** Its number is a day or moment. */
  readonly isDated: (row: number, column: number) => boolean;
  /** Its text is a formula without a value. */
  readonly isUncomputed: (row: number, column: number) => boolean;
  /** Its number is shown with a nought behind: 3.10 of 3.1. */
  readonly isPadded: (row: number, column: number) => boolean;
}

/** A row's filled columns from `left` to `right`: it may hold thousands, of thousands of tables side by side. */
export const between = (filled: readonly number[], left: number, right: number): readonly number[] => {
  /** Where the first column that is not before `column` stands. */
  const placeOf = (column: number): number => {
    let [from, to] = [0, filled.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((filled[middle] ?? 0) < column) from = middle + 1;
      else to = middle;
    }
    return from;
  };
  return filled.slice(placeOf(left), placeOf(right + 1));
};

/** Merged areas reach no further than the sheet's own cells: some run over all its 16,384 columns. */
const areasByCell = (merges: readonly OldArea[], height: number, width: number): Map<number, OldArea> => {
  const found = new Map<number, OldArea>();
  for (const area of merges)
    for (let row = area.top; row <= Math.min(area.bottom, height - 1); row++)
      for (let column = area.left; column <= Math.min(area.right, width - 1); column++)
        found.set(row * width + column, area);
  return found;
};

/** The columns of rows without a gap, by how many: one for all of them, of a million there may be. */
const gapless: (readonly number[])[] = [];
const gaplessOf = (width: number): readonly number[] =>
  (gapless[width] ??= Array.from({ length: width }, (_, column) => column));

/** Formulas put in beforehand, which nobody has computed, make no row. */
const filledIn = (cells: readonly RawCell[], uncomputed: readonly number[] = []): readonly number[] => {
  const hasGap = cells.findIndex((cell) => isEmptyCell(cell)) >= 0;
  const filled = hasGap
    ? cells.flatMap((cell, column) => (isEmptyCell(cell) ? [] : [column]))
    : gaplessOf(cells.length);
  if (uncomputed.length === 0) return filled;
  const isUncomputed = new Set(uncomputed);
  return filled.every((column) => isUncomputed.has(column)) ? [] : filled;
};

/** A row may have thousands of days. */
const markedIn = (
  rows: readonly (readonly number[])[] | undefined,
): ((row: number, column: number) => boolean) => {
  const found = new Map<number, ReadonlySet<number>>();
  return (row, column) => {
    const marked = rows?.[row];
    if (marked === undefined || marked.length === 0) return false;
    let set = found.get(row);
    if (set === undefined) found.set(row, (set = new Set(marked)));
    return set.has(column);
  };
};

export const gridOf = ({ rows, merges, dated, uncomputed, padded }: OldCells): OldGrid => {
  const filledColumns = rows.map((cells, row) => filledIn(cells, uncomputed?.[row]));
  const width = filledColumns.reduce((most, columns) => Math.max(most, (columns.at(-1) ?? -1) + 1), 0);
  const areas = areasByCell(merges, rows.length, width);
  return {
    height: rows.length,
    width,
    isBlank: (row) => (filledColumns[row] ?? []).length === 0,
    at: (row, column) => rows[row]?.[column] ?? null,
    areaAt: (row, column) => areas.get(row * width + column),
    filled: (row) => filledColumns[row] ?? [],
    isDated: markedIn(dated),
    isUncomputed: markedIn(uncomputed),
    isPadded: markedIn(padded),
  };
};

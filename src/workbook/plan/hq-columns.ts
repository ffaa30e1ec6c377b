/** Merged rows column by column: as they are put aside, written and known again. */
import type { Value } from "../../book/book";
import type { HqRow } from "./hq-rows";

/** Few of a register's columns say something new in every row. */
export interface HqColumn {
  /** Each once, in the order they come in. */
  readonly values: readonly Value[];
  /** By row: the value's place, -1 where the cell is empty. */
  readonly places: readonly number[];
}

export interface HqColumns {
  readonly count: number;
  /** Nothing where a column is empty all over, as many of a large form are. */
  readonly columns: readonly (HqColumn | null)[];
}

/** @returns nothing where all cells are empty */
export const columnOf = (cells: readonly Value[]): HqColumn | null => {
  const known = new Map<Value, number>();
  const values: Value[] = [];
  let last: Value = null;
  let place = -1;
  const places = cells.map((cell) => {
    if (cell === last) return place;
    last = cell;
    place = cell === null ? -1 : (known.get(cell) ?? -1);
    if (cell !== null && place < 0) {
      place = values.push(cell) - 1;
      known.set(cell, place);
    }
    return place;
  });
  return values.length === 0 ? null : { values, places };
};

/** The same value in each of so many rows. */
export const sameColumn = (value: Value, count: number): HqColumn => ({
  values: [value],
  places: new Array<number>(count).fill(0),
});

export const columnsOf = (rows: readonly HqRow[]): HqColumns => ({
  count: rows.length,
  columns: Array.from({ length: Math.max(0, ...rows.slice(0, 1).map(({ length }) => length)) }, (_, at) =>
    columnOf(rows.map((row) => row[at] ?? null)),
  ),
});

/** What stands in a row's cell. */
export const valueIn = ({ columns }: HqColumns, column: number, row: number): Value => {
  const own = columns[column];
  return own?.values[own.places[row] ?? -1] ?? null;
};

export const rowsOf = ({ count, columns }: HqColumns): readonly HqRow[] =>
  Array.from({ length: count }, (_, row) => columns.map((own) => own?.values[own.places[row] ?? -1] ?? null));

/** By what rows are known again: equal rows say the same, whether they come from a file or from a result. */
export const columnsText = ({ count, columns }: HqColumns): string => JSON.stringify({ count, columns });

export const columnsFrom = (text: string): HqColumns => JSON.parse(text) as HqColumns;

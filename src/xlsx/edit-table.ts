/** Rows and columns that a table of a workbook file grows by. */
import { type Area, areaAddress, cellAddress } from "../book/address";
import { lastColumn, lastRow, type Cell } from "../book/book";
import type { CellChange } from "./edit-row";
import type { EditableSheet } from "./edit-sheet";
import { shiftFormula } from "./formula-shift";
import type { SheetPart } from "./package-parts";
import { XlsxRefused } from "./refusal";

/**
 * One value a column of the table, in its order. `undefined` or none, and `null` in a calculated column, gives the
 * column's formula.
 */
export type RowValues = readonly (Cell | undefined)[];

export interface AddedColumn {
  readonly caption: string;
  /** Which of the table's columns, from 0, it looks like. */
  readonly like: number;
  readonly numberFormat: string;
  /** Characters. */
  readonly width: number;
}

export interface TablePart {
  readonly part: string;
  readonly sheet: SheetPart;
  readonly name: string;
  readonly totalsRow: boolean;
  readonly formulas: ReadonlyMap<number, string>;
  /** Grows while rows are appended. */
  area: Area;
  grown: boolean;
  readonly added: string[];
}

/** The columns whose cell of that row has a value or formula, with the changes noted so far. */
const filledIn = (sheet: EditableSheet, row: number, typedOnly = false): ReadonlySet<number> => {
  const found = new Set<number>();
  for (const { column, filled, formula } of sheet.row(row)?.cells ?? [])
    if (filled && !(typedOnly && formula !== undefined)) found.add(column);
  for (const [column, { content }] of sheet.changes(row))
    if (content === null || (typedOnly && typeof content === "object")) found.delete(column);
    else found.add(column);
  return found;
};

/** One of them within the area. */
const filledAt = (
  sheet: EditableSheet,
  row: number,
  { left, right }: Pick<Area, "left" | "right">,
  typedOnly = false,
): number | undefined => {
  for (const column of filledIn(sheet, row, typedOnly)) if (column >= left && column <= right) return column;
  return undefined;
};

const columnsOf = ({ left, right }: Area): readonly number[] =>
  Array.from({ length: right - left + 1 }, (_, i) => left + i);

/** What each of a table's columns computes, in a row below `last`. */
const formulasOf = (
  table: TablePart,
  sheet: EditableSheet,
  last: number,
): readonly (((row: number) => Cell) | undefined)[] =>
  columnsOf(table.area).map((column, place) => {
    const own = table.formulas.get(place);
    if (own !== undefined) return () => ({ formula: `=${own}` });
    // LibreOffice saves no formula with the column: the last row has it all the same.
    const above = last === table.area.top ? undefined : sheet.formula(last, column);
    return above === undefined ? undefined : (row) => ({ formula: `=${shiftFormula(above, row - last, 0)}` });
  });

export const append = (table: TablePart, sheet: EditableSheet, rows: readonly RowValues[]): void => {
  const { area } = table;
  if (table.totalsRow) throw new XlsxRefused("totals-row", table.name);
  let last = area.bottom;
  while (last > area.top && filledAt(sheet, last, area, true) === undefined) last--;
  const bottom = Math.max(area.bottom, last + rows.length);
  if (bottom >= lastRow) throw new XlsxRefused("too-large", table.name);
  const added = { ...area, top: area.bottom + 1, bottom };
  if (bottom > area.bottom && sheet.mergedIn(added)) throw new XlsxRefused("occupied", areaAddress(added));
  const styles = new Map(sheet.row(area.bottom)?.cells.map((cell) => [cell.column, cell.style]));
  const formulas = formulasOf(table, sheet, last);
  // What a row says nothing of and has neither is left to the column's look: a register of thousands of own columns
  // has few of them in a row.
  const always = formulas.flatMap((formula, place) =>
    formula !== undefined || styles.get(area.left + place) !== undefined ? [place] : [],
  );
  const isAlways = new Set(always);
  const isComputed = (values: RowValues, place: number): boolean => {
    const value = values[place];
    return value === undefined || (value === null && formulas[place] !== undefined);
  };
  const placesOf = (values: RowValues): readonly number[] => {
    const said: number[] = [];
    values.forEach((value, place) => {
      if (value !== undefined && place < formulas.length && !isAlways.has(place)) said.push(place);
    });
    return [...always, ...said];
  };
  const changeAt = (values: RowValues, place: number, row: number): CellChange => {
    const content = isComputed(values, place) ? formulas[place]?.(row) : values[place];
    return { content: content ?? null, style: styles.get(area.left + place), table: table.name };
  };
  rows.forEach((values, i) => {
    const row = last + 1 + i;
    if (row > area.bottom) {
      const there = filledAt(sheet, row, area);
      if (there !== undefined) throw new XlsxRefused("occupied", cellAddress(row, there));
      sheet.likeRow(row, area.bottom);
      sheet.promiseRow(
        row,
        area,
        () =>
          new Map(
            placesOf(values).map((place) => [area.left + place, changeAt(values, place, row)] as const),
          ),
      );
      return;
    }
    // A blank row inside the table may have its formulas already.
    const there = filledIn(sheet, row);
    for (const place of placesOf(values)) {
      const column = area.left + place;
      if (!there.has(column) || !isComputed(values, place))
        sheet.set(row, column, changeAt(values, place, row));
    }
  });
  if (bottom > area.bottom) {
    sheet.grow(area, bottom);
    table.area = { ...area, bottom };
    table.grown = true;
  }
};

/** The paper's title, note and band stand above the headers. */
const rowsAbove = 3;

export const addColumns = (
  table: TablePart,
  sheet: EditableSheet,
  columns: readonly AddedColumn[],
  styleOf: (base: string | undefined, numberFormat: string) => number,
): void => {
  const { area } = table;
  const fresh = { ...area, left: area.right + 1, right: area.right + columns.length };
  if (fresh.right >= lastColumn) throw new XlsxRefused("too-large", table.name);
  for (let row = area.top; row <= area.bottom; row++) {
    const there = filledAt(sheet, row, fresh);
    if (there !== undefined) throw new XlsxRefused("occupied", cellAddress(row, there));
  }
  if (sheet.mergedIn(fresh)) throw new XlsxRefused("occupied", areaAddress(fresh));
  for (let row = Math.max(0, area.top - rowsAbove); row < area.top; row++) {
    const style = sheet.styleOf(row, area.right);
    for (let column = fresh.left; column <= fresh.right; column++)
      sheet.set(row, column, { content: null, style });
  }
  const looks = columns.map(({ like }) => ({
    below: sheet.styleOf(area.bottom, area.left + like),
    header: sheet.styleOf(area.top, area.left + like),
  }));
  columns.forEach(({ caption, numberFormat, width }, at) => {
    const column = fresh.left + at;
    sheet.dress({ column, width, style: styleOf(looks[at]?.below, numberFormat) });
    sheet.set(area.top, column, { content: caption, style: looks[at]?.header });
    table.added.push(caption);
  });
  table.area = { ...area, right: fresh.right };
  table.grown = true;
};

import type { Area } from "../../book/address";
import type { Value } from "../../book/book";
import { areaText, columnCount, common, rowCount } from "./areas";
import { asCell, clearCells, isFormula, rowOf, storedAt, valueAt, valueOf, visitCells } from "./cells";
import { growTables } from "./growth";
import { applyLook, lookReader } from "./looks";
import type { Actor } from "./notices";
import { requireEditable } from "./protection";
import { copyFormula } from "./references";
import { hostError } from "./refusal";
import { captureFormula, renameColumn, tablesIn } from "./tables";
import { displayText } from "./text";
import { readTyped } from "./typing";
import type { FormulaCell, SheetState, Stored, Workbook } from "./workbook";

/** What is put into a cell: `undefined` leaves it, `null` and "" empty it. */
export type Entry = Value | FormulaCell | undefined;

export interface Writing {
  readonly by: Actor;
  /** Texts are read as typing is read. Otherwise they stay as they are. */
  readonly read: boolean;
  /** Tables take in what is written beside them. */
  readonly grow: boolean;
}

/** The engine takes single cells up to here; beyond, the whole workbook at once is cheaper. */
const manyCells = 20_000;

const remember = (book: Workbook, sheet: SheetState, row: number, column: number, stored: Stored): void => {
  const { calculation } = book;
  if (!calculation.active || calculation.stale) return;
  calculation.dirty.push({
    sheet: sheet.name,
    row,
    column,
    content: isFormula(stored) ? stored.formula : stored,
  });
  if (calculation.dirty.length <= manyCells) return;
  calculation.stale = true;
  calculation.dirty.length = 0;
};

/** Rows of the sheet that the rows of the matrix go to, in order. */
const targetRows = (book: Workbook, sheet: SheetState, area: Area): readonly number[] => {
  const all = Array.from({ length: rowCount(area) }, (_, at) => area.top + at);
  if (all.length === 1 || !all.some((row) => sheet.filterHidden.has(row))) return all;
  // https://github.com/OfficeDev/office-js/issues/224: "data seems to be misplaced". How exactly is assumed.
  const { filteredWrites } = book.options;
  if (filteredWrites === "refused")
    throw hostError("InvalidOperation", `A filter hides rows of ${sheet.name}!${areaText(area)}.`);
  return filteredWrites === "asWritten" ? all : all.filter((row) => !sheet.filterHidden.has(row));
};

/** Writes a matrix of the area's own shape. One notice for the whole area. */
export const writeCells = (
  book: Workbook,
  sheet: SheetState,
  area: Area,
  entryAt: (row: number, column: number) => Entry,
  { by, read, grow }: Writing,
): void => {
  requireEditable(sheet, area);
  const formatAt = lookReader(sheet, area, "numberFormat");
  const single = rowCount(area) === 1 && columnCount(area) === 1;
  const before = single ? valueAt(sheet, area.top, area.left) : undefined;
  const rows = targetRows(book, sheet, area);
  const formats: { readonly row: number; readonly column: number; readonly format: string }[] = [];
  let filled = false;

  const interpret = (entry: string, row: number, column: number): Stored => {
    const format = formatAt(row, column) ?? "General";
    if (!read || format === "@") return entry;
    const typed = readTyped(entry, book.options.today);
    if (typed.kind === "formula") return { formula: typed.formula, value: null };
    if (typed.format !== undefined && format === "General")
      formats.push({ row, column, format: typed.format });
    return typed.value;
  };

  for (const [index, row] of rows.entries()) {
    const cells = rowOf(sheet, row);
    for (let column = area.left; column <= area.right; column++) {
      const entry = entryAt(index, column - area.left);
      if (entry === undefined) continue;
      const stored =
        typeof entry === "string" ? (entry === "" ? null : interpret(entry, row, column)) : (entry as Stored);
      cells[column] = stored;
      if (stored !== null) filled = true;
      remember(book, sheet, row, column, stored);
    }
  }
  for (const { row, column, format } of formats)
    applyLook(sheet, { top: row, bottom: row, left: column, right: column }, { numberFormat: format });

  for (const table of tablesIn(sheet, area)) {
    const shared = common(table.area, area);
    if (!shared) continue;
    for (let column = shared.left; column <= shared.right; column++) {
      const at = column - table.area.left;
      if (shared.top === table.area.top)
        renameColumn(book, table, at, displayText(sheet, table.area.top, column));
      spreadFormula(book, sheet, table.area, column, shared);
      if (shared.bottom === table.area.bottom) captureFormula(sheet, table, at);
    }
  }
  const grown = filled && grow ? growTables(book, sheet, area) : undefined;
  book.changes.push({ kind: "cells", sheet: sheet.name, area: grown ?? area });
  book.notices.push({
    kind: "changed",
    sheet,
    area,
    changeType: "RangeEdited",
    tables: tablesIn(sheet, area),
    by,
    ...(single ? { before: before ?? null, after: valueAt(sheet, area.top, area.left) } : {}),
  });
};

/**
 * A formula put into one data cell of an otherwise empty column fills the column:
 * https://support.microsoft.com/office/use-calculated-columns-in-an-excel-table-873fbac6-7110-4300-8f6f-aafa2ea11ce8
 * Formulas an add-in writes do it too: https://github.com/OfficeDev/office-js/issues/6745
 */
const spreadFormula = (
  book: Workbook,
  sheet: SheetState,
  table: Area,
  column: number,
  written: Area,
): void => {
  if (written.top !== written.bottom || written.top === table.top || table.bottom === table.top + 1) return;
  const stored = storedAt(sheet, written.top, column);
  if (!isFormula(stored)) return;
  for (let row = table.top + 1; row <= table.bottom; row++)
    if (row !== written.top && storedAt(sheet, row, column) !== null) return;
  for (let row = table.top + 1; row <= table.bottom; row++)
    rowOf(sheet, row)[column] = {
      formula: copyFormula(stored.formula, row - written.top, 0),
      value: null,
    };
  book.calculation.stale = true;
  const own = sheet.tables.find((each) => each.area === table);
  if (own) captureFormula(sheet, own, column - table.left);
};

/** Empties cells. Header cells of tables keep a name, as in Excel. */
export const emptyCells = (book: Workbook, sheet: SheetState, area: Area, by: Actor): void => {
  requireEditable(sheet, area);
  const before = valueOf(storedAt(sheet, area.top, area.left));
  if (rowCount(area) * columnCount(area) > manyCells) book.calculation.stale = true;
  else
    visitCells(sheet, area, (_stored, row, column) => {
      remember(book, sheet, row, column, null);
    });
  clearCells(sheet, area);
  for (const table of tablesIn(sheet, area))
    table.columns.forEach((column, at) => {
      const place = table.area.left + at;
      if (
        table.area.top >= area.top &&
        table.area.top <= area.bottom &&
        place >= area.left &&
        place <= area.right
      )
        rowOf(sheet, table.area.top)[place] = column.name;
    });
  book.changes.push({ kind: "cells", sheet: sheet.name, area });
  book.notices.push({
    kind: "changed",
    sheet,
    area,
    changeType: "RangeEdited",
    tables: tablesIn(sheet, area),
    by,
    ...(rowCount(area) === 1 && columnCount(area) === 1 ? { before, after: null } : {}),
  });
};

export const cellsOf = (sheet: SheetState, area: Area): readonly (readonly ReturnType<typeof asCell>[])[] =>
  Array.from({ length: rowCount(area) }, (_, row) =>
    Array.from({ length: columnCount(area) }, (_unused, column) =>
      asCell(sheet.rows[area.top + row]?.[area.left + column]),
    ),
  );

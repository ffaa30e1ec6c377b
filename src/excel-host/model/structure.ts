import type { Area } from "../../book/address";
import { columnCount, covers, isWholeColumns, isWholeRows, maxColumn, maxRow, rowCount } from "./areas";
import { clearCells } from "./cells";
import { grow } from "./growth";
import { applyMove } from "./moves";
import type { Actor, Notice } from "./notices";
import { requireAllowed } from "./protection";
import { renameColumnInFormulas } from "./formulas";
import { hostError } from "./refusal";
import type { Move } from "./spans";
import { bodyOf, fillCalculated, removeTable, sheetOfTable, tablesIn } from "./tables";
import type { SheetState, TableState, Workbook } from "./workbook";

type ChangeType = Extract<Notice, { kind: "changed" }>["changeType"];
type Shift = NonNullable<Extract<Notice, { kind: "changed" }>["shift"]>;

const moveOf = (sheet: SheetState, area: Area, axis: Move["axis"], sign: 1 | -1): Move =>
  axis === "rows"
    ? { sheet, axis, at: area.top, count: sign * rowCount(area), from: area.left, to: area.right }
    : { sheet, axis, at: area.left, count: sign * columnCount(area), from: area.top, to: area.bottom };

const tell = (
  book: Workbook,
  sheet: SheetState,
  area: Area,
  changeType: ChangeType,
  shift: Shift,
  tables: readonly TableState[],
  by: Actor,
): void => {
  book.notices.push({
    kind: "changed",
    sheet,
    area,
    changeType,
    tables,
    by,
    ...(changeType.startsWith("Cell") ? { shift } : {}),
  });
};

/** Is it rows of a table, as "Table rows above" inserts them? They are told as rows. */
const isTableRows = (sheet: SheetState, area: Area): boolean =>
  sheet.tables.some(
    (table) =>
      table.area.left === area.left &&
      table.area.right === area.right &&
      area.top > table.area.top &&
      area.top <= table.area.bottom + 1,
  );

/** https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-insert-member(1) */
export const insertCells = (
  book: Workbook,
  sheet: SheetState,
  area: Area,
  shift: "Down" | "Right",
  by: Actor,
): void => {
  const rows = isWholeRows(area);
  const columns = isWholeColumns(area);
  requireAllowed(sheet, rows ? "allowInsertRows" : columns ? "allowInsertColumns" : undefined);
  const axis = columns || (!rows && shift === "Right") ? "columns" : "rows";
  const type: ChangeType = rows
    ? "RowInserted"
    : columns
      ? "ColumnInserted"
      : isTableRows(sheet, area)
        ? "RowInserted"
        : "CellInserted";
  const before = new Map(sheet.tables.map((table) => [table, table.area]));
  applyMove(book, moveOf(sheet, area, axis, 1));
  for (const [table, old] of before)
    if (axis === "rows" && rowCount(table.area) > rowCount(old))
      fillCalculated(sheet, table, area.top, area.top + rowCount(area) - 1);
  tell(
    book,
    sheet,
    area,
    type,
    axis === "rows" ? "ShiftCellDown" : "ShiftCellRight",
    tablesIn(sheet, area),
    by,
  );
};

/** Excel keeps one data row of a table; its cells are emptied instead (assumed for deleted sheet rows). */
const sparedRow = (sheet: SheetState, area: Area): TableState | undefined =>
  sheet.tables.find((table) => covers(area, bodyOf(table)) && !covers(area, table.area));

export const deleteCells = (
  book: Workbook,
  sheet: SheetState,
  area: Area,
  shift: "Up" | "Left",
  by: Actor,
): void => {
  const rows = isWholeRows(area);
  const columns = isWholeColumns(area);
  requireAllowed(sheet, rows ? "allowDeleteRows" : columns ? "allowDeleteColumns" : undefined);
  const axis = columns || (!rows && shift === "Left") ? "columns" : "rows";
  const tables = tablesIn(sheet, area);
  const type: ChangeType = rows
    ? "RowDeleted"
    : columns
      ? "ColumnDeleted"
      : isTableRows(sheet, area)
        ? "RowDeleted"
        : "CellDeleted";
  const spared = axis === "rows" ? sparedRow(sheet, area) : undefined;
  for (const table of tables)
    if (covers(area, table.area)) removeTable(book, table, by);
    else if (axis === "columns")
      for (const [at, column] of table.columns.entries())
        if (table.area.left + at >= area.left && table.area.left + at <= area.right)
          renameColumnInFormulas(book, table, column.name, undefined);
  if (spared) {
    const first = bodyOf(spared).top;
    clearCells(sheet, { ...spared.area, top: first, bottom: first });
    const rest = { ...area, top: first + 1 };
    if (rest.top <= rest.bottom) applyMove(book, moveOf(sheet, rest, axis, -1));
  } else applyMove(book, moveOf(sheet, area, axis, -1));
  book.changes.push({ kind: "cells", sheet: sheet.name, area });
  tell(book, sheet, area, type, axis === "rows" ? "ShiftCellUp" : "ShiftCellLeft", tables, by);
};

/** Rows of a table, counted from its first data row. */
export const tableRows = (table: TableState, first: number, count: number): Area => {
  const body = bodyOf(table);
  if (first < 0 || count < 1 || first + count > rowCount(body))
    throw hostError(
      "InvalidArgument",
      `The table ${table.name} has no rows ${first} to ${first + count - 1}.`,
    );
  return { ...body, top: body.top + first, bottom: body.top + first + count - 1 };
};

export const deleteTableRows = (
  book: Workbook,
  table: TableState,
  first: number,
  count: number,
  by: Actor,
): void => {
  deleteCells(book, sheetOfTable(book, table), tableRows(table, first, count), "Up", by);
};

/** New rows before row `first`; behind the last one the table grows. What stands below moves down. */
export const insertTableRows = (
  book: Workbook,
  table: TableState,
  first: number,
  count: number,
  by: Actor,
): void => {
  const sheet = sheetOfTable(book, table);
  const body = bodyOf(table);
  if (first < 0 || first > rowCount(body)) throw hostError("InvalidArgument", `There is no row ${first}.`);
  const top = body.top + first;
  insertCells(book, sheet, { ...body, top, bottom: top + count - 1 }, "Down", by);
  if (first === rowCount(body)) grow(book, sheet, table, { ...table.area, bottom: top + count - 1 });
};

export const wholeRows = (top: number, count: number): Area => ({
  top,
  bottom: Math.min(top + count - 1, maxRow),
  left: 0,
  right: maxColumn,
});

export const wholeColumns = (left: number, count: number): Area => ({
  left,
  right: Math.min(left + count - 1, maxColumn),
  top: 0,
  bottom: maxRow,
});

import type { Area } from "../../book/address";
import { areaText, common } from "./areas";
import { isBlank, isFormula, storedAt, store } from "./cells";
import { columnNamed, freeColumnName, newColumn } from "./columns";
import { renameColumnInFormulas, renameTableInFormulas } from "./formulas";
import type { Actor } from "./notices";
import { copyFormula } from "./references";
import { hostError } from "./refusal";
import { displayText } from "./text";
import type { SheetState, TableState, Workbook } from "./workbook";

export const headerOf = (table: TableState): Area => ({ ...table.area, bottom: table.area.top });
export const bodyOf = (table: TableState): Area => ({ ...table.area, top: table.area.top + 1 });

export const allTables = (book: Workbook): readonly TableState[] =>
  book.sheets.flatMap((sheet) => sheet.tables);

/** By name or id, as `tables.getItem` takes them. */
export const findTable = (book: Workbook, key: string): TableState | undefined =>
  allTables(book).find((table) => table.id === key || table.name.toLowerCase() === key.toLowerCase());

export const sheetOfTable = (book: Workbook, table: TableState): SheetState => {
  const sheet = book.sheets.find((each) => each.tables.includes(table));
  if (!sheet) throw hostError("ItemNotFound", `The table ${table.name} is gone.`);
  return sheet;
};

export const tablesIn = (sheet: SheetState, area: Area): readonly TableState[] =>
  sheet.tables.filter((table) => common(table.area, area));

const changedTables = (book: Workbook, sheet: SheetState): void => {
  book.changes.push({ kind: "sheet", sheet: sheet.name, part: "tables" });
  book.calculation.stale = true;
};

/** https://support.microsoft.com/office/rename-an-excel-table-fbf49a4f-82a3-43eb-8ba2-44d21233b114 */
const allowedName = /^[\p{L}_\\][\p{L}\p{N}_.\\]{0,254}$/u;

const checkName = (book: Workbook, name: string, self?: TableState): void => {
  const address = /^(?:\$?[A-Za-z]{1,3}\$?\d{1,7}|[Rr]\d*[Cc]\d*|[RrCc])$/u.test(name);
  if (!allowedName.test(name) || address)
    throw hostError("InvalidArgument", `"${name}" cannot be a table's name.`);
  const lower = name.toLowerCase();
  const taken =
    allTables(book).some((table) => table !== self && table.name.toLowerCase() === lower) ||
    book.names.some((each) => each.name.toLowerCase() === lower);
  if (taken) throw hostError("InvalidArgument", `The name ${name} is taken.`);
};

const freeTableName = (book: Workbook): string => {
  const taken = new Set([...allTables(book), ...book.names].map((each) => each.name.toLowerCase()));
  for (let number = 1; ; number++) if (!taken.has(`table${number}`)) return `Table${number}`;
};

/** Header cells become texts, unique and not empty. https://learn.microsoft.com/javascript/api/excel/excel.table */
const takeHeaders = (sheet: SheetState, table: TableState): void => {
  const taken: string[] = [];
  for (let column = table.area.left; column <= table.area.right; column++) {
    const text = displayText(sheet, table.area.top, column);
    const name = freeColumnName(taken, text);
    taken.push(name);
    store(sheet, table.area.top, column, name);
    const known = table.columns[column - table.area.left];
    if (known) known.name = name;
    else table.columns.push(columnNamed(name));
  }
  table.columns.length = table.area.right - table.area.left + 1;
};

export const addTable = (
  book: Workbook,
  sheet: SheetState,
  area: Area,
  hasHeaders: boolean,
  by: Actor,
): TableState => {
  if (tablesIn(sheet, area).length > 0)
    throw hostError("InvalidArgument", `A table cannot overlap another table (${areaText(area)}).`);
  if (sheet.merges.some((merge) => common(merge, area)))
    throw hostError("InvalidArgument", "A table cannot hold merged cells.");
  let top = area.top;
  let bottom = area.bottom;
  if (!hasHeaders) {
    // Excel puts a header row above and moves the cells down; here the rows below must be free (assumed).
    if (!isBlank(sheet, { ...area, top: bottom + 1, bottom: bottom + 1 }))
      throw hostError("InvalidOperation", "There is no room for a header row.");
    for (let row = bottom; row >= top; row--)
      for (let column = area.left; column <= area.right; column++)
        store(sheet, row + 1, column, storedAt(sheet, row, column));
    for (let column = area.left; column <= area.right; column++) store(sheet, top, column, null);
    bottom++;
  } else if (top === bottom) bottom++;
  top = area.top;
  const table: TableState = {
    id: `{${(++book.lastId).toString(16).padStart(8, "0").toUpperCase()}-7AB1-4E00-9000-000000000000}`,
    name: freeTableName(book),
    area: { ...area, top, bottom },
    columns: [],
    style: "TableStyleMedium2",
    bandedRows: true,
    bandedColumns: false,
    firstColumn: false,
    lastColumn: false,
    filterButtons: true,
  };
  takeHeaders(sheet, table);
  sheet.tables.push(table);
  for (let at = 0; at < table.columns.length; at++) captureFormula(sheet, table, at);
  changedTables(book, sheet);
  book.notices.push({ kind: "tableAdded", tableId: table.id, name: table.name, sheetId: sheet.id, by });
  return table;
};

export const renameTable = (book: Workbook, table: TableState, name: string): void => {
  checkName(book, name, table);
  renameTableInFormulas(book, table.name, name);
  table.name = name;
  changedTables(book, sheetOfTable(book, table));
};

export const renameColumn = (book: Workbook, table: TableState, at: number, wanted: string): void => {
  const column = table.columns[at];
  if (!column || column.name === wanted) return;
  const others = table.columns.filter((each) => each !== column).map((each) => each.name);
  const name = freeColumnName(others, wanted);
  renameColumnInFormulas(book, table, column.name, name);
  column.name = name;
  const sheet = sheetOfTable(book, table);
  store(sheet, table.area.top, table.area.left + at, name);
  changedTables(book, sheet);
};

/** Header row must stay where it is, and both must overlap. https://learn.microsoft.com/javascript/api/excel/excel.table#excel-excel-table-resize-member(1) */
export const resizeTable = (book: Workbook, table: TableState, area: Area): void => {
  const sheet = sheetOfTable(book, table);
  if (area.top !== table.area.top || !common(area, table.area) || area.bottom === area.top)
    throw hostError(
      "InvalidArgument",
      "The headers must stay in the same row, and the table must keep a data row.",
    );
  if (tablesIn(sheet, area).some((other) => other !== table))
    throw hostError("InvalidArgument", "A table cannot overlap another table.");
  const before = table.area;
  if (area.left > before.left) table.columns.splice(0, area.left - before.left);
  for (let column = before.left - 1; column >= area.left; column--) table.columns.unshift(newColumn(table));
  table.area = area;
  takeHeaders(sheet, table);
  if (area.bottom > before.bottom) fillCalculated(sheet, table, before.bottom + 1, area.bottom);
  changedTables(book, sheet);
};

/** New rows get the calculated columns' formulas where nothing stands yet. */
export const fillCalculated = (sheet: SheetState, table: TableState, top: number, bottom: number): void => {
  table.columns.forEach(({ formula }, at) => {
    if (formula === undefined) return;
    const column = table.area.left + at;
    for (let row = top; row <= bottom; row++)
      if (storedAt(sheet, row, column) === null)
        store(sheet, row, column, {
          formula: copyFormula(formula, row - table.area.top - 1, 0),
          value: null,
        });
  });
};

/** A column whose data cells all hold the same formula is a calculated column. */
export const captureFormula = (sheet: SheetState, table: TableState, at: number): void => {
  const column = table.columns[at];
  const first = storedAt(sheet, table.area.top + 1, table.area.left + at);
  const last = storedAt(sheet, table.area.bottom, table.area.left + at);
  if (!column || !isFormula(first) || !isFormula(last) || column.formula === first.formula) return;
  for (let row = table.area.top + 2; row <= table.area.bottom; row++) {
    const stored = storedAt(sheet, row, table.area.left + at);
    if (!isFormula(stored)) return;
    if (stored.formula !== copyFormula(first.formula, row - table.area.top - 1, 0)) return;
  }
  column.formula = first.formula;
};

/** Takes the table away, and its cells with it unless they are kept as plain cells. */
export const removeTable = (book: Workbook, table: TableState, by: Actor): void => {
  const sheet = sheetOfTable(book, table);
  sheet.tables.splice(sheet.tables.indexOf(table), 1);
  changedTables(book, sheet);
  book.notices.push({ kind: "tableDeleted", tableId: table.id, name: table.name, sheetId: sheet.id, by });
};

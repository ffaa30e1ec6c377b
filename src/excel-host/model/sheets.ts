import type { Area } from "../../book/address";
import type { Visibility } from "../../book/book";
import { moveChartData } from "./charts";
import { dropSheetFromFormulas, renameSheetInFormulas } from "./formulas";
import type { Actor } from "./notices";
import { hostError } from "./refusal";
import type { PrintState, SheetState, View, Workbook } from "./workbook";

const noPrint = (): PrintState => ({
  orientation: "Portrait",
  paperSize: "A4",
  zoom: { scale: 100 },
  titleRows: undefined,
  titleColumns: undefined,
  printArea: undefined,
  texts: new Map(),
  margins: new Map(),
  centerHorizontally: false,
  centerVertically: false,
  printOrder: "DownThenOver",
  touched: false,
});

export const emptySheet = (id: number, name: string): SheetState => ({
  id: `{00000000-${id.toString(16).padStart(4, "0").toUpperCase()}-0000-0000-000000000000}`,
  name,
  visibility: "visible",
  tabColor: "",
  showGridlines: true,
  rows: [],
  looks: [],
  columnSizes: new Map(),
  rowSizes: new Map(),
  defaultRowHeight: undefined,
  defaultColumnWidth: undefined,
  filterHidden: new Set(),
  merges: [],
  links: [],
  tables: [],
  filter: undefined,
  validations: [],
  highlights: [],
  freeze: { rows: 0, columns: 0 },
  protection: undefined,
  print: noPrint(),
  pageBreaks: [],
  charts: [],
  comments: [],
  names: [],
});

export const findSheet = (book: Workbook, key: string): SheetState | undefined =>
  book.sheets.find((sheet) => sheet.id === key || sheet.name.toLowerCase() === key.toLowerCase());

/** @throws ItemNotFound */
export const sheetNamed = (book: Workbook, key: string): SheetState => {
  const sheet = findSheet(book, key);
  if (!sheet) throw hostError("ItemNotFound", `There is no sheet ${key}.`);
  return sheet;
};

/** https://support.microsoft.com/office/rename-a-worksheet-3f1f7148-ee83-404d-8ef0-9ff99fbad1f9 */
const checkSheetName = (book: Workbook, name: string, self?: SheetState): void => {
  const wrong = name.trim() === "" || name.length > 31 || /[\\/?*:[\]]/u.test(name) || /^'|'$/u.test(name);
  if (wrong || name.toLowerCase() === "history")
    throw hostError("InvalidArgument", `"${name}" cannot be a sheet's name.`);
  const other = findSheet(book, name);
  if (other && other !== self) throw hostError("ItemAlreadyExists", `There is a sheet ${name} already.`);
};

const freeSheetName = (book: Workbook): string => {
  for (let number = 1; ; number++) if (!findSheet(book, `Sheet${number}`)) return `Sheet${number}`;
};

/** New sheets come last. https://learn.microsoft.com/javascript/api/excel/excel.worksheetcollection#excel-excel-worksheetcollection-add-member(1) */
export const addSheet = (book: Workbook, wanted: string | undefined, by: Actor): SheetState => {
  const name = wanted ?? freeSheetName(book);
  checkSheetName(book, name);
  const sheet = emptySheet(++book.lastId, name);
  book.sheets.push(sheet);
  book.changes.push({ kind: "sheets" });
  book.calculation.stale = true;
  book.notices.push({ kind: "sheetAdded", sheetId: sheet.id, name, by });
  return sheet;
};

export const renameSheet = (book: Workbook, sheet: SheetState, name: string, by: Actor): void => {
  if (sheet.name === name) return;
  checkSheetName(book, name, sheet);
  const before = sheet.name;
  renameSheetInFormulas(book, before, name);
  sheet.name = name;
  // Links keep their old place, as in Excel.
  book.changes.push({ kind: "sheets" });
  book.calculation.stale = true;
  book.notices.push({ kind: "renamed", sheetId: sheet.id, before, after: name, by });
};

const othersVisible = (book: Workbook, sheet: SheetState): boolean =>
  book.sheets.some((other) => other !== sheet && other.visibility === "visible");

/** https://learn.microsoft.com/javascript/api/excel/excel.worksheet#excel-excel-worksheet-delete-member(1): very hidden sheets must be shown first. */
export const deleteSheet = (book: Workbook, sheet: SheetState, by: Actor): void => {
  if (sheet.visibility === "veryHidden" || !othersVisible(book, sheet))
    throw hostError("InvalidOperation", `The sheet ${sheet.name} cannot be deleted.`);
  const at = book.sheets.indexOf(sheet);
  if (at < 0) throw hostError("ItemNotFound", `The sheet ${sheet.name} is gone.`);
  book.sheets.splice(at, 1);
  dropSheetFromFormulas(book, sheet.name);
  for (const held of book.held) if (held.sheet === sheet) held.gone = true;
  moveChartData(book, (place) => (place.sheet === sheet ? undefined : place.area));
  if (book.view.sheet === sheet) showAnother(book, at);
  book.changes.push({ kind: "sheets" });
  book.calculation.stale = true;
  book.notices.push({ kind: "sheetDeleted", sheetId: sheet.id, name: sheet.name, by });
};

const firstCell: Area = { top: 0, left: 0, bottom: 0, right: 0 };

const showAnother = (book: Workbook, near: number): void => {
  const visible = book.sheets.filter((each) => each.visibility === "visible");
  const next = visible.find((each) => book.sheets.indexOf(each) >= near) ?? visible.at(-1);
  if (!next) return;
  book.view.sheet = next;
  book.view.area = firstCell;
  book.changes.push({ kind: "selection", sheet: next.name, area: firstCell });
};

export const showSheet = (book: Workbook, sheet: SheetState, visibility: Visibility, by: Actor): void => {
  if (sheet.visibility === visibility) return;
  if (visibility !== "visible" && !othersVisible(book, sheet))
    throw hostError("InvalidOperation", "A workbook must keep a visible sheet.");
  const before = sheet.visibility;
  sheet.visibility = visibility;
  if (book.view.sheet === sheet && visibility !== "visible") showAnother(book, book.sheets.indexOf(sheet));
  book.changes.push({ kind: "sheets" });
  book.notices.push({ kind: "visibility", sheetId: sheet.id, before, after: visibility, by });
};

export const moveSheet = (book: Workbook, sheet: SheetState, position: number): void => {
  if (!Number.isInteger(position) || position < 0 || position >= book.sheets.length)
    throw hostError("InvalidArgument", `There is no position ${position}.`);
  book.sheets.splice(book.sheets.indexOf(sheet), 1);
  book.sheets.splice(position, 0, sheet);
  book.changes.push({ kind: "sheets" });
};

/** Brings a sheet to the front of a view and selects. */
export const selectIn = (book: Workbook, view: View, sheet: SheetState, area: Area, by: Actor): void => {
  const changes = view.sheet !== sheet;
  if (changes) {
    if (sheet.visibility !== "visible")
      throw hostError("InvalidOperation", `The sheet ${sheet.name} is hidden.`);
    book.notices.push({ kind: "deactivated", sheetId: view.sheet.id, name: view.sheet.name, by });
    book.notices.push({ kind: "activated", sheetId: sheet.id, name: sheet.name, by });
    view.sheet = sheet;
  }
  view.area = area;
  book.notices.push({ kind: "selected", sheet, area, by });
  if (view === book.view) book.changes.push({ kind: "selection", sheet: sheet.name, area });
};

import { parseArea, type Area } from "../../book/address";
import type { Book, Cell, DefinedName, Look, Print, Sheet } from "../../book/book";
import { columnNamed } from "./columns";
import { rowOf } from "./cells";
import { loadComment } from "./comments";
import { applyLook } from "./looks";
import { loadCharts } from "./plain-charts";
import { hostError } from "./refusal";
import { emptySheet } from "./sheets";
import type { CellLook, Edge, NameState, PrintState, SheetState, Stored, Workbook } from "./workbook";

/** @throws InvalidArgument where the text is no address. */
export const areaOf = (address: string): Area => {
  const area = parseArea(address);
  if (!area) throw hostError("InvalidArgument", `"${address}" is no address.`);
  return area;
};

const asStored = (cell: Cell): Stored => {
  if (typeof cell === "object" && cell !== null) return { formula: cell.formula, value: cell.value ?? null };
  return cell === "" ? null : cell;
};

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

const thin = (color: string): Edge => ({ style: "Continuous", color, weight: "Thin" });

/** A look of the book as the host keeps it. */
export const cellLook = (look: Look): CellLook => ({
  ...(look.fontName === undefined ? {} : { fontName: look.fontName }),
  ...(look.fontSize === undefined ? {} : { fontSize: look.fontSize }),
  ...(look.bold === undefined ? {} : { bold: look.bold }),
  ...(look.italic === undefined ? {} : { italic: look.italic }),
  ...(look.underline === undefined ? {} : { underline: look.underline ? "Single" : "None" }),
  ...(look.color === undefined ? {} : { color: look.color }),
  ...(look.fill === undefined ? {} : { fill: look.fill }),
  ...(look.horizontal === undefined ? {} : { horizontal: capital(look.horizontal) }),
  ...(look.vertical === undefined ? {} : { vertical: capital(look.vertical) }),
  ...(look.wrap === undefined ? {} : { wrap: look.wrap }),
  ...(look.numberFormat === undefined ? {} : { numberFormat: look.numberFormat }),
  ...(look.locked === undefined ? {} : { locked: look.locked }),
  ...(look.border === undefined
    ? {}
    : {
        edgeTop: thin(look.border),
        edgeBottom: thin(look.border),
        edgeLeft: thin(look.border),
        edgeRight: thin(look.border),
      }),
});

const ends = [
  "leftHeader",
  "centerHeader",
  "rightHeader",
  "leftFooter",
  "centerFooter",
  "rightFooter",
] as const;

const loadPrint = (state: PrintState, print: Print): void => {
  state.touched = true;
  state.orientation = print.orientation === "landscape" ? "Landscape" : "Portrait";
  state.paperSize = print.paper;
  const { fitWide, fitTall, scale } = print;
  if (fitWide !== undefined || fitTall !== undefined)
    state.zoom = {
      ...(fitWide === undefined ? {} : { horizontalFitToPages: fitWide }),
      ...(fitTall === undefined ? {} : { verticalFitToPages: fitTall }),
    };
  else if (scale !== undefined) state.zoom = { scale };
  if (print.area !== undefined) state.printArea = areaOf(print.area);
  if (print.titleRows !== undefined) state.titleRows = areaOf(print.titleRows);
  if (print.titleColumns !== undefined) state.titleColumns = areaOf(print.titleColumns);
  if (print.acrossFirst === true) state.printOrder = "OverThenDown";
  for (const place of ends) {
    const text = print[place];
    if (text !== undefined) state.texts.set(capital(place), text);
  }
  for (const [side, points] of Object.entries(print.margins ?? {}))
    state.margins.set(`${capital(side)}Margin`, points);
  state.centerHorizontally = print.centerHorizontally ?? false;
  state.centerVertically = print.centerVertically ?? false;
};

const loadName = ({ name, refersTo }: DefinedName): NameState => ({
  name,
  formula: refersTo,
  visible: true,
  comment: "",
});

const loadSheet = (book: Workbook, sheet: Sheet): SheetState => {
  const state = emptySheet(++book.lastId, sheet.name);
  state.visibility = sheet.visibility;
  state.tabColor = sheet.tabColor ?? "";
  state.showGridlines = sheet.showGridlines;
  for (const block of sheet.blocks) {
    const { top, left } = areaOf(block.at);
    block.rows.forEach((cells, row) => {
      const target = rowOf(state, top + row);
      cells.forEach((cell, column) => {
        target[left + column] = asStored(cell);
      });
    });
  }
  for (const { range, look } of sheet.looks) applyLook(state, areaOf(range), cellLook(look));
  for (const { column, width, hidden } of sheet.columns)
    state.columnSizes.set(column, { size: width, hidden: hidden ?? false });
  for (const { row, height, hidden } of sheet.rows)
    state.rowSizes.set(row, { size: height, hidden: hidden ?? false });
  state.defaultRowHeight = sheet.defaultRowHeight;
  state.merges = sheet.merges.map(areaOf);
  state.links = sheet.links.map(({ cell, place, tip }) => ({
    area: areaOf(cell),
    place,
    address: undefined,
    tip,
  }));
  for (const table of sheet.tables)
    state.tables.push({
      id: `{${(++book.lastId).toString(16).padStart(8, "0").toUpperCase()}-7AB1-4E00-9000-000000000000}`,
      name: table.name,
      area: areaOf(table.range),
      columns: table.columns.map((column) => ({ ...columnNamed(column.name), formula: column.formula })),
      style: table.style,
      bandedRows: table.bandedRows,
      bandedColumns: false,
      firstColumn: false,
      lastColumn: false,
      filterButtons: table.filterButtons,
    });
  state.validations = sheet.validations.map(({ range, rule, ignoreBlank, alert, prompt }) => {
    const area = areaOf(range);
    return { areas: [area], anchor: { row: area.top, column: area.left }, rule, ignoreBlank, alert, prompt };
  });
  state.highlights = sheet.highlights.map(({ range, formula, look, stopIfTrue }) => {
    const area = areaOf(range);
    return {
      id: `{CF${(++book.lastId).toString(16).padStart(6, "0").toUpperCase()}}`,
      areas: [area],
      anchor: { row: area.top, column: area.left },
      formula,
      look,
      stopIfTrue: stopIfTrue ?? false,
    };
  });
  state.freeze = sheet.freeze ?? { rows: 0, columns: 0 };
  if (sheet.protection) {
    const { allowFormatColumns, allowFilter, allowSort } = sheet.protection;
    state.protection = {
      password: undefined,
      options: {
        allowFormatColumns: allowFormatColumns ?? false,
        allowAutoFilter: allowFilter ?? false,
        allowSort: allowSort ?? false,
      },
    };
  }
  if (sheet.print) loadPrint(state.print, sheet.print);
  state.pageBreaks = [...(sheet.print?.pageBreaks ?? [])];
  state.comments = (sheet.comments ?? []).map((comment) => loadComment(book, comment, areaOf(comment.cell)));
  state.names.push(...(sheet.names ?? []).map(loadName));
  return state;
};

/** Puts a book in place of what the workbook holds. */
export const loadBook = (book: Workbook, plain: Book): void => {
  const sheets = plain.sheets.map((sheet) => loadSheet(book, sheet));
  const first = sheets.find((sheet) => sheet.visibility === "visible") ?? sheets[0];
  if (!first) throw hostError("InvalidArgument", "A workbook has at least one sheet.");
  book.sheets.splice(0, book.sheets.length, ...sheets);
  sheets.forEach((sheet, at) => {
    loadCharts(book, sheet, plain.sheets[at]?.charts ?? []);
  });
  book.names.splice(0, book.names.length, ...plain.names.map(loadName));
  // What add-ins keep in a workbook is in that workbook.
  book.settings.clear();
  for (const held of book.held) held.gone = true;
  book.view.sheet = first;
  book.view.area = { top: 0, left: 0, bottom: 0, right: 0 };
  book.calculation.stale = true;
  book.calculation.dirty.length = 0;
  book.changes.push({ kind: "book" });
};

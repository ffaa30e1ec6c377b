import type { Area } from "../../book/address";
import { isWholeColumns, isWholeRows } from "./areas";
import { visitCells } from "./cells";
import { requireAllowed } from "./protection";
import { displayText } from "./text";
import type { SheetState, Size, Workbook } from "./workbook";

/**
 * Widths in characters (of 7 pixels, plus 5 pixels of margin) and in points, at 96 pixels an inch.
 * https://learn.microsoft.com/office/troubleshoot/excel/determine-column-widths
 */
const digit = 7;
const margin = 5;

/** @returns points */
export const pointsOfWidth = (characters: number): number =>
  (characters < 1 ? Math.round(characters * (digit + margin)) : Math.round(characters * digit + margin)) *
  0.75;

/** @returns characters, with two decimals */
export const widthOfPoints = (points: number): number => {
  const pixels = Math.round(points / 0.75);
  const characters = pixels < digit + margin ? pixels / (digit + margin) : (pixels - margin) / digit;
  return Math.round(characters * 100) / 100;
};

export const standardWidth = 8.43;
/** Points. Of a sheet whose default font is 11 points high. */
export const standardHeight = 15;

const changed = (book: Workbook, sheet: SheetState): void => {
  book.changes.push({ kind: "sheet", sheet: sheet.name, part: "sizes" });
};

const put = (sizes: Map<number, Size>, from: number, to: number, change: (size: Size) => Size): void => {
  for (let at = from; at <= to; at++)
    sizes.set(at, change(sizes.get(at) ?? { size: undefined, hidden: false }));
};

export const columnWidth = (sheet: SheetState, column: number): number => {
  const own = sheet.columnSizes.get(column);
  return own?.hidden ? 0 : (own?.size ?? sheet.defaultColumnWidth ?? standardWidth);
};

export const rowHeight = (sheet: SheetState, row: number): number => {
  const own = sheet.rowSizes.get(row);
  return own?.hidden ? 0 : (own?.size ?? sheet.defaultRowHeight ?? standardHeight);
};

/** @param width characters */
export const setColumnWidth = (book: Workbook, sheet: SheetState, area: Area, width: number): void => {
  requireAllowed(sheet, "allowFormatColumns");
  if (isWholeRows(area)) {
    sheet.defaultColumnWidth = width;
    for (const [column, size] of sheet.columnSizes) sheet.columnSizes.set(column, { ...size, size: width });
  } else put(sheet.columnSizes, area.left, area.right, (size) => ({ ...size, size: width }));
  changed(book, sheet);
};

/** All rows of a sheet at once set its default height. */
export const setRowHeight = (book: Workbook, sheet: SheetState, area: Area, height: number): void => {
  requireAllowed(sheet, "allowFormatRows");
  if (isWholeColumns(area)) {
    sheet.defaultRowHeight = height;
    for (const [row, size] of sheet.rowSizes) sheet.rowSizes.set(row, { ...size, size: height });
  } else put(sheet.rowSizes, area.top, area.bottom, (size) => ({ ...size, size: height }));
  changed(book, sheet);
};

export const hideRows = (book: Workbook, sheet: SheetState, area: Area, hidden: boolean): void => {
  requireAllowed(sheet, "allowFormatRows");
  const last = isWholeColumns(area) ? sheet.rows.length - 1 : area.bottom;
  put(sheet.rowSizes, area.top, last, (size) => ({ ...size, hidden }));
  changed(book, sheet);
};

export const hideColumns = (book: Workbook, sheet: SheetState, area: Area, hidden: boolean): void => {
  requireAllowed(sheet, "allowFormatColumns");
  put(sheet.columnSizes, area.left, isWholeRows(area) ? 50 : area.right, (size) => ({ ...size, hidden }));
  changed(book, sheet);
};

const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;

/** Widths to what the cells show, roughly: a Chinese character counts two. */
export const autofitColumns = (book: Workbook, sheet: SheetState, area: Area): void => {
  const widths = new Map<number, number>();
  visitCells(sheet, area, (_stored, row, column) => {
    const text = displayText(sheet, row, column);
    const width = [...text].reduce((sum, character) => sum + (wide.test(character) ? 2 : 1), 0);
    widths.set(column, Math.max(widths.get(column) ?? 0, width));
  });
  for (const [column, width] of widths)
    setColumnWidth(book, sheet, { ...area, left: column, right: column, top: 0, bottom: 0 }, width + 0.71);
};

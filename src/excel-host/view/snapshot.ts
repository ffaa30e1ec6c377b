import {
  BooleanNumber,
  CellValueType,
  LocaleType,
  type ICellData,
  type IWorkbookData,
  type IWorksheetData,
} from "@univerjs/core";
import type { Area } from "../../book/address";
import { isRowHidden } from "../model/filters";
import { pointsOfWidth, standardHeight, standardWidth } from "../model/sizes";
import type { SheetState, Workbook } from "../model/workbook";
import { spelling } from "./spelling";

const pixelsOfPoints = (points: number): number => Math.round((points * 4) / 3);
const pixelsOfWidth = (characters: number): number => pixelsOfPoints(pointsOfWidth(characters));

/** Cells as Univer keeps them: what one would type, as text. What is drawn comes from the model while drawing. */
export const cellData = (sheet: SheetState, row: number, column: number): ICellData | null => {
  const text = spelling(sheet, row, column);
  return text === "" ? null : { v: text, t: CellValueType.STRING };
};

/** Row numbers and column letters, in pixels. */
export const headerSize = { width: 44, height: 22 } as const;

const room = { rows: 200, columns: 12 };

/** How large a sheet is drawn. */
export const extentOf = (sheet: SheetState): { readonly rows: number; readonly columns: number } => {
  const filled = sheet.rows.reduce((most, cells) => Math.max(most, cells?.length ?? 0), 0);
  const drawn = (end: (area: Area) => number): number =>
    sheet.charts.reduce((most, { area }) => Math.max(most, end(area) + 2), 0);
  return {
    rows: Math.max(
      500,
      sheet.rows.length + room.rows,
      drawn(({ bottom }) => bottom),
    ),
    columns: Math.max(
      26,
      filled + room.columns,
      drawn(({ right }) => right),
    ),
  };
};

const rowSizes = (sheet: SheetState): Record<number, { h?: number; hd?: BooleanNumber }> => {
  const sizes: Record<number, { h?: number; hd?: BooleanNumber }> = {};
  for (const [row, { size }] of sheet.rowSizes)
    if (size !== undefined) sizes[row] = { h: pixelsOfPoints(size) };
  for (const row of new Set([...sheet.rowSizes.keys(), ...sheet.filterHidden]))
    if (isRowHidden(sheet, row)) sizes[row] = { ...sizes[row], hd: BooleanNumber.TRUE };
  return sizes;
};

const sheetData = (sheet: SheetState): Partial<IWorksheetData> => {
  const { rows, columns } = extentOf(sheet);
  const cells: Record<number, Record<number, ICellData>> = {};
  sheet.rows.forEach((line, row) => {
    line?.forEach((_stored, column) => {
      const data = cellData(sheet, row, column);
      if (data) (cells[row] ??= {})[column] = data;
    });
  });
  const columnData: Record<number, { w?: number; hd?: BooleanNumber }> = {};
  for (const [column, { size, hidden }] of sheet.columnSizes)
    columnData[column] = {
      ...(size === undefined ? {} : { w: pixelsOfWidth(size) }),
      ...(hidden ? { hd: BooleanNumber.TRUE } : {}),
    };
  const { freeze } = sheet;
  const frozen = freeze.rows > 0 || freeze.columns > 0;
  return {
    id: sheet.id,
    name: sheet.name,
    hidden: sheet.visibility === "visible" ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    rowCount: rows,
    columnCount: columns,
    defaultRowHeight: pixelsOfPoints(sheet.defaultRowHeight ?? standardHeight),
    defaultColumnWidth: pixelsOfWidth(sheet.defaultColumnWidth ?? standardWidth),
    rowData: rowSizes(sheet),
    columnData,
    cellData: cells,
    mergeData: sheet.merges.map(({ top, left, bottom, right }) => ({
      startRow: top,
      startColumn: left,
      endRow: bottom,
      endColumn: right,
    })),
    freeze: {
      xSplit: frozen ? freeze.columns : 0,
      ySplit: frozen ? freeze.rows : 0,
      startRow: freeze.rows > 0 ? freeze.rows : -1,
      startColumn: freeze.columns > 0 ? freeze.columns : -1,
    },
    showGridlines: sheet.showGridlines ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    rowHeader: { width: headerSize.width, hidden: BooleanNumber.FALSE },
    columnHeader: { height: headerSize.height, hidden: BooleanNumber.FALSE },
  };
};

export const snapshotOf = (book: Workbook, id: string): IWorkbookData => ({
  id,
  name: book.name,
  appVersion: "0.25.1",
  locale: LocaleType.ZH_CN,
  styles: {},
  sheetOrder: book.sheets.map((sheet) => sheet.id),
  sheets: Object.fromEntries(book.sheets.map((sheet) => [sheet.id, sheetData(sheet)])),
});

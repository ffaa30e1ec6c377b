/** Head office's workbook as a file: written piece by piece, and read back for the next merge. */
import { parseArea } from "../../book/address";
import type { Sheet, Value } from "../../book/book";
import type { RawCell } from "../../domain/register/register";
import { scanSheets } from "../../xlsx/read";
import type { ReadLimits, ReadRow, ReadSheetHead } from "../../xlsx/read-types";
import { writeBookTo } from "../../xlsx/write";
import type { StreamedRows } from "../../xlsx/write-rows";
import type { ZipSink } from "../../xlsx/zip-stream";
import type { HqPart } from "../plan/hq-parts";
import { type FilledList, unreadCaptions, unreadSheet } from "../plan/hq-lists";
import { hqColumns, registerOfHqSheet } from "../plan/hq-registers";
import type { HqRow } from "../plan/hq-rows";
import { heightOfRow, listFirstRow, listSheet } from "../plan/hq-sheets";
import { type HqState, hqStateSheet, stateFrom } from "../plan/hq-state";
import { rawCell } from "./raw-cells";

/** It is our own, and may hold a million rows. */
const limits: Partial<ReadLimits> = {
  fileBytes: 2 ** 31 - 1,
  partBytes: 2 ** 32,
  totalBytes: 2 ** 36,
  ratio: 1000,
  cells: 2 ** 40,
};

/** Nothing where it is no workbook of head office's. @throws XlsxRefused where it is none we read. */
export const readHqState = async (bytes: Uint8Array): Promise<HqState | undefined> => {
  const lines: RawCell[][] = [];
  await scanSheets(bytes, { limits, wanted: (name) => name === hqStateSheet }, (_, { cells }) => {
    const line: RawCell[] = [null, null];
    for (const { column, value } of cells) line[column] = rawCell(value);
    lines.push(line);
  });
  return lines.length === 0 ? undefined : stateFrom(lines);
};

/** Where the columns of a part stand on its sheet: 案场, 来源文件, then as `HqRow`. */
interface Reading {
  readonly part: HqPart;
  readonly firstRow: number;
  readonly lastRow: number;
  /** By the sheet's column: the place in the row; 案场 is -2, 来源文件 -1. */
  readonly places: ReadonlyMap<number, number>;
  readonly width: number;
}

const partOf = (sheet: string): HqPart | undefined =>
  sheet === unreadSheet ? "notUnderstood" : registerOfHqSheet.get(sheet);

const readingOf = ({ name, tables }: ReadSheetHead): Reading | undefined => {
  const part = partOf(name);
  const [table] = tables;
  const area = table && parseArea(table.range);
  if (part === undefined || table === undefined || area === undefined) return undefined;
  const captions = part === "notUnderstood" ? unreadCaptions : hqColumns(part, true);
  const places = new Map<number, number>();
  captions.forEach((caption, at) => {
    const column = table.columns.indexOf(caption);
    if (column >= 0) places.set(area.left + column, at - 2);
  });
  return { part, firstRow: area.top + 1, lastRow: area.bottom, places, width: captions.length - 2 };
};

const rowIn = (
  { cells }: ReadRow,
  { places, width }: Reading,
): { readonly site: string; readonly row: HqRow } => {
  const row = new Array<Value>(width).fill(null);
  let site = "";
  for (const { column, value } of cells) {
    const at = places.get(column);
    if (at === undefined) continue;
    const cell = rawCell(value);
    if (at === -2) site = String(cell ?? "");
    else if (at >= 0) row[at] = cell === "" ? null : cell;
  }
  return { site, row };
};

/** Every merged row with its site, in the file's order. @throws XlsxRefused */
export const scanHqRows = async (
  bytes: Uint8Array,
  take: (part: HqPart, site: string, row: HqRow) => void,
): Promise<void> => {
  const known = new Map<number, Reading | undefined>();
  await scanSheets(
    bytes,
    { limits, serials: true, wanted: (name) => partOf(name) !== undefined },
    (head, row, at) => {
      if (!known.has(at)) known.set(at, readingOf(head));
      const reading = known.get(at);
      if (reading === undefined || row.row < reading.firstRow || row.row > reading.lastRow) return;
      const found = rowIn(row, reading);
      take(reading.part, found.site, found.row);
    },
  );
};

/** A sheet with the rows that are made while it is written. */
export interface FilledSheet {
  readonly sheet: Sheet;
  readonly rows?: StreamedRows;
}

export const filledList = ({ list, rows }: FilledList): FilledSheet => ({
  sheet: listSheet(list),
  rows: {
    top: listFirstRow,
    left: 0,
    width: list.columns.length,
    count: rows.length,
    rows,
    ...(list.fitsRows === true && { heightOf: heightOfRow(list) }),
  },
});

/** @param saved "2026-11-22T08:30:00Z"; without it the file does not say. */
export const writeHqFile = (
  sheets: readonly FilledSheet[],
  saved: string | undefined,
  sink: ZipSink,
): Promise<void> =>
  writeBookTo({ names: [], sheets: sheets.map(({ sheet }) => sheet) }, sink, {
    ...(saved !== undefined && { saved }),
    rows: new Map(
      sheets.flatMap(({ sheet, rows }) => (rows === undefined ? [] : [[sheet.name, rows] as const])),
    ),
  });

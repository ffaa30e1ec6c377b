/** Sheets of somebody else's file, for 收编: .xlsx of any make, .csv of any encoding; anything else by its name. */
import { parseArea } from "../../book/address";
import { type RowNumbers, rowNumbersOf } from "../../domain/register/old-sheet/left-out-rows";
import type {
  LeftOutRows,
  OldArea,
  OldCells,
  OldComment,
  OldDrawn,
} from "../../domain/register/old-sheet/old-cells";
import type { RawCell } from "../../domain/register/register";
import { isShownPadded, numberSeer } from "../../domain/register/old-sheet/seen-number";
import { readSheets } from "../../xlsx/read";
import type { ReadCell, ReadSheet } from "../../xlsx/read-types";
import { XlsxRefused } from "../../xlsx/refusal";
import { readCsv } from "./csv";
import { foreignKind } from "./foreign-kind";
import { asOldFileRefused, OldFileRefused, placeIn } from "./old-file-refusal";
import { headBytes, judgeSize, oldFileBytes } from "./old-file-size";
import { rawCell } from "./raw-cells";
import { decodeText } from "./text-encoding";

export interface OldFileSheet extends OldCells {
  /** Hidden in its workbook: offered all the same. */
  readonly hiddenSheet: boolean;
}

/** An old register is thousands of rows; these are what a task pane bears, and Excel's own. */
export const oldFileLimits = {
  rows: 1_048_576,
  columns: 16_384,
  /** Of all sheets together, the gaps between them included but for long stretches of blank rows. */
  cells: 5_000_000,
  /** Of one cell: Excel holds no more. */
  letters: 32_767,
  /** Cells within merged areas, of one sheet. */
  merged: 2_000_000,
  /** Comments of all sheets together: a register has some to a row. */
  comments: 100_000,
} as const;

interface Room {
  left: number;
}

/** The number of a day or moment is one of words, too, in a blank that takes words. */
const isDated = (value: ReadCell["value"]): boolean =>
  typeof value === "object" && value !== null && ("day" in value || "moment" in value);

/** Blank rows that stay of each stretch: titles, headers and samples are sought nearer than that. */
const blanksKept = 100;

type Rows = Required<Pick<OldCells, "rows" | "dated" | "uncomputed" | "padded" | "leftOut">>;

/** @param noted rows of comments, which stay. */
const rowsOf = (sheet: ReadSheet, noted: ReadonlySet<number>, room: Room): Rows => {
  const rows: RawCell[][] = [];
  const dated: (readonly number[])[] = [];
  const uncomputed: (readonly number[])[] = [];
  const padded: (readonly number[])[] = [];
  const leftOut: LeftOutRows[] = [];
  const seen = numberSeer();
  const gap: RawCell[] = [];
  const none: readonly number[] = [];
  /** The sheet's row that comes next. */
  let next = 0;
  const add = (
    line: RawCell[],
    days: readonly number[],
    formulas: readonly number[],
    noughts: readonly number[] = none,
  ): void => {
    rows.push(line);
    dated.push(days);
    uncomputed.push(formulas);
    padded.push(noughts);
    next++;
  };
  const blankTo = (row: number): void => {
    const count = row - next - blanksKept;
    if (count > 0) {
      leftOut.push({ before: rows.length + blanksKept, count });
      next += count;
    }
    while (next < row) add(gap, none, none);
  };
  const commented = [...noted].sort((a, b) => a - b);
  let comment = 0;
  for (const { row, cells } of sheet.rows) {
    for (; (commented[comment] ?? Infinity) < row; comment++) {
      blankTo(commented[comment] ?? 0);
      if (next === commented[comment]) add(gap, none, none);
    }
    const before = rows.length;
    blankTo(row);
    room.left -= (cells.at(-1)?.column ?? 0) + 1 + rows.length - before;
    if (room.left < 0) throw new OldFileRefused("wide", { at: placeIn(sheet.name) });
    const line: RawCell[] = [];
    for (const { column, value, formula, numberFormat } of cells) {
      if (typeof value === "string" && value.length > oldFileLimits.letters)
        throw new OldFileRefused("longCell", { at: placeIn(sheet.name, row + 1) });
      while (line.length < column) line.push(null);
      line[column] = seen(rawCell(value ?? formula), numberFormat);
    }
    const where = (is: (cell: ReadCell) => boolean): readonly number[] => {
      const found = cells.flatMap((cell) => (is(cell) ? [cell.column] : []));
      return found.length === 0 ? none : found;
    };
    add(
      line,
      where(({ value }) => isDated(value)),
      where(({ value }) => value === null),
      where(({ value, numberFormat }) => isShownPadded(rawCell(value), numberFormat)),
    );
  }
  return { rows, dated, uncomputed, padded, leftOut };
};

/** Within the cells in use: whole merged columns end where the register does. */
const mergesOf = (
  { name, merges }: ReadSheet,
  indexOf: RowNumbers["indexOf"],
  height: number,
  width: number,
): readonly OldArea[] => {
  const found: OldArea[] = [];
  let cells = 0;
  for (const address of merges) {
    const area = parseArea(address);
    if (area === undefined || area.left >= width) continue;
    const { left } = area;
    const top = indexOf(area.top + 1);
    // The last row there is that it reaches.
    const bottom = Math.min(indexOf(area.bottom + 2) - 1, height - 1);
    if (top > bottom) continue;
    const within = { top, left, bottom, right: Math.min(area.right, width - 1) };
    cells += (within.bottom - top + 1) * (within.right - left + 1);
    if (cells > oldFileLimits.merged) throw new OldFileRefused("merges", { at: placeIn(name) });
    found.push(within);
  }
  return found;
};

const commentsOf = (
  { name, comments = [] }: ReadSheet,
  indexOf: RowNumbers["indexOf"],
): readonly OldComment[] =>
  comments.map(({ row, column, text }) => {
    if (text.length > oldFileLimits.letters)
      throw new OldFileRefused("longCell", { at: placeIn(name, row + 1) });
    return { row: indexOf(row + 1), column, said: text };
  });

/** WPS keeps a cell's picture as a formula of its own. */
const cellPicture = /\bDISPIMG\(/iu;

const drawnOf = ({ drawn, rows }: ReadSheet): OldDrawn | undefined => {
  const inCells = rows.reduce(
    (sum, { cells }) => sum + cells.filter(({ formula = "" }) => cellPicture.test(formula)).length,
    0,
  );
  if (drawn === undefined && inCells === 0) return undefined;
  const { pictures = 0, texts = [], others = 0 } = drawn ?? {};
  return { pictures: pictures + inCells, texts, others };
};

const cellsOf = (sheet: ReadSheet, room: Room): OldFileSheet => {
  const noted = new Set((sheet.comments ?? []).map(({ row }) => row));
  const { rows, dated, uncomputed, padded, leftOut } = rowsOf(sheet, noted, room);
  const { indexOf } = rowNumbersOf({ firstRow: 1, leftOut });
  const width = rows.reduce((most, { length }) => Math.max(most, length), 0);
  const drawn = drawnOf(sheet);
  return {
    sheet: sheet.name,
    rows,
    dated,
    uncomputed,
    padded,
    firstRow: 1,
    ...(leftOut.length === 0 ? {} : { leftOut }),
    merges: mergesOf(sheet, indexOf, rows.length, width),
    hiddenSheet: sheet.visibility !== "visible",
    comments: commentsOf(sheet, indexOf),
    ...(drawn === undefined ? {} : { drawn }),
  };
};

const workbookSheets = async (bytes: Uint8Array): Promise<readonly OldFileSheet[]> => {
  const { cells, comments } = oldFileLimits;
  const limits = { fileBytes: oldFileBytes.workbook, cells, comments };
  const book = await readSheets(bytes, {
    limits,
    formulas: true,
    comments: true,
    drawn: true,
    numberFormats: true,
  });
  const room = { left: cells };
  return book.sheets
    .filter(({ rows, drawn }) => rows.length > 0 || drawn !== undefined)
    .map((sheet) => cellsOf(sheet, room));
};

const textSheet = (bytes: Uint8Array, name: string): OldFileSheet => {
  const text = decodeText(bytes);
  if (/^\s*<(?:!doctype|html|\?xml|table|head|meta)\b/iu.test(text.slice(0, 1000)))
    throw new OldFileRefused("webPage");
  return {
    sheet: name.replace(/\.[^.]*$/u, ""),
    rows: readCsv(text, oldFileLimits),
    firstRow: 1,
    merges: [],
    hiddenSheet: false,
    comments: [],
  };
};

/**
 * Every sheet that holds something or has something drawn over it, the hidden ones marked; days are serials of the 1900 system, errors their text,
 * formulas that nobody has computed theirs; comments beside the cells.
 * A .csv is one sheet with its file's name.
 * @param name the file's name: what it calls itself decides nothing but the words of a refusal.
 * @throws OldFileRefused
 */
export const readOldFile = async (bytes: Uint8Array, name: string): Promise<readonly OldFileSheet[]> => {
  judgeSize(bytes.length, bytes.subarray(0, headBytes), name);
  const kind = foreignKind(bytes, name);
  if (kind === "text") return [textSheet(bytes, name)];
  if (kind !== "workbook") throw new OldFileRefused(kind);
  try {
    return await workbookSheets(bytes);
  } catch (fault) {
    throw fault instanceof XlsxRefused ? asOldFileRefused(fault) : fault;
  }
};

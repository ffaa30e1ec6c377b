/** A sheet of the open workbook that somebody else laid out, for 收编: cells, merged areas, comments. */
import { parseArea } from "../../book/address";
import type { LeftOutRows, OldArea, OldCells } from "../../domain/register/old-sheet/old-cells";
import type { RawCell } from "../../domain/register/register";
import { rowNumbersOf } from "../../domain/register/old-sheet/left-out-rows";
import { isShownPadded, numberSeer } from "../../domain/register/old-sheet/seen-number";
import { WorkbookRefused } from "../port";
import { showsDay } from "./day-format";
import { roundTrip, supports } from "./excel-run";
import { type CommentsRead, readOldComments } from "./old-comments";
import { type Block, usedBlocks } from "./used-blocks";

export interface SheetRead extends OldCells, CommentsRead {
  /** This Excel cannot tell which cells are merged (before ExcelApi 1.13). */
  readonly mergesUnknown: boolean;
}

const doing = "读取旧表";

/** A request holds 5 MB: wide sheets go in fewer rows at a time. */
const cellsPerRequest = 60_000;
const rowsPerRequest = 2_000;
/** What a pane bears; a file has the same limit. */
const mostCells = 5_000_000;

/** Blank rows that stay of each stretch, as of a file. */
const blanksKept = 100;

interface Stretch extends Block {
  readonly sheet: string;
}

const rangeOf = (context: Excel.RequestContext, { sheet, top, left, count, width }: Stretch): Excel.Range =>
  context.workbook.worksheets.getItem(sheet).getRangeByIndexes(top, left, count, width);

/** Columns of numbers that are shown as days: few formats, many cells. */
const datedIn = (
  values: readonly RawCell[],
  formats: readonly unknown[],
  known: Map<unknown, boolean>,
): number[] =>
  values.flatMap((value, column) => {
    if (typeof value !== "number") return [];
    const format = formats[column];
    const isDay = known.get(format) ?? showsDay(String(format));
    known.set(format, isDay);
    return isDay ? [column] : [];
  });

/** "'a b'!A2:A4,'a b'!C2:D2"; sheet rows and columns from 0. */
const areasIn = (addresses: string): readonly OldArea[] =>
  [...addresses.matchAll(/!(\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?)(?=,|$)/gu)].flatMap(
    ([, address = ""]) => parseArea(address) ?? [],
  );

/** Excel fails where there are more than 512: then half the rows, and half of those. */
const mergesIn = async (stretch: Stretch): Promise<readonly OldArea[]> => {
  try {
    return await roundTrip(doing, (context) => {
      const merged = rangeOf(context, stretch).getMergedAreasOrNullObject();
      merged.load("address");
      return () => (merged.isNullObject ? [] : areasIn(merged.address));
    });
  } catch (fault) {
    const isTooMany =
      fault instanceof WorkbookRefused && (fault.code === "unknown" || fault.code === "tooLarge");
    if (!isTooMany || stretch.count === 1) throw fault;
    const upper = Math.floor(stretch.count / 2);
    return [
      ...(await mergesIn({ ...stretch, count: upper })),
      ...(await mergesIn({ ...stretch, top: stretch.top + upper, count: stretch.count - upper })),
    ];
  }
};

/** An area that reaches over two requests comes twice. */
const once = (areas: readonly OldArea[]): readonly OldArea[] => [
  ...new Map(areas.map((area) => [`${area.top}/${area.left}`, area])).values(),
];

interface Line {
  readonly cells: RawCell[];
  readonly dated: number[];
  readonly padded: number[];
}

/** The sheet's rows from the first one used on; long stretches between blocks are left out but for their beginning. */
const placed = (
  lines: ReadonlyMap<number, Line>,
): Required<Pick<OldCells, "rows" | "dated" | "padded" | "leftOut">> => {
  const rows: RawCell[][] = [];
  const dated: (readonly number[])[] = [];
  const padded: (readonly number[])[] = [];
  const leftOut: LeftOutRows[] = [];
  const none: readonly number[] = [];
  let next: number | undefined;
  for (const [row, line] of [...lines].sort(([a], [b]) => a - b)) {
    const blank = row - (next ?? row);
    for (let at = 0; at < Math.min(blank, blanksKept); at++) {
      rows.push([]);
      dated.push(none);
      padded.push(none);
    }
    if (blank > blanksKept) leftOut.push({ before: rows.length, count: blank - blanksKept });
    rows.push(line.cells);
    dated.push(line.dated);
    padded.push(line.padded);
    next = row + 1;
  }
  return { rows, dated, padded, leftOut };
};

/**
 * The used cells as they stand, days as serials.
 * @throws WorkbookRefused "sheetMissing" where it is gone or empty, "tooLarge" where it is more than a pane bears.
 */
export const readOldSheet = async (name: string): Promise<SheetRead> => {
  const whole = await roundTrip(doing, (context): (() => Block | undefined) => {
    const used = context.workbook.worksheets.getItemOrNullObject(name).getUsedRangeOrNullObject(true);
    used.load("rowIndex,rowCount,columnIndex,columnCount");
    return () =>
      used.isNullObject
        ? undefined
        : { top: used.rowIndex, left: 0, count: used.rowCount, width: used.columnIndex + used.columnCount };
  });
  if (whole === undefined) throw new WorkbookRefused("sheetMissing", doing, name);
  const blocks = await usedBlocks(name, whole, mostCells, doing);
  const mergesUnknown = !supports("1.13");
  const lines = new Map<number, Line>();
  const seen = numberSeer();
  const formatsKnown = new Map<unknown, boolean>();
  const areas: OldArea[] = [];
  for (const block of blocks) {
    const step = Math.max(1, Math.min(rowsPerRequest, Math.floor(cellsPerRequest / block.width)));
    for (let at = 0; at < block.count; at += step) {
      const stretch = { ...block, sheet: name, top: block.top + at, count: Math.min(step, block.count - at) };
      const { values, formats } = await roundTrip(doing, (context) => {
        const range = rangeOf(context, stretch);
        range.load("values,numberFormat");
        return (): { values: RawCell[][]; formats: string[][] } => ({
          values: range.values as RawCell[][],
          formats: range.numberFormat as string[][],
        });
      });
      for (const [each, row] of values.entries()) {
        const line = lines.get(stretch.top + each) ?? { cells: [], dated: [], padded: [] };
        lines.set(stretch.top + each, line);
        const shown = formats[each] ?? [];
        // A block to the right may come first: each cell goes where it stands.
        while (line.cells.length < block.left) line.cells.push(null);
        for (const [column, cell] of row.entries())
          line.cells[block.left + column] = seen(cell, shown[column]);
        line.dated.push(...datedIn(row, shown, formatsKnown).map((column) => block.left + column));
        for (const [column, cell] of row.entries())
          if (isShownPadded(cell, shown[column])) line.padded.push(block.left + column);
      }
      if (!mergesUnknown) areas.push(...(await mergesIn(stretch)));
    }
  }
  const { leftOut, ...rows } = placed(lines);
  const firstRow = (blocks[0]?.top ?? 0) + 1;
  const { indexOf } = rowNumbersOf({ firstRow, leftOut });
  const width = Math.max(...blocks.map((block) => block.left + block.width));
  const comments = await readOldComments(name, 0, doing);
  return {
    sheet: name,
    ...rows,
    firstRow,
    ...(leftOut.length === 0 ? {} : { leftOut }),
    merges: once(areas).flatMap((area) => {
      const [top, bottom] = [indexOf(area.top + 1), indexOf(area.bottom + 2) - 1];
      return bottom < 0 || area.left >= width
        ? []
        : [
            {
              top: Math.max(0, top),
              left: area.left,
              bottom: Math.min(bottom, rows.rows.length - 1),
              right: Math.min(area.right, width - 1),
            },
          ];
    }),
    mergesUnknown,
    ...comments,
    ...(comments.comments === undefined
      ? {}
      : { comments: comments.comments.map(({ row, ...each }) => ({ ...each, row: indexOf(row + 1) })) }),
  };
};

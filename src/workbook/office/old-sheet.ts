/** A sheet of the open workbook that somebody else laid out, for 收编: cells, merged areas, what is hidden, comments. */
import { parseArea } from "../../book/address";
import type { OldArea, OldCells } from "../../domain/register/old-cells";
import type { RawCell } from "../../domain/register/register";
import { isShownPadded, numberSeer } from "../../domain/register/seen-number";
import { WorkbookRefused } from "../port";
import { showsDay } from "./day-format";
import { roundTrip, supports } from "./excel-run";
import { type CommentsRead, readOldComments } from "./old-comments";

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

interface Stretch {
  readonly sheet: string;
  /** Row on the sheet, from 0. */
  readonly top: number;
  readonly count: number;
  readonly width: number;
}

const rangeOf = (context: Excel.RequestContext, { sheet, top, count, width }: Stretch): Excel.Range =>
  context.workbook.worksheets.getItem(sheet).getRangeByIndexes(top, 0, count, width);

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

const hiddenAmong = async (stretch: Stretch): Promise<readonly number[]> => {
  const rows = Array.from({ length: stretch.count }, (_, at) => stretch.top + at);
  const hidden = await roundTrip(doing, (context) => {
    const each = rows.map((top) => {
      const row = rangeOf(context, { ...stretch, top, count: 1 });
      row.load("rowHidden");
      return row;
    });
    return () => each.map(({ rowHidden }) => rowHidden);
  });
  return rows.filter((_, at) => hidden[at]);
};

const columnsHidden = ({ sheet, width }: Stretch): Promise<readonly number[]> =>
  roundTrip(doing, (context) => {
    const columns = Array.from({ length: width }, (_, at) => {
      const column = context.workbook.worksheets.getItem(sheet).getRangeByIndexes(0, at, 1, 1);
      column.load("columnHidden");
      return column;
    });
    return () => columns.flatMap(({ columnHidden }, at) => (columnHidden ? [at] : []));
  });

/**
 * The used cells as they stand, days as serials.
 * @throws WorkbookRefused "sheetMissing" where it is gone or empty, "tooLarge" where it is more than a pane bears.
 */
export const readOldSheet = async (name: string): Promise<SheetRead> => {
  const size = await roundTrip(doing, (context) => {
    const used = context.workbook.worksheets.getItemOrNullObject(name).getUsedRangeOrNullObject(true);
    used.load("rowIndex,rowCount,columnIndex,columnCount");
    return () =>
      used.isNullObject
        ? undefined
        : { top: used.rowIndex, count: used.rowCount, width: used.columnIndex + used.columnCount };
  });
  if (size === undefined) throw new WorkbookRefused("sheetMissing", doing, name);
  const whole: Stretch = { sheet: name, ...size };
  if (whole.count * whole.width > mostCells) throw new WorkbookRefused("tooLarge", doing, name);
  const step = Math.max(1, Math.min(rowsPerRequest, Math.floor(cellsPerRequest / whole.width)));
  const mergesUnknown = !supports("1.13");
  const rows: (readonly RawCell[])[] = [];
  const dated: (readonly number[])[] = [];
  const padded: (readonly number[])[] = [];
  const seen = numberSeer();
  const formatsKnown = new Map<unknown, boolean>();
  const merges: OldArea[] = [];
  const hiddenRows: number[] = [];
  for (let at = 0; at < whole.count; at += step) {
    const stretch = { ...whole, top: whole.top + at, count: Math.min(step, whole.count - at) };
    const { values, formats, hidden } = await roundTrip(doing, (context) => {
      const range = rangeOf(context, stretch);
      range.load("values,numberFormat,rowHidden");
      // Excel answers null where some are and some are not.
      return (): { values: RawCell[][]; formats: string[][]; hidden: boolean | null } => ({
        values: range.values as RawCell[][],
        formats: range.numberFormat as string[][],
        hidden: range.rowHidden,
      });
    });
    rows.push(...values.map((row, each) => row.map((cell, column) => seen(cell, formats[each]?.[column]))));
    dated.push(...values.map((row, each) => datedIn(row, formats[each] ?? [], formatsKnown)));
    padded.push(
      ...values.map((row, each) =>
        row.flatMap((cell, column) => (isShownPadded(cell, formats[each]?.[column]) ? [column] : [])),
      ),
    );
    if (hidden !== false) hiddenRows.push(...(await hiddenAmong(stretch)));
    if (!mergesUnknown) merges.push(...(await mergesIn(stretch)));
  }
  const { top, count, width } = whole;
  return {
    sheet: name,
    rows,
    dated,
    padded,
    firstRow: top + 1,
    merges: once(merges).flatMap((area) =>
      area.bottom < top || area.left >= width
        ? []
        : [
            {
              top: Math.max(0, area.top - top),
              left: area.left,
              bottom: Math.min(area.bottom - top, count - 1),
              right: Math.min(area.right, width - 1),
            },
          ],
    ),
    hiddenRows: hiddenRows.map((row) => row - top),
    hiddenColumns: await columnsHidden(whole),
    mergesUnknown,
    ...(await readOldComments(name, top, doing)),
  };
};

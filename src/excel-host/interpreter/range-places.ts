import { type Area, bounding } from "../../book/address";
import { columnCount, common, maxColumn, maxRow, rowCount, wholeSheet } from "../model/areas";
import { filledArea, isBlank } from "../model/cells";
import { hostError } from "../model/refusal";
import { isWholeColumns, isWholeRows } from "../model/areas";
import type { HeldRange, SheetState } from "../model/workbook";
import { asNumber, asPlace, asWhole } from "./arguments";
import type { Call, Handle } from "./classes";

type Place = (range: HeldRange, args: readonly unknown[], call: Call) => Handle | null;

const onSheet = (area: Area): Area => {
  const wrong = area.top < 0 || area.left < 0 || area.bottom > maxRow || area.right > maxColumn;
  if (wrong || area.bottom < area.top || area.right < area.left)
    throw hostError("InvalidArgument", "The range would lie outside the worksheet.");
  return area;
};

/** From the change of one area to a member that gives the changed range. */
const placed =
  (change: (area: Area, args: readonly unknown[], sheet: SheetState, call: Call) => Area): Place =>
  (range, args, call) =>
    call.range(range.sheet, onSheet(change(range.area, args, range.sheet, call)));

const inside = (wanted: unknown, count: number): number => {
  const at = asWhole(wanted);
  if (at < 0 || at >= count) throw hostError("InvalidArgument", `${at} lies outside the range.`);
  return at;
};

/**
 * Cells with contents; where formats count too, those of single cells do, of whole columns not (assumed).
 * https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-getusedrange-member(1)
 */
export const usedArea = (sheet: SheetState, within: Area, valuesOnly: boolean): Area | undefined => {
  let used = filledArea(sheet, within);
  if (valuesOnly) return used;
  for (const { area } of sheet.looks) {
    if (isWholeColumns(area) || isWholeRows(area)) continue;
    const part = common(area, within);
    if (part) used = used ? bounding(used, part) : part;
  }
  return used;
};

/** https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-getsurroundingregion-member(1) */
const region = (area: Area, sheet: SheetState): Area => {
  let grown = area;
  for (;;) {
    const { top, left, bottom, right } = grown;
    const wider = {
      top: Math.max(0, top - 1),
      left: Math.max(0, left - 1),
      bottom: Math.min(maxRow, bottom + 1),
      right: Math.min(maxColumn, right + 1),
    };
    const next = {
      top: top > 0 && !isBlank(sheet, { ...wider, bottom: wider.top }) ? wider.top : top,
      bottom: bottom < maxRow && !isBlank(sheet, { ...wider, top: wider.bottom }) ? wider.bottom : bottom,
      left: left > 0 && !isBlank(sheet, { ...wider, right: wider.left }) ? wider.left : left,
      right: right < maxColumn && !isBlank(sheet, { ...wider, left: wider.right }) ? wider.right : right,
    };
    if (next.top === top && next.bottom === bottom && next.left === left && next.right === right)
      return grown;
    grown = next;
  }
};

const used =
  (orNull: boolean): Place =>
  (range, [valuesOnly], call) => {
    const area = usedArea(range.sheet, range.area, valuesOnly === true);
    if (area) return call.range(range.sheet, area);
    if (orNull) return null;
    throw hostError("ItemNotFound", "There are no used cells in the range.");
  };

const intersection =
  (orNull: boolean): Place =>
  (range, [other], call) => {
    const place = asPlace(other, call, range.sheet);
    const area = place.sheet === range.sheet ? common(range.area, place.area) : undefined;
    if (area) return call.range(range.sheet, area);
    if (orNull) return null;
    throw hostError("ItemNotFound", "The ranges do not meet.");
  };

const beyond = (count: unknown, after: (size: number) => Area, within: (size: number) => Area): Area => {
  const size = count === null || count === undefined ? 1 : asWhole(count);
  if (size === 0) throw hostError("InvalidArgument", "The count is 0.");
  return size > 0 ? after(size) : within(-size);
};

/** Members of a range that give other ranges. */
export const rangePlaces: Readonly<Record<string, Place>> = {
  GetAbsoluteResizedRange: placed((area, [rows, columns]) => ({
    ...area,
    bottom: area.top + asWhole(rows) - 1,
    right: area.left + asWhole(columns) - 1,
  })),
  GetBoundingRect: placed((area, [other], sheet, call) => bounding(area, asPlace(other, call, sheet).area)),
  GetCell: placed((area, [row, column]) => {
    const top = area.top + asNumber(row);
    const left = area.left + asNumber(column);
    return { top, left, bottom: top, right: left };
  }),
  GetColumn: placed((area, [column]) => {
    const left = area.left + inside(column, columnCount(area));
    return { ...area, left, right: left };
  }),
  GetRow: placed((area, [row]) => {
    const top = area.top + inside(row, rowCount(area));
    return { ...area, top, bottom: top };
  }),
  GetColumnsAfter: placed((area, [count]) =>
    beyond(
      count,
      (size) => ({ ...area, left: area.right + 1, right: area.right + size }),
      (size) => ({ ...area, left: area.right - size + 1 }),
    ),
  ),
  GetColumnsBefore: placed((area, [count]) =>
    beyond(
      count,
      (size) => ({ ...area, left: area.left - size, right: area.left - 1 }),
      (size) => ({ ...area, right: area.left + size - 1 }),
    ),
  ),
  GetRowsBelow: placed((area, [count]) =>
    beyond(
      count,
      (size) => ({ ...area, top: area.bottom + 1, bottom: area.bottom + size }),
      (size) => ({ ...area, top: area.bottom - size + 1 }),
    ),
  ),
  GetRowsAbove: placed((area, [count]) =>
    beyond(
      count,
      (size) => ({ ...area, top: area.top - size, bottom: area.top - 1 }),
      (size) => ({ ...area, bottom: area.top + size - 1 }),
    ),
  ),
  GetEntireColumn: placed((area) => ({ ...area, top: 0, bottom: maxRow })),
  GetEntireRow: placed((area) => ({ ...area, left: 0, right: maxColumn })),
  GetLastCell: placed((area) => ({ ...area, top: area.bottom, left: area.right })),
  GetLastColumn: placed((area) => ({ ...area, left: area.right })),
  GetLastRow: placed((area) => ({ ...area, top: area.bottom })),
  GetOffsetRange: placed((area, [rows, columns]) => ({
    top: area.top + asWhole(rows),
    bottom: area.bottom + asWhole(rows),
    left: area.left + asWhole(columns),
    right: area.right + asWhole(columns),
  })),
  GetResizedRange: placed((area, [rows, columns]) => ({
    ...area,
    bottom: area.bottom + asWhole(rows),
    right: area.right + asWhole(columns),
  })),
  GetSurroundingRegion: placed((area, _args, sheet) => region(area, sheet)),
  GetUsedRange: used(false),
  GetUsedRangeOrNullObject: used(true),
  GetIntersection: intersection(false),
  GetIntersectionOrNullObject: intersection(true),
};

/** What `worksheet.getRange` means: an address, a name, or nothing for the whole sheet. */
export const rangeOnSheet = (sheet: SheetState, address: unknown, call: Call): Handle => {
  if (address === null || address === undefined || address === "") return call.range(sheet, wholeSheet);
  const place = asPlace(address, call, sheet);
  return call.range(place.sheet, place.area);
};

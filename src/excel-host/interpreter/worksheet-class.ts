import type { Visibility } from "../../book/book";
import { maxColumn, maxRow, wholeSheet } from "../model/areas";
import { hostError } from "../model/refusal";
import {
  addSheet,
  deleteSheet,
  findSheet,
  moveSheet,
  renameSheet,
  selectIn,
  sheetNamed,
  showSheet,
} from "../model/sheets";
import { pointsOfWidth, setColumnWidth, standardHeight, standardWidth } from "../model/sizes";
import type { SheetState } from "../model/workbook";
import { areaOf } from "../model/from-book";
import { asColor, asFlag, asText, asWhole, oneOf } from "./arguments";
import { chartCollection } from "./chart-classes";
import { handle, type Call, type Handle, type HostClass } from "./classes";
import { commentCollection } from "./comment-classes";
import { sheetFilter } from "./filter-classes";
import { freezePanes, worksheetProtection } from "./pane-classes";
import { namedItemCollection } from "./name-classes";
import { noteCollection } from "./note-classes";
import { horizontalPageBreaks } from "./page-break-classes";
import { pageLayout } from "./print-classes";
import { rangeAreas } from "./range-areas";
import { rangeOnSheet, usedArea } from "./range-places";
import { registrations } from "./registrations";
import { tableCollection } from "./table-classes";

const visibilities: Readonly<Record<Visibility, string>> = {
  visible: "Visible",
  hidden: "Hidden",
  veryHidden: "VeryHidden",
};

const tab = (sheet: SheetState, { book }: Call): void => {
  book.changes.push({ kind: "sheet", sheet: sheet.name, part: "tab" });
};

const events = {
  Activated: 11,
  Calculated: 16,
  DataChanged: 10,
  Deactivated: 12,
  EventNameChanged: 25,
  EventVisibilityChanged: 26,
  SelectionChanged: 14,
} as const;

/** The sheet before or after, in order of the tabs. */
const neighbour =
  (step: 1 | -1, orNull: boolean) =>
  (sheet: SheetState, [visibleOnly]: readonly unknown[], { book }: Call): Handle | null => {
    for (let at = book.sheets.indexOf(sheet) + step; book.sheets[at]; at += step) {
      const other = book.sheets[at];
      if (other && (visibleOnly !== true || other.visibility === "visible")) return handle(worksheet, other);
    }
    if (orNull) return null;
    throw hostError("ItemNotFound", "There is no such sheet.");
  };

export const worksheet: HostClass<SheetState> = {
  name: "Worksheet",
  identity: ({ id }) => ({ Id: id }),
  get: {
    Id: ({ id }) => id,
    Name: ({ name }) => name,
    Position: (sheet, { book }) => book.sheets.indexOf(sheet),
    ShowGridlines: ({ showGridlines }) => showGridlines,
    StandardHeight: ({ defaultRowHeight }) => defaultRowHeight ?? standardHeight,
    StandardWidth: ({ defaultColumnWidth }) => pointsOfWidth(defaultColumnWidth ?? standardWidth),
    TabColor: ({ tabColor }) => tabColor,
    Visibility: ({ visibility }) => visibilities[visibility],
  },
  set: {
    // The client's showGridlines writes under this name.
    Gridlines: (sheet, value, call) => {
      sheet.showGridlines = asFlag(value);
      tab(sheet, call);
    },
    Name: (sheet, value, { book, by }) => {
      renameSheet(book, sheet, asText(value), by);
    },
    Position: (sheet, value, { book }) => {
      moveSheet(book, sheet, asWhole(value));
    },
    StandardWidth: (sheet, value, { book }) => {
      if (typeof value !== "number") throw hostError("InvalidArgument", "A width is a number.");
      setColumnWidth(book, sheet, wholeSheet, value);
    },
    TabColor: (sheet, value, call) => {
      sheet.tabColor = asColor(value);
      tab(sheet, call);
    },
    Visibility: (sheet, value, { book, by }) => {
      const wanted = oneOf(value, ["Visible", "Hidden", "VeryHidden"] as const);
      const state = ({ Visible: "visible", Hidden: "hidden", VeryHidden: "veryHidden" } as const)[wanted];
      showSheet(book, sheet, state, by);
    },
  },
  go: {
    AutoFilter: sheetFilter,
    Charts: (sheet) => handle(chartCollection, sheet),
    Comments: (sheet) => handle(commentCollection, sheet),
    FreezePanes: (sheet) => handle(freezePanes, sheet),
    HorizontalPageBreaks: (sheet) => handle(horizontalPageBreaks, sheet),
    Names: (sheet) => handle(namedItemCollection, sheet),
    Notes: (sheet) => handle(noteCollection, sheet),
    PageLayout: (sheet) => handle(pageLayout, sheet),
    Protection: (sheet) => handle(worksheetProtection, sheet),
    Tables: (sheet) => handle(tableCollection, { sheet }),
  },
  call: {
    ...registrations(events, ({ id }: SheetState) => id),
    Activate: (sheet, _args, { book, view, by }) => {
      if (view.sheet !== sheet) selectIn(book, view, sheet, { top: 0, left: 0, bottom: 0, right: 0 }, by);
    },
    Calculate: (_sheet, _args, { book, model }) => {
      book.calculation.stale = true;
      return model.calculate();
    },
    Delete: (sheet, _args, { book, by }) => {
      deleteSheet(book, sheet, by);
    },
    GetCell: (sheet, [row, column], call) => {
      const top = asWhole(row);
      const left = asWhole(column);
      if (top < 0 || top > maxRow || left < 0 || left > maxColumn)
        throw hostError("InvalidArgument", "The cell would lie outside the worksheet.");
      return call.range(sheet, { top, left, bottom: top, right: left });
    },
    GetNext: neighbour(1, false),
    GetNextOrNullObject: neighbour(1, true),
    GetPrevious: neighbour(-1, false),
    GetPreviousOrNullObject: neighbour(-1, true),
    GetRange: (sheet, [address], call) => rangeOnSheet(sheet, address, call),
    GetRangeByIndexes: (sheet, [row, column, rows, columns], call) => {
      const top = asWhole(row);
      const left = asWhole(column);
      const area = { top, left, bottom: top + asWhole(rows) - 1, right: left + asWhole(columns) - 1 };
      if (
        top < 0 ||
        left < 0 ||
        area.bottom < top ||
        area.right < left ||
        area.bottom > maxRow ||
        area.right > maxColumn
      )
        throw hostError("InvalidArgument", "The range would lie outside the worksheet.");
      return call.range(sheet, area);
    },
    GetRanges: (sheet, [address]) =>
      handle(rangeAreas, {
        sheet,
        areas:
          address === undefined || address === null
            ? [wholeSheet]
            : asText(address)
                .split(",")
                .map((part) => areaOf(part.trim())),
      }),
    /** An empty sheet gives its first cell: https://learn.microsoft.com/javascript/api/excel/excel.worksheet#excel-excel-worksheet-getusedrange-member(1) */
    GetUsedRange: (sheet, [valuesOnly], call) =>
      call.range(
        sheet,
        usedArea(sheet, wholeSheet, valuesOnly === true) ?? { top: 0, left: 0, bottom: 0, right: 0 },
      ),
    GetUsedRangeOrNullObject: (sheet, [valuesOnly], call) => {
      const area = usedArea(sheet, wholeSheet, valuesOnly === true);
      return area ? call.range(sheet, area) : null;
    },
    _GetSheetById: (_sheet, [id], { book }) => handle(worksheet, sheetNamed(book, asText(id))),
  },
};

export const worksheetCollection: HostClass<null> = {
  name: "WorksheetCollection",
  item: (_all, key, { book }) => handle(worksheet, sheetNamed(book, asText(key))),
  items: (_all, { book }) => book.sheets.map((sheet) => handle(worksheet, sheet)),
  call: {
    ...registrations({ ...events, Added: 13, Deleted: 15 }, () => "Workbook"),
    Add: (_all, [name], { book, by }) =>
      handle(worksheet, addSheet(book, name === null || name === undefined ? undefined : asText(name), by)),
    GetActiveWorksheet: (_all, _args, { view }) => handle(worksheet, view.sheet),
    GetCount: (_all, [visibleOnly], { book }) =>
      book.sheets.filter((sheet) => visibleOnly !== true || sheet.visibility === "visible").length,
    GetFirst: (_all, [visibleOnly], { book }) => {
      const first = book.sheets.find((sheet) => visibleOnly !== true || sheet.visibility === "visible");
      if (!first) throw hostError("ItemNotFound", "There is no sheet.");
      return handle(worksheet, first);
    },
    GetItemOrNullObject: (_all, [key], { book }) => {
      const sheet = findSheet(book, asText(key));
      return sheet ? handle(worksheet, sheet) : null;
    },
    GetLast: (_all, [visibleOnly], { book }) => {
      const last = book.sheets
        .filter((sheet) => visibleOnly !== true || sheet.visibility === "visible")
        .at(-1);
      if (!last) throw hostError("ItemNotFound", "There is no sheet.");
      return handle(worksheet, last);
    },
  },
};

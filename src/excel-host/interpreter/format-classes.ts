import { applyLook, sharedLook } from "../model/looks";
import { requireAllowed } from "../model/protection";
import {
  autofitColumns,
  columnWidth,
  pointsOfWidth,
  rowHeight,
  setColumnWidth,
  setRowHeight,
  standardHeight,
  widthOfPoints,
} from "../model/sizes";
import { hostError } from "../model/refusal";
import type { CellLook, HeldRange } from "../model/workbook";
import { asColor, asFlag, asNumber, asText, oneOf } from "./arguments";
import { handle, type Call, type HostClass } from "./classes";
import { rangeBorderCollection } from "./border-classes";

/** What a cell without any look has. */
const defaults = {
  fontName: "Calibri",
  fontSize: 11,
  bold: false,
  italic: false,
  underline: "None",
  strikethrough: false,
  color: "#000000",
  fill: "#FFFFFF",
  horizontal: "General",
  vertical: "Bottom",
  wrap: false,
  locked: true,
} as const;

type Key = keyof typeof defaults;

/** `null` where the cells differ. */
const get =
  (key: Key) =>
  ({ sheet, area }: HeldRange): unknown => {
    const value = sharedLook(sheet, area, key);
    return value === undefined ? null : (value ?? defaults[key]);
  };

const set =
  (look: (value: unknown) => CellLook) =>
  ({ sheet, area }: HeldRange, value: unknown, { book }: Call): void => {
    requireAllowed(sheet, "allowFormatCells");
    applyLook(sheet, area, look(value));
    book.changes.push({ kind: "looks", sheet: sheet.name, area });
  };

/** Sizes of the first 1,000 rows or columns stand for the rest. */
const same = (first: number, last: number, size: (at: number) => number): number | null => {
  const one = size(first);
  for (let at = first + 1; at <= Math.min(last, first + 1000); at++) if (size(at) !== one) return null;
  return one;
};

const sized = (value: unknown, most: number): number => {
  const size = asNumber(value);
  if (size < 0 || size > most) throw hostError("InvalidArgument", `${size} is no size.`);
  return size;
};

export const rangeFormat: HostClass<HeldRange> = {
  name: "RangeFormat",
  get: {
    ColumnWidth: ({ sheet, area }) =>
      same(area.left, area.right, (column) => pointsOfWidth(columnWidth(sheet, column))),
    HorizontalAlignment: get("horizontal"),
    RowHeight: ({ sheet, area }) => same(area.top, area.bottom, (row) => rowHeight(sheet, row)),
    VerticalAlignment: get("vertical"),
    WrapText: get("wrap"),
  },
  set: {
    /** Points, 255 characters at most. https://learn.microsoft.com/javascript/api/excel/excel.rangeformat#excel-excel-rangeformat-columnwidth-member */
    ColumnWidth: ({ sheet, area }, value, { book }) => {
      setColumnWidth(book, sheet, area, widthOfPoints(sized(value, pointsOfWidth(255))));
    },
    HorizontalAlignment: set((value) => ({
      horizontal: oneOf(value, [
        "General",
        "Left",
        "Center",
        "Right",
        "Fill",
        "Justify",
        "CenterAcrossSelection",
        "Distributed",
      ] as const),
    })),
    RowHeight: ({ sheet, area }, value, { book }) => {
      setRowHeight(book, sheet, area, sized(value, 409.5));
    },
    VerticalAlignment: set((value) => ({
      vertical: oneOf(value, ["Top", "Center", "Bottom", "Justify", "Distributed"] as const),
    })),
    WrapText: set((value) => ({ wrap: asFlag(value) })),
  },
  go: {
    Borders: (target) => handle(rangeBorderCollection, target),
    Fill: (target) => handle(rangeFill, target),
    Font: (target) => handle(rangeFont, target),
    Protection: (target) => handle(formatProtection, target),
  },
  call: {
    AutofitColumns: ({ sheet, area }, _args, { book }) => {
      autofitColumns(book, sheet, area);
    },
    AutofitRows: ({ sheet, area }, _args, { book }) => {
      setRowHeight(book, sheet, area, sheet.defaultRowHeight ?? standardHeight);
    },
  },
};

const rangeFill: HostClass<HeldRange> = {
  name: "RangeFill",
  get: { Color: get("fill") },
  set: { Color: set((value) => ({ fill: asColor(value) || null })) },
  call: {
    Clear: (target, _args, call) => {
      set(() => ({ fill: null }))(target, undefined, call);
    },
  },
};

const rangeFont: HostClass<HeldRange> = {
  name: "RangeFont",
  get: {
    Bold: get("bold"),
    Color: get("color"),
    Italic: get("italic"),
    Name: get("fontName"),
    Size: get("fontSize"),
    Strikethrough: get("strikethrough"),
    Underline: get("underline"),
  },
  set: {
    Bold: set((value) => ({ bold: asFlag(value) })),
    Color: set((value) => ({ color: asColor(value) })),
    Italic: set((value) => ({ italic: asFlag(value) })),
    Name: set((value) => ({ fontName: asText(value) })),
    Size: set((value) => ({ fontSize: sized(value, 409) })),
    Strikethrough: set((value) => ({ strikethrough: asFlag(value) })),
    Underline: set((value) => ({
      underline: oneOf(value, ["None", "Single", "Double", "SingleAccountant", "DoubleAccountant"] as const),
    })),
  },
};

const formatProtection: HostClass<HeldRange> = {
  name: "FormatProtection",
  get: { Locked: get("locked") },
  set: { Locked: set((value) => ({ locked: asFlag(value) })) },
};

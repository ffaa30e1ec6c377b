import type { Area } from "../../book/address";
import { isWholeColumns, isWholeRows, maxColumn, maxRow } from "../model/areas";
import { hostError } from "../model/refusal";
import type { SheetState } from "../model/workbook";
import { asFlag, asNumber, asPlace, asRecord, asText, oneOf } from "./arguments";
import { handle, type Call, type Handle, type HostClass } from "./classes";
import { rangeAreas } from "./range-areas";

/** Points: Excel's "normal" margins. */
const normalMargins: Readonly<Record<string, number>> = {
  TopMargin: 54,
  BottomMargin: 54,
  LeftMargin: 50.4,
  RightMargin: 50.4,
  HeaderMargin: 21.6,
  FooterMargin: 21.6,
};

const touch = (sheet: SheetState, { book }: Call): void => {
  sheet.print.touched = true;
  book.changes.push({ kind: "sheet", sheet: sheet.name, part: "print" });
};

const marginNames = Object.keys(normalMargins);

const inch = 72;
const pointsPer: Readonly<Record<string, number>> = { Points: 1, Inches: inch, Centimeters: inch / 2.54 };

const place =
  (pick: (sheet: SheetState) => Area | undefined, orNull: boolean) =>
  (sheet: SheetState, _args: readonly unknown[], call: Call): Handle | null => {
    const area = pick(sheet);
    if (area) return call.range(sheet, area);
    if (orNull) return null;
    throw hostError("ItemNotFound", "Nothing is set.");
  };

const setZoom = (sheet: SheetState, value: unknown): void => {
  const zoom = asRecord(value);
  const number = (key: string): number | undefined => (typeof zoom[key] === "number" ? zoom[key] : undefined);
  const scale = number("scale");
  const wide = number("horizontalFitToPages");
  const tall = number("verticalFitToPages");
  if (scale !== undefined && (scale < 10 || scale > 400))
    throw hostError("InvalidArgument", "A scale lies between 10 and 400.");
  sheet.print.zoom = {
    ...(scale === undefined ? {} : { scale }),
    ...(wide === undefined ? {} : { horizontalFitToPages: wide }),
    ...(tall === undefined ? {} : { verticalFitToPages: tall }),
  };
};

/** Sets one thing and marks the sheet's print setup as touched. */
const set =
  (put: (sheet: SheetState, value: unknown) => void) =>
  (sheet: SheetState, value: unknown, call: Call): void => {
    put(sheet, value);
    touch(sheet, call);
  };

/** https://learn.microsoft.com/javascript/api/excel/excel.pagelayout */
export const pageLayout: HostClass<SheetState> = {
  name: "PageLayout",
  get: {
    CenterHorizontally: ({ print }) => print.centerHorizontally,
    CenterVertically: ({ print }) => print.centerVertically,
    Orientation: ({ print }) => print.orientation,
    PaperSize: ({ print }) => print.paperSize,
    PrintOrder: ({ print }) => print.printOrder,
    Zoom: ({ print }) => print.zoom,
    ...Object.fromEntries(
      marginNames.map((name) => [
        name,
        ({ print }: SheetState) => print.margins.get(name) ?? normalMargins[name],
      ]),
    ),
  },
  set: {
    CenterHorizontally: set(({ print }, value) => {
      print.centerHorizontally = asFlag(value);
    }),
    CenterVertically: set(({ print }, value) => {
      print.centerVertically = asFlag(value);
    }),
    Orientation: set(({ print }, value) => {
      print.orientation = oneOf(value, ["Portrait", "Landscape"] as const);
    }),
    PaperSize: set(({ print }, value) => {
      const size = asText(value);
      print.paperSize = size.slice(0, 1).toUpperCase() + size.slice(1);
    }),
    PrintOrder: set(({ print }, value) => {
      print.printOrder = oneOf(value, ["DownThenOver", "OverThenDown"] as const);
    }),
    Zoom: set(setZoom),
    ...Object.fromEntries(
      marginNames.map((name) => [
        name,
        set(({ print }, value) => {
          print.margins.set(name, asNumber(value));
        }),
      ]),
    ),
  },
  go: { HeadersFooters: (sheet) => handle(headerFooterGroup, sheet) },
  call: {
    GetPrintArea: (sheet) => {
      const { printArea } = sheet.print;
      if (!printArea) throw hostError("ItemNotFound", "No print area is set.");
      return handle(rangeAreas, { sheet, areas: [printArea] });
    },
    GetPrintAreaOrNullObject: (sheet) => {
      const { printArea } = sheet.print;
      return printArea ? handle(rangeAreas, { sheet, areas: [printArea] }) : null;
    },
    GetPrintTitleColumns: place(({ print }) => print.titleColumns, false),
    GetPrintTitleColumnsOrNullObject: place(({ print }) => print.titleColumns, true),
    GetPrintTitleRows: place(({ print }) => print.titleRows, false),
    GetPrintTitleRowsOrNullObject: place(({ print }) => print.titleRows, true),
    SetPrintArea: (sheet, [area], call) => {
      sheet.print.printArea = asPlace(area, call, sheet).area;
      touch(sheet, call);
    },
    SetPrintMargins: (sheet, [unit, options], call) => {
      const factor = pointsPer[asText(unit)];
      if (factor === undefined) throw hostError("InvalidArgument", `"${String(unit)}" is no unit.`);
      for (const [side, value] of Object.entries(asRecord(options))) {
        const name = `${side.slice(0, 1).toUpperCase()}${side.slice(1)}Margin`;
        if (!marginNames.includes(name)) throw hostError("InvalidArgument", `There is no margin ${side}.`);
        sheet.print.margins.set(name, asNumber(value) * factor);
      }
      touch(sheet, call);
    },
    SetPrintTitleColumns: (sheet, [columns], call) => {
      const { area } = asPlace(columns, call, sheet);
      sheet.print.titleColumns = isWholeColumns(area) ? area : { ...area, top: 0, bottom: maxRow };
      touch(sheet, call);
    },
    SetPrintTitleRows: (sheet, [rows], call) => {
      const { area } = asPlace(rows, call, sheet);
      sheet.print.titleRows = isWholeRows(area) ? area : { ...area, left: 0, right: maxColumn };
      touch(sheet, call);
    },
  },
};

const headerFooterGroup: HostClass<SheetState> = {
  name: "HeaderFooterGroup",
  get: { State: () => "Default" },
  go: { DefaultForAllPages: (sheet) => handle(headerFooter, sheet) },
};

const places = [
  "LeftHeader",
  "CenterHeader",
  "RightHeader",
  "LeftFooter",
  "CenterFooter",
  "RightFooter",
] as const;

const headerFooter: HostClass<SheetState> = {
  name: "HeaderFooter",
  get: Object.fromEntries(
    places.map((name) => [name, ({ print }: SheetState) => print.texts.get(name) ?? ""]),
  ),
  set: Object.fromEntries(
    places.map((name) => [
      name,
      set(({ print }, value) => {
        print.texts.set(name, asText(value));
      }),
    ]),
  ),
};

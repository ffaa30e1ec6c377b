import { cellAddress } from "../../book/address";
import { columnCount, sheetPrefix } from "../model/areas";
import { isRowHidden } from "../model/filters";
import type { HeldRange } from "../model/workbook";
import { handle, type HostClass } from "./classes";
import { formulaOnWire, matrix, numberFormats, texts, valueOnWire, valueType } from "./range-values";

/** The rows of a range that show; with `row`, one of them. */
interface RangeView {
  readonly range: HeldRange;
  readonly row: number | undefined;
}

const showing = ({ range, row }: RangeView): readonly number[] => {
  const { sheet, area } = range;
  const rows: number[] = [];
  for (let at = area.top; at <= area.bottom; at++) if (!isRowHidden(sheet, at)) rows.push(at);
  return row === undefined ? rows : rows.slice(row, row + 1);
};

const only = <T>(view: RangeView, all: readonly T[][] | null): readonly T[][] =>
  showing(view).flatMap((row) => {
    const line = all?.[row - view.range.area.top];
    return line ? [line] : [];
  });

export const rangeView: HostClass<RangeView> = {
  name: "RangeView",
  identity: ({ row }) => (row === undefined ? {} : { _Index: row }),
  get: {
    CellAddresses: (view) =>
      only(
        view,
        matrix(
          view.range,
          (_stored, row, column) => sheetPrefix(view.range.sheet.name) + cellAddress(row, column),
        ),
      ),
    ColumnCount: ({ range }) => columnCount(range.area),
    Formulas: (view) => only(view, matrix(view.range, formulaOnWire)),
    Index: ({ row }) => row ?? 0,
    NumberFormat: (view) => only(view, numberFormats(view.range)),
    RowCount: (view) => showing(view).length,
    Text: (view) => only(view, texts(view.range)),
    ValueTypes: (view) =>
      only(
        view,
        matrix(view.range, (stored) => valueType(valueOnWire(stored))),
      ),
    Values: (view) => only(view, matrix(view.range, valueOnWire)),
  },
  go: { Rows: (view) => handle(rangeViewCollection, view) },
  call: { GetRange: ({ range }, _args, call) => call.range(range.sheet, range.area) },
};

const rangeViewCollection: HostClass<RangeView> = {
  name: "RangeViewCollection",
  items: (view) => showing(view).map((_row, at) => handle(rangeView, { ...view, row: at })),
  call: {
    GetCount: (view) => showing(view).length,
    GetItemAt: (view, [at]) => handle(rangeView, { ...view, row: Number(at) }),
  },
};

import { rowCount } from "../model/areas";
import { hostError } from "../model/refusal";
import { deleteTableRows, insertTableRows, tableRows } from "../model/structure";
import { bodyOf, sheetOfTable } from "../model/tables";
import type { HeldRange, TableState } from "../model/workbook";
import { asWhole } from "./arguments";
import { handle, isHandle, type Call, type HostClass } from "./classes";
import { matrix, valueOnWire, writeValues } from "./range-values";

interface TableRow {
  readonly table: TableState;
  readonly index: number;
}

const rangeOf = ({ table, index }: TableRow, call: Call): HeldRange => ({
  sheet: sheetOfTable(call.book, table),
  area: tableRows(table, index, 1),
  gone: false,
});

/** Rows given as numbers or as TableRow objects. */
const indexOf = (row: unknown): number =>
  isHandle(row) && row.type.name === "TableRow" ? (row.target as TableRow).index : asWhole(row);

/**
 * Several authors at once: a conflict, "refresh and start over".
 * https://learn.microsoft.com/office/dev/add-ins/excel/co-authoring-in-excel-add-ins#avoid-table-row-coauthoring-conflicts
 * That it comes every time, and with this code, is assumed.
 */
const refuseCoauthors = ({ book }: Call): void => {
  if (book.clients > 1)
    throw hostError("GeneralException", "Adding table rows conflicted with another author's session.");
};

export const tableRowCollection: HostClass<TableState> = {
  name: "TableRowCollection",
  get: { Count: (table) => rowCount(bodyOf(table)) },
  items: (table) =>
    Array.from({ length: rowCount(bodyOf(table)) }, (_, index) => handle(tableRow, { table, index })),
  call: {
    Add: (table, [index, values], call) => {
      refuseCoauthors(call);
      const last = rowCount(bodyOf(table));
      const at = index === null || index === undefined || index === -1 ? last : asWhole(index);
      const rows = Array.isArray(values) ? values : [[values]];
      insertTableRows(call.book, table, at, rows.length, call.by);
      const range = rangeOf({ table, index: at }, call);
      const area = { ...range.area, bottom: range.area.top + rows.length - 1 };
      if (values !== null && values !== undefined) writeValues({ ...range, area }, values, call);
      return handle(tableRow, { table, index: at });
    },
    DeleteRows: (table, [rows], call) => {
      if (!Array.isArray(rows)) throw hostError("InvalidArgument", "Rows are given as an array.");
      const sorted = [...new Set(rows.map(indexOf))].sort((one, other) => other - one);
      for (const row of sorted) deleteTableRows(call.book, table, row, 1, call.by);
    },
    DeleteRowsAt: (table, [index, count], call) => {
      deleteTableRows(call.book, table, asWhole(index), asWhole(count ?? 1), call.by);
    },
    GetCount: (table) => rowCount(bodyOf(table)),
    GetItemAt: (table, [at]) => {
      const index = asWhole(at);
      tableRows(table, index, 1);
      return handle(tableRow, { table, index });
    },
  },
};

const tableRow: HostClass<TableRow> = {
  name: "TableRow",
  identity: ({ index }) => ({ _Index: index }),
  get: {
    Index: ({ index }) => index,
    Values: (target, call) => matrix(rangeOf(target, call), valueOnWire),
  },
  set: {
    Values: (target, value, call) => {
      writeValues(rangeOf(target, call), value, call);
    },
  },
  call: {
    Delete: ({ table, index }, _args, call) => {
      deleteTableRows(call.book, table, index, 1, call.by);
    },
    GetRange: (target, _args, call) => {
      const { sheet, area } = rangeOf(target, call);
      return call.range(sheet, area);
    },
  },
};

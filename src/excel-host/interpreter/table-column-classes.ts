import { rowCount } from "../model/areas";
import { hostError } from "../model/refusal";
import { renameColumn, sheetOfTable } from "../model/tables";
import type { TableColumnState, TableState } from "../model/workbook";
import { writeCells } from "../model/writing";
import { asText, asWhole } from "./arguments";
import { handle, type Call, type Handle, type HostClass } from "./classes";
import { columnFilter } from "./filter-classes";
import { matrix, valueOnWire, writeValues } from "./range-values";
import { deleteTableColumn, insertTableColumn } from "./table-classes";

export interface TableColumn {
  readonly table: TableState;
  readonly column: TableColumnState;
}

const present = (table: TableState, column: TableColumnState | undefined, key: unknown): Handle => {
  if (!column) throw hostError("ItemNotFound", `The table ${table.name} has no column ${String(key)}.`);
  return handle(tableColumn, { table, column });
};

/** By name, or by id as a number or its text. */
const found = (table: TableState, key: unknown): TableColumnState | undefined =>
  typeof key === "number"
    ? table.columns.find((column) => column.id === key)
    : (table.columns.find((column) => column.name.toLowerCase() === String(key).toLowerCase()) ??
      table.columns.find((column) => String(column.id) === key));

export const tableColumnCollection: HostClass<TableState> = {
  name: "TableColumnCollection",
  get: { Count: ({ columns }) => columns.length },
  item: (table, key) => present(table, found(table, key), key),
  items: (table) => table.columns.map((column) => handle(tableColumn, { table, column })),
  call: {
    /** https://learn.microsoft.com/javascript/api/excel/excel.tablecolumncollection#excel-excel-tablecolumncollection-add-member(1) */
    Add: (table, [index, values, name], call) => {
      const last = table.columns.length;
      const at = index === null || index === undefined || index === -1 ? last : asWhole(index);
      if (at < 0 || at > last) throw hostError("InvalidArgument", `There is no place ${at} for a column.`);
      insertTableColumn(table, at, call);
      const column = table.columns[at];
      if (!column) throw hostError("GeneralException", "The column did not come.");
      const sheet = sheetOfTable(call.book, table);
      const left = table.area.left + at;
      if (Array.isArray(values))
        writeValues({ sheet, area: { ...table.area, left, right: left }, gone: false }, values, call);
      if (typeof name === "string") renameColumn(call.book, table, at, name);
      return handle(tableColumn, { table, column });
    },
    GetCount: ({ columns }) => columns.length,
    GetItemAt: (table, [at]) => present(table, table.columns[asWhole(at)], at),
    GetItemOrNullObject: (table, [key]) => {
      const column = found(table, key);
      return column ? handle(tableColumn, { table, column }) : null;
    },
  },
};

const indexOf = ({ table, column }: TableColumn): number => {
  const at = table.columns.indexOf(column);
  if (at < 0) throw hostError("ItemNotFound", `The column ${column.name} is gone.`);
  return at;
};

const areaOf = (target: TableColumn): TableState["area"] => {
  const left = target.table.area.left + indexOf(target);
  return { ...target.table.area, left, right: left };
};

const wholeOf = (target: TableColumn, call: Call) => ({
  sheet: sheetOfTable(call.book, target.table),
  area: areaOf(target),
  gone: false,
});

const tableColumn: HostClass<TableColumn> = {
  name: "TableColumn",
  identity: ({ column }) => ({ Id: column.id }),
  get: {
    Id: ({ column }) => column.id,
    Index: indexOf,
    Name: ({ column }) => column.name,
    // Header and data: https://learn.microsoft.com/javascript/api/excel/excel.tablecolumn#excel-excel-tablecolumn-values-member
    Values: (target, call) => matrix(wholeOf(target, call), valueOnWire),
  },
  set: {
    Name: (target, value, call) => {
      const { sheet, area } = wholeOf(target, call);
      writeCells(call.book, sheet, { ...area, bottom: area.top }, () => asText(value), {
        by: call.by,
        read: false,
        grow: false,
      });
    },
    Values: (target, value, call) => {
      writeValues(wholeOf(target, call), value, call);
    },
  },
  go: { Filter: (target) => handle(columnFilter, target) },
  call: {
    Delete: (target, _args, call) => {
      deleteTableColumn(target.table, indexOf(target), call);
    },
    GetDataBodyRange: (target, _args, call) => {
      const { sheet, area } = wholeOf(target, call);
      return call.range(sheet, { ...area, top: area.top + Math.min(1, rowCount(area) - 1) });
    },
    GetHeaderRowRange: (target, _args, call) => {
      const { sheet, area } = wholeOf(target, call);
      return call.range(sheet, { ...area, bottom: area.top });
    },
    GetRange: (target, _args, call) => {
      const { sheet, area } = wholeOf(target, call);
      return call.range(sheet, area);
    },
  },
};

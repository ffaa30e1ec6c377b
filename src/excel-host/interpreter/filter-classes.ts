import { refilter } from "../model/filters";
import { requireAllowed } from "../model/protection";
import { hostError } from "../model/refusal";
import { sheetOfTable } from "../model/tables";
import type { FilterCriteria, SheetState, TableColumnState, TableState } from "../model/workbook";
import { asPlace, asRecord, asText, asWhole, oneOf } from "./arguments";
import { handle, type Call, type Handle, type HostClass } from "./classes";

const texts = (value: unknown): readonly string[] => {
  if (!Array.isArray(value)) throw hostError("InvalidArgument", "Values to filter by are an array.");
  return value.map((each) => asText(each));
};

/** https://learn.microsoft.com/javascript/api/excel/excel.filtercriteria */
const readCriteria = (value: unknown): FilterCriteria => {
  const criteria = asRecord(value);
  const on = asText(criteria["filterOn"]);
  if (on === "Values") return { kind: "values", values: texts(criteria["values"]) };
  if (on !== "Custom") throw hostError("NotImplemented", `Filters on ${on} are not known to this host.`);
  const { criterion1, criterion2, operator } = criteria;
  return {
    kind: "custom",
    values: [],
    criterion1: asText(criterion1),
    ...(typeof criterion2 === "string" ? { criterion2 } : {}),
    ...(operator === undefined ? {} : { operator: oneOf(operator, ["And", "Or"] as const) }),
  };
};

const onWire = (criteria: FilterCriteria | undefined): unknown => {
  if (!criteria) return null;
  if (criteria.kind === "values") return { filterOn: "Values", values: criteria.values };
  const { criterion1, criterion2, operator } = criteria;
  return { filterOn: "Custom", criterion1, criterion2, operator: operator ?? "And" };
};

interface Column {
  readonly table: TableState;
  readonly column: TableColumnState;
}

const setFilter = ({ table, column }: Column, criteria: FilterCriteria | undefined, { book }: Call): void => {
  const sheet = sheetOfTable(book, table);
  requireAllowed(sheet, "allowAutoFilter");
  column.filter = criteria;
  refilter(book, sheet);
};

export const clearFilters = (table: TableState, { book }: Call): void => {
  const sheet = sheetOfTable(book, table);
  requireAllowed(sheet, "allowAutoFilter");
  for (const column of table.columns) column.filter = undefined;
  refilter(book, sheet);
};

export const columnFilter: HostClass<Column> = {
  name: "Filter",
  get: { Criteria: ({ column }) => onWire(column.filter) },
  call: {
    Apply: (target, [criteria], call) => {
      setFilter(target, readCriteria(criteria), call);
    },
    ApplyCustomFilter: (target, [criterion1, criterion2, operator], call) => {
      setFilter(
        target,
        readCriteria({ filterOn: "Custom", criterion1, criterion2, operator: operator ?? undefined }),
        call,
      );
    },
    ApplyValuesFilter: (target, [values], call) => {
      setFilter(target, { kind: "values", values: texts(values) }, call);
    },
    Clear: (target, _args, call) => {
      setFilter(target, undefined, call);
    },
  },
};

/** The filter of a table, or the sheet's own on plain cells. */
interface Filtered {
  readonly sheet: SheetState;
  readonly table: TableState | undefined;
}

const criteriaOf = ({ sheet, table }: Filtered): readonly (FilterCriteria | undefined)[] => {
  if (table) return table.columns.map((column) => column.filter);
  const { filter } = sheet;
  if (!filter) return [];
  return Array.from({ length: filter.area.right - filter.area.left + 1 }, (_, at) => filter.columns.get(at));
};

const clear = ({ sheet, table }: Filtered, call: Call): void => {
  if (table) {
    clearFilters(table, call);
    return;
  }
  requireAllowed(sheet, "allowAutoFilter");
  sheet.filter?.columns.clear();
  refilter(call.book, sheet);
};

const place = ({ sheet, table }: Filtered, call: Call): Handle | null => {
  const area = table?.area ?? sheet.filter?.area;
  return area ? call.range(sheet, area) : null;
};

/** https://learn.microsoft.com/javascript/api/excel/excel.autofilter */
export const autoFilter: HostClass<Filtered> = {
  name: "AutoFilter",
  get: {
    Criteria: (target) => criteriaOf(target).map(onWire),
    Enabled: ({ sheet, table }) => (table ? table.filterButtons : sheet.filter !== undefined),
    IsDataFiltered: (target) => criteriaOf(target).some((criteria) => criteria !== undefined),
  },
  call: {
    Apply: (target, [address, columnIndex, criteria], call) => {
      const { sheet, table } = target;
      requireAllowed(sheet, "allowAutoFilter");
      const { area } = asPlace(address, call, sheet);
      if (!table) sheet.filter = { area, columns: new Map(sheet.filter?.columns) };
      if (columnIndex !== null && columnIndex !== undefined) {
        const at = asWhole(columnIndex);
        const read = readCriteria(criteria);
        const column = table?.columns[at];
        if (column) column.filter = read;
        else if (!table) sheet.filter?.columns.set(at, read);
        else throw hostError("InvalidArgument", `There is no column ${at}.`);
      }
      refilter(call.book, sheet);
    },
    ClearCriteria: (target, _args, call) => {
      clear(target, call);
    },
    GetRange: (target, _args, call) => {
      const range = place(target, call);
      if (!range) throw hostError("ItemNotFound", "There is no filter.");
      return range;
    },
    GetRangeOrNullObject: (target, _args, call) => place(target, call),
    Reapply: ({ sheet }, _args, { book }) => {
      refilter(book, sheet);
    },
    Remove: (target, _args, call) => {
      clear(target, call);
      if (target.table) target.table.filterButtons = false;
      else target.sheet.filter = undefined;
    },
  },
};

export const sheetFilter = (sheet: SheetState): Handle => handle(autoFilter, { sheet, table: undefined });

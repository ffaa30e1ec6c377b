import { refilter } from "../model/filters";
import { grow } from "../model/growth";
import { requireAllowed } from "../model/protection";
import { hostError } from "../model/refusal";
import { deleteCells, insertCells } from "../model/structure";
import {
  addTable,
  allTables,
  bodyOf,
  findTable,
  headerOf,
  removeTable,
  renameTable,
  resizeTable,
  sheetOfTable,
} from "../model/tables";
import { convertToRange } from "../model/to-range";
import type { SheetState, TableState } from "../model/workbook";
import { emptyCells } from "../model/writing";
import { asFlag, asPlace, asText, asWhole, isRange } from "./arguments";
import { handle, type Call, type HostClass } from "./classes";
import { autoFilter, clearFilters } from "./filter-classes";
import { registrations } from "./registrations";
import { tableColumnCollection } from "./table-column-classes";
import { tableRowCollection } from "./table-row-classes";
import { worksheet } from "./worksheet-class";

/** Tables of the workbook, or of one sheet. */
interface Tables {
  readonly sheet: SheetState | undefined;
}

const listOf = ({ sheet }: Tables, { book }: Call): readonly TableState[] => sheet?.tables ?? allTables(book);

const found = (target: Tables, key: unknown, call: Call): TableState | undefined => {
  const table = findTable(call.book, asText(key));
  return table && listOf(target, call).includes(table) ? table : undefined;
};

const present = (table: TableState | undefined, key: unknown): TableState => {
  if (!table) throw hostError("ItemNotFound", `There is no table ${String(key)}.`);
  return table;
};

export const tableCollection: HostClass<Tables> = {
  name: "TableCollection",
  get: { Count: (target, call) => listOf(target, call).length },
  item: (target, key, call) => handle(table, present(found(target, key, call), key)),
  items: (target, call) => listOf(target, call).map((each) => handle(table, each)),
  call: {
    ...registrations(
      { DataChanged: 101, Added: 102, Deleted: 103 },
      ({ sheet }: Tables) => sheet?.id ?? "Workbook",
    ),
    Add: (target, [address, hasHeaders], call) => {
      const place = asPlace(address, call, target.sheet ?? call.view.sheet);
      requireAllowed(place.sheet);
      if (target.sheet && place.sheet !== target.sheet)
        throw hostError("InvalidArgument", "The range lies on another sheet.");
      return handle(table, addTable(call.book, place.sheet, place.area, asFlag(hasHeaders), call.by));
    },
    GetCount: (target, _args, call) => listOf(target, call).length,
    GetItemAt: (target, [at], call) => handle(table, present(listOf(target, call)[asWhole(at)], at)),
    GetItemOrNullObject: (target, [key], call) => {
      const known = found(target, key, call);
      return known ? handle(table, known) : null;
    },
  },
};

export const tableScopedCollection: HostClass<{ readonly tables: readonly TableState[] }> = {
  name: "TableScopedCollection",
  item: ({ tables }, key) =>
    handle(
      table,
      present(
        tables.find((each) => each.name === key || each.id === key),
        key,
      ),
    ),
  items: ({ tables }) => tables.map((each) => handle(table, each)),
  call: {
    GetCount: ({ tables }) => tables.length,
    GetFirst: ({ tables }) => handle(table, present(tables[0], "first")),
  },
};

const changed = (target: TableState, call: Call): void => {
  call.book.changes.push({ kind: "sheet", sheet: sheetOfTable(call.book, target).name, part: "tables" });
};

/** Sets something about how a table looks. */
const style =
  (set: (target: TableState, value: unknown) => void) =>
  (target: TableState, value: unknown, call: Call): void => {
    requireAllowed(sheetOfTable(call.book, target));
    set(target, value);
    changed(target, call);
  };

const table: HostClass<TableState> = {
  name: "Table",
  identity: ({ id }) => ({ Id: id }),
  get: {
    HighlightFirstColumn: ({ firstColumn }) => firstColumn,
    HighlightLastColumn: ({ lastColumn }) => lastColumn,
    Id: ({ id }) => id,
    LegacyId: ({ id }) => id,
    Name: ({ name }) => name,
    ShowBandedColumns: ({ bandedColumns }) => bandedColumns,
    ShowBandedRows: ({ bandedRows }) => bandedRows,
    ShowFilterButton: ({ filterButtons }) => filterButtons,
    // Tables of this host always have a header row and never a total row.
    ShowHeaders: () => true,
    ShowTotals: () => false,
    Style: (target) => target.style,
  },
  set: {
    HighlightFirstColumn: style((target, value) => {
      target.firstColumn = asFlag(value);
    }),
    HighlightLastColumn: style((target, value) => {
      target.lastColumn = asFlag(value);
    }),
    Name: (target, value, call) => {
      requireAllowed(sheetOfTable(call.book, target));
      renameTable(call.book, target, asText(value));
    },
    ShowBandedColumns: style((target, value) => {
      target.bandedColumns = asFlag(value);
    }),
    ShowBandedRows: style((target, value) => {
      target.bandedRows = asFlag(value);
    }),
    ShowFilterButton: style((target, value) => {
      target.filterButtons = asFlag(value);
    }),
    ShowTotals: (_target, value) => {
      if (value !== false) throw hostError("NotImplemented", "Table.showTotals is not known to this host.");
    },
    Style: style((target, value) => {
      target.style = asText(value);
    }),
  },
  go: {
    AutoFilter: (target, { book }) =>
      handle(autoFilter, { sheet: sheetOfTable(book, target), table: target }),
    Columns: (target) => handle(tableColumnCollection, target),
    Rows: (target) => handle(tableRowCollection, target),
    Worksheet: (target, { book }) => handle(worksheet, sheetOfTable(book, target)),
  },
  call: {
    ...registrations({ DataChanged: 101, SelectionChanged: 100 }, ({ id }: TableState) => id),
    ClearFilters: (target, _args, call) => {
      clearFilters(target, call);
    },
    ConvertToRange: (target, _args, call) => {
      const sheet = sheetOfTable(call.book, target);
      convertToRange(call.book, target, call.by);
      return call.range(sheet, target.area);
    },
    Delete: (target, _args, call) => {
      const sheet = sheetOfTable(call.book, target);
      requireAllowed(sheet);
      removeTable(call.book, target, call.by);
      emptyCells(call.book, sheet, target.area, call.by);
    },
    GetDataBodyRange: (target, _args, call) => call.range(sheetOfTable(call.book, target), bodyOf(target)),
    GetHeaderRowRange: (target, _args, call) => call.range(sheetOfTable(call.book, target), headerOf(target)),
    GetRange: (target, _args, call) => call.range(sheetOfTable(call.book, target), target.area),
    ReapplyFilters: (target, _args, { book }) => {
      refilter(book, sheetOfTable(book, target));
    },
    Resize: (target, [to], call) => {
      const sheet = sheetOfTable(call.book, target);
      requireAllowed(sheet);
      const place = isRange(to) ? to.target : asPlace(to, call, sheet);
      resizeTable(call.book, target, place.area);
    },
  },
};

/** Columns come at the right end, or push the others aside. What stands right of the table moves too. */
export const insertTableColumn = (target: TableState, at: number, call: Call): void => {
  const sheet = sheetOfTable(call.book, target);
  requireAllowed(sheet);
  const left = target.area.left + at;
  insertCells(call.book, sheet, { ...target.area, left, right: left }, "Right", call.by);
  if (at === target.columns.length) grow(call.book, sheet, target, { ...target.area, right: left });
  else if (at === 0) {
    // Inserting before the first column moves the table; it takes the new column in again.
    resizeTable(call.book, target, { ...target.area, left });
  }
};

export const deleteTableColumn = (target: TableState, at: number, call: Call): void => {
  const left = target.area.left + at;
  deleteCells(
    call.book,
    sheetOfTable(call.book, target),
    { ...target.area, left, right: left },
    "Left",
    call.by,
  );
};

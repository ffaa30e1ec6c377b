import type { Area } from "../../book/address";
import { calculate, needsCalculation } from "./calculation";
import { gathered } from "./changes";
import { moveTableColumn } from "./column-moves";
import { isRowHidden, refilter } from "./filters";
import { cellLook, loadBook } from "./from-book";
import { clearHighlights } from "./highlights";
import { applyLook, lookAt } from "./looks";
import type { Change, Model, ModelOptions } from "./model";
import type { Actor, Notice } from "./notices";
import { plainLook } from "./plain-looks";
import { requireAllowed } from "./protection";
import { askEngine } from "./question";
import { hostError } from "./refusal";
import { addSheet, deleteSheet, emptySheet, renameSheet, selectIn, sheetNamed, showSheet } from "./sheets";
import {
  deleteCells,
  deleteTableRows,
  insertCells,
  insertTableRows,
  wholeColumns,
  wholeRows,
} from "./structure";
import { findTable, sheetOfTable } from "./tables";
import { displayText } from "./text";
import { toBook } from "./to-book";
import { convertToRange } from "./to-range";
import { attempt, editCells } from "./user";
import { clearValidation } from "./validations";
import type { TableState, Workbook } from "./workbook";
import { cellsOf } from "./writing";

const emptyWorkbook = (options: ModelOptions): Workbook => {
  const sheet = emptySheet(1, "Sheet1");
  return {
    name: options.workbookName ?? "Book1.xlsx",
    sheets: [sheet],
    names: [],
    settings: new Map(),
    calculation: { mode: "Automatic", stale: true, dirty: [], active: options.calculator !== undefined },
    options: {
      tablesGrow: options.tablesGrow ?? true,
      filteredWrites: options.filteredWrites ?? "misplaced",
      today: options.today ?? (() => new Date()),
    },
    faults: { tableGrowth: 0 },
    view: { sheet, area: { top: 0, left: 0, bottom: 0, right: 0 }, editing: false },
    held: new Set(),
    changes: [],
    notices: [],
    lastId: 1,
    clients: 0,
  };
};

/** A workbook of its own, in memory. Without a book: one empty sheet "Sheet1". */
export const createModel = (options: ModelOptions = {}): Model => {
  const book = emptyWorkbook(options);
  const { calculator } = options;
  const viewers = new Set<(changes: readonly Change[]) => void>();
  const listeners = new Set<(notices: readonly Notice[]) => void>();
  const waiting: (() => void)[] = [];
  let queue: Promise<unknown> = Promise.resolve();
  if (options.book) loadBook(book, options.book);
  book.changes.length = 0;

  const deliver = (): void => {
    const changes = gathered(book.changes.splice(0));
    const notices = book.notices.splice(0);
    if (changes.length > 0) for (const viewer of viewers) viewer(changes);
    if (notices.length > 0) for (const listener of listeners) listener(notices);
  };

  /** One thing after the other: Excel runs batches and user actions one at a time. */
  const run = <T>(work: () => Promise<T> | T): Promise<T> => {
    const done = queue.then(async () => {
      try {
        return await work();
      } finally {
        if (calculator && needsCalculation(book)) await calculate(book, calculator);
        deliver();
      }
    });
    queue = done.catch(() => undefined);
    return done;
  };

  const user = (action: Parameters<typeof attempt>[0]) => run(() => attempt(action));
  const tableNamed = (name: string): TableState => {
    const table = findTable(book, name);
    if (!table) throw hostError("ItemNotFound", `There is no table ${name}.`);
    return table;
  };
  const columnOf = (table: TableState, name: string): number => {
    const at = table.columns.findIndex((column) => column.name === name);
    if (at < 0) throw hostError("ItemNotFound", `${table.name} has no column ${name}.`);
    return at;
  };
  const me: Actor = "user";

  return {
    workbook: book,
    toBook: () => toBook(book),
    cells: (sheet, area) => cellsOf(sheetNamed(book, sheet), area),
    texts: (sheet, area: Area) => {
      const own = sheetNamed(book, sheet);
      return Array.from({ length: area.bottom - area.top + 1 }, (_, row) =>
        Array.from({ length: area.right - area.left + 1 }, (_unused, column) =>
          displayText(own, area.top + row, area.left + column),
        ),
      );
    },
    look: (sheet, row, column) => plainLook(lookAt(sheetNamed(book, sheet), row, column)),
    load: (plain) =>
      run(() => {
        loadBook(book, plain);
      }),
    subscribe: (listener) => {
      viewers.add(listener);
      return () => viewers.delete(listener);
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    run,
    calculate: async () => {
      if (calculator) await calculate(book, calculator);
    },
    settled: () => run(() => undefined),
    selection: () => ({ sheet: book.view.sheet.name, area: book.view.area }),
    isRowHidden: (sheet, row) => isRowHidden(sheetNamed(book, sheet), row),

    userEdits: (edit, { from, by }) =>
      user(() => editCells(book, edit, from, by ?? me, askEngine(book, calculator))),
    userInsertsRows: (sheet, row, count) =>
      user(() => {
        insertCells(book, sheetNamed(book, sheet), wholeRows(row, count), "Down", me);
      }),
    userDeletesRows: (sheet, row, count) =>
      user(() => {
        deleteCells(book, sheetNamed(book, sheet), wholeRows(row, count), "Up", me);
      }),
    userInsertsColumns: (sheet, column, count) =>
      user(() => {
        insertCells(book, sheetNamed(book, sheet), wholeColumns(column, count), "Right", me);
      }),
    userDeletesColumns: (sheet, column, count) =>
      user(() => {
        deleteCells(book, sheetNamed(book, sheet), wholeColumns(column, count), "Left", me);
      }),
    userInsertsTableRows: (table, row, count) =>
      user(() => {
        insertTableRows(book, tableNamed(table), row, count, me);
      }),
    userDeletesTableRows: (table, row, count) =>
      user(() => {
        deleteTableRows(book, tableNamed(table), row, count, me);
      }),
    userDeletesTableColumn: (table, column) =>
      user(() => {
        const own = tableNamed(table);
        const left = own.area.left + columnOf(own, column);
        deleteCells(book, sheetOfTable(book, own), { ...own.area, left, right: left }, "Left", me);
      }),
    userMovesTableColumn: (table, column, to) =>
      user(() => {
        const own = tableNamed(table);
        moveTableColumn(book, own, columnOf(own, column), to);
      }),
    userConvertsToRange: (table) =>
      user(() => {
        convertToRange(book, tableNamed(table), me);
      }),
    userClearsRules: (sheet, area, what) =>
      user(() => {
        const own = sheetNamed(book, sheet);
        requireAllowed(own);
        if (what === "validations") clearValidation(own, area);
        else clearHighlights(own, area);
        book.changes.push({ kind: "sheet", sheet, part: what });
      }),
    userFilters: (table, column, keep) =>
      user(() => {
        const own = tableNamed(table);
        const sheet = sheetOfTable(book, own);
        requireAllowed(sheet, "allowAutoFilter");
        const state = own.columns[columnOf(own, column)];
        if (state) state.filter = keep && { kind: "values", values: keep };
        refilter(book, sheet);
      }),
    userHidesRows: (sheet, row, count, hidden) =>
      user(() => {
        const own = sheetNamed(book, sheet);
        requireAllowed(own, "allowFormatRows");
        for (let at = row; at < row + count; at++)
          own.rowSizes.set(at, { size: own.rowSizes.get(at)?.size, hidden });
        book.changes.push({ kind: "sheet", sheet, part: "sizes" });
      }),
    userFormats: (sheet, area, look) =>
      user(() => {
        const own = sheetNamed(book, sheet);
        requireAllowed(own, "allowFormatCells");
        applyLook(own, area, cellLook(look));
        book.changes.push({ kind: "looks", sheet, area });
      }),
    userAddsSheet: (name) =>
      user(() => {
        selectIn(book, book.view, addSheet(book, name, me), { top: 0, left: 0, bottom: 0, right: 0 }, me);
      }),
    userRenamesSheet: (sheet, name) =>
      user(() => {
        renameSheet(book, sheetNamed(book, sheet), name, me);
      }),
    userDeletesSheet: (sheet) =>
      user(() => {
        deleteSheet(book, sheetNamed(book, sheet), me);
      }),
    userShowsSheet: (sheet, visibility) =>
      user(() => {
        showSheet(book, sheetNamed(book, sheet), visibility, me);
      }),
    userProtects: (sheet, on) =>
      user(() => {
        sheetNamed(book, sheet).protection = on ? { options: {}, password: undefined } : undefined;
        book.changes.push({ kind: "sheet", sheet, part: "protection" });
      }),
    userSelects: (sheet, area) =>
      user(() => {
        selectIn(book, book.view, sheetNamed(book, sheet), area, me);
      }),
    userEditsCell: (on) => {
      book.view.editing = on;
      if (!on) for (const resolve of waiting.splice(0)) resolve();
    },
    cellEdited: () =>
      book.view.editing ? new Promise<void>((resolve) => void waiting.push(resolve)) : Promise.resolve(),
    dispose: () => {
      viewers.clear();
      listeners.clear();
      calculator?.dispose();
    },
  };
};

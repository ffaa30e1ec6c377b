import type { Area } from "../../book/address";
import type { Book, Cell, Look } from "../../book/book";
import type { Calculator } from "../calculator";
import type { Notice } from "./notices";
import type { Workbook, WorkbookOptions } from "./workbook";

/**
 * The workbook of the stand-in for Excel, as the grid (a view) and the Office.js clients meet it.
 * Rows and columns count from 0. Sheets and tables are meant by name.
 */
export interface Model {
  /** Everything the workbook holds now, formulas with their last results. */
  readonly toBook: () => Book;
  /** The same for one sheet's contents: rows of cells, `null` where empty. */
  readonly cells: (sheet: string, area: Area) => readonly (readonly Cell[])[];
  /** What cells show: number formats applied, errors as their text. */
  readonly texts: (sheet: string, area: Area) => readonly (readonly string[])[];
  readonly look: (sheet: string, row: number, column: number) => Look;
  /** Replaces the whole workbook; clients hear nothing of it. */
  readonly load: (book: Book) => Promise<void>;

  /** What changed, after each user action, batch or recalculation. @returns the way to stop listening. */
  readonly subscribe: (listener: (changes: readonly Change[]) => void) => () => void;
  /** Resolves when every formula has been computed. */
  readonly settled: () => Promise<void>;

  /** What stands in the grid: the sheet in front and its selection. */
  readonly selection: () => { readonly sheet: string; readonly area: Area };
  /** Is the row, the column of the sheet hidden, by hand or by a filter? */
  readonly isRowHidden: (sheet: string, row: number) => boolean;

  /**
   * Cells put in through the grid. Typed and pasted texts are read as Excel reads typing ("=…" is a formula, "12" a
   * number); filled and undone ones stay as they are. Only typed values are held against the validations.
   * `by: "colleague"`: somebody at another desk did it; the clients hear of it as remote.
   */
  readonly userEdits: (
    edit: Edit,
    how: { readonly from: "typed" | "pasted" | "filled" | "undone"; readonly by?: "user" | "colleague" },
  ) => Promise<Outcome>;
  readonly userInsertsRows: (sheet: string, row: number, count: number) => Promise<Outcome>;
  readonly userDeletesRows: (sheet: string, row: number, count: number) => Promise<Outcome>;
  readonly userInsertsColumns: (sheet: string, column: number, count: number) => Promise<Outcome>;
  readonly userDeletesColumns: (sheet: string, column: number, count: number) => Promise<Outcome>;
  /** Rows of a table counted from its first data row; the rest of the sheet's columns stay. */
  readonly userInsertsTableRows: (table: string, row: number, count: number) => Promise<Outcome>;
  readonly userDeletesTableRows: (table: string, row: number, count: number) => Promise<Outcome>;
  readonly userDeletesTableColumn: (table: string, column: string) => Promise<Outcome>;
  /** Drags a column with Shift; `to` is its place afterwards, from 0. */
  readonly userMovesTableColumn: (table: string, column: string, to: number) => Promise<Outcome>;
  /** "Convert to range". */
  readonly userConvertsToRange: (table: string) => Promise<Outcome>;
  /** "Clear rules", or "Clear all" of the validation dialog. */
  readonly userClearsRules: (
    sheet: string,
    area: Area,
    what: "validations" | "highlights",
  ) => Promise<Outcome>;
  /** Shows only rows whose text in this column is among `keep`; `undefined` takes the column's filter off. */
  readonly userFilters: (
    table: string,
    column: string,
    keep: readonly string[] | undefined,
  ) => Promise<Outcome>;
  readonly userHidesRows: (sheet: string, row: number, count: number, hidden: boolean) => Promise<Outcome>;
  readonly userFormats: (sheet: string, area: Area, look: Look) => Promise<Outcome>;
  readonly userAddsSheet: (name?: string) => Promise<Outcome>;
  readonly userRenamesSheet: (sheet: string, name: string) => Promise<Outcome>;
  readonly userDeletesSheet: (sheet: string) => Promise<Outcome>;
  readonly userShowsSheet: (sheet: string, visibility: "visible" | "hidden") => Promise<Outcome>;
  readonly userProtects: (sheet: string, on: boolean) => Promise<Outcome>;
  /** Brings the sheet to the front where it is not, and selects. */
  readonly userSelects: (sheet: string, area: Area) => Promise<Outcome>;
  /** While a cell is being edited requests of clients fail with 5004. */
  readonly userEditsCell: (on: boolean) => void;
  /** Resolves when no cell is being edited. */
  readonly cellEdited: () => Promise<void>;

  /** Runs something as one batch: nothing else in between; then formulas are computed, views and clients told. */
  readonly run: <T>(work: () => Promise<T> | T) => Promise<T>;
  /** Computes now, whatever the calculation mode. */
  readonly calculate: () => Promise<void>;
  /** What clients are to be told, batch by batch. */
  readonly listen: (listener: (notices: readonly Notice[]) => void) => () => void;

  /** The workbook itself, for the interpreter and tests; changed only through its own functions. */
  readonly workbook: Workbook;
  readonly dispose: () => void;
}

export interface ModelOptions {
  /** Default: one empty sheet "Sheet1". */
  readonly book?: Book;
  /** Without it formula cells keep the value they came with, or none. */
  readonly calculator?: Calculator;
  /** The clock, for typed dates without a year and for TODAY() in validations. */
  readonly today?: () => Date;
  /** As the title bar shows it: "案场.xlsx". */
  readonly workbookName?: string;
  /** Does writing directly below or right of a table take the row or column in? Default true. */
  readonly tablesGrow?: boolean;
  /** What becomes of a write over rows which a filter hides. Default "misplaced". */
  readonly filteredWrites?: WorkbookOptions["filteredWrites"];
}

export interface Edit {
  readonly sheet: string;
  readonly top: number;
  readonly left: number;
  /** Rows of equal length; `null` empties a cell, `undefined` leaves it. */
  readonly cells: readonly (readonly (Cell | undefined)[])[];
}

/** A user action was done, perhaps with a warning shown; or it was refused, and this is what Excel would say. */
export type Outcome =
  { readonly done: true; readonly alert?: Alert } | { readonly done: false; readonly refusal: Alert };

export interface Alert {
  readonly reason: "validation" | "protected" | "filter" | "invalid" | "exists";
  readonly title: string;
  readonly message: string;
  /** The cell at fault, "A4". */
  readonly cell?: string;
}

export type Change =
  /** Contents or results. */
  | { readonly kind: "cells"; readonly sheet: string; readonly area: Area }
  | { readonly kind: "looks"; readonly sheet: string; readonly area: Area }
  /** Rows or columns came, went or moved: anything on the sheet may stand elsewhere. */
  | { readonly kind: "moved"; readonly sheet: string }
  | {
      readonly kind: "sheet";
      readonly sheet: string;
      readonly part:
        | "tables"
        | "filters"
        | "validations"
        | "highlights"
        | "sizes"
        | "merges"
        | "links"
        | "freeze"
        | "protection"
        | "print"
        | "charts"
        | "comments"
        | "tab";
    }
  /** Sheets added, deleted, renamed, reordered, hidden or shown. */
  | { readonly kind: "sheets" }
  | { readonly kind: "names" }
  /** Another sheet in front, or another selection. */
  | { readonly kind: "selection"; readonly sheet: string; readonly area: Area }
  /** The whole workbook is another one. */
  | { readonly kind: "book" };

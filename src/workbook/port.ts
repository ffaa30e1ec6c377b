/** What the program may ask of an open workbook, in terms of registers and rows. Files and live Excel both answer it. */
import type { FormKey } from "../domain/forms/index";
import type { Change } from "../domain/register/change";
import type { SiteBook } from "../domain/register/site";
import type { RowsAsked } from "../domain/register/some-rows";
import type { Wanted } from "../domain/register/wanted";

export interface Written {
  /** For every "append", in order: the sheet's row number (1-based) where it stands, read back. */
  readonly rows: readonly number[];
  /** "set" changes that were left out because the cell no longer held `was`. */
  readonly outrun: readonly Change[];
  /** The registers that were written, the wanted columns read back in the same round trip. */
  readonly after: SiteBook;
  /** "ownColumn" changes that were left out with all their cells: something stands right beside the table. */
  readonly noRoom?: readonly OwnPlace[];
  /** Cells that hold something else than was written, even at the second attempt: to be said, not swallowed. */
  readonly differing?: readonly Differing[];
}

/** A users' own column of a register. */
export interface OwnPlace {
  readonly form: FormKey;
  readonly caption: string;
}

export interface Differing {
  readonly form: FormKey;
  /** The sheet's row number, 1-based. */
  readonly row: number;
  readonly key: string;
}

export interface WriteOptions {
  /** All or nothing: when a "set" change is outrun, nothing is written, and `rows` is empty. */
  readonly whole?: boolean;
  /**
   * What the changes were decided on. Rows may have been inserted, deleted or sorted since: a "set" change whose row
   * is another one by now is outrun, even where the cell holds `was`.
   */
  readonly basis?: SiteBook;
  /** Told how many of the changes are written, before the first request and after each. */
  readonly progress?: (done: number, total: number) => void;
  /** Asked before each request of a long write: when it throws, what was written is taken back, and that is thrown. */
  readonly mayGoOn?: () => void;
}

export interface OpenWorkbook {
  /** Settings and the wanted columns: one round trip, or one a chunk for very large registers. */
  readonly read: (wanted: Wanted, doing: string) => Promise<SiteBook>;
  /**
   * Some rows alone, each where it stands. Two round trips: what says which rows, and the rows; one where `seen` says
   * which, and nothing has moved since, and one where there is little in the workbook.
   * @param seen a whole reading of the columns that say which rows.
   * @throws WorkbookRefused "outrun" when colleagues keep moving the rows.
   */
  readonly readRows: (asked: RowsAsked, doing: string, seen?: SiteBook) => Promise<SiteBook>;
  /**
   * Writes all changes and reads back `wanted`: two round trips when nobody interferes, one to look at what is
   * in the way (filters, protection, the cells to be set) and one to write and read back.
   * @throws WorkbookRefused when the workbook cannot take them (protected, filtered, cell being edited …); nothing of it is lost silently.
   */
  readonly write: (
    changes: readonly Change[],
    wanted: Wanted,
    doing: string,
    options?: WriteOptions,
  ) => Promise<Written>;
}

/** Why a workbook would not take or give something; `code` is stable, the wording is the pane's and the command line's. */
export type RefusalCode =
  | "notOurs"
  /** Head office's summary, where a site's workbook is asked for. */
  | "headOffices"
  /** Made by a newer 案场簿 than this one. */
  | "newerVersion"
  | "sheetMissing"
  | "tableMissing"
  | "columnMissing"
  | "protected"
  | "filtered"
  | "cellBeingEdited"
  /** Too many requests, or a dialog of Excel's is open. */
  | "busy"
  /** Something stands below the table, where the new rows would go. */
  | "belowOccupied"
  /** A sheet, table or name of ours would be somebody else's. */
  | "nameTaken"
  | "tableDidNotGrow"
  | "outrun"
  | "tooLarge"
  | "sessionLost"
  | "unknown";

export class WorkbookRefused extends Error {
  constructor(
    readonly code: RefusalCode,
    /** What we were doing, in Chinese: "登记来访". */
    readonly doing: string,
    /** Where: sheet or table or column. */
    readonly where: string,
    options?: { readonly cause?: unknown },
  ) {
    super(`${doing}：${where}：${code}`, options);
    this.name = "WorkbookRefused";
  }
}

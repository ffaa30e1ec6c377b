import type { Book, Value } from "../book/book";

/** A cell that somebody set: a value, or a formula with its "=". Rows and columns count from 0. */
export interface CellEntry {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly content: Value;
}

/** What a formula came to; an error is its text ("#N/A"). */
export interface CellResult {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly value: Value;
}

/** A formula engine at arm's length: the host owns the workbook, the engine only computes it. */
export interface Calculator {
  /** Takes the whole workbook and forgets what it had. @returns the result of every formula cell. */
  load(book: Book): Promise<readonly CellResult[]>;
  /** Takes cells set since. @returns the formula cells whose result changed. */
  set(cells: readonly CellEntry[]): Promise<readonly CellResult[]>;
  dispose(): void;
}

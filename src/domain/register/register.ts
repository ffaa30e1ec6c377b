import type { Form } from "../form/form";
import { isOwnKey } from "./own-column";

/** What stands in a cell, as a reader hands it over; empty is `null` or "". Days may be serials or text. */
export type RawCell = string | number | boolean | null;

/** An answer as the program keeps it: text, a number, a day or moment as text; several choices joined with `、`; `/` for nothing (R3). */
export type Answer = string | number;

/** A row to write: answers by key; an absent key leaves the cell empty. */
export type Row = Readonly<Record<string, Answer>>;

/** A register as it stands in a workbook: by column, since most questions need a few columns of many rows. */
export interface Register {
  readonly form: Form;
  /** The sheet it stands on; users may have renamed it. */
  readonly sheet: string;
  /** The sheet's row number (1-based) of the first record. */
  readonly firstRow: number;
  /** How many rows the table has, blank ones included. */
  readonly count: number;
  /** Cells by key, the users' own columns by `ownKey`, each as long as `count`. One not asked for, or missing, is absent. */
  readonly columns: ReadonlyMap<string, readonly RawCell[]>;
  /** Captions of the form that the table has lost. */
  readonly missing: readonly string[];
  /** The users' own columns. */
  readonly strangers: readonly string[];
}

export const cellAt = (register: Register, key: string, index: number): RawCell =>
  register.columns.get(key)?.[index] ?? null;

/** A row with nothing in any blank that was read; the users' own columns do not count. */
export const isBlankRow = (register: Register, index: number): boolean => {
  for (const [key, column] of register.columns) {
    if (isOwnKey(key)) continue;
    const cell = column[index];
    if (cell !== null && cell !== undefined && cell !== "") return false;
  }
  return true;
};

/** The sheet's row number (1-based) of a record. */
export const rowNumber = (register: Register, index: number): number => register.firstRow + index;

/** Names of cells and columns, as formulas of the plan write them. */
import { columnLetters } from "../../book/address";
import { lastRow } from "../../book/book";
import { escapeColumn } from "../../book/structured";
import { fieldsOf } from "../../domain/form/form";
import { type FieldKey, type FormKey, formOf, registersBySheet } from "../../domain/forms/index";

/** Registers: 1 title, 2 note, 3 part bands, 4 headers, then the rows. Counted from 0. */
export const titleRow = 0;
export const noteRow = 1;
export const bandRow = 2;
export const headerRow = 3;
export const firstDataRow = 4;

const caption = (form: FormKey, key: string): string => {
  const field = formOf(form).fields[key];
  if (field === undefined) throw new RangeError(`${form} has no blank ${key}`);
  return escapeColumn(field.caption);
};

/** A whole column of a table: `Visitors[客户编号]`. */
export const all = <Key extends FormKey>(form: Key, key: FieldKey<Key>): string =>
  `${formOf(form).table}[${caption(form, key)}]`;

/** This row's cell, in the file's spelling, which every program reads: `Visitors[[#This Row],[客户编号]]`. */
export const own = <Key extends FormKey>(form: Key, key: FieldKey<Key>): string =>
  `${formOf(form).table}[[#This Row],[${caption(form, key)}]]`;

export const header = <Key extends FormKey>(form: Key, key: FieldKey<Key>): string =>
  `${formOf(form).table}[[#Headers],[${caption(form, key)}]]`;

/** The column (from 0) a register begins at: some stand side by side, a narrow column between them. */
export const leftOf = (form: FormKey): number => {
  const beside = registersBySheet.find((keys) => (keys as readonly FormKey[]).includes(form)) ?? [];
  return beside
    .slice(0, (beside as readonly FormKey[]).indexOf(form))
    .reduce((left, key) => left + fieldsOf(formOf(key)).length + 1, 0);
};

/** The column (from 0) a blank has on its register's sheet. */
export const columnOf = (form: FormKey, key: string): number => {
  const column = fieldsOf(formOf(form)).findIndex(([each]) => each === key);
  if (column < 0) throw new RangeError(`${form} has no blank ${key}`);
  return leftOf(form) + column;
};

/** A relative cell of the first data row, "B5". */
export const first = (column: number): string => `${columnLetters(column)}${firstDataRow + 1}`;
/** The same, its column held: "$B5". */
export const firstHeld = (column: number): string => `$${columnLetters(column)}${firstDataRow + 1}`;

/** From the first data row to the sheet's end, for the rows to come: "B5:B1048576". */
export const downFrom = (column: number, to: number = column, row: number = firstDataRow): string =>
  `${columnLetters(column)}${row + 1}:${columnLetters(to)}${lastRow}`;

export const downHeld = (column: number, to: number = column, row: number = firstDataRow): string =>
  `$${columnLetters(column)}$${row + 1}:$${columnLetters(to)}$${lastRow}`;

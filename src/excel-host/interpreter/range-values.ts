import type { Value } from "../../book/book";
import { columnCount, isWholeColumns, isWholeRows, rowCount } from "../model/areas";
import { isFormula } from "../model/cells";
import { applyLook, lookReader } from "../model/looks";
import { requireAllowed } from "../model/protection";
import { hostError } from "../model/refusal";
import { formatValue } from "../model/text";
import { isErrorText } from "../model/typing";
import { writeCells, type Entry } from "../model/writing";
import type { HeldRange, Stored } from "../model/workbook";
import type { Call } from "./classes";

/**
 * Whole columns and rows have no cell values:
 * https://learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-ranges-unbounded
 */
const isUnbounded = ({ area }: HeldRange): boolean => isWholeColumns(area) || isWholeRows(area);

/** https://learn.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization: 5 million cells a read. */
const mostCells = 5_000_000;

/** A matrix of the range's shape; `null` for whole columns and rows. */
export const matrix = <T>(
  range: HeldRange,
  read: (stored: Stored, row: number, column: number) => T,
): T[][] | null => {
  if (isUnbounded(range)) return null;
  const { sheet, area } = range;
  if (rowCount(area) * columnCount(area) > mostCells)
    throw hostError("RangeExceedsLimit", "The range has more than 5 million cells.");
  const rows: T[][] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    const cells = sheet.rows[row];
    const line: T[] = [];
    for (let column = area.left; column <= area.right; column++)
      line.push(read(cells?.[column] ?? null, row, column));
    rows.push(line);
  }
  return rows;
};

/** An empty cell is "". */
export const valueOnWire = (stored: Stored): Value => (isFormula(stored) ? stored.value : stored) ?? "";

export const formulaOnWire = (stored: Stored): Value => (isFormula(stored) ? stored.formula : (stored ?? ""));

export const valueType = (value: Value): string => {
  if (value === null || value === "") return "Empty";
  if (typeof value === "boolean") return "Boolean";
  if (typeof value === "number") return "Double";
  return isErrorText(value) ? "Error" : "String";
};

export const numberFormats = (range: HeldRange): string[][] | null => {
  const formatAt = lookReader(range.sheet, range.area, "numberFormat");
  return matrix(range, (_stored, row, column) => formatAt(row, column) ?? "General");
};

export const texts = (range: HeldRange): string[][] | null => {
  const formatAt = lookReader(range.sheet, range.area, "numberFormat");
  return matrix(range, (stored, row, column) =>
    formatValue(isFormula(stored) ? stored.value : stored, formatAt(row, column) ?? "General"),
  );
};

export const checkShape = ({ area }: HeldRange, rows: number, columns: number): void => {
  if (rows !== rowCount(area) || columns !== columnCount(area))
    throw hostError(
      "InvalidArgument",
      "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
    );
};

/** A scalar goes to every cell; an array must have the range's shape. `null` leaves a cell as it is. */
const entries = (range: HeldRange, value: unknown): ((row: number, column: number) => unknown) => {
  if (!Array.isArray(value)) return () => value;
  if (isUnbounded(range))
    throw hostError("InvalidArgument", "Whole rows and columns take a single value, no array.");
  const rows = value as readonly unknown[];
  const width = columnCount(range.area);
  checkShape(range, rows.length, width);
  for (const row of rows) checkShape(range, rows.length, Array.isArray(row) ? row.length : 0);
  return (row, column) => (rows[row] as readonly unknown[])[column];
};

const asEntry = (value: unknown): Entry => {
  if (value === null || value === undefined) return undefined;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  throw hostError("InvalidArgument", "A cell takes a text, a number, true or false.");
};

/** `values` and `formulas` are written alike: a text that begins with "=" becomes a formula in both. */
export const writeValues = (range: HeldRange, value: unknown, call: Call): void => {
  const entryAt = entries(range, value);
  if (isUnbounded(range)) throw hostError("InvalidArgument", "The range is too large to be written.");
  writeCells(call.book, range.sheet, range.area, (row, column) => asEntry(entryAt(row, column)), {
    by: call.by,
    read: true,
    grow: true,
  });
};

/** A matrix of one: how whole columns take a format, https://github.com/OfficeDev/office-js-docs-pr/issues/5400 */
const only = (value: unknown): unknown =>
  Array.isArray(value) && value.length === 1 && Array.isArray(value[0]) && value[0].length === 1
    ? (value[0] as readonly unknown[])[0]
    : value;

/** A single format may be given to whole columns. */
export const writeFormats = (range: HeldRange, given: unknown, call: Call): void => {
  const { sheet, area } = range;
  requireAllowed(sheet, "allowFormatCells");
  const value = isUnbounded(range) ? only(given) : given;
  const formatAt = entries(range, value);
  const apply = (top: number, bottom: number, left: number, right: number, format: unknown): void => {
    if (format === null || format === undefined) return;
    if (typeof format !== "string") throw hostError("InvalidArgument", "A number format is a text.");
    applyLook(sheet, { top, bottom, left, right }, { numberFormat: format === "" ? "General" : format });
  };
  if (!Array.isArray(value)) apply(area.top, area.bottom, area.left, area.right, value);
  else
    for (let column = area.left; column <= area.right; column++) {
      const read = (row: number): unknown => formatAt(row - area.top, column - area.left);
      for (let top = area.top; top <= area.bottom;) {
        let bottom = top;
        while (bottom < area.bottom && read(bottom + 1) === read(top)) bottom++;
        apply(top, bottom, column, column, read(top));
        top = bottom + 1;
      }
    }
  call.book.changes.push({ kind: "looks", sheet: sheet.name, area });
};

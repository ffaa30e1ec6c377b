import { type Area, bounding } from "../../book/address";
import type { Cell, Value } from "../../book/book";
import type { FormulaCell, Row, SheetState, Stored } from "./workbook";

export const isFormula = (stored: Stored | undefined): stored is FormulaCell =>
  typeof stored === "object" && stored !== null;

export const storedAt = (sheet: SheetState, row: number, column: number): Stored =>
  sheet.rows[row]?.[column] ?? null;

export const valueOf = (stored: Stored | undefined): Value =>
  isFormula(stored) ? stored.value : (stored ?? null);

export const valueAt = (sheet: SheetState, row: number, column: number): Value =>
  valueOf(sheet.rows[row]?.[column]);

export const rowOf = (sheet: SheetState, row: number): Row => (sheet.rows[row] ??= []);

export const store = (sheet: SheetState, row: number, column: number, stored: Stored): void => {
  if (stored === null && sheet.rows[row] === undefined) return;
  rowOf(sheet, row)[column] = stored;
};

/** Calls `visit` for every cell of the area that holds something, by rows. */
export const visitCells = (
  sheet: SheetState,
  area: Area,
  visit: (stored: Stored, row: number, column: number) => void,
): void => {
  const bottom = Math.min(area.bottom, sheet.rows.length - 1);
  for (let row = area.top; row <= bottom; row++) {
    const cells = sheet.rows[row];
    if (!cells) continue;
    const right = Math.min(area.right, cells.length - 1);
    for (let column = area.left; column <= right; column++) {
      const stored = cells[column] ?? null;
      if (stored !== null) visit(stored, row, column);
    }
  }
};

export const isBlank = (sheet: SheetState, area: Area): boolean => {
  const bottom = Math.min(area.bottom, sheet.rows.length - 1);
  for (let row = area.top; row <= bottom; row++) {
    const cells = sheet.rows[row];
    if (!cells) continue;
    const right = Math.min(area.right, cells.length - 1);
    for (let column = area.left; column <= right; column++)
      if ((cells[column] ?? null) !== null) return false;
  }
  return true;
};

/** The smallest area that holds every filled cell of `within`. */
export const filledArea = (sheet: SheetState, within: Area): Area | undefined => {
  let found: Area | undefined;
  const bottom = Math.min(within.bottom, sheet.rows.length - 1);
  for (let row = within.top; row <= bottom; row++) {
    const cells = sheet.rows[row];
    if (!cells) continue;
    let left = within.left;
    let right = Math.min(within.right, cells.length - 1);
    while (left <= right && (cells[left] ?? null) === null) left++;
    while (right >= left && (cells[right] ?? null) === null) right--;
    if (left > right) continue;
    const line = { top: row, bottom: row, left, right };
    found = found ? bounding(found, line) : line;
  }
  return found;
};

export const clearCells = (sheet: SheetState, area: Area): void => {
  const bottom = Math.min(area.bottom, sheet.rows.length - 1);
  for (let row = area.top; row <= bottom; row++) {
    const cells = sheet.rows[row];
    if (!cells) continue;
    if (area.left === 0 && area.right >= cells.length - 1) sheet.rows[row] = undefined;
    else cells.fill(null, area.left, Math.min(area.right + 1, cells.length));
  }
};

export const asCell = (stored: Stored | undefined): Cell =>
  isFormula(stored) ? { formula: stored.formula, value: stored.value } : (stored ?? null);

import type { Area } from "../../book/address";
import { columnCount, rowCount } from "./areas";
import { isFormula, storedAt } from "./cells";
import { applyLook, lookAt } from "./looks";
import type { Actor } from "./notices";
import { copyFormula } from "./references";
import { setValidation, validationAt } from "./validations";
import type { SheetState, Workbook } from "./workbook";
import { writeCells, type Entry } from "./writing";

/**
 * Copies cells; a source smaller than the goal is repeated. "All" takes looks and validations along (highlights are
 * not copied: assumed).
 * https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-copyfrom-member(1)
 */
export const copyCells = (
  book: Workbook,
  from: { readonly sheet: SheetState; readonly area: Area },
  to: { readonly sheet: SheetState; readonly area: Area },
  what: "All" | "Formulas" | "Values",
  by: Actor,
): void => {
  const [rows, columns] = [rowCount(from.area), columnCount(from.area)];
  const goal = {
    ...to.area,
    bottom: Math.max(to.area.bottom, to.area.top + rows - 1),
    right: Math.max(to.area.right, to.area.left + columns - 1),
  };
  const source = (row: number, column: number): readonly [number, number] => [
    from.area.top + (row % rows),
    from.area.left + (column % columns),
  ];
  const entries = Array.from({ length: rowCount(goal) }, (_, row) =>
    Array.from({ length: columnCount(goal) }, (_unused, column): Entry => {
      const [y, x] = source(row, column);
      const stored = storedAt(from.sheet, y, x);
      if (!isFormula(stored)) return stored;
      if (what === "Values") return stored.value;
      return {
        formula: copyFormula(stored.formula, goal.top + row - y, goal.left + column - x),
        value: stored.value,
      };
    }),
  );
  const dress = (row: number, column: number): void => {
    const [y, x] = source(row - goal.top, column - goal.left);
    applyLook(to.sheet, { top: row, bottom: row, left: column, right: column }, lookAt(from.sheet, y, x));
  };
  if (what === "All") {
    for (let row = goal.top; row <= goal.bottom; row++)
      for (let column = goal.left; column <= goal.right; column++) dress(row, column);
    const rule = validationAt(from.sheet, from.area.bottom, from.area.left);
    if (rule && columns === 1)
      setValidation(book, to.sheet, goal, {
        ...rule,
        areas: [goal],
        anchor: { row: rule.anchor.row, column: rule.anchor.column },
      });
  }
  writeCells(book, to.sheet, goal, (row, column) => entries[row]?.[column], { by, read: false, grow: true });
};

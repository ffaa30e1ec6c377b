import type { Area } from "../../book/address";
import { common, wholeSheet } from "./areas";
import { filledArea, isFormula } from "./cells";
import type { SheetState, Stored } from "./workbook";

export type SpecialKind = "Constants" | "Formulas" | "Blanks";

const is: Readonly<Record<SpecialKind, (stored: Stored) => boolean>> = {
  Constants: (stored) => stored !== null && !isFormula(stored),
  Formulas: (stored) => isFormula(stored),
  Blanks: (stored) => stored === null,
};

/**
 * Cells of one kind, as runs down their columns. Blanks are looked for in the used part of the sheet.
 * https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-getspecialcellsornullobject-member(1)
 */
export const specialCells = (sheet: SheetState, within: Area, kind: SpecialKind): readonly Area[] => {
  const used = filledArea(sheet, wholeSheet);
  const area = used && common(used, within);
  if (!area) return [];
  const found: Area[] = [];
  for (let column = area.left; column <= area.right; column++)
    for (let row = area.top; row <= area.bottom; row++) {
      if (!is[kind](sheet.rows[row]?.[column] ?? null)) continue;
      const last = found.at(-1);
      if (last?.left === column && last.bottom === row - 1)
        found[found.length - 1] = { ...last, bottom: row };
      else found.push({ top: row, bottom: row, left: column, right: column });
    }
  return found;
};

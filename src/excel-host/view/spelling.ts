import { formatValue } from "../model/text";
import { isFormula, storedAt, valueOf } from "../model/cells";
import { lookValueAt } from "../model/looks";
import type { SheetState } from "../model/workbook";

/** What the formula bar says: formulas as they are, days and times in figures one can type again. */
export const spelling = (sheet: SheetState, row: number, column: number): string => {
  const stored = storedAt(sheet, row, column);
  if (isFormula(stored)) return stored.formula;
  const value = valueOf(stored);
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") return value;
  const format = lookValueAt(sheet, row, column, "numberFormat") ?? "General";
  const bare = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/gu, "");
  const day = /[ymd]/iu.test(bare);
  const time = /[hs]/iu.test(bare);
  if (day) return formatValue(value, time || value % 1 !== 0 ? "yyyy/m/d h:mm" : "yyyy/m/d");
  if (time) return formatValue(value, "h:mm:ss");
  return bare.includes("%") ? `${Number((value * 100).toPrecision(15))}%` : String(value);
};

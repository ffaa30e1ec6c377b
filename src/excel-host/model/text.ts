import { SSF } from "@e965/xlsx";
import type { Value } from "../../book/book";
import { valueAt } from "./cells";
import { lookValueAt } from "./looks";
import type { SheetState } from "./workbook";

const { format: render } = SSF as { readonly format: (format: string, value: unknown) => string };

/** What a cell of this number format shows. Too narrow a column ("####") is not known here. */
export const formatValue = (value: Value, format: string): string => {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (format === "General" && typeof value === "string") return value;
  try {
    return render(format, value);
  } catch {
    return String(value);
  }
};

export const displayText = (sheet: SheetState, row: number, column: number): string =>
  formatValue(valueAt(sheet, row, column), lookValueAt(sheet, row, column, "numberFormat") ?? "General");

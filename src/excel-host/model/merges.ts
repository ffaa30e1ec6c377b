import type { Area } from "../../book/address";
import { common } from "./areas";
import { clearCells } from "./cells";
import { requireAllowed } from "./protection";
import { hostError } from "./refusal";
import { tablesIn } from "./tables";
import type { SheetState, Workbook } from "./workbook";

const changed = (book: Workbook, sheet: SheetState): void => {
  book.changes.push({ kind: "sheet", sheet: sheet.name, part: "merges" });
};

/** Only the first cell keeps its contents. https://learn.microsoft.com/javascript/api/excel/excel.range#excel-excel-range-merge-member(1) */
export const mergeCells = (book: Workbook, sheet: SheetState, area: Area, across: boolean): void => {
  requireAllowed(sheet);
  if (tablesIn(sheet, area).length > 0)
    throw hostError("InvalidOperation", "Cells of a table cannot be merged.");
  const parts = across
    ? Array.from({ length: area.bottom - area.top + 1 }, (_, row) => ({
        ...area,
        top: area.top + row,
        bottom: area.top + row,
      }))
    : [area];
  for (const part of parts) {
    sheet.merges = sheet.merges.filter((merge) => !common(merge, part));
    const single = part.top === part.bottom && part.left === part.right;
    if (!single) sheet.merges = [...sheet.merges, part];
    if (part.right > part.left) clearCells(sheet, { ...part, bottom: part.top, left: part.left + 1 });
    if (part.bottom > part.top) clearCells(sheet, { ...part, top: part.top + 1 });
  }
  book.calculation.stale = true;
  changed(book, sheet);
};

export const unmergeCells = (book: Workbook, sheet: SheetState, area: Area): void => {
  requireAllowed(sheet);
  sheet.merges = sheet.merges.filter((merge) => !common(merge, area));
  changed(book, sheet);
};

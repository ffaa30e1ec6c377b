/** Which make of 案场簿 a workbook is, and which workbook: its lines in the hidden sheet's table. */
import { cellAt, type RawCell } from "../register/register";
import type { SiteBook } from "../register/site";

/** The lines' 名目. */
export const versionLine = "版本";
export const bookLine = "编号";

const lineIn = ({ registers: { meta } }: SiteBook, line: string): RawCell => {
  for (let index = 0; meta !== undefined && index < meta.count; index++)
    if (String(cellAt(meta, "key", index) ?? "").trim() === line) return cellAt(meta, "value", index);
  return null;
};

/** Nothing where the workbook has lost its version, or the hidden table. */
export const versionIn = (book: SiteBook): number | undefined =>
  Number(lineIn(book, versionLine)) || undefined;

/** The id it was made with; a copy has the same. Nothing where the workbook has lost it. */
export const bookIdIn = (book: SiteBook): string | undefined =>
  String(lineIn(book, bookLine) ?? "").trim() || undefined;

/** Sheets of somebody else's workbook, for 收编. */
import type { SheetCells } from "../../domain/register/old-sheet";
import { readSheets } from "../../xlsx/read";
import { matrixOf } from "./raw-cells";

export interface FileSheet extends SheetCells {
  readonly sheet: string;
}

/**
 * Every visible sheet that holds something, from A1.
 * @throws XlsxRefused where the bytes are no workbook we read.
 */
export const readFileSheets = async (bytes: Uint8Array): Promise<readonly FileSheet[]> => {
  const book = await readSheets(bytes, { wanted: (_, visibility) => visibility === "visible" });
  return book.sheets
    .filter(({ rows }) => rows.length > 0)
    .map((sheet) => ({ sheet: sheet.name, rows: matrixOf(sheet), firstRow: 1 }));
};

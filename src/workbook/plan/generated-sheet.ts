/** Sheets made to be printed or read, not written in: cards, reports. Made again, they replace themselves. */
import type { Sheet } from "../../book/book";

/**
 * The name, confined to its sheet, by which such a sheet is known again: unlike the tab's name it stays when the user
 * renames the sheet or another program saves the file, and a sheet of the user's own never has it. (A sheet's custom
 * properties would ask for ExcelApi 1.12.)
 */
export const generatedMark = "案场簿_生成的表";

export const isGenerated = ({ names = [] }: Sheet): boolean =>
  names.some(({ name }) => name === generatedMark);

/** The sheet with its mark. */
export const generated = (sheet: Sheet): Sheet =>
  isGenerated(sheet)
    ? sheet
    : { ...sheet, names: [...(sheet.names ?? []), { name: generatedMark, refersTo: "=TRUE" }] };

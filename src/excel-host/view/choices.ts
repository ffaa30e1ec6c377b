import type { UniverCalculator } from "../calculator-univer";
import { visitCells } from "../model/cells";
import { displayText } from "../model/text";
import { listOf, validationAt } from "../model/validations";
import type { SheetState, ValidationState, Workbook } from "../model/workbook";

/** The texts of a list's validation, as its drop-down shows them; nothing where the cell has no list. */
export const choicesAt = (
  book: Workbook,
  calculator: UniverCalculator,
  sheet: SheetState,
  row: number,
  column: number,
): readonly string[] | undefined => {
  const rule = validationAt(sheet, row, column)?.rule;
  if (rule?.kind !== "list") return undefined;
  const plain = listOf(book, sheet, rule.source);
  if (plain) return plain.filter((text) => text !== "");
  const place = calculator.place(rule.source, sheet.name);
  const source = place && book.sheets.find((each) => each.name === place.sheet);
  const texts: string[] = [];
  if (source)
    visitCells(source, place.area, (_stored, r, c) => {
      texts.push(displayText(source, r, c));
    });
  return texts.filter((text) => text !== "");
};

export const promptAt = (sheet: SheetState, row: number, column: number): ValidationState["prompt"] =>
  validationAt(sheet, row, column)?.prompt;

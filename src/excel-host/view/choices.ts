import { displayText } from "../model/text";
import { placeOf, validationAt } from "../model/validations";
import type { SheetState, ValidationState, Workbook } from "../model/workbook";

/** The texts of a list's validation, as its drop-down shows them; nothing where the cell has no list. */
export const choicesAt = (
  book: Workbook,
  sheet: SheetState,
  row: number,
  column: number,
): readonly string[] | undefined => {
  const rule = validationAt(sheet, row, column)?.rule;
  if (rule?.kind !== "list") return undefined;
  if (!rule.source.startsWith("=")) return rule.source.split(",").map((each) => each.trim());
  const place = placeOf(book, sheet, rule.source);
  if (!place) return [];
  const { top, left, bottom, right } = place.area;
  const texts: string[] = [];
  for (let r = top; r <= Math.min(bottom, place.sheet.rows.length - 1); r++)
    for (let c = left; c <= right; c++) texts.push(displayText(place.sheet, r, c));
  return texts.filter((text) => text !== "");
};

export const promptAt = (sheet: SheetState, row: number, column: number): ValidationState["prompt"] =>
  validationAt(sheet, row, column)?.prompt;

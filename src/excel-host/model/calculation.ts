import type { Calculator, CellResult } from "../calculator";
import { bounding } from "../../book/address";
import { isFormula } from "./cells";
import { toBook } from "./to-book";
import type { Workbook } from "./workbook";

/** Is there anything the engine does not know yet, and may it be told now? */
export const needsCalculation = (book: Workbook): boolean => {
  const { active, mode, stale, dirty } = book.calculation;
  return active && mode !== "Manual" && (stale || dirty.length > 0);
};

const take = (book: Workbook, results: readonly CellResult[]): void => {
  const drawn = new Map<string, ReturnType<typeof bounding>>();
  for (const { sheet: name, row, column, value } of results) {
    const stored = book.sheets.find((sheet) => sheet.name === name)?.rows[row]?.[column];
    if (!isFormula(stored) || stored.value === value) continue;
    stored.value = value;
    const cell = { top: row, bottom: row, left: column, right: column };
    const known = drawn.get(name);
    drawn.set(name, known ? bounding(known, cell) : cell);
  }
  for (const [sheet, area] of drawn) {
    book.changes.push({ kind: "cells", sheet, area });
    const own = book.sheets.find((each) => each.name === sheet);
    if (own) book.notices.push({ kind: "calculated", sheetId: own.id });
  }
};

/** Has every formula computed. Changes that come meanwhile are taken in too. */
export const calculate = async (book: Workbook, calculator: Calculator): Promise<void> => {
  const { calculation } = book;
  while (calculation.stale || calculation.dirty.length > 0) {
    const dirty = calculation.dirty.splice(0);
    const { stale } = calculation;
    calculation.stale = false;
    take(book, stale ? await calculator.load(toBook(book)) : await calculator.set(dirty));
  }
};

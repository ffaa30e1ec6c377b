import type { Calculator } from "../calculator";
import { calculate } from "./calculation";
import { contentAt, type Ask } from "./user";
import type { Workbook } from "./workbook";

/** Asks the engine: the value is set for a moment, the formula computed beside everything else. */
export const askEngine =
  (book: Workbook, calculator: Calculator | undefined): Ask =>
  async (formula, sheet, row, column, value) => {
    if (!calculator) return true;
    await calculate(book, calculator);
    const own = { sheet: sheet.name, row, column };
    const aside = { sheet: sheet.name, row: sheet.rows.length + 20, column: 60 };
    const results = await calculator.set([
      { ...own, content: value },
      { ...aside, content: formula },
    ]);
    await calculator.set([
      { ...own, content: contentAt(sheet, row, column) },
      { ...aside, content: null },
    ]);
    const answer = results.find(
      (result) => result.row === aside.row && result.column === aside.column,
    )?.value;
    if (typeof answer === "string") return !answer.startsWith("#");
    return answer === undefined || (answer !== false && answer !== 0);
  };

/** Old sheets for tests, drawn: a line a row, cells between bars. */
import type { OldArea, OldCells } from "../../../../src/domain/register/old-sheet/old-cells";
import type { RawCell } from "../../../../src/domain/register/register";

const cellOf = (text: string): RawCell => {
  if (text === "") return null;
  // Digits alone are numbers, '138 is text.
  if (/^\d+(?:\.\d+)?$/u.test(text)) return Number(text);
  return text.replace(/^'/u, "").replaceAll("\\n", "\n");
};

/**
 * "<" is merged with the cell at its left, "^" with the one above; both run on. Rows are the sheet's from `firstRow`.
 */
export const sheetOf = (drawn: string, more: Partial<OldCells> = {}): OldCells => {
  const lines = drawn
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line.startsWith("|"))
    .map((line) =>
      line
        .slice(1, -1)
        .split("|")
        .map((cell) => cell.trim()),
    );
  const merges: OldArea[] = [];
  const at = (row: number, column: number): string | undefined => lines[row]?.[column];
  for (const [top, line] of lines.entries())
    for (const [left, cell] of line.entries()) {
      if (cell === "<" || cell === "^") continue;
      let [bottom, right] = [top, left];
      while (at(top, right + 1) === "<") right++;
      while (at(bottom + 1, left) === "^") bottom++;
      if (bottom > top || right > left) merges.push({ top, left, bottom, right });
    }
  return {
    sheet: "Sheet1",
    firstRow: 1,
    rows: lines.map((line) => line.map((cell) => (cell === "<" || cell === "^" ? null : cellOf(cell)))),
    merges,
    ...more,
  };
};

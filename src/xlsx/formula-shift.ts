import { columnLetters, columnNumber } from "../book/address";
import { formulaPieces } from "../book/structured";
import { lastColumn, lastRow } from "../book/book";

const notBefore = /(?<![\p{L}\p{N}_.$])/u.source;
const notBehind = /(?![\p{L}\p{N}_.(])/u.source;
const address = new RegExp(`${notBefore}(\\$?)([A-Za-z]{1,3})(\\$?)(\\d{1,7})${notBehind}`, "gu");
const wholeColumns = new RegExp(`${notBefore}(\\$?)([A-Za-z]{1,3}):(\\$?)([A-Za-z]{1,3})${notBehind}`, "gu");

const wrap = (value: number, size: number): number => ((value % size) + size) % size;

/** Strings and quoted sheet names are left alone; so is everything `formulaPieces` calls a reference or function. */
const quoted = /("(?:[^"]|"")*"|'(?:[^']|'')*'!?)/u;

/**
 * A shared formula as it reads `rows` further down and `columns` further right: relative addresses move, the rest
 * stays. Addresses beyond the sheet's edge come round on the other side, as in Excel.
 */
export const shiftFormula = (formula: string, rows: number, columns: number): string => {
  const column = (fixed: string, letters: string): string =>
    fixed + (fixed ? letters : columnLetters(wrap(columnNumber(letters) + columns, lastColumn)));
  const shift = (text: string): string =>
    text
      .replace(
        wholeColumns,
        (_, f1: string, c1: string, f2: string, c2: string) => `${column(f1, c1)}:${column(f2, c2)}`,
      )
      .replace(
        address,
        (_, fixedColumn: string, letters: string, fixedRow: string, digits: string) =>
          column(fixedColumn, letters) +
          fixedRow +
          (fixedRow ? digits : String(wrap(Number(digits) - 1 + rows, lastRow) + 1)),
      );
  // Joined again before shifting: the pieces cut addresses like `A1` into a name and so on.
  let out = "";
  let plain = "";
  const flush = (): void => {
    out += plain
      .split(quoted)
      .map((part, i) => (i % 2 ? part : shift(part)))
      .join("");
    plain = "";
  };
  for (const piece of formulaPieces(formula)) {
    if (piece.kind !== "reference") {
      plain += piece.text;
      continue;
    }
    flush();
    out += `${piece.table}[${piece.inside}]`;
  }
  flush();
  return out;
};

import { columnLetters, columnNumber } from "../book/address";
import { formulaPieces } from "../book/structured";
import { lastColumn, lastRow } from "../book/book";

const notBefore = /(?<![\p{L}\p{N}_.$])/u.source;
const notBehind = /(?![\p{L}\p{N}_.(])/u.source;
/** `$A$1`, or whole columns: `A:$B`. */
const moving = new RegExp(
  `${notBefore}(?:(\\$?)([A-Za-z]{1,3}):(\\$?)([A-Za-z]{1,3})|(\\$?)([A-Za-z]{1,3})(\\$?)(\\d{1,7}))${notBehind}`,
  "gu",
);

const wrap = (value: number, size: number): number => ((value % size) + size) % size;

/** Strings and quoted sheet names are left alone; so is everything `formulaPieces` calls a reference or function. */
const quoted = /("(?:[^"]|"")*"|'(?:[^']|'')*'!?)/u;

/** What moves is a number from 0, all else the text that stays. */
type Part = string | { readonly column: number } | { readonly row: number };

/** Takes a formula to pieces once, for a shared one that is moved to many cells. */
const partsOf = (formula: string): readonly Part[] => {
  const parts: Part[] = [];
  const column = (fixed: string, letters: string): Part =>
    fixed === "" ? { column: columnNumber(letters) } : fixed + letters;
  const cut = (text: string): void => {
    let at = 0;
    for (const found of text.matchAll(moving)) {
      const [
        whole,
        f1 = "",
        c1,
        f2 = "",
        c2 = "",
        fixedColumn = "",
        letters = "",
        fixedRow = "",
        digits = "",
      ] = found;
      parts.push(text.slice(at, found.index));
      if (c1 === undefined)
        parts.push(
          column(fixedColumn, letters),
          fixedRow === "" ? { row: Number(digits) - 1 } : fixedRow + digits,
        );
      else parts.push(column(f1, c1), ":", column(f2, c2));
      at = found.index + whole.length;
    }
    parts.push(text.slice(at));
  };
  // Joined again before cutting: the pieces cut addresses like `A1` into a name and so on.
  let plain = "";
  const flush = (): void => {
    plain.split(quoted).forEach((text, i) => {
      if (i % 2) parts.push(text);
      else cut(text);
    });
    plain = "";
  };
  for (const piece of formulaPieces(formula)) {
    if (piece.kind !== "reference") {
      plain += piece.text;
      continue;
    }
    flush();
    parts.push(`${piece.table}[${piece.inside}]`);
  }
  flush();
  return parts;
};

/**
 * A shared formula as it reads `rows` further down and `columns` further right: relative addresses move, the rest
 * stays. Addresses beyond the sheet's edge come round on the other side, as in Excel.
 */
export const shifterOf = (formula: string): ((rows: number, columns: number) => string) => {
  const parts = partsOf(formula);
  return (rows, columns) => {
    let out = "";
    for (const part of parts)
      if (typeof part === "string") out += part;
      else if ("row" in part) out += String(wrap(part.row + rows, lastRow) + 1);
      else out += columnLetters(wrap(part.column + columns, lastColumn));
    return out;
  };
};

export const shiftFormula = (formula: string, rows: number, columns: number): string =>
  shifterOf(formula)(rows, columns);

/** A cell spelt as Excel and nearly all others spell it: `<c r="B3" s="5" t="s"><v>7</v></c>`. */
import { cellType } from "./read-cell";

/** Where such a cell lies; one of these is filled again and again. */
export interface PlainCell {
  /** From 0. */
  column: number;
  style: number;
  type: number;
  /** The bounds of `<v>`'s text; `from` is -1 where there is none. */
  from: number;
  to: number;
  /** The text, where it is a short whole number; -1 otherwise. */
  whole: number;
  /** The index after the cell. */
  next: number;
}

export const createPlainCell = (): PlainCell => ({
  ...{ column: 0, style: 0, type: 0, from: -1, to: -1, whole: -1, next: 0 },
});

const [quote, equals, slash, lessThan, greaterThan] = [34, 61, 47, 60, 62];
const [letterC, letterN, letterR, letterS, letterT, letterV] = [99, 110, 114, 115, 116, 118];

/** Of a whole number that is read in small steps, and of a style. */
const mostDigits = 8;

/** @returns whether the cell whose "<c" stands at `at` is a plain one that ends before `end`. */
export const readPlainCell = (bytes: Uint8Array, at: number, end: number, cell: PlainCell): boolean => {
  // So near the end of what has come it may be cut off.
  if (at + 64 > end) return false;
  let p = at + 6;
  if (bytes[at + 2] !== 32 || bytes[at + 3] !== letterR || bytes[at + 4] !== equals) return false;
  if (bytes[at + 5] !== quote) return false;
  let column = 0;
  let byte = bytes[p] as number;
  for (; byte >= 65 && byte <= 90; byte = bytes[++p] as number) column = column * 26 + byte - 64;
  if (column === 0 || p > at + 9) return false;
  for (; byte >= 48 && byte <= 57; byte = bytes[++p] as number);
  if (byte !== quote) return false;
  let style = 0;
  if (bytes[p + 2] === letterS && bytes[p + 1] === 32) {
    if (bytes[p + 3] !== equals || bytes[p + 4] !== quote) return false;
    p += 5;
    const from = p;
    for (byte = bytes[p] as number; byte >= 48 && byte <= 57; byte = bytes[++p] as number)
      style = style * 10 + byte - 48;
    if (byte !== quote || p > from + mostDigits) return false;
  }
  let type: number = cellType.number;
  if (bytes[p + 2] === letterT && bytes[p + 1] === 32) {
    const letter = bytes[p + 5];
    if (bytes[p + 3] !== equals || bytes[p + 4] !== quote || bytes[p + 6] !== quote) return false;
    if (letter === letterS) type = cellType.shared;
    else if (letter !== letterN) return false;
    p += 6;
  }
  cell.column = column - 1;
  cell.style = style;
  cell.type = type;
  cell.from = -1;
  p++;
  if (bytes[p] === slash && bytes[p + 1] === greaterThan) {
    cell.next = p + 2;
    return cell.next <= end;
  }
  if (bytes[p] !== greaterThan || bytes[p + 1] !== lessThan) return false;
  if (bytes[p + 2] !== letterV || bytes[p + 3] !== greaterThan) return false;
  p += 4;
  const from = p;
  let whole = 0;
  for (
    byte = bytes[p] as number;
    byte >= 48 && byte <= 57 && p < from + mostDigits;
    byte = bytes[++p] as number
  )
    whole = whole * 10 + byte - 48;
  if (byte !== lessThan) {
    whole = -1;
    while (p < end && bytes[p] !== lessThan) p++;
  } else if (p === from) whole = -1;
  // </v></c>
  if (p + 8 > end || bytes[p + 1] !== slash || bytes[p + 2] !== letterV || bytes[p + 3] !== greaterThan)
    return false;
  if (bytes[p + 4] !== lessThan || bytes[p + 5] !== slash || bytes[p + 6] !== letterC) return false;
  if (bytes[p + 7] !== greaterThan) return false;
  cell.from = from;
  cell.to = p;
  cell.whole = whole;
  cell.next = p + 8;
  return true;
};

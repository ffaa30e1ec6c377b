/** The paper way: a day or a consultant written once, and the rows below left blank. */
import { plain } from "../kit/text";
import { isDitto } from "./ditto";
import { isCellError, isEmptyCell } from "./read-answer";
import type { RawCell } from "./register";

const fewestBlanks = 2;
/** A third of the rows: fewer are forgotten, not left out. */
const share = 3;

const same = (a: RawCell, b: RawCell): boolean => plain(String(a)) === plain(String(b));

/**
 * Whether a column is kept that way: it begins with a value, says none twice in a row, uses no ditto marks, and much
 * of it is blank. `cells` in the records' order. `saysNone`: of what the column is for; such words twice are no value twice.
 */
export const isSparse = (cells: readonly RawCell[], saysNone: (cell: RawCell) => boolean): boolean => {
  if (isEmptyCell(cells[0])) return false;
  let blanks = 0;
  let last: RawCell = null;
  for (const cell of cells) {
    if (isEmptyCell(cell)) {
      blanks++;
      continue;
    }
    // A failed formula is no day twice.
    if (isCellError(cell)) {
      last = null;
      continue;
    }
    if (isDitto(cell) || (last !== null && same(last, cell) && !saysNone(cell))) return false;
    last = cell;
  }
  return blanks >= fewestBlanks && blanks * share >= cells.length;
};

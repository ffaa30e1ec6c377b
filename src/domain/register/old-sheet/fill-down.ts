/** The paper way: a day or a consultant written once, and the rows below left blank. */
import { plain } from "../../kit/text";
import { isDitto } from "./ditto";
import { isCellError, isEmptyCell } from "../read-answer";
import type { RawCell } from "../register";

const fewestBlanks = 2;
/** A third of the rows: fewer are forgotten, not left out. */
const share = 3;

const same = (a: RawCell, b: RawCell): boolean => plain(String(a)) === plain(String(b));

/**
 * Whether a column is kept that way: it begins with a value, says none twice in a row, uses no ditto marks, and much
 * of it is blank. `cells` in the records' order. `saysNone`: of what the column is for; such words twice are no value twice.
 */
export const isSparse = (
  cells: readonly RawCell[],
  saysNone: (cell: RawCell, at: number) => boolean,
): boolean => {
  if (isEmptyCell(cells[0])) return false;
  let blanks = 0;
  let last: RawCell = null;
  for (const [at, cell] of cells.entries()) {
    if (isEmptyCell(cell)) {
      blanks++;
      continue;
    }
    // A failed formula is no day twice.
    if (isCellError(cell)) {
      last = null;
      continue;
    }
    if (isDitto(cell) || (last !== null && same(last, cell) && !saysNone(cell, at))) return false;
    last = cell;
  }
  return blanks >= fewestBlanks && blanks * share >= cells.length;
};

/** Blank cells of a column that stand for what is written above them: by the row it is written in. */
export interface FilledDown {
  /** 0-based, of the table. */
  readonly column: number;
  readonly runs: readonly {
    /** Row numbers of the sheet, 1-based. */
    readonly from: number;
    readonly rows: readonly number[];
    /** As people see it. */
    readonly value: string;
  }[];
}

/** Words anywhere in a row that say it is nobody's. */
const nobodys = /未分配|待分配|未指派|待指派|未指定|未安排置业顾问|无人跟进|无置业顾问/u;
/** The same where they are all a cell says: 价格待定 is another matter. */
const nobodysAlone = /^[(（【]?(?:待定|未定|公客|公共客户)[)）】]?$/u;

/** A row that says itself that no consultant has it: none is written into it. */
export const isNobodys = (cells: readonly RawCell[]): boolean =>
  cells.some((cell) => typeof cell === "string" && (nobodys.test(cell) || nobodysAlone.test(plain(cell))));

const saysNobody = /^(?:无|没有|暂无|[-—–/\\]+)$/u;

/** A consultant's cell that names none: 未分配, 无. What stands below it is nobody's either. */
export const namesNobody = (cell: RawCell): boolean =>
  isNobodys([cell]) || (typeof cell === "string" && saysNobody.test(plain(cell)));

export const rowsFilled = ({ runs }: FilledDown): number =>
  runs.reduce((sum, { rows }) => sum + rows.length, 0);

/** "3、6–8": rows in order. */
export const rowSpans = (rows: readonly number[]): string => {
  const spans: [number, number][] = [];
  for (const row of rows) {
    const last = spans.at(-1);
    if (last !== undefined && row === last[1] + 1) last[1] = row;
    else spans.push([row, row]);
  }
  return spans.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join("、");
};

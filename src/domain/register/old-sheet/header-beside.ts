/** 收编: the header of a table that stands right beside another, in a row where that one has a record. */
import { isCaptionLike } from "./caption-like";
import { isCaptionKnown, keysOfCaption } from "./known-captions";
import type { OldGrid } from "./old-grid";
import { isEmptyCell } from "../read-answer";
import type { RawCell } from "../register";
import type { Span } from "./side-by-side";

/** A table found higher up, by the columns of its captions. */
interface TableAbove {
  readonly left: number;
  readonly right: number;
  readonly captionAt: (column: number) => RawCell;
}

export interface Beside {
  readonly span: Span;
  /** Which of those above the record beside it is of. */
  readonly of: number;
}

/** Of fewer a record may have as many by chance. */
const fewestKnown = 3;
const fewestOfRecord = 2;
/** Headers stand no lower. */
const lowest = 60;

const isKnown = (cell: RawCell): boolean => !isEmptyCell(cell) && isCaptionKnown(String(cell), false);

/** Nothing where the row is no header with a record of a table above right beside it. */
export const headerBeside = (
  grid: OldGrid,
  row: number,
  above: readonly TableAbove[],
): Beside | undefined => {
  if (row >= lowest) return undefined;
  const filled = grid.filled(row);
  const at = (column: number): RawCell => grid.at(row, column);
  const known = filled.filter((column) => isKnown(at(column)));
  let [low = 0] = known;
  let high = known.at(-1) ?? 0;
  if (known.length < fewestKnown || filled.length < known.length + fewestOfRecord) return undefined;
  /** The lowest of those that have a caption over it. */
  const covers = (column: number): number =>
    above.reduce(
      (last, { left, right, captionAt }, each) =>
        left <= column && column <= right && !isEmptyCell(captionAt(column)) ? each : last,
      -1,
    );
  // 序号 before it and the table's own columns behind.
  const goesOn = (column: number): boolean => isCaptionLike(at(column)) && covers(column) < 0;
  while (goesOn(low - 1)) low--;
  while (goesOn(high + 1)) high++;
  const own = filled.filter((column) => column >= low && column <= high);
  const record = filled.filter((column) => column < low || column > high);
  const of = new Set(record.map(covers));
  const [only = -1] = of;
  const table = above[only];
  if (table === undefined || of.size > 1 || record.length < fewestOfRecord) return undefined;
  const isOneSide = record.every((column) => column < low) || record.every((column) => column > high);
  const isRecord = !record.every((column) => isCaptionLike(at(column)));
  const isWhole = own.every((column) => isCaptionLike(at(column)));
  const named = own.flatMap((column) => keysOfCaption(String(at(column))));
  const isApart = !own.some(
    (column) => column <= table.right && column >= table.left && isKnown(table.captionAt(column)),
  );
  return isOneSide && isRecord && isWhole && isApart && named.includes("name")
    ? { span: [low, high], of: only }
    : undefined;
};

/** 收编: what stands on a sheet outside its tables. Nothing of it is taken, and each of it is said. */
import { isLadderHeader } from "./ladder-captions";
import { asideBySheet } from "./left-out-rows";
import { boardsIn } from "./old-board";
import { isRowNumber } from "./old-body";
import type { OldCells, OldTable, SetAside } from "./old-cells";
import { gridOf, type OldGrid } from "./old-grid";
import type { Region } from "./old-regions";
import { isErrorList } from "./old-mapping";
import { looksLikeRecord } from "./old-titles";
import type { RawCell } from "../register";
import { seenDay } from "./seen-cell";

/** A table, and the cells of the sheet that it accounts for. */
export interface FoundTable {
  readonly table: OldTable;
  readonly region: Region;
  readonly columns: readonly [left: number, right: number];
  /** Columns of the sheet with numbers printed beforehand. */
  readonly ordinals: ReadonlySet<number>;
  /** Of rows that we left to people before: its title is ours. */
  readonly isAlone: boolean;
}

type Span = readonly [left: number, right: number];

const spansByRow = (found: readonly FoundTable[], firstRow: number): ReadonlyMap<number, readonly Span[]> => {
  const spans = new Map<number, Span[]>();
  const add = (row: number, span: Span): void => {
    const known = spans.get(row);
    if (known) known.push(span);
    else spans.set(row, [span]);
  };
  for (const { table, region, columns, isAlone } of found) {
    for (let row = region.header.top; row <= region.header.bottom; row++) add(row, columns);
    for (const { row } of table.setAside) add(row - firstRow, columns);
    for (const { row, through = row } of table.rows)
      for (let each = row; each <= through; each++) add(each - firstRow, columns);
    for (const { row, columns: titled } of region.bare) for (const at of titled) add(row, [at, at]);
    if (isAlone) for (let row = region.top; row < region.header.top; row++) add(row, columns);
  }
  return spans;
};

/** Columns in none of the spans. `columns` come from the left. */
const outsideOf = (columns: readonly number[], spans: readonly Span[]): readonly number[] => {
  const inOrder = [...spans].sort(([a], [b]) => a - b);
  let [next, reached] = [0, -1];
  return columns.filter((column) => {
    for (let span = inOrder[next]; span !== undefined && span[0] <= column; span = inOrder[++next])
      reached = Math.max(reached, span[1]);
    return column > reached;
  });
};

/** More cells than a register has columns are told without the gaps between them. */
const widest = 100;

const originalOf = (grid: OldGrid, row: number, columns: readonly number[]): readonly RawCell[] => {
  const [first = 0, last = first] = [columns[0], columns.at(-1)];
  const all =
    last - first < widest ? Array.from({ length: last - first + 1 }, (_, at) => first + at) : columns;
  const own = new Set(columns);
  return all.map((column) => {
    const cell = own.has(column) ? grid.at(row, column) : null;
    return typeof cell === "number" && grid.isDated(row, column) ? seenDay(cell) : cell;
  });
};

/** Rows, and in each the columns with numbers printed beforehand. */
const printedByRow = (found: readonly FoundTable[]): ReadonlyMap<number, ReadonlySet<number>> => {
  const printed = new Map<number, Set<number>>();
  for (const { region, ordinals } of found) {
    if (ordinals.size === 0) continue;
    for (let row = region.header.bottom + 1; row <= region.bottom; row++) {
      const known = printed.get(row) ?? new Set();
      for (const column of ordinals) known.add(column);
      printed.set(row, known);
    }
  }
  return printed;
};

/**
 * The table that cells stand below or beside, or else the first, of rows asked from the top down: each table is looked
 * at once, when its header is reached.
 */
const nearestFrom = (
  found: readonly FoundTable[],
): ((row: number, columns: readonly number[]) => FoundTable | undefined) => {
  const byTop = [...found].sort((a, b) => a.region.header.top - b.region.header.top);
  /** By column: the last of `byTop` above that has it. */
  const lastOver: number[] = [];
  let reached = 0;
  return (row, columns) => {
    for (; (byTop[reached]?.region.header.top ?? Infinity) <= row; reached++) {
      const [left, right] = byTop[reached]?.columns ?? [0, -1];
      for (let column = left; column <= right; column++) lastOver[column] = reached;
    }
    const over = columns.reduce((last, column) => Math.max(last, lastOver[column] ?? -1), -1);
    return byTop[over < 0 ? reached - 1 : over] ?? found[0];
  };
};

/** The tables, each with what stands around it and is in none. */
export const withOutside = (
  grid: OldGrid,
  found: readonly FoundTable[],
  firstRow: number,
): readonly OldTable[] => {
  const spans = spansByRow(found, firstRow);
  const printed = printedByRow(found);
  const nearest = nearestFrom(found);
  const outside = new Map<FoundTable, SetAside[]>();
  for (let row = 0; row < grid.height; row++) {
    const columns = outsideOf(grid.filled(row), spans.get(row) ?? []);
    const isPrinted = columns.every(
      (column) => printed.get(row)?.has(column) === true && isRowNumber(grid.at(row, column)),
    );
    if (isPrinted) continue;
    const table = nearest(row, columns);
    if (table === undefined) continue;
    const why = looksLikeRecord(grid, row, columns) ? "unheaded" : "outside";
    const known = outside.get(table) ?? [];
    known.push({ row: firstRow + row, why, original: originalOf(grid, row, columns) });
    outside.set(table, known);
  }
  return found.map((each) => {
    const more = outside.get(each);
    if (more === undefined) return each.table;
    const setAside = [...each.table.setAside, ...more].sort((a, b) => a.row - b.row);
    return { ...each.table, setAside };
  });
};

/** Our own list of rows that were not taken, under our captions: it was all said when it was written. */
const isToldBefore = (cells: OldCells): boolean =>
  cells.rows.slice(0, 2).some((row) => isErrorList({ headers: row }));

/** Every row of a sheet on which no table was found. */
export const rowsOfNoTable = (cells: OldCells): readonly SetAside[] => {
  if (isToldBefore(cells)) return [];
  const grid = gridOf(cells);
  const all = Array.from({ length: grid.height }, (_, row) => row);
  const ladder = all.find((row) => isLadderHeader(grid.filled(row).map((column) => grid.at(row, column))));
  const boards = boardsIn(grid);
  const said = all.flatMap((row): readonly SetAside[] => {
    const columns = grid.filled(row);
    if (columns.length === 0) return [];
    const isRecord = looksLikeRecord(grid, row, columns);
    const isOfLadder = ladder !== undefined && row > ladder;
    const isOfBoard = boards.some(({ top, bottom }) => row >= top && row <= bottom);
    const isLike = isOfLadder ? "ladder" : isRecord ? "noHeader" : "outside";
    const why = isOfBoard ? "board" : row === ladder ? "outside" : isLike;
    return [{ row: cells.firstRow + row, why, original: originalOf(grid, row, columns) }];
  });
  return asideBySheet(said, cells);
};

import { cellAddress } from "../book/address";
import type { Block, Cell } from "../book/book";

/** A row's cells, from left to right. */
export interface PlacedRow {
  readonly row: number;
  readonly cells: readonly { readonly column: number; readonly cell: Cell }[];
}

type Cells = PlacedRow["cells"];

/** A block may have so many places a cell, and so many more: cells far apart are blocks of their own. */
const places = 16;
const spare = 256;
/** Where a row is cut that would be wider. */
const gap = 32;

const edge = (cells: Cells, at: number): number => cells.at(at)?.column ?? 0;

const pieces = (cells: Cells): readonly Cells[] => {
  if (edge(cells, -1) - edge(cells, 0) + 1 <= places * cells.length + spare) return [cells];
  const out: Cells[] = [];
  let from = 0;
  for (let at = 1; at <= cells.length; at++) {
    const [before, next] = [cells[at - 1], cells[at]];
    if (before && next && next.column - before.column <= gap) continue;
    out.push(cells.slice(from, at));
    from = at;
  }
  return out;
};

interface Open {
  readonly top: number;
  bottom: number;
  left: number;
  right: number;
  filled: number;
  readonly lines: Cells[];
}

const blockOf = ({ top, left, right, lines }: Open): Block => ({
  at: cellAddress(top, left),
  rows: lines.map((cells) => {
    const line = new Array<Cell>(right - left + 1).fill(null);
    for (const { column, cell } of cells) line[column - left] = cell;
    return line;
  }),
});

/** Rows that follow each other make a block, as wide as the widest; none reaches far beyond what it holds. */
export const blocksOf = (rows: Iterable<PlacedRow>): readonly Block[] => {
  const blocks: Block[] = [];
  let open: Open | undefined;
  const close = (): void => {
    if (open) blocks.push(blockOf(open));
    open = undefined;
  };
  for (const { row, cells } of rows) {
    if (cells.length === 0) continue;
    const [first = [], ...others] = pieces(cells);
    const [left, right] = [edge(first, 0), edge(first, -1)];
    const filled = (open?.filled ?? 0) + first.length;
    const wide = Math.max(right, open?.right ?? 0) - Math.min(left, open?.left ?? left) + 1;
    const crossed = others.some((piece) => open && edge(piece, 0) <= Math.max(open.right, right));
    const fits =
      open?.bottom === row - 1 && !crossed && wide * (open.lines.length + 1) <= places * filled + spare;
    if (!fits) close();
    open ??= { top: row, bottom: row - 1, left, right, filled: 0, lines: [] };
    open.bottom = row;
    open.left = Math.min(open.left, left);
    open.right = Math.max(open.right, right);
    open.filled += first.length;
    open.lines.push(first);
    // What lies far to the right closes the block, so that none comes to lie over another.
    if (others.length === 0) continue;
    close();
    for (const piece of others)
      blocks.push({
        at: cellAddress(row, edge(piece, 0)),
        rows: [
          blockOf({
            top: row,
            bottom: row,
            left: edge(piece, 0),
            right: edge(piece, -1),
            filled: 0,
            lines: [piece],
          }).rows[0] ?? [],
        ],
      });
  }
  close();
  return blocks;
};

/** 收编: parts of an old sheet that empty columns part, each with tables of its own. */
import { plain } from "../../kit/text";
import type { OldGrid } from "./old-grid";

/** Columns of the sheet, both inside. */
export type Span = readonly [left: number, right: number];

/** Titles, notes and "案场经理：周正" stand over and below tables wherever there is room. */
const longestLabel = 10;
const isLabel = (text: string): boolean => {
  const at = text.search(/[:：]/u);
  return at > 0 && at <= longestLabel;
};

const isBesideTables = (grid: OldGrid, row: number): boolean => {
  const filled = grid.filled(row);
  return (
    filled.length < 2 ||
    (filled.length <= 4 && filled.every((column) => isLabel(plain(String(grid.at(row, column))))))
  );
};

/** What stands between two columns that are empty from the sheet's top to its bottom, titles and notes aside. */
export const partsOf = (grid: OldGrid): readonly Span[] => {
  const isUsed = new Uint8Array(grid.width);
  for (let row = 0; row < grid.height; row++)
    if (!isBesideTables(grid, row)) for (const column of grid.filled(row)) isUsed[column] = 1;
  const parts: Span[] = [];
  let left: number | undefined;
  for (let column = 0; column <= grid.width; column++) {
    if (isUsed[column] === 1) left ??= column;
    else if (left !== undefined) {
      parts.push([left, column - 1]);
      left = undefined;
    }
  }
  return parts;
};

/** The sheet as if nothing stood outside some columns; rows and columns as they are. */
const narrowed = (grid: OldGrid, filled: (row: number) => readonly number[]): OldGrid => ({
  ...grid,
  isBlank: (row) => filled(row).length === 0,
  filled,
});

/** As `narrowed`, of parts in order, each counted from its own first column. */
export const cutInto = (grid: OldGrid, parts: readonly Span[]): readonly OldGrid[] => {
  const partAt = new Int32Array(grid.width).fill(-1);
  for (const [at, [left, right]] of parts.entries()) partAt.fill(at, left, right + 1);
  const byRow = Array.from({ length: grid.height }, (_, row) => {
    const own = new Map<number, number[]>();
    for (const column of grid.filled(row)) {
      const at = partAt[column] ?? -1;
      const [left = 0] = parts[at] ?? [];
      const known = own.get(at);
      if (known === undefined) own.set(at, [column - left]);
      else known.push(column - left);
    }
    return own;
  });
  return parts.map(([left, right], at) => ({
    ...narrowed(grid, (row) => byRow[row]?.get(at) ?? []),
    width: right - left + 1,
    at: (row, column) => grid.at(row, left + column),
    areaAt: (row, column) => {
      const area = grid.areaAt(row, left + column);
      return area && { ...area, left: area.left - left, right: area.right - left };
    },
    isDated: (row, column) => grid.isDated(row, left + column),
    isUncomputed: (row, column) => grid.isUncomputed(row, left + column),
    isPadded: (row, column) => grid.isPadded(row, left + column),
  }));
};

/** Below `from`, where other tables' rows stand, nothing beside `span` is a table's but what is merged over it. */
export const within = (grid: OldGrid, [left, right]: Span, from: number): OldGrid =>
  left === 0 && right === grid.width - 1
    ? grid
    : narrowed(grid, (row) =>
        row < from
          ? grid.filled(row)
          : grid
              .filled(row)
              .filter((column) => column <= right && (grid.areaAt(row, column)?.right ?? column) >= left),
      );

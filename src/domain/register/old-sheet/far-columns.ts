/** 收编: a cell gone astray to column XFD is beside all tables; it does not make them 16,384 columns wide. */
import type { OldGrid } from "./old-grid";
import { partsOf, type Span } from "./side-by-side";

/** Over so many columns in which nothing of a table stands, none goes on. */
const farApart = 100;

/** Columns of the sheet whose tables have nothing to do with the others'; all of them where nothing is far. */
export const islandsOf = (grid: OldGrid): readonly Span[] => {
  const whole: Span = [0, grid.width - 1];
  const near: Span[] = [];
  for (const part of partsOf(grid)) {
    const last = near.at(-1);
    if (last !== undefined && part[0] - last[1] <= farApart) near[near.length - 1] = [last[0], part[1]];
    else near.push(part);
  }
  if (near.length === 0) return [whole];
  return near.map(([left, right], at): Span => {
    const before = near[at - 1]?.[1] ?? -1;
    // Words beside a table are near it, too; half way to the next, they are nearer that.
    const after = near[at + 1]?.[0] ?? Number.POSITIVE_INFINITY;
    return [
      Math.max(whole[0], left - farApart, Math.ceil((before + left) / 2)),
      Math.min(whole[1], right + farApart, Math.ceil((right + after) / 2) - 1),
    ];
  });
};

/** Where the tables of a column are. */
export const islandAt = (grid: OldGrid, column: number): Span =>
  islandsOf(grid).find(([left, right]) => left <= column && column <= right) ?? [0, grid.width - 1];

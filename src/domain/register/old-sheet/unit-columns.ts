/** 收编: 楼栋, 单元 and 楼层 of an old list that are written once, above the rows they hold for. */
import { isSparse } from "./fill-down";
import type { HeaderMatch } from "../match-headers";
import type { OldGrid } from "./old-grid";
import { isEmptyCell } from "../read-answer";

const parts = ["building", "section", "floor"];

/** By column, those that say more than it: a new building begins without the section of the last. */
export type Above = ReadonlyMap<number, readonly number[]>;

export const partsAbove = (matches: readonly HeaderMatch[]): Above => {
  const columns = parts.flatMap((key) => matches.find((match) => match.key === key)?.column ?? []);
  return new Map(columns.map((column, at) => [column, columns.slice(0, at)]));
};

/** Of these the columns that are kept so; merged areas are filled by themselves. */
export const sparseParts = (
  above: Above,
  grid: OldGrid,
  left: number,
  records: readonly number[],
): readonly number[] =>
  [...above].flatMap(([column, others]) => {
    const rows = records.filter((row) => {
      const area = grid.areaAt(row, left + column);
      return area === undefined || area.top >= row;
    });
    const begins = (at: number): boolean =>
      others.some((other) => !isEmptyCell(grid.at(rows[at] ?? -1, left + other)));
    const cells = rows.map((row) => grid.at(row, left + column));
    return isSparse(cells, (_, at) => begins(at)) ? [column] : [];
  });

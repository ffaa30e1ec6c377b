import { holds } from "../book/address";
import type { Cell, Sheet } from "../book/book";
import { placeBlock } from "./write-cells";

export type CellLookup = (row: number, column: number) => Cell | undefined;

/** What a sheet's blocks hold, cell by cell. */
export const cellLookup = (sheet: Sheet): CellLookup => {
  const blocks = sheet.blocks.map(placeBlock);
  return (row, column) => {
    const block = blocks.find(({ area }) => holds(area, row, column));
    return block?.rows[row - block.area.top]?.[column - block.area.left];
  };
};

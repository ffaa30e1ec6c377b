/** 收编: where an old register begins on a sheet that somebody else laid out. */
import { matchOldHeaders } from "./like-headers";
import type { HeaderMatch } from "./match-headers";
import type { OldRow } from "./old-cells";
import { isEmptyCell } from "./read-answer";
import type { RawCell } from "./register";

/** Cells as they stand on a sheet; `firstRow` is the sheet's row number (1-based) of the first of them. */
export interface SheetCells {
  readonly rows: readonly (readonly RawCell[])[];
  readonly firstRow: number;
}

export interface OldSheet {
  readonly headers: readonly RawCell[];
  readonly matches: readonly HeaderMatch[];
  readonly rows: readonly OldRow[];
  /** The sheet's row number of the headers. */
  readonly headerRow: number;
}

/** Titles and notes above a header row are seldom more. */
const rowsToTry = 20;

const known = (matches: readonly HeaderMatch[]): number =>
  matches.filter(({ key }) => key !== undefined).length;

/**
 * The row with the most captions we know is the header; the rows below it are the register.
 * @returns nothing where no row has two of them: not a register we know.
 */
export const oldSheetIn = ({ rows, firstRow }: SheetCells): OldSheet | undefined => {
  let best: { readonly at: number; readonly matches: readonly HeaderMatch[] } | undefined;
  for (const [at, row] of rows.slice(0, rowsToTry).entries()) {
    if (row.filter((cell) => !isEmptyCell(cell)).length < 2) continue;
    const matches = matchOldHeaders("visitors", row);
    if (known(matches) >= 2 && (best === undefined || known(matches) > known(best.matches)))
      best = { at, matches };
  }
  if (best === undefined) return undefined;
  const { at, matches } = best;
  return {
    headers: rows[at] ?? [],
    matches,
    rows: rows
      .slice(at + 1)
      .map((cells, index) => ({ row: firstRow + at + 1 + index, cells, original: cells })),
    headerRow: firstRow + at,
  };
};

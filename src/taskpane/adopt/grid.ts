import type { RawCell } from "../../domain/register/register";

/** A sheet as it was found: rows of cells, the first row and column of the used range. */
export interface Grid {
  readonly sheet: string;
  readonly rows: readonly (readonly RawCell[])[];
  /** The sheet's row number (1-based) of the first row. */
  readonly firstRow: number;
}

/** Formulas of table columns, spelt alike whatever shows them: `[@列]` and `表[[#This Row],[列]]` are one. */
import { escapeColumn, formulaPieces, joinPieces, toFileFormula } from "../../book/structured";
import type { RawCell } from "../../domain/register/register";

/** A column of a table under another name. */
export interface Renamed {
  readonly table: string;
  readonly from: string;
  readonly to: string;
}

/** Of a cell as Excel hands it over. */
export const isFormula = (cell: RawCell | undefined): boolean =>
  typeof cell === "string" && cell.startsWith("=");

const spelt = (formula: string, table: string): string =>
  toFileFormula(formula, table)
    .replaceAll("_xlfn.", "")
    // As LibreOffice writes the constants.
    .replace(/(?<![\p{L}\p{N}_.])(TRUE|FALSE)\(\)/giu, "$1")
    .replace(/\s(?=(?:[^"]*"[^"]*")*[^"]*$)/gu, "")
    .toLowerCase();

/** @param renamed columns whose new names `formula` may use. */
export const sameFormula = (
  planned: string,
  formula: string,
  table: string,
  renamed: readonly Renamed[],
): boolean => {
  const back = formulaPieces(toFileFormula(formula, table)).map((piece) => {
    if (piece.kind !== "reference") return piece;
    let { inside } = piece;
    for (const each of renamed)
      if (each.table.toLowerCase() === piece.table.toLowerCase())
        inside =
          inside === escapeColumn(each.from)
            ? escapeColumn(each.to)
            : inside.replaceAll(`[${escapeColumn(each.from)}]`, `[${escapeColumn(each.to)}]`);
    return { ...piece, inside };
  });
  return spelt(planned, table) === spelt(joinPieces(back), table);
};

import { formulaPieces, joinPieces, structuredParts, type FormulaPiece } from "../../book/structured";
import { columnLetters } from "../../book/address";
import { sheetPrefix } from "./areas";
import { rewriteFormulas, type FormulaPlace } from "./formulas";
import type { Actor } from "./notices";
import { requireAllowed } from "./protection";
import { removeTable, sheetOfTable } from "./tables";
import type { TableState, Workbook } from "./workbook";

type Reference = Extract<FormulaPiece, { readonly kind: "reference" }>;

/** The cells a reference to the table means, as an address. */
const addressOf = (
  table: TableState,
  prefix: string,
  { inside }: Reference,
  row: number | undefined,
): string => {
  const { items, columns } = structuredParts(inside);
  const place = (name: string | undefined): number =>
    table.columns.findIndex((column) => column.name.toLowerCase() === name?.toLowerCase());
  const [first, last] = [place(columns[0]), place(columns[1] ?? columns[0])];
  if (columns.length > 0 && (first < 0 || last < 0)) return "#REF!";
  const { area } = table;
  const left = columns.length === 0 ? area.left : area.left + first;
  const right = columns.length === 0 ? area.right : area.left + last;
  const has = (item: string): boolean => items.some((each) => each.toLowerCase() === item);
  const own = has("#this row") && row !== undefined;
  const top = own ? row : has("#headers") || has("#all") ? area.top : area.top + 1;
  const bottom = own ? row : has("#headers") && !has("#data") ? area.top : area.bottom;
  const cell = (column: number, at: number): string => `$${columnLetters(column)}${own ? "" : "$"}${at + 1}`;
  const from = cell(left, top);
  const to = cell(right, bottom);
  return prefix + (from === to ? from : `${from}:${to}`);
};

/**
 * The table becomes plain cells; references to it become addresses.
 * https://support.microsoft.com/office/convert-an-excel-table-to-a-range-of-data-0b326ff1-1764-4ebe-84ea-786265d41c77
 */
export const convertToRange = (book: Workbook, table: TableState, by: Actor): void => {
  const sheet = sheetOfTable(book, table);
  requireAllowed(sheet);
  const within = ({ sheet: own, row, column }: FormulaPlace): boolean =>
    own === sheet &&
    row !== undefined &&
    column !== undefined &&
    row >= table.area.top &&
    row <= table.area.bottom &&
    column >= table.area.left &&
    column <= table.area.right;
  rewriteFormulas(book, (formula, place) =>
    formula.includes("[")
      ? joinPieces(
          formulaPieces(formula).map((piece): FormulaPiece => {
            if (piece.kind !== "reference") return piece;
            const named = piece.table.toLowerCase() === table.name.toLowerCase();
            if (!named && !(piece.table === "" && within(place))) return piece;
            const prefix = place.sheet === sheet ? "" : sheetPrefix(sheet.name);
            return { kind: "text", text: addressOf(table, prefix, piece, place.row) };
          }),
        )
      : formula,
  );
  removeTable(book, table, by);
};

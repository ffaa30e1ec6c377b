import { formulaPieces, joinPieces } from "../../book/structured";
import { isFormula } from "./cells";
import { mapReferences, referenceText } from "./references";
import type { SheetState, TableState, Workbook } from "./workbook";

/** Where a formula stands: names of the workbook have no sheet, rules of a sheet no cell. */
export interface FormulaPlace {
  readonly sheet: SheetState | undefined;
  readonly row?: number;
  readonly column?: number;
}

/** Rewrites every formula of the workbook: cells, calculated columns, rules and names. */
export const rewriteFormulas = (
  book: Workbook,
  change: (formula: string, place: FormulaPlace) => string,
): void => {
  for (const name of book.names) name.formula = change(name.formula, { sheet: undefined });
  for (const sheet of book.sheets) {
    for (const name of sheet.names) name.formula = change(name.formula, { sheet: undefined });
    sheet.rows.forEach((cells, row) => {
      cells?.forEach((stored, column) => {
        if (!isFormula(stored)) return;
        const formula = change(stored.formula, { sheet, row, column });
        if (formula !== stored.formula) cells[column] = { formula, value: stored.value };
      });
    });
    const changed = (formula: string): string => change(formula, { sheet });
    sheet.validations = sheet.validations.map((validation) => ({
      ...validation,
      rule: validation.rule && rewriteRule(validation.rule, changed),
    }));
    sheet.highlights = sheet.highlights.map((each) => ({ ...each, formula: changed(each.formula) }));
    for (const table of sheet.tables)
      table.columns.forEach((column, at) => {
        if (column.formula !== undefined)
          column.formula = change(column.formula, {
            sheet,
            row: table.area.top + 1,
            column: table.area.left + at,
          });
      });
  }
};

type Rule = NonNullable<SheetState["validations"][number]["rule"]>;

const bound = (limit: number | string, change: (formula: string) => string): number | string =>
  typeof limit === "string" && limit.startsWith("=") ? change(limit) : limit;

export const rewriteRule = (rule: Rule, change: (formula: string) => string): Rule => {
  if (rule.kind === "list")
    return rule.source.startsWith("=") ? { ...rule, source: change(rule.source) } : rule;
  if (rule.kind === "custom") return { ...rule, formula: change(rule.formula) };
  return {
    ...rule,
    first: bound(rule.first, change),
    ...(rule.second === undefined ? {} : { second: bound(rule.second, change) }),
  };
};

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

export const renameSheetInFormulas = (book: Workbook, before: string, after: string): void => {
  rewriteFormulas(book, (formula) =>
    formula.includes("!")
      ? mapReferences(formula, (reference) =>
          reference.sheet !== undefined && same(reference.sheet, before)
            ? referenceText({ ...reference, sheet: after })
            : undefined,
        )
      : formula,
  );
};

/** A deleted sheet leaves #REF! behind. */
export const dropSheetFromFormulas = (book: Workbook, name: string): void => {
  rewriteFormulas(book, (formula) =>
    formula.includes("!")
      ? mapReferences(formula, (reference) =>
          reference.sheet !== undefined && same(reference.sheet, name) ? "#REF!" : undefined,
        )
      : formula,
  );
};

export const renameTableInFormulas = (book: Workbook, before: string, after: string): void => {
  rewriteFormulas(book, (formula) =>
    joinPieces(
      formulaPieces(formula).map((piece) => {
        if (piece.kind === "reference" && same(piece.table, before)) return { ...piece, table: after };
        return piece.kind === "name" && same(piece.text, before) ? { ...piece, text: after } : piece;
      }),
    ),
  );
};

const escaped = (name: string): string => name.replace(/[[\]#']/gu, "'$&");
const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");

/** References to the column follow its new name; `undefined`: the column is gone. */
export const renameColumnInFormulas = (
  book: Workbook,
  table: TableState,
  before: string,
  after: string | undefined,
): void => {
  const find = new RegExp(`(^|\\[|@)${literal(escaped(before))}(?=$|\\])`, "giu");
  const own = ({ sheet, row, column }: FormulaPlace): boolean =>
    sheet?.tables.includes(table) === true &&
    row !== undefined &&
    column !== undefined &&
    row >= table.area.top &&
    row <= table.area.bottom &&
    column >= table.area.left &&
    column <= table.area.right;
  rewriteFormulas(book, (formula, place) =>
    formula.includes("[")
      ? joinPieces(
          formulaPieces(formula).map((piece) => {
            if (piece.kind !== "reference") return piece;
            if (!same(piece.table, table.name) && !(piece.table === "" && own(place))) return piece;
            if (after === undefined) return find.test(piece.inside) ? { kind: "text", text: "#REF!" } : piece;
            const inside = piece.inside.replace(find, (_all, opening: string) => opening + escaped(after));
            return { ...piece, inside };
          }),
        )
      : formula,
  );
};

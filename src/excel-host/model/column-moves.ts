import type { Area } from "../../book/address";
import { common, without } from "./areas";
import { rowOf } from "./cells";
import { rewriteFormulas, rewriteRule } from "./formulas";
import { requireAllowed } from "./protection";
import { copyFormula, mapReferences, referenceText } from "./references";
import { hostError } from "./refusal";
import { sheetOfTable } from "./tables";
import type { Anchor, SheetState, TableState, Workbook } from "./workbook";

/** Where a column of the sheet goes. */
type Goes = (column: number) => number;

/** An area cut so that each piece either stays whole or is one column of `moved`. */
const pieces = (
  area: Area,
  moved: Area,
): { readonly stay: readonly Area[]; readonly go: readonly Area[] } => {
  const part = common(area, moved);
  if (!part) return { stay: [area], go: [] };
  return {
    stay: without(area, part),
    go: Array.from({ length: part.right - part.left + 1 }, (_, at) => ({
      ...part,
      left: part.left + at,
      right: part.left + at,
    })),
  };
};

const shifted = (area: Area, goes: Goes): Area => ({
  ...area,
  left: goes(area.left),
  right: goes(area.right),
});

interface Ruled {
  readonly areas: readonly Area[];
  readonly anchor: Anchor;
}

/** Rules go with their cells; `based` gives the rule as it reads from another cell. */
const movedRules = <T extends Ruled>(
  rules: readonly T[],
  moved: Area,
  goes: Goes,
  based: (rule: T, rows: number, columns: number) => T,
): T[] =>
  rules.flatMap((rule) => {
    const cut = rule.areas.map((area) => pieces(area, moved));
    const go = cut.flatMap((each) => each.go);
    if (go.length === 0) return [rule];
    const stay = cut.flatMap((each) => each.stay);
    return [
      ...(stay.length > 0 ? [{ ...rule, areas: stay }] : []),
      ...go.map((area) => ({
        ...based(rule, area.top - rule.anchor.row, area.left - rule.anchor.column),
        areas: [shifted(area, goes)],
        anchor: { row: area.top, column: goes(area.left) },
      })),
    ];
  });

const moveCells = (sheet: SheetState, moved: Area, goes: Goes): void => {
  for (let row = moved.top; row <= Math.min(moved.bottom, sheet.rows.length - 1); row++) {
    const before = [...rowOf(sheet, row)];
    for (let column = moved.left; column <= moved.right; column++)
      rowOf(sheet, row)[goes(column)] = before[column] ?? null;
  }
};

/**
 * A column of a table dragged with Shift to another place of it: values, looks and rules go along, and so do references.
 * https://support.microsoft.com/office/move-or-copy-cells-rows-and-columns-3ebbcafd-8566-42d8-8023-a2ec62746cfc
 * What happens to rules in detail is assumed. @param to its place afterwards, from 0.
 */
export const moveTableColumn = (book: Workbook, table: TableState, from: number, to: number): void => {
  const sheet = sheetOfTable(book, table);
  requireAllowed(sheet);
  if (to < 0 || to >= table.columns.length) throw hostError("InvalidArgument", `There is no place ${to}.`);
  if (from === to) return;
  const { left } = table.area;
  const moved: Area = { ...table.area, left: left + Math.min(from, to), right: left + Math.max(from, to) };
  const goes: Goes = (column) => {
    const at = column - left;
    if (column < moved.left || column > moved.right) return column;
    if (at === from) return left + to;
    return from < to ? column - 1 : column + 1;
  };
  moveCells(sheet, moved, goes);
  const [column] = table.columns.splice(from, 1);
  if (column) table.columns.splice(to, 0, column);
  sheet.looks = sheet.looks.flatMap((entry) => {
    const { stay, go } = pieces(entry.area, moved);
    return [...stay, ...go.map((area) => shifted(area, goes))].map((area) => ({ ...entry, area }));
  });
  sheet.validations = movedRules(sheet.validations, moved, goes, (each, rows, columns) => ({
    ...each,
    rule: each.rule && rewriteRule(each.rule, (formula) => copyFormula(formula, rows, columns)),
  }));
  sheet.highlights = movedRules(sheet.highlights, moved, goes, (each, rows, columns) => ({
    ...each,
    id: `{CF${(++book.lastId).toString(16).padStart(6, "0").toUpperCase()}}`,
    formula: copyFormula(each.formula, rows, columns),
  }));
  sheet.comments = sheet.comments.map((comment) =>
    common(comment.area, moved) ? { ...comment, area: shifted(comment.area, goes) } : comment,
  );
  const name = sheet.name.toLowerCase();
  rewriteFormulas(book, (formula, place) =>
    mapReferences(formula, (reference) => {
      const here =
        reference.sheet === undefined ? place.sheet === sheet : reference.sheet.toLowerCase() === name;
      const { area } = reference;
      if (!here || area.left !== area.right || !common(area, moved)) return undefined;
      return referenceText({ ...reference, area: shifted(area, goes) });
    }),
  );
  book.calculation.stale = true;
  book.changes.push({ kind: "moved", sheet: sheet.name });
};

import { cellAddress, holds, parseArea, type Area } from "../../book/address";
import type { Comparison, Value } from "../../book/book";
import { common, without } from "./areas";
import { rewriteRule } from "./formulas";
import { copyFormula } from "./references";
import { valueAt, visitCells } from "./cells";
import { serialOfDay } from "./typing";
import { bodyOf, findTable, sheetOfTable } from "./tables";
import { displayText } from "./text";
import type { SheetState, ValidationState, Workbook } from "./workbook";

export const validationAt = (sheet: SheetState, row: number, column: number): ValidationState | undefined =>
  sheet.validations.find((each) => each.areas.some((area) => holds(area, row, column)));

export const clearValidation = (sheet: SheetState, area: Area): void => {
  sheet.validations = sheet.validations.flatMap((each) => {
    const areas = each.areas.flatMap((piece) => without(piece, area));
    return areas.length === 0 ? [] : [{ ...each, areas }];
  });
};

/** A cell has one validation: the new one takes the area from those before. */
export const setValidation = (
  book: Workbook,
  sheet: SheetState,
  area: Area,
  validation: ValidationState,
): void => {
  clearValidation(sheet, area);
  sheet.validations = [...sheet.validations, validation];
  book.changes.push({ kind: "sheet", sheet: sheet.name, part: "validations" });
};

const dayText = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})/u;

interface Place {
  readonly sheet: SheetState;
  readonly area: Area;
}

/** `表[列]`: the data cells of a column. */
const columnPlace = (book: Workbook, name: string, columnName: string): Place | undefined => {
  const table = findTable(book, name);
  const at =
    table?.columns.findIndex((column) => column.name.toLowerCase() === columnName.toLowerCase()) ?? -1;
  if (!table || at < 0) return undefined;
  const left = table.area.left + at;
  return { sheet: sheetOfTable(book, table), area: { ...bodyOf(table), left, right: left } };
};

/** Where a formula is nothing but one place or name: its cells. */
export const placeOf = (book: Workbook, sheet: SheetState, formula: string): Place | undefined => {
  const text = formula.slice(1).trim();
  const name = book.names.find((each) => each.name.toLowerCase() === text.toLowerCase());
  if (name) return placeOf(book, sheet, name.formula);
  const column = /^([^[\]!']+)\[([^[\]#@']+)\]$/u.exec(text);
  if (column) return columnPlace(book, column[1] ?? "", column[2] ?? "");
  const bang = text.lastIndexOf("!");
  const wanted = text.slice(0, Math.max(bang, 0)).replace(/^'|'$/gu, "").replaceAll("''", "'");
  const target =
    bang < 0 ? sheet : book.sheets.find((each) => each.name.toLowerCase() === wanted.toLowerCase());
  const area = parseArea(text);
  return target && area ? { sheet: target, area } : undefined;
};

/** A limit as a number; `undefined` where only an engine could tell. */
const limitOf = (book: Workbook, sheet: SheetState, limit: number | string): number | undefined => {
  if (typeof limit === "number") return limit;
  if (!limit.startsWith("=")) {
    const day = dayText.exec(limit);
    if (day) return serialOfDay(Number(day[1]), Number(day[2]), Number(day[3]));
    return limit.trim() === "" || Number.isNaN(Number(limit)) ? undefined : Number(limit);
  }
  const today = /^=TODAY\(\)\s*(?:([-+])\s*(\d+))?$/iu.exec(limit);
  if (today) {
    const now = book.options.today();
    const serial = serialOfDay(now.getFullYear(), now.getMonth() + 1, now.getDate()) ?? 0;
    return serial + Number(today[2] ?? 0) * (today[1] === "-" ? -1 : 1);
  }
  if (/^=-?\d+(\.\d+)?$/u.test(limit)) return Number(limit.slice(1));
  const place = placeOf(book, sheet, limit);
  const value = place && valueAt(place.sheet, place.area.top, place.area.left);
  return typeof value === "number" ? value : undefined;
};

const compare: Record<Comparison, (value: number, first: number, second: number) => boolean> = {
  between: (value, first, second) => value >= first && value <= second,
  notBetween: (value, first, second) => value < first || value > second,
  equal: (value, first) => value === first,
  notEqual: (value, first) => value !== first,
  greaterThan: (value, first) => value > first,
  lessThan: (value, first) => value < first,
  greaterOrEqual: (value, first) => value >= first,
  lessOrEqual: (value, first) => value <= first,
};

const asFormula: Record<Comparison, (value: string, first: string, second: string) => string> = {
  between: (value, first, second) => `AND(${value}>=${first},${value}<=${second})`,
  notBetween: (value, first, second) => `OR(${value}<${first},${value}>${second})`,
  equal: (value, first) => `${value}=${first}`,
  notEqual: (value, first) => `${value}<>${first}`,
  greaterThan: (value, first) => `${value}>${first}`,
  lessThan: (value, first) => `${value}<${first}`,
  greaterOrEqual: (value, first) => `${value}>=${first}`,
  lessOrEqual: (value, first) => `${value}<=${first}`,
};

const operand = (limit: number | string): string => `(${String(limit).replace(/^=/u, "")})`;

/** The texts of a list; `undefined` where the source cannot be followed without an engine. */
export const listOf = (book: Workbook, sheet: SheetState, source: string): readonly string[] | undefined => {
  if (!source.startsWith("=")) return source.split(",").map((choice) => choice.trim());
  const place = placeOf(book, sheet, source);
  if (!place) return undefined;
  const choices: string[] = [];
  visitCells(place.sheet, place.area, (_stored, row, column) =>
    choices.push(displayText(place.sheet, row, column)),
  );
  return choices;
};

/** The rule with its formulas as they read for one cell. */
export const ruleAt = (validation: ValidationState, row: number, column: number): ValidationState["rule"] =>
  validation.rule &&
  rewriteRule(validation.rule, (formula) =>
    copyFormula(formula, row - validation.anchor.row, column - validation.anchor.column),
  );

export type Verdict = "valid" | "invalid" | { readonly ask: string };

/** Does this value keep the rule? Where only an engine can tell: the formula to ask. Blank cells keep every rule. */
export const judge = (
  book: Workbook,
  sheet: SheetState,
  validation: ValidationState,
  row: number,
  column: number,
  value: Value,
): Verdict => {
  const rule = ruleAt(validation, row, column);
  if (!rule || value === null || value === "") return "valid";
  const verdict = (kept: boolean): Verdict => (kept ? "valid" : "invalid");
  if (rule.kind === "custom") return { ask: rule.formula };
  if (rule.kind === "list") {
    const choices = listOf(book, sheet, rule.source);
    if (choices !== undefined) return verdict(choices.includes(String(value)));
    return { ask: `=SUMPRODUCT(--EXACT(${rule.source.slice(1)},${cellAddress(row, column)}))>0` };
  }
  const measured = rule.kind === "textLength" ? [...String(value)].length : value;
  if (typeof measured !== "number") return "invalid";
  if (rule.kind === "whole" && !Number.isInteger(measured)) return "invalid";
  const first = limitOf(book, sheet, rule.first);
  const second = rule.second === undefined ? Number.NaN : limitOf(book, sheet, rule.second);
  if (first === undefined || second === undefined) {
    const cell = cellAddress(row, column);
    const measure = rule.kind === "textLength" ? `LEN(${cell})` : cell;
    return { ask: `=${asFormula[rule.comparison](measure, operand(rule.first), operand(rule.second ?? 0))}` };
  }
  return verdict(compare[rule.comparison](measured, first, second));
};

/** Cells with contents that break their rule; rules only an engine can judge count as kept. */
export const invalidCells = (book: Workbook, sheet: SheetState, within: Area): readonly Area[] => {
  const found: Area[] = [];
  for (const validation of sheet.validations)
    for (const piece of validation.areas) {
      const area = common(piece, within);
      if (!area) continue;
      visitCells(sheet, area, (_stored, row, column) => {
        if (judge(book, sheet, validation, row, column, valueAt(sheet, row, column)) === "invalid")
          found.push({ top: row, bottom: row, left: column, right: column });
      });
    }
  return found;
};

import type { Area } from "../../book/address";
import { valueAt } from "./cells";
import { displayText } from "./text";
import type { FilterCriteria, SheetState, Workbook } from "./workbook";

const wildcard = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/gu, "\\$&")
      .replace(/\*/gu, ".*")
      .replace(/\?/gu, ".")}$`,
    "iu",
  );

/** A criterion as Excel writes them: "=无", ">5", "<>", "a*". */
const meets = (criterion: string, value: unknown, text: string): boolean => {
  const [, operator = "", operand = ""] = /^(<>|>=|<=|=|>|<)?([\s\S]*)$/u.exec(criterion) ?? [];
  if (operator === "" || operator === "=") return wildcard(operand).test(text);
  if (operator === "<>") return !wildcard(operand).test(text);
  const number = Number(operand);
  if (typeof value !== "number" || Number.isNaN(number)) return false;
  if (operator === ">") return value > number;
  if (operator === "<") return value < number;
  return operator === ">=" ? value >= number : value <= number;
};

const passes = (criteria: FilterCriteria, sheet: SheetState, row: number, column: number): boolean => {
  const text = displayText(sheet, row, column);
  if (criteria.kind === "values")
    return criteria.values.some((value) => value.toLowerCase() === text.toLowerCase());
  const value = valueAt(sheet, row, column);
  const first = criteria.criterion1 === undefined || meets(criteria.criterion1, value, text);
  if (criteria.criterion2 === undefined) return first;
  const second = meets(criteria.criterion2, value, text);
  return criteria.operator === "Or" ? first || second : first && second;
};

const hide = (sheet: SheetState, body: Area, column: number, criteria: FilterCriteria | undefined): void => {
  if (!criteria) return;
  for (let row = body.top; row <= body.bottom; row++)
    if (!passes(criteria, sheet, row, column)) sheet.filterHidden.add(row);
};

/** Hides and shows rows anew by every filter of the sheet; Excel does so only when a filter is set or reapplied. */
export const refilter = (book: Workbook, sheet: SheetState): void => {
  sheet.filterHidden = new Set();
  for (const { area, columns } of sheet.tables)
    columns.forEach((column, at) => {
      hide(sheet, { ...area, top: area.top + 1 }, area.left + at, column.filter);
    });
  const { filter } = sheet;
  if (filter)
    for (const [at, criteria] of filter.columns)
      hide(sheet, { ...filter.area, top: filter.area.top + 1 }, filter.area.left + at, criteria);
  book.changes.push({ kind: "sheet", sheet: sheet.name, part: "filters" });
};

export const isRowHidden = (sheet: SheetState, row: number): boolean =>
  sheet.filterHidden.has(row) || sheet.rowSizes.get(row)?.hidden === true;

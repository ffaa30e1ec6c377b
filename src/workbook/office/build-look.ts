/** Looks, sizes and rules of a planned sheet, put on a live one. Every line is one thing asked of Excel. */
import { parseArea } from "../../book/address";
import {
  lastColumn,
  lastRow,
  type Comparison,
  type Highlight,
  type Look,
  type Print,
  type Protection,
  type RangeLook,
  type Sheet,
  type Validation,
  type ValidationRule,
} from "../../book/book";
import { once } from "./table-shape";

/** Queues what `range` asks; the range is forgotten with the request. */
export const rangeAt = (sheet: Excel.Worksheet, address: string): Excel.Range =>
  once(sheet.getRange(address));

const edges = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideHorizontal",
  "InsideVertical",
] as const;

export const capital = <Text extends string>(text: Text): Capitalize<Text> =>
  (text.slice(0, 1).toUpperCase() + text.slice(1)) as Capitalize<Text>;

const putFont = (font: Excel.RangeFont, look: Look): void => {
  if (look.fontName !== undefined) font.name = look.fontName;
  if (look.fontSize !== undefined) font.size = look.fontSize;
  if (look.bold !== undefined) font.bold = look.bold;
  if (look.italic !== undefined) font.italic = look.italic;
  if (look.underline !== undefined) font.underline = look.underline ? "Single" : "None";
  if (look.color !== undefined) font.color = look.color;
};

/** One cell has no inside to draw. */
const edgesOf = (address: string): readonly (typeof edges)[number][] =>
  /^[A-Z]+\d+$/u.test(address) ? edges.slice(0, 4) : edges;

/** A matrix of the range's shape; whole columns and rows take a matrix of one (OfficeDev/office-js-docs-pr #5400). */
const formatsFor = (address: string, format: string): string[][] => {
  const area = parseArea(address);
  const whole = area === undefined || area.bottom === lastRow - 1 || area.right === lastColumn - 1;
  if (whole) return [[format]];
  const line = new Array<string>(area.right - area.left + 1).fill(format);
  return Array.from({ length: area.bottom - area.top + 1 }, () => line);
};

export const putLook = (sheet: Excel.Worksheet, { range: address, look }: RangeLook): void => {
  const range = rangeAt(sheet, address);
  const { format } = range;
  putFont(format.font, look);
  if (look.fill !== undefined) format.fill.color = look.fill;
  if (look.horizontal !== undefined) format.horizontalAlignment = capital(look.horizontal);
  if (look.vertical !== undefined) format.verticalAlignment = capital(look.vertical);
  if (look.wrap !== undefined) format.wrapText = look.wrap;
  if (look.locked !== undefined) format.protection.locked = look.locked;
  if (look.numberFormat !== undefined) range.numberFormat = formatsFor(address, look.numberFormat);
  if (look.border !== undefined)
    for (const edge of edgesOf(address)) {
      const border = format.borders.getItem(edge);
      border.style = "Continuous";
      border.color = look.border;
    }
};

/** A character is 7 pixels, a column has a margin of 5 more; Excel asks for points. */
const pointsOf = (characters: number): number => Math.round(characters * 7 + 5) * 0.75;

export const putSizes = (
  live: Excel.Worksheet,
  { columns, rows, defaultRowHeight }: Pick<Sheet, "columns" | "rows" | "defaultRowHeight">,
): void => {
  if (defaultRowHeight !== undefined) once(live.getRange()).format.rowHeight = defaultRowHeight;
  for (const { column, width, hidden } of columns) {
    const range = once(live.getRangeByIndexes(0, column, 1, 1));
    const whole = once(range.getEntireColumn());
    whole.format.columnWidth = pointsOf(width);
    if (hidden === true) whole.columnHidden = true;
  }
  for (const { row, height, hidden } of rows) {
    const whole = once(once(live.getRangeByIndexes(row, 0, 1, 1)).getEntireRow());
    if (height !== undefined) whole.format.rowHeight = height;
    if (hidden === true) whole.rowHidden = true;
  }
};

const operators: Readonly<Record<Comparison, Excel.BasicDataValidation["operator"]>> = {
  between: "Between",
  notBetween: "NotBetween",
  equal: "EqualTo",
  notEqual: "NotEqualTo",
  greaterThan: "GreaterThan",
  lessThan: "LessThan",
  greaterOrEqual: "GreaterThanOrEqualTo",
  lessOrEqual: "LessThanOrEqualTo",
};

const ruleOf = (rule: ValidationRule): Excel.DataValidationRule => {
  if (rule.kind === "list") return { list: { inCellDropDown: true, source: rule.source } };
  if (rule.kind === "custom") return { custom: { formula: rule.formula } };
  const operator = operators[rule.comparison];
  const { first, second } = rule;
  // A day's limit goes as a formula or text: the client makes a date of a number.
  if (rule.kind === "date")
    return {
      date:
        second === undefined
          ? { operator, formula1: String(first) }
          : { operator, formula1: String(first), formula2: String(second) },
    };
  const limits = { operator, formula1: first, ...(second !== undefined && { formula2: second }) };
  if (rule.kind === "whole") return { wholeNumber: limits };
  if (rule.kind === "decimal") return { decimal: limits };
  return { textLength: limits };
};

export const putValidation = (
  sheet: Excel.Worksheet,
  { range, rule, ignoreBlank, alert, prompt }: Validation,
): void => {
  const { dataValidation } = rangeAt(sheet, range);
  if (rule) dataValidation.rule = ruleOf(rule);
  dataValidation.ignoreBlanks = ignoreBlank;
  if (alert)
    dataValidation.errorAlert = {
      showAlert: true,
      style: capital(alert.style),
      title: alert.title,
      message: alert.message,
    };
  else if (rule) dataValidation.errorAlert = { showAlert: false, style: "Stop", title: "", message: "" };
  if (prompt) dataValidation.prompt = { showPrompt: true, title: prompt.title, message: prompt.message };
};

const sides = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const;

export const putHighlight = (
  sheet: Excel.Worksheet,
  { range, formula, look, stopIfTrue }: Highlight,
): void => {
  const added = rangeAt(sheet, range).conditionalFormats.add("Custom");
  const { rule, format } = added.custom;
  rule.formula = formula;
  if (look.fill !== undefined) format.fill.color = look.fill;
  if (look.color !== undefined) format.font.color = look.color;
  if (look.bold !== undefined) format.font.bold = look.bold;
  if (look.strike !== undefined) format.font.strikethrough = look.strike;
  if (look.border !== undefined)
    for (const side of sides) {
      const border = format.borders.getItem(side);
      border.style = "Continuous";
      border.color = look.border;
    }
  if (stopIfTrue === true) added.stopIfTrue = true;
};

const ends = [
  "leftHeader",
  "centerHeader",
  "rightHeader",
  "leftFooter",
  "centerFooter",
  "rightFooter",
] as const;

/** Pages across and in which order, what is printed on each. */
export const putPages = (
  { pageLayout }: Excel.Worksheet,
  { fitWide, fitTall, scale, titleColumns, acrossFirst }: Omit<Print, "orientation" | "paper">,
): void => {
  if (fitWide !== undefined || fitTall !== undefined)
    pageLayout.zoom = {
      ...(fitWide !== undefined && { horizontalFitToPages: fitWide }),
      ...(fitTall !== undefined && { verticalFitToPages: fitTall }),
    };
  else if (scale !== undefined) pageLayout.zoom = { scale };
  if (titleColumns !== undefined) pageLayout.setPrintTitleColumns(titleColumns.replace(/[A-Z]+/gu, "$$$&"));
  if (acrossFirst === true) pageLayout.printOrder = "OverThenDown";
};

/** ExcelApi 1.9. */
export const putPrint = (sheet: Excel.Worksheet, print: Print): void => {
  const { pageLayout } = sheet;
  pageLayout.orientation = capital(print.orientation);
  pageLayout.paperSize = "A4";
  putPages(sheet, print);
  if (print.area !== undefined) pageLayout.setPrintArea(print.area);
  if (print.titleRows !== undefined) pageLayout.setPrintTitleRows(print.titleRows.replace(/\d+/gu, "$$$&"));
  if (print.centerHorizontally === true) pageLayout.centerHorizontally = true;
  if (print.centerVertically === true) pageLayout.centerVertically = true;
  if (print.margins) pageLayout.setPrintMargins("Points", print.margins);
  const { defaultForAllPages } = pageLayout.headersFooters;
  for (const place of ends) {
    const text = print[place];
    if (text !== undefined) defaultForAllPages[place] = text;
  }
  for (const row of print.pageBreaks ?? []) sheet.horizontalPageBreaks.add(`A${row + 1}`);
};

export const putProtection = (sheet: Excel.Worksheet, protection: Protection): void => {
  sheet.protection.protect({
    ...(protection.allowFormatColumns !== undefined && { allowFormatColumns: protection.allowFormatColumns }),
    ...(protection.allowFilter !== undefined && { allowAutoFilter: protection.allowFilter }),
    ...(protection.allowSort !== undefined && { allowSort: protection.allowSort }),
  });
};

export const putFreeze = (sheet: Excel.Worksheet, { rows, columns }: NonNullable<Sheet["freeze"]>): void => {
  if (rows > 0 && columns > 0) sheet.freezePanes.freezeAt(once(sheet.getRangeByIndexes(0, 0, rows, columns)));
  else if (rows > 0) sheet.freezePanes.freezeRows(rows);
  else if (columns > 0) sheet.freezePanes.freezeColumns(columns);
};

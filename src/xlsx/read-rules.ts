import { cellAddress, type Area, parseArea } from "../book/address";
import type { Comparison, Highlight, Validation, ValidationRule } from "../book/book";
import { toShownFormula } from "../book/structured";
import { shiftFormula } from "./formula-shift";
import type { LostNotes } from "./lost";
import { rangeText } from "./read-ranges";
import type { ReadStyles } from "./read-looks";
import { XlsxRefused } from "./refusal";
import { unescapeExcel } from "./xml-bytes";
import { isTrue } from "./xml-tags";
import { childOf, childrenOf, withinOf, type XmlElement } from "./xml-tree";

const mostRanges = 20_000;

/** What all rules of one kind on a sheet may make: each range counts for some characters and its formulas' own. */
const mostMade = 10_000_000;
const madeByRange = 100;

/** @throws XlsxRefused where many rules for many ranges make more than anybody could have meant */
const roomForRules = (): ((ranges: number, letters: number) => void) => {
  let left = mostMade;
  return (ranges, letters) => {
    left -= ranges * (madeByRange + letters);
    if (left < 0) throw new XlsxRefused("too-many-rules", "ranges");
  };
};

/** A rule for several ranges becomes one for each. @throws XlsxRefused where they are more than anybody would mark */
const rangesOf = (text: string): readonly Area[] => {
  const ranges = text.split(/[\s,]+/u, mostRanges + 1);
  if (ranges.length > mostRanges)
    throw new XlsxRefused("too-many-rules", `a rule for over ${mostRanges} ranges`);
  return ranges.flatMap((range) => (range === "" ? [] : (parseArea(range) ?? [])));
};

/** A formula meant for the first range, as it reads for another. */
const moved = (formula: string, first: Area, to: Area): string =>
  first.top === to.top && first.left === to.left
    ? formula
    : shiftFormula(formula, to.top - first.top, to.left - first.left);

const shown = (formula: string): string => toShownFormula(`=${formula}`, undefined);

const comparisons: Readonly<Record<string, Comparison>> = {
  between: "between",
  notBetween: "notBetween",
  equal: "equal",
  notEqual: "notEqual",
  greaterThan: "greaterThan",
  lessThan: "lessThan",
  greaterThanOrEqual: "greaterOrEqual",
  lessThanOrEqual: "lessOrEqual",
};

const kinds = { whole: "whole", decimal: "decimal", date: "date", textLength: "textLength" } as const;

const operand = (text: string): number | string => {
  const value = Number(text);
  return text.trim() !== "" && Number.isFinite(value) ? value : shown(text);
};

/** Excel holds formulas of validations to 255 characters. */
const longest = 256;

/** The rule of a validation; `undefined` for none, `null` for one a `Book` cannot say. */
const ruleOf = (
  type: string,
  operator: string,
  formulas: readonly string[],
): ValidationRule | null | undefined => {
  if (type === "none") return undefined;
  const [first = "", second = ""] = formulas;
  if (first.trim() === "" || formulas.some((formula) => formula.length >= longest)) return null;
  if (type === "list") return { kind: "list", source: shown(first) };
  if (type === "custom") return { kind: "custom", formula: shown(first) };
  // A time of day is a part of a day: a number as any other.
  const kind =
    type === "time" ? "decimal" : Object.hasOwn(kinds, type) ? kinds[type as keyof typeof kinds] : undefined;
  const comparison = Object.hasOwn(comparisons, operator) ? comparisons[operator] : undefined;
  if (!kind || !comparison) return null;
  const two = comparison === "between" || comparison === "notBetween";
  if (two && second.trim() === "") return null;
  return { kind, comparison, first: operand(first), ...(two ? { second: operand(second) } : {}) };
};

const movedRule = (rule: ValidationRule, first: Area, to: Area): ValidationRule => {
  const move = <T extends number | string>(value: T): T =>
    (typeof value === "string" ? moved(value, first, to) : value) as T;
  if (rule.kind === "list") return { ...rule, source: move(rule.source) };
  if (rule.kind === "custom") return { ...rule, formula: move(rule.formula) };
  return {
    ...rule,
    first: move(rule.first),
    ...(rule.second === undefined ? {} : { second: move(rule.second) }),
  };
};

/** In Office's later part of a sheet formula and ranges are elements of their own. */
const textIn = (element: XmlElement | undefined): string =>
  childOf(element, "f")?.text ?? element?.text ?? "";

const validationOf = (
  element: XmlElement,
  sheet: string,
  lost: LostNotes,
  take: ReturnType<typeof roomForRules>,
): readonly Validation[] => {
  const text = (name: string, most: number): string | undefined => {
    const value = element.attribute(name);
    return value === undefined ? undefined : unescapeExcel(value).slice(0, most);
  };
  const ranges = rangesOf(element.attribute("sqref") ?? childOf(element, "sqref")?.text ?? "");
  const [first] = ranges;
  const formulas = [childOf(element, "formula1"), childOf(element, "formula2")].map(textIn);
  const rule = ruleOf(
    element.attribute("type") ?? "none",
    element.attribute("operator") ?? "between",
    formulas,
  );
  if (!first || rule === null) {
    lost.note("validations", sheet);
    return [];
  }
  take(ranges.length, formulas.join("").length);
  const [title, message] = [text("errorTitle", 32), text("error", 225)];
  const style = element.attribute("errorStyle") ?? "stop";
  const enforced = isTrue(element.attribute("showErrorMessage"));
  const told = style === "warning" || style === "information" ? style : "stop";
  const alert: Pick<Validation, "alert"> =
    rule && enforced ? { alert: { style: told, title: title ?? "", message: message ?? "" } } : {};
  const [promptTitle, promptText] = [text("promptTitle", 32), text("prompt", 255)];
  const prompted =
    isTrue(element.attribute("showInputMessage")) && (promptTitle !== undefined || promptText !== undefined);
  return ranges.map((area) => ({
    range: rangeText(area),
    ...(rule ? { rule: movedRule(rule, first, area) } : {}),
    ignoreBlank: isTrue(element.attribute("allowBlank")),
    ...alert,
    ...(prompted ? { prompt: { title: promptTitle ?? "", message: promptText ?? "" } } : {}),
  }));
};

/** What cells may hold, in the file's order. */
export const readValidations = (
  worksheet: XmlElement,
  sheet: string,
  lost: LostNotes,
): readonly Validation[] => {
  const take = roomForRules();
  return withinOf(worksheet, "dataValidation").flatMap((element) => validationOf(element, sheet, lost, take));
};

/** Kinds of rules that have their condition written out as a formula. */
const spelt = new Set(
  (
    "expression containsText notContainsText beginsWith endsWith containsBlanks notContainsBlanks containsErrors " +
    "notContainsErrors timePeriod"
  ).split(" "),
);

const signs: Readonly<Record<string, string>> = {
  equal: "=",
  notEqual: "<>",
  greaterThan: ">",
  lessThan: "<",
  greaterThanOrEqual: ">=",
  lessThanOrEqual: "<=",
};

/** The condition of a rule as a formula; nothing where it has none. */
const conditionOf = (rule: XmlElement, first: Area): string | undefined => {
  const type = rule.attribute("type") ?? "";
  const [one, two] = childrenOf(rule, "formula").map(({ text }) => text);
  if (one === undefined || one.trim() === "") return undefined;
  if (spelt.has(type)) return shown(one);
  if (type !== "cellIs") return undefined;
  const cell = cellAddress(first.top, first.left);
  const operator = rule.attribute("operator") ?? "";
  if (operator === "between" && two !== undefined) return shown(`AND(${cell}>=${one},${cell}<=${two})`);
  if (operator === "notBetween" && two !== undefined) return shown(`OR(${cell}<${one},${cell}>${two})`);
  const sign = Object.hasOwn(signs, operator) ? signs[operator] : undefined;
  return sign === undefined ? undefined : shown(`${cell}${sign}${one}`);
};

/** Conditional formats, the strongest first. Bars, scales and icons are lost. */
export const readHighlights = (
  worksheet: XmlElement,
  sheet: string,
  { highlights }: ReadStyles,
  lost: LostNotes,
): readonly Highlight[] => {
  const take = roomForRules();
  const found = childrenOf(worksheet, "conditionalFormatting").flatMap((format) => {
    const ranges = rangesOf(format.attribute("sqref") ?? "");
    const [first] = ranges;
    return childrenOf(format, "cfRule").flatMap((rule) => {
      const formula = first && conditionOf(rule, first);
      const style = highlights[Number(rule.attribute("dxfId") ?? -1)];
      if (!first || formula === undefined || !style) {
        lost.note("highlights", sheet);
        return [];
      }
      take(ranges.length, formula.length);
      if (style.lost) lost.note("highlights", sheet);
      const stop = isTrue(rule.attribute("stopIfTrue")) ? { stopIfTrue: true } : {};
      return ranges.map((area) => ({
        priority: Number(rule.attribute("priority") ?? 0),
        highlight: {
          range: rangeText(area),
          formula: moved(formula, first, area),
          look: style.look,
          ...stop,
        },
      }));
    });
  });
  lost.note("highlights", sheet, withinOf(childOf(worksheet, "extLst"), "cfRule").length);
  return found.sort((a, b) => a.priority - b.priority).map(({ highlight }) => highlight);
};

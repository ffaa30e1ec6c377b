import type { Comparison, Highlight, Validation, ValidationRule } from "../book/book";
import type { StyleSheet } from "./write-styles";
import { formulaXml } from "./write-table";
import { attributes } from "./xml-text";

/** "A4:C9,E4" → "A4:C9 E4", as a file writes several ranges. */
const sqref = (range: string): string => range.split(/[\s,]+/u).join(" ");

const operators: Readonly<Record<Comparison, string | undefined>> = {
  between: undefined,
  notBetween: "notBetween",
  equal: "equal",
  notEqual: "notEqual",
  greaterThan: "greaterThan",
  lessThan: "lessThan",
  greaterOrEqual: "greaterThanOrEqual",
  lessOrEqual: "lessThanOrEqual",
};

const atMost = (length: number, text: string | undefined, what: string): string | undefined => {
  if (text !== undefined && text.length > length)
    throw new Error(`${what} over ${length} characters: ${text}`);
  return text;
};

const operand = (value: number | string): string => {
  if (typeof value === "number") return String(value);
  // Excel calls the file damaged above 255.
  atMost(256, value, "validation formula");
  return formulaXml(value, undefined);
};

const operandsOf = (rule: ValidationRule): readonly (number | string)[] => {
  if (rule.kind === "list") return [rule.source];
  if (rule.kind === "custom") return [rule.formula];
  return rule.second === undefined ? [rule.first] : [rule.first, rule.second];
};

const validationXml = ({ range, rule, ignoreBlank, alert, prompt }: Validation): string => {
  const head = attributes({
    type: rule?.kind,
    errorStyle: alert && alert.style !== "stop" ? alert.style : undefined,
    operator: rule && "comparison" in rule ? operators[rule.comparison] : undefined,
    allowBlank: ignoreBlank || undefined,
    showInputMessage: prompt !== undefined || undefined,
    // Said aloud: openpyxl takes what is left out for a yes.
    showErrorMessage: rule && alert !== undefined,
    errorTitle: atMost(32, alert?.title, "alert title"),
    error: atMost(225, alert?.message, "alert"),
    promptTitle: atMost(32, prompt?.title, "prompt title"),
    prompt: atMost(255, prompt?.message, "prompt"),
    sqref: sqref(range),
  });
  const formulas = (rule ? operandsOf(rule) : []).map(
    (value, i) => `<formula${i + 1}>${operand(value)}</formula${i + 1}>`,
  );
  return formulas.length === 0
    ? `<dataValidation${head}/>`
    : `<dataValidation${head}>${formulas.join("")}</dataValidation>`;
};

export const validationsXml = (validations: readonly Validation[]): string =>
  validations.length === 0
    ? ""
    : `<dataValidations count="${validations.length}">${validations.map(validationXml).join("")}</dataValidations>`;

/** Conditional formats; the first has priority 1, the strongest. */
export const highlightsXml = (highlights: readonly Highlight[], styles: StyleSheet): string =>
  highlights
    .map(({ range, formula, look, stopIfTrue }, i) => {
      const rule = attributes({
        type: "expression",
        dxfId: styles.highlight(look),
        priority: i + 1,
        stopIfTrue: stopIfTrue || undefined,
      });
      return (
        `<conditionalFormatting${attributes({ sqref: sqref(range) })}><cfRule${rule}>` +
        `<formula>${formulaXml(formula, undefined)}</formula></cfRule></conditionalFormatting>`
      );
    })
    .join("");

/** A column's validation as Excel tells it, in the plan's words. */
import type { Comparison, ValidationRule } from "../../book/book";
import type { AlertSeen, RuleSeen } from "../plan/inspected";

const comparisons: Readonly<Record<string, Comparison>> = {
  Between: "between",
  NotBetween: "notBetween",
  EqualTo: "equal",
  NotEqualTo: "notEqual",
  GreaterThan: "greaterThan",
  LessThan: "lessThan",
  GreaterThanOrEqualTo: "greaterOrEqual",
  LessThanOrEqualTo: "lessOrEqual",
};

interface Limits {
  readonly operator: string;
  readonly formula1: unknown;
  readonly formula2?: unknown;
}

const limit = (given: unknown): number | string => (typeof given === "number" ? given : String(given));

const limited = (
  kind: Extract<ValidationRule, { readonly comparison: Comparison }>["kind"],
  { operator, formula1, formula2 }: Limits,
): ValidationRule => ({
  kind,
  comparison: comparisons[operator] ?? "between",
  first: limit(formula1),
  ...(formula2 === undefined || formula2 === null || formula2 === "" ? {} : { second: limit(formula2) }),
});

const styles: Readonly<Record<string, AlertSeen>> = {
  Stop: "stop",
  Warning: "warning",
  Information: "information",
};

/** @param alert nothing where cells differ. */
export const alertSeen = (alert: Excel.DataValidationErrorAlert | null | undefined): AlertSeen => {
  if (alert === null || alert === undefined) return undefined;
  return alert.showAlert ? styles[alert.style] : "silent";
};

/** @param type "None" also where there is but a prompt; "Inconsistent" and "MixedCriteria" where cells differ. */
export const ruleSeen = (type: string, rule: Excel.DataValidationRule | null | undefined): RuleSeen => {
  if (type === "Inconsistent" || type === "MixedCriteria") return "mixed";
  if (type === "None" || rule === null || rule === undefined) return "none";
  if (rule.list !== undefined) {
    const { source } = rule.list;
    // A range never comes back: Excel tells its address.
    return typeof source === "string" ? { kind: "list", source } : "mixed";
  }
  if (rule.custom !== undefined) return { kind: "custom", formula: rule.custom.formula };
  if (rule.wholeNumber !== undefined) return limited("whole", rule.wholeNumber);
  if (rule.decimal !== undefined) return limited("decimal", rule.decimal);
  if (rule.date !== undefined) return limited("date", rule.date);
  if (rule.textLength !== undefined) return limited("textLength", rule.textLength);
  return "mixed";
};

/**
 * What 同意接收信息 of 客户档案 says (R15), as people write it where the drop-down did not stop them. The sheet's formula
 * reads by these very lists (workbook/plan/formulas/care.ts).
 */
import { plain } from "../kit/text";
import type { Consent } from "./care-calendar";

/** As the drop-down has it. */
export const agreed = "是";

/** Any of these is a no, whatever else stands beside it. */
export const refusingAnywhere = ["不", "否", "勿", "别", "拒", "莫", "×", "✗", "✘"] as const;

/** These are a no where nothing else stands there; upper case too, and in full width. */
export const refusingAlone = ["n", "no", "false", "0", "未同意", "没同意", "x"] as const;

const agreeingAlone: readonly string[] = [
  agreed,
  "同意",
  "愿意",
  "可",
  "可以",
  "好",
  "好的",
  "y",
  "yes",
  "true",
  "1",
  "√",
  "✓",
  "✔",
  "v",
];

const refuses = new Set<string>(refusingAlone);
const agrees = new Set<string>(agreeingAlone);

/** Nothing where it says neither. */
export const readConsent = (typed: string): Consent | undefined => {
  const text = plain(typed).toLowerCase();
  if (refuses.has(text) || refusingAnywhere.some((word) => text.includes(word))) return "no";
  return agrees.has(text) ? "yes" : undefined;
};

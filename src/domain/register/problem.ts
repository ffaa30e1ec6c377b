import type { FormKey } from "../forms/index";
import type { Change } from "./change";
import type { Answer } from "./register";

export type Severity = "error" | "warning" | "hint";

/** "R2" … "R20": the rule of the house that says so. */
export type RuleNumber = `R${number}`;

/**
 * What is wrong with data, as data. Its wording is in one catalogue, by `code`.
 * Where it stands is optional from coarse to fine: a missing sheet has no row.
 */
export interface Problem {
  readonly code: string;
  readonly rule: RuleNumber;
  readonly severity: Severity;
  readonly form: FormKey;
  readonly sheet: string;
  /** The sheet's row number, 1-based. */
  readonly row?: number;
  readonly key?: string;
  readonly caption?: string;
  /** The cell's value as it stands. */
  readonly value?: Answer;
  /** What the wording needs besides: other rows, names, limits. */
  readonly facts?: Readonly<Record<string, Answer>>;
  /** Where there is one right answer. */
  readonly fix?: readonly Change[];
}

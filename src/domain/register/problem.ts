import type { FormKey } from "../forms/index";
import type { Change } from "./change";
import type { Answer, RawCell } from "./register";
import { catalogue, type ProblemCode } from "./wording";

export type Severity = "error" | "warning" | "hint";

/** "R2" … "R20": the rule of the house that says so. */
export type RuleNumber = `R${number}`;

/**
 * What is wrong with data, as data. Its wording is in one catalogue, by `code`.
 * Where it stands is optional from coarse to fine: a missing sheet has no row.
 */
export interface Problem {
  readonly code: ProblemCode;
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

/** What is wrong within one row of answers, wherever the row stands. */
export interface Finding {
  readonly code: ProblemCode;
  readonly rule: RuleNumber;
  readonly severity: Severity;
  readonly key?: string;
  readonly caption?: string;
  readonly value?: Answer;
  readonly facts?: Readonly<Record<string, Answer>>;
  /** The one right answer, by key. */
  readonly becomes?: Readonly<Record<string, Answer>>;
}

const judged = (code: ProblemCode) => ({
  code,
  rule: catalogue[code].rule,
  severity: catalogue[code].severity,
});

type FindingMore = Omit<Finding, "code" | "rule" | "severity">;

export const finding = (code: ProblemCode, more: FindingMore = {}): Finding => ({ ...more, ...judged(code) });

type ProblemMore = Omit<Problem, "code" | "rule" | "severity">;

export const problem = (code: ProblemCode, more: ProblemMore): Problem => ({ ...more, ...judged(code) });

/** As messages show a cell; an empty one has no value. */
export const shown = (raw: RawCell): Answer | undefined =>
  raw === null || raw === "" ? undefined : typeof raw === "boolean" ? (raw ? "TRUE" : "FALSE") : raw;

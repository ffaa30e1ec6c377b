/** How the catalogue's lines are written: the rule, how bad it is, then what is wrong and what to do, in both tongues. */
import type { RuleNumber, Severity } from "../problem";

type Lines = readonly [says: string, remedy: string];

export interface Wording {
  readonly rule: RuleNumber;
  readonly severity: Severity;
  readonly zh: Lines;
  readonly en: Lines;
}

const say =
  (severity: Severity) =>
  (rule: RuleNumber, zh: Lines, en: Lines): Wording => ({ rule, severity, zh, en });
export const error = say("error");
export const warning = say("warning");
export const hint = say("hint");

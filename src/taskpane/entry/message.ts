import type { Severity } from "../../domain/register/problem";

/** What is to be said beside a blank. */
export interface Message {
  readonly severity: Severity;
  readonly says: string;
  readonly remedy: string;
  /** The rule of the house, "R2"; "" for none. */
  readonly rule: string;
  /** What puts it right without anything lost: words go to another blank. */
  readonly move?: { readonly to: string; readonly run: () => void };
}

/** By the blank's key; "" for what concerns the whole entry. */
export type Messages = ReadonlyMap<string, readonly Message[]>;

export const noMessages: Messages = new Map();

const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 };

/** The gravest first. */
export const gravest = (messages: readonly Message[]): readonly Message[] =>
  [...messages].sort((a, b) => ranks[a.severity] - ranks[b.severity]);

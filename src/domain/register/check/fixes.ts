/** What the fixes of some problems change, shown before it is done. */
import { type FormKey, formOf } from "../../forms/index";
import type { Change } from "../change";
import type { Problem } from "../problem";
import type { Answer, RawCell } from "../register";

export interface FixLine {
  readonly change: Change;
  readonly problem: Problem;
  readonly form: FormKey;
  readonly sheet: string;
  /** Absent for a row to be added. */
  readonly row?: number;
  readonly caption: string;
  readonly was: RawCell;
  readonly becomes: Answer | null;
}

const target = (change: Change): string => {
  switch (change.kind) {
    case "set":
      return `${change.form}/${change.row}/${change.key}`;
    case "append":
      // A client has one row of 等级跟踪, however many problems would add it.
      return `${change.form}+${change.form === "grades" ? change.row["clientId"] : JSON.stringify(change.row)}`;
    case "ownColumn":
      return `${change.form}+own/${change.caption}`;
    case "counter":
      return `counter/${change.prefix}`;
  }
};

/** Every change once, the first of two for one cell; of a counter the highest. */
const distinct = (problems: readonly Problem[]): readonly { change: Change; problem: Problem }[] => {
  const found = new Map<string, { change: Change; problem: Problem }>();
  for (const problem of problems) {
    for (const change of problem.fix ?? []) {
      const key = target(change);
      const other = found.get(key)?.change;
      const higher = change.kind === "counter" && other?.kind === "counter" && change.highest > other.highest;
      if (other === undefined || higher) found.set(key, { change, problem });
    }
  }
  return [...found.values()];
};

/** The changes that put these problems right. */
export const applyFixes = (problems: readonly Problem[]): readonly Change[] =>
  distinct(problems).map(({ change }) => change);

/** The same, a line a cell or row for people to see: was, becomes. Counters are not shown. */
export const previewFixes = (problems: readonly Problem[]): readonly FixLine[] =>
  distinct(problems).flatMap(({ change, problem }): readonly FixLine[] => {
    if (change.kind === "counter") return [];
    const form = formOf(change.form);
    const sheet = change.form === problem.form ? problem.sheet : form.sheet;
    const line = { change, problem, form: change.form, sheet };
    if (change.kind === "set") {
      const caption = form.fields[change.key]?.caption ?? change.key;
      return [{ ...line, row: change.row, caption, was: change.was, becomes: change.value }];
    }
    if (change.kind === "ownColumn") return [{ ...line, caption: change.caption, was: null, becomes: "" }];
    const said = String(change.row["clientId"] ?? Object.values(change.row)[0] ?? "");
    return [{ ...line, caption: form.title, was: null, becomes: said }];
  });

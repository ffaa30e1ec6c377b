/** 收编: the same record on two sheets of one file, 总表 and 9月, is one record. */
import type { FormEntry } from "./adopt-table";

/** Who, when and in which words; of a visit the rest fills blanks of 来访登记, and is said where it is otherwise. */
const saidOf = ({
  form,
  name,
  number,
  phones,
  contact,
  at,
  consultant,
  grade,
  answers,
  own,
}: FormEntry): string =>
  JSON.stringify([
    form,
    name,
    number ?? "",
    phones.map(({ shown }) => shown),
    contact ?? "",
    at,
    consultant,
    grade ?? "",
    form === "visitors"
      ? (answers["notes"] ?? "")
      : [Object.entries(answers).sort(), Object.entries(own).sort()],
  ]);

const repeatable: readonly string[] = ["visitors", "calls", "followUps"];

/** 首访 and 复访 as their tables are called. */
const isOtherVisit = (one: FormEntry, other: FormEntry): boolean => {
  const [first, second] = [one.source.whichVisit, other.source.whichVisit];
  return first !== undefined && second !== undefined && first !== second;
};

/**
 * By entry, the one of another table that says the same, the first in time. Rows of one table that say the same are as
 * many records.
 * @param tableOf what an entry stands in
 */
export const saidElsewhere = (
  entries: readonly FormEntry[],
  tableOf: (entry: FormEntry) => unknown,
): ReadonlyMap<FormEntry, FormEntry> => {
  /** By what is said, each table's in turn: the second of a table repeats the second of another. */
  const first = new Map<string, FormEntry[]>();
  const found = new Map<FormEntry, FormEntry>();
  const counts = new Map<unknown, Map<string, number>>();
  for (const entry of entries) {
    if (!repeatable.includes(entry.form)) continue;
    const [table, said] = [tableOf(entry), saidOf(entry)];
    const its = counts.get(table) ?? new Map<string, number>();
    counts.set(table, its);
    const at = its.get(said) ?? 0;
    its.set(said, at + 1);
    const known = first.get(said) ?? [];
    first.set(said, known);
    const twin = known[at];
    if (twin === undefined || isOtherVisit(twin, entry)) known.push(entry);
    else if (tableOf(twin) !== table) found.set(entry, twin);
  }
  return found;
};

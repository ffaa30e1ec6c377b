/** R14: what of the chosen repairs comes when, in an open workbook as in a file. */
import { type FormKey, formOf as paperOf } from "../../domain/forms/index";
import type { Damage } from "./damage";
import type { TableSeen } from "./inspected";
import { isStructural, type Repair, repairKey, type RowSpan } from "./repair";

export type Of<K extends Repair["kind"]> = Extract<Repair, { readonly kind: K }>;
export const of = <K extends Repair["kind"]>(
  repairs: readonly Repair[],
  ...kinds: readonly K[]
): readonly Of<K>[] =>
  repairs.filter((each): each is Of<K> => (kinds as readonly string[]).includes(each.kind));

export const formOf = (repair: Repair): FormKey | undefined => ("form" in repair ? repair.form : undefined);

/** When all stands where it belongs: what was chosen, and what came of our own steps, which is ours to put right too. */
export const dressingAfter = (
  chosen: readonly Repair[],
  before: readonly Damage[],
  now: readonly Damage[],
): readonly Repair[] => {
  const known = new Set(before.flatMap((damage) => damage.repair.map(repairKey)));
  const wanted = new Set(chosen.map(repairKey));
  return now
    .flatMap((damage) => damage.repair)
    .filter((each) => !isStructural(each) && (wanted.has(repairKey(each)) || !known.has(repairKey(each))));
};

/** Tables whose rules and colours are all laid anew. */
export const reshaped = (chosen: readonly Repair[]): ReadonlySet<FormKey> =>
  new Set(
    of(chosen, "remakeTable", "addColumn", "moveColumn", "takeIn", "renameTable", "addTable").map(
      ({ form }) => form,
    ),
  );

/** The lines of 设置 differ from each other: a column that came back is dressed line by line. */
export const dressesLines = (chosen: readonly Repair[]): boolean =>
  of(chosen, "dressSettings").length > 0 ||
  of(chosen, "addColumn", "moveColumn").some(({ form }) => form === "settingLines");

/**
 * In rows that were just taken in, a typed value in a computed column may be one that stood a column aside: it is
 * reported and left, until somebody has looked.
 */
const rowsAsked = (
  rows: "all" | readonly RowSpan[],
  before: TableSeen | undefined,
  now: TableSeen,
  key: string,
): "all" | readonly RowSpan[] => {
  const bottom = before === undefined ? Infinity : before.headerRow + before.count;
  const blanks = now.columns.get(paperOf(now.key).fields[key]?.caption ?? "")?.blanks ?? [];
  return rows === "all" ? rows : rows.filter((span) => span.last <= bottom || blanks.includes(span));
};

/** @param before the table as it was; nothing where there was none. */
export const formulasAsked = (
  repairs: readonly Of<"restoreFormula">[],
  chosen: readonly Repair[],
  before: TableSeen | undefined,
  now: TableSeen,
): readonly Of<"restoreFormula">[] => {
  const grown = of(chosen, "takeIn").some(({ form }) => form === now.key);
  return repairs.flatMap((each) => {
    const rows = grown ? rowsAsked(each.rows, before, now, each.key) : each.rows;
    return rows.length === 0 ? [] : [{ ...each, rows }];
  });
};

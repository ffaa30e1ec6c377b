/** R14: what a workbook has lost, held against the plan; each with what puts it right. */
import type { Book } from "../../book/book";
import type { Problem } from "../../domain/register/problem";
import { cellDamages } from "./damage-cells";
import { columnDamages } from "./damage-columns";
import { lineDamages } from "./damage-lines";
import { dressDamages, formulasNaming } from "./damage-dress";
import { lostLines, lostLists, lostNames, lostTables } from "./damage-lost";
import type { Inspected } from "./inspected";
import { nameFormula } from "./name-formula";
import { placementOf, plannedTables } from "./placement";
import type { Repair } from "./repair";

export interface Damage {
  readonly problem: Problem;
  readonly repair: readonly Repair[];
  /** Where only people know which of the two it was. */
  readonly instead?: readonly Repair[];
  /** There is one right answer. Otherwise it is offered, and asked. */
  readonly sure: boolean;
}

export const damagesOf = (
  inspected: Inspected,
  plan: Book,
  { strict = false }: { readonly strict?: boolean } = {},
): readonly Damage[] => {
  const planned = plannedTables(plan);
  const names = new Map(plan.names.map(({ name, refersTo }) => [name, refersTo]));
  const columns = [...inspected.tables.values()].map((seen) => ({ seen, ...columnDamages(seen) }));
  const renamed = columns.flatMap((each) => each.renamed);
  const perhaps = columns.flatMap((each) => each.perhaps);
  // A column of the users' own after all: what named it asks for ours again.
  const named = columns.flatMap(({ seen }) => {
    const own = planned.get(seen.key);
    return own === undefined ? [] : formulasNaming({ seen, planned: own, renamed }, perhaps);
  });
  // Rules are meant for columns as they are called in the plan.
  const standing = [...inspected.tables.values()].map((seen) => ({
    ...seen,
    headers: seen.headers.map(
      (header) =>
        renamed.find(({ table, from }) => table === planned.get(seen.key)?.table.name && from === header)
          ?.to ?? header,
    ),
  }));
  const placement = placementOf(planned, standing);
  return [
    ...lostTables(inspected, planned),
    ...lostLists(inspected),
    ...lostLines(inspected),
    ...lostNames(
      inspected,
      (name) => names.get(name),
      (name) => nameFormula({ plan, planned, seen: inspected, placement }, name),
    ),
    ...lineDamages(inspected, plan),
    ...cellDamages(inspected, plan, [...renamed, ...perhaps]),
    ...columns.flatMap(({ seen, damages }) => {
      const own = planned.get(seen.key);
      if (own === undefined) return [];
      const dress = { seen, planned: own, placement, renamed: [...renamed, ...perhaps] };
      return [
        ...damages.map((each) => (each.instead ? { ...each, instead: [...each.instead, ...named] } : each)),
        ...dressDamages(dress, strict),
      ];
    }),
  ];
};

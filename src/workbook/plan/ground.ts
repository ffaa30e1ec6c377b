/** What a repair (R14) stands on: the plan, what was seen of the workbook, and where the plan's columns stand in it. */
import type { Book } from "../../book/book";
import type { FormKey } from "../../domain/forms/index";
import type { Inspected } from "./inspected";
import { type Placement, placementOf, type PlannedTable, plannedTables } from "./placement";

export interface Ground {
  readonly plan: Book;
  readonly planned: ReadonlyMap<FormKey, PlannedTable>;
  readonly seen: Inspected;
  readonly placement: Placement;
}

export const groundOf = (plan: Book, seen: Inspected): Ground => {
  const planned = plannedTables(plan);
  return { plan, planned, seen, placement: placementOf(planned, [...seen.tables.values()]) };
};

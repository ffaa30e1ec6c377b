/** R14: which of a table's highlights are ours, also after columns were lost or moved. */
import type { Highlight } from "../../book/book";
import { highlightsOf } from "./damage-dress";
import {
  comparable,
  placed,
  placedHighlights,
  type Placement,
  type PlannedTable,
  skeleton,
} from "./placement";

/** A short wording may be the user's own; one with a lost place in it, or a long one, is not. */
const longEnough = 20;

export interface OurHighlights {
  /** The planned ones where the columns stand now, the strongest first. */
  readonly wanted: readonly Highlight[];
  readonly isOurs: (formula: string) => boolean;
}

export const ourHighlights = (own: PlannedTable, placement: Placement): OurHighlights => {
  const { name } = own.sheet;
  const wanted = highlightsOf(own).flatMap((each) => placedHighlights(each, name, placement));
  const exact = new Set(wanted.map(({ formula }) => comparable(formula)));
  const known = new Set([
    ...wanted.map(({ formula }) => skeleton(formula)),
    ...highlightsOf(own).map(({ formula }) => skeleton(placed(formula, name, placement))),
  ]);
  return {
    wanted,
    isOurs: (formula) =>
      exact.has(comparable(formula)) ||
      (known.has(skeleton(formula)) && (formula.includes("#REF!") || skeleton(formula).length >= longEnough)),
  };
};

/** R14: which of a table's highlights are ours, also after columns were lost or moved. */
import type { Highlight, Look } from "../../book/book";
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

/** A highlight by what it asks and how it shows it; a user's own has another look, or asks something else. */
const said = (asks: string, look: Look | undefined): string | undefined =>
  look && JSON.stringify([asks, look.fill?.toUpperCase(), look.color?.toUpperCase(), look.bold ?? false]);

export interface OurHighlights {
  /** The planned ones where the columns stand now, the strongest first. */
  readonly wanted: readonly Highlight[];
  /** @param look where it is known: a program that moves cells alone leaves ours behind, however short. */
  readonly isOurs: (formula: string, look?: Look) => boolean;
}

export const ourHighlights = (own: PlannedTable, placement: Placement): OurHighlights => {
  const { name } = own.sheet;
  const wanted = highlightsOf(own).flatMap((each) => placedHighlights(each, name, placement));
  const exact = new Set(wanted.map(({ formula }) => comparable(formula)));
  const known = new Set([
    ...wanted.map(({ formula }) => skeleton(formula)),
    ...highlightsOf(own).map(({ formula }) => skeleton(placed(formula, name, placement))),
  ]);
  const looks = new Set(highlightsOf(own).map((each) => said(skeleton(each.formula), each.look)));
  return {
    wanted,
    isOurs: (formula, look) =>
      exact.has(comparable(formula)) ||
      looks.has(said(skeleton(formula), look)) ||
      (known.has(skeleton(formula)) && (formula.includes("#REF!") || skeleton(formula).length >= longEnough)),
  };
};

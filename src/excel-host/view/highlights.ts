import { holds } from "../../book/address";
import type { HighlightLook, Value } from "../../book/book";
import type { Rule } from "../calculator-univer";
import type { HighlightState, SheetState } from "../model/workbook";

type MakeRule = (formula: string, sheet: string, anchor: { row: number; column: number }) => Rule;

export interface Highlights {
  /** The conditional formats that hold for a cell, strongest first. */
  at(sheet: SheetState, row: number, column: number): readonly HighlightLook[];
  /** To be called whenever a cell, a name or a rule may have changed. */
  forget(): void;
}

const isTrue = (value: Value): boolean => value === true || (typeof value === "number" && value !== 0);

/** Computes conditional formats for the cells that are drawn, and remembers what they came to. */
export const createHighlights = (makeRule: MakeRule): Highlights => {
  let rules = new Map<HighlightState, Rule>();
  let known = new Map<string, boolean>();
  const ruleOf = (sheet: SheetState, highlight: HighlightState): Rule => {
    const made = rules.get(highlight) ?? makeRule(highlight.formula, sheet.name, highlight.anchor);
    rules.set(highlight, made);
    return made;
  };
  return {
    at: (sheet, row, column) => {
      const looks: HighlightLook[] = [];
      for (const highlight of sheet.highlights) {
        if (!highlight.areas.some((area) => holds(area, row, column))) continue;
        const rule = ruleOf(sheet, highlight);
        const key = `${sheet.id} ${highlight.id} ${row} ${rule.sameAcross ? "" : column}`;
        let holdsTrue = known.get(key);
        if (holdsTrue === undefined) {
          holdsTrue = isTrue(rule.at(row, column));
          known.set(key, holdsTrue);
        }
        if (!holdsTrue) continue;
        looks.push(highlight.look);
        if (highlight.stopIfTrue) break;
      }
      return looks;
    },
    forget: () => {
      rules = new Map();
      known = new Map();
    },
  };
};

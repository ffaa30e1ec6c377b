import { nothing } from "../../rules/nothing-to-say";
import { countedLength, isPerfunctory, minimumLength, surelySaysEnough } from "../../rules/completeness";
import { finding, type Finding } from "../problem";
import type { Answer } from "../register";

/** R8: what is wrong with a talk's length or words; an empty one and `/` are R3's business. */
export const thinness = (
  method: string,
  notes: Answer | undefined,
  key: string,
  caption: string,
): readonly Finding[] => {
  if (notes === undefined || notes === nothing) return [];
  const text = String(notes);
  const least = minimumLength.get(method) ?? 0;
  if (surelySaysEnough(text, least)) return [];
  const where = { key, caption, value: text };
  if (isPerfunctory(text)) return [finding("perfunctory", where)];
  const length = least === 0 ? 0 : countedLength(text);
  if (length >= least) return [];
  const facts = { length, least, missing: least - length };
  return [finding("thinNotes", { ...where, facts })];
};

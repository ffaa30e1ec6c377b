/** 收编: a number as people saw it, where its number format says more than the number, or shows less of it. */
import { numberFormat } from "../kit/number-format";
import type { RawCell } from "./register";
import { seenInPowers } from "./rounded-phones";

/** What is shown as it stands in a number format: words, colours, conditions, languages. */
const literals = /"[^"]*"|[\\!].|[_*].|\[[^\]]*\]/gu;

/** 0.00E+00, ##0.0E+0. */
const showsPowersOfTen = (format: string): boolean =>
  format.length <= 255 && /[0#?]\.?[0#?]*e[+-][0#?]/iu.test(format.replace(literals, "").split(";")[0] ?? "");

const seeing = (format: string): ((number: number) => RawCell) => {
  if (showsPowersOfTen(format)) return seenInPowers;
  const shown = numberFormat(format);
  return (number) => shown(number) ?? number;
};

/** Of one sheet or file: few formats, many cells. Nothing is General. */
export const numberSeer = (): ((cell: RawCell, format: string | undefined) => RawCell) => {
  const known = new Map<string, (number: number) => RawCell>();
  return (cell, format) => {
    if (typeof cell !== "number" || format === undefined) return cell;
    let seen = known.get(format);
    if (seen === undefined) known.set(format, (seen = seeing(format)));
    return seen(cell);
  };
};

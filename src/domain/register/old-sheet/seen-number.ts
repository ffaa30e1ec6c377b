/** 收编: a number as people saw it, where its number format says more than the number, or shows less of it. */
import { numberFormat } from "../../kit/number-format";
import type { RawCell } from "../register";
import { seenInPowers } from "./rounded-phones";

/** What is shown as it stands in a number format: words, colours, conditions, languages. */
const literals = /"[^"]*"|[\\!].|[_*].|\[[^\]]*\]/gu;

/** 0.00E+00, ##0.0E+0. */
const showsPowersOfTen = (format: string): boolean =>
  format.length <= 255 && /[0#?]\.?[0#?]*e[+-][0#?]/iu.test(format.replace(literals, "").split(";")[0] ?? "");

/** 0.00, 0.00_ , 0.00_);[Red]\(0.00\): two places and nothing besides. */
const showsTwoPlaces = (format: string): boolean =>
  format.length <= 255 && format.replace(literals, "").split(";")[0]?.trim() === "0.00";

/**
 * Whether a number that may be a month and a day is shown with a nought behind that it has not: 3.10 of 3.1. Where days
 * go it tells one from another.
 */
export const isShownPadded = (cell: RawCell, format: string | undefined): boolean =>
  typeof cell === "number" &&
  cell > 1 &&
  cell < 13 &&
  /^\d+\.\d$/u.test(String(cell)) &&
  format !== undefined &&
  showsTwoPlaces(format);

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

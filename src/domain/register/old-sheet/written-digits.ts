/** 收编: an amount too small to be yuan keeps its digits until somebody has found its unit: 97.1864 is 971864, not 971900 (R12). */
import { plain } from "../../kit/text";
import type { Answer, RawCell } from "../register";
import { leastOf } from "../sales/small-prices";

const leastAt: Readonly<Record<string, number>> = leastOf;
/** Half a 分, and what binary fractions leave. */
const mostRounded = 0.005001;

/** A price as written where it is no price of a home in yuan; of all others what was read, to the 分. */
export const withWrittenDigits = (key: string, read: Answer, raw: RawCell): Answer => {
  const least = leastAt[key];
  if (least === undefined || typeof read !== "number" || read >= least) return read;
  const text = plain(String(raw)).replace(/[,\s]/gu, "");
  const written = /^\d+\.\d+$/u.test(text) ? Number(text) : read;
  return Math.abs(written - read) <= mostRounded ? written : read;
};

/** 同意接收信息 read cell by cell by the domain's words (R15), as short as a conditional format asks: 255 signs, no lists. */
import { refusingAlone, refusingAnywhere } from "../../../domain/rules/consent";

export const fullWidth = (word: string): string =>
  word.replace(/[!-~]/gu, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0));

/** Blanks that TRIM does not take for one. */
const blanks = ['"　"', '"\u00a0"', "CHAR(9)", "CHAR(10)", "CHAR(13)"];

/** The formula without blanks at either end. */
export const trimmed = (text: string): string =>
  `TRIM(${blanks.reduce((less, blank) => `SUBSTITUTE(${less},${blank}," ")`, text)})`;

/** Two formulas; either is a no. */
export const saysNo = (cell: string): readonly string[] => [
  `${refusingAnywhere.map((word) => `COUNTIF(${cell},"*${word}*")`).join("+")}>0`,
  `ISNUMBER(FIND("|"&${trimmed(`LOWER(${cell})`)}&"|","|${[
    ...new Set(refusingAlone.flatMap((word) => [word, fullWidth(word)])),
  ].join("|")}|"))`,
];

/** The years that titles, sheets and files of an old register name. */
import { withArabicDigits } from "../../kit/chinese-digits";
import { plain } from "../../kit/text";
import { isWeekLine } from "./week-lines";

interface Mention {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

const monthNumber = "1[0-2]|0?[1-9]";
const dayNumber = "3[01]|[12]\\d|0?[1-9]";
/** 2023年3月5日, 2023.3.5, 20230305, 2023-03, 2023年, 2023, 23年; not 三年来, nor a part of a longer number. */
const mentions = new RegExp(
  "(?<!\\d)(?:(?<y>(?:19|20)\\d{2})\\s*(?:" +
    `年\\s*(?<m>${monthNumber})\\s*月(?:\\s*(?<d>${dayNumber})\\s*[日号])?` +
    `|[-./]\\s*(?<m2>${monthNumber})(?:\\s*[-./]\\s*(?<d2>${dayNumber}))?(?!\\d)` +
    "|年|(?<m3>0[1-9]|1[0-2])(?<d3>0[1-9]|[12]\\d|3[01])?(?!\\d)|(?!\\d))" +
    "|(?<short>\\d{2})\\s*年(?!前|以来|来(?!访|电|客)|度?前))",
  "gu",
);

const mentionsIn = (text: string): readonly Mention[] =>
  [...withArabicDigits(plain(text)).matchAll(mentions)].map(({ groups = {} }) => {
    const { y, m2, d2, m3, d3, short } = groups;
    const m = groups["m"] ?? m2 ?? m3;
    const d = groups["d"] ?? d2 ?? d3;
    return {
      year: y === undefined ? 2000 + Number(short) : Number(y),
      ...(m === undefined ? {} : { month: Number(m) }),
      ...(d === undefined ? {} : { day: Number(d) }),
    };
  });

/** What titles and names say of the year. */
export type YearsSaid =
  | {
      readonly from: number;
      readonly to: number;
      /** 2022年度, 2022年1-12月: nothing of another year is in it. */
      readonly isWhole?: true;
      readonly until?: { readonly month: number; readonly day: number };
    }
  | "nothing"
  | "contradictory";

/**
 * A year, or two that follow each other. A text that only names days (制表日期：2024年1月5日) speaks of days up to the
 * latest of them.
 */
const saidBy = (found: readonly Mention[]): YearsSaid => {
  const years = [...new Set(found.map(({ year }) => year))].sort((a, b) => a - b);
  const [from, to = from, more] = years;
  if (from === undefined || to === undefined) return "nothing";
  if (more !== undefined || to - from > 1) return "contradictory";
  const bounded = from === to && found.every(({ month }) => month !== undefined);
  if (!bounded) return { from, to };
  const latest = found
    .map(({ month = 12, day = 31 }) => ({ month, day }))
    .reduce((late, each) => (isAfter(each, late) ? each : late));
  return { from, to, until: latest };
};

export const isAfter = (a: { month: number; day: number }, b: { month: number; day: number }): boolean =>
  a.month * 100 + a.day > b.month * 100 + b.day;

const isDated = (found: readonly Mention[]): boolean => found.every(({ day }) => day !== undefined);

const wholeYears = /\d{2}\s*年\s*(?:度|全年|1\s*[-–—~～至到]\s*12\s*月)/u;

const saysWhole = (text: string): boolean => wholeYears.test(withArabicDigits(plain(text)));

/** 2023年11月, and not only 2023年: a tab of that name is of that year. */
export const namesMonthOfYear = (text: string): boolean =>
  mentionsIn(text).some(({ month, day }) => month !== undefined && day === undefined);

export const namesYear = (text: string): boolean => mentionsIn(text).length > 0;

/** `texts`: the table's titles, the sheet's and the file's name. Names that disagree say nothing for sure. */
export const yearsSaidBy = (texts: readonly string[]): YearsSaid => {
  // Of a week only its year: the weeks below go on.
  const all = texts
    .map((text) => (isWeekLine(text) ? mentionsIn(text).map(({ year }) => ({ year })) : mentionsIn(text)))
    .filter((found) => found.length > 0);
  // A day in a file's name is mostly the day it was saved.
  const plainly = all.filter((found) => !isDated(found));
  const said = (plainly.length > 0 ? plainly : all).map(saidBy);
  const [first = "nothing", ...others] = said;
  if (first === "nothing" || first === "contradictory") return first;
  const agrees = others.every(
    (other) => typeof other === "object" && other.from === first.from && other.to === first.to,
  );
  if (!agrees) return "contradictory";
  const { from, to } = first;
  if (from === to && texts.some(saysWhole)) return { from, to, isWhole: true };
  return said.find((each) => typeof each === "object" && each.until === undefined) ?? first;
};

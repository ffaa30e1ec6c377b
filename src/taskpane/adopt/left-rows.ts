/** Rows that were not taken, as text to keep: their reason, then their original cells. */
import type { Fate } from "../../domain/register/adoption";
import type { RawCell } from "../../domain/register/register";
import { say } from "../../domain/register/wording";

export type Rejected = Extract<Fate, { readonly kind: "rejected" }>;

export const isRejected = (fate: Fate): fate is Rejected => fate.kind === "rejected";

/** R20: text from files is never run. A cell that begins like a formula is kept as text. */
const asText = (cell: RawCell): string => {
  const text = cell === null ? "" : String(cell);
  return typeof cell === "string" && /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
};

export const reasonOf = (fate: Rejected, language: "zh" | "en"): string =>
  fate.reasons
    .map((each) => {
      const { says } = say(each, language);
      return each.caption === undefined ? says : `${each.caption}：${says}`;
    })
    .join(language === "zh" ? "；" : "; ");

const table = (
  headers: readonly RawCell[],
  fates: readonly Rejected[],
  language: "zh" | "en",
): readonly (readonly string[])[] => [
  [language === "zh" ? "行" : "Row", language === "zh" ? "原因" : "Reason", ...headers.map(asText)],
  ...fates.map((fate) => [String(fate.row), reasonOf(fate, language), ...fate.cells.map(asText)]),
];

/** Tab-separated: pasted into a sheet, each cell finds its column. */
export const asPaste = (...given: Parameters<typeof table>): string =>
  table(...given)
    .map((row) => row.map((cell) => cell.replace(/[\t\r\n]+/gu, " ")).join("\t"))
    .join("\r\n");

/** With a byte order mark: Excel reads it as UTF-8 only then. */
export const asCsv = (...given: Parameters<typeof table>): string =>
  `\uFEFF${table(...given)
    .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(","))
    .join("\r\n")}`;

/** Rows that were not taken, as text to paste: where from, why, what to do, then their original cells. */
import type { LeftTable } from "../../domain/register/adoption/left-rows";
import { errorCaptions } from "../../domain/register/old-sheet/old-mapping";
import type { RawCell } from "../../domain/register/register";

/** R20: text from files is never run. A cell that begins like a formula is kept as text. */
const asText = (cell: RawCell): string => {
  const text = (cell === null ? "" : String(cell)).replace(/[\t\r\n]+/gu, " ");
  return typeof cell === "string" && /^[=+\-@]/u.test(text) ? `'${text}` : text;
};

/** Tab-separated: pasted into a sheet, each cell finds its column. */
export const asPaste = ({ sheet, headers, rows, aside }: LeftTable): string =>
  [
    [...errorCaptions, ...headers],
    ...[...rows, ...aside].map(({ row, says, remedy, cells }) => [sheet, row, says, remedy, ...cells]),
  ]
    .map((row) => row.map(asText).join("\t"))
    .join("\r\n");

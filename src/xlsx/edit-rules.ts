/** Ranges of rules and formats that grow with their table. */
import { type Area, areaAddress, parseArea } from "../book/address";

export interface GrownTable {
  /** As it was. */
  readonly table: Area;
  readonly bottom: number;
}

/** "A4:C9 E4:E9" with each range that ends where the table ended, inside its columns, drawn down to `bottom`. */
const grownRanges = (ranges: string, table: Area, bottom: number): string =>
  ranges
    .split(/\s+/u)
    .map((range) => {
      const area = parseArea(range);
      const ends = area?.bottom === table.bottom && area.top > table.top;
      return area && ends && area.left >= table.left && area.right <= table.right
        ? areaAddress({ ...area, bottom })
        : range;
    })
    .join(" ");

/** A sheet's text behind its rows, with the ranges of its rules drawn down. */
export const grownRules = (behind: string, grown: readonly GrownTable[]): string =>
  grown.reduce(
    (text, { table, bottom }) =>
      text
        .replace(
          /(<(?:[^\s<>/]*:)?(?:dataValidation|conditionalFormatting)\s[^<>]*?\bsqref=")([^"]*)"/gu,
          (_, start: string, ranges: string) => `${start}${grownRanges(ranges, table, bottom)}"`,
        )
        .replace(
          /(<(?:[^\s<>/]*:)?sqref>)([^<]*)</gu,
          (_, start: string, ranges: string) => `${start}${grownRanges(ranges, table, bottom)}<`,
        ),
    behind,
  );

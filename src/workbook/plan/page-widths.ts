/** How many pages a sheet is printed across, so that it can be read. Points. */
import { columnLetters } from "../../book/address";
import type { Print } from "../../book/book";

export const pageMargins = { top: 36, bottom: 40, left: 28, right: 28 } as const;
/** Across a landscape A4 between the margins. */
export const pageWidth = 842 - pageMargins.left - pageMargins.right;

/** A column's points from its characters: 7 pixels each and 5 around them, 96 an inch. */
export const columnPoints = (characters: number): number => ((characters * 7 + 5) * 72) / 96;

/** The rows' 12 points are printed as 7 at least. */
const leastScale = 7 / 12;
const room = pageWidth / leastScale;

/** Pages break between columns; those in front are printed on each of them. @param widths in characters */
export const pagesAcross = (widths: readonly number[], heads: number): number => {
  const front = widths.slice(0, heads).reduce((sum, width) => sum + columnPoints(width), 0);
  let pages = 1;
  let filled = front;
  for (const width of widths.slice(heads)) {
    const points = columnPoints(width);
    if (filled + points > room && filled > front) {
      pages++;
      filled = front;
    }
    filled += points;
  }
  return pages;
};

/** On one page across where that can be read; else on several, which follow each other across before down. */
export const acrossPages = (
  widths: readonly number[],
  heads: number,
): Pick<Print, "fitWide" | "titleColumns" | "acrossFirst"> => {
  const fitWide = pagesAcross(widths, heads);
  if (fitWide === 1) return { fitWide };
  return {
    fitWide,
    ...(heads > 0 && { titleColumns: `A:${columnLetters(heads - 1)}` }),
    acrossFirst: true,
  };
};

/** 收编: where on an old sheet its tables lie: each header, and what is below it. */
import { withPaperDay } from "./daily-papers";
import { namesAnotherDay } from "./day-heads";
import type { HeaderBlock } from "./header-rows";
import { bareCaption } from "../match-headers";
import { between, type OldGrid } from "./old-grid";
import { mostTitleRows, type TitleRow, titlesAbove } from "./old-titles";
import type { RawCell } from "../register";
import { headersOn } from "./sheet-headers";
import { within } from "./side-by-side";
import { type YearsSaid, yearsSaidBy } from "./years-said";

/** A header, and what is its table's below it. */
export interface Region {
  readonly header: HeaderBlock;
  readonly titles: readonly string[];
  /** Titles that say no more than titles do. */
  readonly bare: readonly TitleRow[];
  /** The first row of its titles, or its header's. */
  readonly top: number;
  /** The first and last column that may be the table's: other tables stand beside them. */
  readonly reach: readonly [left: number, right: number];
  /** Header rows printed again. */
  readonly again: Set<number>;
  /** The last row, inside. */
  bottom: number;
}

export const overlaps = (a: HeaderBlock, b: HeaderBlock): boolean => a.left <= b.right && b.left <= a.right;

const isAgain = (first: HeaderBlock, later: HeaderBlock): boolean => {
  if (first.left !== later.left || first.bottom - first.top !== later.bottom - later.top) return false;
  const spell = (cell: RawCell | undefined): string => bareCaption(String(cell ?? ""));
  return first.captions.every((caption, at) => spell(caption) === spell(later.captions[at]));
};

const sameYears = (a: YearsSaid, b: YearsSaid): boolean =>
  b === "nothing" ||
  (typeof a === "object" && typeof b === "object" ? a.from === b.from && a.to === b.to : a === b);

const rowsByTop = (headers: readonly HeaderBlock[]): ReadonlyMap<number, readonly HeaderBlock[]> => {
  const rows = new Map<number, HeaderBlock[]>();
  for (const header of headers) {
    const known = rows.get(header.top);
    if (known) known.push(header);
    else rows.set(header.top, [header]);
  }
  return rows;
};

/** A sheet may have a table every other row: each is held against those beside and just above it alone. */
export const regionsOf = (grid: OldGrid): readonly Region[] => {
  const headers = headersOn(grid);
  const rows = rowsByTop(headers);
  const firstTop = headers[0]?.top ?? 0;
  const regions: Region[] = [];
  /** By column: the last region whose header has it. */
  const lastOver: number[] = [];
  let open: readonly Region[] = [];
  for (const header of headers) {
    let over = -1;
    for (let column = header.left; column <= header.right; column++)
      over = Math.max(over, lastOver[column] ?? -1);
    const above = regions[over];
    const { titles, bare, top } = titlesAbove(
      // Beside a header that stands higher or lower, a title is that table's.
      within(grid, header.within, header.top === firstTop ? firstTop : 0),
      header,
      above === undefined ? 0 : above.header.bottom + 1,
    );
    if (
      above !== undefined &&
      isAgain(above.header, header) &&
      sameYears(yearsSaidBy(above.titles), yearsSaidBy(titles)) &&
      !namesAnotherDay(above.titles, titles)
    ) {
      for (let row = header.top; row <= header.bottom; row++) above.again.add(row);
      continue;
    }
    // No title stands higher.
    open = open.filter(({ bottom }) => bottom >= header.top - mostTitleRows);
    for (const each of open) if (each.bottom >= top && overlaps(each.header, header)) each.bottom = top - 1;
    const row = rows.get(header.top) ?? [];
    const before = row.filter((each) => each.right < header.left).at(-1);
    const after = row.find((each) => each.left > header.right);
    const reach = [
      Math.max(header.within[0], (before?.right ?? -1) + 1),
      Math.min(header.within[1], (after?.left ?? grid.width) - 1),
    ] as const;
    const region = { header, titles, bare, top, reach, again: new Set<number>(), bottom: grid.height - 1 };
    for (let column = header.left; column <= header.right; column++) lastOver[column] = regions.length;
    regions.push(region);
    open = [...open, region];
  }
  return withPaperDay(grid, regions);
};

/** The columns of a table: those with captions, and those beside them that its rows reach into. */
export const columnsOf = (
  grid: OldGrid,
  { header, reach, bottom }: Region,
): readonly [left: number, right: number] => {
  let { left, right } = header;
  for (let row = header.bottom + 1; row <= bottom; row++) {
    const filled = grid.filled(row);
    if (between(filled, header.left, header.right).length === 0) continue;
    const own = between(filled, ...reach);
    left = Math.min(left, own[0] ?? left);
    right = Math.max(right, own.at(-1) ?? right);
  }
  return [left, right];
};

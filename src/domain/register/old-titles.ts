/** What stands over a table: its title, the project, the month. */
import { plain } from "../kit/text";
import type { HeaderBlock } from "./header-rows";
import type { OldGrid } from "./old-grid";
import { asideOfRow } from "./set-aside";

export interface TitlesAbove {
  /** Nearest first. */
  readonly titles: readonly string[];
  /** The first row of them, or the header's. */
  readonly top: number;
}

/** Titles and notes above a header row are seldom more. */
const mostRows = 20;

const nobody: ReadonlySet<number> = new Set();

/** One cell, or a few that name things: "项目：洛阳花园    日期：2023年3月". */
const isTitle = (grid: OldGrid, row: number): boolean => {
  const cells = grid.filled(row).map((column) => ({ column, cell: grid.at(row, column), width: 1 }));
  const texts = cells.map(({ cell }) => plain(String(cell)));
  if (texts.some((text) => /\d{7}/u.test(text.replace(/[-\s]/gu, "")) && !/[年月]|20\d{6}/u.test(text)))
    return false;
  const aside = asideOfRow({
    cells,
    width: 1,
    phones: nobody,
    names: nobody,
    prose: nobody,
    titles: new Set(),
  });
  if (aside === "subtotal") return false;
  return cells.length === 1 || (cells.length <= 4 && texts.some((text) => /^.{1,8}[:：]/u.test(text)));
};

/** `from`: the first row that may be a title. Above the sheet's first table all is title; below one, what looks it. */
export const titlesAbove = (grid: OldGrid, header: HeaderBlock, from: number): TitlesAbove => {
  const titles: string[] = [];
  let { top } = header;
  for (let row = header.top - 1; row >= Math.max(from, header.top - mostRows); row--) {
    if (grid.isBlank(row)) {
      if (from > 0 && titles.length > 0) break;
      continue;
    }
    if (from > 0 && !isTitle(grid, row)) break;
    const own = grid.filled(row).filter((column) => {
      const area = grid.areaAt(row, column);
      return (area?.right ?? column) >= header.left && column <= header.right;
    });
    const text = (own.length > 0 ? own : grid.filled(row))
      .map((column) => plain(String(grid.at(row, column))))
      .join(" ");
    titles.push(text);
    top = row;
  }
  return { titles, top };
};

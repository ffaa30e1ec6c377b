/** What stands over a table: its title, the project, the month. */
import { plain } from "../../kit/text";
import type { HeaderBlock } from "./header-rows";
import type { OldGrid } from "./old-grid";
import { hasLongNumber, pageTitleOf, withLabelsJoined } from "./page-titles";
import { seenDay } from "./seen-cell";
import { asideOfRow } from "./set-aside";

/** Cells of a row over a table that say no more than a title does. */
export interface TitleRow {
  readonly row: number;
  readonly columns: readonly number[];
  readonly text: string;
}

export interface TitlesAbove {
  /** Nearest first. */
  readonly titles: readonly string[];
  /** Of these, what needs no other mention, nearest first. */
  readonly bare: readonly TitleRow[];
  /** The first row of them, or the header's. */
  readonly top: number;
}

/** Titles and notes above a header row are seldom more. */
export const mostTitleRows = 20;

const nobody: ReadonlySet<number> = new Set();
const label = /^.{1,8}[:：]/u;

/** Each with its label: 时间 | 2023-03-05 is 时间：2023-03-05. */
const textsAt = (grid: OldGrid, row: number, columns: readonly number[]): readonly string[] =>
  withLabelsJoined(
    columns.map((column) => {
      const cell = grid.at(row, column);
      return typeof cell === "number" && grid.isDated(row, column) ? seenDay(cell) : plain(String(cell));
    }),
  );

const mobile = /(?<!\d)1[3-9]\d{9}(?!\d)/u;

/** A mobile, or several cells that name nothing: somebody's row, with headers nobody knows or none. */
export const looksLikeRecord = (grid: OldGrid, row: number, columns: readonly number[]): boolean => {
  const texts = textsAt(grid, row, columns);
  if (texts.some((text) => mobile.test(text.replace(/[-\s]/gu, "")))) return true;
  if (texts.length < 2) return false;
  return texts.some(hasLongNumber) || (texts.length >= 3 && !texts.some((text) => label.test(text)));
};

/** One cell, or a few that name things: "项目：洛阳花园    日期：2023年3月". */
const isTitle = (grid: OldGrid, row: number): boolean => {
  const cells = grid.filled(row).map((column) => ({ column, cell: grid.at(row, column), width: 1 }));
  const texts = textsAt(grid, row, grid.filled(row));
  if (texts.some(hasLongNumber)) return false;
  const aside = asideOfRow({
    cells,
    width: 1,
    phones: nobody,
    names: nobody,
    prose: nobody,
    titles: new Set(),
  });
  if (aside === "subtotal") return false;
  if (cells.length === 1 || (texts.length <= 4 && texts.some((text) => label.test(text)))) return true;
  return pageTitleOf(texts) !== undefined;
};

const longestTitle = 40;
/** A sentence, or what begins as a note does. */
const saysMore =
  /[，。；！？!?;,]|^[(（【★※*]*\s*(?:备\s*注|附\s*注|注\s*[:：意]|说\s*明|提\s*示|提\s*醒|请|转|待|已|未)/u;

const isBare = (texts: readonly string[]): boolean =>
  texts.length <= 4 &&
  texts.every((text) => text.length <= longestTitle && !saysMore.test(text) && !hasLongNumber(text)) &&
  (texts.length <= 2 || texts.some((text) => label.test(text)));

/** `from`: the first row that may be a title. Above the sheet's first table all is title that is no record. */
export const titlesAbove = (grid: OldGrid, header: HeaderBlock, from: number): TitlesAbove => {
  const titles: string[] = [];
  const bare: TitleRow[] = [];
  let { top } = header;
  for (let row = header.top - 1; row >= Math.max(from, header.top - mostTitleRows); row--) {
    if (grid.isBlank(row)) {
      if (from > 0 && titles.length > 0) break;
      continue;
    }
    if (from > 0 && !isTitle(grid, row)) break;
    const own = grid.filled(row).filter((column) => {
      const area = grid.areaAt(row, column);
      return (area?.right ?? column) >= header.left && column <= header.right;
    });
    const columns = own.length > 0 ? own : grid.filled(row);
    if (columns.length > 1 && looksLikeRecord(grid, row, columns)) continue;
    const texts = textsAt(grid, row, columns);
    const text = texts.join(" ");
    titles.push(text);
    if ((own.length > 0 || from === 0) && isBare(texts)) bare.push({ row, columns, text });
    top = row;
  }
  return { titles, bare, top };
};

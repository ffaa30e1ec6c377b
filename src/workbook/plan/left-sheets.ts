/** 收编: a workbook of the rows that were not taken; those with problems can be put right and taken in as they stand. */
import { cellAddress } from "../../book/address";
import type { Book, Look, Sheet } from "../../book/book";
import { formOf } from "../../domain/forms/index";
import type { LeftRow, LeftTable } from "../../domain/register/adoption/left-rows";
import { errorCaptions } from "../../domain/register/old-sheet/old-mapping";
import type { RawCell } from "../../domain/register/register";
import { accentDeep, accentPale, quiet } from "./palette";

const before = errorCaptions.length;
const dayFormat = "yyyy-mm-dd";
const momentFormat = "yyyy-mm-dd hh:mm";
const font: Look = { fontName: "宋体", fontSize: 11, vertical: "top" };

/** Excel's rules for sheet names: 31 characters, none of these, and no two alike. */
const nameFor = (wished: string, taken: Set<string>): string => {
  const plain = wished.replace(/[\\/?*[\]:]/gu, " ").replace(/^'+|'+$/gu, "");
  let name = plain.slice(0, 31).trimEnd();
  for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${plain.slice(0, 27).trimEnd()} ${n}`;
  taken.add(name.toLowerCase());
  return name;
};

const widthOf = (column: number, { headers, rows, aside }: LeftTable): number => {
  const lines = [headers, ...[...rows.slice(0, 100), ...aside.slice(0, 100)].map(({ cells }) => cells)];
  const longest = lines.reduce((most, cells) => Math.max(most, [...String(cells[column] ?? "")].length), 0);
  return Math.min(30, Math.max(10, 2 * longest));
};

interface Listed {
  readonly name: string;
  readonly title: string;
  readonly headers: readonly RawCell[];
  readonly rows: readonly LeftRow[];
}

/** Title in row 1, headers in row 2, rows from row 3. */
const sheetOf = (table: LeftTable, { name, title, headers, rows }: Listed): Sheet => {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), table.headers.length);
  const padded = (cells: readonly RawCell[]): readonly RawCell[] =>
    Array.from({ length: width }, (_, at) => cells[at] ?? null);
  const last = rows.length + 2;
  const edge = before + width - 1;
  return {
    name,
    visibility: "visible",
    showGridlines: true,
    blocks: [
      { at: "A1", rows: [[title]] },
      {
        at: "A2",
        rows: [
          [...errorCaptions, ...padded(headers)],
          ...rows.map(({ row, says, remedy, cells }) => [table.sheet, row, says, remedy, ...padded(cells)]),
        ],
      },
    ],
    looks: [
      { range: "A1", look: { fontName: "宋体", fontSize: 11, color: quiet } },
      { range: `A3:${cellAddress(last - 1, edge)}`, look: font },
      { range: `C3:D${last}`, look: { wrap: true } },
      ...rows.flatMap(({ fromAbove }, at) =>
        fromAbove.map((column) => {
          const cell = cellAddress(at + 2, before + column);
          return { range: cell, look: { italic: true, color: quiet } };
        }),
      ),
      ...rows.flatMap(({ dated, cells }, at) =>
        dated.flatMap((column) => {
          const cell = cells[column];
          if (typeof cell !== "number") return [];
          const numberFormat = Number.isInteger(cell) ? dayFormat : momentFormat;
          const look: Look = { numberFormat, horizontal: "left" };
          return [{ range: cellAddress(at + 2, before + column), look }];
        }),
      ),
      {
        range: `A2:${cellAddress(1, edge)}`,
        look: { ...font, bold: true, color: accentDeep, fill: accentPale, wrap: true },
      },
    ],
    columns: [
      { column: 0, width: 14 },
      { column: 1, width: 9 },
      { column: 2, width: 44 },
      { column: 3, width: 36 },
      ...padded(table.headers).map((_, column) => ({
        column: before + column,
        width: widthOf(column, table),
      })),
    ],
    rows: [],
    merges: [],
    links: [],
    tables: [],
    validations: [],
    highlights: [],
    freeze: { rows: 2, columns: 2 },
    print: {
      orientation: "landscape",
      paper: "A4",
      fitWide: 1,
      titleRows: "1:2",
      centerFooter: "第 &P 页，共 &N 页",
      margins: { top: 36, bottom: 40, left: 28, right: 28 },
    },
  };
};

/**
 * Two sheets a table at most: rows with problems, under a title that says the form and the year and under their own
 * headers; and rows that are no records, or of no table, without headers, so that nobody takes them in again.
 */
export const leftBook = (tables: readonly LeftTable[]): Book => {
  const taken = new Set<string>();
  const sheets = tables.flatMap((table) => {
    const { sheet, form, year, headers, rows, aside, isNoTable = false } = table;
    const what = formOf(form).sheet;
    const of = year === undefined ? "" : `（${year}年）`;
    const filled = rows.some(({ fromAbove }) => fromAbove.length > 0)
      ? "；斜体是照原表上面的行（合并格、同上）补的"
      : "";
    const problems: Listed = {
      name: nameFor(`未收-${sheet}`, taken),
      title: `${what}里没有收进的行${of}：改好后可以把本文件再收编一次${filled}`,
      headers,
      rows,
    };
    const others: Listed = {
      name: nameFor(`${isNoTable ? "没认出" : "非记录"}-${sheet}`, taken),
      title: isNoTable
        ? "这张表没有认出能收编的登记表，没有收进：是登记表的请在旧表里补上表头（如 日期、姓名、手机、置业顾问），再收编"
        : "合计、备注和登记表外面的字，没有收进：写着“像记录”的请核对，其余不用处理",
      headers: [],
      rows: aside,
    };
    return [problems, others].filter((each) => each.rows.length > 0).map((each) => sheetOf(table, each));
  });
  return { names: [], sheets };
};

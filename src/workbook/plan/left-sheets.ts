/** 收编: a workbook of the rows that were not taken, to be put right and taken in again as it is. */
import { cellAddress, columnLetters } from "../../book/address";
import type { Book, Sheet } from "../../book/book";
import type { LeftTable } from "../../domain/register/left-rows";
import { errorCaptions } from "../../domain/register/old-mapping";
import type { RawCell } from "../../domain/register/register";
import { accentDeep, accentPale } from "./palette";

const before = errorCaptions.length;
const formats = { day: "yyyy-mm-dd", moment: "yyyy-mm-dd hh:mm" } as const;

/** Excel's rules for sheet names: 31 characters, none of these, and no two alike. */
const nameFor = (sheet: string, taken: ReadonlySet<string>): string => {
  const plain = `未收-${sheet}`.replace(/[\\/?*[\]:]/gu, " ").replace(/^'+|'+$/gu, "");
  let name = plain.slice(0, 31).trimEnd();
  for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${plain.slice(0, 27).trimEnd()} ${n}`;
  return name;
};

const widthOf = (column: number, { headers, rows }: LeftTable): number => {
  const longest = [headers, ...rows.slice(0, 100).map(({ cells }) => cells)].reduce(
    (most, cells) => Math.max(most, [...String(cells[column] ?? "")].length),
    0,
  );
  return Math.min(30, Math.max(10, 2 * longest));
};

const sheetOf = (table: LeftTable, name: string): Sheet => {
  const { sheet, headers, days, rows } = table;
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), headers.length);
  const padded = (cells: readonly RawCell[]): readonly RawCell[] =>
    Array.from({ length: width }, (_, at) => cells[at] ?? null);
  const last = cellAddress(rows.length, before + width - 1);
  return {
    name,
    visibility: "visible",
    showGridlines: true,
    blocks: [
      {
        at: "A1",
        rows: [
          [...errorCaptions, ...padded(headers)],
          ...rows.map(({ row, says, remedy, cells }) => [sheet, row, says, remedy, ...padded(cells)]),
        ],
      },
    ],
    looks: [
      { range: `A1:${last}`, look: { fontName: "宋体", fontSize: 11, vertical: "top" } },
      { range: `C2:D${rows.length + 1}`, look: { wrap: true } },
      ...days.map(({ column, kind }) => {
        const letters = columnLetters(before + column);
        return {
          range: `${letters}2:${letters}${rows.length + 1}`,
          look: { numberFormat: formats[kind], horizontal: "left" as const },
        };
      }),
      {
        range: `A1:${cellAddress(0, before + width - 1)}`,
        look: { bold: true, color: accentDeep, fill: accentPale, wrap: true },
      },
    ],
    columns: [
      { column: 0, width: 14 },
      { column: 1, width: 9 },
      { column: 2, width: 44 },
      { column: 3, width: 36 },
      ...padded(headers).map((_, column) => ({ column: before + column, width: widthOf(column, table) })),
    ],
    rows: [],
    merges: [],
    links: [],
    tables: [],
    validations: [],
    highlights: [],
    freeze: { rows: 1, columns: 2 },
  };
};

/** A sheet a table that has such rows. The first columns say where from, why and what to do; adopting leaves them out. */
export const leftBook = (tables: readonly LeftTable[]): Book => {
  const taken = new Set<string>();
  const sheets = tables
    .filter(({ rows }) => rows.length > 0)
    .map((table) => {
      const name = nameFor(table.sheet, taken);
      taken.add(name.toLowerCase());
      return sheetOf(table, name);
    });
  return { names: [], sheets };
};

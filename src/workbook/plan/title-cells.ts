/** R14: title, note and the bands of the parts over a register, where its columns stand now. */
import { parseArea } from "../../book/address";
import type { Look } from "../../book/book";
import { formOf } from "../../domain/forms/index";
import type { TableSeen } from "./inspected";
import type { PlannedTable } from "./placement";
import { bandRow, noteRow, titleRow } from "./references";

export interface TitleCell {
  /** Of the sheet, from 0. */
  readonly row: number;
  readonly column: number;
  /** A formula begins with "="; empty: nothing is written. */
  readonly text: string;
  /** Later ones over earlier ones. */
  readonly looks: readonly Look[];
}

const cellAt = (own: PlannedTable, row: number, planned: number, column: number): TitleCell => {
  const looks = own.sheet.looks.flatMap(({ range, look }) => {
    const area = parseArea(range);
    const meant = area !== undefined && area.bottom <= bandRow && row >= area.top && row <= area.bottom;
    return meant && planned >= area.left && planned <= area.right ? [look] : [];
  });
  for (const { at, rows } of own.sheet.blocks) {
    const place = parseArea(at);
    const cell = place && rows[row - place.top]?.[planned - place.left];
    if (cell === null || cell === undefined) continue;
    return { row, column, looks, text: typeof cell === "object" ? cell.formula : String(cell) };
  }
  return { row, column, looks, text: "" };
};

export const titleCells = (
  own: PlannedTable,
  table: Pick<TableSeen, "left" | "headers">,
): readonly TitleCell[] => [
  ...[titleRow, noteRow].map((row) => cellAt(own, row, own.area.left, table.left)),
  ...formOf(own.key).parts.flatMap(({ fields }) => {
    const first = Object.values(fields)[0];
    const at = first === undefined ? -1 : table.headers.indexOf(first.caption);
    const planned = own.table.columns.findIndex(({ name }) => name === first?.caption);
    return at < 0 ? [] : [cellAt(own, bandRow, own.area.left + planned, table.left + at)];
  }),
];

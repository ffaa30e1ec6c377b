/** Tables of the data set, on a terminal or as sheets of a file. */
import type { Table } from "../domain/report/report";
import { rowText } from "../domain/report/report-text";
import { answerSheet } from "../workbook/plan/answer-sheet";
import { writeBook } from "../xlsx/write";
import { writeBytes } from "./files";

/** On a terminal; all of them go into a file. */
const mostShown = 200;

/** `about`: the days it is of, or "". */
export const tableText = (table: Table, about: string): string => {
  const { title, columns, rows, total, note } = table;
  const rest = rows.length - mostShown;
  return [
    `【${title.zh}】${about}`,
    columns.map(({ zh }) => zh).join("\t"),
    ...(rows.length === 0 ? ["没有记录"] : rows.slice(0, mostShown).map((row) => rowText(table, row))),
    ...(rest > 0 ? [`……共 ${rows.length} 行，这里只列前 ${mostShown} 行；全部请加 --out 或 --json。`] : []),
    ...(total === undefined || rows.length === 0 ? [] : [rowText(table, total)]),
    ...(note === undefined ? [] : [`注：${note}`]),
  ].join("\n");
};

/** A sheet each. */
export const writeTables = async (
  out: string,
  tables: readonly { readonly table: Table; readonly about: string }[],
): Promise<void> => {
  const sheets = tables.map(({ table, about }) => answerSheet(table, about));
  const rows = new Map(sheets.map((each) => [each.sheet.name, each.rows]));
  await writeBytes(out, await writeBook({ sheets: sheets.map(({ sheet }) => sheet), names: [] }, { rows }));
};

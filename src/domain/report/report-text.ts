/** A report as plain text: to read on a terminal, to send in a message; its tables paste into a sheet. */
import { shown } from "./figure";
import { periodWording } from "./period";
import type { Cell, Report, Table } from "./report";

/** A row, its cells parted by tabs; cells of several lines on one. */
export const rowText = ({ columns }: Table, row: readonly Cell[]): string =>
  columns
    .map(({ kind }, at) => shown(row[at] ?? null, kind).replace(/[\t\r\n]+/gu, " "))
    .join("\t")
    .trimEnd();

const tableText = (table: Table): string =>
  [
    `【${table.title.zh}】`,
    table.columns.map(({ zh }) => zh).join("\t"),
    ...(table.rows.length === 0 ? ["没有记录"] : table.rows.map((row) => rowText(table, row))),
    ...(table.total === undefined ? [] : [rowText(table, table.total)]),
    ...(table.note === undefined ? [] : [`注：${table.note}`]),
  ].join("\n");

/** What it says first, then the figures. */
export const reportText = (report: Report): string =>
  [
    [
      `${report.project}${report.title.zh}`,
      periodWording(report.period),
      ...report.sentences.map(({ text }, index) => `${index + 1}. ${text}`),
      ...(report.note === "" ? [] : [`说明：${report.note}`]),
    ].join("\n"),
    ...report.tables.map(tableText),
  ].join("\n\n");

/** A report asked of an engine: its table, whole, or an error. */
import { dividedBy, yuanOf } from "../../domain/kit/money";
import type { CalendarDay } from "../../domain/kit/calendar-day";
import {
  addsUp,
  type Cell,
  type Column,
  type Period,
  type Table,
  totalCaption,
} from "../../domain/report/report";
import { ratio, sumOf } from "../../domain/report/tally";
import type { Asked, Spelled } from "../engines/question";
import type { DatasetReport, Quotient, Row } from "./definition";

/** More rows than there is room for. */
export class TooManyRows extends Error {
  readonly limit: number;
  constructor(limit: number) {
    super(`more than ${limit} rows`);
    this.name = "TooManyRows";
    this.limit = limit;
  }
}

const isWords = ({ kind }: Column): boolean => kind === "text" || kind === "day";

const cellOf = (column: Column, spelled: Spelled): Cell =>
  spelled === null || isWords(column) ? spelled : Number(spelled);

const quotient = (row: Row, { column, part, whole }: Quotient): Cell => {
  const [above, below] = [Number(row[part] ?? 0), Number(row[whole] ?? 0)];
  return column.kind === "rate" ? ratio(above, below) : (dividedBy(yuanOf(above), below) ?? null);
};

const totalOf = (columns: readonly Column[], rows: readonly Row[]): Row =>
  columns.map((column, at) =>
    at === 0 ? totalCaption.zh : addsUp(column.kind) ? sumOf(rows.map((row) => Number(row[at] ?? 0))) : null,
  );

export interface Question {
  readonly period: Period;
  readonly today: CalendarDay;
  /** Rows at most. */
  readonly limit: number;
}

/**
 * @throws TooManyRows
 * @throws EngineFailed where the engine gave no answer, or not the whole of it.
 */
export const answer = async (
  report: DatasetReport,
  engine: Asked,
  { period, today, limit }: Question,
): Promise<Table> => {
  const { gives, counts = [], quotients = [], reckons } = report;
  const asked = [...gives, ...counts];
  const found: Row[] = [];
  for await (const portion of engine.ask(report.text, report.parameters(period, today))) {
    if (found.length + portion.length > limit) throw new TooManyRows(limit);
    for (const row of portion) found.push(asked.map((column, at) => cellOf(column, row[at] ?? null)));
  }
  const rows = reckons === undefined ? found : reckons.rows(found);
  const shows = reckons === undefined ? gives : reckons.shows;
  const withQuotients = (row: Row): Row => [
    ...row.slice(0, shows.length),
    ...quotients.map((each) => quotient(row, each)),
  ];
  const [first, ...others] = shows;
  return {
    key: report.key,
    title: report.title,
    columns: [first, ...others, ...quotients.map(({ column }) => column)],
    rows: quotients.length === 0 ? rows : rows.map(withQuotients),
    ...(report.total && { total: withQuotients(totalOf(reckons === undefined ? asked : shows, rows)) }),
    note: report.note,
  };
};

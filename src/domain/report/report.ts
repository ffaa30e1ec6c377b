/** A report as figures: tables whose parts add up to their total (R18), and sentences that state only those figures. */
import type { CalendarDay } from "../kit/calendar-day";

export const reportKeys = [
  "daily",
  "deals",
  "sources",
  "losses",
  "funnel",
  "performance",
  "overdue",
  "weekly",
  "referrals",
] as const;
export type ReportKey = (typeof reportKeys)[number];

export interface Wording {
  readonly zh: string;
  readonly en: string;
}

/**
 * "count", "yuan" (yuan) and "area" (square metres) add up to the total; "share" is a part of the total and "rate" a
 * part of its own row, both of 1; "balance" (yuan so far), "number" and the rest are for reading only.
 */
export type ColumnKind = "text" | "day" | "number" | "count" | "yuan" | "balance" | "area" | "share" | "rate";

export const addsUp = (kind: ColumnKind): boolean => kind === "count" || kind === "yuan" || kind === "area";

export interface Column extends Wording {
  readonly kind: ColumnKind;
  /** Words of a talk: wider than a figure, and wrapped. */
  readonly long?: true;
}

/** Days as "2026-11-22"; `null` says nothing. */
export type Cell = string | number | null;

/** Rows of the table, drawn: the first column names them, total and rows of zeroes included or not as they stand. */
export interface TableChart {
  readonly kind: "column" | "stackedColumn" | "bar" | "stackedBar" | "line" | "doughnut";
  /** Places of the columns that are drawn. */
  readonly columns: readonly number[];
  /** Drawn as a line over the columns, on the other axis. */
  readonly lines?: readonly number[];
}

export interface Table {
  /** One of its own in the report. */
  readonly key: string;
  readonly title: Wording;
  /** The first names the row. */
  readonly columns: readonly [Column, ...Column[]];
  readonly rows: readonly (readonly Cell[])[];
  /** As long as `columns`; absent where rows are lines to read. */
  readonly total?: readonly Cell[];
  readonly chart?: TableChart;
  /** How it is counted, where one has to know. */
  readonly note?: string;
}

export interface Sentence {
  /** The table whose figures it states. */
  readonly table: string;
  readonly text: string;
}

/** Both inclusive; without `from` since the beginning, rows without a day among them. */
export interface Period {
  readonly from: CalendarDay | undefined;
  readonly to: CalendarDay;
}

export interface Report {
  readonly key: ReportKey;
  readonly title: Wording;
  readonly project: string;
  readonly period: Period;
  readonly tables: readonly Table[];
  readonly sentences: readonly Sentence[];
  /** What is not counted, and why; empty where nothing has to be said. */
  readonly note: string;
}

/** Clients without the datum (R18). */
export const unknown = "未知";
/** Purchases in a firm's name (R18). */
export const firms = "单位名义";
export const totalCaption: Wording = { zh: "合计", en: "Total" };

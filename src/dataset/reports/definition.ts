/** What a report of the data set is: a text, what its columns are, and what is reckoned beside it. */
import type { CalendarDay } from "../../domain/kit/calendar-day";
import type { Cell, Column, Period, Wording } from "../../domain/report/report";
import type { Parameters } from "../engines/question";

export const datasetReportKeys = [
  "latest",
  "shared",
  "funnel",
  "overdue",
  "deals",
  "channels",
  "referrals",
] as const;
export type DatasetReportKey = (typeof datasetReportKeys)[number];

export type Row = readonly Cell[];

/** One figure of a row or of the total divided by another: "rate" as it is, "balance" to the fen (R12). */
export interface Quotient {
  readonly column: Column;
  /** Places in the row, of `gives` and `counts`. */
  readonly part: number;
  readonly whole: number;
}

export interface DatasetReport {
  readonly key: DatasetReportKey;
  readonly title: Wording;
  /** ANSI SQL with named parameters; gives `gives` and `counts`, in that order. */
  readonly text: string;
  readonly gives: readonly [Column, ...Column[]];
  /** What quotients alone are of: it adds up as the rest does, and is not shown. */
  readonly counts?: readonly Column[];
  /** The days a text asks for: all of them come from here. */
  readonly parameters: (period: Period, today: CalendarDay) => Parameters;
  /** "now": as of today, whenever people first came. */
  readonly of: "period" | "now";
  /** Columns of their own at the end. */
  readonly quotients?: readonly Quotient[];
  /** What is reckoned from all rows at once, in place of them; `shows` are its columns. */
  readonly reckons?: {
    readonly shows: readonly [Column, ...Column[]];
    readonly rows: (rows: readonly Row[]) => readonly Row[];
  };
  /** Parts add up to a total (R18); lists have none. */
  readonly total: boolean;
  readonly note: string;
}

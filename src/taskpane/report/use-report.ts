import { useMemo } from "react";
import type { CalendarDay } from "../../domain/kit/calendar-day";
import type { RowsAsked } from "../../domain/register/some-rows";
import type { Report, ReportKey } from "../../domain/report/report";
import { reports } from "../../domain/report/reports";
import { useServices } from "../services";
import { type Reading, useReading, useRowsReading } from "../shell/reading";

export interface ReportReading extends Omit<Reading, "book"> {
  /** Nothing until the workbook was read for it. */
  readonly report: Report | undefined;
}

const nothing: RowsAsked = { first: {}, rowsOf: () => new Map(), wanted: {} };

/** A report on the workbook as it stands, and again when the registers change. */
export const useReport = (key: ReportKey, from: CalendarDay | undefined, to: CalendarDay): ReportReading => {
  const today = useServices().today();
  const { wants, rows, make, title } = reports[key];
  const doing = `读取${title.zh}`;
  const asked = useMemo(() => rows?.({ from, to }, today), [rows, from, to, today]);
  const all = useReading(wants, doing, asked === undefined);
  const some = useRowsReading(asked ?? nothing, `${doing} ${from ?? ""} ${to}`, doing, asked !== undefined);
  const { book, refusal, again } = asked === undefined ? all : some;
  const report = useMemo(() => book && make(book, { from, to }, today), [book, make, from, to, today]);
  return { report, refusal, again };
};

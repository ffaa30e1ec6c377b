import { useMemo, useState } from "react";
import type { CalendarDay } from "../../domain/kit/calendar-day";
import type { SiteBook } from "../../domain/register/site";
import type { Report, ReportKey } from "../../domain/report/report";
import { reports } from "../../domain/report/reports";
import { useServices } from "../services";
import { type Reading, useReading } from "../shell/reading";

export interface ReportReading extends Omit<Reading, "book"> {
  /** Nothing until the workbook was read for it. */
  readonly report: Report | undefined;
}

/** A report on the workbook as it stands, and again when the registers change. */
export const useReport = (key: ReportKey, from: CalendarDay | undefined, to: CalendarDay): ReportReading => {
  const today = useServices().today();
  const { wants, make, title } = reports[key];
  const { book, refusal, again } = useReading(wants, `读取${title.zh}`);
  // What was read for the report before has other columns.
  const [before, setBefore] = useState<{ readonly key: ReportKey; readonly book: SiteBook | undefined }>({
    key,
    book: undefined,
  });
  if (before.key !== key) setBefore({ key, book });
  const own = before.key === key && book !== before.book ? book : undefined;
  const report = useMemo(() => own && make(own, { from, to }, today), [own, make, from, to, today]);
  return { report, refusal, again };
};

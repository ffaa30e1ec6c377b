import {
  addDays,
  type CalendarDay,
  dayFrom,
  dayOfMonth,
  monthOf,
  weekday,
  yearOf,
} from "../kit/calendar-day";
import type { Period } from "./report";

export const periodNames = ["today", "week", "month", "quarter", "all"] as const;
export type PeriodName = (typeof periodNames)[number];

const firstOfQuarter = (today: CalendarDay): CalendarDay =>
  dayFrom(yearOf(today), monthOf(today) - ((monthOf(today) - 1) % 3), 1) ?? today;

const firstDay: Readonly<Record<PeriodName, (today: CalendarDay) => CalendarDay | undefined>> = {
  today: (today) => today,
  /** Monday. */
  week: (today) => addDays(today, 1 - weekday(today)),
  month: (today) => addDays(today, 1 - dayOfMonth(today)),
  quarter: firstOfQuarter,
  all: () => undefined,
};

/** Up to today: what lies ahead has not happened. */
export const periodOf = (name: PeriodName, today: CalendarDay): Period => ({
  from: firstDay[name](today),
  to: today,
});

export const isWithin = (day: CalendarDay | undefined, { from, to }: Period): boolean =>
  day === undefined ? from === undefined : day <= to && (from === undefined || day >= from);

export const isOneDay = ({ from, to }: Period): boolean => from === to;

export const periodWording = ({ from, to }: Period): string =>
  from === undefined ? `截至 ${to}` : from === to ? to : `${from} 至 ${to}`;

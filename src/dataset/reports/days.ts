/** The boundary days of the texts. */
import { addDays, type CalendarDay } from "../../domain/kit/calendar-day";
import type { Period } from "../../domain/report/report";
import type { Parameters } from "../engines/question";

/** Both days belong to it. */
export const fromTo = ({ from, to }: Period): Parameters => ({ from: from ?? null, to });

/** Moments: before the midnight that ends the last day. */
export const fromUntil = ({ from, to }: Period): Parameters => ({
  from: from ?? null,
  until: addDays(to, 1),
});

/** Due on `late7` or later and before `late3`: four to seven days late. */
export const lateDays = (today: CalendarDay): Parameters => ({
  today,
  ...Object.fromEntries([3, 7, 15, 30].map((days) => [`late${days}`, addDays(today, -days)])),
});

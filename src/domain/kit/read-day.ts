import type { CalendarDay, Moment } from "./calendar-day";

export interface DayContext {
  /** The year of a day written without one. */
  readonly year?: number;
  /** The day of a time written without one: the head of the call register. */
  readonly day?: CalendarDay;
  readonly today: CalendarDay;
}

export type Unread = "notADay" | "noSuchDay" | "ambiguous";

/** `changed`: what stood there was another spelling. */
export type TimeReading<T> =
  | { readonly ok: true; readonly value: T; readonly changed: boolean }
  | { readonly ok: false; readonly why: Unread };

export type DayReading = TimeReading<CalendarDay>;
export type MomentReading = TimeReading<Moment>;

export const readDay = (_raw: string | number, _about: DayContext): DayReading => ({
  ok: false,
  why: "notADay",
});

export const readMoment = (_raw: string | number, _about: DayContext): MomentReading => ({
  ok: false,
  why: "notADay",
});

import type { CalendarDay } from "../kit/calendar-day";

export interface Festival {
  readonly day: CalendarDay;
  readonly name: string;
}

/** R5's festivals from `from` to `to`, both included, in order. */
export const festivalsBetween = (_from: CalendarDay, _to: CalendarDay): readonly Festival[] => [];

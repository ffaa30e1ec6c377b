/** 集中邀约 (000): daily between 10:00 and 11:00, on Saturday and Sunday at 10:00 or 14:00, so that clients meet. */
import {
  addDays,
  type CalendarDay,
  dayOf,
  minutesOf,
  type Moment,
  momentAt,
  weekday,
} from "../kit/calendar-day";

const morning = 10 * 60;
const afternoon = 14 * 60;
/** A slot lasts an hour. */
const length = 60;

const slotsOf = (day: CalendarDay): readonly number[] =>
  weekday(day) >= 6 ? [morning, afternoon] : [morning];

/** The beginnings of the slots after `now`, the nearest first. */
export const nextSlots = (now: Moment, count: number): readonly Moment[] => {
  const found: Moment[] = [];
  for (let day = dayOf(now); found.length < count; day = addDays(day, 1))
    for (const minutes of slotsOf(day)) {
      const at = momentAt(day, minutes);
      if (at > now && found.length < count) found.push(at);
    }
  return found;
};

/** The slot a moment falls into; nothing outside all of them. A client may come within the hour. */
export const slotOf = (at: Moment): Moment | undefined => {
  const day = dayOf(at);
  const minutes = minutesOf(at);
  const from = slotsOf(day).find((start) => minutes >= start && minutes < start + length);
  return from === undefined ? undefined : momentAt(day, from);
};

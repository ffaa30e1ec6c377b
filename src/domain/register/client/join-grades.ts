/** R4: the days of two rows of 等级跟踪 as one: the earliest of each grade, and the latest grade stands. */
import { type Grade, latestReached, type ReachedDays } from "../../rules/grade";
import { reachedOrder } from "../grade-rows";

const pick = (one: ReachedDays, other: ReachedDays, later: boolean): ReachedDays => {
  const days: Partial<Record<Grade, ReachedDays[Grade]>> = {};
  for (const grade of reachedOrder) {
    const [a, b] = [one[grade], other[grade]];
    const day = a === undefined || (b !== undefined && b > a === later) ? b : a;
    if (day !== undefined) days[grade] = day;
  }
  return days as ReachedDays;
};

/** A deal that stands outlives what the other row says; one alive outlives a × given under the other number. */
const ending = (one: ReachedDays, other: ReachedDays): Grade | undefined =>
  latestReached(one) === "√" || latestReached(other) === "√" ? "√" : latestReached(pick(one, other, true));

export const joinReached = (one: ReachedDays, other: ReachedDays): ReachedDays => {
  const stands = ending(one, other);
  const day = stands && pick(one, other, true)[stands];
  if (stands === undefined || day === undefined) return {};
  const earliest = pick(one, other, false);
  const kept = Object.entries(earliest).filter(
    ([grade, on]) =>
      grade === stands || (on <= day && grade !== "√" && (grade !== "×" || isReopened(one, other))),
  );
  const joined: ReachedDays = Object.fromEntries(kept);
  // Reached early, left, and reached again: the day that makes it the grade of today.
  return latestReached(joined) === stands ? joined : { ...withoutRivals(joined, stands, day), [stands]: day };
};

/** × and then on, within one row: given anew (R10), which is no contradiction. */
const isReopened = (one: ReachedDays, other: ReachedDays): boolean =>
  [one, other].some((row) => row["×"] !== undefined && latestReached(row) !== "×");

/** Of two grades of one day the higher would stand. */
const withoutRivals = (days: ReachedDays, stands: Grade, day: string): ReachedDays =>
  Object.fromEntries(Object.entries(days).filter(([grade, on]) => on !== day || grade === stands));

/** R4: the days of rows of 等级跟踪 as one: the earliest of each grade, and the grade stands that decides. */
import { type Grade, latestReached, type ReachedDays } from "../../rules/grade";
import { reachedOrder } from "../grade-rows";

/** Of each grade the last of its days, or the first. */
const pick = (rows: readonly ReachedDays[], which: "first" | "last"): ReachedDays => {
  const days: Partial<Record<Grade, ReachedDays[Grade]>> = {};
  for (const grade of reachedOrder) {
    const sorted = rows.flatMap((row) => row[grade] ?? []).sort();
    const day = which === "first" ? sorted[0] : sorted.at(-1);
    if (day !== undefined) days[grade] = day;
  }
  return days as ReachedDays;
};

const endsIn = (row: ReachedDays, grade: Grade): boolean => latestReached(row) === grade;

/** A × that nobody has taken up again says nothing of a client who is in hand. */
const withoutLost = (row: ReachedDays): ReachedDays => {
  const { "×": lost, ...others } = row;
  return lost !== undefined && endsIn(row, "×") ? others : row;
};

/** A deal that stands outlives what the other rows say; else × where it stands; else those that are alive. */
const deciding = (rows: readonly ReachedDays[], isLost: boolean): readonly ReachedDays[] => {
  const isDeciding = [
    (row: ReachedDays) => endsIn(row, "√"),
    (row: ReachedDays) => isLost && endsIn(row, "×"),
    (row: ReachedDays) => latestReached(row) !== undefined && !endsIn(row, "×"),
  ].find((each) => rows.some(each));
  return isDeciding === undefined ? rows.map(withoutLost) : rows.filter(isDeciding);
};

/**
 * @param waits whether nobody has the client in hand (R10): then a × given under one number stands, and is left by a
 * reassignment alone. Otherwise one alive outlives it.
 */
export const joinReached = (rows: readonly ReachedDays[], waits: boolean): ReachedDays => {
  const isLost = waits || rows.every((row) => endsIn(row, "×"));
  const last = pick(deciding(rows, isLost), "last");
  const stands = latestReached(last);
  const day = stands && last[stands];
  if (stands === undefined || day === undefined) return {};
  const kept = Object.entries(pick(stands === "×" ? rows : rows.map(withoutLost), "first")).filter(
    ([grade, on]) => grade === stands || (on <= day && grade !== "√"),
  );
  const joined: ReachedDays = Object.fromEntries(kept);
  // Reached early, left, and reached again: the day that makes it the grade of today.
  return latestReached(joined) === stands ? joined : { ...withoutRivals(joined, stands, day), [stands]: day };
};

/** Of two grades of one day the higher would stand. */
const withoutRivals = (days: ReachedDays, stands: Grade, day: string): ReachedDays =>
  Object.fromEntries(Object.entries(days).filter(([grade, on]) => on !== day || grade === stands));

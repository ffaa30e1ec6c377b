/** R17: how keen a client is: signals weighed to a score, a grade suggested beside the manager's, warmth by the return. */
import { type CalendarDay, daysBetween } from "../kit/calendar-day";
import type { Grade } from "./grade";

/** Points by signal; 100 in all. */
export type Weights = Readonly<Record<string, number>>;

export const fullScore = 100;

export const weightsTotal = (weights: Weights): number =>
  Object.values(weights).reduce((sum, weight) => sum + weight, 0);

/** By signal: seen, not seen; absent where nobody knows yet. */
export type SignalsSeen = Readonly<Partial<Record<string, boolean>>>;

export interface Score {
  readonly score: number;
  /** Points of signals nobody knows of yet: how far the score may still rise. */
  readonly open: number;
  /** Signals not seen that weigh most, for what to work on next; heaviest first. */
  readonly missing: readonly string[];
}

export const scoreOf = (seen: SignalsSeen, weights: Weights): Score => {
  const signals = Object.entries(weights);
  const sum = (has: (key: string) => boolean): number =>
    signals.reduce((total, [key, weight]) => (has(key) ? total + weight : total), 0);
  return {
    score: sum((key) => seen[key] === true),
    open: sum((key) => seen[key] === undefined),
    missing: signals
      .filter(([key, weight]) => seen[key] !== true && weight > 0)
      .sort(([, a], [, b]) => b - a)
      .map(([key]) => key),
  };
};

/** 90+ A, 70–89 B, 60–69 C, below D. Never over the manager's grade. */
export const suggestedGrade = (score: number): Extract<Grade, "A" | "B" | "C" | "D"> =>
  score >= 90 ? "A" : score >= 70 ? "B" : score >= 60 ? "C" : "D";

export type Warmth = "hot" | "warm" | "cold";

const hotWithin = 3;
const warmWithin = 7;
const coldBeyond = 30;

/**
 * By the return: within 3 days of the first visit hot, within 7 warm, beyond a month (or not at all by then) cold;
 * nothing in between, and while a month has not passed.
 */
export const warmth = (
  firstVisit: CalendarDay,
  returned: CalendarDay | undefined,
  today: CalendarDay,
): Warmth | undefined => {
  const days = daysBetween(firstVisit, returned ?? today);
  if (returned !== undefined && days <= hotWithin) return "hot";
  if (returned !== undefined && days <= warmWithin) return "warm";
  return days > coldBeyond ? "cold" : undefined;
};

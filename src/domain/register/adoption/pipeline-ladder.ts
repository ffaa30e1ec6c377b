/**
 * R4: what a row of an old 等级跟踪 makes of a client's ladder. A day of the workbook is never taken away; what this very
 * taking-in wrote before gives way to the row, which is the pipeline's master.
 */
import type { CalendarDay } from "../../kit/calendar-day";
import { type Grade, latestReached, type ReachedDays, rungOf } from "../../rules/grade";
import { reachedOrder } from "../grade-rows";
import type { OldLadder } from "../old-sheet/old-ladder";

/** What an old row says of the grades. */
export interface SaidLadder {
  readonly days: ReachedDays;
  /** The grade it has now, when nobody wrote down since when. */
  readonly undated: Grade | undefined;
  /** Passed on the way, on days nobody wrote down. */
  readonly passed: readonly Grade[];
}

/** The row contradicts itself: 客户级别, and the grade its days lead to. */
export interface Contradiction {
  readonly grade: Grade;
  readonly latest: Grade;
  readonly day: CalendarDay;
}

/** @param now 客户级别, where it says one. */
export const saidLadder = (
  { days, ticked }: OldLadder,
  now: Grade | undefined,
): SaidLadder | Contradiction => {
  const latest = latestReached(days);
  const top = now ?? [...ticked].sort((a, b) => rungOf(a) - rungOf(b)).at(-1);
  const passed = ticked.filter((each) => each !== top && days[each] === undefined);
  if (top === undefined || top === latest) return { days, undated: undefined, passed };
  const day = latest && days[latest];
  if (latest === undefined || day === undefined) return { days, undated: top, passed };
  if (days[top] === undefined && rungOf(top) > rungOf(latest)) return { days, undated: top, passed };
  // Of marks alone nobody knows which came last.
  if (now === undefined) return { days, undated: undefined, passed: [...passed, top] };
  return { grade: top, latest, day };
};

export const isContradiction = (said: SaidLadder | Contradiction): said is Contradiction => "latest" in said;

export interface LadderThere {
  readonly reached: ReachedDays;
  /** Days this very taking-in has written: the row's go before them. */
  readonly own: ReadonlySet<Grade>;
  /** C was begun because nothing was said (R4). */
  readonly isBegun: boolean;
  /** R10: × was left by reassignment. */
  readonly isReassigned: boolean;
  /** The first contact. */
  readonly first: CalendarDay;
}

export interface LadderAfter {
  readonly reached: ReachedDays;
  /** Days of the row that the workbook has otherwise, or that cannot stand beside its own. */
  readonly otherwise: readonly Grade[];
  /** 客户级别 is another, and no day of the row leads to it. */
  readonly gradeOtherwise: Grade | undefined;
  /** Where the day of a grade that nobody dated was put. */
  readonly put: { readonly grade: Grade; readonly day: CalendarDay } | undefined;
}

/** √ and × end the ladder: nothing of the workbook stands after one, and no other end. */
const fits = (theirs: ReachedDays, grade: Grade, day: CalendarDay, isReassigned: boolean): boolean => {
  const ends = (each: Grade): boolean => each === "√" || (each === "×" && !isReassigned);
  return reachedOrder.every((each) => {
    const on = theirs[each];
    if (each === grade || on === undefined) return true;
    if (ends(grade) && on > day) return false;
    return !ends(each) || on >= day;
  });
};

/** A grade that nobody dated comes last, on the day of the last that is dated; nothing where the workbook knows better. */
const putAt = (
  { own, isBegun, first }: LadderThere,
  found: ReachedDays,
  days: ReachedDays,
  grade: Grade,
): CalendarDay | undefined => {
  const latest = latestReached(found);
  const day = latest && found[latest];
  if (latest === undefined || day === undefined) return first;
  const known = reachedOrder.filter((each) => found[each] !== undefined && found[each] !== days[each]);
  const isOurs = known.every((each) => own.has(each) || (each === "C" && isBegun));
  return isOurs && rungOf(grade) > rungOf(latest) ? day : undefined;
};

export const ladderAfter = (there: LadderThere, { days, undated }: SaidLadder): LadderAfter => {
  const rows = reachedOrder.filter((each) => days[each] !== undefined);
  const givesWay = (each: Grade): boolean =>
    (each === "C" && there.isBegun) || (there.own.has(each) && rows.includes(each));
  const theirs: ReachedDays = Object.fromEntries(
    reachedOrder.flatMap((each) =>
      there.reached[each] === undefined || givesWay(each) ? [] : [[each, there.reached[each]]],
    ),
  );
  const found: Partial<Record<Grade, CalendarDay>> = { ...theirs };
  const otherwise: Grade[] = [];
  for (const each of rows) {
    const [day, was] = [days[each], there.reached[each]];
    if (day === undefined || theirs[each] === day) continue;
    if (theirs[each] === undefined && fits(theirs, each, day, there.isReassigned)) found[each] = day;
    else {
      otherwise.push(each);
      if (was !== undefined) found[each] = was;
    }
  }
  const isKnown = undated === undefined || found[undated] !== undefined;
  const day = isKnown ? undefined : putAt(there, found, days, undated);
  if (undated !== undefined && day !== undefined) found[undated] = day;
  const isSaid = day !== undefined || rows.some((each) => found[each] === days[each]);
  return {
    // What was begun goes only where something comes in its place.
    reached: isSaid || !there.isBegun ? found : there.reached,
    otherwise,
    gradeOtherwise: isKnown || day !== undefined ? undefined : undated,
    put: undated === undefined || day === undefined ? undefined : { grade: undated, day },
  };
};

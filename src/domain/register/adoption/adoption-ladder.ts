/**
 * 收编 on 等级跟踪 (R4): what old rows say of a client's grade, in whatever order they come. A day the workbook has is
 * never taken away; one moves only where 跟踪记录 goes on telling of it.
 */
import type { CalendarDay } from "../../kit/calendar-day";
import type { ClientNumber } from "../../rules/client-number";
import {
  type Grade,
  latestReached,
  type ReachedDays,
  reachedBy,
  rungOf,
  type SaidGrade,
} from "../../rules/grade";
import { reachedOrder } from "../grade-rows";
import { finding, type Finding } from "../problem";

export interface Reaching {
  readonly moved: boolean;
  /** Where the workbook says otherwise. */
  readonly found: readonly Finding[];
}

export interface Ladders {
  readonly reachedOf: (id: ClientNumber) => ReachedDays;
  /** R4. Who has no grade yet begins at C when nothing is said. */
  readonly reach: (id: ClientNumber, grade: Grade | undefined, on: CalendarDay) => Reaching;
  /** R4: √ on that day, or the day of the latest grade where that is later; a later × stays the latest. */
  readonly close: (id: ClientNumber, on: CalendarDay) => Reaching;
}

interface Ladder {
  /** In order of day and rung. */
  readonly said: SaidGrade[];
  /** What `said` comes to. */
  told: ReachedDays;
  after: ReachedDays;
}

const inOrder = (one: SaidGrade, other: SaidGrade): number =>
  one.day === other.day ? rungOf(one.grade) - rungOf(other.grade) : one.day < other.day ? -1 : 1;

/** The grade a client had at the end of a day. */
const gradeOn = (reached: ReachedDays, day: CalendarDay): Grade | undefined =>
  latestReached(Object.fromEntries(Object.entries(reached).filter(([, on]) => on <= day)));

/** The ladder tells that the client had that grade on that day. */
export const tellsGrade = (reached: ReachedDays, grade: Grade, day: CalendarDay): boolean =>
  reached[grade] === day || gradeOn(reached, day) === grade;

const climb = (ladder: Ladder, one: SaidGrade): ReachedDays => {
  const { said, told } = ladder;
  const last = said.at(-1);
  if (last === undefined || inOrder(last, one) <= 0) {
    said.push(one);
    return last?.grade === one.grade ? told : { ...told, [one.grade]: one.day };
  }
  said.push(one);
  said.sort(inOrder);
  return reachedBy(said);
};

/** `saidOf`: the grades that 跟踪记录 tells of a client; `stand`: writes the days, where they are others. */
export const laddersOf = (
  there: (id: ClientNumber) => ReachedDays | undefined,
  saidOf: (id: ClientNumber) => readonly SaidGrade[],
  stand: (id: ClientNumber, after: ReachedDays) => void,
): Ladders => {
  const ladders = new Map<ClientNumber, Ladder>();
  const ladderOf = (id: ClientNumber): Ladder => {
    const known = ladders.get(id);
    if (known) return known;
    const after = there(id) ?? {};
    const days = Object.entries(after).map(([grade, day]): SaidGrade => ({ grade: grade as Grade, day }));
    const said = [...days, ...saidOf(id)].filter(({ grade }) => grade !== "√" && grade !== "×");
    said.sort(inOrder);
    const ladder: Ladder = { said, told: reachedBy(said), after };
    ladders.set(id, ladder);
    return ladder;
  };
  /** Nothing but the ladder tells of the workbook's day. */
  const isPinned = (id: ClientNumber, grade: Grade, day: CalendarDay): boolean =>
    there(id)?.[grade] === day && !saidOf(id).some((each) => each.grade === grade && each.day === day);

  const settle = (
    id: ClientNumber,
    ladder: Ladder,
    after: ReachedDays,
    grade: Grade,
    on: CalendarDay,
  ): Reaching => {
    const before = ladder.after;
    const moved = reachedOrder.some((each) => before[each] !== after[each]);
    ladder.after = after;
    if (moved) stand(id, after);
    const at = { key: "grade", caption: "客户级别" } as const;
    const otherwise = reachedOrder.flatMap((each) => {
      const was = there(id)?.[each];
      return was === undefined || was !== before[each] || after[each] === was
        ? []
        : [
            finding("reachedMoved", {
              ...at,
              value: grade,
              facts: { grade: each, was, day: after[each] ?? "" },
            }),
          ];
    });
    if (tellsGrade(after, grade, on) && gradeOn(after, on) === grade) return { moved, found: otherwise };
    const days = reachedOrder.flatMap((each) => (after[each] === undefined ? [] : `${each} ${after[each]}`));
    const facts = { day: on, there: days.join("、") };
    return { moved, found: [...otherwise, finding("gradeOtherwise", { ...at, value: grade, facts })] };
  };

  /** What moves where nothing stands in its way; √ and × end the ladder. */
  const reachedAfter = (id: ClientNumber, ladder: Ladder, grade: Grade, on: CalendarDay): ReachedDays => {
    const { after: before } = ladder;
    const latest = latestReached(before);
    const day = latest && before[latest];
    if (grade === "×") {
      const known = before[grade];
      const isLater = day !== undefined && (day > on || latest === "√");
      if (isLater || latest === grade || (known !== undefined && isPinned(id, grade, known))) return before;
      return { ...before, [grade]: on };
    }
    if ((latest === "√" || latest === "×") && day !== undefined && on > day) return before;
    const { told } = ladder;
    ladder.told = climb(ladder, { grade, day: on });
    const found: Partial<Record<Grade, CalendarDay>> = { ...before };
    for (const each of reachedOrder) {
      const [was, now, then] = [told[each], ladder.told[each], before[each]];
      // The contact may be there without the ladder having followed it.
      const isFollowed = each !== grade || then !== undefined;
      if (now === undefined || (now === was && isFollowed)) continue;
      if (then === undefined || !isPinned(id, each, then)) found[each] = now;
    }
    return found;
  };

  const close = (id: ClientNumber, on: CalendarDay): Reaching => {
    const ladder = ladderOf(id);
    const { after: before } = ladder;
    const latest = latestReached(before);
    if (latest === "√") return { moved: false, found: [] };
    const last = latest && before[latest];
    const day = latest !== "×" && last !== undefined && last > on ? last : on;
    return settle(id, ladder, { ...before, "√": day }, "√", day);
  };

  return {
    reachedOf: (id) => ladders.get(id)?.after ?? there(id) ?? {},
    reach: (id, grade, on) => {
      const ladder = ladderOf(id);
      const given = grade ?? (latestReached(ladder.after) === undefined ? "C" : undefined);
      if (given === undefined) return { moved: false, found: [] };
      if (given === "√" && ladder.after["√"] === undefined) return close(id, on);
      if (given === "√") return settle(id, ladder, ladder.after, given, on);
      return settle(id, ladder, reachedAfter(id, ladder, given, on), given, on);
    },
    close,
  };
};

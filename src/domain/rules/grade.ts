import type { CalendarDay } from "../kit/calendar-day";
import { plain } from "../kit/text";

/** R4. √ is a deal, × is hopeless. */
export type Grade = "A" | "B" | "C" | "D" | "√" | "×";

/** Best first, as lists show them. */
export const grades: readonly Grade[] = ["A", "B", "C", "D", "√", "×"];

const ladder: readonly Grade[] = ["D", "C", "B", "A", "√"];

const dealWords = new Set([
  "√",
  "✓",
  "✔",
  "☑",
  "对",
  "对号",
  "勾",
  "打勾",
  "已成交",
  "成交",
  "签约",
  "已签约",
  "已购",
]);
const hopelessWords = new Set([
  "×",
  "✕",
  "✗",
  "✘",
  "✖",
  "╳",
  "X",
  "叉",
  "错",
  "打叉",
  "无望",
  "放弃",
  "已放弃",
  "无意向",
  "流失",
  "已流失",
  "战败",
  "死客",
  "无效",
]);

const bracketed = /[(【][^)】]*[)】]$/u;
/** √(已退), ×(又来了): what closed the client no longer holds, or never did. */
const undone = {
  "√": /退|取消|撤|作废|解约|违约|[未没]|待|误/u,
  "×": /取消|误|重新|又|复活|再次|回来/u,
} as const;

/** A cell of more is a story; each bracket in it would look for the last one. */
const mostSigns = 500;

const bareGrade = (raw: string): string => plain(raw).replace(/[\s\uFE0E\uFE0F]/gu, "");

/** A grade with more beside it in brackets, which `readGrade` passes over: A类（等房票）. */
export const saysMoreThanGrade = (raw: string): boolean => bracketed.test(bareGrade(raw));

/** Words beside √ or × that say it no longer holds, or never did. */
export const takesBack = (grade: Grade, remark: string): boolean =>
  (grade === "√" || grade === "×") && undone[grade].test(remark);

/** Understands Ａ类, b级, B类客户, 对号, 已成交, x, 无望 …; nothing where it is no grade, or its remark takes it back. */
export const readGrade = (raw: string): Grade | undefined => {
  if (raw.length > mostSigns) return undefined;
  const bare = bareGrade(raw);
  const [remark = ""] = bracketed.exec(bare) ?? [];
  const word = bare
    .replace(bracketed, "")
    .toUpperCase()
    .replace(/^(?:客户)?(?:级别|等级|类别)?[:：]?/u, "")
    .replace(/(?:级别|等级|[类級级類])?(?:的)?(?:意向)?(?:客户|客戶)?$/u, "");
  if (/^[ABCD]$/u.test(word)) return word as Grade;
  const closed = dealWords.has(word) ? "√" : hopelessWords.has(word) ? "×" : undefined;
  return closed !== undefined && takesBack(closed, remark) ? undefined : closed;
};

export type Step =
  | "same"
  | "promotion"
  | "demotion"
  /** Up or down by more than one step. */
  | "jump"
  | "deal"
  | "hopeless"
  /** From √ or × back onto the ladder. */
  | "reopening";

const rung = (grade: Grade): number => ladder.indexOf(grade);

/** Of grades of one day the last is the highest on the way up, × over all. */
export const rungOf = (grade: Grade): number => (grade === "×" ? ladder.length : rung(grade));

/** What kind of move it is; a way to √ is a "deal" and to × is "hopeless", from wherever. */
export const step = (from: Grade, to: Grade): Step => {
  if (from === to) return "same";
  if (to === "×") return "hopeless";
  if (to === "√") return "deal";
  if (from === "√" || from === "×") return "reopening";
  const rise = rung(to) - rung(from);
  return Math.abs(rise) > 1 ? "jump" : rise > 0 ? "promotion" : "demotion";
};

export const isDemotion = (from: Grade, to: Grade): boolean =>
  from !== "√" && from !== "×" && to !== "×" && rung(to) < rung(from);

export interface GradeMove {
  /** The note or reason given, empty when none. */
  readonly reason: string;
  readonly hasDeal: boolean;
  /** How a closed client comes back: × by reassignment (R10), √ by a refund (R13). */
  readonly reopenedBy?: "reassignment" | "refund";
}

export type GradeProblem =
  | "demotionNeedsReason"
  | "jumpNeedsNote"
  | "hopelessNeedsReason"
  | "dealNeedsDeal"
  | "hopelessReopensByReassignment"
  | "reassignedStartsAtDOrC"
  | "dealReopensByRefund";

/** R4's laws for a move; no problem means it may be made. */
export const moveGrade = (from: Grade, to: Grade, move: GradeMove): readonly GradeProblem[] => {
  if (from === to) return [];
  const given = plain(move.reason) !== "" && plain(move.reason) !== "/";
  if (from === "√") return move.reopenedBy === "refund" ? [] : ["dealReopensByRefund"];
  if (from === "×") {
    if (move.reopenedBy !== "reassignment") return ["hopelessReopensByReassignment"];
    return to === "D" || to === "C" ? [] : ["reassignedStartsAtDOrC"];
  }
  if (to === "√") return move.hasDeal ? [] : ["dealNeedsDeal"];
  if (given) return [];
  if (to === "×") return ["hopelessNeedsReason"];
  if (isDemotion(from, to)) return ["demotionNeedsReason"];
  return step(from, to) === "jump" ? ["jumpNeedsNote"] : [];
};

/** 升级情况: the day each grade was reached, where it was. */
export type ReachedDays = Readonly<Partial<Record<Grade, CalendarDay>>>;

/** 当前级别 is the one reached last (R4); of two reached on one day, the higher on the way up, × over all. */
export const latestReached = (reached: ReachedDays): Grade | undefined => {
  let latest: Grade | undefined;
  for (const grade of [...ladder, "×"] as const) {
    const day = reached[grade];
    const latestDay = latest && reached[latest];
    if (day !== undefined && (latestDay === undefined || day >= latestDay)) latest = grade;
  }
  return latest;
};

/** A new reached day must not lie before one already there (R4). */
export const runsBackwards = (reached: ReachedDays, day: CalendarDay): boolean =>
  Object.values(reached).some((known) => known > day);

/**
 * The days after `grade` is reached on `day`. A higher one of the same day gives way, so that the grade reached
 * last is `grade`. Nothing where `day` would run backwards.
 */
export const reach = (reached: ReachedDays, grade: Grade, day: CalendarDay): ReachedDays | undefined => {
  if (runsBackwards(reached, day)) return undefined;
  const order: readonly Grade[] = [...ladder, "×"];
  const kept = Object.entries(reached).filter(
    ([known, on]) => on !== day || order.indexOf(known as Grade) < order.indexOf(grade),
  );
  return { ...Object.fromEntries(kept), [grade]: day };
};

/** That a client had a grade on a day: a contact says so, or the ladder. */
export interface SaidGrade {
  readonly grade: Grade;
  readonly day: CalendarDay;
}

/** 升级情况 as sayings of many days tell it: the first day of each grade's last unbroken run. `said` by day and rung. */
export const reachedBy = (said: readonly SaidGrade[]): ReachedDays => {
  const reached: Partial<Record<Grade, CalendarDay>> = {};
  let last: Grade | undefined;
  for (const { grade, day } of said) {
    if (grade !== last) reached[grade] = day;
    last = grade;
  }
  return reached;
};

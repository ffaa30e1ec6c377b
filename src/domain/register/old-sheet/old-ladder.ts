/** 升级情况 of an old 客户等级分配跟踪表: the day each grade was reached, or a mark that it was. */
import { grades } from "../../forms/grades";
import type { Field } from "../../form/field";
import { type CalendarDay, dayFrom, daysBetween, yearOf } from "../../kit/calendar-day";
import { saysMoreThanDay } from "../../kit/read-day";
import { plain } from "../../kit/text";
import { isTick } from "../../kit/ticked";
import { nothingWords } from "../../rules/nothing-to-say";
import { type Grade, readGrade, type ReachedDays } from "../../rules/grade";
import { reachedKey, reachedOrder } from "../grade-rows";
import type { Column, OldAbout } from "./old-phones";
import { type WrittenDay, writtenDay } from "./old-year";
import { finding, type Finding, shown } from "../problem";
import { isCellError, readAnswer } from "../read-answer";

export interface OldLadder {
  readonly days: ReachedDays;
  /** Reached, on a day that nobody wrote down. */
  readonly ticked: readonly Grade[];
  /** A day that cannot be read, or cannot be right. */
  readonly problems: readonly Finding[];
  /** Cells that say something else. */
  readonly unread: readonly Column[];
}

export const noLadder: OldLadder = { days: {}, ticked: [], problems: [], unread: [] };

const marks = "√✓✔☑●■▲★";
/** √√, 已升级: more than a tick. */
const reached = new RegExp(`^[${marks}vV]+$|^已?(?:升|到|达)级?$`, "u");
/** √3.8, 3月8日√ */
const besides = new RegExp(`^\\s*[${marks}]\\s*(?=\\d)|(?<=[\\d日号])\\s*[${marks}]\\s*$`, "gu");

const ticks = (said: string, grade: Grade): boolean =>
  isTick(said) || reached.test(said) || readGrade(said) === grade;

/** Who is promoted is within half a year of the step before: a longer way back is a slip, or another year. */
const nearDays = 183;

/** The first such day on or after. */
const following = ({ month, day }: WrittenDay, from: CalendarDay): CalendarDay | undefined =>
  [0, 1]
    .map((years) => dayFrom(yearOf(from) + years, month, day))
    .find((each) => each !== undefined && each >= from);

/**
 * The year of a day written without one: soon after the last step, or after the first contact. Nothing where that is
 * not sure.
 */
const yearFor = (
  written: WrittenDay,
  last: CalendarDay | undefined,
  first: CalendarDay | undefined,
  said: OldAbout["year"],
): number | "unknown" => {
  if (first === undefined && last === undefined) return said ?? "unknown";
  for (const from of [last, first]) {
    const day = from && following(written, from);
    if (from !== undefined && day !== undefined && daysBetween(from, day) <= nearDays) return yearOf(day);
  }
  const since = first ?? last;
  const later = since && following(written, since);
  return since !== undefined && later !== undefined && yearOf(later) === yearOf(since)
    ? yearOf(since)
    : "unknown";
};

/** @param first the row's 时间. */
export const readOldLadder = (
  columns: ReadonlyMap<string, readonly Column[]>,
  first: CalendarDay | undefined,
  about: OldAbout,
): OldLadder => {
  const days: Partial<Record<Grade, CalendarDay>> = {};
  const ticked: Grade[] = [];
  const problems: Finding[] = [];
  const unread: Column[] = [];
  let last: CalendarDay | undefined;
  for (const grade of reachedOrder) {
    const key = reachedKey[grade];
    const field: Field = grades.fields[key];
    const [cell, ...more] = columns.get(key) ?? [];
    unread.push(...more);
    if (cell === undefined) continue;
    const { raw } = cell;
    const at = { key, caption: field.caption, value: shown(raw) ?? "" };
    if (isCellError(raw)) {
      problems.push(finding("cellError", at));
      continue;
    }
    const said = plain(String(raw));
    if (raw === false || raw === 0 || nothingWords.has(said) || said === "否") continue;
    if (raw === true || ticks(said, grade)) {
      ticked.push(grade);
      continue;
    }
    // No grade: a cross, an empty box.
    if (/^[×✗✘xX☐□○]+$/u.test(said)) {
      unread.push(cell);
      continue;
    }
    const bare = typeof raw === "string" ? raw.replace(besides, "") : raw;
    const written = writtenDay(bare);
    const year =
      written === undefined || written.year !== undefined
        ? "unknown"
        : yearFor(written, last, first, about.year);
    const read = readAnswer(field, bare, { ...about, year });
    if (read.problems.length > 0 || read.answer === undefined) {
      problems.push(...read.problems.map((each) => ({ ...at, ...each })));
      continue;
    }
    const day = read.answer as CalendarDay;
    days[grade] = day;
    if (typeof bare === "string" && saysMoreThanDay(bare)) unread.push(cell);
    if (last === undefined || day > last) last = day;
  }
  return { days, ticked, problems, unread };
};

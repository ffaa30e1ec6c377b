/** Captions of 升级情况: a column for the day of each grade. */
import { plain } from "../../kit/text";
import { type Grade, readGrade } from "../../rules/grade";
import { reachedOrder } from "../grade-rows";
import { bareCaption } from "../match-headers";
import type { RawCell } from "../register";

const longest = 3;

/** D, A 级, 成交, "升级情况 D" of two rows of captions, B级日期. */
export const gradeOfCaption = (header: RawCell): Grade | undefined => {
  const parts = plain(String(header ?? "")).split(" ");
  for (const part of [parts.slice(-1), parts.slice(-2)]) {
    const bare = bareCaption(part.join("")).replace(/^[升到达]?(.+?)(?:日期|时间)$/u, "$1");
    const grade = bare.length > longest ? undefined : readGrade(bare);
    if (grade !== undefined) return grade;
  }
  return undefined;
};

/** Of two columns of one grade the first. */
export const ladderColumns = (headers: readonly RawCell[]): ReadonlyMap<number, Grade> => {
  const found = new Map<number, Grade>();
  const taken = new Set<Grade>();
  for (const [column, header] of headers.entries()) {
    const grade = gradeOfCaption(header);
    if (grade === undefined || taken.has(grade)) continue;
    taken.add(grade);
    found.set(column, grade);
  }
  return found;
};

const fewest = 4;

/**
 * Captions of 客户等级分配跟踪表, or of one like it. Its days are no contacts, and a register of contacts it is not.
 */
export const isLadderHeader = (headers: readonly RawCell[]): boolean => {
  if (headers.length < fewest) return false;
  const found = new Set(headers.map(gradeOfCaption));
  return reachedOrder.filter((each) => found.has(each)).length >= fewest;
};

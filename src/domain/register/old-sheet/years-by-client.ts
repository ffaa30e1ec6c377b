/** The years of a register that stands by clients: the days of each run on by themselves, 12月30日 and then 1月3日. */
import type { HeaderMatch } from "../match-headers";
import type { OldRow } from "./old-cells";
import { farBack, orderly, over, type WrittenDay, yearsOfDays, type YearsFound } from "./old-year";
import { isAfter, type YearsSaid } from "./years-said";
import { plain } from "../../kit/text";
import { isEmptyCell } from "../read-answer";

const whoseKeys: readonly string[] = ["clientId", "name", "mobile", "phone"];

/** Clients of several rows: fewer are met twice in a row in any register. */
const fewestRuns = 2;

/**
 * By row, the first row of its client's, where each client's rows stand together and most clients have several; nothing
 * for a register that goes on day by day.
 */
export const clientRuns = (
  rows: readonly Pick<OldRow, "cells">[],
  matches: readonly HeaderMatch[],
): readonly number[] | undefined => {
  const columns = matches.flatMap(({ key, column }) =>
    key !== undefined && whoseKeys.includes(key) ? [column] : [],
  );
  const wordsAt = (row: number): readonly string[] =>
    columns.map((column) => {
      const cell = rows[row]?.cells[column] ?? null;
      return isEmptyCell(cell) ? "" : plain(String(cell));
    });
  const starts: number[] = [];
  let start = 0;
  for (let at = 0; at < rows.length; at++) {
    const head = wordsAt(start);
    // What is left out is as above.
    if (!wordsAt(at).every((word, column) => word === "" || word === (head[column] || word))) start = at;
    starts.push(start);
  }
  const runs = new Map<number, number>();
  for (const each of starts) runs.set(each, (runs.get(each) ?? 0) + 1);
  const whose = new Set([...runs.keys()].map((each) => wordsAt(each).join("\n")));
  const several = [...runs.values()].filter((count) => count > 1);
  const inSeveral = several.reduce((sum, count) => sum + count, 0);
  const isByClient =
    columns.length > 0 &&
    runs.size >= fewestRuns &&
    whose.size === runs.size &&
    several.length > 0 &&
    inSeveral * 2 >= rows.length;
  return isByClient ? starts : undefined;
};

interface RunWalk {
  readonly later: readonly number[];
  /** From where on a year's end with months left out may lie before it, or disorder. */
  readonly doubtFrom: number | undefined;
}

/** One client's days, in the order in which all clients' are told. */
const walkRun = (days: readonly WrittenDay[], isUpward: boolean): RunWalk => {
  let years = 0;
  let doubtFrom: number | undefined;
  const later = days.map((to, at) => {
    const from = days[at - 1];
    if (from === undefined) return 0;
    const months = to.month - from.month;
    if (from.year !== undefined && to.year !== undefined) years += to.year - from.year;
    else if (isUpward ? months <= -over : months >= over) years += isUpward ? 1 : -1;
    else if (isUpward ? months <= -farBack : months >= farBack) doubtFrom ??= at;
    return years;
  });
  return { later, doubtFrom };
};

/** Of a client's days some are written with their year: the year of the first of them; nothing where they disagree. */
const writtenFirst = (days: readonly WrittenDay[], { later }: RunWalk): number | undefined => {
  const said = new Set(days.flatMap(({ year }, at) => (year === undefined ? [] : [year - (later[at] ?? 0)])));
  const [first] = said;
  return said.size === 1 ? first : undefined;
};

/** Which way clients' days go, taken together; nothing where in no order. */
const wayOf = (days: readonly WrittenDay[], runs: readonly number[]): "up" | "down" | undefined => {
  const steps = days.flatMap((to, at) => {
    const from = days[at - 1];
    const isInner =
      from !== undefined && runs[at] === runs[at - 1] && Math.abs(to.month - from.month) < farBack;
    return isInner ? [{ from, to }] : [];
  });
  const on = steps.filter(({ from, to }) => isAfter(to, from)).length;
  const back = steps.filter(({ from, to }) => isAfter(from, to)).length;
  if (back <= (on + back) * orderly) return "up";
  return on <= (on + back) * orderly ? "down" : undefined;
};

/** By the beginning of a client's rows, the places of its days. */
const daysByRun = (runs: readonly number[]): ReadonlyMap<number, readonly number[]> => {
  const found = new Map<number, number[]>();
  for (const [at, start] of runs.entries()) {
    const own = found.get(start);
    if (own) own.push(at);
    else found.set(start, [at]);
  }
  return found;
};

/**
 * The first of each client is of the year said, but where a day with its year tells another. @param runs by day, where
 * its client's begin. @returns nothing where clients' days are in no order, or nothing tells their year: then they are
 * like any other register's.
 */
export const yearsByClient = (
  days: readonly WrittenDay[],
  said: YearsSaid,
  runs: readonly number[],
): YearsFound | undefined => {
  const way = wayOf(days, runs);
  if (way === undefined) return undefined;
  const walks = [...daysByRun(runs).values()].map((at) => {
    const own = at.flatMap((each) => days[each] ?? []);
    const walked = walkRun(own, way === "up");
    return { at, ...walked, first: writtenFirst(own, walked) };
  });
  const only =
    typeof said === "object" && said.from === said.to && said.until === undefined ? said : undefined;
  const firsts = walks.flatMap(({ first }) => first ?? []);
  const year = only?.from ?? (firsts.length === walks.length ? Math.min(...firsts) : undefined);
  if (year === undefined && (typeof said === "object" || firsts.length > 0)) return undefined;
  const whole = yearsOfDays(days, said);
  const later: number[] = [];
  const [inDoubt, concluded] = [new Set<number>(), new Set<number>()];
  for (const { at, first, later: own, doubtFrom = Infinity } of walks)
    for (const [index, each] of at.entries()) {
      const years = (own[index] ?? 0) + (first === undefined || year === undefined ? 0 : first - year);
      // 2023年度 has nothing of another year.
      const stays = years !== 0 && first === undefined && only?.isWhole === true;
      later[each] = stays ? 0 : years;
      if (first !== undefined || days[each]?.year !== undefined) continue;
      const readOn = whole.year === undefined ? year : whole.year + (whole.later[each] ?? 0);
      if (stays || index >= doubtFrom || (years === 0 && readOn !== year)) inDoubt.add(each);
      else if (years !== 0) concluded.add(each);
    }
  return year === undefined ? { later } : { later, year, inDoubt, concluded };
};

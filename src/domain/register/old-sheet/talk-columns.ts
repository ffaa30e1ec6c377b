/** 收编: columns of what came after a visit or a call, in its own row: 第一次回访时间, 第一次回访内容, 跟踪时间, 跟踪内容. */
import { withArabicDigits } from "../../kit/chinese-digits";
import { plain } from "../../kit/text";
import { nothingWords } from "../../rules/nothing-to-say";
import { bareCaption, withoutBrackets } from "../match-headers";
import { saysTimeAlone } from "./old-times";
import { talkAtKey, talkMethodKey, talkNotesKey } from "./old-targets";
import { writtenDay } from "./old-year";
import { beginsWithDay } from "./told-talks";
import { isEmptyCell } from "../read-answer";
import type { RawCell } from "../register";

type Part = "at" | "method" | "notes";
export type TalkKey = typeof talkAtKey | typeof talkMethodKey | typeof talkNotesKey;
const keyOf = { at: talkAtKey, method: talkMethodKey, notes: talkNotesKey } as const;
const partOf: Readonly<Record<string, Part>> = {
  [talkAtKey]: "at",
  [talkMethodKey]: "method",
  [talkNotesKey]: "notes",
};

/** Talks that are counted together: 二访 is no 第二次回访, and 最近跟进 is none of those before it. */
type Series = "talks" | "visits" | "last";

interface TalkCaption {
  readonly part: Part | undefined;
  /** Which of several it is, where the caption counts. */
  readonly n: number | undefined;
  readonly series: Series;
}

const behind = "(日期|时间|日|方式|形式|方法|内容|情况|记录|结果|详情|纪要)?(?:\\(?(\\d+)\\)?)?$";
const caption = new RegExp(
  "^(?:第?(\\d+)次|(首次|初次)|(最近|最后|最新|末)(?:的?1?次)?)?(?:客户|电话|微信|后续)?" +
    `(回访|跟踪|跟进|追踪|复访|再访|来访|到访|沟通|联系|洽谈)(?:\\(?(\\d+)\\)?)?${behind}`,
  "u",
);
/** 二访日期, 第三访情况. */
const countedVisit = new RegExp(`^第?(\\d+)访${behind}`, "u");
/** Of these the first is the visit itself, and one that is not counted may be. */
const countedOnly = /来访|到访|沟通|联系|洽谈/u;
const ofVisit = /来访|到访|复访|再访/u;

const partSaid = (ends: string | undefined): Part | undefined =>
  ends === undefined ? undefined : /日|时/u.test(ends) ? "at" : /[方形]/u.test(ends) ? "method" : "notes";

const visitOf = (spelt: string): TalkCaption | undefined => {
  const [found, counted, ends] = countedVisit.exec(spelt) ?? [];
  const n = Number(counted);
  return found === undefined || n < 2 ? undefined : { part: partSaid(ends), n, series: "visits" };
};

const captionOf = (header: RawCell): TalkCaption | undefined => {
  for (const each of [String(header ?? ""), withoutBrackets(String(header ?? ""))]) {
    const spelt = withArabicDigits(bareCaption(each));
    const found = caption.exec(spelt);
    if (found === null) {
      const visit = visitOf(spelt);
      if (visit !== undefined) return visit;
      continue;
    }
    const [, before, first, last, verb = "", amid, ends, after] = found;
    const counted = before ?? amid ?? after ?? (first === undefined ? undefined : "1");
    const n = counted === undefined ? undefined : Number(counted);
    const series = last !== undefined ? "last" : ofVisit.test(verb) && n !== undefined ? "visits" : "talks";
    if (series !== "last" && countedOnly.test(verb) && (n === undefined || n < 2)) return undefined;
    // 最近跟进 is its day, or its words: the cells tell.
    if (ends === undefined && n === undefined && series !== "last") return undefined;
    return { part: partSaid(ends), n, series };
  }
  return undefined;
};

/** Columns of one talk. */
export interface Occasion {
  readonly at: readonly number[];
  readonly method: readonly number[];
  readonly notes: readonly number[];
  /** Not the first: what has no day is not surely of the visit. */
  readonly isLater: boolean;
  /** 二访, 第三访: a visit, if nothing more is said of it than its day. */
  readonly isCounted: boolean;
}

interface PartColumn {
  readonly column: number;
  readonly part: Part;
  readonly n: number | undefined;
  readonly series: Series;
}

/** 跟进内容 beside 最近跟进时间, where nothing else says when: the words of the last. */
const asOneSeries = (columns: readonly PartColumn[]): readonly PartColumn[] => {
  const has = (series: Series, part: Part): boolean =>
    columns.some((each) => each.series === series && each.part === part);
  const isLastBare = has("last", "at") && !has("last", "notes") && !has("talks", "at");
  if (!isLastBare) return columns;
  return columns.map((each) =>
    each.series === "talks" && each.n === undefined ? { ...each, series: "last" } : each,
  );
};

/** By the number in their captions, or by the order in which they stand. */
const gathered = (columns: readonly PartColumn[]): readonly Occasion[] => {
  const met = new Map<string, number>();
  const found = new Map<string, { n: number; columns: Record<Part, number[]>; series: Series }>();
  for (const { column, part, n, series } of asOneSeries(columns)) {
    const place = (met.get(`${series} ${part}`) ?? 0) + 1;
    met.set(`${series} ${part}`, place);
    const key = `${series} ${n ?? place}`;
    const its = found.get(key) ?? {
      n: n ?? place,
      columns: { at: [], method: [], notes: [] },
      series,
    };
    its.columns[part].push(column);
    found.set(key, its);
  }
  return [...found.values()]
    .sort((a, b) => a.n - b.n)
    .map(({ columns: its, series }) => ({
      ...its,
      isLater: series !== "talks",
      isCounted: series === "visits",
    }));
};

const mostLooked = 300;

/** 无 and 暂无 below 复访日期 say as little as a blank. */
export const saysNothing = (cell: RawCell): boolean =>
  isEmptyCell(cell) || (typeof cell === "string" && nothingWords.has(plain(cell)));

const holdsDays = (cells: readonly RawCell[]): boolean => {
  const filled = cells.slice(0, mostLooked).filter((cell) => !saysNothing(cell));
  const days = filled.filter((cell) => !saysTimeAlone(cell) && writtenDay(cell) !== undefined);
  return filled.length > 0 && days.length * 2 >= filled.length;
};

/** 回访1: 7.22电话：考虑. */
const beginWithDays = (cells: readonly RawCell[]): boolean => {
  const filled = cells.slice(0, mostLooked).filter((cell) => !isEmptyCell(cell));
  return filled.length > 0 && filled.filter(beginsWithDay).length * 2 >= filled.length;
};

/**
 * The columns of talks, each with its key: only such as have a day, beside their words, before them, or by itself. @param cellsOf the records' cells of a column;
 * `isGoingOn` whether some row has nothing but more of what the row above began.
 */
export const talkColumns = (
  headers: readonly RawCell[],
  cellsOf: (column: number) => readonly RawCell[],
  isGoingOn: (at: number) => boolean,
): ReadonlyMap<number, TalkKey> => {
  const columns = headers.flatMap((header, column): PartColumn[] => {
    const said = captionOf(header);
    if (said === undefined) return [];
    const isDays = holdsDays(cellsOf(column));
    const part = said.part ?? (isDays ? "at" : "notes");
    return part === "at" && !isDays ? [] : [{ column, part, n: said.n, series: said.series }];
  });
  const occasions = gathered(columns);
  const counted = new Set(columns.flatMap(({ column, n }) => (n === undefined ? [] : [column])));
  const saysItsDay = (column: number): boolean => counted.has(column) && beginWithDays(cellsOf(column));
  const whole = occasions.filter(({ at, notes, isCounted }) =>
    at.length > 0 ? notes.length > 0 || isCounted : notes.length > 0 && notes.every(saysItsDay),
  );
  const [only] = occasions;
  // 跟踪时间 beside 洽谈内容: where a client has several rows.
  const isBeside =
    whole.length === 0 && occasions.length === 1 && only?.notes.length === 0 && only.at.some(isGoingOn);
  const keys = new Map<number, TalkKey>();
  for (const occasion of isBeside ? occasions : whole)
    for (const part of ["at", "method", "notes"] as const)
      for (const column of occasion[part]) keys.set(column, keyOf[part]);
  return keys;
};

/** Captions alone: some talk has its day and its words. */
export const namesTalks = (headers: readonly RawCell[]): readonly number[] => {
  const columns = headers.flatMap((header, column): PartColumn[] => {
    const said = captionOf(header);
    const part = said?.part ?? (said?.series === "last" ? "at" : undefined);
    return said === undefined || part === undefined ? [] : [{ column, ...said, part }];
  });
  return gathered(columns)
    .filter(({ at, notes }) => at.length > 0 && notes.length > 0)
    .flatMap(({ at, method, notes }) => [...at, ...method, ...notes]);
};

/** As people have mapped them. */
export const occasionsOf = (
  headers: readonly RawCell[],
  keys: readonly (string | undefined)[],
): readonly Occasion[] =>
  gathered(
    keys.flatMap((key, column): PartColumn[] => {
      const part = partOf[key ?? ""];
      if (part === undefined) return [];
      const said = captionOf(headers[column] ?? null);
      return [{ column, part, n: said?.n, series: said?.series ?? "talks" }];
    }),
  );

export const isTalkKey = (key: string | undefined): key is TalkKey => partOf[key ?? ""] !== undefined;

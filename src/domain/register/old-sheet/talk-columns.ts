/** 收编: columns of what came after a visit or a call, in its own row: 第一次回访时间, 第一次回访内容, 跟踪时间, 跟踪内容. */
import { withArabicDigits } from "../../kit/chinese-digits";
import { bareCaption, withoutBrackets } from "../match-headers";
import { saysTimeAlone } from "./old-times";
import { talkAtKey, talkMethodKey, talkNotesKey } from "./old-targets";
import { writtenDay } from "./old-year";
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

interface TalkCaption {
  readonly part: Part | undefined;
  /** Which of several it is, where the caption counts. */
  readonly n: number | undefined;
}

const caption =
  /^(?:第?(\d+)次|(首次|初次))?(?:客户|电话|微信|后续)?(回访|跟踪|跟进|追踪|复访|再访|来访|到访|沟通|联系|洽谈)(?:\(?(\d+)\)?)?(日期|时间|日|方式|形式|方法|内容|情况|记录|结果|详情|纪要)?(?:\(?(\d+)\)?)?$/u;
/** Of these the first is the visit itself, and one that is not counted may be. */
const countedOnly = /来访|到访|沟通|联系|洽谈/u;

const captionOf = (header: RawCell): TalkCaption | undefined => {
  for (const spelt of [String(header ?? ""), withoutBrackets(String(header ?? ""))]) {
    const found = caption.exec(withArabicDigits(bareCaption(spelt)));
    if (found === null) continue;
    const [, before, first, verb = "", amid, ends, after] = found;
    const counted = before ?? amid ?? after ?? (first === undefined ? undefined : "1");
    const n = counted === undefined ? undefined : Number(counted);
    if (countedOnly.test(verb) && (n === undefined || n < 2)) return undefined;
    if (ends === undefined && n === undefined) return undefined;
    const part =
      ends === undefined ? undefined : /日|时/u.test(ends) ? "at" : /[方形]/u.test(ends) ? "method" : "notes";
    return { part, n };
  }
  return undefined;
};

/** Columns of one talk. */
export interface Occasion {
  readonly at: readonly number[];
  readonly method: readonly number[];
  readonly notes: readonly number[];
}

interface PartColumn {
  readonly column: number;
  readonly part: Part;
  readonly n: number | undefined;
}

/** By the number in their captions, or by the order in which they stand. */
const gathered = (columns: readonly PartColumn[]): readonly Occasion[] => {
  const met = new Map<Part, number>();
  const found = new Map<number, Record<Part, number[]>>();
  for (const { column, part, n } of columns) {
    const place = (met.get(part) ?? 0) + 1;
    met.set(part, place);
    const occasion = found.get(n ?? place) ?? { at: [], method: [], notes: [] };
    occasion[part].push(column);
    found.set(n ?? place, occasion);
  }
  return [...found].sort(([a], [b]) => a - b).map(([, occasion]) => occasion);
};

const mostLooked = 300;

const holdsDays = (cells: readonly RawCell[]): boolean => {
  const filled = cells.slice(0, mostLooked).filter((cell) => !isEmptyCell(cell));
  const days = filled.filter((cell) => !saysTimeAlone(cell) && writtenDay(cell) !== undefined);
  return filled.length > 0 && days.length * 2 >= filled.length;
};

/**
 * The columns of talks, each with its key: only such as have a day. @param cellsOf the records' cells of a column;
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
    return part === "at" && !isDays ? [] : [{ column, part, n: said.n }];
  });
  const occasions = gathered(columns);
  const whole = occasions.filter(({ at, notes }) => at.length > 0 && notes.length > 0);
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
    return said?.part === undefined ? [] : [{ column, part: said.part, n: said.n }];
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
      return part === undefined ? [] : [{ column, part, n: captionOf(headers[column] ?? null)?.n }];
    }),
  );

export const isTalkKey = (key: string | undefined): key is TalkKey => partOf[key ?? ""] !== undefined;

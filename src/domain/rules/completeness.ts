import { addMonths, type CalendarDay, dayOf, daysBetween, type Moment } from "../kit/calendar-day";
import { graphemeLength, plain } from "../kit/text";

/** One answer of form 1 that counts: its mark on the form, and whether it is given (`/` is, R3). */
export interface CountedAnswer {
  readonly mark: "*" | "+";
  readonly answered: boolean;
}

/** The part of the `*` and `+` answers that is given, 0 to 1; 1 where nothing is asked (R8). */
export const completeness = (answers: readonly CountedAnswer[]): number =>
  shareGiven(answers.filter(({ answered }) => answered).length, answers.length);

export const shareGiven = (given: number, asked: number): number => (asked === 0 ? 1 : given / asked);

export type Acquaintance = "firstVisit" | "known" | "owner";

/** R8 (002): how much has to be known, as a share. */
export const requiredShare: Readonly<Record<Acquaintance, number>> = {
  firstVisit: 0.3,
  known: 0.7,
  owner: 1,
};

export interface History {
  readonly contacts: number;
  readonly firstContact: CalendarDay;
  readonly today: CalendarDay;
  readonly owner: boolean;
}

/** "known" from the third contact, or one month after the first. */
export const acquaintance = ({ contacts, firstContact, today, owner }: History): Acquaintance =>
  owner ? "owner" : contacts >= 3 || today >= addMonths(firstContact, 1) ? "known" : "firstVisit";

/** R8: least characters of 跟踪情况 by 方式; a method not named here has no minimum. */
export const minimumLength: ReadonlyMap<string, number> = new Map([
  ["来访", 50],
  ["上门拜访", 50],
  ["电话", 30],
  ["短信", 30],
  ["微信", 30],
  ["活动", 30],
  ["邀约", 30],
]);

const emptyWords =
  /客户|同上|同前|如上|略|暂无|没有|无|已(?:经)?(?:联系|跟进|回访|打电话|电话联系|发短信|发微信|通知)|(?:正常)?跟进中?|待跟进|继续跟进|联系过?了?/gu;

const unspoken = /[\s\p{P}\p{S}]/gu;

const codesOf = (text: string): ReadonlySet<number> =>
  new Set([...text].map((character) => character.charCodeAt(0)));
const stockCharacters = codesOf(emptyWords.source);

/** One more than a repetition can have: a piece of eight, and seven behind the last of them. */
const manyCharacters = 16;

/**
 * Surely neither perfunctory nor shorter than `least`, found out in one pass: true of nearly every talk of a kept
 * register. False says only that it takes a closer look.
 * Looks at ideographs and full-width signs alone, which nothing joins or changes into each other.
 */
export const surelySaysEnough = (text: string, least: number): boolean => {
  const different: number[] = [];
  let length = 0;
  let last = 0;
  let run = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const ideograph = code >= 0x4e00 && code <= 0x9fff;
    if (!ideograph && !(code >= 0xff01 && code <= 0xff5e) && code !== 0x3001 && code !== 0x3002) continue;
    run = code === last ? run + 1 : 1;
    last = code;
    // As in `countedLength`, a character repeated counts three times.
    if (run <= 3) length++;
    if (ideograph && different.length < manyCharacters && !stockCharacters.has(code)) {
      if (!different.includes(code)) different.push(code);
    }
    if (length >= least && different.length === manyCharacters) return true;
  }
  return false;
};

/** 敷衍: nothing left after stock phrases and repetitions are taken away (R8). */
export const isPerfunctory = (text: string): boolean => !surelySaysEnough(text, 0) && readsPerfunctory(text);

/** The same, without looking whether it is surely not. */
export const readsPerfunctory = (text: string): boolean => {
  const said = plain(text).replace(unspoken, "");
  if (said === "" || said.replace(emptyWords, "") === "") return true;
  return isRepetition(said);
};

/** "哈哈哈哈", "好的好的好的": one short piece, three times or more (two for a single character). */
const isRepetition = (text: string): boolean =>
  /^(.)\1+$/su.test(text) || /^(.{1,8}?)\1{2,}.{0,7}$/su.test(text);

/** Characters that count: none of a perfunctory text, and a character repeated counts three times at most. */
export const countedLength = (text: string): number =>
  isPerfunctory(text) ? 0 : graphemeLength(plain(text).replace(/(.)\1{3,}/gsu, "$1$1$1"));

/** How many days after it happened it was entered; 0 the same day. Reported, not refused (R8). */
export const daysLate = (happened: CalendarDay | Moment, entered: CalendarDay | Moment): number =>
  Math.max(0, daysBetween(dayOf(happened), dayOf(entered)));

/** 收编: a row whose words tell several talks, as its visit and the talks that came after it. */
import { formOf } from "../../forms/index";
import { addDays, type CalendarDay } from "../../kit/calendar-day";
import type { AdoptedForm, OldRow } from "./old-cells";
import { columnName } from "./old-own";
import type { OldTalk, TalksRead } from "./old-talks";
import { finding, type Finding } from "../problem";
import type { RawCell } from "../register";
import { usualMethod } from "./talk-methods";
import { beginsWithDay, isOfTalks, type ToldTalk, toldTalks } from "./told-talks";

/** How what happened on the row's own day was held: such a part is of the row itself. */
const ownMethod: Partial<Record<AdoptedForm, string>> = { visitors: "来访", calls: "电话", grades: "来访" };

/** The form's own words go into talks; of 跟踪记录 a row is one itself. */
export const mayTellTalks = (form: AdoptedForm): boolean =>
  ownMethod[form] !== undefined || form === "followUps";

export interface SplitRow extends TalksRead {
  /** The row's cells without the talks that came after it. */
  readonly cells: readonly RawCell[];
  /** How the row's own talk was held, as its words say. */
  readonly method?: string | undefined;
}

/** What is known of the row itself. */
export interface OwnOfRow {
  readonly day: CalendarDay;
  /** "" where it does not say. */
  readonly method: string;
}

const asTalk = ({ at, day, method, notes, consultant }: ToldTalk): OldTalk => ({
  at,
  day,
  method: method ?? usualMethod,
  notes,
  grade: undefined,
  ...(consultant === undefined ? {} : { consultant }),
});

export interface ToldIn {
  readonly today: CalendarDay;
  /** Names of consultants. */
  readonly roster: readonly string[];
}

/** A row stands under its first talk or under its last; older days than these are rather another year's. */
const mostDaysTold = 183;

/**
 * A row of 跟踪记录 that tells several talks: each says its day and how it was held, and the first or the last is of
 * the row's own day. Of anything else nobody knows which is the row's own, and the cell stays whole.
 */
export const splitTalk = (
  { cells }: OldRow,
  columns: readonly number[],
  headers: readonly RawCell[],
  { day, method }: OwnOfRow,
  { today, roster }: ToldIn,
): SplitRow | undefined => {
  const told = columns.flatMap((at) => {
    const cell = cells[at];
    if (typeof cell !== "string") return [];
    const from = toldTalks(cell, day, today, roster);
    const isFirst = from?.talks[0]?.day === day;
    const upTo = isFirst ? from : toldTalks(cell, addDays(day, -mostDaysTold), today, roster);
    return isFirst || upTo?.talks.at(-1)?.day === day ? [{ at, told: upTo }] : [];
  });
  const [only, more] = told;
  if (only?.told === undefined || more !== undefined || only.told.before !== "") return undefined;
  const { talks } = only.told;
  const own = talks.filter((each) => each.day === day);
  const others = talks.filter((each) => each.day !== day);
  const ways = new Set([...own.map((each) => each.method), ...(method === "" ? [] : [method])]);
  if (others.length === 0 || ways.size > 1 || talks.some((each) => each.method === undefined))
    return undefined;
  const caption = columnName(headers, only.at);
  const facts = { sheet: formOf("followUps").sheet };
  return {
    cells: cells.map((cell, at) => (at === only.at ? own.map(({ notes }) => notes).join("\n") : cell)),
    method: own[0]?.method,
    talks: others.map(asTalk),
    own: [],
    kept: [],
    wrong: [],
    findings: [finding("talksSplit", { caption, value: others.length, facts })],
  };
};

/** Nothing where no cell is surely several talks. @param day the row's own; `columns` its columns of words. */
export const splitTalks = (
  { cells }: OldRow,
  columns: readonly number[],
  headers: readonly RawCell[],
  form: AdoptedForm,
  day: CalendarDay,
  { today, roster }: ToldIn,
): SplitRow | undefined => {
  const left = [...cells];
  const talks: OldTalk[] = [];
  const findings: Finding[] = [];
  for (const at of columns) {
    const cell = cells[at];
    if (typeof cell !== "string") continue;
    const caption = columnName(headers, at);
    // 9/4 微信发户型 of 跟踪记录 needs no second talk beside it.
    const fewest = isOfTalks(caption) && beginsWithDay(cell) ? 1 : 2;
    const told = toldTalks(cell, day, today, roster, fewest);
    if (told === undefined) continue;
    if (!isOfTalks(caption) && told.talks.some(({ method }) => method === undefined)) continue;
    const isOwn = (each: ToldTalk): boolean =>
      each.day === day && (each.method === undefined || each.method === ownMethod[form]);
    const later = told.talks.filter((each) => !isOwn(each));
    if (later.length === 0) continue;
    const own = [told.before, ...told.talks.filter(isOwn).map(({ notes }) => notes)];
    left[at] = own.filter((each) => each !== "").join("\n") || null;
    talks.push(...later.map(asTalk));
    const facts = { sheet: formOf("followUps").sheet };
    findings.push(finding("talksSplit", { caption, value: later.length, facts }));
    if (later.some(({ method }) => method === undefined))
      findings.push(finding("talkMethodAssumed", { caption, value: usualMethod }));
  }
  return talks.length === 0 ? undefined : { cells: left, talks, own: [], kept: [], wrong: [], findings };
};

/** 收编: a row whose words tell several talks, as its visit and the talks that came after it. */
import { formOf } from "../forms/index";
import type { CalendarDay } from "../kit/calendar-day";
import type { AdoptedForm, OldRow } from "./old-cells";
import { columnName } from "./old-own";
import type { OldTalk, TalksRead } from "./old-talks";
import { finding, type Finding } from "./problem";
import type { RawCell } from "./register";
import { usualMethod } from "./talk-methods";
import { isOfTalks, type ToldTalk, toldTalks } from "./told-talks";

/** How what happened on the row's own day was held: such a part is of the row itself. */
const ownMethod: Partial<Record<AdoptedForm, string>> = { visitors: "来访", calls: "电话", grades: "来访" };

/** The form's own words go into talks. */
export const mayTellTalks = (form: AdoptedForm): boolean => ownMethod[form] !== undefined;

export interface SplitRow extends TalksRead {
  /** The row's cells without the talks that came after it. */
  readonly cells: readonly RawCell[];
}

const asTalk = ({ at, day, method, notes }: ToldTalk): OldTalk => ({
  at,
  day,
  method: method ?? usualMethod,
  notes,
  grade: undefined,
});

/** Nothing where no cell is surely several talks. @param day the row's own; `columns` its columns of words. */
export const splitTalks = (
  { cells }: OldRow,
  columns: readonly number[],
  headers: readonly RawCell[],
  form: AdoptedForm,
  day: CalendarDay,
  today: CalendarDay,
): SplitRow | undefined => {
  const left = [...cells];
  const talks: OldTalk[] = [];
  const findings: Finding[] = [];
  for (const at of columns) {
    const cell = cells[at];
    if (typeof cell !== "string") continue;
    const told = toldTalks(cell, day, today);
    const caption = columnName(headers, at);
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

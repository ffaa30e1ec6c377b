/** 收编: contacts that stand with a visit or a call: in columns of its row, or in rows of their own below it. */
import { followUps } from "../../forms/follow-ups";
import { type CalendarDay, dayOf, type Moment, momentAt } from "../../kit/calendar-day";
import { nothing } from "../../rules/nothing-to-say";
import type { Grade } from "../../rules/grade";
import { readWrittenGrade } from "../../rules/written-grade";
import { isNobodysName, readSaidConsultant, soundedName } from "./consultant-said";
import { namesNobody } from "./fill-down";
import { matchChoice } from "../match-choice";
import { bareCaption } from "../match-headers";
import type { OldRow } from "./old-cells";
import { columnName } from "./old-own";
import type { OldAbout } from "./old-phones";
import { mergeNotes, oldComment, oldSaying } from "./old-entry";
import { oldGradeKey } from "./old-targets";
import { finding, type Finding } from "../problem";
import { isCellError, isEmptyCell, onRoster, readAnswer, spelled } from "../read-answer";
import type { RawCell } from "../register";
import { seenDay } from "./seen-cell";
import { isTalkKey, type Occasion, saysNothing } from "./talk-columns";
import { methodOf, usualMethod } from "./talk-methods";
import { beginsWithDay, toldTalks } from "./told-talks";

/** A contact, but for whose it is. */
export interface OldTalk {
  readonly at: Moment;
  readonly day: CalendarDay;
  readonly method: string;
  readonly notes: string;
  readonly grade: Grade | undefined;
  /** Who held it, where that is said of it alone. */
  readonly consultant?: string;
}

/** What the cells of talks in one row say. */
export interface TalksRead {
  readonly talks: readonly OldTalk[];
  /** Words that are of the visit itself: of its own day, or of none. */
  readonly own: readonly string[];
  /** "原表“第二次回访时间”：看情况": what nobody understood. */
  readonly kept: readonly string[];
  /** A day that cannot be one. */
  readonly wrong: readonly Finding[];
  readonly findings: readonly Finding[];
}

/** A table's columns of talks. */
export interface TalkColumns {
  readonly headers: readonly RawCell[];
  /** By column, all of the table's. */
  readonly keys: readonly (string | undefined)[];
  readonly occasions: readonly Occasion[];
  /** 洽谈内容 beside 跟踪时间: where no other column has the words of talks. */
  readonly notesAt: readonly number[];
}

const captionMethod = (caption: string): string | undefined => {
  if (/来访|到访|复访|再访|[二三四五六七八九2-9]访/u.test(caption)) return "来访";
  return /电话/u.test(caption)
    ? "电话"
    : /微信/u.test(caption)
      ? "微信"
      : /短信/u.test(caption)
        ? "短信"
        : undefined;
};

const seen = ({ cells, dated = [] }: OldRow, at: number): string => {
  const cell = cells[at] ?? null;
  if (isEmptyCell(cell)) return "";
  return typeof cell === "number" && dated.includes(at) ? seenDay(cell) : String(cell).trim();
};

/** @param day the visit's; `isFirst` whether the row is the visit's own, or goes on below it. */
export const readTalks = (
  source: OldRow,
  { headers, occasions, notesAt }: TalkColumns,
  day: CalendarDay,
  about: OldAbout,
  isFirst: boolean,
): TalksRead => {
  const found = { talks: [] as OldTalk[], own: [] as string[], kept: [] as string[] };
  const [wrong, findings]: [Finding[], Finding[]] = [[], []];
  const name = (at: number): string => columnName(headers, at);
  const keep = (at: number): void => {
    const value = seen(source, at);
    if (value === "") return;
    if (isCellError(value)) findings.push(finding("cellError", { caption: name(at), value }));
    else {
      found.kept.push(oldSaying(name(at), value));
      findings.push(finding("keptInNotes", { caption: name(at), value }));
    }
  };
  const roster = about.site.consultants.map((each) => each.name);
  /** 回访1 whose words begin with their day. */
  const readTold = (column: number): boolean => {
    const said = seen(source, column);
    const told = beginsWithDay(said) ? toldTalks(said, day, about.today, roster, 1) : undefined;
    if (told === undefined) return false;
    for (const { consultant, ...talk } of told.talks) {
      const how = talk.method ?? captionMethod(name(column));
      if (isFirst && talk.day === day && (how === undefined || how === "来访")) found.own.push(talk.notes);
      else
        found.talks.push({
          ...talk,
          method: how ?? usualMethod,
          grade: undefined,
          ...(consultant === undefined ? {} : { consultant }),
        });
      if (how === undefined && talk.day !== day)
        findings.push(finding("talkMethodAssumed", { caption: name(column), value: usualMethod }));
    }
    return true;
  };
  for (const [place, occasion] of occasions.entries()) {
    const { at, method, isLater, isCounted } = occasion;
    if ([...at, ...method, ...occasion.notes].every((each) => saysNothing(source.cells[each] ?? null)))
      continue;
    const notes = at.length > 0 ? occasion.notes : occasion.notes.filter((column) => !readTold(column));
    if (notes.length === 0 && occasion.notes.length > 0) continue;
    const wordsAt = [...notes, ...(notes.length === 0 && !isCounted ? notesAt : [])];
    const words = mergeNotes(wordsAt.map((each) => seen(source, each)).filter((each) => !isCellError(each)));
    const [whenAt, ...more] = at.filter((each) => !isEmptyCell(source.cells[each]));
    if (whenAt === undefined) {
      if (notes.length === 0) continue;
      // What has no day is of the visit, where it can be.
      if (place === 0 && !isLater && isFirst && words !== "") found.own.push(words);
      else if (isFirst) notes.forEach(keep);
      else if (words !== "")
        wrong.push(finding("requiredReally", { key: "contactedAt", caption: name(at[0] ?? notes[0] ?? 0) }));
      continue;
    }
    const raw = source.cells[whenAt] ?? null;
    const { answer, problems } = readAnswer(followUps.fields.contactedAt, raw, {
      ...about,
      year: "unknown",
      notBefore: day,
    });
    if (answer === undefined || answer === nothing || problems.length > 0) {
      if (isFirst) [...at, ...method, ...notes].forEach(keep);
      else
        wrong.push(
          ...(problems.length > 0 ? problems : [finding("requiredReally")]).map((each) => ({
            ...each,
            key: "contactedAt",
            caption: name(whenAt),
            value: seen(source, whenAt),
          })),
        );
      continue;
    }
    more.forEach(keep);
    const when = answer as CalendarDay | Moment;
    const [howAt, ...hows] = method.filter((each) => seen(source, each) !== "");
    const how =
      howAt === undefined ? undefined : matchChoice("method", about.site.lists.method, seen(source, howAt));
    if (howAt !== undefined && how === undefined) keep(howAt);
    hows.forEach(keep);
    const saidHow = how ?? methodOf(words) ?? captionMethod(name(whenAt));
    if (isFirst && dayOf(when) === day && (saidHow === undefined || saidHow === "来访")) {
      if (words !== "" && notes.length > 0) found.own.push(words);
      continue;
    }
    if (saidHow === undefined)
      findings.push(finding("talkMethodAssumed", { caption: name(whenAt), value: usualMethod }));
    found.talks.push({
      at: when.length === 10 ? momentAt(when as CalendarDay, 0) : (when as Moment),
      day: dayOf(when),
      method: saidHow ?? usualMethod,
      notes: words === "" ? nothing : words,
      grade: undefined,
    });
  }
  return { ...found, wrong, findings };
};

const ordinal = /^(?:序号|序列|序|NO\.?|№|行号|编号)$/u;

/** What a row of its own says beside its talk, the rest being as in the row it goes on from. */
export interface RowBelow {
  readonly read: TalksRead;
  /** Of whom, where another name stands there. */
  readonly consultant: string | undefined;
}

/** A row that goes on from `head`: its talk, and all that is not as there. */
export const readBelow = (
  source: OldRow,
  head: OldRow,
  columns: TalkColumns,
  day: CalendarDay,
  about: OldAbout,
): RowBelow => {
  const read = readTalks(source, columns, day, about, false);
  const { headers, keys, notesAt } = columns;
  const [kept, findings] = [[...read.kept], [...read.findings]];
  let consultant: string | undefined;
  let grade: Grade | undefined;
  let method: string | undefined;
  const hasOwnWords = columns.occasions.some(({ notes }) => notes.length > 0);
  const keep = (header: string, here: string): void => {
    kept.push(oldSaying(header, here));
    findings.push(finding("keptInNotes", { caption: header, value: here }));
  };
  for (let at = 0; at < source.cells.length; at++) {
    const [here, there, key] = [seen(source, at), seen(head, at), keys[at]];
    if (here === "" || here === there || isTalkKey(key) || (notesAt.includes(at) && !hasOwnWords)) continue;
    const header = columnName(headers, at);
    if (ordinal.test(bareCaption(header)) && key === undefined) continue;
    // 方式 of the visit in its own row is the talk's in this one.
    const saidHow =
      key === undefined && /方式|形式/u.test(header)
        ? (matchChoice("method", about.site.lists.method, here) ?? methodOf(here))
        : undefined;
    if (saidHow !== undefined) {
      method = saidHow;
      continue;
    }
    if (key === "consultant" && !namesNobody(here) && !isNobodysName(here) && !isCellError(here)) {
      const said = readSaidConsultant(here, (each) => onRoster(about.site, each) !== undefined);
      const roster = about.site.consultants.map((each) => each.name);
      const sounded = soundedName(said.name, roster);
      if (sounded !== undefined)
        findings.push(
          finding("consultantBySound", { caption: header, value: here, facts: { name: sounded } }),
        );
      consultant = sounded ?? spelled(about.site, said.name);
      if (said.saysMore) keep(header, here);
    } else if (
      key === oldGradeKey &&
      readWrittenGrade(here).grade !== undefined &&
      !readWrittenGrade(here).saysMore
    )
      ({ grade } = readWrittenGrade(here));
    else if (isCellError(here)) findings.push(finding("cellError", { caption: header, value: here }));
    else keep(header, here);
  }
  for (const { column, said } of source.comments ?? []) {
    const header = columnName(headers, column);
    kept.push(oldComment(header, said));
    findings.push(finding("commentKept", { caption: header, value: said }));
  }
  const [first, ...more] = read.talks;
  const talks =
    first === undefined
      ? []
      : [
          {
            ...first,
            grade,
            method: method ?? first.method,
            notes: mergeNotes([first.notes, ...kept]) || nothing,
          },
          ...more,
        ];
  const told = method === undefined ? findings : findings.filter(({ code }) => code !== "talkMethodAssumed");
  return { read: { ...read, talks, kept, findings: told }, consultant };
};

const whoseColumns = (
  { keys }: TalkColumns,
  when: string,
  phones: readonly string[],
): { readonly whose: readonly number[]; readonly days: readonly number[] } => ({
  whose: keys.flatMap((key, at) =>
    key !== undefined && (key === "name" || key === "clientId" || phones.includes(key)) ? [at] : [],
  ),
  days: keys.flatMap((key, at) => (key === when ? [at] : [])),
});

/** A row that goes on from `head`, with whose it is and since when where it leaves that out. */
export const withWhose = (
  { original }: OldRow,
  head: OldRow,
  columns: TalkColumns,
  when: string,
  phones: readonly string[],
): readonly RawCell[] => {
  const { whose, days } = whoseColumns(columns, when, phones);
  const consultants = columns.keys.flatMap((key, at) => (key === "consultant" ? [at] : []));
  const filled = new Set([...whose, ...days, ...consultants]);
  return Array.from({ length: Math.max(original.length, head.cells.length) }, (_, at) =>
    filled.has(at) && isEmptyCell(original[at]) ? (head.cells[at] ?? null) : (original[at] ?? null),
  );
};

/** Whether a row goes on from the one above: the same person on the same day, and a talk. */
export const goesOnFrom = (
  source: OldRow,
  above: OldRow,
  columns: TalkColumns,
  when: string,
  phones: readonly string[],
  isAlone: boolean,
): boolean => {
  const { occasions, notesAt } = columns;
  const hasTalk = occasions.some(({ at, notes }) =>
    [...at, ...notes].some((column) => !isEmptyCell(source.cells[column])),
  );
  if (!hasTalk || (occasions.every(({ notes }) => notes.length === 0) && notesAt.length === 0)) return false;
  const { whose, days } = whoseColumns(columns, when, phones);
  const said = whose.filter((at) => !isEmptyCell(source.cells[at]));
  if (said.length === 0 && isAlone) return false;
  // A name, phone or day left out is the one above; in a list of rows not taken that is another's.
  const isSame = (at: number): boolean =>
    (isEmptyCell(source.cells[at]) && !isAlone) || seen(source, at) === seen(above, at);
  return whose.length > 0 && [...whose, ...days].every(isSame);
};

/** One row of an old register, understood in the spellings of R2 to R4. */
import type { Field } from "../../form/field";
import { type CalendarDay, dayOf, type Moment, momentAt } from "../../kit/calendar-day";
import { readMoment } from "../../kit/read-day";
import { plain } from "../../kit/text";
import { type ClientNumber, parseClientNumber } from "../../rules/client-number";
import type { Grade } from "../../rules/grade";
import { nothing } from "../../rules/nothing-to-say";
import { readWrittenGrade } from "../../rules/written-grade";
import { reachedKeys } from "../grade-rows";
import { finding, type Finding } from "../problem";
import { textOf } from "../raw-cell";
import { isCellError, onRoster, readAnswer, spelled } from "../read-answer";
import type { Answer, Row } from "../register";
import { bandIn, hasRemark, knownAmong, saidIn } from "./cell-words";
import { cellsByKey, type OldColumns, takesNumber } from "./cells-by-blank";
import { isNobodysName, readSaidConsultant, soundedName } from "./consultant-said";
import { eitherDay } from "./days-in-order";
import { isNobodys as saysNobodys, namesNobody } from "./fill-down";
import type { OldRow } from "./old-cells";
import {
  mergeNotes,
  oldComment,
  type OldEntry,
  type OldReferrerWords,
  oldSaying,
  type Rejection,
} from "./old-entry";
import { readOldLadder } from "./old-ladder";
import { columnName } from "./old-own";
import {
  type Column,
  missingPhone,
  type OldAbout,
  type OldPaper,
  readOldPhones,
  whereOf,
} from "./old-phones";
import { oldGradeKey } from "./old-targets";
import { withTimeBeside } from "./old-times";
import { readNameCell } from "./name-cells";
import { unitNoKey, withUnitParts } from "./old-units";
import { yearBeside } from "./old-year";
import { roundedHint } from "./rounded-phones";
import { ownersFirst } from "./said-now";
import { withWrittenDigits } from "./written-digits";

/** A cell holds 32,767 characters; what is said of joined rows comes to it. */
const longestNotes = 32_000;

/** "17" only counts the rows of its sheet: "230001" counts more than there are. */
const isRowCount = (raw: Column["raw"], row: number): boolean =>
  /^\d{1,6}$/u.test(String(raw).trim()) && Number(raw) <= row;

/** 客户编号 001 is a number that other tables of the old book may name; 序号 1 is none. */
const numbersClients = (header: string): boolean => /客户.*[编号码]|登记编号/u.test(plain(header));

const ownAnswer = (raw: Column["raw"]): Answer => (typeof raw === "boolean" ? (raw ? "TRUE" : "FALSE") : raw);

/** A form that asks for the day alone leaves the time that stands with it to the contact. */
const momentOn = (day: CalendarDay, raw: Column["raw"] | undefined, about: OldAbout): Moment => {
  const read = raw === undefined || typeof raw === "boolean" ? undefined : readMoment(raw, about);
  return read?.ok === true && dayOf(read.value) === day ? read.value : momentAt(day, 0);
};

const referrerKey = "referrerId";

/** 介绍人 and 介绍人电话 are of one person. */
const referrerIn = (columns: readonly Column[]): OldReferrerWords => ({
  caption: columns[0]?.header ?? "",
  cells: columns.map(({ raw }) => (typeof raw === "boolean" ? String(raw) : raw)),
});

/** A lone name above the row is a consultant's where the roster has it. 李娜, and not 龙湖. */
const consultantAbove = ({ under, cells }: OldRow, site: OldAbout["site"]): string | undefined =>
  under === undefined || saysNobodys(cells) ? undefined : onRoster(site, under.name);

/** 3.1 as a number, of which the year is known: which of two days it is. */
const firstOrTenth = (problem: Finding, raw: Column["raw"], { year }: OldAbout): Finding => {
  const either = typeof year === "number" ? eitherDay(raw) : "";
  return problem.code !== "ambiguousDay" || either === ""
    ? problem
    : finding("firstOrTenth", { facts: { either } });
};

/** The users' own columns, by key; two columns of one caption are one column here. */
const ownRow = (columns: ReadonlyMap<string, readonly Column[]>): Row =>
  Object.fromEntries(
    [...columns].flatMap(([key, cells]) => {
      const said = cells.flatMap(({ raw }) => (isCellError(raw) ? [] : [ownAnswer(raw)]));
      const [first, ...more] = [...new Set(said)];
      return first === undefined
        ? []
        : [[key, more.length === 0 ? first : [first, ...more].join("；")] as const];
    }),
  );

/** What of its day was concluded, for people to look at. */
const guessedDay = (
  paper: OldPaper,
  { isYearInDoubt, isDayConcluded, isYearConcluded }: OldRow,
  day: CalendarDay | undefined,
): readonly Finding[] => {
  if (day === undefined) return [];
  const codes = [
    ...(isYearInDoubt ? (["yearInDoubt"] as const) : []),
    ...(isDayConcluded ? (["dayConcluded"] as const) : []),
    ...(isYearConcluded ? (["yearConcluded"] as const) : []),
  ];
  return codes.map((code) => finding(code, whereOf(paper, paper.when, day)));
};

/** Rejected where it lacks what R3 will not have missing, or what it says of it cannot be right. */
export const readOldRow = (
  paper: OldPaper,
  source: OldRow,
  { headers, keys, own, ownDays, leads = "building" }: OldColumns,
  about: OldAbout,
): OldEntry | Rejection => {
  const fields = paper.fields ?? paper.form.fields;
  const { columns: cells, uncomputed } = cellsByKey(source, headers, keys, (key) => takesNumber(fields[key]));
  const names = readNameCell(paper, cells, about);
  const { columns } = names;
  const ofOwn = cellsByKey(source, headers, own, (key) => ownDays?.has(key) === true);
  const answers: Record<string, Answer> = {};
  const findings: Finding[] = [...names.findings];
  const wrong: Finding[] = [...names.problems];
  const kept: string[] = [];
  const keep = ({ header, raw }: Column): void => {
    if (isCellError(raw)) {
      findings.push(finding("cellError", { caption: header, value: String(raw) }));
      return;
    }
    kept.push(oldSaying(header, String(raw)));
    findings.push(finding("keptInNotes", { caption: header, value: String(raw) }));
  };

  const phones = readOldPhones(paper, columns, about);
  phones.unread.forEach(keep);
  const nowhere = [...uncomputed, ...ofOwn.uncomputed].map(({ key, header, raw }) => {
    kept.push(oldSaying(header, `公式没有算过（${String(raw)}）`));
    return finding("uncomputed", { key, caption: header, value: String(raw) });
  });

  const dated = withTimeBeside(columns.get(paper.when) ?? [], about);
  const [happened] = dated.columns;
  const happening: OldAbout = dated.day === undefined ? about : { ...about, day: dated.day };
  const when = happened && readAnswer(fields[paper.when] as Field, happened.raw, happening).answer;
  const day = when === undefined || when === nothing ? undefined : dayOf(when as CalendarDay | Moment);

  const ladder = paper.hasLadder === true ? readOldLadder(columns, day, about) : undefined;
  ladder?.unread.forEach(keep);
  wrong.push(...(ladder?.problems ?? []));

  let grade: Grade | undefined;
  let number: ClientNumber | undefined;
  let oldNumber: string | undefined;
  let name = "";
  let referrer: OldReferrerWords | undefined;
  for (const [key, all] of columns) {
    if (paper.phones.includes(key) || (ladder !== undefined && reachedKeys.includes(key))) continue;
    const besides: OldAbout = { ...about, ...yearBeside(key, day) };
    const { columns: ordered, day: itsDay } =
      key === paper.when
        ? dated
        : fields[key]?.kind === "moment"
          ? withTimeBeside(all, besides)
          : {
              columns:
                key === unitNoKey ? withUnitParts(all, leads) : key === "consultant" ? ownersFirst(all) : all,
            };
    const [first, ...more] = ordered;
    if (first === undefined) continue;
    if (key === paper.number) {
      const parts = parseClientNumber(String(first.raw));
      if (parts) number = parts.client;
      else if (numbersClients(first.header) || !isRowCount(first.raw, source.row)) {
        keep(first);
        // 无 and — are nobody's number.
        if (!isCellError(first.raw) && /\d/u.test(plain(String(first.raw))))
          oldNumber = plain(String(first.raw));
      }
      continue;
    }
    if (key === oldGradeKey) {
      const written = readWrittenGrade(String(first.raw));
      ({ grade } = written);
      if (grade === undefined || written.saysMore) keep(first);
      more.forEach(keep);
      continue;
    }
    const field = fields[key];
    if (field === undefined) {
      for (const { header, raw } of all) {
        if (isCellError(raw)) keep({ header, raw });
        else {
          const value = plain(String(raw));
          kept.push(oldSaying(header, String(raw)));
          findings.push(
            finding("noBlankThere", { caption: header, value, facts: { sheet: paper.form.sheet } }),
          );
        }
      }
      continue;
    }
    const itsAbout =
      key === paper.when ? happening : itsDay === undefined ? besides : { ...besides, day: itsDay };
    const said = paper.said?.(key, first) ?? first.raw;
    const { answer, problems } = readAnswer(field, saidIn(field, { ...first, raw: said }), itsAbout);
    if (key === "name") name = String(answer ?? "");
    // What the sheet computes says the same of itself.
    if (field.kind === "computed") continue;
    if (key === paper.notes) {
      for (const each of [first, ...more]) if (isCellError(each.raw)) keep(each);
      answers[key] = mergeNotes(
        [first, ...more].map(({ raw }) => String(readAnswer(field, raw, about).answer ?? "")),
      );
      continue;
    }
    if (answer !== undefined) {
      answers[key] = withWrittenDigits(key, answer, first.raw);
      for (const each of all) if (!more.includes(each) && hasRemark(field, each.raw)) keep(each);
    }
    if (key === paper.when)
      wrong.push(
        ...problems.map((each) => ({
          ...whereOf(paper, key, first.raw),
          ...firstOrTenth(each, first.raw, about),
        })),
      );
    else if (key === "consultant") {
      if (isCellError(first.raw)) wrong.push(finding("cellError", whereOf(paper, key, first.raw)));
      else if (isNobodysName(String(first.raw)) && problems.length > 0) {
        if (about.consultant === undefined && paper.required.includes(key))
          wrong.push(finding("consultantNoName", whereOf(paper, key, first.raw)));
        keep(first);
      } else if (problems.length > 0) {
        const { name: called, saysMore } = readSaidConsultant(
          String(first.raw),
          (each) => onRoster(about.site, each) !== undefined,
        );
        const sounded = soundedName(
          called,
          about.site.consultants.map((each) => each.name),
        );
        if (sounded !== undefined)
          findings.push(
            finding("consultantBySound", { ...whereOf(paper, key, first.raw), facts: { name: sounded } }),
          );
        answers[key] = namesNobody(first.raw) ? nothing : spelled(about.site, sounded ?? called);
        if (saysMore) keep(first);
      }
    } else if (answer === undefined && isCellError(first.raw) && paper.required.includes(key))
      wrong.push(finding("cellError", whereOf(paper, key, first.raw)));
    else if (answer === undefined && key === referrerKey && !ordered.some(({ raw }) => isCellError(raw))) {
      referrer = referrerIn(ordered);
      kept.push(...ordered.map(({ header, raw: word }) => oldSaying(header, String(word))));
      continue;
    } else if (answer === undefined) {
      const band = bandIn(field, first, about);
      const some = knownAmong(field, first, about);
      if (some !== undefined) answers[key] = some;
      if (band === undefined) keep(first);
      else {
        answers[key] = band;
        kept.push(oldSaying(first.header, String(first.raw)));
      }
    }
    more.forEach(keep);
  }
  const lined = fields["consultant"] === undefined ? undefined : consultantAbove(source, about.site);
  if (answers["consultant"] === undefined && lined !== undefined) {
    answers["consultant"] = lined;
    const { line = 0, isFirstBelow } = source.under ?? {};
    if (isFirstBelow === true) findings.push(finding("consultantInLine", { value: lined, facts: { line } }));
  }
  const isNobodys = answers["consultant"] === undefined || answers["consultant"] === nothing;
  if (
    answers["consultant"] === undefined &&
    about.consultant !== undefined &&
    fields["consultant"] !== undefined
  )
    answers["consultant"] = about.consultant;

  let isLacking = false;
  for (const key of paper.required) {
    if (answers[key] !== undefined && answers[key] !== nothing) continue;
    if ([...wrong, ...nowhere].some((each) => each.key === key)) {
      isLacking = true;
      continue;
    }
    const caption = fields[key]?.caption ?? key;
    const { under } = source;
    if (key === "consultant" && answers[key] === undefined && under !== undefined)
      wrong.push(
        finding("consultantInLineUnknown", { key, caption, value: under.name, facts: { line: under.line } }),
      );
    else
      wrong.push(finding(answers[key] === nothing ? "cannotBeNothing" : "requiredReally", { key, caption }));
  }
  // Who has a number and a name may be there: then no phone is missing.
  const lacking = missingPhone(paper, phones);
  const mayBeThere = number !== undefined && name !== "" && phones.problems.length === 0;
  if (!mayBeThere) wrong.push(...lacking);
  for (const { column, said } of source.comments ?? []) {
    const caption = columnName(headers, column);
    kept.push(oldComment(caption, said));
    findings.push(finding("commentKept", { caption, value: said }));
  }
  const notes = mergeNotes([paper.notes === undefined ? "" : String(answers[paper.notes] ?? ""), ...kept]);
  if (notes.length > longestNotes) wrong.push(finding("notesTooLong", { facts: { length: notes.length } }));
  // What is missing may be what a formula would have said.
  if (isLacking || wrong.length > 0) return { source, name, findings: [...wrong, ...nowhere] };
  findings.push(...nowhere, ...phones.rounded.map(roundedHint));
  findings.push(...guessedDay(paper, source, day));

  if (paper.notes !== undefined && notes !== "") answers[paper.notes] = notes;
  const consultant = textOf(answers["consultant"] ?? null);
  if (consultant !== "" && !about.site.consultants.some((each) => each.name === consultant))
    findings.push(
      finding("rosterToGrow", {
        key: "consultant",
        caption: fields["consultant"]?.caption ?? "",
        value: consultant,
      }),
    );
  for (const column of [...ofOwn.columns.values()].flat()) if (isCellError(column.raw)) keep(column);
  const told = answers[paper.when];
  // A row that need not say its day comes last.
  const at = told === undefined || told === nothing ? about.today : (told as CalendarDay | Moment);
  return {
    source,
    answers,
    own: ownRow(ofOwn.columns),
    at,
    day: dayOf(at),
    moment: momentOn(dayOf(at), happened?.raw, happening),
    name,
    consultant,
    ...(isNobodys ? { isNobodys } : {}),
    phones: phones.phones,
    rounded: phones.rounded,
    contact: phones.contact,
    grade,
    ...(grade === undefined && keys.includes(oldGradeKey) ? { lacksGrade: true as const } : {}),
    ...(ladder === undefined ? {} : { ladder }),
    number,
    ...(oldNumber === undefined ? {} : { oldNumber }),
    ...(referrer === undefined ? {} : { referrer }),
    kept: paper.notes === undefined ? kept : [],
    lacking,
    findings,
  };
};

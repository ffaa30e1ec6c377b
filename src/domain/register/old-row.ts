/** One row of an old register, understood in the spellings of R2 to R4. */
import type { Field } from "../form/field";
import { grades } from "../forms/grades";
import { visitors } from "../forms/visitors";
import type { CalendarDay } from "../kit/calendar-day";
import { nothing } from "../rules/nothing-to-say";
import { type ClientNumber, parseClientNumber } from "../rules/client-number";
import { type Grade, readGrade } from "../rules/grade";
import type { Phone } from "../rules/phone";
import { finding, type Finding, shown } from "./problem";
import { phoneReading } from "./phone-reading";
import { type About, isEmptyCell, readAnswer } from "./read-answer";
import type { Answer, RawCell, Row } from "./register";
import type { Target } from "./match-headers";
import { targetsOf } from "./match-headers";

/** The old grade goes to 等级跟踪. */
export const oldGradeKey = "grade";

/** What a column of an old register can be. */
export const oldTargets: readonly Target[] = [
  ...targetsOf(visitors),
  { key: oldGradeKey, caption: grades.fields.grade.caption, also: grades.fields.grade.also },
];

export interface OldRow {
  /** The sheet's row number in the old file, 1-based. */
  readonly row: number;
  readonly cells: readonly RawCell[];
}

export interface OldEntry {
  readonly source: OldRow;
  /** Form 1's answers; no number yet. */
  readonly answers: Row;
  readonly day: CalendarDay;
  readonly name: string;
  readonly consultant: string;
  readonly phones: readonly Phone[];
  readonly grade: Grade | undefined;
  /** One of our own numbers, where the old register has such. */
  readonly number: ClientNumber | undefined;
  readonly findings: readonly Finding[];
}

export interface Rejection {
  readonly source: OldRow;
  readonly findings: readonly Finding[];
}

export const isRejection = (read: OldEntry | Rejection): read is Rejection => !("answers" in read);

/** By column: the key of form 1, "grade", or nothing for a column that stays behind. */
export type Mapping = readonly (string | undefined)[];

const phoneKeys: ReadonlySet<string> = new Set(["mobile", "phone"]);
const fields: Readonly<Record<string, Field>> = visitors.fields;

interface Column {
  readonly header: string;
  readonly raw: RawCell;
}

/** All non-empty cells of a key: people map two columns to one blank, notes above all. */
const byKey = (source: OldRow, headers: readonly RawCell[], mapping: Mapping): Map<string, Column[]> => {
  const found = new Map<string, Column[]>();
  for (const [at, key] of mapping.entries()) {
    const raw = source.cells[at] ?? null;
    if (key === undefined || isEmptyCell(raw)) continue;
    const header = String(headers[at] ?? key);
    const columns = found.get(key);
    if (columns) columns.push({ header, raw });
    else found.set(key, [{ header, raw }]);
  }
  return found;
};

export const mergeNotes = (notes: readonly (string | undefined)[]): string =>
  notes.filter((each) => each !== undefined && each !== "" && each !== nothing).join("\n");

export interface OldAbout extends About {
  /** Who takes rows whose consultant is not written down. */
  readonly consultant?: string;
}

/** Rejected where it lacks what R3 will not have missing: a day, a name, a consultant, a phone. */
export const readOldRow = (
  source: OldRow,
  headers: readonly RawCell[],
  mapping: Mapping,
  about: OldAbout,
): OldEntry | Rejection => {
  const columns = byKey(source, headers, mapping);
  const answers: Record<string, Answer> = {};
  const findings: Finding[] = [];
  const wrong: Finding[] = [];
  const kept: string[] = [];
  const keep = ({ header, raw }: Column): void => {
    kept.push(`原表“${header}”：${String(raw)}`);
    findings.push(finding("keptInNotes", { caption: header, value: String(raw) }));
  };
  const whereOf = (key: string, raw: RawCell): Partial<Finding> => {
    const value = shown(raw);
    return { key, caption: fields[key]?.caption ?? key, ...(value === undefined ? {} : { value }) };
  };

  const phones = new Map<string, Phone>();
  const phoneProblems: Finding[] = [];
  let onlyNothing = false;
  for (const key of ["mobile", "phone"]) {
    for (const column of columns.get(key) ?? []) {
      const read = readAnswer(fields[key] as Field, column.raw, about);
      if (read.answer === nothing) onlyNothing = true;
      if (read.answer === nothing || typeof column.raw === "boolean" || column.raw === null) continue;
      const { phones: found, problems } = phoneReading(column.raw, about.site);
      for (const phone of found) phones.set(`${phone.e164}/${phone.extension ?? ""}`, phone);
      if (problems.length === 0) continue;
      for (const { code, ...facts } of problems)
        phoneProblems.push(finding(code, { ...whereOf(key, column.raw), facts }));
      keep(column);
    }
  }

  let grade: Grade | undefined;
  let number: ClientNumber | undefined;
  for (const [key, [first, ...more]] of columns) {
    if (phoneKeys.has(key) || first === undefined) continue;
    if (key === "clientId") {
      const parts = parseClientNumber(String(first.raw));
      if (parts?.kind === "client") number = parts.client;
      continue;
    }
    if (key === oldGradeKey) {
      grade = readGrade(String(first.raw));
      if (grade === undefined) keep(first);
      continue;
    }
    const field = fields[key];
    if (field === undefined) continue;
    if (key === "notes") {
      answers[key] = mergeNotes(
        [first, ...more].map(({ raw }) => String(readAnswer(field, raw, about).answer ?? "")),
      );
      continue;
    }
    const { answer, problems } = readAnswer(field, first.raw, about);
    if (answer !== undefined) answers[key] = answer;
    if (key === "visitDate") wrong.push(...problems.map((each) => ({ ...whereOf(key, first.raw), ...each })));
    else if (key === "consultant") {
      if (problems.length > 0) answers[key] = String(first.raw).trim();
    } else if (answer === undefined) keep(first);
    for (const each of more) keep(each);
  }
  if (answers["consultant"] === undefined && about.consultant !== undefined)
    answers["consultant"] = about.consultant;

  for (const key of ["visitDate", "consultant", "name"]) {
    if (answers[key] !== undefined && answers[key] !== nothing) continue;
    if (wrong.some((each) => each.key === key)) continue;
    wrong.push(
      finding(answers[key] === nothing ? "cannotBeNothing" : "requiredReally", {
        key,
        caption: fields[key]?.caption ?? key,
      }),
    );
  }
  if (phones.size === 0) {
    const facts = { captions: "“联系电话”、“手机”" };
    const missing = finding(onlyNothing ? "allNothing" : "oneOfRequired", {
      key: "phone",
      caption: "联系电话",
      facts,
    });
    wrong.push(...(phoneProblems.length > 0 ? phoneProblems : [missing]));
  }
  if (wrong.length > 0) return { source, findings: wrong };

  const all = [...phones.values()];
  const mobile = all.find(({ kind }) => kind !== "landline");
  const others = all.filter((phone) => phone !== mobile);
  if (mobile) answers["mobile"] = mobile.shown;
  if (others.length > 0) answers["phone"] = others.map(({ shown: each }) => each).join("、");
  const notes = mergeNotes([String(answers["notes"] ?? ""), ...kept]);
  if (notes !== "") answers["notes"] = notes;

  const consultant = String(answers["consultant"]);
  if (!about.site.consultants.some(({ name }) => name === consultant))
    findings.push(finding("rosterToGrow", { key: "consultant", caption: "置业顾问", value: consultant }));
  return {
    source,
    answers,
    day: answers["visitDate"] as CalendarDay,
    name: String(answers["name"]),
    consultant,
    phones: all,
    grade,
    number,
    findings,
  };
};

/** What registering a visit and a call have in common: whose number, and the rows that go together (R1, R9). */
import type { CalendarDay, Moment } from "../kit/calendar-day";
import { dayOf } from "../kit/calendar-day";
import { nothing } from "../rules/nothing-to-say";
import { type ClientNumber, parseClientNumber } from "../rules/client-number";
import type { Grade } from "../rules/grade";
import { namesAgree } from "../rules/same-person";
import type { Change } from "./change";
import type { Cells, RowReading } from "./check-row";
import { reachedKey } from "./grade-rows";
import { type Known, whoHasPhone } from "./client/known-client";
import { isNoNumber, startNumbering } from "./client/numbering";
import { finding, type Finding, type Problem, problem } from "./problem";
import type { Answer, RawCell, Row } from "./register";
import type { SiteBook } from "./site";
import { type StandingForm, standings } from "./standing";
import { type FormKey, formOf } from "../forms/index";

/** What a person says about a phone that somebody already has. */
export type PhoneVerdict =
  /** It is that client: their number is taken. */
  | {
      readonly is: "sameClient";
      readonly clientId: ClientNumber;
      /** What the client's row showed as the form was filled in, by key; without, nothing was shown. */
      readonly seen?: Cells;
      /** Blanks whose new answer goes over what the row holds. */
      readonly amend?: readonly string[];
    }
  /** Another client who shares the phone; the note is kept in 等级跟踪. */
  | { readonly is: "anotherClient"; readonly note: string };

export interface Entry {
  readonly today: CalendarDay;
  readonly now: Moment;
  /** C when nothing is said (R4). */
  readonly grade?: Grade;
  /** Two letters typed for a name without a reading (R1). */
  readonly letters?: string;
  readonly phone?: PhoneVerdict;
}

export const sheetOf = (book: SiteBook, form: FormKey): string =>
  book.registers[form]?.sheet ?? formOf(form).sheet;

/** A finding of an entry form: it has a blank, but no row yet. */
export const ofEntry =
  (book: SiteBook, form: FormKey) =>
  ({ becomes: _, ...found }: Finding): Problem => ({ ...found, form, sheet: sheetOf(book, form) });

export const stops = ({ severity }: { readonly severity: string }): boolean => severity === "error";

/** Spellings are put right as they are entered; nobody needs to hear of them. */
export const worthSaying = ({ code }: { readonly code: string }): boolean =>
  code !== "spelling" && code !== "asText";

export interface Whose {
  readonly clientId: ClientNumber;
  /** A number of their own already stood in the workbook. */
  readonly known: boolean;
  readonly visited: boolean;
  /** The owner of a known client. */
  readonly consultant?: string;
  readonly grade?: Grade;
  readonly counters: readonly Change[];
  /** Goes to 等级跟踪. */
  readonly remark?: string;
}

const phoneKnown = (book: SiteBook, form: StandingForm, known: Known): Problem =>
  problem("phoneKnown", {
    form,
    sheet: sheetOf(book, form),
    key: "mobile",
    caption: "手机",
    value: known.phone,
    facts: {
      phone: known.phone,
      otherId: known.clientId ?? "未编号",
      otherName: known.name,
      otherConsultant: known.consultant,
      otherSheet: known.sheet,
      other: known.row,
    },
  });

const existing = (book: SiteBook, clientId: ClientNumber): Whose | undefined => {
  const rows = standings(book).filter((standing) => standing.clientId === clientId);
  return rows.length === 0
    ? undefined
    : { clientId, known: true, visited: rows.some(({ form }) => form === "visitors"), counters: [] };
};

/** Whose entry this is: a known client's, a new one's, or a question. */
export const whose = (
  book: SiteBook,
  form: StandingForm,
  answers: Row,
  phones: readonly RawCell[],
  entry: Entry,
): Whose | Problem => {
  const at = { form, sheet: sheetOf(book, form) };
  const name = String(answers["name"] ?? "");
  const known = whoHasPhone(book, phones);
  if (entry.phone?.is === "sameClient") {
    const { clientId } = entry.phone;
    const found = existing(book, clientId);
    const owner = known.find((each) => each.clientId === clientId);
    if (found === undefined) return problem("clientUnknown", { ...at, key: "clientId", value: clientId });
    return {
      ...found,
      ...(owner === undefined ? {} : { consultant: owner.consultant }),
      ...(owner?.grade === undefined ? {} : { grade: owner.grade }),
    };
  }
  const [first] = known;
  if (first !== undefined && entry.phone === undefined) {
    // R9: equal phone, one person: the caller who comes, whoever calls again. Who has been here is asked about.
    const same = known.length === 1 && namesAgree(first.name, name);
    if (!same || first.clientId === undefined || (form === "visitors" && first.visited))
      return phoneKnown(book, form, first);
    return {
      clientId: first.clientId,
      known: true,
      visited: first.visited,
      consultant: first.consultant,
      ...(first.grade === undefined ? {} : { grade: first.grade }),
      counters: [],
    };
  }
  const numbering = startNumbering(book);
  const given = numbering.give(name, entry.letters);
  if (isNoNumber(given))
    return problem(given, {
      ...at,
      key: given === "lettersNotTwo" ? "clientId" : "name",
      caption: given === "lettersNotTwo" ? "客户编号" : "客户姓名",
      value: given === "lettersNotTwo" ? (entry.letters ?? "") : name,
      facts: { name },
    });
  const note = entry.phone?.note.trim() ?? "";
  return {
    clientId: given,
    known: false,
    visited: false,
    counters: numbering.counters(),
    ...(first === undefined
      ? {}
      : { remark: `与 ${first.clientId ?? first.name} 共用电话${note === "" ? "" : `：${note}`}` }),
  };
};

export const isProblem = (found: Whose | Problem): found is Problem => "code" in found;

export const gradeRowFor = (
  clientId: ClientNumber,
  consultant: Answer,
  grade: Grade,
  on: CalendarDay,
  remark?: string,
): Change => ({
  kind: "append",
  form: "grades",
  row: {
    clientId,
    consultant,
    [reachedKey[grade]]: on,
    ...(remark === undefined ? {} : { remarks: remark }),
  },
});

/** Whether 等级跟踪 has a row of this client. */
export const hasGradeRow = (book: SiteBook, clientId: ClientNumber): boolean =>
  (book.registers.grades?.columns.get("clientId") ?? []).some(
    (cell) => typeof cell === "string" && cell !== "" && parseClientNumber(cell)?.client === clientId,
  );

export interface FirstContact {
  readonly clientId: ClientNumber;
  readonly at: Moment;
  readonly grade: Grade;
  readonly method: "来访" | "电话";
  readonly notes: Answer | undefined;
  readonly consultant: Answer;
}

/** R3: a talk nobody wrote down is `/`. */
export const contactFor = ({ clientId, at, grade, method, notes, consultant }: FirstContact): Change => ({
  kind: "append",
  form: "followUps",
  row: { contactedAt: at, clientId, grade, method, notes: notes ?? nothing, consultant },
});

/** R8: entered on a later day than it happened. */
export const lateEntry = (happened: CalendarDay | Moment, today: CalendarDay, days: number): Finding =>
  finding("lateEntry", { value: dayOf(happened), facts: { days, today } });

export const refused = (
  problems: readonly Problem[],
): { readonly ok: false; readonly problems: readonly Problem[] } => ({
  ok: false,
  problems,
});

/** Errors of a reading stand in the way; the rest are hints. */
export const sorted = (
  book: SiteBook,
  form: FormKey,
  { findings }: RowReading,
): { readonly errors: readonly Problem[]; readonly hints: readonly Problem[] } => {
  const problems = findings.filter(worthSaying).map(ofEntry(book, form));
  return { errors: problems.filter(stops), hints: problems.filter((each) => !stops(each)) };
};

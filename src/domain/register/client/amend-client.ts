/** 修改: one row of 来访登记 or 来电登记 anew, as an edited form says. The number stays (R1). */
import { formOf } from "../../forms/index";
import { fieldsOf, keysOfFootnote } from "../../form/form";
import type { CalendarDay } from "../../kit/calendar-day";
import type { ClientNumber } from "../../rules/client-number";
import type { Change } from "../change";
import { type Cells, readRow } from "../check-row";
import type { Decision } from "../decision";
import { gradeWants } from "../grade-rows";
import { whoHasAny } from "./known-client";
import { nearClients, nearHints } from "./near-client";
import { isSame, outrunFindings } from "../outrun";
import { phonesIn } from "../phone-reading";
import { finding, type Problem } from "../problem";
import { clientAt } from "../raw-cell";
import { type About, isEmptyCell } from "../read-answer";
import { cellAt, type RawCell, type Register } from "../register";
import { ofEntry, refused, stops, worthSaying } from "../registration";
import type { SiteBook } from "../site";
import type { StandingForm } from "../standing";
import type { Wanted } from "../wanted";

/** `form` whole: the row is read as it stands; the others say who has a phone. */
export const amendWants = (form: StandingForm): Wanted => ({
  visitors: ["clientId", "consultant", "name", "phone", "mobile"],
  calls: ["clientId", "consultant", "name", "mobile", "otherContact"],
  grades: gradeWants,
  [form]: "all",
});

export interface Amending {
  readonly form: StandingForm;
  /** The sheet's row number, 1-based. */
  readonly row: number;
  readonly clientId: ClientNumber;
  /** As typed, by key; a blank that is left out stays as it is, an empty one is cleared. */
  readonly answers: Cells;
  /** What the blanks that are changed showed when that began, by key; one that is left out was empty. */
  readonly seen: Cells;
}

/** Blanks a person may change: not numbers, not what is computed. */
export const amendable = (form: StandingForm): readonly string[] =>
  fieldsOf(formOf(form)).flatMap(([key, { kind }]) =>
    kind === "numberStamp" || kind === "computed" ? [] : [key],
  );

const phoneKeys = { visitors: ["mobile", "phone"], calls: ["mobile", "otherContact"] } as const;

/** R9: a phone that somebody else has, where the amendment brings it. */
const takenPhone = (
  book: SiteBook,
  { form, clientId }: Amending,
  before: Cells,
  after: Cells,
): readonly Problem[] => {
  const cells = (from: Cells): readonly RawCell[] => phoneKeys[form].map((key) => from[key] ?? null);
  const had = new Set(phonesIn(cells(before), book.site).map(({ e164 }) => e164));
  const brought = phonesIn(cells(after), book.site).filter(({ e164 }) => !had.has(e164));
  const other = whoHasAny(book, brought).find((each) => each.clientId !== clientId);
  if (other === undefined) return [];
  const facts = {
    phone: other.phone,
    otherId: other.clientId ?? "未编号",
    otherName: other.name,
    otherConsultant: other.consultant,
  };
  return [
    ofEntry(book, form)(finding("phoneKnown", { key: "mobile", caption: "手机", value: other.phone, facts })),
  ];
};

const cellsOf = (register: Register, index: number, keys: readonly string[]): Cells =>
  Object.fromEntries(keys.map((key) => [key, cellAt(register, key, index)]));

/** The small print speaks of several blanks: touching one touches its sentence. */
const besides = (form: StandingForm, touched: ReadonlySet<string>): readonly string[] =>
  formOf(form).footnotes.flatMap((note) => {
    const keys = keysOfFootnote(note);
    return keys.some((key) => touched.has(key)) ? keys : [];
  });

/**
 * What is wrong in blanks that were not touched stays for the check to say: nobody has to repair an old row to put one
 * answer right.
 */
export const amendClient = (
  book: SiteBook,
  amending: Amending,
  { today }: { readonly today: CalendarDay },
): Decision => {
  const { form, row, clientId, answers, seen } = amending;
  const place = ofEntry(book, form);
  const register = book.registers[form];
  const index = register === undefined ? -1 : row - register.firstRow;
  if (register === undefined || clientAt(register, "clientId", index) !== clientId)
    return refused([place(finding("rowNoLongerTheirs", { facts: { row, client: clientId } }))]);
  const { fields } = formOf(form);
  const keys = amendable(form);
  // What is typed over an old row is agreed now.
  const about: About = { site: book.site, today, from: today };
  const before = cellsOf(register, index, keys);
  const touched = new Set(
    keys.filter((key) => {
      const field = fields[key];
      return (
        field !== undefined &&
        key in answers &&
        !isSame(field, before[key] ?? null, answers[key] ?? null, about)
      );
    }),
  );
  if (touched.size === 0) return refused([place(finding("nothingAmended"))]);
  const outrun = outrunFindings(formOf(form), touched, { now: before, seen }, about);
  if (outrun.length > 0) return refused(outrun.map(place));
  const after: Cells = {
    ...before,
    ...Object.fromEntries([...touched].map((key) => [key, answers[key] ?? null])),
  };
  const reading = readRow(formOf(form), after, about);
  const concerned = new Set([...touched, ...besides(form, touched)]);
  const found = reading.findings
    .filter((each) => worthSaying(each) && (each.key === undefined || concerned.has(each.key)))
    .map(place);
  const wrong = [...found.filter(stops), ...takenPhone(book, amending, before, after)];
  if (wrong.length > 0) return refused(wrong);
  const typed = Object.fromEntries([...touched].map((key) => [key, after[key]]));
  const near = nearHints(book, form, String(after["name"] ?? ""), nearClients(book, form, typed, clientId));
  const changes = [...touched].map((key): Change => ({
    kind: "set",
    form,
    row,
    key,
    was: before[key] ?? null,
    value: isEmptyCell(after[key]) ? null : (reading.answers[key] ?? null),
  }));
  return { ok: true, clientId, changes, hints: [...found.filter((each) => !stops(each)), ...near] };
};

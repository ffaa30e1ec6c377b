/** One row by its form: what each blank says, what is missing (R3), and the form's small print. */
import { type Field } from "../form/field";
import { type Footnote, type Form } from "../form/form";
import { isNothing, nothing, needsRealAnswer } from "../rules/nothing-to-say";
import { finding, type Finding, shown } from "./problem";
import { type About, isEmptyCell, readAnswer } from "./read-answer";
import type { Answer, RawCell, Row } from "./register";

export type Cells = Readonly<Record<string, RawCell>>;

export interface RowReading {
  /** What could be understood, in the house spelling. */
  readonly answers: Row;
  readonly findings: readonly Finding[];
}

interface Blank {
  readonly key: string;
  readonly field: Field;
  readonly real: boolean;
}

const blanksOf = new WeakMap<Form, readonly Blank[]>();

const blanks = (form: Form): readonly Blank[] => {
  const found = blanksOf.get(form);
  if (found) return found;
  const made = Object.entries(form.fields)
    .filter(([, field]) => field.kind !== "computed")
    .map(([key, field]) => ({ key, field, real: needsRealAnswer(key, field) }));
  blanksOf.set(form, made);
  return made;
};

const checkBlank = (
  { key, field, real }: Blank,
  raw: RawCell,
  about: About,
  answers: Record<string, Answer>,
  found: Finding[],
): void => {
  if (isEmptyCell(raw)) {
    // Numbers are given, not filled in: whoever checks the workbook misses them.
    if (field.need === "first" && field.kind !== "numberStamp")
      found.push(finding(real ? "requiredReally" : "required", { key, caption: field.caption }));
    return;
  }
  const { answer, changed, problems } = readAnswer(field, raw, about);
  const value = shown(raw);
  const where = { key, caption: field.caption, ...(value === undefined ? {} : { value }) };
  for (const each of problems) found.push({ ...where, ...each });
  if (answer === undefined) return;
  if (answer === nothing && real) {
    found.push(finding("cannotBeNothing", where));
    return;
  }
  answers[key] = answer;
  if (!changed) return;
  found.push(
    finding(String(raw) === String(answer) ? "asText" : "spelling", {
      ...where,
      facts: { becomes: answer },
      becomes: { [key]: answer },
    }),
  );
};

const captionsOf = (form: Form, keys: readonly string[]): string =>
  keys.map((key) => `“${form.fields[key]?.caption ?? key}”`).join("、");

const plainCaption = (form: Form, key: string): string =>
  (form.fields[key]?.caption ?? key).replace(/^★/u, "");

const atLeastOneOf = (
  form: Form,
  keys: readonly string[],
  cells: Cells,
  answers: Row,
  found: Finding[],
): void => {
  const said = keys.filter((key) => !isEmptyCell(cells[key]));
  const first = keys[0] ?? "";
  const where = { key: first, caption: form.fields[first]?.caption ?? first };
  const facts = { captions: captionsOf(form, keys) };
  if (said.length === 0) found.push(finding("oneOfRequired", { ...where, facts }));
  else if (said.length === keys.length && keys.every((key) => answers[key] === nothing))
    found.push(finding("allNothing", { ...where, value: nothing, facts }));
};

const inOrder = (form: Form, keys: readonly string[], answers: Row, found: Finding[]): void => {
  let before: { readonly key: string; readonly day: string } | undefined;
  for (const key of keys) {
    const day = answers[key];
    if (typeof day !== "string" || day === nothing) continue;
    if (before !== undefined && day < before.day) {
      const facts = {
        earlier: plainCaption(form, before.key),
        earlierDay: before.day,
        order: keys.map((each) => plainCaption(form, each)).join("、"),
      };
      found.push(finding("dateOrder", { key, caption: form.fields[key]?.caption ?? key, value: day, facts }));
    }
    before = { key, day };
  }
};

const checkFootnote = (form: Form, note: Footnote, cells: Cells, answers: Row, found: Finding[]): void => {
  switch (note.kind) {
    case "atLeastOneOf":
      atLeastOneOf(form, note.keys, cells, answers, found);
      return;
    case "inOrder":
      inOrder(form, note.keys, answers, found);
      return;
    case "askedWhen": {
      const chosen = String(answers[note.when] ?? "").split("、");
      if (!chosen.includes(note.has) || !isEmptyCell(cells[note.key])) return;
      const facts = { when: form.fields[note.when]?.caption ?? note.when, has: note.has };
      found.push(
        finding("askedWhen", { key: note.key, caption: form.fields[note.key]?.caption ?? note.key, facts }),
      );
    }
  }
};

/** A row's cells by key, read; computed columns are not looked at. Findings come in the form's order. */
export const readRow = (form: Form, cells: Cells, about: About): RowReading => {
  const answers: Record<string, Answer> = {};
  const findings: Finding[] = [];
  for (const blank of blanks(form)) checkBlank(blank, cells[blank.key] ?? null, about, answers, findings);
  for (const note of form.footnotes) checkFootnote(form, note, cells, answers, findings);
  return { answers, findings };
};

export const checkRow = (form: Form, cells: Cells, about: About): readonly Finding[] =>
  readRow(form, cells, about).findings;

/** R3: forms whose empty blanks are struck out with `/`. In the others an empty cell says enough. */
const struckOut: ReadonlySet<string> = new Set(["visitors", "calls", "deals"]);

/** Written when the tracking has ended: nobody asks for them before. */
const writtenLast: ReadonlySet<string> = new Set(["outcome", "outcomeAnalysis"]);

/** The finding for each set of blanks left empty: rows of a register leave the same ones. */
const strikeOuts = new WeakMap<Form, Map<string, Finding>>();

const strikeOut = (form: Form, open: readonly Blank[], first: Blank): Finding => {
  const known = strikeOuts.get(form) ?? new Map<string, Finding>();
  strikeOuts.set(form, known);
  const id = open.map(({ key }) => key).join();
  const found = known.get(id);
  if (found) return found;
  const made = finding("notAsked", {
    key: first.key,
    caption: first.field.caption,
    facts: { count: open.length, captions: open.map(({ field }) => field.caption).join("、") },
    becomes: Object.fromEntries(open.map(({ key }) => [key, nothing])),
  });
  known.set(id, made);
  return made;
};

/** The empty optional blanks of a row, offered to be struck out with `/`. Not part of `readRow`: it is no fault of an entry. */
export const notAsked = (form: Form, cells: Cells): Finding | undefined => {
  if (!struckOut.has(form.key)) return undefined;
  const kept: string[] = [];
  for (const note of form.footnotes) {
    // What another answer asks for is not struck out in passing.
    if (note.kind === "askedWhen" && String(cells[note.when] ?? "").includes(note.has)) kept.push(note.key);
    // A form's one contact blank must not be struck out with its other one.
    if (note.kind !== "atLeastOneOf") continue;
    if (note.keys.every((key) => isEmptyCell(cells[key]) || isNothing(String(cells[key]))))
      kept.push(...note.keys);
  }
  const open = blanks(form).filter(
    ({ key, field, real }) =>
      isEmptyCell(cells[key]) &&
      !real &&
      field.need !== "first" &&
      !kept.includes(key) &&
      !writtenLast.has(key),
  );
  const [first] = open;
  return first === undefined ? undefined : strikeOut(form, open, first);
};

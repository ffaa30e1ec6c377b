/** One row by its form: what each blank says, what is missing (R3), and the form's small print. */
import { type Field } from "../form/field";
import { type Footnote, type Form } from "../form/form";
import { isNothing, nothing, nothingWords, needsRealAnswer } from "../rules/nothing-to-say";
import { finding, type Finding, shown } from "./problem";
import { type About, isEmptyCell, ownToRow, readAnswer } from "./read-answer";
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

/** What one cell of a blank says. */
interface BlankReading {
  readonly answer: Answer | undefined;
  readonly findings: readonly Finding[];
}

const clean: readonly Finding[] = [];

const readBlank = ({ key, field, real }: Blank, raw: RawCell, about: About): BlankReading => {
  const { answer, changed, problems } = readAnswer(field, raw, about);
  // Nobody is called 无: what has to be said is not said by another word for / either.
  const silent = answer === nothing || (real && nothingWords.has(String(answer)));
  if (problems.length === 0 && !changed && !silent) return { answer, findings: clean };
  const value = shown(raw);
  const where = { key, caption: field.caption, ...(value === undefined ? {} : { value }) };
  const findings: Finding[] = problems.map((each) => ({ ...where, ...each }));
  if (silent && real) {
    findings.push(finding("cannotBeNothing", where));
    return { answer: undefined, findings };
  }
  if (changed && answer !== undefined)
    findings.push(
      finding(String(raw) === String(answer) ? "asText" : "spelling", {
        ...where,
        facts: { becomes: answer },
        becomes: { [key]: answer },
      }),
    );
  return { answer, findings };
};

const emptyBlank = ({ key, field, real }: Blank): BlankReading => ({
  answer: undefined,
  // Numbers are given, not filled in: whoever checks the workbook misses them.
  findings:
    field.need === "first" && field.kind !== "numberStamp"
      ? [finding(real ? "requiredReally" : "required", { key, caption: field.caption })]
      : clean,
});

const mostKnown = 10_000;

/** The same cell comes again and again in a column: each spelling is read once. */
const blankReader = (blank: Blank, about: About): ((raw: RawCell) => BlankReading) => {
  const open = emptyBlank(blank);
  if (ownToRow.has(blank.field.kind))
    return (raw) => (isEmptyCell(raw) ? open : readBlank(blank, raw, about));
  const known = new Map<RawCell, BlankReading>();
  return (raw) => {
    if (isEmptyCell(raw)) return open;
    const before = known.get(raw);
    if (before !== undefined) return before;
    const read = readBlank(blank, raw, about);
    if (known.size < mostKnown) known.set(raw, read);
    return read;
  };
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
  const open = keys.filter((key) => isEmptyCell(cells[key]));
  // What cannot be read has a finding of its own.
  if (!keys.every((key) => open.includes(key) || answers[key] === nothing)) return;
  const first = keys[0] ?? "";
  const where = { key: first, caption: form.fields[first]?.caption ?? first };
  const facts = { captions: captionsOf(form, keys) };
  if (open.length > 0) found.push(finding("oneOfRequired", { ...where, facts }));
  else found.push(finding("allNothing", { ...where, value: nothing, facts }));
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
      const chosen = String(answers[note.when] ?? "");
      if (!chosen.includes(note.has) || !isEmptyCell(cells[note.key])) return;
      if (!chosen.split("、").includes(note.has)) return;
      const facts = { when: form.fields[note.when]?.caption ?? note.when, has: note.has };
      found.push(
        finding("askedWhen", { key: note.key, caption: form.fields[note.key]?.caption ?? note.key, facts }),
      );
    }
  }
};

/**
 * Reads rows of a form, any number of them; computed columns are not looked at. Findings come in the form's order,
 * those of blanks that are empty in all rows last.
 * @param filled the blanks that any row has filled; nothing: all of them may be.
 * @returns what reads a row's cells by key.
 */
export const rowReader = (
  form: Form,
  about: About,
  filled?: ReadonlySet<string>,
): ((cells: Cells) => RowReading) => {
  const isFilled = ({ key }: Blank): boolean => filled?.has(key) ?? true;
  const readers = blanks(form)
    .filter(isFilled)
    .map((blank) => ({ key: blank.key, read: blankReader(blank, about) }));
  const inAllRows = blanks(form)
    .filter((blank) => !isFilled(blank))
    .flatMap((blank) => emptyBlank(blank).findings);
  return (cells) => {
    const answers: Record<string, Answer> = {};
    const found: Finding[] = [];
    for (const { key, read } of readers) {
      const { answer, findings } = read(cells[key] ?? null);
      if (answer !== undefined) answers[key] = answer;
      for (const each of findings) found.push(each);
    }
    for (const each of inAllRows) found.push(each);
    for (const note of form.footnotes) checkFootnote(form, note, cells, answers, found);
    return { answers, findings: found };
  };
};

/** One row; `rowReader` reads many. */
export const readRow = (form: Form, cells: Cells, about: About): RowReading => rowReader(form, about)(cells);

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

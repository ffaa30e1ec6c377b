/** One row by its form: what each blank says, what is missing (R3), and the form's small print. */
import type { Form } from "../form/form";
import { isNothing, nothing } from "../rules/nothing-to-say";
import { checkFootnote, type RowAt } from "./footnote-findings";
import { agreedAbout } from "./agreed-on";
import { finding, type Finding } from "./problem";
import { type Blank, type BlankReading, blanks, emptyBlank, readBlank } from "./read-blank";
import { type About, isEmptyCell, readAnswer } from "./read-answer";
import type { Answer, RawCell, Row } from "./register";
import { withWordsMoved } from "./words-beside";

export type Cells = Readonly<Record<string, RawCell>>;

export interface RowReading {
  /** What could be understood, in the house spelling. */
  readonly answers: Row;
  readonly findings: readonly Finding[];
}

/** Computed cells are not looked at, but for days that people type. Findings come in the form's order. `readRegister` reads many rows. */
export const readRow = (form: Form, cells: Cells, about: About): RowReading => {
  const answers: Record<string, Answer> = {};
  const found: Finding[] = [];
  for (const blank of blanks(form)) {
    const raw = cells[blank.key] ?? null;
    const { answer, findings } = isEmptyCell(raw)
      ? emptyBlank(blank)
      : readBlank(
          blank,
          raw,
          agreedAbout(form, blank.key, (key) => answers[key], about),
        );
    if (answer !== undefined) answers[blank.key] = answer;
    found.push(...findings);
  }
  const row: RowAt = { cell: (key) => cells[key], answer: (key) => answers[key] };
  for (const note of form.footnotes) checkFootnote(form, note, row, found);
  return { answers, findings: withWordsMoved(form, row.answer, found) };
};

/** One blank of a row that is being filled in; nothing for one that nobody fills. */
export const readOne = (form: Form, key: string, cells: Cells, about: About): BlankReading | undefined => {
  const blank = blanks(form).find((each) => each.key === key);
  const raw = cells[key] ?? null;
  if (blank === undefined || isEmptyCell(raw)) return undefined;
  const answer = (of: string): Answer | undefined => {
    const field = form.fields[of];
    return field && readAnswer(field, cells[of] ?? null, about).answer;
  };
  return readBlank(blank, raw, agreedAbout(form, key, answer, about));
};

/** R3: forms whose empty blanks are struck out with `/`. In the others an empty cell says enough. */
const struckOut: ReadonlySet<string> = new Set(["visitors", "calls", "deals"]);

/** Written when the tracking has ended, or the deal is signed: nobody asks for them before, and an empty one waits. */
const writtenLast: ReadonlySet<string> = new Set(["outcome", "outcomeAnalysis", "signedOn"]);

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
export const notAsked = (form: Form, cell: RowAt["cell"]): Finding | undefined => {
  if (!struckOut.has(form.key)) return undefined;
  const kept: string[] = [];
  for (const note of form.footnotes) {
    // What another answer asks for is not struck out in passing.
    if (note.kind === "askedWhen" && String(cell(note.when) ?? "").includes(note.has)) kept.push(note.key);
    // A form's one contact blank must not be struck out with its other one.
    if (note.kind !== "atLeastOneOf") continue;
    if (note.keys.every((key) => isEmptyCell(cell(key)) || isNothing(String(cell(key)))))
      kept.push(...note.keys);
  }
  const open = blanks(form).filter(
    ({ key, field, real }) =>
      isEmptyCell(cell(key)) &&
      !real &&
      field.need !== "first" &&
      !kept.includes(key) &&
      !writtenLast.has(key),
  );
  const [first] = open;
  return first === undefined ? undefined : strikeOut(form, open, first);
};

/**
 * A register read column by column: what its cells say, and what is wrong with them. Read once a register, for the
 * check, which goes row by row, and for head office, which takes columns.
 */
import { isPlain } from "../kit/text";
import { nothingWords } from "../rules/nothing-to-say";
import { checkFootnote, type RowAt } from "./footnote-findings";
import type { Finding, Severity } from "./problem";
import { agreedAbout, agreedFrom } from "./agreed-on";
import { type Blank, type BlankReading, blanks, emptyBlank, readBlank } from "./read-blank";
import { type About, isEmptyCell, isProse, ownToRow } from "./read-answer";
import type { Answer, RawCell, Register, Row } from "./register";
import { withWordsMoved } from "./words-beside";

type Cells = readonly RawCell[];

/** A blank that some row has filled; both lists as long as the register. */
interface Column {
  readonly blank: Blank;
  readonly cells: Cells;
  readonly answers: (Answer | undefined)[];
  /** By index; of cells that are not empty. */
  readonly findings: Map<number, readonly Finding[]>;
}

export interface RegisterReading {
  readonly register: Register;
  /** Whether anybody has filled in a blank of the row. */
  readonly isFilled: (index: number) => boolean;
  /** What a cell says, in the house spelling; nothing where it is empty or cannot be understood. */
  readonly answer: (key: string, index: number) => Answer | undefined;
  /** Blanks that are filled in some row; their answers by index. */
  readonly answers: ReadonlyMap<string, readonly (Answer | undefined)[]>;
  /** What is wrong with a filled row: its blanks in the form's order, those empty in all rows, the small print. */
  readonly findings: (index: number) => readonly Finding[];
  /** How many of all filled rows' findings there are, by how grave they are; those of lost columns do not count. */
  readonly tally: () => Tally;
}

export type Tally = Readonly<Record<Severity, number>>;

/** A row's answers by key; nothing for a blank row. */
export const rowOf = ({ isFilled, answers }: RegisterReading, index: number): Row | undefined => {
  if (!isFilled(index)) return undefined;
  const row: Record<string, Answer> = {};
  for (const [key, column] of answers) {
    const answer = column[index];
    if (answer !== undefined) row[key] = answer;
  }
  return row;
};

/** A text that is its own answer as it stands: nearly every name and address. */
const isPlainProse = (raw: string): boolean => {
  const first = raw.charCodeAt(0);
  // "#N/A", "Err:502".
  return first !== 35 && first !== 69 && isPlain(raw) && !nothingWords.has(raw);
};

const clean: readonly Finding[] = [];

const mostKnown = 10_000;

/** What cells of a blank say that are not empty. The same cell comes again and again: each spelling is read once. */
const cellReader = (blank: Blank, about: About): ((raw: RawCell) => BlankReading) => {
  if (ownToRow.has(blank.field.kind)) return (raw) => readBlank(blank, raw, about);
  const known = new Map<RawCell, BlankReading>();
  return (raw) => {
    const before = known.get(raw);
    if (before !== undefined) return before;
    const read = readBlank(blank, raw, about);
    if (known.size < mostKnown) known.set(raw, read);
    return read;
  };
};

/** Steps are of this many rows: none holds up the pane. */
const rowsAStep = 1000;

const readings = new WeakMap<Register, { readonly about: About; readonly reading: RegisterReading }>();

const isAbout = (one: About, other: About): boolean => one.site === other.site && one.today === other.today;

/** `readRegister` in small steps: whoever waits may do something else in between. */
export const readRegisterInSteps = function* (
  register: Register,
  about: About,
): Generator<undefined, RegisterReading> {
  const known = readings.get(register);
  if (known !== undefined && isAbout(known.about, about)) return known.reading;

  const { form, count } = register;
  const filled = new Uint8Array(count);
  /** Rows in which a cell says something is wrong, or one that has to be filled is empty. */
  const noted = new Uint8Array(count);
  const columns = new Map<string, Column>();
  const emptyThroughout: Finding[] = [];
  for (const blank of blanks(form)) {
    const cells = register.columns.get(blank.key);
    if (cells === undefined || cells.every(isEmptyCell)) emptyThroughout.push(...emptyBlank(blank).findings);
    else
      columns.set(blank.key, {
        blank,
        cells,
        answers: new Array<Answer | undefined>(count).fill(undefined),
        findings: new Map(),
      });
  }
  const readers = [...columns.values()].map(({ blank, cells, answers, findings }) => {
    const read = cellReader(blank, about);
    const isWanted = emptyBlank(blank).findings.length > 0;
    const isWords = isProse(blank.field);
    // Of the same text each row's own day may make another one.
    const agreed = agreedFrom(form, blank.key);
    return (from: number, to: number): void => {
      for (let index = from; index < to; index++) {
        const raw = cells[index] ?? null;
        if (isEmptyCell(raw)) {
          if (isWanted) noted[index] = 1;
          continue;
        }
        filled[index] = 1;
        if (isWords && typeof raw === "string" && isPlainProse(raw)) {
          answers[index] = raw;
          continue;
        }
        const reading =
          agreed !== undefined && typeof raw === "string"
            ? readBlank(
                blank,
                raw,
                agreedAbout(form, blank.key, (key) => columns.get(key)?.answers[index], about),
              )
            : read(raw);
        answers[index] = reading.answer;
        if (reading.findings.length > 0) {
          findings.set(index, reading.findings);
          noted[index] = 1;
        }
      }
    };
  });
  for (let from = 0; from < count; from += rowsAStep) {
    if (from > 0) yield;
    for (const read of readers) read(from, Math.min(count, from + rowsAStep));
  }

  let at = 0;
  const row: RowAt = {
    cell: (key) => columns.get(key)?.cells[at],
    answer: (key) => columns.get(key)?.answers[at],
  };
  const reading: RegisterReading = {
    register,
    isFilled: (index) => filled[index] === 1,
    answer: (key, index) => columns.get(key)?.answers[index],
    answers: new Map([...columns].map(([key, { answers }]) => [key, answers])),
    findings: (index) => {
      if (noted[index] !== 1 && emptyThroughout.length + form.footnotes.length === 0) return clean;
      const found: Finding[] = [];
      if (noted[index] === 1)
        for (const { blank, cells, findings } of columns.values())
          found.push(
            ...(isEmptyCell(cells[index]) ? emptyBlank(blank).findings : (findings.get(index) ?? [])),
          );
      found.push(...emptyThroughout);
      at = index;
      for (const note of form.footnotes) checkFootnote(form, note, row, found);
      return withWordsMoved(form, row.answer, found);
    },
    tally: () => {
      const tally = { error: 0, warning: 0, hint: 0 };
      const add = ({ severity, key }: Finding, times = 1): void => {
        if (key === undefined || register.columns.has(key)) tally[severity] += times;
      };
      const rows = filled.reduce((sum, one) => sum + one, 0);
      for (const each of emptyThroughout) add(each, rows);
      for (const { blank, cells, findings } of columns.values()) {
        for (const own of findings.values()) for (const each of own) add(each);
        const wanted = emptyBlank(blank).findings;
        if (wanted.length === 0) continue;
        let open = 0;
        for (let index = 0; index < count; index++)
          if (filled[index] === 1 && isEmptyCell(cells[index])) open++;
        for (const each of wanted) add(each, open);
      }
      const found: Finding[] = [];
      if (form.footnotes.length > 0)
        for (at = 0; at < count; at++)
          if (filled[at] === 1) for (const note of form.footnotes) checkFootnote(form, note, row, found);
      for (const each of found) add(each);
      return tally;
    },
  };
  readings.set(register, { about, reading });
  return reading;
};

/** Computed columns are not read. */
export const readRegister = (register: Register, about: About): RegisterReading => {
  const steps = readRegisterInSteps(register, about);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
};

/** One cell of a form's blank: what it says, and what is wrong with it. */
import type { Field } from "../form/field";
import type { Form } from "../form/form";
import { momentOfSerial } from "../kit/calendar-day";
import { nothing, nothingWords, needsRealAnswer } from "../rules/nothing-to-say";
import { finding, type Finding, shown } from "./problem";
import { type About, isTypedDay, readAnswer } from "./read-answer";
import type { Answer, RawCell } from "./register";
import { saysMoreThanAnswer } from "./words-beside";

export interface Blank {
  readonly key: string;
  readonly field: Field;
  readonly real: boolean;
}

const blanksOf = new WeakMap<Form, readonly Blank[]>();

export const blanks = (form: Form): readonly Blank[] => {
  const found = blanksOf.get(form);
  if (found) return found;
  const made = Object.entries(form.fields)
    .filter(([, field]) => field.kind !== "computed" || isTypedDay(field))
    .map(([key, field]) => ({ key, field, real: needsRealAnswer(key, field) }));
  blanksOf.set(form, made);
  return made;
};

/** What one cell of a blank says. */
export interface BlankReading {
  readonly answer: Answer | undefined;
  readonly findings: readonly Finding[];
}

const clean: readonly Finding[] = [];

const isDayIn = (field: Field): boolean =>
  field.kind === "day" || field.kind === "moment" || isTypedDay(field);

/** A serial before 1910 is rather a number that somebody typed. */
const firstLikelySerial = 3654;

/** A day's serial as people see it in the cell: 2026-11-13 08:00, not 46339.333. */
const seenDayIn = (raw: RawCell): Answer | undefined => {
  const at = typeof raw === "number" && raw >= firstLikelySerial ? momentOfSerial(raw) : undefined;
  return at === undefined ? shown(raw) : at.replace(/ 00:00$/u, "");
};

/** A cell that is not empty. */
export const readBlank = ({ key, field, real }: Blank, raw: RawCell, about: About): BlankReading => {
  const { answer, changed, problems } = readAnswer(field, raw, about);
  // Nobody is called 无: what has to be said is not said by another word for / either.
  const silent = answer === nothing || (real && nothingWords.has(String(answer)));
  if (problems.length === 0 && !changed && !silent) return { answer, findings: clean };
  const value = isDayIn(field) ? seenDayIn(raw) : shown(raw);
  const where = { key, caption: field.caption, ...(value === undefined ? {} : { value }) };
  const findings: Finding[] = problems.map((each) => ({ ...where, ...each }));
  if (silent && real) {
    findings.push(finding("cannotBeNothing", where));
    return { answer: undefined, findings };
  }
  if (changed && answer !== undefined && saysMoreThanAnswer(field, raw, about))
    findings.push(finding("wordsNowhere", { ...where, facts: { becomes: answer } }));
  else if (changed && answer !== undefined)
    findings.push(
      finding(String(raw) === String(answer) ? "asText" : "spelling", {
        ...where,
        facts: { becomes: answer },
        becomes: { [key]: answer },
      }),
    );
  return { answer, findings };
};

/** An empty cell. */
export const emptyBlank = ({ key, field, real }: Blank): BlankReading => ({
  answer: undefined,
  // Numbers are given, not filled in: whoever checks the workbook misses them.
  findings:
    field.need === "first" && field.kind !== "numberStamp"
      ? [finding(real ? "requiredReally" : "required", { key, caption: field.caption })]
      : clean,
});

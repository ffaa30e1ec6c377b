/**
 * workbook.md: a colleague's value is never overwritten. What a form was filled with when somebody began to change a
 * blank, against what its cell holds now.
 */
import type { Field } from "../form/field";
import type { Form } from "../form/form";
import type { Cells } from "./check-row";
import { finding, type Finding, shown } from "./problem";
import { type About, isEmptyCell, readAnswer } from "./read-answer";
import type { Answer, RawCell } from "./register";

/** What a cell answers; what cannot be understood, as it is shown. */
export const answerOf = (field: Field, cell: RawCell, about: About): Answer | undefined =>
  isEmptyCell(cell) ? undefined : (readAnswer(field, cell, about).answer ?? shown(cell));

/** The same answer in another spelling is the same. */
export const isSame = (field: Field, one: RawCell, other: RawCell, about: About): boolean => {
  const [a, b] = [answerOf(field, one, about), answerOf(field, other, about)];
  return a === b || (a !== undefined && b !== undefined && String(a) === String(b));
};

const none = "—";
/** A talk of many lines is told by how it begins. */
const mostTold = 20;

const told = (answer: Answer | undefined): Answer => {
  if (answer === undefined) return none;
  const letters = [...String(answer)];
  return letters.length > mostTold ? `${letters.slice(0, mostTold).join("")}…` : answer;
};

/** Blanks of `keys` that hold another answer in `now` than was `seen`; as `value` what stands there, nothing for empty. */
export const outrunFindings = (
  form: Form,
  keys: Iterable<string>,
  { now, seen }: { readonly now: Cells; readonly seen: Cells },
  about: About,
): readonly Finding[] =>
  [...keys].flatMap((key) => {
    const field = form.fields[key];
    if (field === undefined || isSame(field, now[key] ?? null, seen[key] ?? null, about)) return [];
    const value = answerOf(field, now[key] ?? null, about);
    const facts = { now: told(value), seen: told(answerOf(field, seen[key] ?? null, about)) };
    return [
      finding("blankOutrun", {
        key,
        caption: field.caption,
        ...(value === undefined ? {} : { value }),
        facts,
      }),
    ];
  });

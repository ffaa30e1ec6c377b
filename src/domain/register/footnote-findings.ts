/** A form's small print, row by row: what one blank asks of another. */
import type { Footnote, Form } from "../form/form";
import { nothing } from "../rules/nothing-to-say";
import { finding, type Finding } from "./problem";
import { isEmptyCell } from "./read-answer";
import type { Answer, RawCell } from "./register";

/** A row by key: what stands in its cells, and what they say. */
export interface RowAt {
  readonly cell: (key: string) => RawCell | undefined;
  readonly answer: (key: string) => Answer | undefined;
}

/** Of 2024-03-05 14:30 the day. */
const dayLength = 10;

const captionsOf = (form: Form, keys: readonly string[]): string =>
  keys.map((key) => `“${form.fields[key]?.caption ?? key}”`).join("、");

const plainCaption = (form: Form, key: string): string =>
  (form.fields[key]?.caption ?? key).replace(/^★/u, "");

const atLeastOneOf = (
  form: Form,
  keys: readonly string[],
  { cell, answer }: RowAt,
  found: Finding[],
): void => {
  let open = 0;
  for (const key of keys) {
    if (isEmptyCell(cell(key))) open++;
    // What cannot be read has a finding of its own.
    else if (answer(key) !== nothing) return;
  }
  const first = keys[0] ?? "";
  const where = { key: first, caption: form.fields[first]?.caption ?? first };
  const facts = { captions: captionsOf(form, keys) };
  if (open > 0) found.push(finding("oneOfRequired", { ...where, facts }));
  else found.push(finding("allNothing", { ...where, value: nothing, facts }));
};

const inOrder = (form: Form, keys: readonly string[], { answer }: RowAt, found: Finding[]): void => {
  let before: { readonly key: string; readonly day: string } | undefined;
  for (const key of keys) {
    const day = answer(key);
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

/** R5, R8: a day agreed on comes after the row's own; a time of day may be of the same day. */
const agreedOn = (
  form: Form,
  { key, from }: Extract<Footnote, { readonly kind: "agreedOn" }>,
  { answer }: RowAt,
  found: Finding[],
): void => {
  const [value, at] = [answer(key), answer(from)];
  if (typeof value !== "string" || typeof at !== "string" || value === nothing || at === nothing) return;
  const day = at.slice(0, dayLength);
  const isDay = form.fields[key]?.kind === "day";
  if (isDay ? value > day : value.slice(0, dayLength) >= day) return;
  const facts = { from: plainCaption(form, from), day };
  const where = { key, caption: form.fields[key]?.caption ?? key, value, facts };
  found.push(finding(isDay ? "nextBeforeContact" : "appointmentBefore", where));
};

/** Adds to `found` what a footnote finds in a row. */
export const checkFootnote = (form: Form, note: Footnote, row: RowAt, found: Finding[]): void => {
  switch (note.kind) {
    case "atLeastOneOf":
      atLeastOneOf(form, note.keys, row, found);
      return;
    case "agreedOn":
      agreedOn(form, note, row, found);
      return;
    case "inOrder":
      inOrder(form, note.keys, row, found);
      return;
    case "askedWhen": {
      const chosen = String(row.answer(note.when) ?? "");
      if (!chosen.includes(note.has) || !isEmptyCell(row.cell(note.key))) return;
      if (!chosen.split("、").includes(note.has)) return;
      const facts = { when: form.fields[note.when]?.caption ?? note.when, has: note.has };
      found.push(
        finding("askedWhen", { key: note.key, caption: form.fields[note.key]?.caption ?? note.key, facts }),
      );
    }
  }
};

/** What was agreed in a row comes after the row's own day: of a day written without its year that says which. */
import type { Form } from "../form/form";
import { type CalendarDay, calendarDay } from "../kit/calendar-day";
import type { About } from "./read-answer";
import type { Answer } from "./register";

const agreed = new WeakMap<Form, ReadonlyMap<string, string>>();

/** The blank whose day `key` comes after, as the form's small print has it. */
export const agreedFrom = (form: Form, key: string): string | undefined => {
  const known =
    agreed.get(form) ??
    new Map(form.footnotes.flatMap((note) => (note.kind === "agreedOn" ? [[note.key, note.from]] : [])));
  agreed.set(form, known);
  return known.get(key);
};

/** For reading `key` of a row whose other answers are known. What is typed now, over an older row, says so itself. */
export const agreedAbout = (
  form: Form,
  key: string,
  answer: (key: string) => Answer | undefined,
  about: About,
): About => {
  const from = agreedFrom(form, key);
  if (from === undefined || about.from !== undefined) return about;
  const day: CalendarDay | undefined = calendarDay(String(answer(from) ?? "").slice(0, 10));
  return day === undefined ? about : { ...about, from: day };
};

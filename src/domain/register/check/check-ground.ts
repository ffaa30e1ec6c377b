/** What the checks across rows stand on: every register's rows as they were read, and who is who. */
import type { FormKey, RegisterKey } from "../../forms/index";
import { formOf } from "../../forms/index";
import type { CalendarDay } from "../../kit/calendar-day";
import type { ClientNumber } from "../../rules/client-number";
import type { Change } from "../change";
import { type ContactHistory, contactHistories } from "../follow-up/contact-history";
import { type GradeRow, gradeRows, gradeRowOf } from "../grade-rows";
import { type Finding, type Problem, problem, shown } from "../problem";
import type { About } from "../read-answer";
import { type Answer, cellAt, type Register, type Row, rowNumber } from "../register";
import { type RegisterReading, rowOf } from "../register-reading";
import type { SiteBook } from "../site";
import { type Standing, standings } from "../standing";
import type { ProblemCode } from "../wording";

/** How far a check goes; "faults": what is wrong, without what could be better. */
export type Depth = "all" | "faults";

export interface Ground {
  readonly book: SiteBook;
  readonly today: CalendarDay;
  readonly about: About;
  readonly readings: ReadonlyMap<RegisterKey, RegisterReading>;
  readonly people: readonly Standing[];
  /** The first row of each client. */
  readonly firstRow: ReadonlyMap<ClientNumber, Standing>;
  readonly grades: readonly GradeRow[];
  readonly gradeOf: ReadonlyMap<ClientNumber, GradeRow>;
  readonly histories: ReadonlyMap<ClientNumber, ContactHistory>;
}

export const groundOf = (
  book: SiteBook,
  about: About,
  readings: ReadonlyMap<RegisterKey, RegisterReading>,
): Ground => {
  const people = standings(book);
  const firstRow = new Map<ClientNumber, Standing>();
  for (const each of people)
    if (each.clientId !== undefined && !firstRow.has(each.clientId)) firstRow.set(each.clientId, each);
  const grades = gradeRows(book, about.today);
  return {
    book,
    today: about.today,
    about,
    readings,
    people,
    firstRow,
    grades,
    gradeOf: gradeRowOf(grades),
    histories: contactHistories(book, about.today),
  };
};

/** A register's rows, blank ones left out. For small registers: of many rows ask for answers alone. */
export const rowsOf = (
  { readings }: Ground,
  form: RegisterKey,
): readonly { readonly row: Row; readonly index: number }[] => {
  const reading = readings.get(form);
  if (reading === undefined) return [];
  return Array.from({ length: reading.register.count }, (_, index) => index).flatMap((index) => {
    const row = rowOf(reading, index);
    return row === undefined ? [] : [{ row, index }];
  });
};

interface At {
  readonly register: Register;
  readonly index: number;
}

/** A problem at a cell of a register; its value and caption come from there. */
export const at = (
  { register, index }: At,
  code: ProblemCode,
  key: string,
  more: Pick<Problem, "facts" | "fix"> = {},
): Problem => {
  const form = register.form.key as FormKey;
  const value = shown(cellAt(register, key, index));
  return problem(code, {
    form,
    sheet: register.sheet,
    row: rowNumber(register, index),
    key,
    caption: formOf(form).fields[key]?.caption ?? key,
    ...(value === undefined ? {} : { value }),
    ...more,
  });
};

const setsOf = (
  { register, index }: At,
  form: FormKey,
  becomes: Readonly<Record<string, Answer>>,
): readonly Change[] => {
  const row = rowNumber(register, index);
  const sets: Change[] = [];
  for (const [key, value] of Object.entries(becomes)) {
    const column = register.columns.get(key);
    if (column !== undefined) sets.push({ kind: "set", form, row, key, was: column[index] ?? null, value });
  }
  return sets;
};

/** A finding about a row where it stands, with the fix that its one right answer makes. */
export const placed = (where: At, found: Finding): Problem => {
  const { register, index } = where;
  const form = register.form.key as FormKey;
  const { code, rule, severity, key, caption, value, facts, becomes } = found;
  const fix = becomes === undefined ? undefined : setsOf(where, form, becomes);
  // Property by property: a large workbook has a hundred thousand of these.
  const made: { -readonly [Key in keyof Problem]: Problem[Key] } = {
    code,
    rule,
    severity,
    form,
    sheet: register.sheet,
    row: rowNumber(register, index),
  };
  if (key !== undefined) made.key = key;
  if (caption !== undefined) made.caption = caption;
  if (value !== undefined) made.value = value;
  if (facts !== undefined) made.facts = facts;
  if (fix !== undefined && fix.length > 0) made.fix = fix;
  return made;
};

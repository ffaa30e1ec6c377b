/** R9: two numbers of one person, side by side: what fits together, what has to be chosen. */
import { formOf } from "../../forms/index";
import type { CalendarDay } from "../../kit/calendar-day";
import type { ClientNumber } from "../../rules/client-number";
import { clientKeys, isOneRowForm, oneRowAClient, type OneRowForm } from "../client-keys";
import { reachedKeys } from "../grade-rows";
import { type Contradiction, joinRows } from "./join-rows";
import { type Owners, ownersOf, type Place } from "./merge-owner";
import { clientAt, dayOfCell } from "../raw-cell";
import { type Answer, cellAt, type RawCell } from "../register";
import type { SiteBook } from "../site";
import { clientsAsked, type RowsAsked } from "../some-rows";
import { dayOfStanding, standings } from "../standing";
import type { Wanted } from "../wanted";

const keysOf = (form: string): readonly string[] =>
  clientKeys.filter((each) => each.form === form).map(({ key }) => key);

/** Rows of one-row registers whole; of the others where they name clients, and what tells visits apart. */
export const mergeWants: Wanted = {
  ...Object.fromEntries([...new Set(clientKeys.map(({ form }) => form))].map((form) => [form, keysOf(form)])),
  ...Object.fromEntries(oneRowAClient.map((form) => [form, "all"])),
  calls: ["clientId", "calledAt", "consultant", "name", "mobile", "otherContact"],
  followUps: ["clientId", "contactedAt", "method", "consultant"],
  careTasks: ["clientId", "reason", "detail", "dueOn", "doneOn", "notes"],
};

/** What a merge asks about is in the rows of the two alone; what becomes of all others is decided on the whole. */
export const mergeRows = (clients: readonly ClientNumber[]): RowsAsked =>
  clientsAsked(mergeWants, () => clients);

export interface Question extends Contradiction {
  readonly form: OneRowForm;
}

/** `${form}.${key}` of the questions answered by the number that goes. */
export type Choices = ReadonlySet<string>;

export interface Merging {
  readonly keep: ClientNumber;
  readonly retire: ClientNumber;
  readonly choices: Choices;
  /** Whose the client is from now on, where two consultants had the numbers. */
  readonly owner: string;
  /** What `choices` and `owner` were chosen from: another by now, and nothing is merged. */
  readonly shown: MergeQuestions;
}

export const rowsOf = (book: SiteBook, form: OneRowForm, client: ClientNumber): readonly Place[] => {
  const register = book.registers[form];
  const found: Place[] = [];
  for (let index = 0; register && index < register.count; index++)
    if (clientAt(register, "clientId", index) === client) found.push({ register, index });
  return found;
};

export const dayAt = ({ register, index }: Place, today: CalendarDay): CalendarDay | undefined =>
  dayOfCell(cellAt(register, "visitDate", index), today);

/** Which of two numbers stays: the one given first, by day, then by place in the workbook. */
export const firstGiven = (
  book: SiteBook,
  one: ClientNumber,
  other: ClientNumber,
  today: CalendarDay,
): readonly [keep: ClientNumber, retire: ClientNumber] => {
  let first: { readonly client: ClientNumber; readonly day: string } | undefined;
  for (const standing of standings(book)) {
    const { clientId: client } = standing;
    if (client !== one && client !== other) continue;
    const day = dayOfStanding(standing, today) ?? "9999";
    if (first === undefined || day < first.day) first = { client, day };
  }
  return first?.client === other ? [other, one] : [one, other];
};

/** Settled by more than the cell itself: the first reception, the ladder, the owner. */
const settled: Readonly<Record<OneRowForm, ReadonlySet<string>>> = {
  visitors: new Set(["visitDate", "consultant"]),
  grades: new Set(["consultant", ...reachedKeys]),
  profiles: new Set(),
};

export interface JoinedForm {
  readonly form: OneRowForm;
  readonly base: Place | undefined;
  readonly gone: readonly Place[];
  readonly becomes: Readonly<Record<string, Answer>>;
  readonly questions: readonly Question[];
}

export const joinForm = (
  book: SiteBook,
  form: OneRowForm,
  { keep, retire, choices }: Pick<Merging, "keep" | "retire" | "choices">,
  today: CalendarDay,
): JoinedForm => {
  const [first, ...rest] = [...rowsOf(book, form, keep), ...rowsOf(book, form, retire)];
  if (first === undefined) return { form, base: undefined, gone: [], becomes: {}, questions: [] };
  // A second row of the number that stays is no part of this: it is told on its own.
  const gone = rest.filter(({ register, index }) => clientAt(register, "clientId", index) === retire);
  const becomes: Record<string, Answer> = {};
  const questions: Question[] = [];
  for (const { register, index } of gone) {
    const kept = (key: string): RawCell => becomes[key] ?? cellAt(first.register, key, first.index);
    const other = (key: string): RawCell => cellAt(register, key, index);
    const joined = joinRows(formOf(form), kept, other, { site: book.site, today }, (key) =>
      settled[form].has(key),
    );
    Object.assign(becomes, joined.becomes);
    for (const each of joined.contradictions) {
      questions.push({ ...each, form });
      if (choices.has(`${form}.${each.key}`)) becomes[each.key] = each.other;
    }
  }
  return { form, base: first, gone, becomes, questions };
};

export interface MergeQuestions extends Owners {
  readonly contradictions: readonly Question[];
}

/** The manager has to say whose the client is. */
export const asksForOwner = ({ owners, anew }: Owners): boolean => anew || owners.length > 1;

/** What has to be chosen before two numbers become one. */
export const mergeQuestions = (
  book: SiteBook,
  keep: ClientNumber,
  retire: ClientNumber,
  today: CalendarDay,
): MergeQuestions => ({
  contradictions: oneRowAClient.flatMap(
    (form) => joinForm(book, form, { keep, retire, choices: new Set() }, today).questions,
  ),
  ...ownersOf(
    book,
    [keep, retire].flatMap((client) => rowsOf(book, "grades", client)),
    today,
  ),
});

/** Forms whose rows follow the number: shown before a merge. */
export const mergeCounts = (book: SiteBook, client: ClientNumber): ReadonlyMap<string, number> => {
  const found = new Map<string, number>();
  for (const { form, key, as } of clientKeys) {
    const register = book.registers[form];
    if (as === "names" || isOneRowForm(form)) continue;
    for (let index = 0; register && index < register.count; index++)
      if (clientAt(register, key, index) === client)
        found.set(formOf(form).sheet, (found.get(formOf(form).sheet) ?? 0) + 1);
  }
  return found;
};

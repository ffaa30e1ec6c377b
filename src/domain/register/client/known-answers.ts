/** What a client's rows answer already: a form about somebody who is known does not begin empty (R8). */
import type { Field } from "../../form/field";
import { calls } from "../../forms/calls";
import { visitors } from "../../forms/visitors";
import type { CalendarDay } from "../../kit/calendar-day";
import type { ClientNumber } from "../../rules/client-number";
import { visitKeyOf } from "./call-blanks";
import { type About, isEmptyCell, readAnswer } from "../read-answer";
import { type Answer, cellAt, type Register, type Row } from "../register";
import { appointedAfter, cellsOfClient, visitorRow } from "./return-visit";
import type { SiteBook } from "../site";
import { standingsByClient, type StandingForm } from "../standing";

const callKeys = Object.keys(visitKeyOf);

/** What cannot be understood is shown as it stands, where it stands in this very row. */
const answered = (field: Field | undefined, cell: Parameters<typeof readAnswer>[1], about: About) =>
  field === undefined || isEmptyCell(cell) ? undefined : readAnswer(field, cell, about).answer;

const rowOfVisitor = (book: SiteBook, client: ClientNumber, about: About): Row | undefined => {
  const row = visitorRow(book, client);
  if (row === undefined) return undefined;
  const cells = {
    ...cellsOfClient(row),
    nextAppointment: appointedAfter(row, about.today, about.today),
  };
  return Object.fromEntries(
    Object.entries(cells).flatMap(([key, cell]): readonly (readonly [string, Answer])[] =>
      isEmptyCell(cell)
        ? []
        : [
            [
              key,
              answered(visitors.fields[key as keyof typeof visitors.fields], cell, about) ?? String(cell),
            ],
          ],
    ),
  );
};

const answersOfCall = (register: Register, index: number, about: About): Row =>
  Object.fromEntries(
    callKeys.flatMap((key): readonly (readonly [string, Answer])[] => {
      const field = calls.fields[key as keyof typeof calls.fields];
      const answer = answered(field, cellAt(register, key, index), about);
      return answer === undefined ? [] : [[key, answer]];
    }),
  );

/** A client's calls, in the call's keys: what a later one left open the earlier ones say. */
const callsOf = (book: SiteBook, client: ClientNumber, about: About): Row =>
  (standingsByClient(book).get(client) ?? [])
    .filter(({ form }) => form === "calls")
    .reduce<Row>((said, { register, index }) => ({ ...said, ...answersOfCall(register, index, about) }), {});

/** Answers of one form in the blanks of the other that understand them. */
const translated = (
  from: Row,
  keys: readonly (readonly [from: string, to: string])[],
  fields: Readonly<Record<string, Field>>,
  about: About,
): Row =>
  Object.fromEntries(
    keys.flatMap(([key, to]): readonly (readonly [string, Answer])[] => {
      const answer = answered(fields[to], from[key] ?? null, about);
      return answer === undefined ? [] : [[to, answer]];
    }),
  );

const pairs = Object.entries(visitKeyOf);

/**
 * By key of `form`: of 来访 the client's row, or what a caller said; of 来电 their calls, the latest first, and what the visitor's row
 * has beyond. What is of one talk alone (its day, who had it, what was said) is left out.
 */
export const knownAnswers = (
  book: SiteBook,
  client: ClientNumber,
  form: StandingForm,
  today: CalendarDay,
): Row => {
  const about: About = { site: book.site, today };
  const visitor = rowOfVisitor(book, client, about);
  const call = callsOf(book, client, about);
  if (form === "visitors") return visitor ?? translated(call, pairs, visitors.fields, about);
  const ofVisitor = translated(
    visitor ?? {},
    pairs.map(([to, from]) => [from, to]),
    calls.fields,
    about,
  );
  return { ...ofVisitor, ...call };
};

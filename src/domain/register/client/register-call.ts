/** 登记来电: the call's row; for a new client the grade's row too; and the contact (R1, R4, R9). */
import { calls } from "../../forms/calls";
import { type CalendarDay, dayOf, daysBetween, type Moment } from "../../kit/calendar-day";
import type { ClientNumber } from "../../rules/client-number";
import { visitKeyOf } from "./call-blanks";
import type { Change } from "../change";
import { type Cells, readRow } from "../check-row";
import type { Decision } from "../decision";
import { hopelessWaits } from "../ownership/hopeless-waits";
import { nearClients, nearHints } from "./near-client";
import {
  contactFor,
  type Entry,
  gradeRowFor,
  hasGradeRow,
  isProblem,
  lateEntry,
  ofEntry,
  refused,
  sorted,
  whose,
} from "../registration";
import type { About } from "../read-answer";
import type { Row } from "../register";
import { visitWants } from "./register-visit";
import { fillFrom, visitorRow } from "./return-visit";
import type { SiteBook } from "../site";
import { thinness } from "../follow-up/thin-notes";
import type { Wanted } from "../wanted";

export const callWants: Wanted = visitWants;

/** Blanks of 来访登记 that a call may answer for the first time; names and numbers are the visitor's own matter. */
const theirOwn: ReadonlySet<string> = new Set(["name", "mobile", "otherContact"]);
const fills = Object.entries(visitKeyOf).filter(([key]) => !theirOwn.has(key));

/** Of somebody who has been here. */
export const knownCallWants: Wanted = { visitors: fills.map(([, key]) => key) };

const filledByCall = (book: SiteBook, client: ClientNumber, read: Row, about: About): readonly Change[] => {
  const row = visitorRow(book, client);
  const said = Object.fromEntries(fills.map(([key, to]) => [to, read[key] ?? null]));
  return row === undefined ? [] : fillFrom(row, said, about);
};

/** `answers` as typed, in any spelling. Somebody who has called or been here keeps their number. */
export const registerCall = (book: SiteBook, answers: Cells, entry: Entry): Decision => {
  const about = { site: book.site, today: entry.today, day: entry.today };
  const reading = readRow(calls, { ...answers, clientId: null }, about);
  const { errors, hints } = sorted(book, "calls", reading);
  if (errors.length > 0) return refused(errors);
  const read = reading.answers;
  const found = whose(book, "calls", read, [read["mobile"] ?? null, read["otherContact"] ?? null], entry);
  if (isProblem(found)) return refused([found]);

  const { clientId } = found;
  const at = read["calledAt"] as Moment;
  const day: CalendarDay = dayOf(at);
  const consultant = read["consultant"] ?? "";
  const grade = found.grade ?? entry.grade ?? "C";
  const changes: Change[] = [
    ...found.counters,
    { kind: "append", form: "calls", row: { ...read, clientId } },
    ...(found.visited ? filledByCall(book, clientId, read, about) : []),
    ...(hasGradeRow(book, clientId)
      ? []
      : [gradeRowFor(clientId, found.consultant ?? consultant, grade, day, found.remark)]),
    contactFor({ clientId, at, grade, method: "电话", notes: read["notes"], consultant }),
  ];
  const late = daysBetween(day, entry.today);
  const own = [
    ...hopelessWaits(book, clientId, entry.today),
    ...thinness("电话", read["notes"], "notes", calls.fields.notes.caption),
    ...(late > 0 ? [lateEntry(day, entry.today, late)] : []),
  ].map(ofEntry(book, "calls"));
  const near = found.known ? [] : nearClients(book, "calls", read);
  const nearby = nearHints(book, "calls", String(read["name"] ?? ""), near);
  return { ok: true, clientId, changes, hints: [...hints, ...nearby, ...own] };
};

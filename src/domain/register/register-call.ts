/** 登记来电: the call's row; for a new client the grade's row too; and the contact (R1, R4, R9). */
import { calls } from "../forms/calls";
import { type CalendarDay, dayOf, daysBetween, type Moment } from "../kit/calendar-day";
import type { Change } from "./change";
import { type Cells, readRow } from "./check-row";
import type { Decision } from "./decision";
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
} from "./registration";
import { visitWants } from "./register-visit";
import type { SiteBook } from "./site";
import { thinness } from "./thin-notes";
import type { Wanted } from "./wanted";

export const callWants: Wanted = visitWants;

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
    ...(hasGradeRow(book, clientId)
      ? []
      : [gradeRowFor(clientId, found.consultant ?? consultant, grade, day, found.remark)]),
    contactFor({ clientId, at, grade, method: "电话", notes: read["notes"], consultant }),
  ];
  const late = daysBetween(day, entry.today);
  const own = [
    ...thinness("电话", read["notes"], "notes", calls.fields.notes.caption),
    ...(late > 0 ? [lateEntry(day, entry.today, late)] : []),
  ].map(ofEntry(book, "calls"));
  const near = found.known ? [] : nearClients(book, "calls", read);
  const nearby = nearHints(book, "calls", String(read["name"] ?? ""), near);
  return { ok: true, clientId, changes, hints: [...hints, ...nearby, ...own] };
};

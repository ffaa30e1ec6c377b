/** 登记来访: the register's row, the grade's row and the first contact (R1, R4, R9). */
import { gradeWants } from "../grade-rows";
import { visitors } from "../../forms/visitors";
import { daysBetween, dayOf, momentAt, type CalendarDay } from "../../kit/calendar-day";
import { visitGaps, isSaid, needKeys } from "../../rules/visit-discipline";
import type { Change } from "../change";
import { type Cells, readRow } from "../check-row";
import type { Decision } from "../decision";
import { hopelessWaits } from "../ownership/hopeless-waits";
import { nearClients, nearHints } from "./near-client";
import { phonesIn } from "../phone-reading";
import { finding, type Finding, type Problem } from "../problem";
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
import { type About, isEmptyCell } from "../read-answer";
import type { Answer, Row } from "../register";
import {
  appointedAfter,
  cellsOfClient,
  enterReturn,
  givenNow,
  ofVisit,
  type VisitorRow,
  visitorRow,
} from "./return-visit";
import type { SiteBook } from "../site";
import { thinness } from "../follow-up/thin-notes";
import type { Wanted } from "../wanted";

export const visitWants: Wanted = {
  visitors: ["clientId", "consultant", "name", "phone", "mobile"],
  calls: ["clientId", "consultant", "name", "mobile", "otherContact"],
  grades: gradeWants,
  deals: ["dealId"],
};

/** R8's hints about a visit as it is entered; of a client who returns, judged on the row and what is said now. */
const hintsOf = (answers: Row, agreed: boolean, book: SiteBook, today: CalendarDay): readonly Finding[] => {
  const day = answers["visitDate"] as CalendarDay;
  const late = daysBetween(day, today);
  const gaps = visitGaps({
    phones: phonesIn([answers["mobile"] ?? null, answers["phone"] ?? null], book.site).length,
    nextStep: agreed || isSaid(answers["nextAppointment"]),
    need: needKeys.some((key) => isSaid(answers[key])),
  });
  const thin = thinness("来访", answers["notes"], "notes", visitors.fields.notes.caption);
  return [...gaps.map((gap) => finding(gap)), ...thin, ...(late > 0 ? [lateEntry(day, today, late)] : [])];
};

interface Understood {
  readonly read: Row;
  readonly errors: readonly Problem[];
  readonly hints: readonly Problem[];
}

const understood = (book: SiteBook, answers: Cells, about: About): Understood => {
  const reading = readRow(visitors, { ...answers, clientId: null }, about);
  return { read: reading.answers, ...sorted(book, "visitors", reading) };
};

/** A row that is there, with what is said now over it; what was wrong in it before stays for the check to say. */
const understoodReturn = (book: SiteBook, row: VisitorRow, typed: Cells, about: About): Understood => {
  const { read, errors, hints } = understood(book, { ...cellsOfClient(row), ...typed }, about);
  const concerned = ({ key }: Problem): boolean => key === undefined || ofVisit.has(key) || key in typed;
  return { read, errors: errors.filter(concerned), hints: hints.filter(concerned) };
};

const talkOf = (notes: Answer | undefined, lines: readonly string[]): Answer | undefined =>
  lines.length === 0 ? notes : [...(isSaid(notes) ? [notes] : []), ...lines].join("\n");

/**
 * `answers` as typed, in any spelling. A client who has only called keeps the call's number; one who has been here
 * (said so by `entry.phone`) gets a contact, and the answers that are new in the row that is there.
 */
export const registerVisit = (book: SiteBook, answers: Cells, entry: Entry): Decision => {
  const about = { site: book.site, today: entry.today };
  const same = entry.phone?.is === "sameClient" ? entry.phone : undefined;
  const row = same && visitorRow(book, same.clientId);
  const seen = same?.seen ?? {};
  const typed = row === undefined ? answers : givenNow(answers, seen, about);
  const { read, errors, hints } =
    row === undefined ? understood(book, answers, about) : understoodReturn(book, row, typed, about);
  if (errors.length > 0) return refused(errors);
  const found = whose(book, "visitors", read, [read["mobile"] ?? null, read["phone"] ?? null], entry);
  if (isProblem(found)) return refused([found]);

  const { clientId } = found;
  const day = read["visitDate"] as CalendarDay;
  const at = day === dayOf(entry.now) ? entry.now : momentAt(day, 0);
  const consultant = read["consultant"] ?? "";
  const grade = found.grade ?? entry.grade ?? "C";
  const said = { clientId, at, grade, method: "来访", consultant } as const;
  const returned =
    row &&
    enterReturn(
      book,
      { client: clientId, row, amend: same.amend ?? [], seen, typed, read },
      { ...about, from: day },
    );
  const changes: Change[] = [
    ...found.counters,
    ...(returned?.changes ?? [
      { kind: "append", form: "visitors", row: { ...read, clientId } } satisfies Change,
    ]),
    ...(hasGradeRow(book, clientId)
      ? []
      : [gradeRowFor(clientId, found.consultant ?? consultant, grade, day, found.remark)]),
    contactFor({ ...said, notes: talkOf(read["notes"], returned?.lines ?? []) }),
  ];
  const owner = found.consultant ?? "";
  const received = String(consultant);
  const other = found.known && !found.visited && owner !== "" && owner !== received;
  const facts = { client: clientId, owner, consultant: received };
  const { caption } = visitors.fields.consultant;
  const agreed = row !== undefined && !isEmptyCell(appointedAfter(row, day, entry.today));
  const ownHints: readonly Problem[] = [
    ...(other
      ? [finding("callerReceivedByOther", { key: "consultant", caption, value: received, facts })]
      : []),
    ...hopelessWaits(book, clientId, entry.today),
    ...(returned?.hints ?? []),
    ...hintsOf(read, agreed, book, entry.today),
  ].map(ofEntry(book, "visitors"));
  const near = found.known ? [] : nearClients(book, "visitors", read);
  const nearby = nearHints(book, "visitors", String(read["name"] ?? ""), near);
  return { ok: true, clientId, changes, hints: [...hints, ...nearby, ...ownHints] };
};

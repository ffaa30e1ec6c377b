/** 登记来访: the register's row, the grade's row and the first contact (R1, R4, R9). */
import { gradeWants } from "./grade-rows";
import { visitors } from "../forms/visitors";
import { daysBetween, dayOf, momentAt, type CalendarDay } from "../kit/calendar-day";
import { nothing } from "../rules/nothing-to-say";
import { visitGaps, isSaid, needKeys } from "../rules/visit-discipline";
import type { Change } from "./change";
import { type Cells, readRow } from "./check-row";
import type { Decision } from "./decision";
import { nearClients, nearHints } from "./near-client";
import { phonesIn } from "./phone-reading";
import { finding, type Finding, type Problem } from "./problem";
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
import type { Row } from "./register";
import type { SiteBook } from "./site";
import { thinness } from "./thin-notes";
import type { Wanted } from "./wanted";

export const visitWants: Wanted = {
  visitors: ["clientId", "consultant", "name", "phone", "mobile"],
  calls: ["clientId", "consultant", "name", "mobile", "otherContact"],
  grades: gradeWants,
  deals: ["dealId"],
};

/** R8's hints about a visit as it is entered. */
const hintsOf = (answers: Row, book: SiteBook, today: CalendarDay): readonly Finding[] => {
  const day = answers["visitDate"] as CalendarDay;
  const late = daysBetween(day, today);
  const gaps = visitGaps({
    phones: phonesIn([answers["mobile"] ?? null, answers["phone"] ?? null], book.site).length,
    nextStep: isSaid(answers["nextAppointment"]),
    need: needKeys.some((key) => isSaid(answers[key])),
  });
  const thin = thinness("来访", answers["notes"], "notes", visitors.fields.notes.caption);
  return [...gaps.map((gap) => finding(gap)), ...thin, ...(late > 0 ? [lateEntry(day, today, late)] : [])];
};

/** What the form asked besides the talk, in one line: for a client whose row is already there. */
const besides = (answers: Row): string =>
  Object.entries(visitors.fields)
    .filter(([key]) => !["clientId", "visitDate", "consultant", "name", "notes"].includes(key))
    .flatMap(([key, { caption }]) => (isSaid(answers[key]) ? [`${caption} ${answers[key]}`] : []))
    .join("，");

/**
 * `answers` as typed, in any spelling. A client who has only called keeps the call's number; one who has been here
 * (said so by `entry.phone`) gets a contact instead of a second row.
 */
export const registerVisit = (book: SiteBook, answers: Cells, entry: Entry): Decision => {
  const about = { site: book.site, today: entry.today };
  const reading = readRow(visitors, { ...answers, clientId: null }, about);
  const { errors, hints } = sorted(book, "visitors", reading);
  if (errors.length > 0) return refused(errors);
  const read = reading.answers;
  const found = whose(book, "visitors", read, [read["mobile"] ?? null, read["phone"] ?? null], entry);
  if (isProblem(found)) return refused([found]);

  const { clientId } = found;
  const day = read["visitDate"] as CalendarDay;
  const at = day === dayOf(entry.now) ? entry.now : momentAt(day, 0);
  const consultant = read["consultant"] ?? "";
  const grade = found.grade ?? entry.grade ?? "C";
  const said = { clientId, at, grade, method: "来访", consultant } as const;
  const more = found.visited ? besides(read) : "";
  const talk = read["notes"] === nothing ? undefined : read["notes"];
  const notes =
    more === "" ? read["notes"] : `${talk ?? ""}${talk === undefined ? "" : "\n"}登记内容：${more}`;
  const changes: Change[] = [
    ...found.counters,
    ...(found.visited
      ? []
      : [{ kind: "append", form: "visitors", row: { ...read, clientId } } satisfies Change]),
    ...(hasGradeRow(book, clientId)
      ? []
      : [gradeRowFor(clientId, found.consultant ?? consultant, grade, day, found.remark)]),
    contactFor({ ...said, notes }),
  ];
  const owner = found.consultant ?? "";
  const received = String(consultant);
  const other = found.known && !found.visited && owner !== "" && owner !== received;
  const facts = { client: clientId, owner, consultant: received };
  const { caption } = visitors.fields.consultant;
  const ownHints: readonly Problem[] = [
    ...(other
      ? [finding("callerReceivedByOther", { key: "consultant", caption, value: received, facts })]
      : []),
    ...hintsOf(read, book, entry.today),
  ].map(ofEntry(book, "visitors"));
  const near = found.known ? [] : nearClients(book, "visitors", read);
  const nearby = nearHints(book, "visitors", String(read["name"] ?? ""), near);
  return { ok: true, clientId, changes, hints: [...hints, ...nearby, ...ownHints] };
};

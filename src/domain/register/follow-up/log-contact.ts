/** 跟踪: a contact, and where it moves the client on the ladder (R4). */
import { followUps } from "../../forms/follow-ups";
import { type CalendarDay, dayOf, daysBetween, type Moment } from "../../kit/calendar-day";
import type { ClientNumber } from "../../rules/client-number";
import { isPerfunctory } from "../../rules/completeness";
import { namesReason, reasonKeys } from "../../rules/hopeless-reason";
import { type Grade, type GradeProblem, moveGrade, reach, runsBackwards } from "../../rules/grade";
import type { Change } from "../change";
import { type Cells, readRow } from "../check-row";
import type { Decision } from "../decision";
import { type GradeRow, gradeRowOf, gradeRows, gradeWants, reachChanges } from "../grade-rows";
import { hopelessWaits } from "../ownership/hopeless-waits";
import { finding, type Finding, type Problem } from "../problem";
import { gradeRowFor, lateEntry, ofEntry, refused, sorted } from "../registration";
import { clientAt, textAt } from "../raw-cell";
import { type Row } from "../register";
import type { SiteBook } from "../site";
import { standings } from "../standing";
import { thinness } from "./thin-notes";
import type { Wanted } from "../wanted";

export const contactWants: Wanted = {
  visitors: ["clientId", "name", "consultant"],
  calls: ["clientId", "name", "consultant"],
  grades: gradeWants,
  deals: ["dealId", "status"],
};

/** "live": not refunded, as the sheet's 状态 says (R13); "refunded": none but refunded ones. */
export const dealOf = (book: SiteBook, client: ClientNumber): "live" | "refunded" | undefined => {
  const deals = book.registers.deals;
  let found: "refunded" | undefined;
  for (let index = 0; deals && index < deals.count; index++) {
    if (clientAt(deals, "dealId", index) !== client) continue;
    if (textAt(deals, "status", index) !== "已退房") return "live";
    found = "refunded";
  }
  return found;
};

export const isClient = (book: SiteBook, client: ClientNumber): boolean =>
  standings(book).some(({ clientId }) => clientId === client);

/** The latest day on the ladder, and its grade. */
export const latestStep = ({
  reached,
  grade,
}: GradeRow): { readonly grade: Grade; readonly day: CalendarDay } | undefined => {
  const day = grade && reached[grade];
  return grade === undefined || day === undefined ? undefined : { grade, day };
};

const newGradeAt = { key: "newGrade", caption: followUps.fields.newGrade.caption } as const;

export const gradeProblem = (
  code: GradeProblem,
  from: Grade,
  to: Grade,
  more: Readonly<Record<string, string>> = {},
): Finding => finding(code, { ...newGradeAt, value: to, facts: { from, to, ...more } });

/** What is said for a move: for × a reason of the list has to be there (R10), else anything but 敷衍. */
const reasonFor = (to: Grade, answers: Row, reasons: readonly string[]): string => {
  const notes = String(answers["notes"] ?? "");
  if (to !== "×" || reasons.length === 0) return isPerfunctory(notes) ? "" : notes;
  const said = reasonKeys.map((key) => String(answers[key] ?? "")).join("\n");
  return namesReason(said, reasons) ? said : "";
};

/** The cells that move a client to `to` on a day, or why not (R4); `answers`: consultant, and notes as the reason. */
export const move = (
  book: SiteBook,
  client: ClientNumber,
  row: GradeRow | undefined,
  to: Grade,
  on: CalendarDay,
  answers: Row,
): { readonly changes: readonly Change[]; readonly problems: readonly Finding[] } => {
  const reasons = book.site.lists.hopelessReason;
  const listed = { reasons: reasons.join("、") };
  const reason = reasonFor(to, answers, reasons);
  const latest = row && latestStep(row);
  // Who is on no rung yet needs a reason all the same.
  if (latest === undefined && to === "×" && reason === "")
    return {
      changes: [],
      problems: [finding("hopelessNeedsReason", { ...newGradeAt, value: to, facts: listed })],
    };
  if (row === undefined)
    return { changes: [gradeRowFor(client, answers["consultant"] ?? "", to, on)], problems: [] };
  const after = reach(row.reached, to, on) ?? row.reached;
  if (latest === undefined) return { changes: reachChanges(row, after), problems: [] };
  const deal = dealOf(book, client);
  const problems = moveGrade(latest.grade, to, {
    reason,
    hasDeal: deal === "live",
    ...(deal === "refunded" && { reopenedBy: "refund" as const }),
  }).map((code) => gradeProblem(code, latest.grade, to, code === "hopelessNeedsReason" ? listed : {}));
  if (problems.length > 0 || latest.grade === to) return { changes: [], problems };
  if (runsBackwards(row.reached, on)) {
    const facts = { day: on, grade: latest.grade, latest: latest.day };
    return { changes: [], problems: [finding("reachedRunsBack", { ...newGradeAt, value: to, facts })] };
  }
  return { changes: reachChanges(row, after), problems: [] };
};

/** `answers` as typed: form 4's blanks. 客户等级 keeps the grade at that moment, before it moves. */
export const logContact = (
  book: SiteBook,
  answers: Cells,
  entry: { readonly today: CalendarDay; readonly now: Moment },
): Decision => {
  const reading = readRow(followUps, answers, { site: book.site, today: entry.today, day: entry.today });
  const { errors, hints } = sorted(book, "followUps", reading);
  if (errors.length > 0) return refused(errors);
  const read = reading.answers;
  const place = ofEntry(book, "followUps");
  const clientId = read["clientId"] as ClientNumber;
  if (!isClient(book, clientId)) {
    const unknown = finding("clientUnknown", {
      key: "clientId",
      caption: followUps.fields.clientId.caption,
      value: clientId,
    });
    return refused([place(unknown)]);
  }
  const at = read["contactedAt"] as Moment;
  const day = dayOf(at);
  const row = gradeRowOf(gradeRows(book, entry.today)).get(clientId);
  const to = read["newGrade"];
  const moved =
    to === undefined || to === "/"
      ? { changes: row ? [] : [gradeRowFor(clientId, read["consultant"] ?? "", "C", day)], problems: [] }
      : move(book, clientId, row, to as Grade, day, read);
  if (moved.problems.length > 0) return refused(moved.problems.map(place));

  const late = daysBetween(day, entry.today);
  const own: readonly Finding[] = [
    ...hopelessWaits(book, clientId, entry.today),
    ...thinness(String(read["method"]), read["notes"], "notes", followUps.fields.notes.caption),
    ...(late > 0 ? [lateEntry(day, entry.today, late)] : []),
  ];
  const problems: readonly Problem[] = own.map(place);
  return {
    ok: true,
    clientId,
    changes: [
      {
        kind: "append",
        form: "followUps",
        row: { ...read, ...(row?.grade === undefined ? {} : { grade: row.grade }) },
      },
      ...moved.changes,
    ],
    hints: [...hints, ...problems],
  };
};

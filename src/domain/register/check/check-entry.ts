/** R8 over the registers: how complete a client's record is, and whether the talks say something. */
import { calls } from "../../forms/calls";
import { followUps } from "../../forms/follow-ups";
import { visitors } from "../../forms/visitors";
import { type CalendarDay, daysBetween } from "../../kit/calendar-day";
import type { ClientNumber } from "../../rules/client-number";
import { acquaintance, requiredShare, shareGiven } from "../../rules/completeness";
import { isSaid, needKeys, visitGaps } from "../../rules/visit-discipline";
import { answeredWithin } from "../follow-up/appointments";
import { at, type Depth, type Ground, placed, rowsOf } from "./check-ground";
import { countedBlanks, openBlanks } from "../client/client-completeness";
import { dayAt } from "../day-at";
import { finding, type Finding, type Problem } from "../problem";
import { textAt } from "../raw-cell";
import { isEmptyCell } from "../read-answer";
import { cellAt, type Register, type Row } from "../register";
import { phonesIn } from "../phone-reading";
import type { RegisterReading } from "../register-reading";
import { thinness } from "../follow-up/thin-notes";

const percent = (share: number): number => Math.floor(share * 100);

const incomplete = (register: Register, index: number, row: Row, ground: Ground): readonly Finding[] => {
  const open = openBlanks(register, index);
  const share = shareGiven(countedBlanks.length - open.length, countedBlanks.length);
  if (share === 1) return [];
  const client = row["clientId"] as ClientNumber | undefined;
  const visited = row["visitDate"] as CalendarDay | undefined;
  const history = client === undefined ? undefined : ground.histories.get(client);
  const firstContact = history?.first ?? visited;
  if (firstContact === undefined) return [];
  const known = acquaintance({
    contacts: history?.contacts ?? 1,
    firstContact,
    today: ground.today,
    owner: client !== undefined && ground.gradeOf.get(client)?.grade === "√",
  });
  if (share >= requiredShare[known]) return [];
  const captions = open.join("、");
  const facts = { share: percent(share), required: percent(requiredShare[known]), captions };
  return [finding("incomplete", { facts })];
};

const phoneKeys = ["mobile", "phone"] as const;

const gaps = (register: Register, index: number, row: Row, ground: Ground): readonly Finding[] => {
  const client = row["clientId"] as ClientNumber | undefined;
  const grade = client === undefined ? undefined : ground.gradeOf.get(client)?.grade;
  // Nothing more is asked of those who have bought or have been given up.
  if (grade === "√" || grade === "×") return [];
  const agreed = client !== undefined && ground.histories.get(client)?.agreedNext !== undefined;
  const found = visitGaps({
    phones: phonesIn(
      phoneKeys.map((key) => row[key] ?? null),
      ground.book.site,
    ).length,
    // Without a number nobody can tell what was agreed.
    nextStep: agreed || client === undefined || isSaid(row["nextAppointment"]),
    need: needKeys.some((key) => isSaid(row[key])),
  });
  // A number that cannot be read is a problem of its own.
  const unread = phoneKeys.some(
    (key) => row[key] === undefined && !isEmptyCell(cellAt(register, key, index)),
  );
  return found
    .filter((gap) => !unread || (gap !== "oneNumber" && gap !== "noCallBack"))
    .map((gap) => finding(gap));
};

type Talks = "visitors" | "calls" | "followUps";

/** @param method of contact: how much a talk has to say. */
const thinTalks = (
  { readings }: Ground,
  form: Talks,
  caption: string,
  method: (reading: RegisterReading, index: number) => string,
): readonly Problem[] => {
  const reading = readings.get(form);
  return (reading?.answers.get("notes") ?? []).flatMap((notes, index) =>
    reading === undefined || notes === undefined
      ? []
      : thinness(method(reading, index), notes, "notes", caption).map((each) =>
          placed({ register: reading.register, index }, each),
        ),
  );
};

/** What is still open of a client. */
const openOfVisits = (ground: Ground): readonly Problem[] => {
  const register = ground.book.registers.visitors;
  if (register === undefined) return [];
  return rowsOf(ground, "visitors").flatMap(({ row, index }) =>
    [...incomplete(register, index, row, ground), ...gaps(register, index, row, ground)].map((each) =>
      placed({ register, index }, each),
    ),
  );
};

const came: ReadonlySet<string> = new Set(["已到访", "未到访"]);

/** Nobody has come, or not come, to what is still ahead; it may be put off before. */
const comingAhead = ({ book, today }: Ground): readonly Problem[] => {
  const register = book.registers.invitations;
  return Array.from({ length: register?.count ?? 0 }, (_, index) => index).flatMap((index) => {
    if (register === undefined || !came.has(textAt(register, "result", index))) return [];
    const on = dayAt(register, "invitedFor", index, today);
    return on === undefined || on <= today
      ? []
      : [at({ register, index }, "resultBeforeComing", "result", { facts: { on } })];
  });
};

/** 今日 asks for a result for a week; then only the check does (forms.md 6). */
const unanswered = ({ book, today }: Ground): readonly Problem[] => {
  const register = book.registers.invitations;
  return Array.from({ length: register?.count ?? 0 }, (_, index) => index).flatMap((index) => {
    if (register === undefined || !isEmptyCell(cellAt(register, "result", index))) return [];
    const on = dayAt(register, "invitedFor", index, today);
    const days = on === undefined ? 0 : daysBetween(on, today);
    return on === undefined || days <= answeredWithin
      ? []
      : [at({ register, index }, "invitationUnanswered", "result", { facts: { on, days } })];
  });
};

/** @param depth "faults": what is still open of a client is not asked. */
export const checkEntry = (ground: Ground, depth: Depth): readonly Problem[] => [
  ...thinTalks(ground, "visitors", visitors.fields.notes.caption, () => "来访"),
  ...(depth === "all" ? openOfVisits(ground) : []),
  ...(depth === "all" ? [...comingAhead(ground), ...unanswered(ground)] : []),
  ...thinTalks(ground, "calls", calls.fields.notes.caption, () => "电话"),
  ...thinTalks(ground, "followUps", followUps.fields.notes.caption, (reading, index) =>
    String(reading.answer("method", index) ?? ""),
  ),
];

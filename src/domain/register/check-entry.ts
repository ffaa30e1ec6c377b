/** R8 over the registers: how complete a client's record is, and whether the talks say something. */
import { calls } from "../forms/calls";
import { followUps } from "../forms/follow-ups";
import { visitors } from "../forms/visitors";
import type { CalendarDay } from "../kit/calendar-day";
import type { ClientNumber } from "../rules/client-number";
import { acquaintance, requiredShare, shareGiven } from "../rules/completeness";
import { isSaid, needKeys, visitGaps } from "../rules/visit-discipline";
import { type Depth, type Ground, placed } from "./check-ground";
import { countedBlanks, openBlanks } from "./client-completeness";
import { finding, type Finding, type Problem } from "./problem";
import { isEmptyCell } from "./read-answer";
import { cellAt, type Register, type Row } from "./register";
import { phonesIn } from "./phone-reading";
import { thinness } from "./thin-notes";

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

const overRows = (
  ground: Ground,
  form: "visitors" | "calls" | "followUps",
  look: (row: Row, register: Register, index: number) => readonly Finding[],
): readonly Problem[] => {
  const register = ground.book.registers[form];
  if (register === undefined) return [];
  const problems: Problem[] = [];
  for (const [index, row] of (ground.rows.get(form) ?? []).entries())
    if (row !== undefined)
      for (const each of look(row, register, index)) problems.push(placed({ register, index }, each));
  return problems;
};

/** @param depth "faults": what is still open of a client is not asked. */
export const checkEntry = (ground: Ground, depth: Depth): readonly Problem[] => [
  ...overRows(ground, "visitors", (row, register, index) => [
    ...thinness("来访", row["notes"], "notes", visitors.fields.notes.caption),
    ...(depth === "all" ? incomplete(register, index, row, ground) : []),
    ...(depth === "all" ? gaps(register, index, row, ground) : []),
  ]),
  ...overRows(ground, "calls", (row) => thinness("电话", row["notes"], "notes", calls.fields.notes.caption)),
  ...overRows(ground, "followUps", (row) =>
    thinness(String(row["method"] ?? ""), row["notes"], "notes", followUps.fields.notes.caption),
  ),
];

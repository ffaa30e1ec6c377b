/** 晚例会定级: a new grade in one click, by the same laws as a contact's (R4); the reason goes with today's contact. */
import { followUps } from "../../forms/follow-ups";
import { type CalendarDay, dayOf } from "../../kit/calendar-day";
import type { ClientNumber } from "../../rules/client-number";
import type { Grade } from "../../rules/grade";
import type { Change } from "../change";
import { timeAt } from "../day-at";
import type { Decision } from "../decision";
import { type GradeRow, gradeRowOf, gradeRows, gradeWants } from "../grade-rows";
import { move } from "./log-contact";
import { finding } from "../problem";
import { clientAt, textAt } from "../raw-cell";
import { ofEntry, refused } from "../registration";
import { cellAt, type Register, rowNumber } from "../register";
import type { SiteBook } from "../site";
import type { Wanted } from "../wanted";

export const regradeWants: Wanted = {
  grades: [...gradeWants, "remarks"],
  followUps: ["clientId", "contactedAt", "notes", "newGrade"],
  deals: ["dealId", "status"],
};

export interface Regrade {
  readonly client: ClientNumber;
  readonly to: Grade;
  /** The grade the page showed; nothing where it showed none. */
  readonly from: Grade | undefined;
  /** Empty where none is asked for: one step up. */
  readonly reason: string;
}

/** Today's last contact, in whichever order the rows stand; of two at one time the lower. */
const lastToday = (register: Register, client: ClientNumber, today: CalendarDay): number | undefined => {
  let last: { readonly index: number; readonly at: string } | undefined;
  for (let index = 0; index < register.count; index++) {
    if (clientAt(register, "clientId", index) !== client) continue;
    const at = timeAt(register, "contactedAt", index, today);
    if (at !== undefined && dayOf(at) === today && (last === undefined || at >= last.at))
      last = { index, at };
  }
  return last?.index;
};

/** Today's last contact takes 调整级别, and the reason below its notes; where there is none, 备注情况 the reason. */
const saidOf = (
  { registers }: SiteBook,
  row: GradeRow,
  { client, to, reason }: Regrade,
  today: CalendarDay,
): readonly Change[] => {
  const register = registers.followUps;
  const said = reason.trim();
  const index = register && lastToday(register, client, today);
  if (register && index !== undefined) {
    const notes = textAt(register, "notes", index);
    const set = (key: string, value: string): Change => ({
      kind: "set",
      form: "followUps",
      row: rowNumber(register, index),
      key,
      was: cellAt(register, key, index),
      value,
    });
    return [
      set("newGrade", to),
      ...(said === "" ? [] : [set("notes", `${notes}${notes === "" ? "" : "\n"}定级 ${to}：${said}`)]),
    ];
  }
  if (said === "" || !row.register.columns.has("remarks")) return [];
  const before = textAt(row.register, "remarks", row.index);
  return [
    {
      kind: "set",
      form: "grades",
      row: row.row,
      key: "remarks",
      was: cellAt(row.register, "remarks", row.index),
      value: `${before}${before === "" ? "" : "\n"}${today} 定级 ${to}：${said}`,
    },
  ];
};

export const regrade = (
  book: SiteBook,
  wanted: Regrade,
  entry: { readonly today: CalendarDay },
): Decision => {
  const place = ofEntry(book, "followUps");
  const { client, to, from, reason } = wanted;
  const row = gradeRowOf(gradeRows(book, entry.today)).get(client);
  if (row === undefined) {
    const { caption } = followUps.fields.clientId;
    return refused([place(finding("clientUnknown", { key: "clientId", caption, value: client }))]);
  }
  // workbook.md: what a colleague has written since is not overwritten unseen; the same grade is no matter.
  if (row.grade !== from && row.grade !== to) {
    const { caption } = followUps.fields.newGrade;
    const facts = { client, now: row.grade ?? "—", seen: from ?? "—" };
    return refused([place(finding("gradeOutrun", { key: "newGrade", caption, value: to, facts }))]);
  }
  const moved = move(book, client, row, to, entry.today, { consultant: row.consultant, notes: reason });
  if (moved.problems.length > 0) return refused(moved.problems.map(place));
  const changes = [
    ...moved.changes,
    ...(moved.changes.length > 0 ? saidOf(book, row, wanted, entry.today) : []),
  ];
  return { ok: true, clientId: client, changes, hints: [] };
};

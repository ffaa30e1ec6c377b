/** 完成维护: tasks done, with their record; a contact of its own where one client was spoken to. */
import { careTasks } from "../../forms/care-tasks";
import { type CalendarDay, dayOf, type Moment } from "../../kit/calendar-day";
import { plain } from "../../kit/text";
import type { ClientNumber } from "../../rules/client-number";
import type { Change } from "../change";
import { consents } from "./consents";
import { dayAt } from "../day-at";
import type { Decision } from "../decision";
import { gradeRowOf, gradeRows, gradeWants } from "../grade-rows";
import { finding, type Finding } from "../problem";
import { clientAt, textAt } from "../raw-cell";
import { isEmptyCell } from "../read-answer";
import { ofEntry, refused } from "../registration";
import { cellAt, rowNumber } from "../register";
import type { SiteBook } from "../site";
import { thinness } from "../follow-up/thin-notes";
import type { Wanted } from "../wanted";

export const completeWants: Wanted = {
  careTasks: ["clientId", "reason", "detail", "dueOn", "method", "doneOn", "notes"],
  profiles: ["clientId", "consent"],
  grades: gradeWants,
};

/** Which task: rows may have moved since it was shown. */
export interface CareTaskId {
  readonly client: ClientNumber;
  readonly reason: string;
  readonly detail: string;
  readonly due: CalendarDay;
}

/** 方式 of 老客户维护 as 跟踪记录 calls it; what is sent by post is no contact. */
const contactMethod: ReadonlyMap<string, string> = new Map([
  ["短信", "短信"],
  ["电话", "电话"],
  ["上门", "上门拜访"],
  ["活动", "活动"],
]);

export interface CareDone {
  readonly tasks: readonly CareTaskId[];
  /** 记录; empty where there is nothing to tell. */
  readonly notes: string;
  readonly consultant: string;
}

const idOf = ({ client, reason, detail, due }: CareTaskId): string =>
  [client, reason, detail, due].join("\n");

/**
 * One task done is a contact too and goes to 跟踪记录 when there is a record of it; a greeting sent to many at once
 * is not (002: 重要客户短信最好定制勿群发). A task done already, or of a client who has said no, is refused.
 */
export const completeCare = (
  book: SiteBook,
  done: CareDone,
  entry: { readonly today: CalendarDay; readonly now: Moment },
): Decision => {
  const place = ofEntry(book, "careTasks");
  const register = book.registers.careTasks;
  const wanted = new Set(done.tasks.map(idOf));
  const said = consents(book);
  const notes = plain(done.notes) === "" ? undefined : done.notes.trim();
  const changes: Change[] = [];
  const problems: Finding[] = [];
  let one: { readonly client: ClientNumber; readonly method: string } | undefined;
  for (let index = 0; register && index < register.count; index++) {
    const client = clientAt(register, "clientId", index);
    const due = dayAt(register, "dueOn", index, entry.today);
    if (client === undefined || due === undefined) continue;
    const reason = textAt(register, "reason", index);
    const id = idOf({ client, reason, detail: textAt(register, "detail", index), due });
    if (!wanted.delete(id)) continue;
    const where = { key: "doneOn", caption: careTasks.fields.doneOn.caption, facts: { client, reason } };
    if (!isEmptyCell(cellAt(register, "doneOn", index))) {
      problems.push(finding("careDoneAlready", where));
      continue;
    }
    if (said.get(client) === "no") {
      problems.push(finding("careForNo", where));
      continue;
    }
    one = { client, method: textAt(register, "method", index) };
    const set = (key: string, value: string): Change => ({
      kind: "set",
      form: "careTasks",
      row: rowNumber(register, index),
      key,
      was: cellAt(register, key, index),
      value,
    });
    changes.push(set("doneOn", entry.today), ...(notes === undefined ? [] : [set("notes", notes)]));
  }
  if (wanted.size > 0) problems.push(finding("careTaskGone", { facts: { count: wanted.size } }));
  if (one === undefined || problems.length > 0) return refused(problems.map(place));
  const method = contactMethod.get(one.method);
  if (done.tasks.length > 1 || notes === undefined || method === undefined)
    return { ok: true, clientId: one.client, changes, hints: [] };
  const grade = gradeRowOf(gradeRows(book, entry.today)).get(one.client)?.grade;
  const at = dayOf(entry.now) === entry.today ? entry.now : entry.today;
  return {
    ok: true,
    clientId: one.client,
    changes: [
      ...changes,
      {
        kind: "append",
        form: "followUps",
        row: {
          contactedAt: at,
          clientId: one.client,
          ...(grade === undefined ? {} : { grade }),
          method,
          notes,
          consultant: done.consultant,
        },
      },
    ],
    hints: thinness(method, notes, "notes", careTasks.fields.notes.caption).map(place),
  };
};

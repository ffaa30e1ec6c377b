/** R15 on the day: tasks of 老客户维护 that are open, the latest first. */
import { type CalendarDay, daysBetween } from "../../kit/calendar-day";
import { careOpens } from "../../rules/care-calendar";
import type { ClientNumber } from "../../rules/client-number";
import { consents } from "./consents";
import { dayAt } from "../day-at";
import { gradeRowOf, gradeRows, gradeWants } from "../grade-rows";
import { clientAt, textAt } from "../raw-cell";
import { isEmptyCell } from "../read-answer";
import { namesOf } from "./referrals";
import { cellAt, isBlankRow, rowNumber } from "../register";
import type { SiteBook } from "../site";
import type { Wanted } from "../wanted";

export const careDueWants: Wanted = {
  careTasks: ["clientId", "reason", "detail", "dueOn", "method", "doneOn"],
  profiles: ["clientId", "consent"],
  grades: gradeWants,
  visitors: ["clientId", "name"],
  calls: ["clientId", "name"],
};

export interface OpenCareTask {
  readonly client: ClientNumber;
  readonly name: string;
  /** The client's owner now. */
  readonly consultant: string;
  readonly reason: string;
  readonly detail: string;
  readonly method: string;
  readonly due: CalendarDay;
  /** Has agreed to be contacted; a task of who has not been asked is one that people added, or the call that asks. */
  readonly agreed: boolean;
  /** Nought unless its last day has passed. */
  readonly daysLate: number;
  /** The row of 老客户维护, 1-based. */
  readonly row: number;
}

/** As 首页 counts: tasks whose last day is today or has passed; and those that may be done before it. */
export const careCounts = (
  groups: readonly CareGroup[],
  today: CalendarDay,
): { readonly due: number; readonly early: number } => {
  const tasks = groups.flatMap((group) => group.tasks);
  const due = tasks.filter((task) => task.due <= today).length;
  return { due, early: tasks.length - due };
};

/** A message to many on one day is sent to all at once: 中秋 to every owner. */
export interface CareGroup {
  readonly reason: string;
  readonly detail: string;
  readonly method: string;
  readonly due: CalendarDay;
  readonly daysLate: number;
  readonly tasks: readonly OpenCareTask[];
}

/** Open tasks that may be done today; `/` in 完成日期 closes one too. Nothing for who has said no since it was written. */
export const openCare = (book: SiteBook, today: CalendarDay): readonly OpenCareTask[] => {
  const register = book.registers.careTasks;
  const said = consents(book);
  const names = namesOf(book);
  const grades = gradeRowOf(gradeRows(book, today));
  const found: OpenCareTask[] = [];
  for (let index = 0; register && index < register.count; index++) {
    if (isBlankRow(register, index) || !isEmptyCell(cellAt(register, "doneOn", index))) continue;
    const client = clientAt(register, "clientId", index);
    const due = dayAt(register, "dueOn", index, today);
    if (client === undefined || due === undefined || said.get(client) === "no") continue;
    const reason = textAt(register, "reason", index);
    const method = textAt(register, "method", index);
    if (careOpens(reason, method, due) > today) continue;
    found.push({
      client,
      name: names.get(client) ?? "",
      consultant: grades.get(client)?.consultant ?? "",
      reason,
      detail: textAt(register, "detail", index),
      method,
      due,
      agreed: said.get(client) === "yes",
      daysLate: Math.max(0, daysBetween(due, today)),
      row: rowNumber(register, index),
    });
  }
  return found.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.row - b.row));
};

/** Greetings of one day to several clients as one group; everything else alone. */
export const careGroups = (tasks: readonly OpenCareTask[]): readonly CareGroup[] => {
  const groups = new Map<string, OpenCareTask[]>();
  for (const task of tasks) {
    const together = task.method === "短信" && (task.reason === "节日" || task.reason === "节气");
    const key = together ? [task.due, task.reason, task.detail].join("\n") : String(task.row);
    const group = groups.get(key);
    if (group) group.push(task);
    else groups.set(key, [task]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { reason, detail, method, due, daysLate } = first;
    return [{ reason, detail, method, due, daysLate, tasks: group }];
  });
};

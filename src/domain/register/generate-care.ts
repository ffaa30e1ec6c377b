/** 生成维护事项: what R15 asks for in the days ahead, each task written once. */
import { addDays, type CalendarDay } from "../kit/calendar-day";
import { plain } from "../kit/text";
import { careCalendar, type CareReason, type CareTask } from "../rules/care-calendar";
import type { ClientNumber } from "../rules/client-number";
import type { Change } from "./change";
import type { Decision } from "./decision";
import { ownersOf, ownerWants } from "./owners";
import { problem } from "./problem";
import { clientAt, dayOfCell, textAt } from "./raw-cell";
import { cellAt } from "./register";
import { sheetOf } from "./registration";
import type { SiteBook } from "./site";
import type { Wanted } from "./wanted";

export const generateWants: Wanted = {
  ...ownerWants,
  careTasks: ["clientId", "reason", "detail", "dueOn"],
};

/** How far ahead tasks are written, in days. */
export const careHorizon = 30;

/** The client somebody brought, as 内容 of 转介绍答谢 names them: "答谢介绍 李先生（LY-LI001） 成交". */
export const broughtIn = (detail: string): string | undefined =>
  /\(([A-Z]+-[A-Z]+\d+)\)/u.exec(plain(detail))?.[1];

/**
 * What makes two tasks one: client, 事由, 内容, 应做日期. Who was brought is thanked for once: the name in 内容 may have
 * been a surname only when it was written.
 */
const keyOf = (
  client: ClientNumber,
  reason: string,
  detail: string,
  due: CalendarDay | undefined,
): string => {
  const brought = reason === ("转介绍答谢" satisfies CareReason) ? broughtIn(detail) : undefined;
  return [client, reason, ...(brought === undefined ? [detail, due ?? ""] : [brought])].join("\n");
};

const writtenTasks = ({ registers: { careTasks } }: SiteBook, today: CalendarDay): Set<string> => {
  const found = new Set<string>();
  for (let index = 0; careTasks && index < careTasks.count; index++) {
    const client = clientAt(careTasks, "clientId", index);
    if (client === undefined) continue;
    const due = dayOfCell(cellAt(careTasks, "dueOn", index), today);
    found.add(keyOf(client, textAt(careTasks, "reason", index), textAt(careTasks, "detail", index), due));
  }
  return found;
};

export interface NewCareTask extends CareTask {
  readonly client: ClientNumber;
}

/** Tasks of the days ahead that the register does not have yet, by day, then client. */
export const careToGenerate = (
  book: SiteBook,
  today: CalendarDay,
  horizon: number = careHorizon,
): readonly NewCareTask[] => {
  const { openingOn, handOverOn } = book.site.policies;
  const tasksOf = careCalendar(today, addDays(today, horizon), { openingOn, handOverOn });
  const written = writtenTasks(book, today);
  const found: NewCareTask[] = [];
  for (const [client, owner] of ownersOf(book, today))
    for (const task of tasksOf(owner)) {
      const key = keyOf(client, task.reason, task.detail, task.due);
      if (written.has(key)) continue;
      // Two units bought on one day are thanked for once.
      written.add(key);
      found.push({ client, ...task });
    }
  return found.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.client < b.client ? -1 : 1));
};

export const generateCare = (book: SiteBook, today: CalendarDay, horizon: number = careHorizon): Decision => {
  const tasks = careToGenerate(book, today, horizon);
  const [first] = tasks;
  if (first === undefined)
    return {
      ok: false,
      problems: [
        problem("nothingToGenerate", {
          form: "careTasks",
          sheet: sheetOf(book, "careTasks"),
          facts: { days: horizon },
        }),
      ],
    };
  return {
    ok: true,
    clientId: first.client,
    changes: tasks.map(({ client, reason, detail, due, method }): Change => ({
      kind: "append",
      form: "careTasks",
      row: { clientId: client, reason, detail, dueOn: due, method },
    })),
    hints: [],
  };
};

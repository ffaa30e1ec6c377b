/** R15, each task once: two numbers of one person may have had one and the same task each. */
import type { CalendarDay } from "../../kit/calendar-day";
import { broughtIn, type CareReason } from "../../rules/care-calendar";
import { type ClientNumber, parseClientNumber } from "../../rules/client-number";
import { nothing } from "../../rules/nothing-to-say";
import type { Change } from "../change";
import { dayAt } from "../day-at";
import { isOneTask, type WrittenTask } from "../care/generate-care";
import type { Merging } from "./merge-ground";
import { clientAt, dayOfCell, textAt } from "../raw-cell";
import { isEmptyCell } from "../read-answer";
import { cellAt, rowNumber } from "../register";
import type { SiteBook } from "../site";
import { setCell } from "../sales/unit-standing";

interface Task extends WrittenTask {
  readonly index: number;
  /** Of the number that goes: the client's own, or thanks for having brought them. */
  readonly goes: boolean;
  readonly state: "open" | "done" | "struck";
  /** Somebody has written into 记录. */
  readonly hasWords: boolean;
}

/** Tasks of the two and thanks for having brought them, by whose they will be and 事由. */
const tasksOf = (
  { registers: { careTasks } }: SiteBook,
  { keep, retire }: Merging,
  today: CalendarDay,
): ReadonlyMap<string, readonly Task[]> => {
  const found = new Map<string, Task[]>();
  for (let index = 0; careTasks && index < careTasks.count; index++) {
    const client = clientAt(careTasks, "clientId", index);
    if (client === undefined) continue;
    const reason = textAt(careTasks, "reason", index);
    const detail = textAt(careTasks, "detail", index);
    const brought =
      reason === ("转介绍答谢" satisfies CareReason)
        ? parseClientNumber(broughtIn(detail) ?? "")?.client
        : undefined;
    const named: readonly (ClientNumber | undefined)[] = [client, brought];
    if (!named.includes(keep) && !named.includes(retire)) continue;
    const doneOn = cellAt(careTasks, "doneOn", index);
    const theirs = client === retire ? keep : client;
    const tasks = found.get(`${theirs} ${reason}`) ?? [];
    tasks.push({
      index,
      reason,
      detail: brought === retire ? detail.replace(retire, keep) : detail,
      due: dayAt(careTasks, "dueOn", index, today),
      goes: named.includes(retire),
      state: isEmptyCell(doneOn) ? "open" : dayOfCell(doneOn, today) === undefined ? "struck" : "done",
      hasWords: !isEmptyCell(cellAt(careTasks, "notes", index)),
    });
    found.set(`${theirs} ${reason}`, tasks);
  }
  return found;
};

/** Of two that are one the open one without words of people goes; of two such, that of the number that goes. */
const setAsideOf = (stays: Task, goes: Task): Task | undefined =>
  stays.state === "struck" || goes.state === "struck"
    ? undefined
    : [goes, stays].find(({ state, hasWords }) => state === "open" && !hasWords);

/** What is set aside is struck out with `/`, which closes a task, and says why; no row goes. */
export const careOnce = (book: SiteBook, merging: Merging, today: CalendarDay): readonly Change[] => {
  const { careTasks } = book.registers;
  if (careTasks === undefined) return [];
  const words = `${today} 合并：${merging.retire} 并入 ${merging.keep}，同一事项另有一行`;
  return [...tasksOf(book, merging, today).values()].flatMap((tasks) => {
    const staying = tasks.filter(({ goes }) => !goes);
    return tasks
      .filter(({ goes }) => goes)
      .flatMap((each): readonly Change[] => {
        const same = staying.find((other) => isOneTask(other, each));
        const aside = same && setAsideOf(same, each);
        if (same === undefined || aside === undefined) return [];
        staying.splice(staying.indexOf(same), 1);
        const place = { register: careTasks, index: aside.index, row: rowNumber(careTasks, aside.index) };
        return [
          ...setCell("careTasks", place, "doneOn", nothing),
          ...setCell("careTasks", place, "notes", words),
        ];
      });
  });
};

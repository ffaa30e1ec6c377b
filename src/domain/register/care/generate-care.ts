/** 生成维护事项: what R15 asks for in the days ahead, each task written once. */
import { addDays, type CalendarDay, daysBetween } from "../../kit/calendar-day";
import { plain } from "../../kit/text";
import { broughtIn, careCalendar, type CareReason, type CareTask } from "../../rules/care-calendar";
import type { ClientNumber } from "../../rules/client-number";
import { careOfGivenBack, givenBackWants } from "./care-given-back";
import type { Change } from "../change";
import { dayAt } from "../day-at";
import type { Decision } from "../decision";
import { ownersOf, ownerWants, type UnaskedOwner, unaskedOf } from "./owners";
import { problem, type Problem } from "../problem";
import { clientAt, textAt } from "../raw-cell";
import { sheetOf } from "../registration";
import type { SiteBook } from "../site";
import type { Wanted } from "../wanted";

export const generateWants: Wanted = {
  ...ownerWants,
  ...givenBackWants,
};

/** How far ahead tasks are written, in days. */
export const careHorizon = 30;

/** A task as it stands in 老客户维护: people may have put its words or its day right. */
interface Written {
  readonly detail: string;
  readonly due: CalendarDay | undefined;
}

/** Within so many days tasks of one 事由 are one: the deal's day, the birthday or the grade was corrected since. */
const sameWithin: Readonly<Record<CareReason, number>> = {
  成交次日: 14,
  电影周: 14,
  答谢饭局: 14,
  样板区活动: 14,
  生日: 90,
  结婚纪念日: 90,
  节日: 14,
  节气: 7,
  交房: 14,
  转介绍答谢: Infinity,
};

/** What is told apart; without a day where a row's 应做日期 is not to be read. */
type Asked = Pick<CareTask, "reason" | "detail"> & Pick<Written, "due">;

/** The word in 内容 that tells two tasks of one 事由 apart; nothing where the day alone does. */
const tellingWord = ({ reason, detail }: Asked): string => {
  if (reason === "节日" || reason === "节气") return detail.replace(/祝福$|健康提醒$/u, "");
  return reason === "转介绍答谢" ? detail : "";
};

/** Words of which a task of that 事由 has either, or none. */
const eitherWord: Readonly<Partial<Record<CareReason, string>>> = { 生日: "配偶", 样板区活动: "开盘" };

/** R15: each task once. */
const isSame = (written: Written, task: Asked): boolean => {
  const brought = task.reason === "转介绍答谢" ? broughtIn(task.detail) : undefined;
  if (brought !== undefined) return broughtIn(written.detail) === brought;
  const within = sameWithin[task.reason];
  if (!plain(written.detail).includes(plain(tellingWord(task)))) return false;
  const either = eitherWord[task.reason];
  if (either !== undefined && written.detail.includes(either) !== task.detail.includes(either)) return false;
  return (
    within === Infinity ||
    (written.due !== undefined &&
      task.due !== undefined &&
      Math.abs(daysBetween(written.due, task.due)) <= within)
  );
};

/** A row of 老客户维护 as it stands. */
export interface WrittenTask extends Written {
  readonly reason: string;
}

/** Tasks that follow a deal: of two deals within those days each has its own. */
const ofDeals: readonly string[] = ["成交次日", "电影周", "答谢饭局"] satisfies readonly CareReason[];

const isReason = (text: string): text is CareReason => Object.hasOwn(sameWithin, text);

/** Of two rows of one person, whether they are one task: by the day where a deal asks for it, else as they are once written. */
export const isOneTask = (one: WrittenTask, { reason, detail, due }: WrittenTask): boolean => {
  if (one.reason !== reason || !isReason(reason)) return false;
  if (ofDeals.includes(reason)) return due !== undefined && one.due === due;
  return isSame(one, { reason, detail, due });
};

const apart = ({ due }: Written, task: CareTask): number =>
  due === undefined ? Infinity : Math.abs(daysBetween(due, task.due));

const nearest = (written: readonly Written[], task: CareTask): Written | undefined =>
  written.reduce<Written | undefined>(
    (best, each) => (best === undefined || apart(each, task) < apart(best, task) ? each : best),
    undefined,
  );

/** Two units bought on one day are thanked for once. */
const once = (tasks: readonly CareTask[]): readonly CareTask[] => [
  ...new Map(
    tasks.map((task) => [
      [task.reason, broughtIn(task.detail) ?? `${task.detail} ${task.due}`].join(" "),
      task,
    ]),
  ).values(),
];

/** By client and 事由. */
type WrittenTasks = Map<string, Written[]>;

const write = (tasks: WrittenTasks, client: ClientNumber, reason: string, task: Written): void => {
  const key = `${client} ${reason}`;
  const known = tasks.get(key);
  if (known) known.push(task);
  else tasks.set(key, [task]);
};

/** What was written for a deal given back stands for no other. */
const writtenTasks = (book: SiteBook, today: CalendarDay): WrittenTasks => {
  const { careTasks } = book.registers;
  const found: WrittenTasks = new Map();
  const isGivenBack = careOfGivenBack(book, today);
  for (let index = 0; careTasks && index < careTasks.count; index++) {
    const client = clientAt(careTasks, "clientId", index);
    if (client === undefined || isGivenBack(careTasks, index)) continue;
    const due = dayAt(careTasks, "dueOn", index, today);
    write(found, client, textAt(careTasks, "reason", index), {
      detail: textAt(careTasks, "detail", index),
      due,
    });
  }
  return found;
};

export interface NewCareTask extends CareTask {
  readonly client: ClientNumber;
}

export interface CareAhead {
  /** Those the register does not have yet, by day, then client. */
  readonly tasks: readonly NewCareTask[];
  /** Who may not be contacted until somebody has asked them, by client. */
  readonly unasked: readonly UnaskedOwner[];
}

export const careAhead = (book: SiteBook, today: CalendarDay, horizon: number = careHorizon): CareAhead => {
  const { openingOn, handOverOn } = book.site.policies;
  const tasksOf = careCalendar(today, addDays(today, horizon), { openingOn, handOverOn });
  const written = writtenTasks(book, today);
  const found: NewCareTask[] = [];
  const owners = ownersOf(book, today);
  for (const [client, owner] of owners)
    for (const task of once(tasksOf(owner))) {
      const known = written.get(`${client} ${task.reason}`) ?? [];
      const same = nearest(
        known.filter((each) => isSame(each, task)),
        task,
      );
      // A task in the register stands for one: the deal of a week later has its own.
      if (same === undefined) found.push({ client, ...task });
      else known.splice(known.indexOf(same), 1);
    }
  return {
    tasks: found.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.client < b.client ? -1 : 1)),
    unasked: unaskedOf(book, owners, today),
  };
};

const mostNamed = 5;

/** How many are not written for, and who: the register would look finished without them. */
const unaskedProblems = (book: SiteBook, unasked: readonly UnaskedOwner[]): readonly Problem[] => {
  if (unasked.length === 0) return [];
  const names = unasked.slice(0, mostNamed).map(({ name, client }) => name || client);
  return [
    problem("ownersUnasked", {
      form: "careTasks",
      sheet: sheetOf(book, "careTasks"),
      facts: {
        count: unasked.length,
        names: names.join("、") + (unasked.length > mostNamed ? "…" : ""),
      },
    }),
  ];
};

export const generateCare = (book: SiteBook, today: CalendarDay): Decision => {
  const { tasks, unasked } = careAhead(book, today);
  const toAsk = unaskedProblems(book, unasked);
  const [first] = tasks;
  if (first === undefined)
    return {
      ok: false,
      problems: [
        problem("nothingToGenerate", {
          form: "careTasks",
          sheet: sheetOf(book, "careTasks"),
          facts: { days: careHorizon },
        }),
        ...toAsk,
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
    hints: toAsk,
  };
};

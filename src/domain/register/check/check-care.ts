/**
 * R15, R17: tasks still open for who has said no, or for a deal given back; tasks without a day; one task twice; a
 * second profile of one client; weights that are not 100 in all, and scores without a signal.
 */
import { intentScores } from "../../forms/intent-scores";
import { signals } from "../../forms/settings";
import { fullScore, weightsTotal } from "../../rules/intent";
import type { CalendarDay } from "../../kit/calendar-day";
import { nothing } from "../../rules/nothing-to-say";
import { checkGivenBack } from "../care/care-given-back";
import { at, type Ground } from "./check-ground";
import { consents } from "../care/consents";
import { dayAt } from "../day-at";
import { signalKeys } from "../follow-up/intent-standing";
import { isOneTask, type WrittenTask } from "../care/generate-care";
import { type Problem, problem } from "../problem";
import { clientAt, textAt } from "../raw-cell";
import { isEmptyCell } from "../read-answer";
import { cellAt, type Register, rowNumber } from "../register";
import { setCell } from "../sales/unit-standing";

const weightsOff = ({ book }: Ground): readonly Problem[] => {
  const { weights } = book.site.policies;
  const place = { form: "signals", sheet: signals.sheet } as const;
  const wrong = Object.entries(weights).filter(([, weight]) => weight < 0 || weight > fullScore);
  const sum = weightsTotal(weights);
  return [
    ...wrong.map(([key, weight]) =>
      problem("weightOutOfRange", {
        ...place,
        facts: { signal: intentScores.fields[key as keyof typeof intentScores.fields].caption, weight },
      }),
    ),
    ...(sum === fullScore ? [] : [problem("weightsNotHundred", { ...place, facts: { sum } })]),
  ];
};

/** The sheet leaves 得分 blank, and nobody takes it for the client's latest. */
const scoresOfNothing = ({ book: { registers } }: Ground): readonly Problem[] => {
  const register = registers.intentScores;
  const found: Problem[] = [];
  for (let index = 0; register && index < register.count; index++) {
    const isScored = signalKeys.some((key) => !isEmptyCell(cellAt(register, key, index)));
    if (isScored || clientAt(register, "clientId", index) === undefined) continue;
    found.push({ ...at({ register, index }, "noSignal", signalKeys[0] ?? ""), severity: "hint" });
  }
  return found;
};

const tasksOfNo = ({ book }: Ground): readonly Problem[] => {
  const register = book.registers.careTasks;
  if (register === undefined) return [];
  const said = consents(book);
  const found: Problem[] = [];
  for (let index = 0; index < register.count; index++) {
    const client = clientAt(register, "clientId", index);
    if (client === undefined || said.get(client) !== "no") continue;
    if (isEmptyCell(cellAt(register, "doneOn", index)))
      found.push(at({ register, index }, "careOfNo", "clientId", { facts: { client } }));
  }
  return found;
};

/** Of a task that people add themselves: nobody is reminded of it. */
const tasksOfNoDay = ({ book }: Ground): readonly Problem[] => {
  const register = book.registers.careTasks;
  if (register === undefined) return [];
  const found: Problem[] = [];
  for (let index = 0; index < register.count; index++)
    if (
      clientAt(register, "clientId", index) !== undefined &&
      ["dueOn", "doneOn"].every((key) => isEmptyCell(cellAt(register, key, index)))
    )
      found.push(at({ register, index }, "careWithoutDay", "dueOn"));
  return found;
};

interface OpenTask extends WrittenTask {
  readonly index: number;
}

/** Open tasks of one client, 事由 and day, by these. */
const openTasks = (register: Register, today: CalendarDay): readonly (readonly OpenTask[])[] => {
  const found = new Map<string, OpenTask[]>();
  for (let index = 0; index < register.count; index++) {
    const client = clientAt(register, "clientId", index);
    const due = dayAt(register, "dueOn", index, today);
    if (client === undefined || due === undefined || !isEmptyCell(cellAt(register, "doneOn", index)))
      continue;
    const reason = textAt(register, "reason", index);
    const key = `${client} ${due} ${reason}`;
    const task = { index, reason, detail: textAt(register, "detail", index), due };
    const others = found.get(key);
    if (others) others.push(task);
    else found.set(key, [task]);
  }
  return [...found.values()];
};

/** As former versions left them when two numbers of one person were merged: the one without words of people goes. */
const tasksTwice = ({ book, today }: Ground): readonly Problem[] => {
  const register = book.registers.careTasks;
  if (register === undefined) return [];
  const noted = ({ index }: OpenTask): boolean => !isEmptyCell(cellAt(register, "notes", index));
  return openTasks(register, today).flatMap((tasks) => {
    const kept: OpenTask[] = [];
    return tasks.flatMap((task): readonly Problem[] => {
      const same = kept.findIndex((other) => isOneTask(other, task));
      const other = kept[same];
      if (other === undefined) {
        kept.push(task);
        return [];
      }
      const [aside, stays] = noted(task) && !noted(other) ? [other, task] : [task, other];
      kept[same] = stays;
      const place = { register, index: aside.index, row: rowNumber(register, aside.index) };
      const fix = noted(aside)
        ? []
        : [
            ...setCell("careTasks", place, "doneOn", nothing),
            ...setCell("careTasks", place, "notes", `${today} 校验：同一事项另有一行`),
          ];
      return [
        at(place, "careTwice", "doneOn", {
          facts: {
            client: textAt(register, "clientId", aside.index),
            reason: aside.reason,
            other: rowNumber(register, stays.index),
          },
          ...(fix.length > 0 && { fix }),
        }),
      ];
    });
  });
};

const profilesTwice = ({ book }: Ground): readonly Problem[] => {
  const register = book.registers.profiles;
  if (register === undefined) return [];
  const first = new Map<string, number>();
  const found: Problem[] = [];
  for (let index = 0; index < register.count; index++) {
    const client = clientAt(register, "clientId", index);
    if (client === undefined) continue;
    const other = first.get(client);
    if (other === undefined) first.set(client, index);
    else
      found.push(
        at({ register, index }, "profileTwice", "clientId", { facts: { other: rowNumber(register, other) } }),
      );
  }
  return found;
};

export const checkCare = (ground: Ground): readonly Problem[] => [
  ...weightsOff(ground),
  ...scoresOfNothing(ground),
  ...tasksOfNo(ground),
  ...tasksOfNoDay(ground),
  ...tasksTwice(ground),
  ...checkGivenBack(ground),
  ...profilesTwice(ground),
];

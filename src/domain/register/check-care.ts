/** R15, R17: tasks still open for who has said no; a second profile of one client; weights that are not 100 in all. */
import { intentScores } from "../forms/intent-scores";
import { signals } from "../forms/settings";
import { fullScore, weightsTotal } from "../rules/intent";
import { at, type Ground } from "./check-ground";
import { consents } from "./consents";
import { type Problem, problem } from "./problem";
import { clientAt } from "./raw-cell";
import { isEmptyCell } from "./read-answer";
import { cellAt, rowNumber } from "./register";

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
  ...tasksOfNo(ground),
  ...profilesTwice(ground),
];

/** 客户档案, 老客户维护, 意向评分: owners looked after (R15), clients weighed (R17). */
import { intentScores } from "../../../domain/forms/intent-scores";
import { houseWeights } from "../../../domain/register/settings/policies";
import { agreed, refusingAlone, refusingAnywhere } from "../../../domain/rules/consent";
import { all, own } from "../references";
import { clientName, lateness, ofClient, ownerNow } from "./parts";
import { fullWidth, trimmed } from "./says-no";

const task = own("careTasks", "clientId");

const strings = (words: readonly string[]): string => `{${words.map((word) => `"${word}"`).join(",")}}`;

/**
 * Whether a row of the client says no, by the domain's words: a no in any row counts. Most say 是 or nothing, and are not
 * asked further: the words are looked for in all of 客户档案.
 */
const refused = (): string => {
  const [clients, consent] = [all("profiles", "clientId"), all("profiles", "consent")];
  const rows = `COUNTIFS(${clients},${task},${consent}`;
  const anywhere = `SUMPRODUCT(${rows},${strings(refusingAnywhere.map((word) => `*${word}*`))}))`;
  const words = new Set(
    refusingAlone.flatMap((word) => [word, fullWidth(word), fullWidth(word.toUpperCase())]),
  );
  // Compared and not looked up: a `*` in a cell would be found in any word.
  const alone = `SUMPRODUCT((${clients}=${task})*(${trimmed(consent)}=${strings([...words])}))`;
  return `IF(${rows},"<>${agreed}",${consent},"<>")=0,FALSE,${anywhere}+${alone}>0)`;
};

/** 已完成, whatever stands in 完成日期; 不联系 for who wants no messages; else 逾期n天, 今日, 未到期. */
const taskStatus = (): string => {
  const due = own("careTasks", "dueOn");
  return (
    `=IF(${task}="","",IF(${own("careTasks", "doneOn")}<>"","已完成",IF(${refused()},"不联系",` +
    `IF(ISNUMBER(${due}),${lateness(due)},""))))`
  );
};

type Signal = keyof typeof houseWeights;
const signalKeys = Object.keys(houseWeights) as readonly Signal[];
const [firstSignal, lastSignal] = [signalKeys[0] ?? "likesProduct", signalKeys.at(-1) ?? "likesArea"];

/** As 设置 weighs the signal; where its row is gone or empty, as the house does. */
const weight = (signal: Signal): string => {
  const { caption } = intentScores.fields[signal];
  const row = `${all("signals", "signal")},"${caption}"`;
  const weights = all("signals", "weight");
  return `IF(COUNTIFS(${row},${weights},">=0")=0,${houseWeights[signal]},SUMIFS(${weights},${row}))`;
};

/** The weights of what was answered 是; nothing until something is answered 是 or 否. */
const score = (): string => {
  const answers = `${own("intentScores", firstSignal)}:${own("intentScores", lastSignal)}`;
  const points = signalKeys.map((key) => `(${own("intentScores", key)}="是")*${weight(key)}`).join("+");
  return `=IF(COUNTIF(${answers},"是")+COUNTIF(${answers},"否")=0,"",${points})`;
};

const suggested = (): string => {
  const points = own("intentScores", "score");
  return `=IF(${points}="","",IF(${points}>=90,"A",IF(${points}>=70,"B",IF(${points}>=60,"C","D"))))`;
};

export const careFormulas = {
  profiles: { name: ofClient(own("profiles", "clientId"), clientName) },
  careTasks: {
    name: ofClient(task, clientName),
    consultant: ofClient(task, ownerNow),
    status: taskStatus(),
  },
  intentScores: {
    name: ofClient(own("intentScores", "clientId"), clientName),
    score: score(),
    suggested: suggested(),
  },
};

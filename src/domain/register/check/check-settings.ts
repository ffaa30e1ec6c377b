/** 设置 and 字典 as the rules need them: R5's table of days, policies that are on their lists, choices that rules go by. */
import { listKeys, lists, ruledChoices } from "../../forms/lists";
import { settings } from "../../forms/settings";
import { plain } from "../../kit/text";
import { at, type Ground } from "./check-ground";
import { checkLeavers } from "./check-leavers";
import { type Problem, problem } from "../problem";
import { textAt } from "../raw-cell";
import { cellAt, isBlankRow, type Register } from "../register";

const settingsSheet = "设置";
const dictionarySheet = "字典";
const mostDays = 365;

/** A rule that looks for 认购 finds nothing where the list says 已认购. */
const missingChoices = ({ book: { site } }: Ground): readonly Problem[] =>
  listKeys.flatMap((key) => {
    const there = new Set(site.lists[key].map(plain));
    return (ruledChoices[key] ?? [])
      .filter((choice) => !there.has(plain(choice)))
      .map((choice) =>
        problem("ruledChoiceGone", {
          form: "settingLines",
          sheet: dictionarySheet,
          caption: lists[key].title,
          facts: { choice, list: lists[key].title },
        }),
      );
  });

const unknownPolicies = ({ book: { site } }: Ground): readonly Problem[] =>
  (["policy", "grading", "ownership"] as const).flatMap((key) => {
    const value = key === "policy" ? site.policy : site.policies[key];
    const known: readonly string[] = lists[key].choices;
    if (known.includes(value)) return [];
    const facts = { choices: known.join("、"), used: "000" };
    return [
      problem("policyUnknown", {
        form: "settingLines",
        sheet: settingsSheet,
        caption: settings[key],
        value,
        facts,
      }),
    ];
  });

const dayKeys = ["first", "earliest", "latest"] as const;

const daysAt = (register: Register, key: (typeof dayKeys)[number], index: number): number | undefined => {
  const cell = cellAt(register, key, index);
  return typeof cell === "number" && Number.isInteger(cell) && cell >= 0 && cell <= mostDays
    ? cell
    : undefined;
};

/** R5: 000 stands in for what is no number of days; days the wrong way round make a client due before they open. */
const wrongDays = ({ book }: Ground): readonly Problem[] => {
  const register = book.registers.cadence;
  if (register === undefined) return [];
  const found: Problem[] = [];
  for (let index = 0; index < register.count; index++) {
    if (isBlankRow(register, index)) continue;
    const row = { register, index };
    const facts = { policy: textAt(register, "policy", index), grade: textAt(register, "grade", index) };
    for (const key of dayKeys)
      if (daysAt(register, key, index) === undefined) {
        const isNumber = typeof cellAt(register, key, index) === "number";
        const code = isNumber ? "oddDaysOfCadence" : "notDaysOfCadence";
        found.push(at(row, code, key, { facts: { ...facts, most: mostDays } }));
      }
    const [earliest, latest] = [daysAt(register, "earliest", index), daysAt(register, "latest", index)];
    if (earliest !== undefined && latest !== undefined && earliest > latest)
      found.push(at(row, "cadenceBackwards", "earliest", { facts: { ...facts, earliest, latest } }));
  }
  return found;
};

export const checkSettings = (ground: Ground): readonly Problem[] => [
  ...wrongDays(ground),
  ...unknownPolicies(ground),
  ...missingChoices(ground),
  ...checkLeavers(ground),
];

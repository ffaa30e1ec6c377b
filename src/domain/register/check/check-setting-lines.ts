/** 设置 line by line (R5, R9, R14, R20): what is filled and not understood is told, with what is used instead. */
import { settings } from "../../forms/settings";
import { dayOfSerial, serialOfDay } from "../../kit/calendar-day";
import { readDay } from "../../kit/read-day";
import { plain } from "../../kit/text";
import { lists } from "../../forms/lists";
import { isNothing } from "../../rules/nothing-to-say";
import { settingKinds, type AmendableSetting, yearlessSetting } from "../settings/amend-settings";
import type { Change } from "../change";
import { at, type Ground } from "./check-ground";
import { policyNamed } from "../settings/policies";
import { type Problem, problem } from "../problem";
import { textAt } from "../raw-cell";
import { type Answer, cellAt, isBlankRow, type RawCell, type Register, rowNumber } from "../register";
import { type SettingLine, settingLinesOf } from "../settings/setting-lines";
import type { ProblemCode } from "../wording";

/** Lines of days that are policies of the same name. */
type DaysKey = {
  [Key in AmendableSetting]: (typeof settingKinds)[Key] extends "days" ? Key : never;
}[AmendableSetting];

type Line = SettingLine & { readonly key: AmendableSetting };

const told = (
  { register, index, key }: Line,
  code: ProblemCode,
  facts: Readonly<Record<string, Answer>>,
  becomes?: string | number,
): Problem => {
  const was = cellAt(register, "value", index);
  const fix: readonly Change[] =
    becomes === undefined
      ? []
      : [
          {
            kind: "set",
            form: "settingLines",
            row: rowNumber(register, index),
            key: "value",
            was,
            value: becomes,
          },
        ];
  const more = fix.length > 0 ? { facts, fix } : { facts };
  return { ...at({ register, index }, code, "value", more), caption: settings[key] };
};

const daysSaid = (line: Line, said: string, used: number | undefined): readonly Problem[] => {
  if (/^\d{1,4}$/u.test(said)) return [];
  const [, days] = /^(\d{1,4})\s*[天日]$/u.exec(said) ?? [];
  const facts = { value: said, used: used ?? "", write: "0–3650" };
  const code = used === undefined ? "settingAsUnset" : "settingNotRead";
  return [told(line, code, facts, days === undefined ? undefined : Number(days))];
};

const daySaid = (line: Line, said: string, cell: RawCell, today: Ground["today"]): readonly Problem[] => {
  if (typeof cell === "number" && dayOfSerial(cell) !== undefined) return [];
  const read =
    typeof cell === "number" ? undefined : readDay(said, { today, yearless: yearlessSetting(line.key) });
  return read?.ok === true
    ? [told(line, "settingDayIsText", { value: said, reads: read.value }, serialOfDay(read.value))]
    : [told(line, "settingAsUnset", { value: said, write: today })];
};

/** "000" that lost its text format: the program reads it, the sheet's formulas do not. */
const choiceSaid = (line: Line, said: string, cell: RawCell): readonly Problem[] => {
  const text = policyNamed(said);
  const known = line.key === "policy" || line.key === "grading" || line.key === "ownership";
  if (typeof cell !== "number" || !known) return [];
  const choices: readonly string[] = lists[line.key].choices;
  return choices.includes(text) ? [told(line, "policyIsNumber", { value: said, write: text }, text)] : [];
};

const lineProblems = (line: Line, { book: { site }, today }: Ground): readonly Problem[] => {
  const { register, index, key } = line;
  const cell = cellAt(register, "value", index);
  const said = plain(textAt(register, "value", index));
  if (said === "" || isNothing(said)) return [];
  switch (settingKinds[key]) {
    case "days":
      return daysSaid(line, said, site.policies[key as DaysKey]);
    case "day":
      return daySaid(line, said, cell, today);
    case "yesNo": {
      const used = key === "maskPhones" ? "是" : "否";
      const understood = said === "是" || said === "否";
      return understood ? [] : [told(line, "settingNotRead", { value: said, used, write: "是 / 否" })];
    }
    case "choice":
      return choiceSaid(line, said, cell);
    case "letters":
      return /^[A-Z]{2}$/iu.test(said) ? [] : [told(line, "settingAsUnset", { value: said, write: "LY" })];
    case "areaCode":
      return /^0\d{2,3}$/u.test(said) ? [] : [told(line, "areaCodeWrong", { value: said })];
    case "text":
      return [];
  }
};

const lineFaults = (ground: Ground): readonly Problem[] =>
  settingLinesOf(ground.book).flatMap(({ key, ...line }) =>
    key === "today" ? [] : lineProblems({ ...line, key }, ground),
  );

const rosterFaults = ({ book }: Ground): readonly Problem[] => {
  const register = book.registers.consultants;
  const found: Problem[] = [];
  const names = new Set<string>();
  for (let index = 0; register !== undefined && index < register.count; index++) {
    const name = plain(textAt(register, "name", index));
    if (name === "" || isNothing(name)) continue;
    if (names.has(name)) found.push(at({ register, index }, "consultantTwice", "name"));
    names.add(name);
    const active = plain(textAt(register, "active", index));
    if (active !== "" && !isNothing(active) && active !== "是" && active !== "否")
      found.push(at({ register, index }, "activeNotRead", "active"));
  }
  return found;
};

const paced = ["A", "B", "C"] as const;

const policyAt = (register: Register, index: number): string =>
  policyNamed(plain(textAt(register, "policy", index)));

const cadenceFaults = ({ book: { site, registers } }: Ground): readonly Problem[] => {
  const register = registers.cadence;
  if (register === undefined) return [];
  const rows = Array.from({ length: register.count }, (_, index) => index).filter(
    (index) => !isBlankRow(register, index),
  );
  const gradeAt = (index: number): string => plain(textAt(register, "grade", index)).toUpperCase();
  const missing = paced.filter(
    (grade) => !rows.some((index) => policyAt(register, index) === site.policy && gradeAt(index) === grade),
  );
  const known = (lists.policy.choices as readonly string[]).includes(site.policy) && site.policy !== "000";
  return [
    ...(known ? missing : []).map((grade) =>
      problem("cadenceRowMissing", {
        form: "cadence",
        sheet: register.sheet,
        facts: { policy: site.policy, grade },
      }),
    ),
    ...rows
      .filter((index) => gradeAt(index) !== "" && !paced.some((grade) => grade === gradeAt(index)))
      .map((index) => at({ register, index }, "cadenceGradeNotCounted", "grade")),
  ];
};

export const checkSettingLines = (ground: Ground): readonly Problem[] => [
  ...lineFaults(ground),
  ...rosterFaults(ground),
  ...cadenceFaults(ground),
];

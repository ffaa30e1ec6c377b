/** Where a site's settings and choice lists stand in its workbook, and how to read them back. */
import { columnLetters } from "../../book/address";
import { type ListKey, listKeys, lists } from "../../domain/forms/lists";
import type { FormKey } from "../../domain/forms/index";
import { type SettingKey, settingKeys, settings } from "../../domain/forms/settings";
import { intentScores } from "../../domain/forms/intent-scores";
import { calendarDay, dayOfSerial } from "../../domain/kit/calendar-day";
import { plain } from "../../domain/kit/text";
import { isNothing } from "../../domain/rules/nothing-to-say";
import { matchChoices } from "../../domain/register/match-choice";
import { housePolicies, type Policies, policyNamed } from "../../domain/register/settings/policies";
import { cellAt, type RawCell, type Register } from "../../domain/register/register";
import type { CadenceRow, Consultant, Occasion, Site } from "../../domain/register/site";
import { cadences } from "../../domain/rules/follow-up-due";

export const homeSheet = "首页";
export const settingsSheet = "设置";
export const dictionarySheet = "字典";

export { type SettingKey, settingKeys, settings };

/** The sheet's row (0 is row 1) of the first setting; the others follow. */
export const firstSettingRow = 4;
export const settingCell = (key: SettingKey): string =>
  `${settingsSheet}!$B$${firstSettingRow + settingKeys.indexOf(key) + 1}`;

/** 字典: titles in row 3, the choices below, `/` first. 200 of them at most. */
export const dictionaryHeaderRow = 2;
const mostChoices = 200;

export const listName = (key: ListKey): string => `列表_${lists[key].title}`;
export const rosterName = "置业顾问";
/** The filled part of 销控表's 房源编号 and of 活动's 名称, for drop-downs. */
export const referredNames = { units: "房源列表", events: "活动列表" } as const;
/** Each digit, half and full width, as an array: rules may not hold one themselves. */
export const digitsName = "数字";
export const digitsArray = `={${[..."0123456789０１２３４５６７８９"].map((digit) => `"${digit}"`).join(";")}}`;
/** The chosen policy's table, a row a grade: 级别, 首次, 最早, 最迟. */
export const paceName = "现行周期";

/**
 * A column of choices down to its last filled cell; never empty, and it follows when people add some. A choice cleared
 * from the middle hides none below it. No volatile function.
 */
export const growingList = (sheet: string, column: number, firstRow: number): string => {
  const letters = columnLetters(column);
  const from = `${sheet}!$${letters}$${firstRow + 1}`;
  const all = `${from}:$${letters}$${firstRow + mostChoices}`;
  return `=${from}:INDEX(${all},SUMPRODUCT(MAX(1,(${all}<>"")*(ROW(${all})-ROW(${from})+1))))`;
};

type Cells = readonly (readonly RawCell[])[];

export interface SiteCells {
  /** The used range of 设置. */
  readonly settings: Cells;
  /** The used range of 字典. */
  readonly dictionary: Cells;
  /** consultants, cadence, signals, events and counters, as far as they were found. */
  readonly registers: Readonly<Partial<Record<FormKey, Register>>>;
}

const textOf = (cell: RawCell | undefined): string =>
  cell === null || cell === undefined ? "" : plain(String(cell));

/** As people wrote it, for what must be found again letter by letter. */
export const trimmed = (cell: RawCell | undefined): string =>
  cell === null || cell === undefined ? "" : String(cell).trim();

/** The cell to the right of the caption, wherever people have moved it. */
const cellBeside = (cells: Cells, caption: string): RawCell => {
  for (const row of cells) {
    const at = row.findIndex((cell) => textOf(cell) === caption);
    if (at >= 0) return row[at + 1] ?? null;
  }
  return null;
};

const settingBeside = (cells: Cells, caption: string): string => textOf(cellBeside(cells, caption));

const titles = new Set(listKeys.map((key): string => lists[key].title));

/** A list that has lost its column keeps the choices it started with. */
const choicesFrom = (cells: Cells): Site["lists"] => {
  const counts = cells.slice(0, 20).map((row) => row.filter((cell) => titles.has(textOf(cell))).length);
  const header = counts.indexOf(Math.max(0, ...counts));
  const found = (key: ListKey): readonly string[] => {
    const column = (cells[header] ?? []).findIndex((cell) => textOf(cell) === lists[key].title);
    if (column < 0) return lists[key].choices;
    return cells
      .slice(header + 1)
      .map((row) => trimmed(row[column]))
      .filter((choice) => choice !== "" && !isNothing(choice));
  };
  return Object.fromEntries(listKeys.map((key) => [key, found(key)])) as unknown as Site["lists"];
};

const records = <T>(
  register: Register | undefined,
  read: (at: (key: string) => RawCell) => T | undefined,
): T[] =>
  Array.from({ length: register?.count ?? 0 }, (_, index) =>
    register === undefined ? undefined : read((key) => cellAt(register, key, index)),
  ).filter((record): record is T & {} => record !== undefined && record !== null);

const consultantAt = (at: (key: string) => RawCell): Consultant | undefined => {
  const name = trimmed(at("name"));
  if (name === "" || isNothing(name)) return undefined;
  return { name, active: textOf(at("active")) !== "否", group: textOf(at("group")) };
};

/** As 等级跟踪's formula looks for D, which no spelling of the others may hide. */
const audienceOf = (said: string, choices: readonly string[]): readonly string[] => [
  ...matchChoices("audience", choices, said).chosen.filter((grade) => grade !== "D"),
  ...(/d/iu.test(said) ? ["D"] : []),
];

const occasionAt = (at: (key: string) => RawCell, choices: readonly string[]): Occasion | undefined => {
  const cell = at("date");
  const day = typeof cell === "number" ? dayOfSerial(cell) : calendarDay(textOf(cell));
  const audience = textOf(at("audience"));
  return (
    day && {
      day,
      name: textOf(at("name")),
      ...(audience === "" || isNothing(audience) ? {} : { audience: audienceOf(audience, choices) }),
    }
  );
};

const policyText = (cell: RawCell | string): string => policyNamed(textOf(cell));

/** As the sheet's ROUND. */
const wholeDays = (said: number): number => Math.sign(said) * Math.round(Math.abs(said));

/** The first of two rows; where the table has lost the policy's row, the house's own days. */
const cadenceOf = (
  policy: string,
  table: Register | undefined,
  houses: keyof typeof cadences,
): Site["cadence"] => {
  const rowOf = (grade: "A" | "B" | "C"): CadenceRow => {
    const house = cadences[houses][grade] as CadenceRow;
    const days = (key: keyof CadenceRow): number =>
      records(table, (at) => {
        const said = at(key);
        const chosen = policyText(at("policy")) === policy && textOf(at("grade")).toUpperCase() === grade;
        return chosen && typeof said === "number" ? wholeDays(said) : undefined;
      })[0] ?? house[key];
    return { first: days("first"), earliest: days("earliest"), latest: days("latest") };
  };
  return { A: rowOf("A"), B: rowOf("B"), C: rowOf("C") };
};

const daysOf = (cell: RawCell): number | undefined => {
  const said = textOf(cell);
  return /^\d{1,4}$/u.test(said) ? Number(said) : undefined;
};

const dayOf = (cell: RawCell) => (typeof cell === "number" ? dayOfSerial(cell) : calendarDay(textOf(cell)));

/** A signal keeps the weight the house gives it where its row is gone. */
const weightsOf = (table: Register | undefined): Policies["weights"] => {
  const said = new Map(
    records(table, (at): [string, number] | undefined => {
      const weight = at("weight");
      return typeof weight === "number" ? [textOf(at("signal")), weight] : undefined;
    }),
  );
  return Object.fromEntries(
    Object.entries(housePolicies.weights).map(([key, weight]) => {
      const caption = intentScores.fields[key as "likesProduct"].caption;
      return [key, said.get(caption) ?? weight];
    }),
  );
};

/** R20: what nobody understands keeps phones covered. */
const masks = (said: string): boolean =>
  said === "" || isNothing(said) ? housePolicies.maskPhones : said !== "否";

const policiesOf = (cells: Cells, signals: Register | undefined): Policies => {
  const cell = (key: SettingKey): RawCell => cellBeside(cells, settings[key]);
  const kin = textOf(cell("kin"));
  return {
    grading: policyText(cell("grading")) || housePolicies.grading,
    ownership: policyText(cell("ownership")) || housePolicies.ownership,
    depositDays: daysOf(cell("depositDays")) ?? housePolicies.depositDays,
    withdrawnEarliest: daysOf(cell("withdrawnEarliest")) ?? housePolicies.withdrawnEarliest,
    withdrawnLatest: daysOf(cell("withdrawnLatest")) ?? housePolicies.withdrawnLatest,
    claimDays: daysOf(cell("claimDays")) ?? housePolicies.claimDays,
    callDays: daysOf(cell("callDays")),
    kin: kin === "" ? housePolicies.kin : kin.split(/[、,，;；/\s]+/u).filter((each) => each !== ""),
    signWithin: daysOf(cell("signWithin")) ?? housePolicies.signWithin,
    alternateDays: textOf(cell("alternateDays")) === "是",
    alternateFrom: dayOf(cell("alternateFrom")),
    quarterStart: dayOf(cell("quarterStart")),
    plannedFrom: dayOf(cell("plannedFrom")),
    openingOn: dayOf(cell("openingOn")),
    handOverOn: dayOf(cell("handOverOn")),
    maskPhones: masks(textOf(cell("maskPhones"))),
    weights: weightsOf(signals),
  };
};

/** R1: anything but two letters would make numbers that nobody reads back: it is as good as not set. */
const regionFrom = (typed: string): string => {
  const letters = typed.toUpperCase();
  return /^[A-Z]{2}$/u.test(letters) ? letters : "";
};

/** Reads a site's settings from the cells as they stand; what is missing is empty or as the house began. */
export const siteFrom = ({ settings: cells, dictionary, registers }: SiteCells): Site => {
  const choices = choicesFrom(dictionary);
  const policy = policyText(settingBeside(cells, settings.policy)) || "000";
  return {
    project: settingBeside(cells, settings.project),
    place: settingBeside(cells, settings.place),
    region: regionFrom(settingBeside(cells, settings.region)),
    areaCode: settingBeside(cells, settings.areaCode),
    consultants: records(registers.consultants, consultantAt),
    lists: choices,
    policy,
    // As the formulas do: a policy without its row falls back on 000.
    cadence: cadenceOf(policy, registers.cadence, "000"),
    ownerCadence: cadenceOf("002", registers.cadence, "002"),
    occasions: records(registers.events, (at) => occasionAt(at, choices.audience)).sort((a, b) =>
      a.day < b.day ? -1 : a.day > b.day ? 1 : 0,
    ),
    policies: policiesOf(cells, registers.signals),
    highest: new Map(
      records(registers.counters, (at): [string, number] | undefined => {
        const highest = at("highest");
        const prefix = textOf(at("prefix"));
        return prefix !== "" && typeof highest === "number" ? [prefix, highest] : undefined;
      }),
    ),
  };
};

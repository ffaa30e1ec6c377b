/** 设置 changed from the pane: its lines, the roster, the days of R5 and the weights of R17. */
import { type SettingKey, settings } from "../forms/settings";
import { type CalendarDay, serialOfDay } from "../kit/calendar-day";
import { readDay } from "../kit/read-day";
import { plain } from "../kit/text";
import type { Change } from "./change";
import { finding, type Problem, type Finding } from "./problem";
import { cellAt, type RawCell, type Register, rowNumber } from "./register";
import { ofEntry } from "./registration";
import type { SiteBook } from "./site";
import type { Wanted } from "./wanted";

export const settingsWants: Wanted = {
  settingLines: ["name", "value"],
  consultants: "all",
  cadence: "all",
  signals: "all",
};

/** How a line of 设置 is filled. */
export type SettingKind = "text" | "letters" | "areaCode" | "days" | "day" | "yesNo" | "choice";

/** 今天 is the sheet's own and is not here. */
export const settingKinds = {
  project: "text",
  place: "text",
  region: "letters",
  areaCode: "areaCode",
  policy: "choice",
  grading: "choice",
  ownership: "choice",
  claimDays: "days",
  callDays: "days",
  kin: "text",
  signWithin: "days",
  alternateDays: "yesNo",
  alternateFrom: "day",
  quarterStart: "day",
  openingOn: "day",
  handOverOn: "day",
  maskPhones: "yesNo",
} as const satisfies Readonly<Record<Exclude<SettingKey, "today">, SettingKind>>;
export type AmendableSetting = keyof typeof settingKinds;

/** Nobody can do without these. */
const needed: ReadonlySet<AmendableSetting> = new Set(["project", "place", "policy"]);

/** What the page holds; an absent part stays as it is. All as typed. */
export interface SettingsDraft {
  readonly lines?: Readonly<Partial<Record<AmendableSetting, string>>>;
  /** By name; new names are appended. */
  readonly consultants?: readonly {
    readonly name: string;
    readonly active: boolean;
    readonly group: string;
  }[];
  /** "000/A/latest": days. */
  readonly cadence?: Readonly<Record<string, string>>;
  /** By the signal's caption. */
  readonly weights?: Readonly<Record<string, string>>;
}

export type SettingsDecision =
  | { readonly ok: true; readonly changes: readonly Change[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const mostDays = 3650;

const readers: Readonly<
  Record<SettingKind, (typed: string, today: CalendarDay) => { readonly cell: string | number } | Finding>
> = {
  text: (typed) => ({ cell: typed }),
  choice: (typed) => ({ cell: typed }),
  yesNo: (typed) => ({ cell: typed }),
  letters: (typed) => {
    const letters = typed.toUpperCase();
    return /^[A-Z]{2}$/u.test(letters) ? { cell: letters } : finding("lettersNotTwo", { value: typed });
  },
  areaCode: (typed) =>
    /^0\d{2,3}$/u.test(typed) ? { cell: typed } : finding("areaCodeWrong", { value: typed }),
  days: (typed) =>
    /^\d{1,4}$/u.test(typed) && Number(typed) <= mostDays
      ? { cell: Number(typed) }
      : finding("outOfRange", { value: typed, facts: { from: 0, to: mostDays } }),
  day: (typed, today) => {
    const read = readDay(typed, { today });
    return read.ok ? { cell: serialOfDay(read.value) } : finding("notADay", { value: typed });
  },
};

const same = (a: RawCell, b: RawCell): boolean => a === b || String(a ?? "") === String(b ?? "");

const linesChanged = (
  book: SiteBook,
  draft: NonNullable<SettingsDraft["lines"]>,
  today: CalendarDay,
  changes: Change[],
  problems: Problem[],
): void => {
  const register = book.registers.settingLines;
  const place = ofEntry(book, "settingLines");
  for (const [key, typed] of Object.entries(draft)) {
    const setting = key as AmendableSetting;
    const caption = settings[setting];
    const said = plain(typed);
    const at = { key: "value", caption };
    if (said === "" && needed.has(setting)) {
      problems.push(place(finding("required", at)));
      continue;
    }
    const read = said === "" ? { cell: null } : readers[settingKinds[setting]](said, today);
    if (!("cell" in read)) {
      problems.push(place({ ...read, ...at }));
      continue;
    }
    const index = register ? indexOf(register, "name", caption) : -1;
    if (register === undefined || index < 0) {
      problems.push(place(finding("settingLineMissing", { ...at, facts: { line: caption } })));
      continue;
    }
    const was = cellAt(register, "value", index);
    if (!same(was, read.cell))
      changes.push({
        kind: "set",
        form: "settingLines",
        row: rowNumber(register, index),
        key: "value",
        was,
        value: read.cell,
      });
  }
};

const indexOf = (register: Register, key: string, wanted: string): number => {
  for (let index = 0; index < register.count; index++)
    if (plain(String(cellAt(register, key, index) ?? "")) === wanted) return index;
  return -1;
};

const setCell = (
  register: Register,
  form: "consultants" | "cadence" | "signals",
  index: number,
  key: string,
  value: string | number,
): readonly Change[] => {
  const was = cellAt(register, key, index);
  return same(was, value) ? [] : [{ kind: "set", form, row: rowNumber(register, index), key, was, value }];
};

const rosterChanged = (
  book: SiteBook,
  people: NonNullable<SettingsDraft["consultants"]>,
  changes: Change[],
  problems: Problem[],
): void => {
  const register = book.registers.consultants;
  const place = ofEntry(book, "consultants");
  const seen = new Set<string>();
  for (const { name, active, group } of people) {
    const called = plain(name);
    if (called === "") continue;
    if (seen.has(called)) {
      problems.push(place(finding("consultantTwice", { key: "name", caption: "姓名", value: called })));
      continue;
    }
    seen.add(called);
    const index = register ? indexOf(register, "name", called) : -1;
    const on = active ? "是" : "否";
    if (register === undefined || index < 0)
      changes.push({
        kind: "append",
        form: "consultants",
        row: { name: called, active: on, ...(group === "" ? {} : { group }) },
      });
    else {
      changes.push(...setCell(register, "consultants", index, "active", on));
      if (group !== "") changes.push(...setCell(register, "consultants", index, "group", group));
    }
  }
};

const wholeIn = (typed: string, to: number): number | undefined =>
  /^\d{1,4}$/u.test(plain(typed)) && Number(plain(typed)) <= to ? Number(plain(typed)) : undefined;

const daysChanged = (
  book: SiteBook,
  days: NonNullable<SettingsDraft["cadence"]>,
  changes: Change[],
  problems: Problem[],
): void => {
  const register = book.registers.cadence;
  const place = ofEntry(book, "cadence");
  for (const [path, typed] of Object.entries(days)) {
    const [policy = "", grade = "", key = ""] = path.split("/");
    const value = wholeIn(typed, 365);
    const caption = `${policy} ${grade}`;
    if (value === undefined) {
      problems.push(
        place(finding("outOfRange", { key, caption, value: typed, facts: { from: 0, to: 365 } })),
      );
      continue;
    }
    for (let index = 0; register && index < register.count; index++) {
      const said = plain(String(cellAt(register, "policy", index) ?? ""));
      const named = /^\d{1,3}$/u.test(said) ? said.padStart(3, "0") : said;
      if (named === policy && plain(String(cellAt(register, "grade", index) ?? "")) === grade)
        changes.push(...setCell(register, "cadence", index, key, value));
    }
  }
};

/** R17: what does not add up to 100 is refused here; typed into the sheet it is a warning. */
const weightsChanged = (
  book: SiteBook,
  weights: NonNullable<SettingsDraft["weights"]>,
  changes: Change[],
  problems: Problem[],
): void => {
  const register = book.registers.signals;
  const place = ofEntry(book, "signals");
  let total = 0;
  for (const [signal, typed] of Object.entries(weights)) {
    const value = wholeIn(typed, 100);
    const at = { key: "weight", caption: signal };
    if (value === undefined) {
      problems.push(place(finding("outOfRange", { ...at, value: typed, facts: { from: 0, to: 100 } })));
      return;
    }
    total += value;
    const index = register ? indexOf(register, "signal", signal) : -1;
    if (register && index >= 0) changes.push(...setCell(register, "signals", index, "weight", value));
    else changes.push({ kind: "append", form: "signals", row: { signal, weight: value } });
  }
  if (total !== 100) problems.push(place(finding("weightsMustAddUp", { facts: { total } })));
};

/** `draft` as typed; `today` helps with days written without a year. */
export const amendSettings = (book: SiteBook, draft: SettingsDraft, today: CalendarDay): SettingsDecision => {
  const changes: Change[] = [];
  const problems: Problem[] = [];
  if (draft.lines) linesChanged(book, draft.lines, today, changes, problems);
  if (draft.consultants) rosterChanged(book, draft.consultants, changes, problems);
  if (draft.cadence) daysChanged(book, draft.cadence, changes, problems);
  if (draft.weights) weightsChanged(book, draft.weights, changes, problems);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, changes };
};

/** 设置 changed from the pane: its lines, the roster, the days of R5 and the weights of R17. */
import { type SettingKey, settings } from "../../forms/settings";
import { type CalendarDay, serialOfDay } from "../../kit/calendar-day";
import type { Yearless } from "../../kit/day-wording";
import { type DayContext, readDay } from "../../kit/read-day";
import { plain } from "../../kit/text";
import type { Change } from "../change";
import { policyNamed } from "./policies";
import { finding, type Problem, type Finding } from "../problem";
import { unreadCodes } from "../read-answer";
import { cellAt, type RawCell, type Register, rowNumber } from "../register";
import { ofEntry } from "../registration";
import { settingLineOf } from "./setting-lines";
import type { SiteBook } from "../site";
import type { Wanted } from "../wanted";

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
  depositDays: "days",
  withdrawnEarliest: "days",
  withdrawnLatest: "days",
  grading: "choice",
  ownership: "choice",
  claimDays: "days",
  callDays: "days",
  kin: "text",
  signWithin: "days",
  alternateDays: "yesNo",
  alternateFrom: "day",
  quarterStart: "day",
  plannedFrom: "day",
  openingOn: "day",
  handOverOn: "day",
  maskPhones: "yesNo",
} as const satisfies Readonly<Record<Exclude<SettingKey, "today">, SettingKind>>;
export type AmendableSetting = keyof typeof settingKinds;

/** A quarter's first day is near; a project opens and hands over years before or after today. */
export const yearlessSetting = (setting: AmendableSetting): Yearless =>
  setting === "openingOn" || setting === "handOverOn" ? "asked" : "nearest";

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

/** What the page showed when each part of the draft was begun; a value that was not changed is nobody's wish. */
export type SettingsSeen = SettingsDraft;

export type SettingsDecision =
  | { readonly ok: true; readonly changes: readonly Change[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const mostDays = 3650;

const readers: Readonly<
  Record<SettingKind, (typed: string, about: DayContext) => { readonly cell: string | number } | Finding>
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
  day: (typed, about) => {
    const read = readDay(typed, about);
    return read.ok ? { cell: serialOfDay(read.value) } : finding(unreadCodes[read.why], { value: typed });
  },
};

const same = (a: RawCell, b: RawCell): boolean => a === b || String(a ?? "") === String(b ?? "");

const cellFor = (
  setting: AmendableSetting,
  typed: string,
  today: CalendarDay,
): { readonly cell: string | number | null } | Finding =>
  plain(typed) === ""
    ? { cell: null }
    : readers[settingKinds[setting]](plain(typed), { today, yearless: yearlessSetting(setting) });

const none = "—";

/** workbook.md: what a colleague has written since is not overwritten unseen. */
const outrun = (was: RawCell, seen: RawCell, value: RawCell): Finding | undefined =>
  same(was, seen) || same(was, value)
    ? undefined
    : finding("settingOutrun", { facts: { now: said(was) || none, seen: said(seen) || none } });

const said = (cell: RawCell): string => (cell === null ? "" : String(cell));

const linesChanged = (
  book: SiteBook,
  draft: NonNullable<SettingsDraft["lines"]>,
  shown: SettingsDraft["lines"],
  today: CalendarDay,
  changes: Change[],
  problems: Problem[],
): void => {
  const place = ofEntry(book, "settingLines");
  for (const [key, typed] of Object.entries(draft)) {
    const setting = key as AmendableSetting;
    const caption = settings[setting];
    const at = { key: "value", caption };
    if (plain(typed) === "" && needed.has(setting)) {
      problems.push(place(finding("required", at)));
      continue;
    }
    const read = cellFor(setting, typed, today);
    if (!("cell" in read)) {
      problems.push(place({ ...read, ...at }));
      continue;
    }
    const line = settingLineOf(book, setting);
    if (line === undefined) {
      problems.push(place(finding("settingLineMissing", { ...at, facts: { line: caption } })));
      continue;
    }
    const { register, index } = line;
    const was = cellAt(register, "value", index);
    const before = cellFor(setting, shown?.[setting] ?? "", today);
    const late = shown && outrun(was, "cell" in before ? before.cell : (shown[setting] ?? null), read.cell);
    if (late !== undefined) problems.push(place({ ...late, ...at }));
    else if (!same(was, read.cell))
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
  value: string | number | null,
): readonly Change[] => {
  const was = cellAt(register, key, index);
  return same(was, value) ? [] : [{ kind: "set", form, row: rowNumber(register, index), key, was, value }];
};

/** A number of a table; `seen`: what the page showed, nothing where that is this very book. */
const putter =
  (book: SiteBook, changes: Change[], problems: Problem[]) =>
  (
    form: "cadence" | "signals",
    register: Register,
    { index, key, caption }: { readonly index: number; readonly key: string; readonly caption: string },
    value: number,
    seen: string | undefined,
  ): void => {
    if (seen === String(value)) return;
    const late = seen === undefined ? undefined : outrun(cellAt(register, key, index), seen, value);
    if (late === undefined) changes.push(...setCell(register, form, index, key, value));
    else problems.push(ofEntry(book, form)({ ...late, key, caption }));
  };

const rosterChanged = (
  book: SiteBook,
  people: NonNullable<SettingsDraft["consultants"]>,
  shown: SettingsDraft["consultants"],
  changes: Change[],
  problems: Problem[],
): void => {
  const register = book.registers.consultants;
  const place = ofEntry(book, "consultants");
  const seen = new Set<string>();
  const before = new Map((shown ?? people).map((each) => [plain(each.name), each]));
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
      const old = before.get(called);
      // An empty 在职 is a yes: as the page shows it.
      const isOn = plain(said(cellAt(register, "active", index))) === "否" ? "否" : "是";
      const set = (key: "active" | "group", was: RawCell, seen: string | undefined, value: string): void => {
        if (shown && value === seen) return;
        const late = shown && outrun(was, seen ?? null, value);
        if (late !== undefined) problems.push(place({ ...late, key, caption: called }));
        else changes.push(...setCell(register, "consultants", index, key, value === "" ? null : value));
      };
      set("active", isOn, old && (old.active ? "是" : "否"), on);
      // Emptied: only where the page showed a group.
      if (group !== "" || (shown && (old?.group ?? "") !== ""))
        set("group", cellAt(register, "group", index), old?.group, group);
    }
  }
};

const wholeIn = (typed: string, to: number): number | undefined =>
  /^\d{1,4}$/u.test(plain(typed)) && Number(plain(typed)) <= to ? Number(plain(typed)) : undefined;

const daysChanged = (
  book: SiteBook,
  days: NonNullable<SettingsDraft["cadence"]>,
  shown: SettingsDraft["cadence"],
  changes: Change[],
  problems: Problem[],
): void => {
  const register = book.registers.cadence;
  const put = putter(book, changes, problems);
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
      const named = policyNamed(plain(String(cellAt(register, "policy", index) ?? "")));
      if (named === policy && plain(String(cellAt(register, "grade", index) ?? "")) === grade)
        put("cadence", register, { index, key, caption }, value, shown && (shown[path] ?? ""));
    }
  }
};

/** R17: what does not add up to 100 is refused here; typed into the sheet it is a warning. */
const weightsChanged = (
  book: SiteBook,
  weights: NonNullable<SettingsDraft["weights"]>,
  shown: SettingsDraft["weights"],
  changes: Change[],
  problems: Problem[],
): void => {
  const register = book.registers.signals;
  const put = putter(book, changes, problems);
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
    if (register && index >= 0)
      put("signals", register, { index, ...at }, value, shown && (shown[signal] ?? ""));
    else changes.push({ kind: "append", form: "signals", row: { signal, weight: value } });
  }
  if (total !== 100) problems.push(place(finding("weightsMustAddUp", { facts: { total } })));
};

/** What was told to be another by now has been seen as it stands; the rest is still as it was seen. */
export const seenAnew = (
  seen: SettingsSeen,
  held: Required<SettingsSeen>,
  problems: readonly Problem[],
): SettingsSeen => {
  const told = new Set(problems.map(({ form, caption, key }) => `${form} ${caption ?? ""} ${key ?? ""}`));
  const anew = (
    before: Readonly<Record<string, string>>,
    now: Readonly<Record<string, string | undefined>>,
    nameOf: (key: string) => string,
  ): Readonly<Record<string, string>> =>
    Object.fromEntries(
      Object.entries(before).map(([key, value]) => [key, told.has(nameOf(key)) ? (now[key] ?? "") : value]),
    );
  const { lines, consultants, cadence, weights } = seen;
  const people = new Map(held.consultants.map((each) => [each.name, each]));
  return {
    ...(lines && {
      lines: anew(lines, held.lines, (key) => `settingLines ${settings[key as SettingKey]} value`),
    }),
    ...(consultants && {
      consultants: consultants.map((each) => ({
        ...each,
        ...(told.has(`consultants ${each.name} active`)
          ? { active: people.get(each.name)?.active ?? each.active }
          : {}),
        ...(told.has(`consultants ${each.name} group`) ? { group: people.get(each.name)?.group ?? "" } : {}),
      })),
    }),
    ...(cadence && {
      cadence: anew(cadence, held.cadence, (path) => `cadence ${path.replace("/", " ").replace("/", " ")}`),
    }),
    ...(weights && { weights: anew(weights, held.weights, (signal) => `signals ${signal} weight`) }),
  };
};

/** `draft` as typed; `today` helps with days written without a year. `seen` left out: the draft was begun on this very book. */
export const amendSettings = (
  book: SiteBook,
  draft: SettingsDraft,
  today: CalendarDay,
  seen: SettingsSeen = {},
): SettingsDecision => {
  const changes: Change[] = [];
  const problems: Problem[] = [];
  if (draft.lines) linesChanged(book, draft.lines, seen.lines, today, changes, problems);
  if (draft.consultants) rosterChanged(book, draft.consultants, seen.consultants, changes, problems);
  if (draft.cadence) daysChanged(book, draft.cadence, seen.cadence, changes, problems);
  if (draft.weights) weightsChanged(book, draft.weights, seen.weights, changes, problems);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, changes };
};

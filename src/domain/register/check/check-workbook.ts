/** 校验: every register by its form, then what only several rows show. */
import { formOf, type RegisterKey, registerKeys } from "../../forms/index";
import type { CalendarDay } from "../../kit/calendar-day";
import { checkCare } from "./check-care";
import { checkApplications } from "./check-applications";
import { checkDeals } from "./check-deals";
import { checkDuplicates } from "./check-duplicates";
import { checkEntry } from "./check-entry";
import { type Depth, groundOf, placed } from "./check-ground";
import { checkHopeless } from "./check-hopeless";
import { checkIdCards } from "./check-id-cards";
import { checkKin } from "./check-kin";
import { checkLadder } from "./check-ladder";
import { checkLost } from "./check-lost";
import { checkNewGrades } from "./check-new-grade";
import { checkNumbers } from "./check-numbers";
import { checkOccasions } from "./check-occasions";
import { checkOwnership } from "./check-ownership";
import { checkQuarter } from "./check-quarter";
import { checkReceipts } from "./check-receipts";
import { withReferrersMeant } from "./check-referrer-words";
import { checkReferences } from "./check-references";
import { checkReferrals } from "./check-referrals";
import { notAsked } from "../check-row";
import { checkOwnChoices } from "./check-own-choices";
import { checkSettingLines } from "./check-setting-lines";
import { checkSettings } from "./check-settings";
import { checkUnits } from "./check-units";
import { checkTurn } from "./check-turn";
import { type Problem, problem, type Severity } from "../problem";
import type { About } from "../read-answer";
import type { RawCell } from "../register";
import { readRegister, readRegisterInSteps, type RegisterReading, type Tally } from "../register-reading";
import type { SiteBook } from "../site";
import { clashes, filledDown } from "./settle-numbers";
import type { Wanted } from "../wanted";

export const checkWants: Wanted = Object.fromEntries(
  [...registerKeys, "cadence" as const, "settingLines" as const].map((key) => [key, "all"]),
);

/** R14: a form may grow, never shrink. */
const missingParts = (book: SiteBook): readonly Problem[] =>
  registerKeys.flatMap((key) => {
    const form = formOf(key);
    const register = book.registers[key];
    if (register === undefined)
      return book.absent.includes(key)
        ? [problem("tableMissing", { form: key, sheet: form.sheet, facts: { table: form.title } })]
        : [];
    return register.missing.map((column) =>
      problem("columnMissing", { form: key, sheet: register.sheet, caption: column, facts: { column } }),
    );
  });

const isFault = ({ severity }: { readonly severity: Severity }): boolean => severity !== "hint";

/** Steps are of this many rows: none holds up the pane. */
const rowsAStep = 1000;

/** Adds what is wrong with a register's rows, each by itself. */
const noteRows = function* (
  { register, isFilled, findings }: RegisterReading,
  depth: Depth,
  problems: Problem[],
): Generator<undefined, void> {
  const { form, columns, count } = register;
  let at = 0;
  const cell = (key: string): RawCell | undefined => columns.get(key)?.[at];
  for (let index = 0; index < count; index++) {
    if (index % rowsAStep === rowsAStep - 1) yield;
    if (!isFilled(index)) continue;
    for (const each of findings(index)) {
      if (depth === "faults" && !isFault(each)) continue;
      // What a lost column held is not missing row by row.
      if (each.key === undefined || columns.has(each.key)) problems.push(placed({ register, index }, each));
    }
    if (depth === "faults") continue;
    at = index;
    const open = notAsked(form, cell);
    if (open !== undefined) problems.push(placed({ register, index }, open));
  }
};

/** Where a form's problems stand: the form's place among the forms, and its columns' places from 1. */
const places = new Map<string, { readonly at: number; readonly columns: ReadonlyMap<string, number> }>(
  registerKeys.map((form, at) => [
    form,
    { at, columns: new Map(Object.keys(formOf(form).fields).map((key, column) => [key, column + 1])) },
  ]),
);

const mostRows = 2 ** 21;
const mostColumns = 2 ** 10;

/** The workbook's order: form, row, column; what concerns a whole form or row first. */
const inWorkbookOrder = (problems: readonly Problem[]): readonly Problem[] => {
  // One number each: a hundred thousand are put in order.
  const rank = ({ form, row, key }: Problem): number => {
    const place = places.get(form);
    const column = key === undefined ? 0 : (place?.columns.get(key) ?? 1);
    return ((place?.at ?? places.size) * mostRows + (row ?? 0)) * mostColumns + column;
  };
  return problems
    .map((each) => ({ each, rank: rank(each) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ each }) => each);
};

interface AcrossCheck {
  readonly find: () => readonly Problem[];
  /** Without these it would miss there what cannot be read, and say so of rows that are in order. */
  readonly needs: readonly RegisterKey[];
}

const clients: readonly RegisterKey[] = ["visitors", "calls"];

/** One line for all that was not looked at: of a table that is gone nobody can say what does not stand in it. */
const notRead = (lost: ReadonlySet<RegisterKey>): readonly Problem[] => {
  const forms = registerKeys.filter((key) => lost.has(key));
  const [first] = forms;
  if (first === undefined) return [];
  const tables = forms.map((key) => `“${formOf(key).title}”`).join("、");
  return [problem("tableNotRead", { form: first, sheet: formOf(first).sheet, facts: { tables } })];
};

/** What only several rows show, or several sheets. */
const acrossRows = function* (
  book: SiteBook,
  about: About,
  readings: ReadonlyMap<RegisterKey, RegisterReading>,
  depth: Depth,
): Generator<undefined, readonly Problem[]> {
  const ground = groundOf(book, about, readings);
  const numbers = checkNumbers(ground, depth);
  yield;
  const clashing = new Set([...clashes(book).map(({ number }) => number), ...filledDown(book).keys()]);
  const check = (find: () => readonly Problem[], ...needs: readonly RegisterKey[]): AcrossCheck => ({
    find,
    needs,
  });
  const checks = [
    check(() => numbers.problems, ...clients),
    check(() => checkDuplicates(ground, numbers.becoming, depth), "grades"),
    check(() => checkIdCards(ground)),
    check(() => checkReferences(ground), ...clients),
    check(() => checkLadder(ground, clashing), ...clients, "grades", "followUps", "deals"),
    check(() => checkNewGrades(ground), "grades"),
    check(() => checkOwnership(ground)),
    check(() => checkKin(ground), "grades"),
    check(() => checkHopeless(ground), "followUps"),
    check(() => checkLost(ground), ...clients, "grades", "followUps", "deals"),
    check(() => checkDeals(ground), ...clients, "grades", "units", "receipts", "applications"),
    check(() => checkUnits(ground), ...clients, "deals", "receipts", "applications"),
    check(() => checkReceipts(ground), "deals", "receipts", "applications"),
    check(() => checkApplications(ground), "deals", "units", "receipts"),
    check(() => checkEntry(ground, depth), ...clients, "grades", "followUps"),
    check(() => checkTurn(ground), ...clients, "rotation", "receptions"),
    check(() => checkReferrals(ground), ...clients, "deals"),
    check(() => checkCare(ground), ...clients, "deals", "profiles"),
    check(() => checkOccasions(ground)),
    check(() => checkSettings(ground)),
    check(() => checkSettingLines(ground)),
    check(() => checkQuarter(ground), "deals"),
    check(() => checkOwnChoices(ground)),
  ];
  const found: (readonly Problem[])[] = [];
  const lost = new Set<RegisterKey>();
  for (const { find, needs } of checks) {
    const lacking = needs.filter((key) => book.absent.includes(key));
    if (lacking.length === 0) found.push(find());
    for (const key of lacking) lost.add(key);
    yield;
  }
  return [...found.flat(), ...notRead(lost)];
};

/** `checkWorkbook` in small steps: whoever waits may do something else in between. */
export const checkInSteps = function* (
  book: SiteBook,
  today: CalendarDay,
  depth: Depth = "all",
): Generator<undefined, readonly Problem[]> {
  const about: About = { site: book.site, today };
  const readings = new Map<RegisterKey, RegisterReading>();
  const alone: Problem[] = [];
  for (const key of registerKeys) {
    const register = book.registers[key];
    if (register === undefined) continue;
    const reading = yield* readRegisterInSteps(register, about);
    readings.set(key, reading);
    yield* noteRows(reading, depth, alone);
    yield;
  }
  const rowByRow = withReferrersMeant(book, alone);
  const all = [...missingParts(book), ...rowByRow, ...(yield* acrossRows(book, about, readings, depth))];
  return inWorkbookOrder(depth === "faults" ? all.filter(isFault) : all);
};

const atOnce = <Result>(steps: Generator<undefined, Result>): Result => {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
};

/** Everything that is wrong with a workbook, in its order. `book` as read by `checkWants`. */
export const checkWorkbook = (book: SiteBook, today: CalendarDay, depth: Depth = "all"): readonly Problem[] =>
  atOnce(checkInSteps(book, today, depth));

/** How many errors and warnings `checkWorkbook` finds: for many workbooks whose problems nobody reads one by one. */
export const countFaults = (book: SiteBook, today: CalendarDay): Pick<Tally, "error" | "warning"> => {
  const about: About = { site: book.site, today };
  const readings = new Map<RegisterKey, RegisterReading>();
  const count = { error: 0, warning: 0, hint: 0 };
  for (const key of registerKeys) {
    const register = book.registers[key];
    if (register === undefined) continue;
    const reading = readRegister(register, about);
    readings.set(key, reading);
    const { error, warning } = reading.tally();
    count.error += error;
    count.warning += warning;
  }
  for (const problems of [missingParts(book), atOnce(acrossRows(book, about, readings, "faults"))])
    for (const { severity } of problems) count[severity]++;
  return count;
};

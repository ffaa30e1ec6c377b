/** 校验: every register by its form, then what only several rows show. */
import { fieldsOf } from "../form/form";
import { formOf, type RegisterKey, registerKeys } from "../forms/index";
import type { CalendarDay } from "../kit/calendar-day";
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
import { checkReceipts } from "./check-receipts";
import { checkReferences } from "./check-references";
import { checkReferrals } from "./check-referrals";
import { notAsked, rowReader } from "./check-row";
import { checkSettings } from "./check-settings";
import { checkUnits } from "./check-units";
import { checkTurn } from "./check-turn";
import { type Problem, problem, type Severity } from "./problem";
import { type About, isEmptyCell } from "./read-answer";
import type { RawCell, Register, Row } from "./register";
import type { SiteBook } from "./site";
import { clashes, filledDown } from "./settle-numbers";
import type { Wanted } from "./wanted";

export const checkWants: Wanted = Object.fromEntries(
  [...registerKeys, "cadence" as const].map((key) => [key, "all"]),
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

interface RegisterReading {
  /** By index; nothing for a blank row. */
  readonly rows: readonly (Row | undefined)[];
  readonly problems: readonly Problem[];
}

const isFault = ({ severity }: { readonly severity: Severity }): boolean => severity !== "hint";

/** Steps are of this many rows: none holds up the pane. */
const rowsAStep = 1000;

const readRegister = function* (
  register: Register,
  about: About,
  depth: Depth,
): Generator<undefined, RegisterReading> {
  const { form, columns } = register;
  const typed: { readonly key: string; readonly column: readonly RawCell[]; before?: RawCell }[] = [];
  for (const [key, field] of fieldsOf(form)) {
    const column = columns.get(key);
    if (column !== undefined && field.kind !== "computed" && !column.every(isEmptyCell))
      typed.push({ key, column });
  }
  const read = rowReader(form, about, new Set(typed.map(({ key }) => key)));
  const rows: (Row | undefined)[] = [];
  const problems: Problem[] = [];
  // One record for all rows: nobody keeps it.
  const cells: Record<string, RawCell> = {};
  for (let index = 0; index < register.count; index++) {
    if (index % rowsAStep === rowsAStep - 1) yield;
    let blank = true;
    for (const each of typed) {
      const cell = each.column[index] ?? null;
      if (cell !== each.before) {
        cells[each.key] = cell;
        each.before = cell;
      }
      if (blank && !isEmptyCell(cell)) blank = false;
    }
    if (blank) {
      rows.push(undefined);
      continue;
    }
    const { answers, findings } = read(cells);
    rows.push(answers);
    for (const each of findings) {
      if (depth === "faults" && !isFault(each)) continue;
      // What a lost column held is not missing row by row.
      if (each.key === undefined || columns.has(each.key)) problems.push(placed({ register, index }, each));
    }
    const open = depth === "faults" ? undefined : notAsked(form, cells);
    if (open !== undefined) problems.push(placed({ register, index }, open));
  }
  return { rows, problems };
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
export const inWorkbookOrder = (problems: readonly Problem[]): readonly Problem[] => {
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

/** `checkWorkbook` in small steps: whoever waits may do something else in between. */
export const checkInSteps = function* (
  book: SiteBook,
  today: CalendarDay,
  depth: Depth = "all",
): Generator<undefined, readonly Problem[]> {
  const about: About = { site: book.site, today };
  const rows = new Map<RegisterKey, readonly (Row | undefined)[]>();
  const found: (readonly Problem[])[] = [missingParts(book)];
  for (const key of registerKeys) {
    const register = book.registers[key];
    if (register === undefined) continue;
    const reading = yield* readRegister(register, about, depth);
    rows.set(key, reading.rows);
    found.push(reading.problems);
    yield;
  }
  const ground = groundOf(book, about, rows);
  const numbers = checkNumbers(ground, depth);
  const clashing = new Set([...clashes(book).map(({ number }) => number), ...filledDown(book).keys()]);
  found.push(numbers.problems);
  yield;
  const checks = [
    () => checkDuplicates(ground, numbers.becoming, depth),
    () => checkIdCards(ground),
    () => checkReferences(ground),
    () => checkLadder(ground, clashing),
    () => checkNewGrades(ground),
    () => checkOwnership(ground),
    () => checkKin(ground),
    () => checkHopeless(ground),
    () => checkLost(ground),
    () => checkDeals(ground),
    () => checkUnits(ground),
    () => checkReceipts(ground),
    () => checkApplications(ground),
    () => checkEntry(ground, depth),
    () => checkTurn(ground),
    () => checkReferrals(ground),
    () => checkCare(ground),
    () => checkOccasions(ground),
    () => checkSettings(ground),
  ];
  for (const check of checks) {
    found.push(check());
    yield;
  }
  const all = found.flat();
  return inWorkbookOrder(depth === "faults" ? all.filter(isFault) : all);
};

/** Everything that is wrong with a workbook, in its order. `book` as read by `checkWants`. */
export const checkWorkbook = (
  book: SiteBook,
  today: CalendarDay,
  depth: Depth = "all",
): readonly Problem[] => {
  const steps = checkInSteps(book, today, depth);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
};

/** 校验: every register by its form, then what only several rows show. */
import { fieldsOf } from "../form/form";
import { formOf, type RegisterKey, registerKeys } from "../forms/index";
import type { CalendarDay } from "../kit/calendar-day";
import { checkDeals } from "./check-deals";
import { checkDuplicates } from "./check-duplicates";
import { checkEntry } from "./check-entry";
import { groundOf, placed } from "./check-ground";
import { checkLadder } from "./check-ladder";
import { checkNumbers } from "./check-numbers";
import { checkReferences } from "./check-references";
import { notAsked, readRow } from "./check-row";
import { type Problem, problem } from "./problem";
import { type About, isEmptyCell } from "./read-answer";
import type { RawCell, Register, Row } from "./register";
import type { SiteBook } from "./site";
import { clashes } from "./settle-numbers";
import type { Wanted } from "./wanted";

export const checkWants: Wanted = Object.fromEntries(registerKeys.map((key) => [key, "all"]));

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

const readRegister = (register: Register, about: About): RegisterReading => {
  const { form, columns } = register;
  const typed: (readonly [string, readonly RawCell[]])[] = [];
  for (const [key, field] of fieldsOf(form)) {
    const column = columns.get(key);
    if (column !== undefined && field.kind !== "computed") typed.push([key, column]);
  }
  const rows: (Row | undefined)[] = [];
  const problems: Problem[] = [];
  for (let index = 0; index < register.count; index++) {
    const cells: Record<string, RawCell> = {};
    let blank = true;
    for (const [key, column] of typed) {
      const cell = column[index] ?? null;
      cells[key] = cell;
      if (blank && !isEmptyCell(cell)) blank = false;
    }
    if (blank) {
      rows.push(undefined);
      continue;
    }
    const { answers, findings } = readRow(form, cells, about);
    rows.push(answers);
    for (const each of findings) {
      // What a lost column held is not missing row by row.
      if (each.key === undefined || columns.has(each.key)) problems.push(placed({ register, index }, each));
    }
    const open = notAsked(form, cells);
    if (open !== undefined) problems.push(placed({ register, index }, open));
  }
  return { rows, problems };
};

const columnOrder = new Map<string, number>(
  registerKeys.flatMap((form) =>
    Object.keys(formOf(form).fields).map((key, at) => [`${form}/${key}`, at] as const),
  ),
);
const formOrder = new Map<string, number>(registerKeys.map((key, at) => [key, at]));

/** The workbook's order: form, row, column; what concerns a whole form or row first. */
export const inWorkbookOrder = (problems: readonly Problem[]): readonly Problem[] => {
  const rank = ({ form, row, key }: Problem): readonly [number, number, number] => [
    formOrder.get(form) ?? formOrder.size,
    row ?? 0,
    key === undefined ? -1 : (columnOrder.get(`${form}/${key}`) ?? 0),
  ];
  return problems
    .map((each) => ({ each, rank: rank(each) }))
    .sort((a, b) => a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1] || a.rank[2] - b.rank[2])
    .map(({ each }) => each);
};

/** Everything that is wrong with a workbook, in its order. `book` as read by `checkWants`. */
export const checkWorkbook = (book: SiteBook, today: CalendarDay): readonly Problem[] => {
  const about: About = { site: book.site, today };
  const rows = new Map<RegisterKey, readonly (Row | undefined)[]>();
  const found: (readonly Problem[])[] = [missingParts(book)];
  for (const key of registerKeys) {
    const register = book.registers[key];
    if (register === undefined) continue;
    const reading = readRegister(register, about);
    rows.set(key, reading.rows);
    found.push(reading.problems);
  }
  const ground = groundOf(book, about, rows);
  const numbers = checkNumbers(ground);
  const clashing = new Set(clashes(book).map(({ number }) => number));
  found.push(
    numbers.problems,
    checkDuplicates(ground, numbers.becoming),
    checkReferences(ground),
    checkLadder(ground, clashing),
    checkDeals(ground),
    checkEntry(ground),
  );
  return inWorkbookOrder(found.flat());
};

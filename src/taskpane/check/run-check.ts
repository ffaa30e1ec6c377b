/** A check in steps, so that it shows how far it is and can be stopped between them. */
import { type FormKey, formOf, type RegisterKey, registerKeys } from "../../domain/forms/index";
import type { CalendarDay } from "../../domain/kit/calendar-day";
import { checkInSteps, checkWants } from "../../domain/register/check/check-workbook";
import type { Problem } from "../../domain/register/problem";
import type { SiteBook } from "../../domain/register/site";
import type { Wanted } from "../../domain/register/wanted";
import type { OpenWorkbook } from "../../workbook/port";

export type Step =
  | { readonly kind: "reading"; readonly sheet: string; readonly done: number; readonly total: number }
  | { readonly kind: "checking" | "writing"; readonly done: number; readonly total: number };

export interface Checked {
  readonly problems: readonly Problem[];
  readonly rows: number;
  /** What was checked. */
  readonly book: SiteBook;
}

/** Lets the browser draw before the next step. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** The large registers one by one, so that the bar moves; the others together, so that Excel is asked seldom. */
const large: readonly RegisterKey[] = ["visitors", "calls", "grades", "followUps"];
const readings: readonly (readonly FormKey[])[] = [
  ...large.map((key) => [key]),
  [...registerKeys.filter((key) => !large.includes(key)), "settingLines"],
];

const wantsOf = (keys: readonly FormKey[]): Wanted =>
  Object.fromEntries(keys.map((key) => [key, checkWants[key] ?? []]));

/** @returns nothing when `stopped` said so. */
export const runCheck = async (
  workbook: OpenWorkbook,
  today: CalendarDay,
  tell: (step: Step) => void,
  stopped: () => boolean,
): Promise<Checked | undefined> => {
  const total = readings.length + 2;
  let book: SiteBook | undefined;
  for (const [done, keys] of readings.entries()) {
    if (stopped()) return undefined;
    tell({ kind: "reading", sheet: keys.map((key) => formOf(key).sheet)[0] ?? "", done, total });
    const part = await workbook.read(wantsOf(keys), "校验");
    book = book === undefined ? part : joined(book, part);
  }
  if (book === undefined || stopped()) return undefined;
  tell({ kind: "checking", done: total - 2, total });
  await breathe();
  const steps = checkInSteps(book, today);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return { problems: step.value, rows: rowsOf(book), book };
    await breathe();
    if (stopped()) return undefined;
  }
};

const joined = (a: SiteBook, b: SiteBook): SiteBook => ({
  site: b.site,
  registers: { ...a.registers, ...b.registers },
  absent: [...new Set([...a.absent, ...b.absent])],
});

/** Rows with a number or a name: what people call rows. */
const rowsOf = (book: SiteBook): number =>
  registerKeys.reduce((sum, key: RegisterKey) => {
    const register = book.registers[key];
    if (!register) return sum;
    const columns = [...register.columns].filter(([name]) => register.form.fields[name]?.kind !== "computed");
    let rows = 0;
    for (let i = 0; i < register.count; i++)
      if (columns.some(([, cells]) => cells[i] !== null && cells[i] !== undefined && cells[i] !== "")) rows++;
    return sum + rows;
  }, 0);

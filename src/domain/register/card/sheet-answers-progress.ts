/** What 季度进度's formulas say: the quarter's weeks, what is planned so far, and what came of it by the deals. */
import { weeksOfQuarter } from "../../forms/progress";
import { addDays, type CalendarDay, daysBetween } from "../../kit/calendar-day";
import { plus, type Yuan, yuanOf } from "../../kit/money";
import { otherQuarterPlanned } from "../settings/quarter";
import { cellAt, type Register } from "../register";
import { moneyAt } from "../sales/sale-rows";
import { isLive, salesLedger } from "../sales/sales-ledger";
import { lazily, type SheetAnswer } from "./sheet-answer";
import type { SiteBook } from "../site";

const numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];

interface Sold {
  readonly units: number;
  readonly sales: Yuan;
}

const none: Sold = { units: 0, sales: yuanOf(0) };

const together = (a: Sold, b: Sold): Sold => ({ units: a.units + b.units, sales: plus(a.sales, b.sales) });

interface Week {
  readonly name: string | null;
  readonly from: CalendarDay | null;
  readonly to: CalendarDay | null;
  /** Nothing until something has been planned. */
  readonly plannedUnits: number | null;
  readonly plannedSales: number | null;
  /** Of the week, and of the quarter to its end; nothing of a week to come. */
  readonly sold: Sold | undefined;
  readonly soldSoFar: Sold | undefined;
}

/** Sums from the first row on; nothing before the first figure. */
const soFar = (figures: readonly (number | undefined)[]): readonly (number | null)[] => {
  let sum: number | null = null;
  return figures.map((each) => (sum = each === undefined ? sum : yuanOf((sum ?? 0) + each)));
};

const whole = (register: Register, index: number): number | undefined => {
  const cell = cellAt(register, "plannedUnits", index);
  return typeof cell === "number" ? cell : undefined;
};

/** By the week's number from 0 on: deals by their 认购日期, those given back by now left out. */
const soldByWeek = (book: SiteBook, today: CalendarDay, start: CalendarDay): readonly Sold[] => {
  const found: Sold[] = [];
  for (const deal of salesLedger(book, today).deals) {
    const { subscribedOn } = deal;
    if (subscribedOn === undefined || subscribedOn < start || !isLive(deal)) continue;
    const at = Math.floor(daysBetween(start, subscribedOn) / 7);
    found[at] = together(found[at] ?? none, { units: 1, sales: deal.totalPrice ?? yuanOf(0) });
  }
  return found;
};

/** The rows of 季度进度 from its first on are the quarter's weeks. */
const weeksOf = (book: SiteBook, register: Register, today: CalendarDay): readonly Week[] => {
  const start = book.site.policies.quarterStart;
  const rows = Array.from({ length: register.count }, (_, index) => index);
  const froms = start === undefined ? [] : rows.map((week) => addDays(start, 7 * week));
  const sold = start === undefined ? [] : soldByWeek(book, today, start);
  const units = soFar(rows.map((index) => whole(register, index)));
  const sales = soFar(rows.map((index) => moneyAt(register, "plannedSales", index)));
  // A plan made for another quarter is not compared with this one's deals.
  const isPlanned = otherQuarterPlanned(book) === undefined;
  let all = none;
  return rows.map((index): Week => {
    const from = froms[index];
    all = together(all, sold[index] ?? none);
    const begun = from !== undefined && from <= today;
    return {
      name: index < weeksOfQuarter ? `第${numerals[index] ?? ""}周` : null,
      from: from ?? null,
      to: from === undefined ? null : addDays(from, 6),
      plannedUnits: isPlanned ? (units[index] ?? null) : null,
      plannedSales: isPlanned ? (sales[index] ?? null) : null,
      sold: begun ? (sold[index] ?? none) : undefined,
      soldSoFar: begun ? all : undefined,
    };
  });
};

const share = (done: number | undefined, planned: number | null | undefined): number | null =>
  done === undefined || planned === null || planned === undefined || planned === 0 ? null : done / planned;

export const progressAnswers = (
  book: SiteBook,
  today: CalendarDay,
): Readonly<Partial<Record<string, SheetAnswer>>> => {
  const weeks = lazily(() => {
    const { progress } = book.registers;
    return progress === undefined ? [] : weeksOf(book, progress, today);
  });
  const of =
    (figure: (week: Week) => string | number | null | undefined): SheetAnswer =>
    (_, index) => {
      const week = weeks()[index];
      return week === undefined ? null : (figure(week) ?? null);
    };
  return {
    week: of(({ name }) => name),
    from: of(({ from }) => from),
    to: of(({ to }) => to),
    plannedUnitsSoFar: of(({ plannedUnits }) => plannedUnits),
    plannedSalesSoFar: of(({ plannedSales }) => plannedSales),
    units: of(({ sold }) => sold?.units),
    sales: of(({ sold }) => sold?.sales),
    unitsSoFar: of(({ soldSoFar }) => soldSoFar?.units),
    salesSoFar: of(({ soldSoFar }) => soldSoFar?.sales),
    unitsShare: of(({ soldSoFar, plannedUnits }) => share(soldSoFar?.units, plannedUnits)),
    salesShare: of(({ soldSoFar, plannedSales }) => share(soldSoFar?.sales, plannedSales)),
  };
};

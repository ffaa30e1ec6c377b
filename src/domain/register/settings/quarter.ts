/** 季度进度 (forms.md 14): which quarter its plan is for, when its twelve weeks are over, and how the next one begins. */
import { halfAQuarter, weeksOfQuarter } from "../../forms/progress";
import { settings } from "../../forms/settings";
import { addDays, type CalendarDay, daysBetween } from "../../kit/calendar-day";
import { plus, type Yuan, yuanOf } from "../../kit/money";
import { isNothing } from "../../rules/nothing-to-say";
import { amendSettings } from "./amend-settings";
import type { Change } from "../change";
import { type Decision, nobody } from "../decision";
import { finding } from "../problem";
import { isEmptyCell } from "../read-answer";
import { cellAt, type RawCell, rowNumber } from "../register";
import { ofEntry, refused } from "../registration";
import { moneyAt } from "../sales/sale-rows";
import { settingLineOf } from "./setting-lines";
import type { SiteBook } from "../site";
import type { Wanted } from "../wanted";

const planKeys = ["plannedUnits", "plannedSales"] as const;

export const quarterWants = { progress: planKeys } as const satisfies Wanted;
export const startQuarterWants: Wanted = { ...quarterWants, settingLines: ["name", "value"] };

const daysOfQuarter = 7 * weeksOfQuarter;

/** Empty, or `/` (R3). */
const isUnplanned = (figure: RawCell): boolean => isEmptyCell(figure) || isNothing(String(figure));

/** A quarter with a plan. */
export interface Quarter {
  /** 季度起始日, and the twelfth week's last day. */
  readonly start: CalendarDay;
  readonly last: CalendarDay;
  /** The first day of the quarter the plan was made for, where that is another. */
  readonly plannedFrom: CalendarDay | undefined;
  /** Over: the first day of the twelve weeks that today lies in, counted on without a gap. */
  readonly next: CalendarDay | undefined;
  /** Every figure in its place: tells one plan from another. */
  readonly plan: string;
  readonly units: number;
  readonly sales: Yuan;
}

/** The first day of the quarter that 季度进度's plan was made for, where it is not the one that 季度起始日 says. */
export const otherQuarterPlanned = ({
  site: {
    policies: { quarterStart, plannedFrom },
  },
}: Pick<SiteBook, "site">): CalendarDay | undefined =>
  quarterStart !== undefined &&
  plannedFrom !== undefined &&
  Math.abs(daysBetween(quarterStart, plannedFrom)) >= halfAQuarter
    ? plannedFrom
    : undefined;

/** Nothing where no quarter is set, or nothing planned: a site that does not use the sheet hears nothing of it. */
export const quarterOf = (book: SiteBook, today: CalendarDay): Quarter | undefined => {
  const { registers, site } = book;
  const register = registers.progress;
  const start = site.policies.quarterStart;
  if (register === undefined || start === undefined) return undefined;
  let [units, sales] = [0, yuanOf(0)];
  const figures: RawCell[] = [];
  for (let index = 0; index < register.count; index++) {
    const [homes, money] = planKeys.map((key) => cellAt(register, key, index));
    figures.push(homes ?? null, money ?? null);
    units += typeof homes === "number" ? homes : 0;
    sales = plus(sales, moneyAt(register, "plannedSales", index) ?? yuanOf(0));
  }
  if (figures.every(isUnplanned)) return undefined;
  const past = Math.floor(daysBetween(start, today) / daysOfQuarter);
  return {
    start,
    last: addDays(start, daysOfQuarter - 1),
    plannedFrom: otherQuarterPlanned(book),
    next: past < 1 ? undefined : addDays(start, past * daysOfQuarter),
    plan: figures.map((figure) => figure ?? "").join("/"),
    units,
    sales,
  };
};

const cleared = ({ registers: { progress: register } }: SiteBook): readonly Change[] => {
  const changes: Change[] = [];
  for (let index = 0; register && index < register.count; index++)
    for (const key of planKeys) {
      const was = cellAt(register, key, index);
      if (!isEmptyCell(was))
        changes.push({
          kind: "set",
          form: "progress",
          row: rowNumber(register, index),
          key,
          was,
          value: null,
        });
    }
  return changes;
};

/**
 * 季度起始日 becomes `start`; the old plan stays for the new weeks, or is cleared: in both cases what stands is this
 * quarter's from now on. `shown`: what was decided on.
 */
export const startQuarter = (
  book: SiteBook,
  {
    shown,
    start,
    clears,
  }: {
    readonly shown: Pick<Quarter, "start" | "plan" | "plannedFrom">;
    readonly start: CalendarDay;
    readonly clears: boolean;
  },
  { today }: { readonly today: CalendarDay },
): Decision => {
  const now = quarterOf(book, today);
  if (now?.start !== shown.start || now.plan !== shown.plan || now.plannedFrom !== shown.plannedFrom)
    return refused([ofEntry(book, "progress")(finding("quarterOutrun", { caption: settings.quarterStart }))]);
  // A workbook of a former version has no line for whose the plan is.
  const says = settingLineOf(book, "plannedFrom") !== undefined;
  const lines = {
    ...(now.start === start ? {} : { quarterStart: start }),
    ...(says && book.site.policies.plannedFrom !== start ? { plannedFrom: start } : {}),
  };
  const amended = amendSettings(book, { lines }, today);
  if (!amended.ok) return refused(amended.problems);
  const changes = [...amended.changes, ...(clears ? cleared(book) : [])];
  return { ok: true, clientId: nobody, changes, hints: [] };
};

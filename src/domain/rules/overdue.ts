import { type CalendarDay, daysBetween } from "../kit/calendar-day";
import type { Due } from "./follow-up-due";
import { type Grade, grades } from "./grade";

export type DueStatus =
  | { readonly kind: "overdue"; readonly days: number }
  | { readonly kind: "today" }
  /** `days` to go; `open`: a contact today would count already (R5 最早). */
  | { readonly kind: "upcoming"; readonly days: number; readonly open: boolean }
  /** D, and no promotion or festival ahead is known. */
  | { readonly kind: "occasion" }
  | { readonly kind: "deal" }
  | { readonly kind: "reassignment" };

/** R6. */
export const dueStatus = (due: Due, today: CalendarDay): DueStatus => {
  if ("waiting" in due) return { kind: due.waiting };
  const late = daysBetween(due.due, today);
  if (late > 0) return { kind: "overdue", days: late };
  if (late === 0) return { kind: "today" };
  return { kind: "upcoming", days: -late, open: today >= due.opens };
};

/** 跟进状态 as the sheet shows it. */
export const statusWording = (status: DueStatus): string => {
  switch (status.kind) {
    case "overdue":
      return `逾期${status.days}天`;
    case "today":
      return "今日";
    case "upcoming":
      return "未到期";
    case "occasion":
      return "待活动";
    case "deal":
      return "已成交";
    case "reassignment":
      return "待再分配";
  }
};

export interface Urgency {
  readonly status: DueStatus;
  readonly grade: Grade;
}

/** One number for "how late": days past the due day; those who wait for something come last. */
const lateness = (status: DueStatus): number => {
  switch (status.kind) {
    case "overdue":
      return status.days;
    case "today":
      return 0;
    case "upcoming":
      return -status.days;
    case "occasion":
    case "reassignment":
    case "deal":
      return Number.NEGATIVE_INFINITY;
  }
};

const waitingOrder: readonly DueStatus["kind"][] = ["occasion", "reassignment", "deal"];

/** For sorting: worst first, then grade A first (R6). */
export const compareUrgency = (a: Urgency, b: Urgency): number => {
  const [lateA, lateB] = [lateness(a.status), lateness(b.status)];
  if (lateA !== lateB) return lateB > lateA ? 1 : -1;
  return (
    waitingOrder.indexOf(a.status.kind) - waitingOrder.indexOf(b.status.kind) ||
    grades.indexOf(a.grade) - grades.indexOf(b.grade)
  );
};

/** 睡眠客户 (R6, 002). */
export const sleepingAfterDays = 30;

/** No contact for over 30 days. Deals and the hopeless do not sleep: they have no due date. */
export const isSleeping = (grade: Grade, lastContact: CalendarDay, today: CalendarDay): boolean =>
  grade !== "√" && grade !== "×" && daysBetween(lastContact, today) > sleepingAfterDays;

/** The due list in the page's parts: by urgency, or by who can be called now (R7). */
import type { Moment } from "../../domain/kit/calendar-day";
import { byCallability, callability } from "../../domain/register/follow-up/call-order";
import type { DueLine } from "../../domain/register/follow-up/due-list";

export type DueGroup = "overdue" | "today" | "week" | "callNow" | "callLater" | "sleeping" | "reassignment";
export type Order = "urgency" | "call";

export type Grouped = Readonly<Record<DueGroup, readonly DueLine[]>>;

/** Each client once: how late comes before how quiet. */
const groupOf = (line: DueLine): DueGroup | undefined =>
  line.status === "overdue" ||
  line.status === "today" ||
  line.status === "week" ||
  line.status === "reassignment"
    ? line.status
    : line.sleeping
      ? "sleeping"
      : undefined;

export const groupDue = (lines: readonly DueLine[], consultant: string): Grouped => {
  const found: Record<DueGroup, DueLine[]> = {
    overdue: [],
    today: [],
    week: [],
    callNow: [],
    callLater: [],
    sleeping: [],
    reassignment: [],
  };
  for (const line of lines) {
    const group = groupOf(line);
    if (group !== undefined && (consultant === "" || line.consultant === consultant)) found[group].push(line);
  }
  return found;
};

/** Those who are due, the same clients, in the order they can be called. */
export const groupByCall = (grouped: Grouped, now: Moment): Grouped => {
  const asked = callability(now);
  const { overdue, today, week } = grouped;
  const lines = byCallability([...overdue, ...today, ...week], now);
  const later = lines.findIndex(({ trade }) => !asked(trade).now);
  const cut = later < 0 ? lines.length : later;
  return { ...grouped, callNow: lines.slice(0, cut), callLater: lines.slice(cut) };
};

export const dueGroups: Readonly<Record<Order, readonly DueGroup[]>> = {
  urgency: ["overdue", "today", "week"],
  call: ["callNow", "callLater"],
};

/** R15, R8: what each consultant has done: visits of the week (seven at least), small events of the month (one), entries of today. */
import { addDays, type CalendarDay, dayOf, dayOfMonth, weekday } from "../../kit/calendar-day";
import { dayOfCell, textAt } from "../raw-cell";
import { spelled } from "../read-answer";
import { cellAt } from "../register";
import type { SiteBook } from "../site";
import type { Wanted } from "../wanted";

export const figureWants: Wanted = {
  followUps: ["contactedAt", "method", "consultant"],
};

/** 002: 常规每周 7 访（最低要求）; 小众活动每月不得少于 1 次. */
export const leastVisits = 7;
export const leastEvents = 1;

export interface CareFigures {
  readonly consultant: string;
  /** 上门拜访, Monday to today. */
  readonly visits: number;
  /** Days of this month with clients at an event. */
  readonly events: number;
  /** Contacts entered for today. */
  readonly contacts: number;
}

const mondayOf = (today: CalendarDay): CalendarDay => addDays(today, 1 - weekday(today));
const firstOfMonthOf = (today: CalendarDay): CalendarDay => addDays(today, 1 - dayOfMonth(today));

/** Contacts before this day are not among the figures. */
export const careSince = (today: CalendarDay): CalendarDay => {
  const [monday, firstOfMonth] = [mondayOf(today), firstOfMonthOf(today)];
  return monday < firstOfMonth ? monday : firstOfMonth;
};

/** The consultants in service, in the roster's order. */
export const careFigures = (book: SiteBook, today: CalendarDay): readonly CareFigures[] => {
  const [monday, firstOfMonth, since] = [mondayOf(today), firstOfMonthOf(today), careSince(today)];
  const found = new Map(
    book.site.consultants
      .filter(({ active }) => active)
      .map(({ name }) => [name, { visits: 0, events: new Set<CalendarDay>(), contacts: 0 }]),
  );
  const { followUps } = book.registers;
  for (let index = 0; followUps && index < followUps.count; index++) {
    const at = dayOfCell(cellAt(followUps, "contactedAt", index), today);
    if (at === undefined || at < since || at > today) continue;
    const own = found.get(spelled(book.site, textAt(followUps, "consultant", index)));
    if (own === undefined) continue;
    const day = dayOf(at);
    const method = textAt(followUps, "method", index);
    if (day === today) own.contacts += 1;
    if (method === "上门拜访" && day >= monday) own.visits += 1;
    if (method === "活动" && day >= firstOfMonth) own.events.add(day);
  }
  return [...found].map(([consultant, { visits, events, contacts }]) => ({
    consultant,
    visits,
    events: events.size,
    contacts,
  }));
};

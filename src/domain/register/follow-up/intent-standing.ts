/** R17 in the registers: each client's latest score, and how warm they are by their return. */
import { fieldsOf } from "../../form/form";
import { intentScores } from "../../forms/intent-scores";
import { type CalendarDay, dayOf } from "../../kit/calendar-day";
import type { ClientNumber } from "../../rules/client-number";
import type { Grade } from "../../rules/grade";
import {
  type Score,
  scoreOf,
  type SignalsSeen,
  suggestedGrade,
  type Warmth,
  warmth,
} from "../../rules/intent";
import { clientAt, dayOfCell, textAt } from "../raw-cell";
import { cellAt, type Register } from "../register";
import type { SiteBook } from "../site";
import type { Wanted } from "../wanted";

/** 认同产品 … 认同区域, in the form's order. */
export const signalKeys: readonly string[] = fieldsOf(intentScores).flatMap(([key, field]) =>
  field.kind === "tickOne" && field.list === "yesNo" ? [key] : [],
);

export const scoreWants: Wanted = { intentScores: ["clientId", "scoredOn", ...signalKeys] };

export interface ClientScore extends Score {
  readonly scoredOn: CalendarDay;
  readonly suggested: Extract<Grade, "A" | "B" | "C" | "D">;
  readonly seen: SignalsSeen;
}

export const seenFrom = (answer: (key: string) => string): SignalsSeen => {
  const seen: Record<string, boolean> = {};
  for (const key of signalKeys) {
    const said = answer(key);
    if (said === "是" || said === "否") seen[key] = said === "是";
  }
  return seen;
};

const scoreAt = (register: Register, index: number, book: SiteBook, on: CalendarDay): ClientScore => {
  const seen = seenFrom((key) => textAt(register, key, index));
  const score = scoreOf(seen, book.site.policies.weights);
  return { ...score, seen, scoredOn: on, suggested: suggestedGrade(score.score) };
};

const saysSomething = (register: Register, index: number): boolean =>
  signalKeys.some((key) => ["是", "否"].includes(textAt(register, key, index)));

/**
 * The latest of each client; of two on a day the one that stands later. A row without any signal has no score, on the
 * sheet either, and one of a day to come is a slip.
 */
export const latestScores = (book: SiteBook, today: CalendarDay): ReadonlyMap<ClientNumber, ClientScore> => {
  const register = book.registers.intentScores;
  const latest = new Map<ClientNumber, { readonly index: number; readonly on: CalendarDay }>();
  for (let index = 0; register && index < register.count; index++) {
    const client = clientAt(register, "clientId", index);
    const on = dayOfCell(cellAt(register, "scoredOn", index), today);
    if (client === undefined || on === undefined || on > today || !saysSomething(register, index)) continue;
    const before = latest.get(client);
    if (before === undefined || on >= before.on) latest.set(client, { index, on });
  }
  const found = new Map<ClientNumber, ClientScore>();
  for (const [client, { index, on }] of latest)
    if (register) found.set(client, scoreAt(register, index, book, on));
  return found;
};

export const warmthWants: Wanted = {
  visitors: ["clientId", "visitDate"],
  followUps: ["clientId", "contactedAt", "method"],
};

/** R17 by 来访 of 跟踪记录 after the first visit. Clients who have never been here are not in it. */
export const warmths = (
  book: SiteBook,
  today: CalendarDay,
): ReadonlyMap<ClientNumber, Warmth | undefined> => {
  const { visitors, followUps } = book.registers;
  const first = new Map<ClientNumber, CalendarDay>();
  for (let index = 0; visitors && index < visitors.count; index++) {
    const client = clientAt(visitors, "clientId", index);
    const day = dayOfCell(cellAt(visitors, "visitDate", index), today);
    const before = client && first.get(client);
    if (client !== undefined && day !== undefined && (before === undefined || day < before))
      first.set(client, day);
  }
  const returned = new Map<ClientNumber, CalendarDay>();
  for (let index = 0; followUps && index < followUps.count; index++) {
    if (textAt(followUps, "method", index) !== "来访") continue;
    const client = clientAt(followUps, "clientId", index);
    const at = dayOfCell(cellAt(followUps, "contactedAt", index), today);
    if (client === undefined || at === undefined) continue;
    const day = dayOf(at);
    const before = returned.get(client);
    // The first visit has a row in 跟踪记录 too.
    if (day > (first.get(client) ?? day) && (before === undefined || day < before)) returned.set(client, day);
  }
  return new Map([...first].map(([client, day]) => [client, warmth(day, returned.get(client), today)]));
};

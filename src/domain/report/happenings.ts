/** What happened at a site in a time: calls, visits, contacts, deals, each once. */
import type { CalendarDay, Moment } from "../kit/calendar-day";
import type { ClientNumber } from "../rules/client-number";
import { gradeWants } from "../register/grade-rows";
import { clientAt, dayOfCell, momentOfCell, textAt } from "../register/raw-cell";
import { namesOf } from "../register/care/referrals";
import { cellAt } from "../register/register";
import { isLive, salesLedger, salesWants } from "../register/sales/sales-ledger";
import type { SiteBook } from "../register/site";
import { beyond, type RowsAsked } from "../register/some-rows";
import { notesOf, ownerOf, standings, whenCell } from "../register/standing";
import type { Wanted } from "../register/wanted";
import { spelled } from "../register/read-answer";
import { choicesIn } from "./clients";
import { isWithin } from "./period";
import type { Period } from "./report";

export const happeningWants: Wanted = {
  visitors: ["clientId", "visitDate", "name", "consultant", "channels", "notes"],
  calls: ["clientId", "calledAt", "name", "consultant", "channels", "notes"],
  grades: gradeWants,
  followUps: ["contactedAt", "clientId", "method", "notes", "consultant"],
  deals: salesWants.deals,
  applications: salesWants.applications,
};

/** Of a report's columns those that say when something happened, and whatever is counted of everybody. */
export const happeningFirst = (wanted: Wanted): Wanted => ({
  ...wanted,
  visitors: ["clientId", "visitDate", "name"],
  calls: ["clientId", "calledAt", "name"],
  followUps: ["contactedAt"],
});

const dayKeys = { visitors: "visitDate", calls: "calledAt", followUps: "contactedAt" } as const;

/** The rows of what happened in any of these times: of a day a handful, however much the registers hold. */
export const happeningRows = (
  first: Wanted,
  wanted: Wanted,
  periods: readonly Period[],
  today: CalendarDay,
): RowsAsked => ({
  first,
  rowsOf: ({ registers }) =>
    new Map(
      (["visitors", "calls", "followUps"] as const).map((form) => {
        const found = new Set<number>();
        for (const [index, cell] of (registers[form]?.columns.get(dayKeys[form]) ?? []).entries()) {
          const day = dayOfCell(cell, today);
          if (periods.some((period) => isWithin(day, period))) found.add(index);
        }
        return [form, found];
      }),
    ),
  wanted: beyond(first, wanted),
});

/** Without the words of talks, where nobody reads them; a row without a day may have nothing else. */
export const withoutTalks = (wanted: Wanted, { from }: Period): Wanted =>
  from === undefined
    ? wanted
    : Object.fromEntries(
        Object.entries(wanted).map(([form, keys]) => [
          form,
          keys === "all" ? keys : keys.filter((key) => key !== "notes"),
        ]),
      );

export const happeningKinds = ["来电", "新来访", "复访", "跟进", "认购"] as const;
export type HappeningKind = (typeof happeningKinds)[number];

export interface Happening {
  readonly kind: HappeningKind;
  /** To the minute where one was noted. */
  readonly at: Moment | CalendarDay | undefined;
  readonly day: CalendarDay | undefined;
  readonly client: ClientNumber | undefined;
  readonly name: string;
  readonly consultant: string;
  readonly channels: readonly string[];
  readonly notes: string;
  /** Of a follow-up. */
  readonly method: string;
  /** Of a deal. */
  readonly amount: number;
}

/**
 * Calls and first visits are rows of their registers; the contact that was written with each of them is not counted
 * again. A client's later visits of one day are one.
 */
export const happeningsOf = (book: SiteBook, period: Period, today: CalendarDay): readonly Happening[] => {
  const { site, registers } = book;
  const found: Happening[] = [];
  const rows = new Set<string>();
  const names = namesOf(book);
  for (const standing of standings(book)) {
    const { form, register, index, clientId, name } = standing;
    const at = momentOfCell(whenCell(standing), today);
    const day = dayOfCell(whenCell(standing), today);
    if (!isWithin(day, period)) continue;
    const kind = form === "visitors" ? "新来访" : "来电";
    rows.add(`${clientId ?? ""} ${day ?? ""} ${kind}`);
    found.push({
      kind,
      // A visit's box has a day and no hour.
      at: kind === "新来访" ? day : at,
      day,
      client: clientId,
      name,
      consultant: ownerOf(standing, site),
      channels: choicesIn(textAt(register, "channels", index)),
      notes: notesOf(standing),
      method: "",
      amount: 0,
    });
  }
  const { followUps } = registers;
  const again = new Set<string>();
  for (let index = 0; followUps && index < followUps.count; index++) {
    const cell = cellAt(followUps, "contactedAt", index);
    const day = dayOfCell(cell, today);
    const client = clientAt(followUps, "clientId", index);
    if (!isWithin(day, period)) continue;
    const notes = textAt(followUps, "notes", index);
    const method = textAt(followUps, "method", index);
    if (day === undefined && client === undefined && notes === "" && method === "") continue;
    const kind = method === "来访" ? "复访" : "跟进";
    const one = `${client ?? ""} ${day ?? ""}`;
    if (client !== undefined) {
      if (kind === "复访" && rows.has(`${one} 新来访`)) continue;
      // Only the one contact that stands for the call.
      if (method === "电话" && rows.delete(`${one} 来电`)) continue;
      if (kind === "复访" && again.has(one)) continue;
      if (kind === "复访") again.add(one);
    }
    found.push({
      kind,
      at: momentOfCell(cell, today),
      day,
      client,
      name: client === undefined ? "" : (names.get(client) ?? ""),
      consultant: spelled(site, textAt(followUps, "consultant", index)),
      channels: [],
      notes,
      method,
      amount: 0,
    });
  }
  for (const deal of salesLedger(book, today).deals) {
    if (!isLive(deal) || !isWithin(deal.subscribedOn, period)) continue;
    found.push({
      kind: "认购",
      at: deal.subscribedOn,
      day: deal.subscribedOn,
      client: deal.clientId,
      name: deal.name,
      consultant: spelled(site, deal.consultant),
      channels: [],
      notes: deal.unitNow,
      method: "",
      amount: deal.totalPrice ?? 0,
    });
  }
  return found;
};

/**
 * R15: a message within 10 minutes of a first call and 30 of a first visit; on the day, until one has gone out. It
 * answers somebody's own call or visit, so that it goes to all but those who said no, not only to who agreed.
 */
import { addDays, type CalendarDay, dayOf, minutesOf, type Moment, momentAt } from "../../kit/calendar-day";
import type { ClientNumber } from "../../rules/client-number";
import { consents } from "./consents";
import { clientAt, momentOfCell, textAt } from "../raw-cell";
import { cellAt } from "../register";
import type { SiteBook } from "../site";
import { dayOfStanding, ownerOf, standings, whenCell } from "../standing";
import type { Wanted } from "../wanted";

export const firstMessageWants: Wanted = {
  visitors: ["clientId", "visitDate", "consultant", "name", "gender"],
  calls: ["clientId", "calledAt", "consultant", "name", "gender"],
  followUps: ["clientId", "contactedAt", "method"],
  profiles: ["clientId", "consent"],
};

/** Minutes after a first call, and after a first visit. */
const messageWithin = { call: 10, visit: 30 } as const;

export interface FirstMessage {
  readonly client: ClientNumber;
  readonly name: string;
  readonly gender: string;
  readonly consultant: string;
  readonly after: keyof typeof messageWithin;
  /** Nothing where nobody wrote down the hour of the visit. */
  readonly by: Moment | undefined;
}

const messages = new Set(["短信", "微信"]);

const minutesLater = (at: Moment, minutes: number): Moment => {
  const sum = minutesOf(at) + minutes;
  return momentAt(addDays(dayOf(at), Math.floor(sum / 1440)), sum % 1440);
};

const isMoment = (at: Moment | CalendarDay | undefined): at is Moment => at !== undefined && at.length > 10;

interface Newcomer {
  readonly first: CalendarDay;
  readonly visited: boolean;
  readonly name: string;
  readonly gender: string;
  readonly consultant: string;
  readonly at: Moment | undefined;
}

/** Clients whose first visit, or first contact at all by a call, is of today. */
const newcomers = (book: SiteBook, today: CalendarDay): ReadonlyMap<ClientNumber, Newcomer> => {
  const ofToday = new Set<ClientNumber | undefined>();
  for (const standing of standings(book))
    if (dayOfStanding(standing, today) === today) ofToday.add(standing.clientId);
  const found = new Map<ClientNumber, Newcomer>();
  for (const standing of standings(book)) {
    const { clientId, form, name, register, index } = standing;
    if (clientId === undefined || !ofToday.has(clientId)) continue;
    const day = dayOfStanding(standing, today);
    if (day === undefined) continue;
    const before = found.get(clientId);
    const visited = form === "visitors";
    // A caller who has been here is a visitor; who has been here or called before, in whichever row, is no newcomer.
    if (before !== undefined && (before.first <= day || (before.visited && !visited))) continue;
    const when = momentOfCell(whenCell(standing), today);
    found.set(clientId, {
      first: day,
      visited,
      name,
      gender: textAt(register, "gender", index),
      consultant: ownerOf(standing, book.site),
      at: isMoment(when) ? when : undefined,
    });
  }
  return new Map([...found].filter(([, { first }]) => first === today));
};

export const firstMessages = (book: SiteBook, today: CalendarDay): readonly FirstMessage[] => {
  const fresh = newcomers(book, today);
  if (fresh.size === 0) return [];
  const said = consents(book);
  const sent = new Set<ClientNumber>();
  const came = new Map<ClientNumber, Moment>();
  const { followUps } = book.registers;
  for (let index = 0; followUps && index < followUps.count; index++) {
    const client = clientAt(followUps, "clientId", index);
    if (client === undefined || !fresh.has(client)) continue;
    const at = momentOfCell(cellAt(followUps, "contactedAt", index), today);
    if (at === undefined || dayOf(at) !== today) continue;
    const method = textAt(followUps, "method", index);
    if (messages.has(method)) sent.add(client);
    const known = came.get(client);
    if (method === "来访" && isMoment(at) && minutesOf(at) > 0 && (known === undefined || at < known))
      came.set(client, at);
  }
  const found: FirstMessage[] = [];
  for (const [client, { visited, name, gender, consultant, at }] of fresh) {
    if (sent.has(client) || said.get(client) === "no") continue;
    const after = visited ? "visit" : "call";
    const since = visited ? came.get(client) : at;
    const by = since && minutesLater(since, messageWithin[after]);
    found.push({ client, name, gender, consultant, after, by });
  }
  return found.sort((a, b) => ((a.by ?? today) < (b.by ?? today) ? -1 : 1));
};

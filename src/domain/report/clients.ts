/** Everybody who called or came, once: what reports count people by. */
import { choiceSeparator } from "../form/field";
import type { CalendarDay } from "../kit/calendar-day";
import type { ClientNumber } from "../rules/client-number";
import type { Grade, ReachedDays } from "../rules/grade";
import { isFirm } from "../rules/name-wording";
import { gradeRowOf, gradeRows, gradeWants } from "../register/grade-rows";
import { clientAt, textAt } from "../register/raw-cell";
import { readNumber } from "../register/read-number";
import { liveDealsOf } from "../register/care/referrals";
import { cellAt, type Register } from "../register/register";
import { type Deal, salesWants } from "../register/sales/sales-ledger";
import type { SiteBook } from "../register/site";
import { dayOfStanding, ownerOf, standings } from "../register/standing";
import type { Wanted } from "../register/wanted";
import { ageBand } from "./bands";
import { firms } from "./report";

export const clientWants: Wanted = {
  visitors: ["clientId", "visitDate", "name", "consultant", "age", "channels", "residenceArea", "occupation"],
  calls: ["clientId", "calledAt", "name", "consultant", "channels", "residenceArea"],
  grades: gradeWants,
  deals: salesWants.deals,
  applications: salesWants.applications,
};

export interface Client {
  /** Nothing for a row that has no number yet: such a row is a client of its own. */
  readonly id: ClientNumber | undefined;
  readonly name: string;
  /** The first call or visit; nothing where no day can be read. */
  readonly first: CalendarDay | undefined;
  readonly firstBy: "来访" | "来电";
  /** Has been here. */
  readonly came: boolean;
  /** The owner now; who took the first call or visit where 等级跟踪 has no row. */
  readonly consultant: string;
  readonly channels: readonly string[];
  readonly residenceArea: string;
  readonly occupation: string;
  /** R18's band, 单位名义, or nothing. */
  readonly age: string;
  readonly grade: Grade | undefined;
  readonly reached: ReachedDays;
  /** Live ones. */
  readonly deals: readonly Deal[];
}

/** 单位购房, or a firm's name: a purchase in a firm's name (R18). */
export const inFirmsName = (name: string, occupation: string): boolean =>
  occupation === "单位购房" || isFirm(name);

export const choicesIn = (text: string): readonly string[] =>
  text
    .split(/[、,，;；]/u)
    .map((each) => each.trim())
    .filter((each) => each !== "");

export const joined = (choices: readonly string[]): string => choices.join(choiceSeparator);

export const ageAt = (register: Register, index: number): number | undefined => {
  const cell = cellAt(register, "age", index);
  return typeof cell === "number" || typeof cell === "string" ? readNumber(cell) : undefined;
};

interface Gathering {
  id: ClientNumber | undefined;
  name: string;
  first: CalendarDay | undefined;
  firstBy: Client["firstBy"];
  came: boolean;
  owner: string;
  channels: string;
  residenceArea: string;
  occupation: string;
  age: number | undefined;
}

const known = new WeakMap<SiteBook, { readonly today: CalendarDay; readonly clients: readonly Client[] }>();

/** How many `clientsOf` has, without gathering what is said of them. */
export const clientCount = (book: SiteBook): number => {
  const people = standings(book);
  const numbers = new Set<ClientNumber>();
  let bare = 0;
  for (const { clientId } of people)
    if (clientId === undefined) bare++;
    else numbers.add(clientId);
  return numbers.size + bare;
};

/** In the workbook's order. Gathered once a book. */
export const clientsOf = (book: SiteBook, today: CalendarDay): readonly Client[] => {
  const before = known.get(book);
  if (before?.today === today) return before.clients;
  const clients = gather(book, today);
  known.set(book, { today, clients });
  return clients;
};

const gather = (book: SiteBook, today: CalendarDay): readonly Client[] => {
  const grades = gradeRowOf(gradeRows(book, today));
  const deals = liveDealsOf(book, today);
  const byId = new Map<ClientNumber, Gathering>();
  const found: Gathering[] = [];
  for (const standing of standings(book)) {
    const { form, register, index, clientId } = standing;
    const day = dayOfStanding(standing, today);
    const by = form === "visitors" ? "来访" : "来电";
    const text = (key: string): string => textAt(register, key, index);
    const own = (clientId === undefined ? undefined : byId.get(clientId)) ?? {
      id: clientId,
      name: standing.name,
      first: undefined,
      firstBy: by,
      came: false,
      owner: "",
      channels: "",
      residenceArea: "",
      occupation: "",
      age: undefined,
    };
    if (clientId === undefined || !byId.has(clientId)) found.push(own);
    if (clientId !== undefined) byId.set(clientId, own);
    if (day !== undefined && (own.first === undefined || day < own.first)) {
      own.first = day;
      own.firstBy = by;
      // What brought them the first time.
      own.channels = text("channels") || own.channels;
      own.owner = ownerOf(standing, book.site) || own.owner;
    }
    own.came ||= form === "visitors";
    own.owner ||= ownerOf(standing, book.site);
    own.channels ||= text("channels");
    own.residenceArea ||= text("residenceArea");
    own.occupation ||= text("occupation");
    own.age ??= ageAt(register, index);
  }
  return found.map((own): Client => {
    const row = own.id === undefined ? undefined : grades.get(own.id);
    // Property by property: there are twenty thousand.
    return {
      id: own.id,
      name: own.name,
      first: own.first,
      firstBy: own.firstBy,
      came: own.came,
      residenceArea: own.residenceArea,
      occupation: own.occupation,
      consultant: row?.consultant || own.owner,
      channels: choicesIn(own.channels),
      age: inFirmsName(own.name, own.occupation) ? firms : ageBand(own.age),
      grade: row?.grade,
      reached: row?.reached ?? {},
      deals: (own.id === undefined ? undefined : deals.get(own.id)) ?? [],
    };
  });
};

/** By number, the age 来访登记 has: for those whose own row does not say it. */
export const agesOf = ({ registers: { visitors } }: SiteBook): ReadonlyMap<ClientNumber, number> => {
  const ages = new Map<ClientNumber, number>();
  for (let index = 0; visitors && index < visitors.count; index++) {
    const client = clientAt(visitors, "clientId", index);
    const age = ageAt(visitors, index);
    if (client !== undefined && age !== undefined && !ages.has(client)) ages.set(client, age);
  }
  return ages;
};

/** By number, the day of the first call or visit. */
export const firstDays = (book: SiteBook, today: CalendarDay): ReadonlyMap<ClientNumber, CalendarDay> => {
  const days = new Map<ClientNumber, CalendarDay>();
  for (const { id, first } of clientsOf(book, today))
    if (id !== undefined && first !== undefined) days.set(id, first);
  return days;
};

export const birthdayAge = (birthday: CalendarDay | undefined, on: CalendarDay): number | undefined => {
  if (birthday === undefined || birthday > on) return undefined;
  const years = Number(on.slice(0, 4)) - Number(birthday.slice(0, 4));
  return on.slice(5) < birthday.slice(5) ? years - 1 : years;
};

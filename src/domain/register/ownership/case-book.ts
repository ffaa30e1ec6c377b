/** R9: the facts of a client's case, gathered from the registers. */
import { type CalendarDay, dayOf } from "../../kit/calendar-day";
import { receptionKinds, type ReceptionKind } from "../../forms/rotation";
import { isAppointment } from "../../rules/appointment";
import type { ClientNumber } from "../../rules/client-number";
import {
  type AssignmentFact,
  type CallFact,
  type ContactFact,
  type Facts,
  type Lack,
  noFacts,
  type ReferrerFact,
  type RowAt,
  type Unread,
  type VisitFact,
} from "../../rules/ownership-facts";
import { isOwnershipPolicy } from "../../rules/ownership-lines";
import type { OwnershipRules } from "../../rules/claims";
import { latestReached } from "../../rules/grade";
import { needKeys } from "../../rules/visit-discipline";
import { dayAt } from "../day-at";
import { gradeWants, reachedAt } from "../grade-rows";
import { kinWants } from "./kin-on-file";
import { spelled } from "../read-answer";
import { clientAt, whenOfCell, textAt } from "../raw-cell";
import { cellAt, type Register, rowNumber } from "../register";
import type { Site, SiteBook } from "../site";
import { phonesOf, type Standing, standings, whenCell } from "../standing";
import type { Wanted } from "../wanted";

const callNeedKeys = ["propertyType", "layout", "areaBand", "acceptablePrice"] as const;

export const ownershipWants: Wanted = {
  visitors: [
    "clientId",
    "visitDate",
    "consultant",
    "name",
    "gender",
    "phone",
    "mobile",
    "referrerId",
    "nextAppointment",
    ...kinWants.visitors,
    ...needKeys,
  ],
  calls: ["clientId", "calledAt", "consultant", "name", "gender", "mobile", "otherContact", ...callNeedKeys],
  grades: [...gradeWants, "formerConsultant", "remarks"],
  followUps: ["clientId", "contactedAt", "method", "nextAt", "nextReason", "consultant"],
  invitations: ["clientId", "invitedFor", "consultant"],
  deals: ["dealId", "status"],
  receptions: ["at", "clientId", "receiver", "kind"],
  profiles: ["clientId", "idCard", ...kinWants.profiles],
};

export const rulesOf = ({ policies }: Site): OwnershipRules => ({
  ownership: isOwnershipPolicy(policies.ownership) ? policies.ownership : "000",
  claimDays: policies.claimDays,
  callDays: policies.callDays,
});

/** 原置业顾问: one, or several joined with `、`, the latest last. People who write it by hand join them as they like. */
export const formersOf = (cell: string): readonly string[] =>
  cell
    .split(/[、,，;；/／]/u)
    .map((name) => name.trim())
    .filter((name) => name !== "");

interface Gathered {
  readonly people: Standing[];
  readonly receptions: VisitFact[];
  readonly contacts: ContactFact[];
  readonly assigned: AssignmentFact[];
  closed: boolean;
  /** The manager has said that they share their phone with somebody else. */
  sharesPhone: boolean;
}

/** As a registration writes it into 备注 of 等级跟踪, and as people write it themselves. */
export const saysShared = (remarks: string): boolean => remarks.includes("共用电话");

/** As the roster spells them. */
export const formersAt = (site: Site, register: Register, index: number): readonly string[] =>
  formersOf(textAt(register, "formerConsultant", index)).map((name) => spelled(site, name));

/** What is needed of a book for any number of verdicts: every register is gone through once. */
export interface CaseBook {
  readonly book: SiteBook;
  readonly today: CalendarDay;
  readonly of: ReadonlyMap<ClientNumber, Gathered>;
}

const rowAt = (register: Register, index: number): RowAt => ({
  form: register.form.key as RowAt["form"],
  sheet: register.sheet,
  row: rowNumber(register, index),
});

const isKind = (text: string): text is ReceptionKind => (receptionKinds as readonly string[]).includes(text);

export const caseBook = (book: SiteBook, today: CalendarDay): CaseBook => {
  const of = new Map<ClientNumber, Gathered>();
  const at = (client: ClientNumber): Gathered => {
    const found = of.get(client);
    if (found) return found;
    const made: Gathered = {
      people: [],
      receptions: [],
      contacts: [],
      assigned: [],
      closed: false,
      sharesPhone: false,
    };
    of.set(client, made);
    return made;
  };
  const each = (
    register: Register | undefined,
    key: string,
    look: (client: ClientNumber, register: Register, index: number) => void,
  ): void => {
    for (let index = 0; register && index < register.count; index++) {
      const client = clientAt(register, key, index);
      if (client !== undefined) look(client, register, index);
    }
  };
  const { registers, site } = book;
  for (const standing of standings(book))
    if (standing.clientId !== undefined) at(standing.clientId).people.push(standing);
  each(registers.visitors, "clientId", (client, register, index) => {
    const when = whenOfCell(cellAt(register, "visitDate", index), today);
    const agreedFor = dayAt(register, "nextAppointment", index, today);
    const by = spelled(site, textAt(register, "consultant", index));
    if (when === undefined || agreedFor === undefined || by === "") return;
    at(client).contacts.push({ at: when, by, agreedFor, row: rowAt(register, index) });
  });
  each(registers.receptions, "clientId", (client, register, index) => {
    const when = whenOfCell(cellAt(register, "at", index), today);
    const kind = textAt(register, "kind", index);
    const by = spelled(site, textAt(register, "receiver", index));
    if (when === undefined || by === "") return;
    at(client).receptions.push({
      at: when,
      by,
      kind: isKind(kind) ? kind : undefined,
      lacks: [],
      row: rowAt(register, index),
    });
  });
  each(registers.followUps, "clientId", (client, register, index) => {
    const when = whenOfCell(cellAt(register, "contactedAt", index), today);
    const by = spelled(site, textAt(register, "consultant", index));
    if (when === undefined || by === "") return;
    const agreedFor = isAppointment(textAt(register, "method", index), textAt(register, "nextReason", index))
      ? dayAt(register, "nextAt", index, today)
      : undefined;
    at(client).contacts.push({ at: when, by, agreedFor, row: rowAt(register, index) });
  });
  each(registers.grades, "clientId", (client, register, index) => {
    if (saysShared(textAt(register, "remarks", index))) at(client).sharesPhone = true;
    at(client).assigned.push({
      consultant: spelled(site, textAt(register, "consultant", index)),
      formers: formersOf(textAt(register, "formerConsultant", index)),
      givenUp: latestReached(reachedAt(register, index, today)) === "×",
      row: rowAt(register, index),
    });
  });
  each(registers.invitations, "clientId", (client, register, index) => {
    const when = dayAt(register, "invitedFor", index, today);
    const own = at(client);
    const by = spelled(site, textAt(register, "consultant", index)) || (own.assigned[0]?.consultant ?? "");
    if (when !== undefined && by !== "")
      own.contacts.push({ at: when, by, agreedFor: when, row: rowAt(register, index) });
  });
  each(registers.deals, "dealId", (client, register, index) => {
    if (textAt(register, "status", index) !== "已退房") at(client).closed = true;
  });
  return { book, today, of };
};

const lacksOf = ({ form, register, index, name }: Standing, phones: boolean): readonly Lack[] => {
  const needs: readonly string[] = form === "visitors" ? needKeys : callNeedKeys;
  return [
    ...(name === "" ? (["name"] as const) : []),
    ...(textAt(register, "gender", index) === "" ? (["gender"] as const) : []),
    ...(phones ? [] : (["phone"] as const)),
    ...(needs.some((key) => textAt(register, key, index) !== "") ? [] : (["need"] as const)),
  ];
};

interface Registered {
  readonly visit: VisitFact;
}

/**
 * What a reception lacks that only the log knows of: what its registration lacks. That is the receiver's own, or one
 * that was there by the day; what a colleague writes down later says nothing of it (004 第一部分一).
 */
const lacksOfLogged = (logged: VisitFact, rows: readonly Registered[]): readonly Lack[] =>
  rows
    .filter(({ visit }) => visit.by === logged.by || dayOf(visit.at) <= dayOf(logged.at))
    .reduce<readonly Lack[] | undefined>(
      (least, { visit: { lacks } }) => (least === undefined || lacks.length < least.length ? lacks : least),
      undefined,
    ) ?? ["record"];

/** The register's row and the log's line of one reception are one visit: the row it stands on is the register's. */
const visitsOf = (rows: readonly Registered[], log: readonly VisitFact[]): readonly VisitFact[] => {
  const open = [...log];
  const registered = rows.map(({ visit }) => {
    const same = open
      .filter(({ at, by, kind }) => dayOf(at) === dayOf(visit.at) && by === visit.by && kind !== "轮空")
      .sort((a, b) => (a.at < b.at ? -1 : 1))[0];
    if (same === undefined) return visit;
    open.splice(open.indexOf(same), 1);
    return { ...visit, at: same.at, kind: same.kind };
  });
  return [...registered, ...open.map((each) => ({ ...each, lacks: lacksOfLogged(each, rows) }))];
};

const referrerOf = (people: readonly Standing[], { book, of }: CaseBook): ReferrerFact | undefined => {
  for (const { form, register, index, clientId } of people) {
    const referrer = form === "visitors" ? clientAt(register, "referrerId", index) : undefined;
    if (referrer === undefined || referrer === clientId) continue;
    return referrerFact(referrer, { book, of }, rowAt(register, index));
  }
  return undefined;
};

/** Whose the client is who brought somebody. */
export const referrerFact = (
  referrer: ClientNumber,
  { book, of }: Pick<CaseBook, "book" | "of">,
  otherwise: RowAt,
): ReferrerFact => {
  const theirs = of.get(referrer);
  const [assigned] = theirs?.assigned ?? [];
  const [first] = theirs?.people ?? [];
  return {
    clientId: referrer,
    name: first?.name ?? "",
    owner:
      assigned?.consultant ||
      (first ? spelled(book.site, textAt(first.register, "consultant", first.index)) : ""),
    row: assigned?.row ?? (first ? rowAt(first.register, first.index) : otherwise),
  };
};

/** Everything on record about one client. */
export const factsOf = (cases: CaseBook, client: ClientNumber): Facts => {
  const { book, today, of } = cases;
  const own = of.get(client);
  if (own === undefined) return noFacts;
  const visits: Registered[] = [];
  const calls: CallFact[] = [];
  const unread: Unread[] = [];
  for (const standing of own.people) {
    const { form, register, index } = standing;
    const when = whenOfCell(whenCell(standing), today);
    const by = spelled(book.site, textAt(register, "consultant", index));
    const row = rowAt(register, index);
    if (when === undefined) unread.push({ what: "day", by, row });
    if (by === "") unread.push({ what: "consultant", by, row });
    if (when === undefined || by === "") continue;
    const lacks = lacksOf(
      standing,
      phonesOf(standing, book.site).length > 0 || textAt(register, "otherContact", index) !== "",
    );
    const fact = { at: when, by, lacks, row };
    if (form === "visitors") visits.push({ visit: { ...fact, kind: undefined } });
    else calls.push(fact);
  }
  return {
    visits: visitsOf(visits, own.receptions),
    calls,
    contacts: own.contacts,
    referrer: referrerOf(own.people, cases),
    assigned: own.assigned,
    closed: own.closed,
    unread,
  };
};

/** What stands on each card that is asked for: answers in words, what is ticked, the contacts it lists. */
import type { Card } from "../../form/card";
import { fieldsOf } from "../../form/form";
import { type CardKey, cardFor } from "../../forms/card/index";
import { formOf } from "../../forms/index";
import type { CalendarDay } from "../../kit/calendar-day";
import { type ClientNumber, parseClientNumber } from "../../rules/client-number";
import { callerKeys, callerRecords } from "./caller-records";
import { cardAnswer, ticked } from "./card-answer";
import { type Around, computedCell, knownClients } from "./card-computed";
import { afterVisit, type CardContact, contactsByClient } from "./card-contacts";
import { dayAt, timeAt } from "../day-at";
import { clientAt, textAt } from "../raw-cell";
import { spelled } from "../read-answer";
import { cellAt, isBlankRow, type RawCell, type Register } from "../register";
import type { Site, SiteBook } from "../site";
import type { Wanted } from "../wanted";

export interface CardRecord {
  /** As the card prints it: "LY-ZS001", "SQ-20261122-01"; empty on an empty card. */
  readonly id: string;
  readonly name: string;
  readonly consultant: string;
  /** The day the record is of, in words. */
  readonly day: string;
  /** By key, in words; a key nobody has answered is absent. */
  readonly answers: ReadonlyMap<string, string>;
  readonly chosen: ReadonlyMap<string, readonly string[]>;
  /** In the order of time. */
  readonly contacts: readonly CardContact[];
  /** Contacts the lost client's table begins with: the visit itself is one of them. */
  readonly visit: CardContact | undefined;
}

export interface CardQuestion {
  readonly card: CardKey;
  /** Absent: all. Of a deal or a lost client the number without its letter. */
  readonly clients?: readonly ClientNumber[];
  readonly applications?: readonly string[];
  readonly consultant?: string;
  /** By the record's day, both inclusive; a record without one is left out where either is given. */
  readonly from?: CalendarDay;
  readonly to?: CalendarDay;
  readonly masked: boolean;
}

interface Keys {
  readonly id: string;
  readonly client: string;
  readonly day: string;
}

const keys = {
  visitors: { id: "clientId", client: "clientId", day: "visitDate" },
  deals: { id: "dealId", client: "dealId", day: "subscribedOn" },
  lostClients: { id: "lostId", client: "lostId", day: "givenUpOn" },
  applications: { id: "no", client: "clientId", day: "appliedOn" },
} as const satisfies Readonly<Record<string, Keys>>;

/** Who has only called. */
const callKeys: Keys = { id: "clientId", client: "clientId", day: "calledAt" };

const keysOf = (card: Card): Keys => keys[card.form as keyof typeof keys];

/** What a card's records are made of. */
export const cardWants = (card: CardKey): Wanted => {
  const { form } = cardFor(card);
  const contacts = card === "visitors" || form === "applications" ? [] : followUpKeys;
  return {
    ...(form !== "visitors" && { visitors: ["clientId", "name", "visitDate", "notes", "consultant"] }),
    calls: card === "returnVisits" ? callerKeys : ["clientId", "name", "calledAt"],
    ...(contacts.length > 0 && { followUps: contacts }),
    [form]: "all",
  };
};

const followUpKeys = ["contactedAt", "clientId", "method", "notes", "feedback", "consultant"] as const;

export const emptyRecord: CardRecord = {
  id: "",
  name: "",
  consultant: "",
  day: "",
  answers: new Map(),
  chosen: new Map(),
  contacts: [],
  visit: undefined,
};

type Asked = Omit<CardQuestion, "clients" | "applications"> & {
  readonly clients: ReadonlySet<string> | undefined;
  readonly applications: ReadonlySet<string> | undefined;
};

const isAsked = (
  register: Register,
  index: number,
  { id, client, day }: Keys,
  card: Card,
  question: Asked,
  today: CalendarDay,
  site: Site,
): boolean => {
  if (isBlankRow(register, index) || textAt(register, id, index) + textAt(register, "name", index) === "")
    return false;
  if (card.kind !== undefined && textAt(register, "kind", index) !== card.kind) return false;
  const { clients, applications, consultant, from, to } = question;
  if (consultant !== undefined && spelled(site, textAt(register, "consultant", index)) !== consultant)
    return false;
  const number = clientAt(register, client, index);
  if (clients !== undefined && (number === undefined || !clients.has(number))) return false;
  if (applications !== undefined && !applications.has(textAt(register, id, index))) return false;
  if (from === undefined && to === undefined) return true;
  const on = dayAt(register, day, index, today);
  return on !== undefined && (from === undefined || on >= from) && (to === undefined || on <= to);
};

/** The cell as the sheet has it or would have it; a day written without its year with the one its row says. */
const writtenCell = (register: Register, key: string, index: number, around: Around): RawCell => {
  const cell = computedCell(register, key, index, around);
  const kind = register.form.fields[key]?.kind;
  return typeof cell === "string" && (kind === "day" || kind === "moment")
    ? (timeAt(register, key, index, around.today) ?? cell)
    : cell;
};

/**
 * The records in the order they are printed: as the register has them; where the cards are bound by consultant, by
 * consultant as the roster has them, and within by number.
 */
export const cardRecords = (
  book: SiteBook,
  question: CardQuestion,
  today: CalendarDay,
): readonly CardRecord[] => {
  const card = cardFor(question.card);
  const register = book.registers[card.form];
  if (register === undefined) return [];
  const about = { site: book.site, today, masked: question.masked };
  const of = keysOf(card);
  const known = knownClients(book, today);
  const contacts = contactsByClient(book, today, question.masked);
  const visits = visitRows(book);
  const asked: Asked = {
    ...question,
    ...(question.consultant !== undefined && { consultant: spelled(book.site, question.consultant) }),
    clients: question.clients && new Set(question.clients),
    applications: question.applications && new Set(question.applications),
  };
  const records: CardRecord[] = [];
  for (let index = 0; index < register.count; index++) {
    if (!isAsked(register, index, of, card, asked, today, book.site)) continue;
    const client = clientAt(register, of.client, index);
    const theirs = client === undefined ? [] : (contacts.get(client) ?? []);
    const around = { known: client && known.get(client), contacts: theirs, today };
    const answers = new Map<string, string>();
    const chosen = new Map<string, readonly string[]>();
    for (const [key, field] of fieldsOf(formOf(card.form))) {
      const cell = writtenCell(register, key, index, around);
      const answer = cardAnswer(field, cell, about);
      if (answer !== "") answers.set(key, answer);
      const choices = ticked(field, cell, about);
      if (choices.length > 0) chosen.set(key, choices);
    }
    const visited = around.known?.firstVisit;
    const row = client === undefined ? undefined : visits.get(client);
    const talk = row === undefined ? "" : cardAnswer(notesField, row.notes, about);
    records.push({
      id: answers.get(of.id) ?? "",
      name: answers.get("name") ?? "",
      consultant: spelled(book.site, answers.get("consultant") ?? ""),
      day: answers.get(of.day) ?? "",
      answers,
      chosen,
      contacts: afterVisit(theirs, visited, talk),
      visit:
        visited === undefined
          ? undefined
          : { at: visited, method: "来访", consultant: row?.consultant ?? "", notes: talk, feedback: "" },
    });
  }
  if (question.card === "returnVisits")
    records.push(
      ...callerRecords(book, {
        contacts,
        visited: new Set(visits.keys()),
        isAsked: (calls, index) => isAsked(calls, index, callKeys, card, asked, today, book.site),
        clients: asked.clients,
        today,
        masked: question.masked,
      }),
    );
  return card.bound ? byConsultant(records, book) : records;
};

const notesField = formOf("visitors").fields["notes"] as ReturnType<typeof fieldsOf>[number][1];

interface VisitRow {
  readonly notes: ReturnType<typeof cellAt>;
  readonly consultant: string;
}

const visitRows = ({ site, registers: { visitors } }: SiteBook): ReadonlyMap<ClientNumber, VisitRow> => {
  const found = new Map<ClientNumber, VisitRow>();
  for (let index = 0; visitors && index < visitors.count; index++) {
    const client = clientAt(visitors, "clientId", index);
    if (client !== undefined && !found.has(client))
      found.set(client, {
        notes: cellAt(visitors, "notes", index),
        consultant: spelled(site, textAt(visitors, "consultant", index)),
      });
  }
  return found;
};

const numbered = (id: string): string => {
  const parts = parseClientNumber(id);
  return parts === undefined ? id : `${parts.prefix}${String(parts.n).padStart(9, "0")}`;
};

const byConsultant = (records: readonly CardRecord[], { site }: SiteBook): readonly CardRecord[] => {
  const place = new Map(site.consultants.map(({ name }, at) => [name, at]));
  const rank = ({ consultant }: CardRecord): number => place.get(consultant) ?? place.size;
  const keyed = records.map((record) => ({ record, rank: rank(record), number: numbered(record.id) }));
  const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return keyed
    .sort(
      (a, b) =>
        a.rank - b.rank || order(a.record.consultant, b.record.consultant) || order(a.number, b.number),
    )
    .map(({ record }) => record);
};

/**
 * 收编: taking in an old visitor register. Every row is taken, joined to a client who is there, or rejected with its
 * reason and its original cells; nothing is dropped in silence.
 */
import { gradeWants } from "./grade-rows";
import { type CalendarDay, momentAt } from "../kit/calendar-day";
import { nothing } from "../rules/nothing-to-say";
import { type ClientNumber, parseClientNumber } from "../rules/client-number";
import type { Phone } from "../rules/phone";
import { namesAgree } from "../rules/same-person";
import { type Ledger, type LedgerClient, ledgerOf } from "./adoption-ledger";
import type { Change } from "./change";
import { type HeaderMatch, matchHeaders } from "./match-headers";
import { isNoNumber, type Numbering, startNumbering } from "./numbering";
import {
  isRejection,
  type Mapping,
  mergeNotes,
  type OldEntry,
  type OldRow,
  oldTargets,
  readOldRow,
} from "./old-row";
import { finding, type Finding } from "./problem";
import { isEmptyCell } from "./read-answer";
import type { RawCell } from "./register";
import type { SiteBook } from "./site";
import type { Wanted } from "./wanted";

export const adoptWants: Wanted = {
  visitors: "all",
  calls: ["clientId", "calledAt", "consultant", "name", "mobile", "otherContact"],
  grades: gradeWants,
  followUps: ["clientId", "contactedAt", "notes"],
  deals: ["dealId"],
};

/** Which column is what, for people to correct. "grade" beside form 1's keys: the old grade goes to 等级跟踪. */
export const matchOldHeaders = (headers: readonly RawCell[]): readonly HeaderMatch[] =>
  matchHeaders(oldTargets, headers);

export interface OldRegister {
  readonly headers: readonly RawCell[];
  readonly rows: readonly OldRow[];
  /** By column; as `matchOldHeaders` found it, or corrected. */
  readonly mapping: Mapping;
}

export interface AdoptAbout {
  readonly today: CalendarDay;
  /** The year of days written without one. */
  readonly year?: number;
  /** Who takes rows whose consultant is not written down. */
  readonly consultant?: string;
  /** Two letters for names without a reading, by name. */
  readonly letters?: Readonly<Record<string, string>>;
}

interface Whence {
  /** The row in the old file, 1-based. */
  readonly row: number;
  readonly name: string;
}

export type Fate =
  | (Whence & {
      readonly kind: "taken";
      readonly clientId: ClientNumber;
      readonly hints: readonly Finding[];
    })
  | (Whence & {
      readonly kind: "joined";
      readonly clientId: ClientNumber;
      readonly why: {
        readonly by: "phone";
        readonly phone: string;
        readonly otherName: string;
        readonly from: LedgerClient["from"];
      };
      /** The workbook holds this very visit: nothing is written. */
      readonly already: boolean;
      readonly hints: readonly Finding[];
    })
  | (Whence & {
      readonly kind: "rejected";
      readonly reasons: readonly Finding[];
      /** As they stand in the old file, in its columns' order. */
      readonly cells: readonly RawCell[];
    });

export interface NewConsultant {
  readonly name: string;
  readonly rows: number;
  /** Adds the name to the roster (在职 否: whoever is still there is ticked by hand), for people to accept. */
  readonly change: Change;
}

export interface Adoption {
  /** One for every row that is not blank, in the old file's order. */
  readonly fates: readonly Fate[];
  readonly changes: readonly Change[];
  /** Headers of columns with something in them that are no blank of ours: they stay behind. */
  readonly unknownColumns: readonly string[];
  readonly newConsultants: readonly NewConsultant[];
}

const logVisit = (ledger: Ledger, { id }: LedgerClient, entry: OldEntry, notes: string): void =>
  ledger.log({
    contactedAt: momentAt(entry.day, 0),
    clientId: id,
    ...(entry.grade === undefined ? {} : { grade: entry.grade }),
    method: "来访",
    notes: notes === "" ? nothing : notes,
    consultant: entry.consultant,
  });

const saidIn = ({ answers }: OldEntry): string => String(answers["notes"] ?? "");

const take = (entry: OldEntry, ledger: Ledger, numbering: Numbering, letters?: string): Fate => {
  const { row, cells } = entry.source;
  const { name } = entry;
  // A number never changes once given, unless somebody else has it.
  const own = entry.number !== undefined && !ledger.has(entry.number) ? entry.number : undefined;
  const given = own ?? numbering.give(name, letters);
  if (isNoNumber(given)) {
    const reason = finding(given, { key: "name", caption: "客户姓名", value: name, facts: { name } });
    return { kind: "rejected", row, name, reasons: [reason], cells };
  }
  const client = ledger.add(given, name, entry.consultant, entry.answers, entry.phones);
  ledger.reach(client, entry.grade, entry.day);
  logVisit(ledger, client, entry, saidIn(entry));
  return { kind: "taken", row, name, clientId: given, hints: entry.findings };
};

const join = (entry: OldEntry, client: LedgerClient, shared: Phone, ledger: Ledger): Fate => {
  const said = saidIn(entry);
  const hints = [...entry.findings];
  const already = client.from === "workbook" && ledger.hasVisit(client.id, entry.day, said);
  if (!already) {
    const otherwise = [...ledger.meet(client, entry.answers, entry.phones)];
    if (!namesAgree(client.name, entry.name)) {
      otherwise.push(`原表“客户姓名”：${entry.name}`);
      const facts = { phone: shared.shown, otherId: client.id, otherName: client.name };
      hints.push(finding("otherName", { key: "name", caption: "客户姓名", value: entry.name, facts }));
    }
    ledger.reach(client, entry.grade, entry.day);
    logVisit(ledger, client, entry, mergeNotes([said, ...otherwise]));
  }
  const why = { by: "phone", phone: shared.shown, otherName: client.name, from: client.from } as const;
  return {
    kind: "joined",
    row: entry.source.row,
    name: entry.name,
    clientId: client.id,
    why,
    already,
    hints,
  };
};

const leftBehind = ({ headers, mapping }: OldRegister, rows: readonly OldRow[]): readonly string[] => {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), headers.length);
  return Array.from({ length: width }, (_, at) => at).flatMap((at) => {
    if (mapping[at] !== undefined) return [];
    const header = String(headers[at] ?? "").trim();
    const filled = rows.some(({ cells }) => !isEmptyCell(cells[at]));
    if (header === "" && !filled) return [];
    return [header === "" ? `第 ${at + 1} 列` : header];
  });
};

const strangers = (entries: readonly OldEntry[], book: SiteBook): readonly NewConsultant[] => {
  const found = new Map<string, number>();
  const roster = new Set(book.site.consultants.map(({ name }) => name));
  for (const { consultant } of entries)
    if (!roster.has(consultant)) found.set(consultant, (found.get(consultant) ?? 0) + 1);
  return [...found].map(([name, rows]) => ({
    name,
    rows,
    change: { kind: "append", form: "consultants", row: { name, active: "否" } },
  }));
};

/** `book` as read by `adoptWants`. Rows of one person join, the earliest being the client's. */
export const adopt = (book: SiteBook, old: OldRegister, about: AdoptAbout): Adoption => {
  const { letters, ...reading } = about;
  const rows = old.rows.filter(({ cells }) => !cells.every(isEmptyCell));
  const fates = new Map<OldRow, Fate>();
  const entries: OldEntry[] = [];
  for (const source of rows) {
    const read = readOldRow(source, old.headers, old.mapping, { site: book.site, ...reading });
    if (!isRejection(read)) {
      entries.push(read);
      continue;
    }
    const name = String(source.cells[old.mapping.indexOf("name")] ?? "");
    fates.set(source, {
      kind: "rejected",
      row: source.row,
      name,
      reasons: read.findings,
      cells: source.cells,
    });
  }
  const ledger = ledgerOf(book, about.today);
  const numbering = startNumbering(book);
  // Numbers that are kept are given to nobody before their rows come.
  for (const { number } of entries) {
    const parts = number && !ledger.has(number) ? parseClientNumber(number) : undefined;
    if (parts) numbering.use(parts.prefix, parts.n);
  }
  const place = (entry: OldEntry): Fate => {
    const known = ledger.find(entry.phones);
    return known
      ? join(entry, known.client, known.phone, ledger)
      : take(entry, ledger, numbering, letters?.[entry.name]);
  };
  // The sort is stable: of one day's rows the first comes first.
  const inTime = [...entries].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  for (const entry of inTime) fates.set(entry.source, place(entry));
  // A name without a reading needs no number where a later row has brought the person's.
  for (const entry of inTime)
    if (fates.get(entry.source)?.kind === "rejected") fates.set(entry.source, place(entry));
  return {
    fates: rows.flatMap((source) => fates.get(source) ?? []),
    changes: [...numbering.counters(), ...ledger.changes()],
    unknownColumns: leftBehind(old, rows),
    newConsultants: strangers(entries, book),
  };
};

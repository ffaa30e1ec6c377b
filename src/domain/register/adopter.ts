/** What each form answers when its old register is taken in. */
import type { Fate, Joining, Joined, Rejected } from "./adoption";
import type { Ledger } from "./adoption-ledger";
import type { LedgerClient } from "./adoption-people";
import type { CalendarDay } from "../kit/calendar-day";
import { namesAgree } from "../rules/same-person";
import { isNoNumber, type Numbering } from "./numbering";
import type { OldPaper } from "./old-phones";
import { type OldEntry, oldSaying } from "./old-row";
import { finding, type Finding } from "./problem";
import type { Row } from "./register";
import type { SiteBook } from "./site";
import type { Wanted } from "./wanted";

export interface Ground {
  readonly book: SiteBook;
  readonly today: CalendarDay;
  readonly ledger: Ledger;
  readonly numbering: Numbering;
  /** Two letters for a name without a reading. */
  readonly lettersOf: (name: string) => string | undefined;
}

export interface Adopter {
  readonly paper: OldPaper;
  readonly wants: Wanted;
  /** Rows come in the order of their days. */
  readonly start: (ground: Ground) => (entry: OldEntry) => Fate;
}

export const rejected = ({ source, name }: OldEntry, ...reasons: readonly Finding[]): Rejected => ({
  kind: "rejected",
  row: source.row,
  name,
  reasons,
  cells: source.original,
});

/** Somebody who is there, and by what the row is known to be theirs. */
export interface Met {
  readonly client: LedgerClient;
  readonly by: Joining["by"];
  readonly shared: string;
}

export const joined = (
  { source, name }: OldEntry,
  { client, by, shared }: Met,
  already: boolean,
  hints: readonly Finding[],
): Joined => ({
  kind: "joined",
  row: source.row,
  name,
  clientId: client.id,
  why: { by, shared, otherName: client.name, from: client.from },
  already,
  hints,
});

/** R1: somebody new gets a number; one given earlier is kept, unless somebody else has it. `row`: the form's answers. */
export const takeNew = (
  entry: OldEntry,
  { book, ledger, numbering, lettersOf }: Ground,
  form: "visitors" | "calls",
  row: Row,
  log: (client: LedgerClient) => void,
): Fate => {
  const { name } = entry;
  const kept = entry.number !== undefined && !ledger.has(entry.number) ? entry.number : undefined;
  const given = kept ?? numbering.give(name, lettersOf(name));
  if (isNoNumber(given))
    return rejected(
      entry,
      finding(given === "needsLetters" ? "oldNeedsLetters" : given, {
        key: "name",
        caption: "客户姓名",
        value: name,
        facts: { name, region: book.site.region },
      }),
    );
  const client = ledger.add(given, entry, row, form);
  ledger.reach(client, entry.grade, entry.day);
  log(client);
  return { kind: "taken", row: entry.source.row, name, clientId: given, hints: entry.findings };
};

/** R9: the phone decides; who left none is known by another contact. */
export const meetBy = ({ people }: Ledger, { phones, contact }: OldEntry): Met | undefined => {
  const known = people.byPhone(phones);
  if (known) return { client: known.client, by: "phone", shared: known.phone.shown };
  const client = contact === undefined || phones.length > 0 ? undefined : people.byContact(contact);
  return client && contact !== undefined ? { client, by: "contact", shared: contact } : undefined;
};

const calledOtherwise =
  (code: "otherName" | "otherNameHere") =>
  ({ name }: OldEntry, { client, shared }: Met): readonly Finding[] =>
    name === "" || namesAgree(client.name, name)
      ? []
      : [
          finding(code, {
            key: "name",
            caption: "客户姓名",
            value: name,
            facts: { phone: shared, otherId: client.id, otherName: client.name },
          }),
        ];

/** The old register calls them otherwise: said in the notes. */
export const otherNameOf = calledOtherwise("otherName");
/** The same of a row that has the name itself. */
export const otherNameHere = calledOtherwise("otherNameHere");

/** What notes say of it. */
export const otherNameSaid = (found: readonly Finding[]): readonly string[] =>
  found.map(({ value }) => oldSaying("客户姓名", value ?? ""));

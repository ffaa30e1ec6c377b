/** What each form answers when its old register is taken in. */
import type { AdoptCourse } from "./adopt-course";
import type { Fate, Joining, Joined, Rejected } from "./adoption";
import type { Ledger } from "./adoption-ledger";
import type { LedgerClient } from "./adoption-people";
import { saysMoreName, saysSpouse } from "./fuller-name";
import type { CalendarDay } from "../../kit/calendar-day";
import { plain } from "../../kit/text";
import { withoutTitle } from "../../rules/name-wording";
import { namesAgree } from "../../rules/same-person";
import { isNoNumber, type Numbering } from "../client/numbering";
import type { OldPaper } from "../old-sheet/old-phones";
import { mergeNotes, type OldEntry, oldSaying } from "../old-sheet/old-entry";
import { finding, type Finding } from "../problem";
import { textOf } from "../raw-cell";
import type { Row } from "../register";
import type { SiteBook } from "../site";
import type { Wanted } from "../wanted";

export interface Ground {
  /** What this taking-in has done before. */
  readonly course: AdoptCourse;
  readonly book: SiteBook;
  readonly today: CalendarDay;
  readonly ledger: Ledger;
  readonly numbering: Numbering;
  /** Two letters for a name without a reading. */
  readonly lettersOf: (name: string) => string | undefined;
  /** Another table of these has told this very record, and it is written. */
  readonly isToldAgain: (entry: Pick<OldEntry, "source">) => boolean;
}

export interface Adopter {
  readonly paper: OldPaper;
  readonly wants: Wanted;
  /** Which of two rows of one day comes first; by their places where it says nothing, or is absent. */
  readonly order?: (one: OldEntry, other: OldEntry) => number;
  /** Rows come in the order of their days. `entries`: all rows of the form that will come. */
  readonly start: (ground: Ground, entries: readonly OldEntry[]) => (entry: OldEntry) => Fate;
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

const numberAt = { key: "clientId", caption: "客户编号" } as const;

/** R1: a number given earlier that somebody else has is said in the notes, and not used. */
export const withFreeNumber = (entry: OldEntry, { people, has }: Ledger): OldEntry => {
  const { number, answers, findings } = entry;
  if (number === undefined || !has(number)) return entry;
  const facts = { otherName: people.byNumber(number)?.name ?? "" };
  return {
    ...entry,
    answers: {
      ...answers,
      notes: mergeNotes([textOf(answers["notes"] ?? null), oldSaying(numberAt.caption, number)]),
    },
    number: undefined,
    findings: [...findings, finding("numberTakenBefore", { ...numberAt, value: number, facts })],
  };
};

/** R9: equal name with equal area and consultant is a question. */
const maybeKnown = ({ name, consultant, answers }: OldEntry, { people }: Ledger): readonly Finding[] => {
  const area = textOf(answers["residenceArea"] ?? null);
  const known = people.byName(consultant, name).find(({ visit }) => {
    const its = textOf(visit?.read("residenceArea") ?? null);
    return its === "" || area === "" || plain(its) === plain(area);
  });
  if (known === undefined || withoutTitle(plain(name)) !== plain(name)) return [];
  const facts = { otherId: known.id, consultant };
  return [finding("nameKnown", { key: "name", caption: "客户姓名", value: name, facts })];
};

/** R4: who has no grade begins at C on that day, which nobody has said. */
const gradeUnsaid = ({ lacksGrade, day }: OldEntry): readonly Finding[] =>
  lacksGrade === true ? [finding("gradeUnsaid", { key: "grade", caption: "客户级别", facts: { day } })] : [];

/** R1: somebody new gets a number; one given earlier is kept. `row`: the form's answers. */
export const takeNew = (
  entry: OldEntry,
  { book, ledger, numbering, lettersOf }: Ground,
  form: "visitors" | "calls",
  row: Row,
  log: (client: LedgerClient) => void,
): Fate => {
  const { name, number, lacking } = entry;
  if (lacking.length > 0) return rejected(entry, ...lacking);
  const given = number ?? numbering.give(name, lettersOf(name));
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
  const hints = [...entry.findings, ...maybeKnown(entry, ledger), ...gradeUnsaid(entry)];
  const client = ledger.add(given, entry, row, form);
  ledger.reach(client, entry.grade, entry.day);
  log(client);
  return { kind: "taken", row: entry.source.row, name, clientId: given, hints };
};

/** R9: the phone decides; who left none is known by another contact, or else by number and name (R1). */
export const meetBy = (
  { people }: Ledger,
  { phones, contact, lacking, number, name }: OldEntry,
): Met | undefined => {
  const known = people.byPhone(phones);
  if (known) return { client: known.client, by: "phone", shared: known.phone.shown };
  if (lacking.length > 0 && number !== undefined) {
    const named = people.byNumber(number);
    return named && namesAgree(named.name, name)
      ? { client: named, by: "number", shared: number }
      : undefined;
  }
  const client = contact === undefined || phones.length > 0 ? undefined : people.byContact(contact);
  return client && contact !== undefined ? { client, by: "contact", shared: contact } : undefined;
};

const calledOtherwise =
  (code: "otherName" | "otherNameHere") =>
  ({ name }: OldEntry, { client, shared }: Met): readonly Finding[] =>
    name === "" ||
    (namesAgree(client.name, name) &&
      !saysSpouse(client.name, name) &&
      !(code === "otherName" && saysMoreName(client.name, name)))
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

export interface Besides {
  /** What notes say of it. */
  readonly said: readonly string[];
  readonly found: readonly Finding[];
}

/** R1, R9: another number than the client's, and phones that are somebody else's. */
export const besides = ({ number, phones }: OldEntry, { client }: Met, { people }: Ledger): Besides => {
  const differs = number !== undefined && number !== client.id;
  const others = phones.flatMap((phone) => {
    const other = people.byPhone([phone])?.client;
    return other === undefined || other === client ? [] : [{ shown: phone.shown, other }];
  });
  const facts = { otherId: client.id, otherName: client.name };
  return {
    said: differs ? [oldSaying(numberAt.caption, number)] : [],
    found: [
      ...(differs ? [finding("numberGivenOtherwise", { ...numberAt, value: number, facts })] : []),
      ...others.map(({ shown, other }) =>
        finding("phoneOfAnother", {
          key: "mobile",
          caption: "手机",
          value: shown,
          facts: { ...facts, thirdId: other.id, thirdName: other.name },
        }),
      ),
    ],
  };
};

/** What notes say of it. */
export const otherNameSaid = (found: readonly Finding[]): readonly string[] =>
  found.map(({ value }) => oldSaying("客户姓名", value ?? ""));

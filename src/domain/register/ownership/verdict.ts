/** R9: whose a client is, or a person who stands at the door. */
import { dayOf, type Moment } from "../../kit/calendar-day";
import { plain } from "../../kit/text";
import type { ClientNumber } from "../../rules/client-number";
import { kinCounts } from "../../rules/kin";
import { type Facts, noFacts, type ReferrerFact } from "../../rules/ownership-facts";
import { type Arriving, type Verdict, whoOwns } from "../../rules/who-owns";
import { type CaseBook, factsOf, ownershipWants, referrerFact, rulesOf } from "./case-book";
import { spelled } from "../read-answer";
import { kinOnFile, kinWants } from "./kin-on-file";
import { whoHasPhone } from "../client/known-client";
import { referralRows } from "../care/referrals";
import type { SiteBook } from "../site";
import { clientsAsked, type RowsAsked } from "../some-rows";
import { standings } from "../standing";
import { type Wanted, wantedTogether } from "../wanted";

/** Whose a client is. */
export const verdictOf = (cases: CaseBook, client: ClientNumber): Verdict =>
  whoOwns(factsOf(cases, client), rulesOf(cases.book.site), cases.today);

export interface AtTheDoor {
  readonly name: string;
  /** As typed. */
  readonly phone: string;
  /** The consultant asked for by name; "" for nobody. */
  readonly asksFor: string;
  readonly referrer: ClientNumber | undefined;
  /** Whose kin they say they are, and what kin: 配偶, 父母 … */
  readonly kin?: { readonly of: ClientNumber; readonly relation: string } | undefined;
  readonly now: Moment;
}

export interface DoorVerdict {
  /** Who it may be; nothing: nobody we know. */
  readonly client: { readonly id: ClientNumber; readonly name: string } | undefined;
  readonly how: "phone" | "name" | "kin" | "otherKin" | "new";
  /** 配偶, 子女 …: counted as the same client where 设置 says so; "otherKin" where it does not. */
  readonly relation: string | undefined;
  readonly verdict: Verdict;
}

export const bareName = (name: string): string => plain(name).replace(/\s/gu, "");

type Meant = Omit<DoorVerdict, "verdict">;

/** Clients of whom this person is on file as kin that count (设置). */
const kinOf = (book: SiteBook, name: string): ReadonlyMap<ClientNumber, string> => {
  const found = new Map<ClientNumber, string>();
  for (const kin of kinOnFile(book))
    if (bareName(kin.name) === name && !found.has(kin.client)) found.set(kin.client, kin.relation);
  return found;
};

/**
 * Who it may be, nearest first: by phone, else whose kin they say they are, else by name, else as kin on file; nobody is
 * somebody new. Kin that 设置 does not count come for themselves.
 */
export const meantAtDoor = (
  book: SiteBook,
  asked: Pick<AtTheDoor, "name" | "phone" | "kin">,
): readonly Meant[] => {
  const byPhone = whoHasPhone(book, [asked.phone]).flatMap(({ clientId }) => (clientId ? [clientId] : []));
  const name = bareName(asked.name);
  const { kin } = asked;
  const people = new Map<ClientNumber, { readonly called: string; alike: boolean }>();
  for (const standing of byPhone.length > 0 || name !== "" || kin !== undefined ? standings(book) : []) {
    if (standing.clientId === undefined) continue;
    const alike = name !== "" && bareName(standing.name) === name;
    const before = people.get(standing.clientId);
    if (before === undefined) people.set(standing.clientId, { called: standing.name, alike });
    else before.alike ||= alike;
  }
  const meant = (id: ClientNumber, how: DoorVerdict["how"], relation?: string): Meant => ({
    client: { id, name: people.get(id)?.called ?? "" },
    how,
    relation,
  });
  const counts = kin !== undefined && people.has(kin.of) && kinCounts(book.site.policies.kin, kin.relation);
  if (byPhone.length > 0 || counts)
    return [
      ...byPhone.map((client) => meant(client, "phone")),
      ...(counts && !byPhone.includes(kin.of) ? [meant(kin.of, "kin", kin.relation)] : []),
    ];
  const alike = [...people].flatMap(([client, person]) => (person.alike ? [client] : []));
  if (alike.length > 0) return alike.map((client) => meant(client, "name"));
  if (kin !== undefined) return [{ client: undefined, how: "otherKin", relation: kin.relation }];
  return name === ""
    ? []
    : [...kinOf(book, name)].map(([client, relation]) => meant(client, "kin", relation));
};

/** Whose the person is who stands at the door. */
export const doorVerdicts = (cases: CaseBook, asked: AtTheDoor): readonly DoorVerdict[] => {
  const { book } = cases;
  const { site } = book;
  const today = dayOf(asked.now);
  const arriving: Arriving = { at: asked.now, asksFor: spelled(site, asked.asksFor) };
  const brought = (referrer: ClientNumber): ReferrerFact =>
    referrerFact(referrer, cases, { form: "visitors", sheet: "", row: 0 });
  const facts = (client: ClientNumber): Facts => {
    const own = factsOf(cases, client);
    return asked.referrer === undefined || own.referrer !== undefined
      ? own
      : { ...own, referrer: brought(asked.referrer) };
  };
  const stranger: Facts = {
    ...noFacts,
    referrer: asked.referrer === undefined ? undefined : brought(asked.referrer),
  };
  const meant = meantAtDoor(book, asked);
  const all: readonly Meant[] =
    meant.length > 0 ? meant : [{ client: undefined, how: "new", relation: undefined }];
  return all.map((each) => ({
    ...each,
    verdict: whoOwns(each.client ? facts(each.client.id) : stranger, rulesOf(site), today, arriving),
  }));
};

/** The columns a person at the door is known by. */
export const doorWants: Wanted = wantedTogether(clientsAsked(ownershipWants, () => []).first, {
  visitors: ["name", "phone", "mobile", ...kinWants.visitors],
  calls: ["name", "mobile", "otherContact"],
  profiles: ["idCard", ...kinWants.profiles],
});

/** All that verdicts on these clients rest on: their rows, and those of whoever brought them. */
export const verdictRows = (clients: readonly ClientNumber[]): RowsAsked =>
  clientsAsked(ownershipWants, (seen) => {
    const asked = new Set(clients);
    const by = referralRows(seen).flatMap(({ client, referrer }) => (asked.has(client) ? [referrer] : []));
    return [...clients, ...by];
  });

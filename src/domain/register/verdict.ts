/** R9: whose a client is, or a person who stands at the door. */
import { dayOf, type Moment } from "../kit/calendar-day";
import { plain } from "../kit/text";
import type { ClientNumber } from "../rules/client-number";
import { type Facts, noFacts, type ReferrerFact } from "../rules/ownership-facts";
import { type Arriving, type Verdict, whoOwns } from "../rules/who-owns";
import { type CaseBook, factsOf, ownershipWants, referrerFact, rulesOf, spelled } from "./case-book";
import { whoHasPhone } from "./known-client";
import { clientAt, textAt } from "./raw-cell";
import { referralRows } from "./referrals";
import type { SiteBook } from "./site";
import { clientsAsked, type RowsAsked } from "./some-rows";
import { standings } from "./standing";
import { type Wanted, wantedTogether } from "./wanted";

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
  readonly now: Moment;
}

export interface DoorVerdict {
  /** Who it may be; nothing: nobody we know. */
  readonly client: { readonly id: ClientNumber; readonly name: string } | undefined;
  readonly how: "phone" | "name" | "kin" | "new";
  /** 配偶, 子女: counted as the same client where 设置 says so. */
  readonly relation: string | undefined;
  readonly verdict: Verdict;
}

const kinColumns = [
  ["spouseName", "配偶"],
  ["childName", "子女"],
] as const;

export const bareName = (name: string): string => plain(name).replace(/\s/gu, "");

/** Clients whose 客户档案 names this person as kin that count (设置). */
const kinOf = (book: SiteBook, name: string): readonly (readonly [ClientNumber, string])[] => {
  const profiles = book.registers.profiles;
  const found: (readonly [ClientNumber, string])[] = [];
  for (let index = 0; profiles && index < profiles.count; index++) {
    const client = clientAt(profiles, "clientId", index);
    for (const [key, relation] of kinColumns) {
      if (client === undefined || !book.site.policies.kin.includes(relation)) continue;
      const theirs = textAt(profiles, key, index)
        .split(/[、,，;；/\s]+/u)
        .map(bareName);
      if (theirs.includes(bareName(name))) found.push([client, relation]);
    }
  }
  return found;
};

/** Who it may be, nearest first: by phone, else by name, else as somebody's kin; nobody is somebody new. */
export const meantAtDoor = (
  book: SiteBook,
  asked: Pick<AtTheDoor, "name" | "phone">,
): readonly Omit<DoorVerdict, "verdict">[] => {
  const byPhone = whoHasPhone(book, [asked.phone]).flatMap(({ clientId }) => (clientId ? [clientId] : []));
  const name = bareName(asked.name);
  const people = new Map<ClientNumber, { readonly called: string; alike: boolean }>();
  for (const standing of byPhone.length > 0 || name !== "" ? standings(book) : []) {
    if (standing.clientId === undefined) continue;
    const alike = name !== "" && bareName(standing.name) === name;
    const before = people.get(standing.clientId);
    if (before === undefined) people.set(standing.clientId, { called: standing.name, alike });
    else before.alike ||= alike;
  }
  const meant = (id: ClientNumber, how: DoorVerdict["how"], relation?: string) => ({
    client: { id, name: people.get(id)?.called ?? "" },
    how,
    relation,
  });
  if (byPhone.length > 0) return byPhone.map((client) => meant(client, "phone"));
  if (name === "") return [];
  const alike = [...people].flatMap(([client, person]) => (person.alike ? [client] : []));
  return alike.length > 0
    ? alike.map((client) => meant(client, "name"))
    : kinOf(book, name).map(([client, relation]) => meant(client, "kin", relation));
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
  const meant = meantAtDoor(book, asked);
  if (meant.length > 0)
    return meant.map((each) => ({
      ...each,
      verdict: whoOwns(each.client ? facts(each.client.id) : noFacts, rulesOf(site), today, arriving),
    }));
  const referrer = asked.referrer === undefined ? undefined : brought(asked.referrer);
  return [
    {
      client: undefined,
      how: "new",
      relation: undefined,
      verdict: whoOwns({ ...noFacts, referrer }, rulesOf(site), today, arriving),
    },
  ];
};

/** The columns a person at the door is known by. */
export const doorWants: Wanted = wantedTogether(clientsAsked(ownershipWants, () => []).first, {
  visitors: ["name", "phone", "mobile"],
  calls: ["name", "mobile", "otherContact"],
  profiles: ["idCard", "spouseName", "childName"],
});

/** All that verdicts on these clients rest on: their rows, and those of whoever brought them. */
export const verdictRows = (clients: readonly ClientNumber[]): RowsAsked =>
  clientsAsked(ownershipWants, (seen) => {
    const asked = new Set(clients);
    const by = referralRows(seen).flatMap(({ client, referrer }) => (asked.has(client) ? [referrer] : []));
    return [...clients, ...by];
  });

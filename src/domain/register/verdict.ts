/** R9: whose a client is, or a person who stands at the door. */
import { dayOf, type Moment } from "../kit/calendar-day";
import { plain } from "../kit/text";
import type { ClientNumber } from "../rules/client-number";
import { type Facts, noFacts, type ReferrerFact } from "../rules/ownership-facts";
import { type Arriving, type Verdict, whoOwns } from "../rules/who-owns";
import { type CaseBook, factsOf, referrerFact, rulesOf, spelled } from "./case-book";
import { whoHasPhone } from "./known-client";
import { clientAt, textAt } from "./raw-cell";
import type { SiteBook } from "./site";

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

/** Whose the person is who stands at the door: by phone, else by name, else as somebody's kin, else new. */
export const doorVerdicts = (cases: CaseBook, asked: AtTheDoor): readonly DoorVerdict[] => {
  const { book, of } = cases;
  const { site } = book;
  const today = dayOf(asked.now);
  const arriving: Arriving = { at: asked.now, asksFor: spelled(site, asked.asksFor) };
  const facts = (client: ClientNumber): Facts => {
    const own = factsOf(cases, client);
    return asked.referrer === undefined || own.referrer !== undefined
      ? own
      : { ...own, referrer: brought(asked.referrer) };
  };
  const brought = (referrer: ClientNumber): ReferrerFact =>
    referrerFact(referrer, cases, { form: "visitors", sheet: "", row: 0 });
  const judged = (client: ClientNumber, how: DoorVerdict["how"], relation?: string): DoorVerdict => ({
    client: { id: client, name: of.get(client)?.people[0]?.name ?? "" },
    how,
    relation,
    verdict: whoOwns(facts(client), rulesOf(site), today, arriving),
  });
  const byPhone = whoHasPhone(book, [asked.phone]).flatMap(({ clientId }) => (clientId ? [clientId] : []));
  if (byPhone.length > 0) return byPhone.map((client) => judged(client, "phone"));
  const name = bareName(asked.name);
  if (name !== "") {
    const alike = [...of].filter(([, { people }]) => people.some((each) => bareName(each.name) === name));
    if (alike.length > 0) return alike.map(([client]) => judged(client, "name"));
    const kin = kinOf(book, name);
    if (kin.length > 0) return kin.map(([client, relation]) => judged(client, "kin", relation));
  }
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

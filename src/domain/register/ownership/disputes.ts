/** R9: one person recorded by two consultants, and what the rule says. */
import type { ClientNumber } from "../../rules/client-number";
import { together } from "../../rules/ownership-facts";
import { type Verdict, whoOwns } from "../../rules/who-owns";
import { readIdCard } from "../../rules/id-card";
import { phoneKey } from "../../rules/phone";
import { namesAgree } from "../../rules/same-person";
import { type CaseBook, factsOf, rulesOf } from "./case-book";
import { clientAt, textAt } from "../raw-cell";
import type { SiteBook } from "../site";
import { phonesOf, standings } from "../standing";
import { bareName } from "./verdict";

export interface Dispute {
  /** Numbers of one person, in the workbook's order. */
  readonly clients: readonly ClientNumber[];
  readonly name: string;
  /** Whose each is said to be. */
  readonly owners: readonly string[];
  readonly verdict: Verdict;
}

/** Whoever has a phone or an ID card that another number has too: nobody else is in a dispute. */
export const sharersOf = (book: SiteBook): ReadonlySet<ClientNumber> => {
  const holder = new Map<string, ClientNumber>();
  const found = new Set<ClientNumber>();
  const hold = (key: string, client: ClientNumber): void => {
    const before = holder.get(key);
    if (before === undefined) holder.set(key, client);
    else if (before !== client) found.add(before).add(client);
  };
  for (const standing of standings(book))
    if (standing.clientId !== undefined)
      for (const phone of phonesOf(standing, book.site)) hold(phoneKey(phone), standing.clientId);
  const { profiles } = book.registers;
  for (let index = 0; profiles && index < profiles.count; index++) {
    const client = clientAt(profiles, "clientId", index);
    const card = readIdCard(textAt(profiles, "idCard", index));
    if (client !== undefined && card.ok) hold(card.number, client);
  }
  return found;
};

/**
 * One person under two numbers, claimed by two consultants: equal phone, or equal name and ID card. Not those of whom
 * the manager has said that they share a phone, nor two names that have other numbers besides.
 */
export const disputes = (cases: CaseBook): readonly Dispute[] => {
  const { book, of, today } = cases;
  const holders = new Map<string, ClientNumber[]>();
  const hold = (key: string, client: ClientNumber): void => {
    const found = holders.get(key);
    if (found === undefined) holders.set(key, [client]);
    else if (!found.includes(client)) found.push(client);
  };
  const nameOf = (client: ClientNumber | undefined): string =>
    (client && of.get(client)?.people[0]?.name) ?? "";
  const several = new Set<ClientNumber>();
  const isAnother = (one: ClientNumber, other: ClientNumber): boolean =>
    several.has(one) && several.has(other) && !namesAgree(nameOf(one), nameOf(other));
  for (const [client, { people, sharesPhone }] of of) {
    if (sharesPhone) continue;
    const all = people.flatMap((standing) => phonesOf(standing, book.site).map(phoneKey));
    const phones = new Set(all);
    if (phones.size > 1) several.add(client);
    for (const phone of phones)
      if (!(holders.get(phone) ?? []).some((other) => isAnother(client, other))) hold(phone, client);
  }
  const profiles = book.registers.profiles;
  for (let index = 0; profiles && index < profiles.count; index++) {
    const client = clientAt(profiles, "clientId", index);
    const card = readIdCard(textAt(profiles, "idCard", index));
    const name = nameOf(client);
    if (client !== undefined && card.ok && name !== "") hold(`${card.number} ${bareName(name)}`, client);
  }
  const said = new Set<string>();
  const found: Dispute[] = [];
  for (const clients of holders.values()) {
    const key = clients.join();
    // Beyond so many, the phone is a firm's or a switchboard's.
    if (clients.length < 2 || clients.length > 5 || said.has(key)) continue;
    said.add(key);
    const facts = together(clients.map((client) => factsOf(cases, client)));
    const assigned = facts.assigned.map(({ consultant }) => consultant);
    const recorded = [...facts.visits, ...facts.calls].map(({ by }) => by);
    const owners = [...new Set(assigned.length > 0 ? assigned : recorded)].filter((name) => name !== "");
    if (owners.length < 2) continue;
    found.push({
      clients,
      name: nameOf(clients[0]),
      owners,
      verdict: whoOwns(facts, rulesOf(book.site), today),
    });
  }
  return found;
};

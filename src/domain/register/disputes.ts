/** R9: one person recorded by two consultants, and what the rule says. */
import type { ClientNumber } from "../rules/client-number";
import { together } from "../rules/ownership-facts";
import { type Verdict, whoOwns } from "../rules/who-owns";
import { type CaseBook, factsOf, rulesOf } from "./case-book";
import { clientAt, textAt } from "./raw-cell";
import { phonesOf } from "./standing";
import { bareName } from "./verdict";

export interface Dispute {
  /** Numbers of one person, in the workbook's order. */
  readonly clients: readonly ClientNumber[];
  readonly name: string;
  /** Whose each is said to be. */
  readonly owners: readonly string[];
  readonly verdict: Verdict;
}

/** One person under two numbers, claimed by two consultants: equal phone, or equal name and ID card. */
export const disputes = (cases: CaseBook): readonly Dispute[] => {
  const { book, of, today } = cases;
  const holders = new Map<string, ClientNumber[]>();
  const hold = (key: string, client: ClientNumber): void => {
    const found = holders.get(key);
    if (found === undefined) holders.set(key, [client]);
    else if (!found.includes(client)) found.push(client);
  };
  for (const [client, { people }] of of) {
    const all = people.flatMap((standing) =>
      phonesOf(standing, book.site).map(({ e164, extension }) => `${e164}/${extension ?? ""}`),
    );
    for (const phone of new Set(all)) hold(phone, client);
  }
  const profiles = book.registers.profiles;
  for (let index = 0; profiles && index < profiles.count; index++) {
    const client = clientAt(profiles, "clientId", index);
    const card = textAt(profiles, "idCard", index).toUpperCase();
    const name = client && of.get(client)?.people[0]?.name;
    if (client !== undefined && card !== "" && name) hold(`${card} ${bareName(name)}`, client);
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
    const [first] = clients;
    found.push({
      clients,
      name: (first && of.get(first)?.people[0]?.name) ?? "",
      owners,
      verdict: whoOwns(facts, rulesOf(book.site), today),
    });
  }
  return found;
};

/** R9 across rows: one person under two numbers. */
import type { ClientNumber } from "../../rules/client-number";
import { type Phone, phoneKey } from "../../rules/phone";
import { likelySame } from "../../rules/likely-same";
import { type Likeness, likeness, type Person, said, slippedPhones } from "../../rules/same-person";
import { saysShared } from "../ownership/case-book";
import { at, type Depth, type Ground } from "./check-ground";
import { rowKey } from "./check-numbers";
import type { Problem } from "../problem";
import { textAt } from "../raw-cell";
import type { Site } from "../site";
import { consultantOf, personOf, phonesOf, type Standing } from "../standing";

interface Client {
  readonly id: ClientNumber;
  readonly first: Standing;
  readonly rows: Standing[];
}

const clientsOf = (
  { people }: Ground,
  becoming: ReadonlyMap<string, ClientNumber>,
): ReadonlyMap<ClientNumber, Client> => {
  const found = new Map<ClientNumber, Client>();
  for (const each of people) {
    const id = each.clientId ?? becoming.get(rowKey(each));
    if (id === undefined) continue;
    const client = found.get(id);
    if (client) client.rows.push(each);
    else found.set(id, { id, first: each, rows: [each] });
  }
  return found;
};

const whole = (client: Client, site: Site): Person => {
  const phones = new Map<string, Phone>();
  for (const row of client.rows) for (const phone of phonesOf(row, site)) phones.set(phone.e164, phone);
  return { ...personOf(client.first, site), phones: [...phones.values()] };
};

interface Holders {
  readonly phone: Phone;
  readonly clients: Map<ClientNumber, Standing>;
}

/** Of the phones that several clients have: who has them, and the first row of each that shows it. */
const sharedPhones = (clients: Iterable<Client>, site: Site): readonly Holders[] => {
  const first = new Map<string, readonly [ClientNumber, Standing, Phone]>();
  const shared = new Map<string, Holders>();
  for (const { id, rows } of clients)
    for (const row of rows)
      for (const phone of phonesOf(row, site)) {
        const key = phoneKey(phone);
        const [before, beforeRow, seen] = first.get(key) ?? [];
        if (before === undefined || beforeRow === undefined || seen === undefined) {
          first.set(key, [id, row, phone]);
          continue;
        }
        if (before === id) continue;
        const holders = shared.get(key) ?? { phone: seen, clients: new Map([[before, beforeRow]]) };
        shared.set(key, holders);
        if (!holders.clients.has(id)) holders.clients.set(id, row);
      }
  // In the order in which the phones stand.
  return [...first.keys()].flatMap((key) => shared.get(key) ?? []);
};

const factsOf = (other: Client): Readonly<Record<string, string | number>> => ({
  other: other.first.row,
  otherSheet: other.first.register.sheet,
  otherName: other.first.name,
  otherId: other.id,
  otherConsultant: consultantOf(other.first),
});

/** The blank the phone stands in. */
const blankWith = ({ form, register, index }: Standing, phone: Phone, site: Site): string => {
  const [first, second] =
    form === "visitors" ? (["mobile", "phone"] as const) : (["mobile", "otherContact"] as const);
  const single: Standing = { form, register, index, row: 0, clientId: undefined, name: "" };
  if (textAt(register, first, index) === "") return second;
  if (textAt(register, second, index) === "") return first;
  // Both are filled: the one that shows the number's end.
  const inFirst = textAt(register, first, index).replace(/\D/gu, "").endsWith(phone.e164.slice(-7));
  return inFirst || phonesOf(single, site).length < 2 ? first : second;
};

/** The manager has said that they share it. */
const sharingNoted = ({ gradeOf }: Ground, client: Client): boolean => {
  const row = gradeOf.get(client.id);
  return row !== undefined && saysShared(textAt(row.register, "remarks", row.index));
};

const byPhone = (
  ground: Ground,
  clients: ReadonlyMap<ClientNumber, Client>,
  person: (client: Client) => Person,
): readonly Problem[] => {
  const { site } = ground.book;
  const problems: Problem[] = [];
  const said = new Set<string>();
  for (const { phone, clients: sharing } of sharedPhones(clients.values(), site)) {
    const ids = [...sharing.keys()];
    // Each names the first other holder: a phone that hundreds share does not make thousands of problems.
    for (const [id, row] of sharing) {
      const otherId = ids[0] === id ? (ids[1] ?? id) : (ids[0] ?? id);
      const [client, other] = [clients.get(id), clients.get(otherId)];
      if (!client || !other || said.has(`${id} ${other.id}`)) continue;
      said.add(`${id} ${other.id}`);
      const sure =
        likeness(person(client), person(other)) === "equalPhone" &&
        !sharingNoted(ground, client) &&
        !sharingNoted(ground, other);
      problems.push(
        at(row, sure ? "phoneTwice" : "phoneShared", blankWith(row, phone, site), {
          facts: { phone: phone.shown, ...factsOf(other) },
        }),
      );
    }
  }
  return problems;
};

const reasons: Readonly<Partial<Record<Likeness, string>>> = {
  equalNameAndArea: "同名、同区域、同一置业顾问",
  oneDigitOff: "电话只差一位",
  digitsSwapped: "电话有两位颠倒",
  sameSoundAndAddress: "姓名同音，地址相同",
};

/** 张先生 and 张三 are of one surname; else a slip is of one name. */
const namesTold = (why: Likeness, one: Client, other: Client): string =>
  why !== "oneDigitOff" && why !== "digitsSwapped"
    ? ""
    : said(one.first.name) === said(other.first.name)
      ? "同名，"
      : "同姓，";

/** Near numbers, other names: where a record shows the number, and whose it is near. */
const nearByChance = (
  [client, one]: readonly [Client, Person],
  [second, other]: readonly [Client, Person],
  together: number | undefined,
  site: Site,
): readonly Problem[] => {
  const slipped = slippedPhones(one, other);
  if (slipped === undefined) return [];
  const { phone } = slipped;
  const row = client.rows.find((each) => phonesOf(each, site).some(({ e164 }) => e164 === phone.e164));
  if (row === undefined) return [];
  const facts = { phone: phone.shown, otherPhone: slipped.other.shown, ...factsOf(second) };
  const key = blankWith(row, phone, site);
  return [
    together === undefined
      ? at(row, "numbersNear", key, { facts })
      : at(row, "manyNumbersNear", key, { facts: { ...facts, together } }),
  ];
};

const likely = (clients: readonly Client[], persons: readonly Person[], site: Site): readonly Problem[] =>
  likelySame(persons).flatMap(({ one, other, why, together, byChance }) => {
    const [client, second] = [clients[one], clients[other]];
    const [person, otherPerson] = [persons[one], persons[other]];
    if (!client || !second || !person || !otherPerson) return [];
    if (byChance) return nearByChance([client, person], [second, otherPerson], together, site);
    const reason = `${namesTold(why, client, second)}${reasons[why] ?? ""}${together === undefined ? "" : `（共 ${together} 位）`}`;
    return [at(client.first, "likelySame", "name", { facts: { reason, ...factsOf(second) } })];
  });

/** Who may be somebody else is a question, and no fault: it costs most, and is not asked where faults alone are. */
export const checkDuplicates = (
  ground: Ground,
  becoming: ReadonlyMap<string, ClientNumber>,
  depth: Depth,
): readonly Problem[] => {
  const clients = clientsOf(ground, becoming);
  const { site } = ground.book;
  const known = new Map<Client, Person>();
  const person = (client: Client): Person => {
    const before = known.get(client);
    if (before) return before;
    const made = whole(client, site);
    known.set(client, made);
    return made;
  };
  const shared = byPhone(ground, clients, person);
  if (depth === "faults") return shared;
  const all = [...clients.values()];
  return [...shared, ...likely(all, all.map(person), site)];
};

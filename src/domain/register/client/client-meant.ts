/** R16: the client people mean who write 李芳, 138…, "李芳 138…" or 老业主李芳 where a client's number belongs. */
import { plain } from "../../kit/text";
import { type ClientNumber, parseClientNumber } from "../../rules/client-number";
import { isOnlySurname, withoutTitle } from "../../rules/name-wording";
import { type Phone, phoneKey } from "../../rules/phone";
import { said } from "../../rules/same-person";
import { linesOf } from "../phone-words";
import { phonesIn } from "../phone-reading";
import type { Site } from "../site";

export interface KnownClient {
  readonly client: ClientNumber;
  readonly name: string;
  readonly phones: readonly Phone[];
}

/** Everybody who can be meant. */
export interface KnownClients {
  readonly called: ReadonlyMap<ClientNumber, string>;
  /** By `nameKey` and `phoneKey`: of several people one name, and a couple's one phone. */
  readonly byName: ReadonlyMap<string, ReadonlySet<ClientNumber>>;
  readonly byPhone: ReadonlyMap<string, ReadonlySet<ClientNumber>>;
  readonly withPhone: ReadonlySet<ClientNumber>;
}

/** 李芳女士 is 李芳; 李女士, 小李 and 李总 are a surname, which means nobody for sure. */
const nameKey = (name: string): string => (isOnlySurname(plain(name)) ? "" : said(withoutTitle(plain(name))));

const addTo = (index: Map<string, Set<ClientNumber>>, key: string, client: ClientNumber): void => {
  const found = index.get(key);
  if (found) found.add(client);
  else index.set(key, new Set([client]));
};

/** `people`: a client once or often, with each name and phone that is theirs. */
export const knownClients = (people: Iterable<KnownClient>): KnownClients => {
  const called = new Map<ClientNumber, string>();
  const byName = new Map<string, Set<ClientNumber>>();
  const byPhone = new Map<string, Set<ClientNumber>>();
  const withPhone = new Set<ClientNumber>();
  for (const { client, name, phones } of people) {
    if ((called.get(client) ?? "") === "") called.set(client, name);
    const key = nameKey(name);
    if (key !== "") addTo(byName, key, client);
    for (const phone of phones) addTo(byPhone, phoneKey(phone), client);
    if (phones.length > 0) withPhone.add(client);
  }
  return { called, byName, byPhone, withPhone };
};

/**
 * "nobody": a name or phone that no client has; "several": one that several have; "otherPhone": the name is one
 * client's, whose phones are others; "unclear": no whole name, or the names of several people.
 */
export interface NobodyMeant {
  readonly why: "nobody" | "several" | "otherPhone" | "unclear";
  readonly others: readonly ClientNumber[];
}

export interface Meant {
  readonly client: ClientNumber;
  /** The words tell more than who it is: 老业主, 3-1-501. */
  readonly saysMore: boolean;
}

/** What people write around a name. */
const kin = "(?:老|新)?(?:业主|客户|顾客|住户)|(?:好|老)?朋友|熟人|同事|同学|亲戚|邻居";
const before = new RegExp(`^(?:${kin}|(?:老带新)?(?:介绍|推荐|转介|转介绍)人|由|经|是)[:\\s]*`, "u");
const after = new RegExp(`[:\\s]*(?:${kin}|(?:转?介绍?|推荐|带)(?:过?来)?(?:的|访)?(?:客户|朋友)?)$`, "u");

/** 李芳 of 老业主李芳介绍, and every step to it: who is called so as they stand comes first. */
const barer = (text: string): readonly string[] => {
  const steps = [text];
  for (let bare = text; ;) {
    const next = bare.replace(before, "").replace(after, "").trim();
    if (next === bare || next === "") return next === "" && bare !== "" ? steps.slice(0, -1) : steps;
    steps.push(next);
    bare = next;
  }
};

const digitRun = /\+?\d[\d\s().-]*\d/gu;
const fewestDigits = 7;
/** 3-1-501 is a home. */
const withoutPhones = (words: string): string =>
  words.replace(digitRun, (run) => (run.replace(/\D/gu, "").length < fewestDigits ? run : " "));
const brackets = /[([【{][^)\]】}]*[)\]】}]/gu;
const between = /[、,;/&\n。()[\]【】{}]+/u;
const looksLikeName = /^\p{Script=Han}{2,4}$/u;

/** Longer texts tell a story, in which any name may stand. */
const longestWords = 60;

interface Named {
  readonly clients: ReadonlySet<ClientNumber>;
  /** The name as written. */
  readonly as: string;
}

const namedBy = (text: string, { byName }: KnownClients): Named | undefined => {
  for (const as of [text, ...text.split(/\s+/u)].flatMap(barer)) {
    const key = nameKey(as);
    const clients = key === "" ? undefined : byName.get(key);
    if (clients !== undefined) return { clients, as };
  }
  return undefined;
};

const strangerIn = (text: string): boolean =>
  [text, ...text.split(/\s+/u)].some((each) => {
    const bare = barer(each).at(-1) ?? "";
    return looksLikeName.test(bare) && !isOnlySurname(bare);
  });

interface Names {
  readonly found: readonly Named[];
  /** Somebody else is named, whom nobody knows. */
  readonly hasStranger: boolean;
}

/** What stands in brackets is a remark, but where nothing else names anybody: 老业主（李芳）. */
const namesIn = (words: string, known: KnownClients): Names => {
  const bare = withoutPhones(words);
  const of = (text: string): Names => {
    const pieces = text.split(between).map((piece) => plain(piece));
    const read = pieces.flatMap((piece) => (piece === "" ? [] : [{ piece, named: namedBy(piece, known) }]));
    return {
      found: read.flatMap(({ named }) => named ?? []),
      hasStranger: read.some(({ piece, named }) => named === undefined && strangerIn(piece)),
    };
  };
  const outside = of(bare.replace(brackets, "\n"));
  return outside.found.length > 0 || outside.hasStranger ? outside : of(bare);
};

const union = (sets: readonly ReadonlySet<ClientNumber>[]): ReadonlySet<ClientNumber> =>
  new Set(sets.flatMap((each) => [...each]));

/** Letters and digits that are neither the phone nor the name. */
const saysMoreThan = (words: string, number: string, as: string): boolean =>
  /[\p{L}\p{N}]/u.test(withoutPhones(words).replaceAll(as, "").replaceAll(number, ""));

/** A number beats a phone, a phone beats a name (R9); `cells`: all that is written of the one person. */
export const clientMeant = (
  cells: readonly (string | number)[],
  known: KnownClients,
  site: Site,
): Meant | NobodyMeant => {
  const words = cells.map(linesOf).join("\n");
  const names: Names =
    words.length > longestWords ? { found: [], hasStranger: false } : namesIn(words, known);
  const named = union(names.found.map(({ clients }) => clients));
  const as = names.found[0]?.as ?? "";
  const one = (clients: ReadonlySet<ClientNumber>, number = ""): Meant | NobodyMeant => {
    const [client, ...more] = clients;
    if (client === undefined || more.length > 0) return { why: "several", others: [...clients] };
    return { client, saysMore: saysMoreThan(words, number, named.has(client) ? as : "") };
  };

  const numbers = words.split(/[\s、,;/()]+/u).flatMap((each) => {
    const number = parseClientNumber(each)?.client;
    return number !== undefined && known.called.has(number) ? [{ each, number }] : [];
  });
  const [number] = numbers;
  if (number !== undefined) return one(new Set(numbers.map((each) => each.number)), number.each);

  const phones = phonesIn(cells, site);
  const reached = union(phones.flatMap((phone) => known.byPhone.get(phoneKey(phone)) ?? []));
  if (reached.size > 0) {
    const both = new Set([...reached].filter((each) => named.has(each)));
    return one(reached.size > 1 && both.size === 1 ? both : reached);
  }

  if (named.size > 1) return { why: "several", others: [...named] };
  const [client] = named;
  if (names.hasStranger && (client !== undefined || names.found.length > 0))
    return { why: "unclear", others: [] };
  if (client === undefined)
    return { why: names.hasStranger || phones.length > 0 ? "nobody" : "unclear", others: [] };
  return phones.length > 0 && known.withPhone.has(client)
    ? { why: "otherPhone", others: [client] }
    : one(named);
};

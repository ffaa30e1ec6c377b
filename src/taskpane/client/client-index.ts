/** Clients as they are looked for: by name, pinyin, initials, phone or number. Built once a reading. */
import { plain } from "../../domain/kit/text";
import { type Sounds, soundsLike, soundsOf } from "../../domain/rules/name-sounds";
import type { KnownClient } from "../entry/clients";

interface Entry {
  readonly client: KnownClient;
  readonly name: string;
  /** "LYZS001". */
  readonly number: string;
  readonly phones: readonly string[];
  readonly sounds: readonly Sounds[];
}

export type ClientIndex = readonly Entry[];

const digitsOf = (text: string): string => text.replace(/\D/gu, "");
const bare = (text: string): string =>
  plain(text)
    .toUpperCase()
    .replace(/[\s·•.-]/gu, "");

export const indexClients = (clients: readonly KnownClient[]): ClientIndex =>
  clients.map((client) => ({
    client,
    name: bare(client.name),
    number: bare(client.id),
    phones: client.phones.flatMap((cell) => cell.split("、").map(digitsOf)).filter((phone) => phone !== ""),
    sounds: soundsOf(client.name),
  }));

/** The nearest first; beyond that nobody is found. */
const ranks = 5;

/** What was typed, looked at once for all clients. */
interface Wish {
  readonly text: string;
  /** Three digits at least: fewer are in every phone. */
  readonly phone: boolean;
  readonly number: boolean;
  /** Letters as they are typed for characters; "" where it is no such thing. */
  readonly letters: string;
}

const wishOf = (typed: string): Wish => {
  const text = bare(typed);
  const digits = /^\d+$/u.test(text);
  return {
    text,
    phone: digits && text.length >= 3,
    number: /^[A-Z]*\d+$/u.test(text) || /^[A-Z]{3,}$/u.test(text),
    letters: !digits && /^[A-Z0-9]+$/u.test(text) ? text.toLowerCase() : "",
  };
};

/** 0 is who was surely meant; nothing: not this one. */
const rankOf = ({ name, number, phones, sounds }: Entry, wish: Wish): number | undefined => {
  const { text } = wish;
  if (wish.number && number === text) return 0;
  if (wish.phone && phones.includes(text)) return 0;
  if (name.startsWith(text)) return 1;
  if (name.includes(text)) return 2;
  if (wish.number && (number.endsWith(text) || (text.length >= 3 && number.includes(text)))) return 2;
  if (wish.phone) {
    if (phones.some((phone) => phone.endsWith(text))) return 2;
    return phones.some((phone) => phone.includes(text)) ? 4 : undefined;
  }
  if (wish.letters === "") return undefined;
  const at = soundsLike(sounds, wish.letters);
  return at < 0 ? undefined : at === 0 ? 3 : 4;
};

export interface FoundClients {
  readonly clients: readonly KnownClient[];
  /** How many there are in all. */
  readonly total: number;
}

/** At most `most` of those who were meant, the likeliest first, then as the index stands: the last registered first. */
export const searchClients = (index: ClientIndex, typed: string, most = 40): FoundClients => {
  const wish = wishOf(typed);
  if (wish.text === "")
    return { clients: index.slice(0, most).map(({ client }) => client), total: index.length };
  const found: KnownClient[][] = Array.from({ length: ranks }, () => []);
  let total = 0;
  for (const entry of index) {
    const rank = rankOf(entry, wish);
    if (rank === undefined) continue;
    total += 1;
    const same = found[rank];
    if (same !== undefined && same.length < most) same.push(entry.client);
  }
  return { clients: found.flat().slice(0, most), total };
};

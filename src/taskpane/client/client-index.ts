/** Clients as they are looked for: by name, pinyin, initials, phone or number. Built once a reading. */
import { plain } from "../../domain/kit/text";
import { type Sounds, soundsLike, soundsOf } from "../../domain/rules/name-sounds";
import { simplified } from "../../domain/rules/simplified";
import type { KnownClient } from "../entry/clients";

interface Entry {
  readonly client: KnownClient;
  /** In simplified characters: 張三丰 and 张三丰 are looked for alike. */
  readonly name: string;
  /** "LYZS001". */
  readonly number: string;
  /** Their digits, as they are dialled within the country: "13803791234", "037963912345", "85291234567". */
  readonly phones: readonly string[];
  readonly sounds: readonly Sounds[];
}

export type ClientIndex = readonly Entry[];

const bare = (text: string): string =>
  plain(text)
    .toUpperCase()
    .replace(/[\s·•.-]/gu, "");

const dashes = /[‐‑–—−―]/gu;
/** Between several numbers of one cell. */
const between = /[、/;,|]/u;
/** And what stands after it: an extension is not dialled with the number. */
const extension = /(?:转|轉|分机|ext|x|#).*$/iu;
/** Nothing but a number, or how it begins; the trunk's (0) of +44 (0)20 is not dialled from abroad. */
const phoneSigns = /^[+\d\s().-]+$/u;
const trunk = /^\s*\+\d{1,3}\s*\(0\)/u;

const mobile = /^1[3-9]\d{9}$/u;
/** Without its 0: nine digits at least, 731 5812345 among them. */
const landline = /^[1-9]\d{8,10}$/u;

/** `digits` without +86, 0086 or 86, wherever they are surely that: a landline gets its 0 back. */
const withoutCountry = (digits: string, isAbroad: boolean): string => {
  const national = digits.startsWith("86") && (isAbroad || digits.length >= 12) ? digits.slice(2) : digits;
  if (national === digits || mobile.test(national) || national.startsWith("0")) return national;
  return landline.test(national) ? `0${national}` : isAbroad ? national : digits;
};

/** One number as it is kept or typed, its blanks, dashes and brackets left out; "" where it has no digit. */
const dialled = (text: string): string => {
  const digits = text.replace(trunk, (code) => code.replace("(0)", "")).replace(/\D/gu, "");
  const isAbroad = text.trimStart().startsWith("+") || digits.startsWith("00");
  return withoutCountry(isAbroad ? digits.replace(/^00+/u, "") : digits, isAbroad);
};

const piecesOf = (cell: string): readonly string[] =>
  plain(cell)
    .split(between)
    .map((piece) => piece.replace(extension, ""));

const dialledOf = (cell: string): readonly string[] =>
  piecesOf(cell)
    .map(dialled)
    .filter((phone) => phone !== "");

export const indexClients = (clients: readonly KnownClient[]): ClientIndex =>
  clients.map((client) => ({
    client,
    name: simplified(bare(client.name)),
    number: bare(client.id),
    phones: client.phones.flatMap(dialledOf),
    sounds: soundsOf(client.name),
  }));

const known = new WeakMap<readonly KnownClient[], ClientIndex>();

/** Once for a list, however many blanks look into it. */
export const indexOf = (clients: readonly KnownClient[]): ClientIndex => {
  const found = known.get(clients);
  if (found !== undefined) return found;
  const made = indexClients(clients);
  known.set(clients, made);
  return made;
};

/** The nearest first; beyond that nobody is found. */
const ranks = 5;

/** What was typed, looked at once for all clients. */
interface Wish {
  readonly text: string;
  /** Of a phone, three digits at least each: fewer are in every phone. Several where a whole cell was pasted. */
  readonly phones: readonly string[];
  /** "LYZS001", "ZS001", "001"; R1: also of CLY-ZS001 and XLY-ZS001, its deal and its end. "" where it is no such thing. */
  readonly number: string;
  /** Letters as they are typed for characters; "" where it is no such thing. */
  readonly letters: string;
}

/** "8613" may be how +86 138… begins, and the middle of another: both are looked for. */
const bothWays = (phone: string): readonly string[] =>
  /^86\d{3,9}$/u.test(phone) ? [phone, phone.slice(2)] : [phone];

const phonesOf = (typed: string): readonly string[] => {
  const pieces = piecesOf(typed.replace(dashes, "-")).filter((piece) => piece.trim() !== "");
  if (!pieces.every((piece) => phoneSigns.test(piece))) return [];
  return pieces
    .map(dialled)
    .flatMap(bothWays)
    .filter((phone) => phone.length >= 3);
};

const reportMark = /^[CX](?=[A-Z]{4}\d)/u;

const wishOf = (typed: string): Wish => {
  const text = simplified(bare(typed));
  const digits = /^\d+$/u.test(text);
  return {
    text,
    phones: phonesOf(typed),
    number: /^(?:[A-Z]*\d+|[A-Z]{3,})$/u.test(text) ? text.replace(reportMark, "") : "",
    letters: !digits && /^[A-Z0-9]+$/u.test(text) ? text.toLowerCase() : "",
  };
};

/** The site's own numbers may be kept without their area code. */
const isLocalOf = (phone: string, wished: string): boolean =>
  phone.length >= 7 && phone.length <= 8 && /^0\d{9,11}$/u.test(wished) && wished.endsWith(phone);

const phoneRank = (phones: readonly string[], wished: readonly string[]): number | undefined => {
  let best: number | undefined;
  for (const phone of phones)
    for (const each of wished) {
      if (phone === each) return 0;
      if (phone.endsWith(each)) best = 2;
      else if (phone.includes(each) || isLocalOf(phone, each)) best ??= 4;
    }
  return best;
};

const isOfNumber = (number: string, wished: string): boolean =>
  wished !== "" && (number.endsWith(wished) || (wished.length >= 3 && number.includes(wished)));

/** 0 is who was surely meant; nothing: not this one. */
const rankOf = ({ name, number, phones, sounds }: Entry, wish: Wish): number | undefined => {
  const { text } = wish;
  if (wish.number !== "" && number === wish.number) return 0;
  const byPhone = wish.phones.length === 0 ? undefined : phoneRank(phones, wish.phones);
  if (byPhone === 0) return 0;
  if (name.startsWith(text)) return 1;
  if (name.includes(text)) return 2;
  if (isOfNumber(number, wish.number)) return 2;
  if (byPhone !== undefined) return byPhone;
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

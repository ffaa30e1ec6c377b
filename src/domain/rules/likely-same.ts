/**
 * R9's questions asked of a whole register: who may be somebody else in it.
 * No two people are compared but those who share a key: a name, an address and a sound, a number with a digit left out.
 */
import { withoutTitle } from "./name-wording";
import type { Phone } from "./phone";
import {
  type Likeness,
  namesAgree,
  type Person,
  said,
  sharePhone,
  slipBetween,
  soundOf,
} from "./same-person";

export interface Alike {
  /** Indices of two people. */
  readonly one: number;
  readonly other: number;
  readonly why: Likeness;
  /** How many are alike so, where they are too many to be asked about one by one. */
  readonly together?: number;
}

/** Beyond so many of one name or sound at one place a question about each is noise: one is asked about all. */
const mostAlike = 40;

const groupsBy = (
  people: readonly Person[],
  keyOf: (person: Person) => string,
): readonly (readonly number[])[] => {
  const groups = new Map<string, number[]>();
  people.forEach((person, at) => {
    const key = keyOf(person);
    if (key === "") return;
    const group = groups.get(key);
    if (group) group.push(at);
    else groups.set(key, [at]);
  });
  return [...groups.values()].filter((group) => group.length > 1);
};

/** All of `parts`, or nothing where one says nothing. */
const keyFrom = (...parts: readonly string[]): string => (parts.includes("") ? "" : parts.join("\n"));

/** Numbers of a person as they are compared: the digits of E.164, fewer than 2^53. */
const numbersOf = ({ phones }: Person): readonly number[] => phones.map(({ e164 }: Phone) => Number(e164));

const mostDigits = 15;
const powers = Array.from({ length: mostDigits }, (_, place) => 10 ** place);
const digitAt = (number: number, place: number): number => Math.floor(number / (powers[place] ?? 1)) % 10;

/** Each number of a group of people, with the first who has it. */
type Holders = ReadonlyMap<number, number>;

const holdersOf = (group: readonly number[], people: readonly Person[]): Holders => {
  const holders = new Map<number, number>();
  for (const at of group) {
    const person = people[at];
    if (person === undefined) continue;
    for (const number of numbersOf(person)) if (!holders.has(number)) holders.set(number, at);
  }
  return holders;
};

type Neighbours = ReadonlyMap<number, readonly number[]>;

/** Numbers that are equal when one place is left out share a bucket: ten at most. */
const oneDigitOff = (holders: Holders): Neighbours => {
  const found = new Map<number, number[]>();
  for (let place = 0; place < mostDigits; place++) {
    const buckets = new Map<number, number[]>();
    for (const number of holders.keys()) {
      if (number < (powers[place] ?? 0)) continue;
      const rest = number - digitAt(number, place) * (powers[place] ?? 0);
      const bucket = buckets.get(rest);
      if (bucket) bucket.push(number);
      else buckets.set(rest, [number]);
    }
    for (const bucket of buckets.values()) {
      if (bucket.length < 2) continue;
      for (const number of bucket) {
        const others = bucket.filter((other) => other !== number);
        found.set(number, [...(found.get(number) ?? []), ...others]);
      }
    }
  }
  return found;
};

const digitsInOrder = (number: number): string => [...String(number)].sort().join("");

/** Two digits have changed places: of the numbers with the same digits, those that one exchange makes. */
const digitsSwapped = (holders: Holders): Neighbours => {
  const sameDigits = new Map<string, number[]>();
  for (const number of holders.keys()) {
    const key = digitsInOrder(number);
    const same = sameDigits.get(key);
    if (same) same.push(number);
    else sameDigits.set(key, [number]);
  }
  const found = new Map<number, number[]>();
  for (const same of sameDigits.values()) {
    if (same.length < 2) continue;
    for (const number of same) {
      const others: number[] = [];
      const length = String(number).length;
      for (let a = 0; a < length; a++) {
        for (let b = a + 1; b < length; b++) {
          const apart = digitAt(number, b) - digitAt(number, a);
          const other = number + apart * ((powers[a] ?? 0) - (powers[b] ?? 0));
          const asLong = other >= (powers[length - 1] ?? 0);
          if (apart !== 0 && asLong && holders.has(other)) others.push(other);
        }
      }
      if (others.length > 0) found.set(number, others);
    }
  }
  return found;
};

/** The end of a number: small whole numbers are looked up fast. */
const tailDigits = 9;
const tailOf = (number: number): number => number % (powers[tailDigits] ?? 1);

/** Whoever has a number with an end like this one's but for a digit, or two that have changed places. */
const nearTails = (number: number, visit: (tail: number) => void): void => {
  const tail = tailOf(number);
  visit(tail);
  for (let a = 0; a < tailDigits; a++) {
    const place = powers[a] ?? 0;
    const own = digitAt(tail, a);
    for (let digit = 0; digit < 10; digit++) if (digit !== own) visit(tail + (digit - own) * place);
    for (let b = a + 1; b < tailDigits; b++) {
      const apart = digitAt(tail, b) - own;
      if (apart !== 0) visit(tail + apart * (place - (powers[b] ?? 0)));
    }
  }
};

/**
 * For each who may be somebody else, the first such other and why; equal phones are no question but `equalPhone`.
 * The first reason holds: equal name with equal area and consultant, then a slip in the phone of one name, then one
 * of 张先生 and 张三, then a same-sounding name at one address.
 */
export const likelySame = (people: readonly Person[]): readonly Alike[] => {
  const found = new Map<number, Alike>();
  const apart = (one: number, other: number): boolean => {
    const [a, b] = [people[one], people[other]];
    return one !== other && a !== undefined && b !== undefined && !sharePhone(a, b);
  };

  const askWithin = (groups: readonly (readonly number[])[], why: Likeness): void => {
    for (const group of groups) {
      const many = group.length > mostAlike;
      const few = group.slice(0, mostAlike);
      for (const one of many ? few.slice(0, 1) : few) {
        const other = found.has(one) ? undefined : few.find((each) => apart(one, each));
        if (other !== undefined)
          found.set(one, { one, other, why, ...(many ? { together: group.length } : {}) });
      }
    }
  };

  const askSlips = (group: readonly number[]): void => {
    const holders = holdersOf(group, people);
    if (holders.size < 2) return;
    const slips = [
      ["oneDigitOff", oneDigitOff(holders)],
      ["digitsSwapped", digitsSwapped(holders)],
    ] as const;
    for (const one of group) {
      const person = people[one];
      if (person === undefined) continue;
      for (const [why, neighbours] of slips) {
        if (found.has(one)) break;
        const others = numbersOf(person).flatMap((number) => neighbours.get(number) ?? []);
        const other = others.map((number) => holders.get(number) ?? one).find((each) => apart(one, each));
        if (other !== undefined) found.set(one, { one, other, why });
      }
    }
  };

  /** 张先生 may be 张三: people without a given name are few, so each looks for numbers a slip away. */
  const askTitled = (): void => {
    const titled = people.flatMap(({ name }, at) => {
      const bare = said(name);
      return bare !== "" && withoutTitle(bare) !== bare ? [at] : [];
    });
    if (titled.length === 0) return;
    const ends = new Map<number, number[]>();
    people.forEach((person, at) => {
      for (const number of numbersOf(person)) {
        const known = ends.get(tailOf(number));
        if (known) known.push(at);
        else ends.set(tailOf(number), [at]);
      }
    });
    for (const one of titled) {
      const person = people[one];
      for (const number of person ? numbersOf(person) : []) {
        nearTails(number, (tail) => {
          for (const other of ends.get(tail) ?? []) {
            const second = people[other];
            if (person === undefined || second === undefined || !apart(one, other)) continue;
            const why = said(second.name) === "" ? undefined : slipBetween(person, second);
            if (why === undefined || !namesAgree(person.name, second.name)) continue;
            if (!found.has(one)) found.set(one, { one, other, why });
            if (!found.has(other)) found.set(other, { one: other, other: one, why });
          }
        });
      }
    }
  };

  askWithin(
    groupsBy(people, ({ name, area, consultant }) => keyFrom(said(name), said(area), said(consultant))),
    "equalNameAndArea",
  );
  for (const group of groupsBy(people, ({ name }) => said(name))) askSlips(group);
  askTitled();
  // A name is read aloud only where an address is shared.
  for (const neighbours of groupsBy(people, ({ name, address }) =>
    said(name) === "" ? "" : said(address),
  )) {
    const bySound = new Map<string, number[]>();
    for (const at of neighbours) {
      const sound = soundOf(people[at]?.name ?? "");
      const alike = bySound.get(sound);
      if (alike) alike.push(at);
      else bySound.set(sound, [at]);
    }
    askWithin(
      [...bySound.values()].filter((group) => group.length > 1),
      "sameSoundAndAddress",
    );
  }
  return [...found.values()];
};

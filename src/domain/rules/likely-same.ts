/**
 * R9's questions asked of a whole register: who may be somebody else in it.
 * No two people are compared but those who share a key: a name, an address and a sound, a number with a digit left out.
 */
import { type NumberSlip, numberSlips } from "./number-slips";
import { type Likeness, type Person, said, sharePhone, soundOf } from "./same-person";

export interface Alike {
  /** Indices of two people. */
  readonly one: number;
  readonly other: number;
  readonly why: Likeness;
  /** How many are alike so, where they are too many to be asked about one by one. */
  readonly together?: number;
  /** Near numbers and names that do not agree: numbers given in blocks make such neighbours. */
  readonly byChance?: true;
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

/**
 * For each who may be somebody else, one such other and why; equal phones are no question but `equalPhone`.
 * The first reason holds: equal name with equal area and consultant, then a slip in the phone of one name, then one
 * of 张先生 and 张三, then a same-sounding name at one address. Last, each two others whose numbers are a slip apart.
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

  const ask = (slips: ReadonlyMap<number, NumberSlip>): void => {
    for (const slip of slips.values()) if (!found.has(slip.one)) found.set(slip.one, slip);
  };

  askWithin(
    groupsBy(people, ({ name, area, consultant }) => keyFrom(said(name), said(area), said(consultant))),
    "equalNameAndArea",
  );
  const { ofOneName, ofOneSurname, byChance } = numberSlips(people);
  ask(ofOneName);
  ask(ofOneSurname);
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
  const asked = (one: number, other: number): boolean => found.get(one)?.other === other;
  const chances = byChance
    .filter(({ one, other, together }) => together !== undefined || !(asked(one, other) || asked(other, one)))
    .map((slip): Alike => ({ ...slip, byChance: true }));
  return [...found.values(), ...chances];
};

/** R9: people whose numbers are one digit off, or have two digits swapped; whose names agree, and whose do not. */
import { withoutTitle } from "./name-wording";
import { nearNumbers, type Slip } from "./near-numbers";
import { namesAgree, type Person, said, sharePhone } from "./same-person";

export interface NumberSlip {
  /** Indices of two people. */
  readonly one: number;
  readonly other: number;
  readonly why: Slip;
}

export interface ChanceSlip extends NumberSlip {
  /** How many have numbers so near each other, where they are too many to be asked about one by one. */
  readonly together?: number;
}

export interface NumberSlips {
  /** For each who has any, the best: of one name, then of 张先生 and 张三; a digit off, then two swapped. */
  readonly ofOneName: ReadonlyMap<number, NumberSlip>;
  readonly ofOneSurname: ReadonlyMap<number, NumberSlip>;
  /** Names that do not agree: each two once, the later of them first. */
  readonly byChance: readonly ChanceSlip[];
}

/** A block differs in its last digit: beyond ten numbers or people that hang together, one question is asked. */
const mostNear = 10;
/** A number that more people have is nobody's. */
const mostHolders = 40;

interface Called {
  /** As names are compared; "" for none. */
  readonly name: string;
  /** 张先生, 小李: no given name. */
  readonly titled: boolean;
}

const calledOf = (people: readonly Person[]): readonly Called[] => {
  const known = new Map<string, Called>();
  return people.map(({ name }) => {
    const before = known.get(name);
    if (before) return before;
    const bare = said(name);
    const made = { name: bare, titled: bare !== "" && withoutTitle(bare) !== bare };
    known.set(name, made);
    return made;
  });
};

interface Numbers {
  /** The digits of E.164, no two equal. */
  readonly values: readonly number[];
  /** Indices of the people who have each. */
  readonly holders: readonly (readonly number[])[];
}

const numbersOf = (people: readonly Person[]): Numbers => {
  const places = new Map<number, number>();
  const values: number[] = [];
  const holders: number[][] = [];
  people.forEach(({ phones }, at) => {
    for (const { e164 } of phones) {
      const value = Number(e164);
      const known = places.get(value);
      if (known === undefined) {
        places.set(value, values.length);
        values.push(value);
        holders.push([at]);
        continue;
      }
      const having = holders[known];
      if (having && having.length < mostHolders && having.at(-1) !== at) having.push(at);
    }
  });
  return { values, holders };
};

/** Numbers that hang together, however far: each points to another, the first of them to itself. */
type Chains = Int32Array;

const firstOf = (chains: Chains, number: number): number => {
  let at = number;
  for (;;) {
    const next = chains[at] ?? at;
    if (next === at) return at;
    const beyond = chains[next] ?? next;
    chains[at] = beyond;
    at = beyond;
  }
};

const join = (chains: Chains, one: number, other: number): void => {
  const [a, b] = [firstOf(chains, one), firstOf(chains, other)];
  chains[Math.max(a, b)] = Math.min(a, b);
};

/** Two numbers, by their places among the numbers, that people of different names have. */
type Link = readonly [one: number, other: number, why: Slip];

export const numberSlips = (people: readonly Person[]): NumberSlips => {
  const called = calledOf(people);
  const { values, holders } = numbersOf(people);
  const ofOneName = new Map<number, NumberSlip>();
  const ofOneSurname = new Map<number, NumberSlip>();
  const chains: Chains = Int32Array.from(values, (_, at) => at);
  const degrees = new Uint8Array(values.length);
  const links: Link[] = [];

  const apart = (one: number, other: number): boolean => {
    const [a, b] = [people[one], people[other]];
    if (one === other || a === undefined || b === undefined) return false;
    return (a.phones.length === 1 && b.phones.length === 1) || !sharePhone(a, b);
  };
  const agree = (one: number, other: number): "name" | "surname" | undefined => {
    const [a, b] = [called[one], called[other]];
    if (a === undefined || b === undefined || a.name === "" || b.name === "") return undefined;
    // One name is one text kept: the same object, or another.
    if (a === b || a.name === b.name) return "name";
    return (a.titled || b.titled) && namesAgree(a.name, b.name) ? "surname" : undefined;
  };
  const keep = (best: Map<number, NumberSlip>, found: NumberSlip): void => {
    const before = best.get(found.one);
    const better =
      before === undefined ||
      (before.why === found.why ? found.other < before.other : found.why === "oneDigitOff");
    if (better) best.set(found.one, found);
  };
  const eachTwo = (x: number, y: number, visit: (p: number, q: number) => void): void => {
    for (const p of holders[x] ?? []) for (const q of holders[y] ?? []) visit(p, q);
  };

  nearNumbers(values, (x, y, why) => {
    const [ofX, ofY] = [degrees[x] ?? 0, degrees[y] ?? 0];
    // Numbers with more neighbours than are asked about one by one: whoever they are, they hang together.
    const settled = ofX >= mostNear && ofY >= mostNear && firstOf(chains, x) === firstOf(chains, y);
    let strangers = 0;
    eachTwo(x, y, (one, other) => {
      const by = agree(one, other);
      if ((by === undefined && (settled || strangers > 0)) || !apart(one, other)) return;
      if (by === undefined) {
        strangers++;
        return;
      }
      const best = by === "name" ? ofOneName : ofOneSurname;
      keep(best, { one, other, why });
      keep(best, { one: other, other: one, why });
    });
    if (strangers === 0) return;
    join(chains, x, y);
    if (ofX >= mostNear && ofY >= mostNear) return;
    links.push([x, y, why]);
    if (ofX < mostNear) degrees[x] = ofX + 1;
    if (ofY < mostNear) degrees[y] = ofY + 1;
  });

  const together = new Map<number, { numbers: Set<number>; people: Set<number> }>();
  for (const [x, y] of links) {
    const first = firstOf(chains, x);
    const chain = together.get(first) ?? { numbers: new Set(), people: new Set() };
    together.set(first, chain);
    for (const number of [x, y]) {
      if (chain.numbers.has(number)) continue;
      chain.numbers.add(number);
      for (const holder of holders[number] ?? []) chain.people.add(holder);
    }
  }
  const byChance = new Map<string, ChanceSlip>();
  for (const [x, y, why] of links) {
    const first = firstOf(chains, x);
    const chain = together.get(first);
    const many = chain !== undefined && (chain.numbers.size > mostNear || chain.people.size > mostNear);
    if (many && byChance.has(`${first}`)) continue;
    eachTwo(x, y, (p, q) => {
      if (agree(p, q) !== undefined || !apart(p, q)) return;
      const [one, other] = [Math.max(p, q), Math.min(p, q)];
      const key = many ? `${first}` : `${one} ${other}`;
      if (byChance.has(key)) return;
      byChance.set(key, { one, other, why, ...(many ? { together: chain.people.size } : {}) });
    });
  }
  return { ofOneName, ofOneSurname, byChance: [...byChance.values()] };
};

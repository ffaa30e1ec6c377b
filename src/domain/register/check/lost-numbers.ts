/**
 * R1: a number never changes once given. A row whose number was cleared gets it back where what still carries it says
 * whose it is.
 */
import { type CalendarDay, dayOf } from "../../kit/calendar-day";
import { type ClientNumber, parseClientNumber } from "../../rules/client-number";
import { formerLetters, nameLetters } from "../../rules/letters";
import { samePhone } from "../../rules/phone";
import { said } from "../../rules/same-person";
import { reachedAt } from "../grade-rows";
import { phonesIn } from "../phone-reading";
import { anyYear, clientAt, momentOfCell, textAt } from "../raw-cell";
import { cellAt, type Register } from "../register";
import type { SiteBook } from "../site";
import { consultantOf, dayOfStanding, notesOf, phonesOf, type Standing } from "../standing";

/** What a row's number was: one, or several that it may have been. */
export type LostNumber =
  | { readonly kind: "known"; readonly number: ClientNumber }
  | { readonly kind: "asked"; readonly numbers: readonly ClientNumber[] };

/** A sign by which somebody is known, and how much it says: the same words, name or phone; or the same hand and day. */
type Sign = readonly [sign: string, weight: number];

const fewestLetters = 4;
const sure = 4;

const ofTalk = (notes: string): readonly Sign[] =>
  notes.length < fewestLetters ? [] : [[`talk ${notes}`, sure]];
const ofName = (name: string): readonly Sign[] => (said(name) === "" ? [] : [[`name ${said(name)}`, sure]]);
const ofHand = (consultant: string, day: CalendarDay | undefined): readonly Sign[] =>
  consultant === "" || day === undefined ? [] : [[`hand ${consultant} ${day}`, 1]];

type Reader = (register: Register, index: number, book: SiteBook) => readonly Sign[];

const firstOf = (days: readonly CalendarDay[]): CalendarDay | undefined => [...days].sort()[0];

/** Registers that carry a client's number and something of the client's. */
const readers: readonly {
  readonly form: "grades" | "followUps" | "deals" | "lostClients";
  readonly key: string;
  readonly read: Reader;
}[] = [
  {
    form: "grades",
    key: "clientId",
    read: (register, index) => {
      const day = firstOf(Object.values(reachedAt(register, index, anyYear)));
      return ["consultant", "formerConsultant"].flatMap((key) => ofHand(textAt(register, key, index), day));
    },
  },
  {
    form: "followUps",
    key: "clientId",
    read: (register, index) => {
      const at = momentOfCell(cellAt(register, "contactedAt", index), anyYear);
      return [
        ...ofTalk(textAt(register, "notes", index)),
        ...ofHand(textAt(register, "consultant", index), at === undefined ? undefined : dayOf(at)),
      ];
    },
  },
  ...(
    [
      ["deals", "dealId"],
      ["lostClients", "lostId"],
    ] as const
  ).map(([form, key]) => ({
    form,
    key,
    read: ((register, index, { site }) => [
      ...ofName(textAt(register, "name", index)),
      ...phonesIn([cellAt(register, "phone", index)], site).map(({ e164 }): Sign => [`phone ${e164}`, sure]),
    ]) satisfies Reader,
  })),
];

const signsOf = (standing: Standing, book: SiteBook): readonly Sign[] => [
  ...ofTalk(notesOf(standing)),
  ...ofName(standing.name),
  ...ofHand(consultantOf(standing), dayOfStanding(standing, anyYear)),
  ...phonesOf(standing, book.site).map(({ e164 }): Sign => [`phone ${e164}`, sure]),
];

/** A sign that more numbers share tells nobody from anybody: 同上, a consultant's busiest day. */
const mostBearers = 20;

/** Which numbers nobody stands under any more show a sign. */
const bearersOf = (book: SiteBook, held: ReadonlySet<ClientNumber>): Map<string, Set<ClientNumber>> => {
  const found = new Map<string, Set<ClientNumber>>();
  for (const { form, key, read } of readers) {
    const register = book.registers[form];
    for (let index = 0; register !== undefined && index < register.count; index++) {
      const number = clientAt(register, key, index);
      if (number === undefined || held.has(number)) continue;
      for (const [sign] of read(register, index, book)) {
        const bearers = found.get(sign);
        if (bearers) bearers.add(number);
        else found.set(sign, new Set([number]));
      }
    }
  }
  return found;
};

/** Would this name have been given such a number? 张先生's stays when the full name comes. */
const couldHave = (number: ClientNumber, name: string, { site }: SiteBook): boolean => {
  const parts = parseClientNumber(number);
  const letters = [nameLetters(name), nameLetters(`${name.slice(0, 1)}先生`), formerLetters(name)];
  return (
    parts !== undefined &&
    (site.region === "" || parts.region === site.region) &&
    (letters[0] === undefined || letters.includes(parts.letters))
  );
};

interface Weighed {
  readonly numbers: readonly ClientNumber[];
  readonly weight: number;
}

const best = (
  standing: Standing,
  bearers: ReadonlyMap<string, ReadonlySet<ClientNumber>>,
  book: SiteBook,
): Weighed => {
  const weights = new Map<ClientNumber, number>();
  for (const [sign, weight] of signsOf(standing, book)) {
    const some = bearers.get(sign);
    if (some === undefined || some.size > mostBearers) continue;
    for (const number of some) weights.set(number, (weights.get(number) ?? 0) + weight);
  }
  const could = [...weights].filter(([number]) => couldHave(number, standing.name, book));
  const most = Math.max(0, ...could.map(([, weight]) => weight));
  return {
    numbers: could.flatMap(([number, weight]) => (weight === most ? [number] : [])).sort(),
    weight: most,
  };
};

/**
 * By row of `bare` that has lost one. Where two people may have had a number, neither is given it unasked.
 * @param people everybody who stands in the registers.
 */
export const lostNumbers = (
  book: SiteBook,
  bare: readonly Standing[],
  people: readonly Standing[],
): ReadonlyMap<Standing, LostNumber> => {
  const held = new Set(people.flatMap(({ clientId }) => clientId ?? []));
  const bearers = bearersOf(book, held);
  const found = new Map<Standing, LostNumber>();
  if (bearers.size === 0) return found;
  const claims = new Map<ClientNumber, Standing[]>();
  const weighed = bare.map((standing) => ({ standing, ...best(standing, bearers, book) }));
  for (const { standing, numbers } of weighed)
    for (const number of numbers) claims.set(number, [...(claims.get(number) ?? []), standing]);
  const isOne = (a: Standing, b: Standing): boolean => {
    const others = phonesOf(b, book.site);
    return a === b || phonesOf(a, book.site).some((phone) => others.some((other) => samePhone(phone, other)));
  };
  for (const { standing, numbers, weight } of weighed) {
    const [number] = numbers;
    if (number === undefined) continue;
    const alone = numbers.length === 1 && (claims.get(number) ?? []).every((other) => isOne(standing, other));
    found.set(standing, alone && weight >= sure ? { kind: "known", number } : { kind: "asked", numbers });
  }
  return found;
};

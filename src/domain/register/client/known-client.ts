/** R9: who has a number, before anything is written. */
import type { ClientNumber } from "../../rules/client-number";
import type { Grade } from "../../rules/grade";
import { type Phone, samePhone } from "../../rules/phone";
import { reachedAt } from "../grade-rows";
import { latestReached } from "../../rules/grade";
import { phonesIn } from "../phone-reading";
import { anyYear, clientAt, textAt } from "../raw-cell";
import { rowNumber } from "../register";
import type { RawCell } from "../register";
import type { SiteBook } from "../site";
import { consultantOf, phoneCells, phonesOf, type Standing, type StandingForm, standings } from "../standing";

export interface Known {
  /** Nothing where the row has no number yet. */
  readonly clientId: ClientNumber | undefined;
  readonly name: string;
  /** The owner now, else who took the record down. */
  readonly consultant: string;
  readonly grade: Grade | undefined;
  /** The number they share, as shown. */
  readonly phone: string;
  /** Everything this client has: one number in common may be a family's. */
  readonly phones: readonly Phone[];
  /** Has been here, or has only called. */
  readonly visited: boolean;
  readonly form: StandingForm;
  readonly sheet: string;
  /** 1-based. */
  readonly row: number;
}

const digitsOf = (cell: RawCell): string => {
  const text = String(cell);
  return (/^[\x20-\x7e]*$/u.test(text) ? text : text.normalize("NFKC")).replace(/\D/gu, "");
};

/** Numbers that are equal end alike: the last seven digits sort out nearly everybody before anything is parsed. */
const tailOf = ({ e164 }: Phone): string => e164.slice(-7);

interface Owner {
  readonly consultant: string;
  readonly grade: Grade | undefined;
}

/** By client, from one look through 等级跟踪, however many share a phone. */
const ownersOf = (book: SiteBook, clients: ReadonlySet<string>): ReadonlyMap<string, Owner> => {
  const grades = book.registers.grades;
  const found = new Map<string, Owner>();
  for (let index = 0; grades && index < grades.count && found.size < clients.size; index++) {
    const client = clientAt(grades, "clientId", index);
    if (client === undefined || !clients.has(client) || found.has(client)) continue;
    found.set(client, {
      consultant: textAt(grades, "consultant", index),
      grade: latestReached(reachedAt(grades, index, anyYear)),
    });
  }
  return found;
};

/** Clients who have one of these phones, each once, those who have been here first. */
export const whoHasAny = (book: SiteBook, phones: readonly Phone[]): readonly Known[] => {
  const tails = phones.map(tailOf);
  if (tails.length === 0) return [];
  const found = new Map<string, Standing[]>();
  const visitors = new Set<string>();
  for (const standing of standings(book)) {
    if (standing.form === "visitors" && standing.clientId !== undefined) visitors.add(standing.clientId);
    const maybe = phoneCells(standing).some((cell) => {
      if (cell === null || cell === "") return false;
      const digits = digitsOf(cell);
      return tails.some((tail) => digits.includes(tail));
    });
    if (!maybe) continue;
    const theirs = phonesOf(standing, book.site);
    if (!phones.some((phone) => theirs.some((other) => samePhone(phone, other)))) continue;
    const person = standing.clientId ?? `${standing.form}/${standing.index}`;
    const rows = found.get(person);
    if (rows) rows.push(standing);
    else found.set(person, [standing]);
  }
  const owners = ownersOf(book, new Set(found.keys()));
  return [...found.values()].flatMap((rows): readonly Known[] => {
    const [first] = rows;
    if (first === undefined) return [];
    const all = rows.flatMap((row) => phonesOf(row, book.site));
    const shared = all.find((phone) => phones.some((other) => samePhone(phone, other)));
    const owner = first.clientId && owners.get(first.clientId);
    return [
      {
        clientId: first.clientId,
        name: first.name,
        consultant: owner?.consultant || consultantOf(first),
        grade: owner?.grade,
        phone: shared?.shown ?? "",
        phones: all.filter((phone, at) => all.findIndex((other) => samePhone(phone, other)) === at),
        visited: first.form === "visitors" || visitors.has(first.clientId ?? ""),
        form: first.form,
        sheet: first.register.sheet,
        row: rowNumber(first.register, first.index),
      },
    ];
  });
};

/** As typed: "138 0379 1234", "+86…", several in one; what is no phone finds nobody. */
export const whoHasPhone = (book: SiteBook, typed: readonly RawCell[]): readonly Known[] =>
  whoHasAny(book, phonesIn(typed, book.site));

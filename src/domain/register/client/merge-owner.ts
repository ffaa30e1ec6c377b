/** R9, R10: whose the client of two numbers can be, and whether they wait for the manager. */
import type { CalendarDay } from "../../kit/calendar-day";
import { latestReached } from "../../rules/grade";
import { reachedAt } from "../grade-rows";
import { formersAt } from "../ownership/case-book";
import { textAt } from "../raw-cell";
import { onRoster } from "../read-answer";
import type { Register } from "../register";
import type { SiteBook } from "../site";

/** A row of a register of one row a client. */
export interface Place {
  readonly register: Register;
  readonly index: number;
}

/** Who has a row of 等级跟踪; "" for nobody. */
const ownerAt = ({ site }: SiteBook, { register, index }: Place): string => {
  const typed = textAt(register, "consultant", index);
  return onRoster(site, typed) ?? typed;
};

/** ×, and not assigned anew (R10). */
const isGivenUp = ({ register, index }: Place, today: CalendarDay): boolean =>
  latestReached(reachedAt(register, index, today)) === "×";

const ownersAt = (book: SiteBook, places: readonly Place[]): readonly string[] => [
  ...new Set(places.map((place) => ownerAt(book, place)).filter((name) => name !== "")),
];

/** Consultants who have the client under one of the numbers. */
const holders = (book: SiteBook, places: readonly Place[], today: CalendarDay): readonly string[] =>
  ownersAt(
    book,
    places.filter((place) => !isGivenUp(place, today)),
  );

/** Who gave the client up under a number, and is not to have them again (R10). */
export const giversUp = (book: SiteBook, place: Place, today: CalendarDay): readonly string[] =>
  isGivenUp(place, today) ? ownersAt(book, [place]) : [];

const formersIn = (book: SiteBook, places: readonly Place[]): readonly string[] =>
  places.flatMap(({ register, index }) => formersAt(book.site, register, index));

/** R10: 原置业顾问, and who gave the client up under one number and has them under none. */
export const barredFrom = (
  book: SiteBook,
  places: readonly Place[],
  today: CalendarDay,
): ReadonlySet<string> => {
  const held = holders(book, places, today);
  const gaveUp = places.flatMap((place) => giversUp(book, place, today));
  return new Set([...formersIn(book, places), ...gaveUp.filter((name) => !held.includes(name))]);
};

export interface Owners {
  /** More than one: the manager says whose the client is. */
  readonly owners: readonly string[];
  /** None of those who have had the client may keep them (R10): the manager names one of the others, be it one. */
  readonly anew: boolean;
}

/**
 * Whose the client can be: who has them in hand under one of the numbers and is no former; where that is nobody, one of
 * the others on the roster. × under both waits as it is, with who gave the client up; so does all where nobody is left.
 *
 * @param places rows of 等级跟踪 of the two.
 */
export const ownersOf = (book: SiteBook, places: readonly Place[], today: CalendarDay): Owners => {
  const barred = barredFrom(book, places, today);
  const held = holders(book, places, today);
  const free = held.filter((name) => !barred.has(name));
  if (free.length > 0) return { owners: free, anew: false };
  const others = book.site.consultants.flatMap(({ name, active }) =>
    active && !barred.has(name) ? [name] : [],
  );
  if (held.length > 0 && others.length > 0) return { owners: others, anew: true };
  const formers = formersIn(book, places);
  const all = ownersAt(book, places);
  const last = all.filter((name) => !formers.includes(name));
  return { owners: last.length > 0 ? last : all, anew: false };
};

/** R4: whether a × under one number stands: nobody has the client in hand, or nobody who may. */
export const waits = (book: SiteBook, places: readonly Place[], owner: string, today: CalendarDay): boolean =>
  holders(book, places, today).length === 0 || barredFrom(book, places, today).has(owner);

/**
 * R1: a clash between two copies is settled the same way on both: the row that stands first keeps the number, the
 * later gets the next, and what refers to the changed row follows. All of it follows from the workbook alone.
 */
import { type FormKey, formOf, type RegisterKey } from "../../forms/index";
import type { CalendarDay } from "../../kit/calendar-day";
import { type ClientNumber, parseClientNumber } from "../../rules/client-number";
import { samePhone } from "../../rules/phone";
import { namesAgree } from "../../rules/same-person";
import type { Change } from "../change";
import { type ClientKey, clientKeys } from "../client-keys";
import { gradeWants } from "../grade-rows";
import { startNumbering } from "../client/numbering";
import { anyYear, clientAt, textAt } from "../raw-cell";
import { cellAt, type Register, rowNumber } from "../register";
import { unitKey } from "../sales/sale-rows";
import type { SiteBook } from "../site";
import { dayOfStanding, phonesOf, type Standing, standingsByClient } from "../standing";
import type { Wanted } from "../wanted";
import { dealOut, fitGrade, fitRow, type Place, tellingKeys, writtenWith } from "./written-together";

/** Where a number that two persons hold may mean either; whom a visitor was brought by is whoever had it first. */
const following: readonly ClientKey[] = clientKeys.filter(
  ({ form, as }) => as === "row" && form !== "visitors" && form !== "calls" && form !== "grades",
);

const unitColumnOf = (form: RegisterKey): string | undefined =>
  formOf(form).fields["unitNo"] === undefined ? undefined : "unitNo";

export const settleWants: Wanted = {
  ...Object.fromEntries(
    following.map(({ form, key }) => [
      form,
      [...new Set([key, ...tellingKeys(formOf(form)), unitColumnOf(form) ?? key])],
    ]),
  ),
  visitors: ["clientId", "visitDate", "consultant", "name", "phone", "mobile", "notes"],
  calls: ["clientId", "calledAt", "consultant", "name", "mobile", "otherContact", "notes"],
  grades: gradeWants,
  followUps: ["clientId", "contactedAt", "consultant", "notes", "grade"],
};

/** One person's rows under a number; two such claim it. */
type Claimant = readonly Standing[];

export interface Clash {
  readonly number: ClientNumber;
  readonly keeps: Standing;
  /** The first row of the person who gets another number. */
  readonly yields: Standing;
  readonly becomes: ClientNumber;
  /** All rows of the person who yields, and what refers to them. */
  readonly changes: readonly Change[];
}

const noDay = "9999-12-31" as CalendarDay;

const dayOfRow = (standing: Standing): CalendarDay => dayOfStanding(standing, anyYear) ?? noDay;

/** Rows of one number as they stand: within a register by row; a call against a visit by day, the visit first. */
const asTheyStand = (rows: readonly Standing[]): readonly Standing[] => {
  const visits = rows.filter(({ form }) => form === "visitors");
  const callers = rows.filter(({ form }) => form === "calls");
  const merged: Standing[] = [];
  for (;;) {
    const [visit, call] = [visits[0], callers[0]];
    if (visit === undefined || call === undefined) return [...merged, ...visits, ...callers];
    merged.push(dayOfRow(call) < dayOfRow(visit) ? call : visit);
    (dayOfRow(call) < dayOfRow(visit) ? callers : visits).shift();
  }
};

const sameContact = (a: Standing, b: Standing, book: SiteBook): boolean => {
  const others = phonesOf(b, book.site);
  if (phonesOf(a, book.site).some((phone) => others.some((other) => samePhone(phone, other)))) return true;
  const [wechatA, wechatB] = [a, b].map(({ register, index }) => textAt(register, "otherContact", index));
  return wechatA !== undefined && wechatA !== "" && wechatA === wechatB;
};

/**
 * Two visits are one person's only with an equal contact. A caller may come with another number; where 等级跟踪 has
 * one row for both, somebody has joined them.
 */
const onePerson = (a: Standing, b: Standing, book: SiteBook, joined: boolean): boolean => {
  if (sameContact(a, b, book)) return true;
  if (a.form === "visitors" && b.form === "visitors") return false;
  return joined || namesAgree(a.name, b.name);
};

const grouped = (
  rows: readonly Standing[],
  one: (a: Standing, b: Standing) => boolean,
): readonly Claimant[] => {
  const people: Standing[][] = [];
  for (const row of rows) {
    const own = people.find((person) => person.some((other) => one(other, row)));
    if (own) own.push(row);
    else people.push([row]);
  }
  return people;
};

const claimants = (rows: readonly Standing[], book: SiteBook, gradeCount: number): readonly Claimant[] => {
  const standing = asTheyStand(rows);
  const people = grouped(standing, (a, b) => onePerson(a, b, book, gradeCount === 1));
  // Each registration of a new client writes one row of 等级跟踪: more of them than people tell two of one name apart.
  return people.length >= gradeCount ? people : grouped(standing, (a, b) => sameContact(a, b, book));
};

const rowsByNumber = (
  register: Register | undefined,
  key: string,
  clashing: ReadonlySet<ClientNumber>,
): Map<ClientNumber, Place[]> => {
  const found = new Map<ClientNumber, Place[]>();
  for (let index = 0; register && index < register.count; index++) {
    const number = clientAt(register, key, index);
    if (number === undefined || !clashing.has(number)) continue;
    const places = found.get(number);
    if (places) places.push({ register, index });
    else found.set(number, [{ register, index }]);
  }
  return found;
};

const renumber = ({ register, index }: Place, form: FormKey, key: string, value: string): Change => ({
  kind: "set",
  form,
  row: rowNumber(register, index),
  key,
  was: cellAt(register, key, index),
  value,
});

/** Whose the rows of every register are that name this number, person by person. */
const followers = (
  number: ClientNumber,
  persons: readonly Claimant[],
  placesIn: ReadonlyMap<ClientKey, ReadonlyMap<ClientNumber, readonly Place[]>>,
): ReadonlyMap<ClientKey, readonly (readonly Place[])[]> => {
  const found = new Map<ClientKey, readonly (readonly Place[])[]>();
  const bought = persons.map(() => new Set<string>());
  // What was paid for a unit and asked about it goes with the deal on it.
  for (const each of [...following].sort((a, b) => Number(b.form === "deals") - Number(a.form === "deals"))) {
    const places = placesIn.get(each)?.get(number) ?? [];
    const unitColumn = unitColumnOf(each.form);
    const unitOf = ({ register, index }: Place): string =>
      unitColumn === undefined ? "" : unitKey(textAt(register, unitColumn, index));
    const fit = fitRow(formOf(each.form));
    const dealt = dealOut(
      places,
      persons,
      (place, claim) => {
        const who = persons.findIndex((person) => person.includes(claim));
        return fit(place, claim) + (bought[who]?.has(unitOf(place)) ? 16 : 0);
      },
      writtenWith,
    );
    if (each.form === "deals")
      dealt.forEach((own, who) => {
        for (const place of own) if (unitOf(place) !== "") bought[who]?.add(unitOf(place));
      });
    found.set(each, dealt);
  }
  return found;
};

/** More rows of one number were not registered: the column was filled down, and nobody can deal that out. */
const mostRows = 20;

/** Numbers that stand in more rows than registering makes, of more people than one. */
export const filledDown = (book: SiteBook): ReadonlyMap<ClientNumber, readonly Standing[]> =>
  new Map(
    [...standingsByClient(book)].filter(([, rows]) => {
      const [first] = rows;
      return (
        first !== undefined && rows.length > mostRows && !rows.every((row) => sameContact(first, row, book))
      );
    }),
  );

/** Every number that two persons hold, with what settles it; not those that were filled down. */
export const clashes = (book: SiteBook): readonly Clash[] => {
  const byNumber = standingsByClient(book);
  const several = new Set(
    [...byNumber].flatMap(([number, { length }]) => (length > 1 && length <= mostRows ? [number] : [])),
  );
  if (several.size === 0) return [];
  const gradePlaces = rowsByNumber(book.registers.grades, "clientId", several);
  const people = new Map<ClientNumber, readonly Claimant[]>();
  for (const number of several) {
    const found = claimants(byNumber.get(number) ?? [], book, gradePlaces.get(number)?.length ?? 0);
    if (found.length > 1) people.set(number, found);
  }
  if (people.size === 0) return [];
  const clashing = new Set(people.keys());
  const placesIn = new Map(
    following.map((each) => [each, rowsByNumber(book.registers[each.form], each.key, clashing)]),
  );
  const numbering = startNumbering(book);

  return [...people].flatMap(([number, persons]) => {
    const theirs = followers(number, persons, placesIn);
    const contacts = [...theirs].find(([{ form }]) => form === "followUps")?.[1] ?? [];
    const firstGrade = new Map<Standing, string>();
    persons.forEach((person, who) => {
      const [first] = contacts[who] ?? [];
      if (first) for (const row of person) firstGrade.set(row, textAt(first.register, "grade", first.index));
    });
    const grades = dealOut(gradePlaces.get(number) ?? [], persons, fitGrade(firstGrade), 0);
    const prefix = parseClientNumber(number)?.prefix ?? "";
    const keeps = persons[0]?.[0];
    return persons.slice(1).flatMap((person, at): readonly Clash[] => {
      const [first] = person;
      if (first === undefined || keeps === undefined) return [];
      const becomes = numbering.giveWithin(prefix);
      const n = parseClientNumber(becomes)?.n ?? 0;
      const own = (places: readonly (readonly Place[])[]): readonly Place[] => places[at + 1] ?? [];
      return [
        {
          number,
          keeps,
          yields: first,
          becomes,
          changes: [
            ...person.map((row) => renumber(row, row.form, "clientId", becomes)),
            ...own(grades).map((place) => renumber(place, "grades", "clientId", becomes)),
            ...[...theirs].flatMap(([{ form, key, spell }, places]) =>
              own(places).map((place) => renumber(place, form, key, spell(becomes))),
            ),
            { kind: "counter", prefix, highest: n },
          ],
        },
      ];
    });
  });
};

/** After a write: what puts it right where two people hold one number; nothing when nobody does. */
export const settleNumbers = (book: SiteBook): readonly Change[] =>
  clashes(book).flatMap(({ changes }) => changes);

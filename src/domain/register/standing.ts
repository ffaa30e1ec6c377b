/** Who stands in the registers: a row of 来访登记 or 来电登记 each. */
import type { CalendarDay } from "../kit/calendar-day";
import type { ClientNumber } from "../rules/client-number";
import type { Phone } from "../rules/phone";
import type { Person } from "../rules/same-person";
import { phonesIn } from "./phone-reading";
import { spelled } from "./read-answer";
import { clientAt, dayOfCell, textAt } from "./raw-cell";
import { cellAt, type RawCell, type Register, rowNumber } from "./register";
import type { Site, SiteBook } from "./site";

const standingForms = ["visitors", "calls"] as const;
export type StandingForm = (typeof standingForms)[number];

const keys = {
  visitors: { day: "visitDate", phones: ["mobile", "phone"] },
  calls: { day: "calledAt", phones: ["mobile", "otherContact"] },
} as const;

export interface Standing {
  readonly form: StandingForm;
  readonly register: Register;
  readonly index: number;
  /** The sheet's row number, 1-based. */
  readonly row: number;
  /** Nothing where the row has no number, or none of ours. */
  readonly clientId: ClientNumber | undefined;
  readonly name: string;
}

const known = new WeakMap<SiteBook, readonly Standing[]>();

/**
 * Rows with a name or a number, in the workbook's order; what is asked of them beyond is read when asked. Gathered once
 * a book: a check asks for them a dozen times.
 */
export const standings = (book: SiteBook): readonly Standing[] => {
  const before = known.get(book);
  if (before) return before;
  const found = standingsIn(book);
  known.set(book, found);
  return found;
};

const standingsIn = (book: SiteBook): readonly Standing[] => {
  const found: Standing[] = [];
  for (const form of standingForms) {
    const register = book.registers[form];
    if (register === undefined) continue;
    for (let index = 0; index < register.count; index++) {
      const name = textAt(register, "name", index);
      const clientId = clientAt(register, "clientId", index);
      if (name !== "" || clientId !== undefined)
        found.push({ form, register, index, row: rowNumber(register, index), clientId, name });
    }
  }
  return found;
};

type ByClient = ReadonlyMap<ClientNumber, readonly Standing[]>;
const knownByClient = new WeakMap<SiteBook, ByClient>();

/** A client's rows, in the workbook's order; gathered once a book. */
export const standingsByClient = (book: SiteBook): ByClient => {
  const before = knownByClient.get(book);
  if (before) return before;
  const found = new Map<ClientNumber, Standing[]>();
  for (const standing of standings(book)) {
    if (standing.clientId === undefined) continue;
    const rows = found.get(standing.clientId);
    if (rows) rows.push(standing);
    else found.set(standing.clientId, [standing]);
  }
  knownByClient.set(book, found);
  return found;
};

export const phoneKeysOf = (form: StandingForm): readonly [string, string] => keys[form].phones;

export const phoneCells = ({ form, register, index }: Standing): readonly RawCell[] =>
  keys[form].phones.map((key) => cellAt(register, key, index));

export const phonesOf = (standing: Standing, site: Site): readonly Phone[] =>
  phonesIn(phoneCells(standing), site);

export const consultantOf = ({ register, index }: Standing): string => textAt(register, "consultant", index);

/** As the roster spells the name, where it is on it. */
export const ownerOf = (standing: Standing, site: Site): string => spelled(site, consultantOf(standing));

/** The talk, as it was entered with the record. */
export const notesOf = ({ register, index }: Standing): string => textAt(register, "notes", index);

/** The visit's or call's cell: a day, or a moment. */
export const whenCell = ({ form, register, index }: Standing): RawCell =>
  cellAt(register, keys[form].day, index);

export const dayOfStanding = (standing: Standing, today: CalendarDay): CalendarDay | undefined =>
  dayOfCell(whenCell(standing), today);

export const personOf = (standing: Standing, site: Site): Person => ({
  name: standing.name,
  phones: phonesOf(standing, site),
  area: textAt(standing.register, "residenceArea", standing.index),
  address: textAt(standing.register, "address", standing.index),
  consultant: consultantOf(standing),
});

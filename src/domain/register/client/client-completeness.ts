/** R8: how complete what is known of each client is, and how complete it should be by now. */
import { fieldsOf } from "../../form/form";
import { visitors } from "../../forms/visitors";
import type { CalendarDay } from "../../kit/calendar-day";
import type { ClientNumber } from "../../rules/client-number";
import { type Acquaintance, acquaintance, requiredShare, shareGiven } from "../../rules/completeness";
import { contactHistories } from "../follow-up/contact-history";
import { gradeRowOf, gradeRows, gradeWants } from "../grade-rows";
import { isEmptyCell, spelled } from "../read-answer";
import { clientAt, textAt } from "../raw-cell";
import type { RawCell, Register } from "../register";
import type { SiteBook } from "../site";
import type { Wanted } from "../wanted";

/** The `*` and `+` blanks of form 1. */
export const countedBlanks: readonly { readonly key: string; readonly caption: string }[] = fieldsOf(
  visitors,
).flatMap(([key, { need, kind, caption }]) =>
  need === "free" || kind === "numberStamp" ? [] : [{ key, caption }],
);

export const completenessWants: Wanted = {
  visitors: ["clientId", ...countedBlanks.map(({ key }) => key)],
  calls: ["clientId", "calledAt", "name"],
  grades: gradeWants,
  followUps: ["clientId", "contactedAt"],
};

type Counted = readonly (readonly [caption: string, column: readonly RawCell[] | undefined])[];
const counted = new WeakMap<Register, Counted>();

/** Looked up once a register: twenty thousand rows ask forty blanks each. */
const countedColumns = (register: Register): Counted => {
  const known = counted.get(register);
  if (known) return known;
  const made = countedBlanks.map(({ key, caption }) => [caption, register.columns.get(key)] as const);
  counted.set(register, made);
  return made;
};

/** Captions of the counted blanks that nobody has filled. */
export const openBlanks = (register: Register, index: number): readonly string[] => {
  const open: string[] = [];
  for (const [caption, column] of countedColumns(register))
    if (isEmptyCell(column?.[index] ?? null)) open.push(caption);
  return open;
};

export interface Completeness {
  readonly client: ClientNumber;
  readonly name: string;
  /** The owner now. */
  readonly consultant: string;
  readonly stage: Acquaintance;
  /** 0 to 1. */
  readonly share: number;
  readonly required: number;
  /** Captions still open, in the form's order. */
  readonly open: readonly string[];
}

/** A row a client of 来访登记, in its order. */
export const completenesses = (book: SiteBook, today: CalendarDay): readonly Completeness[] => {
  const register = book.registers.visitors;
  const histories = contactHistories(book, today);
  const grades = gradeRowOf(gradeRows(book, today));
  const found = new Map<ClientNumber, Completeness>();
  for (let index = 0; register && index < register.count; index++) {
    const client = clientAt(register, "clientId", index);
    const history = client && histories.get(client);
    if (client === undefined || history === undefined || found.has(client)) continue;
    const row = grades.get(client);
    const open = openBlanks(register, index);
    const stage = acquaintance({
      contacts: history.contacts,
      firstContact: history.first,
      today,
      owner: row?.grade === "√",
    });
    found.set(client, {
      client,
      name: textAt(register, "name", index),
      consultant: row?.consultant || spelled(book.site, textAt(register, "consultant", index)),
      stage,
      share: shareGiven(countedBlanks.length - open.length, countedBlanks.length),
      required: requiredShare[stage],
      open,
    });
  }
  return [...found.values()];
};

/** R9 at the door: who has a number that is one digit off a typed one, or has two digits swapped. It stops nobody. */
import { formOf } from "../../forms/index";
import type { ClientNumber } from "../../rules/client-number";
import type { Phone } from "../../rules/phone";
import { namesAgree, said, sharePhone, slippedPhones } from "../../rules/same-person";
import { phonesIn } from "../phone-reading";
import { type Problem, problem } from "../problem";
import type { RawCell } from "../register";
import type { SiteBook } from "../site";
import { consultantOf, phoneCells, phoneKeysOf, phonesOf, type StandingForm, standings } from "../standing";

export interface NearClient {
  /** The blank it was typed in. */
  readonly key: string;
  readonly phone: Phone;
  readonly otherPhone: Phone;
  readonly clientId: ClientNumber | undefined;
  readonly name: string;
  readonly consultant: string;
  readonly sheet: string;
  /** 1-based. */
  readonly row: number;
}

const tailDigits = 7;
const mostDigits = 15;

/** Whether a cell's end can be a slip from one of these ends: nearly nobody's is parsed. Several numbers always are. */
const mayBeNear = (cell: RawCell, tails: readonly string[]): boolean => {
  if (cell === null || cell === "") return false;
  const text = String(cell);
  const digits = text.replace(/\D/gu, "");
  if (digits.length < tailDigits) return /[^\x20-\x7e]/u.test(text);
  // … and so is one that may end in an extension.
  if (digits.length > mostDigits || /[^\d\s()+-]|-\s*\d{1,6}$/u.test(text)) return true;
  const end = digits.slice(-tailDigits);
  return tails.some((tail) => {
    let apart = 0;
    for (let at = 0; at < tailDigits && apart <= 2; at++) if (tail[at] !== end[at]) apart++;
    return apart <= 2;
  });
};

/** Each client once; nobody who has a typed number itself. `typed` by key: the form's blanks for phones. */
export const nearClients = (
  book: SiteBook,
  form: StandingForm,
  typed: Readonly<Record<string, RawCell | undefined>>,
  besides?: ClientNumber,
): readonly NearClient[] => {
  const asked = phoneKeysOf(form).flatMap((key) =>
    phonesIn([typed[key] ?? null], book.site).map((phone) => ({ key, phone })),
  );
  if (asked.length === 0) return [];
  const phones = asked.map(({ phone }) => phone);
  const tails = phones.map(({ e164 }) => e164.slice(-tailDigits));
  const found = new Map<string, NearClient>();
  const theirOwn = new Set<string>();
  for (const standing of standings(book)) {
    const { clientId, name, row, register } = standing;
    if (clientId !== undefined && clientId === besides) continue;
    if (!phoneCells(standing).some((cell) => mayBeNear(cell, tails))) continue;
    const theirs = { name, phones: phonesOf(standing, book.site) };
    const person = clientId ?? `${standing.form}/${standing.index}`;
    if (sharePhone({ name: "", phones }, theirs)) theirOwn.add(person);
    if (found.has(person)) continue;
    for (const { key, phone } of asked) {
      const slipped = slippedPhones({ name: "", phones: [phone] }, theirs);
      if (slipped === undefined) continue;
      const consultant = consultantOf(standing);
      const sheet = register.sheet;
      found.set(person, { key, phone, otherPhone: slipped.other, clientId, name, consultant, sheet, row });
      break;
    }
  }
  return [...found].flatMap(([person, near]) => (theirOwn.has(person) ? [] : [near]));
};

/** One of a name that agrees is told by that; of others one, or how many. */
export const nearHints = (
  book: SiteBook,
  form: StandingForm,
  name: string,
  near: readonly NearClient[],
): readonly Problem[] => {
  const agrees = (each: NearClient): boolean =>
    said(name) !== "" && said(each.name) !== "" && namesAgree(name, each.name);
  const theirs = near.find(agrees);
  const one = theirs ?? near[0];
  if (one === undefined) return [];
  const code = theirs ? "numberNearOwn" : near.length === 1 ? "numbersNear" : "manyNumbersNear";
  return [
    problem(code, {
      form,
      sheet: book.registers[form]?.sheet ?? formOf(form).sheet,
      key: one.key,
      caption: formOf(form).fields[one.key]?.caption ?? one.key,
      value: one.phone.shown,
      facts: {
        phone: one.phone.shown,
        otherPhone: one.otherPhone.shown,
        otherId: one.clientId ?? "未编号",
        otherName: one.name,
        otherConsultant: one.consultant,
        otherSheet: one.sheet,
        other: one.row,
        together: near.length + 1,
      },
    }),
  ];
};

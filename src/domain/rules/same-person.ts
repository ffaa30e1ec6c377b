/**
 * R9: Same person: equal phone in E.164, or equal name and ID-card number. Likely the same: one shared number among
 * several, equal name with equal area and consultant, one digit off or two digits swapped, same-sounding name with
 * equal address. The first is an error, the second a question.
 */
import { pinyin } from "pinyin-pro";
import { plain } from "../kit/text";
import { withoutTitle } from "./name-wording";
import type { Slip } from "./near-numbers";
import { type Phone, samePhone } from "./phone";
import { simplified } from "./simplified";

export interface Person {
  readonly name: string;
  readonly phones: readonly Phone[];
  readonly area?: string;
  readonly address?: string;
  readonly consultant?: string;
  readonly idCard?: string;
}

export type Likeness =
  /** One person. */
  | "equalPhone"
  | "equalIdCard"
  /** Perhaps one person. */
  | "sharedPhone"
  | "equalNameAndArea"
  | "oneDigitOff"
  | "digitsSwapped"
  | "sameSoundAndAddress";

/** As texts are compared: one spelling, simplified characters, no blanks; "" where nothing is said. */
export const said = (text: string | undefined): string => {
  const bare = plain(text ?? "").replace(/\s/gu, "");
  return bare === "/" ? "" : simplified(bare);
};

export const equal = (a: string | undefined, b: string | undefined): boolean =>
  said(a) !== "" && said(a) === said(b);

/** How many digits differ, when the numbers are as long as each other; two neighbours swapped are "swapped". */
const slip = (a: string, b: string): Slip | undefined => {
  if (a.length !== b.length) return undefined;
  const apart: number[] = [];
  for (let at = 0; at < a.length && apart.length <= 2; at++) if (a[at] !== b[at]) apart.push(at);
  const [first, second] = apart;
  if (first === undefined || apart.length > 2) return undefined;
  if (second === undefined) return "oneDigitOff";
  return a[first] === b[second] && a[second] === b[first] ? "digitsSwapped" : undefined;
};

export const soundOf = (name: string): string =>
  pinyin(said(name), { toneType: "none", type: "array" }).join(" ");

export const sharePhone = (a: Person, b: Person): boolean =>
  a.phones.some((phone) => b.phones.some((other) => samePhone(phone, other)));

/** A number of each that are one but for a digit, or two that have changed places. */
export const slippedPhones = (
  a: Person,
  b: Person,
): { readonly phone: Phone; readonly other: Phone; readonly why: Slip } | undefined => {
  for (const phone of a.phones) {
    for (const other of b.phones) {
      const why = slip(phone.e164, other.e164);
      if (why !== undefined) return { phone, other, why };
    }
  }
  return undefined;
};

export const slipBetween = (a: Person, b: Person): Slip | undefined => slippedPhones(a, b)?.why;

/** What two records have in common that only one person would; nothing where they are strangers. */
export const likeness = (a: Person, b: Person): Likeness | undefined => {
  if (equal(a.idCard, b.idCard) && equal(a.name, b.name)) return "equalIdCard";
  // Where both have other numbers besides, the shared one may be a family's or a firm's.
  if (sharePhone(a, b)) return a.phones.length > 1 && b.phones.length > 1 ? "sharedPhone" : "equalPhone";
  if (equal(a.name, b.name) && equal(a.area, b.area) && equal(a.consultant, b.consultant))
    return "equalNameAndArea";
  const slipped = slipBetween(a, b);
  if (slipped !== undefined) return slipped;
  return equal(a.address, b.address) && said(a.name) !== "" && soundOf(a.name) === soundOf(b.name)
    ? "sameSoundAndAddress"
    : undefined;
};

/** 张先生, 小张 and 老张 may be 张三; two full names agree only when they are equal. */
export const namesAgree = (a: string, b: string): boolean => {
  const [one, other] = [said(a), said(b)];
  if (one === "" || other === "" || one === other) return true;
  const surname = (name: string): string | undefined => {
    const bare = withoutTitle(name);
    return bare === name ? undefined : bare;
  };
  const [ofOne, ofOther] = [surname(one), surname(other)];
  if (ofOne !== undefined) return ofOne === "" || other.startsWith(ofOne) || ofOther === ofOne;
  if (ofOther !== undefined) return ofOther === "" || one.startsWith(ofOther);
  return false;
};

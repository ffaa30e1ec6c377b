/** R2's neighbour for 居民身份证号: 17 digits and a check digit (GB 11643, ISO 7064 MOD 11-2), with the holder's birthday. */
import { type CalendarDay, dayFrom } from "../kit/calendar-day";
import { plain } from "../kit/text";

export type IdCardReading =
  | { readonly ok: true; readonly number: string; readonly birthday: CalendarDay }
  | { readonly ok: false; readonly why: "length" | "birthday" | "checkDigit" };

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const checks = "10X98765432";

export const readIdCard = (typed: string): IdCardReading => {
  const number = plain(typed).replace(/[\s-]/gu, "").toUpperCase();
  if (!/^\d{17}[\dX]$/u.test(number)) return { ok: false, why: "length" };
  const birthday = dayFrom(
    Number(number.slice(6, 10)),
    Number(number.slice(10, 12)),
    Number(number.slice(12, 14)),
  );
  if (birthday === undefined) return { ok: false, why: "birthday" };
  const sum = weights.reduce((total, weight, at) => total + weight * Number(number[at]), 0);
  if (checks[sum % 11] !== number[17]) return { ok: false, why: "checkDigit" };
  return { ok: true, number, birthday };
};

/** R20: "410303********1234". */
export const maskIdCard = (number: string): string =>
  number.length < 10 ? number : `${number.slice(0, 6)}${"*".repeat(number.length - 10)}${number.slice(-4)}`;

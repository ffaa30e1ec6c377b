/** 收编: cells whose value is not what people saw: a day that is a number, a formula that nobody has computed. */
import { dayOfSerial, momentOfSerial } from "../kit/calendar-day";
import type { RawCell } from "./register";

/** A day as text where a blank takes words: "2023-03-09", "2023-03-09 14:00"; another number as it is. */
export const seenDay = (serial: number): string =>
  (Number.isInteger(serial) ? dayOfSerial(serial) : momentOfSerial(serial)) ?? String(serial);

/** A formula without a value, as files of export programs have them: readers hand over its text, "=A2". */
export const isUncomputed = (raw: RawCell | undefined): raw is string =>
  typeof raw === "string" && /^=[^=\s]/u.test(raw);

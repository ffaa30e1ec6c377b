/** A cell of a share as a column of the data set holds it, or why it cannot. */
import Big from "big.js";
import { calendarDay, moment } from "../domain/kit/calendar-day";
import { readMoney } from "../domain/kit/money";
import { isNothing } from "../domain/rules/nothing-to-say";
import { readNumber } from "../domain/register/read-number";
import type { RawCell } from "../domain/register/register";
import type { ColumnType } from "./tables";

/**
 * What stands in a table: days "2026-11-22", moments "2026-11-22 10:30", decimals "12.50", uuids in lower case.
 * Nothing to say (`/`) and not asked yet are both null (R3).
 */
export type Value = string | number | boolean | null;

export type Misfit =
  /** Fits no value of the type; the column is null. */
  | "day"
  | "number"
  | "amount"
  /** Finer than the column: the rounded value is in the table. */
  | "rounded"
  /** No phone can be read from it. */
  | "phone";

export interface Fit {
  readonly value: Value;
  readonly misfit?: Misfit;
}

const empty: Fit = { value: null };

/** Lone halves of characters and NUL stand in no database's text. */
export const wellFormed = (text: string): string =>
  /[\uD800-\uDFFF\0]/u.test(text) ? text.replace(/[\uD800-\uDFFF\0]/gu, "\uFFFD") : text;

const dayFit = (cell: RawCell): Fit => {
  const day = typeof cell === "string" ? calendarDay(cell.slice(0, 10)) : undefined;
  const whole = typeof cell === "string" && (cell.length === 10 || moment(cell) !== undefined);
  return day !== undefined && whole ? { value: day } : { value: null, misfit: "day" };
};

const momentFit = (cell: RawCell): Fit => {
  const at = typeof cell === "string" ? (moment(cell) ?? calendarDay(cell)) : undefined;
  if (at === undefined) return { value: null, misfit: "day" };
  return { value: at.length === 10 ? `${at} 00:00` : at };
};

const largestInteger = 2_147_483_647;

const integerFit = (cell: RawCell): Fit => {
  const number = typeof cell === "boolean" || cell === null ? undefined : readNumber(cell);
  return number !== undefined && Number.isInteger(number) && Math.abs(number) <= largestInteger
    ? { value: number === 0 ? 0 : number }
    : { value: null, misfit: "number" };
};

/** Sixteen digits before the point are a number no longer exact. */
const largestDecimal = 1e13;

/** What adding up in binary leaves behind is no finer amount. */
const noise = 1e-6;

const decimalFit = (cell: RawCell): Fit => {
  if (cell === null || typeof cell === "boolean") return { value: null, misfit: "amount" };
  const number = typeof cell === "number" ? cell : readNumber(cell);
  const read = number === undefined ? readMoney(cell) : undefined;
  const amount = number ?? (read?.ok === true ? read.value : undefined);
  if (amount === undefined || !(Math.abs(amount) < largestDecimal)) return { value: null, misfit: "amount" };
  const rounded = new Big(amount).round(2, Big.roundHalfUp);
  const value = rounded.eq(0) ? "0.00" : rounded.toFixed(2);
  return rounded.minus(amount).abs().gt(noise) ? { value, misfit: "rounded" } : { value };
};

const fits: Readonly<Record<ColumnType, (cell: RawCell) => Fit>> = {
  text: (cell) => ({ value: wellFormed(String(cell)) }),
  date: dayFit,
  moment: momentFit,
  integer: integerFit,
  decimal: decimalFit,
  boolean: (cell) => (typeof cell === "boolean" ? { value: cell } : empty),
  uuid: () => empty,
};

export const fit = (type: ColumnType, cell: RawCell): Fit => {
  if (cell === null || (typeof cell === "string" && (cell.trim() === "" || isNothing(cell)))) return empty;
  return fits[type](cell);
};

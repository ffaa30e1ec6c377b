import Big from "big.js";

declare const yuanBrand: unique symbol;

/** An amount in yuan, exact to the fen (two decimals). Add and multiply with the functions here only. */
export type Yuan = number & { readonly [yuanBrand]: true };

export type MoneyReading =
  | { readonly ok: true; readonly value: Yuan; readonly changed: boolean }
  | { readonly ok: false; readonly why: "notMoney" };

const toFen = (amount: Big): Yuan => amount.round(2, Big.roundHalfUp).toNumber() as Yuan;

/** Rounded half up to the fen. */
export const yuan = (amount: number): Yuan => toFen(new Big(amount));

export const readMoney = (_raw: string | number): MoneyReading => ({ ok: false, why: "notMoney" });

export const plus = (a: Yuan, b: Yuan): Yuan => toFen(new Big(a).plus(b));
export const minus = (a: Yuan, b: Yuan): Yuan => toFen(new Big(a).minus(b));
/** A price by an area or a count, to the fen. */
export const times = (a: Yuan, b: number): Yuan => toFen(new Big(a).times(b));
/** To the whole yuan, half up (away from nought). */
export const roundToYuan = (a: Yuan): Yuan => new Big(a).round(0, Big.roundHalfUp).toNumber() as Yuan;
/** `tolerance` in yuan, inclusive (R12: 1). */
export const equalWithin = (a: Yuan, b: Yuan, tolerance: number): boolean =>
  new Big(a).minus(b).abs().lte(tolerance);

/** R12, R13: days have no hour. Whose what was paid is on the very day a home was given back. */
import type { CalendarDay } from "../../kit/calendar-day";
import type { Yuan } from "../../kit/money";
import { isPayment, sumOf } from "../../rules/money-adds-up";
import { byPair, type Paired, pairOf } from "./client-and-unit";
import { moneyAt, type ReceiptRow } from "./sale-rows";
import type { Application } from "./sales-ledger";

/**
 * Payments of the day on which a deal was given back are the next deal's where what the client had paid for the unit
 * before that day comes to 已付房款 of all its 退房 up to it already; where it does not, nothing tells, and they are the
 * one's that was given back.
 */
export const paidAnew = (
  receipts: readonly ReceiptRow[],
  applications: readonly Application[],
): ((of: Paired, day: CalendarDay) => boolean) => {
  const refunds = byPair(applications.filter(({ kind, carriedOut }) => kind === "退房申请" && carriedOut));
  let payments: ReadonlyMap<string, readonly ReceiptRow[]> | undefined;
  return (of, day) => {
    const theirs = refunds.get(pairOf(of)) ?? [];
    const paid = ({ register, index }: Application): Yuan | undefined => moneyAt(register, "paid", index);
    if (!theirs.some((each) => each.closedOn === day && paid(each) !== undefined)) return false;
    payments ??= byPair(receipts.filter(({ item }) => isPayment(item)));
    const before = (payments.get(pairOf(of)) ?? []).filter(({ date }) => date !== undefined && date < day);
    const given = theirs.filter(({ closedOn = "" }) => closedOn <= day);
    return (
      sumOf(before.map(({ amount }) => amount)) >= sumOf(given.map(paid).filter((each) => each !== undefined))
    );
  };
};

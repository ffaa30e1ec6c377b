/** R12, R13: money that came in as a payment and was kept as 违约金: it pays for no home any more. */
import type { CalendarDay } from "../../kit/calendar-day";
import { minus, type Yuan, yuanOf } from "../../kit/money";
import { paidOf, penaltyItem, sumOf } from "../../rules/money-adds-up";
import { byPair, pairNow } from "./client-and-unit";
import { moneyAt, type ReceiptRow } from "./sale-rows";
import type { Deal, SalesLedger } from "./sales-ledger";

export interface Withheld {
  readonly on: CalendarDay;
  readonly amount: Yuan;
}

const nought = yuanOf(0);
const atMost = (amount: Yuan, most: Yuan): Yuan => (amount < most ? amount : most);
const penaltiesOf = (receipts: readonly ReceiptRow[]): readonly ReceiptRow[] =>
  receipts.filter(({ item }) => item === penaltyItem);

/** Of a deal that was given back: 违约金 of its 退房, and where that does not say, of the receipts. */
const ofDeal = (deal: Deal, loose: readonly ReceiptRow[]): readonly Withheld[] => {
  const { closedBy, receipts, paid } = deal;
  const on = closedBy?.closedOn;
  if (closedBy === undefined || on === undefined || paid <= 0) return [];
  const receipted = penaltiesOf([...receipts, ...loose]).map(({ amount }) => amount);
  const penalty = moneyAt(closedBy.register, "penalty", closedBy.index) ?? sumOf(receipted);
  return penalty > 0 ? [{ on, amount: atMost(penalty, paid) }] : [];
};

/** Of deposits without a deal: 违约金 receipts, as they come, up to what is left of the money. */
const ofDeposits = (receipts: readonly ReceiptRow[]): readonly Withheld[] => {
  let left = paidOf(receipts);
  return penaltiesOf(receipts).flatMap(({ date, amount }) => {
    const kept = left > 0 ? atMost(amount, left) : nought;
    left = minus(left, kept);
    return date === undefined || kept <= 0 ? [] : [{ on: date, amount: kept }];
  });
};

export const withheldOf = ({ deals, loose }: SalesLedger): readonly Withheld[] => {
  const byUnit = byPair(loose);
  return [
    ...deals.flatMap((deal) => ofDeal(deal, byUnit.get(pairNow(deal)) ?? [])),
    ...[...byUnit.values()].flatMap(ofDeposits),
  ];
};

/**
 * R12, R13: an exchange or a discount may bring the price below what was paid. What is paid over it goes back before
 * 办结, on that approved application: the deal stays, and so does its unit.
 */
import { addDays, type CalendarDay } from "../../kit/calendar-day";
import { minus, type Yuan } from "../../kit/money";
import { isDeposit, refundItem, sumOf } from "../../rules/money-adds-up";
import { carriedOut, newUnitOf } from "./exchange-follows";
import { type Finding, finding } from "../problem";
import { discountedPrice } from "./promised-price";
import type { ReceiptRow } from "./sale-rows";
import { type Application, type Deal, isLive, type SalesLedger } from "./sales-ledger";

/** The units a deal has stood on, the one of today first. */
const unitsOf = (ledger: SalesLedger, { clientId, key, keyNow }: Deal): ReadonlySet<string> => {
  const units = new Set([keyNow, key]);
  for (const each of [...carriedOut(ledger)].reverse())
    if (each.kind === "调房申请" && each.clientId === clientId && units.has(each.newKey)) units.add(each.key);
  return units;
};

/** Approved exchanges and discounts of a live deal, those carried out too. One of before its 认购 was another deal's. */
const repricing = (ledger: SalesLedger, deal: Deal): readonly Application[] => {
  const theirs = ledger.applications.filter(
    ({ kind, approved, clientId, closedOn }) =>
      approved &&
      clientId === deal.clientId &&
      (kind === "特惠申请" ||
        (kind === "调房申请" && (deal.signedOn === undefined || closedOn !== undefined))) &&
      (closedOn === undefined || closedOn >= (deal.subscribedOn ?? "")),
  );
  if (theirs.length === 0 || !isLive(deal)) return [];
  const units = unitsOf(ledger, deal);
  return theirs.filter(({ key, closedOn }) =>
    closedOn === undefined ? key === deal.keyNow : units.has(key),
  );
};

/** 调房后总房款 or 优惠后总房款; nothing where neither paper nor board says. */
const priceOn = (ledger: SalesLedger, deal: Deal, each: Application): Yuan | undefined =>
  each.kind === "调房申请"
    ? newUnitOf(ledger, each).totalPrice
    : discountedPrice(each, deal.floorArea, deal.totalPrice)?.total;

export interface Overpaid {
  /** On whose ground it goes back. */
  readonly application: Application;
  readonly paid: Yuan;
  /** The price to come, or the one that has come. */
  readonly total: Yuan;
  /** Above nought. */
  readonly over: Yuan;
}

/** What has been paid over the lowest price that was granted; nothing where nothing is. */
export const overpaidOf = (ledger: SalesLedger, deal: Deal): Overpaid | undefined =>
  repricing(ledger, deal).reduce<Overpaid | undefined>((most, application) => {
    const { paid } = deal;
    const total = application.carriedOut ? deal.totalPrice : priceOn(ledger, deal, application);
    const over = total === undefined ? 0 : minus(paid, total);
    return total === undefined || over <= (most?.over ?? 0)
      ? most
      : { application, paid, total, over: minus(paid, total) };
  }, undefined);

type Where = Pick<Finding, "key" | "caption" | "value">;

/** Why 办结 has to wait, and what goes back first. */
export const overpaidFinding = (paid: Yuan, total: Yuan, where: Where): Finding =>
  finding("overpaidFirst", { ...where, facts: { paid, total, over: minus(paid, total) } });

/** A 退款 of this amount on the ground of such an application: not more than is paid over its price. */
export const overpaidBack = (
  { application, over }: Overpaid,
  amount: Yuan,
  where: Where,
): readonly Finding[] =>
  amount <= over
    ? []
    : [finding("refundOverOverpaid", { ...where, facts: { no: application.no, refund: amount, over } })];

/**
 * Days have no hour: what went back on 认购's own day may have gone back before it, the 小定金 whose place a 大定金 takes.
 * Then no more has gone back by that evening than was paid as deposits on days before, or some of that day's is left.
 */
const mayBeFromBefore = (receipts: readonly ReceiptRow[], day: CalendarDay): boolean => {
  const sumUntil = (until: string, isMeant: (item: string) => boolean): Yuan =>
    sumOf(
      receipts.filter(({ item, date = "" }) => isMeant(item) && date <= until).map(({ amount }) => amount),
    );
  const gone = sumUntil(day, (item) => item === refundItem);
  return gone <= sumUntil(addDays(day, -1), isDeposit) || gone < sumUntil(day, isDeposit);
};

/** What went back while the deal stood: a deposit that went back before 认购 was no deal's yet. */
export const refundsOfDeal = ({ receipts, subscribedOn }: Deal): readonly ReceiptRow[] => {
  const isBefore = (date: CalendarDay): boolean =>
    subscribedOn !== undefined &&
    (date < subscribedOn || (date === subscribedOn && mayBeFromBefore(receipts, date)));
  return receipts.filter(({ item, date }) => item === refundItem && (date === undefined || !isBefore(date)));
};

/**
 * 退款 of a live deal, held against the exchanges and discounts it went back for: "none" where there is no such paper;
 * else how far they go below the lowest price that was ever granted, nought where they do not.
 */
export const refundedBelow = (ledger: SalesLedger, deal: Deal): Yuan | "none" => {
  const papers = repricing(ledger, deal);
  if (papers.length === 0) return "none";
  const prices = [deal.totalPrice, ...papers.map((each) => priceOn(ledger, deal, each))];
  const lowest = prices.reduce((least, each) =>
    each !== undefined && (least === undefined || each < least) ? each : least,
  );
  return lowest === undefined || deal.paid >= lowest ? (0 as Yuan) : minus(lowest, deal.paid);
};

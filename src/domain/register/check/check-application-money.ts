/** R12 over what 申请单 has carried out: refunds paid in full, discounts the deal has taken over. */
import { type CalendarDay, daysBetween } from "../../kit/calendar-day";
import { equalWithin, minus } from "../../kit/money";
import { totalTolerance } from "../../rules/money-adds-up";
import { agreedRefund, refundStanding } from "../sales/application-money";
import { at } from "./check-ground";
import { pairNow, pairOf } from "../sales/client-and-unit";
import { dayAt } from "../day-at";
import type { Problem } from "../problem";
import { discountedPrice } from "../sales/promised-price";
import { moneyAt, type ReceiptRow } from "../sales/sale-rows";
import { type Application, byCarrying, type Deal, isLive, type SalesLedger } from "../sales/sales-ledger";
import { setCells } from "../sales/unit-standing";

/** An exchange brought the client back to the unit since: its receipts cannot be told from the former deal's. */
const isBack = ({ applications }: SalesLedger, { clientId, key, closedOn }: Application): boolean =>
  applications.some(
    (each) =>
      each.kind === "调房申请" &&
      each.carriedOut &&
      each.clientId === clientId &&
      each.newKey === key &&
      (each.closedOn ?? "") >= (closedOn ?? ""),
  );

/**
 * Receipts of what an application is about: of its deal, the closed one of a 退房 that was carried out; of a deposit
 * that went back without a deal, what the client has paid for the unit.
 */
export const receiptsOf = (
  ledger: SalesLedger,
  each: Application,
  deal: Deal | undefined,
): readonly ReceiptRow[] => {
  if (each.kind !== "退房申请" || !each.carriedOut) return deal?.receipts ?? [];
  if (isBack(ledger, each)) return [];
  if (deal !== undefined) return deal.closedBy === each ? deal.receipts : [];
  return ledger.loose.filter(({ clientId, key }) => clientId === each.clientId && key === each.key);
};

/** 退款额 is to be paid by 退款约定日, and where none was agreed on by 办结日期. */
export const refundsOutstanding = (
  each: Application,
  receipts: readonly ReceiptRow[],
  today: CalendarDay,
): readonly Problem[] => {
  const { kind, approved, register, index, no, closedOn, appliedOn } = each;
  if (kind !== "退房申请" || !approved || receipts.length === 0) return [];
  const agreedOn = dayAt(register, "refundOn", index, today);
  const due = agreedOn ?? closedOn;
  const paid = moneyAt(register, "paid", index);
  const agreed = agreedRefund(paid, moneyAt(register, "penalty", index));
  if (due === undefined || due >= today || paid === undefined || agreed === undefined) return [];
  const { gone } = refundStanding(receipts, paid, appliedOn);
  if (gone >= agreed) return [];
  const facts = { no, agreed, refund: gone, left: minus(agreed, gone), due, days: daysBetween(due, today) };
  return [at(each, "refundOutstanding", agreedOn === undefined ? "closedOn" : "refundOn", { facts })];
};

/** Of two closed on one day that were asked for on one day too, the later has the higher number. */
const isLater = (a: Application, b: Application | undefined): boolean =>
  b === undefined || byCarrying(a, b) >= 0;

/**
 * 特惠 closed by hand after 认购, and the deal's price left as it was; the last of several counts. One granted before
 * 认购 is held against the report where reports are checked. A price that is neither is asked about.
 */
export const discountsFollowed = ({ applications, deals }: SalesLedger): readonly Problem[] => {
  const last = new Map<string, Application>();
  for (const each of applications) {
    const { kind, carriedOut, clientId } = each;
    if (!carriedOut || clientId === undefined || (kind !== "特惠申请" && kind !== "调房申请")) continue;
    const pair = pairOf({ clientId, key: kind === "特惠申请" ? each.key : each.newKey });
    if (isLater(each, last.get(pair))) last.set(pair, each);
  }
  return deals.flatMap((deal) => {
    const { totalPrice, subscribedOn } = deal;
    const by = isLive(deal) ? last.get(pairNow(deal)) : undefined;
    // An exchange to the unit has its own price.
    if (by?.kind !== "特惠申请" || totalPrice === undefined || deal.key !== deal.keyNow) return [];
    if (subscribedOn === undefined || (by.closedOn ?? "") <= subscribedOn) return [];
    const granted = discountedPrice(by, deal.floorArea);
    if (granted === undefined || equalWithin(granted.total, totalPrice, totalTolerance)) return [];
    const facts = { no: by.no, promised: granted.total };
    const was = moneyAt(by.register, "totalPrice", by.index);
    if (was === undefined || !equalWithin(was, totalPrice, totalTolerance))
      return [at(deal, "discountNotTaken", "totalPrice", { facts })];
    const fix = setCells("deals", deal, {
      totalPrice: granted.total,
      ...(granted.unitPrice === undefined ? {} : { unitPrice: granted.unitPrice }),
    });
    return [at(deal, "discountNotFollowed", "totalPrice", { facts, fix })];
  });
};

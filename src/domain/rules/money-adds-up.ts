/**
 * R12: 总价 = 单价 × 面积, rounded to the yuan (tolerance 1). 优惠后总房款 = 原总房款 − 正常优惠额 − 申请优惠额;
 * 优惠后单价 = that / 面积; a discount never exceeds the price. 退款额 = 已付 − 违约金. Receipts of a deal sum to what it
 * says was paid.
 */
import type { CalendarDay } from "../kit/calendar-day";
import { dividedBy, equalWithin, minus, plus, priceOf, type Yuan, yuanOf } from "../kit/money";

/** In yuan, inclusive. */
export const totalTolerance = 1;

export interface TotalCheck {
  readonly right: boolean;
  readonly expected: Yuan;
  /** How far the written total is off, never below nought. */
  readonly difference: Yuan;
}

export const checkTotal = (unitPrice: Yuan, area: number, total: Yuan): TotalCheck => {
  const expected = priceOf(unitPrice, area);
  return {
    right: equalWithin(expected, total, totalTolerance),
    expected,
    difference: yuanOf(Math.abs(minus(expected, total))),
  };
};

export interface Discounted {
  readonly total: Yuan;
  /** Nothing where the area is nought. */
  readonly unitPrice: Yuan | undefined;
}

/** "exceedsPrice" where the discounts are more than the price. */
export const discounted = (
  total: Yuan,
  discounts: readonly Yuan[],
  area: number,
): Discounted | "exceedsPrice" => {
  const left = discounts.reduce(minus, total);
  return left < 0 ? "exceedsPrice" : { total: left, unitPrice: dividedBy(left, area) };
};

/** "exceedsPaid" where the penalty is more than what was paid. */
export const refundOf = (paid: Yuan, penalty: Yuan): Yuan | "exceedsPaid" => {
  const refund = minus(paid, penalty);
  return refund < 0 ? "exceedsPaid" : refund;
};

export const sumOf = (amounts: readonly Yuan[]): Yuan => amounts.reduce(plus, yuanOf(0));

/** Money that counts towards the price. 违约金 is a penalty: kept, but no payment of it. */
export const paymentItems = ["小定金", "大定金", "首付", "房款", "按揭放款"] as const;
export const depositItems = ["小定金", "大定金"] as const;
export const refundItem = "退款";

export const penaltyItem = "违约金";

/** A manager may add to 款项 what the sums do not know: it counts for nothing. */
export const isCounted = (item: string): boolean =>
  isPayment(item) || item === refundItem || item === penaltyItem;

export interface Receipted {
  readonly item: string;
  readonly amount: Yuan;
}

export const isPayment = (item: string): boolean => (paymentItems as readonly string[]).includes(item);
export const isDeposit = (item: string): boolean => (depositItems as readonly string[]).includes(item);

/** 已收款: what came in less what went back; 违约金 is neither. */
export const paidOf = (receipts: readonly Receipted[]): Yuan =>
  receipts.reduce(
    (sum, { item, amount }) =>
      isPayment(item) ? plus(sum, amount) : item === refundItem ? minus(sum, amount) : sum,
    yuanOf(0),
  );

export interface Due {
  readonly dueOn: CalendarDay;
  readonly amount: Yuan;
}

const least = (a: Yuan, b: Yuan): Yuan => (a < b ? a : b);

/**
 * 尚欠 of each instalment, in the order given: payments fill them by their days (those of one day as they stand);
 * what is due up to one, less what was paid, at most its own amount and never below nought.
 */
export const outstandingOf = (plan: readonly Due[], paid: Yuan): readonly Yuan[] => {
  const nought = yuanOf(0);
  const open = plan.map(() => nought);
  let due = nought;
  plan
    .map(({ dueOn, amount }, at) => ({ dueOn, amount, at }))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.at - b.at))
    .forEach(({ amount, at }) => {
      due = plus(due, amount);
      const left = minus(due, paid);
      open[at] = left <= 0 ? nought : least(left, amount);
    });
  return open;
};

/**
 * R12: 总价 = 单价 × 面积, rounded to the yuan (tolerance 1). 优惠后总房款 = 原总房款 − 正常优惠额 − 申请优惠额;
 * 优惠后单价 = that / 面积; a discount never exceeds the price. 退款额 = 已付 − 违约金.
 */
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

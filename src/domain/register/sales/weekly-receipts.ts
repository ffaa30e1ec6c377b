/** R13 每周核对: receipts against sales, the week's and cumulative, for finance and the sales office to compare. */
import { addDays, type CalendarDay, weekday } from "../../kit/calendar-day";
import { minus, plus, type Yuan, yuanOf } from "../../kit/money";
import { isPayment, paidOf, refundItem } from "../../rules/money-adds-up";
import { isLive, type SalesLedger } from "./sales-ledger";
import { withheldOf } from "./withheld";

export interface WeekOfReceipts {
  /** Monday. */
  readonly from: CalendarDay;
  /** Sunday. */
  readonly to: CalendarDay;
  /** 收款, without 违约金. */
  readonly received: Yuan;
  readonly refunded: Yuan;
  /** 转违约金: came in as a payment, and was kept when the home was given back. */
  readonly withheld: Yuan;
  /** 回款额: received less refunded and withheld; below nought in a week of refunds. */
  readonly net: Yuan;
  readonly cumulativeNet: Yuan;
  /** Of it without deals whose price nobody knows: what 累计认购金额 is held against. */
  readonly cumulativePaid: Yuan;
  /** Deals subscribed in the week that are live now, and their total price. */
  readonly units: number;
  readonly sales: Yuan;
  readonly cumulativeSales: Yuan;
  /** Receipts of the week that finance has not 核对. */
  readonly unverified: number;
}

const mondayOf = (day: CalendarDay): CalendarDay => addDays(day, 1 - weekday(day));

interface Gathering {
  received: Yuan;
  refunded: Yuan;
  withheld: Yuan;
  /** Net of deals without a price. */
  unpriced: Yuan;
  units: number;
  sales: Yuan;
  unverified: number;
}

/** Every week from the first receipt or sale to today's, the empty ones too; none where there is neither. */
export const weeklyReceipts = (ledger: SalesLedger, today: CalendarDay): readonly WeekOfReceipts[] => {
  const weeks = new Map<CalendarDay, Gathering>();
  const weekOf = (day: CalendarDay): Gathering => {
    const monday = mondayOf(day);
    const known = weeks.get(monday);
    if (known) return known;
    const nought = yuanOf(0);
    const made = {
      received: nought,
      refunded: nought,
      withheld: nought,
      unpriced: nought,
      units: 0,
      sales: nought,
      unverified: 0,
    };
    weeks.set(monday, made);
    return made;
  };
  const ofUnpriced = new Set(
    ledger.deals.flatMap((deal) =>
      isLive(deal) && deal.totalPrice === undefined ? deal.receipts.map(({ row }) => row) : [],
    ),
  );
  for (const { date, item, amount, verified, row } of ledger.receipts) {
    if (date === undefined || date > today) continue;
    const week = weekOf(date);
    if (isPayment(item)) week.received = plus(week.received, amount);
    if (item === refundItem) week.refunded = plus(week.refunded, amount);
    if (ofUnpriced.has(row)) week.unpriced = plus(week.unpriced, paidOf([{ item, amount }]));
    if (!verified) week.unverified += 1;
  }
  for (const { on, amount } of withheldOf(ledger)) {
    if (on > today) continue;
    const week = weekOf(on);
    week.withheld = plus(week.withheld, amount);
  }
  for (const deal of ledger.deals) {
    const on = deal.subscribedOn;
    if (!isLive(deal) || on === undefined || on > today) continue;
    const week = weekOf(on);
    week.units += 1;
    week.sales = plus(week.sales, deal.totalPrice ?? yuanOf(0));
  }
  const [first] = [...weeks.keys()].sort();
  if (first === undefined) return [];
  const told: WeekOfReceipts[] = [];
  let [cumulativeNet, cumulativePaid] = [yuanOf(0), yuanOf(0)];
  let cumulativeSales = yuanOf(0);
  for (let from = first; from <= today; from = addDays(from, 7)) {
    const { received, refunded, withheld, unpriced, units, sales, unverified } = weekOf(from);
    const net = minus(minus(received, refunded), withheld);
    cumulativeNet = plus(cumulativeNet, net);
    cumulativePaid = plus(cumulativePaid, minus(net, unpriced));
    cumulativeSales = plus(cumulativeSales, sales);
    told.push({
      from,
      to: addDays(from, 6),
      received,
      refunded,
      withheld,
      net,
      cumulativeNet,
      cumulativePaid,
      units,
      sales,
      cumulativeSales,
      unverified,
    });
  }
  return told;
};

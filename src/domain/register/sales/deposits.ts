/** R5: which deposits wait for 签约, which came back or came to a deal; and what that makes of their clients. */
import { depositStates, type DepositStatus } from "../../forms/receipts";
import type { CalendarDay } from "../../kit/calendar-day";
import { plus, type Yuan, yuanOf } from "../../kit/money";
import type { ClientNumber } from "../../rules/client-number";
import { isDeposit, isPayment, penaltyItem, refundItem, sumOf } from "../../rules/money-adds-up";
import { pairNow, pairOf } from "./client-and-unit";
import { paidAnew } from "./paid-anew";
import { moneyAt, type ReceiptRow } from "./sale-rows";
import { type Application, isLive, type SalesLedger, salesLedger } from "./sales-ledger";
import type { SiteBook } from "../site";

/** By whom or what, its last day; "", before all days, where none is known. */
type LastDays<Key> = Map<Key, string>;

const last = <Key>(of: LastDays<Key>, key: Key, day = ""): void => {
  if (day >= (of.get(key) ?? "")) of.set(key, day);
};

/**
 * R12: whether what a client had back for a unit, or lost as 违约金 (a receipt, or 违约金 of a 退房 that was carried out),
 * comes to what they had paid for it up to a day; "" for what has no day.
 */
const settledBy = (
  receipts: readonly ReceiptRow[],
  applications: readonly Application[],
): ((pair: string, day: string) => boolean) => {
  const gone = new Map<string, Yuan>();
  const paid = new Map<string, ReceiptRow[]>();
  const goes = (pair: string, amount: Yuan): void => {
    gone.set(pair, plus(gone.get(pair) ?? yuanOf(0), amount));
  };
  for (const row of receipts) {
    if (row.clientId === undefined) continue;
    const pair = pairOf(row);
    if (row.item === refundItem || row.item === penaltyItem) goes(pair, row.amount);
    else if (isPayment(row.item)) {
      const known = paid.get(pair);
      if (known) known.push(row);
      else paid.set(pair, [row]);
    }
  }
  for (const { register, index, kind, carriedOut, clientId, key } of applications)
    if (kind === "退房申请" && carriedOut && clientId !== undefined)
      goes(pairOf({ clientId, key }), moneyAt(register, "penalty", index) ?? yuanOf(0));
  return (pair, day) => {
    const upTo = (paid.get(pair) ?? []).filter(({ date = "" }) => date <= day);
    return (gone.get(pair) ?? 0) >= sumOf(upTo.map(({ amount }) => amount));
  };
};

/**
 * 定金状态 of each 小定金 and 大定金 of a client on a unit; the first that holds. A deposit without a day counts as before
 * all that followed, a 退款 or 违约金 without one as before all deposits that have one.
 * - 已退: a 退房 of that day or later carried out, of the same client and unit, but for one of that very day where
 *   `paidAnew` says that it was paid afterwards; or a 退款 of then, and all that the client has had back for the unit or
 *   lost as a penalty comes to what they had paid for it up to that day.
 * - 已换房: a 调房 from the unit carried out on that day or later, and none that came back since. Of one day a live deal
 *   tells whose row names the unit: that it came back; or, made that day or later, that it was left before.
 * - 已签约: the client has a live deal on the unit, and it is signed.
 * - 已换入: no deal report of theirs names the unit, but a live deal was moved to it: that one answers.
 * - 已转违约金: a 违约金 of that day or later that comes to as much, and no deal of theirs waits there.
 * - 待签约: all others.
 */
export const depositStatuses = ({
  receipts,
  applications,
  deals,
}: SalesLedger): ReadonlyMap<ReceiptRow, DepositStatus> => {
  const back: LastDays<string> = new Map();
  const givenUp: LastDays<string> = new Map();
  const left: LastDays<string> = new Map();
  const entered: LastDays<string> = new Map();
  const penalties: LastDays<string> = new Map();
  const open = new Set<string>();
  const signed = new Set<string>();
  const named: LastDays<string> = new Map();
  const movedTo = new Set<string>();
  for (const { clientId, key, item, date } of receipts) {
    const of = item === refundItem ? back : item === penaltyItem ? penalties : undefined;
    if (clientId !== undefined && of !== undefined) last(of, pairOf({ clientId, key }), date);
  }
  for (const { clientId, key, newKey, kind, carriedOut, closedOn } of applications) {
    const of = kind === "退房申请" ? givenUp : kind === "调房申请" ? left : undefined;
    if (clientId === undefined || !carriedOut || of === undefined) continue;
    last(of, pairOf({ clientId, key }), closedOn);
    if (of === left) last(entered, pairOf({ clientId, key: newKey }), closedOn);
  }
  for (const deal of deals) {
    if (!isLive(deal)) continue;
    (deal.signedOn === undefined ? open : signed).add(pairOf(deal));
    last(named, pairOf(deal), deal.subscribedOn);
    if (deal.keyNow !== deal.key) movedTo.add(pairNow(deal));
  }
  const settled = settledBy(receipts, applications);
  const anew = paidAnew(receipts, applications);
  const isGone = (pair: string, day: string): boolean => {
    const [out, back, made] = [left.get(pair), entered.get(pair) ?? "", named.get(pair)];
    if (out === undefined || out < day || out < back) return false;
    if (out === back) return made === undefined;
    return out > day || made === undefined || made < day;
  };
  const found = new Map<ReceiptRow, DepositStatus>();
  for (const row of receipts) {
    const { clientId, key, item, date = "" } = row;
    if (clientId === undefined || key === "" || !isDeposit(item)) continue;
    const pair = pairOf({ clientId, key });
    const since = (of: LastDays<string>): boolean => {
      const day = of.get(pair);
      return day !== undefined && day >= date;
    };
    const isSettled = settled(pair, date);
    const isAnew = row.date !== undefined && givenUp.get(pair) === row.date && anew(row, row.date);
    const status =
      (since(givenUp) && !isAnew) || (since(back) && isSettled)
        ? "back"
        : isGone(pair, date)
          ? "left"
          : signed.has(pair)
            ? "signed"
            : movedTo.has(pair) && !open.has(pair)
              ? "movedTo"
              : since(penalties) && isSettled && !open.has(pair)
                ? "kept"
                : "waiting";
    found.set(row, depositStates[status]);
  }
  return found;
};

/** R13: whether a 退款 or 违约金 leaves no deposit waiting that the client has paid, without a deal, for a unit. */
export const settlesDeposits = (
  ledger: SalesLedger,
  { clientId, key }: { readonly clientId: ClientNumber; readonly key: string },
  more: Pick<ReceiptRow, "date" | "item" | "amount">,
): boolean => {
  const deposits = ledger.loose.filter(
    (each) => each.clientId === clientId && each.key === key && isDeposit(each.item),
  );
  const [like] = deposits;
  if (like === undefined) return false;
  const statuses = depositStatuses({ ...ledger, receipts: [...ledger.receipts, { ...like, ...more }] });
  return deposits.every((each) => statuses.get(each) !== depositStates.waiting);
};

export type DepositState = "deposit" | "withdrawn";

export interface DepositStanding {
  readonly state: DepositState;
  /** The last waiting deposit's day, or the last refund's; nothing where no day is known. */
  readonly on: CalendarDay | undefined;
}

/**
 * R5: who has paid a deposit and not signed, and who has taken one back; the first that holds.
 * - A live deal without 签约日期, or a deposit 待签约, whatever became of the client's others: "deposit", its day the last of
 *   认购日期 of what is not signed and of the days of deposits 待签约.
 * - A live deal: nothing more to wait for.
 * - 退款: "withdrawn", its day the last of 退款 and of 办结日期 of 退房.
 */
export const depositStandings = (
  book: SiteBook,
  today: CalendarDay,
): ReadonlyMap<ClientNumber, DepositStanding> => {
  const ledger = salesLedger(book, today);
  const waiting: LastDays<ClientNumber> = new Map();
  const live = new Set<ClientNumber>();
  const back: LastDays<ClientNumber> = new Map();
  const closed: LastDays<ClientNumber> = new Map();
  for (const deal of ledger.deals) {
    if (!isLive(deal)) continue;
    live.add(deal.clientId);
    if (deal.signedOn === undefined) last(waiting, deal.clientId, deal.subscribedOn);
  }
  for (const [{ clientId, date }, status] of depositStatuses(ledger))
    if (clientId !== undefined && status === depositStates.waiting) last(waiting, clientId, date);
  for (const { clientId, item, date } of ledger.receipts)
    if (clientId !== undefined && item === refundItem) last(back, clientId, date);
  for (const { clientId, kind, carriedOut, closedOn } of ledger.applications)
    if (clientId !== undefined && kind === "退房申请" && carriedOut) last(closed, clientId, closedOn);
  const standings = new Map<ClientNumber, DepositStanding>();
  const stands = (state: DepositState, client: ClientNumber, day: string): void => {
    standings.set(client, { state, on: day === "" ? undefined : (day as CalendarDay) });
  };
  for (const [client, day] of back) {
    const refunded = closed.get(client) ?? "";
    if (!live.has(client)) stands("withdrawn", client, refunded > day ? refunded : day);
  }
  for (const [client, day] of waiting) stands("deposit", client, day);
  return standings;
};

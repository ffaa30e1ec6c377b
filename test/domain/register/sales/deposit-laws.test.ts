/** R5, R12, R13: whatever is done, a deposit waits for what its own deal waits for, and money stays with its deal. */
import fc from "fast-check";
import { addDays, type CalendarDay } from "../../../../src/domain/kit/calendar-day";
import { minus, plus, type Yuan, yuanOf } from "../../../../src/domain/kit/money";
import { depositStatuses } from "../../../../src/domain/register/sales/deposits";
import { isLive, salesLedger } from "../../../../src/domain/register/sales/sales-ledger";
import { type Act, act, clients, onAnyDay, start, unitNos } from "./sales-acts";

/** A payment as the cashier knows it. */
interface Paid {
  readonly no: string;
  readonly item: string;
  readonly amount: Yuan;
  readonly client: string;
  readonly on: CalendarDay;
  /** Which of the acts. */
  readonly at: number;
  unit: string;
  /** The row of its deal; nothing while there is none. */
  deal: number | undefined;
}

/** Of a client's home: an exchange that left it or came to it, or a refund. */
interface Turn {
  readonly does: "left" | "came" | "back";
  readonly client: string;
  readonly unit: string;
  readonly on: CalendarDay;
  readonly at: number;
}

const payments = ["小定金", "大定金", "房款"];

const lived = (steps: readonly Act[]) => {
  let book = start();
  let today = "2024-01-01" as CalendarDay;
  const paid: Paid[] = [];
  const turns: Turn[] = [];
  for (const [at, step] of steps.entries()) {
    today = addDays(today, step.days);
    const before = salesLedger(book, today);
    const [client, unit, to] = [
      String(clients[step.client]),
      String(unitNos[step.unit]),
      String(unitNos[step.other]),
    ];
    const told = act(book, step, today);
    if (!told.done) continue;
    book = told.book;
    const after = salesLedger(book, today);
    const live = before.deals.find(
      (deal) => isLive(deal) && deal.clientId === client && deal.keyNow === unit,
    );
    const theirs = paid.filter(({ deal }) => deal !== undefined && deal === live?.row);
    const turn = (does: Turn["does"], where = unit): void => {
      turns.push({ does, client, unit: where, on: today, at });
    };
    if (payments.includes(step.does)) {
      const { no = "" } =
        after.receipts.find((each) => before.receipts.every((old) => old.no !== each.no)) ?? {};
      const amount = yuanOf(step.amount);
      paid.push({ no, item: step.does, amount, client, unit, on: today, at, deal: live?.row });
    } else if (step.does === "认购") {
      const made = after.deals.find((each) => before.deals.every((old) => old.row !== each.row));
      for (const each of paid)
        if (each.deal === undefined && each.client === client && each.unit === unit) each.deal = made?.row;
    } else if (step.does === "退房申请") turn("back");
    else if (step.does === "调房申请" || step.does === "特惠申请") {
      // What was overpaid went back before.
      for (const { no, item, amount } of after.receipts)
        if (item === "退款" && before.receipts.every((old) => old.no !== no)) {
          const back = { no, item, amount: minus(yuanOf(0), amount), client, unit, on: today, at };
          theirs.push({ ...back, deal: live?.row });
          paid.push(...theirs.slice(-1));
        }
      if (step.does === "特惠申请") continue;
      turn("left");
      turn("came", to);
      for (const each of theirs) each.unit = to;
    }
  }
  return { book, today, paid, turns };
};

/**
 * What no day can tell: what was paid on the day a deal was given back, before that and after; money without a deal on
 * the day its home was left; and what stood on a home before an exchange came to it.
 */
const isKnowable = ({ paid, turns }: ReturnType<typeof lived>): boolean =>
  turns.every(({ does, client, unit, on, at }) => {
    const there = paid.filter((each) => each.client === client && each.unit === unit);
    if (does === "back") return there.every((each) => each.on !== on || each.at > at);
    if (does === "left") return there.every((each) => each.on !== on || each.deal !== undefined);
    const wasBack = turns.some(
      (each) => each.does === "back" && each.client === client && each.unit === unit && each.at < at,
    );
    return !wasBack && there.every((each) => each.deal !== undefined);
  });

const outAndIn: readonly Act[] = (
  [
    ["认购", 0, 0, 0],
    ["小定金", 0, 0, 0],
    ["调房申请", 0, 1, 1],
    ["调房申请", 1, 0, 0],
  ] as const
).map(([does, unit, other, days]) => ({ does, client: 0, unit, other, amount: 5000, days }));

const backAndAnew: readonly Act[] = (
  [
    ["认购", 1],
    ["小定金", 0],
    ["退房申请", 1],
    ["认购", 0],
    ["小定金", 0],
  ] as const
).map(([does, days]) => ({ does, client: 0, unit: 0, other: 0, amount: 5000, days }));

test("a deposit's state is its deal's, and a deal has what was paid for it, several acts a day or one", () => {
  let [told, waiting] = [0, 0];
  const withoutMoneyBack = onAnyDay.filter(({ does }) => does !== "退款" && does !== "违约金");
  fc.assert(
    fc.property(fc.array(withoutMoneyBack, { minLength: 3, maxLength: 25 }), (steps) => {
      const life = lived(steps);
      if (!isKnowable(life)) return;
      told += 1;
      const ledger = salesLedger(life.book, life.today);
      const statuses = depositStatuses(ledger);
      const dealOf = ({ deal }: Paid) => ledger.deals.find(({ row }) => row === deal);
      const byNo = new Map(ledger.receipts.map((row) => [row.no, statuses.get(row)]));
      const statusOf = (no: string) => byNo.get(no);
      const expected = life.paid.map((each) => {
        const deal = dealOf(each);
        if (each.item === "房款" || each.item === "退款") return [each.no, undefined];
        // Neither sheet nor domain tells what was overpaid from a deposit that went back.
        const isBack = life.paid.some(({ item, deal: of }) => item === "退款" && of === deal?.row);
        if (isBack && deal !== undefined && isLive(deal)) return [each.no, statusOf(each.no)];
        if (deal === undefined) return [each.no, "待签约"];
        return [each.no, !isLive(deal) ? "已退" : deal.signedOn === undefined ? "待签约" : "已签约"];
      });
      waiting += expected.filter(([, status]) => status === "待签约").length;
      expect(life.paid.map(({ no }) => [no, statusOf(no)])).toEqual(expected);
      const live = ledger.deals.filter(isLive);
      const sums = live.map(({ row }) =>
        life.paid
          .filter(({ deal }) => deal === row)
          .reduce((sum, { amount }) => plus(sum, amount), yuanOf(0)),
      );
      expect(live.map(({ paid }) => paid)).toEqual(sums);
    }),
    { numRuns: 150, examples: [[[...outAndIn]], [[...backAndAnew]]] },
  );
  // Of many lives it can be known.
  expect([told > 75, waiting > 20]).toEqual([true, true]);
});

/** Laws over whole books: whatever is done through the decisions, units, deals and money keep agreeing (R12, R13). */
import fc from "fast-check";
import { addDays, type CalendarDay, type Moment } from "../../../../src/domain/kit/calendar-day";
import { plus, yuanOf } from "../../../../src/domain/kit/money";
import { registerKeys } from "../../../../src/domain/forms/index";
import { checkWorkbook } from "../../../../src/domain/register/check/check-workbook";
import { reportDeal } from "../../../../src/domain/register/sales/report-deal";
import { salesLedger } from "../../../../src/domain/register/sales/sales-ledger";
import type { SiteBook } from "../../../../src/domain/register/site";
import { takeReceipt } from "../../../../src/domain/register/sales/take-receipt";
import type { ClientNumber } from "../../../../src/domain/rules/client-number";
import { paidOf } from "../../../../src/domain/rules/money-adds-up";
import { bookOf, cellsOf } from "../book-of";
import { type Act, act, anyAct, clients, onAnyDay, price, start, take, through, unitNos } from "./sales-acts";

/** What may stand in a book all the same: somebody has to be called, a deposit waits for its report. */
const mayBe = new Set([
  "signOverdue",
  "depositOverdue",
  "receiptOnOthersUnit",
  "depositOnSale",
  "depositTwice",
  "depositElsewhere",
  "heldForLong",
]);

const saidOf = (book: SiteBook, today: CalendarDay): readonly string[] =>
  checkWorkbook(book, today)
    .filter(({ rule, code }) => ["R4", "R12", "R13"].includes(rule) && !mayBe.has(code))
    .map(({ code, form, row }) => `${code} ${form} ${row ?? ""}`);

/**
 * A client comes back by exchange to a unit they once gave back: money that moved there with them, paid before the
 * refund, cannot be told from what the former deal was paid.
 */
const returnsTo = (
  { applications }: ReturnType<typeof salesLedger>,
  deal: ReturnType<typeof salesLedger>["deals"][number],
): boolean =>
  applications.some(
    ({ kind, carriedOut, clientId, newKey }) =>
      kind === "调房申请" && carriedOut && clientId === deal.clientId && newKey === deal.keyNow,
  );

/** Two homes of one client change places by way of a third. */
const changingPlaces: Act[] = (
  [
    ["认购", 1, 0],
    ["认购", 2, 0],
    ["调房申请", 2, 0],
    ["调房申请", 1, 2],
    ["调房申请", 0, 1],
  ] as const
).map(([does, unit, other]) => ({ does, client: 1, unit, other, amount: 5000, days: 1 }));

/** Two homes of one client go round, and one of them is given back. */
const givenBack: Act[] = (
  [
    ["认购", 2, 0],
    ["认购", 0, 0],
    ["调房申请", 2, 1],
    ["调房申请", 0, 2],
    ["调房申请", 1, 0],
    ["退房申请", 0, 0],
  ] as const
).map(([does, unit, other]) => ({ does, client: 1, unit, other, amount: 5000, days: 1 }));

/** Made over to another, given back and bought anew, all on one day. */
const renamedAndAnew: Act[] = (["认购", "更名申请", "退房申请", "认购"] as const).map((does) => ({
  does,
  client: 0,
  unit: 0,
  other: 0,
  amount: 5000,
  days: 0,
}));

/** Cheaper twice, on the day it was sold. */
const cheaperTwice: Act[] = (["认购", "特惠申请", "特惠申请"] as const).map((does) => ({
  does,
  client: 0,
  unit: 0,
  other: 0,
  amount: 5000,
  days: 0,
}));

/** Paid in full, then to a cheaper home, and cheaper once more. */
const overpaidTwice: Act[] = (["认购", "小定金", "调房申请", "特惠申请"] as const).map((does) => ({
  does,
  client: 0,
  unit: does === "特惠申请" ? 2 : 0,
  other: 2,
  amount: does === "小定金" ? price : 5000,
  days: 1,
}));

describe("whatever is done through the decisions", () => {
  test("one live deal a unit, the board agrees with the ledger, money is conserved, the check has nothing to say", () => {
    let acts = 0;
    fc.assert(
      fc.property(fc.array(anyAct, { minLength: 5, maxLength: 30 }), (steps) => {
        let book = start();
        let today = "2024-01-01" as CalendarDay;
        for (const step of steps) {
          today = addDays(today, step.days);
          const told = act(book, step, today);
          book = told.book;
          if (!told.done) continue;
          acts += 1;
          const ledger = salesLedger(book, today);
          for (const [key, live] of ledger.liveOn) {
            expect(live).toHaveLength(1);
            expect(ledger.unitOf.get(key)).toMatchObject({
              status: live[0]?.state,
              clientId: live[0]?.clientId,
            });
          }
          for (const unit of ledger.units)
            if (!ledger.liveOn.has(unit.key)) expect(["可售", "保留"]).toContain(unit.status);
          const paid = ledger.deals.reduce((sum, deal) => plus(sum, deal.paid), yuanOf(0));
          const [loose, all] = [paidOf(ledger.loose), paidOf(ledger.receipts)];
          expect(plus(paid, loose)).toBe(all);
          for (const deal of ledger.deals)
            if (deal.closedBy !== undefined && !returnsTo(ledger, deal)) expect(deal.paid).toBe(0);
          expect(saidOf(book, today)).toEqual([]);
        }
      }),
      { numRuns: 60, examples: [[changingPlaces], [givenBack], [overpaidTwice]] },
    );
    // The law is about something: acts are done, not only refused.
    expect(acts).toBeGreaterThan(100);
  });

  test("several acts a day: the check has nothing to say, whichever way the registers are sorted", () => {
    const withoutMoneyBack = onAnyDay.filter(({ does }) => does !== "退款" && does !== "违约金");
    fc.assert(
      fc.property(fc.array(withoutMoneyBack, { minLength: 5, maxLength: 30 }), (steps) => {
        let book = start();
        let today = "2024-01-01" as CalendarDay;
        for (const step of steps) {
          today = addDays(today, step.days);
          book = act(book, step, today).book;
        }
        expect(saidOf(book, today)).toEqual([]);
        const turned = bookOf(
          Object.fromEntries(registerKeys.map((form) => [form, [...cellsOf(book, form)].reverse()])),
        );
        expect(saidOf(turned, today)).toEqual([]);
      }),
      { numRuns: 60, examples: [[renamedAndAnew], [cheaperTwice], [overpaidTwice]] },
    );
  });

  test("registers sorted the other way round tell the same story", () => {
    const sold = ["deals", "receipts", "applications"] as const;
    const upsideDown = (book: SiteBook): SiteBook =>
      bookOf(Object.fromEntries(sold.map((form) => [form, [...cellsOf(book, form)].reverse()])));
    const story = (book: SiteBook, today: CalendarDay): readonly string[] =>
      salesLedger(book, today)
        .deals.map(({ clientId, subscribedOn, keyNow, closedBy, paid }) =>
          [clientId, subscribedOn, keyNow, closedBy?.no, paid].join(" "),
        )
        .sort();
    let again = 0;
    fc.assert(
      fc.property(fc.array(anyAct, { minLength: 10, maxLength: 40 }), (steps) => {
        let book = start();
        let today = "2024-01-01" as CalendarDay;
        for (const step of steps) {
          today = addDays(today, step.days);
          book = act(book, step, today).book;
        }
        const told = story(book, today);
        if (new Set(told.map((each) => each.slice(0, 8))).size < told.length) again += 1;
        expect(story(upsideDown(book), today)).toEqual(told);
      }),
      { numRuns: 80 },
    );
    // Clients with several deals are among them.
    expect(again).toBeGreaterThan(0);
  });

  test("there and back: an exchange, then another, leaves both units and the money as they were", () => {
    const today = "2024-01-05" as CalendarDay;
    const entry = { today, now: `${today} 10:00` as Moment };
    const [clientId = "" as ClientNumber] = clients;
    const deal = {
      dealId: clientId,
      consultant: "王强",
      name: "张三",
      unitNo: unitNos[0],
      subscribedOn: today,
    };
    const bought = take(
      start(),
      reportDeal(start(), { ...deal, floorArea: 90, unitPrice: 3000, totalPrice: price }, entry),
    ).book;
    const paid = take(
      bought,
      takeReceipt(
        bought,
        { clientId, unitNo: unitNos[0], date: today, item: "大定金", amount: 20000 },
        entry,
      ),
    ).book;
    const there = through(
      paid,
      "调房申请",
      { clientId, unitNo: unitNos[0], newUnitNo: unitNos[1] },
      addDays(today, 1),
    ).book;
    const back = through(
      there,
      "调房申请",
      { clientId, unitNo: unitNos[1], newUnitNo: unitNos[0] },
      addDays(today, 2),
    ).book;
    const state = (book: SiteBook) =>
      cellsOf(book, "units").map(({ status, clientId: whose }) => [status, whose ?? null]);
    expect(state(there)).not.toEqual(state(paid));
    expect(state(back)).toEqual(state(paid));
    expect(cellsOf(back, "receipts")).toEqual(cellsOf(paid, "receipts"));
    expect(salesLedger(back, addDays(today, 2)).deals[0]?.paid).toBe(20000);
  });

  test("refunded, the same unit is sold again, even to the same client", () => {
    const [zhang = "" as ClientNumber, li = "" as ClientNumber] = clients;
    const sell = (book: SiteBook, clientId: ClientNumber, day: string): SiteBook => {
      const today = day as CalendarDay;
      const entry = { today, now: `${day} 10:00` as Moment };
      const told = take(
        book,
        reportDeal(
          book,
          {
            dealId: clientId,
            consultant: "王强",
            name: "某",
            unitNo: unitNos[0],
            subscribedOn: day,
            floorArea: 90,
            unitPrice: 3000,
            totalPrice: price,
          },
          entry,
        ),
      );
      expect(told.done).toBe(true);
      return told.book;
    };
    const refunded = (book: SiteBook, clientId: ClientNumber, day: string): SiteBook => {
      const told = through(
        book,
        "退房申请",
        { clientId, unitNo: unitNos[0], newUnitNo: "" },
        day as CalendarDay,
      );
      expect(told.done).toBe(true);
      return told.book;
    };
    let book = refunded(sell(start(), zhang, "2024-01-01"), zhang, "2024-01-03");
    book = refunded(sell(book, li, "2024-01-04"), li, "2024-01-06");
    book = sell(book, zhang, "2024-01-07");
    const { deals, liveOn } = salesLedger(book, "2024-01-07" as CalendarDay);
    expect(deals.map(({ closedBy }) => closedBy?.closedOn)).toEqual(["2024-01-03", "2024-01-06", undefined]);
    expect(liveOn.get(unitNos[0])?.map(({ row }) => row)).toEqual([7]);
    expect(cellsOf(book, "grades")[0]?.["reachedDeal"]).toBe("2024-01-07");
  });
});

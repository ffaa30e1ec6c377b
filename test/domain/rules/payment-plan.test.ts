import fc from "fast-check";
import { type CalendarDay, calendarDay } from "../../../src/domain/kit/calendar-day";
import { partOf, type Yuan, yuanOf } from "../../../src/domain/kit/money";
import { sumOf } from "../../../src/domain/rules/money-adds-up";
import {
  isLoanTerm,
  itemOfTerm,
  mostStages,
  payWayOf,
  payWays,
  proposedTerms,
} from "../../../src/domain/rules/payment-plan";
import { draw } from "../draw";

const signOn = "2024-01-31" as CalendarDay;

describe("R13 付款计划", () => {
  const ways = draw(`
    | 付款方式   | way    |
    | 一次性付款 | once   |
    | 按揭贷款   | loan   |
    | 公积金贷款 | loan   |
    | 分期付款   | stages |
    | 其他       |        |
    |            |        |
  `);
  test.each(ways)("$付款方式: $way", ({ 付款方式, way }) => {
    expect(payWayOf(付款方式 ?? "") ?? "").toBe(way);
  });

  const items = draw(`
    | term     | item     |
    | 首付     | 首付     |
    | 按揭     | 按揭放款 |
    | 公积金贷款 | 按揭放款 |
    | 大定金   | 大定金   |
    | 小定金   | 小定金   |
    | 第二期   | 房款     |
    | 尾款     | 房款     |
  `);
  test.each(items)("$term is received as $item", ({ term, item }) => {
    expect(itemOfTerm(term ?? "")).toBe(item);
  });

  const plans = draw(`
    | way    | total    | down | stages | plan                                                                                                                    |
    | once   | 340100   | 30   | 3      | 房款 2024-01-31 340100                                                                                                  |
    | loan   | 340100   | 30   | 3      | 首付 2024-01-31 110100, 按揭 2024-03-01 230000                                                                          |
    | loan   | 340100   | 20   | 3      | 首付 2024-01-31 70100, 按揭 2024-03-01 270000                                                                           |
    | loan   | 9000.55  | 30   | 3      | 首付 2024-01-31 2700.17, 按揭 2024-03-01 6300.38                                                                        |
    | stages | 340150.5 | 30   | 3      | 首付 2024-01-31 102000, 第一期 2024-02-29 79300, 第二期 2024-03-31 79300, 尾款 2024-04-30 79550.5                       |
    | stages | 300000   | 50   | 1      | 首付 2024-01-31 150000, 尾款 2024-02-29 150000                                                                          |
  `);
  test.each(plans)("$way of $total, $down % down", ({ way, total, down, stages, plan }) => {
    const terms = proposedTerms({
      way: way as (typeof payWays)[number],
      total: yuanOf(Number(total)),
      signOn,
      downPercent: Number(down),
      stages: Number(stages),
    });
    expect(terms.map(({ term, dueOn, amount }) => `${term} ${dueOn} ${amount}`).join(", ")).toBe(plan);
  });

  test("twelve stages are counted in words", () => {
    const terms = proposedTerms({
      way: "stages",
      total: yuanOf(1_000_000),
      signOn,
      downPercent: 30,
      stages: 23,
    }).map(({ term }) => term);
    expect([terms[1], terms[10], terms[11], terms[20], terms[22], terms[23]]).toEqual([
      "第一期",
      "第十期",
      "第十一期",
      "第二十期",
      "第二十二期",
      "尾款",
    ]);
  });

  test("whatever the price: each is more than nought, the days go forward, all sum to it", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...payWays),
        fc.integer({ min: 1, max: 5_000_000_00 }),
        fc.integer({ min: 1, max: 99 }),
        fc.integer({ min: 1, max: mostStages }),
        fc.integer({ min: 0, max: 3000 }),
        (way, fen, downPercent, stages, offset) => {
          const total = yuanOf(fen / 100);
          const day = new Date(Date.UTC(2020, 0, 1 + offset)).toISOString().slice(0, 10);
          const from = calendarDay(day) ?? signOn;
          const terms = proposedTerms({ way, total, signOn: from, downPercent, stages });
          expect(sumOf(terms.map(({ amount }) => amount))).toBe(total);
          expect(terms.every(({ amount }) => amount > 0)).toBe(true);
          const days = terms.map(({ dueOn }) => dueOn);
          expect(days).toEqual([...new Set(days)].sort());
          if (way !== "loan") expect(terms.some(({ term }) => isLoanTerm(term))).toBe(false);
        },
      ),
    );
  });

  test("a part is never more than its share", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e9 }),
        fc.integer({ min: 1, max: 100 }),
        fc.constantFrom(100, 10_000),
        (fen, percent, step) => {
          const part = partOf(yuanOf(fen / 100), percent, 100, step);
          expect(part * 100).toBeLessThanOrEqual((fen * percent) / 100 + 1e-6);
          expect(part === partOf(part, 1, 1, step) || part < step).toBe(true);
        },
      ),
    );
    expect(partOf(0.02 as Yuan, 30, 100, 100)).toBe(0);
  });
});

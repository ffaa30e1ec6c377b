import fc from "fast-check";
import { yuanOf } from "../../../src/domain/kit/money";
import { checkTotal, discounted, refundOf, sumOf } from "../../../src/domain/rules/money-adds-up";
import { draw } from "../draw";

const y = (text: string | undefined) => yuanOf(Number(text));

describe("R12: money adds up", () => {
  const totals = draw(`
    | unitPrice | area  | total     | expected | difference | right |
    | 3600      | 92.5  | 333000    | 333000   | 0          | yes   |
    | 3600      | 92.5  | 333001    | 333000   | 1          | yes   |
    | 3600      | 92.5  | 333001.01 | 333000   | 1.01       | no    |
    | 3600      | 92.5  | 332998    | 333000   | 2          | no    |
    | 0.495     | 1     | 0         | 1        | 1          | yes   |
    | 1.1       | 1.1   | 1         | 1        | 0          | yes   |
    | 9999.99   | 123.45 | 1234499  | 1234499  | 0          | yes   |
  `);
  test.each(totals)(
    "$unitPrice × $area = $total: $right",
    ({ unitPrice, area, total, expected, difference, right }) => {
      expect(checkTotal(y(unitPrice), Number(area), y(total))).toEqual({
        right: right === "yes",
        expected: Number(expected),
        difference: Number(difference),
      });
    },
  );

  test("优惠后总房款 = 原总房款 − 正常优惠额 − 申请优惠额; 优惠后单价 = that / 面积", () => {
    expect(discounted(yuanOf(333000), [yuanOf(3000), yuanOf(5000.5)], 92.5)).toEqual({
      total: 324999.5,
      unitPrice: 3513.51,
    });
    expect(discounted(yuanOf(1000), [yuanOf(1000)], 0)).toEqual({ total: 0, unitPrice: undefined });
    expect(discounted(yuanOf(1000), [yuanOf(600), yuanOf(400.01)], 90)).toBe("exceedsPrice");
  });

  test("退款额 = 已付 − 违约金", () => {
    expect(refundOf(yuanOf(100000.1), yuanOf(0.2))).toBe(99999.9);
    expect(refundOf(yuanOf(100), yuanOf(100.01))).toBe("exceedsPaid");
  });

  test("no binary rounding: a sum does not depend on its order", () => {
    const fen = fc.integer({ min: -1e9, max: 1e9 }).map((n) => yuanOf(n / 100));
    fc.assert(
      fc.property(fc.array(fen), (amounts) => {
        expect(sumOf([...amounts].reverse())).toBe(sumOf(amounts));
      }),
    );
    expect(sumOf([0.1, 0.2].map((n) => yuanOf(n)))).toBe(0.3);
  });
});

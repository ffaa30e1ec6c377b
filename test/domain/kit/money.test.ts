import fc from "fast-check";
import {
  dividedBy,
  equalWithin,
  minus,
  plus,
  priceOf,
  readMoney,
  times,
  yuanOf,
} from "../../../src/domain/kit/money";
import { draw } from "../draw";

const shown = (raw: string | number): string => {
  const reading = readMoney(raw);
  return reading.ok ? String(reading.value) : reading.why;
};

describe("money as people write it", () => {
  test.each(
    draw(`
    | written       | yuan      |
    | 850000        | 850000    |
    | 85万          | 850000    |
    | 85.5万元      | 855000    |
    | 85 万 元      | 850000    |
    | 85w           | 850000    |
    | 八十五万      | 850000    |
    | 1.2亿         | 120000000 |
    | 1亿2000万     | 120000000 |
    | 3万5千        | 35000     |
    | 3千元         | 3000      |
    | 1,234.50      | 1234.5    |
    | ￥1,234.50    | 1234.5    |
    | ¥1234         | 1234      |
    | -¥1234        | -1234     |
    | RMB 1,234.5   | 1234.5    |
    | 人民币1234元整 | 1234     |
    | １，２３４．５０元 | 1234.5 |
    | 7800元/㎡     | 7800      |
    | 7800/平米     | 7800      |
    | 1234.567      | 1234.57   |
    | 1.234E+6      | 1234000   |
    | -500          | -500      |
    | 0             | 0         |
    | 1,23          | notMoney  |
    | 1.234.567     | notMoney  |
    | 80-90万       | notMoney  |
    | 一百二十万    | 1200000   |
    | 二百五十万    | 2500000   |
    | 2百万         | 2000000   |
    | 一千二百万    | 12000000  |
    | 八千五百      | 8500      |
    | 八千五        | 8500      |
    | 8千5          | 8500      |
    | 三千零五      | 3005      |
    | 85万5         | 855000    |
    | 八十五万五    | 855000    |
    | 85万500       | 850500    |
    | 1亿2          | 120000000 |
    | 85万5元       | notMoney  |
    | 捌拾伍万元整  | 850000    |
    | 捌拾万零柒仟伍佰元整 | 807500 |
    | 壹佰贰拾万零伍佰元整 | 1200500 |
    | 八十五万零五元 | 850005    |
    | 壹佰贰拾万圆整 | 1200000  |
    | 8500元/平方   | 8500      |
    | 百万          | notMoney  |
    | 面议          | notMoney  |
    | 约85万        | notMoney  |
    | 万            | notMoney  |
    | 元            | notMoney  |
    | /             | notMoney  |
    |               | notMoney  |
    | 99999999999999 | notMoney |
  `),
  )("$written is $yuan", ({ written = "", yuan }) => {
    expect(shown(written)).toBe(yuan);
  });

  test("numbers of a cell", () => {
    expect(readMoney(1234.5)).toEqual({ ok: true, value: 1234.5, changed: false });
    expect(readMoney(0.1 + 0.2)).toEqual({ ok: true, value: 0.3, changed: true });
    expect(shown(Number.NaN)).toBe("notMoney");
    expect(shown(Number.POSITIVE_INFINITY)).toBe("notMoney");
  });
});

const anyFen = fc.integer({ min: -1e12, max: 1e12 });
const ofFen = (fen: number) => yuanOf(fen / 100);

describe("laws of money (R12)", () => {
  test("sums are those of whole fen: no binary rounding", () => {
    fc.assert(
      fc.property(anyFen, anyFen, (a, b) => {
        expect(plus(ofFen(a), ofFen(b))).toBe(ofFen(a + b));
        expect(minus(ofFen(a), ofFen(b))).toBe(ofFen(a - b));
        expect(minus(plus(ofFen(a), ofFen(b)), ofFen(b))).toBe(ofFen(a));
      }),
    );
  });
  test("what is written is read", () => {
    fc.assert(
      fc.property(anyFen, (fen) => {
        const amount = ofFen(fen);
        expect(shown(amount.toFixed(2))).toBe(String(amount));
        expect(shown(`￥${amount.toLocaleString("en-US", { minimumFractionDigits: 2 })}元`)).toBe(
          String(amount),
        );
      }),
    );
  });
  test("a price by an area in hundredths is exact to the yuan, half up", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000_000 }),
        fc.integer({ min: 0, max: 100_000 }),
        (fen, hundredths) => {
          const exact = BigInt(fen) * BigInt(hundredths);
          expect(priceOf(ofFen(fen), hundredths / 100)).toBe(Number((exact + 5000n) / 10_000n));
        },
      ),
    );
  });
  test("examples", () => {
    expect(plus(yuanOf(0.1), yuanOf(0.2))).toBe(0.3);
    expect(times(yuanOf(3210.55), 91.37)).toBe(293347.95);
    expect(yuanOf(1.005)).toBe(1.01);
    expect(dividedBy(yuanOf(100), 3)).toBe(33.33);
    expect(dividedBy(yuanOf(100), 0)).toBeUndefined();
    expect(priceOf(yuanOf(0.99), 0.5)).toBe(0);
    expect(equalWithin(yuanOf(100), yuanOf(101), 1)).toBe(true);
    expect(equalWithin(yuanOf(100), yuanOf(101.01), 1)).toBe(false);
  });
});

import fc from "fast-check";
import type { CalendarDay } from "../../../src/domain/kit/calendar-day";
import {
  acquaintance,
  completeness,
  type CountedAnswer,
  countedLength,
  daysLate,
  isPerfunctory,
  minimumLength,
  requiredShare,
} from "../../../src/domain/rules/completeness";
import { draw } from "../draw";

const missingCharacters = (method: string, text: string): number =>
  Math.max(0, (minimumLength.get(method) ?? 0) - countedLength(text));

describe("how much has to be known (R8)", () => {
  test.each(
    draw(`
    | contacts | first      | today      | owner | stage      | share |
    | 1        | 2026-11-22 | 2026-11-22 | no    | firstVisit | 0.3   |
    | 2        | 2026-11-01 | 2026-11-22 | no    | firstVisit | 0.3   |
    | 3        | 2026-11-20 | 2026-11-22 | no    | known      | 0.7   |
    | 1        | 2026-10-23 | 2026-11-22 | no    | firstVisit | 0.3   |
    | 1        | 2026-10-22 | 2026-11-22 | no    | known      | 0.7   |
    | 1        | 2026-11-22 | 2026-11-22 | yes   | owner      | 1     |
  `),
  )(
    "$contacts contacts since $first, owner $owner: $stage",
    ({ contacts, first, today, owner, stage, share }) => {
      const found = acquaintance({
        contacts: Number(contacts),
        firstContact: first as CalendarDay,
        today: today as CalendarDay,
        owner: owner === "yes",
      });
      expect(found).toBe(stage);
      expect(requiredShare[found]).toBe(Number(share));
    },
  );

  test("the share of answers given", () => {
    const answers = (given: number, asked: number): CountedAnswer[] =>
      Array.from({ length: asked }, (_, at) => ({ mark: at % 2 ? "+" : "*", answered: at < given }));
    expect(completeness(answers(3, 10))).toBe(0.3);
    expect(completeness(answers(0, 10))).toBe(0);
    expect(completeness([])).toBe(1);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.nat({ max: 29 }), (asked, given) => {
        if (given >= asked) return;
        expect(completeness(answers(given + 1, asked))).toBeGreaterThan(completeness(answers(given, asked)));
      }),
    );
  });
});

describe("敷衍 (R8)", () => {
  test.each(
    draw(`
    | text                     | perfunctory |
    | 同上                     | yes         |
    | 同上。                   | yes         |
    | 无                       | yes         |
    | 暂无                     | yes         |
    | 已联系                   | yes         |
    | 已联系，无               | yes         |
    | 已电话联系               | yes         |
    | 已联系客户               | yes         |
    | 客户已联系               | yes         |
    | 已发短信                 | yes         |
    | 继续跟进                 | yes         |
    | 。。。。。。             | yes         |
    | 哈哈哈哈                 | yes         |
    | 嗯嗯                     | yes         |
    | 好的好的好的             | yes         |
    | 11111111111111           | yes         |
    | /                        | yes         |
    |                          | yes         |
    | 客户觉得总价高           | no          |
    | 无法联系，号码停机       | no          |
    | 已联系，客户周末来看房   | no          |
    | 同上次一样，嫌贵         | no          |
    | 喜欢三房，妈妈也喜欢三房 | no          |
  `),
  )("'$text': $perfunctory", ({ text = "", perfunctory }) => {
    expect(isPerfunctory(text)).toBe(perfunctory === "yes");
  });
});

describe("enough words for the method", () => {
  const words =
    "客户一家三口第二次来看房对三房的采光和学校很满意觉得总价略高想等周末和父母商量再定首付已经准备好希望能分期支付";
  test.each(
    draw(`
    | method   | characters | missing |
    | 电话     | 30         | 0       |
    | 电话     | 29         | 1       |
    | 短信     | 29         | 1       |
    | 微信     | 30         | 0       |
    | 来访     | 50         | 0       |
    | 来访     | 49         | 1       |
    | 上门拜访 | 49         | 1       |
    | 活动     | 29         | 1       |
    | 其他     | 1          | 0       |
  `),
  )("$method with $characters: $missing missing", ({ method = "", characters, missing }) => {
    expect(missingCharacters(method, words.slice(0, Number(characters)))).toBe(Number(missing));
  });

  test("padding does not count", () => {
    expect(missingCharacters("电话", "同上")).toBe(30);
    expect(missingCharacters("电话", "客户觉得贵" + "啊".repeat(40))).toBe(22);
    expect(countedLength("客户觉得贵  " + "。".repeat(40))).toBeLessThan(10);
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(countedLength(text)).toBeLessThanOrEqual([...text.normalize("NFKC")].length);
      }),
    );
  });
});

test.each(
  draw(`
  | happened         | entered          | late |
  | 2026-11-22 09:00 | 2026-11-22 23:59 | 0    |
  | 2026-11-21 23:59 | 2026-11-22 00:01 | 1    |
  | 2026-11-01       | 2026-11-22       | 21   |
  | 2026-11-22       | 2026-11-21       | 0    |
`),
)("happened $happened, entered $entered: $late days late", ({ happened, entered, late }) => {
  expect(daysLate(happened as CalendarDay, entered as CalendarDay)).toBe(Number(late));
});

import fc from "fast-check";
import { addDays, type CalendarDay, type Moment, momentAt } from "../../../src/domain/kit/calendar-day";
import { callableNow } from "../../../src/domain/rules/when-to-call";
import { draw } from "../draw";

const wording = (trade: string, at: string): string => {
  const found = callableNow(trade, at as Moment);
  return found.now ? `until ${found.until}` : `${found.why} ${found.from}`;
};

/** 2026-11-23 is a Monday, 2026-11-28 a Saturday. */
describe("R7: who can be called at this minute", () => {
  test.each(
    draw(`
    | trade              | at               | found                  |
    | 会计               | 2026-11-23 10:00 | until 2026-11-23 21:00 |
    | 会计               | 2026-11-28 10:00 | trade 2026-12-04 08:00 |
    | 会计               | 2026-12-03 20:59 | trade 2026-12-04 08:00 |
    | 会计               | 2027-02-25 12:00 | until 2027-02-25 21:00 |
    | 会计               | 2027-02-26 12:00 | trade 2027-03-04 08:00 |
    | 医生               | 2026-11-23 11:59 | trade 2026-11-23 12:00 |
    | 医生               | 2026-11-23 12:00 | until 2026-11-23 21:00 |
    | 销售               | 2026-11-23 08:59 | until 2026-11-23 09:00 |
    | 销售               | 2026-11-23 09:00 | trade 2026-11-23 18:00 |
    | 销售               | 2026-11-23 21:00 | hours 2026-11-24 08:00 |
    | 公务员             | 2026-11-23 10:29 | until 2026-11-23 10:30 |
    | 行政               | 2026-11-23 10:30 | trade 2026-11-23 16:00 |
    | 行政               | 2026-11-28 10:30 | until 2026-11-28 21:00 |
    | 股票               | 2026-11-23 09:30 | trade 2026-11-23 11:30 |
    | 股票               | 2026-11-23 12:59 | until 2026-11-23 13:00 |
    | 股票               | 2026-11-23 13:00 | trade 2026-11-23 15:00 |
    | 股票               | 2026-11-29 14:00 | until 2026-11-29 21:00 |
    | 银行               | 2026-11-23 10:00 | trade 2026-11-23 10:30 |
    | 银行               | 2026-11-23 12:00 | trade 2026-11-23 13:30 |
    | 银行               | 2026-11-23 17:00 | trade 2026-11-23 17:30 |
    | 银行               | 2026-11-23 14:00 | until 2026-11-23 16:30 |
    | 公司职员           | 2026-11-23 12:00 | trade 2026-11-23 13:30 |
    | 公司职员           | 2026-11-23 17:00 | trade 2026-11-24 09:00 |
    | 公司职员           | 2026-11-27 17:30 | trade 2026-11-30 09:00 |
    | 老师               | 2026-11-23 10:00 | trade 2026-11-23 16:30 |
    | 老师               | 2026-11-23 16:30 | until 2026-11-23 21:00 |
    | 老师               | 2026-11-28 10:00 | until 2026-11-28 21:00 |
    | 私企高层           | 2026-11-23 07:30 | until 2026-11-23 08:00 |
    | 国营企事业单位领导 | 2026-11-23 08:00 | trade 2026-11-24 07:00 |
    | 大夫               | 2026-11-23 11:59 | trade 2026-11-23 12:00 |
    | 出纳               | 2026-11-28 10:00 | trade 2026-12-04 08:00 |
    | 业务经理           | 2026-11-23 09:00 | trade 2026-11-23 18:00 |
    | 集团副总裁         | 2026-11-23 08:00 | trade 2026-11-24 07:00 |
    | 公司员工           | 2026-11-23 12:00 | trade 2026-11-23 13:30 |
    | 自由职业           | 2026-11-23 03:00 | hours 2026-11-23 08:00 |
    | 自由职业           | 2026-11-23 20:59 | until 2026-11-23 21:00 |
    |                    | 2026-11-23 22:00 | hours 2026-11-24 08:00 |
  `),
  )("$trade at $at: $found", ({ trade = "", at = "", found }) => {
    expect(wording(trade, at)).toBe(found);
  });

  test("laws: who cannot be called now can be from then on, and until an end after now", () => {
    const trades = ["会计", "医生", "销售", "行政", "股票", "银行", "职员", "老师", "高层", "律师", ""];
    fc.assert(
      fc.property(
        fc.constantFrom(...trades),
        fc.nat(800).map((n) => addDays("2026-01-01" as CalendarDay, n)),
        fc.nat(1439),
        (trade, day, minutes) => {
          const at = momentAt(day, minutes);
          const found = callableNow(trade, at);
          if (found.now) {
            expect(found.until > at).toBe(true);
            return;
          }
          expect(found.from > at).toBe(true);
          expect(callableNow(trade, found.from).now).toBe(true);
        },
      ),
    );
  });
});

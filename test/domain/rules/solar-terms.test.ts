import fc from "fast-check";
import { Solar } from "lunar-typescript";
import { addDays, type CalendarDay } from "../../../src/domain/kit/calendar-day";
import { solarTermsBetween } from "../../../src/domain/rules/solar-terms";
import { draw } from "../draw";

const all = (from: string, to: string) => solarTermsBetween(from as CalendarDay, to as CalendarDay);

/** The order 002 prints them in, begun in January. */
const names =
  "小寒 大寒 立春 雨水 惊蛰 春分 清明 谷雨 立夏 小满 芒种 夏至 小暑 大暑 立秋 处暑 白露 秋分 寒露 霜降 立冬 小雪 大雪 冬至".split(
    " ",
  );

test("the solar terms of 2026, from the Purple Mountain almanac", () => {
  expect(all("2026-01-01", "2026-12-31")).toEqual(
    draw(`
    | day        | name |
    | 2026-01-05 | 小寒 |
    | 2026-01-20 | 大寒 |
    | 2026-02-04 | 立春 |
    | 2026-02-18 | 雨水 |
    | 2026-03-05 | 惊蛰 |
    | 2026-03-20 | 春分 |
    | 2026-04-05 | 清明 |
    | 2026-04-20 | 谷雨 |
    | 2026-05-05 | 立夏 |
    | 2026-05-21 | 小满 |
    | 2026-06-05 | 芒种 |
    | 2026-06-21 | 夏至 |
    | 2026-07-07 | 小暑 |
    | 2026-07-23 | 大暑 |
    | 2026-08-07 | 立秋 |
    | 2026-08-23 | 处暑 |
    | 2026-09-07 | 白露 |
    | 2026-09-23 | 秋分 |
    | 2026-10-08 | 寒露 |
    | 2026-10-23 | 霜降 |
    | 2026-11-07 | 立冬 |
    | 2026-11-22 | 小雪 |
    | 2026-12-07 | 大雪 |
    | 2026-12-22 | 冬至 |
  `),
  );
});

test("another almanac agrees, 2000 to 2100: 24 a year, by name, on the same days", () => {
  for (let year = 2000; year <= 2100; year++) {
    const found = all(`${year}-01-01`, `${year}-12-31`);
    expect(found.map(({ name }) => name)).toEqual(names);
    const table = Solar.fromYmd(year, 6, 1).getLunar().getJieQiTable();
    // The other almanac's table runs from the 冬至 before to the 冬至 of this year, which it calls DONG_ZHI.
    expect(Object.fromEntries(found.map(({ name, day }) => [name, day]))).toEqual(
      Object.fromEntries(names.map((name) => [name, table[name === "冬至" ? "DONG_ZHI" : name]?.toYmd()])),
    );
  }
});

test("stretches joined are the whole stretch; both ends are included", () => {
  const start = "2024-01-01" as CalendarDay;
  fc.assert(
    fc.property(fc.nat(900), fc.nat(400), fc.nat(400), (from, first, second) => {
      const a = addDays(start, from);
      const b = addDays(a, first);
      const c = addDays(b, 1 + second);
      expect([...solarTermsBetween(a, b), ...solarTermsBetween(addDays(b, 1), c)]).toEqual(
        solarTermsBetween(a, c),
      );
    }),
    { numRuns: 50 },
  );
  expect(all("2026-11-22", "2026-11-22").map(({ name }) => name)).toEqual(["小雪"]);
  expect(all("2026-11-23", "2026-11-22")).toEqual([]);
});

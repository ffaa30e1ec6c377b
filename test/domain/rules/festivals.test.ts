import { Lunar, Solar } from "lunar-typescript";
import type { CalendarDay } from "../../../src/domain/kit/calendar-day";
import { festivalsBetween } from "../../../src/domain/rules/festivals";
import { draw } from "../draw";

const all = (from: string, to: string) => festivalsBetween(from as CalendarDay, to as CalendarDay);

test("the festivals of 2026, from the calendar of the State Council and the lunar almanac", () => {
  expect(all("2026-01-01", "2026-12-31")).toEqual(
    draw(`
    | day        | name   |
    | 2026-01-01 | 元旦   |
    | 2026-02-17 | 春节   |
    | 2026-03-03 | 元宵   |
    | 2026-03-08 | 妇女节 |
    | 2026-04-05 | 清明   |
    | 2026-05-01 | 劳动节 |
    | 2026-06-01 | 儿童节 |
    | 2026-06-19 | 端午   |
    | 2026-09-25 | 中秋   |
    | 2026-10-01 | 国庆   |
    | 2026-10-18 | 重阳   |
  `),
  );
});

test("both ends are included, an empty stretch has none, two may share a day", () => {
  expect(all("2026-10-01", "2026-10-01").map(({ name }) => name)).toEqual(["国庆"]);
  expect(all("2026-10-02", "2026-10-17")).toEqual([]);
  expect(all("2026-10-18", "2026-10-01")).toEqual([]);
  expect(
    all("2020-10-01", "2020-10-01")
      .map(({ name }) => name)
      .sort(),
  ).toEqual(["中秋", "国庆"]);
  expect(all("2025-12-31", "2026-01-01").map(({ name }) => name)).toEqual(["元旦"]);
});

describe("another almanac agrees, 2000 to 2100", () => {
  const lunarDay = (year: number, month: number, day: number): string =>
    Lunar.fromYmd(year, month, day).getSolar().toYmd();
  test("every year has eleven festivals on the same days, in order", () => {
    for (let year = 2000; year <= 2100; year++) {
      const found = all(`${year}-01-01`, `${year}-12-31`);
      const byName = Object.fromEntries(found.map(({ name, day }) => [name, day]));
      expect(byName).toEqual({
        元旦: `${year}-01-01`,
        春节: lunarDay(year, 1, 1),
        元宵: lunarDay(year, 1, 15),
        妇女节: `${year}-03-08`,
        清明: Solar.fromYmd(year, 4, 1).getLunar().getJieQiTable()["清明"]?.toYmd(),
        劳动节: `${year}-05-01`,
        端午: lunarDay(year, 5, 5),
        儿童节: `${year}-06-01`,
        中秋: lunarDay(year, 8, 15),
        国庆: `${year}-10-01`,
        重阳: lunarDay(year, 9, 9),
      });
      expect(found.map(({ day }) => day)).toEqual(found.map(({ day }) => day).sort());
    }
  });
});

import { readDay } from "../../../src/domain/kit/read-day";
import type { CalendarDay } from "../../../src/domain/kit/calendar-day";
import { saysWeather, withoutWeather } from "../../../src/domain/kit/weather";

test.each([
  "晴",
  "星期日 晴",
  "（晴转多云）8℃",
  "小到中雨 北风3-4级",
  "天气：雷阵雨，气温：-2～8度",
  "周六 雨夹雪 零下3℃至5℃",
  "农历二月十四 阴",
])("%s is nothing but the weather", (said) => {
  expect(saysWeather(said)).toBe(true);
});

test.each(["", "天气", "晴女士", "张晴", "风先生", "领导视察", "5组", "雨天停电", "13803791001", "85平"])(
  "%s is not",
  (said) => {
    expect(saysWeather(said)).toBe(false);
  },
);

test("many of its words with one that is none are told apart at once", () => {
  expect(withoutWeather(`3月5日${"雷雨 ".repeat(300)}x`)).toHaveLength(905);
  /** Milliseconds, of the quickest of some tries. */
  const spent = (words: number): number => {
    const raw = `${"雷雨".repeat(words)}x`;
    const tries = Array.from({ length: 9 }, () => {
      const before = performance.now();
      for (let n = 0; n < 100; n++) if (saysWeather(raw)) throw new Error(raw);
      return performance.now() - before;
    });
    return Math.min(...tries);
  };
  // Of twice the words it is twice as much; asked again at each sign it were a thousand times.
  expect(spent(10) / spent(5)).toBeLessThan(30);
});

test.each([
  ["2023年3月5日（晴转多云）8℃", "2023-03-05"],
  ["3月5日 星期日 晴", "2023-03-05"],
  ["2023-03-05 晴", "2023-03-05"],
])("the day of %s", (raw, day) => {
  expect(readDay(raw, { today: "2023-11-22" as CalendarDay })).toEqual({
    ok: true,
    value: day,
    changed: true,
  });
});

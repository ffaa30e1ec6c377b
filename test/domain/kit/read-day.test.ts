import fc from "fast-check";
import {
  addDays,
  type CalendarDay,
  daysBetween,
  moment,
  serialOfDay,
  serialOfMoment,
} from "../../../src/domain/kit/calendar-day";
import { readDay, readMoment, saysMoreThanDay } from "../../../src/domain/kit/read-day";
import { draw } from "../draw";

const today = "2026-11-22" as CalendarDay;
const about = { today };

const dayShown = (raw: string | number, year?: number): string => {
  const reading = readDay(raw, year === undefined ? about : { today, year });
  return reading.ok ? reading.value : reading.why;
};
const momentShown = (raw: string | number, day?: string): string => {
  const reading = readMoment(raw, day ? { today, day: day as CalendarDay } : about);
  return reading.ok ? reading.value : reading.why;
};

describe("days as people write them", () => {
  test.each(
    draw(`
    | written                | day        |
    | 2023-03-05             | 2023-03-05 |
    | 2023.3.5               | 2023-03-05 |
    | 2023.03.05             | 2023-03-05 |
    | 2023。3。5             | 2023-03-05 |
    | 2023/3/5               | 2023-03-05 |
    | 2023-3-5               | 2023-03-05 |
    | 2023—3—5               | 2023-03-05 |
    | 2023 3 5               | 2023-03-05 |
    | 2023年3月5日           | 2023-03-05 |
    | 2023年3月5             | 2023-03-05 |
    | 2023年3月5号           | 2023-03-05 |
    | 2023 年 3 月 5 日      | 2023-03-05 |
    | ２０２３年３月５日     | 2023-03-05 |
    | ２０２３．３．５       | 2023-03-05 |
    | 二〇二三年三月五日     | 2023-03-05 |
    | 二〇二三年十二月二十五日 | 2023-12-25 |
    | 2023年3月5日（周日）   | 2023-03-05 |
    | 2023年3月5日 星期日    | 2023-03-05 |
    | 20230305               | 2023-03-05 |
    | 230305                 | 2023-03-05 |
    | 23/3/5                 | 2023-03-05 |
    | 23.03.05               | 2023-03-05 |
    | 23年3月5日             | 2023-03-05 |
    | 85.3.5                 | 1985-03-05 |
    | 36.3.5                 | 2036-03-05 |
    | 37.3.5                 | 1937-03-05 |
    | 44990                  | 2023-03-05 |
    | 44990.604              | 2023-03-05 |
    | 2023-3-5 14:30         | 2023-03-05 |
    | 2023/3/5 0:00:00       | 2023-03-05 |
    | 2023年3月5日下午2点30分 | 2023-03-05 |
    | 2023-03-05T14:30:00    | 2023-03-05 |
    | 2023-03-05T00:00:00.000Z | 2023-03-05 |
    | 2023年3.5              | 2023-03-05 |
    | 2023.3.5日             | 2023-03-05 |
    | 2023\\3\\5             | 2023-03-05 |
    | 2023/3/5/              | 2023-03-05 |
    | 2023_3_5               | 2023-03-05 |
    | 2023.3.5、             | 2023-03-05 |
    | 2023/3/                | notADay    |
    | 2023年03月05日(第1次)  | 2023-03-05 |
    | 2023.3.5（来2次，3人） | 2023-03-05 |
    | 2023.3.5（2次来）      | 2023-03-05 |
    | 2023.3.5（3.6又来）    | notADay    |
    | '2023-3-5              | 2023-03-05 |
    | 2023-3-5（补）         | 2023-03-05 |
    | 2023.3.5下午           | 2023-03-05 |
    | 二O二三年三月五日      | 2023-03-05 |
    | 5-Mar-23               | 2023-03-05 |
    | Mar 5, 2023            | 2023-03-05 |
    | 5-Mai-23               | notADay    |
    | 25/12/2023             | 2023-12-25 |
    | 12/25/2023             | 2023-12-25 |
    | 5/5/2023               | 2023-05-05 |
    | 3/5/2023               | ambiguous  |
    | 3/5/23                 | ambiguous  |
    | 03/05/23               | ambiguous  |
    | 12.03.05               | 2012-03-05 |
    | 2024-02-30             | noSuchDay  |
    | 2023年2月29日          | noSuchDay  |
    | 20230230               | noSuchDay  |
    | 2023.13.1              | noSuchDay  |
    | 31/31/2023             | noSuchDay  |
    | 2023.3                 | notADay    |
    | 2023年3月              | notADay    |
    | 2023                   | notADay    |
    | 上周                   | notADay    |
    | 10:00                  | notADay    |
    | 13803791234            | notADay    |
    | /                      | notADay    |
    |                        | notADay    |
  `),
  )("$written is $day", ({ written = "", day }) => {
    expect(dayShown(written)).toBe(day);
  });

  test.each(
    draw(`
    | written | year | day        |
    | 3月5日  |      | 2026-03-05 |
    | 3月5日  | 2023 | 2023-03-05 |
    | 三月五日 | 2023 | 2023-03-05 |
    | 3.5     | 2023 | 2023-03-05 |
    | 03-05   | 2023 | 2023-03-05 |
    | 12月5日 |      | 2025-12-05 |
    | 11月22日 |     | 2026-11-22 |
    | 11月23日 |     | 2025-11-23 |
    | 2月29日 |      | 2024-02-29 |
    | 2月29日 | 2023 | noSuchDay  |
    | 2月30日 |      | noSuchDay  |
    | 45.6    | 2023 | notADay    |
    | 3.5上午 | 2023 | 2023-03-05 |
    | 3.5日   | 2023 | 2023-03-05 |
  `),
  )("$written with the year $year is $day", ({ written = "", year, day }) => {
    expect(dayShown(written, year ? Number(year) : undefined)).toBe(day);
  });

  test.each([
    [3.5, 2023, "2023-03-05"],
    [3.15, 2023, "2023-03-15"],
    [12.25, 2023, "2023-12-25"],
    // 3月1日, or 3.10 that has lost its nought.
    [3.1, 2023, "ambiguous"],
    [3, 2023, "ambiguous"],
    [2.3, 2023, "ambiguous"],
  ])("the number %p in %p is %s", (raw, year, day) => {
    expect(dayShown(raw, year)).toBe(day);
  });

  test("where the year is known to be unknown, a day without one is ambiguous", () => {
    const unknown = (raw: string | number) => readDay(raw, { today, year: "unknown" });
    expect(["3月5日", "3.5", 3.5].map(unknown)).toEqual(Array(3).fill({ ok: false, why: "ambiguous" }));
    expect(unknown("2023.3.5")).toMatchObject({ ok: true, value: "2023-03-05" });
  });

  test("what was agreed on a day lies on it or after", () => {
    const agreed = (raw: string) =>
      readDay(raw, { today, year: "unknown", notBefore: "2023-12-28" as CalendarDay });
    expect(agreed("1月3日")).toMatchObject({ value: "2024-01-03" });
    expect(agreed("12月28日")).toMatchObject({ value: "2023-12-28" });
    expect(agreed("12.27")).toMatchObject({ value: "2024-12-27" });
  });

  test.each([
    [44990, "2023-03-05"],
    [44990.75, "2023-03-05"],
    [20230305, "2023-03-05"],
    [20230230, "noSuchDay"],
    [2023, "ambiguous"],
    [3.5, "ambiguous"],
    [230305, "2023-03-05"],
    [231305, "2533-04-15"],
    [60, "ambiguous"],
    [0, "notADay"],
    [-5, "notADay"],
    [Number.NaN, "notADay"],
    [13803791234, "notADay"],
  ])("the number %p is %s", (raw, day) => {
    expect(dayShown(raw)).toBe(day);
  });

  test("what stood there already in our spelling is not changed", () => {
    expect(readDay("2023-03-05", about)).toEqual({ ok: true, value: "2023-03-05", changed: false });
    expect(readDay(44990, about)).toEqual({ ok: true, value: "2023-03-05", changed: false });
    expect(readDay("44990", about)).toMatchObject({ changed: true });
    expect(readDay(44990.5, about)).toMatchObject({ changed: true });
    expect(readDay(20230305, about)).toMatchObject({ changed: true });
    expect(readMoment("2023-03-05 14:30", about)).toMatchObject({ changed: false });
    expect(readMoment(serialOfMoment(moment("2023-03-05 14:30") ?? ("" as never)), about)).toMatchObject({
      changed: false,
    });
  });
});

describe("moments as people write them", () => {
  test.each(
    draw(`
    | written                   | head       | moment           |
    | 2023-3-5 14:30            |            | 2023-03-05 14:30 |
    | 2023/3/5 14:30:59         |            | 2023-03-05 14:30 |
    | 2023.3.5 9:05             |            | 2023-03-05 09:05 |
    | 2023.3.5 9:5              |            | 2023-03-05 09:05 |
    | 2023.3.5 9:5:7            |            | 2023-03-05 09:05 |
    | 2023年3月5日 下午3：5     |            | 2023-03-05 15:05 |
    | 9:5                       | 2023-03-05 | 2023-03-05 09:05 |
    | 9:5                       |            | notADay          |
    | 2023.3.5 9:5-10:30        |            | 2023-03-05 09:05 |
    | 2023.3.5 9:                |            | notADay          |
    | 2023-3-5 2:30 PM          |            | 2023-03-05 14:30 |
    | 2023-3-5 2:30pm           |            | 2023-03-05 14:30 |
    | 2023/3/5 下午 2:30        |            | 2023-03-05 14:30 |
    | 2023-3-5 12:15 AM         |            | 2023-03-05 00:15 |
    | 2023年3月5日下午2点30分   |            | 2023-03-05 14:30 |
    | 2023年3月5日 14时30分     |            | 2023-03-05 14:30 |
    | 2023年3月5日14:30         |            | 2023-03-05 14:30 |
    | 2023年3月5日下午两点半    |            | 2023-03-05 14:30 |
    | 2023年3月5日上午十点      |            | 2023-03-05 10:00 |
    | 2023年3月5日上午10点一刻  |            | 2023-03-05 10:15 |
    | 2023年3月5日晚上8点       |            | 2023-03-05 20:00 |
    | 2023年3月5日中午12点      |            | 2023-03-05 12:00 |
    | 2023年3月5日中午1点       |            | 2023-03-05 13:00 |
    | 2023年3月5日晚上12点      |            | ambiguous        |
    | 2023年3月5日周日下午3点   |            | 2023-03-05 15:00 |
    | ２０２３－３－５　１４：３０ |         | 2023-03-05 14:30 |
    | 20230305 1430             |            | notADay          |
    | 2023.3.5 10:15-11:30      |            | 2023-03-05 10:15 |
    | 2023.3.5 10：15～11：30   |            | 2023-03-05 10:15 |
    | 10:15-11:30               | 2023-03-05 | 2023-03-05 10:15 |
    | 2023-3-5 10.15            |            | 2023-03-05 10:15 |
    | 2023年3月5日 10.15        |            | 2023-03-05 10:15 |
    | 2023-3-5 10.75            |            | noSuchDay        |
    | 2023-03-05T10:15:00+08:00 |            | 2023-03-05 10:15 |
    | 2023-03-05T10:15:00+00:00 |            | notADay          |
    | 202303051430              |            | 2023-03-05 14:30 |
    | 2023-3-5                  |            | 2023-03-05 00:00 |
    | 44990.604166666664        |            | 2023-03-05 14:30 |
    | 3月5日 14:30              |            | 2026-03-05 14:30 |
    | 上午10:00                 | 2023-03-05 | 2023-03-05 10:00 |
    | 14:30                     | 2023-03-05 | 2023-03-05 14:30 |
    | 下午3点半                 | 2023-03-05 | 2023-03-05 15:30 |
    | 上午10:00                 |            | notADay          |
    | 2023-3-5 25:00            |            | noSuchDay        |
    | 2023-3-5 14:70            |            | noSuchDay        |
    | 2023-2-30 14:30           |            | noSuchDay        |
    | 2023-3-5 上午13:00        |            | noSuchDay        |
  `),
  )("$written ($head) is $moment", ({ written = "", head, moment: expected }) => {
    expect(momentShown(written, head)).toBe(expected);
  });

  test("a time of day as Excel keeps it takes the sheet's day", () => {
    expect(momentShown(0.4375, "2023-03-05")).toBe("2023-03-05 10:30");
  });
});

describe("law: every spelling of a day reads back as the day", () => {
  const fullWidth = (text: string): string =>
    text.replace(/[0-9./:-]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
  const spellings: ReadonlyArray<(y: string, m: string, d: string) => string> = [
    (y, m, d) => `${y}-${m.padStart(2, "0")}-${d.padStart(2, "0")}`,
    (y, m, d) => `${y}.${m}.${d}`,
    (y, m, d) => `${y}/${m}/${d}`,
    (y, m, d) => `${y}-${m}-${d}`,
    (y, m, d) => `${y}年${m}月${d}日`,
    (y, m, d) => `${y} 年 ${m} 月 ${d} 日`,
    (y, m, d) => `${y}年${m}月${d}号`,
    (y, m, d) => `${y}${m.padStart(2, "0")}${d.padStart(2, "0")}`,
  ];
  const times: ReadonlyArray<readonly [string, string]> = [
    ["", "00:00"],
    [" 14:30", "14:30"],
    [" 下午2点30分", "14:30"],
    [" 上午9:05", "09:05"],
    [" 0:00:00", "00:00"],
  ];
  const anyDay = fc.integer({ min: 0, max: 73_000 }).map((n) => addDays("1910-01-05" as CalendarDay, n));

  test("with and without time, half and full width", () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.constantFrom(...spellings),
        fc.constantFrom(...times),
        fc.boolean(),
        (day, spell, [time, clock], wide) => {
          const [y = "", m = "", d = ""] = day.split("-").map((part) => part.replace(/^0/u, ""));
          const text = spell(y, m, d) + time;
          const written = wide ? fullWidth(text) : text;
          expect(dayShown(written)).toBe(day);
          expect(momentShown(written)).toBe(`${day} ${clock}`);
        },
      ),
    );
  });

  test("serials, as numbers and as text", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const serial = serialOfDay(day);
        if (serial >= 100_000) return;
        expect(dayShown(serial)).toBe(day);
        if (serial >= 10_000) expect(dayShown(String(serial))).toBe(day);
      }),
    );
  });

  test("two-digit years from ninety years back to ten ahead", () => {
    fc.assert(
      fc.property(fc.integer({ min: -89 * 365, max: 10 * 365 }), (ahead) => {
        const day = addDays(today, ahead);
        const [y = "", m, d] = day.split("-").map(Number) as unknown as string[];
        const yy = String(Number(y) % 100).padStart(2, "0");
        expect(dayShown(`${yy}.${m}.${d}`)).toBe(day);
        expect(dayShown(`${yy}年${m}月${d}日`)).toBe(day);
      }),
    );
  });

  test("a day without a year is the latest that is not after today", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 364 }), (back) => {
        const day = addDays(today, -back);
        const [, m, d] = day.split("-").map(Number);
        expect(dayShown(`${m}月${d}日`)).toBe(day);
      }),
    );
  });

  test("any text at all is read or refused, never thrown", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^[0-9年月日点上下午:./ -]{0,14}$/u), fc.double()),
        (raw) => {
          const reading = readDay(raw, about);
          if (reading.ok) expect(daysBetween(reading.value, reading.value)).toBe(0);
        },
      ),
    );
  });
});

test.each([
  ["2023-3-10（第二次来）", true],
  ["2023年3月9日 下午", true],
  ["3月5日左右", true],
  ["2023.3.5补", true],
  ["2023.3.5(第1次)", true],
  ["2023.3.5 10:15-11:30", true],
  ["2023.3.5 10.15", false],
  ["2023/3/5/", false],
  ["2023-03-05", false],
  ["2023.3.5（周日）", false],
  ["2023/3/5下午3点半", false],
  ["3月5号上午10点", false],
])("'%s' says more than its day: %p", (written, more) => {
  expect(readMoment(written, about).ok).toBe(true);
  expect(saysMoreThanDay(written)).toBe(more);
});

import fc from "fast-check";
import {
  addDays,
  addMonths,
  type CalendarDay,
  calendarDay,
  dayOf,
  dayOfSerial,
  daysBetween,
  moment,
  momentOfSerial,
  serialOfDay,
  serialOfMoment,
  weekday,
} from "../../../src/domain/kit/calendar-day";
import { draw } from "../draw";

/** The platform's own calendar as the oracle. */
const byPlatform = (day: string): number =>
  Date.UTC(+day.slice(0, 4), +day.slice(5, 7) - 1, +day.slice(8)) / 86_400_000;
const first = byPlatform("1900-01-01");
const last = byPlatform("9999-12-31");
const anyDay = fc
  .integer({ min: first, max: last })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10) as CalendarDay);
const nearDay = fc
  .integer({ min: byPlatform("1950-01-01"), max: byPlatform("2100-12-31") })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10) as CalendarDay);
const anyMoment = fc
  .tuple(anyDay, fc.integer({ min: 0, max: 1439 }))
  .map(
    ([day, m]) => `${day} ${String(Math.floor(m / 60)).padStart(2, "0")}:${String(m % 60).padStart(2, "0")}`,
  );

describe("days that are and days that are not", () => {
  test.each(
    draw(`
    | text             | day        |
    | 2024-03-05       | 2024-03-05 |
    | 2024-02-29       | 2024-02-29 |
    | 2024-02-30       |            |
    | 2023-02-29       |            |
    | 1900-02-29       |            |
    | 2000-02-29       | 2000-02-29 |
    | 2024-13-01       |            |
    | 2024-00-10       |            |
    | 2024-04-31       |            |
    | 2024-3-5         |            |
    | 1899-12-31       |            |
    | 2024-03-05 14:30 |            |
    | ２０２４-03-05   |            |
  `),
  )("$text", ({ text = "", day }) => {
    expect(calendarDay(text) ?? "").toBe(day);
  });

  test.each(
    draw(`
    | text             | moment           |
    | 2024-03-05 14:30 | 2024-03-05 14:30 |
    | 2024-03-05 00:00 | 2024-03-05 00:00 |
    | 2024-03-05 24:00 |                  |
    | 2024-03-05 14:60 |                  |
    | 2024-02-30 14:30 |                  |
    | 2024-03-05       |                  |
  `),
  )("$text", ({ text = "", moment: expected }) => {
    expect(moment(text) ?? "").toBe(expected);
  });
});

describe("the calendar agrees with the platform's", () => {
  test("every day written is that day", () => {
    fc.assert(fc.property(anyDay, (day) => expect(calendarDay(day)).toBe(day)));
  });
  test("days between, days added, weekdays", () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(daysBetween(a, b)).toBe(byPlatform(b) - byPlatform(a));
        expect(addDays(a, daysBetween(a, b))).toBe(b);
        expect(weekday(a) % 7).toBe(new Date(`${a}T00:00:00Z`).getUTCDay());
      }),
    );
  });
  test("the calendar ends with 9999, and begins with 1900", () => {
    expect(addDays("9999-12-31" as CalendarDay, 1)).toBe("9999-12-31");
    expect(addDays("1900-01-03" as CalendarDay, -15)).toBe("1900-01-01");
  });
});

describe("months added", () => {
  test.each(
    draw(`
    | day        | months | result     |
    | 2024-01-31 | 1      | 2024-02-29 |
    | 2023-01-31 | 1      | 2023-02-28 |
    | 2024-03-31 | -1     | 2024-02-29 |
    | 2023-12-05 | 1      | 2024-01-05 |
    | 2024-01-05 | -1     | 2023-12-05 |
    | 2024-05-15 | 24     | 2026-05-15 |
    | 9999-12-05 | 1      | 9999-12-31 |
    | 1900-01-05 | -1     | 1900-01-01 |
  `),
  )("$day and $months months is $result", ({ day = "", months, result }) => {
    expect(addMonths(day as CalendarDay, Number(months))).toBe(result);
  });
  test("never run past the month meant", () => {
    fc.assert(
      fc.property(nearDay, fc.integer({ min: -600, max: 600 }), (day, months) => {
        const later = addMonths(day, months);
        const count = (d: string): number => +d.slice(0, 4) * 12 + +d.slice(5, 7);
        expect(count(later) - count(day)).toBe(months);
      }),
    );
  });
});

describe("serials of the 1900 system", () => {
  test.each(
    draw(`
    | day        | serial  |
    | 1900-01-01 | 1       |
    | 1900-02-28 | 59      |
    | 1900-03-01 | 61      |
    | 1970-01-01 | 25569   |
    | 2023-03-01 | 44986   |
    | 2024-03-05 | 45356   |
    | 9999-12-31 | 2958465 |
  `),
  )("$day is $serial", ({ day, serial }) => {
    expect(serialOfDay(day as CalendarDay)).toBe(Number(serial));
    expect(dayOfSerial(Number(serial))).toBe(day);
  });

  test.each([60, 60.5, 0, 0.5, -1, 2_958_466, Number.NaN, Number.POSITIVE_INFINITY])(
    "%p is no day",
    (serial) => {
      expect(dayOfSerial(serial)).toBeUndefined();
    },
  );

  test("there and back, days and minutes", () => {
    fc.assert(fc.property(anyDay, (day) => expect(dayOfSerial(serialOfDay(day))).toBe(day)));
    fc.assert(
      fc.property(anyMoment, (text) => {
        const at = moment(text);
        if (at === undefined) throw new Error(text);
        expect(momentOfSerial(serialOfMoment(at))).toBe(at);
        expect(dayOf(at)).toBe(text.slice(0, 10));
      }),
    );
  });

  test("seconds are dropped, rounding noise is not taken for a second", () => {
    expect(momentOfSerial(45356 + (14 * 3600 + 30 * 60 + 59) / 86_400)).toBe("2024-03-05 14:30");
    expect(momentOfSerial(45356 + (14 * 60 + 30) / 1440 - 1e-9)).toBe("2024-03-05 14:30");
  });
});

/** 季度进度 (forms.md 14): the quarter that is over, and the next one begun. */
import fc from "fast-check";
import { weeksOfQuarter } from "../../../src/domain/forms/progress";
import { formOf } from "../../../src/domain/forms/index";
import { addDays, type CalendarDay, dayOfSerial, serialOfDay } from "../../../src/domain/kit/calendar-day";
import { checkWorkbook } from "../../../src/domain/register/check-workbook";
import { quarterOf, startQuarter } from "../../../src/domain/register/quarter";
import { housePolicies } from "../../../src/domain/register/policies";
import type { RawCell, Register } from "../../../src/domain/register/register";
import type { SiteBook } from "../../../src/domain/register/site";
import { say } from "../../../src/domain/register/wording";
import { draw } from "../draw";
import { bookOf, firstRow } from "./book-of";

const start = "2024-01-01" as CalendarDay;
const homes = [3, 4, 5];

const salesOf = (units: RawCell): RawCell => (typeof units === "number" ? units * 300_000 : null);

const bookWith = (
  units: readonly RawCell[] = homes,
  quarterStart: CalendarDay | undefined = start,
): SiteBook => {
  const weeks = Array.from({ length: weeksOfQuarter }, (_, week) => ({
    plannedUnits: units[week] ?? null,
    plannedSales: salesOf(units[week] ?? null),
  }));
  const base = bookOf({ progress: weeks }, { policies: { ...housePolicies, quarterStart } });
  const settingLines: Register = {
    form: formOf("settingLines"),
    sheet: "设置",
    firstRow,
    count: 2,
    columns: new Map<string, readonly RawCell[]>([
      ["name", ["项目", "季度起始日"]],
      ["value", ["示例花园", quarterStart === undefined ? null : serialOfDay(quarterStart)]],
      ["says", [null, null]],
    ]),
    missing: [],
    strangers: [],
  };
  return { ...base, registers: { ...base.registers, settingLines } };
};

const days = draw(`
  | start      | today      | last       | next       |
  | 2024-01-01 | 2024-01-01 | 2024-03-24 |            |
  | 2024-01-01 | 2024-03-24 | 2024-03-24 |            |
  | 2024-01-01 | 2024-03-25 | 2024-03-24 | 2024-03-25 |
  | 2024-01-01 | 2024-06-16 | 2024-03-24 | 2024-03-25 |
  | 2024-01-01 | 2024-06-17 | 2024-03-24 | 2024-06-17 |
  | 2024-01-01 | 2025-01-01 | 2024-03-24 | 2024-12-02 |
  | 2024-04-01 | 2024-03-25 | 2024-06-23 |            |
`);
test.each(days)("from $start, on $today: ends $last, next “$next”", (row) => {
  const quarter = quarterOf(bookWith(homes, row["start"] as CalendarDay), row["today"] as CalendarDay);
  expect(quarter).toMatchObject({ last: row["last"], units: 12, sales: 3_600_000 });
  expect(quarter?.next ?? "").toBe(row["next"]);
});

test("a quarter that is not set, or has no plan, is nobody's matter", () => {
  const later = "2024-09-01" as CalendarDay;
  expect(quarterOf(bookWith([]), later)).toBeUndefined();
  expect(quarterOf(bookWith(["/", ""]), later)).toBeUndefined();
  expect(quarterOf({ ...bookWith(), site: bookOf().site }, later)).toBeUndefined();
  expect(quarterOf(bookOf(), later)).toBeUndefined();
});

test("校验 says when the twelve weeks ended and what to do, at 季度起始日, and nothing before", () => {
  const saysOf = (on: string): readonly string[] =>
    checkWorkbook(bookWith(), on as CalendarDay)
      .filter(({ code }) => code === "quarterOver")
      .map((each) => say(each, "zh"))
      .map(({ where, says, remedy }) => `${where}：${says}。${remedy}`);
  expect(saysOf("2024-03-24")).toEqual([]);
  expect(saysOf("2024-03-25")).toEqual([
    "设置 第 6 行“季度起始日”：季度进度的十二周到 2024-03-24 已经过完，新成交不再算进去，计划还是那个季度的（12 户，3600000 元）。" +
      "请把季度起始日改为 2024-03-25（或新季度的第一天），在季度进度填新计划；经理也可在窗格“今日”点“开始新季度”",
  ]);
});

describe("开始新季度", () => {
  const today = "2024-03-25" as CalendarDay;
  const shownIn = (book: SiteBook) => {
    const shown = quarterOf(book, today);
    if (shown === undefined) throw new Error("no quarter");
    return shown;
  };
  const startOn = (book: SiteBook, clears: boolean, shown = shownIn(book), on = today) =>
    startQuarter(book, { shown, start: on, clears }, { today });

  test("the day is written, and the plan's figures go or stay; nothing else is touched", () => {
    const begun = { kind: "set", form: "settingLines", row: 6, key: "value", value: serialOfDay(today) };
    expect(startOn(bookWith(), false)).toMatchObject({ ok: true, changes: [begun] });
    const decided = startOn(bookWith(), true);
    expect(decided).toMatchObject({
      ok: true,
      changes: [
        begun,
        ...homes.flatMap((units, week) => [
          { form: "progress", row: 5 + week, key: "plannedUnits", was: units, value: null },
          { form: "progress", row: 5 + week, key: "plannedSales", was: units * 300_000, value: null },
        ]),
      ],
    });
  });

  test("where 设置 was changed already, the plan alone is cleared", () => {
    const moved = bookWith(homes, today);
    const decided = startOn(moved, true);
    expect(
      decided.ok && decided.changes.map((change) => `${change.kind} ${"form" in change ? change.form : ""}`),
    ).toEqual(Array.from({ length: 6 }, () => "set progress"));
  });

  test("what a colleague has entered or begun meanwhile is left alone", () => {
    const shown = shownIn(bookWith());
    for (const now of [bookWith([6, 6, 6]), bookWith(homes, today), bookWith([])]) {
      const decided = startOn(now, true, shown);
      expect(decided.ok ? [] : decided.problems.map(({ code }) => code)).toEqual(["quarterOutrun"]);
    }
  });

  test("a workbook without the line says so", () => {
    const book = bookWith();
    const { settingLines: _, ...registers } = book.registers;
    const decided = startOn({ ...book, registers }, false);
    expect(decided.ok ? [] : decided.problems.map(({ code }) => code)).toEqual(["settingLineMissing"]);
  });
});

test("the next quarter begins on a day after the last one, whole quarters on, and today lies in it", () => {
  fc.assert(
    fc.property(fc.integer({ min: 40_000, max: 50_000 }), fc.integer({ min: 0, max: 2000 }), (serial, on) => {
      const from = dayOfSerial(serial) as CalendarDay;
      const today = addDays(from, on);
      const quarter = quarterOf(bookWith(homes, from), today);
      const next = quarter?.next;
      if (next === undefined) expect(on).toBeLessThan(84);
      else {
        expect((serialOfDay(next) - serial) % 84).toBe(0);
        expect(next > (quarter?.last ?? "") && next <= today && today <= addDays(next, 83)).toBe(true);
      }
    }),
  );
});

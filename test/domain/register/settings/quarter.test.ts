/** 季度进度 (forms.md 14): the quarter that is over, and the next one begun. */
import fc from "fast-check";
import { weeksOfQuarter } from "../../../../src/domain/forms/progress";
import { formOf } from "../../../../src/domain/forms/index";
import { addDays, type CalendarDay, dayOfSerial, serialOfDay } from "../../../../src/domain/kit/calendar-day";
import { checkWorkbook } from "../../../../src/domain/register/check/check-workbook";
import { quarterOf, startQuarter } from "../../../../src/domain/register/settings/quarter";
import { housePolicies } from "../../../../src/domain/register/settings/policies";
import type { RawCell, Register } from "../../../../src/domain/register/register";
import type { SiteBook } from "../../../../src/domain/register/site";
import { say } from "../../../../src/domain/register/wording";
import { draw } from "../../draw";
import { bookOf, firstRow } from "../book-of";

const start = "2024-01-01" as CalendarDay;
const homes = [3, 4, 5];

const salesOf = (units: RawCell): RawCell => (typeof units === "number" ? units * 300_000 : null);

const bookWith = (
  units: readonly RawCell[] = homes,
  quarterStart: CalendarDay | undefined = start,
  plannedFrom: CalendarDay | undefined = quarterStart,
): SiteBook => {
  const weeks = Array.from({ length: weeksOfQuarter }, (_, week) => ({
    plannedUnits: units[week] ?? null,
    plannedSales: salesOf(units[week] ?? null),
  }));
  const base = bookOf({ progress: weeks }, { policies: { ...housePolicies, quarterStart, plannedFrom } });
  const settingLines: Register = {
    form: formOf("settingLines"),
    sheet: "设置",
    firstRow,
    count: 3,
    columns: new Map<string, readonly RawCell[]>([
      ["name", ["项目", "季度起始日", "计划所属季度"]],
      ["value", ["示例花园", ...[quarterStart, plannedFrom].map((day) => (day ? serialOfDay(day) : null))]],
      ["says", [null, null, null]],
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

const planned = draw(`
  | start      | plan made for | other      |
  | 2024-04-01 | 2024-04-01    |            |
  | 2024-04-01 | 2024-01-08    | 2024-01-08 |
  | 2024-04-01 | 2024-02-19    | 2024-02-19 |
  | 2024-04-01 | 2024-02-20    |            |
  | 2024-04-01 | 2024-04-08    |            |
  | 2024-04-01 | 2024-05-12    |            |
  | 2024-04-01 | 2024-05-13    | 2024-05-13 |
  | 2024-04-01 |               |            |
`);
test.each(planned)("季度起始日 $start, 计划所属季度 “$plan made for”: of “$other”", (row) => {
  const from = (row["plan made for"] || undefined) as CalendarDay | undefined;
  const base = bookWith(homes, row["start"] as CalendarDay);
  const policies = { ...base.site.policies, plannedFrom: from };
  const book = { ...base, site: { ...base.site, policies } };
  expect(quarterOf(book, "2024-04-02" as CalendarDay)?.plannedFrom ?? "").toBe(row["other"]);
});

test("校验 tells one thing at a time: a quarter that is over, though its plan was another's, and the cell it is about", () => {
  const was = "2023-10-09" as CalendarDay;
  const found = checkWorkbook(bookWith(homes, start, was), "2024-03-25" as CalendarDay);
  expect(found.filter(({ code }) => ["quarterOver", "planOfOtherQuarter"].includes(code))).toMatchObject([
    { code: "quarterOver", row: 6, caption: "季度起始日", value: start },
  ]);
});

test("校验 says whose the plan is, at 计划所属季度, where 季度起始日 was changed and the plan was not", () => {
  const [was, now] = ["2024-01-01", "2024-03-25"] as CalendarDay[];
  const said = checkWorkbook(bookWith(homes, now, was), now ?? start)
    .filter(({ code }) => code === "planOfOtherQuarter")
    .map((each) => say(each, "zh"))
    .map(({ where, says, remedy }) => `${where}：${says}。${remedy}`);
  expect(said).toEqual([
    "设置 第 7 行“计划所属季度”：季度起始日已是 2024-03-25，季度进度的计划（12 户，3600000 元）还是 2024-01-01 那个季度的，不与实际相比。" +
      "请在季度进度填新计划，再把计划所属季度改为 2024-03-25；计划照旧的，只改计划所属季度；经理也可在窗格“今日”选",
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
    const line = { kind: "set", form: "settingLines", key: "value", value: serialOfDay(today) };
    const begun = [
      { ...line, row: 6 },
      { ...line, row: 7 },
    ];
    expect(startOn(bookWith(), false)).toMatchObject({ ok: true, changes: begun });
    const decided = startOn(bookWith(), true);
    expect(decided).toMatchObject({
      ok: true,
      changes: [
        ...begun,
        ...homes.flatMap((units, week) => [
          { form: "progress", row: 5 + week, key: "plannedUnits", was: units, value: null },
          { form: "progress", row: 5 + week, key: "plannedSales", was: units * 300_000, value: null },
        ]),
      ],
    });
  });

  const formsOf = (decided: ReturnType<typeof startOn>): unknown =>
    decided.ok && decided.changes.map((change) => `${change.kind} ${"form" in change ? change.form : ""}`);
  const sixFigures = Array.from({ length: 6 }, () => "set progress");

  test("where 设置 was changed already, the plan is cleared, or stays, and is the new quarter's", () => {
    expect(formsOf(startOn(bookWith(homes, today), true))).toEqual(sixFigures);
    const moved = bookWith(homes, today, start);
    expect(formsOf(startOn(moved, true))).toEqual(["set settingLines", ...sixFigures]);
    expect(startOn(moved, false)).toMatchObject({
      changes: [{ form: "settingLines", row: 7, value: serialOfDay(today) }],
    });
  });

  test("a workbook of a former version, which does not say whose the plan is, begins a quarter too", () => {
    const book = bookWith();
    const lines = book.registers.settingLines;
    if (lines === undefined) throw new Error("no 设置");
    const former: SiteBook = {
      ...book,
      site: { ...book.site, policies: { ...book.site.policies, plannedFrom: undefined } },
      registers: { ...book.registers, settingLines: { ...lines, count: 2 } },
    };
    expect(formsOf(startOn(former, true))).toEqual(["set settingLines", ...sixFigures]);
  });

  test("what a colleague has entered or begun meanwhile is left alone", () => {
    const shown = shownIn(bookWith());
    const others = [
      bookWith([6, 6, 6]),
      // As many homes, in other weeks.
      bookWith([5, 4, 3]),
      bookWith(homes, today),
      bookWith([]),
      bookWith(homes, start, today),
    ];
    for (const now of others) {
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

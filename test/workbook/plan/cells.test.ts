import fc from "fast-check";
import {
  area,
  computed,
  day,
  digits,
  lines,
  mobile,
  moment,
  money,
  tickOne,
  wholeNumber,
} from "../../../src/domain/form/field";
import { addDays, type CalendarDay, momentAt } from "../../../src/domain/kit/calendar-day";
import { answerOf, cellOf, numberFormatOf } from "../../../src/workbook/plan/cells";

const someDay = fc.integer({ min: 0, max: 60_000 }).map((n) => addDays("1930-01-01" as CalendarDay, n));

test.each([
  [day("日期"), "2024-03-05", 45356, "yyyy-mm-dd"],
  [day("日期"), "/", "/", "yyyy-mm-dd"],
  [day("日期"), "2024-02-30", "2024-02-30", "yyyy-mm-dd"],
  [moment("时间"), "2024-03-05 12:00", 45356.5, "yyyy-mm-dd hh:mm"],
  [wholeNumber("年龄", 1, 120), 34, 34, "0"],
  [money("总价"), 123456.78, 123456.78, "#,##0.00"],
  [area("面积"), "/", "/", "#,##0.00"],
  [mobile("手机"), "138 0379 1234", "138 0379 1234", "@"],
  [digits("邮编", 6), "047100", "047100", "@"],
  [tickOne("户型", "layout"), "3/2", "3/2", "@"],
  [lines("洽谈"), "=1+1", "=1+1", "@"],
  [computed("状态", "sheet", "text"), "今日", "今日", "General"],
  [computed("级别", "program", "text"), "A", "A", "@"],
] as const)("%j: %j stands as %j, shown as %j", (field, answer, cell, format) => {
  expect(cellOf(field, answer)).toBe(cell);
  expect(numberFormatOf(field)).toBe(format);
});

test("a day comes back as it went in", () => {
  fc.assert(
    fc.property(someDay, (each) => {
      expect(answerOf(day("日期"), cellOf(day("日期"), each))).toBe(each);
    }),
  );
});

test("so does a moment, to the minute", () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: 0, max: 1439 }), (each, minutes) => {
      const at = momentAt(each, minutes);
      expect(answerOf(moment("时间"), cellOf(moment("时间"), at))).toBe(at);
    }),
  );
});

test("an empty cell is no answer", () => {
  expect(answerOf(day("日期"), null)).toBeUndefined();
  expect(answerOf(day("日期"), "")).toBeUndefined();
});

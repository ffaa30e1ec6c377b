/** Lines of 设置 by name: wherever they stand, whatever blanks are in their captions, the users' own left out. */
import { settingLineOf, settingLinesOf } from "../../../../src/domain/register/settings/setting-lines";
import { progress } from "../../../../src/domain/forms/progress";
import { settingLines } from "../../../../src/domain/forms/settings";
import type { RawCell, Register } from "../../../../src/domain/register/register";
import { bookOf } from "../book-of";

const lines = (...names: readonly RawCell[]): Register => ({
  form: settingLines,
  sheet: settingLines.sheet,
  firstRow: 5,
  count: names.length,
  columns: new Map([["name", names]]),
  missing: [],
  strangers: [],
});

test("a line is found by its caption; of two alike the first counts; the users' own are nobody's", () => {
  const register = lines("判客政策", "我的一行", " 季度起始日　", "季度起始日", null);
  const held = { registers: { ...bookOf({}).registers, settingLines: register } };
  expect(settingLinesOf(held).map(({ key, index }) => [key, index])).toEqual([
    ["ownership", 0],
    ["quarterStart", 2],
    ["quarterStart", 3],
  ]);
  expect(settingLineOf(held, "quarterStart")?.index).toBe(2);
  expect(settingLineOf(held, "today")).toBeUndefined();
  expect(settingLinesOf({ registers: {} })).toEqual([]);
});

test("季度进度 says how a quarter begins with the pane and without", () => {
  expect(progress.note).toMatch(/“季度起始日”.*“开始新季度”/u);
});

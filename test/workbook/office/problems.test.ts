import type { FormKey } from "../../../src/domain/forms/index";
import { type Problem, problem } from "../../../src/domain/register/problem";
import type { Model } from "../../../src/excel-host/model/model";
import { clearMarks, markFill, markProblems } from "../../../src/workbook/office/mark-problems";
import { recordProblems } from "../../../src/workbook/office/record-problems";
import { modelOf, sitDown } from "./desk";
import { plainSite } from "./plain-site";

const visitors = Array.from({ length: 12 }, (_, at) => ({
  clientId: `LY-ZS0${at + 10}`,
  name: "张三",
  mobile: "123",
}));
const site = (): Promise<Model> => modelOf(plainSite({ filled: { visitors } }));

const wrong = (row: number, key: "mobile" | "name" = "mobile", form: FormKey = "visitors"): Problem =>
  problem("mobileDigits", {
    form,
    sheet: "来访登记",
    row,
    key,
    caption: "手机",
    value: "123",
    facts: { raw: "123", digits: 3 },
  });

const fillAt = (model: Model, row: number, column = 8) => model.look("来访登记", row - 1, column).fill;
const marked = (model: Model, column = 8): number[] =>
  Array.from({ length: 20 }, (_, at) => at + 5).filter((row) => fillAt(model, row, column) === markFill);

test("cells are marked, and get back the fill they had", async () => {
  const model = await site();
  sitDown(model);
  await model.userFormats("来访登记", { top: 6, left: 8, bottom: 7, right: 8 }, { fill: "#00FF00" });
  const hint: Problem = { ...wrong(12), severity: "hint" };
  expect(await markProblems([wrong(5), wrong(6), wrong(7), wrong(9), wrong(9, "name"), hint])).toBe(3);
  expect([marked(model), marked(model, 3)]).toEqual([[5, 6, 7, 9], [9]]);
  await clearMarks();
  expect([marked(model), marked(model, 3)]).toEqual([[], []]);
  expect([fillAt(model, 6), fillAt(model, 7), fillAt(model, 8)]).toEqual([undefined, "#00FF00", "#00FF00"]);
  await clearMarks();
});

test("marking anew takes the old marks off, from any machine", async () => {
  const model = await site();
  const [mine, theirs] = [sitDown(model), sitDown(model, { colleague: true })];
  await mine.at(() => markProblems([wrong(5), wrong(6)]));
  await theirs.at(() => markProblems([wrong(6), wrong(8)]));
  expect(marked(model)).toEqual([6, 8]);
});

test("marks are found after rows have moved, and a user's own colour is left", async () => {
  const model = await site();
  sitDown(model);
  await markProblems([wrong(6), wrong(7), wrong(10)]);
  await model.userInsertsTableRows("Visitors", 0, 2);
  await model.userFormats("来访登记", { top: 11, left: 8, bottom: 11, right: 8 }, { fill: "#123456" });
  await clearMarks();
  expect(marked(model)).toEqual([]);
  expect(fillAt(model, 12)).toBe("#123456");
});

test("thousands of marks and records take few round trips below 5 MB", async () => {
  const many = Array.from({ length: 6000 }, (_, at) => ({ name: "张三", mobile: String(at) }));
  const model = await modelOf(plainSite({ filled: { visitors: many } }));
  const desk = sitDown(model);
  // Every other row, so that no two lie together.
  const problems = Array.from({ length: 3000 }, (_, at) => wrong(5 + at * 2));
  await markProblems(problems);
  const marking = desk.traffic();
  expect(marking.requests).toBeLessThanOrEqual(4);
  expect(marking.bytes / marking.requests).toBeLessThan(5 * 1024 * 1024);
  expect(marked(model)).toEqual([5, 7, 9, 11, 13, 15, 17, 19, 21, 23]);
  await recordProblems(problems);
  const recording = desk.traffic();
  expect(recording.requests).toBeLessThanOrEqual(4);
  expect(recording.bytes / recording.requests).toBeLessThan(5 * 1024 * 1024);
  expect(model.workbook.sheets.find(({ name }) => name === "校验结果")?.tables[0]?.area).toMatchObject({
    top: 3,
    bottom: 3003,
  });
});

const results = (model: Model, rows: number) =>
  model.cells("校验结果", { top: 4, left: 0, bottom: 3 + rows, right: 7 });

test("校验结果 is written anew every time, with a link to the cell", async () => {
  const model = await site();
  sitDown(model);
  await recordProblems([wrong(5), wrong(6), wrong(7)]);
  expect(results(model, 4).map(([severity, rule, , row]) => [severity, rule, row])).toEqual([
    ["错误", "R2", 5],
    ["错误", "R2", 6],
    ["错误", "R2", 7],
    [null, null, null],
  ]);
  expect(results(model, 1)[0]).toEqual([
    "错误",
    "R2",
    "来访登记",
    5,
    "手机",
    "“123”有 3 位，手机号应为 11 位",
    "请核对是多了还是少了数字",
    expect.objectContaining({ formula: `=HYPERLINK("#'来访登记'!I5","来访登记!I5")` }),
  ]);
  await recordProblems([wrong(9)]);
  expect(results(model, 2).map(([, , , row]) => row)).toEqual([9, null]);
  await recordProblems([wrong(9), wrong(10)]);
  expect(results(model, 3).map(([, , , row]) => row)).toEqual([9, 10, null]);
  await recordProblems([]);
  expect(
    results(model, 2)
      .flat()
      .every((cell) => cell === null),
  ).toBe(true);
  const table = model.workbook.sheets.find(({ name }) => name === "校验结果")?.tables[0];
  expect(table?.area).toMatchObject({ top: 3, bottom: 4 });
});

test("without 校验结果 it is refused by name", async () => {
  const model = await site();
  sitDown(model);
  await model.userDeletesSheet("校验结果");
  await expect(recordProblems([wrong(5)])).rejects.toMatchObject({ code: "tableMissing", where: "校验结果" });
});

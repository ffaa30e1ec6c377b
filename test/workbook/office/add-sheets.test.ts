import type { Book, Sheet, Table } from "../../../src/book/book";
import type { Model } from "../../../src/excel-host/model/model";
import { addSheets } from "../../../src/workbook/office/add-sheets";
import { generated, generatedMark, isGenerated } from "../../../src/workbook/plan/generated-sheet";
import { charted } from "../../xlsx/charted";
import { bareSheet } from "../../xlsx/every-feature";
import { type Desk, impatient, intercept, modelOf, sitDown } from "./desk";

const sheet = (name: string, text: string, more: Partial<Sheet> = {}): Sheet => ({
  ...bareSheet,
  name,
  blocks: [{ at: "A1", rows: [[text], ["列"], [1]] }],
  ...more,
});

const tableNamed = (name: string): Table => ({
  name,
  range: "A2:A3",
  columns: [{ name: "列" }],
  style: "TableStyleLight9",
  bandedRows: true,
  filterButtons: false,
});

const table = (name: string): Partial<Sheet> => ({ tables: [tableNamed(name)] });

const site: Book = {
  names: [{ name: "今天", refersTo: "=首页!$A$3" }],
  sheets: [
    sheet("首页", "首页"),
    generated(sheet("来访卡", "旧卡", table("Cards"))),
    sheet("日报", "用户自己的"),
    sheet("Plan", "用户自己的"),
    generated(sheet("报告", "旧报告")),
    generated(sheet("藏", "旧藏", { visibility: "veryHidden" })),
  ],
};

const doing = "打印来访登记卡";
let model: Model;
let desk: Desk;
beforeEach(async () => {
  model = await modelOf(site);
  desk = sitDown(model);
});

const tabs = (): readonly string[] => model.workbook.sheets.map(({ name }) => name);
const titleOf = (name: string): unknown =>
  model.cells(name, { top: 0, left: 0, bottom: 0, right: 0 })[0]?.[0];
const run = { patience: impatient() };

test("new sheets come last, marked, charts and breaks with them, the first of them in front; three requests", async () => {
  desk.traffic();
  const steps: (readonly [number, number])[] = [];
  await addSheets(charted.sheets, doing, { progress: (done, of) => steps.push([done, of]) });
  expect(tabs()).toEqual(["首页", "来访卡", "日报", "Plan", "报告", "藏", "季度进度", "a b-图", "卡片"]);
  expect(model.selection().sheet).toBe("季度进度");
  const added = model.toBook().sheets.slice(6);
  expect(added.map(isGenerated)).toEqual([true, true, true]);
  expect(added.map(({ charts }) => charts)).toEqual(charted.sheets.map(({ charts }) => charts));
  expect(added[2]?.print?.pageBreaks).toEqual([10, 20]);
  expect(desk.traffic().requests).toBe(3);
  expect(steps).toEqual([
    [1, 3],
    [2, 3],
    [3, 3],
  ]);
});

test("ours of the same name give way, each at its place, whatever their case, tables and hiding", async () => {
  await addSheets(
    [
      sheet("报告", "新报告"),
      sheet("藏", "新藏"),
      sheet("来访卡", "新卡", table("cards")),
      sheet("新来的", "新"),
    ],
    doing,
  );
  expect(tabs()).toEqual(["首页", "来访卡", "日报", "Plan", "报告", "藏", "新来的"]);
  expect(["来访卡", "日报", "报告", "藏"].map(titleOf)).toEqual(["新卡", "用户自己的", "新报告", "新藏"]);
  expect(model.toBook().sheets.flatMap(({ tables }) => tables.map(({ name }) => name))).toEqual(["cards"]);
  expect(model.selection().sheet).toBe("报告");
});

test("made again and again, nothing is left of the last time", async () => {
  for (const text of ["一", "二", "三"]) await addSheets([sheet("来访卡", text, table("Cards"))], doing);
  expect(tabs()).toEqual(["首页", "来访卡", "日报", "Plan", "报告", "藏"]);
  expect(titleOf("来访卡")).toBe("三");
});

test("a generated sheet that the user renamed is the user's to keep", async () => {
  await model.userRenamesSheet("来访卡", "三月的卡");
  await addSheets([sheet("来访卡", "新卡")], doing);
  expect(tabs()).toEqual(["首页", "三月的卡", "日报", "Plan", "报告", "藏", "来访卡"]);
});

test.each<[string, Sheet, string]>([
  ["a sheet of the user's own", sheet("日报", "新"), "日报"],
  ["the same in other capitals", sheet("PLAN", "新"), "Plan"],
  ["a table elsewhere", sheet("新来的", "新", table("CARDS")), "Cards"],
  ["a name of the workbook", sheet("新来的", "新", table("今天")), "今天"],
])("refuses where %s is in the way, and touches nothing", async (_what, wanted, where) => {
  const before = model.toBook();
  await expect(addSheets([sheet("报告", "新报告"), wanted], doing)).rejects.toMatchObject({
    code: "nameTaken",
    doing,
    where,
  });
  expect(model.toBook()).toEqual(before);
});

/** Excel's number for "something went wrong". */
const failure = 5001;

test.each([
  ["the building", 2],
  ["the end", 3],
])("what Excel refuses at %s leaves the workbook as it was", async (_when, request) => {
  const before = model.toBook();
  intercept(desk, (each) => Promise.resolve(each === request ? failure : undefined));
  await expect(
    addSheets([sheet("报告", "新报告"), sheet("来访卡", "新卡", table("Cards"))], doing, { run }),
  ).rejects.toMatchObject({ name: "WorkbookRefused" });
  expect(model.toBook()).toEqual(before);
});

test("a batch that breaks off in the middle is taken back", async () => {
  const before = model.toBook();
  // No table can be named like a cell: found out when the first sheet is built already.
  const wrong = sheet("来访卡", "新卡", table("A1"));
  await expect(addSheets([sheet("报告", "新报告"), wrong], doing, { run })).rejects.toMatchObject({
    name: "WorkbookRefused",
  });
  expect(model.toBook()).toEqual(before);
});

test("nothing to add asks nothing", async () => {
  desk.traffic();
  await addSheets([], doing);
  expect(desk.traffic().requests).toBe(0);
});

test("marking twice is marking once", () => {
  const once = generated(sheet("卡", "卡"));
  expect(generated(once)).toBe(once);
  expect(once.names?.map(({ name }) => name)).toEqual([generatedMark]);
});

test("whoever stops it between two requests finds the workbook as it was", async () => {
  const before = model.toBook();
  const stopped = new Error("stopped");
  const progress = (done: number, of: number): void => {
    if (done > 1 && done < of) throw stopped;
  };
  await expect(addSheets([sheet("报告", "新报告")], doing, { progress, run })).rejects.toBe(stopped);
  expect(model.toBook()).toEqual(before);
});

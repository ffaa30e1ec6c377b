import type { Book, Sheet, Table } from "../../../src/book/book";
import type { Model } from "../../../src/excel-host/model/model";
import { addGrowingSheets, type Growing, type Piece } from "../../../src/workbook/office/growing-sheets";
import { generated, isGenerated } from "../../../src/workbook/plan/generated-sheet";
import { bareSheet } from "../../xlsx/every-feature";
import { type Desk, impatient, intercept, modelOf, sitDown } from "./desk";

const table = (name: string, rows: number): Table => ({
  name,
  range: `A2:B${rows + 2}`,
  columns: [{ name: "案场" }, { name: "电话" }],
  style: "TableStyleLight1",
  bandedRows: false,
  filterButtons: true,
});

/** 0 is row 1. */
const firstRow = 2;

const register = (name: string, text: string, rows: number): Sheet => ({
  ...bareSheet,
  name,
  blocks: [
    { at: "A1", rows: [[text]] },
    { at: "A2", rows: [["案场", "电话"]] },
  ],
  looks: [{ range: "A:A", look: { numberFormat: "@" } }],
  tables: [table(`T${name}`, rows)],
});

const summary: Sheet = { ...bareSheet, name: "汇总" };

const standing: Book = {
  names: [],
  sheets: [
    { ...bareSheet, name: "自己的", blocks: [{ at: "A1", rows: [["用户自己的"]] }] },
    generated(register("来访登记", "上次的", 1)),
    generated(register("来电登记", "上次的来电", 1)),
    { ...bareSheet, name: "成交报告", blocks: [{ at: "A1", rows: [["用户的成交"]] }] },
  ],
};

const doing = "写入汇总";
let model: Model;
let desk: Desk;
beforeEach(async () => {
  model = await modelOf(standing);
  desk = sitDown(model);
});

const tabs = (): readonly string[] => model.workbook.sheets.map(({ name }) => name);
const valuesOf = (name: string): unknown =>
  model
    .toBook()
    .sheets.find((sheet) => sheet.name === name)
    ?.blocks.flatMap(({ rows }) => rows);

/** `pieces` one after the other, then the summary and a table over them. */
const growing = (pieces: readonly (readonly Piece[])[], between?: (at: number) => void): Growing => ({
  sheets: [summary, register("来访登记", "这次的", 9), register("等级跟踪", "空的", 9)],
  leaving: ["来访登记", "来电登记", "成交报告"],
  grow: async (put) => {
    for (const [at, each] of pieces.entries()) {
      between?.(at);
      await put(each);
    }
    const rows = pieces.flat().reduce((sum, piece) => sum + piece.rows.length, 0);
    return [
      { ...summary, blocks: [{ at: "A1", rows: [[`${rows} 行`]] }] },
      { ...bareSheet, name: "来访登记", tables: [table("T来访登记", rows)] },
    ];
  },
});

const piece = (from: number, rows: number): Piece => ({
  sheet: "来访登记",
  top: firstRow + from,
  rows: Array.from({ length: rows }, (_, at) => [`0${from + at}`, `=${from + at}`]),
});

test("rows stand where they were put, as texts, under a table as long as they are; what was there gives way", async () => {
  await addGrowingSheets(growing([[piece(0, 3)], [], [piece(3, 2)]]), doing);
  expect(tabs()).toEqual(["自己的", "来访登记", "成交报告", "汇总"]);
  const { tables, blocks } = model.toBook().sheets.find(({ name }) => name === "来访登记")!;
  expect(tables).toMatchObject([{ name: "T来访登记", range: "A2:B7" }]);
  expect(blocks.flatMap(({ rows }) => rows)).toEqual([
    ["这次的", null],
    ["案场", "电话"],
    ...["00", "01", "02", "03", "04"].map((text, at) => [text, `=${at}`]),
  ]);
  expect(valuesOf("汇总")).toEqual([["5 行"]]);
  expect(
    model
      .toBook()
      .sheets.filter(isGenerated)
      .map(({ name }) => name),
  ).toEqual(["来访登记", "汇总"]);
  expect(model.selection().sheet).toBe("汇总");
  // Again, over what was made.
  await addGrowingSheets(growing([[piece(0, 1)]]), doing);
  expect(tabs()).toEqual(["自己的", "来访登记", "成交报告", "汇总"]);
  expect(valuesOf("汇总")).toEqual([["1 行"]]);
});

test("a request for each half megabyte, none of them near the 5 MB Excel takes", async () => {
  const rows = 3000;
  const long = "客户说要再想想，下周带家人来看。".repeat(8);
  const wide: Piece = {
    sheet: "来访登记",
    top: firstRow,
    rows: Array.from({ length: rows }, (_, at) => [`${at}`, long]),
  };
  const estimated = JSON.stringify(wide.rows).length * 3;
  const requests: number[] = [];
  desk.traffic();
  await addGrowingSheets(
    growing([[wide]], () => {
      requests.push(desk.traffic().requests);
    }),
    doing,
  );
  const { requests: after, bytes } = desk.traffic();
  expect(requests).toEqual([2]);
  // The putting, and two to end with; a request holds its batch but for less than one piece.
  expect(after).toBeLessThanOrEqual(2 + Math.ceil(estimated / 750_000));
  expect(after).toBeGreaterThan(3);
  expect(bytes / after).toBeLessThan(1_000_000);
});

/** Excel's number for "something went wrong". */
const failure = 5001;

test.each([
  ["the beginning", 2],
  ["the rows", 4],
  ["the lists", 5],
  ["the end", 6],
])("what Excel refuses at %s leaves the workbook as it was", async (_when, request) => {
  const before = model.toBook();
  let asked = 0;
  intercept(desk, (each) => {
    asked = each;
    return Promise.resolve(each === request ? failure : undefined);
  });
  const run = { patience: impatient() };
  await expect(
    addGrowingSheets(growing([[piece(0, 3)], [piece(3, 2)]]), doing, { run }),
  ).rejects.toMatchObject({ name: "WorkbookRefused" });
  expect(asked).toBeGreaterThan(request);
  expect(model.toBook()).toEqual(before);
});

test.each([0, 1, 2])("stopped before the rows of part %i, the workbook is as it was", async (at) => {
  const before = model.toBook();
  const stop = new AbortController();
  const pieces = [[piece(0, 3)], [piece(3, 2)], [piece(5, 2)]];
  await expect(
    addGrowingSheets(
      growing(pieces, (now) => {
        if (now === at) stop.abort();
      }),
      doing,
      { signal: stop.signal },
    ),
  ).rejects.toMatchObject({ name: "AbortError" });
  expect(model.toBook()).toEqual(before);
});

test("what fails while the rows are made leaves the workbook as it was", async () => {
  const before = model.toBook();
  const broken = growing([[piece(0, 3)], [piece(3, 2)]], (at) => {
    if (at === 1) throw new Error("a file");
  });
  await expect(addGrowingSheets(broken, doing)).rejects.toThrow("a file");
  expect(model.toBook()).toEqual(before);
});

test("a cell being edited in the middle delays the rows, and none is lost or doubled", async () => {
  // 5004: a cell is being edited.
  intercept(desk, (each) => Promise.resolve(each === 4 ? 5004 : undefined));
  const run = { patience: impatient() };
  await addGrowingSheets(growing([[piece(0, 3)], [piece(3, 2)]]), doing, { run });
  expect(run.patience.waited).toHaveLength(1);
  expect(valuesOf("来访登记")).toHaveLength(7);
});

test("taking back waits for a busy Excel and says so, as the writing does", async () => {
  const before = model.toBook();
  intercept(desk, (each) => Promise.resolve([failure, 5004][each - 4]));
  const run = { patience: impatient() };
  await expect(
    addGrowingSheets(growing([[piece(0, 3)], [piece(3, 2)]]), doing, { run }),
  ).rejects.toMatchObject({ name: "WorkbookRefused" });
  expect(run.patience.waited).toEqual(["cellBeingEdited"]);
  expect(model.toBook()).toEqual(before);
});

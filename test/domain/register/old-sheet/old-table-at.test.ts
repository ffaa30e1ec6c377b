/** The header row as people point at it. */
import type { OldCells } from "../../../../src/domain/register/old-sheet/old-cells";
import { oldTableAt } from "../../../../src/domain/register/old-sheet/old-tables";
import type { RawCell } from "../../../../src/domain/register/register";

const cells = (rows: readonly (readonly RawCell[])[], more: Partial<OldCells> = {}): OldCells => ({
  sheet: "表",
  rows,
  firstRow: 3,
  merges: [],
  ...more,
});

test("a row that nobody would take for headers, with its cells, merged days and totals below it", () => {
  const table = oldTableAt(
    cells(
      [
        ["2023年"],
        [null, "谁", "几号", "哪个号"],
        [null, "张三", "3月5日", "13803791234"],
        [null, "李四", null, "13803791235"],
        [null, "合计", 2],
      ],
      { merges: [{ top: 2, left: 2, bottom: 3, right: 2 }] },
    ),
    4,
    "visitors",
  );
  expect(table).toMatchObject({
    form: "visitors",
    headerRow: 4,
    firstColumn: 2,
    headers: ["谁", "几号", "哪个号"],
    rows: [
      { row: 5, cells: ["张三", "3月5日", "13803791234"] },
      { row: 6, cells: ["李四", "3月5日", "13803791235"], original: ["李四", null, "13803791235"] },
    ],
    setAside: [{ row: 7, why: "subtotal" }],
  });
});

const two = cells([
  ["日期", "姓名", "电话"],
  ["3月5日", "张三", "13803791234"],
  [],
  ["来电登记"],
  ["来电时间", "姓名", "手机"],
  ["3月6日", "李四", "13803791235"],
]);

test("a row that was found to be headers is that table, as of the form people say", () => {
  expect(oldTableAt(two, 3, "deals")).toMatchObject({ form: "deals", headerRow: 3, rows: [{ row: 4 }] });
  expect(oldTableAt(two, 7, "calls")).toMatchObject({ form: "calls", headerRow: 7, rows: [{ row: 8 }] });
});

test("another row ends where the next table's title begins; a blank one, or one beyond the sheet, is none", () => {
  const beside = cells([
    ["甲", "乙"],
    ["1", "2"],
    ["来电登记"],
    ["来电时间", "姓名", "手机"],
    ["3月6日", "李四", "1"],
  ]);
  expect(oldTableAt(beside, 3, "visitors")?.rows.map(({ row }) => row)).toEqual([4]);
  expect(oldTableAt(two, 5, "visitors")).toBeUndefined();
  expect(oldTableAt(two, 99, "visitors")).toBeUndefined();
});

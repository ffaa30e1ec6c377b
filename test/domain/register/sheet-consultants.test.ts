/** 收编: a sheet a consultant. */
import type { Mapping } from "../../../src/domain/register/old-cells";
import { consultantsBySheet } from "../../../src/domain/register/sheet-consultants";

const roster = ["李娜", "王强", "欧阳静"].map((name) => ({ name, active: true, group: "" }));

const names: Mapping = [{ use: "blank", key: "name" }];
const withWho: Mapping = [...names, { use: "blank", key: "consultant" }];

const table = (sheet: string, mapping: Mapping = names, who: string | null = null) => ({
  table: { sheet, rows: [{ row: 2, cells: ["张三", who], original: [] }] },
  mapping,
});

const found = (...sheets: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    consultantsBySheet(
      sheets.map((sheet) => table(sheet)),
      roster,
    ),
  );

test.each([
  [["李娜", "王强"], { 李娜: "李娜", 王强: "王强" }],
  [["李娜"], { 李娜: "李娜" }],
  [["李娜来访登记", "来访登记"], { 李娜来访登记: "李娜" }],
  [["2023-李娜", "欧阳静（来访）"], { "2023-李娜": "李娜", "欧阳静（来访）": "欧阳静" }],
  [["李娜", "已离职-周婷"], { 李娜: "李娜", "已离职-周婷": "周婷" }],
  [["赵敏", "司马相如"], { 赵敏: "赵敏", 司马相如: "司马相如" }],
  // Nobody's name, or not all of them.
  [["周婷"], {}],
  [["周婷", "来访登记"], {}],
  [["周一", "周二"], {}],
  [["高层", "万科城"], {}],
  [["Sheet1", "李娜"], { 李娜: "李娜" }],
  [["李娜王强"], {}],
] as const)("%p: %p", (sheets, expected) => {
  expect(found(...sheets)).toEqual(expected);
});

test("a column that says whose the rows are is asked first; an empty one says nothing", () => {
  expect(consultantsBySheet([table("李娜", withWho, "王强")], roster).size).toBe(0);
  expect(consultantsBySheet([table("李娜", withWho, null)], roster).get("李娜")).toBe("李娜");
});

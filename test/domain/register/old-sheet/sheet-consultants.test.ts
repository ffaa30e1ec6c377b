/** 收编: a sheet or a table a consultant. */
import type { Mapping } from "../../../../src/domain/register/old-sheet/old-cells";
import { consultantsNamed } from "../../../../src/domain/register/old-sheet/sheet-consultants";

const roster = ["李娜", "王强", "欧阳静"].map((name) => ({ name, active: true, group: "" }));

const names: Mapping = [{ use: "blank", key: "name" }];
const withWho: Mapping = [...names, { use: "blank", key: "consultant" }];

const table = (
  sheet: string,
  mapping: Mapping = names,
  who: string | null = null,
  titles: readonly string[] = [],
) => ({
  table: { sheet, titles, rows: [{ row: 2, cells: ["张三", who], original: [] }] },
  mapping,
});

const found = (...sheets: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [
      ...consultantsNamed(
        sheets.map((sheet) => table(sheet)),
        roster,
      ),
    ].map(([{ sheet }, { name }]) => [sheet, name]),
  );

test.each([
  [["李娜", "王强"], { 李娜: "李娜", 王强: "王强" }],
  [["李娜"], { 李娜: "李娜" }],
  [["李娜来访登记", "来访登记"], { 李娜来访登记: "李娜" }],
  [["2023-李娜", "欧阳静（来访）"], { "2023-李娜": "李娜", "欧阳静（来访）": "欧阳静" }],
  [["李娜", "已离职-周婷"], { 李娜: "李娜", "已离职-周婷": "周婷" }],
  [["赵敏", "司马相如"], { 赵敏: "赵敏", 司马相如: "司马相如" }],
  [["來訪（王強）", "來訪登記"], { "來訪（王強）": "王强" }],
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
  expect(consultantsNamed([table("李娜", withWho, "王强")], roster).size).toBe(0);
  const empty = table("李娜", withWho, null);
  expect(consultantsNamed([empty], roster).get(empty.table)).toEqual({
    name: "李娜",
    by: "sheet",
    text: "李娜",
  });
});

describe("titles", () => {
  /** Tables of one sheet, each under its title. */
  const titled = (...titles: readonly string[]): readonly (string | undefined)[] => {
    const tables = titles.map((title) => table("Sheet1", names, null, title.split("\n")));
    const named = consultantsNamed(tables, roster);
    return tables.map((each) => named.get(each.table)?.name);
  };

  test.each([
    [["来访登记（李娜）"], ["李娜"]],
    [["来访客户登记表——王强 2023年"], ["王强"]],
    [["洛阳花园\n来访登记（李娜）"], ["李娜"]],
    [["李娜来访登记表"], ["李娜"]],
    [
      ["来访登记（李娜）", "来访登记（王强）"],
      ["李娜", "王强"],
    ],
    [
      ["来访登记（李娜）", "来访登记（周婷）"],
      ["李娜", "周婷"],
    ],
    // Who is on no roster, or signs the sheet.
    [["来访登记（周婷）"], [undefined]],
    [
      ["来访登记（李娜）", "来访登记"],
      ["李娜", undefined],
    ],
    [
      ["来访登记 周婷", "来访登记 赵敏"],
      [undefined, undefined],
    ],
    [["来访登记 案场经理：王强"], [undefined]],
    [["项目：洛阳花园（李娜） 制表：王强"], ["李娜"]],
    [["来访登记（李娜、王强）"], [undefined]],
    [
      ["来访登记（一期）", "来访登记（高层）"],
      [undefined, undefined],
    ],
  ] as const)("%p: %p", (titles, expected) => {
    expect(titled(...titles)).toEqual(expected);
  });

  test("the title is nearer to the rows than the sheet's name", () => {
    const here = table("王强", names, null, ["来访登记（李娜）"]);
    expect(consultantsNamed([here], roster).get(here.table)).toEqual({
      name: "李娜",
      by: "title",
      text: "来访登记（李娜）",
    });
  });
});

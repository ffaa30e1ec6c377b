/** R14: damage of every kind, made as people make it; found, repaired in place, nothing lost. */
import { parseArea } from "../../../src/book/address";
import type { Book, Cell, Sheet } from "../../../src/book/book";
import type { Model } from "../../../src/excel-host/model/model";
import { inspect } from "../../../src/workbook/office/inspect";
import { repair } from "../../../src/workbook/office/repair";
import { type Damage, damagesOf } from "../../../src/workbook/plan/damage";
import type { ProblemCode } from "../../../src/domain/register/wording";
import { siteBook, plan } from "./damaged";
import { modelOf, sitDown } from "./desk";

const sheetOf = (book: Book, name: string): Sheet => {
  const sheet = book.sheets.find((each) => each.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
};

const tableOf = (model: Model, name: string) => {
  for (const sheet of model.toBook().sheets)
    for (const table of sheet.tables) {
      const area = parseArea(table.range);
      if (table.name === name && area) return { sheet: sheet.name, table, area };
    }
  throw new Error(`no table ${name}`);
};

/** Cells of a table by caption; formulas are left out. */
const records = (model: Model, name: string): Readonly<Record<string, readonly Cell[]>> => {
  const { sheet, table, area } = tableOf(model, name);
  const cells = model.cells(sheet, { ...area, top: area.top + 1 });
  return Object.fromEntries(
    table.columns.flatMap((column, at) =>
      column.formula === undefined ? [[column.name, cells.map((row) => row[at] ?? null)]] : [],
    ),
  );
};

/** What stands in a sheet, places aside: the table, formulas, rules and colours as the plan has them. */
const planned = (book: Book, sheet: string) => {
  const { tables, validations, highlights } = sheetOf(book, sheet);
  const text = (each: unknown): string => JSON.stringify(each, Object.keys(each as object).sort());
  return {
    tables: tables
      .map(({ name, columns }) => ({ name, columns: columns.filter((each) => each.name !== "我的列") }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    validations: validations.map((each) => JSON.stringify(each.rule) + each.range).sort(),
    highlights: highlights.map((each) => text(each) + each.formula).sort(),
  };
};

interface Case {
  readonly what: string;
  readonly sheet: string;
  readonly table: string;
  readonly make: (model: Model) => Promise<unknown>;
  readonly code: ProblemCode;
  /** Cells that the damage itself changed. */
  readonly changed?: Readonly<Record<string, readonly Cell[]>>;
}

const paste = (model: Model, sheet: string, top: number, left: number, cells: readonly (readonly Cell[])[]) =>
  model.userEdits({ sheet, top, left, cells }, { from: "pasted" });

const cases: readonly Case[] = [
  {
    what: "a column of the table deleted",
    sheet: "来访登记",
    table: "Visitors",
    make: (model) => model.userDeletesTableColumn("Visitors", "性别"),
    code: "columnMissing",
    changed: { 性别: [null, null, null, null] },
  },
  {
    what: "a whole column of the sheet deleted, with the title",
    sheet: "等级跟踪",
    table: "Grades",
    make: (model) => model.userDeletesColumns("等级跟踪", 0, 1),
    code: "columnMissing",
  },
  {
    what: "a computed column deleted that others need",
    sheet: "等级跟踪",
    table: "Grades",
    make: (model) => model.userDeletesTableColumn("Grades", "最近跟进"),
    code: "columnMissing",
  },
  {
    what: "a column deleted of a table beside others",
    sheet: "定金回款",
    table: "Receipts",
    make: (model) => model.userDeletesColumns("定金回款", 5, 1),
    code: "columnMissing",
    changed: { 金额: [null, null] },
  },
  {
    what: "a column renamed to a wording people use",
    sheet: "来访登记",
    table: "Visitors",
    make: (model) => paste(model, "来访登记", 3, 3, [["姓名"]]),
    code: "columnRenamed",
  },
  {
    what: "a column renamed to anything, its contents telling what it is",
    sheet: "来访登记",
    table: "Visitors",
    make: (model) => paste(model, "来访登记", 3, 8, [["打这个"]]),
    code: "columnRenamed",
  },
  {
    what: "a column moved",
    sheet: "来访登记",
    table: "Visitors",
    make: (model) => model.userMovesTableColumn("Visitors", "客户姓名", 9),
    code: "columnMoved",
  },
  {
    what: "a column moved that formulas refer to, beside other tables",
    sheet: "定金回款",
    table: "Receipts",
    make: (model) => model.userMovesTableColumn("Receipts", "金额", 1),
    code: "columnMoved",
  },
  {
    what: "a formula overwritten",
    sheet: "等级跟踪",
    table: "Grades",
    make: (model) => paste(model, "等级跟踪", 5, 3, [["手填的名字"]]),
    code: "formulaOverwritten",
  },
  {
    what: "formulas erased",
    sheet: "等级跟踪",
    table: "Grades",
    make: (model) => paste(model, "等级跟踪", 6, 15, [[null], [null]]),
    code: "formulaErased",
  },
  {
    what: "a column's formula changed",
    sheet: "等级跟踪",
    table: "Grades",
    make: (model) =>
      paste(
        model,
        "等级跟踪",
        4,
        15,
        [1, 2, 3, 4].map(() => ["=1+1"]),
      ),
    code: "formulaChanged",
  },
  {
    what: "a drop-down gone",
    sheet: "来访登记",
    table: "Visitors",
    make: (model) =>
      model.userClearsRules("来访登记", { top: 4, bottom: 1048575, left: 4, right: 4 }, "validations"),
    code: "validationGone",
  },
  {
    what: "a drop-down gone from some rows",
    sheet: "来访登记",
    table: "Visitors",
    make: (model) =>
      model.userClearsRules("来访登记", { top: 5, bottom: 6, left: 4, right: 4 }, "validations"),
    code: "validationGone",
  },
  {
    what: "colours gone",
    sheet: "等级跟踪",
    table: "Grades",
    make: (model) =>
      model.userClearsRules("等级跟踪", { top: 0, bottom: 1048575, left: 0, right: 40 }, "highlights"),
    code: "highlightsGone",
  },
  {
    what: "rows typed under a blank one",
    sheet: "来访登记",
    table: "Visitors",
    make: (model) =>
      paste(model, "来访登记", 9, 0, [
        ["LY-QQ001", 46000, "王芳", "钱七", "男", null, null, null, "13803791299"],
      ]),
    code: "rowsOutside",
    changed: {
      客户编号: ["LY-ZS001", "LY-ZS002", "LY-ZS003", "LY-ZS004", null, "LY-QQ001"],
      客户姓名: ["张三", "李四", "王五", "赵六", null, "钱七"],
      手机: ["13803791200", "13803791201", "13803791202", "13803791203", null, "13803791299"],
    },
  },
  {
    what: "a table made plain cells",
    sheet: "来访登记",
    table: "Visitors",
    make: (model) => model.userConvertsToRange("Visitors"),
    code: "tableIsRange",
  },
  {
    what: "a table made plain cells that formulas everywhere refer to",
    sheet: "等级跟踪",
    table: "Grades",
    make: (model) => model.userConvertsToRange("Grades"),
    code: "tableIsRange",
  },
  {
    what: "one of several tables of a sheet made plain cells",
    sheet: "定金回款",
    table: "Instalments",
    make: (model) => model.userConvertsToRange("Instalments"),
    code: "tableIsRange",
  },
];

const codes = (damages: readonly Damage[]): readonly string[] => damages.map(({ problem }) => problem.code);
const sure = (damages: readonly Damage[]) =>
  damages.filter((each) => each.sure).flatMap((each) => each.repair);

const withResize = { requirementSets: { ExcelApi: "1.14" } };

/** A column of the users' own at the right end, where there is room. */
const ownColumn = async (model: Model, table: string): Promise<void> => {
  const { sheet, area } = tableOf(model, table);
  if (sheet !== "定金回款") await paste(model, sheet, area.top, area.right + 1, [["我的列"], ["甲"], ["乙"]]);
};

test.each(cases)("$what: found, repaired in place, nothing lost", async (each) => {
  const { sheet, table, make, code, changed = {} } = each;
  const model = await modelOf(siteBook());
  sitDown(model, withResize);
  await ownColumn(model, table);
  const before = { ...records(model, table), ...changed };
  await make(model);
  const damages = damagesOf(await inspect(), plan());
  expect(codes(damages)).toContain(code);
  const { left } = await repair(sure(damages), plan());
  expect(codes(left)).toEqual([]);
  const after = records(model, table);
  for (const [caption, cells] of Object.entries(before))
    expect([caption, after[caption]?.slice(0, cells.length)]).toEqual([caption, cells]);
  expect(planned(model.toBook(), sheet)).toEqual(planned(siteBook(), sheet));
});

test("damage among users' own columns: theirs stay where they are", async () => {
  const model = await modelOf(siteBook());
  sitDown(model, withResize);
  await model.userInsertsColumns("来访登记", 4, 1);
  await paste(model, "来访登记", 3, 4, [["夹在中间"], ["丙"], ["丁"]]);
  expect(codes(damagesOf(await inspect(), plan(), { strict: true }))).toEqual([]);
  const before = records(model, "Visitors");
  await model.userDeletesTableColumn("Visitors", "年龄");
  await model.userMovesTableColumn("Visitors", "手机", 2);
  await model.userClearsRules("来访登记", { top: 0, bottom: 1048575, left: 0, right: 40 }, "validations");
  await model.userClearsRules("来访登记", { top: 0, bottom: 1048575, left: 0, right: 40 }, "highlights");
  const { left } = await repair(sure(damagesOf(await inspect(), plan())), plan());
  expect(codes(left)).toEqual([]);
  expect(damagesOf(await inspect(), plan(), { strict: true })).toEqual([]);
  const after = records(model, "Visitors");
  expect(after).toEqual({ ...before, 年龄: [null, null, null, null] });
  expect(Object.keys(after).indexOf("夹在中间")).toBe(4);
});

test("a workbook as planned has nothing wrong, and is looked at in one round trip", async () => {
  const desk = sitDown(await modelOf(siteBook()));
  expect(damagesOf(await inspect(), plan(), { strict: true })).toEqual([]);
  const { requests, bytes } = desk.traffic();
  expect(requests).toBe(1);
  expect(bytes).toBeLessThan(1_500_000);
});

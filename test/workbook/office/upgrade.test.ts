/** R14: a workbook of version 1, as that version built and filled it, becomes one of this version and loses nothing. */
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Book, Cell } from "../../../src/book/book";
import { parseArea } from "../../../src/book/address";
import type { Model } from "../../../src/excel-host/model/model";
import { inspect } from "../../../src/workbook/office/inspect";
import { openWorkbook } from "../../../src/workbook/office/open-workbook";
import { readStructure } from "../../../src/workbook/office/structure";
import { upgrade } from "../../../src/workbook/office/upgrade";
import { damagesOf } from "../../../src/workbook/plan/damage";
import { schemaVersion } from "../../../src/workbook/plan/ledger-sheet";
import { version2, version3 } from "../damaged-book";
import { plan, siteBook } from "./damaged";
import { intercept, modelOf, sitDown } from "./desk";

const version1 = (): Book =>
  JSON.parse(readFileSync(path.join(__dirname, "../../fixtures/version-1.json"), "utf8")) as Book;

const withResize = { requirementSets: { ExcelApi: "1.14" } };

/** Typed cells of every table, by table and caption. */
const typed = (model: Model): Readonly<Record<string, readonly Cell[]>> =>
  Object.fromEntries(
    model.toBook().sheets.flatMap(({ name, tables }) =>
      tables.flatMap((table) => {
        const area = parseArea(table.range);
        if (!area || table.name === "Problems") return [];
        const rows = model.cells(name, { ...area, top: area.top + 1 });
        return table.columns.flatMap((column, at) =>
          column.formula === undefined
            ? [[`${table.name} ${column.name}`, rows.map((row) => row[at] ?? null)] as const]
            : [],
        );
      }),
    ),
  );

const homeOf = (model: Model): string =>
  JSON.stringify(model.toBook().sheets.find(({ name }) => name === "首页")?.blocks ?? []);

const opened = async () => {
  const model = await modelOf(version1());
  const desk = sitDown(model, withResize);
  // A column of the users' own at the end of 来访登记, one among those of 成交报告, and a sheet.
  const edit = (sheet: string, top: number, left: number, cells: readonly (readonly Cell[])[]) =>
    model.userEdits({ sheet, top, left, cells }, { from: "pasted" });
  await edit("来访登记", 3, 31, [["我的列"], ["甲"], ["乙"]]);
  await model.userInsertsColumns("成交报告", 3, 1);
  await edit("成交报告", 3, 3, [["佣金"], [1200], [3400]]);
  await model.userAddsSheet("我的表");
  await edit("我的表", 0, 0, [["自己记的"]]);
  return { model, desk };
};

test("everything of this version is there afterwards, everything of before still is", async () => {
  const { model } = await opened();
  expect(await readStructure()).toMatchObject({ kind: "ours", version: 1 });
  // The former version works as it is, until somebody upgrades it.
  const { site } = await openWorkbook().read({}, "读取");
  expect(site.project).toBe("示例花园");
  const before = typed(model);
  const { left } = await upgrade(plan());
  expect(left.map(({ problem }) => [problem.code, problem.sheet, problem.caption])).toEqual([]);
  expect(await readStructure()).toMatchObject({
    kind: "ours",
    version: schemaVersion,
    absent: [],
    id: "示例-1",
  });
  expect(damagesOf(await inspect(), plan(), { strict: true })).toEqual([]);
  const after = typed(model);
  for (const [column, cells] of Object.entries(before))
    if (!column.startsWith("Meta")) expect([column, after[column]]).toEqual([column, cells]);
  expect(model.cells("我的表", { top: 0, left: 0, bottom: 0, right: 0 })).toEqual([["自己记的"]]);
  expect(model.toBook().sheets.filter(({ name }) => name.startsWith("首页")).length).toBe(1);
  const now = (await openWorkbook().read({}, "读取")).site;
  expect([now.project, now.place, now.areaCode, now.policy]).toEqual(["示例花园", "洛阳", "0379", "000"]);
  expect(now.policies.signWithin).toBeGreaterThan(0);
});

test("a workbook of version 3 has what each deal has brought in", async () => {
  const model = await modelOf(version3.reduce((book, blow) => blow(book), siteBook()));
  sitDown(model, withResize);
  expect(await readStructure()).toMatchObject({ kind: "ours", version: 3 });
  expect(damagesOf(await inspect(), plan(), { strict: true })).not.toEqual([]);
  const before = typed(model);
  expect(homeOf(model)).toContain("原来的算法");
  expect((await upgrade(plan())).left).toEqual([]);
  expect(homeOf(model)).toContain("<>已退房");
  expect(homeOf(model)).not.toContain("原来的算法");
  expect(await readStructure()).toMatchObject({ kind: "ours", version: schemaVersion });
  expect(damagesOf(await inspect(), plan(), { strict: true })).toEqual([]);
  const after = typed(model);
  for (const [column, cells] of Object.entries(before))
    if (!column.startsWith("Meta")) expect([column, after[column]]).toEqual([column, cells]);
});

test("a workbook of version 2 gets this version's formulas and rules; its highest numbers and rows stay", async () => {
  const model = await modelOf(version2.reduce((book, blow) => blow(book), siteBook()));
  sitDown(model, withResize);
  expect(await readStructure()).toMatchObject({ kind: "ours", version: 2 });
  const before = typed(model);
  expect(homeOf(model)).toContain("原来的算法");
  expect((await upgrade(plan())).left).toEqual([]);
  expect(await readStructure()).toMatchObject({ kind: "ours", version: schemaVersion });
  expect(damagesOf(await inspect(), plan(), { strict: true })).toEqual([]);
  expect(homeOf(model)).toContain("Receptions[");
  expect(homeOf(model)).not.toContain("原来的算法");
  const after = typed(model);
  for (const [column, cells] of Object.entries(before))
    if (!column.startsWith("Meta")) expect([column, after[column]]).toEqual([column, cells]);
});

test("twice is once", async () => {
  const { model } = await opened();
  await upgrade(plan());
  const once = model.toBook();
  await upgrade(plan());
  expect(model.toBook()).toEqual(once);
});

test.each([8, 20, 33])("interrupted at request %i and done again, it comes to the same", async (at) => {
  const { model, desk } = await opened();
  const before = typed(model);
  let asked = 0;
  intercept(desk, () => Promise.resolve(++asked === at ? 503 : undefined));
  await expect(upgrade(plan())).rejects.toBeDefined();
  expect((await readStructure()) as { version?: number }).toMatchObject({ version: 1 });
  const { left } = await upgrade(plan());
  expect(left).toEqual([]);
  const after = typed(model);
  for (const [column, cells] of Object.entries(before))
    if (!column.startsWith("Meta")) expect([column, after[column]]).toEqual([column, cells]);
  expect(model.toBook().sheets.filter(({ name }) => name.startsWith("首页")).length).toBe(1);
});

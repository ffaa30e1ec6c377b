/**
 * R14: a workbook of version 4, as that version built and filled it, gets 定金状态 (R5) between its columns. Beside it
 * stand 付款计划 and 按揭资料; they and what is the users' own move aside whole, in Excel as in a file.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { parseArea } from "../../../src/book/address";
import type { Book, Cell, Sheet } from "../../../src/book/book";
import type { Model } from "../../../src/excel-host/model/model";
import { readStructure } from "../../../src/workbook/office/structure";
import { upgrade } from "../../../src/workbook/office/upgrade";
import { damagesOf } from "../../../src/workbook/plan/damage";
import { schemaVersion } from "../../../src/workbook/plan/ledger-sheet";
import { nextUpgrade } from "../../../src/workbook/plan/upgrade";
import { inspectBook } from "../../../src/workbook/xlsx/inspect-workbook";
import { repairSiteFile } from "../../../src/workbook/xlsx/repair-site-file";
import { readBook } from "../../../src/xlsx/read-book";
import { writeBook } from "../../../src/xlsx/write";
import { cellsOf, lookAt, typed, version2, version3 } from "../damaged-book";
import { plan, siteBook } from "./damaged";
import { modelOf, sitDown } from "./desk";

const sheetName = "定金回款";
/** Of the users' own, in no table. */
const note = "第二季度另议";
const version4 = (): Promise<Book> =>
  readBook(new Uint8Array(readFileSync(path.join(__dirname, "../../fixtures/version-4.xlsx"))));

const edit = (model: Model, sheet: string, top: number, left: number, cells: readonly (readonly Cell[])[]) =>
  model.userEdits({ sheet, top, left, cells }, { from: "pasted" });

const sheetOf = (book: Book): Sheet => {
  const sheet = book.sheets.find(({ name }) => name === sheetName);
  if (sheet === undefined) throw new Error(`no ${sheetName}`);
  return sheet;
};
const headersOf = (book: Book, table: string): readonly string[] =>
  sheetOf(book)
    .tables.find(({ name }) => name === table)
    ?.columns.map(({ name }) => name) ?? [];

/** A formula by its own words, whatever it came to, however it spells its own row. */
const plainly = (cell: Cell | undefined): unknown =>
  typeof cell === "object" && cell !== null
    ? cell.formula.replaceAll("Receipts[[#This Row],[金额]]", "[@金额]")
    : (cell ?? null);

/** A table's column, header and all. */
const columnOf = (book: Book, table: string, caption: string): readonly unknown[] => {
  const sheet = sheetOf(book);
  const own = sheet.tables.find(({ name }) => name === table);
  const area = own && parseArea(own.range);
  const at = own?.columns.findIndex(({ name }) => name === caption) ?? -1;
  if (area === undefined || at < 0) return [];
  return cellsOf(sheet)
    .slice(area.top, area.bottom + 1)
    .map((line) => plainly(line[area.left + at]));
};

interface Case {
  readonly what: string;
  /** What users have done to it before. */
  readonly make?: (model: Model) => Promise<unknown>;
  /** Headers of 定金与回款 afterwards, from 收款人 on. */
  readonly after: string;
  /** Their columns of 定金与回款, by what they are called then: as they read afterwards. */
  readonly own?: Readonly<Record<string, readonly unknown[]>>;
}

const cases: readonly Case[] = [
  { what: "as it was built", after: "收款人 定金状态 客户拒签 财务核对 核对日期" },
  {
    what: "with a column of theirs at the table's end, right beside 付款计划",
    make: async (model) => {
      await model.userInsertsColumns(sheetName, 9, 1);
      await edit(model, sheetName, 3, 9, [["经手"], ["甲"], ["乙"]]);
    },
    after: "收款人 定金状态 客户拒签 财务核对 核对日期 经手",
    own: { 经手: ["经手", "甲", "乙", null, null, null, null, null] },
  },
  {
    what: "with a formula of theirs where the new column belongs",
    make: async (model) => {
      await model.userInsertsColumns(sheetName, 7, 1);
      const formula = { formula: "=Receipts[[#This Row],[金额]]*2" };
      await edit(model, sheetName, 3, 7, [["双倍"], ...Array.from({ length: 7 }, () => [formula])]);
    },
    after: "收款人 定金状态 客户拒签 双倍 财务核对 核对日期",
    own: {
      双倍: ["双倍", ...new Array<string>(7).fill("=[@金额]*2")],
    },
  },
  {
    what: "with a column of theirs of the same name",
    make: async (model) => {
      await model.userInsertsColumns(sheetName, 7, 1);
      await edit(model, sheetName, 3, 7, [["定金状态"], ["等款"], [null], ["/"]]);
    },
    after: "收款人 定金状态 客户拒签 定金状态（原） 财务核对 核对日期",
    own: { "定金状态（原）": ["定金状态（原）", "等款", null, "/", null, null, null, null] },
  },
];

const withTheirs: Case = {
  what: "with a column of theirs that says who refuses to sign",
  make: async (model) => {
    await model.userInsertsColumns(sheetName, 7, 1);
    await edit(model, sheetName, 3, 7, [["客户拒签"], ["是"], [null], ["否"]]);
  },
  after: "收款人 定金状态 客户拒签 财务核对 核对日期",
  own: { 客户拒签: ["客户拒签", "是", null, "否", null, null, null, null] },
};

const opened = async ({ make }: Case): Promise<Model> => {
  const model = await modelOf(await version4());
  await make?.(model);
  // Beside the tables, and what refers to them from elsewhere.
  const papers = sheetOf(model.toBook()).tables.find(({ name }) => name === "MortgagePapers");
  const area = parseArea(papers?.range ?? "");
  if (area === undefined) throw new Error("no 按揭资料");
  await edit(model, sheetName, area.top + 2, area.right + 3, [[note]]);
  await model.userAddsSheet("我的表");
  await edit(model, "我的表", 0, 0, [
    ["自己记的", { formula: "=SUM(Instalments[应收金额])" }, { formula: "=SUM(Receipts[金额])" }],
  ]);
  return model;
};

const asItShouldBe = (now: Book, before: Book, { after, own = {} }: Case): void => {
  expect(damagesOf(inspectBook(now), plan(), { strict: true })).toEqual([]);
  expect(headersOf(now, "Receipts").slice(6).join(" ")).toBe(after);
  for (const table of ["Instalments", "MortgagePapers"])
    expect(headersOf(now, table)).toEqual(headersOf(before, table));
  for (const [caption, cells] of Object.entries(own))
    expect([caption, columnOf(now, "Receipts", caption)]).toEqual([caption, cells]);
  const kept = typed(now);
  const renamed = (column: string): string =>
    own["定金状态（原）"] !== undefined && column === "Receipts 定金状态" ? `${column}（原）` : column;
  // 设置 has four lines more, and every other as it was.
  const lines = ["定金跟进天数", "退定最早天数", "退定最迟天数", "计划所属季度"].map((caption) =>
    Object.values(kept).reduce((at, cells) => Math.max(at, cells.indexOf(caption)), -1),
  );
  expect(Math.min(...lines)).toBeGreaterThan(0);
  const cellsNow = (column: string): readonly Cell[] =>
    (kept[renamed(column)] ?? []).filter((_, at) => !column.startsWith("Settings ") || !lines.includes(at));
  for (const [column, cells] of Object.entries(typed(before)))
    if (!column.startsWith("Meta")) expect([column, cellsNow(column)]).toEqual([column, cells]);
  // Their note is still beside 按揭资料.
  const [sheet, was] = [sheetOf(now), sheetOf(before)];
  const place = (of: Sheet): readonly (number | undefined)[] => {
    const area = parseArea(of.tables.find(({ name }) => name === "MortgagePapers")?.range ?? "");
    const row = cellsOf(of).findIndex((line) => line.includes(note));
    return [row, (cellsOf(of)[row]?.indexOf(note) ?? -1) - (area?.right ?? 0)];
  };
  expect(place(sheet)).toEqual(place(was));
  // Titles, notes and bands stand over their tables; widths and heads as a new workbook has them.
  if (Object.keys(own).length > 0) return;
  const planned = sheetOf(plan());
  const top = (of: Sheet): readonly string[] =>
    cellsOf(of)
      .slice(0, 4)
      .map((line) => JSON.stringify(line.map(plainly)).replace(/(?:,null)+\]$/u, "]"));
  expect(top(sheet)).toEqual(top(planned));
  const widths = (of: Sheet): readonly unknown[] =>
    [...of.columns].sort((a, b) => a.column - b.column).map(({ column, width }) => [column, width]);
  expect(widths(sheet)).toEqual(widths(planned));
  // The new column has no hole in the bands over it, nor in the title's row, whoever made it.
  const painted = (of: Sheet): readonly unknown[] =>
    [0, 1, 2, 3, 4].map((row) => {
      return [7, 8].map((column) => {
        const { fill, border, color } = lookAt(of, row, column);
        return [row, column, fill, border, color];
      });
    });
  expect(painted(sheet)).toEqual(painted(planned));
};

describe.each([...cases, withTheirs])("$what", (each) => {
  test("in Excel, of the oldest kind we know", async () => {
    const model = await opened(each);
    sitDown(model, { requirementSets: { ExcelApi: "1.9" } });
    expect(await readStructure()).toMatchObject({ kind: "ours", version: 4 });
    const before = model.toBook();
    expect((await upgrade(plan())).left).toEqual([]);
    expect(await readStructure()).toMatchObject({ kind: "ours", version: schemaVersion });
    const now = model.toBook();
    asItShouldBe(now, before, each);
    if (each.make) return;
    await upgrade(plan());
    expect(model.toBook()).toEqual(now);
  });

  test("in a file", async () => {
    const before = (await opened(each)).toBook();
    const repair = await repairSiteFile(await writeBook(before), plan());
    expect(repair).toMatchObject({ from: 4, isUpgraded: true, left: [] });
    const fixed = await repair.write("2026-11-22T08:30:00Z");
    asItShouldBe(await readBook(fixed), before, each);
    expect(await repairSiteFile(fixed, plan())).toMatchObject({ isUpgraded: false, isChanged: false });
  });
});

test.each([
  [2, version2],
  [3, version3],
])("from version %i the column comes before any formula asks for it", (version, former) => {
  const seen = inspectBook(former.reduce((book, blow) => blow(book), siteBook()));
  const [first, second, ...then] = nextUpgrade(version)?.repairs(seen, plan()) ?? [];
  expect(first).toEqual({ kind: "addColumn", form: "receipts", key: "depositStatus" });
  expect(second).toEqual({ kind: "addColumn", form: "receipts", key: "refused" });
  expect(then).toContainEqual({ kind: "restoreFormula", form: "grades", key: "nextDue", rows: "all" });
});

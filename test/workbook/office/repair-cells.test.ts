/** R14: formulas that stand in no table and names that lead elsewhere, found and put right, in Excel and in a file. */
import { cellAddress, parseArea } from "../../../src/book/address";
import type { Book, Cell } from "../../../src/book/book";
import { inspect } from "../../../src/workbook/office/inspect";
import { repair } from "../../../src/workbook/office/repair";
import { damagesOf } from "../../../src/workbook/plan/damage";
import { repairSiteFile } from "../../../src/workbook/xlsx/repair-site-file";
import { readBook } from "../../../src/xlsx/read-book";
import { writeBook } from "../../../src/xlsx/write";
import { cellsOf, changed } from "../damaged-book";
import { plan, siteBook } from "./damaged";
import { modelOf, sitDown } from "./desk";

const typed =
  (sheet: string, cells: Readonly<Record<string, Cell>>) =>
  (book: Book): Book =>
    changed(book, sheet, (each) => {
      const grid = cellsOf(each);
      for (const [at, cell] of Object.entries(cells)) {
        const area = parseArea(at);
        if (!area) throw new Error(at);
        (grid[area.top] ??= [])[area.left] = cell;
      }
      const width = Math.max(...grid.map((line) => line.length));
      const rows = grid.map((line) => Array.from({ length: width }, (_, at) => line[at] ?? null));
      return { ...each, blocks: [{ at: "A1", rows }] };
    });

const named =
  (name: string, refersTo: string) =>
  (book: Book): Book => ({
    ...book,
    names: book.names.map((each) => (each.name === name ? { name, refersTo } : each)),
  });

const cases = [
  ["今天 a fixed day", typed("设置", { B26: 46_000 }), "todayFixed 设置"],
  ["今天 another formula", typed("设置", { B26: { formula: "=TODAY()-7" } }), "todayFixed 设置"],
  [
    "现行周期 typed over, its grade too",
    typed("设置", { O5: "甲", P5: 30, Q6: null }),
    "paceOverwritten 设置",
  ],
  ["现行周期 without its captions", typed("设置", { O4: "x", R5: 9 }), "paceOverwritten 设置"],
  ["figures of 首页", typed("首页", { B6: 7, D6: 7, B3: null, P12: "x" }), "homeOverwritten 首页"],
  ["the line at the door of 首页", typed("首页", { AX10: 3, BB20: null, CJ48: "x" }), "homeOverwritten 首页"],
  ["现行周期 the table beside it", named("现行周期", "=设置!$J$5:$M$7"), "nameElsewhere 设置"],
  ["a list held to its rows", named("列表_认知途径", "=字典!$E$4:$E$6"), "nameElsewhere 设置"],
  ["the roster held to its rows", named("置业顾问", "=设置!$E$5:$E$6"), "nameElsewhere 设置"],
] as const;

const said = (damages: ReturnType<typeof damagesOf>): readonly string[] =>
  damages.map(({ problem }) => `${problem.code} ${problem.sheet}`);

/** All cells of the two sheets that have formulas outside tables, and what the names say. */
const standing = (book: Book) => ({
  names: new Map(book.names.map(({ name, refersTo }) => [name, refersTo])),
  cells: ["设置", "首页"].map((name) => {
    const sheet = book.sheets.find((each) => each.name === name);
    return cellsOf(sheet ?? plan().sheets[0]!).flatMap((line, row) =>
      line.flatMap((cell, column) =>
        cell === null ? [] : [[cellAddress(row, column), typeof cell === "object" ? cell.formula : cell]],
      ),
    );
  }),
});

test.each(cases)(
  "%s: found in Excel in one round trip and put right; users' cells stay",
  async (what, blow, found) => {
    const own = typed("设置", { W9: "我的备注" });
    const book = blow(own(siteBook()));
    const model = await modelOf(book);
    const desk = sitDown(model);
    desk.traffic();
    const damages = damagesOf(await inspect(), plan());
    expect(desk.traffic().requests).toBe(1);
    expect(said(damages)).toEqual([found]);
    if (what === "今天 a fixed day") expect(damages[0]?.problem.facts).toEqual({ cells: "B26“2025-12-09”" });
    const { left } = await repair(
      damages.flatMap((each) => each.repair),
      plan(),
    );
    expect(left).toEqual([]);
    const now = model.toBook();
    const wanted = standing(own(siteBook()));
    expect(standing(now).names).toEqual(wanted.names);
    const differing = standing(now).cells.flatMap((cells, sheet) => {
      const all = new Map(cells as [string, unknown][]);
      return (wanted.cells[sheet] ?? []).filter(([at, cell]) => all.get(String(at)) !== cell);
    });
    expect(differing.filter(([at]) => at !== "O4")).toEqual([]);
    expect(now.sheets.find(({ name }) => name === "首页")?.protection).toEqual(
      book.sheets.find(({ name }) => name === "首页")?.protection,
    );
  },
);

test.each(cases)("%s: the same in a file", async (_, blow, found) => {
  const own = typed("设置", { W9: "我的备注" });
  const repaired = await repairSiteFile(await writeBook(blow(own(siteBook()))), plan());
  expect(said(repaired.repaired)).toEqual([found]);
  expect(repaired.left).toEqual([]);
  const now = await readBook(await repaired.write("2026-11-22T08:30:00Z"));
  const again = await repairSiteFile(await writeBook(now), plan());
  expect([again.isChanged, again.left]).toEqual([false, []]);
  expect(cellsOf(now.sheets.find(({ name }) => name === "设置")!)[8]?.[22]).toBe("我的备注");
});

test("a column put into 设置, a row into 首页 and a list moved down are no damage: Excel's names and formulas follow", async () => {
  const model = await modelOf(siteBook());
  sitDown(model);
  await model.userInsertsColumns("设置", 13, 2);
  await model.userInsertsRows("字典", 1, 1);
  expect(damagesOf(await inspect(), plan())).toEqual([]);
});

test("a 首页 whose rows were moved and that lost formulas is only offered anew", async () => {
  const home = siteBook().sheets.find(({ name }) => name === "首页");
  const moved = changed(siteBook(), "首页", (sheet) => {
    const grid = cellsOf(home ?? sheet);
    grid.unshift([], ["我加的一行"]);
    (grid[7] ?? [])[1] = 7;
    const width = Math.max(...grid.map((line) => line.length));
    const rows = grid.map((line) => Array.from({ length: width }, (_, at) => line[at] ?? null));
    return { ...sheet, blocks: [{ at: "A1", rows }] };
  });
  const repaired = await repairSiteFile(await writeBook(moved), plan());
  expect(repaired.left).toMatchObject([{ sure: false, problem: { code: "homeIncomplete" } }]);
});

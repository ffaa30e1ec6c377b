/** `anchang adopt` of a sales office's lists of units: counted, composed, told from deals and from a board on the wall. */
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Cell } from "../../src/book/book";
import { adoptCommand } from "../../src/cli/adopt";
import { readSheets } from "../../src/xlsx/read";
import { readSiteFile } from "../../src/workbook/xlsx/site-file";
import { writeBook } from "../../src/xlsx/write";
import { heard, oldSheet } from "./old-sheets";
import { emptySite, today } from "./site-files";

const folder = mkdtempSync(path.join(tmpdir(), "anchang-units-"));
const at = (name: string): string => path.join(folder, name);
const [site, old, left, mapping] = [at("案场.xlsx"), at("旧销控.xlsx"), at("问题.xlsx"), at("列.json")];

const list: readonly (readonly Cell[])[] = [
  [
    "楼栋",
    "单元",
    "楼层",
    "房号",
    "户型",
    "建筑面积",
    "套内面积",
    "单价",
    "总价",
    "状态",
    "客户",
    "置业顾问",
  ],
  ["1号楼", "1单元", 3, "301", "3室2卫", 120.5, 98.2, 8000, 964000, "已售", "张三", "李娜"],
  ["1号楼", "1单元", 3, "02", "2室2卫", 89, 70, 8100, 720900, "未售", null, null],
  ["1号楼", "1单元", 4, "401", "3室2卫", 120.5, 98.2, 8050, 970025, "车位抵款", null, null],
  ["1号楼", "1单元", 4, "402", "2室2卫", 89, 70, 8150, 725350, "未售", null, null],
  ["1号楼", "1单元", 4, "402", "2室2卫", 89, 70, 8200, 729800, "未售", null, null],
];
const board: readonly (readonly Cell[])[] = [
  ["楼层", "01", "02", "03"],
  ["3F", "已售", "可售", "认购"],
  ["2F", "已售", "可售", "可售"],
  ["1F", "可售", "可售", "可售"],
];

const run = (json = false, form?: string): Promise<string> =>
  heard(() =>
    adoptCommand(old, {
      into: site,
      today,
      errors: left,
      mapping,
      json,
      ...(form === undefined ? {} : { form }),
    }),
  );

const units = async (key: string) =>
  (await readSiteFile(new Uint8Array(readFileSync(site)))).registers.units?.columns.get(key) ?? [];

test("units are counted before, written after, and the rows that are none listed; a board is said to be one", async () => {
  writeFileSync(site, await emptySite("units"));
  const before = readFileSync(site);
  writeFileSync(
    old,
    await writeBook({ names: [], sheets: [oldSheet("房源", list), oldSheet("2号楼", board)] }),
  );
  const said = await run();
  for (const each of [
    "房源（表头在第 1 行）当作销控表，共 5 行：3 行是新房源，0 行并入已有的房源，2 行有问题。",
    "“楼栋”“单元”“楼层”“房号”合成“房源编号”。",
    "留成自有列：套内面积、置业顾问。",
    "原表说有主、案场簿里没有成交报告的：状态 1 行（“已售”）。",
    "第 4 行　1号楼 1单元 401：状态“车位抵款”销控表里没有，先记“不可售”",
    "第 5 行　1号楼 1单元 402：没有收进：房源编号：原表里 1-1-402 写了几行（第 5、6 行），“单价”不一样。",
    "2号楼（第 1–4 行）：这是销控图：一层一行、一户一格，不是一行一套的房源表，没有收进。请在“销控”页用“批量生成房源”建好",
    "收编完：9 行里新建 3，并入 0，没有收进 6，不是记录 0。",
  ])
    expect(said).toContain(each);
  expect(said).not.toContain("成交报告，共");
  expect(await units("unitNo")).toEqual(["1-1-301", "1-1-0302", "1-1-401"]);
  expect(await units("status")).toEqual(["已售", "可售", "不可售"]);
  expect(await units("layout")).toEqual(["3/2", "2/2", "3/2"]);
  expect(await units("own:客户姓名")).toEqual(["张三", null, null]);
  expect(await units("own:备注")).toEqual([null, null, "原表“状态”：车位抵款"]);
  expect(await units("own:套内面积")).toEqual([98.2, 70, 98.2]);
  const { sheets } = await readSheets(new Uint8Array(readFileSync(left)));
  const texts = sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ value }) => value)));
  expect(texts).toEqual(expect.arrayContaining(["402", "房源", "2号楼", "3F"]));
  // Taken back as a whole: the file before is kept beside.
  const kept = readdirSync(folder).filter((name) => name.includes("收编前"));
  expect(kept.map((name) => readFileSync(at(name)).equals(before))).toEqual([true]);
});

test("the second time nothing is written, and the mapping is that of the first", async () => {
  const bytes = readFileSync(site);
  const again = JSON.parse(await run(true, "units")) as {
    readonly tables: readonly Record<string, unknown>[];
  };
  expect(again.tables).toMatchObject([
    {
      form: "units",
      keptMapping: true,
      taken: 0,
      joined: 3,
      already: 3,
      rejected: 2,
      fates: [{ unitNo: "1-1-301" }, { unitNo: "1-1-0302" }, {}, {}, {}],
    },
  ]);
  expect(readFileSync(site).equals(bytes)).toBe(true);
});

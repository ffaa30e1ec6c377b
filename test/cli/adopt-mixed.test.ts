/** `anchang adopt` of one register of visits and calls with later talks: what is said, written, and listed. */
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Cell } from "../../src/book/book";
import { adoptCommand } from "../../src/cli/adopt";
import { readSiteFile } from "../../src/workbook/xlsx/site-file";
import { writeBook } from "../../src/xlsx/write";
import { heard, oldSheet } from "./old-sheets";
import { emptySite, today } from "./site-files";

const folder = mkdtempSync(path.join(tmpdir(), "anchang-mixed-"));
const at = (name: string): string => path.join(folder, name);
const [site, old, left, mapping] = [at("案场.xlsx"), at("旧表.xlsx"), at("问题.xlsx"), at("列.json")];

const rows: readonly (readonly Cell[])[] = [
  ["日期", "类型", "客户姓名", "联系电话", "年龄", "置业顾问", "洽谈内容", "回访时间", "回访内容"],
  ["2023-03-05", "来电", "示例甲", "13803791234", 41, "李娜", "问价格", "2023-03-07", "微信发了户型图"],
  ["2023-03-06", "来访", "示例乙", "13803791237", 35, "李娜", "看沙盘", "2023-03-08", "说再考虑"],
  [null, null, null, null, null, null, null, "2023-03-10", "电话约周末"],
  ["2023-03-09", null, "示例丙", "13803791238", null, "李娜", "随便看看", null, null],
  ["2023-03-09", "抖音", "示例丁", "13803791239", null, "李娜", "留了言", null, null],
];
const sheet = oldSheet("来访来电登记", rows, {
  merges: ["A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:E4", "F3:F4", "G3:G4"],
});

const run = (json = false): Promise<string> =>
  heard(() => adoptCommand(old, { into: site, today, errors: left, mapping, json }));

const cells = async (form: "visitors" | "calls" | "followUps", key: string) =>
  (await readSiteFile(new Uint8Array(readFileSync(site)))).registers[form]?.columns.get(key) ?? [];

test("both registers are counted before, filled after, and the mapping knows the columns", async () => {
  writeFileSync(site, await emptySite("mixed"));
  writeFileSync(old, await writeBook({ names: [], sheets: [sheet] }));
  const said = await run();
  for (const each of [
    "照“类型”一行行分开：来访登记 2 行，来电登记 1 行，跟踪记录 1 行。",
    "行里写着的其他几次跟踪另记 3 条跟踪记录。",
    "没写来访还是来电、照来访登记收的：类型 1 行。请核对；不对请在旧表里写明，再收编。",
    "那边的登记表没有这些栏、原文抄进洽谈内容的：年龄 1 行（“41”）。",
    "跟踪没写方式、记成“电话”的：回访时间 1 行，请核对。",
    "收编完：5 行里新建 3，并入 1，没有收进 1，不是记录 0。",
  ])
    expect(said).toContain(each);
  expect(await cells("visitors", "name")).toEqual(["示例乙", "示例丙"]);
  expect(await cells("calls", "notes")).toEqual(["问价格\n原表“年龄”：41"]);
  expect(await cells("followUps", "notes")).toEqual([
    "问价格\n原表“年龄”：41",
    "看沙盘",
    "随便看看",
    "微信发了户型图",
    "说再考虑",
    "电话约周末",
  ]);
  expect(readFileSync(mapping, "utf8")).toContain('"comesBy"');

  const again = JSON.parse(await run(true)) as { readonly tables: readonly Record<string, unknown>[] };
  expect(again.tables).toMatchObject([
    {
      keptMapping: true,
      already: 4,
      talks: 3,
      rowsByForm: [
        { form: "visitors", rows: 2 },
        { form: "calls", rows: 1 },
        { form: "followUps", rows: 1 },
      ],
    },
  ]);
  expect(await cells("followUps", "notes")).toHaveLength(6);
});

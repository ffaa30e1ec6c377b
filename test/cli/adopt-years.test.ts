/** `anchang adopt` of a file that one year is said of and whose tabs go over its end. */
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { adoptCommand } from "../../src/cli/adopt";
import { readSiteFile } from "../../src/workbook/xlsx/site-file";
import { writeBook } from "../../src/xlsx/write";
import { heard, oldSheet } from "./old-sheets";
import { emptySite, today } from "./site-files";

const folder = mkdtempSync(path.join(tmpdir(), "anchang-years-"));
const at = (name: string): string => path.join(folder, name);
const [site, old] = [at("案场.xlsx"), at("2023来访登记.xlsx")];

const tab = (month: number) =>
  oldSheet(`${month}月`, [
    ["日期", "姓名", "手机", "置业顾问"],
    [`${month}月5日`, `示例${month}`, `138037900${10 + month}`, "李娜"],
  ]);

beforeAll(async () => {
  writeFileSync(old, await writeBook({ names: [], sheets: [11, 12, 1].map(tab) }));
  writeFileSync(site, await emptySite("years"));
});

const run = (more: Partial<Parameters<typeof adoptCommand>[1]>): Promise<string> =>
  heard(() => adoptCommand(old, { into: site, today, ...more }));
const asked = "日期没写年份，标题和文件名也看不准是哪一年；请写 --year 年份（最早一行的）。";

test("nobody knows of which year January is: nothing is taken before somebody has said it", async () => {
  expect((await run({ dryRun: true })).split(asked)).toHaveLength(4);
  // Nor where that tab is taken alone.
  expect((await run({ dryRun: true, sheet: "1月" })).split(asked)).toHaveLength(2);
  expect(JSON.parse(await run({ dryRun: true, json: true }))).toMatchObject({ taken: 0 });
});

test("the year said of November is gone on from", async () => {
  expect(await run({ year: "2023" })).not.toContain("没写年份");
  const { registers } = await readSiteFile(new Uint8Array(readFileSync(site)));
  expect(registers.visitors?.columns.get("visitDate")?.slice(0, 3)).toEqual([45235, 45265, 45296]);
});

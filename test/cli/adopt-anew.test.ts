/** The list of rows that were not taken: put right in its own cells, it is taken in as it stands. */
import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { adoptCommand } from "../../src/cli/adopt";
import { readSiteFile } from "../../src/workbook/xlsx/site-file";
import { editBook } from "../../src/xlsx/edit";
import { readSheets } from "../../src/xlsx/read";
import { writeBook } from "../../src/xlsx/write";
import { heard, oldSheet } from "./old-sheets";
import { emptySite, today } from "./site-files";

const folder = mkdtempSync(path.join(tmpdir(), "anchang-anew-"));
const at = (name: string): string => path.join(folder, name);
const bytesOf = (file: string): Uint8Array => new Uint8Array(readFileSync(at(file)));
const adopt = (old: string, into: string, errors: string): Promise<string> =>
  heard(() => adoptCommand(at(old), { into: at(into), errors: at(errors), today }));
/** As a person types into the cells of the list. */
const correct = async (list: string, as: string, cells: Readonly<Record<string, string>>): Promise<void> => {
  const set = Object.entries(cells).map(([cell, content]) => ({ at: cell, content }));
  writeFileSync(at(as), await editBook(bytesOf(list), [{ kind: "set", sheet: "未收-李娜", cells: set }]));
};
const rowsOf = async (file: string) =>
  (await readSheets(bytesOf(file))).sheets.map((sheet) => ({
    name: sheet.name,
    rows: sheet.rows.map(({ cells }) => cells.map(({ value }) => value)),
  }));

beforeAll(async () => {
  writeFileSync(at("案场.xlsx"), await emptySite("anew", ["李娜", "王强"]));
  const sheets = [
    oldSheet(
      "李娜",
      [
        ["2023年来访登记"],
        ["日期", "姓名", "手机", "领导批示"],
        ["3月5日", "示例甲", "13803790001", "重点"],
        [null, "示例乙", "1380379", "回访"],
        ["2月30日", "示例丙", "13803790003", null],
        ["小计", 3],
      ],
      { merges: ["A3:A4"] },
    ),
    oldSheet("备忘", [["今天开会"], ["明天培训"]]),
  ];
  writeFileSync(at("旧表.xlsx"), await writeBook({ names: [], sheets }));
});

test("corrected, its rows come in with year, consultant and own columns; what is no record is not asked about", async () => {
  copyFileSync(at("案场.xlsx"), at("甲.xlsx"));
  expect(await adopt("旧表.xlsx", "甲.xlsx", "问题.xlsx")).toContain("没有收进 2");
  await correct("问题.xlsx", "改好.xlsx", { G3: "13803790002", E4: "3月1日" });
  const said = await adopt("改好.xlsx", "甲.xlsx", "还有.xlsx");
  expect(said).toContain("2 行是新客户，0 行并入已有的客户，0 行有问题");
  expect(said).toContain("上次收编列出的、不是记录的行，不用再收：非记录-李娜、没认出-备忘。");
  expect(said).not.toMatch(/没有认出|（0 行|标题：/u);
  const { visitors } = (await readSiteFile(bytesOf("甲.xlsx"))).registers;
  const column = (key: string): unknown => visitors?.columns.get(key)?.slice(0, 3);
  expect([column("name"), column("mobile"), column("consultant"), column("own:领导批示")]).toEqual([
    ["示例甲", "示例丙", "示例乙"],
    ["138 0379 0001", "138 0379 0003", "138 0379 0002"],
    ["李娜", "李娜", "李娜"],
    ["重点", null, "回访"],
  ]);
  expect(await adopt("旧表.xlsx", "甲.xlsx", "再.xlsx")).toContain("并入 1，没有收进 2");
});

test("put right in part, its own list is as the first: one set of our captions, the old sheet and its row numbers", async () => {
  copyFileSync(at("案场.xlsx"), at("乙.xlsx"));
  await adopt("旧表.xlsx", "乙.xlsx", "一.xlsx");
  await correct("一.xlsx", "改一半.xlsx", { G3: "13803790002" });
  expect(await adopt("改一半.xlsx", "乙.xlsx", "二.xlsx")).toContain("没有收进 1");
  const [first] = await rowsOf("一.xlsx");
  const [second, more] = await rowsOf("二.xlsx");
  expect(more).toBeUndefined();
  expect([second?.name, second?.rows.slice(1)]).toEqual([first?.name, [first?.rows[1], first?.rows[3]]]);
});

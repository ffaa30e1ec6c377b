/** `anchang adopt` tells which rows became one client, and by what (R9). */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { adoptCommand } from "../../src/cli/adopt";
import { writeBook } from "../../src/xlsx/write";
import { heard, oldSheet } from "./old-sheets";
import { emptySite, today } from "./site-files";

const folder = mkdtempSync(path.join(tmpdir(), "anchang-one-"));
const at = (name: string): string => path.join(folder, name);
const headers = ["日期", "姓名", "手机", "置业顾问"];

/** 25 who came twice, in two sheets. */
const numbers = Array.from({ length: 25 }, (_, n) => n);
const day = (month: number) => (n: number) => [
  `2024-${month}-${n + 1}`,
  "示例甲",
  `138037900${String(n).padStart(2, "0")}`,
  "李娜",
];
const sheets = [
  oldSheet("上半年", [headers, ...numbers.map(day(3))]),
  oldSheet("下半年", [headers, ...numbers.map(day(9)), ["2024-9-30", "示例乙", "13803790099", "李娜"]]),
];

const told = async (json: boolean): Promise<string> => {
  writeFileSync(at("案场.xlsx"), await emptySite("one"));
  writeFileSync(at("旧表.xlsx"), await writeBook({ names: [], sheets }));
  return heard(() => adoptCommand(at("旧表.xlsx"), { into: at("案场.xlsx"), today, dryRun: true, json }));
};

test("the first of them, and how many there are", async () => {
  const said = await told(false);
  expect(said).toMatch(
    / {2}几行合成一位新客户的，共 25 位，请核对：\n {4}示例甲（LY-[A-Z]{2}001）上半年第 2 行、下半年第 2 行（138 0379 0000）\n/u,
  );
  expect(said).toContain("    ……还有 5 位，用 --json 全部列出\n");
});

test("all of them for programs", async () => {
  const { oneClient } = JSON.parse(await told(true)) as { readonly oneClient: readonly unknown[] };
  expect(oneClient).toHaveLength(25);
  expect(oneClient[24]).toMatchObject({
    name: "示例甲",
    rows: [
      { sheet: "上半年", row: 26 },
      { sheet: "下半年", row: 26 },
    ],
    shared: ["138 0379 0024"],
  });
});

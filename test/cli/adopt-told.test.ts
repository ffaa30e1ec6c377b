/** `anchang adopt` tells what it has decided about columns, blank cells and whose rows they are. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Sheet } from "../../src/book/book";
import { adoptCommand } from "../../src/cli/adopt";
import { writeBook } from "../../src/xlsx/write";
import { heard, oldSheet } from "./old-sheets";
import { emptySite, today } from "./site-files";

const folder = mkdtempSync(path.join(tmpdir(), "anchang-told-"));
const at = (name: string): string => path.join(folder, name);

/** What is said; nothing is written. */
const told = async (name: string, sheets: readonly Sheet[], json = false): Promise<string> => {
  writeFileSync(at(name), await writeBook({ names: [], sheets }));
  return heard(() => adoptCommand(at(name), { into: at("案场.xlsx"), today, dryRun: true, json }));
};

beforeAll(async () => {
  writeFileSync(at("案场.xlsx"), await emptySite("told"));
});

const headers = ["日期", "姓名", "手机"];
const bySheet = [
  oldSheet("李娜", [headers, ["2024-3-5", "示例甲", "13803790011"]]),
  oldSheet("已离职-周婷", [headers, ["2024-3-6", "示例乙", "13803790012"]]),
];

test("a sheet a consultant", async () => {
  const said = await told("按人.xlsx", bySheet);
  expect(said).toContain("没有一列写着置业顾问，照工作表名“李娜”都归“李娜”，请核对");
  expect(said).toContain("照工作表名“已离职-周婷”都归“周婷”");
  expect(said).not.toContain("没有一列对到");
  expect(JSON.parse(await told("按人.xlsx", bySheet, true))).toMatchObject({
    taken: 2,
    tables: [{ consultantFromSheet: "李娜" }, { consultantFromSheet: "周婷" }],
  });
});

test("a table a consultant, by its title", async () => {
  const title = (name: string) => [`来访登记（${name}）`];
  const byTitle = [
    oldSheet("来访", [title("李娜"), headers, ["2024-3-5", "示例甲", "13803790011"]]),
    oldSheet("来访 (2)", [title("周婷"), headers, ["2024-3-6", "示例乙", "13803790012"]]),
  ];
  expect(await told("照标题.xlsx", byTitle)).toContain(
    "没有一列写着置业顾问，照标题“来访登记(李娜)”都归“李娜”，请核对",
  );
  expect(JSON.parse(await told("照标题.xlsx", byTitle, true))).toMatchObject({
    taken: 2,
    tables: [
      { consultantFromTitle: "李娜", consultantFromSheet: null },
      { consultantFromTitle: "周婷", consultantFromSheet: null },
    ],
  });
});

test("the mapping of more tables than anybody would look through is read again", async () => {
  const sheets = Array.from({ length: 230 }, (_, n) =>
    oldSheet(`${n + 1}月`, [
      [...headers, `备用${n}`],
      ["2024-3-5", "示例甲", "13803790011", "x"],
    ]),
  );
  const mapping = at("列.json");
  writeFileSync(at("多表.xlsx"), await writeBook({ names: [], sheets }));
  const run = () =>
    heard(() => adoptCommand(at("多表.xlsx"), { into: at("案场.xlsx"), today, mapping, dryRun: true }));
  expect(await run()).toContain(`列的对应写在 ${mapping}`);
  expect((await run()).match(/列的对应照存下的来/gu)).toHaveLength(230);
});

const visits = oldSheet("来访", [
  ["日期", "姓名", "手机", "意向", "等级", "置业顾问"],
  ["2024-3-5", "示例甲", "13803790011", "三房", "A", "李娜"],
  ["2024-3-5", "示例乙", "13803790012", "两房", "B", null],
  ["2024-3-6", "示例丙", "13803790013", "三房", "C", null],
]);
const sales = oldSheet("成交", [
  ["认购日期", "业主", "联系电话", "楼号", "房号", "总价"],
  ["2024-3-9", "示例甲", "13803790011", "1号楼", "301", 600000],
]);

test("columns unlike their captions, blanks filled from above, a unit in parts", async () => {
  const said = await told("台账.xlsx", [visits, sales]);
  expect(said).toContain("留成自有列：意向（内容不像“客户级别”）。");
  expect(said).toContain("“置业顾问”空着的 2 行照上面填了，请核对：第 3–4 行照第 2 行的“李娜”。");
  expect(said).toContain("“楼号”“房号”合成“房源编号”。");
  const { tables } = JSON.parse(await told("台账.xlsx", [visits, sales], true)) as {
    readonly tables: readonly { readonly columns: readonly unknown[]; readonly filledDown: unknown }[];
  };
  expect(tables[0]?.filledDown).toEqual([{ header: "置业顾问", value: "李娜", from: 2, rows: [3, 4] }]);
  expect(tables[0]?.columns[3]).toMatchObject({ header: "意向", use: "own", unlike: "grade" });
  expect(tables[1]?.columns[3]).toMatchObject({ header: "楼号", use: "blank", key: "unitNo" });
});

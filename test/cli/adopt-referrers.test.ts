/** `anchang adopt`: 介绍人 by name or phone, over all sheets of a file (R16). */
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { adoptCommand } from "../../src/cli/adopt";
import { readSiteFile } from "../../src/workbook/xlsx/site-file";
import { writeBook } from "../../src/xlsx/write";
import { heard, oldSheet } from "./old-sheets";
import { emptySite, today } from "./site-files";

const folder = mkdtempSync(path.join(tmpdir(), "anchang-referrers-"));
const at = (name: string): string => path.join(folder, name);
const headers = ["日期", "姓名", "手机", "置业顾问", "老带新介绍人"];

/** 示例甲 has only called; one 示例乙 came, and another called. */
const sheets = [
  oldSheet("来访", [
    headers,
    ["2024-3-5", "示例丙", "13803790013", "李娜", "老业主示例甲"],
    ["2024-3-6", "示例丁", "13803790014", "李娜", "示例乙"],
    ["2024-3-7", "示例乙", "13803790012", "李娜", 13803790013],
    ["2024-3-8", "示例戊", "13803790015", "李娜", "示例己"],
  ]),
  oldSheet("来电", [
    ["来电时间", "来电人", "来电号码", "接听人", "来电内容"],
    ["2024-3-1", "示例甲", "13803790011", "李娜", "问价"],
    ["2024-3-2", "示例乙", "13803790019", "李娜", "问价"],
  ]),
];

beforeAll(async () => {
  writeFileSync(at("案场.xlsx"), await emptySite("referrers"));
  writeFileSync(at("旧表.xlsx"), await writeBook({ names: [], sheets }));
});

test("told as it is known once all sheets are read, in words and for programs", async () => {
  const run = (json: boolean): Promise<string> =>
    heard(() => adoptCommand(at("旧表.xlsx"), { into: at("案场.xlsx"), today, dryRun: true, json }));
  expect(await run(false)).toContain(
    "    介绍人写姓名、电话的，2 行认出是哪位客户、填了介绍人编号，请核对；" +
      "没填的：没有登记过 1 行（示例己）；同名或同电话的不止一位 1 行（示例乙：示例乙（LY-SL",
  );
  const { tables } = JSON.parse(await run(true)) as {
    readonly tables: readonly {
      readonly referrers: unknown;
      readonly fates: readonly { hints: string[] }[];
    }[];
  };
  expect(tables.map(({ referrers }) => referrers)).toEqual([
    {
      linked: 2,
      unlinked: [
        { why: "oldReferrerNobody", rows: 1, names: ["示例己"] },
        {
          why: "oldReferrerSeveral",
          rows: 1,
          names: [expect.stringMatching(/^示例乙：示例乙（.+、示例乙（/u)],
        },
      ],
    },
    null,
  ]);
  expect(tables[0]?.fates[0]?.hints).toContainEqual(
    expect.stringMatching(/^老带新介绍人“老业主示例甲”是 示例甲（LY-/u),
  );
});

test("written so", async () => {
  await heard(() => adoptCommand(at("旧表.xlsx"), { into: at("案场.xlsx"), today }));
  const { registers } = await readSiteFile(new Uint8Array(readFileSync(at("案场.xlsx"))));
  const { visitors, calls } = registers;
  const caller = calls?.columns.get("clientId")?.[0];
  expect(visitors?.columns.get("referrerId")).toEqual([
    caller,
    null,
    visitors?.columns.get("clientId")?.[0],
    null,
  ]);
  expect(visitors?.columns.get("notes")?.[0]).toBe("原表“老带新介绍人”：老业主示例甲");
});

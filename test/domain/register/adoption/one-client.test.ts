import { adoptTogether } from "../../../../src/domain/register/adoption/adopt";
import { oneClientSaid, rowsOfOne } from "../../../../src/domain/register/adoption/one-client";
import { guessedMapping } from "../../../../src/domain/register/old-sheet/old-mapping";
import { oldTablesIn } from "../../../../src/domain/register/old-sheet/old-tables";
import { bookOf, today } from "../book-of";
import { sheetOf } from "../old-sheet/old-sheets-of";

const tableOf = (sheet: string, rows: string) => {
  const [table] = oldTablesIn(
    sheetOf(
      `
      | 来访登记 | < | < | < | < |
      | 来访日期 | 姓名 | 手机 | 业务员 | 备注 |
      ${rows}`,
      { sheet },
    ),
  );
  if (table === undefined) throw new Error("no table");
  return table;
};

const one = tableOf(
  "一组",
  `
  | 2024.3.5 | 李女士 | 13812345678 | 王强 | 问价 |
  | 2024.3.1 | 张三 | 13803791231 | 王强 | 看房 |
  | 2024.3.6 | 李芳 | 13812345678 | 王强 | 再来 |
  | 2024.3.7 | 王五 | 13803791232 | 王强 | 看房 |
  | 2024.3.8 | 王五 | 13803791232 | 王强 | 再来 |
  | 2024.3.9 | 李芳 | 13812345678 | 王强 | 又来 |
`,
);
const other = tableOf(
  "二组",
  "| 2024.3.4 | 张三 | 13803791231 | 李娜 | 看房 |\n| 2024.3.4 | 赵六 | 13803791239 | 李娜 | |",
);

const book = bookOf({
  visitors: `
    | clientId | visitDate  | name | mobile      | consultant |
    | LY-WW001 | 2024-01-04 | 王五 | 13803791232 | 王强       |
  `,
});

const { tables } = adoptTogether(
  book,
  [one, other].map((table) => ({
    old: { ...table, mapping: guessedMapping(table, table.form, table.matches) },
  })),
  { today },
);
const found = rowsOfOne([
  { sheet: "一组", fates: tables[0]?.fates ?? [] },
  { sheet: "二组", fates: tables[1]?.fates ?? [] },
]);

test("the rows of one new client, over all tables; who was there is none of them", () => {
  expect(found.map(({ clientId, name, rows }) => [clientId, name, rows])).toEqual([
    [
      expect.stringMatching(/^LY-L/u),
      "李芳",
      [
        { sheet: "一组", row: 3 },
        { sheet: "一组", row: 5 },
        { sheet: "一组", row: 8 },
      ],
    ],
    [
      "LY-ZS001",
      "张三",
      [
        { sheet: "一组", row: 4 },
        { sheet: "二组", row: 3 },
      ],
    ],
  ]);
});

test("said with what they share, in both languages", () => {
  const said = (language: "zh" | "en") =>
    found.map((each) => oneClientSaid(each, language).replace(/LY-L\w+/u, "N"));
  expect(said("zh")).toEqual([
    "李芳（N）第 3、5、8 行（138 1234 5678）",
    "张三（LY-ZS001）一组第 4 行、二组第 3 行（138 0379 1231）",
  ]);
  expect(said("en")).toEqual([
    "李芳 (N) rows 3, 5, 8 (138 1234 5678)",
    "张三 (LY-ZS001) 一组 row 4, 二组 row 3 (138 0379 1231)",
  ]);
});

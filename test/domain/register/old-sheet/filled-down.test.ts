/** 收编: days and consultants written once, the rows below left blank: what was filled is told, row by row. */
import { adopt } from "../../../../src/domain/register/adoption/adopt";
import { isNobodys, namesNobody, rowSpans } from "../../../../src/domain/register/old-sheet/fill-down";
import type { OldTable } from "../../../../src/domain/register/old-sheet/old-cells";
import { guessedMapping } from "../../../../src/domain/register/old-sheet/old-mapping";
import { oldTablesIn } from "../../../../src/domain/register/old-sheet/old-tables";
import { bookOf, today } from "../book-of";
import { sheetOf } from "./old-sheets-of";

const only = (drawn: string): OldTable => {
  const [table, ...others] = oldTablesIn(sheetOf(drawn), {});
  if (table === undefined || others.length > 0) throw new Error(`${others.length + 1} tables`);
  return table;
};

const rowsOf = (rows: readonly (readonly [consultant: string, note: string])[]): string =>
  [
    "| 日期 | 姓名 | 电话 | 置业顾问 | 备注 |",
    ...rows.map(
      ([consultant, note], at) =>
        `| 2023.3.${at + 1} | 客${"甲乙丙丁戊己庚辛"[at] ?? ""} | '1386901000${at} | ${consultant} | ${note} |`,
    ),
  ].join("\n");

const noted = only(
  rowsOf([
    ["李娜", ""],
    ["", "看三房"],
    ["", "未分配"],
    ["", ""],
    ["王强", ""],
    ["", "待定"],
    ["", "价格待定"],
  ]),
);

test("what is filled is told with its rows and where it is from; a row that says it is nobody's stays blank", () => {
  expect(noted.rows.map(({ cells }) => cells[3])).toEqual([
    "李娜",
    "李娜",
    null,
    "李娜",
    "王强",
    null,
    "王强",
  ]);
  expect(noted.filled).toEqual([
    {
      column: 3,
      runs: [
        { from: 2, rows: [3, 5], value: "李娜" },
        { from: 6, rows: [8], value: "王强" },
      ],
    },
  ]);
});

test("a row that is nobody's is left to people", () => {
  const mapping = guessedMapping(noted, noted.form, noted.matches);
  const { fates } = adopt(bookOf({}), { ...noted, mapping }, { today });
  expect(fates.map(({ row, kind }) => `${row} ${kind}`)).toEqual([
    "2 taken",
    "3 taken",
    "4 rejected",
    "5 taken",
    "6 taken",
    "7 rejected",
    "8 taken",
  ]);
});

test("below 未分配 nobody's rows go on, and nobody of that name is taken on", () => {
  const table = only(
    rowsOf([
      ["李娜", ""],
      ["", ""],
      ["未分配", ""],
      ["", ""],
      ["王强", ""],
      ["", ""],
    ]),
  );
  expect(table.rows.map(({ cells }) => cells[3])).toEqual(["李娜", "李娜", "未分配", null, "王强", "王强"]);
  const mapping = guessedMapping(table, table.form, table.matches);
  const { fates, newConsultants } = adopt(bookOf({}), { ...table, mapping }, { today });
  expect(fates.flatMap(({ row, kind }) => (kind === "rejected" ? [row] : []))).toEqual([4, 5]);
  expect(newConsultants.map(({ name }) => name)).not.toContain("未分配");
});

test("days as people saw them; merged areas and 同上 say it themselves", () => {
  const table = only(`
    | 日期  | 姓名 | 电话         | 置业顾问 | 渠道 |
    | 45000 | 客甲 | '13869010001 | 李娜     | 路过 |
    |       | 客乙 | '13869010002 | ^        | 同上 |
    |       | 客丙 | '13869010003 | ^        | 同上 |
  `);
  expect(table.filled).toMatchObject([{ column: 0, runs: [{ from: 2, rows: [3, 4] }] }]);
  expect(table.rows.map(({ cells }) => cells[3])).toEqual(["李娜", "李娜", "李娜"]);
});

test.each([
  ["未分配", true],
  ["还未分配置业顾问", true],
  ["（待定）", true],
  ["价格待定", false],
  ["无", false],
  [null, false],
] as const)("a row with %p says it is nobody's: %p", (cell, expected) => {
  expect(isNobodys(["客甲", cell])).toBe(expected);
});

test.each([
  ["无", true],
  ["／", true],
  ["未分配", true],
  ["吴未", false],
] as const)("%p names nobody: %p", (cell, expected) => {
  expect(namesNobody(cell)).toBe(expected);
});

test.each([
  [[3, 4, 5, 8, 10, 11], "3–5、8、10–11"],
  [[3], "3"],
])("%p as spans", (rows, expected) => {
  expect(rowSpans(rows)).toBe(expected);
});

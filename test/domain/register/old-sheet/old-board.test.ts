/** 收编: a board of floors and rooms is no list; a list of units is no board. */
import { boardRows } from "../../../../src/domain/register/old-sheet/old-board";
import { rowsOfNoTable } from "../../../../src/domain/register/old-sheet/old-outside";
import { oldTablesIn } from "../../../../src/domain/register/old-sheet/old-tables";
import { say } from "../../../../src/domain/register/wording";
import { asideOf } from "../../../../src/domain/register/adoption/adoption";
import { sheetOf } from "./old-sheets-of";

const states = `
  | 1号楼销控表 | | | | |
  | 楼层 | 01   | 02   | 03   | 04   |
  | 12F  | 已售 | 认购 | 可售 |      |
  | 11F  | 已售 | 已售 | 可售 | 保留 |
  | 10F  | 签约 | 可售 | 已售 | 可售 |
  | 9F   | 可售 | 可售 | 已售 | 可售 |
  | 说明：红色已售 | | | | |
`;
const rooms = `
  | 3号楼 | | | | |
  | 楼层 | 一单元 | < | 二单元 | < |
  | 5 | '501 | '502 | '503 | '504 |
  |   | 89㎡ | 102㎡ | 89㎡ | 102㎡ |
  |   | 已售 |  | 已售 |  |
  | 3 | '301 | '302 | '303 | '304 |
  |   | 89㎡ | 102㎡ | 89㎡ | 102㎡ |
  | 2 | '201 | '202 | '203 | '204 |
  |   | 89㎡ | 102㎡ | 89㎡ | 102㎡ |
`;
const together = `
  | 三层 | 301\\n89㎡\\n已售 | 302\\n未售 |
  | 二层 | 201\\n89㎡\\n已售 | 202\\n张三 |
  | 一层 | 101\\n89㎡\\n已售 | 102\\n认购 |
`;

const roomsByCaption = `
  | 楼栋 | 楼层 | 房号 | 房号 | 房号 | 面积 |
  | 1    | 3    | '301 | '302 | '303 | 300  |
  | 1    | 2    | '201 | '202 | '203 | 300  |
  | 1    | 1    | '101 | '102 | '103 | 300  |
`;

test.each([
  ["rooms under captions of their own", roomsByCaption, { from: 2, to: 4 }],
  ["states by door", states, { from: 2, to: 6 }],
  ["rooms with area and state below", rooms, { from: 3, to: 9 }],
  ["all in a cell", together, { from: 1, to: 3 }],
])("%s: a board, and no table", (_, drawn, rows) => {
  const cells = sheetOf(drawn);
  expect(boardRows(cells)).toEqual(rows);
  expect(oldTablesIn(cells, { fileName: "销控表.xlsx" })).toEqual([]);
  const asides = rowsOfNoTable(cells).filter(({ why }) => why === "board");
  expect(asides.map(({ row }) => row)).toEqual(
    Array.from({ length: rows.to - rows.from + 1 }, (__, at) => rows.from + at),
  );
  const [aside] = asides;
  if (aside === undefined) throw new Error("no board");
  const fate = { kind: "setAside", row: aside.row, name: "", why: aside.why, cells: aside.original } as const;
  expect(say(asideOf(fate), "zh").remedy).toMatch(/批量生成/u);
});

test.each([
  [
    "a list of units that counts its rows",
    `
    | 序号 | 楼栋 | 楼层 | 房号 | 面积 | 单价 | 状态 |
    | 1 | 1 | 1 | 101 | 100 | 8000 | 已售 |
    | 2 | 1 | 2 | 201 | 100 | 8000 | 可售 |
    | 3 | 1 | 3 | 301 | 100 | 8000 | 可售 |
    | 4 | 1 | 4 | 401 | 100 | 8000 | 可售 |
  `,
    "units",
  ],
  [
    "a list of a unit a floor",
    `
    | 楼栋 | 面积 | 楼层 | 房号 | 状态 |
    | 1 | 100 | 1 | 101 | 已售 |
    | 1 | 100 | 2 | 201 | 可售 |
    | 1 | 100 | 3 | 301 | 可售 |
  `,
    "units",
  ],
  [
    "a register of visits",
    `
    | 序号 | 来访日期 | 姓名 | 手机 | 置业顾问 | 备注 |
    | 1 | 2024.3.1 | 张三 | '13803791001 | 王强 | 看101 |
    | 2 | 2024.3.2 | 李四 | '13803791002 | 王强 | 看201 |
    | 3 | 2024.3.3 | 王五 | '13803791003 | 王强 | 看301 |
  `,
    "visitors",
  ],
])("%s is no board", (_, drawn, form) => {
  const cells = sheetOf(drawn);
  expect(boardRows(cells)).toBeUndefined();
  const [table, ...more] = oldTablesIn(cells);
  expect([table?.form, more.length]).toEqual([form, 0]);
});

test("a list below a board is taken, the board is not", () => {
  const cells = sheetOf(`
    ${states}
    | |
    | 楼栋 | 房号 | 面积 | 单价 | 状态 |
    | 2 | 101 | 100 | 8000 | 已售 |
  `);
  expect(oldTablesIn(cells).map(({ form, rows }) => [form, rows.length])).toEqual([["units", 1]]);
});

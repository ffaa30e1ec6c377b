/** 收编: a cell gone astray to the sheet's end makes no table longer or wider, and is told where it stands. */
import fc from "fast-check";
import { rowNumbersOf } from "../../../../src/domain/register/old-sheet/left-out-rows";
import type { LeftOutRows, OldCells } from "../../../../src/domain/register/old-sheet/old-cells";
import { rowsOfNoTable } from "../../../../src/domain/register/old-sheet/old-outside";
import { oldTableAt, oldTablesIn } from "../../../../src/domain/register/old-sheet/old-tables";
import type { RawCell } from "../../../../src/domain/register/register";
import { sheetOf } from "./old-sheets-of";

const lastColumn = 16_383;

const register = sheetOf(`
  | 洛阳花园来访登记 | < | < | < |
  | 日期     | 姓名 | 电话        | 置业顾问 |
  | 2023.3.5 | 张三 | 13800000001 | 李娜 |
  |          | 李四 | 13800000002 | 王强 |
  |          | 王五 | 13800000003 | 李娜 |
  | 小计     | 3组  |             |      |
`);

const withCell = (cells: OldCells, row: number, column: number, value: RawCell): OldCells => ({
  ...cells,
  rows: Array.from({ length: Math.max(cells.rows.length, row + 1) }, (_, at) => {
    const line = cells.rows[at] ?? [];
    if (at !== row) return line;
    return Array.from({ length: Math.max(line.length, column + 1) }, (__, each) =>
      each === column ? value : (line[each] ?? null),
    );
  }),
});

const [plain] = oldTablesIn(register);

describe("columns", () => {
  test.each([
    ["among the captions", 1],
    ["among records", 3],
    ["below all", 7],
    ["over the title", 0],
  ])("one cell in column XFD, %s", (_, row) => {
    const [table, ...others] = oldTablesIn(withCell(register, row, lastColumn, "迷路"));
    expect(others).toEqual([]);
    expect(table?.headers).toEqual(plain?.headers);
    expect(table?.rows).toEqual(plain?.rows);
    expect(table?.setAside.filter(({ original }) => original.includes("迷路"))).toEqual([
      { row: row + 1, why: "outside", original: ["迷路"] },
    ]);
  });

  test("tables far apart are each found", () => {
    const beside: OldCells = {
      ...register,
      rows: register.rows.map((line) => [
        ...line,
        ...Array.from({ length: 500 - line.length }, () => null),
        ...line,
      ]),
    };
    const tables = oldTablesIn(beside);
    expect(tables.map(({ firstColumn, rows }) => [firstColumn, rows.length])).toEqual([
      [1, 3],
      [501, 3],
    ]);
    expect(tables[1]?.rows).toEqual(plain?.rows);
  });

  test("where people point at the headers, too", () => {
    const table = oldTableAt(withCell(register, 2, lastColumn, "迷路"), 3, "visitors");
    expect(table?.headers).toHaveLength(4);
    expect(table?.rows.map(({ row }) => row)).toEqual([4, 5]);
  });
});

/** The sheet's rows with `count` blank ones before one of them; `kept` of these among `rows`. */
const stretched = (cells: OldCells, before: number, count: number, kept: number): OldCells => {
  const blank = Array.from({ length: kept }, (): readonly RawCell[] => []);
  const leftOut: readonly LeftOutRows[] = [{ before: before + kept, count: count - kept }];
  const isBelow = (row: number): boolean => row >= before;
  return {
    ...cells,
    rows: [...cells.rows.slice(0, before), ...blank, ...cells.rows.slice(before)],
    merges: cells.merges.map((area) => ({
      ...area,
      top: area.top + (isBelow(area.top) ? kept : 0),
      bottom: area.bottom + (isBelow(area.bottom) ? kept : 0),
    })),
    ...(count === kept ? {} : { leftOut }),
  };
};

describe("rows", () => {
  const several = sheetOf(`
    | 洛阳花园来访登记 |      |             |      |
    | 日期     | 姓名 | 电话        | 置业顾问 |
    | 2023.3.5 | 张三 | 13800000001 | 李娜 |
    |          | 李四 | 13800000002 | 王强 |
    |          | 王五 | 13800000003 | 李娜 |
    |          | 赵六 | 13800000004 | 李娜 |
    | 小计     | 4组  |             |      |
    | 三月来电 |      |             |      |
    | 来电时间 | 姓名 | 手机        | 咨询内容 |
    | 2023.3.8 | 来一 | 13700000001 | 问价格   |
    | 另见二期登记 |      |             |      |
  `);

  test("a long blank stretch left out says what it says row by row", () => {
    fc.assert(
      fc.property(
        fc.nat(several.rows.length - 1),
        fc.integer({ min: 101, max: 3000 }),
        fc.nat(several.rows.length - 1),
        (before, count, commented) => {
          const at = (row: number, blanks: number): number => row + (row >= before ? blanks : 0);
          const read = (kept: number) => {
            const comments = [{ row: at(commented, kept), column: 1, said: "回访过" }];
            const cells = { ...stretched(several, before, count, kept), comments };
            const headerRow = at(1, count) + 1;
            return [oldTablesIn(cells), rowsOfNoTable(cells), oldTableAt(cells, headerRow, "visitors")];
          };
          expect(read(100)).toEqual(read(count));
        },
      ),
    );
  });

  test("numbers and indexes are each other's, and a row left out is the next one's", () => {
    const { numberOf, indexOf } = rowNumbersOf({
      firstRow: 3,
      leftOut: [
        { before: 2, count: 1000 },
        { before: 5, count: 10 },
      ],
    });
    expect([-1, 0, 1, 2, 4, 5, 6].map(numberOf)).toEqual([2, 3, 4, 1005, 1007, 1018, 1019]);
    expect([2, 3, 4, 5, 1004, 1005, 1007, 1008, 1018, 1019].map(indexOf)).toEqual([
      -1, 0, 1, 2, 2, 2, 4, 5, 5, 6,
    ]);
  });
});

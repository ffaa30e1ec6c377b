/** 收编: a name merged over several rows is one client, with all their phones and words. */
import { adopt } from "../../../../src/domain/register/adoption/adopt";
import type { OldCells, OldTable } from "../../../../src/domain/register/old-sheet/old-cells";
import { guessedMapping } from "../../../../src/domain/register/old-sheet/old-mapping";
import { oldTablesIn } from "../../../../src/domain/register/old-sheet/old-tables";
import { bookOf, cellsOf, today, written } from "../book-of";
import { sheetOf } from "./old-sheets-of";

const only = (drawn: string, more: Partial<OldCells> = {}): OldTable => {
  const [table, ...others] = oldTablesIn(sheetOf(drawn, { sheet: "来访2023", ...more }));
  if (table === undefined || others.length > 0) throw new Error("not one table");
  return table;
};

const linesOf = (table: OldTable): readonly string[] => [
  ...table.rows.map(
    ({ row, through, cells }) =>
      `${row}${through === undefined ? "" : `–${through}`}: ${cells.map((cell) => cell ?? "").join(" · ")}`,
  ),
  ...table.setAside.map(({ row, why }) => `${row} ${why}`),
];

const header = "| 日期 | 姓名 | 电话 | 级别 | 顾问 | 洽谈内容 |";
const pair = `
  ${header}
  | 2023.3.2 | 王五 | 13911225503 | A | 王强 | 问三房 |
  | ^ | ^ | 13911225504 | ^ | ^ | 老婆电话 |
  | 2023.3.3 | 赵六 | 13911225505 | B | 王强 | 嫌贵 |
`;

test("two phones beside one name are one client's, and the words too", () => {
  const table = only(pair);
  expect(linesOf(table)).toEqual([
    "2–3: 2023.3.2 · 王五 · 13911225503、13911225504 · A · 王强 · 问三房\n老婆电话",
    "4: 2023.3.3 · 赵六 · 13911225505 · B · 王强 · 嫌贵",
  ]);
  const old = { ...table, mapping: guessedMapping(table, table.form, table.matches) };
  const { changes, fates } = adopt(bookOf(), old, { today });
  expect(fates.map(({ kind, row }) => `${row} ${kind}`)).toEqual(["2 taken", "4 taken"]);
  const book = written(bookOf(), changes);
  expect(cellsOf(book, "visitors").map(({ name, mobile, phone }) => [name, mobile, phone])).toEqual([
    ["王五", "139 1122 5503", "139 1122 5504"],
    ["赵六", "139 1122 5505", null],
  ]);
  expect(cellsOf(book, "followUps")).toHaveLength(2);
});

test("what is not taken shows all its rows said", () => {
  const table = only(pair.replaceAll("王五", "#N/A"));
  expect(table.rows[0]?.original.slice(2)).toEqual([
    "13911225503、13911225504",
    "A",
    "王强",
    "问三房\n老婆电话",
  ]);
});

test("a comment on the second row goes with the record", () => {
  const table = only(pair, { comments: [{ row: 2, column: 2, said: "晚上打" }] });
  expect(table.rows[0]?.comments).toEqual([{ column: 2, said: "晚上打" }]);
  expect(table.setAside).toEqual([]);
});

test("the rows below a blank stretch keep their numbers", () => {
  expect(linesOf(only(pair, { leftOut: [{ before: 1, count: 1000 }] }))[0]).toMatch(/^1002–1003: /u);
});

test.each([
  ["another day", "| 2023.3.9 | ^ | 13911225504 | ^ | ^ | 又来 |"],
  ["another consultant", "| ^ | ^ | 13911225504 | ^ | 李娜 | ^ |"],
  ["another name", "| ^ | 李四 | 13911225504 | ^ | ^ | ^ |"],
])("%s is another record", (_, second) => {
  expect(only(pair.replace("| ^ | ^ | 13911225504 | ^ | ^ | 老婆电话 |", second)).rows).toHaveLength(3);
});

test("what differs beside the phones is kept with them, once", () => {
  const table = only(
    pair.replace("| ^ | ^ | 13911225504 | ^ | ^ |", "| 2023.3.2 | ^ | 13911225504 | B | 〃 |"),
  );
  expect(linesOf(table)[0]).toBe(
    "2–3: 2023.3.2 · 王五 · 13911225503、13911225504 · A、B · 王强 · 问三房\n老婆电话",
  );
});

test("two units under one buyer's name are two deals, two phones of one are not", () => {
  const deals = (second: string): OldTable =>
    only(
      `
      | 认购日期 | 客户姓名 | 联系电话 | 房号 | 总价 | 置业顾问 |
      | 2023.3.2 | 王五 | 13911225503 | 3-1-1201 | 850000 | 王强 |
      ${second}
    `,
      { sheet: "成交台账" },
    );
  expect(deals("| ^ | ^ | ^ | 3-1-1202 | 860000 | ^ |").rows).toHaveLength(2);
  expect(linesOf(deals("| ^ | ^ | 13911225504 | ^ | ^ | ^ |"))).toEqual([
    "2–3: 2023.3.2 · 王五 · 13911225503、13911225504 · 3-1-1201 · 850000 · 王强",
  ]);
});

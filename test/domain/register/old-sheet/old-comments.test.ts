/** 收编: comments on an old register's cells go with their records, and those on none are said. */
import { adopt } from "../../../../src/domain/register/adoption/adopt";
import { hintsOf } from "../../../../src/domain/register/adoption/adoption-hints";
import { leftTable } from "../../../../src/domain/register/adoption/left-rows";
import type { OldCells, OldComment } from "../../../../src/domain/register/old-sheet/old-cells";
import { guessedMapping } from "../../../../src/domain/register/old-sheet/old-mapping";
import { oldTableAt, oldTablesIn } from "../../../../src/domain/register/old-sheet/old-tables";
import { say } from "../../../../src/domain/register/wording";
import { asideOf } from "../../../../src/domain/register/adoption/adoption";
import { bookOf, cellsOf, today, written } from "../book-of";
import { sheetOf } from "./old-sheets-of";

/** "C4" → its row and column, from 0. */
const on = (cell: string, said: string): OldComment => ({
  row: Number(cell.slice(1)) - 1,
  column: cell.charCodeAt(0) - 65,
  said,
});

const takeIn = (cells: OldCells, book = bookOf()) => {
  const [table] = oldTablesIn(cells);
  if (table === undefined) throw new Error("no table");
  const register = { ...table, mapping: guessedMapping(table, table.form, table.matches) };
  const adoption = adopt(book, register, { today });
  return { ...adoption, register, after: written(book, adoption.changes) };
};

const visits = sheetOf(
  `
  | 来访登记 | < | < | < | < | < |
  | 日期     | 业务员 | 姓名 | 手机         | 备注 | 批示 |
  | 2024.3.1 | 王强   | 张三 | '13803791001 | 问价 |      |
  | 2024.3.2 | 王强   | 李四 | '1380379     |      |      |
  | 2024.3.3 | 李娜   | 王五 | '13803791003 |      | 阅   |
  |          |        |      |              |      |      |
  | 合计     | 3 组   |      |              |      |      |
`,
  {
    comments: [
      on("A1", "本表由前台填"),
      on("D2", "手机至少留两个"),
      on("C3", "太太做主"),
      on("E3", "嫌总价高\n再约周六"),
      on("C4", "=外地人"),
      on("D4", "号码待核"),
      on("F5", "王总看过"),
      on("H5", "表外的话"),
      on("C6", "空行上的"),
      on("B7", "含一组二访"),
      on("C9", "表下面的"),
    ],
  },
);
const found = takeIn(visits);

test("they are kept in the talk of their row, with the column's caption, whatever the column is", () => {
  const notes = cellsOf(found.after, "visitors").map((row) => row["notes"]);
  expect(notes).toEqual([
    "问价\n原表“姓名”批注：太太做主\n原表“备注”批注：嫌总价高\n再约周六",
    "原表“批示”批注：王总看过",
  ]);
  expect(cellsOf(found.after, "followUps").map((row) => row["notes"])).toEqual(notes);
  expect(hintsOf(found.fates)).toEqual({
    unread: [
      { caption: "姓名", kept: "comments", rows: 1, values: ["太太做主"] },
      { caption: "备注", kept: "comments", rows: 1, values: ["嫌总价高\n再约周六"] },
      { caption: "批示", kept: "comments", rows: 1, values: ["王总看过"] },
    ],
    others: [],
  });
});

test("those on no record are fates of their own", () => {
  const aside = found.fates.flatMap((fate) =>
    fate.kind === "setAside" && fate.why === "comment" ? [fate] : [],
  );
  expect(aside.map(({ row, cells }) => [row, ...cells])).toEqual([
    [1, "“日期”批注：本表由前台填"],
    [2, "“手机”批注：手机至少留两个"],
    [5, "批注：表外的话"],
    [6, "“姓名”批注：空行上的"],
    [7, "“业务员”批注：含一组二访"],
    [9, "“姓名”批注：表下面的"],
  ]);
  expect(say(asideOf(aside[0] as (typeof aside)[0]), "zh").says).toContain("批注");
});

test("rejected rows keep them in the list, and go in with them once put right", () => {
  const left = leftTable({ ...found.register, sheet: "Sheet1" }, found.fates, "zh");
  expect(left.headers).toEqual(["日期", "业务员", "姓名", "手机", "备注", "批示", "原表批注"]);
  expect(left.rows.map(({ cells }) => cells.at(-1))).toEqual(["姓名：=外地人\n手机：号码待核"]);
  const again = takeIn({
    sheet: "未收",
    firstRow: 1,
    rows: [
      left.headers,
      ...left.rows.map(({ cells }) => cells.map((cell) => (cell === "1380379" ? "13803791002" : cell))),
    ],
    merges: [],
  });
  expect(cellsOf(again.after, "visitors")).toMatchObject([
    { name: "李四", notes: "姓名：=外地人\n手机：号码待核" },
  ]);
});

test("taken in once more, they are there already", () => {
  const again = takeIn(visits, found.after);
  expect(again.changes).toEqual([]);
  expect(again.fates.flatMap((fate) => (fate.kind === "joined" ? [fate.already] : []))).toEqual([true, true]);
});

test("a list without any has no column for them", () => {
  const { comments: _, ...bare } = visits;
  const { register, fates } = takeIn(bare);
  expect(leftTable({ ...register, sheet: "Sheet1" }, fates, "zh").headers).toHaveLength(6);
  expect(fates.filter((fate) => fate.kind === "setAside" && fate.why === "comment")).toEqual([]);
});

test("a deal's go to the client's remarks, a caller's to the call, a contact's to its own notes", () => {
  const client = {
    visitors: `
      | clientId | name | consultant | visitDate  | mobile        |
      | LY-ZS001 | 张三 | 王强       | 2024-02-01 | 138 0379 1001 |
    `,
    grades: `
      | clientId | consultant | reachedA   |
      | LY-ZS001 | 王强       | 2024-02-01 |
    `,
  };
  const of = (drawn: string, comments: readonly OldComment[]) =>
    takeIn(sheetOf(drawn, { comments }), bookOf(client));
  const deal = of(
    `
    | 成交客户登记 | < | < | < | < |
    | 认购日期 | 业务员 | 姓名 | 电话         | 房号     | 成交总价 |
    | 2024.3.1 | 王强   | 张三 | '13803791001 | 1-1-0101 | 850000   |
  `,
    [on("F3", "已优惠两万")],
  );
  expect(deal.fates.map(({ kind }) => kind)).toEqual(["joined"]);
  expect(cellsOf(deal.after, "grades")[0]?.["remarks"]).toContain("原表“成交总价”批注：已优惠两万");
  const call = of(
    `
    | 来电登记 | < | < | < | < |
    | 来电日期 | 业务员 | 姓名 | 手机         | 咨询内容 |
    | 2024.3.1 | 王强   | 钱七 | '13803791007 | 问地段   |
  `,
    [on("D3", "晚上打")],
  );
  expect(cellsOf(call.after, "calls")[0]?.["notes"]).toBe("问地段\n原表“手机”批注：晚上打");
  const talk = of(
    `
    | 客户跟踪记录 | < | < | < | < | < |
    | 跟进日期 | 业务员 | 姓名 | 手机         | 方式 | 跟踪情况 |
    | 2024.3.1 | 王强   | 张三 | '13803791001 | 电话 | 谈价格   |
  `,
    [on("E3", "没接，回拨的")],
  );
  expect(cellsOf(talk.after, "followUps")[0]?.["notes"]).toBe("谈价格\n原表“方式”批注：没接，回拨的");
});

test("of tables one under another and side by side each has its own", () => {
  const two = sheetOf(
    `
    | 日期     | 业务员 | 姓名 | 手机         |  | 来电日期 | 业务员 | 姓名 | 手机         | 咨询内容 |
    | 2024.3.1 | 王强   | 张三 | '13803791001 |  | 2024.3.1 | 王强   | 李四 | '13803791002 | 问价     |
  `,
    { comments: [on("C2", "左"), on("H2", "右"), on("E2", "中间")], firstRow: 4 },
  );
  const [left, right] = oldTablesIn(two);
  expect([left?.rows[0]?.comments, right?.rows[0]?.comments]).toEqual([
    [{ column: 2, said: "左" }],
    [{ column: 2, said: "右" }],
  ]);
  expect([left?.setAside, right?.setAside]).toEqual([
    [],
    [{ row: 5, why: "comment", original: ["批注：中间"] }],
  ]);
  expect(oldTableAt(two, 4, "visitors")?.rows[0]?.comments).toEqual([{ column: 2, said: "左" }]);
});

test("more words than a cell holds are no row of ours", () => {
  const long = "长".repeat(20_000);
  const { fates } = takeIn({ ...visits, comments: [on("C3", long), on("D3", long), on("C5", long)] });
  expect(fates.map((fate) => [fate.row, fate.kind])).toEqual([
    [3, "rejected"],
    [4, "rejected"],
    [5, "taken"],
    [7, "setAside"],
  ]);
  const [first] = fates;
  expect(
    first?.kind === "rejected" && first.reasons.map((each) => [each.code, say(each, "zh").says]),
  ).toEqual([["notesTooLong", expect.stringContaining("40")]]);
});

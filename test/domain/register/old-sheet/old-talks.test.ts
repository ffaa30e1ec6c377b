/** 收编 of talks that stand with a visit: in rows of their own below it, or in columns beside it. */
import { adopt } from "../../../../src/domain/register/adoption/adopt";
import type { Adoption } from "../../../../src/domain/register/adoption/adoption";
import { hintsOf } from "../../../../src/domain/register/adoption/adoption-hints";
import { leftTable } from "../../../../src/domain/register/adoption/left-rows";
import type { OldTable } from "../../../../src/domain/register/old-sheet/old-cells";
import {
  errorCaptions,
  guessedMapping,
  matchesAs,
} from "../../../../src/domain/register/old-sheet/old-mapping";
import { oldTablesIn } from "../../../../src/domain/register/old-sheet/old-tables";
import type { SiteBook } from "../../../../src/domain/register/site";
import { bookOf, cellsOf, today, written } from "../book-of";
import { sheetOf } from "./old-sheets-of";

const only = (drawn: string, sheet = "来访登记"): OldTable => {
  const [table, ...more] = oldTablesIn(sheetOf(drawn, { sheet }));
  if (table === undefined || more.length > 0) throw new Error(`${more.length + 1} tables`);
  return table;
};
const oldOf = (table: OldTable) => ({
  ...table,
  mapping: guessedMapping(table, table.form, matchesAs(table, table.form)),
});
const takeIn = (table: OldTable, book: SiteBook = bookOf()): Adoption => adopt(book, oldOf(table), { today });
const keysOf = (table: OldTable): readonly string[] =>
  oldOf(table).mapping.map((use) => (use.use === "blank" ? use.key : use.use));

const fatesOf = ({ fates }: Adoption): readonly string[] =>
  fates.map((fate) => {
    const said = "hints" in fate ? fate.hints : fate.kind === "rejected" ? fate.reasons : [];
    const whose = "clientId" in fate ? fate.clientId : "";
    const by = fate.kind === "joined" ? fate.why.by : "";
    return [String(fate.row), fate.kind, whose, by, ...said.map(({ code }) => code)]
      .filter((part) => part !== "")
      .join(" ");
  });
const talksIn = (book: SiteBook): readonly string[] =>
  cellsOf(book, "followUps").map((row) =>
    ["contactedAt", "clientId", "method", "notes", "consultant"].map((key) => String(row[key])).join(" "),
  );

const below = `
  | 序号 | 来访日期 | 客户姓名 | 电话        | 意向级别 | 置业顾问 | 洽谈内容 | 跟踪时间  | 跟踪内容       |
  | 1    | 2024.2.1 | 张三     | 13855550001 | B        | 李娜     | 看三房   | '2.3      | 电话，说在比价 |
  | ^    | ^        | ^        | ^           | A        | ^        | ^        | 2.6       | 微信发户型图   |
  | ^    | ^        | ^        | ^           | ^        | ^        | ^        | 2.9 15:00 | 嫌贵           |
  | 2    | 2024.2.2 | 李四     | 13855550002 | C        | 王强     | 随便看看 |           |                |
  | 3    | 2024.2.4 | 王五     | 13855550003 | C        | 王强     |          | 2.4       | 看了沙盘       |
  |      |          |          |             |          |          |          | 2.8       | 再次来访，算价 |
  |      |          |          |             |          |          |          | 下周      | 再约           |
`;

describe("rows below a visit", () => {
  const table = only(below);
  const found = takeIn(table);
  const after = written(bookOf(), found.changes);

  test("are talks of it, and no visits of its day", () => {
    expect(keysOf(table).slice(1)).toEqual([
      "visitDate",
      "name",
      "phone",
      "grade",
      "consultant",
      "notes",
      "talkAt",
      "talkNotes",
    ]);
    expect(fatesOf(found)).toEqual([
      "2 taken LY-ZS001",
      "3 joined LY-ZS001 row",
      "4 joined LY-ZS001 row talkMethodAssumed",
      "5 taken LY-LS001",
      "6 taken LY-WW001",
      "7 joined LY-WW001 row",
      "8 rejected notADay",
    ]);
    expect(cellsOf(after, "visitors").map(({ visitDate, name, notes }) => [visitDate, name, notes])).toEqual([
      ["2024-02-01", "张三", "看三房"],
      ["2024-02-02", "李四", "随便看看"],
      ["2024-02-04", "王五", "看了沙盘"],
    ]);
    expect(talksIn(after)).toEqual([
      "2024-02-01 00:00 LY-ZS001 来访 看三房 李娜",
      "2024-02-02 00:00 LY-LS001 来访 随便看看 王强",
      "2024-02-04 00:00 LY-WW001 来访 看了沙盘 王强",
      "2024-02-03 00:00 LY-ZS001 电话 电话，说在比价 李娜",
      "2024-02-06 00:00 LY-ZS001 微信 微信发户型图 李娜",
      "2024-02-09 15:00 LY-ZS001 电话 嫌贵 李娜",
      "2024-02-08 00:00 LY-WW001 来访 再次来访，算价 王强",
    ]);
    expect(found.talks).toBe(4);
    expect(cellsOf(after, "grades")[0]).toMatchObject({ reachedB: "2024-02-01", reachedA: "2024-02-06" });
    expect(hintsOf(found.fates).unread).toEqual([
      { caption: "跟踪时间", kept: "method", rows: 1, values: ["电话"] },
    ]);
  });

  test("a second time there is nothing to write", () => {
    const again = takeIn(table, after);
    expect(again.changes).toEqual([]);
    expect(
      again.fates.every((fate) => fate.kind === "rejected" || (fate.kind === "joined" && fate.already)),
    ).toBe(true);
  });

  test("a row that was not taken says whose it is, and put right makes no second visit", () => {
    const old = oldOf(table);
    const left = leftTable({ ...table, mapping: old.mapping }, found.fates, "zh");
    expect(left.days.map(({ column }) => column)).toEqual([1, 7]);
    const [row] = left.rows;
    const cells = (row?.cells ?? []).map((cell) => (cell === "下周" ? "2024.2.20" : String(cell ?? "")));
    const list = only(
      `
      | ${errorCaptions.join(" | ")} | ${left.headers.map(String).join(" | ")} |
      | 来访登记 | 8 | 跟踪时间：看不出是哪一天 | 改日期 | ${cells.join(" | ")} |
      `,
      "没收的行",
    );
    expect(cells.slice(1, 4)).toEqual(["2024.2.4", "王五", "13855550003"]);
    const again = takeIn(list, after);
    expect(fatesOf(again)).toEqual(["2 joined LY-WW001 phone talkMethodAssumed"]);
    expect(again.changes).toMatchObject([
      { kind: "append", form: "followUps", row: { contactedAt: "2024-02-20 00:00", notes: "再约" } },
    ]);
  });

  test("of a row that was not taken wait for it", () => {
    const drawn = below.replace("| 2024.2.1 |", "| 某日     |");
    const rejected = takeIn(only(drawn));
    expect(fatesOf(rejected).slice(0, 4)).toEqual([
      "2 rejected notADay",
      "3 rejected talkOfRejected",
      "4 rejected talkOfRejected",
      "5 taken LY-LS001",
    ]);
  });

  test("as of a register that no title names", () => {
    expect(only(below, "Sheet1").form).toBe("visitors");
    expect(only(below, "客户跟踪表").form).toBe("followUps");
  });

  test("of a call are its talks", () => {
    const calls = only(
      `
      | 来电时间 | 客户姓名 | 手机        | 置业顾问 | 咨询内容 | 回访日期 | 回访方式 | 回访情况 |
      | 2024.2.1 | 张三     | 13855550001 | 李娜     | 问三房   | 2024.2.2 | 短信     | 发了位置 |
      | ^        | ^        | ^           | 王强     | ^        | 2024.2.6 | 飞鸽     | 没接     |
      `,
      "来电登记",
    );
    const adopted = takeIn(calls);
    expect(fatesOf(adopted)).toEqual([
      "2 taken LY-ZS001",
      "3 joined LY-ZS001 row keptInNotes talkMethodAssumed",
    ]);
    expect(talksIn(written(bookOf(), adopted.changes))).toEqual([
      "2024-02-01 00:00 LY-ZS001 电话 问三房 李娜",
      "2024-02-02 00:00 LY-ZS001 短信 发了位置 李娜",
      "2024-02-06 00:00 LY-ZS001 电话 没接\n原表“回访方式”：飞鸽 王强",
    ]);
  });

  test("with a 方式 of their own are talks of that kind", () => {
    const table = only(
      `
      | 日期     | 方式 | 客户姓名 | 电话        | 置业顾问 | 跟踪时间 | 跟踪内容 |
      | 2024.2.1 | 来访 | 张三     | 13855550001 | 李娜     |          |          |
      | ^        | 微信 | ^        | ^           | ^        | 2024.2.3 | 发了图   |
      | 2024.2.4 | 来电 | 李四     | 13855550002 | 李娜     |          |          |
    `,
      "来访来电登记",
    );
    const adopted = takeIn(table);
    expect(fatesOf(adopted)).toEqual(["2 taken LY-ZS001", "3 joined LY-ZS001 row", "4 taken LY-LS001"]);
    expect(talksIn(written(bookOf(), adopted.changes))).toContain(
      "2024-02-03 00:00 LY-ZS001 微信 发了图 李娜",
    );
  });

  test("of one register of visits and calls go with the row they follow", () => {
    const mixed = only(`
      | 日期     | 方式 | 客户姓名 | 电话        | 置业顾问 | 洽谈内容 | 跟踪时间 | 跟踪内容 |
      | 2024.2.1 | 来电 | 张三     | 13855550001 | 李娜     | 问三房   |          |          |
      | ^        | ^    | ^        | ^           | ^        | ^        | 2024.2.3 | 电话约访 |
      | 2024.2.4 | 来访 | 张三     | 13855550001 | 李娜     | 看三房   | 2024.2.7 | 微信发图 |
    `);
    const adopted = takeIn(mixed);
    expect(adopted.fates.map(({ kind, form }) => `${kind} ${form ?? ""}`)).toEqual([
      "taken calls",
      "joined followUps",
      "joined visitors",
    ]);
    expect([...talksIn(written(bookOf(), adopted.changes))].sort()).toEqual([
      "2024-02-01 00:00 LY-ZS001 电话 问三房 李娜",
      "2024-02-03 00:00 LY-ZS001 电话 电话约访 李娜",
      "2024-02-04 00:00 LY-ZS001 来访 看三房 李娜",
      "2024-02-07 00:00 LY-ZS001 微信 微信发图 李娜",
    ]);
  });
});

test("words beside the day of each talk are the talk's where no other column has them", () => {
  const table = only(`
    | 来访日期 | 客户姓名 | 电话        | 置业顾问 | 跟踪时间 | 洽谈内容 |
    | 2024.2.1 | 张三     | 13855550001 | 李娜     | '2.1     | 看三房   |
    | ^        | ^        | ^           | ^        | 2.5      | 电话回访，考虑中 |
    | 2024.2.3 | 李四     | 13855550002 | 李娜     | 2.7      | 微信约周末 |
    | 2024.2.4 | 王五     | 13855550003 | 李娜     |          | 看沙盘   |
  `);
  const after = written(bookOf(), takeIn(table).changes);
  expect(talksIn(after)).toEqual([
    "2024-02-01 00:00 LY-ZS001 来访 看三房 李娜",
    "2024-02-03 00:00 LY-LS001 来访 / 李娜",
    "2024-02-04 00:00 LY-WW001 来访 看沙盘 李娜",
    "2024-02-05 00:00 LY-ZS001 电话 电话回访，考虑中 李娜",
    "2024-02-07 00:00 LY-LS001 微信 微信约周末 李娜",
  ]);
  expect(takeIn(table, after).changes).toEqual([]);
});

test("without rows of its own, a day without words is a column as before", () => {
  const table = only(`
    | 来访日期 | 客户姓名 | 电话        | 置业顾问 | 回访时间 | 洽谈内容 |
    | 2024.2.1 | 张三     | 13855550001 | 李娜     | 2024.2.5 | 看三房   |
    | 2024.2.3 | 李四     | 13855550002 | 李娜     | 2024.2.7 | 看两房   |
  `);
  expect(keysOf(table)).toEqual(["visitDate", "name", "phone", "consultant", "own", "notes"]);
});

describe("columns beside a visit", () => {
  const table = only(`
    | 来访日期 | 客户姓名 | 电话        | 置业顾问 | 洽谈内容 | 第一次回访时间 | 第一次回访内容 | 第二次回访时间 | 第二次回访内容 | 第三次回访内容 |
    | 2023.12.30 | 张三   | 13855550001 | 李娜     | 看三房   | '1.3           | 电话未接       | 1.8            | 约看房         |                |
    | 2024.2.3 | 李四     | 13855550002 | 李娜     | 看两房   |                | 已发短信       | 待定           | 没谈成         | 又来           |
  `);
  const found = takeIn(table);
  const after = written(bookOf(), found.changes);
  test("each with its day is a talk; what has no day is kept with the visit", () => {
    expect(keysOf(table).slice(4)).toEqual(["notes", "talkAt", "talkNotes", "talkAt", "talkNotes", "own"]);
    expect(talksIn(after)).toEqual([
      "2023-12-30 00:00 LY-ZS001 来访 看三房 李娜",
      "2024-02-03 00:00 LY-LS001 来访 看两房\n已发短信\n原表“第二次回访时间”：待定\n原表“第二次回访内容”：没谈成 李娜",
      "2024-01-03 00:00 LY-ZS001 电话 电话未接 李娜",
      "2024-01-08 00:00 LY-ZS001 电话 约看房 李娜",
    ]);
    expect(fatesOf(found)).toEqual([
      "2 taken LY-ZS001 talkMethodAssumed",
      "3 taken LY-LS001 keptInNotes keptInNotes",
    ]);
    expect(takeIn(table, after).changes).toEqual([]);
  });

  test("captions of two rows", () => {
    const two = only(`
      | 来访日期 | 客户姓名 | 电话        | 置业顾问 | 第一次回访 | <    | 第二次回访 | <    |
      | ^        | ^        | ^           | ^        | 时间       | 内容 | 时间       | 内容 |
      | 2024.2.1 | 张三     | 13855550001 | 李娜     | 2024.2.5   | 一   | 2024.2.8   | 二   |
    `);
    expect(keysOf(two).slice(4)).toEqual(["talkAt", "talkNotes", "talkAt", "talkNotes"]);
  });

  test.each<readonly [string, readonly string[]]>([
    ["回访1时间 | 回访1内容 | 回访2时间 | 回访2内容", ["talkAt", "talkNotes", "talkAt", "talkNotes"]],
    ["回访时间1 | 回访内容1 | 回访方式1 | 回访情况2", ["talkAt", "talkNotes", "talkMethod", "own"]],
    ["回访时间 | 回访内容 | 回访时间 | 回访内容", ["talkAt", "talkNotes", "talkAt", "talkNotes"]],
    ["首次回访日期 | 首次回访情况", ["talkAt", "talkNotes"]],
    ["二次来访时间 | 二次来访内容", ["talkAt", "talkNotes"]],
    ["二访日期 | 二访情况 | 三访日期 | 三访情况", ["talkAt", "talkNotes", "talkAt", "talkNotes"]],
    ["二访时间 | 二访记录 | 回访日期 | 回访内容", ["talkAt", "talkNotes", "talkAt", "talkNotes"]],
    ["最近跟进时间 | 跟进方式 | 跟进内容", ["talkAt", "talkMethod", "talkNotes"]],
    ["最后一次跟进日期 | 最后一次跟进内容", ["talkAt", "talkNotes"]],
    ["最近联系时间 | 最近联系情况", ["talkAt", "talkNotes"]],
    ["下次回访时间 | 回访内容", ["nextAppointment", "own"]],
  ])("%s", (headers, keys) => {
    const captions = headers.split(" | ");
    const cells = captions.map((each) => (/时间|日期/u.test(each) ? "2024.2.5" : "电话说了"));
    const drawn = `
      | 来访日期 | 客户姓名 | 电话        | 置业顾问 | 洽谈内容 | ${headers} |
      | 2024.2.1 | 张三     | 13855550001 | 李娜     | 看三房   | ${cells.join(" | ")} |
    `;
    expect(keysOf(only(drawn)).slice(5)).toEqual(keys);
  });
});

test("二访 and 三访 are visits of their own days, and what is called 最近跟进 is the last talk", () => {
  const visits = only(`
    | 首访日期  | 姓名 | 电话        | 置业顾问 | 首访情况 | 二访日期  | 二访情况 | 三访日期  | 三访情况 | 回访日期 | 回访内容 |
    | 2024.2.1  | 张三 | 13855550001 | 李娜     | 看沙盘   | 2024.2.8  | 看样板   | 2024.2.15 | 谈价     | 2024.2.3 | 电话约看 |
    | 2023.12.20| 李四 | 13855550002 | 李娜     |          | '1.5      | 复看     |           | 没说哪天 |          |          |
  `);
  expect(talksIn(written(bookOf(), takeIn(visits).changes))).toEqual([
    "2023-12-20 00:00 LY-LS001 来访 原表“三访情况”：没说哪天 李娜",
    "2024-02-01 00:00 LY-ZS001 来访 看沙盘 李娜",
    "2024-02-03 00:00 LY-ZS001 电话 电话约看 李娜",
    "2024-02-08 00:00 LY-ZS001 来访 看样板 李娜",
    "2024-02-15 00:00 LY-ZS001 来访 谈价 李娜",
    "2024-01-05 00:00 LY-LS001 来访 复看 李娜",
  ]);
  const last = only(`
    | 首访时间  | 姓名 | 电话        | 业务员 | 最近跟进时间    | 跟进方式 | 跟进内容 |
    | 2024.2.1  | 张三 | 13855550001 | 李娜   | 2024-02-20 15:00 | 去电   | 周末再来 |
    | 2024.2.2  | 李四 | 13855550002 | 李娜   |                 |          | 随便看看 |
  `);
  expect(talksIn(written(bookOf(), takeIn(last).changes))).toEqual([
    "2024-02-01 00:00 LY-ZS001 来访 / 李娜",
    "2024-02-02 00:00 LY-LS001 来访 原表“跟进内容”：随便看看 李娜",
    "2024-02-20 15:00 LY-ZS001 电话 周末再来 李娜",
  ]);
});

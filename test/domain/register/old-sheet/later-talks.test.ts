/** 收编: later visits and talks whose day stands with their words, or alone; the day of a sheet; ways in other words. */
import { adopt } from "../../../../src/domain/register/adoption/adopt";
import { readSaidConsultant, isNobodysName } from "../../../../src/domain/register/old-sheet/consultant-said";
import { guessedMapping } from "../../../../src/domain/register/old-sheet/old-mapping";
import { oldTablesIn } from "../../../../src/domain/register/old-sheet/old-tables";
import { bookOf, cellsOf, today, written } from "../book-of";
import { sheetOf } from "./old-sheets-of";

const takenIn = (drawn: string, sheet = "Sheet1", there: Parameters<typeof bookOf>[0] = {}) => {
  const [table, ...others] = oldTablesIn(sheetOf(drawn, { sheet }), {});
  if (table === undefined || others.length > 0) throw new Error(`${others.length + 1} tables`);
  const book = bookOf(there);
  const mapping = guessedMapping(table, table.form, table.matches);
  const { changes, fates } = adopt(book, { ...table, mapping }, { today, year: 2023 });
  const talks = cellsOf(written(book, changes), "followUps");
  return {
    form: table.form,
    fates: fates.map((fate) =>
      fate.kind === "rejected" ? fate.reasons.map(({ code }) => code).join(" ") : fate.kind,
    ),
    talks: talks.map(({ contactedAt, method, notes }) =>
      [String(contactedAt).slice(0, 10), method, String(notes).replaceAll("\n", "; ")].join(" "),
    ),
  };
};

const visitor = (headers: string, cells: string): string => `
  | 来访日期 | 客户 | 电话 | 级别 | 置业顾问 | ${headers} |
  | 2023.7.20 | 李四 | '13803791002 | B | 王强 | ${cells} |
`;

test.each([
  [
    "一访 | 二访 | 三访",
    "看沙盘 | 7.25带家人 | 7.30谈价",
    ["2023-07-20 来访 看沙盘", "2023-07-25 来访 带家人", "2023-07-30 来访 谈价"],
  ],
  [
    "洽谈情况 | 回访1 | 回访2",
    "看房 | 7.22电话：考虑 | 7.25来访：谈价",
    ["2023-07-20 来访 看房", "2023-07-22 电话 电话：考虑", "2023-07-25 来访 来访：谈价"],
  ],
  [
    "洽谈情况 | 二访 | 三访",
    "看房 | 2023.7.25 | 2023.7.30",
    ["2023-07-20 来访 看房", "2023-07-25 来访 /", "2023-07-30 来访 /"],
  ],
  [
    "洽谈情况 | 最近跟进 | 跟进情况",
    "看房 | 2023.8.2 | 电话：考虑",
    ["2023-07-20 来访 看房", "2023-08-02 电话 电话：考虑"],
  ],
  ["跟踪记录", "8/4 微信发户型", ["2023-07-20 来访 /", "2023-08-04 微信 微信发户型"]],
  // Not said to be what came after, or of the visit's own day.
  ["洽谈情况", "8/4 微信发户型", ["2023-07-20 来访 8/4 微信发户型"]],
  ["跟踪记录", "7/20 看房", ["2023-07-20 来访 7/20 看房"]],
  ["跟踪记录", "嫌贵，8/4 微信发户型", ["2023-07-20 来访 嫌贵，8/4 微信发户型"]],
])("%s: %s", (headers, cells, talks) => {
  expect(takenIn(visitor(headers, cells))).toEqual({ form: "visitors", fates: ["taken"], talks });
});

test("words of a later visit without a day stay with the first, with their caption", () => {
  const drawn = `
    | 来访日期 | 客户 | 电话 | 级别 | 置业顾问 | 洽谈情况 | 二访 |
    | 2023.7.20 | 李四 | '13803791002 | B | 王强 | 看房 | 7.25带家人 |
    | 2023.7.21 | 王五 | '13803791003 | B | 王强 | 看房 | 考虑 |
  `;
  expect(takenIn(drawn).talks).toEqual([
    "2023-07-20 来访 看房",
    "2023-07-21 来访 看房; 原表“二访”：考虑",
    "2023-07-25 来访 带家人",
  ]);
});

test("首访日期 beside 最近跟进 is a list of visitors", () => {
  const { form, fates, talks } = takenIn(`
    | 首访日期  | 客户 | 电话         | 级别 | 置业顾问 | 最近跟进 | 跟进情况 |
    | 2023.7.20 | 李四 | '13803791002 | B    | 王强     | 2023.8.2 | 考虑     |
  `);
  expect([form, fates]).toEqual(["visitors", ["taken"]]);
  expect(talks).toEqual(["2023-07-20 来访 /", "2023-08-02 电话 考虑"]);
});

test.each(["9月1日", "9.1", "2023.9.1", "20230901"])("the sheet %s is of that day", (sheet) => {
  const drawn = `
    | 客户 | 电话         | 级别 | 置业顾问 | 来访人数 | 洽谈情况 |
    | 李四 | '13803791002 | B    | 王强     | 2        | 看房     |
  `;
  expect(takenIn(drawn, sheet).talks).toEqual(["2023-09-01 来访 看房"]);
});

test.each(["1-3", "2024.1-3", "3-1", "7-9", "2023-1.3"])("the sheet %s is of no day", (sheet) => {
  const drawn = `
    | 客户 | 电话         | 级别 | 置业顾问 | 来访人数 | 洽谈情况 |
    | 李四 | '13803791002 | B    | 王强     | 2        | 看房     |
  `;
  expect(takenIn(drawn, sheet).talks).toEqual([]);
});

test("the sheet 2023-9-1 is of that day", () => {
  const drawn = `
    | 客户 | 电话         | 级别 | 置业顾问 | 来访人数 | 洽谈情况 |
    | 李四 | '13803791002 | B    | 王强     | 2        | 看房     |
  `;
  expect(takenIn(drawn, "2023-9-1").talks).toEqual(["2023-09-01 来访 看房"]);
});

test("a column of days says more than the sheet's name", () => {
  expect(takenIn(visitor("洽谈情况", "看房"), "9.1").talks).toEqual(["2023-07-20 来访 看房"]);
});

test.each([
  ["复访", "2023-09-01 来访 看房"],
  ["微信语音", "2023-09-01 微信 看房"],
  ["未接", "2023-09-01 电话 看房; 原表“跟进方式”：未接"],
])("跟进方式 %s", (method, talk) => {
  const drawn = `
    | 跟进日期 | 客户姓名 | 手机         | 跟进方式  | 跟进内容 | 置业顾问 |
    | 2023.9.1 | 张三     | '13803791001 | ${method} | 看房     | 王强     |
  `;
  const there = {
    visitors: `
      | clientId | visitDate  | name | consultant | mobile      |
      | LY-ZS001 | 2023-01-05 | 张三 | 王强       | 13803791001 |
    `,
  };
  expect(takenIn(drawn, "Sheet1", there).talks).toEqual([talk]);
});

test("a month left blank beside its year is the one above", () => {
  const drawn = (third: string): string => `
    | 年   | 月 | 日 | 客户 | 电话         | 级别 | 置业顾问 | 洽谈情况 |
    | 2023 | 8  | 30 | 李四 | '13803791002 | B    | 王强     | 看房     |
    |      | 9  | 1  | 王五 | '13803791003 | B    | 王强     | 看房     |
    ${third}
    |      | 10 | 3  | 孙七 | '13803791005 | B    | 王强     | 看房     |
  `;
  const days = (third: string): readonly string[] =>
    takenIn(drawn(third)).talks.map((talk) => talk.slice(0, 10));
  const two = "| | | 2 | 赵六 | '13803791004 | B | 王强 | 看房 |";
  expect(days(two)).toEqual(["2023-08-30", "2023-09-01", "2023-09-02", "2023-10-03"]);
  // Of a new year nobody knows which month.
  expect(days(two.replace("| |", "| 2024 |"))).not.toContain("2024-09-02");
});

test("公共池 is nobody, and 王强代李娜 is 王强", () => {
  expect(["公共池", "公海", "公海池"].map(isNobodysName)).toEqual([true, true, true]);
  const onRoster = (name: string): boolean => ["王强", "李娜"].includes(name);
  expect(readSaidConsultant("王强代李娜", onRoster)).toEqual({ name: "王强", saysMore: true });
});

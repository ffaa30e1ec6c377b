/** 收编: rows that say a part of their day: the rest stands in a title, a line between rows, a name, or beside. */
import { adopt } from "../../../../src/domain/register/adoption/adopt";
import { hintsOf } from "../../../../src/domain/register/adoption/adoption-hints";
import {
  dayOfBand,
  dayOfTitles,
  monthOfBand,
  monthOfTitle,
} from "../../../../src/domain/register/old-sheet/day-heads";
import { leftTable } from "../../../../src/domain/register/adoption/left-rows";
import type { OldCells, OldTable } from "../../../../src/domain/register/old-sheet/old-cells";
import { guessedMapping } from "../../../../src/domain/register/old-sheet/old-mapping";
import { oldTablesIn } from "../../../../src/domain/register/old-sheet/old-tables";
import { bookOf, today } from "../book-of";
import { sheetOf } from "./old-sheets-of";

const whenKeys = new Set(["visitDate", "calledAt"]);

const takeIn = (table: OldTable) => {
  const mapping = guessedMapping(table, table.form, table.matches);
  const adoption = adopt(
    bookOf(),
    { ...table, mapping },
    { today, consultant: "王强", ...(table.year === undefined ? {} : { year: table.year }) },
  );
  return { adoption, left: leftTable({ ...table, mapping }, adoption.fates, "zh") };
};

/** Days and moments of all rows taken, and codes of why others were not. */
const daysOf = (drawn: string, more: Partial<OldCells> = {}, fileName = "登记.xlsx"): readonly unknown[] =>
  oldTablesIn(sheetOf(drawn, more), { fileName }).flatMap((table) => {
    const { adoption } = takeIn(table);
    const taken = adoption.changes.flatMap((change) =>
      change.kind === "append" && (change.form === "visitors" || change.form === "calls")
        ? Object.entries(change.row).flatMap(([key, value]) => (whenKeys.has(key) ? [value] : []))
        : [],
    );
    const wrong = adoption.fates.flatMap((fate) =>
      fate.kind === "rejected" ? [`${fate.row} ${fate.reasons.map(({ code }) => code).join()}`] : [],
    );
    return [...taken, ...wrong];
  });

const sheets: readonly (readonly [string, string, Partial<OldCells>, readonly unknown[]])[] = [
  [
    "the paper of calls: 时间 in its head",
    `
    | 新天地项目来电客户登记表 | | | |
    | 项目：新天地 | 时间：2023年3月5日 | | 广告投放媒体及主题：晚报整版 |
    | 来电时间 | 客户姓名 | 手机 | 获知渠道 |
    | 9:30 | 张三 | 13803791001 | 路过 |
    | 下午2点 | 李四 | 13803791002 | 路过 |
    | 0.4375 | 王五 | 13803791003 | 路过 |
  `,
    {},
    ["2023-03-05 09:30", "2023-03-05 10:30", "2023-03-05 14:00"],
  ],
  [
    "the same with a cell of a day",
    `
    | 来电登记表 | | |
    | 日期： | 45000 | |
    | 来电时间 | 客户姓名 | 手机 |
    | 9:30 | 张三 | 13803791001 |
  `,
    { dated: [[], [1], [], []] },
    ["2023-03-15 09:30"],
  ],
  [
    "its head in cells beside each other, page by page",
    `
    | 来电客户登记表 | | | | | |
    | 项目 | 新天地 | 时间 | 2023-03-05 | 广告投放媒体及主题 | 晚报 |
    | 来电时间 | 客户姓名 | 手机 | 获知渠道 | 咨询洽谈内容 | 置业顾问 |
    | 9:30 | 张三 | 13803791001 | 路过 | 问三房 | 王强 |
    | | | | | | |
    | 来电客户登记表 | | | | | |
    | 项目： | 新天地 | 时间： | 45000 | 广告投放媒体及主题： | 晚报 |
    | 来电时间 | 客户姓名 | 手机 | 获知渠道 | 咨询洽谈内容 | 置业顾问 |
    | 10:30 | 李四 | 13803791002 | 路过 | 问三房 | 王强 |
  `,
    { dated: [[], [], [], [], [], [], [3], [], []] },
    ["2023-03-05 09:30", "2023-03-15 10:30"],
  ],
  [
    "a day that people printed it says nothing",
    `
    | 来电登记表 制表日期：2023年3月5日 | | |
    | 来电时间 | 客户姓名 | 手机 |
    | 9:30 | 张三 | 13803791001 |
  `,
    {},
    ["3 notADay"],
  ],
  [
    "days between rows, and no column of days",
    `
    | 2023年来访日报 | < | < |
    | 姓名 | 电话 | 级别 |
    | 3月5日 星期日 | < | < |
    | 张三 | 13803791001 | A |
    | 李四 | 13803791002 | B |
    | 3月6日 星期一 | < | < |
    | 王五 | 13803791003 | A |
  `,
    {},
    ["2023-03-05", "2023-03-05", "2023-03-06"],
  ],
  [
    "days between rows with their weather, in one cell, in cells beside each other, and behind a label",
    `
    | 2023年来访日报 | < | < | |
    | 姓名 | 电话 | 级别 | 备注 |
    | 3月5日 星期日 晴 | < | < | |
    | 张三 | 13803791001 | A | |
    | 2023年3月6日 （晴转多云）8℃ | | | |
    | 李四 | 13803791002 | B | |
    | 3月7日 | 星期二 | 小到中雨 | 8～15℃ |
    | 王五 | 13803791003 | A | |
    | 日期：3月8日 | | 天气：阴，北风3-4级 | |
    | 赵六 | 13803791004 | A | |
  `,
    {},
    ["2023-03-05", "2023-03-06", "2023-03-07", "2023-03-08"],
  ],
  [
    "days in the column of the times below them",
    `
    | 来电登记表 | | 2023年5月 |
    | 时间 | 来电人 | 来电电话 |
    | 5月1日 | | |
    | 9:10 | 赵先生 | 13803791001 |
    | 10:20 | 钱女士 | 13803791002 |
    | 5月2日 | | |

    | 下午2:30 | 孙小姐 | 13803791003 |
  `,
    {},
    ["2023-05-01 09:10", "2023-05-01 10:20", "2023-05-02 14:30"],
  ],
  [
    "the same beside a column of days that is left blank, or that the line itself stands in",
    `
    | 2023年来访登记 | < | < |
    | 日期 | 姓名 | 电话 |
    | 3月5日 星期日 晴 | < | < |
    | | 张三 | 13803791001 |
    | 3月6日 | 李四 | 13803791002 |
    | | 王五 | 13803791003 |
    | 3月7日 星期二 阴 | < | < |
    | | 赵六 | 13803791004 |
    | 3月8日 星期三 多云 | | |
    | | 钱七 | 13803791005 |
    | 3月9日 | 孙八 | 13803791006 |
  `,
    {},
    ["2023-03-05", "2023-03-06", "2023-03-07", "2023-03-08", "2023-03-09", "6 requiredReally"],
  ],
  [
    "days with their weather in the column of days, whose rows say their own all the same",
    `
    | 2023年来访登记 | < | < |
    | 日期 | 姓名 | 电话 |
    | 3月5日 星期日 晴 | | |
    | 3月5日 | 张三 | 13803791001 |
    | 3月6日 多云 | | |
    | 3月6日 | 李四 | 13803791002 |
  `,
    {},
    ["2023-03-05", "2023-03-06"],
  ],
  [
    "a client's day with the weather behind it",
    `
    | 2023年来访登记 | < | < |
    | 日期 | 姓名 | 电话 |
    | 3月5日 晴 | 张三 | 13803791001 |
    | 3月6日（多云转晴 8℃） | 李四 | 13803791002 |
  `,
    {},
    ["2023-03-05", "2023-03-06"],
  ],
  [
    "a line that begins with another day and says something else: nobody knows whose day it is",
    `
    | 2023年来访日报 | < | < |
    | 姓名 | 电话 | 级别 |
    | 3月5日 星期日 | < | < |
    | 张三 | 13803791001 | A |
    | 3月6日 领导视察 | < | < |
    | 李四 | 13803791002 | B |
    | 3月7日 多云 | < | < |
    | 王五 | 13803791003 | A |
    | 3月8日 赵六 | | |
    | 钱七 | 13803791004 | A |
  `,
    {},
    ["2023-03-05", "2023-03-07", "6 requiredReally", "9 requiredReally,oneOfRequired", "10 requiredReally"],
  ],
  [
    "the same over the year's end, in a cell each",
    `
    | 来访登记 | | |
    | 姓名 | 电话 | 级别 |
    | 2023年12月31日 | | |
    | 张三 | 13803791001 | A |
    | 45292 | | |
    | 李四 | 13803791002 | B |
    | 小计 | 1组 | |
    | 1月2日 星期二 | | |
    | 王五 | 13803791003 | A |
  `,
    { dated: [[], [], [], [], [0], [], [], [], []] },
    ["2023-12-31", "2024-01-01", "2024-01-02"],
  ],
  [
    "a paper a day",
    `
    | 2023年3月5日来访登记 | | |
    | 姓名 | 电话 | 级别 |
    | 张三 | 13803791001 | A |
    | | | |
    | 2023年3月6日来访登记 | | |
    | 姓名 | 电话 | 级别 |
    | 李四 | 13803791002 | A |
  `,
    {},
    ["2023-03-05", "2023-03-06"],
  ],
  [
    "months between rows",
    `
    | 2023年度来访登记 | < | < |
    | 日期 | 姓名 | 电话 |
    | 一月份 | | |
    | 5 | 张三 | 13803791001 |
    | 6日 | 李四 | 13803791002 |
    | 7号下午 | 王五 | 13803791003 |
    | 1.8 | 赵六 | 13803791004 |
    | 2月 | | |
    | '28 | 钱七 | 13803791005 |
    | 30 | 孙八 | 13803791006 |
  `,
    {},
    ["2023-01-05", "2023-01-06", "2023-01-07", "2023-01-08", "2023-02-28", "10 noSuchDay"],
  ],
  [
    "the month is the sheet's name",
    `
    | 日期 | 姓名 | 电话 |
    | 1 | 张三 | 13803791001 |
    | 2日 | 李四 | 13803791002 |
    | 8月3日 | 王五 | 13803791003 |
  `,
    { sheet: "2023年8月" },
    ["2023-08-01", "2023-08-02", "2023-08-03"],
  ],
  [
    "no month anywhere",
    `
    | 2023年1-12月来访登记 | < | < |
    | 日期 | 姓名 | 电话 |
    | 5 | 张三 | 13803791001 |
  `,
    {},
    ["3 ambiguousDay"],
  ],
  [
    "年, 月 and 日 side by side",
    `
    | 年 | 月 | 日 | 姓名 | 电话 |
    | 2023 | 3 | 5 | 张三 | 13803791001 |
    | '23年 | '3月 | '6日 | 李四 | 13803791002 |
    | 2023 | 13 | 6 | 王五 | 13803791003 |
  `,
    {},
    ["2023-03-05", "2023-03-06", "4 ambiguousDay"],
  ],
  [
    "月 and 日, the month merged, the year in the title",
    `
    | 2023年度来访登记 | < | < | < |
    | 月份 | 日期 | 姓名 | 电话 |
    | 3 | 5 | 张三 | 13803791001 |
    | ^ | 6 | 李四 | 13803791002 |
    | 4 | 1 | 王五 | 13803791003 |
  `,
    {},
    ["2023-03-05", "2023-03-06", "2023-04-01"],
  ],
  [
    "月, 日 and the time",
    `
    | 2023年来电登记 | < | < | < | < |
    | 月 | 日 | 来电时间 | 客户姓名 | 手机 |
    | 3 | 5 | 9:30 | 张三 | 13803791001 |
    | 3 | 6 | 下午2点 | 李四 | 13803791002 |
  `,
    {},
    ["2023-03-05 09:30", "2023-03-06 14:00"],
  ],
  [
    "月份 beside whole days",
    `
    | 月份 | 日期 | 姓名 | 电话 |
    | 3 | 2023.3.5 | 张三 | 13803791001 |
    | 3 | 2023.3.6 | 李四 | 13803791002 |
  `,
    {},
    ["2023-03-05", "2023-03-06"],
  ],
];

test.each(sheets)("%s", (_, drawn, more, days) => {
  expect(daysOf(drawn, more)).toEqual(days);
});

test("what is not taken says its whole day for itself, and is taken from its own list", () => {
  const [table] = oldTablesIn(
    sheetOf(`
    | 2023年来访日报 | < | < |
    | 姓名 | 电话 | 级别 |
    | 3月5日 星期日 | < | < |
    | 张三 | '1380379 | A |
  `),
  );
  if (table === undefined) throw new Error("no table");
  const { left } = takeIn(table);
  expect([left.headers, left.year]).toEqual([["姓名", "电话", "级别", "日期"], 2023]);
  expect(left.rows.map(({ cells, fromAbove }) => [cells, fromAbove])).toEqual([
    [["张三", "1380379", "A", "3月5日"], [3]],
  ]);
});

test("a list of rows of several years says each year itself, and is taken from its own list", () => {
  const [table] = oldTablesIn(
    sheetOf(`
      | 2023年来访登记 | < | < |
      | 日期 | 姓名 | 电话 |
      | '3月5日 | 张一 | 1380379 |
      | '12月30日 | 张二 | 1380379 |
      | '1.3 | 张三 | 1380379 |
      | '1/4 9:30 | 张四 | 1380379 |
      | '某日 | 张五 | 1380379 |
    `),
  );
  if (table === undefined) throw new Error("no table");
  const { left } = takeIn(table);
  expect(left.year).toBeUndefined();
  expect(left.rows.map(({ cells }) => cells[0])).toEqual([
    "2023年3月5日",
    "2023年12月30日",
    "2024.1.3",
    "2024/1/4 9:30",
    "某日",
  ]);
});

test("a year that the order of the rows tells against the title is told", () => {
  const [table] = oldTablesIn(
    sheetOf(`
      | 2023年来访登记 | < | < |
      | 日期 | 姓名 | 电话 |
      | '12.30 | 张一 | 13803791001 |
      | '6.1 | 张二 | 13803791002 |
      | '1.5 | 张三 | 13803791003 |
      | '12.25 | 张四 | 13803791004 |
    `),
  );
  if (table === undefined) throw new Error("no table");
  const { others } = hintsOf(takeIn(table).adoption.fates);
  expect(others.map(({ row, hint }) => [row, hint.code, hint.value])).toEqual([
    [6, "yearConcluded", "2022-12-25"],
  ]);
});

test("年, 月 and 日 leave nothing behind as columns of their own", () => {
  const [table] = oldTablesIn(
    sheetOf("| 年 | 月 | 日 | 姓名 | 电话 |\n| 2023 | 3 | 5 | 张三 | 13803791001 |"),
  );
  if (table === undefined) throw new Error("no table");
  expect(takeIn(table).adoption.ownColumns).toEqual([]);
  expect(table.rows[0]?.original).toEqual([2023, 3, 5, "张三", 13803791001]);
});

test("a row that follows December in the year said is asked about", () => {
  const [table] = oldTablesIn(
    sheetOf(`
    | 2023年度来访登记 | < | < |
    | 日期 | 姓名 | 电话 |
    | '11月5日 | 张三 | 13803791001 |
    | '12月5日 | 李四 | 13803791002 |
    | '1月8日 | 王五 | 13803791003 |
  `),
  );
  if (table === undefined) throw new Error("no table");
  const { others } = hintsOf(takeIn(table).adoption.fates);
  expect(others.map(({ row, hint }) => [row, hint.code, hint.value])).toEqual([
    [5, "yearInDoubt", "2023-01-08"],
  ]);
});

test.each<[string, unknown]>([
  ["2023年3月5日来访登记", { year: 2023, month: 3, day: 5 }],
  ["来访日报（2023.3.5）", { year: 2023, month: 3, day: 5 }],
  ["项目：新天地 时间：2023 年 3 月 5 日", { year: 2023, month: 3, day: 5 }],
  ["来电日期: 3月5日", { month: 3, day: 5 }],
  ["2023年3月5日（星期日）", { year: 2023, month: 3, day: 5 }],
  ["2023年3月5日 星期日 晴转多云 8-15℃", { year: 2023, month: 3, day: 5 }],
  ["客户登记 2023年3月5日", undefined],
  ["来访客户名单 2023年3月5日", undefined],
  ["时间：2023年3月5日至3月11日", undefined],
  ["来访时间：2023-3-5 - 2023-3-11", undefined],
  ["制表日期：2023年3月5日", undefined],
  ["打印时间：2023-03-05", undefined],
  ["截止2023年3月5日来访", undefined],
  ["2023年3月5日至2023年3月11日来访", undefined],
  ["2023年3月5日-3月11日来访", undefined],
  ["开盘：2023年3月5日", undefined],
  ["2023年3月来访", undefined],
])("the day of the title %s", (title, day) => {
  expect(dayOfTitles([title])).toEqual(day);
});

test("titles of two days name none", () => {
  expect(dayOfTitles(["2023年3月5日来访", "2023年3月6日来访"])).toBeUndefined();
  expect(dayOfTitles(["2023年3月5日来访", "日期：3月5日"])).toEqual({ year: 2023, month: 3, day: 5 });
});

test.each<[string, unknown, unknown]>([
  ["3月5日 星期日", { month: 3, day: 5 }, undefined],
  ["2023.3.5", { year: 2023, month: 3, day: 5 }, undefined],
  ["3月5日来访客户", { month: 3, day: 5 }, undefined],
  ["3月5日 星期日 晴", { month: 3, day: 5 }, undefined],
  ["2023年3月5日 （晴转多云）8℃", { year: 2023, month: 3, day: 5 }, undefined],
  ["【3月5日】周日 天气：雷阵雨 气温：-2~8度 微风", { month: 3, day: 5 }, undefined],
  ["来访日期：3月5日 雨夹雪", { month: 3, day: 5 }, undefined],
  ["三月五日 星期一 雾", { month: 3, day: 5 }, undefined],
  ["3月5日 晴女士", undefined, undefined],
  ["3月5日 张晴 13803791001", undefined, undefined],
  ["3月5日 风先生", undefined, undefined],
  ["3月5日-3月11日 晴", undefined, undefined],
  ["3月5日前 有雨", undefined, undefined],
  ["一月份", undefined, { month: 1 }],
  ["2023年12月来访登记", undefined, { year: 2023, month: 12 }],
  ["2023年", undefined, undefined],
  ["本月共12组", undefined, undefined],
  ["备注：3月5日起涨价", undefined, undefined],
])("between rows, %s is of a day or a month", (said, day, month) => {
  expect([dayOfBand(said), monthOfBand(said)]).toEqual([day, month]);
});

test.each<[string, unknown]>([
  ["8月", { month: 8 }],
  ["2023年8月来电登记表", { year: 2023, month: 8 }],
  ["8月份来访", { month: 8 }],
  ["1-12月来访", undefined],
  ["3月、4月来访", undefined],
  ["8月5日", undefined],
  ["12个月", undefined],
])("the month of the title or name %s", (title, month) => {
  expect(monthOfTitle(title)).toEqual(month);
});

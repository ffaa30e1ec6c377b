import { oldTablesIn } from "../../../../src/domain/register/old-sheet/old-tables";
import type { OldCells, OldTable } from "../../../../src/domain/register/old-sheet/old-cells";
import { ofYear, yearOfOldRow } from "../../../../src/domain/register/old-sheet/old-year";
import type { RawCell } from "../../../../src/domain/register/register";
import { sheetOf } from "./old-sheets-of";

const shownCell = (cell: RawCell): string => (cell === null ? "" : String(cell));

/** "5: 3月5日 · 王强": a line a record, "10 subtotal" a line set aside, in the sheet's order. */
const linesOf = ({ rows, setAside }: OldTable): string[] =>
  [
    ...rows.map(({ row, cells }) => ({ row, line: `${row}: ${cells.map(shownCell).join(" · ")}` })),
    ...setAside.map(({ row, why }) => ({ row, line: `${row} ${why}` })),
  ]
    .sort((a, b) => a.row - b.row)
    .map(({ line }) => line);

const read = (drawn: string, more: Partial<OldCells> = {}, fileName?: string): readonly OldTable[] =>
  oldTablesIn(sheetOf(drawn, more), fileName === undefined ? {} : { fileName });

const keysOf = ({ matches }: OldTable): string => matches.map(({ key }) => key ?? "-").join(" ");

describe("a printed register of the paper's kind", () => {
  const [table, ...others] = read(
    `
    | 洛阳花园2023年来访客户登记表 | < | < | < | < | < | < | < |
    | 项目：洛阳花园 |  |  |  | 案场经理：周正 |  |  |  |
    | 序号 | 日期 | 置业顾问 | 客户姓名 | 联系方式 | < | 来源 | 备注 |
    | ^ | ^ | ^ | ^ | 手机 | 固话 | ^ | ^ |
    | 1 | 3月5日 | 王强 | 张三 | 13803791234 |  | 路过 | 问三房 |
    | 2 | ^ | ^ | 李四 | 13803791235 |  | 同上 | 问两房 |
    | 3 | 3月6日 | 李娜 | 王五 | 13803791236 |  | 〃 | " |
    | 小计 | < | < | 3组 |  |  |  |  |
    |  |
    | 洛阳花园2023年来访客户登记表 | < | < | < | < | < | < | < |
    | 序号 | 日期 | 置业顾问 | 客户姓名 | 联系方式 | < | 来源 | 备注 |
    | ^ | ^ | ^ | ^ | 手机 | 固话 | ^ | ^ |
    | 4 | 3月7日 | 李娜 | 赵六 | 13803791237 | 0379-63912345 | 日报 |  |
    | 5 |  |  |  |  |  |  |  |
    | 合  计 |  |  | 共4组 |  |  |  |  |
    | 备注：本表由置业顾问填写，每天下班前交 | < | < | < | < | < | < | < |
    | 制表人：王强 |  |  | 审核：李娜 |  |  | 日期：2023.3.31 |  |
  `,
    { firstRow: 1 },
  );

  test("its columns are those of both header rows", () => {
    expect(others).toEqual([]);
    expect(table).toMatchObject({ form: "visitors", headerRow: 4, firstColumn: 1, matched: 7, year: 2023 });
    expect(table?.headers).toEqual([
      "序号",
      "日期",
      "置业顾问",
      "客户姓名",
      "联系方式 手机",
      "联系方式 固话",
      "来源",
      "备注",
    ]);
    expect(table && keysOf(table)).toBe("- visitDate consultant name mobile phone channels notes");
  });

  test("merged days and 同上 are filled in; what is no record is said; printed numbers alone are nothing", () => {
    expect(table && linesOf(table)).toEqual([
      "5: 1 · 3月5日 · 王强 · 张三 · 13803791234 ·  · 路过 · 问三房",
      "6: 2 · 3月5日 · 王强 · 李四 · 13803791235 ·  · 路过 · 问两房",
      "7: 3 · 3月6日 · 李娜 · 王五 · 13803791236 ·  · 路过 · 问两房",
      "8 subtotal",
      "10 note",
      "11 headerAgain",
      "12 headerAgain",
      "13: 4 · 3月7日 · 李娜 · 赵六 · 13803791237 · 0379-63912345 · 日报 · ",
      "15 subtotal",
      "16 note",
      "17 note",
    ]);
  });

  test("cells stay as they stand beside", () => {
    expect(table?.rows[1]?.original).toEqual([2, null, null, "李四", 13803791235, null, "同上", "问两房"]);
  });
});

test("formulas that failed do not hide that a day is written once; what follows one has no day", () => {
  const [table] = read(`
    | 日期     | 业务员 | 姓名 | 手机         |
    | 2023.3.5 | 王强   | 张三 | '13803791001 |
    |          | 王强   | 李四 | '13803791002 |
    | #N/A     | 王强   | 王五 | '13803791003 |
    | #N/A     | 王强   | 赵六 | '13803791004 |
    |          | 王强   | 孙七 | '13803791005 |
    |          | 王强   | 周八 | '13803791006 |
  `);
  expect(table?.rows.map(({ cells }) => cells[0])).toEqual([
    "2023.3.5",
    "2023.3.5",
    "#N/A",
    "#N/A",
    "#N/A",
    "#N/A",
  ]);
});

describe("several tables on a sheet", () => {
  test("one under another, each of its own form and titles", () => {
    const tables = read(`
      |  |  |  |  |  |  |
      |  | 来访登记 | < | < |  |  |
      |  | 日期 | 姓名 | 电话 | 级别 |  |
      |  | 2023.3.5 | 张三 | 13803791234 | B |  |
      |  |  |  |  |  |  |
      |  | 来电登记 2022年 | < | < |  |  |
      |  | 来电时间 | 姓名 | 电话 | 获知渠道 | 洽谈内容 |
      |  | 5月3日 | 李四 | 13803791235 | 路过 | 问价 |
      |  | 5月4日 | 王五 | 13803791236 | 路过 | 问价 |
    `);
    expect(tables.map(({ form, headerRow, firstColumn }) => [form, headerRow, firstColumn])).toEqual([
      ["visitors", 3, 2],
      ["calls", 7, 2],
    ]);
    expect(tables.map(({ year }) => year)).toEqual([undefined, 2022]);
    expect(tables.map(linesOf)).toEqual([
      ["4: 2023.3.5 · 张三 · 13803791234 · B"],
      ["8: 5月3日 · 李四 · 13803791235 · 路过 · 问价", "9: 5月4日 · 王五 · 13803791236 · 路过 · 问价"],
    ]);
  });

  test.each([
    ["parted by an empty column", "| 日期 | 姓名 | 电话 |  | 日期 | 姓名 | 电话 |", "|  "],
    ["not parted", "| 日期 | 姓名 | 电话 | 日期 | 姓名 | 电话 |", ""],
    [
      "with an empty column between them, what they share misspelt",
      "| 成交日期 | 业主 | 房源 |  | 来访日期 | 客户姓明 | 手机 |",
      "| ",
    ],
  ])("side by side, %s", (_, header, gap) => {
    const tables = read(`
      ${header}
      | 2023.3.5 | 张三 | 13803791234 ${gap}| 2023.3.6 | 李四 | 13803791235 |
      |  |  |  ${gap}| 2023.3.7 | 王五 | 13803791236 |
    `);
    expect(tables.map(linesOf)).toEqual([
      ["2: 2023.3.5 · 张三 · 13803791234"],
      ["2: 2023.3.6 · 李四 · 13803791235", "3: 2023.3.7 · 王五 · 13803791236"],
    ]);
    expect(tables.map(({ firstColumn }) => firstColumn)).toEqual(gap === "" ? [1, 4] : [1, 5]);
  });

  test.each([
    [
      "lower",
      `
      | 来访登记 |  |  |  |  |  |  |  |
      | 来访日期 | 客户姓名 | 手机 | 备注 |  | 来电登记 |  |  |  |
      | 2023.3.5 | 张三 | 13803791234 | 问价 |  | 来电时间 | 客户姓名 | 手机 | 获知渠道 |
      | 2023.3.6 | 王五 | 13803791236 | 再来 |  | 2023.3.7 | 李四 | 13803791235 | 路过 |
    `,
    ],
    [
      "higher",
      `
      |  |  |  |  |  | 来电时间 | 客户姓名 | 手机 | 获知渠道 |
      | 来访登记 |  |  |  |  | 2023.3.7 | 李四 | 13803791235 | 路过 |
      | 来访日期 | 客户姓名 | 手机 | 备注 |  |  |  |  |  |
      | 2023.3.5 | 张三 | 13803791234 | 问价 |  |  |  |  |  |
      | 2023.3.6 | 王五 | 13803791236 | 再来 |  |  |  |  |  |
    `,
    ],
    [
      "lower, and no column between",
      `
      | 来访日期 | 客户姓名 | 手机 | 备注 | 来电登记 |  |  |  |
      | 2023.3.5 | 张三 | 13803791234 | 问价 | 来电时间 | 客户姓名 | 手机 | 获知渠道 |
      | 2023.3.6 | 王五 | 13803791236 | 再来 | 2023.3.7 | 李四 | 13803791235 | 路过 |
    `,
    ],
    [
      "higher, and no column between",
      `
      |  |  |  |  | 来电时间 | 客户姓名 | 手机 | 获知渠道 |
      | 来访日期 | 客户姓名 | 手机 | 备注 | 2023.3.7 | 李四 | 13803791235 | 路过 |
      | 2023.3.5 | 张三 | 13803791234 | 问价 |  |  |  |  |
      | 2023.3.6 | 王五 | 13803791236 | 再来 |  |  |  |  |
    `,
    ],
    [
      "in the same row, and no column between",
      `
      | 来访日期 | 客户姓名 | 手机 | 备注 | 来电时间 | 客户姓名 | 联系电话 | 获知渠道 |
      | 2023.3.5 | 张三 | 13803791234 | 问价 | 2023.3.7 | 李四 | 13803791235 | 路过 |
      | 2023.3.6 | 王五 | 13803791236 | 再来 |  |  |  |  |
    `,
    ],
  ])("side by side, the header of the second %s", (_, drawn) => {
    const tables = read(drawn).map((table) => ({
      form: table.form,
      rows: linesOf(table).map((line) => line.replace(/^\d+: /u, "")),
    }));
    expect(tables.sort((a, b) => b.form.localeCompare(a.form))).toEqual([
      {
        form: "visitors",
        rows: ["2023.3.5 · 张三 · 13803791234 · 问价", "2023.3.6 · 王五 · 13803791236 · 再来"],
      },
      { form: "calls", rows: expect.arrayContaining(["2023.3.7 · 李四 · 13803791235 · 路过"]) as unknown },
    ]);
  });

  test("a title over the first table is not the second's, whose header stands lower", () => {
    const [, second] = read(`
      | 来访登记 |  |  |  |  |  |  |
      | 来访日期 | 客户姓名 | 手机 |  |  |  |  |
      | 2023.3.5 | 张三 | 13803791234 |  | 来电时间 | 客户姓名 | 手机 |
      | 2023.3.6 | 王五 | 13803791236 |  | 2023.3.7 | 李四 | 13803791235 |
    `);
    expect(second).toMatchObject({ form: "calls", titles: [] });
  });

  test.each([
    ["the halves of one row", "| 来访日期 | 客户姓名 |  | 手机 | 性别 | 备注 |"],
    ["a caption and nothing below", "| 来访日期 | 客户姓名 | 客户编号 | 手机 | 性别 | 备注 |"],
  ])("an empty column within one table parts nothing: %s", (_, header) => {
    const tables = read(`
      ${header}
      | 2023.3.5 | 张三 |  | 13803791234 | 男 | 问价 |
      | 2023.3.6 | 王五 |  | 13803791236 | 男 | 再来 |
    `);
    expect(tables.map(linesOf)).toEqual([
      ["2: 2023.3.5 · 张三 ·  · 13803791234 · 男 · 问价", "3: 2023.3.6 · 王五 ·  · 13803791236 · 男 · 再来"],
    ]);
  });

  test("the name of whom else a sale is of begins no table", () => {
    const tables = read(`
      | 认购日期 | 客户姓名 | 联系电话 | 房号 | 签约日期 | 共有人姓名 | 共有人电话 |
      | 2023.3.5 | 张三 | 13803791234 | 3-1-501 | 2023.3.9 | 李四 | 13803791235 |
    `);
    expect(tables).toHaveLength(1);
  });

  test("an empty column within one table parts nothing", () => {
    const [table, ...others] = read(`
      | 日期 | 姓名 |  | 电话 | 领导批示 |
      | 2023.3.5 | 张三 |  | 13803791234 | 阅 |
    `);
    expect(others).toEqual([]);
    expect(table && linesOf(table)).toEqual(["2: 2023.3.5 · 张三 ·  · 13803791234 · 阅"]);
  });

  test("a count by channel, by layout and the meaning of grades are no registers", () => {
    expect(
      read(`
        | 户型 | 面积 | 套数 | 均价 |
        | 3/2 | 95.2 | 12 | 8500 |
        |  |
        | 渠道 | 组数 | 备注 |
        | 路过 | 12 |  |
        |  |
        | 级别 | 说明 |
        | A | 三天内成交 |
      `),
    ).toEqual([]);
  });
});

describe("captions", () => {
  test("bands over the captions are joined with them", () => {
    const [table] = read(`
      | 基本情况 | < | < | 需求 | < |
      | 日期 | 姓名 | 手机 | 意向面积 | 户型 |
      | 2023.3.5 | 张三 | 13803791234 | 95 | 三房 |
    `);
    expect(table && keysOf(table)).toBe("visitDate name mobile areaBand layout");
    expect(table?.headers[3]).toBe("需求 意向面积");
    expect(table?.headerRow).toBe(2);
  });

  test("choices that begin with a digit stand under their caption, merged over them", () => {
    const [table] = oldTablesIn(
      sheetOf(`
        | 来访日期 | 姓名 | 手机        | 需求面积 | <       | 置业顾问 |
        |          |      |             | 81–100   | 101–120 |          |
        | 2023.3.5 | 张一 | 13803790001 |          | √       | 李明     |
      `),
    );
    expect(table && keysOf(table)).toBe("visitDate name mobile areaBand - consultant");
    expect(table?.rows.map(({ row, cells }) => [row, cells[3]])).toEqual([[3, "101–120"]]);
  });

  test.each([
    ["numbered", "1.来访日期 | 2、姓名 | （3）手机 | ④置业顾问"],
    ["visits by their number", "来访日期 | 姓名 | 手机 | 置业顾问 | 1次跟进 | 2次跟进 | 3访"],
    ["choices without a caption over them", "来访日期 | 姓名 | 手机 | 置业顾问 | 1/1 | 2/2 | 60以下"],
    [
      "many of the register's own",
      `来访日期 | 姓名 | 手机 | 置业顾问 | ${Array.from({ length: 30 }, (_, n) => `自拟${n}`).join(" | ")}`,
    ],
  ])("captions: %s", (_, captions) => {
    const [table] = oldTablesIn(
      sheetOf(`
        | ${captions} |
        | 2023.3.5 | 张一 | 13803790001 | 李明 |
      `),
    );
    expect(table?.rows.map(({ row }) => row)).toEqual([2]);
    const keys = table?.matches.slice(0, 4).map(({ key }) => key);
    expect(keys).toEqual(["visitDate", "name", "mobile", "consultant"]);
  });

  test("a group over two columns that is not merged", () => {
    const [table] = read(`
      | 日期 | 姓名 | 联系方式 |  | 备注 |
      |  |  | 手机 | 座机 |  |
      | 2023.3.5 | 张三 | 13803791234 | 63912345 | 问价 |
    `);
    expect(table && keysOf(table)).toBe("visitDate name mobile phone notes");
    expect(table?.rows).toHaveLength(1);
  });

  test.each([
    [
      "groups alone are merged",
      `
      | 序号 | 日期 | 客户信息 | < | 需求 | < | 来源 | 业务员 |
      |  |  | 姓名 | 电话 | 户型 | 面积 |  |  |
      | 1 | 2023-3-1 | 未二 | 13900630002 | 3/2 | 110 | 路过 | 李娜 |
    `,
      "- visitDate name phone layout areaBand channels consultant",
    ],
    [
      "more captions beside the groups than in them",
      `
      | 来访 | 客户 | < | 性别 | 年龄 | 级别 | 渠道 | 业务员 |
      | 日期 | 姓名 | 电话 |  |  |  |  |  |
      | 2023-3-1 | 组一 | 13900590001 | 男 | 35 | A | 路过 | 李娜 |
    `,
      "visitDate name phone gender age grade channels consultant",
    ],
    [
      "only the last beside them",
      `
      | 来访 | 客户 | < | < | 意向 | < | 业务员 |
      | 日期 | 姓名 | 电话 | 年龄 | 户型 | 面积 |  |
      | 2023-3-1 | 组一 | 13900590001 | 35 | 3/2 | 110 | 李娜 |
    `,
      "visitDate name phone age layout areaBand consultant",
    ],
  ])("captions that nobody merged down stand beside groups: %s", (_, drawn, keys) => {
    const [table, ...others] = read(drawn);
    expect(others).toEqual([]);
    expect(table && keysOf(table)).toBe(keys);
    expect(table?.rows).toHaveLength(1);
  });

  test("a first record of words alone is no second header row", () => {
    const [table] = read(`
      | 姓名 | 电话 | 来源 | 备注 |
      | 张三 | 没留 | 路过 | 微信 |
      | 李四 | 13803791234 | 路过 | 其他 |
    `);
    expect(table && linesOf(table)).toEqual([
      "2: 张三 · 没留 · 路过 · 微信",
      "3: 李四 · 13803791234 · 路过 · 其他",
    ]);
  });

  test("columns without a caption that records reach into are the table's too", () => {
    const [table] = read(`
      |  | 日期 | 姓名 | 电话 |  |
      | 老客 | 2023.3.5 | 张三 | 13803791234 | 下周再来 |
    `);
    expect(table?.firstColumn).toBe(1);
    expect(table && linesOf(table)).toEqual(["2: 老客 · 2023.3.5 · 张三 · 13803791234 · 下周再来"]);
  });
});

describe("days and consultants written once", () => {
  const column = (days: readonly string[]): (string | null)[] => {
    const rows = days.map((day, at) => `| ${day} | 客户${at} | 1380379${String(1000 + at)} |`).join("\n");
    const [table] = read(`| 日期 | 姓名 | 电话 |\n${rows}`);
    return (table?.rows ?? []).map(({ cells }) => (cells[0] ?? null) as string | null);
  };
  test("count for the blank rows below where the column is kept that way", () => {
    expect(column(["2023.3.5", "", "", "2023.3.6", ""])).toEqual([
      "2023.3.5",
      "2023.3.5",
      "2023.3.5",
      "2023.3.6",
      "2023.3.6",
    ]);
  });
  test("words that are no day say none twice: each stands for the rows below it, as written", () => {
    expect(column(["2023.3.5", "", "上周", "", "上周", "", "2023.3.6"])).toEqual([
      "2023.3.5",
      "2023.3.5",
      "上周",
      "上周",
      "上周",
      "上周",
      "2023.3.6",
    ]);
  });
  test.each([
    ["a day is said twice in a row", ["2023.3.5", "2023.3.5", "", "", "2023.3.6"]],
    ["a day that is none is said twice", ["2023.2.30", "2023.2.30", "", "", "2023.3.6"]],
    ["few are blank", ["2023.3.5", "2023.3.6", "2023.3.7", "", "2023.3.8", "2023.3.9", "", "2023.3.10"]],
    ["it begins with a blank", ["", "2023.3.5", "", "2023.3.6", ""]],
  ])("stay blank where %s", (_, days) => {
    expect(column(days)).toEqual(days.map((day) => (day === "" ? null : day)));
  });
  test("nothing is filled past a subtotal, nor names, nor 同上 with nothing above", () => {
    const [table] = read(`
      | 日期 | 姓名 | 电话 | 来源 |
      | 2023.3.5 | 张三 | 13803791234 | 同上 |
      |  | 李四 | 13803791235 | 路过 |
      | 小计 | 2组 |  |  |
      |  |  | 13803791236 | 路过 |
      | 2023.3.6 | 王五 | 13803791237 | 路过 |
    `);
    expect(table && linesOf(table)).toEqual([
      "2: 2023.3.5 · 张三 · 13803791234 · ",
      "3: 2023.3.5 · 李四 · 13803791235 · 路过",
      "4 subtotal",
      "5:  ·  · 13803791236 · 路过",
      "6: 2023.3.6 · 王五 · 13803791237 · 路过",
    ]);
  });
});

describe("what is no record", () => {
  test.each([
    ["合计", "subtotal"],
    ["本页小计：12组", "subtotal"],
    ["总 计", "subtotal"],
    ["3月5日小计", "subtotal"],
    ["共 12 组", "subtotal"],
    ["李娜小计", "subtotal"],
    ["1#小计", "subtotal"],
    ["平均", "subtotal"],
    ["以上共计1组客户", "subtotal"],
    ["本周共接待12组", "subtotal"],
    ["备注：电话至少留两个", "note"],
    ["注：此表不得涂改", "note"],
    ["填表说明：当天填写", "note"],
    ["制表人：王强", "note"],
    ["1、客户离开后当场填写，不得空白", "note"],
    ["第 1 页，共 3 页", "note"],
    ["2023年4月", "note"],
    ["以下空白", "note"],
  ])("%s is a %s", (text, why) => {
    const [table] = read(`
      | 日期 | 姓名 | 电话 | 来源 | 备注 |
      | 2023.3.5 | 张三 | 13803791234 | 路过 |  |
      | ${text} |  |  |  |  |
    `);
    expect(table?.setAside.map((each) => each.why)).toEqual([why]);
    expect(table?.rows).toHaveLength(1);
  });
  test.each([
    "| 合计 | 李四 | 13803791235 |  |  |",
    "|  | 李四 |  | 路过 | 共 3 人来看 |",
    "|  | 李四 |  |  |  |",
    "|  |  |  |  | 说好下次再约，带家里人一起来看看楼层和采光情况 |",
    "| 2023.3.6 |  |  |  |  |",
  ])("%s is a record all the same", (row) => {
    const [table] = read(`
      | 日期 | 姓名 | 电话 | 来源 | 备注 |
      | 2023.3.5 | 张三 | 13803791234 | 路过 |  |
      ${row}
    `);
    expect(table?.setAside).toEqual([]);
    expect(table?.rows).toHaveLength(2);
  });
});

describe("the year of days without one", () => {
  /** By row: the year a reader takes; "?" where people are asked to look at it. */
  const years = (
    title: string,
    days: readonly string[],
    more: { sheet?: string; file?: string } = {},
  ): string => {
    const rows = days.map((day, at) => `| '${day} | 客户${at} | 1380379${String(1000 + at)} |`).join("\n");
    const [table] = read(
      `| ${title} | < | < |\n| 日期 | 姓名 | 电话 |\n${rows}`,
      { sheet: more.sheet ?? "Sheet1" },
      more.file,
    );
    return (table?.rows ?? [])
      .map((row) => `${yearOfOldRow(row, table?.year)}${row.isYearInDoubt === true ? "?" : ""}`)
      .join(" ");
  };
  test.each<[string, string, string[], { sheet?: string; file?: string }, string]>([
    ["the title", "2023年来访登记", ["3月5日", "3.6"], {}, "2023 2023"],
    ["the title in digits", "来访登记(2023)", ["3月5日"], {}, "2023"],
    ["the title in two digits", "23年来访登记", ["3月5日"], {}, "2023"],
    ["the title in characters", "二〇二三年度来访登记", ["3月5日"], {}, "2023"],
    ["the sheet", "来访登记", ["3月5日"], { sheet: "2023.3" }, "2023"],
    ["the file", "来访登记", ["3月5日"], { file: "来访登记-2023.xlsx" }, "2023"],
    ["the other days", "来访登记", ["2023.3.5", "3.6", "3.7"], {}, "2023 2023 2023"],
    ["a phone is none", "来访登记 热线63912023", ["3月5日"], {}, "unknown"],
    ["nothing", "来访登记", ["3月5日"], {}, "unknown"],
    ["names that disagree", "2022年来访登记", ["3月5日"], { file: "来访2023.xlsx" }, "unknown"],
    ["a day of printing after them", "来访登记 2023年3月31日", ["3月5日", "3月6日"], {}, "2023 2023"],
    [
      "a day of printing before them",
      "来访登记 2024年1月5日",
      ["12月28日", "12月29日"],
      {},
      "unknown unknown",
    ],
    ["two years, and over their end", "2022-2023年来访", ["12月30日", "1月2日"], {}, "2022 2023"],
    ["two years, and no end between", "2022-2023年来访", ["3月5日"], {}, "unknown"],
    ["a year's end with a day that says", "来访登记", ["2022.12.30", "1.2", "1.3"], {}, "2022 2023 2023"],
    ["a year's end, and only one year said", "2023年来访", ["12月30日", "1月2日"], {}, "unknown unknown"],
    [
      "a whole year, and what follows",
      "2023年来访",
      ["1月5日", "4月2日", "7月9日", "10月3日", "12月30日", "1月2日"],
      {},
      "2023 2023 2023 2023 2023 2024",
    ],
    ["the newest first", "2022-2023年来访", ["1月3日", "1月2日", "12月30日"], {}, "2023 2023 2022"],
    ["forth and back over the end", "2023年来访", ["12月30日", "1月2日", "12月31日"], {}, "2023 2023? 2023"],
    ["up to a December far off", "2022年来访", ["3月5日", "3月6日", "12月31日"], {}, "2022 2022 2022"],
    ["over ten months at once", "2023年成交", ["1月5日", "10月8日", "12月20日"], {}, "2023 2023 2023"],
    ["two days ten months apart", "2023年成交", ["1月5日", "12月20日"], {}, "2023 2023"],
    ["down from a December far off", "2022年来访", ["12月9日", "12月6日", "3月5日"], {}, "2022 2022 2022"],
    ["a year and a day with its own", "2023年度来访", ["2023.12.3", "1月8日"], {}, "2023 2023?"],
    [
      "by grade, each from January",
      "2022年度来访",
      ["3月5日", "11月20日", "2月1日", "10月5日", "1月8日", "12月30日"],
      {},
      "2022 2022 2022 2022 2022 2022",
    ],
    [
      "a whole year said, and what follows",
      "2023年度来访",
      ["11月20日", "12月5日", "1月3日"],
      {},
      "2023 2023 2023?",
    ],
    [
      "a day of the next year, and what follows it",
      "2022来访登记",
      ["1月5日", "2月7日", "2023.1.1", "1月3日"],
      {},
      "2022 2022 2023 2023",
    ],
    [
      "a day of another year out of order",
      "2022来访登记",
      ["1月5日", "2021.2.7", "1月3日"],
      {},
      "unknown unknown unknown",
    ],
    ["1-12月", "2022年1-12月来访", ["12月5日", "1月7日"], {}, "2022 2022?"],
    [
      "December rows appended",
      "2023年度来访",
      ["1月5日", "4月2日", "7月9日", "10月3日", "12月30日", "1月2日"],
      {},
      "2023 2023 2023 2023 2023 2023?",
    ],
    [
      "no order at all",
      "2023年来访",
      ["8.3", "2.1", "5.5", "3.9", "12.2", "6.1", "10.4", "1.8"],
      {},
      "2023 2023 2023 2023 2023 2023 2023 2023",
    ],
  ])("%s", (_, title, days, more, found) => {
    expect(years(title, days, more)).toBe(found);
  });

  test("each month's table has its own", () => {
    const tables = read(`
      | 2022年12月来访登记 | < | < |
      | 日期 | 姓名 | 电话 |
      | 12月5日 | 张三 | 13803791234 |
      | 2023年1月来访登记 | < | < |
      | 日期 | 姓名 | 电话 |
      | 1月5日 | 李四 | 13803791235 |
    `);
    expect(tables.map(({ year, rows }) => [year, rows.length])).toEqual([
      [2022, 1],
      [2023, 1],
    ]);
  });

  test("the next consultant's rows may begin a year anew", () => {
    const [table] = read(`
      | 2022-2023年来访 | < | < | < |
      | 日期 | 置业顾问 | 姓名 | 电话 |
      | 11月5日 | 王强 | 张三 | 13803791234 |
      | 12月5日 | 王强 | 李四 | 13803791235 |
      | 1月5日 | 李娜 | 王五 | 13803791236 |
      | 2月5日 | 李娜 | 赵六 | 13803791237 |
    `);
    expect(table?.year).toBeUndefined();
  });

  test("of a whole year, each consultant's rows begin in January", () => {
    const [table] = read(`
      | 2023年度来访 | < | < | < |
      | 置业顾问 | 日期 | 姓名 | 电话 |
      | 李娜 | 1月5日 | 张三 | 13803791234 |
      | ^ | 6月5日 | 李四 | 13803791235 |
      | ^ | 12月5日 | 王五 | 13803791236 |
      | 王强 | 1月8日 | 赵六 | 13803791237 |
      | ^ | 11月15日 | 钱七 | 13803791238 |
    `);
    expect(table?.rows.map((row) => yearOfOldRow(row, table.year))).toEqual(Array(5).fill(2023));
    expect(table?.rows.some((row) => row.isYearInDoubt)).toBe(false);
  });

  test("the year people say holds for all rows where the title says the same, and goes on where it says none", () => {
    const yearsOf = (title: string, year: number) => {
      const [table] = read(`
        | ${title} | < | < |
        | 日期 | 姓名 | 电话 |
        | '12月30日 | 张三 | 13803791234 |
        | '1月2日 | 李四 | 13803791235 |
      `);
      if (table === undefined) throw new Error("no table");
      return ofYear(table, year).rows.map((row) => yearOfOldRow(row, year));
    };
    expect(yearsOf("2023年来访", 2023)).toEqual([2023, 2023]);
    expect(yearsOf("2023年来访", 2022)).toEqual([2022, 2023]);
    expect(yearsOf("来访登记", 2022)).toEqual([2022, 2023]);
  });
});

test("客户等级分配跟踪表 is found by its own captions where few others know them", () => {
  const [table, ...others] = read(`
    | 洛阳花园客户等级分配跟踪表 | < | < | < | < | < | < | < | < | < | < | < |
    | 首次接触时间 | 称呼 | 移动电话 | 目前等级 | 现置业顾问 | ★D类日期： | C类日期 | B类日期 | A类日期 | √ | × | 领导批示 |
    | 2022-01-08 | 张三 | 13803791000 | A | 李娜 |  | ☑ |  | √ |  |  | 再跟一次 |
    | 2022-01-09 | 李四 | 13803791001 | C | 王强 | 2022-01-09 | 2022-02-09 |  |  |  |  |  |
  `);
  expect(others).toEqual([]);
  expect([table?.form, table && keysOf(table), table?.rows.length]).toEqual([
    "grades",
    "date name mobile grade consultant reachedD reachedC reachedB reachedA reachedDeal reachedLost -",
    2,
  ]);
});

describe("日 alone", () => {
  const rows = `
    | 日 | 姓名 | 电话 | 级别 | 置业顾问 | 洽谈内容 |
    | 5  | 张一 | '13803791231 | A | 李明 | 好 |
    | 6日 | 张二 | '13803791232 | A | 李明 | 好 |
  `;

  test("under a title of a month is the day", () => {
    const [table] = read(`| 2023年3月来访登记表 | < | < | < | < | < |${rows}`);
    expect(table && keysOf(table)).toBe("visitDate name phone grade consultant notes");
    expect(table?.rows.map(({ cells }) => cells[0])).toEqual(["2023年3月5日", "2023年3月6日"]);
  });

  test.each([
    ["without one", "", rows],
    ["beside a day", "| 2023年3月来访登记表 |", rows.replace("级别", "日期").replaceAll("| A |", "| 3.5 |")],
    ["of other words", "| 2023年3月来访登记表 |", rows.replace("6日", "周一")],
  ])("%s is none", (_, title, drawn) => {
    const [table] = read(title + drawn);
    expect(table?.matches[0]?.key).toBeUndefined();
  });
});

test("会员号 is no number of ours", () => {
  const [table] = read(`
    | 日期 | 会员号 | 姓名 | 电话 | 置业顾问 |
    | 2023.3.5 | 8801 | 张一 | '13803791231 | 李明 |
  `);
  expect(table && keysOf(table)).toBe("visitDate - name phone consultant");
});

/** 收编: several columns could be one blank: what they say of themselves, then what stands in them, decides. */
import type { OldTable } from "../../../../src/domain/register/old-sheet/old-cells";
import { guessedMapping, matchesAs } from "../../../../src/domain/register/old-sheet/old-mapping";
import { oldTablesIn } from "../../../../src/domain/register/old-sheet/old-tables";
import { sheetOf } from "./old-sheets-of";

const only = (drawn: string): OldTable => {
  const [table, ...others] = oldTablesIn(sheetOf(drawn), {});
  if (table === undefined || others.length > 0) throw new Error(`${others.length + 1} tables`);
  return table;
};

/** "意向 own", "等级 grade", "登记人 consultant?": a guess. */
const usesOf = (table: OldTable): readonly string[] =>
  guessedMapping(table, table.form, table.matches).map((use, column) => {
    const guess = table.matches[column]?.how === "likeness" ? "?" : "";
    return `${String(table.headers[column])} ${use.use === "blank" ? `${use.key}${guess}` : use.use}`;
  });

const sheets: Readonly<Record<string, readonly [drawn: string, uses: readonly string[]]>> = {
  "意向 above 三房 is no grade, and 登记人 nobody's consultant beside one": [
    `
    | 日期     | 客户姓名 | 电话         | 意向 | 等级 | 登记人 | 置业顾问名 |
    | 2023.3.5 | 甲一     | '13873010001 | 三房 | A    | 前台刘 | 李娜       |
    | 2023.3.6 | 甲二     | '13873010012 | 两房 | √    | 前台刘 | 王强       |
    `,
    [
      "日期 visitDate",
      "客户姓名 name",
      "电话 phone",
      "意向 own",
      "等级 grade",
      "登记人 own",
      "置业顾问名 consultant",
    ],
  ],
  "意向 above 三房 is no grade where none is": [
    `
    | 日期     | 客户姓名 | 电话         | 意向 | 销售 | 登记人 |
    | 2023.3.5 | 甲一     | '13873010001 | 三房 | 李娜 | 前台刘 |
    `,
    ["日期 visitDate", "客户姓名 name", "电话 phone", "意向 own", "销售 consultant", "登记人 own"],
  ],
  "意向 above A and 类别 above B are grades": [
    `
    | 日期     | 客户姓名 | 电话         | 意向 | 登记人 |
    | 2023.3.5 | 甲一     | '13873010001 | A    | 李娜   |
    | 2023.3.5 | 甲二     | '13873010002 | b类  | 李娜   |
    `,
    ["日期 visitDate", "客户姓名 name", "电话 phone", "意向 grade", "登记人 consultant?"],
  ],
  "来电 and 来访 are no grades": [
    `
    | 日期     | 类别 | 客户姓名 | 联系电话     | 渠道 | 意向级别 | 置业顾问 | 备注   |
    | 2023.3.5 | 来电 | 张大     | '13855550001 | 路过 | B        | 李娜     | 问价格 |
    | 2023.3.6 | 来访 | 张大     | '13855550001 | 路过 | √        | 李娜     | 看房   |
    `,
    [
      "日期 visitDate",
      "类别 comesBy",
      "客户姓名 name",
      "联系电话 phone",
      "渠道 channels",
      "意向级别 grade",
      "置业顾问 consultant",
      "备注 notes",
    ],
  ],
  "two grades by name: the one whose cells are grades": [
    `
    | 来访登记 | < | < | < | < |
    | 来访日期 | 姓名 | 电话         | 意向程度 | 评级 |
    | 2023.3.5 | 甲一 | '13873010001 | 想再看看 | A    |
    | 2023.3.6 | 甲二 | '13873010002 | A, 但嫌贵 | B   |
    | 2023.3.7 | 甲三 | '13873010003 | 很好     | C    |
    | 2023.3.8 | 甲四 | '13873010004 | 一般     | C    |
    `,
    ["来访日期 visitDate", "姓名 name", "电话 phone", "意向程度 own", "评级 grade"],
  ],
  "the day of the visit before the day of writing it down": [
    `
    | 来访登记 | < | < | < | < |
    | 登记时间 | 来访时间 | 姓名 | 电话         | 备注   |
    | 2023.3.9 | 2023.3.5 | 甲一 | '13873010001 | 看三房 |
    | 2023.3.9 | 2023.3.6 | 甲二 | '13873010002 | 看两房 |
    `,
    ["登记时间 own", "来访时间 visitDate", "姓名 name", "电话 phone", "备注 notes"],
  ],
  "a 微信 is no phone beside one": [
    `
    | 来访登记 | < | < | < |
    | 来访日期 | 姓名 | 联系方式 | 手机号码     |
    | 2023.3.5 | 甲一 | wx_jia1  | '13873010001 |
    | 2023.3.6 | 甲二 | jia-er   | '13873010002 |
    `,
    ["来访日期 visitDate", "姓名 name", "联系方式 own", "手机号码 mobile"],
  ],
  "a column with nothing in it is no phone beside one": [
    `
    | 成交登记 | < | < | < | < |
    | 认购日期 | 姓名 | 联系方式 | 手机号码     | 房号 |
    | 2023.3.5 | 甲一 |          | '13873010001 | 1-1-301 |
    | 2023.3.6 | 甲二 | /        | '13873010002 | 1-1-302 |
    `,
    ["认购日期 subscribedOn", "姓名 name", "联系方式 own", "手机号码 phone", "房号 unitNo"],
  ],
  "the blank's own caption before its other wordings, wherever it stands": [
    `
    | 来访登记 | < | < | < | < |
    | 日期     | 到访日期 | 来访日期 | 姓名 | 电话         |
    | 2023.3.4 | 2023.3.5 | 2023.3.6 | 甲一 | '13873010001 |
    `,
    ["日期 own", "到访日期 own", "来访日期 visitDate", "姓名 name", "电话 phone"],
  ],
  "no other day, no other phone: each row says what is wrong with its own": [
    `
    | 来访登记 | < | < | < |
    | 到访日期 | 姓名 | 联系方式 | 级别 |
    | 上周     | 甲一 | 没留     | A    |
    | 前几天   | 甲二 | 不肯给   | B    |
    `,
    ["到访日期 visitDate", "姓名 name", "联系方式 mobile", "级别 grade"],
  ],
};

test.each(Object.entries(sheets))("%s", (_, [drawn, uses]) => {
  expect(usesOf(only(drawn)).map((each) => each.replace(/^原表/u, ""))).toEqual(uses);
});

test("a column that is not taken says what it is unlike", () => {
  const [drawn = ""] = sheets["意向 above 三房 is no grade, and 登记人 nobody's consultant beside one"] ?? [];
  expect(only(drawn).matches[3]).toMatchObject({ key: undefined, unlike: { key: "grade" } });
});

test("as of another form, too", () => {
  const table = only(`
    | 客户登记 | < | < | < |
    | 日期     | 客户姓名 | 联系方式 | 手机号码     | 类别 |
    | 2023.3.5 | 甲一     | wx_jia1  | '13873010001 | 新房 |
  `);
  const form = table.form === "followUps" ? "visitors" : "followUps";
  expect(matchesAs(table, form).map(({ key }) => key)).toEqual([
    form === "followUps" ? "contactedAt" : "visitDate",
    "name",
    undefined,
    "mobile",
    undefined,
  ]);
});

/** 收编: the column of the talk goes to the talk, whatever it is called (R3). */
import { adopt } from "../../../../src/domain/register/adoption/adopt";
import { guessedMapping } from "../../../../src/domain/register/old-sheet/old-mapping";
import { oldTablesIn } from "../../../../src/domain/register/old-sheet/old-tables";
import { bookOf, today } from "../book-of";
import { sheetOf } from "./old-sheets-of";

/** What 跟踪记录 says of each contact, and the users' own columns. */
const takenIn = (drawn: string) => {
  const [table] = oldTablesIn(sheetOf(drawn));
  if (table === undefined) throw new Error("no table");
  const mapping = guessedMapping(table, table.form, table.matches);
  const book = bookOf({ visitors: "| clientId | name |", calls: "| clientId | name |" });
  const { changes } = adopt(book, { ...table, mapping }, { today });
  return {
    told: changes.flatMap((each) =>
      each.kind === "append" && each.form === "followUps" ? [each.row["notes"]] : [],
    ),
    own: mapping.flatMap((use) => (use.use === "own" ? [use.caption] : [])),
  };
};

const captions =
  "洽谈 洽谈要点 洽谈记录 接洽情况 接洽内容 首次洽谈 首次洽谈内容 首访洽谈内容 首次来访洽谈内容 来访洽谈 来访洽谈记录 沟通要点 跟进情况 跟踪情况 跟踪记录 回访情况 一访 客户反馈 客户需求 需求";

test.each(captions.split(" "))("%s is the talk", (caption) => {
  expect(
    takenIn(`
      | 来访登记 | < | < | < | < |
      | 来访日期 | 姓名 | 手机 | 业务员 | ${caption} | 车牌 |
      | 2024.3.5 | 张三 | 13803791234 | 王强 | 想看三房，嫌价格高 | 豫C1 |
      | 2024.3.6 | 李四 | 13803791235 | 王强 | 想看两房，要和家人商量 | 豫C2 |
    `),
  ).toEqual({ told: ["想看三房，嫌价格高", "想看两房，要和家人商量"], own: ["车牌"] });
});

test("in the lower of two header rows it does not give way to 备注, which stays beside it", () => {
  expect(
    takenIn(`
      | 来访登记 | < | < | < | < | < |
      | 日期 | 客户信息 | < | 来访信息 | < | 备注 |
      | ^ | 姓名 | 手机 | 洽谈内容 | 置业顾问 | ^ |
      | 2024.3.5 | 张三 | 13803791234 | 谈了价格 | 王强 | VIP |
    `),
  ).toEqual({ told: ["谈了价格\nVIP"], own: [] });
});

test.each([
  ["一访 | 二访", "谈了价格 | 谈了付款", ["谈了价格\n谈了付款"], []],
  ["洽谈 | 跟进情况", "谈了价格 | 还要考虑", ["谈了价格"], ["跟进情况"]],
  ["洽谈内容 | 跟进情况", "谈了价格 | 还要考虑", ["谈了价格"], ["跟进情况"]],
  ["跟进情况 | 备注", "谈了价格 | VIP", ["谈了价格\nVIP"], []],
  ["需求 | 备注", "三房 | VIP", ["VIP"], ["需求"]],
  ["需求 | 颜色", "三房 | 红", ["/"], ["需求", "颜色"]],
  ["跟进情况 | 颜色", "2024.3.9 | 红", ["/"], ["跟进情况", "颜色"]],
])("of %s", (columns, cells, told, own) => {
  expect(
    takenIn(`
      | 来访登记 | < | < | < | < | < |
      | 来访日期 | 姓名 | 手机 | 业务员 | ${columns} |
      | 2024.3.5 | 张三 | 13803791234 | 王强 | ${cells} |
    `),
  ).toEqual({ told, own });
});

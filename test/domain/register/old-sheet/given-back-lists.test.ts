/** 收编: lists of 退房, 换房 and 更名 are no deals, nor visits (R13). */
import { adopt } from "../../../../src/domain/register/adoption/adopt";
import { givenBackTitle } from "../../../../src/domain/register/old-sheet/given-back-lists";
import { guessedMapping } from "../../../../src/domain/register/old-sheet/old-mapping";
import { oldTablesIn } from "../../../../src/domain/register/old-sheet/old-tables";
import { bookOf, today } from "../book-of";
import { sheetOf } from "./old-sheets-of";

const people = `
  | clientId | name | mobile      |
  | LY-ZS001 | 张三 | 13803791001 |
`;

const fatesOf = (drawn: string, sheet = "Sheet1", fileName = "旧表.xlsx") => {
  const [table] = oldTablesIn(sheetOf(drawn, { sheet }), { fileName });
  if (table === undefined) throw new Error("no table");
  const mapping = guessedMapping(table, table.form, table.matches);
  const book = bookOf({ visitors: people });
  const { changes, fates } = adopt(book, { ...table, mapping }, { today, consultant: "王强", year: 2024 });
  return {
    written: changes.flatMap((change) => (change.kind === "append" ? [change.form] : [])),
    fates: fates.map((fate) =>
      fate.kind === "rejected"
        ? fate.reasons.map(({ code, value }) => `${code} ${value ?? ""}`).join("; ")
        : `${fate.kind} ${table.form}`,
    ),
  };
};

const deals = `
  | 认购日期 | 业主 | 联系电话     | 房号     | 面积 | 成交单价 | 成交总价 | 置业顾问 |
  | 2024.2.3 | 张三 | '13803791001 | 3-2-1201 | 100  | 9000     | 900000   | 王强     |
`;
const titled = (title: string): string => `| ${title} | < | < | < | < | < | < | < |\n${deals.trimStart()}`;
const exchanged = `
  | 日期     | 客户 | 电话         | 原房号   | 新房号  | 面积 | 置业顾问 |
  | 2024.2.3 | 张三 | '13803791001 | 3-2-1201 | 3-2-902 | 100  | 王强     |
`;

test.each([
  ["a title", titled("2024年退定客户明细"), undefined, "2024年退定客户明细"],
  ["a sheet's name", deals, "退房登记", "退房登记"],
  ["a title of those sold", titled("成交客户退房登记"), undefined, "成交客户退房登记"],
  ["of exchanges, which look like visits", exchanged, "换房台账", "换房台账"],
])("%s says it: nothing is written", (_, drawn, sheet, said) => {
  expect(fatesOf(drawn, sheet)).toEqual({ written: [], fates: [`givenBackList ${said}`] });
});

test.each([
  ["the deals themselves", deals, "认购台账", "退房.xlsx", "joined deals"],
  ["deals without them", deals, "成交退房除外", "旧表.xlsx", "joined deals"],
  ["owners as they are now called", deals, "业主名单更名后", "旧表.xlsx", "joined deals"],
  ["deals of both", titled("成交及退房台账"), "Sheet1", "旧表.xlsx", "joined deals"],
])("%s are taken", (_, drawn, sheet, fileName, fate) => {
  expect(fatesOf(drawn, sheet, fileName).fates).toEqual([fate]);
});

test("who came because they would change homes has come", () => {
  const drawn = `
    | 来访日期 | 客户 | 电话         | 级别 | 置业顾问 |
    | 2024.2.3 | 李四 | '13803791002 | B    | 王强     |
  `;
  expect(fatesOf(drawn, "换房客户名单").fates).toEqual(["taken visitors"]);
});

test.each([
  [["退房登记"], "退房登记"],
  [["挞定客户名单"], "挞定客户名单"],
  [["认购退房明细"], "认购退房明细"],
  [["1月", "更名登记"], "更名登记"],
  [["认购台账", "退房"], undefined],
  [["认购、退房台账"], undefined],
  [["认购签约退房台账"], undefined],
  [["换房需求登记"], undefined],
  [["退房客户回访"], undefined],
  [["成交退房除外"], undefined],
  [["成交台账（不含退房）"], undefined],
  [["业主名单更名后"], undefined],
  [["销售台账"], undefined],
])("%j: %s", (titles, said) => {
  expect(givenBackTitle(titles)).toBe(said);
});

/** 收编: further columns of phones are phones, whatever they are called (R9). */
import { adopt } from "../../../../src/domain/register/adoption/adopt";
import { guessedMapping } from "../../../../src/domain/register/old-sheet/old-mapping";
import { oldTablesIn } from "../../../../src/domain/register/old-sheet/old-tables";
import { bookOf, today } from "../book-of";
import { sheetOf } from "./old-sheets-of";

const tableOf = (drawn: string) => {
  const [table] = oldTablesIn(sheetOf(drawn));
  if (table === undefined) throw new Error("no table");
  return table;
};

describe.each([
  ["联系电话", "备用电话"],
  ["电话", "电话2"],
  ["手机号", "手机号2"],
  ["手机", "备用手机"],
  ["手机", "手机"],
  ["手机", "手机（备用）"],
  ["手机一", "手机二"],
  ["手机号码", "第二手机"],
  ["移动电话", "移动电话2"],
  ["联系方式", "联系方式"],
  ["联系方式1", "联系方式2"],
  ["电话", "配偶电话"],
])("%s and %s", (first, second) => {
  test.each(["来访", "来电"] as const)("who comes again by the second number is the same: %s", (form) => {
    const table = tableOf(`
      | ${form}登记 | < | < | < | < | < |
      | ${form}日期 | 姓名 | ${first} | ${second} | 业务员 | 备注 |
      | 2024.3.5 | 张三 | 13803791234 | 13903791235 | 王强 | 问价 |
      | 2024.3.6 | 李四 | 13803791236 |  | 王强 | 问价 |
      | 2024.3.7 | 王五 | 13803791237 | 0379-63912345 | 王强 | 问价 |
      | 2024.3.9 | 张三 | 13903791235 |  | 王强 | 再问 |
    `);
    const book = bookOf({ visitors: "| clientId | name |", calls: "| clientId | name |" });
    const mapping = guessedMapping(table, table.form, table.matches);
    const { fates } = adopt(book, { ...table, mapping }, { today });
    expect(fates.map(({ kind }) => kind)).toEqual(["taken", "taken", "taken", "joined"]);
    expect(mapping.filter(({ use }) => use === "own")).toEqual([]);
  });
});

test.each([
  [
    "三个号码的",
    "| 13803791234 | 13903791235 | 13703791236 |",
    "138 0379 1234 · 139 0379 1235、137 0379 1236",
  ],
  [
    "两个手机一个固话",
    "| 0379-63912345 | 13903791235 | 13703791236 |",
    "139 0379 1235 · 0379-6391 2345、137 0379 1236",
  ],
])("%s", (_, phones, shown) => {
  const table = tableOf(`
    | 来访登记 | < | < | < | < | < |
    | 来访日期 | 姓名 | 手机 | 手机2 | 手机3 | 业务员 |
    | 2024.3.5 | 张三 ${phones} 王强 |
  `);
  const mapping = guessedMapping(table, table.form, table.matches);
  const { changes } = adopt(bookOf({ visitors: "| clientId | name |" }), { ...table, mapping }, { today });
  const rows = changes.flatMap((each) =>
    each.kind === "append" && each.form === "visitors"
      ? [`${each.row["mobile"]} · ${each.row["phone"]}`]
      : [],
  );
  expect(rows).toEqual([shown]);
});

test.each(["置业顾问手机", "经纪人联系方式", "销售电话", "电话时间", "电话次数"])(
  "%s is nobody's that comes",
  (header) => {
    const table = tableOf(`
      | 来访登记 | < | < | < | < |
      | 来访日期 | 姓名 | 手机 | ${header} | 业务员 |
      | 2024.3.5 | 张三 | 13803791234 | 13903791235 | 王强 |
    `);
    expect(table.matches[3]?.key).toBeUndefined();
  },
);

test.each(["介绍人电话", "老客户电话", "推荐人联系方式", "转介绍人手机号码"])(
  "%s is the referrer's",
  (header) => {
    const table = tableOf(`
    | 来访登记 | < | < | < | < | < |
    | 来访日期 | 姓名 | 手机 | ${header} | 介绍人 | 业务员 |
    | 2024.3.5 | 张三 | 13803791234 | 13903791235 | 李芳 | 王强 |
  `);
    expect(table.matches.map(({ key }) => key)).toEqual([
      "visitDate",
      "name",
      "mobile",
      "referrerId",
      "referrerId",
      "consultant",
    ]);
  },
);

test("that a number is the spouse's stays in the notes", () => {
  const table = tableOf(`
    | 来访登记 | < | < | < | < | < |
    | 来访日期 | 姓名 | 手机 | 配偶电话 | 业务员 | 备注 |
    | 2024.3.5 | 张三 | 13803791234 | 13903791235 | 王强 | 问价 |
  `);
  const mapping = guessedMapping(table, table.form, table.matches);
  const { changes } = adopt(bookOf({ visitors: "| clientId | name |" }), { ...table, mapping }, { today });
  expect(changes).toContainEqual(
    expect.objectContaining({
      form: "visitors",
      row: expect.objectContaining({ notes: "问价\n原表“配偶电话”：13903791235" }) as unknown,
    }),
  );
});

test.each([
  ["联系方式", "phone"],
  ["介绍人", undefined],
])("a second row of captions under %s", (group, key) => {
  const table = tableOf(`
    | 来访登记 | < | < | < | < | < |
    | 来访日期 | 姓名 | 手机 | ${group} | < | 业务员 |
    | ^ | ^ | ^ | 备用手机 | 微信 | ^ |
    | 2024.3.5 | 张三 | 13803791234 | 13903791235 | zs | 王强 |
  `);
  expect(table.matches[3]?.key).toBe(key);
});

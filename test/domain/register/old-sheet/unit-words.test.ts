/** 收编 (R12): what a table's numbers are counted in, as a title or a row of units says it. */
import { adopt } from "../../../../src/domain/register/adoption/adopt";
import { guessedMapping } from "../../../../src/domain/register/old-sheet/old-mapping";
import { oldTablesIn } from "../../../../src/domain/register/old-sheet/old-tables";
import { countsInWan, wanColumns } from "../../../../src/domain/register/old-sheet/unit-words";
import { bookOf, cellsOf, today, written } from "../book-of";
import { sheetOf } from "./old-sheets-of";

const people = `
  | clientId | name | mobile      |
  | LY-ZS001 | 张三 | 13803791001 |
  | LY-LS001 | 李四 | 13803791002 |
`;

const taken = (drawn: string) => {
  const [table] = oldTablesIn(sheetOf(drawn), { fileName: "2024.xlsx" });
  if (table === undefined) throw new Error("no table");
  const book = bookOf({ visitors: people });
  const mapping = guessedMapping(table, table.form, table.matches);
  const { changes, fates } = adopt(book, { ...table, mapping }, { today, year: 2024 });
  const prices = cellsOf(written(book, changes), table.form).map(({ unitPrice, totalPrice }) => [
    unitPrice ?? null,
    totalPrice ?? null,
  ]);
  const hints = fates.flatMap((fate) =>
    fate.kind === "joined" || fate.kind === "taken" ? fate.hints.map(({ code }) => code) : [fate.kind],
  );
  return { prices, hints, captions: table.headers.slice(4, 7), aside: table.setAside.map(({ why }) => why) };
};

const deals = (title: string, units: string, one: string, other = one): string => `
  ${title}
  | 业主 | 联系电话     | 认购日期 | 房号    | 面积 | 单价 | 总价 | 业务员 |
  ${units}
  | 张三 | '13803791001 | 2024.2.1 | 1-1-101 | 100  | ${one} | 王强 |
  | 李四 | '13803791002 | 2024.2.2 | 1-1-102 | 100  | ${other} | 王强 |
`;
const inYuan = [
  [9000, 900_000],
  [9000, 885_000],
];

test("a row of units is no record: what it says is of the column above", () => {
  const row = "| | | | | (㎡) | (元/㎡) | (万元) | |";
  expect(taken(deals("", row, "9000 | 90", "9000 | 88.5"))).toEqual({
    prices: inYuan,
    hints: ["setAside", "totalMismatch"],
    captions: ["面积（㎡）", "单价（元/㎡）", "总价（万元）"],
    aside: ["headerAgain"],
  });
  const bare = "| 单位 | | | | 平方米 | 万元/㎡ | 万元 | |";
  expect(taken(deals("", bare, "0.9 | 90", "0.9 | 88.5"))).toMatchObject({ prices: inYuan });
});

test("printed again with its captions it is no record either", () => {
  const { prices, aside } = taken(`
    | 业主 | 联系电话     | 认购日期 | 房号    | 面积 | 单价 | 总价 | 业务员 |
    |      |              |          |         | ㎡   | 元   | 万元 |        |
    | 张三 | '13803791001 | 2024.2.1 | 1-1-101 | 100  | 9000 | 90   | 王强   |
    | 业主 | 联系电话     | 认购日期 | 房号    | 面积 | 单价 | 总价 | 业务员 |
    |      |              |          |         | ㎡   | 元   | 万元 |        |
    | 李四 | '13803791002 | 2024.2.2 | 1-1-102 | 100  | 9000 | 88.5 | 王强   |
  `);
  expect(prices).toEqual(inYuan);
  expect(aside).toEqual(["headerAgain", "headerAgain", "headerAgain"]);
});

test("单位：万元 of a title is of totals, and of prices where all of them are so small", () => {
  const title = "| 2024年成交台账 | | | | | 单位：万元 | | |";
  expect(taken(deals(title, "", "9000 | 90", "9000 | 88.5"))).toMatchObject({
    prices: inYuan,
    captions: ["面积", "单价", "总价（万元）"],
  });
  expect(taken(deals(title, "", "0.9 | 90", "0.9 | 88.5"))).toMatchObject({
    prices: inYuan,
    captions: ["面积", "单价（万元）", "总价（万元）"],
  });
  // A caption that says its own stays.
  const own = deals(title, "", "9000 | 900000", "9000 | 885000").replace("总价", "总价（元）");
  expect(taken(own)).toMatchObject({ prices: inYuan, captions: ["面积", "单价", "总价（元）"] });
});

test("a total that no home has is asked about, and taken as it stands", () => {
  expect(taken(deals("", "", "| 90", "| 885000"))).toMatchObject({
    prices: [
      [null, 90],
      [null, 885_000],
    ],
    hints: ["priceOfNoHome"],
  });
});

test("a list of units, likewise", () => {
  const list = `
    | 房源表（单位：万元、㎡） | | | | | | |
    | 楼栋 | 单元 | 房号 | 户型 | 面积 | 单价 | 总价 |
    | 1    | 1    | 101  | 3/2  | 100  | 0.9  | 90   |
  `;
  expect(taken(list)).toMatchObject({ prices: [[9000, null]], aside: [] });
  const unsaid = taken(list.replace("（单位：万元、㎡）", ""));
  expect(unsaid).toMatchObject({ prices: [[0.9, null]] });
  expect(unsaid.hints).toContain("priceOfNoHome");
});

test.each([
  ["单位：万元", true],
  ["2023年成交台账 单位:万元、平方米", true],
  ["成交台账（万元）", true],
  ["（金额单位：人民币万元）", true],
  ["单价单位：元/㎡ 总价单位：万元", true],
  ["单位：元、平方米", false],
  ["单位：元；总价单位：万元", false],
  ["2023年完成1000万元", false],
  ["单位：洛阳万元地产", false],
])("%s", (title, isWan) => {
  expect(countsInWan([title])).toBe(isWan);
});

test("单价 of which one is in yuan is no column of 万元", () => {
  const unitPrice = { key: "unitPrice", column: 0, header: "单价", how: "wording" } as const;
  expect([...wanColumns([unitPrice], () => [0.85, 8500])]).toEqual([]);
  expect([...wanColumns([unitPrice], () => [0.85, 0.9])]).toEqual([0]);
});

/** 收编 (R12): of several prices of a deal the one it was made at. */
import { adopt } from "../../../../src/domain/register/adoption/adopt";
import { withAgreedPrices } from "../../../../src/domain/register/old-sheet/agreed-prices";
import { guessedMapping } from "../../../../src/domain/register/old-sheet/old-mapping";
import { oldTablesIn } from "../../../../src/domain/register/old-sheet/old-tables";
import { bookOf, cellsOf, today, written } from "../book-of";
import { sheetOf } from "./old-sheets-of";

const people = `
  | clientId | name | mobile      |
  | LY-ZS001 | 张三 | 13803791001 |
`;

const taken = (captions: string, cells: string) => {
  const drawn = `
    | 认购日期 | 业主 | 联系电话     | 房号    | 面积 | 业务员 | ${captions} |
    | 2024.2.1 | 张三 | '13803791001 | 1-1-101 | 100  | 王强   | ${cells} |
  `;
  const [table] = oldTablesIn(sheetOf(drawn), { fileName: "2024成交.xlsx" });
  if (table === undefined) throw new Error("no table");
  const book = bookOf({ visitors: people });
  const mapping = guessedMapping(table, table.form, table.matches);
  const { changes, fates } = adopt(book, { ...table, mapping }, { today, year: 2024 });
  const after = written(book, changes);
  const [deal] = cellsOf(after, "deals");
  return {
    prices: [deal?.["unitPrice"] ?? null, deal?.["totalPrice"] ?? null],
    own: mapping.flatMap((use) => (use.use === "own" ? [use.caption] : [])),
    hints: fates.flatMap((fate) =>
      fate.kind === "joined" ? fate.hints.map(({ code }) => code) : [fate.kind],
    ),
    guessed: table.matches.flatMap(({ how, header }) => (how === "likeness" ? [header] : [])),
    remarks: String(cellsOf(after, "grades")[0]?.["remarks"] ?? ""),
  };
};

test.each([
  "成交价",
  "成交价格",
  "实际成交价",
  "实际成交总价",
  "成交总房款",
  "合同价款",
  "签约总价款",
  "最终总价",
  "折后价",
  "实收房款",
  "成交价（元）",
])("%s is the total", (caption) => {
  expect(taken(`成交单价 | ${caption}`, "9000 | 900000")).toMatchObject({ prices: [9000, 900_000], own: [] });
});

test.each(["成交价", "折后价", "成交价（元/㎡）"])("%s of a square metre is the unit price", (caption) => {
  expect(taken(`${caption} | 总价`, "8820 | 882000")).toMatchObject({ prices: [8820, 882_000], own: [] });
});

test.each<readonly [string, string, readonly [number, number], readonly string[]]>([
  ["单价 | 总价 | 成交价", "9000 | 900000 | 882000", [8820, 882_000], ["原表总价"]],
  ["单价 | 总价（万元） | 成交价（万元）", "9000 | 90 | 88.2", [8820, 882_000], ["总价（万元）"]],
  [
    "单价 | 总价 | 折后单价 | 折后总价",
    "9000 | 900000 | 8820 | 882000",
    [8820, 882_000],
    ["原表单价", "原表总价"],
  ],
  [
    "单价 | 总价 | 成交价 | 合同价",
    "9000 | 900000 | 882000 | 890000",
    [8820, 882_000],
    ["原表总价", "合同价"],
  ],
  ["成交总价 | 成交价", "882000 | 8820", [8820, 882_000], []],
  ["总价 | 实收房款", "882000 | 300000", [0, 882_000], ["实收房款"]],
])("%s: the agreed prices, the list's as the users' own", (captions, cells, [unit, total], own) => {
  expect(taken(captions, cells)).toMatchObject({ prices: [unit === 0 ? null : unit, total], own });
});

test("单价 of the list is told and kept where the deal's price of a metre is reckoned", () => {
  const { hints, remarks } = taken("单价 | 总价 | 成交价", "9000 | 900000 | 882000");
  expect(hints).toEqual(["unitPriceOfList"]);
  expect(remarks).toBe("1-1-101 原表“成交单价”：9000");
  // Nothing says whose 9000 is: people have to compare.
  const alone = taken("单价 | 成交价", "9000 | 882000");
  expect(alone).toMatchObject({ prices: [9000, 882_000], hints: ["totalMismatch"] });
});

test("实收房款 is a guess: what came in may be a part", () => {
  expect(taken("成交单价 | 实收房款", "9000 | 900000").guessed).toEqual(["实收房款"]);
});

test("a total above 单价 × 面积 is no list's 单价 brought down: people compare", () => {
  expect(taken("单价 | 总价 | 成交价", "8000 | 800000 | 850000")).toMatchObject({
    prices: [8000, 850_000],
    hints: ["totalMismatch"],
  });
});

describe("which blank a price's column takes", () => {
  type Matches = Parameters<typeof withAgreedPrices>[1];
  const keysOf = (matches: Matches, cells: readonly (readonly number[])[] = []) =>
    withAgreedPrices("deals", matches, (column) => cells[column] ?? []).map(({ key }) => key);

  test("成交价 is of the home, where one cell in several is of a metre", () => {
    const matches: Matches = [
      { key: "floorArea", column: 0, header: "面积", how: "wording" },
      { key: "totalPrice", column: 1, header: "成交价", how: "wording" },
    ];
    const cells = [
      [100, 100, 110],
      [882_000, 8820, 990_000],
    ];
    expect(keysOf(matches, cells)).toEqual(["floorArea", "totalPrice"]);
  });

  test("of two that say as little of what was agreed, the one that was nearer keeps it", () => {
    const matches: Matches = [
      { key: undefined, rival: "totalPrice", column: 0, header: "总房款", how: "unknown" },
      { key: "totalPrice", column: 1, header: "总价", how: "wording" },
    ];
    expect(keysOf(matches)).toEqual([undefined, "totalPrice"]);
  });
});

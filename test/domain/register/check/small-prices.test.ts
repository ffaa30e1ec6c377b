/** R12: prices that no home has, asked about wherever they stand. */
import { applyFixes } from "../../../../src/domain/register/check/fixes";
import { checkWorkbook } from "../../../../src/domain/register/check/check-workbook";
import { say } from "../../../../src/domain/register/wording";
import { bookOf, type Cells, cellsOf, today, written } from "../book-of";

const deal = (row: Cells): Cells => ({
  dealId: "CLY-ZS001",
  name: "张三",
  consultant: "王强",
  subscribedOn: "2024-02-01",
  unitNo: "1-1-101",
  ...row,
});

const checked = (deals: readonly Cells[], units: readonly Cells[] = []) => {
  const book = bookOf({ deals, units });
  const found = checkWorkbook(book, today).filter(({ code }) => code === "priceOfNoHome");
  const after = written(book, applyFixes(found));
  return { found, deals: cellsOf(after, "deals"), units: cellsOf(after, "units") };
};

test.each<readonly [Cells, readonly string[], Cells]>([
  // 万元 that come to the price of a home have their fix.
  [{ totalPrice: 90, floorArea: 100 }, ["totalPrice"], { totalPrice: 900_000 }],
  [{ totalPrice: 9999, floorArea: 400 }, ["totalPrice"], { totalPrice: 99_990_000 }],
  [
    { unitPrice: 0.9, totalPrice: 90, floorArea: 100 },
    ["unitPrice", "totalPrice"],
    { unitPrice: 9000, totalPrice: 900_000 },
  ],
  // Anything else people have to say.
  [{ totalPrice: 90 }, ["totalPrice"], { totalPrice: 90 }],
  [{ totalPrice: 9000, floorArea: 100 }, ["totalPrice"], { totalPrice: 9000 }],
  [{ unitPrice: 90, floorArea: 100 }, ["unitPrice"], { unitPrice: 90 }],
  // A parking space, and a home.
  [{ totalPrice: 10_000, unitPrice: 800, floorArea: 12.5 }, [], { totalPrice: 10_000 }],
  [{ unitPrice: 100, floorArea: 100 }, [], { unitPrice: 100 }],
  // Nothing at all is another matter.
  [{ totalPrice: 0, floorArea: 100 }, [], { totalPrice: 0 }],
])("%p", (row, asked, becomes) => {
  const { found, deals } = checked([deal(row)]);
  expect(found.map(({ key }) => key)).toEqual(asked);
  expect(found.every(({ severity, rule }) => severity === "hint" && rule === "R12")).toBe(true);
  expect(deals[0]).toMatchObject(becomes);
});

test("a price of 销控表 likewise, and what is said of it", () => {
  const { found, units } = checked([], [{ unitNo: "1-1-101", floorArea: 100, unitPrice: 0.85 }]);
  expect(found.map((each) => say(each, "zh"))).toEqual([
    {
      where: "销控表 第 5 行“单价”",
      says: "单价 0.85 元，没有房子卖这个价，多半是按万元写的",
      remedy: "请核对；是万元的改成 8500（旧表在表头写明“万元”再收编，就照万元收）",
    },
  ]);
  expect(units[0]?.["unitPrice"]).toBe(8500);
});

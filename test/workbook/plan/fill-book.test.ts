import { fillBook } from "../../../src/workbook/plan/fill-book";
import { freshBook } from "../planned-site";

const sheet = (name: string, book = freshBook()) => {
  const found = book.sheets.find((each) => each.name === name);
  if (!found) throw new Error(name);
  return found;
};

const row = { clientId: "LY-ZS001", name: "张三", visitDate: "2026-11-20" } as const;

test("the blank row is filled first, then the table grows", () => {
  const one = fillBook(freshBook(), [{ kind: "append", form: "visitors", row }]);
  expect(sheet("来访登记", one).tables[0]?.range).toBe("A4:AG5");
  const two = fillBook(one, [{ kind: "append", form: "visitors", row: { ...row, clientId: "LY-ZS002" } }]);
  expect(sheet("来访登记", two).tables[0]?.range).toBe("A4:AG6");
  const rows = sheet("来访登记", two).blocks.at(-1)?.rows ?? [];
  expect(rows.slice(-2).map((cells) => cells[0])).toEqual(["LY-ZS001", "LY-ZS002"]);
});

test("formulas go down with the rows", () => {
  const filled = fillBook(freshBook(), [
    { kind: "append", form: "grades", row: { clientId: "LY-ZS001" } },
    { kind: "append", form: "grades", row: { clientId: "LY-ZS002" } },
  ]);
  const [first, second] = sheet("等级跟踪", filled).blocks.at(-1)?.rows.slice(-2) ?? [];
  expect(first?.[4]).toHaveProperty("formula");
  expect(second?.[4]).toEqual(first?.[4]);
});

test("numbers given are remembered, the highest of each prefix", () => {
  const filled = fillBook(freshBook(), [
    { kind: "counter", prefix: "LY-ZS", highest: 3 },
    { kind: "counter", prefix: "LY-LW", highest: 1 },
    { kind: "counter", prefix: "LY-ZS", highest: 2 },
  ]);
  const rows = sheet("_案场簿", filled).blocks.find(({ at }) => at === "A3")?.rows;
  expect(rows).toEqual([
    ["前缀", "已用到"],
    ["LY-ZS", 3],
    ["LY-LW", 1],
  ]);
});

test("an untouched book stays as it is; a cell that is not there is no place to write", () => {
  expect(fillBook(freshBook(), [])).toEqual(freshBook());
  expect(() =>
    fillBook(freshBook(), [
      { kind: "set", form: "grades", row: 6, key: "remarks", was: null, value: "示例" },
    ]),
  ).toThrow(RangeError);
});

test("a row that is there from the beginning can be filled", () => {
  const filled = fillBook(freshBook(), [
    { kind: "set", form: "progress", row: 16, key: "plannedUnits", was: null, value: 3 },
  ]);
  const rows = sheet("季度进度", filled).blocks.at(-1)?.rows ?? [];
  expect(rows.map((cells) => cells[3]).slice(-2)).toEqual([null, 3]);
  expect(() =>
    fillBook(freshBook(), [
      { kind: "set", form: "progress", row: 17, key: "plannedUnits", was: null, value: 3 },
    ]),
  ).toThrow(RangeError);
});

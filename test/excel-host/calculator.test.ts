import type { Book, Cell } from "../../src/book/book";
import { createUniverCalculator } from "../../src/excel-host/calculator-univer";
import { sheetOf } from "./plain-sheet";

const visits = (rows: readonly (readonly Cell[])[]): Book => ({
  names: [{ name: "今天", refersTo: "=设置!$B$1" }],
  sheets: [
    sheetOf(
      "来访 登记",
      [
        {
          at: "A3",
          rows: [
            ["编号", "电话", "日期", "应跟 日", "状态", "重'复"],
            ...rows.map((row) => [
              ...row,
              { formula: '=IF([@日期]="","",[@日期]+7)' },
              { formula: '=IF([@[应跟 日]]<今天,"逾期",IF([@[应跟 日]]=今天,"今日",""))' },
              { formula: "=COUNTIF([电话],[@电话])>1" },
            ]),
          ],
        },
      ],
      {
        tables: [
          {
            name: "来访",
            range: `A3:F${3 + rows.length}`,
            columns: ["编号", "电话", "日期", "应跟 日", "状态", "重'复"].map((name) => ({ name })),
            style: "TableStyleLight9",
            bandedRows: true,
            filterButtons: true,
          },
        ],
      },
    ),
    sheetOf("设置", [
      {
        at: "A1",
        rows: [
          ["今天", { formula: "=TODAY()" }],
          ["逾期", { formula: '=COUNTIFS(来访[状态],"逾期")' }],
          ["最近", { formula: '=MAXIFS(来访[日期],来访[电话],"1")' }],
          ["间接", { formula: '=INDIRECT("B2")+1' }],
          ["再一", { formula: "=B4*10" }],
          ["没有", { formula: "=来访[无]" }],
          ["几行", { formula: "=ROWS(来访)" }],
        ],
      },
    ]),
  ],
});

const first = [
  ["LY-1", "1", 45_000],
  ["LY-2", "2", 45_010],
  ["LY-3", "1", 45_020],
] as const;

const open = async (book: Book, today = 45_017) => {
  let day = today;
  const calculator = createUniverCalculator({ today: () => day });
  const seen = new Map<string, unknown>();
  const take = (results: Awaited<ReturnType<typeof calculator.load>>): string[] =>
    results.map(({ sheet, row, column, value }) => {
      seen.set(`${sheet} ${row} ${column}`, value);
      return `${sheet} ${row} ${column} ${String(value)}`;
    });
  take(await calculator.load(book));
  return {
    at: (sheet: string, row: number, column: number) => seen.get(`${sheet} ${row} ${column}`),
    set: async (sheet: string, row: number, column: number, content: string | number | null) =>
      take(await calculator.set([{ sheet, row, column, content }])),
    load: async (next: Book) => take(await calculator.load(next)),
    goTo: (next: number) => (day = next),
    dispose: () => calculator.dispose(),
  };
};

test("tables, names, today and roaming references are computed in order", async () => {
  const book = await open(visits(first));
  expect([3, 4, 5].map((row) => book.at("来访 登记", row, 3))).toEqual([45_007, 45_017, 45_027]);
  expect([3, 4, 5].map((row) => book.at("来访 登记", row, 4))).toEqual(["逾期", "今日", ""]);
  expect([3, 4, 5].map((row) => book.at("来访 登记", row, 5))).toEqual([true, false, true]);
  expect([0, 1, 2, 3, 4, 5, 6].map((row) => book.at("设置", row, 1))).toEqual([
    45_017,
    1,
    45_020,
    2,
    20,
    "#REF!",
    3,
  ]);
  book.dispose();
});

test("an edit tells what it changed, and nothing else", async () => {
  const book = await open(visits(first));
  expect((await book.set("来访 登记", 4, 2, 45_001)).sort()).toEqual([
    "来访 登记 4 3 45008",
    "来访 登记 4 4 逾期",
    "设置 1 1 2",
    "设置 3 1 3",
    "设置 4 1 30",
  ]);
  expect(await book.set("来访 登记", 4, 0, "X")).toEqual([]);
  expect((await book.set("来访 登记", 4, 1, "1")).sort()).toEqual(["来访 登记 4 5 true"]);
  expect(await book.set("设置", 9, 0, '=B2&"人"')).toEqual(["设置 9 0 2人"]);
  expect(await book.set("设置", 9, 0, null)).toEqual([]);
  book.dispose();
});

test("the next day, everything that asks for today follows", async () => {
  const book = await open(visits(first));
  book.goTo(45_028);
  await book.set("设置", 20, 0, 1);
  expect([3, 4, 5].map((row) => book.at("来访 登记", row, 4))).toEqual(["逾期", "逾期", "逾期"]);
  expect(book.at("设置", 1, 1)).toBe(3);
  book.dispose();
});

test("a table that grew is taken over with what was computed before", async () => {
  const book = await open(visits(first));
  const results = await book.load(visits([...first, ["LY-4", "2", 44_990]]));
  expect(results).toHaveLength(4 * 3 + 7);
  expect([3, 4, 5, 6].map((row) => book.at("来访 登记", row, 5))).toEqual([true, true, true, true]);
  expect(book.at("设置", 1, 1)).toBe(2);
  expect(book.at("设置", 6, 1)).toBe(4);
  book.dispose();
});

test("a circle does not hang, and a chain of 20,000 does not run out of stack", async () => {
  const chain: Cell[][] = [[1]];
  for (let row = 2; row <= 20_000; row++) chain.push([{ formula: `=A${row - 1}+1` }]);
  const book = await open({
    names: [],
    sheets: [
      sheetOf("甲", [
        { at: "A1", rows: chain },
        { at: "C1", rows: [[{ formula: "=D1+1" }, { formula: "=C1+1" }]] },
      ]),
    ],
  });
  expect(book.at("甲", 19_999, 0)).toBe(20_000);
  expect(typeof book.at("甲", 0, 2)).toBe("number");
  await book.set("甲", 0, 0, 2);
  expect(book.at("甲", 19_999, 0)).toBe(20_001);
  book.dispose();
});

test("conditional formats are computed for cells they do not stand in, and places are found", async () => {
  const calculator = createUniverCalculator({ today: () => 45_017 });
  await calculator.load(visits(first));
  const late = calculator.rule('=AND($D4<今天,$A4<>"")', "来访 登记", { row: 3, column: 0 });
  expect(late.sameAcross).toBe(true);
  expect([3, 4, 5].map((row) => late.at(row, 2))).toEqual([true, false, false]);
  expect(calculator.rule("=B4=$B$4", "来访 登记", { row: 3, column: 0 }).sameAcross).toBe(false);
  expect(
    calculator.place(
      "='来访 登记'!$A$4:INDEX('来访 登记'!$A$4:$A$203,COUNTA('来访 登记'!$A$4:$A$203))",
      "设置",
    ),
  ).toEqual({
    sheet: "来访 登记",
    area: { top: 3, left: 0, bottom: 5, right: 0 },
  });
  expect(calculator.place("=今天", "设置")).toEqual({
    sheet: "设置",
    area: { top: 0, left: 1, bottom: 0, right: 1 },
  });
  expect(calculator.place("=1+1", "设置")).toBeUndefined();
  calculator.dispose();
});

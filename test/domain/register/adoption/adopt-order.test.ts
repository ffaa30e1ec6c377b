/** 收编: which sheet or file comes first decides neither the clients nor their first days nor their ladder (R4, R9). */
import fc from "fast-check";
import { adopt, adoptTogether } from "../../../../src/domain/register/adoption/adopt";
import type { Adoption } from "../../../../src/domain/register/adoption/adoption";
import { matchOldHeaders } from "../../../../src/domain/register/old-sheet/like-headers";
import type { ColumnUse, OldRegister } from "../../../../src/domain/register/old-sheet/old-cells";
import type { SiteBook } from "../../../../src/domain/register/site";
import { say } from "../../../../src/domain/register/wording";
import { draw } from "../../draw";
import { bookOf, type Cells, cellsOf, today, written } from "../book-of";

type Rows = readonly Readonly<Record<string, string>>[];

const oldOf = (rows: Rows): OldRegister => {
  const headers = Object.keys(rows[0] ?? {});
  const mapping = matchOldHeaders("visitors", headers).map(({ key, header }): ColumnUse =>
    key === undefined ? { use: "own", caption: header } : { use: "blank", key },
  );
  const cells = rows.map((row) => headers.map((header) => row[header] || null));
  return {
    form: "visitors",
    headers,
    rows: cells.map((each, at) => ({ row: at + 2, cells: each, original: each })),
    setAside: [],
    mapping,
  };
};

const takeIn = (book: SiteBook, rows: Rows): Adoption => adopt(book, oldOf(rows), { today });
const oneByOne = (book: SiteBook, files: readonly Rows[]): SiteBook =>
  files.reduce((before, rows) => written(before, takeIn(before, rows).changes), book);
const atOnce = (book: SiteBook, sheets: readonly Rows[]): SiteBook =>
  written(
    book,
    adoptTogether(
      book,
      sheets.map((rows) => ({ old: oldOf(rows) })),
      { today },
    ).changes,
  );

const ladderKeys = ["reachedD", "reachedC", "reachedB", "reachedA", "reachedDeal", "reachedLost"];
const dayIn = (cells: Cells, key: string): string => String(cells[key] ?? "").slice(0, 10);

/** By phone: the first visit's day, and the ladder. */
const standingOf = (book: SiteBook): Readonly<Record<string, string>> => {
  const ladders = new Map(cellsOf(book, "grades").map((row) => [row["clientId"], row]));
  return Object.fromEntries(
    cellsOf(book, "visitors")
      .map((row): [string, string] => {
        const ladder = ladders.get(row["clientId"] ?? null) ?? {};
        const days = [dayIn(row, "visitDate"), ...ladderKeys.map((key) => dayIn(ladder, key) || "-")];
        return [String(row["mobile"]), days.join(" ")];
      })
      .sort(),
  );
};

const of2023 = draw(`
  | 日期     | 姓名 | 电话        | 级别 | 置业顾问 | 备注 |
  | 2023.3.1 | 张三 | 13867010001 | C    | 王强     | 首访 |
  | 2023.3.8 | 张三 | 13867010001 | B    | 王强     | 二访 |
`);
const of2024 = draw(`
  | 日期     | 姓名 | 电话        | 级别 | 置业顾问 | 备注   |
  | 2024.2.1 | 张三 | 13867010001 | A    | 李娜     | 今年来 |
`);

test.each([
  ["the later sheet first", [of2024, of2023]],
  ["the earlier sheet first", [of2023, of2024]],
])("sheets of one file, %s: the first visit, its consultant, the whole ladder", (_, sheets) => {
  const after = atOnce(bookOf(), sheets);
  expect(cellsOf(after, "visitors")).toMatchObject([{ visitDate: "2023-03-01", consultant: "王强" }]);
  expect(cellsOf(after, "grades")).toMatchObject([
    { consultant: "王强", reachedC: "2023-03-01", reachedB: "2023-03-08", reachedA: "2024-02-01" },
  ]);
  expect(cellsOf(after, "followUps")).toHaveLength(3);
});

test("a column and a consultant that two sheets bring are made once", () => {
  const sheets = ["13867010001", "13867010002"].map((phone) =>
    draw(`
      | 日期     | 姓名 | 电话     | 置业顾问 | 批示 |
      | 2023.3.1 | 张三 | ${phone} | 钱多多   | 阅   |
    `),
  );
  const { tables, changes } = adoptTogether(
    bookOf(),
    sheets.map((rows) => ({ old: oldOf(rows) })),
    { today },
  );
  expect(changes.filter(({ kind }) => kind === "ownColumn")).toHaveLength(1);
  expect(tables.map(({ newConsultants }) => newConsultants.length)).toEqual([1, 0]);
});

describe("the later file first", () => {
  const there = written(bookOf(), takeIn(bookOf(), of2024).changes);
  const found = takeIn(there, of2023);
  const after = written(there, found.changes);

  test("the earlier visit is the first one, and the later stays in 跟踪记录", () => {
    expect(cellsOf(after, "visitors")).toMatchObject([{ visitDate: "2023-03-01" }]);
    expect(cellsOf(after, "grades")).toMatchObject([
      { consultant: "李娜", reachedC: "2023-03-01", reachedB: "2023-03-08", reachedA: "2024-02-01" },
    ]);
    expect(
      cellsOf(after, "followUps").map(({ contactedAt, notes }) => `${String(contactedAt)} ${String(notes)}`),
    ).toEqual(["2024-02-01 00:00 今年来", "2023-03-01 00:00 首访", "2023-03-08 00:00 二访"]);
  });

  test("whose the client is stays, and both are named (R9)", () => {
    const [fate] = found.fates;
    expect(fate?.kind === "joined" ? fate.hints.map((hint) => say(hint, "zh").says) : []).toEqual([
      "张三（LY-ZS001）2023-03-01 就来访过，早于案场簿的 2024-02-01：来访日期改为 2023-03-01，2024-02-01 那次在跟踪记录里",
      "张三（LY-ZS001）2023-03-01 先由 王强 接待，案场簿里归 李娜，归属没有改",
    ]);
  });

  test("every value that goes is told, so that it can be taken back", () => {
    expect(found.changes.filter(({ kind }) => kind === "set")).toMatchObject([
      { form: "visitors", key: "visitDate", was: "2024-02-01", value: "2023-03-01" },
      { form: "grades", key: "reachedC", was: null },
      { form: "grades", key: "reachedB", was: null },
    ]);
  });

  test("either file once more, nothing", () => {
    expect([...takeIn(after, of2023).changes, ...takeIn(after, of2024).changes]).toEqual([]);
  });
});

test("a first visit that 跟踪记录 does not tell of gets its contact there when an earlier one comes", () => {
  const there = bookOf({
    visitors: `
      | clientId | visitDate  | name | consultant | mobile      | notes  |
      | LY-ZS001 | 2024-02-01 | 张三 | 李娜       | 13867010001 | 看三房 |
    `,
    grades: "| clientId | consultant | reachedC   |\n| LY-ZS001 | 赵敏       | 2024-02-01 |",
  });
  const after = written(there, takeIn(there, of2023).changes);
  expect(cellsOf(after, "followUps")).toMatchObject([
    { contactedAt: "2024-02-01 00:00", method: "来访", notes: "看三房", consultant: "李娜" },
    { contactedAt: "2023-03-01 00:00" },
    { contactedAt: "2023-03-08 00:00" },
  ]);
  expect(cellsOf(after, "grades")).toMatchObject([{ consultant: "赵敏", reachedC: "2024-02-01" }]);
});

test("two files in either order, or as sheets of one, give the same clients, first days and ladders", () => {
  const anyRow = fc.record({
    日期: fc.constantFrom("2023.3.1", "2023.3.2", "2023.3.8", "2023.5.1", "2024.1.5", "2024.2.1", "2024.2.2"),
    姓名: fc.constant("张三"),
    电话: fc.constantFrom("13867010001", "13867010002"),
    级别: fc.constantFrom("A", "B", "C", "D"),
    置业顾问: fc.constantFrom("王强", "李娜"),
    备注: fc.constantFrom("一", "二", "三", ""),
  });
  const anyFile = fc.array(anyRow, { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(anyFile, anyFile, (one, other) => {
      const expected = standingOf(atOnce(bookOf(), [one, other]));
      expect(standingOf(atOnce(bookOf(), [other, one]))).toEqual(expected);
      expect(standingOf(oneByOne(bookOf(), [one, other]))).toEqual(expected);
      expect(standingOf(oneByOne(bookOf(), [other, one]))).toEqual(expected);
    }),
    { numRuns: 80 },
  );
});

test("own columns of several sheets are one where their captions differ in case alone, and each is made once", () => {
  const sheet = (n: number, caption: string): Rows => [
    { 日期: "2023.3.1", 姓名: "钱一", 手机: `1380000000${n}`, 置业顾问: "李示例", [caption]: `${n}` },
  ];
  const sheets = [sheet(1, "VIP卡"), sheet(2, "Vip卡"), sheet(3, "门禁卡"), sheet(4, "vip卡")];
  const book = bookOf({});
  const { tables, changes } = adoptTogether(
    book,
    sheets.map((rows) => ({ old: oldOf(rows) })),
    { today },
  );
  const made = changes.flatMap((change) => (change.kind === "ownColumn" ? [change.caption] : []));
  expect(made).toEqual(["VIP卡", "门禁卡"]);
  expect(tables.map(({ ownColumns }) => ownColumns.map(({ caption }) => caption))).toEqual([
    ["VIP卡"],
    ["VIP卡"],
    ["门禁卡"],
    ["VIP卡"],
  ]);
  // Taken in again: the workbook has them.
  const again = adoptTogether(written(book, changes), [{ old: oldOf(sheet(5, "vip卡")) }], { today });
  expect(again.changes.map(({ kind }) => kind)).not.toContain("ownColumn");
  expect(again.tables[0]?.ownColumns.map(({ caption, isNew }) => [caption, isNew])).toEqual([
    ["VIP卡", false],
  ]);
});

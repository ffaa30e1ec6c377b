/** 收编: rows that were not taken, put right in their own workbook and taken in from there. */
import type { Book } from "../../src/book/book";
import { adopt } from "../../src/domain/register/adoption/adopt";
import { leftTable } from "../../src/domain/register/adoption/left-rows";
import type { OldCells } from "../../src/domain/register/old-sheet/old-cells";
import { errorCaptions, guessedMapping } from "../../src/domain/register/old-sheet/old-mapping";
import { oldTablesIn } from "../../src/domain/register/old-sheet/old-tables";
import type { RawCell } from "../../src/domain/register/register";
import { leftBook } from "../../src/workbook/plan/left-sheets";
import { readOldFile } from "../../src/workbook/xlsx/old-file";
import { readSheets } from "../../src/xlsx/read";
import { writeBook } from "../../src/xlsx/write";
import { bookOf, today } from "../domain/register/book-of";
import { sheetOf } from "../domain/register/old-sheet/old-sheets-of";

const read = (cells: OldCells) => {
  const [table] = oldTablesIn(cells);
  if (table === undefined) throw new Error("no table found");
  const mapping = guessedMapping(table, table.form, table.matches);
  const { fates, leftColumns } = adopt(
    bookOf(),
    { ...table, mapping },
    { today, ...(table.year === undefined ? {} : { year: table.year }) },
  );
  return { table, fates, leftColumns, left: leftTable({ ...table, mapping }, fates, "zh") };
};

/** The first sheet as a reader hands it over, with some cells put right. */
const asCells = ({ sheets }: Book, right: Readonly<Record<string, RawCell>> = {}): OldCells => ({
  sheet: sheets[0]?.name ?? "",
  firstRow: 1,
  rows: (sheets[0]?.blocks ?? []).flatMap(({ rows }) =>
    rows.map((row) =>
      row.map((cell) => (typeof cell === "object" ? null : (right[String(cell)] ?? cell ?? null))),
    ),
  ),
  merges: [],
});

const first = read(
  sheetOf(`
    | 来访登记表 2023年 | < | < | < |
    | 日期    | 业务员 | 姓名 | 手机        |
    | 3月5日  | 王强   | 张三 | '13803791001 |
    | ^       | 同上   | 李四 | '1380379     |
    | 3月6日  | 李娜   | 王五 | '13803791003 |
    | 同上    | ″      | 赵六 | '1380378     |
  `),
);

test("a row says for itself what those above said for it, marked", () => {
  expect(first.left.rows.map(({ row, cells, fromAbove }) => [row, cells, fromAbove])).toEqual([
    [4, ["3月5日", "王强", "李四", "1380379"], [0, 1]],
    [6, ["3月6日", "李娜", "赵六", "1380378"], [0, 1]],
  ]);
  const [sheet] = leftBook([first.left]).sheets;
  // Printed for whoever goes after the numbers: on one page across, with its headers.
  expect(sheet?.print).toMatchObject({ orientation: "landscape", fitWide: 1, titleRows: "1:2" });
  expect(sheet?.blocks[0]?.rows[0]).toEqual([expect.stringContaining("斜体是照原表上面的行")]);
  expect(sheet?.looks.filter(({ look }) => look.italic).map(({ range }) => range)).toEqual([
    "E3",
    "F3",
    "E4",
    "F4",
  ]);
});

test("put right, each is taken with its own day and consultant", () => {
  const again = read(asCells(leftBook([first.left]), { 1380379: "13803791002", 1380378: "13803791004" }));
  expect(again.fates.map(({ kind }) => kind)).toEqual(["taken", "taken"]);
  expect(again.table.year).toBe(2023);
  expect(again.leftColumns).toEqual([]);
  expect(again.table.rows.map(({ cells }) => cells.slice(4, 7))).toEqual([
    ["3月5日", "王强", "李四"],
    ["3月6日", "李娜", "赵六"],
  ]);
});

test("a day that was forgotten is not the one above, which was another's", () => {
  const gaps = read(
    sheetOf(`
      | 来访登记表 2023年 | < | < | < |
      | 日期      | 业务员 | 姓名 | 手机        |
      | 2022.12.9 | 王强   | 李四 | '1380379     |
      |           | 王强   | 王五 | '13803791003 |
      |           | 王强   | 赵六 | '13803791004 |
      | 2023.3.6  | 李娜   | 孙七 | '13803791005 |
      | 2023.3.7  | 李娜   | 周八 | '13803791006 |
      | 2023.3.8  | 李娜   | 吴九 | '13803791007 |
      | 2023.3.9  | 李娜   | 郑十 | '13803791008 |
      | 2023.3.9  | 李娜   | 郑一 | '13803791009 |
      | 2023.3.9  | 李娜   | 郑二 | '13803791010 |
    `),
  );
  expect(gaps.left.rows.map(({ row }) => row)).toEqual([3, 4, 5]);
  const again = read(asCells(leftBook([gaps.left])));
  expect(again.fates.map(({ kind }) => kind)).toEqual(["rejected", "rejected", "rejected"]);
  expect(again.table.rows.map(({ cells }) => cells.slice(4, 6))).toEqual([
    ["2022.12.9", "王强"],
    [null, "王强"],
    [null, "王强"],
  ]);
});

test("a day without a year is not of the year of those that were beside it, nor of the sheet's name", () => {
  const two = read(
    sheetOf(
      `
      | 来访登记表 | < | < | < |
      | 日期      | 业务员 | 姓名 | 手机        |
      | 2022.3.9  | 王强   | 李四 | '1380379     |
      | 2022.9.9  | 王强   | 王五 | '13803791003 |
      | 12月9日   | 王强   | 赵六 | '13803791004 |
      | 1月6日    | 王强   | 孙七 | '13803791005 |
      | 5月6日    | 王强   | 孙八 | '1380378     |
    `,
      { sheet: "2022年" },
    ),
  );
  expect(two.left.rows.map(({ row }) => row)).toEqual([3, 7]);
  const phones = { 1380379: "13803791002", 1380378: "13803791004" };
  const again = read(asCells(leftBook([two.left]), { ...phones, "2023年5月6日": "5月6日" }));
  expect(again.fates.map(({ kind }) => kind)).toEqual(["taken", "rejected"]);
  // As listed it has the year that its own table told.
  const asListed = read(asCells(leftBook([two.left]), phones));
  expect(asListed.fates.map(({ kind }) => kind)).toEqual(["taken", "taken"]);
});

/** The first row's cell of each sheet from row 3 on, as any program reads the file. */
const daysIn = async (file: Uint8Array): Promise<unknown> =>
  (await readSheets(file)).sheets.map(({ rows }) =>
    rows
      .filter(({ row }) => row >= 2)
      .map(({ cells }) => cells.find(({ column }) => column === errorCaptions.length)?.value),
  );

test("a day stands as a day, and a count beside it as a number", async () => {
  const drawn = `
    | 日期 | 姓名 | 手机 | 置业顾问 |
    | 45000 | 王五 | '1380379 | 王强 |
    | 45000.5 | 赵六 | '1380378 | 王强 |
    | 5 | 合计 | | |
  `;
  const { left } = read(sheetOf(drawn, { dated: [[], [0], [0], []] }));
  expect(await daysIn(await writeBook(leftBook([left])))).toEqual([
    [{ day: "2023-03-15" }, { moment: "2023-03-15 12:00" }],
    [5],
  ]);
});

test("3.11 stands as a number, and is a day once its year is said", async () => {
  const { left } = read(
    sheetOf(`
    | 日期 | 姓名 | 手机 | 置业顾问 |
    | 3.5 | 张三 | '13803791001 | 王强 |
    | 3.11 | 李四 | '13803791002 | 王强 |
  `),
  );
  const file = await writeBook(leftBook([left]));
  expect(await daysIn(file)).toEqual([[3.5, 3.11]]);
  const [again] = (await readOldFile(file, "问题.xlsx")).flatMap((cells) => oldTablesIn(cells));
  if (again === undefined) throw new Error("no table");
  const mapping = guessedMapping(again, again.form, again.matches);
  const { changes } = adopt(bookOf(), { ...again, mapping }, { today, year: 2023 });
  const days = changes.flatMap((change) =>
    change.kind === "append" && change.form === "visitors" ? [change.row["visitDate"]] : [],
  );
  expect(days).toEqual(["2023-03-05", "2023-03-11"]);
});

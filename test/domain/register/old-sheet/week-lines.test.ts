/** 收编: lines that say of which week the rows below are: no records, and their year is the rows'. */
import { adopt } from "../../../../src/domain/register/adoption/adopt";
import { guessedMapping } from "../../../../src/domain/register/old-sheet/old-mapping";
import { oldTablesIn } from "../../../../src/domain/register/old-sheet/old-tables";
import { bookOf, cellsOf, today, written } from "../book-of";
import { sheetOf } from "./old-sheets-of";

const taken = (drawn: string) => {
  const [table] = oldTablesIn(sheetOf(drawn), { fileName: "登记.xlsx" });
  if (table === undefined) throw new Error("no table");
  const mapping = guessedMapping(table, table.form, table.matches);
  const year = table.year === undefined ? {} : { year: table.year };
  const book = bookOf();
  const { changes, fates } = adopt(book, { ...table, mapping }, { today, ...year });
  return {
    aside: table.setAside.map(({ row, why }) => `${row} ${why}`),
    days: cellsOf(written(book, changes), "visitors").map(({ visitDate }) => visitDate),
    wrong: fates.flatMap((fate) => (fate.kind === "rejected" ? [fate.row] : [])),
  };
};

test("between rows, each is a note and says the year", () => {
  expect(
    taken(`
      | 来访登记 | | | | |
      | 日期 | 姓名 | 电话 | 级别 | 置业顾问 |
      | 第一周（2023.9.1-9.7） | | | | |
      | '9.1 | 示例甲 | 13803790001 | B | 李娜 |
      | '9.3 | 示例乙 | 13803790002 | B | 李娜 |
      | 第二周：9月8日-9月14日 | | | | |
      | '9.8 | 示例丙 | 13803790003 | B | 李娜 |
      | 9月第四周 | | | | |
      | '9.22 | 示例丁 | 13803790004 | B | 李娜 |
    `),
  ).toEqual({
    aside: ["3 note", "6 note", "8 note"],
    days: ["2023-09-01", "2023-09-03", "2023-09-08", "2023-09-22"],
    wrong: [],
  });
});

test("as the title, it ends nothing: weeks follow", () => {
  expect(
    taken(`
      | 第一周（2023.9.1-9.7） | | | | |
      | 日期 | 姓名 | 电话 | 级别 | 置业顾问 |
      | '9.1 | 示例甲 | 13803790001 | B | 李娜 |
      | 第二周（2023.9.8-9.14） | | | | |
      | '9.8 | 示例乙 | 13803790002 | B | 李娜 |
      | 第三周 | | | | |
      | '9.16 | 示例丙 | 13803790003 | B | 李娜 |
    `),
  ).toEqual({
    aside: ["4 note", "6 note"],
    days: ["2023-09-01", "2023-09-08", "2023-09-16"],
    wrong: [],
  });
});

test("what people said of a week is no such line", () => {
  const { aside } = taken(`
    | 日期 | 姓名 | 电话 | 级别 | 置业顾问 |
    | 2023.9.1 | 示例甲 | 13803790001 | B | 李娜 |
    | 第二周再联系他们 | | | | |
  `);
  expect(aside).toEqual([]);
});

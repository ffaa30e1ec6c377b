/** 收编: who has the client now, and which grade they have now, where two columns could say it; grades of calls. */
import { adopt } from "../../../../src/domain/register/adoption/adopt";
import { guessedMapping } from "../../../../src/domain/register/old-sheet/old-mapping";
import { oldTablesIn } from "../../../../src/domain/register/old-sheet/old-tables";
import { bookOf, cellsOf, today, written } from "../book-of";
import { sheetOf } from "./old-sheets-of";

const takenIn = (drawn: string, there: Parameters<typeof bookOf>[0] = {}) => {
  const [table, ...others] = oldTablesIn(sheetOf(drawn), {});
  if (table === undefined || others.length > 0) throw new Error(`${others.length + 1} tables`);
  const book = bookOf(there);
  const mapping = guessedMapping(table, table.form, table.matches);
  const { changes, fates } = adopt(book, { ...table, mapping }, { today, year: 2024, letters: {} });
  return { form: table.form, fates: fates.map(({ kind }) => kind), book: written(book, changes) };
};

const visitRow = (headers: string, ...cells: readonly string[]): string => `
  | 来访日期 | 客户 | 电话 | 级别 | ${headers} |
  ${cells.map((each, at) => `| 2024.2.${at + 2} | 李四 | '1380379100${at + 1} | B | ${each} |`).join("\n")}
`;

const owners = (drawn: string): readonly unknown[] => {
  const { form, book } = takenIn(drawn);
  return cellsOf(book, form).map(({ consultant }) => consultant);
};

describe("who has the client now, not who received them", () => {
  test.each([
    ["接待人 | 当前顾问", "李娜 | 赵敏"],
    ["当前顾问 | 接待人", "赵敏 | 李娜"],
    ["接待顾问 | 归属置业顾问", "李娜 | 赵敏"],
    ["归属置业顾问 | 接待顾问", "赵敏 | 李娜"],
    ["接待人 | 最新归属顾问", "李娜 | 赵敏"],
    ["第一顾问 | 跟进顾问", "李娜 | 赵敏"],
  ])("%s", (headers, cells) => {
    expect(owners(visitRow(headers, cells))).toEqual(["赵敏"]);
  });
  test.each(["最新归属顾问", "分配顾问", "案场接待顾问", "对接顾问", "第一顾问"])("%s alone", (caption) => {
    expect(owners(visitRow(caption, "赵敏"))).toEqual(["赵敏"]);
  });
  test("of calls", () => {
    const drawn = `
      | 来电时间 | 客户姓名 | 来电号码     | 接听人 | 归属顾问 | 咨询内容 |
      | 2024.2.2 | 李四     | '13803791001 | 李娜   | 赵敏     | 问价     |
    `;
    expect(owners(drawn)).toEqual(["赵敏"]);
  });
  test("where that is blank in some row, who received them", () => {
    expect(owners(visitRow("接待人 | 当前顾问", "李娜 | 赵敏", "王强 | "))).toEqual(["赵敏", "王强"]);
    expect(owners(visitRow("接待人 | 当前顾问", "李娜 | ", "王强 | "))).toEqual(["李娜", "王强"]);
  });
});

const gradesOf = (drawn: string): readonly unknown[] =>
  cellsOf(takenIn(drawn).book, "grades").map((row) =>
    ["A", "B", "C", "D"].filter((grade) => (row[`reached${grade}`] ?? "") !== "").join(""),
  );

describe("the grade of a call", () => {
  test.each(["客户级别", "意向等级", "意向", "本月等级"])("%s", (caption) => {
    expect(
      gradesOf(`
        | 来电登记表 | < | < | < | < | < |
        | 来电时间 | 客户姓名 | 来电号码     | ${caption} | 顾问 | 咨询内容 |
        | 2024.2.2 | 李四     | '13803791001 | A          | 王强 | 问价     |
        | 2024.2.3 | 王五     | '13803791002 | B          | 王强 | 问价     |
      `),
    ).toEqual(["A", "B"]);
  });
});

test("of 上月等级 and 本月等级 the one of this month", () => {
  const drawn = visitRow("上月等级 | 本月等级 | 置业顾问", "C | A | 王强").replace("| 级别 ", "| 备用 ");
  expect(gradesOf(drawn)).toEqual(["A"]);
});

test("a contact's 级别 and 当前等级: as they were, and what they have become", () => {
  const { form, book } = takenIn(
    `
      | 跟进日期 | 客户姓名 | 手机         | 级别 | 跟进方式 | 跟进内容 | 当前等级 | 置业顾问 |
      | 2024.2.9 | 张三     | '13803791001 | B    | 电话     | 谈价     | A        | 王强     |
    `,
    {
      visitors: `
        | clientId | visitDate  | name | consultant | mobile      |
        | LY-ZS001 | 2024-01-05 | 张三 | 王强       | 13803791001 |
      `,
      grades: `
        | clientId | consultant | reachedB   |
        | LY-ZS001 | 王强       | 2024-01-05 |
      `,
    },
  );
  expect(form).toBe("followUps");
  expect(cellsOf(book, "followUps").map(({ newGrade }) => newGrade)).toEqual(["A"]);
  expect(cellsOf(book, "grades").map(({ reachedA }) => reachedA)).toEqual(["2024-02-09"]);
});

/** 收编: 5-1-12 that a spreadsheet has turned into a day is no unit (R13). */
import { adopt } from "../../../../src/domain/register/adoption/adopt";
import { guessedMapping } from "../../../../src/domain/register/old-sheet/old-mapping";
import { oldTablesIn } from "../../../../src/domain/register/old-sheet/old-tables";
import { bookOf, today } from "../book-of";
import { sheetOf } from "../old-sheet/old-sheets-of";

/** 2005-01-12. */
const serial = 38364;

const taken = (drawn: string, column: number) => {
  const cells = sheetOf(drawn, { dated: [[], [column]] });
  const [table] = oldTablesIn(cells, {});
  if (table === undefined) throw new Error("no table");
  const book = bookOf({
    visitors: `
      | clientId | name | mobile      |
      | LY-ZS001 | 张三 | 13803791001 |
    `,
  });
  const mapping = guessedMapping(table, table.form, table.matches);
  const { changes, fates } = adopt(book, { ...table, mapping }, { today, consultant: "王强", year: 2024 });
  return {
    written: changes.flatMap((change) => (change.kind === "append" ? [change.form] : [])),
    said: fates.flatMap((fate) => {
      const found = fate.kind === "rejected" ? fate.reasons : fate.kind === "setAside" ? [] : fate.hints;
      return found.flatMap(({ code, value }) =>
        /unit/iu.test(code) ? [`${fate.kind} ${code} ${value ?? ""}`] : [],
      );
    }),
  };
};

test("a deal of such a home is not taken", () => {
  const drawn = `
    | 认购日期 | 客户 | 电话         | 房号      | 面积 | 单价 | 总价   | 置业顾问 |
    | 2024.2.2 | 张三 | '13803791001 | ${serial} | 100  | 9000 | 900000 | 王强     |
  `;
  expect(taken(drawn, 3)).toEqual({ written: [], said: ["rejected unitIsDay 2005-01-12"] });
});

test("of the home that a visitor would like it is said", () => {
  const drawn = `
    | 来访日期 | 客户 | 电话         | 级别 | 意向房源  | 置业顾问 |
    | 2024.2.2 | 李四 | '13803791002 | B    | ${serial} | 王强     |
  `;
  expect(taken(drawn, 4).said).toEqual(["taken unitLikeDay 2005-01-12"]);
});

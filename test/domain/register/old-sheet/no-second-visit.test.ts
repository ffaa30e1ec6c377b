/** 收编: 无 below 复访日期 is no second visit, and hides nobody else's. */
import { adopt } from "../../../../src/domain/register/adoption/adopt";
import { guessedMapping } from "../../../../src/domain/register/old-sheet/old-mapping";
import { oldTablesIn } from "../../../../src/domain/register/old-sheet/old-tables";
import { bookOf, cellsOf, today, written } from "../book-of";
import { sheetOf } from "./old-sheets-of";

test.each(["无", "暂无", "/", ""])("%p below 复访日期 and 复访情况", (none) => {
  const [table] = oldTablesIn(
    sheetOf(`
      | 来访日期 | 姓名 | 电话 | 级别 | 置业顾问 | 洽谈情况 | 复访日期 | 复访情况 |
      | 2024.1.5 | 复一 | 13900420001 | B | 李娜 | 看房 | 2024.1.9 | 谈价 |
      | 2024.1.5 | 复二 | 13900420002 | B | 李娜 | 路过 | ${none} | ${none} |
      | 2024.1.6 | 复三 | 13900420003 | C | 李娜 | 随便看 | ${none} | ${none} |
      | 2024.1.6 | 复四 | 13900420004 | C | 李娜 | 嫌远 | ${none} | ${none} |
    `),
  );
  if (table === undefined) throw new Error("no table");
  const mapping = guessedMapping(table, table.form, table.matches);
  const { fates, changes } = adopt(bookOf(), { ...table, mapping }, { today });
  expect(fates.map(({ kind }) => kind)).toEqual(["taken", "taken", "taken", "taken"]);
  const talks = cellsOf(written(bookOf(), changes), "followUps").map(({ contactedAt, notes }) => [
    String(contactedAt).slice(5, 10),
    notes,
  ]);
  expect(talks).toEqual([
    ["01-05", "看房"],
    ["01-05", "路过"],
    ["01-06", "随便看"],
    ["01-06", "嫌远"],
    ["01-09", "谈价"],
  ]);
});

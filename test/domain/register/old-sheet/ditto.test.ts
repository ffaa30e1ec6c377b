/** 收编: "as above", in all its spellings, is nobody's name. */
import { isDitto } from "../../../../src/domain/register/old-sheet/ditto";
import { oldTablesIn } from "../../../../src/domain/register/old-sheet/old-tables";
import { sheetOf } from "./old-sheets-of";

test.each([
  ..."同上 同前 同 如上 上同 （同上） 同上。 ditto Ditto do. ″ 〃 々 \" “ ” 〞 ＂ '' ’’ ′′ ″″".split(" "),
  "同 上",
  "同  上",
  "同\u3000上",
  "同\n上",
  " 同上 ",
  "( 同上 )",
  "〃 〃",
  "″ ",
  '" "',
  "' '",
  "同\u200B上",
])("%s", (cell) => {
  expect(isDitto(cell)).toBe(true);
});

test.each([
  "",
  "'",
  "’",
  "上",
  "同左",
  "同事",
  "同上午",
  "佟尚",
  "同上周三来的",
  "'138",
  '3"',
  "同 事",
  "idea",
  3,
])("not %s", (cell) => {
  expect(isDitto(cell)).toBe(false);
});

test("a consultant's cell parted by blanks is the consultant above", () => {
  const [table] = oldTablesIn(
    sheetOf(`
    | 日期 | 姓名 | 电话 | 置业顾问 |
    | 2023.3.1 | 张三 | 13803791234 | 李娜 |
    | 同 上 | 李四 | 13803791235 | 同　上 |
    | 2023.3.2 | 王五 | 13803791236 | " " |
  `),
  );
  expect(table?.rows.map(({ cells }) => [cells[0], cells[3]])).toEqual([
    ["2023.3.1", "李娜"],
    ["2023.3.1", "李娜"],
    ["2023.3.2", "李娜"],
  ]);
});

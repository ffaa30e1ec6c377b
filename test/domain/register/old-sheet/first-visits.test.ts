/** 收编 of what a CRM puts out: the day of the first visit is said, and when somebody typed it in is not that day. */
import { oldTablesIn } from "../../../../src/domain/register/old-sheet/old-tables";
import { sheetOf } from "./old-sheets-of";

test.each(
  ["首次来访时间", "首次到访时间", "首次接待日期", "首次登门时间", "第一次来访时间", "首次来访日期"].flatMap(
    (first) => [
      [first, "创建时间"],
      [first, "录入时间"],
    ],
  ),
)("%s, whichever side %s stands", (first, typed) => {
  const dayIn = (captions: string, days: string): unknown => {
    const [table] = oldTablesIn(
      sheetOf(`
        | 客户名称 | 手机 | 意向等级 | 归属顾问 | ${captions} |
        | 张三 | 13900410001 | B | 李娜 | ${days} |
        | 李四 | 13900410002 | C | 李娜 | ${days} |
      `),
    );
    const match = table?.matches.find(({ key }) => key === "visitDate");
    return match && [match.header, match.how];
  };
  expect(dayIn(`${first} | ${typed}`, "2025-09-13 10:01:00 | 2026-11-02 10:00:00")).toEqual([
    first,
    "wording",
  ]);
  expect(dayIn(`${typed} | ${first}`, "2026-11-02 10:00:00 | 2025-09-13 10:01:00")).toEqual([
    first,
    "wording",
  ]);
});

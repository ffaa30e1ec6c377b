/** R9: a consultant who has left, and the clients in hand. */
import { formOf } from "../../../../src/domain/forms/index";
import { checkWorkbook } from "../../../../src/domain/register/check/check-workbook";
import type { Register } from "../../../../src/domain/register/register";
import { say } from "../../../../src/domain/register/wording";
import { draw } from "../../draw";
import { bookOf, type Cells, site, today } from "../book-of";

const grades = draw(`
  | clientId  | consultant | reachedC   | reachedDeal | reachedLost |
  | LY-ZS001  | 王强       | 2024-03-01 |             |             |
  | LY-ZS002  | 王 强      | 2024-03-01 |             |             |
  | LY-ZS003  | 王强       | 2024-03-01 | 2024-03-02  |             |
  | LY-ZS004  | 王强       | 2024-03-01 |             | 2024-03-03  |
  | LY-LN001  | 李娜       | 2024-03-01 |             |             |
`);

const roster = (rows: readonly Cells[]): Register => ({
  form: formOf("consultants"),
  sheet: "设置",
  firstRow: 5,
  count: rows.length,
  columns: new Map(["name", "active"].map((key) => [key, rows.map((row) => row[key] ?? null)])),
  missing: [],
  strangers: [],
});

const saysOf = (active: readonly string[]): readonly string[] => {
  const consultants = site().consultants.map((each) => ({ ...each, active: active.includes(each.name) }));
  const book = bookOf({ grades }, { consultants });
  const rows = consultants.map(({ name, active: on }) => ({ name, active: on ? "是" : "否" }));
  const registers = { ...book.registers, consultants: roster(rows) };
  return checkWorkbook({ ...book, registers }, today)
    .filter(({ code }) => code === "leftWithClients")
    .map((each) => say(each, "zh").says);
};

test("who has left with clients in hand is named with how many", () => {
  expect(saysOf(["王强", "李娜", "赵敏"])).toEqual([]);
  expect(saysOf(["李娜", "赵敏"])).toEqual(["王强 已离职，名下还有 2 位在跟客户"]);
  expect(saysOf(["赵敏"])).toHaveLength(2);
  expect(saysOf(["王强", "李娜"])).toEqual([]);
});

/** 收编: the old book's own numbers, 001 and on, say whose its other tables' rows are (R1, R9). */
import { adopt } from "../../../../src/domain/register/adoption/adopt";
import { newCourse } from "../../../../src/domain/register/adoption/adopt-course";
import { guessedMapping } from "../../../../src/domain/register/old-sheet/old-mapping";
import { oldTablesIn } from "../../../../src/domain/register/old-sheet/old-tables";
import type { SiteBook } from "../../../../src/domain/register/site";
import { bookOf, cellsOf, today, written } from "../book-of";
import { sheetOf } from "../old-sheet/old-sheets-of";

const none = "| clientId | name |";
const empty = () => bookOf({ visitors: none, calls: none, followUps: none, grades: none });

const takeIn = (book: SiteBook, drawn: string, course = newCourse) => {
  const [table] = oldTablesIn(sheetOf(drawn));
  if (table === undefined) throw new Error("no table");
  const mapping = guessedMapping(table, table.form, table.matches);
  const adoption = adopt(book, { ...table, mapping }, { today, course });
  return { ...adoption, after: written(book, adoption.changes) };
};

const visits = (caption: string, one = "'001", two = "'002", three = "'003") => `
  | 来访登记 | < | < | < | < | < |
  | ${caption} | 来访日期 | 姓名 | 手机 | 业务员 | 洽谈内容 |
  | ${one} | 2023.3.5 | 张三 | 13803791234 | 王强 | 问价 |
  | ${two} | 2023.3.6 | 李四 | 13803791235 | 王强 | 问房 |
  | ${three} | 2023.3.7 | 张三 | 13803791236 | 李娜 | 看房 |
`;

const talks = (number: string, name = "") => `
  | 跟踪记录 | < | < | < | < |
  | 跟进日期 | 客户编号 | 客户姓名 | 跟进情况 | 置业顾问 |
  | 2023.4.1 | ${number} | ${name} | 谈了价格 | 赵敏 |
`;

const whoseTalk = (drawn: string, first = visits("客户编号")) => {
  const { after, course } = takeIn(empty(), first);
  const { fates } = takeIn(after, drawn, course);
  const [fate] = fates;
  if (fate?.kind === "rejected") return fate.reasons.map(({ code }) => code).join();
  const index = fate?.kind === "joined" ? String(fate.clientId) : "";
  return cellsOf(after, "visitors").find((row) => row["clientId"] === index)?.["mobile"] ?? fate?.kind;
};

test.each([
  ["客户编号", ["问价\n原表“客户编号”：001", "问房\n原表“客户编号”：002", "看房\n原表“客户编号”：003"]],
  ["序号", ["问价", "问房", "看房"]],
])("a number under %s", (caption, notes) => {
  const { after } = takeIn(empty(), visits(caption));
  expect(cellsOf(after, "visitors").map((row) => row["notes"])).toEqual(notes);
});

test.each([
  ["'002", "", "138 0379 1235"],
  ["2", "", "138 0379 1235"],
  ["'003", "张三", "138 0379 1236"],
  ["'001", "李四", "numberOfAnother,nameOfNobody"],
  ["'009", "", "oldNumberUnknown"],
])("a talk with %s %s is of %s", (number, name, whose) => {
  expect(whoseTalk(talks(number, name))).toBe(whose);
});

test("a number that two clients had is nobody's without a name", () => {
  const twice = visits("客户编号", "'001", "'001", "'003");
  expect(whoseTalk(talks("'001"), twice)).toBe("numberOfSeveral");
  expect(whoseTalk(talks("'001", "李四"), twice)).toBe("138 0379 1235");
});

test.each(["无", "—", "/"])("%s under 客户编号 is nobody's number", (said) => {
  expect(whoseTalk(talks(said), visits("客户编号", said, said, said))).toBe("ownerUnsaid");
});

test("of another taking-in the number is not known", () => {
  const { after } = takeIn(empty(), visits("客户编号"));
  const { fates } = takeIn(after, talks("'001"));
  expect(fates).toMatchObject([{ kind: "rejected", reasons: [{ code: "oldNumberUnknown", value: "001" }] }]);
});

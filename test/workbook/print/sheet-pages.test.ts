/** Register sheets printed straight from Excel: on as many pages across as leave 12 points at 7 at least. */
import { parseArea } from "../../../src/book/address";
import type { Sheet } from "../../../src/book/book";
import { draw } from "../../domain/draw";
import { freshBook } from "../planned-site";

const sheetOf = (name: string): Sheet => {
  const sheet = freshBook().sheets.find((each) => each.name === name);
  if (sheet === undefined) throw new Error(name);
  return sheet;
};

test("pages across, and what is printed on each", () => {
  const pages = draw(`
    | sheet      | across | each |
    | 来访登记   | 3      | A:D  |
    | 来电登记   | 1      |      |
    | 等级跟踪   | 1      |      |
    | 跟踪记录   | 1      |      |
    | 集中邀约   | 1      |      |
    | 成交报告   | 3      | A:F  |
    | 未成交分析 | 2      | A:E  |
    | 申请单     | 5      | A:D  |
    | 季度进度   | 1      |      |
    | 销控表     | 1      |      |
    | 定金回款   | 2      |      |
    | 接待轮序   | 1      |      |
    | 客户档案   | 2      | A:B  |
    | 老客户维护 | 1      |      |
    | 意向评分   | 1      |      |
    | 活动       | 1      |      |
    | 字典       | 3      |      |
    | 校验结果   | 1      |      |
  `);
  expect(
    pages.map(({ sheet = "" }) => {
      const { fitWide, titleColumns = "", acrossFirst } = sheetOf(sheet).print ?? {};
      expect(acrossFirst === true).toBe(fitWide !== 1);
      return { sheet, across: String(fitWide), each: titleColumns };
    }),
  ).toEqual(pages);
});

test.each(freshBook().sheets.flatMap(({ name, print }) => (print?.acrossFirst === true ? [name] : [])))(
  "%s can be read on its pages",
  (name) => {
    const { columns, print } = sheetOf(name);
    const { fitWide: pages = 1, titleColumns } = print ?? {};
    const heads = (titleColumns === undefined ? -1 : (parseArea(titleColumns)?.right ?? -1)) + 1;
    // As Excel lays columns: 7 pixels a character, 5 around them, 96 an inch.
    const points = (some: Sheet["columns"]): number =>
      some.reduce((sum, { width }) => sum + (width * 7 + 5) * 0.75, 0);
    const front = points(columns.filter(({ column }) => column < heads));
    const across = points(columns) + (pages - 1) * front;
    expect((12 * (842 - 28 - 28) * pages) / across).toBeGreaterThanOrEqual(7);
  },
);

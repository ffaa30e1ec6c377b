/** 收编: what stands outside a sheet's tables has its fate, too. */
import { oldTableAt, oldTablesIn } from "../../../../src/domain/register/old-sheet/old-tables";
import type { OldCells, OldTable } from "../../../../src/domain/register/old-sheet/old-cells";
import { rowsOfNoTable } from "../../../../src/domain/register/old-sheet/old-outside";
import { sheetOf } from "./old-sheets-of";

const shown = ({ form, titles = [], rows, setAside }: OldTable) => ({
  form,
  titles,
  rows: rows.map(({ row }) => row),
  aside: setAside.map(
    ({ row, why, original }) => `${row} ${why} ${original.map((cell) => cell ?? "").join("|")}`,
  ),
});
const read = (drawn: string, more: Partial<OldCells> = {}) => oldTablesIn(sheetOf(drawn, more)).map(shown);

test("rows carried over from the page before stand above the headers: each is said", () => {
  const [table] = read(
    `
    | 洛阳花园来访登记 |      |           |      |        |
    | 2023.3.1 | 前一 | 13800000101 | 李娜 | 接上页 |
    | 2023.3.2 | 前二 | 13800000102 | 李娜 | 接上页 |
    | 44988    | 前三 |             | 王强 | 接上页 |
    | 日期     | 姓名 | 电话        | 置业顾问 | 备注 |
    | 2023.3.5 | 张三 | 13800000001 | 李娜 | 好     |
  `,
    { dated: [[], [], [], [0], [], []] },
  );
  expect(table).toEqual({
    form: "visitors",
    titles: ["洛阳花园来访登记"],
    rows: [6],
    aside: [
      "2 unheaded 2023.3.1|前一|13800000101|李娜|接上页",
      "3 unheaded 2023.3.2|前二|13800000102|李娜|接上页",
      "4 unheaded 2023-03-03|前三||王强|接上页",
    ],
  });
});

test("their days say nothing of the year of those below", () => {
  const [table] = oldTablesIn(
    sheetOf(`
      | 2022.12.1 | 前一 | 13800000101 | 李娜     |
      | 日期      | 姓名 | 电话        | 置业顾问 |
      | '3月5日   | 张三 | 13800000001 | 李娜     |
    `),
  );
  expect(table?.year).toBeUndefined();
});

test("a table whose captions nobody knows, above one that is known", () => {
  expect(
    read(`
      | 贵宾 | 号码        | 看中    | 经手 |
      | 黄一 | 13811110001 | 3-1-301 | 李娜 |
      | 黄二 | 13811110002 | 3-1-302 | 李娜 |
      |      |             |         |      |
      | 日期 | 姓名        | 电话    | 置业顾问 |
      | 2023.3.5 | 张三 | 13800000001 | 李娜 |
    `),
  ).toEqual([
    {
      form: "visitors",
      titles: [],
      rows: [6],
      aside: [
        "1 unheaded 贵宾|号码|看中|经手",
        "2 unheaded 黄一|13811110001|3-1-301|李娜",
        "3 unheaded 黄二|13811110002|3-1-302|李娜",
      ],
    },
  ]);
});

test("people point at its headers: what is outside then is the other's no more", () => {
  const cells = sheetOf(`
    | 随手记 |             |             |      |
    | 贵宾 | 号码        | 看中        | 经手 |
    | 黄一 | 13811110001 | 3-1-301     | 李娜 |
    | 日期 | 姓名        | 电话        | 置业顾问 |
    | 2023.3.5 | 张三    | 13800000001 | 李娜 |
  `);
  const table = oldTableAt(cells, 2, "visitors");
  expect(table && shown(table)).toMatchObject({ titles: ["随手记"], rows: [3], aside: [] });
});

test("notes above a second table, slips beside the first, and far cells", () => {
  expect(
    read(`
      | 日期     | 姓名 | 电话        | 置业顾问 | | |                               |
      | 2023.3.5 | 张三 | 13800000001 | 李娜     | | |                               |
      |          |      |             |          | | | 便签：王五13811112222周六来   |
      |          |      |             |          | | | 下周一盘点                    |
      | 备注：李四已转给王强跟进，定金未退 | | | | | |                           |
      | 三月来电 |      |             |          | | |                               |
      | 来电时间 | 姓名 | 手机        | 咨询内容 | 置业顾问 | |                     |
      | 2023.3.8 | 来一 | 13700000001 | 问价格   | 李娜 | |                         |
    `),
  ).toEqual([
    {
      form: "visitors",
      titles: [],
      rows: [2],
      aside: [
        "3 unheaded 便签：王五13811112222周六来",
        "4 outside 下周一盘点",
        "5 outside 备注：李四已转给王强跟进，定金未退",
      ],
    },
    { form: "calls", titles: ["三月来电"], rows: [8], aside: [] },
  ]);
  const far = Array.from({ length: 400 }, (_, at) => (at === 0 || at === 399 ? "远" : null));
  const cells = sheetOf(`
    | 日期     | 姓名 | 电话        | 置业顾问 |
    | 2023.3.5 | 张三 | 13800000001 | 李娜     |
  `);
  const [table] = oldTablesIn({
    ...cells,
    rows: [...cells.rows, [], [null, null, null, null, null, ...far]],
  });
  expect(table?.setAside).toEqual([{ row: 4, why: "outside", original: ["远", "远"] }]);
});

test("titles over each of two tables are titles, what is over neither is said; numbers printed beforehand are nothing", () => {
  expect(
    read(`
      | 项目：洛阳花园 |   |      |             | 案场经理：周正 |  | 日期：2023年3月 |      |
      |      | 来访登记 | < | < |     | 来电登记 | <  | <           |
      | 序号 | 日期     | 姓名 | 电话        | | 日期     | 姓名 | 手机        |
      | 1    | 2023.3.5 | 张三 | 13800000001 | | 2023.3.5 | 来一 | 13700000001 |
      | 2    |          |      |             | | 2023.3.6 | 来二 | 13700000002 |
      | 3    |          |      |             | |          |      |             |
    `).map(({ titles, rows, aside }) => [titles, rows, aside]),
  ).toEqual([
    [["项目:洛阳花园", "来访登记"], [4], ["1 outside 案场经理：周正"]],
    [["日期:2023年3月", "来电登记"], [4, 5], []],
  ]);
});

describe("a sheet without headers", () => {
  test("gives all its rows, those that look like records as such", () => {
    const cells = sheetOf(
      `
      |          | 本表由前台填写 |          |      |
      |          |                |          |      |
      | 王先生   | '13873020012   | 看过三次 | 李娜 |
      | 44988    | 刘女士         | 要学区   | 王强 |
    `,
      { dated: [[], [], [], [0]], firstRow: 3 },
    );
    expect(oldTablesIn(cells)).toEqual([]);
    expect(rowsOfNoTable(cells)).toEqual([
      { row: 3, why: "outside", original: ["本表由前台填写"] },
      { row: 5, why: "noHeader", original: ["王先生", "13873020012", "看过三次", "李娜"] },
      { row: 6, why: "noHeader", original: ["2023-03-03", "刘女士", "要学区", "王强"] },
    ]);
  });

  test("of ours, its rows were told when they were left", () => {
    const cells = sheetOf(`
      | 合计、备注和登记表外面的字 |          |            |        |        |
      | 原工作表                   | 原表行号 | 没收的原因 | 怎么办 |        |
      | 2023                       | 5        | 小计       | 不用   | 小计 3 |
    `);
    expect(rowsOfNoTable(cells)).toEqual([]);
  });
});

test("a 客户等级分配跟踪表 that does not say whose its rows are is none, and its rows are said", () => {
  const cells = sheetOf(`
    | 客户等级分配跟踪表 |          |        |      |      |  |      |      |  |      |
    | NO.                | 时间     | 置业顾问 | D    | C    | B | A    | √    | × | 备注 |
    | 1                  | 2023.3.5 | 李娜   | 3.5  | 3.8  |  | 3.12 |      |  | ok   |
    | 2                  | 2023.3.6 | 王强   | 3.6  |      |  |      | 3.20 |  |      |
  `);
  expect(oldTablesIn(cells)).toEqual([]);
  expect(
    rowsOfNoTable(cells).flatMap(({ why, original }) => (why === "ladder" ? [original[2]] : [])),
  ).toEqual(["李娜", "王强"]);
});

test("of many tables, beside and below each other, each has the words that stand below or beside it", () => {
  const pages = Array.from(
    { length: 100 },
    (_, n) => `
      | 日期     | 姓名  | 电话        | 备注${n} |  | 日期     | 姓名  | 电话        | 情况${n} |
      | 2023.3.5 | 张${n} | 13800000001 | 好       |  | 2023.3.6 | 李${n} | 13800000002 | 好       |
      |          |       |             |          |  |          |       |             |          |
      |          |       |             |          |  |          | 请照右边填，谢谢 |   |          |
      | 请照左边填，谢谢 |       |       |          |  |          |       |             |          |
    `,
  );
  const found = read(pages.join("\n"));
  expect(found).toHaveLength(200);
  const said = found.map(({ rows, aside }) => [...rows, ...aside].join(" "));
  expect(said.slice(0, -2)).toEqual(
    Array.from({ length: 99 }, (_, n) => n * 5).flatMap((above) => [
      `${above + 2} ${above + 5} outside 请照左边填，谢谢`,
      `${above + 2} ${above + 4} outside 请照右边填，谢谢`,
    ]),
  );
});

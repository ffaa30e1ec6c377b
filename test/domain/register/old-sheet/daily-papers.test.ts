/** 收编: a daily paper: its day stands once, above all its tables. */
import { oldTablesIn } from "../../../../src/domain/register/old-sheet/old-tables";
import { sheetOf } from "./old-sheets-of";

const look = (drawn: string) =>
  oldTablesIn(sheetOf(drawn), { fileName: "登记.xlsx" }).map(({ form, headers, rows, setAside }) => ({
    form,
    days: headers.at(-1) === "日期" ? rows.map(({ cells }) => cells.at(-1)) : undefined,
    rows: rows.map(({ row }) => row),
    aside: setAside.map(({ row, why }) => `${row} ${why}`),
  }));

const visits = `
  | 一、来访客户 | | | | | | |
  | 姓名   | 电话        | 渠道 | 级别 | 顾问 | 洽谈内容 | |
  | 示例甲 | 13803790001 | 路过 | B    | 李娜 | 看房     | |`;
const calls = `
  | 二、来电客户 | | | | | | |
  | 姓名   | 电话        | 渠道 | 顾问 | 咨询内容 | | |
  | 示例乙 | 13803790002 | 路过 | 李娜 | 问价     | | |`;
const deals = `
  | 三、成交客户 | | | | | | |
  | 姓名   | 电话        | 房号    | 面积 | 单价 | 总价   | 顾问 |
  | 示例丙 | 13803790003 | 3-1-501 | 100  | 8000 | 800000 | 李娜 |`;
const title = "| 2023年9月5日 案场日报 | | | | | | |";
const day = ["2023年9月5日"];

test.each([
  ["visits first", [visits, calls], ["visitors", "calls"]],
  ["calls first", [calls, visits], ["calls", "visitors"]],
])("the day above is of each table: %s", (_, tables, forms) => {
  const found = look(`${title}${tables.join("")}`);
  expect(found.map(({ form, days }) => [form, days])).toEqual(forms.map((form) => [form, day]));
});

test("成交客户 are deals of that day, and what is planned below is none", () => {
  const found = look(`${title}${visits}${deals}
    | 四、明日计划 | | | | | | |
    | 约示例甲复访 | | | | | | |`);
  expect(found.map(({ form, days }) => [form, days])).toEqual([
    ["visitors", day],
    ["deals", day],
  ]);
  expect(found[1]).toMatchObject({ rows: [7], aside: ["8 outside", "9 outside"] });
});

test("a table whose title says a day of its own has that", () => {
  const own = calls.replace("二、来电客户", "2023年9月6日来电");
  expect(look(`${title}${visits}${own}`).map(({ days }) => days)).toEqual([day, ["2023年9月6日"]]);
});

test("the day of one table alone is not the next one's", () => {
  const first = visits.replace("一、来访客户", "2023年9月5日来访");
  expect(look(`${first}${calls}`).map(({ days }) => days)).toEqual([day, undefined]);
});

test("a numbered line above rows of the same table ends nothing", () => {
  const [table, more] = look(`
    | 一、A级客户 | | | | |
    | 来访日期 | 姓名 | 电话 | 顾问 | 洽谈内容 |
    | 2023.9.1 | 示例甲 | 13803790001 | 李娜 | 看房 |
    | 二、B级客户 | | | | |
    | 2023.9.2 | 示例乙 | 13803790002 | 李娜 | 看房 |`);
  expect([table?.rows, more]).toEqual([[3, 5], undefined]);
});

test.each([
  ["二、明日邀约客户", calls.replace("咨询内容", "邀约内容"), "二、来电客户"],
  ["二、明日预约来访", calls, "二、来电客户"],
  ["二、昨日来访补登", calls, "二、来电客户"],
  ["三、本月累计成交客户", deals, "三、成交客户"],
])("%s is not of the paper's day", (heading, drawn, before) => {
  const found = look(`${title}${visits}${drawn.replace(before, heading)}`);
  expect(found.map(({ days }) => days)).toEqual([day, undefined]);
});

test("nor below the same header", () => {
  const [table, more] = look(`${title}${visits}${visits.replace("一、来访客户", "二、明日邀约客户")}`);
  expect(more).toBeUndefined();
  expect(table?.rows).toEqual([4, 5, 7]);
  expect(table?.days?.map((each) => each === day[0])).toEqual([true, false, false]);
});

/** 收编: captions of forms on the web and of other programs, with what stands below them. */
import { oldTablesIn } from "../../../../src/domain/register/old-sheet/old-tables";
import { sheetOf } from "./old-sheets-of";

/** "name", "consultant?" for a guess, "-" for none. */
const keysOf = (drawn: string): readonly string[] => {
  const [table, ...others] = oldTablesIn(sheetOf(drawn));
  if (table === undefined || others.length > 0) throw new Error(`${others.length + 1} tables`);
  return table.matches.map(({ key = "-", how }) => (how === "likeness" ? `${key}?` : key));
};

test.each([
  ["Tel", "13900140001"],
  ["TEL.", "13900140001"],
  ["来访电话", "13900140001"],
  ["预留电话", "13900140001"],
  ["联系号码", "13900140001"],
  ["号码", "13900140001"],
  ["您的手机号", "13900140001"],
  ["主电话", "13900140001"],
  ["通讯方式", "13900140001"],
  ["微信/电话", "13900140001"],
  ["手机/微信", "13900140001"],
])("%s is the client's phone", (caption, cell) => {
  for (const form of ["来访", "来电"]) {
    const [, , key = ""] = keysOf(`
      | ${form}登记 | < | < | < |
      | ${form}日期 | 姓名 | ${caption} | 顾问 |
      | 2024.3.5 | 张三 | ${cell} | 李娜 |
    `);
    expect(["mobile", "phone", "otherContact"]).toContain(key);
  }
});

test("微信/电话 above 微信 alone, and 号码 above tickets, are no phones", () => {
  const drawn = (caption: string, cell: string) => `
    | 来访登记 | < | < | < | < |
    | 来访日期 | 姓名 | 手机 | ${caption} | 顾问 |
    | 2024.3.5 | 张三 | 13900140001 | ${cell} | 李娜 |
  `;
  expect(keysOf(drawn("微信/电话", "zhang_san"))[3]).toBe("-");
  expect(keysOf(drawn("号码", "17"))[3]).toBe("-");
});

test("a form on the web", () => {
  expect(
    keysOf(`
      | 序号 | 您的姓名 | 手机号码 | 您的性别 | 您的意向户型（可多选） | 您的预算 | 提交时间 | 提交人 | 备注 |
      | 1 | 钱小明 | 13512345678 | 男 | 三房 | 100-120万 | 2023-08-01 09:12:33 | 匿名 | 再联系 |
    `),
  ).toEqual(["-", "name", "mobile", "gender", "layout", "totalPriceBand", "visitDate?", "-", "notes"]);
});

test("every caption of the table is asked of you", () => {
  expect(
    keysOf(`
      | 您的姓名 | 您的手机号 | 您的性别 | 您的年龄 |
      | 钱小明 | 13512345678 | 男 | 35 |
    `),
  ).toEqual(["name", "mobile", "gender", "age"]);
});

test("of a pair the first is the client", () => {
  expect(
    keysOf(`
      | 来访日期 | 客户姓名1 | 电话1 | 客户姓名2 | 电话2 | 顾问 |
      | 2023-3-1 | 夫一 | 13900470001 | 妻一 | 13900470091 | 李娜 |
      | 2023-3-2 | 夫二 | 13900470002 |  |  | 李娜 |
    `),
  ).toEqual(["visitDate", "name", "mobile", "-", "phone", "consultant"]);
});

test.each([
  ["姓名/电话", "张三", ["visitDate", "name?", "mobile", "consultant"]],
  ["日期/时间", "10:30", ["visitDate", "visitDate", "mobile", "consultant"]],
  ["区域/职业", "西工/教师", ["visitDate", "-", "mobile", "consultant"]],
])("%s above %s is what its cells say", (caption, cell, keys) => {
  expect(
    keysOf(`
      | 来访登记 | < | < | < |
      | 来访日期 | ${caption} | 手机 | 顾问 |
      | 2024.3.5 | ${cell} | 13900140001 | 李娜 |
    `),
  ).toEqual(keys);
});

test("实际到访日期 beside 预约日期 is the day of the visit", () => {
  expect(
    keysOf(`
      | 预约日期 | 预约人 | 手机 | 预约时间 | 实际到访日期 | 接待顾问 | 是否到访 |
      | 2023-2-1 | 郑甲 | 13900570001 | 10:00 | 2023-2-3 | 李娜 | 是 |
      | 2023-2-2 | 郑乙 | 13900570002 | 14:00 |  | 李娜 | 否 |
    `).slice(1, 6),
  ).toEqual(["name?", "mobile", "nextAppointment", "visitDate", "consultant"]);
});

test("首次到访 above days is the day, above 是 and 否 it is none", () => {
  const drawn = (cell: string) => `
    | 首次到访 | 姓名 | 手机 | 性别 | 顾问 |
    | ${cell} | 张三 | 13900140001 | 男 | 李娜 |
  `;
  expect(keysOf(drawn("2023-3-5"))[0]).toBe("visitDate");
  expect(
    keysOf(drawn("2023-3-5").replace("首次到访", "来访日期 | 首次到访").replace("2023-3-5", "2023-3-5 | 是")),
  ).toEqual(["visitDate", "-", "name", "mobile", "gender", "consultant"]);
});

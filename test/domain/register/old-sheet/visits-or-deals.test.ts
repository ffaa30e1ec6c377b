/** 收编: a consultant's register of visitors with 成交日期, told from a register of deals. */
import { guessForm } from "../../../../src/domain/register/old-sheet/guess-form";
import { oldTablesIn } from "../../../../src/domain/register/old-sheet/old-tables";
import { draw } from "../../draw";
import { sheetOf } from "./old-sheets-of";

describe("captions alone", () => {
  test.each(
    draw(`
      | form     | name       | headers                                                                                     |
      | visitors | 李娜       | 日期 客户姓名 联系电话 意向户型 意向级别 认知途径 洽谈内容 成交日期                         |
      | visitors | 李娜       | 来访日期 姓名 电话 年龄 职业 家庭人口 居住区域 购房目的 户型 面积 付款方式 认知途径 意向级别 成交日期 |
      | visitors | 李娜       | 来访日期 客户姓名 联系电话 意向级别 认知途径 房号 面积 总价 成交日期                        |
      | visitors | 李娜       | 登记日期 客户姓名 联系电话 意向级别 认知途径 成交日期 成交房号                              |
      | deals    | 成交台账   | 登记日期 客户姓名 联系电话 意向级别 认知途径 成交日期 成交房号                              |
      | deals    | 李娜       | 来访日期 姓名 电话 成交日期 房号 面积 单价 总价 付款方式                                    |
      | deals    | 李娜       | 成交日期 姓名 电话 房号 面积 单价 总价 付款方式 认知途径 来访日期                           |
      | deals    | 李娜       | 认购日期 姓名 电话 房号 面积 总价 认知途径 意向级别                                         |
      | visitors | 客户       | 姓名 电话 性别 年龄 面积 户型 总价 日期 业务员                                              |
      | visitors | 李娜       | 姓名 性别 电话 年龄 面积 户型 总价 一访 二访 三访                                           |
      | visitors | Sheet1     | 看房日期 客户姓名 联系电话 顾问                                                             |
      | visitors | Sheet1     | 签到时间 客户姓名 联系电话 顾问                                                             |
      | visitors | Sheet1     | 提交时间 客户姓名 联系电话 顾问                                                             |
      | deals    | 成交       | 姓名 电话 面积 户型 总价 日期 业务员                                                        |
      | deals    | Sheet1     | 姓名 电话 面积 户型 总价 房号 日期 业务员                                                   |
      | visitors | 最近跟进   | 客户姓名 手机 性别 来访日期 置业顾问 客户级别 跟进时间 跟进方式 跟进内容                    |
      | visitors | 最近跟进   | 客户姓名 手机 性别 来访日期 置业顾问 客户级别 末次接触 末次内容                             |
      | followUps | 客户跟踪表 | 来访日期 客户姓名 电话 意向级别 置业顾问 洽谈内容 跟踪时间 跟踪内容                        |
      | followUps | 客户跟踪表 | 日期 客户姓名 电话 性别 方式 跟进情况 置业顾问                                             |
    `),
  )("$form: $name, $headers", ({ form, name = "", headers = "" }) => {
    expect(guessForm(headers.split(" "), [name])?.form).toBe(form);
  });
});

describe("with their rows", () => {
  const headers = "| 来访日期 | 姓名 | 电话 | 成交日期 | 房号 | 面积 | 单价 | 总价 | 付款方式 |";
  const bought = (n: number) =>
    `| 2023-3-${n} | 客户${n} | '138037911${10 + n} | 2023-4-${n} | 1-${n} | 89 | 8000 | 712000 | 一次性付款 |`;
  const open = (n: number, said = "") =>
    `| 2023-3-${n} | 客户${n} | '138037911${10 + n} | ${said} | | | | | |`;
  const formOf = (rows: readonly string[], sheet = "李娜"): unknown =>
    oldTablesIn(sheetOf([headers, ...rows].join("\n"), { sheet })).map(({ form }) => form)[0];

  test("rows of visitors who have not bought make it a register of visitors", () => {
    expect(formOf([bought(1), open(2), open(3), bought(4)])).toBe("visitors");
    expect(formOf([bought(1), open(2, "未成交"), open(3, "/")])).toBe("visitors");
  });

  test("a day of a deal in every row, or in all but one of many: deals", () => {
    const many = Array.from({ length: 12 }, (_, at) => bought(at + 1));
    expect(formOf(many)).toBe("deals");
    expect(formOf([...many, open(20)])).toBe("deals");
  });

  test("what is called after deals is of deals", () => {
    expect(formOf([bought(1), open(2)], "成交台账")).toBe("deals");
    expect(formOf([bought(1), open(2)], "来访及成交")).toBe("visitors");
  });
});

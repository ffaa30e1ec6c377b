import { fieldsOf } from "../../../src/domain/form/form";
import { binder, formKeys, formOf } from "../../../src/domain/forms/index";
import { describeForm } from "../../../src/domain/register/describe-form";
import { site } from "./book-of";

describe("a form's page of the handbook", () => {
  test.each(formKeys)("%s: every blank has a line", (key) => {
    const page = describeForm(formOf(key));
    expect(page.startsWith(`# ${formOf(key).title}\n`)).toBe(true);
    for (const [name, { caption }] of fieldsOf(formOf(key)))
      expect(page).toContain(`| ${caption} | \`${name}\` |`);
  });

  test("reads as the paper does", () => {
    const page = describeForm(binder.visitors);
    for (const line of [
      "一位来访客户填一行；工作表“来访登记”，表 `Visitors`；由置业顾问填写。",
      "| 性别 | `gender` | 必填 | 单选：男、女 | 从下拉列表中选一项；没有填 /。 |",
      "| 来访日期 | `visitDate` | 必填，不能填 / | 日期，不晚于今天 | 填日期，如 2024-03-05，不晚于今天。 |",
      "- “联系电话”、“手机”至少填一项。",
      "- “认知途径”有“老带新”时填“介绍人编号”。",
      "- 认知途径：得知途径、获知渠道、认知渠道、来访渠道、渠道、来源、了解途径",
    ])
      expect(page.split("\n")).toContain(line);
  });

  test("a site's own choices", () => {
    const { lists } = site();
    expect(describeForm(binder.visitors, { ...lists, gender: ["男", "女", "不详"] })).toContain(
      "单选：男、女、不详",
    );
  });
});

/** 客户资料 as 成交报告 prints it, and 未成交客户分析报告 after it (forms.md 7, 8). */
import { day, landline, money, oneLine, tickMany, tickOne, wholeNumber } from "../form/field";

/** Up to 第几次置业; then each paper has its own count of days. */
export const clientData = {
  name: oneLine("客户姓名", { need: "first", also: ["姓名"], hint: "填全名；单位购房填单位名称。" }),
  gender: tickOne("性别", "gender"),
  age: wholeNumber("年龄", 1, 120),
  birthday: day("出生日期", { notAfterToday: true, yearless: "asked", also: ["生日"] }),
  phone: landline("联系电话", { also: ["电话", "手机"] }),
  address: oneLine("联系地址", { also: ["地址"] }),
  householdSize: wholeNumber("家庭人口", 1, 50),
  occupation: tickOne("职业", "occupation", { also: ["客户类别"] }),
  residenceArea: oneLine("现住区域", { suggestions: "residenceArea" }),
  purpose: tickMany("购房目的", "purpose"),
  objections: tickMany("主要异议", "objections"),
  payment: tickOne("付款方式", "payment"),
  purchaseOrdinal: tickOne("第几次置业", "purchaseOrdinal"),
} as const;

/** After the days. */
export const householdIncome = money("家庭收入", { hint: "填家庭年收入，单位元；没有填 /。" });

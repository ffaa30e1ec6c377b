/** 季度全案进度掌控表（案场经理版）: twelve weeks of a quarter, plan beside what came of it. */
import { computed, money, wholeNumber } from "../form/field";
import { form, part } from "../form/form";

/** Weeks of a quarter, as the paper has them. */
export const weeksOfQuarter = 12;

/** A plan made for a day nearer than half a quarter to 季度起始日 is this quarter's: the first day may be put right. */
export const halfAQuarter = (7 * weeksOfQuarter) / 2;

export const progress = form(
  {
    key: "progress",
    title: "季度全案进度掌控表（案场经理版）",
    sheet: "季度进度",
    table: "Progress",
    oneRowPer: "一周一行，一季度十二周",
    note: "备注：只填计划的本周户数与本周总销；实际由成交报告算出。换季度时在“设置”改“季度起始日”，再改计划和“计划所属季度”，两者对不上时不算计划累计与完成比例；有插件的，经理在窗格“今日”点“开始新季度”。",
    rowHeight: 22,
    keptBy: "manager",
  },
  [
    part("周", {
      week: computed("周别", "sheet", "text"),
      from: computed("起", "sheet", "day", { also: ["日期"] }),
      to: computed("止", "sheet", "day"),
    }),
    part("计划进度", {
      plannedUnits: wholeNumber("计划本周户数", 0, 9999, { also: ["本周户数"] }),
      plannedSales: money("计划本周总销", { also: ["本周总销"], hint: "填本周计划的总销金额，单位元。" }),
      plannedUnitsSoFar: computed("计划累计户数", "sheet", "number"),
      plannedSalesSoFar: computed("计划累计总销", "sheet", "money"),
    }),
    part("实际进度", {
      units: computed("实际本周户数", "sheet", "number"),
      sales: computed("实际本周总销", "sheet", "money"),
      unitsSoFar: computed("实际累计户数", "sheet", "number"),
      salesSoFar: computed("实际累计总销", "sheet", "money"),
    }),
    part("完成进度比例", {
      unitsShare: computed("户数完成比例", "sheet", "share", { also: ["完成进度比例"] }),
      salesShare: computed("总销完成比例", "sheet", "share"),
    }),
  ],
);

/** 未成交客户分析报告: one row a client given up. Content may be added, never removed (R14). */
import {
  area,
  computed,
  day,
  fromRoster,
  lines,
  numberStamp,
  oneLine,
  tickMany,
  tickOne,
} from "../form/field";
import { form, part } from "../form/form";
import { paperNote } from "./paper-notes";
import { clientData, householdIncome } from "./client-data";

export const lostClients = form(
  {
    key: "lostClients",
    title: "未成交客户分析报告",
    sheet: "未成交分析",
    table: "LostClients",
    oneRowPer: "一位放弃的客户填一行",
    note: paperNote("lostClients"),
    rowHeight: 16,
    keptBy: "manager",
  },
  [
    part("客户", {
      lostId: numberStamp("未成交客户编号", "lost", { also: ["客户编号", "编号"] }),
      consultant: fromRoster("业务员", { need: "first", also: ["置业顾问"] }),
      firstVisit: computed("★第一次来访日期", "sheet", "day", { also: ["第一次来访日期"] }),
      lastVisit: computed("★最后一次来访日期", "sheet", "day", { also: ["最后一次来访日期"] }),
    }),
    part("客户资料", {
      ...clientData,
      daysToGiveUp: computed("自首次看房至放弃时间", "sheet", "number", {
        hint: "由公式计算的天数，请勿改动。",
      }),
      householdIncome,
    }),
    part("咨询物业资料", {
      location: oneLine("坐落位置", { hint: "填楼栋-单元-层-户，如 3-1-12-02。" }),
      unitCategory: tickOne("房屋类别", "unitCategory"),
      floorArea: area("建筑面积", { also: ["面积"] }),
      gardenArea: area("花园面积"),
      otherArea: area("其他面积"),
      propertyType: tickOne("物业类型", "propertyType"),
      layout: tickOne("房型", "dealLayout", { also: ["户型"] }),
    }),
    part("未购买原因", {
      givenUpOn: day("放弃日期", { need: "first", notAfterToday: true }),
      lossReasons: tickMany("客户未购买原因分析", "lossReasons", { need: "first", also: ["未购买原因"] }),
      lossAnalysis: lines("原因说明", { need: "first", hint: "写清客户为什么没有买；没有填 /。" }),
      competitor: oneLine("购买竞品"),
    }),
  ],
);

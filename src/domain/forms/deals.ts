/** 客户成交报告: one row a deal. Content may be added, never removed (R14). */
import {
  area,
  computed,
  day,
  fromRoster,
  money,
  numberStamp,
  oneLine,
  tickMany,
  tickOne,
  unitRef,
} from "../form/field";
import { form, part } from "../form/form";
import { paperNote } from "./paper-notes";
import { clientData, householdIncome } from "./client-data";

export const deals = form(
  {
    key: "deals",
    title: "客户成交报告",
    sheet: "成交报告",
    table: "Deals",
    oneRowPer: "一宗成交填一行",
    note: paperNote("deals", "金额不得发生计算错误。"),
    rowHeight: 25,
    keptBy: "manager",
  },
  [
    part("成交", {
      dealId: numberStamp("客户编号", "deal", { also: ["成交客户编号", "编号"] }),
      consultant: fromRoster("成交业务员", { need: "first", also: ["置业顾问", "业务员"] }),
      queuedOn: day("★排号日期", { notAfterToday: true, also: ["排号日期"] }),
      subscribedOn: day("★认购日期", { need: "first", notAfterToday: true, also: ["认购日期"] }),
      signedOn: day("★签约日期", { notAfterToday: true, also: ["签约日期"] }),
    }),
    part("客户资料", {
      ...clientData,
      daysToDeposit: computed("自首次看房至大定时间", "sheet", "number", {
        hint: "由公式计算的天数，请勿改动。",
      }),
      householdIncome,
    }),
    part("购买物业", {
      unitNo: unitRef("房源编号", { need: "first", also: ["房号", "房源"] }),
      location: oneLine("坐落位置", { hint: "填楼栋-单元-层-户，如 3-1-12-02。" }),
      unitCategory: tickOne("房屋类别", "unitCategory"),
      floorArea: area("建筑面积", { need: "first", also: ["面积"] }),
      gardenArea: area("花园面积"),
      otherArea: area("其他面积"),
      propertyType: tickOne("物业类型", "propertyType"),
      layout: tickOne("房型", "dealLayout", { also: ["户型"] }),
      unitPrice: money("成交单价", { need: "first", also: ["单价"], hint: "填成交单价，单位元/平方米。" }),
      totalPrice: money("成交总价", {
        need: "first",
        also: ["总价", "总房款"],
        hint: "填成交总价，单位元；等于成交单价 × 建筑面积，误差不超过 1 元。",
      }),
    }),
    part("来访", {
      channels: tickMany("来访渠道", "channels", { also: ["认知途径"] }),
      visitCount: computed("来访次数", "sheet", "text"),
      referralProspect: tickOne("周边是否还有朋友需求购房", "referralProspect"),
    }),
    part("履约", {
      status: computed("成交状态", "sheet", "text", {
        hint: "由公式得出：认购、签约、已售（款已收齐）或已退房。",
      }),
      paid: computed("已收款", "sheet", "money", { hint: "由公式计算：定金回款表中本套的收款减退款。" }),
      formerConsultant: computed("原置业顾问", "sheet", "text", {
        hint: "再分配以前的置业顾问，不参与本单业绩；由公式得出。",
      }),
    }),
  ],
  [{ kind: "inOrder", keys: ["queuedOn", "subscribedOn", "signedOn"] }],
);

/** 销控表: one row a unit; also drawn as the board that hangs in the sales office. */
import { area, clientRef, computed, day, money, oneLine, tickOne } from "../form/field";
import { form, part } from "../form/form";

export const unitStates = ["可售", "保留", "认购", "签约", "已售", "不可售"] as const;
export type UnitState = (typeof unitStates)[number];

export const units = form(
  {
    key: "units",
    title: "销控表",
    sheet: "销控表",
    table: "Units",
    oneRowPer: "一套房源填一行",
    note: "备注：房源编号不得重复；状态由可售、保留、认购、签约到已售，退房或调房后回到可售；状态变了当天更新，并通知全体置业顾问。",
    rowHeight: 18,
    keptBy: "manager",
  },
  [
    part("房源", {
      unitNo: oneLine("房源编号", {
        need: "first",
        also: ["房号", "房源"],
        hint: "填楼栋-单元-房号，如 3-1-1202，全表不重复。",
      }),
      building: oneLine("楼栋", { also: ["栋", "楼"] }),
      section: oneLine("单元"),
      floor: oneLine("楼层", { also: ["层"] }),
      door: oneLine("户号", { also: ["户"] }),
      unitCategory: tickOne("房屋类别", "unitCategory"),
      propertyType: tickOne("物业类型", "propertyType"),
      layout: tickOne("户型", "dealLayout", { also: ["房型"] }),
      floorArea: area("建筑面积", { need: "first", also: ["面积"] }),
      unitPrice: money("单价", { need: "first", hint: "填单价，单位元/平方米。" }),
      totalPrice: computed("总价", "sheet", "money"),
    }),
    part("销控", {
      status: tickOne("状态", "unitState", { need: "first", also: ["销售状态"] }),
      clientId: clientRef("客户编号"),
      updatedOn: day("更新日期"),
    }),
  ],
);

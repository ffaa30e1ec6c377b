/** 活动: promotions and festivals; D clients wait for the next one (R5). */
import { day, oneLine, tickMany, tickOne } from "../form/field";
import { form, part } from "../form/form";

export const events = form(
  {
    key: "events",
    title: "活动安排表",
    sheet: "活动",
    table: "Events",
    oneRowPer: "一次活动或一个节日填一行",
    note: "备注：促销与节日按日期填写；D 级客户在下一次活动或节日到来时跟进。节日已由案场簿填好，可以增删。",
    rowHeight: 20,
    keptBy: "manager",
  },
  [
    part("活动", {
      date: day("日期", { need: "first" }),
      name: oneLine("名称", { need: "first", also: ["活动名称", "活动"], hint: "填活动或节日的名称。" }),
      kind: tickOne("类别", "eventKind", { need: "first" }),
      audience: tickMany("对象级别", "audience"),
    }),
  ],
);

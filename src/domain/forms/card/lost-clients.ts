/** 未成交客户分析报告, as the paper is ruled. */
import { cardOf } from "../../form/card";
import { paperNotes } from "../paper-notes";
import { soldPropertyTypes } from "./sold-property-types";

const { card, boxes, box, ticks, open, heading, room, contacts, saying } = cardOf("lostClients");

export const lostClients = card(
  {
    title: "未成交客户分析报告",
    oneCardPer: "一位放弃的客户一份",
    rowHeight: 16,
    bound: true,
    onePage: true,
    notes: paperNotes.lostClients,
  },
  [
    open({ key: "lostId", width: 12 }, { key: "consultant", width: 12 }),
    open({ key: "firstVisit", width: 12 }, { key: "lastVisit", width: 12 }),
    heading("客户资料"),
    boxes(box("name", 3, 5), box("gender", 2, 2), box("age", 2, 2), box("birthday", 3, 5)),
    boxes(box("phone", 3, 21)),
    boxes(box("address", 3, 15), box("householdSize", 3, 3)),
    boxes(ticks("purpose", 4, 20)),
    boxes(ticks("objections", 4, 20)),
    boxes(box("payment", 4, 4), box("occupation", 2, 6), box("residenceArea", 3, 5)),
    boxes(ticks("purchaseOrdinal", 4, 20)),
    boxes(box("daysToGiveUp", 7, 5, { unit: "天" }), box("householdIncome", 4, 8)),
    heading("咨询物业资料"),
    boxes(box("location", 4, 20)),
    boxes(ticks("unitCategory", 4, 20)),
    boxes(box("floorArea", 4, 4), box("gardenArea", 4, 4), box("otherArea", 4, 4)),
    boxes(ticks("propertyType", 4, 20, { order: soldPropertyTypes })),
    boxes(ticks("layout", 4, 20)),
    contacts("all", 3, "来访\\回访时间", "来访及回访内容", "客户反应"),
    heading("客户未购买原因分析"),
    boxes(ticks("lossReasons", 4, 20, { caption: "原因" })),
    boxes(box("competitor", 4, 8), box("givenUpOn", 4, 8)),
    room("lossAnalysis", 2),
    saying("如放弃你不觉得惋惜吗？"),
  ],
);

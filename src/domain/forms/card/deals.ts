/** 客户成交报告, as the paper is ruled. */
import { cardOf } from "../../form/card";
import { paperNotes } from "../paper-notes";
import { soldPropertyTypes } from "./sold-property-types";

const { card, boxes, box, ticks, open, heading } = cardOf("deals");

export const deals = card(
  {
    title: "客户成交报告",
    oneCardPer: "一宗成交一页",
    rowHeight: 25,
    notes: paperNotes.deals,
  },
  [
    open({ key: "dealId", width: 8 }, { key: "consultant", width: 7 }, { key: "queuedOn", width: 9 }),
    open({ key: "subscribedOn", width: 15 }, { key: "signedOn", width: 9 }),
    heading("客户资料"),
    boxes(box("name", 3, 5), box("gender", 2, 2), box("age", 2, 2), box("birthday", 3, 5)),
    boxes(box("phone", 3, 21)),
    boxes(box("address", 3, 15), box("householdSize", 3, 3)),
    boxes(ticks("purpose", 4, 20)),
    boxes(ticks("objections", 4, 20)),
    boxes(box("payment", 4, 4), box("occupation", 2, 6), box("residenceArea", 3, 5)),
    boxes(ticks("purchaseOrdinal", 4, 20)),
    boxes(box("daysToDeposit", 7, 5, { unit: "天" }), box("householdIncome", 4, 8)),
    heading("物业资料"),
    boxes(box("unitNo", 4, 8), box("location", 4, 8)),
    boxes(ticks("unitCategory", 4, 20)),
    boxes(box("floorArea", 4, 4), box("gardenArea", 4, 4), box("otherArea", 4, 4)),
    boxes(ticks("propertyType", 4, 20, { order: soldPropertyTypes })),
    boxes(ticks("layout", 4, 20)),
    boxes(box("unitPrice", 4, 8), box("totalPrice", 4, 8)),
    heading("其他信息"),
    boxes(ticks("channels", 4, 20)),
    boxes(ticks("visitCount", 4, 20, { choices: ["一次", "二次", "三次", "四次", "五次", "五次以上"] })),
    boxes(ticks("referralProspect", 9, 15)),
    boxes(box("status", 4, 4), box("paid", 3, 5), box("formerConsultant", 4, 4)),
  ],
);

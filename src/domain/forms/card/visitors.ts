/** 来访客户登记表, as the paper is ruled. */
import { cardOf } from "../../form/card";
import { paperNotes } from "../paper-notes";

const { card, boxes, box, ticks, open, heading, room } = cardOf("visitors");

export const visitors = card(
  {
    title: "来访客户登记表",
    oneCardPer: "一位来访客户一页",
    rowHeight: 22,
    notes: paperNotes.visitors,
    // On 客户回访跟踪表.
    elsewhere: ["outcome", "outcomeAnalysis"],
  },
  [
    open({ key: "clientId", width: 8 }, { key: "visitDate", width: 9 }, { key: "consultant", width: 7 }),
    heading("1.基本情况"),
    boxes(box("name", 3, 5), box("gender", 2, 2), box("age", 2, 2), box("maritalStatus", 4, 4)),
    boxes(box("phone", 3, 9), box("mobile", 3, 9)),
    boxes(box("residenceArea", 3, 4), box("address", 2, 9), box("postcode", 2, 4)),
    boxes(
      box("familyStructure", 3, 7),
      box(["partySize", "partyRelation"], 5, 9, { caption: "来访人数及关系", between: "人，" }),
    ),
    boxes(ticks("channels", 4, 20, { no: "2." })),
    boxes(ticks("concerns", 4, 20, { no: "3." })),
    boxes(ticks("motive", 4, 20, { no: "4.", inside: { choice: "为家人购", key: "motiveFor", after: 3 } })),
    boxes(ticks("occupation", 4, 20, { no: "5." })),
    heading("6.意向产品"),
    boxes(ticks("propertyType", 4, 20, { no: "1/" })),
    boxes(ticks("areaBand", 4, 20, { no: "2/", unit: "㎡" })),
    boxes(ticks("layout", 4, 20, { no: "3/" })),
    boxes(ticks("unitPriceBand", 4, 20, { no: "4/", unit: "元/㎡" })),
    boxes(ticks("totalPriceBand", 4, 20, { no: "5/", unit: "万元" })),
    boxes(ticks("payment", 4, 20, { no: "6/" })),
    boxes(box("recommendedUnits", 4, 8), box("preferredUnits", 4, 8)),
    room("notes", 3),
    boxes(box("referrerId", 5, 5), box("nextAppointment", 5, 9)),
  ],
);

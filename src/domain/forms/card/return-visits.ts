/** 客户回访跟踪表: generated from 来访登记 and 跟踪记录; no table of its own. */
import { cardOf } from "../../form/card";
import { paperNotes } from "../paper-notes";

const { card, boxes, box, open, heading, room, contacts, saying } = cardOf("visitors");

export const returnVisits = card(
  {
    title: "客户回访跟踪表",
    oneCardPer: "一位客户一份",
    rowHeight: 22,
    bound: true,
    notes: paperNotes.returnVisits,
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
    boxes(
      box("channels", 4, 8, { caption: "2.认知途径" }),
      box(["motive", "motiveFor"], 4, 8, { caption: "3.购买动机", between: "：" }),
    ),
    boxes(box("concerns", 4, 20, { caption: "4.询问重点" })),
    boxes(box("occupation", 4, 8, { caption: "5.客户类别" }), box("referrerId", 4, 8)),
    // This paper has no choices to be ticked, as 来访's has: what was chosen there is said.
    heading("6.意向产品"),
    boxes(box("propertyType", 4, 20, { caption: "1/物业类型" })),
    boxes(
      box("areaBand", 4, 4, { caption: "2/所需面积", unit: "㎡" }),
      box("layout", 4, 4, { caption: "3/户型" }),
      box("payment", 4, 4, { caption: "6/付款方式" }),
    ),
    boxes(
      box("unitPriceBand", 5, 7, { caption: "4/单价", unit: "元/㎡" }),
      box("totalPriceBand", 5, 7, { caption: "5/总价", unit: "万元" }),
    ),
    boxes(box("recommendedUnits", 5, 7), box("preferredUnits", 5, 7)),
    room("notes", 1, "第一次来访洽谈内容"),
    contacts("first", 1, "第一次回访方式及洽谈内容"),
    contacts("later", 2, "之后跟踪回访方式及洽谈内容"),
    boxes(box("outcome", 5, 7), box("nextAppointment", 5, 7)),
    room("outcomeAnalysis", 1),
    saying("如放弃你不觉得惋惜吗？"),
  ],
);

/** 户型结构变更、特惠、退房、更名、调房: five cards of one register, as the papers are ruled. */
import { cardOf } from "../../form/card";
import type { FieldKey } from "../index";

const { card, boxes, box, open, heading, room, opinion, signatures, closing, letter, blank, saying } =
  cardOf("applications");

type Key = FieldKey<"applications">;

const top = open({ key: "no", width: 9 }, { key: "clientId", width: 7 }, { key: "appliedOn", width: 8 });
const foot = boxes(box("status", 3, 5), box("closedOn", 3, 5), box("remarks", 2, 6));

const sales = opinion("销售部意见", { key: "salesOpinion", signer: "salesSigner", on: "salesOn" });
const engineering = opinion("工程部意见", {
  key: "engineeringOpinion",
  signer: "engineeringSigner",
  on: "engineeringOn",
});
const finance = opinion("财务部意见", { key: "financeOpinion", signer: "financeSigner", on: "financeOn" });
const manager = opinion("总经理意见", { key: "managerOpinion", signer: "managerSigner", on: "managerOn" });

const ofStructure = [
  "workNo",
  "contact",
  "projectNo",
  "building",
  "section",
  "floor",
  "door",
  "changeRequest",
  "changeCost",
  "costBy",
  "inspection",
  "inspector",
] as const satisfies readonly Key[];
const ofPlace = ["building", "section", "floor", "door"] as const satisfies readonly Key[];
const ofDiscount = [
  "usualDiscount",
  "discountAsked",
  "discountedPrice",
  "discountedTotal",
  "payment",
] as const satisfies readonly Key[];
const ofRefund = [
  "buyerKind",
  "paid",
  "refundReason",
  "penalty",
  "refund",
  "refundOn",
  "oldReceipt",
  "receiptReturned",
] as const satisfies readonly Key[];
const ofRename = ["newName", "renameOn"] as const satisfies readonly Key[];
const ofExchange = [
  "newUnitNo",
  "newLayout",
  "newFloorArea",
  "newUnitPrice",
  "newTotalPrice",
  "exchangeOn",
] as const satisfies readonly Key[];
const ofEngineering = [
  "engineeringOpinion",
  "engineeringSigner",
  "engineeringOn",
] as const satisfies readonly Key[];
const notStructure = ofStructure.filter((key) => !(ofPlace as readonly Key[]).includes(key));

export const structureChange = card(
  {
    title: "户型结构变更申请表",
    oneCardPer: "一份申请一页",
    rowHeight: 22,
    kind: "户型结构变更",
    elsewhere: [...ofDiscount, ...ofRefund, ...ofRename, ...ofExchange],
  },
  [
    top,
    boxes(box("kind", 4, 8), box("workNo", 4, 8)),
    boxes(box("name", 4, 8), box("contact", 4, 8)),
    boxes(
      box("projectNo", 4, 4, { caption: "物业座落" }),
      box("building", 2, 2),
      box("section", 2, 2),
      box("floor", 2, 2),
      box("door", 2, 2),
    ),
    boxes(box("unitNo", 4, 4), box("layout", 4, 4, { caption: "改动户型" }), box("floorArea", 4, 4)),
    boxes(box("unitPrice", 3, 4), box("totalPrice", 3, 5), box("bookedOn", 3, 6)),
    room("changeRequest", 3),
    room("reason", 1),
    signatures(
      { caption: "业主签字", on: "ownerSignedOn" },
      { caption: "变更申请人签字" },
      { caption: "置业顾问签字", key: "consultant" },
    ),
    sales,
    engineering,
    opinion("变更产生费用", { key: "changeCost", signer: "costBy", signs: "审算人员签字", least: 1 }),
    finance,
    opinion("公司总经理意见", { key: "managerOpinion", signer: "managerSigner", on: "managerOn" }),
    opinion("改造情况检查记录", { key: "inspection", signer: "inspector", signs: "检查人签字" }),
    foot,
  ],
);

export const discount = card(
  {
    title: "特惠申请单",
    oneCardPer: "一份申请一页",
    rowHeight: 22,
    kind: "特惠申请",
    elsewhere: [...ofStructure, ...ofRefund, ...ofRename, ...ofExchange, ...ofEngineering],
  },
  [
    top,
    boxes(box("name", 4, 8), box("bookedOn", 4, 8)),
    heading("客户购房情况"),
    boxes(box("unitNo", 4, 4), box("layout", 4, 4), box("floorArea", 4, 4)),
    boxes(box("unitPrice", 4, 8, { caption: "原单价" }), box("totalPrice", 4, 8, { caption: "原总房款" })),
    boxes(box("usualDiscount", 4, 8), box("discountAsked", 4, 8)),
    boxes(box("discountedPrice", 4, 8), box("discountedTotal", 4, 8)),
    boxes(box("payment", 4, 8), box("consultant", 4, 8)),
    room("reason", 4),
    signatures({ caption: "客户签字", on: "ownerSignedOn" }),
    sales,
    manager,
    finance,
    boxes(box("kind", 2, 4), box("status", 2, 4), box("closedOn", 4, 8)),
    boxes(box("remarks", 2, 22)),
  ],
);

export const refund = card(
  {
    title: "退房申请",
    oneCardPer: "一份申请一式两份",
    rowHeight: 22,
    named: false,
    kind: "退房申请",
    copies: ["销售部", "财务部"],
    notes: ["本申请书一式两份，销售部与财务部各一份。"],
    elsewhere: [...notStructure, ...ofDiscount, ...ofRename, ...ofExchange, ...ofEngineering],
  },
  [
    top,
    letter(
      blank("buyerKind", 0),
      "于",
      blank("bookedOn", 4),
      "向贵公司购买（预定）",
      "{项目}",
      blank("building", 3),
      "栋",
      blank("section", 3),
      "单元",
      blank("floor", 3),
      "层",
      blank("door", 3),
      "户，并已支付房款 ¥",
      blank("paid", 8),
      "元，现因",
      blank("refundReason", 16),
      "原因，特向贵公司申请退房，并同意支付违约金 ¥",
      blank("penalty", 6),
      "元。贵公司可将此房另行出售，所得收益归贵公司所有，与本人无关。",
    ),
    letter("特此申请。"),
    closing({ caption: "申请人", key: "name", on: "appliedOn" }),
    boxes(box("unitNo", 2, 6), box("layout", 2, 6), box("floorArea", 2, 6)),
    boxes(box("unitPrice", 2, 5), box("totalPrice", 3, 5), box("refundOn", 4, 5)),
    room("reason", 1),
    signatures({ caption: "置业顾问", key: "consultant" }, { caption: "销售统计员" }),
    opinion("销售部经理意见", { key: "salesOpinion", signer: "salesSigner", on: "salesOn", least: 1 }),
    opinion("公司负责人意见", { key: "managerOpinion", signer: "managerSigner", on: "managerOn", least: 1 }),
    opinion("财务部意见", { key: "financeOpinion", signer: "financeSigner", on: "financeOn", least: 1 }),
    boxes(
      box("refund", 5, 5, { caption: "财务部已退款" }),
      box("oldReceipt", 3, 4, { caption: "原№" }),
      box("receiptReturned", 5, 2),
    ),
    letter("本人收到________（公司名称）所退房款 ¥", blank("refund", 8), "元。"),
    closing({ caption: "客户签名", on: "ownerSignedOn" }),
    boxes(box("kind", 2, 4), box("status", 2, 4), box("closedOn", 4, 8)),
    boxes(box("remarks", 2, 22)),
  ],
);

export const rename = card(
  {
    title: "更名申请单",
    oneCardPer: "一份申请一页",
    rowHeight: 22,
    kind: "更名申请",
    elsewhere: [...ofStructure, ...ofDiscount, ...ofRefund, ...ofExchange, ...ofEngineering],
  },
  [
    top,
    boxes(box("name", 4, 8), box("bookedOn", 4, 8)),
    heading("客户购房情况"),
    boxes(box("unitNo", 4, 4), box("layout", 4, 4), box("floorArea", 4, 4)),
    boxes(box("unitPrice", 4, 8), box("totalPrice", 4, 8)),
    boxes(box("newName", 6, 6), box("renameOn", 4, 8)),
    signatures(
      { caption: "业主签字", on: "ownerSignedOn" },
      { caption: "更名业主签字" },
      { caption: "置业顾问签字", key: "consultant" },
    ),
    room("reason", 4),
    signatures({ caption: "经办人签字" }),
    sales,
    manager,
    finance,
    boxes(box("kind", 2, 4), box("status", 2, 4), box("closedOn", 4, 8)),
    boxes(box("remarks", 2, 22)),
  ],
);

export const exchange = card(
  {
    title: "调房申请单",
    oneCardPer: "一份申请一页",
    rowHeight: 22,
    kind: "调房申请",
    elsewhere: [...ofStructure, ...ofDiscount, ...ofRefund, ...ofRename, ...ofEngineering],
  },
  [
    top,
    boxes(box("name", 4, 8, { caption: "业主姓名" }), box("bookedOn", 4, 8)),
    heading("客户购房情况"),
    boxes(
      box("unitNo", 4, 4, { caption: "原房号" }),
      box("layout", 4, 4, { caption: "原户型" }),
      box("floorArea", 4, 4, { caption: "原面积" }),
    ),
    boxes(box("unitPrice", 4, 8, { caption: "原单价" }), box("totalPrice", 4, 8, { caption: "原总房款" })),
    boxes(box("newUnitNo", 5, 3), box("newLayout", 5, 3), box("newFloorArea", 5, 3)),
    boxes(box("newUnitPrice", 5, 7), box("newTotalPrice", 5, 7)),
    boxes(box("exchangeOn", 5, 19)),
    signatures(
      { caption: "调房申请人签字", on: "ownerSignedOn" },
      { caption: "置业顾问签字", key: "consultant" },
    ),
    room("reason", 4),
    signatures({ caption: "经办人签字" }),
    sales,
    manager,
    finance,
    boxes(box("kind", 2, 4), box("status", 2, 4), box("closedOn", 4, 8)),
    boxes(box("remarks", 2, 22)),
    saying("调房仅限于签订正式《商品房买卖合同》之前。"),
  ],
);

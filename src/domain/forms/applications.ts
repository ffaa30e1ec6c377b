/** 户型结构变更、特惠、退房、更名、调房: five papers, one table; `kind` tells which. */
import {
  area,
  clientRef,
  computed,
  contact,
  day,
  fromRoster,
  lines,
  money,
  oneLine,
  tickOne,
  unitRef,
} from "../form/field";
import { form, part } from "../form/form";

export const applicationKinds = ["户型结构变更", "特惠申请", "退房申请", "更名申请", "调房申请"] as const;
export type ApplicationKind = (typeof applicationKinds)[number];
export const isApplicationKind = (text: string | undefined): text is ApplicationKind =>
  (applicationKinds as readonly (string | undefined)[]).includes(text);

/** Who gives an opinion, in the order the paper asks them. */
export const signers = {
  户型结构变更: ["sales", "engineering", "finance", "manager"],
  特惠申请: ["sales", "manager", "finance"],
  退房申请: ["sales", "manager", "finance"],
  更名申请: ["sales", "manager", "finance"],
  调房申请: ["sales", "manager", "finance"],
} as const satisfies Readonly<
  Record<ApplicationKind, readonly ("sales" | "engineering" | "finance" | "manager")[]>
>;
export type Signer = "sales" | "engineering" | "finance" | "manager";

const opinionHint = "填“同意”或“不同意”，后面可写说明。";
const opinion = (caption: string) => oneLine(caption, { suggestions: "opinion", hint: opinionHint });
const askedFor = (
  key: "changeRequest" | "discountAsked" | "paid" | "refundReason" | "newName" | "newUnitNo",
  has: ApplicationKind,
) => ({ kind: "askedWhen", key, when: "kind", has }) as const;

export const applications = form(
  {
    key: "applications",
    title: "申请单",
    sheet: "申请单",
    table: "Applications",
    oneRowPer: "一份申请填一行",
    note: "备注：户型结构变更、特惠、退房、更名、调房都在这里申请；按顺序签意见；退房申请一式两份，销售部、财务部各一份；批准后才可办理。",
    rowHeight: 22,
    keptBy: "manager",
  },
  [
    part("申请", {
      no: computed("申请编号", "program", "text", { also: ["编号"] }),
      kind: tickOne("类型", "applicationKind", { need: "first" }),
      clientId: clientRef("客户编号", { need: "first" }),
      name: computed("客户姓名", "sheet", "text", { also: ["业主姓名"] }),
      unitNo: unitRef("房号", { need: "first", also: ["原房号", "房源编号"] }),
      bookedOn: day("定房日期"),
      layout: tickOne("户型", "dealLayout", { also: ["原户型"] }),
      floorArea: area("面积", { also: ["原面积"] }),
      unitPrice: money("单价", { also: ["原单价"] }),
      totalPrice: money("总房款", { also: ["原总房款"] }),
      consultant: fromRoster("置业顾问"),
      appliedOn: day("申请日期", { need: "first", notAfterToday: true }),
      reason: lines("申请理由", { need: "first" }),
    }),
    part("户型结构变更", {
      workNo: oneLine("施工编号"),
      contact: contact("联系方式"),
      projectNo: oneLine("项目号"),
      building: oneLine("楼", { also: ["栋"] }),
      section: oneLine("单元"),
      floor: oneLine("层"),
      door: oneLine("户"),
      changeRequest: lines("改动要求"),
      changeCost: money("变更产生费用"),
      costBy: oneLine("审算人员"),
      inspection: lines("改造情况检查记录"),
      inspector: oneLine("检查人"),
    }),
    part("特惠申请", {
      usualDiscount: money("正常优惠额"),
      discountAsked: money("申请优惠额"),
      discountedPrice: computed("优惠后单价", "sheet", "money"),
      discountedTotal: computed("优惠后总房款", "sheet", "money"),
      payment: tickOne("付款方式", "payment"),
    }),
    part("退房申请", {
      buyerKind: tickOne("购房人", "buyerKind", { hint: "选本人或公司。" }),
      paid: money("已付房款"),
      refundReason: lines("退房原因"),
      penalty: money("违约金"),
      refund: computed("退款额", "sheet", "money"),
      refundOn: day("退款约定日", { yearless: "next" }),
      oldReceipt: oneLine("原收据No."),
      receiptReturned: tickOne("收据已收回", "yesNo"),
    }),
    part("更名申请", {
      newName: oneLine("拟更换客户姓名"),
      renameOn: day("更名日期"),
    }),
    part("调房申请", {
      newUnitNo: unitRef("调房后房号"),
      newLayout: tickOne("调房后户型", "dealLayout"),
      newFloorArea: area("调房后面积"),
      newUnitPrice: money("调房后单价"),
      newTotalPrice: money("调房后总房款"),
      exchangeOn: day("调房日期"),
    }),
    part("意见", {
      ownerSignedOn: day("业主签字日期", { notAfterToday: true }),
      salesOpinion: opinion("销售部意见"),
      salesSigner: oneLine("销售部负责人"),
      salesOn: day("销售部日期", { notAfterToday: true }),
      engineeringOpinion: opinion("工程部意见"),
      engineeringSigner: oneLine("工程部负责人"),
      engineeringOn: day("工程部日期", { notAfterToday: true }),
      financeOpinion: opinion("财务部意见"),
      financeSigner: oneLine("财务部负责人"),
      financeOn: day("财务部日期", { notAfterToday: true }),
      managerOpinion: opinion("总经理意见"),
      managerSigner: oneLine("总经理签字"),
      managerOn: day("总经理日期", { notAfterToday: true }),
    }),
    part("办理", {
      closedOn: day("办结日期", { notAfterToday: true, hint: "批准并办理完毕的日期，不晚于今天。" }),
      status: computed("状态", "sheet", "text"),
      remarks: lines("备注"),
    }),
  ],
  [
    askedFor("changeRequest", "户型结构变更"),
    askedFor("discountAsked", "特惠申请"),
    askedFor("paid", "退房申请"),
    askedFor("refundReason", "退房申请"),
    askedFor("newName", "更名申请"),
    askedFor("newUnitNo", "调房申请"),
  ],
);

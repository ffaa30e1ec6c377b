/** 客户集中邀约记录（案场经理版）: one row a client invited, on one day together. */
import { clientRef, computed, eventRef, moment, tickOne, unitRef } from "../form/field";
import { form, part } from "../form/form";

export const invitations = form(
  {
    key: "invitations",
    title: "客户集中邀约记录（案场经理版）",
    sheet: "集中邀约",
    table: "Invitations",
    oneRowPer: "一位客户一次邀约填一行",
    note: "备注：邀约时间为每天 10:00–11:00，周六、周日 10:00 或 14:00；同一时段尽量约看相近或相同房源的客户；到场后填执行结果。",
    rowHeight: 20,
    keptBy: "manager",
  },
  [
    part("客户", {
      no: computed("NO.", "sheet", "number", { also: ["序号", "NO"] }),
      clientId: clientRef("客户编号", { need: "first", also: ["编号"] }),
      name: computed("客户姓名", "sheet", "text", { also: ["姓名"] }),
      consultant: computed("置业顾问", "sheet", "text", { also: ["业务员"] }),
    }),
    part("邀约", {
      invitedFor: moment("邀约时间", { need: "first", quarterHour: true, yearless: "next" }),
      event: eventRef("活动"),
      units: unitRef("邀约房源", { many: true }),
      result: tickOne("执行结果", "invitationResult", { also: ["结果"] }),
    }),
  ],
);

/** 客户等级分配跟踪表（案场经理版）: the pipeline's master, one row a client. */
import { computed, day, fromRoster, lines, numberStamp } from "../form/field";
import { form, part } from "../form/form";
import { paperNote } from "./paper-notes";

export const grades = form(
  {
    key: "grades",
    title: "客户等级分配跟踪表（案场经理版）",
    sheet: "等级跟踪",
    table: "Grades",
    oneRowPer: "一位客户一行",
    note: paperNote("grades", "“D C B A √ ×”各栏填升到该级的日期。"),
    rowHeight: 16,
    keptBy: "manager",
  },
  [
    part("客户", {
      no: computed("NO.", "sheet", "number", { also: ["序号", "NO"] }),
      date: computed("时间", "sheet", "day", { also: ["日期"] }),
      clientId: numberStamp("客户编号", "client", { also: ["编号"] }),
      name: computed("客户姓名", "sheet", "text", { also: ["姓名"] }),
      grade: computed("客户级别", "sheet", "text", {
        also: ["级别", "等级", "客户等级"],
        hint: "由右边最近的升级日期算出；改级别请在对应栏填日期。",
      }),
      consultant: fromRoster("置业顾问", { need: "first", also: ["业务员"] }),
    }),
    part("升级情况", {
      reachedD: day("D", { notAfterToday: true, hint: "客户定为 D 级的日期。" }),
      reachedC: day("C", { notAfterToday: true, hint: "客户升到 C 级的日期。" }),
      reachedB: day("B", { notAfterToday: true, hint: "客户升到 B 级的日期。" }),
      reachedA: day("A", { notAfterToday: true, hint: "客户升到 A 级的日期。" }),
      reachedDeal: day("√", { notAfterToday: true, hint: "客户成交的日期。" }),
      reachedLost: day("×", { notAfterToday: true, hint: "客户定为无望、交回分配的日期。" }),
    }),
    part("跟进", {
      // A manager without the program reassigns by hand, and nobody else knows then whose the client was (R10).
      formerConsultant: computed("原置业顾问", "program", "text", {
        byHand: true,
        hint: "改派时由案场簿填写；没用案场簿改派的，手填原来的置业顾问，几位用“、”隔开。",
      }),
      lastContact: computed("最近跟进", "sheet", "day"),
      nextDue: computed("下次跟进", "sheet", "day"),
      dueStatus: computed("跟进状态", "sheet", "text"),
      remarks: lines("备注情况", { also: ["备注"] }),
    }),
  ],
);

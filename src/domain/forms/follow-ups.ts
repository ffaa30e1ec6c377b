/** 客户跟踪记录表（置业顾问版）: one row a contact. */
import { clientRef, computed, day, fromRoster, lines, moment, oneLine, tickOne } from "../form/field";
import { form, part } from "../form/form";

export const followUps = form(
  {
    key: "followUps",
    title: "客户跟踪记录表（置业顾问版）",
    sheet: "跟踪记录",
    table: "FollowUps",
    oneRowPer: "一次跟进填一行",
    note: "备注：当天跟进当天填写；跟踪情况：电话、短信、微信不少于 30 字，来访不少于 50 字，活动不少于 30 字；“已联系”“同上”不算。",
    rowHeight: 22,
    keptBy: "consultant",
  },
  [
    part("客户", {
      contactedAt: moment("跟进日期", {
        need: "first",
        notAfterToday: true,
        also: ["日期", "跟踪日期", "回访日期"],
      }),
      clientId: clientRef("客户编号", { need: "first", also: ["编号"] }),
      name: computed("客户姓名", "sheet", "text", { also: ["姓名"] }),
      grade: computed("客户等级", "program", "text", { also: ["级别", "等级"] }),
    }),
    part("跟踪", {
      method: tickOne("方式", "method", { need: "first", also: ["跟进方式", "回访方式"] }),
      interests: lines("利益分析"),
      strategy: lines("针对策略"),
      notes: lines("跟踪情况", { need: "first", also: ["跟进内容", "回访内容", "跟踪内容"] }),
      feedback: lines("客户反馈", { also: ["客户反应"] }),
    }),
    part("下一步", {
      newGrade: tickOne("调整级别", "grade", { also: ["新级别"] }),
      nextAt: day("下次跟进", { yearless: "next", also: ["下次跟进日期"] }),
      nextReason: oneLine("下次跟进事由", {
        hint: "客户约好要来的，写明看房、到访、签约等：约定那天来访，算邀约上门；没有填 /。",
        also: ["事由"],
      }),
      consultant: fromRoster("置业顾问", { need: "first", also: ["业务员", "跟进人"] }),
    }),
  ],
  [{ kind: "agreedOn", key: "nextAt", from: "contactedAt" }],
);

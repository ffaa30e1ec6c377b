/** 老客户维护: what is to be done for an owner, and when (R15). */
import { clientRef, computed, day, lines, tickOne } from "../form/field";
import { form, part } from "../form/form";

export const careTasks = form(
  {
    key: "careTasks",
    title: "老客户维护",
    sheet: "老客户维护",
    table: "CareTasks",
    oneRowPer: "一件维护事项一行",
    note: "备注：由案场簿按成交、生日、节日与节气生成，每件只生成一次；做完填完成日期和记录；不同意接收信息的客户不生成。",
    rowHeight: 20,
    keptBy: "consultant",
  },
  [
    part("事项", {
      clientId: clientRef("客户编号", { need: "first" }),
      name: computed("客户姓名", "sheet", "text"),
      consultant: computed("置业顾问", "sheet", "text"),
      reason: tickOne("事由", "careReason", { need: "first" }),
      // What people add of themselves has a day and contents too.
      detail: computed("内容", "program", "text", {
        byHand: true,
        hint: "哪个节日、哪个节气、哪一次活动；由案场簿填写，自己加的事项可以手填。",
      }),
      dueOn: computed("应做日期", "program", "day", {
        byHand: true,
        hint: "由案场簿填写；自己加的事项填日期，如 2024-03-05。",
      }),
      method: tickOne("方式", "careMethod"),
    }),
    part("完成", {
      doneOn: day("完成日期", { notAfterToday: true }),
      notes: lines("记录"),
      status: computed("事项状态", "sheet", "text"),
    }),
  ],
);

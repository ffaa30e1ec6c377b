/** 接待轮序: the order at the door, and the log that alone decides who is next (R11). */
import { clientRef, fromRoster, lines, moment, tickOne, wholeNumber } from "../form/field";
import { form, part } from "../form/form";

const sheet = "接待轮序";

export const receptionKinds = ["新客户", "老客户", "指名", "义务接待", "补接", "轮空"] as const;
export type ReceptionKind = (typeof receptionKinds)[number];
export const turnStates = ["当值", "接待中", "休息", "外派"] as const;
export type TurnState = (typeof turnStates)[number];

export const rotation = form(
  {
    key: "rotation",
    title: "接待轮序",
    sheet,
    table: "Rotation",
    oneRowPer: "一位置业顾问一行",
    note: "备注：顺序排定后不改；轮到谁只看右边的接待记录：新客户轮流接，接完排到最后；休息轮空不补，公司外派回来补接一次；老客户归原置业顾问，不占轮次。",
    rowHeight: 20,
    keptBy: "manager",
  },
  [
    part("当日轮序", {
      order: wholeNumber("顺序", 1, 200, { need: "first" }),
      consultant: fromRoster("置业顾问", { need: "first" }),
      group: tickOne("组", "group"),
      state: tickOne("状态", "turnState", {
        need: "first",
        hint: "现在不在的填休息或外派；当天接待记录里已记休息、外派的，回来要在记录里加一行“回来”。",
      }),
    }),
  ],
);

export const receptions = form(
  {
    key: "receptions",
    title: "接待记录",
    sheet,
    table: "Receptions",
    oneRowPer: "一次接待填一行",
    note: "",
    rowHeight: 20,
    keptBy: "consultant",
  },
  [
    part("接待记录", {
      at: moment("时间", { need: "first", notAfterToday: true }),
      clientId: clientRef("客户编号"),
      receiver: fromRoster("接待人", { need: "first" }),
      kind: tickOne("类别", "receptionKind", { need: "first" }),
      counts: tickOne("计序", "yesNo", { need: "first", hint: "占用轮次填“是”，不占用填“否”。" }),
      remarks: lines("说明"),
    }),
  ],
);

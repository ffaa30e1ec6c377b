/** 定金与回款: what was paid; what is to be paid and when; which mortgage papers came in. */
import { clientRef, computed, day, money, oneLine, tickOne, unitRef } from "../form/field";
import { form, part } from "../form/form";

const sheet = "定金回款";

/** 定金状态 (R5). */
export const depositStates = {
  waiting: "待签约",
  signed: "已签约",
  /** The client exchanged into the unit; the deal that moved there answers for it. */
  movedTo: "已换入",
  left: "已换房",
  back: "已退",
  /** Nothing was given back: it was kept as 违约金. */
  kept: "已转违约金",
} as const;
export type DepositStatus = (typeof depositStates)[keyof typeof depositStates];

export const receipts = form(
  {
    key: "receipts",
    title: "定金与回款",
    sheet,
    table: "Receipts",
    oneRowPer: "一张收据填一行",
    note: "备注：收款、退款当天填写，收据号不得重复；右边是付款计划与按揭资料：到期未付、逾期未交由案场簿标红，由置业顾问先催，客户拒付时转财务。",
    rowHeight: 20,
    keptBy: "manager",
  },
  [
    part("收据", {
      no: oneLine("收据号", {
        need: "first",
        also: ["收据编号", "No."],
        hint: "照收据上的号码填，不得重复。",
      }),
      date: day("日期", { need: "first", notAfterToday: true }),
      clientId: clientRef("客户编号", { need: "first" }),
      unitNo: unitRef("房源编号", { need: "first", also: ["房号"] }),
      item: tickOne("款项", "receiptItem", { need: "first" }),
      amount: money("金额", { need: "first", hint: "填金额，单位元；退款、违约金也填正数，由款项区分。" }),
      receivedBy: oneLine("收款人"),
      depositStatus: computed("定金状态", "sheet", "text", {
        hint: "由公式计算：小定金、大定金为待签约、已签约、已换入、已换房、已退或已转违约金；待签约的客户按“设置”里的“定金跟进天数”跟进，原定每两天一次。",
      }),
      refused: tickOne("客户拒签", "yesNo", { hint: "交了定金、催过、客户拒绝签约填“是”，转财务催款。" }),
    }),
    part("财务", {
      verified: tickOne("财务核对", "verified"),
      verifiedOn: day("核对日期", { notAfterToday: true }),
    }),
  ],
);

export const instalments = form(
  {
    key: "instalments",
    title: "付款计划",
    sheet,
    table: "Instalments",
    oneRowPer: "一期应收款填一行",
    note: "",
    rowHeight: 20,
    keptBy: "manager",
  },
  [
    part("付款计划", {
      clientId: clientRef("客户编号", { need: "first" }),
      unitNo: unitRef("房源编号", { need: "first", also: ["房号"] }),
      term: oneLine("期次", { hint: "填首付、第一期、按揭等。" }),
      dueOn: day("应收日期", { need: "first", yearless: "next" }),
      amount: money("应收金额", { need: "first" }),
      outstanding: computed("尚欠", "sheet", "money", {
        hint: "由公式计算：到这一期为止应收减去已收，最多为本期金额。",
      }),
      status: computed("收款状态", "sheet", "text"),
      refused: tickOne("客户拒付", "yesNo", { hint: "催过、客户拒付填“是”，转财务催款。" }),
    }),
  ],
);

export const mortgagePapers = form(
  {
    key: "mortgagePapers",
    title: "按揭资料",
    sheet,
    table: "MortgagePapers",
    oneRowPer: "一份按揭资料填一行",
    note: "",
    rowHeight: 20,
    keptBy: "manager",
  },
  [
    part("按揭资料", {
      clientId: clientRef("客户编号", { need: "first" }),
      unitNo: unitRef("房源编号", { need: "first", also: ["房号"] }),
      paper: tickOne("资料", "mortgagePaper", { need: "first" }),
      dueOn: day("应交日期", { yearless: "next" }),
      handedInOn: day("交件日期", { notAfterToday: true }),
      status: computed("交件状态", "sheet", "text"),
    }),
  ],
);

/** 意向评分: how keen a client is, by signals (R17); a suggestion beside the manager's grade. */
import { clientRef, computed, day, tickOne } from "../form/field";
import { form, part } from "../form/form";

const signal = (caption: string) =>
  tickOne(caption, "yesNo", { hint: "有这个信号填“是”，没有填“否”，还不知道留空。" });

export const intentScores = form(
  {
    key: "intentScores",
    title: "意向评分",
    sheet: "意向评分",
    table: "IntentScores",
    oneRowPer: "一位客户一次评分填一行",
    note: "备注：每个信号填是或否，权重在“设置”表里改，合计 100；90 分以上建议 A，70–89 建议 B，60–69 建议 C，其余 D；定级仍由案场经理决定。",
    rowHeight: 20,
    keptBy: "consultant",
  },
  [
    part("客户", {
      clientId: clientRef("客户编号", { need: "first" }),
      name: computed("客户姓名", "sheet", "text"),
      scoredOn: day("评分日期", { need: "first", notAfterToday: true }),
    }),
    part("信号", {
      likesProduct: signal("认同产品"),
      likesPrice: signal("认同价格"),
      canAfford: signal("购买能力"),
      fixedUnit: signal("锁定房源"),
      cameAgain: signal("再次来访"),
      deciderCame: signal("决策人到场"),
      askedPayment: signal("问付款与贷款"),
      askedDetails: signal("问细节与售后"),
      likesArea: signal("认同区域"),
    }),
    part("结果", {
      score: computed("得分", "sheet", "number"),
      suggested: computed("建议级别", "sheet", "text"),
    }),
  ],
);

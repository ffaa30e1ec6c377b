/**
 * What an opinion on an application says (forms 9–13): it agrees only where it says so, it refuses only where it says
 * so; anything else — 待定, 请补资料, 同意后再议 — is given and decides nothing. The sheet's formula reads by these very
 * lists (workbook/plan/formulas/applications.ts): all of it is plain finding and replacing, and the lists are short,
 * since Excel takes formulas of 8192 signs.
 */

/** Left out before reading: "（不 同意）" says 不同意. */
export const passedOver = [" ", "　", "（", "）", "(", ")"] as const;

/** What parts one clause from the next; each becomes the comma. */
export const clauseEnds = [",", "。", "；", "\n", "但"] as const;
export const comma = "，";

const begins = (...words: readonly string[]): readonly string[] => words.map((word) => comma + word);
const whole = (...words: readonly string[]): readonly string[] => words.map((word) => comma + word + comma);

/** A clause begins with it, or is it. */
export const agreeing: readonly string[] = [
  ...begins("同意", "已同意", "均同意", "请同意", "原则同意", "原则上同意", "一致同意", "我同意"),
  ...begins("批准", "已批准", "请批准", "特批准", "予以批准", "准予", "准许", "请准予", "赞成"),
  // On their own only: 准备…, 通过协商…, 可以考虑… say something else.
  ...whole("准", "可", "可以", "行", "通过", "认可", "无异议", "没有异议", "无意见", "没意见"),
  ...begins("可以退", "可以调", "可以更", "可以办", "可以批", "可以变更", "可以优惠"),
];

/** Anywhere, or where a clause begins with it, or is it. */
export const refusing: readonly string[] = [
  ...["不同意", "未同意", "没同意", "没有同意", "不能同意", "无法同意", "难以同意"],
  ...["不予", "不批", "未批准", "不准", "不可以", "不赞成", "不认可", "不通过", "未通过"],
  ...begins(
    "拒",
    "反对",
    "驳回",
    "否",
    "退回",
    "予以拒绝",
    "予以驳回",
    "已拒绝",
    "已驳回",
    "请驳回",
    "请退回",
  ),
  ...whole("不", "不行", "不可", "不办", "不退"),
];

/** With one of these it is not decided, whatever else it says. */
export const deferring: readonly string[] = [
  ...["待定", "暂缓", "再议", "再定", "再说", "再考虑", "再商量", "再决定", "是否", "与否", "吗", "？", "?"],
  ...["不", "否", "拒", "驳", "缓", "暂", "后", "考虑"].map((after) => `同意${after}`),
  ...["批准不", "批准后", "可以不", "准予不", "准许不", `同意退回${comma}`],
  // Somebody else's no.
  ...["客户", "家人", "家属", "父母"].map((whose) => `${whose}不同意`),
];

export type OpinionReading = "yes" | "no" | "unclear";

const clauses = (opinion: string): string => {
  let text = opinion;
  for (const sign of passedOver) text = text.replaceAll(sign, "");
  for (const sign of clauseEnds) text = text.replaceAll(sign, comma);
  return comma + text + comma;
};

/** Of an opinion that was given. One that says both yes and no decides nothing. */
export const readOpinion = (opinion: string): OpinionReading => {
  const text = clauses(opinion);
  const has = (words: readonly string[]): boolean => words.some((word) => text.includes(word));
  if (has(deferring)) return "unclear";
  const [yes, no] = [has(agreeing), has(refusing)];
  return yes === no ? "unclear" : yes ? "yes" : "no";
};

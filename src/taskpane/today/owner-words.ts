/** The words of 该打电话的老客户. */
export const zh = {
  toCall: "该打电话的老客户",
  tile: "老客户电话",
  within: "成交前 {{grade}} 级，{{n}} 天内要打一次",
  atEvents: "成交前 D 级，有活动、节日时打",
};

export const en: Record<keyof typeof zh, string> = {
  toCall: "Owners to call",
  tile: "Owner calls",
  within: "Grade {{grade}} before the deal: a call within {{n}} days",
  atEvents: "Grade D before the deal: a call at events and festivals",
};

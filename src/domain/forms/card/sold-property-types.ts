/** 物业类型 as 客户成交报告 and 未成交客户分析报告 print it: 电梯多层 comes first, as on no other paper (forms.md 7 and 8). */
export const soldPropertyTypes: readonly string[] = [
  "电梯多层",
  "楼梯多层",
  "小高层",
  "高层",
  "叠加",
  "联排",
  "独栋",
];

/** How wide a column is, in characters of the default font: by what stands in it, then by its caption. */
import { answerKind, type Field, type PerKind } from "../../domain/form/field";

const contents: PerKind<number> = {
  numberStamp: () => 13,
  clientRef: () => 13,
  computed: ({ gives }) => ({ text: 11, number: 7, day: 13, moment: 19, money: 14 })[gives],
  oneLine: () => 15,
  lines: () => 38,
  day: () => 13,
  moment: () => 19,
  number: () => 7,
  money: () => 15,
  area: () => 11,
  phone: () => 17,
  contact: () => 17,
  digits: ({ length }) => length + 4,
  tickOne: () => 11,
  tickMany: () => 19,
  fromRoster: () => 10,
};

/** Where the kind alone would be too narrow or too wide. */
const byCaption: Readonly<Record<string, number>> = {
  客户姓名: 11,
  姓名: 11,
  性别: 6,
  地址: 22,
  联系地址: 24,
  "NO.": 6,
  序号: 6,
  名称: 20,
  现住区域: 12,
  来访关系: 12,
  广告投放媒体及主题: 18,
  其他洽谈内容及洽谈结果: 50,
  咨询洽谈内容: 46,
  跟踪情况: 46,
  备注情况: 26,
  利益分析: 24,
  针对策略: 24,
  客户反馈: 24,
  客户级别: 8,
  跟进状态: 12,
  对象级别: 16,
  物业类型: 15,
  级别: 8,
  规则: 8,
  表: 12,
  行: 7,
  列: 14,
  说明: 56,
  建议: 44,
  位置: 16,
  前缀: 12,
  已用到: 10,
  名目: 14,
  内容: 40,
};

/** A caption breaks over two lines before it makes its column wider; a Chinese character takes two. */
const captionNeeds = (caption: string): number => {
  const length = [...caption].reduce((sum, letter) => sum + (letter > "\u2E7F" ? 2.2 : 1.1), 0);
  return Math.ceil(length > 9 ? length / 2 + 1.4 : length + 2.4);
};

export const widthOf = (field: Field): number =>
  Math.max(byCaption[field.caption] ?? answerKind(contents, field), captionNeeds(field.caption));

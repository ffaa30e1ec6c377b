/** How wide a column is, in characters of the default font: by what stands in it, then by its caption. */
import { answerKind, type Field, type PerKind } from "../../domain/form/field";
import { type ListKey, lists } from "../../domain/forms/lists";

/** Half the width of a Chinese character is one. */
const lengthOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter > "\u2E7F" ? 2.2 : 1.1), 0);

const longestChoice = (list: ListKey): number =>
  Math.max(8, Math.ceil(Math.max(...lists[list].choices.map(lengthOf)) + 1));

const contents: PerKind<number> = {
  numberStamp: () => 12,
  clientRef: () => 12,
  computed: ({ gives }) => ({ text: 10, number: 6, day: 12, moment: 18, money: 13, share: 9 })[gives],
  oneLine: () => 11,
  lines: () => 30,
  day: () => 12,
  moment: () => 18,
  number: () => 6,
  money: () => 13,
  area: () => 10,
  phone: () => 15,
  contact: () => 15,
  digits: ({ length }) => length + 3,
  tickOne: ({ list }) => longestChoice(list),
  tickMany: () => 14,
  rowRef: ({ many }) => (many ? 16 : 12),
  idCard: () => 21,
  fromRoster: () => 11,
};

/** Where the kind alone would be too narrow or too wide. */
const byCaption: Readonly<Record<string, number>> = {
  客户姓名: 11,
  申请编号: 18,
  活动: 22,
  销售部意见: 20,
  工程部意见: 20,
  财务部意见: 20,
  总经理意见: 20,
  楼: 6,
  层: 6,
  户: 6,
  楼栋: 7,
  单元: 7,
  楼层: 7,
  户号: 7,
  性格特点: 14,
  兴趣爱好: 14,
  记录: 44,
  姓名: 11,
  性别: 6,
  起: 13,
  止: 13,
  地址: 18,
  联系地址: 20,
  "NO.": 6,
  序号: 6,
  名称: 30,
  来访关系: 10,
  广告投放媒体及主题: 20,
  成交总价: 15,
  其他洽谈内容及洽谈结果: 42,
  咨询洽谈内容: 48,
  跟踪情况: 60,
  备注情况: 32,
  利益分析: 18,
  针对策略: 18,
  客户反馈: 18,
  下次跟进事由: 20,
  跟进状态: 11,
  对象级别: 20,
  级别: 8,
  规则: 8,
  表: 12,
  行: 7,
  列: 14,
  说明: 56,
  建议: 44,
  位置: 14,
  前缀: 12,
  已用到: 10,
  名目: 14,
  内容: 40,
};

/** A caption breaks over two lines before it makes its column wider; a Chinese character takes two. */
const captionNeeds = (caption: string): number => {
  const length = lengthOf(caption) * 1.1;
  return Math.ceil(length > 8 ? length / 2 + 1.2 : length + 1.2);
};

/** How wide a bold Chinese letter of the caption is, by the program that draws it. */
const letterWidths = [1.75, 2.25] as const;

/** Wide enough for the whole caption where only its last letter would stand on a line of its own. */
const withoutOrphan = (caption: string, width: number): number => {
  const letters = [...caption].length;
  const [narrow, broad] = letterWidths;
  const orphan = letterWidths.some((letter) => letters - Math.floor(width / letter) === 1);
  const between = letters - 1 >= width / broad && letters - 1 <= width / narrow;
  return orphan || between ? Math.ceil(letters * broad + 1) : width;
};

export const widthOf = (field: Field): number =>
  withoutOrphan(
    field.caption,
    Math.max(byCaption[field.caption] ?? answerKind(contents, field), captionNeeds(field.caption)),
  );

/**
 * Readings of surnames where pinyin-pro's surname mode differs from 现代汉语词典 (7th edition), which marks
 * them 姓: 种 Chóng, 秘 Bì, 洗 Xiǎn, 祭 Zhài, 佴 Nài, 重 Chóng, 还 Huán, 炅 Guì, 炔 Guì, 角 Jué, 隽 Juàn,
 * 晟 Chéng, 蔚 Yù, 么 Yāo. All others (仇 单 解 区 查 曾 盖 缪 朴 …) it reads as that dictionary does.
 */
export const surnameReadings: ReadonlyMap<string, string> = new Map([
  ["种", "chong"],
  ["秘", "bi"],
  ["洗", "xian"],
  ["祭", "zhai"],
  ["佴", "nai"],
  ["重", "chong"],
  ["还", "huan"],
  ["炅", "gui"],
  ["炔", "gui"],
  ["角", "jue"],
  ["隽", "juan"],
  ["晟", "cheng"],
  ["蔚", "yu"],
  ["么", "yao"],
]);

/** First two characters of a name that are not read one by one: the same dictionary; 单增, 单珠 are Tibetan. */
export const nameBeginnings: ReadonlyMap<string, readonly [string, string]> = new Map([
  ["单于", ["chan", "yu"]],
  ["单增", ["dan", "zeng"]],
  ["单珠", ["dan", "zhu"]],
]);

/** Surnames of two characters met today: they stay whole before a title (欧阳总) and after 小, 老 (小欧阳). */
export const compoundSurnames: ReadonlySet<string> = new Set(
  (
    "欧阳 上官 司马 司徒 司空 诸葛 夏侯 尉迟 皇甫 令狐 慕容 宇文 长孙 公孙 独孤 南宫 东方 西门 万俟 澹台 " +
    "端木 轩辕 申屠 濮阳 淳于 单于 鲜于 钟离 呼延 赫连 完颜 纳兰 拓跋 百里 东郭 南门 闻人 太叔 公冶 宗政 " +
    "闾丘 公羊 乐正 漆雕 巫马 仲孙 梁丘 左丘 第五 叶赫 贺兰 羊舌 谷梁 段干 即墨 亓官 颛孙 微生"
  ).split(" "),
);

/** R9: kin that count as the same client (设置 同户亲属), by whatever word people have for them. */
import { plain } from "../kit/text";

/** As lists and messages have them, each with the words in use. */
const words = {
  配偶: "配偶 夫妻 夫妇 爱人 妻子 丈夫 老婆 老公 太太",
  父母: "父母 父亲 母亲 爸爸 妈妈 老爸 老妈 岳父 岳母 公公 婆婆 双亲",
  子女: "子女 儿女 儿子 女儿 孩子 小孩",
  兄弟姐妹: "兄弟姐妹 兄弟 姐妹 兄妹 姐弟 哥哥 弟弟 姐姐 妹妹 大哥 大姐",
  祖父母: "祖父母 外祖父母 爷爷 奶奶 外公 外婆 姥姥 姥爷",
  孙子女: "孙子女 孙子 孙女 外孙女 外孙",
} as const;

/** What the door offers to choose from. */
export const commonKin = ["配偶", "父母", "子女", "兄弟姐妹"] as const;

const spoken: readonly (readonly [string, string])[] = Object.entries(words)
  .flatMap(([kin, all]) => all.split(" ").map((word) => [word, kin] as const))
  .sort(([a], [b]) => b.length - a.length);

/** 妻子 is 配偶; a word nobody knows is itself. */
export const kinMeant = (word: string): string => {
  const said = plain(word).replace(/\s/gu, "");
  return spoken.find(([each]) => each === said)?.[1] ?? said;
};

/** `counting`: 同户亲属, as a site has written it. */
export const kinCounts = (counting: readonly string[], relation: string): boolean =>
  counting.some((word) => kinMeant(word) === kinMeant(relation));

export interface NamedKin {
  readonly relation: string;
  readonly name: string;
}

const isName = (text: string): boolean => /^[\p{Script=Han}·]{2,4}$/u.test(text);

/** Who is named in 来访关系: 父亲张大山、妻子刘芳; 刘芳（妻子）; 父母：张大山、王秀英. */
export const kinNamed = (relations: string): readonly NamedKin[] => {
  const found: NamedKin[] = [];
  let relation: string | undefined;
  let before = "";
  for (const part of plain(relations).split(/[、,，;；/\s（）()：:+＋]+/u)) {
    const said = part.replace(/^(?:本人|自己|和|与|及|带|陪|同)+/u, "");
    if (/^(?:朋友|同事|邻居|同学|亲戚|老乡|领导|司机)/u.test(said)) {
      relation = undefined;
      before = "";
      continue;
    }
    const [word, kin] = spoken.find(([each]) => said.startsWith(each)) ?? [];
    const name = said.slice(word?.length ?? 0);
    if (word !== undefined && kin !== undefined && name === "" && before !== "") {
      found.push({ relation: kin, name: before });
      before = "";
      continue;
    }
    relation = kin ?? relation;
    before = "";
    if (!isName(name)) continue;
    if (relation === undefined) before = name;
    else found.push({ relation, name });
  }
  return found;
};

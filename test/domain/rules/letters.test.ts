import fc from "fast-check";
import { Converter } from "opencc-js";
import { formerLetters, nameLetters } from "../../../src/domain/rules/letters";
import { draw } from "../draw";

/** Rows above the blank line stand in R1; sample people are invented. */
describe("names", () => {
  test.each(
    draw(`
    | name               | letters |
    | 张三               | ZS      |
    | 曾国藩             | ZG      |
    | 单田芳             | ST      |
    | 解晓东             | XX      |
    | 仇英               | QY      |
    | 区楚良             | OC      |
    | 查良镛             | ZL      |
    | 尉迟恭             | YC      |
    | 万俟卨             | MQ      |
    | 欧阳修             | OY      |
    | 张先生             | ZH      |
    | 李女士             | LI      |
    | 王总               | WA      |
    | 陈小姐             | CH      |
    | 赵老师             | ZH      |
    | 小李               | LI      |
    | 老王               | WA      |
    | 欧阳先生           | OY      |
    | John Smith         | JS      |
    | Madonna            | MA      |
    | 阿卜杜拉·买买提    | AB      |

    | 张                 | ZH      |
    | 张总经理           | ZH      |
    | 張先生             | ZH      |
    | 欧阳               | OY      |
    | 欧阳总             | OY      |
    | 小欧阳             | OY      |
    | 单于飞雪           | CY      |
    | 姓张               | ZH      |
    | 阿强               | QI      |
    | 大刘               | LI      |
    | 张先生夫妇         | ZH      |
    | 王总夫妻           | WA      |
    | 张先生一家         | ZH      |
    | 李老板娘           | LI      |
    | 陈太               | CH      |
    | 张老               | ZH      |
    | 马队               | MA      |
    | 李 Ms              | LI      |
    | 张先生Mr.          | ZH      |
    | 王老五             | WL      |
    | 李太白             | LT      |
    | 王工               | WA      |
    | 李文工             | LW      |
    | 吕先生             | LV      |
    | 吕布               | LB      |
    | 朴先生             | PI      |
    | 种师道             | CS      |
    | 秘密               | BM      |
    | 洗星海             | XX      |
    | 冼星海             | XX      |
    | 乐毅               | YY      |
    | 盖叫天             | GJ      |
    | 缪荃孙             | MQ      |
    | 任我行             | RW      |
    | 华罗庚             | HL      |
    | 纪晓岚             | JX      |
    | 宁采臣             | NC      |
    | 翟天临             | ZT      |
    | 折可适             | SK      |
    | 黑先生             | HE      |
    | 逄先生             | PA      |
    | 员半千             | YB      |
    | 祭遵               | ZZ      |
    | 佴先生             | NA      |
    | 长孙无忌           | ZS      |
    | 澹台灭明           | TT      |
    | 令狐冲             | LH      |
    | 诸葛亮             | ZG      |
    | 歐陽修             | OY      |
    | 單田芳             | ST      |
    | 區楚良             | OC      |
    | 萬俟卨             | MQ      |
    | 尉遲恭             | YC      |
    | 蓋叫天             | GJ      |
    | 繆荃孫             | MQ      |
    | 張乾               | ZQ      |
    | 张乾               | ZQ      |
    | 张　三             | ZS      |
    |  张 三             | ZS      |
    | 小 李              | LI      |
    | 老　王             | WA      |
    | 张 先 生           | ZH      |
    | 李 女 士           | LI      |
    | 欧 阳 先 生        | OY      |
    | 小·李              | LI      |
    | 张女士/李先生      | ZH      |
    | 张总、李总         | ZH      |
    | 张三，李先生       | ZS      |
    | 王 小 明           | WX      |
    | 张三（老婆）       | ZS      |
    | 李四(已故)         | LS      |
    | 张某               | ZH      |
    | 张某某             | ZH      |
    | 张XX               | ZH      |
    | 张**               | ZH      |
    | 单增多吉           | DZ      |
    | 扎西顿珠           | ZX      |
    | 张Tony             | ZT      |
    | Tony老师           | TO      |
    | Tony 陈            | TO      |
    | Ｊｏｈｎ　Ｓｍｉｔｈ | JS    |
    | john smith         | JS      |
    | J. Smith           | JS      |
    | J·Smith            | JS      |
    | Mr. Smith          | SM      |
    | Mrs Smith          | SM      |
    | O'Brien            | OB      |
    | José García        | JG      |
    | Jean-Luc Picard    | JP      |
    | 艾米莉·勃朗特      | AM      |
    | 洛阳示例置业有限公司 | LY    |
    | 单县示例建筑公司   | SX      |
    | 乐清示例电器有限公司 | YQ    |
    | 重庆示例集团       | CQ      |
    | 长安示例汽车公司   | CA      |
    | ABC贸易有限公司    | AB      |
    | 市示例中学         | SS      |
    | J                  |         |
    | 1号客户            |         |
    | 张𠮷               |         |
    | 鄂先生             |         |
    | 김철수             |         |
    | Łukasz             |         |
    | ?                  |         |
    | /                  |         |
    | 13803791234        |         |
    |                    |         |
  `),
  )("$name is $letters", ({ name = "", letters }) => {
    expect(nameLetters(name) ?? "").toBe(letters);
  });
});

const surnames = [
  ...new Set("赵钱孙李周吴郑王冯陈卫蒋沈韩杨张单区万叶乐盖缪华纪宁长仇解曾查任尉种覃谌车费强应过鲜欧阳"),
];
const given = [..."伟芳娜敏静丽强磊军洋勇艳杰涛明超兰霞平刚桂长兴乐会传华广东庆龙凤云岳"];
const anyName = fc
  .tuple(fc.constantFrom(...surnames), fc.constantFrom(...given), fc.constantFrom("", ...given))
  .map((parts) => parts.join(""));

test.each(
  draw(`
  | name          | former |
  | 小 李         | XL     |
  | 老 王         | LW     |
  | 张 先 生      | ZX     |
  | 李 女 士      | LN     |
  | 张女士/李先生 | ZN     |
  | 小李          |        |
  | 张先生        |        |
  | John Smith    |        |
`),
)("the letters $name was given while its title was read as a name: $former", ({ name = "", former }) => {
  expect(formerLetters(name) ?? "").toBe(former);
});

describe("laws", () => {
  const toTraditional = Converter({ from: "cn", to: "t" });

  test("traditional characters read the same as simplified", () => {
    fc.assert(
      fc.property(anyName, (name) => {
        expect(nameLetters(toTraditional(name))).toBe(nameLetters(name));
      }),
      { numRuns: 300 },
    );
  });

  test("blanks, full width and dots change nothing", () => {
    fc.assert(
      fc.property(anyName, fc.constantFrom(" ", "　", "·", "\u200B"), (name, between) => {
        expect(nameLetters(` ${[...name].join(between)}　`)).toBe(nameLetters(name));
      }),
      { numRuns: 200 },
    );
  });

  test("two capital letters or nothing, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(nameLetters(text) ?? "AA").toMatch(/^[A-Z]{2}$/u);
      }),
    );
  });
});

import fc from "fast-check";
import { type Extent, gradeBySix, sixBySignals, type SixSigns } from "../../../src/domain/rules/grade-test";
import { gradeMeaning } from "../../../src/domain/rules/grade-meaning";
import { grades } from "../../../src/domain/rules/grade";
import { draw } from "../draw";

describe("R4: 002's test of six", () => {
  test.each(
    draw(`
    | product | price    | means    | unit | attention | decider | grade |
    | yes     | yes      | yes      | yes  | yes       | yes     | A     |
    | yes     | slightly | yes      | yes  | yes       | yes     | B     |
    | yes     | yes      | slightly | yes  | yes       | yes     | B     |
    | yes     | slightly | slightly | yes  | yes       | yes     | B     |
    | yes     | slightly | yes      | no   | yes       | yes     | C     |
    | yes     | yes      | yes      | no   | yes       | yes     | C     |
    | yes     | yes      | yes      | yes  | no        | yes     | C     |
    | yes     | yes      | yes      | yes  | yes       | no      | C     |
    | no      | yes      | yes      | yes  | yes       | yes     | D     |
    | yes     | no       | yes      | yes  | yes       | yes     | D     |
    | yes     | yes      | no       | yes  | yes       | yes     | D     |
    | no      | no       | no       | no   | no        | no      | D     |
  `),
  )(
    "product $product, price $price, means $means, unit $unit, attention $attention, decider $decider: $grade",
    (row) => {
      expect(
        gradeBySix({
          product: row.product === "yes",
          price: row.price as Extent,
          means: row.means as Extent,
          unit: row.unit === "yes",
          attention: row.attention === "yes",
          decider: row.decider === "yes",
        }),
      ).toBe(row.grade);
    },
  );

  test("a law: a sign more never lowers the grade", () => {
    const extent = fc.constantFrom<Extent>("yes", "slightly", "no");
    const signs: fc.Arbitrary<SixSigns> = fc.record({
      product: fc.boolean(),
      price: extent,
      means: extent,
      unit: fc.boolean(),
      attention: fc.boolean(),
      decider: fc.boolean(),
    });
    const rank = (given: SixSigns) => "ABCD".indexOf(gradeBySix(given));
    fc.assert(
      fc.property(signs, (given) => {
        for (const better of [
          { ...given, product: true },
          { ...given, unit: true },
          { ...given, attention: true },
          { ...given, decider: true },
          { ...given, price: "yes" as const },
          { ...given, means: "yes" as const },
        ])
          expect(rank(better)).toBeLessThanOrEqual(rank(given));
      }),
    );
  });
});

describe("R4: the test of six by the signals of 意向评分", () => {
  const key = {
    产品: "likesProduct",
    价格: "likesPrice",
    能力: "canAfford",
    房源: "fixedUnit",
    再来: "cameAgain",
    决策: "deciderCame",
  } as const;
  test.each(
    draw(`
    | 产品 | 价格 | 能力 | 房源 | 再来 | 决策 | says |
    | 是   | 是   | 是   | 是   | 是   | 是   | A A  |
    | 是   | 否   | 是   | 是   | 是   | 是   | D B  |
    | 是   | 是   | 否   | 是   | 是   | 是   | D B  |
    | 是   | 否   | 是   | 否   | 是   | 是   | D C  |
    | 是   | 是   | 是   |      | 是   | 是   | C C  |
    | 是   | 是   | 是   | 是   | 否   | 是   | C C  |
    | 否   | 否   | 是   | 是   | 是   | 是   | D D  |
    | 是   |      | 是   | 是   | 是   | 是   |      |
    |      | 是   | 是   | 是   | 是   | 是   |      |
  `),
  )("$产品 $价格 $能力 $房源 $再来 $决策: $says", ({ says, ...signs }) => {
    const seen = Object.fromEntries(
      Object.entries(key).flatMap(([sign, signal]) => {
        const said = signs[sign];
        return said === "是" || said === "否" ? [[signal, said === "是"]] : [];
      }),
    );
    const six = sixBySignals(seen);
    expect(six === undefined ? "" : `${six.grade} ${six.slightly}`).toBe(says);
  });
});

describe("R4: what the letters mean, by document", () => {
  test.each(
    draw(`
    | grading | grade | zh               |
    | 000     | A     | 三天内           |
    | 000     | C     | 没有表态         |
    | 003     | A     | 一个月内         |
    | 003     | B     | 一到三个月       |
    | 002     | A     | 决策人到场       |
    | 002     | D     | 有一项不认同     |
    | 别的    | A     | 三天内           |
  `),
  )("$grading $grade says $zh", ({ grading = "", grade = "", zh }) => {
    expect(gradeMeaning(grading, grade as "A").zh).toContain(zh);
  });

  test("every document has words for every grade, in both languages, and no two alike", () => {
    for (const grading of ["000", "002", "003"]) {
      const said = grades.map((grade) => gradeMeaning(grading, grade));
      expect(new Set(said.map(({ zh }) => zh)).size).toBe(grades.length);
      expect(said.every(({ en }) => en !== "")).toBe(true);
    }
  });
});

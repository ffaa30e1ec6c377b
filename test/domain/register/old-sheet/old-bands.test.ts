import fc from "fast-check";
import { type ListKey, lists } from "../../../../src/domain/forms/lists";
import { bandHolding } from "../../../../src/domain/register/old-sheet/old-bands";
import { draw } from "../../draw";

const banded = (list: string, caption: string, cell: string): string | undefined =>
  bandHolding(list as ListKey, lists[list as ListKey].choices, caption, cell);

const told = draw(`
  | list           | caption       | cell        | band      |
  | totalPriceBand | 总价          | 85万        | 81–100    |
  | totalPriceBand | 总价          | 85.5万元    | 81–100    |
  | totalPriceBand | 总价          | 85W         | 81–100    |
  | totalPriceBand | 总价          | 八十五万    | 81–100    |
  | totalPriceBand | 总价          | ¥850,000    | 81–100    |
  | totalPriceBand | 总价          | ８５００００元 | 81–100 |
  | totalPriceBand | 总价          | 85          | 81–100    |
  | totalPriceBand | 总价（万元）  | 85          | 81–100    |
  | totalPriceBand | 总价(元)      | 850000      | 81–100    |
  | totalPriceBand | 总价          | 12万        | 30以下    |
  | totalPriceBand | 总价          | 2000000     | 100以上   |
  | unitPriceBand  | 单价          | 3200        | 3000–3500 |
  | unitPriceBand  | 单价          | 3200元/平米 | 3000–3500 |
  | unitPriceBand  | 单价          | 3200元每平  | 3000–3500 |
  | unitPriceBand  | 单价          | 0.32万      | 3000–3500 |
  | unitPriceBand  | 单价（元/㎡） | 4800        | 4000以上  |
  | areaBand       | 面积          | 95          | 81–100    |
  | areaBand       | 面积(㎡)      | 95.5        | 81–100    |
  | areaBand       | 面积          | 118平       | 101–120   |
  | areaBand       | 面积          | 95㎡        | 81–100    |
  | areaBand       | 面积          | 95m2        | 81–100    |
  | areaBand       | 面积          | 95M²        | 81–100    |
  | areaBand       | 面积          | 95平米      | 81–100    |
  | areaBand       | 面积          | 九十五平    | 81–100    |
  | areaBand       | 面积          | 约95        | 81–100    |
  | areaBand       | 面积          | 大约 95 ㎡  | 81–100    |
  | areaBand       | 面积          | 95平左右    | 81–100    |
  | totalPriceBand | 总价          | 约85万      | 81–100    |
  | totalPriceBand | 总价          | 85万左右    | 81–100    |
  | totalPriceBand | 总价          | 85万元上下  | 81–100    |
  | unitPriceBand  | 单价          | 3200元/㎡   | 3000–3500 |
  | unitPriceBand  | 单价          | 8500元/㎡   | 4000以上  |
  | unitPriceBand  | 单价          | 8500元/m2   | 4000以上  |
`);

test.each(told)("$caption $cell is $band", ({ list = "", caption = "", cell = "", band }) => {
  expect(banded(list, caption, cell)).toBe(band);
});

const untold = draw(`
  | why                        | list           | caption      | cell    |
  | between two bands          | totalPriceBand | 总价         | 80.5万  |
  | in two bands               | totalPriceBand | 总价         | 100万   |
  | in two bands               | unitPriceBand  | 单价         | 2000    |
  | between two bands          | areaBand       | 面积         | 80.5    |
  | the caption says 元        | totalPriceBand | 总价（元）   | 85      |
  | the caption says 万        | totalPriceBand | 总价（万元） | 850000  |
  | 85元 buy no home           | totalPriceBand | 总价         | 85元    |
  | no reading is likely       | totalPriceBand | 总价         | 2000    |
  | a price of all of it       | unitPriceBand  | 单价         | 85万    |
  | a price a square metre     | totalPriceBand | 总价         | 3200元/㎡ |
  | an area                    | totalPriceBand | 总价         | 95㎡    |
  | 亩 are not in the list     | areaBand       | 面积         | 2亩     |
  | 坪 are not in the list     | areaBand       | 面积（坪）   | 90      |
  | about that much            | totalPriceBand | 总价         | 85万多  |
  | two numbers                | totalPriceBand | 总价         | 80-90万 |
  | no number                  | totalPriceBand | 总价         | 面议    |
  | nought                     | totalPriceBand | 总价         | 0       |
  | a list without bands       | layout         | 户型         | 3       |
`);

test.each(untold)("$why: $caption $cell stays as it was", ({ list = "", caption = "", cell = "" }) => {
  expect(banded(list, caption, cell)).toBeUndefined();
});

test("a site's own bands count, whatever is not one does not", () => {
  const own = ["50万以内", "50-80万", "不限"];
  expect(bandHolding("totalPriceBand", own, "总价", "62万")).toBe("50-80万");
  expect(bandHolding("totalPriceBand", own, "总价", 50)).toBeUndefined();
  expect(bandHolding("totalPriceBand", ["不限"], "总价", 62)).toBeUndefined();
});

test("however its unit is written, a number has the same band or none", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999 }), (n) => {
      const band = banded("totalPriceBand", "总价", `${n}万`);
      const holding = lists.totalPriceBand.choices.filter((choice) => {
        const [from = 0, to = Infinity] = choice.includes("–")
          ? choice.split("–").map(Number)
          : choice.endsWith("以下")
            ? [0, parseInt(choice)]
            : [parseInt(choice), Infinity];
        return n >= from && n <= to;
      });
      expect(band).toBe(n < 3 || holding.length !== 1 ? undefined : holding[0]);
      expect(banded("totalPriceBand", "总价", `${n * 10_000}元`)).toBe(band);
      expect(banded("totalPriceBand", "总价（万元）", String(n))).toBe(band);
    }),
  );
});

import { commonKin, kinCounts, kinMeant, kinNamed } from "../../../src/domain/rules/kin";
import { draw } from "../draw";

test.each([
  ["妻子", "配偶"],
  ["配偶", "配偶"],
  ["岳父", "父母"],
  ["女儿", "子女"],
  ["弟弟", "兄弟姐妹"],
  ["外 孙女", "孙子女"],
  ["舅舅", "舅舅"],
])("%s is %s", (word, kin) => {
  expect(kinMeant(word)).toBe(kin);
});

test("every word of the list has its effect, however the site writes it", () => {
  for (const kin of commonKin) {
    expect(kinCounts([kin], kin)).toBe(true);
    expect(
      kinCounts(
        commonKin.filter((each) => each !== kin),
        kin,
      ),
    ).toBe(false);
  }
  expect(kinCounts(["夫妻", "舅舅"], "配偶")).toBe(true);
  expect(kinCounts(["夫妻", "舅舅"], "舅舅")).toBe(true);
  expect(kinCounts(["配偶"], "其他亲友")).toBe(false);
});

const told = draw(`
  | relations                        | named                            |
  | 夫妻                             |                                  |
  | 一家三口                         |                                  |
  | /                                |                                  |
  | 父亲张大山                       | 父母 张大山                      |
  | 和妻子刘芳                       | 配偶 刘芳                        |
  | 刘芳（妻子）、张小宝（儿子）     | 配偶 刘芳；子女 张小宝           |
  | 父母：张大山、王秀英             | 父母 张大山；父母 王秀英         |
  | 妻子刘芳，朋友，李四             | 配偶 刘芳                        |
  | 同事王五                         |                                  |
  | 女儿张小宝的同学                 |                                  |
`);
test.each(told)("来访关系 $relations", ({ relations, named }) => {
  expect(
    kinNamed(relations ?? "")
      .map(({ relation, name }) => `${relation} ${name}`)
      .join("；"),
  ).toBe(named);
});

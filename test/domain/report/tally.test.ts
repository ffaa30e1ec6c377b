/** Counting by groups: the order of rows, too many groups, amounts to the fen. */
import fc from "fast-check";
import { firms, unknown } from "../../../src/domain/report/report";
import { columnAt, leading } from "../../../src/domain/report/sentence";
import { crossTally, sumOf, tally } from "../../../src/domain/report/tally";

interface Item {
  readonly groups: readonly string[];
  readonly fen: number;
}

const plan = (items: readonly Item[], more: Partial<Parameters<typeof tally<Item>>[0]> = {}) =>
  tally<Item>({
    key: "k",
    title: { zh: "名目", en: "k" },
    label: { zh: "组", en: "group" },
    items,
    group: ({ groups }) => groups,
    measures: [
      { column: { zh: "数", en: "n", kind: "count" }, of: () => 1 },
      { column: { zh: "金额", en: "¥", kind: "yuan" }, of: ({ fen }) => fen / 100 },
    ],
    ...more,
  });

const item = (groups: string, fen = 0): Item => ({ groups: groups === "" ? [] : groups.split(" "), fen });

test("in the list's order, others by size, then firms, then 未知; what is spelled alike is one", () => {
  const table = plan(
    [
      item("丙"),
      item("自定"),
      item("自定 别的"),
      item(""),
      item(firms),
      item("甲"),
      item(" Ａ"),
      item("A"),
      item(unknown),
    ],
    { order: ["甲", "乙", "丙"], always: ["乙"] },
  );
  expect(table.rows.map(([name, count]) => `${name} ${count}`)).toEqual([
    ...["甲 1", "乙 0", "丙 1", "A 2", "自定 2", "别的 1"],
    ...[`${firms} 1`, `${unknown} 2`],
  ]);
  expect(table.total?.[1]).toBe(10);
});

test("too many groups: the smallest are counted together, none is lost", () => {
  const table = plan(
    [item("甲", 10), item("甲", 20), item("乙", 1), item("丙", 2), item("丁", 4), item("")],
    {
      most: 2,
    },
  );
  expect(table.rows).toEqual([
    ["甲", 2, 0.3],
    ["其余 3 项", 3, 0.07],
    [unknown, 1, 0],
  ]);
  expect(table.total).toEqual(["合计", 6, 0.37]);
});

test("amounts add up to the fen, however many", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({ groups: fc.array(fc.constantFrom("甲", "乙", "丙", "丁", "")), fen: fc.nat(10 ** 9) }),
      ),
      fc.integer({ min: 1, max: 5 }),
      (items, most) => {
        const { rows, total } = plan(items, { most });
        const fen = items.reduce(
          (sum, each) =>
            sum + each.fen * Math.max(1, new Set(each.groups.filter((group) => group !== "")).size),
          0,
        );
        expect(total?.[2]).toBe(fen / 100);
        expect(sumOf(rows.map((row) => row[2] as number))).toBe(fen / 100);
      },
    ),
  );
});

test("groups by groups: too many columns become one", () => {
  const table = crossTally<Item>({
    key: "k",
    title: { zh: "名目", en: "k" },
    label: { zh: "组", en: "group" },
    items: [item("甲 一"), item("甲 二"), item("乙 二"), item("乙 三"), item("乙 四"), item("")],
    row: ({ groups }) => groups[0] ?? "",
    column: ({ groups }) => groups[1] ?? "",
    most: 2,
  });
  expect(table.columns.map(({ zh }) => zh)).toEqual(["组", "二", "其余 3 项", unknown, "合计"]);
  expect([...table.rows, table.total]).toEqual([
    ["乙", 1, 2, 0, 3],
    ["甲", 1, 1, 0, 2],
    [unknown, 0, 0, 1, 1],
    ["合计", 2, 3, 1, 6],
  ]);
});

test("the largest is named; several alike are all named, four at most; nobody leads with nought", () => {
  const says = (items: readonly Item[], column = 1) =>
    leading(plan(items, { share: true, most: 9 }), "套", "名目", column).map(({ text }) => text);
  expect(says([item("甲"), item("甲"), item("乙"), item("")])).toEqual([
    "名目：甲最多，2 套，占 50.0%；未知 1 套。",
  ]);
  expect(says("甲乙丙丁戊".split("").map((name) => item(name)))).toEqual([
    "名目：丁、丙、乙、戊等并列最多，各 1 套，各占 20.0%。",
  ]);
  expect(says([item(""), item(firms)])).toEqual([]);
  expect(says([item("甲", 0)], 2)).toEqual([]);
  const table = plan([item("甲", 150), item("乙", 50)]);
  expect(leading(table, "元", "金额", columnAt(table, "金额")).map(({ text }) => text)).toEqual([
    "金额：甲最多，1.50 元。",
  ]);
});

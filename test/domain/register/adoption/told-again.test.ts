/** 收编: the same record on two sheets of one file, 总表 and 9月, is written once. */
import { adoptTogether } from "../../../../src/domain/register/adoption/adopt";
import { guessedMapping } from "../../../../src/domain/register/old-sheet/old-mapping";
import { oldTablesIn } from "../../../../src/domain/register/old-sheet/old-tables";
import { bookOf, cellsOf, today, written } from "../book-of";
import { sheetOf } from "../old-sheet/old-sheets-of";

type There = Parameters<typeof bookOf>[0];

/** What becomes of the rows, sheet by sheet, and how many calls and contacts there are afterwards. */
const adopted = (sheets: readonly string[], there: There = {}, names: readonly string[] = ["总表"]) => {
  const book = bookOf(there);
  const olds = sheets.flatMap((drawn, at) => {
    const [table] = oldTablesIn(sheetOf(drawn, { sheet: names[at] ?? `${at}月` }));
    if (table === undefined) throw new Error("no table");
    return [{ old: { ...table, mapping: guessedMapping(table, table.form, table.matches) } }];
  });
  const { tables, changes } = adoptTogether(book, olds, { today, year: 2024 });
  const after = written(book, changes);
  return {
    fates: tables.map(({ fates }) =>
      fates.map((fate) => (fate.kind === "joined" && fate.already ? "already" : fate.kind)).join(" "),
    ),
    calls: cellsOf(after, "calls").length,
    talks: cellsOf(after, "followUps").map(({ notes }) => notes),
  };
};

const visits = (...rows: readonly string[]): string =>
  ["| 日期 | 姓名 | 电话 | 级别 | 置业顾问 | 洽谈内容 |", ...rows].join("\n");
const one = "| 2024.1.5 | 何一 | 13900190001 | B | 李娜 | 看户型，觉得贵 |";
const other = "| 2024.1.6 | 何二 | 13900190002 | C | 李娜 | 随便看看 |";

test("visits", () => {
  const { fates, talks } = adopted([visits(one, other), visits(one)]);
  expect(fates).toEqual(["taken taken", "already"]);
  expect(talks).toEqual(["看户型，觉得贵", "随便看看"]);
});

test("calls, and what they tell", () => {
  const calls = `
    | 来电时间 | 客户姓名 | 电话 | 置业顾问 | 咨询内容 |
    | 2024.1.5 10:30 | 何一 | 13900190001 | 李娜 | 问价 |
  `;
  const found = adopted([calls, calls]);
  expect(found.fates).toEqual(["taken", "already"]);
  expect([found.calls, found.talks]).toEqual([1, ["问价"]]);
});

test("follow-ups", () => {
  const talks = `
    | 跟进日期 | 客户姓名 | 电话 | 置业顾问 | 跟进内容 |
    | 2024.1.8 | 何一 | 13900190001 | 李娜 | 约周末来 |
  `;
  const there = { visitors: "| clientId | name | mobile |\n| LY-HY001 | 何一 | 13900190001 |" };
  const found = adopted([talks, talks], there);
  expect(found.fates).toEqual(["joined", "already"]);
  expect(found.talks).toEqual(["约周末来"]);
});

test("talks beside a visit", () => {
  const both = `
    | 来访日期 | 姓名 | 电话 | 级别 | 置业顾问 | 洽谈情况 | 复访日期 | 复访情况 |
    | 2024.1.5 | 何一 | 13900190001 | B | 李娜 | 看房 | 2024.1.9 | 谈价 |
  `;
  expect(adopted([both, both]).talks).toEqual(["看房", "谈价"]);
});

test("on one sheet the same row twice is two visits; a third on another is one more", () => {
  expect(adopted([visits(one, one), visits(one)]).talks).toHaveLength(2);
  expect(adopted([visits(one), visits(one, one)]).talks).toHaveLength(2);
});

test("what is said otherwise is another record", () => {
  const { talks } = adopted([visits(one), visits(one.replace("觉得贵", "想再看"))]);
  expect(talks).toEqual(["看户型，觉得贵", "看户型，想再看"]);
});

test("a row whose twin is refused is written itself", () => {
  const bad = one.replace("13900190001", "1390019");
  expect(adopted([visits(bad), visits(bad)]).fates).toEqual(["rejected", "rejected"]);
});

test("首访 and 复访 of one day are two visits, and 总表 repeats them", () => {
  const { talks } = adopted([visits(one), visits(one)], {}, ["首访", "复访"]);
  expect(talks).toHaveLength(2);
  expect(
    adopted([visits(one), visits(one), visits(one, one)], {}, ["首访", "复访", "总表"]).talks,
  ).toHaveLength(2);
  expect(adopted([visits(one), visits(one)], {}, ["首访", "总表"]).talks).toHaveLength(1);
});

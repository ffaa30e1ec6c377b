/** 收编: one blank over several columns of ticks, a column for each choice. */
import { adopt } from "../../../../src/domain/register/adoption/adopt";
import { keepMapping, keptFor, mappingFrom } from "../../../../src/domain/register/old-sheet/kept-mapping";
import { guessedMapping } from "../../../../src/domain/register/old-sheet/old-mapping";
import { oldTableAt, oldTablesIn } from "../../../../src/domain/register/old-sheet/old-tables";
import { bookOf, cellsOf, today, written } from "../book-of";
import { sheetOf } from "./old-sheets-of";

const read = (drawn: string) => {
  const [table] = oldTablesIn(sheetOf(drawn));
  if (table === undefined) throw new Error("no table");
  return table;
};

const takeIn = (drawn: string) => {
  const table = read(drawn);
  const mapping = guessedMapping(table, table.form, table.matches);
  const book = bookOf();
  const adoption = adopt(book, { ...table, mapping }, { today });
  const after = written(book, adoption.changes);
  return {
    table,
    mapping,
    adoption,
    visitors: cellsOf(after, "visitors"),
    followUps: cellsOf(after, "followUps"),
  };
};

const told = ({ fates }: ReturnType<typeof takeIn>["adoption"]): string[] =>
  fates.flatMap((fate) =>
    (fate.kind === "rejected"
      ? fate.reasons
      : fate.kind === "taken" || fate.kind === "joined"
        ? fate.hints
        : []
    ).map((each) => `${each.code} ${each.caption ?? ""} ${each.value ?? ""}`),
  );

const gradesBelow = `
  | 2023.3.5 | 张三 | '13803791231 | 王强 | √ |   |   |   | 首看 |
  | 2023.3.6 | 李四 | '13803791232 | 王强 |   |   | ✓ |   | 问价 |
  | 2023.3.6 | 王五 | '13803791233 | 王强 |   |   |   | 1 | 问价 |
  | 2023.3.7 | 赵六 | '13803791234 | 王强 | √ |   | √ |   | 问价 |
  | 2023.3.8 | 孙七 | '13803791235 | 王强 |   |   |   |   | 问价 |
  | 合计     | 5组  |              |      | 2 |   | 2 | 1 |      |
`;

describe("grades to tick are the row's grade, and the register is one of visits", () => {
  test.each([
    [
      "in two rows",
      `| 日期 | 客户姓名 | 电话 | 置业顾问 | 客户级别 | < | < | < | 备注 |
       | ^    | ^        | ^    | ^        | A | B | C | D | ^ |`,
    ],
    [
      "in two rows that are not merged",
      `| 日期 | 客户姓名 | 电话 | 置业顾问 | 客户级别 |   |   |   | 备注 |
       |      |          |      |          | A | B | C | D |  |`,
    ],
    ["in one row", `| 日期 | 客户姓名 | 电话 | 置业顾问 | A | B | C | D | 备注 |`],
    ["of other words", `| 来访日期 | 客户姓名 | 电话 | 置业顾问 | A级 | B级 | C级 | D级 | 洽谈内容 |`],
  ])("%s", (_, captions) => {
    const { table, adoption, followUps } = takeIn(captions + gradesBelow);
    expect(table.form).toBe("visitors");
    expect(table.matches[4]).toMatchObject({ key: "grade", how: "caption", header: "客户级别" });
    expect(table.headers.slice(5, 8)).toEqual([null, null, null]);
    expect(followUps.map((row) => row["grade"])).toEqual(["A", "C", "D", null, null]);
    expect(adoption.ownColumns).toEqual([]);
    expect(told(adoption)).toEqual([
      "keptInNotes 客户级别 A、C",
      "gradeUnsaid 客户级别 ",
      "gradeUnsaid 客户级别 ",
    ]);
    expect(table.setAside.map(({ original }) => original.slice(4, 8))).toEqual([[2, null, 2, 1]]);
  });

  test.each([
    ["days", "| 2023.3.5 | 张三 | '13803791231 | 王强 | 3.20 | 3.15 | 3.9 | 3.5 |  |"],
    [
      "each grade they came through",
      "| 2023.3.5 | 张三 | '13803791231 | 王强 | √ | √ | √ | √ |  |\n| 2023.3.5 | 李四 | '13803791232 | 王强 |  |  | √ | √ |  |",
    ],
  ])("%s below are 升级情况", (_, rows) => {
    expect(read(`| 日期 | 客户姓名 | 电话 | 置业顾问 | A | B | C | D | 备注 |\n${rows}`).form).toBe("grades");
  });

  test.each([
    ["√ and × beside them", "| 时间 | 客户姓名 | 电话 | 置业顾问 | A | B | C | D | √ | × | 备注 |"],
    [
      "a grade of their own beside them",
      "| 时间 | 客户姓名 | 电话 | 置业顾问 | A | B | C | D | 级别 | 其他 | 备注 |",
    ],
    [
      "√ and × beside them, of other words",
      "| 时间 | 客户姓名 | 电话 | 置业顾问 | D | C | B | A类日期 | √ | × | 备注 |",
    ],
    ["√ before them", "| 时间 | 客户姓名 | 电话 | 置业顾问 | √ | A类日期 | B | C | D | 其他 | 备注 |"],
    ["no phone", "| 时间 | 客户姓名 | 客户编号 | 置业顾问 | A | B | C | D | 其他 | 其它 | 备注 |"],
  ])("with %s they are 升级情况", (_, captions) => {
    const row = "| 2023.3.5 | 张三 | '13803791231 | 王强 |  | √ |  |  |  |  |  |";
    expect(read(`${captions}\n${row}`).form).toBe("grades");
  });

  test("a name like a sum's is a client's row", () => {
    const { followUps } = takeIn(
      `| 日期 | 客户姓名 | 电话 | 置业顾问 | A | B | C | D | 备注 |${gradesBelow.replace("李四", "小计划李四")}`,
    );
    expect(followUps[1]?.["grade"]).toBe("C");
  });

  test("as people say it is: of the form they point at", () => {
    const cells = sheetOf(`| 日期 | 客户姓名 | 电话 | 置业顾问 | A | B | C | D | 备注 |${gradesBelow}`);
    expect(oldTableAt(cells, 1, "visitors")?.headers[4]).toBe("客户级别");
    expect(oldTableAt(cells, 1, "grades")?.headers.slice(4, 8)).toEqual(["A", "B", "C", "D"]);
  });
});

const ways = `
  | 日期 | 客户姓名 | 性别 | < | 电话 | 置业顾问 | 认知途径 | < | < | 备注 |
  | ^    | ^        | 男 | 女 | ^    | ^        | 路过 | 电视 | 户外 | ^ |
  | 2023.3.5 | 张三 | √ |   | '13803791231 | 王强 | √ |   | √ | 首看 |
  | 2023.3.6 | 李四 |   | 是 | '13803791232 | 王强 |   | √ |   | 问价 |
  | 2023.3.7 | 王五 | √ | √ | '13803791233 | 王强 |   | □ |   | 问价 |
`;

describe("lists to tick", () => {
  test("are one answer: several where several are allowed, or told", () => {
    const { adoption, visitors } = takeIn(ways);
    expect(visitors.map((row) => [row["gender"], row["channels"]])).toEqual([
      ["男", "路过、户外"],
      ["女", "电视"],
      [null, null],
    ]);
    expect(adoption.ownColumns).toEqual([]);
    expect(told(adoption)).toEqual(["keptInNotes 性别 男、女"]);
  });

  test("in one row: 男 and 女", () => {
    const { visitors } = takeIn(`
      | 日期 | 客户姓名 | 男 | 女 | 电话 | 置业顾问 | 级别 | 备注 |
      | 2023.3.5 | 张三 | √ |   | '13803791231 | 王强 | A | x |
      | 2023.3.6 | 李四 |   | √ | '13803791232 | 王强 | B | y |
    `);
    expect(visitors.map((row) => row["gender"])).toEqual(["男", "女"]);
  });

  test("with words among the ticks stay columns of their own", () => {
    const { table } = takeIn(ways.replace("□", "三套"));
    expect(table.headers.slice(6, 9)).toEqual(["认知途径 路过", "认知途径 电视", "认知途径 户外"]);
    expect(table.headers[2]).toBe("性别");
  });

  test("what is kept of the columns is for the next file", () => {
    const { table, mapping } = takeIn(ways);
    const corrected = mapping.map((use, column) =>
      column === 6 ? ({ use: "own", caption: "渠道" } as const) : use,
    );
    const kept = keepMapping(table, "visitors", corrected);
    expect(kept.columns.map(({ header }) => header)).toEqual(
      "日期 客户姓名 性别 电话 置业顾问 认知途径 备注".split(" "),
    );
    const next = read(ways.replace("电视", "单页"));
    expect(keptFor([kept], next)).toBe(kept);
    expect(mappingFrom(kept, next)[6]).toEqual({ use: "own", caption: "渠道" });
  });

  test("rows that are not taken go back in as they were read", () => {
    const { adoption } = takeIn(ways.replace("| 李四 ", "|  ").replace("'13803791232", ""));
    const [left] = adoption.fates.filter(({ kind }) => kind === "rejected");
    expect(left).toMatchObject({
      cells: ["2023.3.6", null, "女", null, null, "王强", "电视", null, null, "问价"],
    });
  });
});

/** 收编: A级客户 and 置业顾问：李明 in lines between the rows, and over the table. */
import { adopt } from "../../../../src/domain/register/adoption/adopt";
import { guessedMapping } from "../../../../src/domain/register/old-sheet/old-mapping";
import { oldTablesIn } from "../../../../src/domain/register/old-sheet/old-tables";
import { consultantOfBand, gradeOfBand } from "../../../../src/domain/register/old-sheet/row-bands";
import { bookOf, today } from "../book-of";
import { sheetOf } from "./old-sheets-of";

/** By row: whose it is, and of what grade. */
const read = (drawn: string): readonly string[] => {
  const [table] = oldTablesIn(sheetOf(drawn));
  if (table === undefined) return [];
  const at = (key: string): number => table.matches.find((each) => each.key === key)?.column ?? -1;
  return table.rows.map(({ row, cells }) =>
    [row, cells[at("name")], cells[at("grade")] ?? "-", cells[at("consultant")] ?? "-"].join(" "),
  );
};

test.each([
  ["A级客户", "A"],
  ["B类客户（3组）", "B"],
  ["Ｃ 级", "C"],
  ["二、b级客户：", "B"],
  ["D级客户 12组", "D"],
  ["成交客户", ""],
  ["A", undefined],
  ["A户型", undefined],
  ["A级客户张三来电", undefined],
  ["意向客户", undefined],
])("%s is of grade %p", (said, grade) => {
  expect(gradeOfBand(said)).toBe(grade);
});

test.each([
  ["置业顾问：李明", "李明"],
  ["业务员: 欧阳静（已离职）", "欧阳静"],
  ["置业顾问：", undefined],
  ["置业顾问：李明 审核：周正", undefined],
])("%s is %p's", (said, name) => {
  expect(consultantOfBand(said)).toBe(name);
});

describe("lines between rows", () => {
  test.each([
    ["merged", "| A级客户 | < | < | < |", "| B类客户（3组） | < | < | < |"],
    ["in the first column alone", "| A级客户 |  |  |  |", "| B类客户（3组） |  |  |  |"],
  ])("grades, %s: each row has that above it, or its own", (_, a, b) => {
    expect(
      read(`
        | 日期 | 客户姓名 | 电话 | 置业顾问 |
        ${a}
        | 2023.3.5 | 张一 | 13803790001 | 李明 |
        | 2023.3.5 | 张二 | 13803790002 | 李明 |
        ${b}
        | 2023.3.6 | 张三 | 13803790003 | 李明 |
        | 成交客户 |  |  |  |
        | 2023.3.6 | 张四 | 13803790004 | 李明 |
      `),
    ).toEqual(["3 张一 A 李明", "4 张二 A 李明", "6 张三 B 李明", "8 张四 - 李明"]);
  });

  test("consultants, and a grade column of its own", () => {
    expect(
      read(`
        | 日期 | 客户姓名 | 电话 | 级别 | 置业顾问 |
        | 置业顾问：李明 | < | < | < | < |
        | A级客户 | < | < | < | < |
        | 2023.3.5 | 张一 | 13803790001 | C |  |
        | 2023.3.5 | 张二 | 13803790002 |  | 王强 |
        | 置业顾问：王芳 |  |  |  |  |
        | 2023.3.6 | 张三 | 13803790003 |  |  |
        | 2023.3.6 | 张四 | 13803790004 |  | 待分配 |
      `),
    ).toEqual(["4 张一 C 李明", "5 张二 A 王强", "7 张三 A 王芳", "8 张四 A 待分配"]);
  });

  test("a name at a page's foot is a signature", () => {
    expect(
      read(`
        | 日期 | 客户姓名 | 电话 |
        | 2023.3.5 | 张一 | 13803790001 |
        | 置业顾问：李明 |  |  |
        | 2023.3.6 | 张二 | 13803790002 |
      `),
    ).toEqual(["2 张一 - -", "4 张二 - -"]);
  });
});

describe("lines of a name alone", () => {
  const drawn = `
    | 日期 | 姓名 | 电话 | 来源 |
    | 李娜 | | | |
    | 2023-3-1 | 顾一 | 13900370001 | 路过 |
    | 2023-3-2 | 顾二 | 13900370002 | 户外 |
    | 置业顾问：王强 | | | |
    | 2023-3-1 | 顾三 | 13900370003 | 路过 |
    | 张敏 组 | < | < | < |
    | 2023-3-4 | 顾四 | 13900370004 | 路过 |
  `;

  test("are whose the rows below are, and people see which", () => {
    expect(read(drawn)).toEqual(["3 顾一 - 李娜", "4 顾二 - 李娜", "6 顾三 - 王强", "8 顾四 - 张敏"]);
    const [table] = oldTablesIn(sheetOf(drawn));
    expect(table?.filled).toEqual([
      {
        column: 4,
        runs: [
          { from: 2, rows: [3, 4], value: "李娜" },
          { from: 5, rows: [6], value: "王强" },
          { from: 7, rows: [8], value: "张敏" },
        ],
      },
    ]);
  });

  test.each([
    ["a row says itself whose it is", drawn.replace("来源", "置业顾问")],
    ["one name is a word", drawn.replace("置业顾问：王强", "下雨").replace("张敏 组", "停电")],
    [
      "the first stands below rows",
      drawn.replace("| 李娜 | | | |", "| 2023-3-1 | 顾零 | 13900370009 | 路过 |"),
    ],
    [
      "they stand in the column of clients' names",
      drawn.replaceAll(/\| (李娜|置业顾问：王强) \|/gu, "| | $1"),
    ],
  ])("not where %s", (_, other) => {
    expect(read(other).filter((row) => /李娜|张敏/u.test(row.split(" ").at(-1) ?? ""))).toEqual([]);
  });
});

describe("lines of names that nothing says are consultants'", () => {
  const under = (...names: readonly string[]): string =>
    [
      "| 日期 | 姓名 | 电话 | 来源 |",
      ...names.flatMap((name, at) => [
        `| ${name} | | | |`,
        `| 2023-3-${at + 1} | 顾${at * 2} | ${13900370010 + at * 2} | 路过 |`,
        `| 2023-3-${at + 1} | 顾${at * 2 + 1} | ${13900370011 + at * 2} | 户外 |`,
      ]),
    ].join("\n");
  /** Whose each row is, "?" where it is not said; and what is told. */
  const adopted = (drawn: string, consultant?: string): readonly string[] => {
    const [table] = oldTablesIn(sheetOf(drawn));
    if (table === undefined) throw new Error("no table");
    const mapping = guessedMapping(table, table.form, table.matches);
    const { fates, changes } = adopt(
      bookOf(),
      { ...table, mapping },
      { today, ...(consultant === undefined ? {} : { consultant }) },
    );
    const whose = new Map(
      changes.flatMap((each) =>
        each.kind === "append" && each.form === "visitors"
          ? [[each.row["name"], each.row["consultant"]] as const]
          : [],
      ),
    );
    return fates.flatMap((fate) => {
      if (fate.kind === "setAside") return [];
      const told = fate.kind === "taken" && fate.hints.some(({ code }) => code === "consultantInLine");
      return [`${String(whose.get(fate.name) ?? "?")}${told ? "!" : ""}`];
    });
  };

  test.each([["龙湖 万达"], ["江北 石景山 郑州"], ["周婷 毛坯 于洪"], ["龙湖 万达 龙湖 万达"]])(
    "%s: people are asked",
    (names) => {
      const drawn = under(...names.split(" "));
      expect(new Set(adopted(drawn))).toEqual(new Set(["?"]));
      expect(new Set(adopted(drawn, "王强"))).toEqual(new Set(["王强"]));
    },
  );

  test("those of the roster are theirs, and people see which; of others they are asked", () => {
    expect(adopted(under("李娜", "龙湖", "王强"))).toEqual(["李娜!", "李娜", "?", "?", "王强!", "王强"]);
    expect(adopted(under("李娜", "龙湖"), "王强")).toEqual(["李娜!", "李娜", "王强", "王强"]);
  });

  test("why each of the others is asked about: the line, and the name in it", () => {
    const [table] = oldTablesIn(sheetOf(under("李娜", "龙湖")));
    if (table === undefined) throw new Error("no table");
    const mapping = guessedMapping(table, table.form, table.matches);
    const { fates } = adopt(bookOf(), { ...table, mapping }, { today });
    const line = fates.filter(({ kind }) => kind === "setAside").at(-1)?.row;
    const why = fates.flatMap((fate) => (fate.kind === "rejected" ? fate.reasons : []));
    expect(why.map(({ code, value, facts }) => [code, value, facts?.["line"]])).toEqual([
      ["consultantInLineUnknown", "龙湖", line],
      ["consultantInLineUnknown", "龙湖", line],
    ]);
  });

  test("names that come again in every block are consultants'", () => {
    expect(read(under("周婷", "赵敏", "周婷", "赵敏")).map((row) => row.split(" ").at(-1))).toEqual([
      "周婷",
      "周婷",
      "赵敏",
      "赵敏",
      "周婷",
      "周婷",
      "赵敏",
      "赵敏",
    ]);
    expect(read(under("周婷", "赵敏", "周婷")).map((row) => row.split(" ").at(-1))).toEqual(
      Array<string>(6).fill("-"),
    );
  });

  test("组 or 名下 behind one of them says it of all", () => {
    const said = read(under("周婷名下客户", "赵敏")).map((row) => row.split(" ").at(-1));
    expect(said).toEqual(["周婷", "周婷", "赵敏", "赵敏"]);
    // So many clients are no 组.
    expect(read(under("龙湖（12组）", "万达 3组")).map((row) => row.split(" ").at(-1))).toEqual([
      "-",
      "-",
      "-",
      "-",
    ]);
  });
});

test("a title says whose the rows are", () => {
  const rows = "| 日期 | 客户姓名 | 电话 |\n| 2023.3.5 | 张一 | 13803790001 |";
  expect(read(`| 来访登记   置业顾问：李明   2023年3月 | < | < |\n${rows}`)).toEqual(["3 张一 - 李明"]);
  expect(read(`| 来访登记 置业顾问：  案场经理：周正 | < | < |\n${rows}`)).toEqual(["3 张一 - -"]);
});

/** 收编 and 等级跟踪 (R4): no day the workbook has is taken away, and talks move the ladder as visits do. */
import { adopt } from "../../../../src/domain/register/adoption/adopt";
import type { Adoption } from "../../../../src/domain/register/adoption/adoption";
import { hintsOf } from "../../../../src/domain/register/adoption/adoption-hints";
import { matchOldHeaders } from "../../../../src/domain/register/old-sheet/like-headers";
import type { AdoptedForm, ColumnUse } from "../../../../src/domain/register/old-sheet/old-cells";
import type { SiteBook } from "../../../../src/domain/register/site";
import { say } from "../../../../src/domain/register/wording";
import { draw } from "../../draw";
import { bookOf, cellsOf, today, written } from "../book-of";

const takeIn = (book: SiteBook, form: AdoptedForm, text: string): Adoption => {
  const rows = draw(text);
  const headers = Object.keys(rows[0] ?? {});
  const mapping = matchOldHeaders(form, headers).map(({ key, header }): ColumnUse =>
    key === undefined ? { use: "own", caption: header } : { use: "blank", key },
  );
  const old = rows.map((row, at) => {
    const cells = headers.map((header) => row[header] || null);
    return { row: at + 2, cells, original: cells };
  });
  return adopt(book, { form, headers, rows: old, setAside: [], mapping }, { today });
};

const hints = ({ fates }: Adoption): readonly string[] =>
  fates.flatMap((fate) => ("hints" in fate ? fate.hints.map((each) => say(each, "zh").says) : []));

/** "C 2023-03-01 A 2023-03-08" of the first row of 等级跟踪. */
const ladderOf = (book: SiteBook): string => {
  const [row = {}] = cellsOf(book, "grades");
  const keys = {
    D: "reachedD",
    C: "reachedC",
    B: "reachedB",
    A: "reachedA",
    "√": "reachedDeal",
    "×": "reachedLost",
  };
  return Object.entries(keys)
    .flatMap(([grade, key]) => (row[key] ? [`${grade} ${row[key]}`] : []))
    .join(" ");
};

/** 李四 with these reached days, met on 2023-03-01 as `said`. */
const withLadder = (days: Readonly<Record<string, string>>, said?: string): SiteBook =>
  bookOf({
    visitors: `
      | clientId | visitDate  | name | consultant | mobile      | notes |
      | LY-LS001 | 2023-03-01 | 李四 | 李娜       | 13867010012 | 首访  |
    `,
    grades: [{ clientId: "LY-LS001", consultant: "李娜", ...days }],
    followUps: [
      {
        contactedAt: "2023-03-01 00:00",
        clientId: "LY-LS001",
        method: "来访",
        notes: "首访",
        consultant: "李娜",
        grade: said ?? null,
      },
    ],
  });

const visit = (day: string, grade: string): string => `
  | 日期   | 姓名 | 电话        | 级别     | 置业顾问 | 备注   |
  | ${day} | 李四 | 13867010012 | ${grade} | 李娜     | 旧表说 |
`;

test("C that nobody has said is told, row by row and in all; V and 认购 are √, to be looked at", () => {
  const found = takeIn(
    bookOf({ visitors: "| clientId | name |" }),
    "visitors",
    `
      | 日期     | 姓名 | 电话        | 级别 | 置业顾问 | 洽谈内容 |
      | 2023-3-1 | 张三 | 13867010011 | A    | 李娜     | 首访     |
      | 2023-3-2 | 李四 | 13867010012 |      | 李娜     | 首访     |
      | 2023-3-3 | 王五 | 13867010013 | ok   | 李娜     | 首访     |
      | 2023-3-4 | 赵六 | 13867010014 | V    | 李娜     | 首访     |
      | 2023-3-5 | 李四 | 13867010012 |      | 李娜     | 再访     |
    `,
  );
  expect(hintsOf(found.fates)).toEqual({
    unread: [
      { caption: "客户级别", kept: "atC", rows: 2, values: [] },
      { caption: "级别", kept: "notes", rows: 2, values: ["ok", "V"] },
    ],
    others: [],
  });
  expect(hints(found)).toContain("没写级别，或级别看不懂，等级跟踪里先记 2023-03-02 为 C");
});

describe("a visit of somebody who has a ladder", () => {
  const cases = draw(`
    | what                                | there                                   | day       | grade | after                                        | hint                                                                                            |
    | a lower grade of the same day       | A 2023-03-01                            | 2023.3.1  | D     | D 2023-03-01 A 2023-03-01                    | 原表 2023-03-01 写的是 D，等级跟踪里是 D 2023-03-01、A 2023-03-01，案场簿里有的日期没有动         |
    | a higher grade of the same day      | C 2023-03-01                            | 2023.3.1  | A     | C 2023-03-01 A 2023-03-01                    |                                                                                                 |
    | an earlier day of another grade     | A 2023-03-01                            | 2023.2.1  | C     | C 2023-02-01 A 2023-03-01                    |                                                                                                 |
    | an earlier day of the same grade    | C 2023-05-01                            | 2023.2.1  | C     | C 2023-05-01                                 | 原表 2023-02-01 写的是 C，等级跟踪里是 C 2023-05-01，案场簿里有的日期没有动                       |
    | a step up                           | C 2023-03-01                            | 2023.5.1  | B     | C 2023-03-01 B 2023-05-01                    |                                                                                                 |
    | a step down to a day typed by hand  | C 2023-02-01 B 2023-03-01               | 2023.5.1  | C     | C 2023-02-01 B 2023-03-01                    | 原表 2023-05-01 写的是 C，等级跟踪里是 C 2023-02-01、B 2023-03-01，案场簿里有的日期没有动         |
    | after ×                             | C 2023-03-01 × 2023-04-01               | 2023.5.1  | A     | C 2023-03-01 × 2023-04-01                    | 原表 2023-05-01 写的是 A，等级跟踪里是 C 2023-03-01、× 2023-04-01，案场簿里有的日期没有动         |
    | before ×                            | C 2023-03-01 × 2023-04-01               | 2023.3.5  | A     | C 2023-03-01 A 2023-03-05 × 2023-04-01       |                                                                                                 |
    | × before a later grade              | C 2023-03-01 B 2023-04-01               | 2023.3.5  | ×     | C 2023-03-01 B 2023-04-01                    | 原表 2023-03-05 写的是 ×，等级跟踪里是 C 2023-03-01、B 2023-04-01，案场簿里有的日期没有动         |
    | × at last                           | C 2023-03-01 B 2023-04-01               | 2023.5.5  | ×     | C 2023-03-01 B 2023-04-01 × 2023-05-05       |                                                                                                 |
    | √ on the day of ×                   | C 2023-03-01 × 2023-04-01               | 2023.4.1  | √     | C 2023-03-01 √ 2023-04-01 × 2023-04-01       | 原表 2023-04-01 写的是 √，等级跟踪里是 C 2023-03-01、√ 2023-04-01、× 2023-04-01，案场簿里有的日期没有动 |
  `);
  const keyOf: Readonly<Record<string, string>> = {
    D: "reachedD",
    C: "reachedC",
    B: "reachedB",
    A: "reachedA",
    "√": "reachedDeal",
    "×": "reachedLost",
  };
  test.each(cases)("$what", ({ there = "", day = "", grade = "", after, hint }) => {
    const days = [...there.matchAll(/(\S) (\S+)/gu)].map(([, each = "", on = ""]) => [keyOf[each], on]);
    const book = withLadder(Object.fromEntries(days) as Readonly<Record<string, string>>);
    const found = takeIn(book, "visitors", visit(day, grade));
    expect(ladderOf(written(book, found.changes))).toBe(after);
    expect(hints(found).filter((each) => each.startsWith("原表"))).toEqual(hint === "" ? [] : [hint]);
  });

  test("a day that 跟踪记录 tells of moves to where the same grade was reached first, and it is said", () => {
    const book = withLadder({ reachedC: "2023-03-01" }, "C");
    const found = takeIn(book, "visitors", visit("2023.2.1", "C"));
    expect(ladderOf(written(book, found.changes))).toBe("C 2023-02-01");
    expect(hints(found)).toContain(
      "等级跟踪里 C 的日期原是 2023-03-01，照原表改为 2023-02-01，原来那天还在跟踪记录里",
    );
  });

  test("a grade that fell, of two files, is the one of the later day", () => {
    const book = bookOf();
    const first = written(book, takeIn(book, "visitors", visit("2023.3.1", "C")).changes);
    const second = written(first, takeIn(first, "visitors", visit("2023.3.8", "B")).changes);
    const third = written(second, takeIn(second, "visitors", visit("2024.2.1", "C")).changes);
    expect(ladderOf(third)).toBe("C 2024-02-01 B 2023-03-08");
  });
});

test("the grades of an old 跟踪记录 are the ladder's; 调整级别 goes before 客户等级", () => {
  const book = withLadder({ reachedC: "2023-03-01" });
  const found = takeIn(
    book,
    "followUps",
    `
      | 跟进日期  | 客户姓名 | 电话        | 客户级别 | 调整级别 | 跟进方式 | 跟进内容 | 顾问 |
      | 2023.3.10 | 李四     | 13867010012 | B        |          | 电话     | 考虑贷款 | 李娜 |
      | 2023.3.20 | 李四     | 13867010012 | B        | A        | 来访     | 本周定   | 李娜 |
      | 2023.3.25 | 李四     | 13867010012 | √        |          | 来访     | 已定     | 李娜 |
    `,
  );
  expect(ladderOf(written(book, found.changes))).toBe("C 2023-03-01 B 2023-03-10 A 2023-03-20 √ 2023-03-25");
});

/** 收编 of an old 客户等级分配跟踪表 (form 3): every row is a client's who is there, and nothing of the workbook goes. */
import fc from "fast-check";
import { adopt, adoptTogether } from "../../../../src/domain/register/adoption/adopt";
import type { AdoptCourse } from "../../../../src/domain/register/adoption/adopt-course";
import { type Adoption, joiningOf } from "../../../../src/domain/register/adoption/adoption";
import { matchOldHeaders } from "../../../../src/domain/register/old-sheet/like-headers";
import type {
  AdoptedForm,
  ColumnUse,
  OldRegister,
} from "../../../../src/domain/register/old-sheet/old-cells";
import { oldTablesIn } from "../../../../src/domain/register/old-sheet/old-tables";
import { guessedMapping } from "../../../../src/domain/register/old-sheet/old-mapping";
import type { Grade } from "../../../../src/domain/rules/grade";
import type { SiteBook } from "../../../../src/domain/register/site";
import { say } from "../../../../src/domain/register/wording";
import { draw } from "../../draw";
import { bookOf, type Cells, cellsOf, today, written } from "../book-of";
import { sheetOf } from "../old-sheet/old-sheets-of";

type Rows = readonly Readonly<Record<string, string>>[];

const oldOf = (form: AdoptedForm, rows: Rows): OldRegister => {
  const headers = Object.keys(rows[0] ?? {});
  const mapping = matchOldHeaders(form, headers).map(({ key, header }): ColumnUse =>
    key === undefined ? { use: "own", caption: header } : { use: "blank", key },
  );
  const cells = rows.map((row) => headers.map((header) => row[header] || null));
  return {
    form,
    headers,
    rows: cells.map((each, at) => ({ row: at + 2, cells: each, original: each })),
    setAside: [],
    mapping,
  };
};

const takeIn = (
  book: SiteBook,
  rows: string | Rows,
  form: AdoptedForm = "grades",
  course?: AdoptCourse,
): Adoption =>
  adopt(book, oldOf(form, typeof rows === "string" ? draw(rows) : rows), {
    today,
    ...(course === undefined ? {} : { course }),
  });

const keys = {
  D: "reachedD",
  C: "reachedC",
  B: "reachedB",
  A: "reachedA",
  "√": "reachedDeal",
  "×": "reachedLost",
} as const;

/** "C 2024-01-05 A 2024-01-20" */
const ladderIn = (row: Cells): string =>
  Object.entries(keys)
    .flatMap(([grade, key]) => (row[key] ? [`${grade} ${row[key]}`] : []))
    .join(" ");

const rowOf = (book: SiteBook, id: string): Cells =>
  cellsOf(book, "grades").find(({ clientId }) => clientId === id) ?? {};

const fatesOf = ({ fates }: Adoption): readonly string[] =>
  fates.map((fate) => {
    if (fate.kind === "rejected") return `rejected ${fate.reasons.map(({ code }) => code).join(" ")}`;
    if (fate.kind !== "joined") return fate.kind;
    return `${fate.clientId} ${fate.why.by}${fate.already ? " already" : ""}`;
  });

const hintsOf = ({ fates }: Adoption): readonly string[] =>
  fates.flatMap((fate) => ("hints" in fate ? fate.hints.map((hint) => say(hint, "zh").says) : []));

const people = {
  visitors: `
    | clientId | visitDate  | name | consultant | mobile      |
    | LY-ZS001 | 2024-01-05 | 张三 | 王强       | 13803791001 |
    | LY-LS001 | 2024-01-06 | 李四 | 王强       | 13803791002 |
    | LY-LS002 | 2024-01-07 | 李四 | 李娜       | 13803791003 |
    | LY-WW001 | 2024-01-08 | 王五 | 赵敏       | 13803791004 |
    | LY-WW002 | 2024-01-09 | 王五 | 赵敏       | 13803791005 |
  `,
  calls: `
    | clientId | calledAt         | name | consultant | mobile      | notes |
    | LY-ZL001 | 2024-01-05 10:00 | 赵六 | 王强       | 13803791006 | 问价  |
  `,
};

describe("whose a row is", () => {
  const found = takeIn(
    bookOf(people),
    `
      | 时间     | 客户编号 | 客户姓名 | 电话        | 客户级别 | 置业顾问 | C        |
      | 2024.1.5 | LY-ZS001 | 张三     |             | C        | 王强     | 2024.1.5 |
      | 2024.1.5 | LY-ZS001 | 马二     |             | C        | 王强     | 2024.1.5 |
      | 2024.1.6 |          | 李先生   | 13803791002 | C        | 王强     | 2024.1.6 |
      | 2024.1.7 |          | 李四     |             | C        | 李娜     | 2024.1.7 |
      | 2024.1.8 |          | 王五     |             | C        | 赵敏     | 2024.1.8 |
      | 2024.1.8 |          | 赵六     |             | C        |          | 2024.1.8 |
      | 2024.1.8 |          | 李四     |             | C        |          | 2024.1.8 |
      | 2024.1.8 |          | 孙八     |             | C        |          | 2024.1.8 |
      | 2024.1.8 |          | 孙八     |             | C        | 王强     | 2024.1.8 |
      | 2024.1.8 |          | 张三     | 13809999999 | C        | 王强     | 2024.1.8 |
      | 2024.1.8 | LY-ZS001 | 张三     | 13803791002 | C        | 王强     | 2024.1.8 |
      | 2024.1.8 | LY-ZS009 |          |             | C        | 王强     | 2024.1.8 |
      | 2024.1.8 |          |          |             | C        | 王强     | 2024.1.8 |
    `,
  );
  test("number, phone, or a name that only one client has; anything else is told", () => {
    expect(fatesOf(found)).toEqual([
      "LY-ZS001 number",
      "rejected numberOfAnother nameOfNobody",
      "LY-LS001 phone",
      "LY-LS002 name",
      "rejected nameOfSeveral",
      "LY-ZL001 name",
      "rejected nameOfMany",
      "rejected nameUnknown",
      "rejected nameOfNobody",
      "rejected phoneOfNobody",
      "rejected severalMeant",
      "rejected numberOfNobody",
      "rejected clientUnsaid",
    ]);
    expect(cellsOf(written(bookOf(people), found.changes), "grades")).toHaveLength(4);
  });
  test("who is in no register is sent to have their first contact taken in", () => {
    const [, , , , , , , unknown] = found.fates;
    const [reason] = unknown?.kind === "rejected" ? unknown.reasons : [];
    expect(reason && say(reason, "zh").remedy).toContain("先收编来访登记或来电登记");
  });
  test("what a joined row is known by is said", () => {
    const [first] = found.fates;
    expect(first?.kind === "joined" && say(joiningOf(first), "zh").says).toBe(
      "按编号 LY-ZS001 记到 张三 名下",
    );
  });
});

describe("what the ladder becomes", () => {
  const cases = draw(`
    | what                          | there                     | 时间     | 级别 | D        | C        | B        | A        | √        | ×        | after                                | said                          |
    | the days of the paper         |                           | 2024.1.5 | A    | 2024.1.5 | 2024.1.8 |          | 2024.2.1 |          |          | D 2024-01-05 C 2024-01-08 A 2024-02-01 |                             |
    | days without a year           |                           | 2024.1.5 | A    | 1.5      | 1月8日   |          | 2.1√     |          |          | D 2024-01-05 C 2024-01-08 A 2024-02-01 |                             |
    | the same once more            | C 2024-01-05              | 2024.1.5 | C    |          | 2024.1.5 |          |          |          |          | C 2024-01-05                         |                               |
    | a grade alone                 |                           | 2024.1.5 | B    |          |          |          |          |          |          | B 2024-01-05                         | 原表没写哪天升到 B，记在 2024-01-05 |
    | a grade alone, no day at all  |                           |          | B    |          |          |          |          |          |          | B 2024-01-05                         | 原表没写哪天升到 B，记在 2024-01-05 |
    | marks alone                   |                           | 2024.1.6 |      | √        | √        |          | √        |          |          | A 2024-01-06                         | 原表没写哪天升到 A，记在 2024-01-06 |
    | a mark behind a day           |                           | 2024.1.5 | A    |          | 2024.1.8 |          | √        |          |          | C 2024-01-08 A 2024-01-08            | 原表没写哪天升到 A，记在 2024-01-08 |
    | no grade at all               |                           | 2024.1.5 |      |          |          |          |          |          |          | C 2024-01-05                         |                               |
    | a day the workbook has        | C 2024-01-05              | 2024.1.5 | C    |          | 2024.1.8 |          |          |          |          | C 2024-01-05                         | 原表“C”是 2024-01-08，案场簿里是 2024-01-05 |
    | a step the workbook has not   | C 2024-01-05              | 2024.1.5 | B    |          | 2024.1.5 | 2024.2.1 |          |          |          | C 2024-01-05 B 2024-02-01            |                               |
    | an earlier step               | C 2024-01-08              | 2024.1.5 | D    | 2024.1.5 |          |          |          |          |          | D 2024-01-05 C 2024-01-08            |                               |
    | a grade alone, the workbook further on | C 2024-01-05 A 2024-02-01 | 2024.1.5 | C |     |          |          |          |          |          | C 2024-01-05 A 2024-02-01            |                               |
    | another grade alone           | A 2024-02-01              | 2024.1.5 | B    |          |          |          |          |          |          | A 2024-02-01                         | 原表“客户级别”是 B，案场簿里是 A |
    | a step after √                | C 2024-01-05 √ 2024-02-01 | 2024.1.5 | B    |          | 2024.1.5 | 2024.2.9 |          |          |          | C 2024-01-05 √ 2024-02-01            | 原表“B”是 2024-02-09，案场簿里是 √ |
    | × before a later step         | C 2024-01-05 B 2024-02-01 | 2024.1.5 | ×    |          |          |          |          |          | 2024.1.9 | C 2024-01-05 B 2024-02-01            | 原表“×”是 2024-01-09，案场簿里是 B |
    | × at last, without a reason   |                           | 2024.1.5 | ×    |          | 2024.1.5 |          |          |          | 2024.1.9 | C 2024-01-05 × 2024-01-09            | 备注里没有写放弃原因          |
    | √ without a deal              |                           | 2024.1.5 | √    |          | 2024.1.5 |          |          | 2024.1.9 |          | C 2024-01-05 √ 2024-01-09            | 案场簿里还没有成交报告        |
    | a step behind ×               |                           | 2024.1.5 | C    |          | 2024.2.1 |          |          |          | 2024.1.9 | C 2024-02-01 × 2024-01-09            | 原表 2024-01-09 到了 ×，之后又到 C |
    | a demotion                    |                           | 2024.1.5 | C    |          | 2024.2.1 |          | 2024.1.9 |          |          | C 2024-02-01 A 2024-01-09            |                               |
  `);
  test.each(cases)("$what", ({ what: _, there = "", after, said = "", ...row }) => {
    const days = [...there.matchAll(/(\S) (\S+)/gu)].map(([, grade = "", on = ""]) => [
      keys[grade as keyof typeof keys],
      on,
    ]);
    const book = bookOf({
      ...people,
      grades:
        there === ""
          ? []
          : [{ clientId: "LY-ZS001", consultant: "王强", ...(Object.fromEntries(days) as Cells) }],
    });
    const rows = [{ 客户编号: "LY-ZS001", 姓名: "张三", 置业顾问: "王强", ...row }];
    const found = takeIn(book, rows);
    const then = written(book, found.changes);
    expect(ladderIn(rowOf(then, "LY-ZS001"))).toBe(after);
    expect(hintsOf(found).join("\n")).toContain(said);
    if (said === "") expect(hintsOf(found)).toEqual([]);
    expect(takeIn(then, rows).changes).toEqual([]);
  });

  const begun = draw(`
    | what                                     | visited    | moved        | 级别 | D        | C        | B        | after                     | said                                |
    | a grade alone                            | 2024-01-05 |              | B    |          |          |          | B 2024-01-05              | 原表没写哪天升到 B，记在 2024-01-05 |
    | a lower one of that day                  | 2024-01-05 |              | D    | 2024.1.5 |          |          | D 2024-01-05              |                                     |
    | a later day stands beside it             | 2024-01-05 |              | B    |          |          | 2024.2.1 | C 2024-01-05 B 2024-02-01 |                                     |
    | C of another day                         | 2024-01-05 |              | C    |          | 2024.1.8 |          | C 2024-01-05              | 原表“C”是 2024-01-08                |
    | not where a day was chosen               | 2024-01-07 |              | B    |          |          |          | C 2024-01-07              | 原表“客户级别”是 B，案场簿里是 C    |
    | nor where a follow-up says the grade     | 2024-01-05 | 2024-01-05 C | B    |          |          |          | C 2024-01-05              | 原表“客户级别”是 B，案场簿里是 C    |
  `);
  test.each(begun)(
    "C that nothing said: $what",
    ({ what: _, visited = "", moved = "", after, said = "", ...row }) => {
      const [contactedAt = "", grade = ""] = moved.split(" ");
      const book = bookOf({
        ...people,
        grades: [{ clientId: "LY-ZS001", consultant: "王强", reachedC: visited }],
        followUps: [
          {
            clientId: "LY-ZS001",
            contactedAt: "2024-01-05",
            method: "来访",
            notes: "看房",
            consultant: "王强",
          },
          ...(moved === ""
            ? []
            : [
                {
                  clientId: "LY-ZS001",
                  contactedAt,
                  grade,
                  method: "电话",
                  notes: "再看",
                  consultant: "王强",
                },
              ]),
        ],
      });
      const rows = [{ 时间: "2024.1.5", 客户编号: "LY-ZS001", 姓名: "张三", 置业顾问: "王强", ...row }];
      const found = takeIn(book, rows);
      const then = written(book, found.changes);
      expect(ladderIn(rowOf(then, "LY-ZS001"))).toBe(after);
      expect(hintsOf(found).join("\n")).toContain(said);
      if (said === "") expect(hintsOf(found)).toEqual([]);
      expect(takeIn(then, rows).changes).toEqual([]);
    },
  );

  const refused = draw(`
    | what                                | 时间     | 级别 | D        | C        | A        | code             |
    | days that lead to another grade     | 2024.1.5 | C    |          | 2024.1.5 | 2024.2.1 | gradeAgainstDays |
    | days that run backwards             | 2024.1.5 | C    | 2024.1.9 | 2024.1.5 |          | gradeAgainstDays |
    | a day to come                       | 2024.1.5 |      |          | 2024.5.1 |          | future           |
    | a day nobody can read               | 2024.1.5 |      |          | 上周     |          | notADay          |
    | a day without a year, nowhere said  |          |      |          | 3.5      |          | ambiguousDay     |
    | a day that may be of two years      | 2023.3.5 |      |          | 3.1      |          | ambiguousDay     |
    | a formula that failed               | 2024.1.5 |      |          | #REF!    |          | cellError        |
  `);
  test.each(refused)("$what: to the error workbook", ({ what: _, code, ...row }) => {
    const found = takeIn(bookOf(people), [{ 客户编号: "LY-ZS001", 姓名: "张三", 置业顾问: "王强", ...row }]);
    expect(fatesOf(found)).toEqual([`rejected ${code}`]);
    expect(found.changes).toEqual([]);
  });
});

describe("consultant, former consultant and remarks", () => {
  const old = `
    | 时间     | 客户编号 | 客户姓名 | 客户级别 | 置业顾问 | C        | ×        | 原置业顾问 | 备注情况     | 批示 |
    | 2024.1.5 | LY-ZS001 | 张三     | C        | 李娜     | 2024.2.1 | 2024.1.9 | 王强       | 价格异议\\n等活动 | 阅   |
  `;
  test("a client without a row gets one: owner, trail (R10), remarks and own columns", () => {
    const found = takeIn(bookOf(people), old);
    expect(rowOf(written(bookOf(people), found.changes), "LY-ZS001")).toMatchObject({
      consultant: "李娜",
      formerConsultant: "王强",
      reachedC: "2024-02-01",
      reachedLost: "2024-01-09",
      remarks: "价格异议\n等活动",
      "own:批示": "阅",
    });
  });
  test("who has a row keeps owner, trail and words; what is said otherwise is added once", () => {
    const book = bookOf({
      ...people,
      grades: `
        | clientId | consultant | formerConsultant | reachedC   | remarks    |
        | LY-ZS001 | 赵敏       | 李娜             | 2024-02-01 | 老客户；急 |
      `,
    });
    const found = takeIn(book, old);
    const then = written(book, found.changes);
    expect(rowOf(then, "LY-ZS001")).toMatchObject({
      consultant: "赵敏",
      formerConsultant: "李娜",
      reachedC: "2024-02-01",
      reachedLost: "2024-01-09",
      remarks: "老客户；急\n价格异议\n等活动\n原表“置业顾问”：李娜\n原表“原置业顾问”：王强",
    });
    expect(hintsOf(found)).toEqual([
      "原表“置业顾问”是 李娜，案场簿里是 赵敏：案场簿的没有动，原表的写在备注情况里",
      "原表“原置业顾问”是 王强，案场簿里是 李娜：案场簿的没有动，原表的写在备注情况里",
    ]);
    expect(fatesOf(takeIn(then, old))).toEqual(["LY-ZS001 number already"]);
    expect(takeIn(then, old).changes).toEqual([]);
  });
  test("a remark that is part of another is a remark of its own", () => {
    const book = bookOf({
      ...people,
      grades: "| clientId | consultant | reachedC   | remarks |\n| LY-ZS001 | 王强 | 2024-01-05 | 价格好谈 |",
    });
    const rows = "| 客户编号 | 客户姓名 | 置业顾问 | 备注 |\n| LY-ZS001 | 张三 | 王强 | 价格好 |";
    const then = written(book, takeIn(book, rows).changes);
    expect(rowOf(then, "LY-ZS001")["remarks"]).toBe("价格好谈\n价格好");
  });
});

describe("with the visits of the same book", () => {
  const visits = `
    | 日期     | 编号     | 姓名 | 电话        | 业务员 | 备注 |
    | 2024.1.5 | LY-SB001 | 孙八 | 13803792001 | 王强   | 首访 |
    | 2024.1.6 | LY-ZS001 | 张三 | 13803792002 | 王强   | 首访 |
  `;
  const ladder = `
    | 时间     | 客户编号 | 客户姓名 | 客户级别 | 置业顾问 | D        | C        | A        | 原置业顾问 |
    | 2024.1.5 | LY-SB001 | 孙八     | D        | 李娜     | 2024.1.5 |          |          | 王强       |
  `;
  test("what the visits began because nothing was said gives way to what the old 等级跟踪 says", () => {
    const first = takeIn(bookOf(), visits, "visitors");
    const there = written(bookOf(), first.changes);
    expect(ladderIn(rowOf(there, "LY-SB001"))).toBe("C 2024-01-05");
    const then = written(there, takeIn(there, ladder, "grades", first.course).changes);
    expect(rowOf(then, "LY-SB001")).toMatchObject({ consultant: "李娜", formerConsultant: "王强" });
    expect(ladderIn(rowOf(then, "LY-SB001"))).toBe("D 2024-01-05");
  });
  test("a day that a talk of the book told goes behind the ladder's; what only the talk tells stays", () => {
    const first = takeIn(bookOf(), visits, "visitors");
    const visited = written(bookOf(), first.changes);
    const talks = `
      | 跟进日期  | 客户编号 | 姓名 | 业务员 | 方式 | 跟踪情况 | 调整级别 |
      | 2024.1.20 | LY-SB001 | 孙八 | 王强   | 电话 | 有意向   | B        |
      | 2024.2.20 | LY-SB001 | 孙八 | 王强   | 电话 | 要定     | A        |
    `;
    const second = adopt(visited, oldOf("followUps", draw(talks)), { today, course: first.course });
    const there = written(visited, second.changes);
    expect(ladderIn(rowOf(there, "LY-SB001"))).toBe("C 2024-01-05 B 2024-01-20 A 2024-02-20");
    const row =
      "| 时间 | 客户编号 | 客户姓名 | 置业顾问 | D | B |\n| 2024.1.5 | LY-SB001 | 孙八 | 王强 | 1.5 | 1.18 |";
    const then = written(there, takeIn(there, row, "grades", second.course).changes);
    expect(ladderIn(rowOf(then, "LY-SB001"))).toBe("D 2024-01-05 B 2024-01-18 A 2024-02-20");
    expect(cellsOf(then, "followUps")).toHaveLength(4);
  });
  test("what a colleague has changed since is the workbook's", () => {
    const first = takeIn(bookOf(), visits, "visitors");
    const there = written(bookOf(), first.changes);
    const [mine] = cellsOf(there, "grades").filter(({ clientId }) => clientId === "LY-SB001");
    const edited = bookOf({
      visitors: cellsOf(there, "visitors"),
      followUps: cellsOf(there, "followUps"),
      grades: [{ ...mine, consultant: "赵敏", reachedC: "2024-01-09" }],
    });
    const then = written(edited, takeIn(edited, ladder, "grades", first.course).changes);
    expect(rowOf(then, "LY-SB001")).toMatchObject({
      consultant: "赵敏",
      reachedC: "2024-01-09",
      reachedD: "2024-01-05",
    });
  });
  test("in another taking-in the same C gives way to another grade; whose the client is stays the workbook's", () => {
    const there = written(bookOf(), takeIn(bookOf(), visits, "visitors").changes);
    const found = takeIn(there, ladder);
    const then = written(there, found.changes);
    expect(ladderIn(rowOf(then, "LY-SB001"))).toBe("D 2024-01-05");
    expect(rowOf(then, "LY-SB001")).toMatchObject({
      consultant: "王强",
      remarks: "原表“置业顾问”：李娜\n原表“原置业顾问”：王强",
    });
  });
  test("a number that went to somebody else: nobody can tell who is meant (R1)", () => {
    const book = bookOf(people);
    const first = takeIn(book, visits, "visitors");
    const there = written(book, first.changes);
    const row =
      "| 时间 | 客户编号 | 客户姓名 | 置业顾问 | C |\n| 2024.1.6 | LY-ZS001 | 张三 | 王强 | 2024.1.6 |";
    expect(fatesOf(takeIn(there, row, "grades", first.course))).toEqual(["rejected numberOfSeveral"]);
  });
});

test("which of two sheets comes first decides nothing, whatever they say", () => {
  const anyDay = fc.constantFrom("", "2024.1.5", "2024.1.9", "2024.2.1", "√");
  const anyRow = fc.record({
    时间: fc.constantFrom("2024.1.5", "2024.1.6"),
    客户编号: fc.constantFrom("LY-ZS001", "LY-LS001"),
    客户姓名: fc.constant(""),
    置业顾问: fc.constantFrom("王强", "李娜"),
    D: anyDay,
    C: anyDay,
    A: anyDay,
    "×": anyDay,
    原置业顾问: fc.constantFrom("", "赵敏"),
    备注: fc.constantFrom("", "一", "二"),
  });
  const anySheet = fc.array(anyRow, { minLength: 1, maxLength: 4 });
  const atOnce = (sheets: readonly Rows[]): SiteBook =>
    written(
      bookOf(people),
      adoptTogether(
        bookOf(people),
        sheets.map((rows) => ({ old: oldOf("grades", rows) })),
        { today },
      ).changes,
    );
  const standing = (book: SiteBook): readonly unknown[] =>
    [...cellsOf(book, "grades")].sort((a, b) => (String(a["clientId"]) < String(b["clientId"]) ? -1 : 1));
  fc.assert(
    fc.property(anySheet, anySheet, (one, other) => {
      expect(standing(atOnce([one, other]))).toEqual(standing(atOnce([other, one])));
    }),
    { numRuns: 150 },
  );
});

test("of clients whom the same book brings, every day comes back equal, or the row is in the error workbook", () => {
  const visits = draw(`
    | 日期     | 姓名 | 电话        | 业务员 | 备注 |
    | 2024.1.5 | 张三 | 13803791001 | 王强   | 首访 |
  `);
  const first = takeIn(bookOf(), visits, "visitors");
  const there = written(bookOf(), first.changes);
  const anyDay = fc.constantFrom("", "2024-01-05", "2024-01-09", "2024-02-01");
  const anyLadder = fc.record({ D: anyDay, C: anyDay, B: anyDay, A: anyDay, "√": anyDay, "×": anyDay });
  fc.assert(
    fc.property(anyLadder, fc.constantFrom("", "A", "B", "C", "D", "√", "×"), (old, grade) => {
      const found = takeIn(there, [{ 客户姓名: "张三", 级别: grade, ...old }], "grades", first.course);
      const after = rowOf(written(there, found.changes), "LY-ZS001");
      if (found.fates[0]?.kind === "rejected") {
        expect([found.changes, grade === ""]).toEqual([[], false]);
        return;
      }
      // A grade that nobody dated comes last, and C where nothing is said.
      const last = Object.values(old).reduce((a, b) => (a > b ? a : b)) || "2024-01-05";
      const isSaid = Object.values(old).some((day) => day !== "");
      const now = grade === "" && !isSaid ? "C" : grade;
      const days = now === "" || old[now] !== "" ? old : { ...old, [now]: last };
      const expected = (Object.keys(keys) as Grade[]).flatMap((each) =>
        days[each] === "" ? [] : [`${each} ${days[each]}`],
      );
      expect(ladderIn(after)).toBe(expected.join(" "));
    }),
    { numRuns: 200 },
  );
});

test("no day of the workbook goes or changes, and nothing runs backwards past an end (R4)", () => {
  const anyDay = fc.option(fc.constantFrom("2024-01-05", "2024-01-09", "2024-02-01"), { nil: "" });
  const days = fc.record({ D: anyDay, C: anyDay, B: anyDay, A: anyDay, "√": anyDay, "×": anyDay });
  fc.assert(
    fc.property(days, days, fc.constantFrom("", "A", "B", "C", "D", "√", "×"), (there, old, grade) => {
      const before = Object.fromEntries(
        Object.entries(there).flatMap(([each, on]) =>
          on === "" ? [] : [[keys[each as keyof typeof keys], on]],
        ),
      ) as Cells;
      const book = bookOf({ ...people, grades: [{ clientId: "LY-ZS001", consultant: "王强", ...before }] });
      const found = takeIn(book, [{ 客户编号: "LY-ZS001", 姓名: "张三", 级别: grade, ...old }]);
      const after = rowOf(written(book, found.changes), "LY-ZS001");
      expect(after).toMatchObject(before);
      const isTaken = found.fates[0]?.kind === "joined";
      const lost = Object.entries(old).filter(([each, on]) => {
        const [was, now] = [before[keys[each as keyof typeof keys]], after[keys[each as keyof typeof keys]]];
        if (!isTaken) return (now ?? null) !== (was ?? null);
        return on !== "" && now !== on && !String(after["remarks"]).includes(`原表“${each}”：${on}`);
      });
      expect(lost).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test("words on a cell go to 备注情况, and from the list of rows that were not taken too", () => {
  const headers = ["客户编号", "客户姓名", "置业顾问", "C", "备注", "原表批注"];
  const cells = ["LY-ZS001", "张三", "王强", "2024-01-05", "急", "姓名：太太做主"];
  const mapping = guessedMapping(
    { headers, rows: [{ row: 2, cells, original: cells }] },
    "grades",
    matchOldHeaders("grades", headers),
  );
  const comments = [{ column: 1, said: "换过号码" }];
  const rows = [{ row: 2, cells, original: cells, comments }];
  const found = adopt(bookOf(people), { form: "grades", headers, rows, setAside: [], mapping }, { today });
  expect(rowOf(written(bookOf(people), found.changes), "LY-ZS001")["remarks"]).toBe(
    "急\n姓名：太太做主\n原表“客户姓名”批注：换过号码",
  );
});

describe("the paper as it is found", () => {
  const rows = `
    | 1 | 2024.1.5 | LY-ZS001 | 张三 | A | 李娜 | 1.5 | 1.8 |  | 2.12 |      |  | 看过样板间 |
    | 2 | 2024.1.6 | LY-LS001 | 李四 | √ | 王强 | 1.6 |     |  |      | 2.20 |  |            |
  `;
  test.each([
    [
      "one row of captions",
      "| NO. | 时间 | 客户编号 | 客户姓名 | 客户级别 | 置业顾问 | D | C | B | A | √ | × | 备注 |",
    ],
    [
      "two",
      `| NO. | 时间 | 客户编号 | 客户姓名 | 客户级别 | 置业顾问 | 升级情况 | < | < | < | < | < | 备注 |
       | ^   | ^    | ^        | ^        | ^        | ^        | D级 | C级 | B级 | A级 | √ | × | ^ |`,
    ],
  ])("%s: read as form 3, its numbers as days where they are sure", (_, header) => {
    const cells = sheetOf(`| 客户等级分配跟踪表 | | | | | | | | | | | | |\n${header}\n${rows}`);
    const [table] = oldTablesIn(cells);
    if (table === undefined) throw new Error("no table");
    expect(table.form).toBe("grades");
    expect(table.matches.flatMap(({ key }) => key ?? [])).toEqual([
      "date",
      "clientId",
      "name",
      "grade",
      "consultant",
      ...Object.values(keys),
      "remarks",
    ]);
    const { form, headers, setAside } = table;
    const old = {
      form,
      headers,
      rows: table.rows,
      setAside,
      mapping: guessedMapping(table, form, table.matches),
    };
    const found = adopt(bookOf(people), old, { today });
    expect(fatesOf(found)).toEqual(["LY-ZS001 number", "rejected ambiguousDay"]);
    // NO. only counts the rows of its paper.
    expect([found.ownColumns, found.leftColumns]).toEqual([[], ["NO."]]);
    expect(ladderIn(rowOf(written(bookOf(people), found.changes), "LY-ZS001"))).toBe(
      "D 2024-01-05 C 2024-01-08 A 2024-02-12",
    );
  });
  test("a list by that name without the six columns is form 3 too; another with grades is what it was", () => {
    const list = (title: string, headers: string): string | undefined =>
      oldTablesIn(
        sheetOf(`| ${title} | | | | | |\n${headers}\n| 2024.1.5 | LY-ZS001 | 张三 | A | 李娜 | 急 |`),
      )[0]?.form;
    const headers = "| 时间 | 客户编号 | 客户姓名 | 客户级别 | 置业顾问 | 备注 |";
    expect(list("客户等级分配跟踪表", headers)).toBe("grades");
    expect(list("客户跟踪记录表", headers)).toBe("followUps");
    expect(list("来访登记表", headers)).toBe("visitors");
  });
});

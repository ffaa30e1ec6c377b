/** R4: grades as old registers write them. */
import { readGrade } from "../../../src/domain/rules/grade";
import { readWrittenGrade } from "../../../src/domain/rules/written-grade";
import { draw } from "../draw";

test.each(
  draw(`
    | written            | grade |
    | B级-价格异议       | B     |
    | A类，急            | A     |
    | B-犹豫             | B     |
    | B 犹豫             | B     |
    | B犹豫              | B     |
    | b级 嫌贵           | B     |
    | C 级（老客户介绍） | C     |
    | Ａ/意向强          | A     |
    | B+                 | B     |
    | B-                 | B     |
    | C级老客户介绍      | C     |
    | 级别：D，不买了    | D     |
    | B-看A户型          | B     |
    | A，要D座           | A     |
    | √-按揭             | √     |
    | ×，已买竞品        | ×     |
    | V                  | √     |
    | 认购               | √     |
    | 已定               | √     |
    | 已定房             | √     |
    | A→B                | B     |
    | B→A                | A     |
    | B->A               | A     |
    | D→C→B              | B     |
    | 由C升B             | B     |
    | 由C级升为B级       | B     |
    | 从D到C             | C     |
    | B降C               | C     |
    | C转B               | B     |
    | 升A                | A     |
    | 已升A了            | A     |
    | B→A，急            | A     |
    | A→√                | √     |
    | B→无望             | ×     |
    | ×→C                | C     |
    | B（3.5升A）        | B     |
    | AB                 |       |
    | A/B                |       |
    | A-B                |       |
    | A、B               |       |
    | A B                |       |
    | A或B               |       |
    | B以上              |       |
    | B级以下            |       |
    | A类B类             |       |
    | B，3.5升A          |       |
    | 下周升A            |       |
    | B→A户型            |       |
    | →                  |       |
    | B→                 |       |
    | A户型              |       |
    | D座                |       |
    | B？                |       |
    | A待定              |       |
    | 原B                |       |
    | A2                 |       |
    | A√                 | A     |
    | √C                 | C     |
    | ☑A ☑B □C           |       |
    | □A □B              |       |
    | ×A                 |       |
    | √-已退             |       |
    | ×，又来了          |       |
    | D-已成交           |       |
    | E-犹豫             |       |
    | 意向强             |       |
    | American           |       |
    |                    |       |
  `),
)("'$written' is $grade, and its words are kept", ({ written = "", grade }) => {
  expect(readWrittenGrade(written)).toEqual({ grade: grade === "" ? undefined : grade, saysMore: true });
});

test.each(["A", "Ａ类客户", "√", "无望", "b级"])("'%s' is read as ever, and says no more", (written) => {
  expect(readWrittenGrade(written)).toEqual({ grade: readGrade(written), saysMore: false });
  expect(readGrade(written)).toBeDefined();
});

test("a story is no grade, and costs nothing", () => {
  expect(readWrittenGrade(`B-${"看".repeat(400)}`).grade).toBe("B");
  for (const story of [`B-${"看 ".repeat(15_000)}`, `A${" ".repeat(30_000)}`, "→".repeat(30_000)])
    expect(readWrittenGrade(story)).toEqual({ grade: undefined, saysMore: true });
});

test.each(
  draw(`
    | written  | grade |
    | (A)      | A     |
    | （Ｂ）   | B     |
    | 【A】    | A     |
    | [c]      | C     |
    | “A”      | A     |
    | "A"      | A     |
    | 《B类》  | B     |
    | √√       | √     |
    | ××       | ×     |
    | (√)      | √     |
    | A.       | A     |
    | A类；    | A     |
    | 意向A    | A     |
    | А        | A     |
    | х        | ×     |
    | 【流失】 | ×     |
  `),
)("$written says no more than $grade", ({ written = "", grade }) => {
  expect(readWrittenGrade(written)).toEqual({ grade, saysMore: false });
});

test.each([
  "AA",
  "√×",
  "(A)(B)",
  "（A或B）",
  "“”",
  "()",
  "A1",
  "准A",
  "(A",
  "意向",
  "VIP",
  "V1",
  "认购意向",
  "已定房型",
])("%s is no grade", (written) => {
  expect(readWrittenGrade(written).grade).toBeUndefined();
});

test.each(
  draw(`
    | written     | grade |
    | □A ☑B □C □D | B     |
    | A□ B√ C□ D□ | B     |
    | ☑A级 □B级   | A     |
    | [√]A [ ]B   | A     |
  `),
)("of a printed row of boxes $written is $grade, and nothing more is said", ({ written = "", grade }) => {
  expect(readWrittenGrade(written)).toEqual({ grade, saysMore: false });
});

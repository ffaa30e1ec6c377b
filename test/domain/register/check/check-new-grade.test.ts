import { checkWorkbook } from "../../../../src/domain/register/check/check-workbook";
import { applyFixes } from "../../../../src/domain/register/check/fixes";
import type { SiteBook } from "../../../../src/domain/register/site";
import { bookOf, type Cells, cellsOf, today, written } from "../book-of";

const client = "LY-ZS001";
const talk = "客户对户型很满意，愿意本周带家人来看房，需要准备按揭计算和优惠说明材料。";
const contact = (day: string, newGrade: string | null, over: Cells = {}): Cells => ({
  clientId: client,
  contactedAt: `${day} 10:00`,
  method: "电话",
  notes: talk,
  newGrade,
  consultant: "王强",
  ...over,
});
const book = (followUps: readonly Cells[], grade: Cells = {}, over: Parameters<typeof bookOf>[0] = {}) =>
  bookOf({
    visitors: [
      {
        clientId: client,
        visitDate: "2024-03-01",
        name: "张三",
        gender: "男",
        consultant: "王强",
        mobile: "13803791234",
      },
    ],
    grades: [{ clientId: client, consultant: "王强", reachedC: "2024-03-01", ...grade }],
    followUps,
    ...over,
  });
const codes = new Set([
  "gradeNotCarried",
  "reachedRunsBack",
  "dealNeedsDeal",
  "hopelessNeedsReason",
  "demotionNeedsReason",
  "hopelessReopensByReassignment",
  "reassignedNotFromBelow",
]);
const found = (from: SiteBook) => checkWorkbook(from, today).filter(({ code }) => codes.has(code));
const brief = (from: SiteBook): readonly string[] =>
  found(from).map(({ form, row, key, code }) => `${form} ${row ?? ""} ${key ?? ""} ${code}`);

describe("调整级别 typed into the sheet", () => {
  test("is told, and carried over in one click", () => {
    const typed = book([contact("2024-03-04", null), contact("2024-03-05", "A")]);
    expect(found(typed)).toMatchObject([
      {
        form: "followUps",
        row: 6,
        key: "newGrade",
        rule: "R4",
        code: "gradeNotCarried",
        facts: { client, from: "C", to: "A", day: "2024-03-05" },
      },
    ]);
    const put = written(typed, applyFixes(found(typed)));
    expect(cellsOf(put, "grades")).toMatchObject([{ reachedC: "2024-03-01", reachedA: "2024-03-05" }]);
    expect(checkWorkbook(put, today).filter(({ rule }) => rule === "R4")).toEqual([]);
  });

  test("several, each on its day, in the order of time", () => {
    const typed = book([contact("2024-03-08", "A"), contact("2024-03-05", "B"), contact("2024-03-06", "B")]);
    expect(brief(typed)).toEqual(["followUps 5 newGrade gradeNotCarried"]);
    expect(cellsOf(written(typed, applyFixes(found(typed))), "grades")).toMatchObject([
      { reachedC: "2024-03-01", reachedB: "2024-03-05", reachedA: "2024-03-08" },
    ]);
  });

  test.each([
    ["carried already", [contact("2024-03-05", "A")], { reachedA: "2024-03-05" }],
    ["the manager has decided since", [contact("2024-03-05", "A")], { reachedB: "2024-03-06" }],
    ["decided that very day", [contact("2024-03-05", "A")], { reachedB: "2024-03-05" }],
    ["the grade there is", [contact("2024-03-05", "C")], {}],
    ["none", [contact("2024-03-05", "/"), contact("2024-03-06", null)], {}],
  ])("nothing to say: %s", (_, followUps, grade) => {
    expect(found(book(followUps, grade))).toEqual([]);
  });

  test.each([
    ["√ without a deal", [contact("2024-03-05", "√")], {}, "dealNeedsDeal"],
    ["× without a reason of the list", [contact("2024-03-05", "×")], {}, "hopelessNeedsReason"],
    [
      "× but by a reassignment",
      [contact("2024-03-05", "B")],
      { reachedLost: "2024-03-03" },
      "hopelessReopensByReassignment",
    ],
  ])("what R4 does not allow is said, and not carried: %s", (_, followUps, grade, code) => {
    const typed = book(followUps, grade);
    expect(brief(typed)).toEqual([`followUps 5 newGrade ${code}`]);
    expect(found(typed)[0]?.fix).toBeUndefined();
  });

  test("what came before it is carried all the same", () => {
    const typed = book([contact("2024-03-05", "B"), contact("2024-03-06", "√")]);
    expect(brief(typed)).toEqual([
      "followUps 5 newGrade gradeNotCarried",
      "followUps 6 newGrade dealNeedsDeal",
    ]);
    const sold = book(
      [contact("2024-03-05", "B"), contact("2024-03-06", "√")],
      {},
      { deals: [{ dealId: `C${client}`, status: "认购", subscribedOn: "2024-03-06" }] },
    );
    expect(cellsOf(written(sold, applyFixes(found(sold))), "grades")).toMatchObject([
      { reachedB: "2024-03-05", reachedDeal: "2024-03-06" },
    ]);
  });
});

describe("R10: a reassigned client begins again at D or C", () => {
  const reassigned = (grade: Cells): readonly string[] =>
    brief(
      book([], {
        consultant: "李娜",
        formerConsultant: "王强",
        reachedC: null,
        reachedLost: "2024-03-03",
        ...grade,
      }),
    );
  test.each([
    [{ reachedA: "2024-03-05" }, "reachedA"],
    [{ reachedB: "2024-03-05", reachedA: "2024-03-06" }, "reachedB"],
    [{ reachedC: "2024-03-01", reachedA: "2024-03-05" }, "reachedA"],
  ])("%j", (grade, key) => {
    expect(reassigned(grade)).toEqual([`grades 5 ${key} reassignedNotFromBelow`]);
  });
  test.each([
    [{ reachedC: "2024-03-04", reachedA: "2024-03-05" }],
    [{ reachedD: "2024-03-04", reachedB: "2024-03-05" }],
    // From B back to C: the day C was begun with is written over.
    [{ reachedB: "2024-03-05", reachedC: "2024-03-06" }],
    [{ reachedC: "2024-03-03", reachedA: "2024-03-05" }],
    [{ reachedB: "2024-03-01" }],
    [{}],
  ])("right: %j", (grade) => {
    expect(reassigned(grade)).toEqual([]);
  });
});

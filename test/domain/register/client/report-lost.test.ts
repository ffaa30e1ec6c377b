import { checkWorkbook } from "../../../../src/domain/register/check/check-workbook";
import type { ClientNumber } from "../../../../src/domain/rules/client-number";
import { prefillLost, reportLost } from "../../../../src/domain/register/client/report-lost";
import { bookOf, cellsOf, today, written } from "../book-of";

const client = "LY-ZS001" as ClientNumber;
const book = bookOf({
  visitors: [
    {
      clientId: client,
      visitDate: "2024-02-01",
      name: "张三",
      gender: "男",
      age: 36,
      mobile: "138 0379 1234",
      address: "/",
      consultant: "王强",
    },
  ],
  grades: [{ clientId: client, consultant: "李娜", reachedC: "2024-02-01", reachedLost: "2024-03-05" }],
});
const why = {
  consultant: "李娜",
  name: "张三",
  givenUpOn: "2024-03-05",
  lossReasons: "价格",
  lossAnalysis: "总价超出预算十万，家里不同意再借",
};

describe("未成交分析报告 (form 8)", () => {
  test("takes over what the register knows; `/` is not an answer", () => {
    expect(prefillLost(book, client, today)).toEqual({
      givenUpOn: "2024-03-05",
      consultant: "李娜",
      name: "张三",
      gender: "男",
      age: 36,
      phone: "138 0379 1234",
    });
  });

  test("R1: the number is X and the client's, whichever of the two is given", () => {
    for (const lostId of ["LY-ZS001", "XLY-ZS001"]) {
      const decided = reportLost(book, { ...why, lostId }, { today });
      expect(decided.ok && decided.changes).toMatchObject([
        { kind: "append", form: "lostClients", row: { lostId: "XLY-ZS001", lossReasons: "价格" } },
      ]);
    }
  });

  test.each([
    ["nobody", { ...why, lostId: "LY-XX009" }, ["clientUnknown"]],
    ["no number", { ...why, lostId: "" }, ["requiredReally"]],
    ["no reason", { ...why, lostId: client, lossReasons: "", lossAnalysis: "" }, ["required", "required"]],
  ])("%s is refused", (_, answers, codes) => {
    const decided = reportLost(book, answers, { today });
    expect(decided.ok ? [] : decided.problems.map(({ code }) => code)).toEqual(codes);
  });

  test.each([
    ["in hand, and never ×", { reachedA: "2024-02-09" }, ["lostButOnLadder"]],
    ["×", { reachedLost: "2024-03-05" }, []],
    ["× once, and assigned anew", { formerConsultant: "王强", reachedD: "2024-03-06" }, []],
    ["× under a number that was merged", { remarks: "2024-03-05 放弃：李娜" }, []],
    ["bought since", { reachedDeal: "2024-03-07" }, []],
  ])("R10: an analysis of a client who is %s", (_, over, codes) => {
    const analysed = bookOf({
      visitors: [{ clientId: client, visitDate: "2024-02-01", name: "张三", consultant: "李娜" }],
      grades: [{ clientId: client, consultant: "李娜", reachedC: "2024-02-01", ...over }],
      lostClients: [{ ...why, lostId: "XLY-ZS001" }],
    });
    const found = checkWorkbook(analysed, today).filter(({ code }) => code === "lostButOnLadder");
    expect(found.map(({ code }) => code)).toEqual(codes);
    for (const { form, facts } of found) {
      expect(form).toBe("lostClients");
      expect(facts).toMatchObject({ client, grade: "A" });
    }
  });

  test("a second analysis of one client is refused with the row of the first", () => {
    const first = reportLost(book, { ...why, lostId: client }, { today });
    const after = written(book, first.ok ? first.changes : []);
    expect(cellsOf(after, "lostClients")).toHaveLength(1);
    const second = reportLost(after, { ...why, lostId: client }, { today });
    expect(second.ok ? [] : second.problems).toMatchObject([{ code: "lostTwice", facts: { other: 5 } }]);
  });

  test("two rows of one client, as a merge of two numbers leaves them, are told at the second", () => {
    const row = { ...why, lostId: "XLY-ZS001" };
    const told = checkWorkbook(
      bookOf({ lostClients: [row, { ...row, lostId: "XLY-LS001" }, row, row] }),
      today,
    ).filter(({ code }) => code === "lostRowTwice");
    expect(told.map(({ row: at, facts }) => [at, facts?.["other"]])).toEqual([
      [7, 5],
      [8, 5],
    ]);
  });
});

test("who is in hand again though 放弃 stands in 备注 beside other lines: not told of the ladder", () => {
  const given = bookOf({
    visitors: [{ clientId: client, visitDate: "2024-02-01", name: "张三", consultant: "李娜" }],
    grades: [
      {
        clientId: client,
        consultant: "李娜",
        reachedC: "2024-02-01",
        remarks: "与 LY-ZS002 共用电话\n2024-03-05 放弃：李娜",
      },
    ],
    lostClients: [{ lostId: "XLY-ZS001", lossReasons: "价格", givenUpOn: "2024-03-06" }],
  });
  expect(checkWorkbook(given, today).filter(({ code }) => code === "lostButOnLadder")).toEqual([]);
});

/** 付款计划 made, changed and compared with its deal (R12, R13). All people are invented. */
import fc from "fast-check";
import type { CalendarDay } from "../../../../src/domain/kit/calendar-day";
import { yuanOf } from "../../../../src/domain/kit/money";
import type { Decision } from "../../../../src/domain/register/decision";
import {
  daysLate,
  paidOfInstalment,
  paperStandings,
  paymentOf,
  planFindings,
  strayInstalments,
} from "../../../../src/domain/register/sales/plan-standing";
import { chasing } from "../../../../src/domain/register/sales/chasing";
import { type Deal, salesLedger } from "../../../../src/domain/register/sales/sales-ledger";
import {
  type PlannedRow,
  plannedRow,
  type PlanTerm,
  setPlan,
} from "../../../../src/domain/register/sales/set-plan";
import type { SiteBook } from "../../../../src/domain/register/site";
import type { ClientNumber } from "../../../../src/domain/rules/client-number";
import { draw } from "../../draw";
import { bookOf, type Cells, cellsOf, now, today, written } from "../book-of";

const entry = { today, now };
const zhang = "LY-ZS001" as ClientNumber;
const unitNo = "1-1-0301";
const deal = {
  dealId: "CLY-ZS001",
  name: "张三",
  consultant: "王强",
  unitNo,
  subscribedOn: "2024-03-05",
  floorArea: 100,
  unitPrice: 3000,
  totalPrice: 300000,
  payment: "按揭贷款",
};
const instalment = (term: string, dueOn: string, amount: number, over: Cells = {}): Cells => ({
  clientId: zhang,
  unitNo,
  term,
  dueOn,
  amount,
  ...over,
});
const planned = [instalment("首付", "2024-03-01", 100000), instalment("按揭", "2024-04-01", 200000)];
const book = (rows: readonly Cells[], more: Parameters<typeof bookOf>[0] = {}): SiteBook =>
  bookOf({ deals: [deal], instalments: rows, ...more });

const dealOf = (of: SiteBook): Deal => {
  const [found] = salesLedger(of, today).deals;
  if (found === undefined) throw new Error("no deal");
  return found;
};
const seen = (of: SiteBook): readonly PlannedRow[] => dealOf(of).instalments.map(plannedRow);
const term = (name: string, dueOn: string, amount: number, row?: number): PlanTerm => ({
  term: name,
  dueOn: dueOn as CalendarDay,
  amount: yuanOf(amount),
  row,
});
const set = (of: SiteBook, terms: readonly PlanTerm[], before = seen(of)): Decision =>
  setPlan(of, { clientId: zhang, unitNo, terms, before }, entry);
const after = (of: SiteBook, decision: Decision): SiteBook => {
  if (!decision.ok) throw new Error(decision.problems.map(({ code }) => code).join());
  return written(of, decision.changes);
};
const codesOf = (decision: Decision): readonly string[] =>
  decision.ok ? [] : decision.problems.map(({ code }) => code);
const lines = (of: SiteBook): readonly string[] =>
  dealOf(of).instalments.map(
    ({ term: name, dueOn, amount, row }) => `${row} ${name} ${dueOn ?? ""} ${amount}`,
  );

describe("the plan as a whole", () => {
  test("a new one is appended; what is under or over the price is refused with the figures", () => {
    const of = book([]);
    const made = set(of, [term("首付", "2024-03-12", 90000), term("按揭", "2024-04-12", 210000)]);
    expect(lines(after(of, made))).toEqual(["5 首付 2024-03-12 90000", "6 按揭 2024-04-12 210000"]);
    expect(set(of, [term("首付", "2024-03-12", 299999.99)])).toMatchObject({
      ok: false,
      problems: [
        { code: "planUnderPrice", severity: "error", facts: { planned: 299999.99, difference: 0.01 } },
      ],
    });
    expect(set(of, [term("首付", "2024-03-12", 300000.01)])).toMatchObject({
      ok: false,
      problems: [{ code: "planOverPrice", facts: { total: 300000, difference: 0.01 } }],
    });
    expect(codesOf(set(of, []))).toEqual(["requiredReally"]);
    expect(codesOf(set(of, [term("a", "2024-03-12", 300001), term("b", "2024-03-12", -1)]))).toEqual([
      "negative",
    ]);
    const other = { clientId: "LY-LS001" as ClientNumber, unitNo, terms: [], before: [] };
    expect(codesOf(setPlan(of, other, entry))).toEqual(["noLiveDeal"]);
  });

  test("kept rows change where they differ, and only there", () => {
    // A workbook keeps a day as its serial.
    const of = book([instalment("首付", "", 100000, { dueOn: 45_352 }), ...planned.slice(1)]);
    const decision = set(of, [term("首付", "2024-03-01", 120000, 5), term("按揭", "2024-04-01", 180000, 6)]);
    expect(decision).toMatchObject({
      ok: true,
      changes: [
        { kind: "set", row: 5, key: "amount", was: 100000, value: 120000 },
        { kind: "set", row: 6, key: "amount", was: 200000, value: 180000 },
      ],
    });
    expect(
      set(of, [term("首付", "2024-03-01", 100000, 5), term("按揭", "2024-04-01", 200000, 6)]),
    ).toMatchObject({ ok: true, changes: [] });
  });

  test("a row given up takes the next new instalment, and is empty where there is none", () => {
    const of = book([instalment("首付", "2024-03-01", 100000, { refused: "是" }), ...planned.slice(1)]);
    const fewer = after(of, set(of, [term("房款", "2024-03-12", 300000)]));
    expect(lines(fewer)).toEqual(["5 房款 2024-03-12 300000"]);
    expect(cellsOf(fewer, "instalments")).toMatchObject([
      { term: "房款", refused: null },
      { clientId: null, unitNo: null, term: null, dueOn: null, amount: null },
    ]);
    const more = after(
      of,
      set(of, [
        term("首付", "2024-03-12", 100000),
        term("按揭", "2024-04-01", 150000, 6),
        term("尾款", "2024-05-01", 50000),
      ]),
    );
    expect(lines(more)).toEqual([
      "5 首付 2024-03-12 100000",
      "6 按揭 2024-04-01 150000",
      "7 尾款 2024-05-01 50000",
    ]);
  });

  const outruns = draw(`
    | what            | amount | row | code       |
    | as it was seen  | 100000 | 5   |            |
    | another amount  | 90000  | 5   | planOutrun |
    | another row     | 100000 | 9   | planOutrun |
  `);
  test.each(outruns)("$what: “$code”", ({ amount, row, code }) => {
    const of = book(planned);
    const before = seen(of).map((each, at) =>
      at === 0 ? { ...each, amount: Number(amount), row: Number(row) } : each,
    );
    expect(codesOf(set(of, [term("房款", "2024-03-12", 300000)], before)).join()).toBe(code);
  });

  test("an instalment that came meanwhile is not lost", () => {
    const of = book([...planned, instalment("车位", "2024-06-01", 1)]);
    expect(codesOf(set(of, [term("房款", "2024-03-12", 300000)], seen(book(planned))))).toEqual([
      "planOutrun",
    ]);
  });

  test("whatever is changed into whatever: the deal has just those instalments, others keep theirs", () => {
    const amount = fc.integer({ min: 1, max: 10_000_000 });
    fc.assert(
      fc.property(
        fc.array(amount, { maxLength: 6 }),
        fc.array(fc.record({ fen: amount, keep: fc.option(fc.nat(5), { nil: undefined }) }), {
          minLength: 1,
          maxLength: 8,
        }),
        (had, wanted) => {
          const total = yuanOf(wanted.reduce((sum, { fen }) => sum + fen, 0) / 100);
          const neighbour = instalment("首付", "2024-03-01", 7, { clientId: "LY-LS001", unitNo: "9-9-0901" });
          const of = bookOf({
            deals: [{ ...deal, totalPrice: total }],
            instalments: [
              neighbour,
              ...had.map((fen, at) => instalment(`旧${at}`, `2024-04-0${at + 1}`, fen / 100)),
            ],
          });
          const rows = new Set(seen(of).map(({ row }) => row));
          const terms = wanted.map(({ fen, keep }, at) => {
            const row = keep === undefined ? undefined : keep + 6;
            const kept = row !== undefined && rows.delete(row) ? row : undefined;
            return term(`新${at}`, `2024-05-0${at + 1}`, fen / 100, kept);
          });
          const done = after(of, set(of, terms));
          expect(dealOf(done).instalments.map(({ term: name, amount: yuan }) => `${name} ${yuan}`)).toEqual(
            terms.map((each) => `${each.term} ${each.amount}`),
          );
          expect(cellsOf(done, "instalments")[0]).toEqual(cellsOf(of, "instalments")[0]);
          expect(planFindings(salesLedger(done, today), dealOf(done), "")).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("what no longer adds up", () => {
  const found = (of: SiteBook, payment = "按揭贷款"): readonly string[] =>
    planFindings(salesLedger(of, today), dealOf(of), payment).map(({ code }) => code);
  const moved = {
    kind: "调房申请",
    clientId: zhang,
    unitNo,
    newUnitNo: "1-1-0401",
    closedOn: "2024-03-08",
    salesOpinion: "同意",
    engineeringOpinion: "同意",
    managerOpinion: "同意",
    financeOpinion: "同意",
  };

  test("nothing of a plan that fits, nor of none", () => {
    expect(found(book(planned))).toEqual([]);
    expect(found(book([]))).toEqual([]);
    expect(paymentOf(dealOf(book([])))).toBe("按揭贷款");
  });

  test("another price, more received than it, another way of paying", () => {
    expect(found(book(planned, { deals: [{ ...deal, totalPrice: 310000 }] }))).toEqual(["planUnderPrice"]);
    const receipts = [{ no: "1", date: "2024-03-06", clientId: zhang, unitNo, item: "首付", amount: 290000 }];
    expect(found(book(planned, { deals: [{ ...deal, totalPrice: 280000 }], receipts }))).toEqual([
      "receiptsOverPrice",
      "planOverPrice",
    ]);
    expect(found(book(planned), "一次性付款")).toEqual(["planLoanUnasked"]);
    expect(found(book([instalment("房款", "2024-03-12", 300000)]))).toEqual(["planLoanMissing"]);
    expect(found(book(planned), "其他")).toEqual([]);
  });

  test("exchanged, and the plan stands on the old unit; saving it takes it along", () => {
    const of = book(planned, { applications: [moved] });
    expect(dealOf(of).unitNow).toBe("1-1-0401");
    expect(found(of)).toEqual(["planOnOldUnit"]);
    const terms = seen(of).map(({ row, term: name, dueOn, amount }) => term(name, dueOn ?? "", amount, row));
    const done = after(
      of,
      setPlan(of, { clientId: zhang, unitNo: "1-1-0401", terms, before: seen(of) }, entry),
    );
    expect(cellsOf(done, "instalments").map((row) => row["unitNo"])).toEqual(["1-1-0401", "1-1-0401"]);
    expect(found(done)).toEqual([]);
  });

  test("the deal's unit was changed by hand: its plan is nobody's, until it is taken over", () => {
    const of = book(planned, { deals: [{ ...deal, unitNo: "1-1-0501" }] });
    expect(found(of)).toEqual(["planElsewhere"]);
    const strays = strayInstalments(salesLedger(of, today), dealOf(of)).map(plannedRow);
    const terms = strays.map(({ row, term: name, dueOn, amount }) => term(name, dueOn ?? "", amount, row));
    const taken = { clientId: zhang, unitNo: "1-1-0501", terms, before: strays };
    const done = after(of, setPlan(of, taken, entry));
    expect(lines(done)).toEqual(["5 首付 2024-03-01 100000", "6 按揭 2024-04-01 200000"]);
    expect(found(done)).toEqual([]);
  });
});

describe("how it stands", () => {
  test("payments fill the plan in the order of its days; late is what is owed past its day", () => {
    const of = book([instalment("按揭", "2024-04-01", 200000), instalment("首付", "2024-03-01", 100000)], {
      receipts: [{ no: "1", date: "2024-03-06", clientId: zhang, unitNo, item: "大定金", amount: 30000 }],
    });
    expect(
      dealOf(of).instalments.map((each) => [each.term, paidOfInstalment(each), daysLate(each, today)]),
    ).toEqual([
      ["首付", 30000, 9],
      ["按揭", 0, 0],
    ]);
  });

  test("a paper closed with / is neither late nor chased; an open row of the same paper is", () => {
    const paper = (name: string, handedInOn: string): Cells => ({
      clientId: zhang,
      unitNo,
      paper: name,
      dueOn: "2024-03-08",
      handedInOn,
    });
    const of = book([], {
      mortgagePapers: [paper("户口本", "／"), paper("结婚证", ""), paper("流水", "/"), paper("流水", "")],
    });
    expect(
      paperStandings(dealOf(of), ["户口本"], today).map(({ paper: name, state }) => `${name} ${state}`),
    ).toEqual(["户口本 notNeeded", "结婚证 late", "流水 late"]);
    const { money, papers } = chasing(of, today);
    expect(money).toEqual([]);
    expect(papers.map(({ what, row }) => `${what} ${row}`)).toEqual(["结婚证 6", "流水 8"]);
  });

  test("a paper asked for twice is late by the first of its open days", () => {
    const asked = (dueOn: string): Cells => ({ clientId: zhang, unitNo, paper: "户口本", dueOn });
    const of = book([], { mortgagePapers: [asked("2024-03-08"), asked("2024-03-20")] });
    expect(paperStandings(dealOf(of), ["户口本"], today)).toMatchObject([{ state: "late", daysLate: 2 }]);
  });

  test("papers: in, late, asked for, not yet asked for; one that left the list is still there", () => {
    const paper = (name: string, over: Cells = {}): Cells => ({
      clientId: zhang,
      unitNo,
      paper: name,
      ...over,
    });
    const of = book([], {
      mortgagePapers: [
        paper("身份证", { handedInOn: "2024-03-06", dueOn: "2024-03-07" }),
        paper("户口本", { dueOn: "2024-03-08" }),
        paper("旧证明"),
        paper("其他", { handedInOn: "2024-03-06" }),
        paper("其他"),
      ],
    });
    expect(
      paperStandings(dealOf(of), ["身份证", "户口本", "收入证明", "其他"], today).map(
        ({ paper: name, state, daysLate: late }) => `${name} ${state} ${late}`,
      ),
    ).toEqual(["身份证 in 0", "户口本 late 2", "收入证明 open 0", "其他 asked 0", "旧证明 asked 0"]);
  });
});

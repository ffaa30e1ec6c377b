/** 保留, 成交, 签约, 收款, 付款计划, 按揭资料 as decisions (R12, R13). All people are invented. */
import fc from "fast-check";
import type { CalendarDay } from "../../../../src/domain/kit/calendar-day";
import type { Change } from "../../../../src/domain/register/change";
import type { Decision } from "../../../../src/domain/register/decision";
import { checkWorkbook } from "../../../../src/domain/register/check/check-workbook";
import { holdUnit, releaseUnit } from "../../../../src/domain/register/sales/hold-unit";
import { askForPapers, handInPaper } from "../../../../src/domain/register/sales/mortgage-papers";
import { nextReceiptNo } from "../../../../src/domain/register/sales/receipt-number";
import { refusePayment, shownInstalment } from "../../../../src/domain/register/sales/refuse-payment";
import { refuseSigning } from "../../../../src/domain/register/sales/refuse-signing";
import { reportDeal } from "../../../../src/domain/register/sales/report-deal";
import { salesLedger } from "../../../../src/domain/register/sales/sales-ledger";
import { signDeal } from "../../../../src/domain/register/sales/sign-deal";
import type { SiteBook } from "../../../../src/domain/register/site";
import { takeReceipt } from "../../../../src/domain/register/sales/take-receipt";
import type { ClientNumber } from "../../../../src/domain/rules/client-number";
import { draw } from "../../draw";
import { bookOf, type Cells, cellsOf, now, site, today, written } from "../book-of";

const entry = { today, now };
const zhang = "LY-ZS001" as ClientNumber;
const li = "LY-LS001" as ClientNumber;
const unitNo = "1-1-0301";

const people = [
  { clientId: zhang, name: "张三", consultant: "王强" },
  { clientId: li, name: "李四", consultant: "李娜" },
];
const deal = {
  dealId: "CLY-ZS001",
  name: "张三",
  consultant: "王强",
  unitNo,
  subscribedOn: "2024-03-05",
  floorArea: 100,
  unitPrice: 3000,
  totalPrice: 300000,
};
const unitOf = (over: Cells = {}): Cells => ({
  unitNo,
  floorArea: 100,
  unitPrice: 3000,
  status: "可售",
  clientId: null,
  ...over,
});
const book = (unit: Cells | undefined, drawn: Parameters<typeof bookOf>[0] = {}): SiteBook =>
  bookOf({ visitors: people, ...(unit === undefined ? {} : { units: [unit] }), ...drawn });

const changesOf = (decision: Decision): readonly Change[] => {
  if (!decision.ok) throw new Error(decision.problems.map(({ code }) => code).join());
  return decision.changes;
};
const codesOf = (decision: Decision): readonly string[] =>
  (decision.ok ? decision.hints : decision.problems).map(({ code }) => code);
const unitAfter = (of: SiteBook, decision: Decision) => cellsOf(written(of, changesOf(decision)), "units")[0];

describe("成交 and the board", () => {
  const typed = { ...deal, dealId: zhang };
  const cases = draw(`
    | status | holder   | code             |
    | 可售   |          |                  |
    | 保留   | LY-ZS001 |                  |
    | 保留   |          |                  |
    | 认购   | LY-ZS001 |                  |
    | 保留   | LY-LS001 | unitHeldForOther |
    | 认购   | LY-LS001 | unitTaken        |
    | 签约   | LY-LS001 | unitTaken        |
    | 不可售 |          | unitNotForSale   |
  `);
  test.each(cases)("$status of “$holder”: $code", ({ status, holder, code }) => {
    const of = book(unitOf({ status: status ?? "", clientId: holder === "" ? null : (holder ?? null) }));
    const decision = reportDeal(of, typed, entry);
    if (code !== "") expect(codesOf(decision)).toEqual([code]);
    else expect(unitAfter(of, decision)).toMatchObject({ status: "认购", clientId: zhang });
  });

  test("signed at once the unit is 签约; spelled another way it is the same unit", () => {
    const of = book(unitOf());
    const decision = reportDeal(of, { ...typed, unitNo: "１-1-0301", signedOn: "2024-03-06" }, entry);
    expect(unitAfter(of, decision)).toMatchObject({ status: "签约", clientId: zhang });
  });

  const days = draw(`
    | over                                            | code                  | ok |
    | visited=2024-03-05                              |                       | yes |
    | visited=2024-03-06                              | subscribedBeforeVisit | yes |
    | subscribedOn=2024-03-11                         | future                |    |
    | signedOn=2024-03-11                             | future                |    |
    | queuedOn=2024-03-11,subscribedOn=2024-03-12     | future future         |    |
    | unitPrice=0,totalPrice=0                        | nothingToPay nothingToPay |  |
    | floorArea=0,totalPrice=0                        | nothingToPay nothingToPay |  |
  `);
  test.each(days)("$over: “$code” at the pane, and so says the check", ({ over, code, ok }) => {
    const given = Object.fromEntries((over ?? "").split(",").map((pair) => pair.split("="))) as Cells;
    const { visited, ...typedOver } = given;
    const visitors = people.map((each) => ({ ...each, visitDate: visited ?? "2024-03-01" }));
    const of = book(unitOf(), { visitors });
    const decision = reportDeal(of, { ...typed, ...typedOver }, entry);
    expect(decision.ok).toBe(ok === "yes");
    const wanted = code === "" ? [] : (code ?? "").split(" ");
    const about = (codes: readonly string[]) =>
      codes.filter((each) => ["future", "nothingToPay", "subscribedBeforeVisit"].includes(each));
    expect(about(codesOf(decision))).toEqual(wanted);
    const numbers = Object.fromEntries(
      Object.entries(typedOver).map(([key, cell]) => [key, cell === "0" ? 0 : cell]),
    );
    const checked = checkWorkbook(book(unitOf(), { visitors, deals: [{ ...deal, ...numbers }] }), today);
    const told = checked.filter(({ form, row }) => form === "deals" && row === 5).map((each) => each.code);
    expect(about(told)).toEqual(wanted);
  });

  test("a unit nobody knows is a question where a board is kept, and none where it is not", () => {
    expect(codesOf(reportDeal(book(unitOf()), { ...typed, unitNo: "9-9-0901" }, entry))).toContain(
      "unitUnknown",
    );
    expect(reportDeal(book(unitOf()), { ...typed, unitNo: "9-9-0901" }, entry).ok).toBe(true);
    expect(codesOf(reportDeal(book(undefined), typed, entry))).not.toContain("unitUnknown");
  });

  test("a deposit over the price stops the deal; a refunded deal does not", () => {
    const deposit = { no: "1", date: "2024-03-04", clientId: zhang, unitNo, item: "大定金", amount: 300001 };
    const held = book(unitOf({ status: "保留", clientId: zhang }), { receipts: [deposit] });
    expect(codesOf(reportDeal(held, typed, entry))).toEqual(["paidOverNewPrice"]);
    const refunded = {
      kind: "退房申请",
      clientId: li,
      unitNo,
      closedOn: "2024-03-04",
      salesOpinion: "同意",
      managerOpinion: "同意",
      financeOpinion: "同意",
    };
    const of = book(unitOf(), { deals: [{ ...deal, dealId: "CLY-LS001" }], applications: [refunded] });
    expect(reportDeal(of, typed, entry).ok).toBe(true);
    expect(
      codesOf(reportDeal(book(unitOf(), { deals: [{ ...deal, dealId: "CLY-LS001" }] }), typed, entry)),
    ).toEqual(["unitTwice"]);
  });
});

describe("R10: who gave the client up reports no deal of theirs", () => {
  const grades = (over: Cells = {}) => [
    {
      clientId: zhang,
      consultant: "李娜",
      formerConsultant: "王强",
      reachedLost: "2024-03-02",
      reachedC: "2024-03-03",
      ...over,
    },
  ];
  const typed = { ...deal, dealId: zhang };
  test("refused with whose the client is now; the owner's, a helper's and one from before are taken", () => {
    const of = book(unitOf(), { grades: grades() });
    const former = reportDeal(of, typed, entry);
    expect(codesOf(former)).toEqual(["formerHasNoShare"]);
    expect(former.ok ? [] : former.problems[0]).toMatchObject({
      key: "consultant",
      facts: { owner: "李娜" },
    });
    for (const consultant of ["李娜", "赵敏"])
      expect(codesOf(reportDeal(of, { ...typed, consultant }, entry))).not.toContain("formerHasNoShare");
    const before = book(unitOf(), { grades: grades({ reachedLost: "2024-03-06", reachedC: "2024-03-06" }) });
    expect(codesOf(reportDeal(before, typed, entry))).not.toContain("formerHasNoShare");
  });
});

describe("保留 and 释放", () => {
  test("held for a client, and on sale again; a deposit that was paid is said", () => {
    const of = book(unitOf());
    const held = written(of, changesOf(holdUnit(of, { unitNo, clientId: zhang }, entry)));
    expect(cellsOf(held, "units")[0]).toMatchObject({ status: "保留", clientId: zhang, updatedOn: today });
    expect(codesOf(holdUnit(held, { unitNo, clientId: li }, entry))).toEqual(["unitHeldForOther"]);
    expect(unitAfter(held, releaseUnit(held, { unitNo, holder: zhang }, entry))).toMatchObject({
      status: "可售",
      clientId: null,
    });
    const paid = written(held, [
      {
        kind: "append",
        form: "receipts",
        row: { no: "1", date: today, clientId: zhang, unitNo, item: "小定金", amount: 5000 },
      },
    ]);
    expect(codesOf(releaseUnit(paid, { unitNo, holder: zhang }, entry))).toEqual(["depositOnReleased"]);
  });

  test("a colleague has held it for another since: said, and not released", () => {
    const held = book(unitOf({ status: "保留", clientId: li }));
    for (const holder of [zhang, undefined]) {
      const stale = releaseUnit(held, { unitNo, holder }, entry);
      expect(codesOf(stale)).toEqual(["heldByAnother"]);
      expect(stale).toMatchObject({ problems: [{ facts: { holder: li, seen: holder ?? "—" } }] });
    }
    expect(codesOf(releaseUnit(held, { unitNo, holder: li }, entry))).toEqual([]);
    const noName = book(unitOf({ status: "保留" }));
    expect(codesOf(releaseUnit(noName, { unitNo, holder: zhang }, entry))).toEqual(["heldByAnother"]);
    expect(codesOf(releaseUnit(noName, { unitNo, holder: undefined }, entry))).toEqual([]);
  });

  test("not without a unit, a client, or something held", () => {
    expect(codesOf(holdUnit(book(unitOf()), { unitNo: "9-9", clientId: zhang }, entry))).toEqual([
      "unitNotThere",
    ]);
    expect(
      codesOf(holdUnit(book(unitOf()), { unitNo, clientId: "LY-WW009" as ClientNumber }, entry)),
    ).toEqual(["clientUnknown"]);
    expect(codesOf(releaseUnit(book(unitOf()), { unitNo, holder: undefined }, entry))).toEqual([
      "unitNotHeld",
    ]);
  });
});

describe("签约", () => {
  const of = book(unitOf({ status: "认购", clientId: zhang }), { deals: [deal] });
  test("deal and unit follow", () => {
    const after = written(of, changesOf(signDeal(of, { clientId: zhang, unitNo, on: today }, entry)));
    expect(cellsOf(after, "deals")[0]?.["signedOn"]).toBe(today);
    expect(cellsOf(after, "units")[0]).toMatchObject({ status: "签约" });
    expect(codesOf(signDeal(after, { clientId: zhang, unitNo, on: today }, entry))).toEqual([
      "alreadySigned",
    ]);
  });

  test("all paid before: 已售", () => {
    const paid = { no: "1", date: "2024-03-06", clientId: zhang, unitNo, item: "首付", amount: 300000 };
    const all = book(unitOf({ status: "认购", clientId: zhang }), { deals: [deal], receipts: [paid] });
    expect(unitAfter(all, signDeal(all, { clientId: zhang, unitNo, on: today }, entry))).toMatchObject({
      status: "已售",
    });
  });

  const refusals = draw(`
    | client   | unit     | on         | code                   |
    | LY-ZS001 | 1-1-0301 | 2024-03-04 | signedBeforeSubscribed |
    | LY-ZS001 | 1-1-0301 | 2024-03-11 | future                 |
    | LY-LS001 | 1-1-0301 | 2024-03-10 | noLiveDeal             |
    | LY-ZS001 | 9-9-0901 | 2024-03-10 | noLiveDeal             |
  `);
  test.each(refusals)("$client, $unit, $on: $code", ({ client, unit, on, code }) => {
    const signing = { clientId: client as ClientNumber, unitNo: unit ?? "", on: on as CalendarDay };
    expect(codesOf(signDeal(of, signing, entry))).toEqual([code]);
  });
});

describe("收款", () => {
  const receipt = { clientId: zhang, unitNo, date: today, item: "小定金", amount: "5,000" };
  test("a deposit holds the unit for the client; 大定金 asks for the report", () => {
    const of = book(unitOf());
    const decision = takeReceipt(of, receipt, entry);
    const after = written(of, changesOf(decision));
    expect(cellsOf(after, "receipts")[0]).toMatchObject({ no: "0000001", amount: 5000, item: "小定金" });
    expect(cellsOf(after, "units")[0]).toMatchObject({ status: "保留", clientId: zhang });
    expect(codesOf(takeReceipt(of, { ...receipt, item: "大定金" }, entry))).toEqual(["depositToReport"]);
    expect(codesOf(takeReceipt(after, { ...receipt, clientId: li }, entry))).toEqual(["unitHeldForOther"]);
  });

  test("the last payment of a signed deal: 已售", () => {
    const of = book(unitOf({ status: "签约", clientId: zhang }), {
      deals: [{ ...deal, signedOn: "2024-03-06" }],
    });
    const last = { ...receipt, item: "按揭放款", amount: "30万" };
    expect(unitAfter(of, takeReceipt(of, last, entry))).toMatchObject({ status: "已售" });
    const early = book(unitOf({ status: "认购", clientId: zhang }), { deals: [deal] });
    expect(unitAfter(early, takeReceipt(early, last, entry))).toMatchObject({ status: "认购" });
  });

  const taken = { no: "A-009", date: "2024-03-06", clientId: zhang, unitNo, item: "小定金", amount: 5000 };
  const refusals = draw(`
    | over                      | code                     |
    | no=a-009                  | receiptTwice             |
    | item=房款,amount=295000.01 | receiptOverPrice        |
    | item=退款                 | refundWithoutApplication |
    | clientId=LY-LS001         | unitTaken                |
    | clientId=LY-WW009         | clientUnknown            |
    | amount=0                  | amountNought             |
    | amount=/                  | requiredReally           |
    | amount=                   | required                 |
    | date=2024-03-11           | future                   |
  `);
  test.each(refusals)("$over: $code", ({ over, code }) => {
    const of = book(unitOf({ status: "认购", clientId: zhang }), { deals: [deal], receipts: [taken] });
    const more = Object.fromEntries(
      (over ?? "").split(",").map((pair) => pair.split("=") as [string, string]),
    );
    expect(codesOf(takeReceipt(of, { ...receipt, ...more }, entry))).toEqual([code]);
  });

  test("money goes back on an approved application, and no more than came in", () => {
    const approved = {
      kind: "退房申请",
      clientId: zhang,
      unitNo,
      salesOpinion: "同意",
      managerOpinion: "同意",
      financeOpinion: "同意",
    };
    const of = book(unitOf(), { deals: [deal], receipts: [taken], applications: [approved] });
    const back = { ...receipt, item: "退款" };
    expect(codesOf(takeReceipt(of, { ...back, amount: "5000.01" }, entry))).toEqual(["refundOverPaid"]);
    expect(takeReceipt(of, back, entry).ok).toBe(true);
  });

  test("款项 a manager has added counts for nothing, and that is said at once and by the check, once each", () => {
    const lists = { ...site().lists, receiptItem: [...site().lists.receiptItem, "车位款"] };
    const own = { ...receipt, item: "车位款" };
    const more = [1, 2].map((n) => ({ ...taken, no: `B-${n}`, item: "车位款" }));
    const drawn = { visitors: people, units: [unitOf({ status: "认购", clientId: zhang })], deals: [deal] };
    const of = bookOf({ ...drawn, receipts: [taken, ...more] }, { lists });
    expect(codesOf(takeReceipt(of, own, entry))).toEqual(["itemNotCounted"]);
    expect(codesOf(takeReceipt(of, { ...own, item: "违约金" }, entry))).toEqual([]);
    const told = checkWorkbook(of, today).filter(({ code }) => code === "itemNotCounted");
    expect(told).toMatchObject([{ row: 6, facts: { item: "车位款", count: 2 } }]);
  });

  test("R12: no more goes back than 退款额, before the refund is carried out and after; the check says so too", () => {
    const approved = {
      no: "SQ-20240308-01",
      kind: "退房申请",
      clientId: zhang,
      unitNo,
      paid: 5000,
      penalty: 1000,
      salesOpinion: "同意",
      managerOpinion: "同意",
      financeOpinion: "同意",
    };
    const back = (amount: number, day = "2024-03-08") => ({
      ...receipt,
      no: `T-${amount}`,
      date: day,
      item: "退款",
      amount,
    });
    for (const closedOn of [null, "2024-03-08"]) {
      const of = (...gone: readonly Cells[]): SiteBook =>
        book(unitOf(), {
          deals: [deal],
          receipts: [taken, ...gone],
          applications: [{ ...approved, closedOn }],
        });
      expect(codesOf(takeReceipt(of(), back(4000.01, "2024-03-10"), entry))).toEqual(["refundOverAgreed"]);
      expect(takeReceipt(of(), back(4000, "2024-03-10"), entry).ok).toBe(true);
      const more = takeReceipt(of(back(3500)), back(600, "2024-03-10"), entry);
      expect(more.ok ? [] : more.problems).toMatchObject([
        { code: "refundOverAgreed", facts: { agreed: 4000, refund: 4100, over: 100, no: "SQ-20240308-01" } },
      ]);
    }
    const checked = (amount: number): readonly string[] =>
      checkWorkbook(
        book(unitOf(), {
          deals: [deal],
          receipts: [taken, back(amount)],
          applications: [{ ...approved, closedOn: "2024-03-08" }],
        }),
        today,
      ).flatMap(({ code, form, row }) => (code === "refundOverAgreed" ? [`${form} ${row ?? ""}`] : []));
    expect(checked(4500)).toEqual(["receipts 6"]);
    expect(checked(4000)).toEqual([]);
  });

  test("an earlier refund of the unit grants nothing for the deal that stands now", () => {
    const earlier = {
      no: "SQ-20240302-01",
      kind: "退房申请",
      clientId: zhang,
      unitNo,
      paid: 0,
      closedOn: "2024-03-03",
      salesOpinion: "同意",
      managerOpinion: "同意",
      financeOpinion: "同意",
    };
    const of = book(unitOf({ status: "认购", clientId: zhang }), {
      deals: [{ ...deal, subscribedOn: "2024-03-01" }, deal],
      receipts: [taken],
      applications: [earlier],
    });
    expect(codesOf(takeReceipt(of, { ...receipt, item: "退款" }, entry))).toEqual([
      "refundWithoutApplication",
    ]);
  });

  test("R5, R13: a deposit that never became a deal goes back without an application; all of it frees the unit", () => {
    const held = unitOf({ status: "保留", clientId: zhang });
    const of = book(held, { receipts: [taken] });
    const back = { ...receipt, item: "退款" };
    expect(codesOf(takeReceipt(of, { ...back, amount: "5000.01" }, entry))).toEqual(["refundOverPaid"]);
    const sets = (amount: string): readonly unknown[] => {
      const decided = takeReceipt(of, { ...back, amount }, entry);
      return decided.ok ? decided.changes.filter(({ kind }) => kind === "set") : ["refused"];
    };
    expect(sets("1000")).toEqual([]);
    expect(sets("5000")).toMatchObject([
      { form: "units", key: "status", value: "可售" },
      { form: "units", key: "clientId", value: null },
      { form: "units", key: "updatedOn" },
    ]);
  });

  const numbers = draw(`
    | last     | next     |
    | 0000009  | 0000010  |
    | A-009    | A-010    |
    | 收0099号 | 收0100号 |
    | 999      | 1000     |
    | 手写     | 0000001  |
  `);
  test.each(numbers)("after $last comes $next", ({ last, next }) => {
    const of = book(undefined, { receipts: [{ ...taken, no: last ?? "" }] });
    expect(nextReceiptNo(salesLedger(of, today))).toBe(next);
  });

  test("whatever stands around the last digits stays, were it as long as a cell", () => {
    const any = fc.string({ unit: fc.constantFrom(..."收款A-/号年#0123456789"), maxLength: 12 });
    const front = fc.oneof(
      fc.constant(""),
      fc
        .tuple(any, fc.constantFrom("A", "-", "号", "9".repeat(32_000) + "a"))
        .map(([one, other]) => one + other),
    );
    const back = any.map((text) => text.replace(/\d/gu, ""));
    fc.assert(
      fc.property(front, fc.nat(999_999), back, (before, n, after) => {
        const numbered = (each: number): string => `${before}${String(each).padStart(7, "0")}${after}`;
        const of = book(undefined, { receipts: [{ ...taken, no: `收${numbered(n)}` }] });
        expect(nextReceiptNo(salesLedger(of, today))).toBe(`收${numbered(n + 1)}`);
      }),
    );
  });

  test("a number that is taken is stepped over", () => {
    const of = book(undefined, { receipts: ["8", "9", "7"].map((no) => ({ ...taken, no })) });
    expect(nextReceiptNo(salesLedger(of, today))).toBe("10");
  });
});

describe("付款计划 and 按揭资料", () => {
  const terms = {
    down: { clientId: zhang, unitNo, term: "首付", dueOn: "2024-04-01", amount: 300000 },
    loan: { clientId: zhang, unitNo, term: "按揭", dueOn: "2024-05-01", amount: 700000 },
    more: { clientId: zhang, unitNo, term: "首付", dueOn: "2024-04-01", amount: 250000 },
    later: { clientId: zhang, unitNo, term: "首付", dueOn: "2024-04-09", amount: 300000 },
    balance: { clientId: zhang, unitNo, term: "尾款", dueOn: "2024-04-01", amount: 300000 },
    his: { clientId: li, unitNo, term: "首付", dueOn: "2024-04-01", amount: 300000 },
    next: { clientId: zhang, unitNo: "1-1-0302", term: "首付", dueOn: "2024-04-01", amount: 300000 },
  };
  type TermName = keyof typeof terms;
  const planned = (names: string): SiteBook =>
    book(unitOf({ status: "认购", clientId: zhang }), {
      deals: [deal],
      instalments: names.split(" ").map((name) => terms[name as TermName]),
    });
  const meanwhile = draw(`
    | stands now        | said                |
    | down loan         | 5                   |
    | loan down         | 6                   |
    | loan later down   | 7                   |
    | down down         | 5                   |
    | loan down down    | instalmentTwice     |
    | loan more         | instalmentGone      |
    | more              | instalmentGone      |
    | later             | instalmentGone      |
    | his               | instalmentGone      |
    | balance           | instalmentGone      |
    | next              | instalmentGone      |
    | his next down     | 7                   |
  `);
  test.each(meanwhile)(
    "客户拒付 of what was shown in row 5, where there is now “$stands now”: $said",
    (row) => {
      const [first] = salesLedger(planned("down loan"), today).instalments;
      if (first === undefined) throw new Error("no instalment");
      const decision = refusePayment(
        planned(row["stands now"] ?? ""),
        { shown: shownInstalment(first), refused: true },
        entry,
      );
      if (!decision.ok) expect(codesOf(decision).join()).toBe(row["said"]);
      else
        expect(decision.changes).toMatchObject([
          { kind: "set", form: "instalments", row: Number(row["said"]), key: "refused", value: "是" },
        ]);
    },
  );

  describe("客户拒签 is marked on the deposits the client has on the unit that wait for 签约", () => {
    const of = (deals: readonly Cells[], says: string) =>
      book(unitOf(), {
        deals,
        receipts: [
          {
            no: "1",
            date: "2024-03-01",
            clientId: zhang,
            unitNo,
            item: "小定金",
            amount: 5000,
            refused: says,
          },
          { no: "2", date: "2024-03-02", clientId: zhang, unitNo, item: "大定金", amount: 9000 },
          {
            no: "3",
            date: "2024-03-02",
            clientId: zhang,
            unitNo,
            item: "首付",
            amount: 90000,
            refused: says,
          },
          { no: "4", date: "2024-03-02", clientId: li, unitNo, item: "大定金", amount: 9000 },
          { no: "5", date: "2024-03-02", clientId: zhang, unitNo: "1-1-0302", item: "大定金", amount: 9000 },
        ],
      });
    const cases = draw(`
      | deals  | says | refused | rows              |
      | none   |      | yes     | 5 是、6 是        |
      | open   |      | yes     | 5 是、6 是        |
      | open   | 是   | yes     | 6 是              |
      | none   | 是   | no      | 5 否              |
      | open   | 是   | no      | 5 否、7 否        |
      | open   | 否   | no      |                   |
      | signed |      | yes     | noWaitingDeposit  |
    `);
    test.each(cases)("deal $deals, 是 said: $says, refused now: $refused", (each) => {
      const deals = { none: [], open: [deal], signed: [{ ...deal, signedOn: "2024-03-06" }] }[
        each["deals"] ?? ""
      ];
      const decided = refuseSigning(
        of(deals ?? [], each["says"] ?? ""),
        { clientId: zhang, unitNo: "1－1-0301", refused: each["refused"] === "yes" },
        entry,
      );
      const told = decided.ok
        ? decided.changes.map((change) =>
            change.kind === "set" && change.form === "receipts" && change.key === "refused"
              ? `${change.row} ${change.value}`
              : change.kind,
          )
        : codesOf(decided);
      expect(told.join("、")).toBe(each["rows"] ?? "");
    });

    test("a workbook without the column is told so, and nothing is said to be done", () => {
      const whole = of([deal], "");
      const receipts = whole.registers.receipts;
      if (receipts === undefined) throw new Error("no receipts");
      const columns = new Map([...receipts.columns].filter(([key]) => key !== "refused"));
      const without = { ...whole, registers: { ...whole.registers, receipts: { ...receipts, columns } } };
      expect(codesOf(refuseSigning(without, { clientId: zhang, unitNo, refused: true }, entry))).toEqual([
        "columnMissing",
      ]);
    });
  });

  test("a paper is handed in on its row, or on a new one", () => {
    const asked = { clientId: zhang, unitNo, paper: "户口本", dueOn: "2024-03-20" };
    const waiting = book(unitOf({ status: "认购", clientId: zhang }), {
      deals: [deal],
      mortgagePapers: [asked],
    });
    const hand = (paper: string, on: CalendarDay = today) =>
      handInPaper(waiting, { clientId: zhang, unitNo, paper, on }, entry);
    expect(changesOf(hand("户口本"))).toMatchObject([
      { kind: "set", key: "handedInOn", row: 5, value: today },
    ]);
    expect(changesOf(hand("身份证"))).toMatchObject([
      { kind: "append", row: { paper: "身份证", handedInOn: today } },
    ]);
    expect(codesOf(hand("驾照"))).toEqual(["unknownChoice"]);
    expect(codesOf(hand("户口本", "2024-03-11" as CalendarDay))).toEqual(["future"]);
  });

  test("papers are asked for by a day: on their rows, on new ones, not where they are in", () => {
    const rows = [
      { clientId: zhang, unitNo, paper: "户口本", dueOn: "2024-03-20" },
      { clientId: zhang, unitNo, paper: "身份证", handedInOn: "2024-03-08" },
      { clientId: zhang, unitNo, paper: "旧证明" },
    ];
    const of = book(unitOf({ status: "认购", clientId: zhang }), { deals: [deal], mortgagePapers: rows });
    const by = "2024-03-25" as CalendarDay;
    const ask = (...papers: readonly string[]) =>
      askForPapers(of, { clientId: zhang, unitNo, papers, by }, entry);
    expect(changesOf(ask("身份证", "户口本", "收入证明", "旧证明"))).toEqual([
      { kind: "set", form: "mortgagePapers", row: 5, key: "dueOn", was: "2024-03-20", value: by },
      {
        kind: "append",
        form: "mortgagePapers",
        row: { clientId: zhang, unitNo, paper: "收入证明", dueOn: by },
      },
      { kind: "set", form: "mortgagePapers", row: 7, key: "dueOn", was: null, value: by },
    ]);
    expect(codesOf(ask())).toEqual(["requiredReally"]);
    expect(codesOf(ask("驾照"))).toEqual(["unknownChoice"]);
    expect(codesOf(askForPapers(of, { clientId: li, unitNo, papers: ["户口本"], by }, entry))).toEqual([
      "noLiveDeal",
    ]);
    const old = { clientId: zhang, unitNo, paper: "旧证明", on: today };
    expect(changesOf(handInPaper(of, old, entry))).toMatchObject([{ kind: "set", row: 7, value: today }]);
  });
});

/** R12, R13: paid over the price that an exchange or a discount brings: that goes back first, and the deal stays. */
import fc from "fast-check";
import { addDays, type CalendarDay } from "../../../../src/domain/kit/calendar-day";
import { checkWorkbook } from "../../../../src/domain/register/check/check-workbook";
import type { Decision } from "../../../../src/domain/register/decision";
import { applyFor, prefillApplication } from "../../../../src/domain/register/sales/apply";
import { carryOut } from "../../../../src/domain/register/sales/carry-out";
import { reportDeal } from "../../../../src/domain/register/sales/report-deal";
import { salesLedger } from "../../../../src/domain/register/sales/sales-ledger";
import { takeReceipt } from "../../../../src/domain/register/sales/take-receipt";
import type { SiteBook } from "../../../../src/domain/register/site";
import type { ClientNumber } from "../../../../src/domain/rules/client-number";
import { draw } from "../../draw";
import { bookOf, type Cells, cellsOf, now, today, written } from "../book-of";

const entry = { today, now };
const client = "LY-ZS001" as ClientNumber;
const unitNo = "1-1-0301";
const newUnitNo = "1-1-0302";
const no = "SQ-20240308-01";

const approved = {
  no,
  clientId: client,
  unitNo,
  appliedOn: "2024-03-08",
  reason: "示例",
  totalPrice: 270000,
  ...Object.fromEntries(
    ["sales", "manager", "finance", "engineering"].flatMap((signer) => [
      [`${signer}Opinion`, "同意"],
      [`${signer}Signer`, "陈经理"],
      [`${signer}On`, "2024-03-08"],
    ]),
  ),
};
const exchange = { ...approved, kind: "调房申请", newUnitNo, newTotalPrice: 180000 };
const discount = { ...approved, kind: "特惠申请", discountAsked: 5000 };
const back = { date: today, clientId: client, unitNo, item: "退款" };

const paidUp = (
  application: Cells | undefined,
  over: Cells = {},
  receipts: readonly Cells[] = [],
): SiteBook =>
  bookOf({
    visitors: [{ clientId: client, name: "张三", consultant: "王强", visitDate: "2024-03-01" }],
    grades: [{ clientId: client, consultant: "王强", reachedC: "2024-03-01", reachedDeal: "2024-03-05" }],
    units: [
      {
        unitNo,
        floorArea: 90,
        unitPrice: 3000,
        status: over["signedOn"] ? "已售" : "认购",
        clientId: client,
      },
      { unitNo: newUnitNo, floorArea: 90, unitPrice: 2000, status: "可售" },
    ],
    deals: [
      {
        dealId: `C${client}`,
        name: "张三",
        consultant: "王强",
        unitNo,
        subscribedOn: "2024-03-05",
        floorArea: 90,
        unitPrice: 3000,
        totalPrice: 270000,
        ...over,
      },
    ],
    receipts: [
      { no: "1", date: "2024-03-05", clientId: client, unitNo, item: "房款", amount: 270000 },
      ...receipts,
    ],
    applications: application === undefined ? [] : [application],
  });

const codesOf = (decision: Decision): string =>
  (decision.ok
    ? ["ok", ...decision.hints.map(({ code }) => code)]
    : decision.problems.map(({ code }) => code)
  ).join(" ");
const done = (book: SiteBook, decision: Decision): SiteBook => {
  if (!decision.ok) throw new Error(codesOf(decision));
  return written(book, decision.changes);
};
const errorsOf = (book: SiteBook): readonly string[] =>
  checkWorkbook(book, today)
    .filter(({ rule }) => rule === "R12" || rule === "R13")
    .map(({ code, form, row, severity }) => `${severity} ${code} ${form} ${row ?? ""}`);

const cases = draw(`
  | what                              | kind     | signed     | over  | state | status | unit     | total  |
  | an exchange to a cheaper home     | exchange |            | 90000 | 认购  | 认购   | 1-1-0302 | 180000 |
  | a discount                        | discount |            | 5000  | 认购  | 认购   | 1-1-0301 | 265000 |
  | a discount on what is paid for    | discount | 2024-03-06 | 5000  | 签约  | 已售   | 1-1-0301 | 265000 |
`);

test.each(cases)("$what: refused with what is overpaid, that goes back, then it is carried out", (each) => {
  const [over, total] = [Number(each.over), Number(each.total)];
  const book = paidUp(
    each.kind === "exchange" ? exchange : discount,
    each.signed ? { signedOn: each.signed } : {},
  );
  const early = carryOut(book, { no, on: today }, entry);
  expect(early.ok ? [] : early.problems).toMatchObject([
    { code: "overpaidFirst", facts: { paid: 270000, total, over } },
  ]);
  expect(errorsOf(book)).toEqual(["warning overpaidFirst applications 5"]);
  expect(codesOf(takeReceipt(book, { ...back, amount: over + 0.01 }, entry))).toBe("refundOverOverpaid");
  const refunded = done(book, takeReceipt(book, { ...back, amount: over }, entry));
  expect(cellsOf(refunded, "units")[0]).toMatchObject({ status: each.state, clientId: client });
  expect(errorsOf(refunded)).toEqual([]);
  // Nothing is left that could go back.
  expect(codesOf(takeReceipt(refunded, { ...back, amount: 1 }, entry))).toBe("refundWithoutApplication");
  const carried = done(refunded, carryOut(refunded, { no, on: today }, entry));
  expect(errorsOf(carried)).toEqual([]);
  expect(salesLedger(carried, today).deals).toMatchObject([
    { unitNow: each.unit, totalPrice: total, paid: total, closedBy: undefined },
  ]);
  expect(cellsOf(carried, "units").find((unit) => unit["unitNo"] === each.unit)).toMatchObject({
    status: each.status,
    clientId: client,
  });
  expect(cellsOf(carried, "grades")[0]).toMatchObject({ reachedDeal: "2024-03-05" });
});

test("closed by hand before the money went back: it may go back all the same", () => {
  const moved = { unitNo: newUnitNo, unitPrice: 2000, totalPrice: 180000 };
  const book = paidUp({ ...exchange, closedOn: "2024-03-09" }, moved);
  const there = written(book, [
    { kind: "set", form: "receipts", row: 5, key: "unitNo", was: unitNo, value: newUnitNo },
  ]);
  expect(errorsOf(there)).toContain("error receiptsOverPrice receipts 5");
  const told = (amount: number) => takeReceipt(there, { ...back, unitNo: newUnitNo, amount }, entry);
  expect(codesOf(told(90000.01))).toBe("refundOverOverpaid");
  expect(codesOf(told(90000))).toBe("ok");
});

test("a discount of before, on the home that was left for a dearer one, gives nothing back", () => {
  const dearer = { ...exchange, no: "SQ-20240309-01", newTotalPrice: 300000, closedOn: "2024-03-09" };
  const moved = { unitNo: newUnitNo, totalPrice: 300000 };
  const book = paidUp({ ...discount, closedOn: "2024-03-08" }, moved);
  const there = written(book, [
    { kind: "append", form: "applications", row: dearer },
    { kind: "set", form: "receipts", row: 5, key: "unitNo", was: unitNo, value: newUnitNo },
  ]);
  const told = takeReceipt(there, { ...back, unitNo: newUnitNo, amount: 5000 }, entry);
  expect(codesOf(told)).toBe("refundWithoutApplication");
});

const byHand = draw(`
  | what                          | kind     | over                   | amount | told                               |
  | on an approved exchange       | exchange |                        | 90000  |                                    |
  | more than is overpaid         | exchange |                        | 90001  | error refundedBelowPrice receipts 6 |
  | on an approved discount       | discount |                        | 5000   |                                    |
  | more than the discount        | discount |                        | 6000   | error refundedBelowPrice receipts 6 |
  | on one that is not approved   | discount | financeOpinion=        | 5000   | error refundWithoutApplication receipts 6 |
  | on one of another client      | discount | clientId=LY-LS001      | 5000   | error refundWithoutApplication receipts 6 |
  | of a deal before              | discount | closedOn=2024-03-04    | 5000   | error refundWithoutApplication receipts 6 |
  | on none                       |          |                        | 5000   | error refundWithoutApplication receipts 6 |
`);
test.each(byHand)("a 退款 entered by hand $what: “$told”", ({ kind, over = "", amount, told = "" }) => {
  const [key = "", value = ""] = over.split("=");
  const application = kind === "exchange" ? exchange : kind === "discount" ? discount : undefined;
  const book = paidUp(application && { ...application, ...(key === "" ? {} : { [key]: value }) }, {}, [
    { ...back, no: "2", amount: Number(amount) },
  ]);
  const said = errorsOf(book).filter((each) => each.includes("receipts 6"));
  expect(said.join()).toBe(told);
});

test("it may be applied for, and what is overpaid is said at once", () => {
  const asked = (kind: "调房申请" | "特惠申请", more: Cells) => {
    const book = paidUp(undefined);
    const known = prefillApplication(book, { kind, clientId: client, unitNo }, today);
    return codesOf(applyFor(book, { ...known, reason: "示例", ...more }, entry));
  };
  expect(asked("调房申请", { newUnitNo, newTotalPrice: 180000 })).toBe("ok overpaidFirst");
  expect(asked("特惠申请", { discountAsked: 5000 })).toBe("ok overpaidFirst");
  expect(asked("特惠申请", { discountAsked: 270001 })).toBe("discountOverPrice");
});

describe("R13: a deposit that goes back on the day of 认购", () => {
  const deal = {
    dealId: client,
    name: "张三",
    consultant: "王强",
    unitNo,
    floorArea: 90,
    unitPrice: 3000,
    totalPrice: 270000,
  };
  const open = (drawn: Parameters<typeof bookOf>[0] = {}): SiteBook =>
    bookOf({
      visitors: [{ clientId: client, name: "张三", consultant: "王强", visitDate: "2024-03-01" }],
      grades: [{ clientId: client, consultant: "王强", reachedC: "2024-03-01" }],
      units: [{ unitNo, floorArea: 90, unitPrice: 3000, status: "可售" }],
      ...drawn,
    });
  const on = (day: number): CalendarDay => `2024-03-${String(day).padStart(2, "0")}` as CalendarDay;
  /** What the decision does; as it was where it refuses. */
  const after = (book: SiteBook, decision: Decision): SiteBook =>
    decision.ok ? written(book, decision.changes) : book;
  const paid = (book: SiteBook, day: number, item: string, amount: number): Decision =>
    takeReceipt(book, { clientId: client, unitNo, date: on(day), item, amount }, { now, today: on(day) });
  const bought = (book: SiteBook, day: number): Decision =>
    reportDeal(book, { ...deal, subscribedOn: on(day) }, { now, today: on(day) });

  const told = draw(`
    | before                       | that day                                | told              |
    | 09 小定金 10000               | 退款 10000、大定金 50000                 |                   |
    | 09 小定金 10000               | 退款 10000                              |                   |
    | 09 小定金 10000               | 退款 4000                               |                   |
    | 08 小定金 10000、09 退款 10000 | 大定金 50000                            |                   |
    |                              | 小定金 10000、退款 10000、大定金 50000    |                   |
    | 08 小定金 10000、09 退款 10000 | 大定金 50000、退款 50000                 | error receipts 8  |
    |                              | 大定金 50000、退款 50000                 | error receipts 6  |
    | 09 小定金 10000               | 大定金 50000、退款 60000                 | error receipts 7  |
  `);
  test.each(told)("“$before”, and on the day “$that day”: “$told”", (each) => {
    const row = (said: string, at: number): Cells => {
      const [day = "", item = "", amount = ""] = said.split(" ");
      const money = { no: String(at), clientId: client, unitNo, item, amount: Number(amount) };
      return { ...money, date: `2024-03-${day}` };
    };
    const that = (each["that day"] ?? "").split("、").map((said) => `10 ${said}`);
    const receipts = [...(each.before ?? "").split("、"), ...that].filter((said) => said !== "").map(row);
    const deals = [{ ...deal, dealId: `C${client}`, subscribedOn: "2024-03-10" }];
    const found = checkWorkbook(open({ receipts, deals }), today);
    expect(
      found
        .filter(({ code }) => code === "refundWithoutApplication")
        .map(({ severity, form, row: at }) => `${severity} ${form} ${at ?? ""}`)
        .join(),
    ).toBe(each.told ?? "");
  });

  test("law: what was taken and given back before 认购, and 大定金 paid with it, is no error afterwards", () => {
    const step = fc.record({
      item: fc.constantFrom("小定金", "退款", "大定金"),
      amount: fc.constantFrom(5000, 10000, 15000),
      days: fc.constantFrom(0, 0, 1, 2),
    });
    let given = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 2, maxLength: 8 }), (steps) => {
        let book = open();
        let day = 1;
        for (const { item, amount, days } of steps) {
          day += days;
          const decision = paid(book, day, item, amount);
          if (decision.ok && item === "退款" && days === 0) given += 1;
          book = after(book, decision);
        }
        book = after(book, bought(book, day));
        book = after(book, paid(book, day, "大定金", 50000));
        expect(salesLedger(book, on(day)).deals).toHaveLength(1);
        const found = checkWorkbook(book, on(day)).filter(({ severity }) => severity === "error");
        expect(found.filter(({ code }) => code === "refundWithoutApplication")).toEqual([]);
        // What the pane refuses is one by hand all the same.
        const back = { date: addDays(on(day), 1), clientId: client, unitNo, item: "退款", amount: 50000 };
        expect(codesOf(takeReceipt(book, back, { now, today: back.date }))).toBe("refundWithoutApplication");
        const byHand = written(book, [{ kind: "append", form: "receipts", row: { ...back, no: "手" } }]);
        const last = checkWorkbook(byHand, back.date).filter(
          ({ code }) => code === "refundWithoutApplication",
        );
        expect(last).toMatchObject([{ row: cellsOf(byHand, "receipts").length + 4 }]);
      }),
    );
    expect(given).toBeGreaterThan(0);
  });
});

describe("what money goes back, and what does not", () => {
  const told = (book: SiteBook, over: Cells) => codesOf(takeReceipt(book, { ...back, ...over }, entry));
  const ofRefund = (book: SiteBook) => errorsOf(book).filter((each) => each.includes("receipts 6"));
  const refund = { ...back, no: "2", amount: 5000 };

  test("an exchange after 签约 gives nothing back", () => {
    expect(told(paidUp(exchange, { signedOn: "2024-03-06" }), { amount: 90000 })).toBe(
      "refundWithoutApplication",
    );
  });

  test("another deal's exchange gives nothing of this one back", () => {
    const paid = { no: "2", date: "2024-03-05", clientId: client, unitNo, item: "房款", amount: 10000 };
    const other = { floorArea: 90, unitPrice: 3000 };
    const book = written(paidUp(undefined, {}, [paid]), [
      { kind: "append", form: "units", row: { ...other, unitNo: "1-1-0401", status: "可售" } },
      {
        kind: "append",
        form: "units",
        row: { ...other, unitNo: "1-1-0402", status: "认购", clientId: client },
      },
      {
        kind: "append",
        form: "deals",
        row: {
          ...other,
          dealId: `C${client}`,
          name: "张三",
          consultant: "王强",
          unitNo: "1-1-0402",
          subscribedOn: "2024-03-05",
          totalPrice: 270000,
        },
      },
      {
        kind: "append",
        form: "applications",
        row: {
          ...exchange,
          unitNo: "1-1-0401",
          newUnitNo: "1-1-0402",
          newTotalPrice: 270000,
          closedOn: "2024-03-09",
        },
      },
      {
        kind: "append",
        form: "applications",
        row: { ...discount, no: "SQ-20240308-02", unitNo: "1-1-0401", closedOn: "2024-03-08" },
      },
    ]);
    expect(salesLedger(book, today).deals).toHaveLength(2);
    expect(told(book, { amount: 10000 })).toBe("refundWithoutApplication");
  });

  test("a discount carried out on the day of 认购 gives back", () => {
    expect(ofRefund(paidUp({ ...discount, closedOn: "2024-03-05" }, {}, [refund]))).toEqual([]);
  });

  test("on the day of 认购 too money goes back by a paper alone", () => {
    expect(ofRefund(paidUp(undefined, {}, [{ ...refund, date: "2024-03-05" }]))).toEqual([
      "error refundWithoutApplication receipts 6",
    ]);
  });

  test("to a dearer home: what falls short of the price now is told", () => {
    const book = paidUp({ ...exchange, newTotalPrice: 300000 }, {}, [refund]);
    const short = checkWorkbook(book, today).filter(({ code }) => code === "refundedBelowPrice");
    expect(short.map(({ facts }) => facts)).toMatchObject([{ over: 5000 }]);
  });

  test("an open discount on the home that was left gives nothing back", () => {
    const dearer = { ...exchange, no: "SQ-20240309-01", newTotalPrice: 300000, closedOn: "2024-03-09" };
    const book = written(paidUp(discount, { unitNo: newUnitNo, totalPrice: 300000 }), [
      { kind: "append", form: "applications", row: dearer },
      { kind: "set", form: "receipts", row: 5, key: "unitNo", was: unitNo, value: newUnitNo },
    ]);
    expect(told(book, { unitNo: newUnitNo, amount: 5000 })).toBe("refundWithoutApplication");
  });

  test("a home still paid in full stays 已售", () => {
    const book = paidUp(
      { ...discount, closedOn: "2024-03-09" },
      { signedOn: "2024-03-06", totalPrice: 265000, unitPrice: 2944.44 },
    );
    const after = done(book, takeReceipt(book, { ...back, amount: 5000 }, entry));
    expect(cellsOf(after, "units")[0]).toMatchObject({ status: "已售" });
  });

  test("before the paper was approved: taken, and told", () => {
    expect(told(paidUp(discount), { date: "2024-03-07", amount: 5000 })).toBe("ok refundBeforeApproved");
  });

  test("an approved 退房 beside an open discount pays what it says", () => {
    const refundAll = {
      ...approved,
      kind: "退房申请",
      no: "SQ-20240308-02",
      penalty: 0,
      refund: 270000,
    };
    const book = written(paidUp(discount), [{ kind: "append", form: "applications", row: refundAll }]);
    expect(told(book, { amount: 270000 })).toBe("ok");
  });

  test("a discount down to just what was paid needs no refund first; a price nobody filled in is the deal's", () => {
    const asked = (book: SiteBook, over: Cells = {}) => {
      const known = prefillApplication(book, { kind: "特惠申请", clientId: client, unitNo }, today);
      return codesOf(applyFor(book, { ...known, ...over, reason: "示例", discountAsked: 5000 }, entry));
    };
    expect(asked(paidUp(undefined, { totalPrice: 275000, unitPrice: 3055.56 }))).toBe("ok");
    expect(asked(paidUp(undefined), { totalPrice: null })).toContain("overpaidFirst");
  });
});

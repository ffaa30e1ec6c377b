/** R12 over 申请单 that are closed: what was refunded and granted, and the deal's money. All people are invented. */
import { carryOut } from "../../../../src/domain/register/sales/carry-out";
import { checkWorkbook } from "../../../../src/domain/register/check/check-workbook";
import { applyFixes } from "../../../../src/domain/register/check/fixes";
import type { Problem } from "../../../../src/domain/register/problem";
import type { SiteBook } from "../../../../src/domain/register/site";
import { draw } from "../../draw";
import { bookOf, type Cells, cellsOf, now, today, written } from "../book-of";

const client = "LY-ZS001";
const unitNo = "1-1-0301";
const agreed = {
  salesOpinion: "同意",
  salesSigner: "陈经理",
  managerOpinion: "同意",
  managerSigner: "刘总",
  financeOpinion: "同意",
  financeSigner: "钱会计",
};
const base = {
  no: "SQ-20240306-01",
  clientId: client,
  unitNo,
  appliedOn: "2024-03-06",
  reason: "示例",
  ...agreed,
};

/** "05 大定金 50000、08 退款 5000". */
const receiptsOf = (said: string): readonly Cells[] =>
  said.split("、").flatMap((each, at): readonly Cells[] => {
    const [day = "", item = "", amount = ""] = each.split(" ");
    return each === ""
      ? []
      : [
          {
            no: String(at + 1),
            date: `2024-03-${day}`,
            clientId: client,
            unitNo,
            item,
            amount: Number(amount),
          },
        ];
  });

/** "penalty=60000 closedOn=2024-03-08". */
const cellsSaid = (said: string): Cells =>
  Object.fromEntries(
    said.split(" ").flatMap((each) => {
      const [key = "", value = ""] = each.split("=");
      return key === "" ? [] : [[key, /^\d+$/u.test(value) ? Number(value) : value] as const];
    }),
  );

const site = (application: Cells, receipts: string, deal: Cells | undefined = {}): SiteBook =>
  bookOf({
    visitors: [{ clientId: client, name: "张三", consultant: "王强" }],
    deals:
      deal === undefined
        ? []
        : [
            {
              dealId: `C${client}`,
              name: "张三",
              consultant: "王强",
              unitNo,
              subscribedOn: "2024-03-05",
              floorArea: 100,
              unitPrice: 3000,
              totalPrice: 300000,
              ...deal,
            },
          ],
    receipts: receiptsOf(receipts),
    applications: [{ ...base, ...application }],
  });

const money = (of: SiteBook): readonly Problem[] =>
  checkWorkbook(of, today).filter(({ rule }) => rule === "R12");
const codes = (of: SiteBook): string =>
  money(of)
    .map(({ code, form, key }) => `${code} ${form} ${key ?? ""}`)
    .join("、");

describe("退房", () => {
  const refunds = draw(`
    | application                                    | receipts                                              | told |
    | paid=50000 penalty=10000 closedOn=2024-03-08   | 05 大定金 50000、08 退款 40000                        |      |
    | paid=50000 penalty=10000 closedOn=2024-03-08   |                                                       |      |
    | paid=50000 penalty=10000 closedOn=2024-03-08   | 05 大定金 50000                                       | refundOutstanding applications closedOn |
    | paid=50000 penalty=10000 closedOn=2024-03-08   | 05 大定金 50000、08 退款 5000                         | refundOutstanding applications closedOn |
    | paid=50000 penalty=10000 closedOn=2024-03-10   | 05 大定金 50000                                       |      |
    | paid=50000 penalty=10000 closedOn=2024-03-08 refundOn=2024-03-10 | 05 大定金 50000                     |      |
    | paid=50000 penalty=10000 closedOn=2024-03-08 refundOn=2024-03-09 | 05 大定金 50000                     | refundOutstanding applications refundOn |
    | paid=50000 penalty=10000 refundOn=2024-03-09   | 05 大定金 50000                                       | refundOutstanding applications refundOn |
    | paid=50000 penalty=10000 refundOn=2024-03-09   | 05 大定金 50000、09 退款 40000                        |      |
    | paid=50000 penalty=50000 closedOn=2024-03-08   | 05 大定金 50000                                       |      |
    | paid=50000 penalty=60000 closedOn=2024-03-08   | 05 大定金 50000                                       | penaltyOverPaid applications penalty |
    | paid=50000 penalty=10000 closedOn=2024-03-08   | 05 大定金 50000、06 首付 30000、08 退款 40000         | paidDiffers applications paid |
    | paid=45000 penalty=0 closedOn=2024-03-08       | 05 小定金 5000、05 退款 5000、06 大定金 45000、08 退款 45000 |  |
    | paid=45000 penalty=0 closedOn=2024-03-08       | 05 小定金 5000、05 退款 5000、06 大定金 45000         | refundOutstanding applications closedOn |
  `);
  test.each(refunds)(
    "$application, receipts $receipts: $told",
    ({ application = "", receipts = "", told }) => {
      const refund = { kind: "退房申请", refundReason: "调动", ...cellsSaid(application) };
      expect(codes(site(refund, receipts))).toBe(told);
    },
  );

  test("what is wanting is said in yuan and days; a deposit that went back without a deal counts too", () => {
    const refund = {
      kind: "退房申请",
      refundReason: "调动",
      paid: 50000,
      penalty: 10000,
      closedOn: "2024-03-08",
    };
    for (const deal of [{}, undefined])
      expect(money(site(refund, "05 大定金 50000、08 退款 5000.5", deal))).toMatchObject([
        {
          code: "refundOutstanding",
          facts: { agreed: 40000, refund: 5000.5, left: 34999.5, due: "2024-03-08", days: 2 },
        },
      ]);
  });
});

describe("退房 carried out", () => {
  const refund = { kind: "退房申请", refundReason: "调动", penalty: 10000 };
  const carried = (of: SiteBook) => carryOut(of, { no: base.no, on: today }, { today, now });
  const backOf = (of: SiteBook): readonly unknown[] => {
    const decision = carried(of);
    return decision.ok
      ? decision.changes.flatMap((each) =>
          each.kind === "append" && each.form === "receipts" ? [each.row["amount"]] : [],
        )
      : decision.problems.map(({ code }) => code);
  };

  test("R12: money that came in after the application was written is not left behind: it is refused, and said", () => {
    const of = (paid: number): SiteBook => site({ ...refund, paid }, "05 大定金 50000、07 首付 30000");
    expect(carried(of(50000))).toMatchObject({
      ok: false,
      problems: [
        {
          code: "paidOutdated",
          key: "paid",
          value: 50000,
          facts: { paid: 50000, received: 80000, difference: 30000 },
        },
      ],
    });
    expect(backOf(of(80000))).toEqual([70000]);
  });

  const backs = draw(`
    | paid  | receipts                                             | back         |
    | 50000 | 05 大定金 50000                                      | 40000        |
    | 50000 |                                                      | 40000        |
    | 50000 | 05 大定金 50000、08 退款 5000                        | 35000        |
    | 50000 | 05 大定金 50000、08 退款 40000                       |              |
    | 45000 | 05 小定金 5000、05 退款 5000、06 大定金 45000        | 35000        |
    | 50000 | 05 小定金 5000、05 退款 5000、06 大定金 45000        | 35000        |
    | 45000 | 05 小定金 5000、05 退款 5000、06 大定金 45000、08 退款 1000 | 34000 |
    | 60000 | 05 大定金 50000                                      | paidOutdated |
    |       | 05 大定金 50000、08 退款 5000                        | 35000        |
  `);
  test.each(backs)("已付 $paid, receipts $receipts: $back", ({ paid, receipts = "", back }) => {
    const book = site({ ...refund, paid: paid === "" ? null : Number(paid) }, receipts);
    expect(backOf(book).join()).toBe(back);
  });
});

describe("特惠", () => {
  const discount = { kind: "特惠申请", totalPrice: 300000, unitPrice: 3000, floorArea: 100 };
  const grants = draw(`
    | application                                                    | deal                                        | told                                    |
    | discountAsked=20000 closedOn=2024-03-08                        | totalPrice=280000 unitPrice=2800            |                                         |
    | discountAsked=20000 closedOn=2024-03-08                        |                                             | discountNotFollowed deals totalPrice    |
    | discountAsked=20000 closedOn=2024-03-08                        | totalPrice=290000 unitPrice=2900            | discountNotTaken deals totalPrice       |
    | discountAsked=20000                                            |                                             |                                         |
    | discountAsked=200000 usualDiscount=200000 closedOn=2024-03-08  |                                             | discountOverPrice applications discountAsked |
    | discountAsked=20000 totalPrice=500000                          |                                             | applicationPriceDiffers applications totalPrice |
    | discountAsked=20000 totalPrice=280000 unitPrice=2800 closedOn=2024-03-08 | totalPrice=260000 unitPrice=2600  |                                         |
    | discountAsked=1 totalPrice=288000 unitPrice=1145 floorArea=251 | floorArea=251 unitPrice=1145 totalPrice=287395 | applicationPriceDiffers applications totalPrice |
  `);
  test.each(grants)("$application, the deal $deal: $told", ({ application = "", deal = "", told }) => {
    expect(codes(site({ ...discount, ...cellsSaid(application) }, "", cellsSaid(deal)))).toBe(told);
  });

  test("a granted price to the fen is right, however large the area", () => {
    const large = {
      ...discount,
      discountAsked: 1,
      totalPrice: 288000,
      unitPrice: 1145.72,
      floorArea: 251.37,
    };
    expect(codes(site(large, "", { floorArea: 251.37, unitPrice: 1145, totalPrice: 287819 }))).toBe("");
  });

  test("the fix takes the granted price over; the last of several counts, an exchange to the unit ends them", () => {
    const first = { ...base, ...discount, discountAsked: 20000, closedOn: "2024-03-07" };
    const second = { ...first, no: "SQ-20240306-02", discountAsked: 30000, closedOn: "2024-03-08" };
    const of = (...applications: readonly Cells[]): SiteBook =>
      ({
        ...site({}, ""),
        registers: {
          ...site({}, "").registers,
          applications: bookOf({ applications }).registers.applications,
        },
      }) as SiteBook;
    const book = of(second, first);
    const after = written(book, applyFixes(money(book)));
    expect(cellsOf(after, "deals")).toMatchObject([{ totalPrice: 270000, unitPrice: 2700 }]);
    expect(codes(after)).toBe("");
    const exchange = {
      ...base,
      no: "SQ-20240306-03",
      kind: "调房申请",
      unitNo: "1-1-0302",
      newUnitNo: unitNo,
      closedOn: "2024-03-09",
    };
    expect(codes(of(second, first, exchange))).toBe("");
  });
});

describe("调房", () => {
  const exchange = { kind: "调房申请", newUnitNo: "1-1-0302" };
  const onBoard = (application: Cells, unit: Cells, deal: Cells = {}): SiteBook => {
    const { site: of, registers, absent } = site({ ...exchange, ...application }, "05 大定金 50000", deal);
    const units = [
      { unitNo, floorArea: 100, unitPrice: 3000, status: "认购", clientId: client },
      { unitNo: "1-1-0302", status: "可售", ...unit },
    ];
    return {
      site: of,
      absent,
      registers: { ...registers, units: bookOf({ units }).registers.units },
    } as SiteBook;
  };

  test("closed: the new price is price × area", () => {
    const figures = "newUnitPrice=4000 newFloorArea=140 newTotalPrice=300000 closedOn=2024-03-08";
    expect(codes(site({ ...exchange, ...cellsSaid(figures) }, "", { unitNo: "1-1-0302" }))).toBe(
      "totalMismatch applications newTotalPrice",
    );
  });

  const prices = draw(`
    | application                                            | unit                         | becomes                                | hints               |
    |                                                        | floorArea=140 unitPrice=4000 | 140 ㎡ 4000 560000                     | exchangePriceListed |
    | newUnitPrice=3900                                      | floorArea=140 unitPrice=4000 | 140 ㎡ 3900 546000                     | exchangePriceListed |
    | newFloorArea=141                                       | floorArea=140 unitPrice=4000 | 141 ㎡ 4000 564000                     | exchangePriceListed |
    | newTotalPrice=560000                                   | floorArea=140 unitPrice=4000 | 140 ㎡ 4000 560000                     |                     |
    | newTotalPrice=546000                                   | floorArea=140 unitPrice=4000 | 140 ㎡ 3900 546000                     |                     |
    | newUnitPrice=3900 newFloorArea=140 newTotalPrice=546000 | floorArea=140 unitPrice=4000 | 140 ㎡ 3900 546000                    |                     |
    | newTotalPrice=546000                                   |                              | 100 ㎡ 3000 546000                     |                     |
    |                                                        |                              | exchangePriceMissing newTotalPrice     |                     |
    |                                                        | floorArea=140                | exchangePriceMissing newTotalPrice     |                     |
    | newUnitPrice=4000 newFloorArea=140 newTotalPrice=300000 | floorArea=140 unitPrice=4000 | totalMismatch newTotalPrice           |                     |
    | newTotalPrice=40000                                    | floorArea=140 unitPrice=4000 | overpaidFirst newUnitNo                |                     |
  `);
  test.each(prices)(
    "$application, the board $unit: $becomes",
    ({ application = "", unit = "", becomes, hints }) => {
      const book = onBoard(cellsSaid(application), cellsSaid(unit));
      const decision = carryOut(book, { no: base.no, on: today }, { today, now });
      if (!decision.ok) {
        expect(decision.problems.map(({ code, key }) => `${code} ${key ?? ""}`).join()).toBe(becomes);
        return;
      }
      const [deal] = cellsOf(written(book, decision.changes), "deals");
      expect([deal?.["floorArea"], "㎡", deal?.["unitPrice"], deal?.["totalPrice"]].join(" ")).toBe(becomes);
      expect(decision.hints.map(({ code }) => code).join()).toBe(hints);
      // Closed by hand, the check's own fix says the same.
      const byHand = onBoard({ ...cellsSaid(application), closedOn: today }, cellsSaid(unit));
      expect(cellsOf(written(byHand, applyFixes(checkWorkbook(byHand, today))), "deals")[0]).toMatchObject({
        unitNo: "1-1-0302",
        totalPrice: deal?.["totalPrice"],
        unitPrice: deal?.["unitPrice"],
      });
    },
  );

  test("closed by hand without any price: what is missing is said, and no fix keeps the old price", () => {
    const byHand = onBoard({ closedOn: "2024-03-08" }, {});
    const found = checkWorkbook(byHand, today).filter(({ code }) => /^exchange/u.test(code));
    expect(found).toMatchObject([
      { code: "exchangePriceMissing", form: "applications", key: "newTotalPrice" },
    ]);
    expect(found[0]?.fix).toBeUndefined();
  });
});

test("R13: what one of two buyers of a unit gives back, or exchanges, is the other's", () => {
  const refund = { kind: "退房申请", refundReason: "调动", paid: 0 };
  const exchange = { kind: "调房申请", newUnitNo: "1-1-0302" };
  const other = { dealId: "CLY-LS001", name: "李四", unitNo, subscribedOn: "2024-03-06", totalPrice: 300000 };
  for (const [application, said, signedOn, becomes] of [
    [refund, "LY-ZS001", null, "认购"],
    [refund, "LY-LS001", null, "认购"],
    [refund, "LY-ZS001", "2024-03-07", "签约"],
    [exchange, "LY-ZS001", null, "认购"],
  ] as const) {
    const { site: of, registers, absent } = site(application, "");
    const units = [
      { unitNo, floorArea: 100, unitPrice: 3000, status: "认购", clientId: said },
      { unitNo: "1-1-0302", floorArea: 140, unitPrice: 4000, status: "可售" },
    ];
    const deals = [...cellsOf({ site: of, registers, absent }, "deals"), { ...other, signedOn }];
    const drawn = bookOf({ units, deals }).registers;
    const book = {
      site: of,
      absent,
      registers: { ...registers, units: drawn.units, deals: drawn.deals },
    } as SiteBook;
    const decision = carryOut(book, { no: base.no, on: today }, { today, now });
    expect(decision.ok).toBe(true);
    const after = written(book, decision.ok ? decision.changes : []);
    expect(cellsOf(after, "units")[0]).toMatchObject({ status: becomes, clientId: "LY-LS001" });
    const told = checkWorkbook(after, today).map(({ code }) => code);
    expect(told.filter((code) => /^unit(Status|Client|Not|Twice|Has)/u.test(code))).toEqual([]);
  }
});

describe("forms 9–13: signatures", () => {
  const closed = { closedOn: "2024-03-08" };
  const unsigned = { salesSigner: null, financeSigner: "/" };
  const change = {
    kind: "户型结构变更",
    changeRequest: "打通客厅与阳台",
    engineeringOpinion: "同意",
    engineeringSigner: "孙工",
  };
  const rename = { kind: "更名申请", newName: "张三" };
  const inspected = { inspection: "符合要求", inspector: "孙工" };
  const signed = { ownerSignedOn: "2024-03-06" };
  const codesSaid = /^(closedWithout|signer)/u;
  const cases: readonly (readonly [Cells, string])[] = [
    [{ ...rename, ...closed, ...signed }, ""],
    [{ ...rename }, ""],
    [{ ...rename, ...closed }, "closedWithoutOwner ownerSignedOn "],
    [{ ...rename, ...closed, ownerSignedOn: "/" }, "closedWithoutOwner ownerSignedOn "],
    [{ ...rename, ...closed, ...signed, ...unsigned }, "signerUnnamed salesSigner 销售部、财务部"],
    [{ ...change, ...closed, ...signed, ...inspected }, ""],
    [{ ...change, ...closed, ...signed, inspection: "符合要求" }, "closedWithoutInspection inspector "],
    [{ ...change, ...closed, ...inspected }, "closedWithoutOwner ownerSignedOn "],
    [
      { ...change, ...closed, ...signed, ...inspected, engineeringSigner: "" },
      "signerUnnamed engineeringSigner 工程部",
    ],
    [{ kind: "退房申请", refundReason: "调动", paid: 0, ...closed }, ""],
  ];
  test.each(cases)("%p: %s", (application, told) => {
    const found = checkWorkbook(site(application, ""), today).filter(({ code }) => codesSaid.test(code));
    expect(
      found.map(({ code, key, facts }) => `${code} ${key ?? ""} ${String(facts?.["signers"] ?? "")}`).join(),
    ).toBe(told);
    expect(found.every(({ severity }) => severity === "warning")).toBe(true);
  });

  test("carried out here, the same is said and nobody is stopped", () => {
    for (const [application, told] of [
      [
        { ...rename, newName: "张小三", ...unsigned },
        ["renamedCareLeft", "closedWithoutOwner", "signerUnnamed"],
      ],
      [{ ...change, ...inspected, ...signed, ...unsigned }, ["signerUnnamed"]],
      [{ ...rename, newName: "张小三", ...signed }, ["renamedCareLeft"]],
    ] as const) {
      const decision = carryOut(site(application, ""), { no: base.no, on: today }, { today, now });
      expect(decision.ok ? decision.hints.map(({ code }) => code) : undefined).toEqual(told);
    }
  });
});

/** R12 and R13 over units, deals, receipts and applications. All people are invented. */
import type { CalendarDay } from "../../../../src/domain/kit/calendar-day";
import { carryOut } from "../../../../src/domain/register/sales/carry-out";
import { checkWorkbook } from "../../../../src/domain/register/check/check-workbook";
import { chasing } from "../../../../src/domain/register/sales/chasing";
import { applyFixes } from "../../../../src/domain/register/check/fixes";
import { depositStandings } from "../../../../src/domain/register/sales/deposits";
import { salesLedger } from "../../../../src/domain/register/sales/sales-ledger";
import type { Problem } from "../../../../src/domain/register/problem";
import type { SiteBook } from "../../../../src/domain/register/site";
import { weeklyReceipts } from "../../../../src/domain/register/sales/weekly-receipts";
import { draw } from "../../draw";
import { bookOf, type Cells, cellsOf, now, today, written } from "../book-of";

type Drawn = Parameters<typeof bookOf>[0];

const numbered = (rows: readonly Cells[]): readonly Cells[] =>
  rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([key, cell]) => [
        key,
        typeof cell === "string" && /^\d+(?:\.\d+)?$/u.test(cell) && !["no", "floor", "door"].includes(key)
          ? Number(cell)
          : cell === ""
            ? null
            : cell,
      ]),
    ),
  );
const rows = (text: string): readonly Cells[] => numbered(draw(text));

const people = {
  visitors: `
    | clientId | name | consultant |
    | LY-ZS001 | 张三 | 王强       |
    | LY-LS001 | 李四 | 李娜       |
  `,
};
const board = `
  | unitNo   | floorArea | unitPrice | status | clientId |
  | 1-1-0301 | 100       | 3000      | 认购   | LY-ZS001 |
  | 1-1-0302 | 80        | 3500      | 可售   |          |
`;
const deal = `
  | dealId    | name | consultant | unitNo   | subscribedOn | signedOn | floorArea | unitPrice | totalPrice |
  | CLY-ZS001 | 张三 | 王强       | 1-1-0301 | 2024-03-05   |          | 100       | 3000      | 300000     |
`;
const refund = {
  no: "SQ-20240308-01",
  kind: "退房申请",
  clientId: "LY-ZS001",
  unitNo: "1-1-0301",
  appliedOn: "2024-03-08",
  reason: "调动",
  paid: 5000,
  refundReason: "调动",
  salesOpinion: "同意",
  salesSigner: "陈经理",
  managerOpinion: "同意",
  managerSigner: "刘总",
  financeOpinion: "同意",
  financeSigner: "钱会计",
};
const exchange = {
  ...refund,
  kind: "调房申请",
  paid: null,
  refundReason: null,
  newUnitNo: "1-1-0302",
  newLayout: "2/2",
  newFloorArea: 80,
  newUnitPrice: 3500,
  newTotalPrice: 280000,
};

const book = (drawn: Drawn): SiteBook => bookOf({ ...people, ...drawn });
const told = (of: SiteBook): readonly Problem[] => checkWorkbook(of, today);
const ours = new Set(["R12", "R13"]);
const codes = (of: SiteBook): readonly string[] =>
  told(of)
    .filter(({ rule, code }) => ours.has(rule) || code === "gradeAfterRefund")
    .map(({ code, form, row, key }) => `${code} ${form} ${row ?? ""} ${key ?? ""}`);
const fixed = (of: SiteBook): SiteBook =>
  written(of, applyFixes(told(of).filter(({ rule, code }) => ours.has(rule) || code === "gradeAfterRefund")));

describe("units against deals", () => {
  test("a board that agrees with its deals is quiet", () => {
    expect(codes(book({ units: rows(board), deals: rows(deal) }))).toEqual([]);
  });

  const contradictions = draw(`
    | status | clientId | signedOn   | code                              | becomes |
    | 可售   |          |            | unitStatusDiffers units 5 status  | 认购    |
    | 保留   | LY-LS001 |            | unitStatusDiffers units 5 status  | 认购    |
    | 不可售 |          |            | unitStatusDiffers units 5 status  | 认购    |
    | 认购   | LY-LS001 |            | unitClientDiffers units 5 clientId | 认购   |
    | 认购   | LY-ZS001 | 2024-03-08 | unitStatusDiffers units 5 status  | 签约    |
    | 已售   | LY-ZS001 |            | unitStatusDiffers units 5 status  | 认购    |
  `);
  test.each(contradictions)(
    "$status of $clientId, 签约 $signedOn: $code",
    ({ status, clientId, signedOn, code, becomes }) => {
      const units = rows(board).map((row, at) =>
        at === 0
          ? { ...row, status: status ?? "", clientId: clientId === "" ? null : (clientId ?? null) }
          : row,
      );
      const deals = rows(deal).map((row) => ({
        ...row,
        signedOn: signedOn === "" ? null : (signedOn ?? null),
      }));
      const of = book({ units, deals });
      expect(codes(of)).toEqual([code]);
      const after = fixed(of);
      expect(cellsOf(after, "units")[0]).toMatchObject({
        status: becomes,
        clientId: "LY-ZS001",
        updatedOn: today,
      });
      expect(codes(after)).toEqual([]);
    },
  );

  test("a status nobody knows is quoted, an empty one is called empty", () => {
    for (const [status, state] of [
      ["已定", "已定"],
      [null, "（空）"],
    ] as const) {
      const units = rows(board).map((row, at) => (at === 0 ? { ...row, status } : row));
      const found = told(book({ units, deals: rows(deal) })).filter(
        ({ code }) => code === "unitStatusDiffers",
      );
      expect(found).toMatchObject([{ facts: { state, becomes: "认购" } }]);
    }
  });

  test("a signed deal the board calls 已售 is believed where no receipts are kept, not where they say otherwise", () => {
    const units = rows(board.replace("认购  ", "已售  "));
    const deals = rows(deal).map((row) => ({ ...row, signedOn: "2024-03-08" }));
    expect(codes(book({ units, deals }))).toEqual([]);
    const receipts = [
      { no: "1", date: "2024-03-08", clientId: "LY-ZS001", unitNo: "1-1-0301", item: "首付", amount: 90000 },
    ];
    expect(codes(book({ units, deals, receipts }))).toEqual(["unitStatusDiffers units 5 status"]);
  });

  const alone = draw(`
    | status | clientId | code                                 |
    | 签约   |          | unitWithoutClient units 5 clientId   |
    | 签约   | LY-ZS001 | unitWithoutDeal units 5 status       |
    | 可售   | LY-ZS001 | unitHasClient units 5 clientId       |
    | 保留   | LY-ZS001 |                                      |
    | 不可售 |          |                                      |
  `);
  test.each(alone)("no deal, $status of “$clientId”: $code", ({ status, clientId, code }) => {
    const units = [
      {
        unitNo: "1-1-0301",
        floorArea: 100,
        unitPrice: 3000,
        status: status ?? "",
        clientId: clientId === "" ? null : (clientId ?? null),
      },
    ];
    expect(codes(book({ units }))).toEqual(code === "" ? [] : [code]);
  });

  test("a double sale is an error with both rows; a refunded deal does not count", () => {
    const twice = [
      ...rows(deal),
      { ...rows(deal)[0], dealId: "CLY-LS001", name: "李四", unitNo: "１-1-0301" },
    ];
    const problems = told(book({ units: rows(board), deals: twice })).filter(
      ({ code }) => code === "unitTwice",
    );
    expect(problems.map(({ row, facts }) => [row, facts?.["other"], facts?.["otherName"]])).toEqual([
      [5, 6, "李四"],
      [6, 5, "张三"],
    ]);
    const applications = [{ ...refund, closedOn: "2024-03-09" }];
    const units = rows(board.replaceAll("LY-ZS001", "LY-LS001"));
    const sold = twice.map((row, at) => (at === 0 ? row : { ...row, subscribedOn: "2024-03-09" }));
    expect(codes(book({ units, deals: sold, applications }))).toEqual([]);
  });

  test("one unit, one row; units nobody knows; and nothing is said where no board is kept", () => {
    const units = [...rows(board), { ...rows(board)[1], unitNo: " 1-1-0302 " }];
    const visitors = [
      {
        clientId: "LY-ZS001",
        name: "张三",
        consultant: "王强",
        recommendedUnits: "1-1-0301、9-9-0901",
        preferredUnits: "/",
      },
    ];
    const receipts = [
      { no: "1", date: "2024-03-08", clientId: "LY-ZS001", unitNo: "8-8-0801", item: "小定金", amount: 3000 },
    ];
    expect(codes(bookOf({ visitors, units, deals: rows(deal), receipts }))).toEqual([
      "unitsNotOnBoard visitors 5 recommendedUnits",
      "unitNoTwice units 7 unitNo",
      "unitUnknown receipts 5 unitNo",
    ]);
    expect(codes(bookOf({ visitors, deals: rows(deal), receipts }))).toEqual([]);
  });
});

describe("receipts", () => {
  const held = rows(board).map((row, at) =>
    at === 1 ? { ...row, status: "保留", clientId: "LY-LS001" } : row,
  );
  const receiptsOf = (text: string) => book({ units: held, deals: rows(deal), receipts: rows(text) });
  test("a deposit on a unit that is on sale, or two people's on one: the board may sell it twice", () => {
    const [, free] = rows(board);
    const of = (text: string, unit: Cells = {}) =>
      told(book({ units: [{ ...free, ...unit }], receipts: rows(text) }))
        .filter(({ code }) => code.startsWith("deposit") && code !== "depositOverdue")
        .map(({ code, form, row, facts }) => [code, `${form} ${row ?? ""}`, facts]);
    const head = "| no | date | clientId | unitNo | item | amount |";
    const one = "| A1 | 2024-03-08 | LY-ZS001 | 1-1-0302 | 小定金 | 5000 |";
    const two = "| A2 | 2024-03-09 | LY-LS001 | 1-1-0302 | 大定金 | 9000 |";
    const back = "| A3 | 2024-03-09 | LY-ZS001 | 1-1-0302 | 退款 | 5000 |";
    const drawn = (...lines: readonly string[]) => [head, ...lines].join("\n");
    expect(of(drawn(one))).toMatchObject([
      ["depositOnSale", "units 5", { client: "LY-ZS001", paid: 5000, other: 5 }],
    ]);
    expect(of(drawn(one), { status: "保留", clientId: "LY-ZS001" })).toEqual([]);
    expect(of(drawn(one, back))).toEqual([]);
    expect(of(drawn(one, two), { status: "保留", clientId: "LY-ZS001" })).toMatchObject([
      ["depositTwice", "receipts 6", { holder: "LY-ZS001", client: "LY-LS001", other: 5 }],
    ]);
    expect(of(drawn(one, back, two), { status: "保留", clientId: "LY-LS001" })).toEqual([]);
  });

  test("refunded by one, 认购 for another on the board: a report is wanting, nothing is given back", () => {
    const given = { ...refund, clientId: "LY-LS001", unitNo: "1-1-0302", closedOn: "2024-03-09" };
    const [, free] = rows(board);
    const of = (clientId: string | null) =>
      codes(book({ units: [{ ...free, status: "认购", clientId }], applications: [given] })).filter((each) =>
        each.includes("units"),
      );
    expect(of("LY-ZS001")).toEqual(["unitWithoutDeal units 5 status"]);
    expect(of("LY-LS001")).toEqual(["unitNotReturned units 5 status"]);
    expect(of(null)).toEqual(["unitNotReturned units 5 status"]);
  });

  test("within the price, of somebody's deal, each number once: quiet", () => {
    expect(
      codes(
        receiptsOf(`
          | no  | date       | clientId | unitNo   | item   | amount |
          | A01 | 2024-03-05 | LY-ZS001 | 1-1-0301 | 小定金 | 5000   |
          | A02 | 2024-03-06 | LY-ZS001 | 1-1-0301 | 首付   | 295000 |
          | A03 | 2024-03-06 | LY-ZS001 | 1-1-0301 | 违约金 | 300    |
          | A04 | 2024-03-06 | LY-LS001 | 1-1-0302 | 小定金 | 3000   |
        `),
      ),
    ).toEqual([]);
  });

  const wrong = draw(`
    | no  | date       | clientId | unitNo   | item   | amount    | code                                      |
    | A01 | 2024-03-06 | LY-ZS001 | 1-1-0301 | 房款   | 5000      | receiptTwice receipts 6 no                |
    | a01 | 2024-03-06 | LY-ZS001 | 1-1-0301 | 房款   | 5000      | receiptTwice receipts 6 no                |
    | A02 | 2024-03-06 | LY-ZS001 | 1-1-0301 | 房款   | 295000.01 | receiptsOverPrice receipts 6 amount       |
    | A02 | 2024-03-06 | LY-LS001 | 1-1-0302 | 首付   | 1000      | receiptWithoutDeal receipts 6 item        |
    | A02 | 2024-03-06 | LY-LS001 | 1-1-0301 | 小定金 | 1000      | receiptOnOthersUnit receipts 6 unitNo     |
    | A02 | 2024-03-06 | LY-ZS001 | 1-1-0301 | 退款   | 1000      | refundWithoutApplication receipts 6 item  |
  `);
  test.each(wrong)("$no $clientId $unitNo $item $amount: $code", ({ code, ...row }) => {
    const first = {
      no: "A01",
      date: "2024-03-05",
      clientId: "LY-ZS001",
      unitNo: "1-1-0301",
      item: "小定金",
      amount: 5000,
    };
    expect(
      codes(book({ units: rows(board), deals: rows(deal), receipts: [first, ...numbered([row])] })),
    ).toEqual([code]);
  });

  test("the figures are said", () => {
    const [problem] = told(
      receiptsOf(`
        | no  | date       | clientId | unitNo   | item | amount    |
        | A01 | 2024-03-05 | LY-ZS001 | 1-1-0301 | 首付 | 300000.01 |
      `),
    ).filter(({ code }) => code === "receiptsOverPrice");
    expect(problem?.facts).toEqual({ unit: "1-1-0301", paid: 300000.01, total: 300000, over: 0.01 });
  });

  test("receipts and applications of nobody", () => {
    const receipts = [
      { no: "1", date: "2024-03-05", clientId: "LY-WW009", unitNo: "/", item: "小定金", amount: 100 },
    ];
    const applications = [{ ...refund, clientId: "LY-WW009", financeOpinion: null }];
    expect(
      told(book({ receipts, applications }))
        .filter(({ code }) => code === "clientUnknown")
        .map(({ form }) => form),
    ).toEqual(["applications", "receipts"]);
  });
});

describe("催款", () => {
  const plan = `
    | clientId | unitNo   | term | dueOn      | amount | refused |
    | LY-ZS001 | 1-1-0301 | 首付 | 2024-03-06 | 100000 |         |
    | LY-ZS001 | 1-1-0301 | 二期 | 2024-03-08 | 100000 | 是      |
    | LY-ZS001 | 1-1-0301 | 按揭 | 2024-04-08 | 100000 |         |
  `;
  const paid = rows(`
    | no | date       | clientId | unitNo   | item   | amount |
    | 1  | 2024-03-05 | LY-ZS001 | 1-1-0301 | 大定金 | 20000  |
    | 2  | 2024-03-06 | LY-ZS001 | 1-1-0301 | 首付   | 50000  |
  `);
  test("payments fill instalments by their days; the consultant first, finance when refused", () => {
    const of = book({ units: rows(board), deals: rows(deal), receipts: paid, instalments: rows(plan) });
    expect(salesLedger(of, today).deals[0]?.instalments.map(({ outstanding }) => outstanding)).toEqual([
      30000, 100000, 100000,
    ]);
    expect(codes(of)).toEqual([
      "instalmentOverdue instalments 5 dueOn",
      "instalmentRefused instalments 6 dueOn",
    ]);
    expect(
      chasing(of, today, 7).money.map(({ what, amount, daysLate, by }) => [what, amount, daysLate, by]),
    ).toEqual([
      ["首付", 30000, 4, "consultant"],
      ["二期", 100000, 2, "finance"],
    ]);
  });

  test("a deposit whose client refuses to sign is finance's to call, whether there is a deal or not", () => {
    const receipts = (refused: string) => [
      {
        no: "8",
        date: "2024-03-01",
        clientId: "LY-ZS001",
        unitNo: "1-1-0301",
        item: "大定金",
        amount: 20000,
        refused,
      },
      {
        no: "9",
        date: "2024-03-01",
        clientId: "LY-LS001",
        unitNo: "1-1-0302",
        item: "小定金",
        amount: 3000,
        refused,
      },
    ];
    const said = (refused: string) => {
      const of = book({
        units: rows(board),
        deals: rows(deal.replace("2024-03-05", "2024-03-01")),
        receipts: receipts(refused),
      });
      return [
        chasing(of, today, 7).money.map(({ kind, by }) => `${kind} ${by}`),
        codes(of).filter((code) => /^(?:sign|deposit)(?:Overdue|Refused)/u.test(code)),
      ];
    };
    expect(said("")).toEqual([
      ["signing consultant", "deposit consultant"],
      ["signOverdue deals 5 signedOn", "depositOverdue receipts 6 date"],
    ]);
    expect(said("否")).toEqual(said(""));
    expect(said("是")).toEqual([
      ["signing finance", "deposit finance"],
      ["signRefused deals 5 signedOn", "signRefused receipts 6 date"],
    ]);
  });

  test("a plan that does not sum to the price", () => {
    const short = rows(plan).slice(2);
    expect(
      codes(book({ units: rows(board), deals: rows(deal), receipts: paid, instalments: short })),
    ).toEqual(["planUnderPrice instalments 5 amount"]);
  });

  test("认购 without 签约, and deposits without a deal, past the agreed days", () => {
    const late = rows(deal.replace("2024-03-05", "2024-03-02"));
    const lone = [
      { no: "9", date: "2024-03-01", clientId: "LY-LS001", unitNo: "1-1-0302", item: "小定金", amount: 3000 },
    ];
    expect(codes(book({ units: rows(board), deals: late, receipts: lone }))).toEqual([
      "signOverdue deals 5 signedOn",
      "depositOnSale units 6 status",
      "depositOverdue receipts 5 date",
    ]);
    // One given back, two given since, one of them on that day: these wait.
    const again = [
      ...lone,
      { ...lone[0], no: "10", date: "2024-03-02", item: "退款" },
      { ...lone[0], no: "11", date: "2024-03-02" },
      { ...lone[0], no: "12", date: "2024-03-04" },
    ];
    const { money } = chasing(book({ units: rows(board), receipts: again }), today, 5);
    expect(money.map(({ row }) => row)).toEqual([7, 8]);
    // Neither board nor money is kept here: nothing more is asked than before.
    expect(codes(book({ deals: late }))).toEqual([]);
    expect(chasing(book({ deals: late }), today, 8)).toEqual({ money: [], papers: [] });
  });

  test("the owner now goes to the client, whosever the deal is; a deposit without a deal has one too", () => {
    const sold = rows(deal.replace("2024-03-05", "2024-03-02"));
    const receipts = rows(`
      | no | date       | clientId | unitNo   | item   | amount |
      | 9  | 2024-03-01 | LY-LS001 | 1-1-0302 | 小定金 | 3000   |
    `);
    const names = ["王强", "李娜", "赵敏"];
    const who = (grades: readonly Cells[] | undefined, gone: readonly string[], deals = sold) => {
      const about = {
        units: rows(board),
        deals,
        receipts,
        instalments: rows(plan),
        ...(grades && { grades }),
      };
      const asked = bookOf(
        { ...people, ...about },
        { consultants: names.map((name) => ({ name, active: !gone.includes(name), group: "" })) },
      );
      expect(salesLedger(asked, today).deals[0]?.consultant).toBe(deals[0]?.["consultant"]);
      const first = checkWorkbook(asked, today).find(({ code }) => code === "instalmentOverdue");
      const found = Object.fromEntries(
        chasing(asked, today, 7).money.map(({ kind, consultant }) => [kind, consultant]),
      );
      expect(first?.facts?.["consultant"]).toBe(found["instalment"]);
      return [found["signing"], found["instalment"], found["deposit"]];
    };
    const owners = (sale: string, deposit: string) =>
      [
        ["LY-ZS001", sale],
        ["LY-LS001", deposit],
      ].map(([clientId = "", consultant = ""]) => ({ clientId, consultant, reachedC: "2024-03-01" }));
    // As 来访登记 has them; as 等级跟踪 has them, in whatever spelling; handed over; left.
    expect(who(undefined, [])).toEqual(["王强", "王强", "李娜"]);
    expect(who(owners("王　强", "赵 敏"), [])).toEqual(["王强", "王强", "赵敏"]);
    expect(who(owners("赵敏", "赵敏"), [])).toEqual(["赵敏", "赵敏", "赵敏"]);
    expect(who(owners("赵敏", "赵敏"), ["王强"])).toEqual(["赵敏", "赵敏", "赵敏"]);
    // The one who has left is not sent while another of them is there.
    expect(who(owners("赵敏", "李娜"), ["赵敏"])).toEqual(["王强", "王强", "李娜"]);
    const another = sold.map((each) => ({ ...each, consultant: "赵敏" }));
    expect(who(undefined, ["赵敏"], another)).toEqual(["王强", "王强", "李娜"]);
  });

  test("a mortgage paper past its day", () => {
    const mortgagePapers = rows(`
      | clientId | unitNo   | paper  | dueOn      | handedInOn |
      | LY-ZS001 | 1-1-0301 | 身份证 | 2024-03-06 | 2024-03-07 |
      | LY-ZS001 | 1-1-0301 | 户口本 | 2024-03-06 |            |
      | LY-ZS001 | 1-1-0301 | 结婚证 | 2024-03-10 |            |
    `);
    expect(codes(book({ units: rows(board), deals: rows(deal), mortgagePapers }))).toEqual([
      "paperOverdue mortgagePapers 6 dueOn",
    ]);
  });
});

describe("applications", () => {
  const on = (over: Cells, more: Drawn = {}) =>
    book({ units: rows(board), deals: rows(deal), applications: [{ ...refund, ...over }], ...more });
  const wrong = draw(`
    | over                                 | code                                            |
    | no=                                  | applicationUnnumbered applications 5 no         |
    | salesOpinion=                        | opinionOutOfOrder applications 5 managerOpinion |
    | closedOn=2024-03-07                  | closedBeforeApplied applications 5 closedOn     |
    | financeOpinion=,closedOn=2024-03-09  | closedWithoutApproval applications 5 closedOn   |
    | managerOpinion=不同意,closedOn=2024-03-09 | closedThoughRejected applications 5 closedOn |
    | managerOpinion=暂不同意,closedOn=2024-03-09 | closedThoughRejected applications 5 closedOn |
    | managerOpinion=待定,closedOn=2024-03-09 | closedWithoutApproval applications 5 closedOn |
    | managerOpinion=待定                  | opinionUnclear applications 5 managerOpinion    |
    | penalty=5001                         | penaltyOverPaid applications 5 penalty          |
    | unitNo=1-1-0302                      | noLiveDeal applications 5 unitNo                |
  `);
  const thirdAndFourth = `
    | unitNo   | floorArea | unitPrice | status | clientId |
    | 1-1-0303 | 80        | 3500      | 认购   | LY-LS001 |
    | 1-1-0304 | 80        | 3500      | 不可售 |          |
  `;
  const theirs = { ...rows(deal)[0], dealId: "CLY-LS001", name: "李四", unitNo: "1-1-0303" };
  const others = { floorArea: 80, unitPrice: 3500, totalPrice: 280000 };
  const exchanging = (over: Cells) =>
    book({
      units: [...rows(board), ...rows(thirdAndFourth)],
      deals: [...rows(deal), { ...theirs, ...others }],
      applications: [{ ...exchange, ...over }],
    });
  const goals = draw(`
    | newUnitNo | closedOn   | codes                                                                 | sheet    | other |
    | 1-1-0302  |            |                                                                       |          |       |
    | 1-1-0301  |            | exchangeSameUnit applications 5 newUnitNo                             |          |       |
    | 1-1-0301  | 2024-03-09 | exchangeSameUnit applications 5 newUnitNo                             |          |       |
    | 1-1-0303  |            | exchangeToTaken applications 5 newUnitNo                              | 成交报告 | 6     |
    | 1-1-0304  |            | exchangeToTaken applications 5 newUnitNo                              | 销控表   | 8     |
    | 1-1-0304  | 2024-03-09 | exchangeToTaken applications 5 newUnitNo                              | 销控表   | 8     |
    | 1-1-0303  | 2024-03-09 | unitTwice deals 5 unitNo, unitTwice deals 6 unitNo, exchangeToTaken applications 5 newUnitNo | 成交报告 | 6 |
  `);
  test.each(goals)(
    "调房 to $newUnitNo, closed $closedOn: $codes",
    ({ newUnitNo, closedOn, codes: wanted, sheet, other }) => {
      const of = exchanging({
        newUnitNo: newUnitNo ?? "",
        closedOn: closedOn === "" ? null : (closedOn ?? null),
      });
      expect(codes(of).toSorted()).toEqual(wanted === "" ? [] : (wanted ?? "").split(", ").toSorted());
      if (sheet === "") return;
      const [taken] = told(of).filter(({ code }) => code === "exchangeToTaken");
      expect(taken).toMatchObject({ facts: { sheet, other: Number(other) } });
      // Nothing is put right by itself.
      expect(cellsOf(fixed(of), "units")).toEqual(cellsOf(of, "units"));
    },
  );

  test("the same asked for twice, and a deal refunded twice, is found with both rows; once closed, a new one may be asked for", () => {
    const again = (one: Cells, two: Cells) =>
      told(
        book({
          units: rows(
            board
              .replace("认购  ", one["closedOn"] === undefined ? "认购  " : "可售  ")
              .replace("LY-ZS001", one["closedOn"] === undefined ? "LY-ZS001" : "        "),
          ),
          deals: rows(deal),
          applications: [
            { ...refund, ...one },
            { ...refund, no: "SQ-20240308-02", ...two },
          ],
        }),
      )
        .filter(({ code }) => code === "applicationTwice")
        .map(({ row, facts }) => [row, facts?.["other"], facts?.["no"]]);
    const found = [[6, 5, "SQ-20240308-01"]];
    expect(again({}, {})).toEqual(found);
    expect(again({ closedOn: "2024-03-09" }, { closedOn: "2024-03-09" })).toEqual(found);
    expect(again({ managerOpinion: "不同意" }, {})).toEqual([]);
    expect(again({}, { kind: "更名申请", newName: "赵六" })).toEqual([]);
  });

  test.each(wrong)("$over: $code", ({ over, code }) => {
    const cells = Object.fromEntries(
      (over ?? "").split(",").map((pair) => {
        const [key = "", value = ""] = pair.split("=");
        return [key, value === "" ? null : /^\d+$/u.test(value) ? Number(value) : value];
      }),
    );
    expect(codes(on(cells))).toContain(code);
  });

  test("a number two papers share: the later gets the next of its day", () => {
    const twice = {
      ...refund,
      kind: "特惠申请",
      discountAsked: 1,
      managerOpinion: null,
      financeOpinion: null,
    };
    const of = book({
      units: rows(board),
      deals: rows(deal),
      applications: [refund, twice, { ...twice, kind: "户型结构变更", discountAsked: null, no: null }],
    });
    expect(codes(of)).toEqual([
      "applicationNumberTwice applications 6 no",
      "refundComesFirst applications 6 kind",
      "applicationUnnumbered applications 7 no",
      "applicationsBeside applications 7 kind",
    ]);
    const day = refund.appliedOn.replaceAll("-", "");
    expect(cellsOf(fixed(of), "applications").map((row) => row["no"])).toEqual([
      refund.no,
      `SQ-${day}-02`,
      `SQ-${day}-03`,
    ]);
  });

  test("an approved refund under way is quiet; what was paid is held against the receipts", () => {
    expect(codes(on({}))).toEqual([]);
    const receipts = [
      { no: "1", date: "2024-03-05", clientId: "LY-ZS001", unitNo: "1-1-0301", item: "小定金", amount: 4000 },
    ];
    expect(codes(on({}, { receipts }))).toEqual(["paidDiffers applications 5 paid"]);
  });

  test("a refund carried out by hand: the unit is returned and the grade reopened by one fix", () => {
    const grades = [
      { clientId: "LY-ZS001", consultant: "王强", reachedA: "2024-03-01", reachedDeal: "2024-03-05" },
    ];
    const of = on({ closedOn: "2024-03-09" }, { grades });
    expect(codes(of)).toEqual(["gradeAfterRefund grades 5 reachedDeal", "unitNotReturned units 5 status"]);
    const after = fixed(of);
    expect(cellsOf(after, "units")[0]).toMatchObject({ status: "可售", clientId: null });
    expect(cellsOf(after, "grades")[0]).toMatchObject({ reachedA: "2024-03-09", reachedDeal: "2024-03-05" });
    expect(
      told(after)
        .filter(({ rule }) => rule === "R4")
        .map(({ code }) => code),
    ).toEqual(["gradeRowMissing"]);
    expect(codes(after)).toEqual([]);
  });

  test("a refund dated before the deal it closes: the day is asked about, the unit stays returned", () => {
    const of = on({ closedOn: "2024-03-04", appliedOn: "2024-03-04" }, {});
    expect(codes(of)).toContain("closedBeforeSubscribed applications 5 closedOn");
    expect(codes(of)).toContain("unitNotReturned units 5 status");
  });

  test("the same unit refunded and bought again: the newest row may stand first", () => {
    const [first] = rows(deal);
    const again = { ...first, subscribedOn: "2024-03-10" };
    const of = (both: readonly Cells[]): SiteBook => on({ closedOn: "2024-03-09" }, { deals: both });
    for (const both of [
      [first ?? {}, again],
      [again, first ?? {}],
    ])
      expect(salesLedger(of(both), today).liveOn.get("1-1-0301")).toMatchObject([
        { subscribedOn: "2024-03-10" },
      ]);
  });

  test("an exchange carried out by hand: one fix moves the deal and both units", () => {
    const of = on({ ...exchange, closedOn: "2024-03-09" });
    expect(codes(of)).toContain("exchangeNotFollowed deals 5 unitNo");
    const after = fixed(of);
    expect(cellsOf(after, "deals")[0]).toMatchObject({
      unitNo: "1-1-0302",
      floorArea: 80,
      totalPrice: 280000,
    });
    expect(cellsOf(after, "units").map(({ status, clientId }) => [status, clientId])).toEqual([
      ["可售", null],
      ["认购", "LY-ZS001"],
    ]);
    expect(codes(after)).toEqual([]);
  });

  test("an exchange after signing, asked or carried out", () => {
    const signed = { deals: rows(deal).map((row) => ({ ...row, signedOn: "2024-03-06" })) };
    expect(codes(on(exchange, signed))).toContain("exchangeAfterSigning applications 5 unitNo");
    expect(codes(on({ ...exchange, closedOn: "2024-03-09" }, signed))).toContain(
      "exchangeAfterSigning applications 5 unitNo",
    );
    const later = {
      deals: rows(deal).map((row) => ({ ...row, unitNo: "1-1-0302", signedOn: "2024-03-09" })),
    };
    expect(codes(on({ ...exchange, closedOn: "2024-03-09" }, later))).not.toContain(
      "exchangeAfterSigning applications 5 unitNo",
    );
  });

  test("a rename carried out by hand", () => {
    const of = on({
      ...refund,
      kind: "更名申请",
      newName: "张小三",
      ownerSignedOn: "2024-03-08",
      closedOn: "2024-03-09",
    });
    expect(codes(of)).toEqual(["renameNotFollowed deals 5 name"]);
    expect(cellsOf(fixed(of), "deals")[0]?.["name"]).toBe("张小三");
  });

  // 成交 "05 301 张三", 申请 "07 更名 301 张小三", "08 退房 301", "09 调房 302 301", in March, in the order of the rows.
  const renames = draw(`
    | what                                      | deals                        | done                                          | name   |
    | the last by its day, the newest on top    | 05 301 张大三                | 08 更名 301 张大三、07 更名 301 张小三        |        |
    | that name is not the deal's yet           | 05 301 张小三                | 08 更名 301 张大三、07 更名 301 张小三        | 张大三 |
    | given back, and bought anew that day      | 05 301 张小三、08 301 张三   | 08 更名 301 张小三、08 退房 301               |        |
    | the one bought anew is renamed            | 05 301 张三、08 301 张三     | 08 退房 301、08 更名 301 张小三               | 张小三 |
    | another home's deal came after it went    | 05 301 张小三、05 301 张三   | 07 更名 301 张小三、08 退房 301、09 调房 302 301 |     |
  `);
  test.each(renames)("a rename: $what, $name", ({ deals = "", done = "", name }) => {
    const [first = {}] = rows(deal);
    const words = (said: string): readonly (readonly string[])[] =>
      said.split("、").map((each) => each.split(" "));
    const unit = (said = ""): string => (said === "" ? "" : `1-1-0${said}`);
    const of = book({
      deals: words(deals).map(([on = "", door, said = ""]) => ({
        ...first,
        unitNo: unit(door),
        subscribedOn: `2024-03-${on}`,
        name: said,
      })),
      applications: words(done).map(([on = "", kind = "", door, more = ""], at) => ({
        ...refund,
        no: `SQ-202403${on}-0${at + 1}`,
        kind: `${kind}申请`,
        unitNo: unit(door),
        paid: kind === "退房" ? 0 : null,
        ...(kind === "更名" ? { newName: more } : kind === "调房" ? { newUnitNo: unit(more) } : {}),
        closedOn: `2024-03-${on}`,
      })),
    });
    const said = told(of).filter(({ code }) => code === "renameNotFollowed");
    expect(said.map(({ fix }) => fix?.[0]?.kind === "set" && fix[0].value)).toEqual(
      name === "" ? [] : [name],
    );
  });

  test("a discounted price may be a yuan and more off its unit price times a large area, when it was granted", () => {
    const large = rows(deal).map((row) => ({ ...row, floorArea: 777, unitPrice: 386.1, totalPrice: 299997 }));
    const granted = {
      ...refund,
      kind: "特惠申请",
      discountAsked: 3,
      totalPrice: 300000,
      closedOn: "2024-03-09",
    };
    expect(codes(book({ deals: large }))).toEqual(["totalMismatch deals 5 totalPrice"]);
    expect(codes(book({ deals: large, applications: [granted] }))).toEqual([]);
  });
});

describe("R5: deposits", () => {
  const states = draw(`
    | deal | signed     | receipts          | refunded | state     |
    |      |            |                   |          |           |
    |      |            | 小定金            |          | deposit   |
    |      |            | 小定金、退款      |          | withdrawn |
    | yes  |            |                   |          | deposit   |
    | yes  |            | 大定金            |          | deposit   |
    | yes  | 2024-03-08 | 大定金            |          |           |
    | yes  |            | 大定金、退款      | yes      | withdrawn |
    | yes  | 2024-03-08 | 大定金            | yes      |           |
    |      |            | 违约金            |          |           |
    |      |            | 小定金、退款、大定金@2024-03-07 |     | deposit   |
    |      |            | 小定金、退款@2024-03-07 |    | withdrawn |
    |      |            | 大定金@2024-03-07、小定金、退款@2024-03-07 | | deposit |
    |      |            | 大定金@2024-03-07、小定金、退款、退款@2024-03-07 | | withdrawn |
    | yes  | 2024-03-08 | 大定金、退款@2024-03-09、小定金@2024-03-10 | yes | deposit |
    |      |            | 小定金@、退款     |          | withdrawn |
    |      |            | 小定金、退款@     |          | deposit   |
  `);
  test.each(states)("deal $deal, 签约 “$signed”, $receipts, refunded $refunded: $state", (each) => {
    const receipts = (each["receipts"] ?? "")
      .split("、")
      .filter((item) => item !== "")
      .map((said, at) => {
        const [item = "", date = "2024-03-06"] = said.split("@");
        return {
          no: String(at),
          date: date || null,
          clientId: "LY-ZS001",
          unitNo: "1-1-0301",
          item,
          amount: 10,
        };
      });
    const of = book({
      deals:
        each["deal"] === "yes" ? rows(deal).map((row) => ({ ...row, signedOn: each["signed"] || null })) : [],
      receipts,
      applications: each["refunded"] === "yes" ? [{ ...refund, closedOn: "2024-03-09" }] : [],
    });
    expect(depositStandings(of, today).get("LY-ZS001" as never)?.state ?? "").toBe(each["state"]);
  });
});

describe("R13: receipts against sales by the week", () => {
  test("the week's and cumulative; refunds and refunded deals are taken off; 违约金 is no payment", () => {
    const of = book({
      deals: rows(`
        | dealId    | name | unitNo   | subscribedOn | totalPrice |
        | CLY-ZS001 | 张三 | 1-1-0301 | 2024-02-21   | 300000     |
        | CLY-LS001 | 李四 | 1-1-0302 | 2024-03-05   | 280000     |
      `),
      receipts: rows(`
        | no | date       | clientId | unitNo   | item   | amount | verified |
        | 1  | 2024-02-21 | LY-ZS001 | 1-1-0301 | 小定金 | 5000.1 | 已核对   |
        | 2  | 2024-03-05 | LY-LS001 | 1-1-0302 | 首付   | 80000.2 |         |
        | 3  | 2024-03-10 | LY-ZS001 | 1-1-0301 | 退款   | 4000   | 未核对   |
        | 4  | 2024-03-10 | LY-ZS001 | 1-1-0301 | 违约金 | 1000.1 | 已核对   |
        | 5  | 2024-03-11 | LY-LS001 | 1-1-0302 | 房款   | 7      |          |
      `),
      applications: [{ ...refund, closedOn: "2024-03-10" }],
    });
    const weeks = weeklyReceipts(salesLedger(of, today), today);
    expect(weeks.map(({ from, to }) => `${from} ${to}`)).toEqual([
      "2024-02-19 2024-02-25",
      "2024-02-26 2024-03-03",
      "2024-03-04 2024-03-10",
    ]);
    expect(
      weeks.map(({ net, cumulativeNet, sales, cumulativeSales, units, unverified }) => [
        net,
        cumulativeNet,
        sales,
        cumulativeSales,
        units,
        unverified,
      ]),
    ).toEqual([
      [5000.1, 5000.1, 0, 0, 0, 0],
      [0, 5000.1, 0, 0, 0, 0],
      [75000.1, 80000.2, 280000, 280000, 1, 2],
    ]);
    expect(weeklyReceipts(salesLedger(bookOf(), today), "2024-03-10" as CalendarDay)).toEqual([]);
  });
});

describe("R13: 办结日期 in days to come", () => {
  const ahead = { ...refund, closedOn: "2034-03-09", salesOn: "2034-03-08" };

  test("nothing has happened yet: the deal stands, nobody is told to free the unit; the day itself is said", () => {
    const of = book({ units: rows(board), deals: rows(deal), applications: [ahead] });
    expect(salesLedger(of, today).applications).toMatchObject([
      { status: "已批准", carriedOut: false, closedOn: undefined },
    ]);
    expect(salesLedger(of, today).deals[0]?.closedBy).toBeUndefined();
    expect(codes(of)).toEqual([]);
    expect(
      told(of).flatMap(({ code, form, key }) => (code === "future" ? [`${form} ${key ?? ""}`] : [])),
    ).toEqual(["applications salesOn", "applications closedOn"]);
  });

  test("carrying it out takes the day over", () => {
    const of = book({ units: rows(board), deals: rows(deal), applications: [ahead] });
    const decision = carryOut(of, { no: refund.no, on: today }, { today, now });
    const after = written(of, decision.ok ? decision.changes : []);
    expect(cellsOf(after, "applications")[0]).toMatchObject({ closedOn: today });
    expect(cellsOf(after, "units")[0]).toMatchObject({ status: "可售", clientId: null });
  });
});

/** 申请, 审批, 办结: forms 9–13, R12, R13. All people are invented. */
import type { ApplicationKind } from "../../../../src/domain/forms/applications";
import type { CalendarDay } from "../../../../src/domain/kit/calendar-day";
import { applyFor, prefillApplication, prefillNewUnit } from "../../../../src/domain/register/sales/apply";
import { giveOpinion } from "../../../../src/domain/register/sales/approve";
import { carryOut } from "../../../../src/domain/register/sales/carry-out";
import { checkWorkbook } from "../../../../src/domain/register/check/check-workbook";
import { reportDeal } from "../../../../src/domain/register/sales/report-deal";
import type { Change } from "../../../../src/domain/register/change";
import type { Decision } from "../../../../src/domain/register/decision";
import { salesLedger } from "../../../../src/domain/register/sales/sales-ledger";
import type { SiteBook } from "../../../../src/domain/register/site";
import type { ClientNumber } from "../../../../src/domain/rules/client-number";
import { signersOf } from "../../../../src/domain/rules/approval";
import { draw } from "../../draw";
import { bookOf, cellsOf, now, today, written } from "../book-of";

const entry = { today, now };
const zhang = "LY-ZS001" as ClientNumber;

const units = draw(`
  | unitNo   | building | section | floor | door | layout | floorArea | unitPrice | status | clientId |
  | 1-1-0301 | 1        | 1       | 3     | 01   | 3/2    | 92.5      | 3600      | 认购   | LY-ZS001 |
  | 1-1-0302 | 1        | 1       | 3     | 02   | 2/2    | 80        | 3700      | 可售   |          |
  | 1-1-0303 | 1        | 1       | 3     | 03   | 2/2    | 80        | 3700      | 认购   | LY-LS001 |
  | 1-1-0304 | 1        | 1       | 3     | 04   | 2/2    | 80        | 3700      | 保留   | LY-LS001 |
`);
const site = (over: Readonly<Record<string, string>> = {}): SiteBook =>
  bookOf({
    visitors: `
      | clientId | name | consultant | mobile      |
      | LY-ZS001 | 张三 | 王强       | 13803791234 |
      | LY-LS001 | 李四 | 李娜       | 13903791234 |
    `,
    grades: `
      | clientId | consultant | reachedB   | reachedA   | reachedDeal |
      | LY-ZS001 | 王强       | 2024-02-20 | 2024-02-25 | 2024-03-01  |
      | LY-LS001 | 李娜       |            |            | 2024-03-01  |
    `,
    deals: [
      {
        dealId: "CLY-ZS001",
        name: "张三",
        consultant: "王强",
        unitNo: "1-1-0301",
        location: "1-1-3-01",
        subscribedOn: "2024-03-01",
        layout: "3/2",
        floorArea: 92.5,
        unitPrice: 3600,
        totalPrice: 333000,
        ...over,
      },
      { dealId: "CLY-LS001", name: "李四", unitNo: "1-1-0303", subscribedOn: "2024-03-01" },
    ],
    units: units.map((unit) => ({
      ...unit,
      floorArea: Number(unit["floorArea"]),
      unitPrice: Number(unit["unitPrice"]),
    })),
    receipts: [
      {
        no: "0000101",
        date: "2024-03-01",
        clientId: zhang,
        unitNo: "1-1-0301",
        item: "小定金",
        amount: 5000,
      },
      {
        no: "0000102",
        date: "2024-03-02",
        clientId: zhang,
        unitNo: "1-1-0301",
        item: "大定金",
        amount: 15000.5,
      },
    ],
    instalments: [{ clientId: zhang, unitNo: "1-1-0301", term: "首付", dueOn: "2024-03-20", amount: 100000 }],
  });

const changesOf = (decision: Decision): readonly Change[] => {
  if (!decision.ok) throw new Error(decision.problems.map(({ code }) => code).join());
  return decision.changes;
};
const codesOf = (decision: Decision): readonly string[] =>
  (decision.ok ? decision.hints : decision.problems).map(({ code }) => code);

const asked: Readonly<Record<ApplicationKind, Readonly<Record<string, string>>>> = {
  户型结构变更: { changeRequest: "打通客厅与阳台" },
  特惠申请: { usualDiscount: "3000", discountAsked: "5000" },
  退房申请: { refundReason: "工作调动", penalty: "5000" },
  更名申请: { newName: "张小三" },
  调房申请: {
    newUnitNo: "1-1-0302",
    newLayout: "2/2",
    newFloorArea: "80",
    newUnitPrice: "3700",
    newTotalPrice: "296000",
  },
};

const apply = (
  book: SiteBook,
  kind: ApplicationKind,
  more: Readonly<Record<string, string>> = {},
): Decision =>
  applyFor(
    book,
    {
      ...prefillApplication(book, { kind, clientId: zhang }, today),
      reason: "客户要求",
      ...asked[kind],
      ...more,
    },
    entry,
  );

const no = "SQ-20240310-01";
/** Made, and signed by all. */
const approved = (
  book: SiteBook,
  kind: ApplicationKind,
  more: Readonly<Record<string, string>> = {},
): SiteBook => {
  const made = written(book, changesOf(apply(book, kind, more)));
  const own = String(cellsOf(made, "applications").at(-1)?.["no"]);
  return signersOf(kind).reduce(
    (so, signer) =>
      written(
        so,
        changesOf(giveOpinion(so, { no: own, signer, opinion: "同意", name: "陈经理", on: today }, entry)),
      ),
    made,
  );
};

const row = (
  book: SiteBook,
  form: "units" | "deals" | "grades" | "receipts" | "applications" | "instalments",
  at = 0,
) => cellsOf(book, form)[at] ?? {};

describe("R13: several applications of one deal", () => {
  const second = "SQ-20240310-02";
  const sisterCodes = ["applicationsBeside", "refundComesFirst"];
  const checked = (book: SiteBook) =>
    checkWorkbook(book, today)
      .filter(({ code }) => sisterCodes.includes(code))
      .map(({ code, row: at, facts }) => [code, at, facts?.["others"] ?? facts?.["no"]]);
  const severities = (book: SiteBook) =>
    checkWorkbook(book, today)
      .filter(({ code }) => sisterCodes.includes(code))
      .map(({ severity }) => severity);

  test.each(
    draw(`
      | first    | then         | code               |
      | 退房申请 | 调房申请     | refundComesFirst   |
      | 退房申请 | 更名申请     | refundComesFirst   |
      | 退房申请 | 特惠申请     | refundComesFirst   |
      | 退房申请 | 户型结构变更 | applicationsBeside |
      | 调房申请 | 更名申请     | applicationsBeside |
      | 特惠申请 | 户型结构变更 | applicationsBeside |
    `),
  )(
    "$then beside an approved $first: $code when it is made, when it is carried out and by the check",
    (each) => {
      const [first, then] = [each["first"] as ApplicationKind, each["then"] as ApplicationKind];
      const stops = each["code"] === "refundComesFirst";
      const one = approved(site(), first);
      const made = apply(one, then);
      expect(made.ok && made.hints.map(({ code, severity }) => [code, severity])).toEqual([
        [each["code"], stops ? "warning" : "hint"],
      ]);
      const both = approved(one, then);
      const asked = { no: second, on: today, inspection: "符合要求", inspector: "孙工" };
      const closing = carryOut(both, asked, entry);
      expect(closing.ok).toBe(!stops);
      expect(codesOf(closing)).toContain(each["code"]);
      expect(checked(both)).toEqual([[each["code"], 6, stops ? no : `${no} ${first}（已批准）`]]);
      expect(severities(both)).toEqual([stops ? "warning" : "hint"]);
    },
  );

  test("an approved refund below stops what stands above it, and is carried out with the others named", () => {
    const book = approved(approved(site(), "更名申请"), "退房申请");
    expect(checked(book)).toEqual([["refundComesFirst", 5, second]]);
    expect(codesOf(carryOut(book, { no, on: today }, entry))).toEqual(["refundComesFirst"]);
    const closing = carryOut(book, { no: second, on: today }, entry);
    expect(closing).toMatchObject({ ok: true });
    expect(closing.ok && closing.hints.find(({ code }) => code === "applicationsBeside")).toMatchObject({
      facts: { n: 1, others: `${no} 更名申请（已批准）` },
    });
    expect(checked(written(book, changesOf(closing)))).toEqual([]);
  });

  test("every other one is named; those turned down, carried out or of another deal are none", () => {
    let book = written(site(), changesOf(apply(site(), "退房申请")));
    book = written(book, changesOf(apply(book, "更名申请")));
    const third = apply(book, "特惠申请");
    expect(third.ok && third.hints).toMatchObject([
      {
        code: "applicationsBeside",
        facts: { n: 2, others: `${no} 退房申请（草稿）、${second} 更名申请（草稿）` },
      },
    ]);
    book = written(book, changesOf(third));
    expect(checked(book)).toEqual([
      ["applicationsBeside", 6, `${no} 退房申请（草稿）`],
      ["applicationsBeside", 7, `${no} 退房申请（草稿）、${second} 更名申请（草稿）`],
    ]);
    const turnedDown = written(
      book,
      [no, second].flatMap((each) =>
        changesOf(
          giveOpinion(
            book,
            { no: each, signer: "sales", opinion: "不同意", name: "陈经理", on: today },
            entry,
          ),
        ),
      ),
    );
    expect(checked(turnedDown)).toEqual([]);
    const others = bookOf({
      applications: [
        { no, kind: "退房申请", clientId: zhang, unitNo: "1-1-0301", appliedOn: today },
        { no: second, kind: "更名申请", clientId: "LY-LS001", unitNo: "1-1-0303", appliedOn: today },
      ],
    });
    expect(checked(others)).toEqual([]);
    // Nor is another client's named where one is made, nor one of another unit of this client.
    const elsewhere = bookOf({
      applications: [
        { no, kind: "更名申请", clientId: "LY-LS001", unitNo: "1-1-0303", appliedOn: today },
        { no: second, kind: "更名申请", clientId: zhang, unitNo: "1-1-0302", appliedOn: today },
      ],
    }).registers.applications;
    const { registers } = site();
    const book2 = { ...site(), registers: { ...registers, applications: elsewhere } } as SiteBook;
    expect(codesOf(apply(book2, "特惠申请"))).not.toContain("applicationsBeside");
  });

  test("two of a kind are told as two of a kind alone; one without a number is named by its kind", () => {
    const of = { clientId: zhang, unitNo: "1-1-0301", appliedOn: today };
    const twice = bookOf({
      applications: [
        { ...of, no, kind: "更名申请" },
        { ...of, no: second, kind: "更名申请" },
      ],
    });
    expect(checked(twice)).toEqual([]);
    expect(checkWorkbook(twice, today).map(({ code }) => code)).toContain("applicationTwice");
    const unnumbered = bookOf({
      applications: [
        { ...of, kind: "更名申请" },
        { ...of, no: second, kind: "特惠申请" },
      ],
    });
    expect(checked(unnumbered)).toEqual([["applicationsBeside", 6, "更名申请（草稿）"]]);
  });
});

describe("申请", () => {
  test("blanks are filled from the deal: unit and where it is, day, area, prices, what was paid, the receipts", () => {
    expect(prefillApplication(site(), { kind: "退房申请", clientId: zhang }, today)).toEqual({
      kind: "退房申请",
      clientId: zhang,
      unitNo: "1-1-0301",
      bookedOn: "2024-03-01",
      layout: "3/2",
      floorArea: 92.5,
      unitPrice: 3600,
      totalPrice: 333000,
      consultant: "王强",
      appliedOn: today,
      building: "1",
      section: "1",
      floor: "3",
      door: "01",
      paid: 20000.5,
      oldReceipt: "0000101、0000102",
    });
    expect(prefillNewUnit(salesLedger(site(), today), "１-1-0302")).toEqual({
      newLayout: "2/2",
      newFloorArea: 80,
      newUnitPrice: 3700,
      newTotalPrice: 296000,
    });
  });

  test("the number counts within the day", () => {
    const first = changesOf(apply(site(), "退房申请"));
    expect(first).toMatchObject([
      { kind: "append", form: "applications", row: { no, kind: "退房申请", paid: 20000.5 } },
    ]);
    expect(changesOf(apply(written(site(), first), "更名申请"))).toMatchObject([
      { row: { no: "SQ-20240310-02" } },
    ]);
  });

  const refusals = draw(`
    | kind       | over                     | code                 | deal                |
    | 退房申请   | unitNo=1-1-0302          | noLiveDeal           |                     |
    | 退房申请   | penalty=20000.51         | penaltyOverPaid      |                     |
    | 退房申请   | refundReason=            | requiredReally       |                     |
    | 特惠申请   | discountAsked=330000.01  | discountOverPrice    |                     |
    | 更名申请   | newName=张三             | renameSame           |                     |
    | 调房申请   | newUnitNo=1-1-0303       | newUnitNotForSale    |                     |
    | 调房申请   | newUnitNo=1-1-0304       | newUnitNotForSale    |                     |
    | 调房申请   | newUnitNo=1-1-0301       | exchangeSameUnit     |                     |
    | 调房申请   | newTotalPrice=300000     | totalMismatch        |                     |
    | 调房申请   | newUnitNo=               | requiredReally       |                     |
    | 调房申请   |                          | exchangeAfterSigning | signedOn=2024-03-05 |
    | 户型结构变更 | changeRequest=         | requiredReally       |                     |
    | 退房申请   | clientId=LY-WW001        | clientUnknown        |                     |
  `);
  const pair = (text: string | undefined): Record<string, string> => {
    const [key = "", value = ""] = (text ?? "").split("=");
    return key === "" ? {} : { [key]: value };
  };
  test.each(refusals)("$kind with $over $deal: $code", ({ kind, over, code, deal }) => {
    expect(codesOf(apply(site(pair(deal)), kind as ApplicationKind, pair(over)))).toContain(code);
  });

  test("one of a kind is under way at a time", () => {
    const book = written(site(), changesOf(apply(site(), "退房申请")));
    expect(codesOf(apply(book, "退房申请"))).toEqual(["applicationPending"]);
  });

  test("paid that is not what the receipts say is asked about, not refused", () => {
    expect(codesOf(apply(site(), "退房申请", { paid: "20000" }))).toEqual(["paidDiffers"]);
  });
});

describe("审批", () => {
  test("opinions come in the document's order; out of turn it says who is next", () => {
    const book = written(site(), changesOf(apply(site(), "退房申请")));
    const given = { no, opinion: "同意", name: "陈经理", on: today };
    const early = giveOpinion(book, { ...given, signer: "finance" }, entry);
    expect(early).toMatchObject({
      ok: false,
      problems: [
        {
          code: "opinionOutOfTurn",
          facts: { next: "销售部", signer: "财务部", order: "销售部、总经理、财务部" },
        },
      ],
    });
    const after = written(book, changesOf(giveOpinion(book, { ...given, signer: "sales" }, entry)));
    expect(row(after, "applications")).toMatchObject({
      salesOpinion: "同意",
      salesSigner: "陈经理",
      salesOn: today,
    });
    expect(salesLedger(after, today).applications[0]).toMatchObject({ status: "审批中", next: "manager" });
  });

  const refusals = draw(`
    | opinion | name   | on         | no             | code                 |
    |         | 陈经理 | 2024-03-10 | SQ-20240310-01 | requiredReally       |
    | /       | 陈经理 | 2024-03-10 | SQ-20240310-01 | requiredReally       |
    | 同意    |        | 2024-03-10 | SQ-20240310-01 | requiredReally       |
    | 再议    | 陈经理 | 2024-03-10 | SQ-20240310-01 | opinionUnreadable    |
    | 同意    | 陈经理 | 2024-03-11 | SQ-20240310-01 | future               |
    | 同意    | 陈经理 | 2024-03-09 | SQ-20240310-01 | opinionBeforeEarlier |
    | 同意    | 陈经理 | 2024-03-10 | SQ-20240310-09 | applicationUnknown   |
  `);
  test.each(refusals)("“$opinion” by “$name” on $on for $no: $code", (each) => {
    const book = written(site(), changesOf(apply(site(), "退房申请")));
    const given = {
      no: each["no"] ?? "",
      signer: "sales",
      opinion: each["opinion"] ?? "",
      name: each["name"] ?? "",
    } as const;
    expect(codesOf(giveOpinion(book, { ...given, on: each["on"] as CalendarDay }, entry))).toEqual([
      each["code"],
    ]);
  });

  test("an opinion that decides nothing is asked again of the same signer, and stands in nobody's way", () => {
    const book = written(site(), changesOf(apply(site(), "退房申请")));
    const unsure = written(book, [
      { kind: "set", form: "applications", row: 5, key: "salesOpinion", was: null, value: "待定" },
    ]);
    expect(salesLedger(unsure, today).applications[0]).toMatchObject({ status: "审批中", next: "sales" });
    const given = { no, signer: "sales", opinion: "同意", name: "陈经理", on: today } as const;
    const after = written(unsure, changesOf(giveOpinion(unsure, given, entry)));
    expect(salesLedger(after, today).applications[0]).toMatchObject({ status: "审批中", next: "manager" });
  });

  test("one number on two papers: neither is signed nor carried out before they are told apart", () => {
    const one = written(site(), changesOf(apply(site(), "退房申请")));
    const two = written(one, changesOf(apply(site(), "更名申请", { newName: "张小三" })));
    const given = { no, signer: "sales", opinion: "同意", name: "陈经理", on: today } as const;
    expect(codesOf(giveOpinion(two, given, entry))).toEqual(["applicationNumberTwice"]);
    expect(codesOf(carryOut(two, { no, on: today }, entry))).toEqual(["applicationNumberTwice"]);
  });

  test("a no turns it down: nobody signs any more, nothing is carried out", () => {
    const book = written(site(), changesOf(apply(site(), "退房申请")));
    const turned = giveOpinion(
      book,
      { no, signer: "sales", opinion: "不同意，先挽留", name: "陈经理", on: today },
      entry,
    );
    expect(codesOf(turned)).toEqual(["applicationTurnedDown"]);
    const after = written(book, changesOf(turned));
    expect(
      codesOf(giveOpinion(after, { no, signer: "manager", opinion: "同意", name: "刘总", on: today }, entry)),
    ).toEqual(["applicationRejected"]);
    expect(codesOf(carryOut(after, { no, on: today }, entry))).toEqual(["applicationRejected"]);
    expect(codesOf(apply(after, "退房申请"))).toEqual([]);
  });
});

describe("办结", () => {
  test("not before it is approved", () => {
    const book = written(site(), changesOf(apply(site(), "退房申请")));
    expect(carryOut(book, { no, on: today }, entry)).toMatchObject({
      ok: false,
      problems: [{ code: "applicationNotApproved", facts: { next: "销售部" } }],
    });
  });

  test("退房: deal closed, unit on sale, refund entered, grade back from √, all in one decision", () => {
    const book = approved(site(), "退房申请");
    const decision = carryOut(book, { no, on: today, receivedBy: "钱会计", receiptReturned: true }, entry);
    expect(codesOf(decision)).toEqual([]);
    const after = written(book, changesOf(decision));
    expect(row(after, "applications")).toMatchObject({ closedOn: today, receiptReturned: "是" });
    expect(row(after, "units")).toMatchObject({ status: "可售", clientId: null, updatedOn: today });
    expect(row(after, "receipts", 2)).toMatchObject({
      no: "0000103",
      date: today,
      clientId: zhang,
      unitNo: "1-1-0301",
      item: "退款",
      amount: 15000.5,
      receivedBy: "钱会计",
    });
    expect(row(after, "grades")).toMatchObject({ reachedA: today, reachedDeal: "2024-03-01" });
    const { deals, liveOn } = salesLedger(after, today);
    expect(deals[0]?.closedBy?.no).toBe(no);
    expect(deals[0]?.paid).toBe(5000);
    expect(liveOn.has("1-1-0301")).toBe(false);
    expect(codesOf(carryOut(after, { no, on: today }, entry))).toEqual(["applicationClosed"]);
  });

  test("退房: what has gone back already is not paid out twice, and the receipt not taken back is said", () => {
    const gone = {
      no: "T1",
      date: "2024-03-09",
      clientId: zhang,
      unitNo: "1-1-0301",
      item: "退款",
      amount: 15000.5,
    };
    const book = written(approved(site(), "退房申请"), [{ kind: "append", form: "receipts", row: gone }]);
    const decision = carryOut(book, { no, on: today }, entry);
    expect(codesOf(decision)).toEqual(["receiptNotReturned"]);
    expect(cellsOf(written(book, changesOf(decision)), "receipts")).toHaveLength(3);
  });

  test("调房: both units change together; the deal, its receipts and its plan go along", () => {
    const book = approved(site(), "调房申请");
    const decision = carryOut(book, { no, on: today }, entry);
    expect(codesOf(decision)).toEqual(["planToRevise"]);
    const after = written(book, changesOf(decision));
    expect(row(after, "units", 0)).toMatchObject({ status: "可售", clientId: null });
    expect(row(after, "units", 1)).toMatchObject({ status: "认购", clientId: zhang });
    expect(row(after, "deals")).toMatchObject({
      unitNo: "1-1-0302",
      location: "1-1-3-02",
      layout: "2/2",
      floorArea: 80,
      unitPrice: 3700,
      totalPrice: 296000,
      subscribedOn: "2024-03-01",
      name: "张三",
    });
    expect(cellsOf(after, "receipts").map(({ unitNo }) => unitNo)).toEqual(["1-1-0302", "1-1-0302"]);
    expect(row(after, "instalments")["unitNo"]).toBe("1-1-0302");
    expect(salesLedger(after, today).deals[0]?.paid).toBe(20000.5);
  });

  test("调房: a unit sold or a deal signed in the meantime stops it", () => {
    const book = approved(site(), "调房申请");
    const sold = written(book, [
      { kind: "set", form: "units", row: 6, key: "status", was: "可售", value: "保留" },
    ]);
    expect(codesOf(carryOut(sold, { no, on: today }, entry))).toEqual(["newUnitNotForSale"]);
    const signed = written(book, [
      { kind: "set", form: "deals", row: 5, key: "signedOn", was: null, value: "2024-03-09" },
    ]);
    expect(codesOf(carryOut(signed, { no, on: today }, entry))).toEqual(["exchangeAfterSigning"]);
  });

  test("更名: the name changes; number, unit and money stay, and a note is kept", () => {
    const book = approved(site(), "更名申请");
    const after = written(book, changesOf(carryOut(book, { no, on: today }, entry)));
    expect(row(after, "deals")).toMatchObject({
      name: "张小三",
      dealId: "CLY-ZS001",
      unitNo: "1-1-0301",
      totalPrice: 333000,
    });
    expect(row(after, "units")).toMatchObject({ status: "认购", clientId: zhang });
    expect(row(after, "grades")["remarks"]).toBe(`${today} 1-1-0301 更名：张三 → 张小三（${no}）`);
  });

  test("特惠: the deal takes 优惠后总房款 and 优惠后单价", () => {
    const book = approved(site(), "特惠申请");
    const after = written(book, changesOf(carryOut(book, { no, on: today }, entry)));
    expect(row(after, "deals")).toMatchObject({ totalPrice: 325000, unitPrice: 3513.51 });
  });

  test("R12: 特惠 says that the plan was made for the price before, where there is a plan", () => {
    const book = approved(site(), "特惠申请");
    const done = carryOut(book, { no, on: today }, entry);
    expect(done.ok && done.hints).toMatchObject([
      { code: "planToRevise", caption: "申请优惠额", facts: { total: 325000, was: 333000 } },
    ]);
    const { instalments: _plan, ...registers } = book.registers;
    expect(codesOf(carryOut({ ...book, registers }, { no, on: today }, entry))).toEqual([]);
  });

  test("特惠 after an exchange is not closed with nothing done: where the deal went is said, by the check too", () => {
    const granted = approved(site(), "特惠申请");
    const moved = written(granted, changesOf(apply(granted, "调房申请")));
    const exchangeNo = String(row(moved, "applications", 1)["no"]);
    const signed = signersOf("调房申请").reduce(
      (so, signer) =>
        written(
          so,
          changesOf(
            giveOpinion(so, { no: exchangeNo, signer, opinion: "同意", name: "陈经理", on: today }, entry),
          ),
        ),
      moved,
    );
    const after = written(signed, changesOf(carryOut(signed, { no: exchangeNo, on: today }, entry)));
    const late = carryOut(after, { no, on: today }, entry);
    expect(late.ok ? [] : late.problems).toMatchObject([
      {
        code: "dealMoved",
        key: "unitNo",
        value: "1-1-0301",
        facts: { client: zhang, no: exchangeNo, to: "1-1-0302" },
      },
    ]);
    expect(checkWorkbook(after, today).filter(({ code }) => code === "dealMoved")).toMatchObject([
      { form: "applications", row: 5, caption: "房号", facts: { to: "1-1-0302" } },
    ]);
    // Told to the new unit, it starts from a price that is the deal's no more.
    const cell = { kind: "set", form: "applications", row: 5 } as const;
    const corrected = written(after, [{ ...cell, key: "unitNo", was: "1-1-0301", value: "1-1-0302" }]);
    expect(codesOf(carryOut(corrected, { no, on: today }, entry))).toEqual(["discountOnOtherPrice"]);
    const anew = written(corrected, [{ ...cell, key: "totalPrice", was: 333000, value: 296000 }]);
    const done = written(anew, changesOf(carryOut(anew, { no, on: today }, entry)));
    expect(row(done, "deals")).toMatchObject({ unitNo: "1-1-0302", totalPrice: 288000, unitPrice: 3600 });
  });

  test("特惠 whose price the report has already is carried out; one of a price that changed since is not", () => {
    const book = approved(site(), "特惠申请");
    const priced = (totalPrice: number): SiteBook =>
      written(book, [
        { kind: "set", form: "deals", row: 5, key: "totalPrice", was: 333000, value: totalPrice },
      ]);
    const agreed = carryOut(priced(325000), { no, on: today }, entry);
    // R12: nor is its plan outdated by it.
    expect([agreed.ok, codesOf(agreed)]).toEqual([true, []]);
    const changed = carryOut(priced(330000), { no, on: today }, entry);
    expect(changed.ok ? [] : changed.problems).toMatchObject([
      { code: "discountOnOtherPrice", facts: { total: 333000, price: 330000 } },
    ]);
  });

  test("R12: a price granted before 认购 is held against the report, when it is written and by the check", () => {
    const free = {
      unitNo: "1-1-0302",
      totalPrice: "296000",
      floorArea: "80",
      unitPrice: "3700",
      bookedOn: "/",
    };
    const granted = approved(site(), "特惠申请", free);
    const book = written(granted, changesOf(carryOut(granted, { no, on: today }, entry)));
    const deal = (totalPrice: number, unitPrice: number, more: Readonly<Record<string, number>> = {}) =>
      reportDeal(
        book,
        {
          dealId: zhang,
          name: "张三",
          consultant: "王强",
          unitNo: "1-1-0302",
          subscribedOn: today,
          floorArea: 80,
          unitPrice,
          totalPrice,
          ...more,
        },
        entry,
      );
    const full = deal(296000, 3700);
    expect(full.ok ? full.hints : []).toContainEqual(
      expect.objectContaining({ code: "discountNotTaken", value: 296000, facts: { no, promised: 288000 } }),
    );
    expect(codesOf(deal(288000, 3600))).not.toContain("discountNotTaken");
    // 288000 / 251.37 to the fen is a yuan and more off.
    expect(deal(288000, 1145.72, { floorArea: 251.37 }).ok).toBe(true);
    const told = (of: SiteBook) =>
      checkWorkbook(of, today).filter(({ code }) => code === "discountNotTaken" || code === "totalMismatch");
    expect(told(written(book, changesOf(full)))).toMatchObject([
      { form: "deals", row: 7, key: "totalPrice" },
    ]);
    expect(told(written(book, changesOf(deal(288000, 3600))))).toEqual([]);
  });

  test("户型结构变更: closed with the inspection's record", () => {
    const book = approved(site(), "户型结构变更");
    expect(codesOf(carryOut(book, { no, on: today }, entry))).toEqual(["requiredReally", "requiredReally"]);
    const after = written(
      book,
      changesOf(carryOut(book, { no, on: today, inspection: "符合要求", inspector: "孙工" }, entry)),
    );
    expect(row(after, "applications")).toMatchObject({
      closedOn: today,
      inspection: "符合要求",
      inspector: "孙工",
    });
  });
});

/** R5, R12, R13: a home held for a deposit that is settled, or for none; a deposit that waits where nobody buys. */
import { checkWorkbook } from "../../../../src/domain/register/check/check-workbook";
import { applyFixes } from "../../../../src/domain/register/check/fixes";
import type { Problem } from "../../../../src/domain/register/problem";
import { say } from "../../../../src/domain/register/wording";
import { holdUnit } from "../../../../src/domain/register/sales/hold-unit";
import { reportDeal } from "../../../../src/domain/register/sales/report-deal";
import { salesLedger } from "../../../../src/domain/register/sales/sales-ledger";
import { takeReceipt } from "../../../../src/domain/register/sales/take-receipt";
import type { SiteBook } from "../../../../src/domain/register/site";
import type { ClientNumber } from "../../../../src/domain/rules/client-number";
import { draw } from "../../draw";
import { bookOf, type Cells, cellsOf, now, today, written } from "../book-of";

const entry = { today, now };
const zhang = "LY-ZS001" as ClientNumber;
const li = "LY-LS001" as ClientNumber;
const unitNo = "1-1-0301";
const other = "1-1-0302";

/** "05 小定金 10000、07 退款 8000". */
const receiptsOf = (said: string): readonly Cells[] =>
  said.split("、").flatMap((each, at): readonly Cells[] => {
    const [day = "", item = "", amount = ""] = each.split(" ");
    const money = { clientId: zhang, unitNo, item, amount: Number(amount) };
    return each === "" ? [] : [{ no: String(at + 1), date: `2024-${day}`, ...money }];
  });

const book = (receipts: string, unit: Cells = {}, drawn: Parameters<typeof bookOf>[0] = {}): SiteBook =>
  bookOf({
    visitors: [
      { clientId: zhang, name: "张三", consultant: "王强", visitDate: "2024-01-01" },
      { clientId: li, name: "李四", consultant: "李娜", visitDate: "2024-01-01" },
    ],
    units: [
      {
        unitNo,
        floorArea: 90,
        unitPrice: 3000,
        status: "保留",
        clientId: zhang,
        updatedOn: "2024-03-04",
        ...unit,
      },
      { unitNo: other, floorArea: 90, unitPrice: 3000, status: "可售" },
    ],
    receipts: receiptsOf(receipts),
    ...drawn,
  });

const told = (of: SiteBook, ...codes: readonly string[]): readonly Problem[] =>
  checkWorkbook(of, today).filter(({ code }) => codes.includes(code));

const settling = draw(`
  | before                                     | item   | amount | becomes |
  | 03-04 小定金 10000、03-07 退款 8000        | 违约金 | 2000   | 可售    |
  | 03-04 小定金 10000、03-07 违约金 2000      | 退款   | 8000   | 可售    |
  | 03-04 小定金 10000                         | 违约金 | 10000  | 可售    |
  | 03-04 小定金 10000                         | 退款   | 10000  | 可售    |
  | 03-04 小定金 4000、03-05 小定金 6000       | 退款   | 10000  | 可售    |
  | 03-04 小定金 10000                         | 违约金 | 2000   | 保留    |
  | 03-04 小定金 10000                         | 退款   | 8000   | 保留    |
  | 03-04 小定金 4000、03-05 小定金 6000       | 违约金 | 4000   | 保留    |
  |                                            | 违约金 | 2000   | 保留    |
`);
test.each(settling)(
  "after $before, $item of $amount: $becomes",
  ({ before = "", item = "", amount = "", becomes }) => {
    const of = book(before);
    const decided = takeReceipt(of, { clientId: zhang, unitNo, date: today, item, amount }, entry);
    if (!decided.ok) throw new Error(decided.problems.map(({ code }) => code).join());
    const after = written(of, decided.changes);
    expect(cellsOf(after, "units")[0]).toMatchObject({
      status: becomes,
      clientId: becomes === "可售" ? null : zhang,
    });
    expect(told(after, "heldThoughSettled")).toEqual([]);
  },
);

const left = draw(`
  | receipts                                             | updated    | client   | told              |
  | 03-04 小定金 10000、03-07 退款 8000、03-07 违约金 2000 | 2024-03-04 | LY-ZS001 | heldThoughSettled |
  | 03-04 小定金 10000、03-07 违约金 10000               | 2024-03-04 | LY-ZS001 | heldThoughSettled |
  | 03-04 小定金 10000、03-07 违约金 10000               |            | LY-ZS001 | heldThoughSettled |
  | 03-04 小定金 10000、03-07 违约金 10000               | 2024-03-08 | LY-ZS001 |                   |
  | 03-04 小定金 10000、03-07 违约金 10000               | 2024-03-04 | LY-LS001 |                   |
  | 03-04 小定金 10000、03-07 退款 8000                  | 2024-03-04 | LY-ZS001 |                   |
  | 01-04 小定金 10000                                   | 2024-01-04 | LY-ZS001 |                   |
  |                                                      | 2024-03-03 | LY-ZS001 |                   |
  |                                                      | 2024-03-02 | LY-ZS001 | heldForLong       |
  |                                                      | 2024-03-02 |          | heldForLong       |
  |                                                      |            | LY-ZS001 |                   |
  | 01-04 小定金 10000、01-07 退款 10000                 | 2024-01-09 | LY-ZS001 | heldForLong       |
`);
test.each(left)("保留 with $receipts, set aside on “$updated”: “$told”", (each) => {
  const of = book(each.receipts ?? "", { updatedOn: each.updated ?? null, clientId: each.client ?? null });
  const found = told(of, "heldThoughSettled", "heldForLong");
  expect(found.map(({ code, form, row, key }) => `${code} ${form} ${row ?? ""} ${key ?? ""}`).join()).toBe(
    each.told ? `${each.told} units 5 status` : "",
  );
});

test("the fix puts it on sale, and the next buyer is taken", () => {
  const of = book("03-04 小定金 10000、03-07 违约金 10000");
  const asked = { unitNo, clientId: li };
  expect(holdUnit(of, asked, entry).ok).toBe(false);
  const fixed = written(of, applyFixes(told(of, "heldThoughSettled")));
  expect(cellsOf(fixed, "units")[0]).toMatchObject({ status: "可售", clientId: null });
  expect(holdUnit(fixed, asked, entry).ok).toBe(true);
});

test("how long a home has been held is said in days, and for whom", () => {
  expect(told(book("", { updatedOn: "2024-02-01" }), "heldForLong")).toMatchObject([
    { facts: { unit: unitNo, holder: zhang, days: 38, since: "2024-02-01" } },
  ]);
});

test("a deposit on a home that is not on the board may be for this one, spelled otherwise", () => {
  const spelled = (over: Cells) =>
    book(
      "",
      { updatedOn: "2024-02-01" },
      {
        receipts: [
          {
            no: "1",
            date: "2024-02-01",
            clientId: zhang,
            unitNo: "1#-1-0301",
            item: "小定金",
            amount: 9000,
            ...over,
          },
        ],
      },
    );
  expect(told(spelled({}), "heldForLong")).toEqual([]);
  expect(told(spelled({ unitNo: other }), "heldForLong")).toHaveLength(1);
  expect(told(spelled({ clientId: li }), "heldForLong")).toHaveLength(1);
});

test("a deposit that came and went back is not said never to have been taken", () => {
  const of = book("02-01 小定金 10000、02-05 退款 10000", { updatedOn: "2024-02-06" });
  const [held] = told(of, "heldForLong");
  expect(held && say(held, "zh").says).toBe(
    "1-1-0301 从 2024-02-06 起为 LY-ZS001 保留了 33 天，现在没有待签约的定金",
  );
});

const deal = {
  name: "张三",
  consultant: "王强",
  unitNo: other,
  subscribedOn: "2024-03-08",
  floorArea: 90,
  unitPrice: 3000,
  totalPrice: 270000,
};

describe("R13: a deposit on one home, and another is bought", () => {
  const reported = (of: SiteBook, over: Cells = {}): readonly (readonly [string, unknown])[] => {
    const decided = reportDeal(of, { ...deal, ...over, dealId: zhang }, entry);
    if (!decided.ok) throw new Error(decided.problems.map(({ code }) => code).join());
    return decided.hints.flatMap(({ code, facts }) => (code === "depositElsewhere" ? [[code, facts]] : []));
  };
  test("the report says where it waits, and what to do", () => {
    expect(reported(book("03-04 小定金 4000、03-05 小定金 6000"))).toEqual([
      ["depositElsewhere", { client: zhang, unit: unitNo, paid: 10000, other: 6, to: other }],
    ]);
    expect(reported(book("03-04 小定金 10000、03-07 退款 10000"))).toEqual([]);
    expect(reported(book("03-04 小定金 10000"), { unitNo })).toEqual([]);
  });

  test("so does the check, of a deposit from before the deal; moved by hand all is well", () => {
    const bought = { deals: [{ ...deal, dealId: `C${zhang}`, signedOn: "2024-03-09" }] };
    const of = book("03-04 小定金 10000", {}, bought);
    expect(told(of, "depositElsewhere")).toMatchObject([{ form: "receipts", row: 5, key: "unitNo" }]);
    expect(told(book("03-09 小定金 10000", {}, bought), "depositElsewhere")).toEqual([]);
    const moved = written(of, [
      { kind: "set", form: "receipts", row: 5, key: "unitNo", was: unitNo, value: other },
    ]);
    expect(told(moved, "depositElsewhere", "depositOverdue")).toEqual([]);
  });
});

/** How often the rows of 定金回款 are looked at, for so many buyers with a deposit on another home. */
const looksAt = (buyers: number): number => {
  const number = (at: number): string => `LY-ZS${String(at + 1).padStart(3, "0")}`;
  const every = <Made>(make: (at: number) => Made): readonly Made[] =>
    Array.from({ length: buyers }, (_, at) => make(at));
  const of = bookOf({
    visitors: every((at) => ({ clientId: number(at), name: "张三", visitDate: "2024-01-01" })),
    units: every((at) => ({ unitNo: `1-1-${at}`, floorArea: 90, status: "认购", clientId: number(at) })),
    deals: every((at) => ({ ...deal, unitNo: `1-1-${at}`, dealId: `C${number(at)}` })),
    receipts: every((at) => ({
      no: String(at),
      date: "2024-03-04",
      clientId: number(at),
      unitNo: `2-1-${at}`,
      item: "小定金",
      amount: 10000,
    })),
  });
  let looks = 0;
  for (const row of salesLedger(of, today).receipts) {
    const { item } = row;
    Object.defineProperty(row, "item", {
      get: () => {
        looks += 1;
        return item;
      },
    });
  }
  expect(checkWorkbook(of, today).filter(({ code }) => code === "depositElsewhere")).toHaveLength(buyers);
  return looks;
};

test("twice the buyers, twice the looks: deposits that wait are gathered once, not for each deal", () => {
  const [few, many] = [looksAt(20), looksAt(40)];
  expect(few).toBeGreaterThan(0);
  expect(many).toBeLessThanOrEqual(2 * few);
});

describe("what is settled, held and waits, by day and home", () => {
  const codes = (of: SiteBook, ...wanted: readonly string[]): string =>
    told(of, ...wanted)
      .map(({ code }) => code)
      .join(" ");

  test("somebody else's deposit that goes back frees no home of a third", () => {
    const paid = { no: "1", date: "2024-03-05", clientId: li, unitNo, item: "小定金", amount: 10000 };
    const of = book("", {}, { receipts: [paid] });
    const decided = takeReceipt(
      of,
      { clientId: li, unitNo, date: today, item: "退款", amount: 10000 },
      entry,
    );
    expect(decided.ok).toBe(true);
    const after = decided.ok ? written(of, decided.changes) : of;
    expect(cellsOf(after, "units")[0]).toMatchObject({ status: "保留", clientId: zhang });
  });

  const settled = "03-04 小定金 10000、03-07 违约金 10000";

  test("held anew on the day it was settled, or with a rejected 退房 since, it is left alone", () => {
    expect(codes(book(settled, { updatedOn: "2024-03-07" }), "heldThoughSettled")).toBe("");
    const rejected = {
      no: "SQ-20240309-01",
      kind: "退房申请",
      clientId: zhang,
      unitNo,
      appliedOn: "2024-03-09",
      reason: "示例",
      managerOpinion: "不同意",
      managerSigner: "陈经理",
      managerOn: "2024-03-09",
      closedOn: "2024-03-09",
    };
    const of = book(settled, { updatedOn: "2024-03-08" }, { applications: [rejected] });
    expect(codes(of, "heldThoughSettled")).toBe("");
  });

  test("a deposit on another home holds this one no longer; any payment on it does", () => {
    const elsewhere = {
      no: "1",
      date: "2024-03-05",
      clientId: zhang,
      unitNo: other,
      item: "小定金",
      amount: 10000,
    };
    const of = book("", { updatedOn: "2024-03-02" }, { receipts: [elsewhere] });
    expect(codes(of, "heldForLong", "heldThoughSettled")).toBe("heldForLong");
    expect(codes(book("03-02 房款 10000", { updatedOn: "2024-03-02" }), "heldForLong")).toBe("");
  });

  test("a deposit waits elsewhere from the deal's own day on, and only while the deal stands", () => {
    const bought = { ...deal, dealId: `C${zhang}` };
    expect(codes(book("03-08 小定金 10000", {}, { deals: [bought] }), "depositElsewhere")).toBe(
      "depositElsewhere",
    );
    const signed: Cells = Object.assign(
      {},
      ...["sales", "manager", "finance", "engineering"].map((signer) => ({
        [`${signer}Opinion`]: "同意",
        [`${signer}Signer`]: "陈经理",
        [`${signer}On`]: "2024-03-09",
      })),
    ) as Cells;
    const given = {
      no: "SQ-20240309-01",
      kind: "退房申请",
      clientId: zhang,
      unitNo: other,
      appliedOn: "2024-03-09",
      reason: "示例",
      penalty: 0,
      refund: 0,
      closedOn: "2024-03-09",
      ...signed,
    };
    const of = book("03-04 小定金 10000", {}, { deals: [bought], applications: [given] });
    expect(codes(of, "depositElsewhere")).toBe("");
  });
});

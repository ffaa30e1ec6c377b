/** R13 in time over 申请单 and 退款, at the pane and in the check. All people are invented. */
import { applyFor } from "../../../../src/domain/register/sales/apply";
import type { CalendarDay } from "../../../../src/domain/kit/calendar-day";
import { giveOpinion } from "../../../../src/domain/register/sales/approve";
import { carryOut } from "../../../../src/domain/register/sales/carry-out";
import { checkWorkbook } from "../../../../src/domain/register/check/check-workbook";
import type { Decision } from "../../../../src/domain/register/decision";
import type { Problem } from "../../../../src/domain/register/problem";
import type { SiteBook } from "../../../../src/domain/register/site";
import { takeReceipt } from "../../../../src/domain/register/sales/take-receipt";
import { draw } from "../../draw";
import { bookOf, type Cells, now, today } from "../book-of";

const entry = { today, now };
const no = "SQ-20240305-01";
const people = `
  | clientId | name | consultant |
  | LY-ZS001 | 张三 | 王强       |
`;
const units = `
  | unitNo | status | clientId |
  | 1-101  | 认购   | LY-ZS001 |
  | 1-102  | 可售   |          |
`;
const deals = `
  | dealId    | name | unitNo | subscribedOn |
  | CLY-ZS001 | 张三 | 1-101  | 2024-03-02   |
`;
const paid = {
  no: "1",
  date: "2024-03-02",
  clientId: "LY-ZS001",
  unitNo: "1-101",
  item: "小定金",
  amount: 5000,
};
const asked: Cells = {
  clientId: "LY-ZS001",
  unitNo: "1-101",
  bookedOn: "2024-03-02",
  appliedOn: "2024-03-05",
  reason: "客户要求",
};
const ofKind: Readonly<Record<string, Cells>> = {
  退: { kind: "退房申请", paid: 5000, refundReason: "调动" },
  调: { kind: "调房申请", newUnitNo: "1-102", newTotalPrice: 300000 },
  更: { kind: "更名申请", newName: "李四", ownerSignedOn: "2024-03-05" },
  特: { kind: "特惠申请", discountAsked: 1000 },
};
const agreed: Cells = { no, salesOpinion: "同意", managerOpinion: "同意", financeOpinion: "同意" };
const signers: Cells = { salesSigner: "陈经理", managerSigner: "刘总", financeSigner: "钱会计" };

/** "salesOn=03-06 closedOn=03-08": days of 2024. */
const days = (drawn = ""): Cells =>
  Object.fromEntries(
    drawn
      .split(" ")
      .filter((each) => each !== "")
      .map((each) => each.split("=") as [string, string])
      .map(([key, day]) => [key, `2024-${day}`]),
  );

const bookWith = (application: Cells, receipts: readonly Cells[] = []): SiteBook =>
  bookOf({ visitors: people, units, deals, receipts, applications: [application] });

const ours = new Set([
  "future",
  "opinionBeforeEarlier",
  "closedBeforeApplied",
  "closedBeforeSigned",
  "closedBeforeSubscribed",
  "bookedAfterApplied",
  "dayBeforeApplied",
  "refundBeforePaid",
  "refundBeforeApproved",
]);
const shown = (problems: readonly Problem[]): string =>
  problems
    .filter(({ code }) => ours.has(code))
    .map(({ severity, code, key, facts = {} }) =>
      [
        severity,
        code,
        key,
        facts["step"],
        facts["before"] ??
          facts["appliedOn"] ??
          facts["subscribedOn"] ??
          facts["paidOn"] ??
          facts["approved"],
      ]
        .filter((each) => each !== undefined)
        .join(" "),
    )
    .join("; ");
const said = (decision: Decision): string => shown(decision.ok ? decision.hints : decision.problems);

describe("an application", () => {
  const cases = draw(`
    | kind | days                                  | found                                                                    |
    | 退   | salesOn=03-05 managerOn=03-06 financeOn=03-06 closedOn=03-06 refundOn=03-05 |                                    |
    | 退   | salesOn=03-01 managerOn=03-06 financeOn=03-06 | error opinionBeforeEarlier salesOn 申请日期 2024-03-05            |
    | 退   | salesOn=03-06 managerOn=03-05 financeOn=03-06 | error opinionBeforeEarlier managerOn 销售部 2024-03-06            |
    | 退   | managerOn=03-08 financeOn=03-06       | error opinionBeforeEarlier financeOn 总经理 2024-03-08                   |
    | 退   | salesOn=03-01 managerOn=03-07 financeOn=02-01 | error opinionBeforeEarlier salesOn 申请日期 2024-03-05; error opinionBeforeEarlier financeOn 总经理 2024-03-07 |
    | 退   | financeOn=03-07 closedOn=03-06        | error closedBeforeSigned closedOn 财务部 2024-03-07                      |
    | 退   | closedOn=03-04                        | error closedBeforeApplied closedOn 2024-03-05                            |
    | 退   | bookedOn=03-11                        | error future bookedOn                                                    |
    | 退   | bookedOn=03-06                        | error bookedAfterApplied bookedOn 2024-03-05                             |
    | 特   | bookedOn=03-06                        |                                                                          |
    | 退   | refundOn=03-04                        | hint dayBeforeApplied refundOn 2024-03-05                                |
    | 退   | exchangeOn=03-01 renameOn=03-01       |                                                                          |
    | 更   | renameOn=03-01                        | error closedBeforeSubscribed renameOn 2024-03-02                         |
    | 更   | renameOn=03-02                        | hint dayBeforeApplied renameOn 2024-03-05                                |
    | 更   | renameOn=03-04                        | hint dayBeforeApplied renameOn 2024-03-05                                |
    | 更   | renameOn=03-06                        |                                                                          |
    | 更   | renameOn=03-01 closedOn=03-07         | error closedBeforeSubscribed renameOn 2024-03-02                         |
    | 调   | exchangeOn=03-01                      | error closedBeforeSubscribed exchangeOn 2024-03-02                       |
    | 调   | exchangeOn=03-01 closedOn=03-07       | error closedBeforeSubscribed exchangeOn 2024-03-02                       |
    | 调   | exchangeOn=03-04                      | hint dayBeforeApplied exchangeOn 2024-03-05                              |
  `);
  test.each(cases)("$kind $days: “$found”", ({ kind = "", days: drawn, found }) => {
    const row = { ...asked, ...ofKind[kind], ...agreed, ...signers, ...days(drawn) };
    expect(shown(checkWorkbook(bookWith(row, [paid]), today))).toBe(found);
  });

  const typed = cases.filter(({ days: drawn = "" }) => !/sales|manager|finance|closed/u.test(drawn));
  test.each(typed)("typed into the pane, $kind $days: “$found”", ({ kind = "", days: drawn, found = "" }) => {
    const book = bookOf({ visitors: people, units, deals, receipts: [paid] });
    const decision = applyFor(book, { ...asked, ...ofKind[kind], ...days(drawn) }, entry);
    expect(said(decision)).toBe(found);
    expect(decision.ok).toBe(!found.includes("error"));
  });

  test("an opinion before any that was given before it is refused, and so is closing before the last", () => {
    const row = { ...asked, ...ofKind["退"], no, ...days("salesOn=03-08 managerOn=03-06") };
    const signed = { ...row, salesOpinion: "同意", managerOpinion: "同意" };
    const given = { no, signer: "finance", opinion: "同意", name: "钱会计" } as const;
    const on = (day: string): Decision =>
      giveOpinion(bookWith(signed), { ...given, on: day as CalendarDay }, entry);
    expect(said(on("2024-03-07"))).toBe("error opinionBeforeEarlier financeOn 销售部 2024-03-08");
    expect(on("2024-03-08").ok).toBe(true);
    const all = { ...signed, financeOpinion: "同意", financeOn: "2024-03-09" };
    const carried = (day: string): Decision =>
      carryOut(bookWith(all, [paid]), { no, on: day as CalendarDay }, entry);
    expect(said(carried("2024-03-08"))).toBe("error closedBeforeSigned closedOn 财务部 2024-03-09");
    expect(carried("2024-03-09").ok).toBe(true);
  });
});

describe("a 退款", () => {
  const signed = { ...agreed, ...signers, ...days("salesOn=03-06 managerOn=03-06 financeOn=03-07") };
  const back = { ...paid, no: "2", item: "退款" };
  const cases = draw(`
    | date  | deposit | again | closed | found                                          |
    | 03-01 | 03-02   |       | 03-08  | error refundBeforePaid date 2024-03-02         |
    | 03-01 | 03-02   |       |        | error refundBeforePaid date 2024-03-02         |
    | 03-02 | 03-02   |       | 03-08  | hint refundBeforeApproved date 2024-03-07      |
    | 03-06 | 03-02   |       | 03-08  | hint refundBeforeApproved date 2024-03-07      |
    | 03-06 | 03-02   |       |        | hint refundBeforeApproved date 2024-03-07      |
    | 03-07 | 03-02   |       | 03-08  |                                                |
    | 03-03 | 03-02   | 03-04 | 03-08  |                                                |
    | 03-01 |         |       | 03-08  | hint refundBeforeApproved date 2024-03-07      |
  `);
  test.each(cases)("of $date, paid $deposit and $again, closed $closed: “$found”", (drawn) => {
    const { date = "", deposit = "", again = "", closed = "", found } = drawn;
    const receipts = [
      { ...back, date: `2024-${date}` },
      ...(deposit === "" ? [] : [{ ...paid, date: `2024-${deposit}` }]),
      ...(again === "" ? [] : [{ ...paid, no: "3", date: `2024-${again}` }]),
    ];
    const row = {
      ...asked,
      ...ofKind["退"],
      ...signed,
      ...(closed === "" ? {} : days(`closedOn=${closed}`)),
    };
    expect(shown(checkWorkbook(bookWith(row, receipts), today))).toBe(found);
  });

  test("of a deposit without a deal", () => {
    const receipts = [
      { ...back, unitNo: "1-102", date: "2024-03-01" },
      { ...paid, unitNo: "1-102" },
    ];
    expect(shown(checkWorkbook(bookOf({ visitors: people, units, receipts }), today))).toBe(
      "error refundBeforePaid date 2024-03-02",
    );
  });

  test.each([
    ["2024-03-01", "error refundBeforePaid date 2024-03-02"],
    ["2024-03-06", "hint refundBeforeApproved date 2024-03-07"],
    ["2024-03-07", ""],
  ])("typed into the pane, of %s: “%s”", (date, found) => {
    const book = bookWith({ ...asked, ...ofKind["退"], ...signed }, [paid]);
    const decision = takeReceipt(book, { ...back, date }, entry);
    expect(said(decision)).toBe(found);
    expect(decision.ok).toBe(!found.includes("error"));
  });

  test.each([
    ["2024-03-01", "error refundBeforePaid date 2024-03-02"],
    ["2024-03-02", ""],
  ])("of a deposit without a deal, typed into the pane, of %s: “%s”", (date, found) => {
    const held = units.replace("可售  |         ", "保留  | LY-ZS001");
    const receipts = [{ ...paid, unitNo: "1-102" }];
    const book = bookOf({ visitors: people, units: held, receipts });
    const decision = takeReceipt(book, { ...back, unitNo: "1-102", date }, entry);
    expect(said(decision)).toBe(found);
    expect(decision.ok).toBe(found === "");
  });
});

/** R5, per deposit: what each waits for, and what that makes of the client. 今天 is 2024-03-10. */
import { chasing } from "../../../../src/domain/register/sales/chasing";
import { depositStandings, depositStatuses } from "../../../../src/domain/register/sales/deposits";
import { dueList } from "../../../../src/domain/register/follow-up/due-list";
import { salesLedger } from "../../../../src/domain/register/sales/sales-ledger";
import { withSheetAnswers } from "../../../../src/domain/register/card/sheet-answers";
import type { SiteBook } from "../../../../src/domain/register/site";
import { draw } from "../../draw";
import { cellsOf, today } from "../book-of";
import { client, depositCases, drawn } from "./deposit-cases";

/** In the order of the receipts; "" for what is no deposit. */
const statusesOf = (book: SiteBook): string => {
  const ledger = salesLedger(book, today);
  const found = depositStatuses(ledger);
  return ledger.receipts.map((row) => found.get(row) ?? "").join(" ");
};

const spelled = draw(`
  | what                                | deals              | receipts                               | applications            | statuses               | state     | on |
  | the unit in two spellings           |                    | 04 小定金 B-1202、05 退款 ｂ–1202 |                        | 已退                   | withdrawn | 05 |
  | the deal's in another               | 03 3–1–1202 05     | 03 小定金 3-1-1202                     |                         | 已签约                 |           |    |
  | an application's in another         | 03 b-1202          | 03 小定金 B-1202                       | 07 退房 Ｂ-1202         | 已退                   |           |    |
`);

test.each([...depositCases, ...spelled])(
  "$what: $statuses, $state $on",
  ({ deals = "", receipts = "", applications = "", statuses, state, on }) => {
    const book = drawn(deals, receipts, applications);
    expect(statusesOf(book).trim().replace(/\s+/gu, " ")).toBe(statuses);
    const standing = depositStandings(book, today).get(client as never);
    expect(standing?.state ?? "").toBe(state);
    expect(standing?.on?.slice(-2) ?? "").toBe(on);
    // What a workbook is expected to say that no spreadsheet has computed.
    const said = cellsOf(withSheetAnswers(book, today), "receipts").map((row) => row["depositStatus"] ?? "");
    expect(said.join(" ")).toBe(statusesOf(book));
  },
);

const rhythms = draw(`
  | grade | deals    | receipts                               | deposit   | due        | said    |
  | C     |          | 04 小定金 甲、05 小定金 乙、07 退款 甲 | deposit   | 2024-03-07 | 逾期3天 |
  | C     |          | 04 小定金 甲、07 退款 甲               | withdrawn | 2024-03-22 | 未到期  |
  | √     | 03 甲 05 | 03 小定金 甲、08 大定金 乙             | deposit   | 2024-03-10 | 今日    |
  | √     | 03 甲 05 | 03 小定金 甲                           |           |            | 已成交  |
  | √     | 03 甲 05 | 03 小定金 甲、06 大定金 乙、08 退款 乙 |           |            | 已成交  |
`);

test.each(rhythms)(
  "a $grade who $receipts is due on “$due”, in the list and on the sheet",
  ({ grade, deals = "", receipts = "", deposit, due, said }) => {
    const book = drawn(deals, receipts, "", grade === "√" ? "√" : "C");
    const [line] = dueList(book, today, { all: true });
    expect([line?.deposit ?? "", line?.due ?? "", line?.statusText ?? "已成交"]).toEqual([
      deposit,
      due,
      said,
    ]);
    const [row] = cellsOf(withSheetAnswers(book, today), "grades");
    expect([row?.["nextDue"] ?? "", row?.["dueStatus"] ?? ""]).toEqual([due, said]);
  },
);

test("催款 asks for each deposit, and says who paid it", () => {
  const asked = (receipts: string, applications = ""): readonly (readonly [number, string, string])[] =>
    chasing(drawn("", receipts, applications), today, 2).money.map(({ row, name, unitNo }) => [
      row,
      name,
      unitNo,
    ]);
  expect(asked("04 小定金 甲、05 小定金 乙、07 退款 甲")).toEqual([[6, "张三", "乙"]]);
  // Part of it went back.
  expect(asked("03 大定金 甲 45000、04 小定金 甲、07 退款 甲 1000")).toEqual([
    [5, "张三", "甲"],
    [6, "张三", "甲"],
  ]);
  // Given back by an application alone, or moved.
  expect(asked("04 小定金 甲、05 小定金 乙", "07 退房 甲、07 调房 乙 丙")).toEqual([]);
});

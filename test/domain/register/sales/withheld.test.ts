/** R12, R13: what was kept as 违约金 is no 回款 of the homes that are sold. */
import type { SiteBook } from "../../../../src/domain/register/site";
import type { CalendarDay } from "../../../../src/domain/kit/calendar-day";
import { salesLedger } from "../../../../src/domain/register/sales/sales-ledger";
import { weeklyReceipts } from "../../../../src/domain/register/sales/weekly-receipts";
import { withheldOf } from "../../../../src/domain/register/sales/withheld";
import { weekly } from "../../../../src/domain/report/weekly";
import { draw } from "../../draw";
import { today, written } from "../book-of";
import { drawn } from "./deposit-cases";

/** Weeks begin on the 4th and end on the 10th of March 2024. */
const cases = draw(`
  | what                                   | deals | receipts                                                    | applications          | withheld | net   |
  | by the application                     | 05 甲 | 05 首付 甲 50000、08 退款 甲 40000                          | 08 退房 甲 10000 50000 | 08 10000 | 0     |
  | not all of the rest is back yet        | 05 甲 | 05 首付 甲 50000、08 退款 甲 30000                          | 08 退房 甲 10000 50000 | 08 10000 | 10000 |
  | more than was left                     | 05 甲 | 05 首付 甲 50000、08 退款 甲 45000                          | 08 退房 甲 10000 50000 | 08 5000  | 0     |
  | by the application and a receipt       | 05 甲 | 05 首付 甲 50000、08 退款 甲 40000、08 违约金 甲 10000      | 08 退房 甲 10000 50000 | 08 10000 | 0     |
  | by a receipt alone                     | 05 甲 | 05 首付 甲 50000、08 退款 甲 40000、08 违约金 甲 10000      | 08 退房 甲            | 08 10000 | 0     |
  | the same, written the day after        | 05 甲 | 05 首付 甲 50000、08 退款 甲 40000、09 违约金 甲 10000      | 08 退房 甲            | 08 10000 | 0     |
  | not carried out                        | 05 甲 | 05 首付 甲 50000                                            | - 退房 甲 10000 50000 |          | 50000 |
  | all back                               | 05 甲 | 05 首付 甲 50000、08 退款 甲 50000                          | 08 退房 甲 0 50000    |          | 0     |
  | of a deal that stands                  | 05 甲 | 05 首付 甲 50000、08 违约金 甲 10000                        |                       |          | 50000 |
  | of a deposit                           |       | 05 小定金 甲 10000、08 退款 甲 8000、08 违约金 甲 2000      |                       | 08 2000  | 0     |
  | all of a deposit                       |       | 05 小定金 甲 10000、09 违约金 甲 10000                      |                       | 09 10000 | 0     |
  | more than the deposit                  |       | 05 小定金 甲 10000、09 违约金 甲 8000、10 违约金 甲 8000    |                       | 09 8000、10 2000 | 0 |
  | of another home's deposit              |       | 05 小定金 甲 10000、09 违约金 乙 8000                       |                       |          | 10000 |
`);
test.each(cases)(
  "$what: $withheld, $net",
  ({ deals = "", receipts = "", applications = "", withheld, net }) => {
    const ledger = salesLedger(drawn(deals, receipts, applications), today);
    const told = withheldOf(ledger).map(({ on, amount }) => `${on.slice(-2)} ${amount}`);
    expect(told.join("、")).toBe(withheld);
    const weeks = weeklyReceipts(ledger, today);
    expect(weeks.at(-1)?.cumulativeNet).toBe(Number(net));
    for (const week of weeks) expect(week.received - week.refunded - week.withheld).toBe(week.net);
  },
);

test("周报 has it in a column of its own, and says it where there is any", () => {
  const report = weekly(
    drawn("05 甲", "05 首付 甲 50000、08 退款 甲 40000", "08 退房 甲 10000 50000"),
    { from: undefined, to: today },
    today,
  );
  const [table] = report.tables;
  const at = table?.columns.findIndex(({ zh }) => zh === "转违约金") ?? -1;
  expect([table?.rows[0]?.[at], table?.total?.[at]]).toEqual([10000, 10000]);
  expect(JSON.stringify(report.sentences)).toContain("转违约金 10,000 元，回款净额 0 元");
});

test("what is withheld after today is not yet withheld", () => {
  const yesterday = "2024-03-07" as CalendarDay;
  const ledger = salesLedger(drawn("", "05 小定金 甲 10000、08 违约金 甲 2000", ""), yesterday);
  expect(weeklyReceipts(ledger, yesterday).at(-1)).toMatchObject({ withheld: 0, net: 10000 });
});

/** The deal of `drawn`, its price not filled in. */
const unpriced = (book: SiteBook): SiteBook =>
  written(book, [{ kind: "set", form: "deals", row: 5, key: "totalPrice", was: 300000, value: null }]);

test("a deal given back whose price cannot be read leaves nothing paid; one of a later day spoils no earlier report", () => {
  const given = unpriced(drawn("05 甲", "05 首付 甲 50000、08 退款 甲 40000", "08 退房 甲 10000 50000"));
  expect(weeklyReceipts(salesLedger(given, today), today).at(-1)).toMatchObject({
    cumulativeNet: 0,
    cumulativePaid: 0,
  });
  const before = { from: undefined, to: "2024-03-03" as CalendarDay };
  expect(weekly(unpriced(drawn("05 甲", "", "")), before, today).note).not.toContain("读不出");
});

test("the chart draws 认购金额 and 回款净额, and 累计回款率 as a line", () => {
  const [table] = weekly(
    drawn("05 甲", "05 首付 甲 50000", ""),
    { from: undefined, to: today },
    today,
  ).tables;
  const captions = (columns: readonly number[] = []) => columns.map((at) => table?.columns[at]?.zh);
  expect([captions(table?.chart?.columns), captions(table?.chart?.lines)]).toEqual([
    ["认购金额", "回款净额"],
    ["累计回款率"],
  ]);
});

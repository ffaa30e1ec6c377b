/** R12, R13: a client buys the unit again that they gave back: each deal has its own money. */
import type { CalendarDay } from "../../../../src/domain/kit/calendar-day";
import { salesLedger } from "../../../../src/domain/register/sales/sales-ledger";
import { bookOf } from "../book-of";

const today = "2024-02-01" as CalendarDay;

const paid = (receipts: string, second = "2024-01-10", told = ""): readonly unknown[] => {
  const { deals, loose } = salesLedger(
    bookOf({
      deals: `
        | dealId    | unitNo | subscribedOn | totalPrice | name |
        | CLY-ZS001 | 1-101  | 2024-01-01   | 300000     | 张三 |
        ${second === "" ? "" : `| CLY-ZS001 | 1-101  | ${second}   | 300000     | 张三 |`}`,
      applications: `
        | no             | kind     | clientId | unitNo | appliedOn  | closedOn   | salesOpinion | financeOpinion | managerOpinion | paid    |
        | SQ-20240102-01 | 退房申请 | LY-ZS001 | 1-101  | 2024-01-02 | 2024-01-03 | 同意         | 同意           | 同意           | ${told} |`,
      receipts: `
        | no | date | clientId | unitNo | item | amount |
        ${receipts}`,
    }),
    today,
  );
  return [...deals.map((deal) => deal.paid), loose.length];
};

const first = "| 1 | 2024-01-01 | LY-ZS001 | 1-101 | 大定金 | 20000 |";
const again = "| 3 | 2024-01-10 | LY-ZS001 | 1-101 | 房款 | 90000 |";
const back = (day: string): string => `| 2 | ${day} | LY-ZS001 | 1-101 | 退款 | 20000 |`;

test.each([
  [
    "money that went back as the deal was closed is its own",
    [first, back("2024-01-03"), again],
    [0, 90000, 0],
  ],
  [
    "so is money that went back later, before the next deal",
    [first, back("2024-01-06"), again],
    [0, 90000, 0],
  ],
  [
    "what goes back after the next deal is the next one's",
    [first, back("2024-01-12"), again],
    [20000, 70000, 0],
  ],
  [
    "a deposit paid before the next deal is the next one's",
    [first, back("2024-01-06"), "| 4 | 2024-01-08 | LY-ZS001 | 1-101 | 小定金 | 5000 |", again],
    [0, 95000, 0],
  ],
])("%s", (_, receipts, expected) => {
  expect(paid(receipts.join("\n        "))).toEqual(expected);
});

test("where none follows, money that goes back is still the closed one's, and a new deposit nobody's", () => {
  const deposit = "| 4 | 2024-01-08 | LY-ZS001 | 1-101 | 小定金 | 5000 |";
  expect(paid([first, back("2024-01-06"), deposit].join("\n        "), "")).toEqual([0, 1]);
});

describe("bought again on the very day it was given back: 已付房款 of the 退房 tells whose that day's payments are", () => {
  const anew = "| 3 | 2024-01-03 | LY-ZS001 | 1-101 | 小定金 | 5000 |";
  const more = "| 4 | 2024-01-03 | LY-ZS001 | 1-101 | 房款 | 10000 |";
  test.each([
    ["all of it came before: the next deal's", "20000", [first, back("2024-01-03"), anew], [0, 5000, 0]],
    ["whichever way the register is sorted", "20000", [anew, back("2024-01-03"), first], [0, 5000, 0]],
    [
      "some of it came that day: nothing tells, and all is the former's",
      "30000",
      [first, more, anew],
      [35000, 0, 0],
    ],
    ["nobody said: the former's", "", [first, back("2024-01-03"), anew], [5000, 0, 0]],
    ["nothing had been paid", "0", [anew], [0, 5000, 0]],
  ])("%s", (_, told, receipts, expected) => {
    expect(paid(receipts.join("\n        "), "2024-01-03", told)).toEqual(expected);
  });
  test("before there is a next deal, it is of none", () => {
    expect(paid([first, back("2024-01-03"), anew].join("\n        "), "", "20000")).toEqual([0, 1]);
  });
});

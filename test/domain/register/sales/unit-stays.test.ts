/** R13 over time: two deals that had one unit at once, though the board of today is right. All people are invented. */
import type { CalendarDay } from "../../../../src/domain/kit/calendar-day";
import { carryOut } from "../../../../src/domain/register/sales/carry-out";
import { checkWorkbook } from "../../../../src/domain/register/check/check-workbook";
import { reportDeal } from "../../../../src/domain/register/sales/report-deal";
import type { SiteBook } from "../../../../src/domain/register/site";
import { draw } from "../../draw";
import { bookOf, now, today } from "../book-of";

const people = `
  | clientId | name | consultant |
  | LY-ZS001 | 张三 | 王强       |
  | LY-LS001 | 李四 | 李娜       |
`;

const clients = { Z: ["CLY-ZS001", "张三"], L: ["CLY-LS001", "李四"] } as const;
const applied = {
  appliedOn: "2024-02-01",
  salesOpinion: "同意",
  financeOpinion: "同意",
  managerOpinion: "同意",
};

/** "Z 1-101 02-03": who, which unit, 认购日期; "Z 1-101 02-05": 退房; "Z 1-101>1-102 02-05": 调房. Days of 2024. */
const bookIn = (sold: string, left: string): SiteBook => {
  const each = (drawn: string): readonly string[][] =>
    drawn === "" ? [] : drawn.split("; ").map((one) => one.split(" "));
  return bookOf({
    visitors: people,
    deals: each(sold).map(([who = "", unitNo = "", day]) => {
      const [dealId, name] = clients[who as keyof typeof clients];
      return { dealId, name, unitNo, subscribedOn: `2024-${day ?? ""}` };
    }),
    applications: each(left).map(([who = "", units = "", day], at) => {
      const [unitNo = "", newUnitNo = ""] = units.split(">");
      return {
        ...applied,
        no: `SQ-20240201-0${String(at + 1)}`,
        kind: newUnitNo === "" ? "退房申请" : "调房申请",
        clientId: clients[who as keyof typeof clients][0].slice(1),
        unitNo,
        newUnitNo,
        newTotalPrice: 300000,
        closedOn: `2024-${day ?? ""}`,
      };
    }),
  });
};

const told = (of: SiteBook): string =>
  checkWorkbook(of, today)
    .filter(({ code }) => code === "unitSoldMeanwhile")
    .map(({ row, key, value, facts = {} }) =>
      [row, key, value, facts["from"], facts["until"], facts["other"], facts["otherName"]].join(" "),
    )
    .join("; ");

test.each(
  draw(`
    | what                                     | sold                           | left                                   | told                                                |
    | sold before it was given back            | Z 1-101 02-03; L 1-101 02-04   | Z 1-101 02-05                          | 6 unitNo 1-101 2024-02-04 2024-02-05 5 张三         |
    | sold on the day it was given back        | Z 1-101 02-03; L 1-101 02-05   | Z 1-101 02-05                          |                                                     |
    | sold after it                            | Z 1-101 02-03; L 1-101 02-06   | Z 1-101 02-05                          |                                                     |
    | both on one day, the later row gives back | Z 1-101 02-03; L 1-101 02-03  | L 1-101 02-05                          | 5 unitNo 1-101 2024-02-03 2024-02-05 6 李四         |
    | bought and given back while another's    | Z 1-101 02-03; L 1-101 02-04   | L 1-101 02-05                          | 6 unitNo 1-101 2024-02-04 2024-02-05 5 张三         |
    | given back the very day it was bought    | Z 1-101 02-03; L 1-101 02-03   | Z 1-101 02-03                          |                                                     |
    | other units                              | Z 1-101 02-03; L 1-102 02-04   | Z 1-101 02-05                          |                                                     |
    | left by exchange                         | Z 1-102 02-03; L 1-101 02-04   | Z 1-101>1-102 02-05                    | 6 unitNo 1-101 2024-02-04 2024-02-05 5 张三         |
    | left by exchange before                  | Z 1-102 02-03; L 1-101 02-05   | Z 1-101>1-102 02-05                    |                                                     |
    | reached by exchange while another's      | Z 1-102 02-03; L 1-102 02-01   | Z 1-101>1-102 02-05; L 1-102 02-06     | 5 unitNo 1-102 2024-02-05 2024-02-06 6 李四         |
    | exchanged twice                          | Z 1-103 02-03; L 1-101 02-04   | Z 1-101>1-102 02-05; Z 1-102>1-103 02-07 | 6 unitNo 1-101 2024-02-04 2024-02-05 5 张三       |
    | reached by exchange afterwards           | Z 1-102 02-03; L 1-102 02-01   | Z 1-101>1-102 02-06; L 1-102 02-06     |                                                     |
    | whichever way the rows are sorted        | L 1-101 02-04; Z 1-101 02-03   | Z 1-101 02-05                          | 5 unitNo 1-101 2024-02-04 2024-02-05 6 张三         |
    | sold again and again, never at once      | Z 1-101 02-03; L 1-101 02-05; Z 1-101 02-07 | Z 1-101 02-04; L 1-101 02-06 |                                                |
    | one that lasts over two others           | Z 1-101 02-01; L 1-101 02-02; L 1-101 02-04 | L 1-101 02-03; L 1-101 02-05; Z 1-101 02-06 | 6 unitNo 1-101 2024-02-02 2024-02-03 5 张三; 7 unitNo 1-101 2024-02-04 2024-02-05 5 张三 |
    | their own deal anew                      | Z 1-101 02-03; Z 1-101 02-04   | Z 1-101 02-05                          | 6 unitNo 1-101 2024-02-04 2024-02-05 5 张三         |
  `),
)("$what: “$told”", ({ sold = "", left = "", told: expected }) => {
  expect(told(bookIn(sold, left))).toBe(expected);
});

test("two deals that both have it today are told as a double sale, and as nothing else", () => {
  const of = bookIn("Z 1-101 02-03; L 1-101 02-04", "");
  expect(told(of)).toBe("");
  expect(checkWorkbook(of, today).filter(({ code }) => code === "unitTwice")).toHaveLength(2);
});

const entry = { today, now };
const hints = (decision: ReturnType<typeof reportDeal>): readonly string[] =>
  (decision.ok ? decision.hints : decision.problems)
    .filter(({ code }) => code === "unitSoldMeanwhile")
    .map(({ key, facts = {} }) => [key, facts["from"], facts["until"], facts["other"]].join(" "));

test.each([
  ["2024-02-02", ["unitNo 2024-02-03 2024-02-05 5"]],
  ["2024-02-04", ["unitNo 2024-02-04 2024-02-05 5"]],
  ["2024-02-05", []],
])("the pane says so as a deal of %s is reported, and stops nobody", (subscribedOn, expected) => {
  const decision = reportDeal(
    bookIn("Z 1-101 02-03", "Z 1-101 02-05"),
    {
      dealId: "LY-LS001",
      consultant: "李娜",
      name: "李四",
      unitNo: "1-101",
      subscribedOn,
      floorArea: 100,
      unitPrice: 3000,
      totalPrice: 300000,
    },
    entry,
  );
  expect(decision.ok).toBe(true);
  expect(hints(decision)).toEqual(expected);
});

test.each([
  ["2024-02-04", ["newUnitNo 2024-02-04 2024-02-05 5"]],
  ["2024-02-05", []],
])("and as an exchange of %s is carried out", (on, expected) => {
  const of = bookOf({
    visitors: people,
    deals: `
      | dealId    | name | unitNo | subscribedOn | totalPrice |
      | CLY-ZS001 | 张三 | 1-101  | 2024-02-02   | 300000     |
      | CLY-LS001 | 李四 | 1-102  | 2024-02-02   | 300000     |
    `,
    applications: [
      {
        ...applied,
        no: "1",
        kind: "退房申请",
        clientId: "LY-ZS001",
        unitNo: "1-101",
        closedOn: "2024-02-05",
      },
      {
        ...applied,
        no: "SQ-20240201-02",
        kind: "调房申请",
        clientId: "LY-LS001",
        unitNo: "1-102",
        newUnitNo: "1-101",
        newTotalPrice: 300000,
      },
    ],
  });
  const decision = carryOut(of, { no: "SQ-20240201-02", on: on as CalendarDay }, entry);
  expect(decision.ok).toBe(true);
  expect(hints(decision)).toEqual(expected);
});

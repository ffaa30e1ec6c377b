import type { CalendarDay } from "../../../../src/domain/kit/calendar-day";
import { checkWorkbook } from "../../../../src/domain/register/check/check-workbook";
import { applyFixes } from "../../../../src/domain/register/check/fixes";
import { careAhead, generateCare } from "../../../../src/domain/register/care/generate-care";
import type { SiteBook } from "../../../../src/domain/register/site";
import type { RegisterKey } from "../../../../src/domain/forms/index";
import { type Cells, cellsOf, today, written } from "../book-of";
import { zhang, refund, deal, first, book, withHandOver, after, generated } from "./refund-book";

const anew: Cells = { ...deal, subscribedOn: "2024-03-12", unitNo: "1-1-0302" };

/** 办结日期 is written into the sheet, and what the check then says is mended. */
const refundedIn = (before: SiteBook): SiteBook => {
  const closed = written(before, [
    { kind: "set", form: "applications", row: 5, key: "closedOn", was: null, value: today },
  ]);
  const codes: readonly string[] = ["careWithoutDeal", "rewardWithoutDeal"];
  return written(closed, applyFixes(checkWorkbook(closed, today).filter(({ code }) => codes.includes(code))));
};

const words = "2024-03-10 退房：1-1-0301 已退，不用再做（SQ-20240309-01）";

describe("R15: a workbook where the refund closed nothing", () => {
  const closed = refund.map((each) => ({ ...each, closedOn: "2024-03-10" }));
  const told = (of: SiteBook) => checkWorkbook(of, today).filter(({ code }) => code === "careWithoutDeal");
  const careTasks = `
    | clientId | reason   | dueOn      | doneOn     |
    | LY-ZS001 | 成交次日 | 2024-03-02 | 2024-03-02 |
    | LY-ZS001 | 答谢饭局 | 2024-03-31 |            |
    | LY-ZS001 | 生日     | 2024-03-28 |            |
    | LY-SS001 | 答谢饭局 | 2024-03-31 |            |
  `;

  test("the check says so, and its fix closes them as the refund does now", () => {
    const before = book({ applications: closed, careTasks });
    expect(told(before)).toMatchObject([
      { form: "careTasks", row: 6, rule: "R15", facts: { client: zhang, reason: "答谢饭局" } },
    ]);
    const mended = written(before, applyFixes(told(before)));
    expect(cellsOf(mended, "careTasks")[1]).toMatchObject({ doneOn: "/", notes: words });
    expect(told(mended)).toEqual([]);
  });

  test("nothing is said while a deal stands", () => {
    expect(told(book({ careTasks }))).toEqual([]);
    expect(told(book({ careTasks, applications: closed, deals: [first, anew] }))).toEqual([]);
  });
});

describe("R15: a purchase after a refund has tasks of its own", () => {
  const next = "2024-03-13" as CalendarDay;
  /** Refunded on 10 March, bought anew on the 12th. */
  const boughtAnew = (refunded: SiteBook): SiteBook =>
    written(refunded, [{ kind: "append", form: "deals", row: anew as Record<string, string> }]);
  const ahead = (of: SiteBook): readonly string[] =>
    careAhead(of, next)
      .tasks.filter(({ client, reason }) => client === zhang && !["生日", "节日", "节气"].includes(reason))
      .map(({ reason, due }) => `${reason} ${due}`);
  const own = [
    "成交次日 2024-03-13",
    "电影周 2024-03-27",
    "交房 2024-04-05",
    "答谢饭局 2024-04-11",
    "样板区活动 2024-04-12",
  ];

  test("what the refund closed stands for none of them, and they are written once", () => {
    const before = generated(withHandOver(book()));
    const bought = boughtAnew(refundedIn(before));
    // 样板区活动 ends with 交房.
    const expected = own.filter((each) => !each.startsWith("样板区活动"));
    expect(ahead(bought)).toEqual(expected);
    const again = after(bought, generateCare(bought, next));
    expect(ahead(again)).toEqual([]);
    // Closed by hand, they stay closed.
    const struck = cellsOf(again, "careTasks").map((each) => ({ ...each, doneOn: each["doneOn"] ?? "/" }));
    expect(ahead(withHandOver(book({ ...rowsOf(again), careTasks: struck })))).toEqual([]);
  });

  test("neither does what was done for the deal given back, or closed by hand", () => {
    const done = `
      | clientId | reason   | detail         | dueOn      | doneOn     |
      | LY-ZS001 | 成交次日 | 电话慰问并答谢 | 2024-03-02 | 2024-03-02 |
      | LY-ZS001 | 电影周   | 看电影         | 2024-03-16 | /          |
      | LY-ZS001 | 答谢饭局 | 答谢饭局       | 2024-04-11 | /          |
    `;
    const refunded = refundedIn(book({ careTasks: done }));
    // The dinner closed by hand is on the new deal's own day.
    expect(ahead(boughtAnew(refunded))).toEqual([
      "成交次日 2024-03-13",
      "电影周 2024-03-27",
      "样板区活动 2024-04-12",
    ]);
  });
});

describe("R16: thanks for a client who gave the deal back and bought anew", () => {
  const next = "2024-03-13" as CalendarDay;
  const closed = refund.map((each) => ({ ...each, closedOn: "2024-03-10" }));
  const given = (doneOn: string, dueOn: string, notes = ""): readonly string[] =>
    careAhead(
      book({
        deals: [first, anew],
        applications: closed,
        careTasks: [
          {
            clientId: "LY-SS001",
            reason: "转介绍答谢",
            detail: "答谢介绍 张三（LY-ZS001） 成交",
            dueOn,
            doneOn,
            notes,
          },
        ],
      }),
      next,
    )
      .tasks.filter(({ reason }) => reason === "转介绍答谢")
      .map(({ client, due }) => `${client} ${due}`);

  test("what was closed for the first deal does not stand for the second; a present given does", () => {
    const again = ["LY-SS001 2024-03-13"];
    expect(given("/", "2024-03-02")).toEqual(again);
    expect(given("/", "2024-03-13", words)).toEqual(again);
    expect(given("/", "2024-03-13")).toEqual([]);
    expect(given("2024-03-04", "2024-03-02")).toEqual([]);
    expect(given("", "2024-03-02")).toEqual([]);
  });
});

const rowsOf = (of: SiteBook): Partial<Record<RegisterKey, readonly Cells[]>> => ({
  deals: cellsOf(of, "deals"),
  applications: cellsOf(of, "applications"),
});

import type { CalendarDay } from "../../../../src/domain/kit/calendar-day";
import { openCare } from "../../../../src/domain/register/care/care-due";
import { carryOut, carryOutWants } from "../../../../src/domain/register/sales/carry-out";
import type { Decision } from "../../../../src/domain/register/decision";
import { generateWants } from "../../../../src/domain/register/care/generate-care";
import type { SiteBook } from "../../../../src/domain/register/site";
import { cellsOf, now, today, written } from "../book-of";
import { zhang, no, deal, first, book, withHandOver, after, generated } from "./refund-book";

const carried = (before: SiteBook): Decision => carryOut(before, { no, on: today }, { today, now });

const tasks = (of: SiteBook, client: string): readonly string[] =>
  cellsOf(of, "careTasks")
    .filter(({ clientId }) => clientId === client)
    .map(({ reason, doneOn }) => `${String(reason)}${doneOn === null ? "" : ` ${String(doneOn)}`}`);

const words = "2024-03-10 退房：1-1-0301 已退，不用再做（SQ-20240309-01）";

describe("R15: with the last deal go a client's tasks as an owner", () => {
  test("办结 of 退房 closes those that are open, and says why; what is the client's own stays", () => {
    const before = generated(withHandOver(book()));
    expect(tasks(before, zhang)).toEqual([
      "成交次日",
      "电影周",
      "节气",
      "生日",
      "答谢饭局",
      "样板区活动",
      "节日",
      "交房",
    ]);
    const decision = carried(before);
    const refunded = after(before, decision);
    expect(tasks(refunded, zhang)).toEqual([
      "成交次日 /",
      "电影周 /",
      "节气",
      "生日",
      "答谢饭局 /",
      "样板区活动 /",
      "节日",
      "交房 /",
    ]);
    expect(cellsOf(refunded, "careTasks").flatMap(({ notes }) => notes ?? [])).toEqual(
      Array.from({ length: 6 }, () => words),
    );
    expect(openCare(refunded, "2024-04-30" as CalendarDay).map(({ reason }) => reason)).not.toContain(
      "答谢饭局",
    );
    // R16: the reward follows the deal.
    expect(tasks(refunded, "LY-SS001")).toEqual(["转介绍答谢 /"]);
  });

  test("every cell says what it held, so that 撤销 puts all of it back", () => {
    const before = generated(book());
    const decision = carried(before);
    if (!decision.ok) throw new Error("refused");
    const closed = decision.changes.flatMap((each) =>
      each.kind === "set" && each.form === "careTasks" ? [each] : [],
    );
    expect(closed.map(({ key, was }) => [key, was])).toContainEqual(["doneOn", null]);
    const back = written(
      after(before, decision),
      closed.map((each) => ({ ...each, was: each.value, value: each.was as string | null })),
    );
    expect(cellsOf(back, "careTasks")).toEqual(cellsOf(before, "careTasks"));
  });

  test("what was noted stays; what was done is done", () => {
    const careTasks = `
      | clientId | reason   | dueOn      | doneOn     | notes  |
      | LY-ZS001 | 成交次日 | 2024-03-02 | 2024-03-02 | 谢过   |
      | LY-ZS001 | 电影周   | 2024-03-16 |            | 约周六 |
    `;
    const refunded = after(book({ careTasks }), carried(book({ careTasks })));
    expect(cellsOf(refunded, "careTasks")).toMatchObject([
      { doneOn: "2024-03-02", notes: "谢过" },
      { doneOn: "/", notes: `约周六；${words}` },
    ]);
  });

  test("who has another home stays an owner", () => {
    const other = { ...deal, unitNo: "1-1-0302", subscribedOn: "2024-02-20" };
    const before = generated(book({ deals: [first, other] }));
    expect(tasks(after(before, carried(before)), zhang)).toEqual(tasks(before, zhang));
  });

  test("the pane reads what the decision writes", () => {
    for (const wants of [carryOutWants, generateWants])
      expect(wants.careTasks).toEqual(
        expect.arrayContaining(["clientId", "reason", "detail", "dueOn", "doneOn", "notes"]),
      );
  });
});

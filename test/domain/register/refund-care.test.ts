import type { CalendarDay } from "../../../src/domain/kit/calendar-day";
import { openCare } from "../../../src/domain/register/care-due";
import { carryOut, carryOutWants } from "../../../src/domain/register/carry-out";
import type { Decision } from "../../../src/domain/register/decision";
import { generateCare, generateWants } from "../../../src/domain/register/generate-care";
import type { SiteBook } from "../../../src/domain/register/site";
import type { RegisterKey } from "../../../src/domain/forms/index";
import { draw } from "../draw";
import { bookOf, type Cells, cellsOf, now, site as siteOf, today, written } from "./book-of";

const zhang = "LY-ZS001";
const no = "SQ-20240309-01";

const refund = draw(`
  | no             | kind     | clientId | unitNo   | appliedOn  | refundReason | paid | salesOpinion | financeOpinion | managerOpinion |
  | SQ-20240309-01 | 退房申请 | LY-ZS001 | 1-1-0301 | 2024-03-09 | 工作调动     | 0    | 同意         | 同意           | 同意           |
`);

const deal = {
  dealId: "CLY-ZS001",
  name: "张三",
  consultant: "王强",
  unitNo: "1-1-0301",
  totalPrice: 270000,
};
const first: Cells = { ...deal, subscribedOn: "2024-03-01" };

/** 张三, brought by 老宋, has bought on 1 March and asks for a refund; both agreed to be contacted. */
const book = (more: Partial<Record<RegisterKey, readonly Cells[] | string>> = {}): SiteBook =>
  bookOf({
    visitors: `
      | clientId | visitDate  | name | consultant | referrerId |
      | LY-SS001 | 2023-01-05 | 老宋 | 王强       |            |
      | LY-ZS001 | 2024-01-05 | 张三 | 王强       | LY-SS001   |
    `,
    grades: `
      | clientId | consultant | reachedC   | reachedB   | reachedDeal |
      | LY-ZS001 | 王强       | 2024-01-05 | 2024-02-01 | 2024-03-01  |
    `,
    units: `
      | unitNo   | status | clientId |
      | 1-1-0301 | 认购   | LY-ZS001 |
      | 1-1-0302 | 可售   |          |
    `,
    profiles: `
      | clientId | birthday   | consent |
      | LY-SS001 |            | 是      |
      | LY-ZS001 | 1980-03-28 | 是      |
    `,
    deals: [first],
    applications: refund,
    ...more,
  });

const withHandOver = (of: SiteBook): SiteBook => ({
  ...of,
  site: siteOf({ policies: { ...of.site.policies, handOverOn: "2024-04-05" as CalendarDay } }),
});

const after = (before: SiteBook, decision: Decision): SiteBook => {
  if (!decision.ok) throw new Error(decision.problems.map(({ code }) => code).join(" "));
  return written(before, decision.changes);
};

const generated = (before: SiteBook): SiteBook => after(before, generateCare(before, today));
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

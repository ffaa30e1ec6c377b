/** The whole round on the workbook as the plan builds it: its looks, formulas, rules and protected sheets included. */
import { type CalendarDay, type Moment, serialOfDay } from "../../../src/domain/kit/calendar-day";
import { checkWants, checkWorkbook } from "../../../src/domain/register/check/check-workbook";
import { contactWants, logContact } from "../../../src/domain/register/follow-up/log-contact";
import { callWants, registerCall } from "../../../src/domain/register/client/register-call";
import { registerVisit, visitWants } from "../../../src/domain/register/client/register-visit";
import { dealWants, reportDeal } from "../../../src/domain/register/sales/report-deal";
import type { Model } from "../../../src/excel-host/model/model";
import { openWorkbook } from "../../../src/workbook/office/open-workbook";
import { enter, type Entry } from "../../../src/workbook/office/register-entry";
import { recordProblems } from "../../../src/workbook/office/record-problems";
import { startHistory } from "../../../src/workbook/office/undo";
import { planWorkbook } from "../../../src/workbook/plan/plan-workbook";
import { impatient, modelOf, sitDown } from "./desk";

const today = "2026-11-22" as CalendarDay;
const now = "2026-11-22 10:30" as Moment;
const at = { today, now };

const site = (): Promise<Model> =>
  modelOf(
    planWorkbook(
      {
        project: "示例花园",
        place: "洛阳",
        region: "LY",
        areaCode: "0379",
        consultants: ["王芳", "李强"],
        policy: "000",
        workbookId: "示例-1",
      },
      today,
    ),
  );

const visit: Entry = {
  doing: "登记来访",
  wants: visitWants,
  decide: (book) =>
    registerVisit(
      book,
      {
        visitDate: "2026年11月22日",
        consultant: "王芳",
        name: "张三",
        gender: "男",
        mobile: "１３８ ０３７９ １２３４",
        phone: "63912345",
        channels: "路过，听说",
        layout: "3/2",
        postcode: "471000",
        notes: "=看了样板房",
      },
      at,
    ),
};

test("a visit, a call, a contact and a deal, three round trips each; then the check finds numbers in order", async () => {
  const model = await site();
  const desk = sitDown(model);
  const history = startHistory(20, impatient());
  const port = openWorkbook({ patience: impatient(), onWritten: history.note });
  const run = async (entry: Entry) => {
    desk.traffic();
    const entered = await history.asOne(entry.doing, () => enter(port, entry));
    if (!entered.ok) throw new Error(JSON.stringify(entered.problems));
    expect(entered.differing).toEqual([]);
    expect(desk.traffic().requests).toBe(3);
    return entered;
  };
  const visited = await run(visit);
  expect(visited).toMatchObject({ clientId: "LY-ZS001", rows: [5, 5, 5] });
  const read = await port.read(
    { visitors: ["mobile", "phone", "layout", "notes", "visitDate", "postcode"] },
    "读取",
  );
  expect(Object.fromEntries(read.registers.visitors!.columns)).toEqual({
    mobile: ["138 0379 1234"],
    phone: ["0379-6391 2345"],
    layout: ["3/2"],
    notes: ["=看了样板房"],
    visitDate: [serialOfDay(today)],
    postcode: ["471000"],
  });
  const called = await run({
    doing: "登记来电",
    wants: callWants,
    decide: (book) =>
      registerCall(
        book,
        {
          calledAt: now,
          name: "张四",
          gender: "女",
          mobile: "13903791234",
          channels: "单页",
          notes: "问了总价和付款方式",
          consultant: "李强",
        },
        at,
      ),
  });
  expect(called.clientId).toBe("LY-ZS002");
  const contacted = await run({
    doing: "跟踪",
    wants: contactWants,
    decide: (book) =>
      logContact(
        book,
        {
          contactedAt: now,
          clientId: "LY-ZS002",
          method: "电话",
          notes: "客户说周末全家一起来看，重点看三室两厅的朝向和楼层",
          newGrade: "B",
          consultant: "李强",
        },
        at,
      ),
  });
  expect(contacted.after.registers.grades?.columns.get("reachedB")).toEqual(["", serialOfDay(today)]);
  const deal = await run({
    doing: "成交",
    wants: dealWants,
    decide: (book) =>
      reportDeal(
        book,
        {
          dealId: "LY-ZS001",
          consultant: "王芳",
          subscribedOn: today,
          name: "张三",
          unitNo: "3-1-1202",
          floorArea: 89.5,
          unitPrice: 9000,
          totalPrice: 805_500,
        },
        at,
      ),
  });
  expect(deal.after.registers.deals?.columns.get("dealId")).toEqual(["CLY-ZS001"]);
  // The sheet's own formulas stand in every row.
  const grades = model.cells("等级跟踪", { top: 4, left: 0, bottom: 5, right: 4 });
  expect(grades.map((row) => row.map((cell) => typeof cell === "object" && cell !== null))).toEqual([
    [true, true, false, true, true],
    [true, true, false, true, true],
  ]);
  const ledger = model.workbook.sheets.find(({ name }) => name === "_案场簿");
  expect(ledger?.visibility).toBe("veryHidden");
  expect(ledger?.protection).toBeDefined();

  const book = await port.read(checkWants, "校验");
  const problems = checkWorkbook(book, today);
  expect(problems.filter(({ rule, severity }) => rule === "R1" || severity === "error")).toEqual([]);
  await recordProblems(problems);
  expect(model.texts("校验结果", { top: 4, left: 0, bottom: 4, right: 0 })).toEqual([["提示"]]);

  expect(await history.undo()).toMatchObject({ rows: 1, left: [] });
  expect(history.next()).toBe("跟踪");
  expect((await port.read({ deals: ["dealId"] }, "读取")).registers.deals?.columns.get("dealId")).toEqual([
    "",
  ]);
});

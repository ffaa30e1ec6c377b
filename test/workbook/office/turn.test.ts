/** The turn at the door on the workbook as the plan builds it: two tables side by side on one sheet (R11). */
import fc from "fast-check";
import type { CalendarDay, Moment } from "../../../src/domain/kit/calendar-day";
import type { Decision } from "../../../src/domain/register/decision";
import type { SiteBook } from "../../../src/domain/register/site";
import { turnView } from "../../../src/domain/register/turn/turn";
import { turnWants } from "../../../src/domain/register/turn/turn-log";
import { receiveNew } from "../../../src/domain/register/turn/turn-receive";
import {
  backAtDoor,
  leaveDoor,
  setUpTurn,
  voidReception,
} from "../../../src/domain/register/turn/turn-roster";
import type { Model } from "../../../src/excel-host/model/model";
import { openWorkbook } from "../../../src/workbook/office/open-workbook";
import { enter, type Entered } from "../../../src/workbook/office/register-entry";
import { startHistory } from "../../../src/workbook/office/undo";
import { planWorkbook } from "../../../src/workbook/plan/plan-workbook";
import { impatient, intercept, modelOf, sitDown } from "./desk";

const today = "2026-11-22" as CalendarDay;
const at = (time: string) => ({ today, now: `${today} ${time}` as Moment });

const plan = planWorkbook(
  {
    project: "示例花园",
    place: "洛阳",
    region: "LY",
    areaCode: "0379",
    consultants: ["王芳", "李强", "赵敏"],
    policy: "000",
    workbookId: "示例-1",
  },
  today,
);
const site = (): Promise<Model> => modelOf(plan);

const doing = "接待";
const act = (decide: (book: SiteBook) => Decision): Promise<Entered> =>
  enter(openWorkbook({ patience: impatient() }), { doing, wants: turnWants, decide });
const read = (): Promise<SiteBook> => openWorkbook({ patience: impatient() }).read(turnWants, doing);
const setUp = () => act((book) => setUpTurn(book, at("08:50")));
const receive = (expected: string, time: string) => act((book) => receiveNew(book, { expected }, at(time)));

const line = (book: SiteBook): readonly string[] =>
  turnView(book, today).line.map(({ name, state }) => `${name}${state}`);

test("set up, leave, receive, be back, make up, void: three round trips each, and read back as written", async () => {
  const desk = sitDown(await site());
  const acts: readonly (() => Promise<Entered>)[] = [
    setUp,
    () => act((book) => leaveDoor(book, { name: "王芳", state: "外派", why: "=去银行" }, at("09:00"))),
    () => receive("李强", "09:10"),
    () => act((book) => backAtDoor(book, "王芳", at("09:30"))),
    () => receive("王芳", "09:40"),
    () => receive("赵敏", "09:50"),
  ];
  for (const each of acts) {
    desk.traffic();
    expect(await each()).toMatchObject({ ok: true, differing: [] });
    expect(desk.traffic().requests).toBeLessThanOrEqual(3);
  }
  const book = await read();
  const view = turnView(book, today);
  expect(
    view.today.map(({ step }) => `${step.log.at?.slice(11) ?? ""} ${step.effect} ${step.log.remarks}`),
  ).toEqual([
    "09:00 left 外派：=去银行",
    "09:10 owed 外派",
    "09:10 received ",
    "09:30 back 回来",
    "09:40 madeUp ",
    "09:50 received ",
  ]);
  expect(line(book)).toEqual(["王芳接待中", "李强接待中", "赵敏接待中"]);
  const [last] = view.today.slice(-1);
  await act((fresh) =>
    voidReception(fresh, { row: last?.step.log.row ?? 0, key: "2026-11-22 09:50|赵敏" }, at("09:55")),
  );
  expect(turnView(await read(), today).next?.name).toBe("赵敏");
});

test("撤销 takes a reception back, row and state", async () => {
  sitDown(await site());
  const history = startHistory(20, impatient());
  const port = openWorkbook({ patience: impatient(), onWritten: history.note });
  await setUp();
  const before = await read();
  await history.asOne(doing, () =>
    enter(port, {
      doing,
      wants: turnWants,
      decide: (book) => receiveNew(book, { expected: "王芳" }, at("09:10")),
    }),
  );
  expect(turnView(await read(), today).next?.name).toBe("李强");
  expect(await history.undo({})).toMatchObject({ left: [] });
  const after = await read();
  expect(line(after)).toEqual(line(before));
  expect(turnView(after, today).today).toEqual([]);
});

test("two panes at the same moment: one new client for each turn, whoever is faster", async () => {
  const model = await modelOf(plan);
  const desks = [sitDown(model), sitDown(model, { colleague: true })];
  let turns: fc.Scheduler | undefined;
  for (const [index, desk] of desks.entries())
    intercept(desk, async () => {
      await turns?.schedule(Promise.resolve(), `desk ${index}`);
    });
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), async (scheduler) => {
      await model.load(plan);
      await desks[0]?.at(setUp);
      turns = scheduler;
      const work = desks.map((desk, index) => desk.at(() => receive("王芳", `09:1${index}`)));
      const entered = await scheduler.waitFor(Promise.all(work));
      turns = undefined;
      expect(entered.filter(({ ok }) => ok)).toHaveLength(1);
      expect(entered.flatMap((each) => (each.ok ? [] : each.problems.map(({ code }) => code)))).toEqual([
        "turnMoved",
      ]);
      const book = await desks[0]?.at(read);
      expect(book && turnView(book, today).today.map(({ step }) => step.log.receiver)).toEqual(["王芳"]);
    }),
    { numRuns: 20 },
  );
});

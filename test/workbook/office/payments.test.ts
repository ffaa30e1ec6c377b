/** 付款计划 and 按揭资料 on the workbook as the plan builds it: three tables side by side on one sheet (R13). */
import type { CalendarDay, Moment } from "../../../src/domain/kit/calendar-day";
import { yuanOf } from "../../../src/domain/kit/money";
import type { Decision } from "../../../src/domain/register/decision";
import { askForPapers, handInPaper, planWants } from "../../../src/domain/register/sales/mortgage-papers";
import { refusePayment, shownInstalment } from "../../../src/domain/register/sales/refuse-payment";
import { refuseSigning } from "../../../src/domain/register/sales/refuse-signing";
import { type Deal, salesLedger } from "../../../src/domain/register/sales/sales-ledger";
import { plannedRow, type PlanTerm, setPlan } from "../../../src/domain/register/sales/set-plan";
import { textAt } from "../../../src/domain/register/raw-cell";
import type { SiteBook } from "../../../src/domain/register/site";
import { receiptWants, takeReceipt } from "../../../src/domain/register/sales/take-receipt";
import type { ClientNumber } from "../../../src/domain/rules/client-number";
import { openWorkbook } from "../../../src/workbook/office/open-workbook";
import { enter, type Entered } from "../../../src/workbook/office/register-entry";
import { startHistory } from "../../../src/workbook/office/undo";
import { columnOf } from "../../../src/workbook/plan/references";
import { impatient, intercept, modelOf, sitDown } from "./desk";
import { plainSite, roster } from "./plain-site";

const today = "2026-11-22" as CalendarDay;
const at = { today, now: `${today} 10:30` as Moment };
const clientId = "LY-ZS001" as ClientNumber;
const unitNo = "3-1-1202";

const filled = {
  consultants: roster,
  visitors: [{ clientId, visitDate: "2026-11-01", name: "张三", consultant: "王芳" }],
  units: [{ unitNo, floorArea: 100, unitPrice: 3000, status: "认购", clientId }],
  deals: [
    {
      dealId: `C${clientId}`,
      name: "张三",
      consultant: "王芳",
      unitNo,
      subscribedOn: "2026-11-10",
      floorArea: 100,
      unitPrice: 3000,
      totalPrice: 300000,
    },
  ],
};

const dealOf = (book: SiteBook): Deal => {
  const [deal] = salesLedger(book, today).deals;
  if (deal === undefined) throw new Error("no deal");
  return deal;
};
const planOf = (book: SiteBook): readonly string[] =>
  dealOf(book).instalments.map(
    (each) => `${each.term} ${each.dueOn ?? ""} ${each.amount} ${each.outstanding}`,
  );
const term = (name: string, dueOn: string, amount: number, row?: number): PlanTerm => ({
  term: name,
  dueOn: dueOn as CalendarDay,
  amount: yuanOf(amount),
  row,
});

test("plan, change, receipt, paper: three round trips each, read back as written, and 撤销 takes them back", async () => {
  const desk = sitDown(await modelOf(plainSite({ filled })));
  const history = startHistory(20, impatient());
  const port = openWorkbook({ patience: impatient(), onWritten: history.note });
  const read = (): Promise<SiteBook> => port.read(planWants, "读取回款");
  const act = async (decide: (book: SiteBook) => Decision, wants = planWants): Promise<Entered> => {
    desk.traffic();
    const entered = await history.asOne("回款", () => enter(port, { doing: "回款", wants, decide }));
    expect(desk.traffic().requests).toBeLessThanOrEqual(3);
    expect(entered).toMatchObject({ ok: true, differing: [] });
    return entered;
  };
  const set = (terms: readonly PlanTerm[]) => (book: SiteBook) =>
    setPlan(book, { clientId, unitNo, terms, before: dealOf(book).instalments.map(plannedRow) }, at);

  await act(
    set([
      term("首付", "2026-11-15", 90000),
      term("第一期", "2026-12-15", 100000),
      term("尾款", "2027-01-15", 110000),
    ]),
  );
  const first = dealOf(await read()).instalments[0]?.row ?? 0;
  const changed = ["首付 2026-11-15 120000 120000", "按揭 2026-12-20 180000 180000"];
  await act(set([term("首付", "2026-11-15", 120000, first), term("按揭", "2026-12-20", 180000)]));
  expect(planOf(await read())).toEqual(changed);

  const receipt = { date: today, clientId, unitNo, item: "首付", amount: "120,000" };
  await act((book) => takeReceipt(book, receipt, at), receiptWants);
  expect(planOf(await read())).toEqual(["首付 2026-11-15 120000 0", changed[1]]);

  const by = "2026-11-30" as CalendarDay;
  await act((book) => askForPapers(book, { clientId, unitNo, papers: ["户口本", "收入证明"], by }, at));
  await act((book) => handInPaper(book, { clientId, unitNo, paper: "收入证明", on: today }, at));
  const papersOf = (book: SiteBook): readonly string[] =>
    dealOf(book).papers.map(({ paper, dueOn, handedInOn }) => `${paper} ${dueOn ?? ""} ${handedInOn ?? ""}`);
  expect(papersOf(await read())).toEqual(["户口本 2026-11-30 ", `收入证明 2026-11-30 ${today}`]);

  for (let n = 0; n < 4; n++) await history.undo();
  const before = await read();
  expect(papersOf(before)).toEqual([]);
  expect(planOf(before)).toEqual([
    "首付 2026-11-15 90000 90000",
    "第一期 2026-12-15 100000 100000",
    "尾款 2027-01-15 110000 110000",
  ]);
});

test("客户拒签: only that cell of the client's waiting deposits, three round trips, 撤销 gives it back; said back it is 否", async () => {
  const other = "LY-LS001" as ClientNumber;
  const receipt = (no: string, of: ClientNumber, item: string, amount: number) => ({
    no,
    date: "2026-11-10",
    clientId: of,
    unitNo,
    item,
    amount,
  });
  const desk = sitDown(
    await modelOf(
      plainSite({
        filled: {
          ...filled,
          receipts: [
            receipt("1", clientId, "小定金", 5000),
            receipt("2", other, "大定金", 20000),
            receipt("3", clientId, "大定金", 15000),
          ],
        },
      }),
    ),
  );
  const history = startHistory(20, impatient());
  const port = openWorkbook({ patience: impatient(), onWritten: history.note });
  const said = async (): Promise<string> => {
    const book = await port.read(planWants, "读取回款");
    return salesLedger(book, today)
      .receipts.map(
        ({ no, register, index, amount }) => `${no} ${amount} ${textAt(register, "refused", index)}`,
      )
      .join("、");
  };
  const say = async (refused: boolean): Promise<void> => {
    desk.traffic();
    const entered = await history.asOne("标记客户拒签", () =>
      enter(port, {
        doing: "标记客户拒签",
        wants: planWants,
        decide: (book) => refuseSigning(book, { clientId, unitNo, refused }, at),
      }),
    );
    expect(desk.traffic().requests).toBeLessThanOrEqual(3);
    expect(entered).toMatchObject({ ok: true, differing: [] });
  };
  const before = "1 5000 、2 20000 、3 15000 ";
  expect(await said()).toBe(before);
  await say(true);
  expect(await said()).toBe("1 5000 是、2 20000 、3 15000 是");
  await history.undo();
  expect(await said()).toBe(before);
  await say(true);
  await say(false);
  expect(await said()).toBe("1 5000 否、2 20000 、3 15000 否");
});

describe("客户拒付 of a plan that a colleague sorts meanwhile", () => {
  const words = (name: string, dueOn: string) => ({ clientId, unitNo, term: name, dueOn, amount: 90000 });
  const plan = [words("首付", "2026-11-15"), words("第一期", "2026-12-15")];
  const left = columnOf("instalments", "term");

  /** Which request they come before: 2 looks, 3 writes. */
  const sit = async (before: (request: number) => boolean) => {
    const model = await modelOf(plainSite({ filled: { ...filled, instalments: plan } }));
    const desk = sitDown(model);
    const port = openWorkbook({ patience: impatient() });
    const book = await port.read(planWants, "读取回款");
    const [first] = dealOf(book).instalments;
    if (first === undefined) throw new Error("no instalment");
    let newestFirst = false;
    intercept(desk, async (request) => {
      if (!before(request)) return;
      newestFirst = !newestFirst;
      // As sorting does: the whole of the rows changes places; 期次, 应收日期 tell them apart, all else is alike.
      const at = { top: 4, left, bottom: 5, right: left + 1 };
      const cells = model.cells("定金回款", at);
      const refused = columnOf("instalments", "refused");
      const said = model.cells("定金回款", { top: 4, left: refused, bottom: 5, right: refused });
      await model.userEdits(
        { sheet: "定金回款", top: 4, left, cells: [...cells].reverse() },
        { from: "typed" },
      );
      await model.userEdits(
        { sheet: "定金回款", top: 4, left: refused, cells: [...said].reverse() },
        { from: "typed" },
      );
    });
    return {
      entered: enter(port, {
        doing: "标记客户拒付",
        wants: planWants,
        decide: (fresh) => refusePayment(fresh, { shown: shownInstalment(first), refused: true }, at),
      }),
      said: () => {
        const cell = (top: number, key: "term" | "refused"): string => {
          const column = columnOf("instalments", key);
          const [[holds] = []] = model.cells("定金回款", { top, left: column, bottom: top, right: column });
          return typeof holds === "string" ? holds : "";
        };
        return [4, 5].map((top) => `${cell(top, "term")} ${cell(top, "refused")}`);
      },
    };
  };

  test.each([
    ["before it is looked at", 2],
    ["as it is written", 3],
  ])("%s: the term that was shown is marked all the same", async (_, when) => {
    const { entered, said } = await sit((request) => request === when);
    expect(await entered).toMatchObject({ ok: true });
    expect(said()).toEqual(["第一期 ", "首付 是"]);
  });

  test("every time: said, and nothing is marked", async () => {
    const { entered, said } = await sit(() => true);
    await expect(entered).rejects.toMatchObject({ code: "outrun", doing: "标记客户拒付" });
    expect(said().sort()).toEqual(["第一期 ", "首付 "]);
  });
});

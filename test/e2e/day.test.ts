/** A day at a site, in a real browser: the turn, visits, calls, an appointment kept, deals, a refund, an exchange, grades. */
import type { Browser } from "playwright-core";
import { describeInBrowser, launchBrowser } from "./browser";
import { buildSite, fillVisit, iAm, picture, rowOf, toast, turnTo } from "./pane-drive";
import { openTrialPage, startTimeout, startTrial, type TrialPage, type TrialServer, until } from "./trial";

const contact =
  "电话里说爱人同意了，首付还差五万，月底能到位，约周日上午带爱人再来看一次，重点看学区和停车位。";

describeInBrowser("a day at a site", () => {
  let server: TrialServer;
  let browser: Browser;
  let trial: TrialPage;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startTrial(), launchBrowser()]);
    trial = await openTrialPage(browser, server.address);
  }, startTimeout);
  afterAll(async () => {
    await trial?.close();
    await browser?.close();
    await server?.close();
  });

  /** A list of the pane's own: opened, then one of its options. */
  const choose = async (name: string | RegExp, option: string): Promise<void> => {
    const { pane } = trial;
    await pane.getByRole("combobox", { name }).click();
    await pane.getByRole("option", { name: option, exact: true }).click();
  };

  const save = (): Promise<void> => trial.pane.getByRole("button", { name: "保存", exact: true }).click();

  /** Today, or days before it, as the pane's blanks take it. */
  const dayAgo = (days: number): Promise<string> =>
    trial.page.evaluate((ago) => {
      const now = new Date();
      now.setDate(now.getDate() - ago);
      const two = (n: number): string => String(n).padStart(2, "0");
      return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
    }, days);

  const deal = async (client: string, unit: string): Promise<void> => {
    const { pane } = trial;
    await turnTo(pane, "成交");
    await pane.locator("#deals-client").fill(client);
    await pane.getByRole("option", { name: new RegExp(client, "u") }).click();
    await pane.locator("#deals-unitNo").fill(unit);
    await pane.getByRole("option", { name: unit, exact: true }).first().click();
    await pane.locator("#deals-floorArea").fill("90");
    await pane.locator("#deals-unitPrice").fill("4000");
    await pane.locator("#deals-totalPrice").fill("360000");
    await save();
    await toast(pane, /已写成交报告/u);
  };

  const apply = async (
    kind: string,
    client: string,
    fill: Readonly<Record<string, string>>,
  ): Promise<void> => {
    const { pane } = trial;
    await turnTo(pane, "申请");
    await pane.getByRole("button", { name: "新申请" }).click();
    await pane.getByRole("radio", { name: kind }).click();
    await pane.locator("#applications-clientId").fill(client);
    await pane.getByRole("option", { name: new RegExp(client, "u") }).click();
    for (const [key, value] of Object.entries(fill)) {
      await pane.locator(`#applications-${key}`).fill(value);
      await pane.locator(`#applications-${key}`).press("Tab");
    }
    await pane.getByRole("button", { name: "提交申请" }).click();
    await toast(pane, /^已提交 SQ-/u);
  };

  const approve = async (): Promise<void> => {
    const { pane } = trial;
    for (const [who, name] of [
      ["销售部", "周敏"],
      ["总经理", "吴总"],
      ["财务部", "郑会计"],
    ] as const) {
      const panel = pane.getByRole("form", { name: `轮到${who}签意见` });
      await panel.getByRole("radio", { name: "同意", exact: true }).click();
      await panel.getByRole("textbox", { name: "签字人" }).fill(name);
      await panel.getByRole("button", { name: "签意见" }).click();
      await toast(pane, `已签：${who}同意`);
    }
    await pane.getByRole("form", { name: "办理" }).getByRole("button", { name: "办结" }).click();
    await toast(pane, /已办结/u);
  };

  const statusOf = async (row: number): Promise<string> => (await rowOf(trial, "销控表", row))[11] ?? "";

  test("morning: the workbook, the role, the order at the door", async () => {
    const { pane } = trial;
    await buildSite(pane, false);
    await iAm(pane, "王芳");
    await turnTo(pane, "今日");
    await pane.getByRole("button", { name: "案场经理" }).click();
    await turnTo(pane, "轮序");
    await pane.getByRole("button", { name: "按名单排好" }).click();
    await pane.getByRole("button", { name: "新客户到访：王芳接待" }).waitFor();
    await picture(trial, "day-1-turn");
  });

  test("three visits by turn, each registered with its receiver", async () => {
    const { pane } = trial;
    const people = [
      ["王芳", "张三", "13803790001"],
      ["李强", "李四", "13803790002"],
      ["赵敏", "孙五", "13803790003"],
    ] as const;
    for (const [at, [consultant, name, mobile]] of people.entries()) {
      await turnTo(pane, "轮序");
      await pane.getByRole("button", { name: `新客户到访：${consultant}接待` }).click();
      await pane.getByRole("button", { name: new RegExp(`^登记 .*${consultant}接的客户$`, "u") }).click();
      await fillVisit(pane, name, mobile);
      await pane.locator("#visitors-name").press("Enter");
      await toast(pane, new RegExp(`^已登记 ${name}`, "u"));
      expect((await rowOf(trial, "来访登记", 5 + at))[2]).toBe(consultant);
    }
    // The log says who received whom; the numbers were filled in by the registrations.
    const log = await Promise.all([5, 6, 7].map((row) => rowOf(trial, "接待轮序", row, 12)));
    expect(log.map((row) => row.slice(6, 9))).toEqual([
      ["LY-ZS001", "王芳", "新客户"],
      ["LY-LS001", "李强", "新客户"],
      ["LY-SW001", "赵敏", "新客户"],
    ]);
  });

  test("two calls", async () => {
    const { pane } = trial;
    for (const [at, name] of ["周先生", "吴女士"].entries()) {
      await turnTo(pane, "来电");
      await pane.locator("#calls-name").fill(name);
      await pane.getByRole("radio", { name: at === 0 ? "男" : "女" }).click();
      await pane.locator("#calls-mobile").fill(`1390000111${at}`);
      await pane.getByRole("checkbox", { name: "路过" }).click();
      await pane
        .locator("#calls-notes")
        .fill("问价格和位置，想周末来看，已发送项目位置和户型图，约周六上午十点到访，记得提前联系。");
      await save();
      await toast(pane, new RegExp(`^已登记 ${name}`, "u"));
    }
    expect((await rowOf(trial, "来电登记", 6))[3]).toBe("吴女士");
  });

  test("an appointment kept", async () => {
    const { pane } = trial;
    // Yesterday's visitor, entered today, who said then when they would come again.
    await turnTo(pane, "来访");
    await fillVisit(pane, "钱六", "13803790006");
    await pane.locator("#visitors-visitDate").fill(await dayAgo(1));
    await pane.locator("#visitors-nextAppointment").fill(await dayAgo(0));
    await pane.locator("#visitors-nextAppointment-time").fill("09:00");
    await pane.locator("#visitors-name").press("Enter");
    await toast(pane, /^已登记 钱六/u);
    await turnTo(pane, "今日");
    await picture(trial, "day-2-today");
    await pane.getByRole("button", { name: "钱六 已到" }).click();
    await pane.locator("#followUps-notes").fill(`${contact}${contact}`);
    await save();
    await toast(pane, /^已记录 钱六/u);
    await turnTo(pane, "今日");
    await pane.getByRole("button", { name: "钱六 已到" }).waitFor({ state: "detached" });
  });

  test("a building on the board", async () => {
    const { pane } = trial;
    await turnTo(pane, "销控");
    await pane.getByRole("button", { name: "批量生成房源" }).click();
    const form = pane.getByRole("form", { name: "批量生成房源" });
    await form.getByLabel("楼栋").fill("1");
    await form.getByLabel("每栋单元数").fill("1");
    await form.getByLabel("从第几层").fill("1");
    await form.getByLabel("到第几层").fill("3");
    await form.getByLabel("面积 ㎡ 1").fill("90");
    await form.getByLabel("单价 1").fill("4000");
    await form.getByLabel("面积 ㎡ 2").fill("90");
    await form.getByLabel("单价 2").fill("4000");
    await form.getByRole("button", { name: "生成", exact: true }).click();
    await toast(pane, /已添 6 套房源/u);
    await pane.getByRole("table", { name: /1 栋/u }).waitFor();
  });

  test("two deals: units, grades and board follow", async () => {
    const { pane } = trial;
    const first = (await rowOf(trial, "销控表", 5))[0] ?? "";
    const second = (await rowOf(trial, "销控表", 6))[0] ?? "";
    await deal("张三", first);
    await deal("李四", second);
    expect([await statusOf(5), await statusOf(6), await statusOf(7)]).toEqual(["认购", "认购", "可售"]);
    expect((await rowOf(trial, "等级跟踪", 5))[4]).toBe("√");
    await turnTo(pane, "销控");
    await picture(trial, "day-3-board");
  });

  test("an exchange: both units change state together", async () => {
    const third = (await rowOf(trial, "销控表", 7))[0] ?? "";
    await apply("调房申请", "李四", { newUnitNo: third, reason: "想要朝南的一套" });
    await picture(trial, "day-4-application");
    await approve();
    expect([await statusOf(6), await statusOf(7)]).toEqual(["可售", "认购"]);
    expect(await rowOf(trial, "成交报告", 6, 40)).toContain(third);
  });

  test("a refund: the unit is for sale again, the grade comes back", async () => {
    await apply("退房申请", "张三", {
      paid: "0",
      refundReason: "家中急用钱",
      reason: "家中急用钱",
    });
    await approve();
    expect(await statusOf(5)).toBe("可售");
    expect((await rowOf(trial, "等级跟踪", 5))[4]).not.toBe("√");
  });

  test("the evening meeting grades, and a hopeless client is assigned anew", async () => {
    const { pane } = trial;
    await turnTo(pane, "今日");
    const grades = pane.getByRole("group", { name: "孙五 定级" });
    await grades.scrollIntoViewIfNeeded();
    await picture(trial, "day-5-meeting");
    await grades.getByRole("button", { name: /^孙五 定为 ×/u }).click();
    await pane
      .getByRole("combobox", { name: "C → × 的原因" })
      .fill("多次联系仍拒绝，已明确表示不再考虑本项目，请再分配");
    await pane.getByRole("button", { name: "确定", exact: true }).click();
    await toast(pane, "孙五：C → ×");
    await pane.getByRole("button", { name: "再分配 孙五" }).click();
    await choose(/新置业顾问/u, "李强");
    await choose(/原因/u, "多次联系仍拒绝");
    await picture(trial, "day-6-reassign");
    await pane.getByRole("button", { name: "再分配", exact: true }).click();
    await toast(pane, "孙五 已分给 李强");
    const row = await rowOf(trial, "等级跟踪", 7, 20);
    expect(row[5]).toBe("李强");
    expect(row[12]).toBe("赵敏");
  });

  test("the day's workbook has no error", async () => {
    const { pane } = trial;
    await turnTo(pane, "校验");
    await pane.getByRole("button", { name: "开始校验" }).click();
    await pane.getByText(/行，\d+ 个问题/u).waitFor();
    await picture(trial, "day-7-check");
    await until(() => pane.getByRole("button", { name: /^0 错误|错误 0$/u }).count(), 1);
    expect(trial.errors).toEqual([]);
    expect(trial.outside).toEqual([]);
  });
});

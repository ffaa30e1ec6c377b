import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { describeInBrowser, launchBrowser } from "./browser";
import { buildSite, fillVisit, iAm, keepToasts, picture, rowOf, toast, turnTo } from "./pane-drive";
import { openTrialPage, startTimeout, startTrial, type TrialPage, type TrialServer } from "./trial";

const oldRegister = join(__dirname, "..", "..", "..", "shared", "data", "old", "来访登记-2023.xlsx");

describeInBrowser("the pane in the trial page", () => {
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

  // One day at a sales office: each step stands on the ones before it.
  test("a workbook is built, and the first visit gets LY-ZS001, a grade and a contact", async () => {
    const { pane } = trial;
    await buildSite(pane, false);
    await iAm(pane, "王芳");
    await fillVisit(pane, "张三", "13803791234");
    expect(await pane.locator("[data-number]").textContent()).toBe("LY-ZS001");
    await picture(trial, "pane-visit");
    await pane.locator("#visitors-name").press("Enter");
    await toast(pane, "已登记 张三 LY-ZS001");
    expect((await rowOf(trial, "来访登记", 5)).slice(0, 5)).toEqual([
      "LY-ZS001",
      expect.stringMatching(/^\d{4}-\d\d-\d\d$/u),
      "王芳",
      "张三",
      "男",
    ]);
    expect((await rowOf(trial, "来访登记", 5))[8]).toBe("138 0379 1234");
    expect((await rowOf(trial, "等级跟踪", 5)).slice(2, 6)).toEqual(["LY-ZS001", "张三", "C", "王芳"]);
    expect((await rowOf(trial, "跟踪记录", 5)).slice(1, 5)).toEqual(["LY-ZS001", "张三", "C", "来访"]);
  });

  test("a phone that is known shows whose it is before anything is written", async () => {
    const { pane } = trial;
    await pane.locator("#visitors-mobile").fill("138-0379-1234");
    await pane.locator("#visitors-mobile").press("Tab");
    await pane.getByText("138 0379 1234 已有登记").waitFor();
    await pane.getByText("张三 · LY-ZS001").waitFor();
    await picture(trial, "pane-known-phone");
    await pane.locator("#visitors-mobile").fill("");
    expect((await rowOf(trial, "来访登记", 6)).join("")).toBe("");
  });

  test("撤销 takes a registration back", async () => {
    const { pane } = trial;
    await fillVisit(pane, "李四", "13803795678");
    const letGo = await keepToasts(pane);
    await pane.getByRole("button", { name: "保存" }).click();
    await toast(pane, "已登记 李四");
    expect((await rowOf(trial, "来访登记", 6))[3]).toBe("李四");
    await pane
      .locator(".fui-Toast", { hasText: "已登记 李四" })
      .getByRole("button", { name: "撤销" })
      .click();
    await toast(pane, "已撤销");
    await letGo();
    expect((await rowOf(trial, "来访登记", 6)).join("")).toBe("");
    expect((await rowOf(trial, "来访登记", 5))[3]).toBe("张三");
  });

  test("a call is registered, with the keyboard alone", async () => {
    const { pane } = trial;
    const { keyboard } = trial.page;
    await turnTo(pane, "来电");
    await pane.locator("#calls-name").waitFor();
    await keyboard.type("王先生");
    await keyboard.press("Tab");
    await keyboard.press("Space");
    await pane.locator("#calls-mobile").focus();
    await keyboard.type("13900001111");
    await pane.locator("#calls-channels input").first().focus();
    await keyboard.press("ArrowRight");
    await keyboard.press("Space");
    await pane.locator("#calls-notes").focus();
    await keyboard.type(
      "问价格和位置，想周末来看，已发送项目位置和户型图，约周六上午十点到访，记得提前联系。",
    );
    await keyboard.press("Control+Enter");
    await toast(pane, "已登记 王先生 LY-WA001");
    expect((await rowOf(trial, "来电登记", 5)).slice(1, 5)).toEqual([
      "LY-WA001",
      expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d$/u),
      "王先生",
      "男",
    ]);
  });

  test("the due list shows both; a click goes to the row, 跟踪 logs a contact and a grade", async () => {
    const { pane, page } = trial;
    await turnTo(pane, "今日");
    await pane.getByTitle("到 张三 所在的行").click();
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>("#name-box")?.value === "D5");
    await picture(trial, "pane-today");
    await pane.getByRole("button", { name: "跟踪 张三" }).click();
    await pane
      .locator("#followUps-notes")
      .fill("电话里说爱人同意了，首付还差五万，月底能到位，约周日上午带爱人再来看一次，重点看学区和停车位。");
    await pane.getByRole("radio", { name: "B" }).click();
    await pane.getByText("升级：C → B").waitFor();
    await pane.getByRole("button", { name: "保存" }).click();
    await toast(pane, "已记录 张三 LY-ZS001");
    expect((await rowOf(trial, "等级跟踪", 5))[4]).toBe("B");
  });

  test("a deal report adds up and moves the grade to √", async () => {
    const { pane } = trial;
    await turnTo(pane, "成交");
    await pane.locator("#deals-client").fill("张");
    await pane.getByRole("option", { name: /张三/u }).click();
    await pane.locator("#deals-unitNo").fill("3-1-1202");
    await pane.locator("#deals-floorArea").fill("89.5");
    await pane.locator("#deals-unitPrice").fill("3800");
    await pane.getByRole("button", { name: "用这个数" }).click();
    await picture(trial, "pane-deal");
    await pane.getByRole("button", { name: "保存" }).click();
    await toast(pane, "已写成交报告 CLY-ZS001");
    expect((await rowOf(trial, "成交报告", 5))[0]).toBe("CLY-ZS001");
    expect(await rowOf(trial, "成交报告", 5, 40)).toContain("340,100.00");
    expect((await rowOf(trial, "等级跟踪", 5))[4]).toBe("√");
  });

  test("校验 lists problems, writes 校验结果, and a click goes to the cell", async () => {
    const { pane, page } = trial;
    await turnTo(pane, "校验");
    await pane.getByRole("button", { name: "开始校验" }).click();
    await pane.getByText(/行，\d+ 个问题/u).waitFor();
    await picture(trial, "pane-check");
    await pane
      .getByRole("button", { name: /第 5 行/u })
      .first()
      .click();
    await page.waitForFunction(() =>
      /5$/u.test(document.querySelector<HTMLInputElement>("#name-box")?.value ?? ""),
    );
    expect((await rowOf(trial, "校验结果", 5)).join("")).not.toBe("");
  });

  const withOld = existsSync(oldRegister) ? test : test.skip;
  withOld("收编 takes in the old register of 2023 (needs ../shared/data/old)", async () => {
    const { pane } = trial;
    await pane.getByRole("button", { name: "更多" }).first().click();
    await pane.getByRole("menuitem", { name: "收编旧表" }).click();
    await pane.locator("input[type=file]").setInputFiles(oldRegister);
    await pane.getByText("60 行").waitFor();
    await picture(trial, "pane-adopt-match");
    await pane.getByRole("button", { name: "预览" }).click();
    await pane.getByText("新客户", { exact: true }).waitFor();
    await picture(trial, "pane-adopt-preview");
    await pane.getByRole("button", { name: /^收编 \d+ 行$/u }).click();
    await pane.getByText("收编完成").first().waitFor();
    expect((await rowOf(trial, "来访登记", 65)).join("")).not.toBe("");
    await picture(trial, "pane-adopt-done");
  });

  test("English beside Chinese, chosen in the menu", async () => {
    const { pane } = trial;
    await pane.getByRole("button", { name: "更多" }).first().click();
    await pane.getByRole("menuitemradio", { name: "English" }).click();
    await pane.getByRole("tab", { name: "Today" }).click();
    await pane.getByText("Overdue", { exact: true }).first().waitFor();
    await picture(trial, "pane-english");
    await pane.getByRole("button", { name: "More" }).first().click();
    await pane.getByRole("menuitemradio", { name: "中文" }).click();
    await pane.getByRole("tab", { name: "今日" }).waitFor();
  });

  test("nothing went wrong on the way, and nobody was asked off this machine", () => {
    expect(trial.errors).toEqual([]);
    expect(trial.outside).toEqual([]);
  });
});

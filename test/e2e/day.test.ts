/** A day at a site, in a real browser with mouse and keyboard: from an empty workbook to red overdue rows. */
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Browser } from "playwright-core";
import { readSheets } from "../../src/xlsx/read";
import { lint } from "../xlsx/lint";
import type { Trial } from "../../src/excel-host/trial/page";
import { describeInBrowser, launchBrowser } from "./browser";
import {
  openTrialPage,
  shownText,
  startTimeout,
  startTrial,
  type TrialPage,
  type TrialServer,
} from "./trial";

const root = path.join(__dirname, "../..");
const pictures = path.join(root, "build/pictures/day");
const talk =
  "看了三房样板间，满意朝南的客厅，担心总价超出预算，想和爱人商量后周末再来，已约好带家人复看并算一次月供和首付。";

describeInBrowser("a day at a site", () => {
  let server: TrialServer;
  let browser: Browser;
  let day: TrialPage;

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    server = await startTrial();
    browser = await launchBrowser();
    day = await openTrialPage(browser, server.address);
  }, startTimeout);

  afterAll(async () => {
    await day.close();
    await browser.close();
    await server.close();
  });

  const picture = (name: string): Promise<Buffer> =>
    day.page.screenshot({ path: path.join(pictures, `${name}.png`) });
  const blank = (key: string) => day.pane.locator(`[data-blank="${key}"]`);
  const type = (key: string, text: string): Promise<void> =>
    blank(key).locator("input, textarea").first().fill(text);
  const choose = async (key: string, option: string): Promise<void> => {
    await blank(key).getByRole("combobox").click();
    await day.pane.getByRole("option", { name: option, exact: true }).click();
  };
  const tick = (key: string, choice: string): Promise<void> =>
    blank(key).getByText(choice, { exact: true }).click();
  const ribbon = (name: string): Promise<void> => day.page.getByRole("button", { name, exact: true }).click();
  const tab = (name: string): Promise<void> => day.pane.getByRole("tab", { name }).click();
  /** The workbook computes and the grid follows after the pane has said so. */
  const until = async (what: () => Promise<string>, expected: string | RegExp): Promise<void> => {
    const right = (text: string): boolean =>
      typeof expected === "string" ? text === expected : expected.test(text);
    for (let tries = 0; tries < 100 && !right(await what()); tries++) await day.page.waitForTimeout(200);
    if (typeof expected === "string") expect(await what()).toBe(expected);
    else expect(await what()).toMatch(expected);
  };
  /** Texts of a register's column from its first data row. */
  const column = (sheet: string, at: number, rows: number): Promise<string[]> =>
    Promise.all(Array.from({ length: rows }, (_, row) => shownText(day.page, sheet, 4 + row, at)));

  test("新建案场簿 asks three things and builds every sheet; the sample fills it", async () => {
    await day.pane.getByRole("button", { name: "新建案场簿" }).last().click();
    await day.pane.getByLabel("项目").fill("示例·新天地");
    await day.pane.getByLabel("地点").fill("洛阳");
    await day.pane.getByLabel("置业顾问").fill("李示例、陈示例");
    await day.pane.getByRole("checkbox").check();
    await day.pane.getByRole("button", { name: "新建", exact: true }).click();
    await day.pane.getByText("LY-WX001").first().waitFor({ timeout: 60_000 });
    const sheets = await day.page.evaluate(() =>
      (
        window as unknown as {
          trial: { model: { toBook(): { sheets: { name: string; visibility: string }[] } } };
        }
      ).trial.model
        .toBook()
        .sheets.map(({ name, visibility }) => `${name} ${visibility}`),
    );
    expect(sheets).toEqual([
      ..."首页 来访登记 来电登记 等级跟踪 跟踪记录 成交报告 活动 设置 字典 校验结果"
        .split(" ")
        .map((name) => `${name} visible`),
      "_案场簿 veryHidden",
    ]);
    await picture("1-首页");
  }, 120_000);

  test("登记来访: the number to come, whose phone it is, and three rows written", async () => {
    await ribbon("登记来访");
    await type("visitors-name", "张三丰");
    await day.pane.getByText("LY-ZS002").waitFor();
    await type("visitors-mobile", "199 0000 1000");
    await blank("visitors-phone").locator("input").focus();
    await day.pane.getByText("已有登记").waitFor();
    await picture("2-电话已有登记");
    await type("visitors-mobile", "1380379123");
    await blank("visitors-phone").locator("input").focus();
    await day.pane.getByText("10 位").first().waitFor();
    await type("visitors-mobile", "13803791234");
    await type("visitors-phone", "/");
    await choose("visitors-consultant", "李示例");
    await tick("visitors-gender", "男");
    await tick("visitors-channels", "路过");
    await type("visitors-notes", talk);
    await picture("3-登记来访");
    await day.pane.getByRole("button", { name: "保存" }).click();
    await day.pane
      .getByText(/LY-ZS002.*登记|登记.*LY-ZS002/u)
      .first()
      .waitFor();
    // 28 visitors, 30 clients and their contacts came with the sample.
    await until(() => shownText(day.page, "来访登记", 4 + 28, 0), "LY-ZS002");
    await until(() => shownText(day.page, "来访登记", 4 + 28, 8), "138 0379 1234");
    await until(() => shownText(day.page, "等级跟踪", 4 + 30, 2), "LY-ZS002");
    await until(() => shownText(day.page, "等级跟踪", 4 + 30, 3), "张三丰");
    await until(() => shownText(day.page, "等级跟踪", 4 + 30, 4), "C");
    await until(() => shownText(day.page, "等级跟踪", 4 + 30, 15), "未到期");
    await picture("4-登记好了");
  }, 120_000);

  test("登记来电: a caller gets a number too", async () => {
    await tab("来电");
    await type("calls-name", "欧阳先生");
    await day.pane.getByText("LY-OY002").waitFor();
    await type("calls-mobile", "13803795678");
    await type("calls-otherContact", "/");
    await tick("calls-gender", "男");
    await tick("calls-channels", "户外");
    await choose("calls-consultant", "陈示例");
    await type("calls-notes", "问三房总价与首付，路过看到围挡，约好周六上午来看样板间。");
    await day.pane.getByRole("button", { name: "保存" }).click();
    await until(() => shownText(day.page, "等级跟踪", 4 + 31, 2), "LY-OY002");
    await picture("5-来电");
  }, 120_000);

  test("跟踪: the due list is worst first, a line goes to its row, a contact turns it from red", async () => {
    await ribbon("逾期");
    await day.pane.getByText("逾期 27 天").waitFor();
    const days = (await day.pane.getByText(/^逾期 \d+ 天$/u).allInnerTexts()).map((text) =>
      Number(/\d+/u.exec(text)?.[0]),
    );
    expect(days).toEqual(days.toSorted((a, b) => b - a));
    const before = await shownText(day.page, "等级跟踪", 5, 15);
    expect(before).toBe("逾期27天");
    await day.pane.getByText("王秀英").first().click();
    await until(
      () => day.page.evaluate(() => (window as unknown as { trial: Trial }).trial.model.selection().sheet),
      "等级跟踪",
    );
    await picture("6-逾期");
    await day.pane
      .getByRole("button", { name: /跟踪.*王秀英|王秀英.*跟踪/u })
      .first()
      .click();
    await choose("followUps-consultant", "陈示例").catch(() => undefined);
    await tick("followUps-method", "电话");
    await type(
      "followUps-notes",
      "电话回访，王女士说已和家人商量好，周六下午带父母来复看小复式，问了首付比例和交房时间。",
    );
    await tick("followUps-newGrade", "B");
    await picture("7-跟踪");
    await day.pane.getByRole("button", { name: "保存" }).click();
    await until(() => shownText(day.page, "等级跟踪", 5, 4), "B");
    await until(() => shownText(day.page, "等级跟踪", 5, 15), "未到期");
  }, 120_000);
});

/** The forms that open on a card of 回款 and 销控: given up by key and by button, and saved; the page lives on. */
import type { Browser } from "playwright-core";
import { describeInBrowser, launchBrowser } from "./browser";
import { buildSite, picture, toast, turnTo } from "./pane-drive";
import { openTrialPage, startTimeout, startTrial, type TrialPage, type TrialServer } from "./trial";

describeInBrowser("a form on a card", () => {
  let server: TrialServer;
  let browser: Browser;
  let trial: TrialPage;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startTrial(), launchBrowser()]);
    trial = await openTrialPage(browser, server.address);
    await buildSite(trial.pane, true);
  }, startTimeout);
  afterAll(async () => {
    await trial?.close();
    await browser?.close();
    await server?.close();
  });

  /** Opened and given up by Esc, opened and given up by 取消, opened for good. */
  const openedThrice = async (open: RegExp, name: string): Promise<void> => {
    const form = trial.pane.getByRole("form", { name });
    const opens = trial.pane.getByRole("button", { name: open }).first();
    await opens.click();
    await form.locator("input").first().press("Escape");
    await form.waitFor({ state: "detached" });
    await opens.click();
    await form.getByRole("button", { name: "取消" }).click();
    await form.waitFor({ state: "detached" });
    expect(trial.errors).toEqual([]);
    await opens.click();
  };

  test("回款: 收款 of an instalment", async () => {
    const { pane } = trial;
    await turnTo(pane, "回款");
    await pane
      .getByRole("region", { name: /^逾期/u })
      .getByRole("button", { name: /^(?!逾期)/u })
      .first()
      .click();
    await openedThrice(/^收款：/u, "收款");
    await picture(trial, "card-receipt");
    await pane.getByRole("form", { name: "收款" }).getByRole("button", { name: "保存" }).click();
    await toast(pane, /^已收款 /u);
    await pane.getByRole("form", { name: "收款" }).waitFor({ state: "detached" });
    // The page is there still, with what it shows of the deal.
    await pane.getByRole("button", { name: "全部成交" }).waitFor();
    expect(trial.errors).toEqual([]);
  });

  test("销控: 签约 of a unit that was subscribed", async () => {
    const { pane } = trial;
    await turnTo(pane, "销控");
    const unit = pane.getByRole("button", { name: / 认购 /u }).first();
    const [unitNo = ""] = ((await unit.getAttribute("aria-label")) ?? "").split(" ");
    await unit.click();
    await openedThrice(/^签约$/u, "签约");
    await pane.getByRole("form", { name: "签约" }).getByRole("button", { name: "保存" }).click();
    await toast(pane, `${unitNo} 已签约`);
    await pane.getByRole("form", { name: "签约" }).waitFor({ state: "detached" });
    expect(await pane.getByRole("region", { name: new RegExp(unitNo, "u") }).count()).toBe(1);
    expect(trial.errors).toEqual([]);
  });
});

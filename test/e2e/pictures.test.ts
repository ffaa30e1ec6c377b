/** Pictures of every page of the pane, at three widths, light and dark, in both languages: artefacts of the run. */
import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { describeInBrowser, launchBrowser } from "./browser";
import { buildSite, pictures } from "./pane-drive";
import { openTrialPage, startTimeout, startTrial, type TrialPage, type TrialServer, until } from "./trial";

const views = [
  { name: "320-light-zh", width: 320, dark: false, english: false },
  { name: "320-dark-zh", width: 320, dark: true, english: false },
  { name: "320-light-en", width: 320, dark: false, english: true },
  { name: "350-light-zh", width: 350, dark: false, english: false },
  { name: "450-dark-en", width: 450, dark: true, english: true },
] as const;

const pages = [
  "today",
  "visit",
  "call",
  "follow",
  "turn",
  "client",
  "board",
  "deal",
  "money",
  "apply",
  "check",
  "report",
  "settings",
  "adopt",
  "hq",
  "home",
  "new",
] as const;

describeInBrowser("pictures of the pane", () => {
  let server: TrialServer;
  let browser: Browser;
  beforeAll(async () => {
    [server, browser] = await Promise.all([startTrial(), launchBrowser()]);
    mkdirSync(pictures, { recursive: true });
  }, startTimeout);
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  /** The frame itself takes the width: the trial page would give it more. */
  const narrow = (trial: TrialPage, width: number): Promise<void> =>
    trial.page
      .locator("iframe")
      .first()
      .evaluate((frame, px) => {
        frame.style.cssText += `;width:${px}px!important;min-width:0!important;max-width:none!important;flex:none!important`;
      }, width);

  const remember = (trial: TrialPage, language: string, appearance: string): Promise<void> =>
    trial.pane.locator("body").evaluate(
      (_, [wanted, look]) => {
        window.localStorage.setItem("anchang.language", wanted);
        window.localStorage.setItem("anchang.appearance", look);
      },
      [language, appearance] as const,
    );

  const turnTo = async (trial: TrialPage, hash: string): Promise<void> => {
    await trial.pane.locator("body").evaluate((_, to) => {
      window.location.hash = to;
    }, hash);
    await trial.page.waitForTimeout(350);
  };

  const take = async (trial: TrialPage, name: string): Promise<void> => {
    const path = join(pictures, `${name}.png`);
    // On a slow machine what is read stands there later; of an empty page a picture is small.
    await until(async () => {
      await trial.page.locator("iframe").first().screenshot({ path });
      return statSync(path).size > 5000;
    });
  };

  test.each([...views])("$name", async ({ name, width, dark, english }) => {
    const trial = await openTrialPage(browser, server.address, { colorScheme: dark ? "dark" : "light" });
    try {
      await narrow(trial, width);
      await trial.page.waitForTimeout(500);
      await take(trial, `pane-${name}-first-run`);
      await buildSite(trial.pane, false);
      // Toasts are for people who wait.
      await trial.pane.locator("head").evaluate((head) => {
        const style = document.createElement("style");
        style.textContent = ".fui-Toaster { display: none }";
        head.append(style);
      });
      await turnTo(trial, "#/today");
      await take(trial, `pane-${name}-today-empty`);
      await trial.pane.getByRole("button", { name: "填入示例" }).click();
      await trial.pane
        .getByTitle(/所在的行$/u)
        .first()
        .waitFor();
      const look = dark ? "dark" : "light";
      await remember(trial, english ? "en-US" : "zh-CN", look);
      await trial.pane.locator("body").evaluate(() => window.dispatchEvent(new StorageEvent("storage")));
      await trial.page.waitForTimeout(500);
      for (const page of pages) {
        await turnTo(trial, `#/${page}`);
        if (page === "follow" || page === "deal") {
          const id = page === "follow" ? "#followUps-clientId" : "#deals-client";
          await trial.pane.locator(id).fill("张");
          await trial.pane.getByRole("option").first().click();
          await trial.page.waitForTimeout(400);
        }
        if (page === "check") {
          await trial.pane.locator("button[type=submit]").click();
          await trial.pane.locator("section").first().waitFor();
          await trial.page.waitForTimeout(500);
        }
        await take(trial, `pane-${name}-${page}`);
      }
      expect(trial.errors).toEqual([]);
    } finally {
      await trial.close();
    }
  });
});

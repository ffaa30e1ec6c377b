/** 报表 in a browser: the evening's 日报, another report for another time, put into the open workbook with its charts. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { describeInBrowser, launchBrowser } from "./browser";
import { buildSite, picture, pictures, rowOf, toast, turnTo } from "./pane-drive";
import { openTrialPage, startTimeout, startTrial, type TrialPage, type TrialServer } from "./trial";

interface Told {
  readonly names: readonly string[];
  readonly charts: readonly string[];
  readonly chosen: string;
}

/** The host's sheets, the charts of one of them, and which lies in front. */
const told = (trial: TrialPage, sheet: string): Promise<Told> =>
  trial.page.evaluate((name) => {
    const { model } = (
      window as unknown as {
        trial: {
          model: {
            toBook(): { sheets: readonly { name: string; charts?: readonly { name: string }[] }[] };
            selection(): { sheet: string };
          };
        };
      }
    ).trial;
    const { sheets } = model.toBook();
    return {
      names: sheets.map((each) => each.name),
      charts: sheets.find((each) => each.name === name)?.charts?.map((chart) => chart.name) ?? [],
      chosen: model.selection().sheet,
    };
  }, sheet);

describeInBrowser("reports in the trial page", () => {
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

  test("日报 first, then who bought this quarter, as a sheet with charts; once more takes its place", async () => {
    const trial = await openTrialPage(browser, server.address);
    const { pane } = trial;
    try {
      await buildSite(pane, true);
      await turnTo(pane, "报表");
      await pane.getByRole("region", { name: "来访来电（按置业顾问）" }).waitFor();
      await picture(trial, "report-daily");
      const which = pane.getByRole("combobox", { name: "报表", exact: true });
      for (const key of ["sources", "funnel", "performance", "overdue", "weekly", "deals"]) {
        await which.selectOption(key);
        await pane.getByRole("region", { name: "要点" }).waitFor();
        await pane
          .locator("iframe, main")
          .first()
          .screenshot({ path: join(pictures, `report-${key}.png`) });
      }
      await pane.getByRole("combobox", { name: "期间" }).selectOption("quarter");
      const put = pane.getByRole("button", { name: "放进工作簿" });
      await put.click();
      await toast(pane, "“报表-成交客户分析”已放进工作簿");
      const first = await told(trial, "报表-成交客户分析");
      expect(first.chosen).toBe("报表-成交客户分析");
      expect(first.charts.length).toBeGreaterThan(3);
      expect((await rowOf(trial, "报表-成交客户分析", 1, 1))[0]).toBe("洛阳龙门花园成交客户分析报告");
      await picture(trial, "report-sheet");
      await put.click();
      await toast(pane, "“报表-成交客户分析”已放进工作簿");
      expect((await told(trial, "报表-成交客户分析")).names).toEqual(first.names);
      expect(trial.errors).toEqual([]);
    } finally {
      await trial.close();
    }
  });
});

/** 汇总 in a browser: files of two sites and one that is none, read by the real worker, written and downloaded. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { fillBook } from "../../src/workbook/plan/fill-book";
import { planWorkbook } from "../../src/workbook/plan/plan-workbook";
import { sampleRegisters } from "../../src/workbook/plan/sample";
import { readSheets } from "../../src/xlsx/read";
import { writeBook } from "../../src/xlsx/write";
import { newSite, site, today } from "../workbook/planned-site";
import { temporaryFiles, type TemporaryFiles } from "../xlsx/tools";
import { describeInBrowser, launchBrowser } from "./browser";
import { picture, pictures, toast } from "./pane-drive";
import { openTrialPage, startTimeout, startTrial, type TrialServer } from "./trial";

const siteFile = (project: string): Promise<Uint8Array> =>
  writeBook(
    fillBook(planWorkbook({ ...newSite, project, workbookId: project }, today), sampleRegisters(site, today)),
    { saved: "2026-11-20T01:00:00Z" },
  );

describeInBrowser("汇总 in the trial page (R19)", () => {
  let server: TrialServer;
  let browser: Browser;
  let files: TemporaryFiles;
  beforeAll(async () => {
    files = temporaryFiles();
    writeFileSync(join(files.folder, "新天地.xlsx"), await siteFile("新天地"));
    writeFileSync(join(files.folder, "龙门花园.xlsx"), await siteFile("龙门花园"));
    writeFileSync(join(files.folder, "坏的.xlsx"), "这不是工作簿");
    [server, browser] = await Promise.all([startTrial(), launchBrowser()]);
    mkdirSync(pictures, { recursive: true });
  }, startTimeout);
  afterAll(async () => {
    files?.remove();
    await browser?.close();
    await server?.close();
  });

  test("from an empty workbook: read, seen, written into it with its registers, and downloaded", async () => {
    const trial = await openTrialPage(browser, server.address);
    const { pane, page } = trial;
    try {
      page.setDefaultTimeout(60_000);
      await pane.getByRole("button", { name: "汇总各案场" }).click();
      await picture(trial, "hq-choose");
      await pane
        .getByLabel("选文件", { exact: true })
        .and(pane.locator("input"))
        .setInputFiles(["新天地", "龙门花园", "坏的"].map((name) => join(files.folder, `${name}.xlsx`)));
      const broken = pane.getByRole("region", { name: "没有读成的文件" });
      await broken.getByText("坏的.xlsx").waitFor();
      expect(await broken.innerText()).toContain("不是 Excel 工作簿");
      // The same invented clients at both: everyone is at two sites.
      await pane.getByRole("region", { name: "同一电话出现在两个以上案场" }).waitFor();
      await picture(trial, "hq-result");
      const frame = page.locator("iframe").first();
      await frame.evaluate((each) => {
        each.style.cssText += ";width:320px!important;min-width:0!important;flex:none!important";
      });
      await frame.screenshot({ path: join(pictures, "hq-result-320.png") });
      const sheetsNow = () =>
        page.evaluate(() => {
          const { model } = (
            window as unknown as { trial: { model: { toBook(): { sheets: readonly { name: string }[] } } } }
          ).trial;
          return model.toBook().sheets.map(({ name }) => name);
        });
      const before = await sheetsNow();
      // Two small sites are written in a moment: 停下 is pressed as soon as it is there.
      await pane.locator("body").evaluate((body) => {
        const look = (): void => {
          const stop = [...body.querySelectorAll("button")].find(({ textContent }) => textContent === "停下");
          if (stop === undefined) requestAnimationFrame(look);
          else stop.click();
        };
        look();
      });
      await pane.getByRole("button", { name: "写进工作簿" }).click();
      await pane.getByText("已停下，没有写进去：工作簿和写之前一样。").waitFor();
      expect(await sheetsNow()).toEqual(before);

      await pane.getByRole("button", { name: "写进工作簿" }).click();
      await pane.getByText("停下的话，工作簿和写之前一样。").waitFor();
      await frame.screenshot({ path: join(pictures, "hq-writing-320.png") });
      await toast(pane, "汇总已写进这本工作簿");
      await picture(trial, "hq-written");
      expect(await sheetsNow()).toEqual(
        expect.arrayContaining(["汇总", "跨案场客户", "文件清单", "来访登记", "成交报告"]),
      );

      const [download] = await Promise.all([
        page.waitForEvent("download"),
        pane.getByRole("button", { name: "存成文件" }).click(),
      ]);
      const book = await readSheets(readFileSync(await download.path()), { serials: true });
      const visits = book.sheets.find(({ name }) => name === "来访登记");
      const from = new Map<unknown, number>();
      for (const { row, cells } of visits?.rows ?? [])
        if (row > 2) from.set(cells[0]?.value, (from.get(cells[0]?.value) ?? 0) + 1);
      expect([...from.keys()].sort()).toEqual(["洛阳-新天地", "洛阳-龙门花园"].sort());
      expect(new Set(from.values()).size).toBe(1);
      expect(trial.errors).toEqual([]);
      expect(trial.outside).toEqual([]);
    } finally {
      await trial.close();
    }
  }, 300_000);
});

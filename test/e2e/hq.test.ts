/** 汇总 in a browser: files of two sites and one that is none, read by the real worker, written and downloaded. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, FrameLocator, Page } from "playwright-core";
import { fillBook } from "../../src/workbook/plan/fill-book";
import { planWorkbook } from "../../src/workbook/plan/plan-workbook";
import { sampleRegisters } from "../../src/workbook/plan/sample";
import { readSheets } from "../../src/xlsx/read";
import { writeBook } from "../../src/xlsx/write";
import { newSite, site, today } from "../workbook/planned-site";
import { temporaryFiles, type TemporaryFiles } from "../xlsx/tools";
import { describeInBrowser, launchBrowser } from "./browser";
import { noting, picture, pictures, toast } from "./pane-drive";
import { cellDrawn, openTrialPage, startTimeout, startTrial, type TrialServer } from "./trial";

const siteFile = (project: string, saved = "2026-11-20T01:00:00Z"): Promise<Uint8Array> =>
  writeBook(
    fillBook(planWorkbook({ ...newSite, project, workbookId: project }, today), sampleRegisters(site, today)),
    { saved },
  );

interface TrialWindow {
  readonly trial: {
    readonly model: {
      toBook(): {
        readonly sheets: readonly {
          readonly name: string;
          readonly blocks: readonly { readonly rows: readonly (readonly unknown[])[] }[];
        }[];
      };
    };
  };
}

const sheetsOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => (window as unknown as TrialWindow).trial.model.toBook().sheets.map(({ name }) => name));

/** By site, the files its visits come from. */
const visitsFrom = (page: Page): Promise<Readonly<Record<string, readonly string[]>>> =>
  page.evaluate(() => {
    const { sheets } = (window as unknown as TrialWindow).trial.model.toBook();
    const rows = sheets.find(({ name }) => name === "来访登记")?.blocks.flatMap((block) => block.rows) ?? [];
    const found: Record<string, string[]> = {};
    for (const [site, file] of rows)
      if (typeof site === "string" && site.startsWith("洛阳-"))
        found[site] = [...new Set([...(found[site] ?? []), String(file)])];
    return found;
  });

const choose = (pane: FrameLocator, label: string, paths: readonly string[]): Promise<void> =>
  pane
    .getByLabel(label, { exact: true })
    .and(pane.locator("input"))
    .setInputFiles([...paths]);

const narrow = (page: Page): Promise<void> =>
  page
    .locator("iframe")
    .first()
    .evaluate((each) => {
      each.style.cssText += ";width:320px!important;min-width:0!important;flex:none!important";
    });

describeInBrowser("汇总 in the trial page (R19)", () => {
  let server: TrialServer;
  let browser: Browser;
  let files: TemporaryFiles;
  beforeAll(async () => {
    files = temporaryFiles();
    writeFileSync(join(files.folder, "新天地.xlsx"), await siteFile("新天地"));
    writeFileSync(join(files.folder, "龙门花园.xlsx"), await siteFile("龙门花园"));
    writeFileSync(join(files.folder, "坏的.xlsx"), "这不是工作簿");
    writeFileSync(join(files.folder, "新天地 本周.xlsx"), await siteFile("新天地", "2026-11-21T01:00:00Z"));
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
      await pane.getByRole("button", { name: "汇总各案场" }).click();
      await picture(trial, "hq-choose");
      await choose(
        pane,
        "选文件",
        ["新天地", "龙门花园", "坏的"].map((name) => join(files.folder, `${name}.xlsx`)),
      );
      const broken = pane.getByRole("region", { name: "没有读成的文件" });
      await broken.getByText("坏的.xlsx").waitFor();
      expect(await broken.innerText()).toContain("不是 Excel 工作簿");
      // The same invented clients at both: everyone is at two sites.
      await pane.getByRole("region", { name: "同一电话出现在两个以上案场" }).waitFor();
      await picture(trial, "hq-result");
      const frame = page.locator("iframe").first();
      await narrow(page);
      await frame.screenshot({ path: join(pictures, "hq-result-320.png") });
      const before = await sheetsOf(page);
      // Two small sites are written in a moment: 停下 is pressed as soon as it is there.
      await pane.locator("body").evaluate((body) => {
        const looking = new MutationObserver(() => {
          const stop = [...body.querySelectorAll("button")].find(({ textContent }) => textContent === "停下");
          if (stop === undefined) return;
          looking.disconnect();
          stop.click();
        });
        looking.observe(body, { childList: true, subtree: true });
      });
      await pane.getByRole("button", { name: "写进工作簿" }).click();
      await pane.getByText("已停下，没有写进去：工作簿和写之前一样。").waitFor();
      expect(await sheetsOf(page)).toEqual(before);

      const hint = await noting(pane, "停下的话，工作簿和写之前一样。");
      await pane.getByRole("button", { name: "写进工作簿" }).click();
      await hint();
      await frame.screenshot({ path: join(pictures, "hq-writing-320.png") });
      await toast(pane, "汇总已写进这本工作簿");
      await picture(trial, "hq-written");
      expect(await sheetsOf(page)).toEqual(
        expect.arrayContaining(["汇总", "跨案场客户", "文件清单", "来访登记", "成交报告"]),
      );

      const [download] = await Promise.all([
        page.waitForEvent("download"),
        pane.getByRole("button", { name: "存成文件" }).click(),
      ]);
      const bytes = readFileSync(await download.path());
      writeFileSync(join(files.folder, "上周汇总.xlsx"), bytes);
      const book = await readSheets(bytes, { serials: true });
      const visits = book.sheets.find(({ name }) => name === "来访登记");
      const from = new Map<unknown, number>();
      for (const { row, cells } of visits?.rows ?? [])
        if (row > 2) from.set(cells[0]?.value, (from.get(cells[0]?.value) ?? 0) + 1);
      expect([...from.keys()].sort()).toEqual(["洛阳-新天地", "洛阳-龙门花园"].sort());
      expect(new Set(from.values()).size).toBe(1);

      // The week after, one site's newer file: the other stays.
      await pane.getByRole("button", { name: "重来" }).click();
      await choose(pane, "选文件", [join(files.folder, "新天地 本周.xlsx")]);
      const kept = pane.getByRole("region", { name: "沿用上次的案场" });
      await kept.getByText("洛阳-龙门花园").waitFor();
      expect(await kept.innerText()).not.toContain("改过");
      await frame.screenshot({ path: join(pictures, "hq-kept-320.png") });
      await pane.getByRole("button", { name: "写进工作簿" }).click();
      await toast(pane, "汇总已写进这本工作簿");
      expect(await visitsFrom(page)).toEqual({
        "洛阳-新天地": ["新天地 本周.xlsx"],
        "洛阳-龙门花园": ["龙门花园.xlsx"],
      });
      expect(trial.errors).toEqual([]);
      expect(trial.outside).toEqual([]);
    } finally {
      await trial.close();
    }
  });

  test("from last week's result opened again: kept sites by choice, in English too", async () => {
    const file = join(files.folder, "上周汇总.xlsx");
    const second = await startTrial(0, file);
    const trial = await openTrialPage(browser, second.address);
    const { pane, page } = trial;
    try {
      // "1. 各案场", and the first site under it.
      await cellDrawn(page, 3, 0);
      await cellDrawn(page, 5, 0);
      await picture(trial, "hq-opened");
      await pane.locator("body").evaluate(() => {
        window.localStorage.setItem("anchang.language", "en-US");
        window.dispatchEvent(new StorageEvent("storage"));
      });
      await narrow(page);
      await pane.getByRole("button", { name: /Merge sites/u }).click();
      await choose(pane, "Choose files", [join(files.folder, "新天地 本周.xlsx")]);
      const kept = pane.getByRole("region", { name: "Kept from last time" });
      await kept.getByText("洛阳-龙门花园").waitFor();
      await page
        .locator("iframe")
        .first()
        .screenshot({ path: join(pictures, "hq-kept-320-en.png") });
      const keep = pane.getByRole("checkbox", { name: "Keep the sites from last time" });
      await keep.uncheck();
      await kept.waitFor({ state: "detached" });
      await keep.check();
      await kept.waitFor();
      await pane.getByRole("button", { name: "Into the workbook" }).click();
      await toast(pane, "The summary stands in this workbook");
      expect(await visitsFrom(page)).toEqual({
        "洛阳-新天地": ["新天地 本周.xlsx"],
        "洛阳-龙门花园": ["龙门花园.xlsx"],
      });
      expect(trial.errors).toEqual([]);
    } finally {
      await trial.close();
      await second.close();
    }
  });
});

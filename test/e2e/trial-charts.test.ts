/** Charts over the trial grid: at their cells, scrolled with them, drawn anew when their figures change. */
import type { Browser } from "playwright-core";
import type { Trial } from "../../src/excel-host/trial/page";
import { charted } from "../xlsx/charted";
import { describeInBrowser, launchBrowser } from "./browser";
import { picture } from "./pane-drive";
import { openTrialPage, startTimeout, startTrial, type TrialPage, type TrialServer, until } from "./trial";

describeInBrowser("charts in the grid", () => {
  let server: TrialServer;
  let browser: Browser;
  let trial: TrialPage;
  beforeAll(async () => {
    [server, browser] = await Promise.all([startTrial(), launchBrowser()]);
    trial = await openTrialPage(browser, server.address);
    await trial.page.evaluate(
      (book) => (window as unknown as { trial: Trial }).trial.model.load(book),
      charted,
    );
    await trial.page.locator(".charts img").first().waitFor();
  }, startTimeout);
  afterAll(async () => {
    await trial?.close();
    await browser?.close();
    await server?.close();
  });

  const source = (name: string): Promise<string> =>
    trial.page
      .getByAltText(name, { exact: true })
      .evaluate((image: HTMLImageElement) => decodeURIComponent(image.src));

  test("stand at their cells, with what they say for those who cannot see them", async () => {
    await picture(trial, "trial-charts");
    const placed = () =>
      trial.page.evaluate(() => {
        const { grid } = (window as unknown as { trial: Trial }).trial;
        const cell = grid()?.cellBox(1, 5);
        const image = document.querySelector<HTMLImageElement>(".charts img");
        const [left, top, width] = [image?.offsetLeft, image?.offsetTop, image?.naturalWidth ?? 0];
        return { isAtItsCell: left === cell?.left && top === cell?.top, isDrawn: width > 300 };
      });
    await until(placed, { isAtItsCell: true, isDrawn: true });
    expect(await source("计划 & 实际 <户>")).toContain("第6周");
  });

  test("are drawn anew when a figure changes", async () => {
    const before = await source("累计");
    await trial.page.evaluate(() =>
      (window as unknown as { trial: Trial }).trial.model.userEdits(
        { sheet: "季度进度", top: 8, left: 2, cells: [[40]] },
        { from: "typed" },
      ),
    );
    await until(async () => (await source("累计")) !== before);
  });

  test("scroll with their cells, under the column letters", async () => {
    const { page } = trial;
    const seen = () =>
      page.evaluate(() => {
        const { grid } = (window as unknown as { trial: Trial }).trial;
        const image = document.querySelector<HTMLImageElement>(".charts img");
        const box = grid()?.areaBox({ top: 1, left: 5, bottom: 17, right: 12 });
        return { cells: box?.top ?? 0, image: image?.offsetTop ?? 0, clip: image?.style.clipPath ?? "" };
      });
    const before = await seen();
    await page.locator("[data-part=grid]").hover();
    await page.mouse.wheel(0, 120);
    // It is on its way for some frames.
    await until(async () => {
      const { cells, image, clip } = await seen();
      const cut = Number(/inset\((\d+)/u.exec(clip)?.[1]);
      return image < before.image ? [image - Math.round(cells), cut + image] : "not scrolled";
    }, [0, 22]);
    await picture(trial, "trial-charts-scrolled");
  });

  test("another sheet has its own", async () => {
    await trial.page.getByRole("tab", { name: "卡片" }).click();
    await trial.page.locator(".charts img").first().waitFor({ state: "detached" });
    await trial.page.getByRole("tab", { name: "a b-图" }).click();
    await trial.page.getByAltText("pie").waitFor({ state: "attached" });
    await until(() => trial.page.locator(".charts img").count(), 5);
    expect(trial.errors).toEqual([]);
  });
});

/** Drives the pane in the trial page as a person does, with mouse and keyboard. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { FrameLocator } from "playwright-core";
import type { TrialPage } from "./trial";

export const pictures = join(__dirname, "..", "..", "build", "pictures");

export const talk =
  "看了三房样板间，满意朝南的客厅，担心总价超出预算，想和爱人再商量，约好周末带父母一起来看小区环境和学校。";

export const buildSite = async (pane: FrameLocator, sample: boolean): Promise<void> => {
  await pane.getByRole("button", { name: "新建案场簿" }).click();
  await pane.locator("#new-project").fill("洛阳龙门花园");
  await pane.locator("#new-place").fill("洛阳");
  await pane.locator("#new-consultants").fill("王芳\n李强\n赵敏");
  if (sample) await pane.getByText("填入 30 位示例客户").click();
  await pane.getByRole("button", { name: "新建", exact: true }).click();
  await pane.getByText("案场簿已建好", { exact: true }).waitFor({ timeout: 120_000 });
};

export const iAm = async (pane: FrameLocator, name: string): Promise<void> => {
  await pane.getByRole("button", { name: "我是谁" }).click();
  await pane.getByRole("menuitemradio", { name }).click();
};

/** A page of the first row, or one behind the menu. */
export const turnTo = async (pane: FrameLocator, page: string): Promise<void> => {
  const tab = pane.getByRole("tab", { name: page });
  await pane.getByRole("tab").first().waitFor();
  if ((await tab.count()) > 0) {
    await tab.click();
    return;
  }
  await pane.getByRole("navigation").getByRole("button", { name: "更多" }).click();
  await pane.getByRole("menuitem", { name: page, exact: true }).click();
};

/** The blanks a first visit cannot do without. */
export const fillVisit = async (pane: FrameLocator, name: string, mobile: string): Promise<void> => {
  await pane.locator("#visitors-name").fill(name);
  await pane.getByRole("radio", { name: "男" }).click();
  await pane.locator("#visitors-mobile").fill(mobile);
  await pane.getByRole("checkbox", { name: "路过" }).click();
  await pane.locator("#visitors-notes").fill(talk);
};

/**
 * The next toast of these words: each counts once, for one of the same words may still stand from the act before.
 * Its title; the same words stand a second time where screen readers hear them.
 */
export const toast = async (pane: FrameLocator, words: string | RegExp): Promise<void> => {
  const next = pane.locator(".fui-ToastTitle:not([data-seen])", { hasText: words }).first();
  await next.evaluate(
    (title) => {
      title.setAttribute("data-seen", "");
    },
    undefined,
    { timeout: 30_000 },
  );
};

export const picture = async (trial: TrialPage, name: string): Promise<void> => {
  mkdirSync(pictures, { recursive: true });
  // What comes and goes has come and gone.
  await trial.page.waitForTimeout(400);
  await trial.page.screenshot({ path: join(pictures, `${name}.png`) });
};

/** All shown texts of a row, from column A. Rows count as the sheet shows them. */
export const rowOf = (
  trial: TrialPage,
  sheet: string,
  row: number,
  columns = 20,
): Promise<readonly string[]> =>
  trial.page.evaluate(
    ([name, at, width]) => {
      const { model } = (window as unknown as { trial: { model: Texts } }).trial;
      return model.texts(name, { top: at - 1, left: 0, bottom: at - 1, right: width - 1 })[0] ?? [];
    },
    [sheet, row, columns] as const,
  );

interface Texts {
  texts(
    sheet: string,
    area: { top: number; left: number; bottom: number; right: number },
  ): readonly (readonly string[])[];
}

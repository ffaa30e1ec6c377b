/** Drives the pane in the trial page as a person does, with mouse and keyboard. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { FrameLocator } from "playwright-core";
import { type TrialPage, until } from "./trial";

export const pictures = join(__dirname, "..", "..", "build", "pictures");

export const talk =
  "看了三房样板间，满意朝南的客厅，担心总价超出预算，想和爱人再商量，约好周末带父母一起来看小区环境和学校。";

export const buildSite = async (pane: FrameLocator, sample: boolean): Promise<void> => {
  await pane.getByRole("button", { name: "新建案场簿", exact: true }).click();
  await pane.locator("#new-project").fill("洛阳龙门花园");
  await pane.locator("#new-place").fill("洛阳");
  await pane.locator("#new-consultants").fill("王芳\n李强\n赵敏");
  if (sample) await pane.getByText("填入 30 位示例客户").click();
  await pane.getByRole("button", { name: "新建", exact: true }).click();
  await toast(pane, "案场簿已建好");
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
 * The next toast whose title has these words: each counts once, for one of the same words may have come of the act
 * before, and counts though it is gone again.
 */
export const toast = async (pane: FrameLocator, words: string | RegExp): Promise<void> => {
  const [source, flags] = typeof words === "string" ? [] : [words.source, words.flags];
  const takeNext = (): Promise<unknown> =>
    pane.locator("html").evaluate(
      (_, [text, pattern, how]) => {
        const { toastsSaid: said } = window as unknown as { toastsSaid: string[] };
        const at = said.findIndex((title) =>
          pattern === undefined ? title.includes(text) : new RegExp(pattern, how).test(title),
        );
        return at < 0 ? said : said.splice(at, 1).length === 1;
      },
      [String(words), source, flags] as const,
    );
  await until(takeNext);
};

/** Toasts stand until another takes their place, for whoever is slow to press their buttons. @returns no longer */
export const keepToasts = async (pane: FrameLocator): Promise<() => Promise<void>> => {
  await pane.locator("head").evaluate((head) => {
    const style = document.createElement("style");
    style.id = "keep-toasts";
    style.textContent = "[data-timer-status] { animation-play-state: paused !important }";
    head.append(style);
  });
  return () => pane.locator("#keep-toasts").evaluate((style) => style.remove());
};

/** Words that may be gone again before anybody looks: noted from now on. @returns waits until they have stood there */
export const noting = async (pane: FrameLocator, words: string): Promise<() => Promise<void>> => {
  await pane.locator("body").evaluate((body, noted) => {
    const seen = { words: false };
    Object.assign(window, { seen });
    new MutationObserver(() => {
      if (body.textContent.includes(noted)) seen.words = true;
    }).observe(body, { childList: true, subtree: true, characterData: true });
  }, words);
  return () =>
    until(() =>
      pane.locator("body").evaluate(() => (window as unknown as { seen: { words: boolean } }).seen.words),
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

/** The pane by keyboard: what is opened gives the focus back to what had opened it, and the focus is never lost. */
import type { Browser, Frame } from "playwright-core";
import { describeInBrowser, launchBrowser } from "./browser";
import { buildSite } from "./pane-drive";
import { openTrialPage, startTimeout, startTrial, type TrialPage, type TrialServer } from "./trial";

const client = "#/client?client=LY-ZS001";
/** Every page, and every view a page gives way to. */
const views = [
  "#/today",
  "#/visit",
  "#/call",
  "#/follow?client=LY-ZS001",
  "#/client",
  "#/client?do=door",
  client,
  ...["edit", "merge", "assign", "score", "profile", "lost", "invite"].map((each) => `${client}&do=${each}`),
  "#/turn",
  "#/apply",
  "#/apply?new=1",
  "#/apply?no=SQ-20261117-01",
  "#/board",
  "#/board?tab=chase",
  "#/board?unit=3-1-1001",
  "#/deal?client=LY-ZS001",
  "#/money",
  "#/check",
  "#/report",
  "#/settings",
  "#/adopt",
  "#/hq",
  "#/home",
];

/** Of what does the same a hundred times, one is enough. */
const most = 16;

interface Focus {
  /** "body" and "main" are nobody's; "layer" floats above the page. */
  readonly at: "body" | "main" | "page" | "header" | "layer";
  readonly name: string;
  readonly hash: string;
}

describeInBrowser("the focus in the pane", () => {
  let server: TrialServer;
  let browser: Browser;
  let trial: TrialPage;
  let pane: Frame;
  beforeAll(async () => {
    [server, browser] = await Promise.all([startTrial(), launchBrowser()]);
    trial = await openTrialPage(browser, server.address);
    await buildSite(trial.pane, true);
    const [, frame] = trial.page.frames();
    if (!frame) throw new Error("there is no pane");
    pane = frame;
    await pane.evaluate(() => {
      window.localStorage.setItem("anchang.role", "manager");
      window.localStorage.setItem("anchang.consultant", "王芳");
      window.dispatchEvent(new StorageEvent("storage"));
    });
  }, startTimeout);
  afterAll(async () => {
    await trial?.close();
    await browser?.close();
    await server?.close();
  });

  const focus = (): Promise<Focus> =>
    pane.evaluate(() => {
      const { activeElement: active, body } = document;
      const main = document.querySelector("main");
      const at =
        !active || active === body
          ? "body"
          : active === main
            ? "main"
            : main?.contains(active)
              ? "page"
              : active.closest("header")
                ? "header"
                : "layer";
      const name = active?.getAttribute("aria-label") ?? active?.textContent?.trim() ?? "";
      return { at, name: name.slice(0, 60) || (active?.id ?? ""), hash: window.location.hash };
    });
  /** Until nothing changes in the pane for some frames: where the machine is slow, they are long. */
  const quiet = (): Promise<void> =>
    pane.evaluate(async () => {
      let still = 0;
      const looking = new MutationObserver(() => (still = 0));
      looking.observe(document, { attributes: true, characterData: true, childList: true, subtree: true });
      for (let frames = 0; still < 8 && frames < 600; frames++, still++)
        await new Promise((resolve) => requestAnimationFrame(resolve));
      looking.disconnect();
    });
  /** What somebody has: what is being read or saved comes in its time. */
  const settledFocus = async (passing: readonly Focus["at"][] = ["body", "main"]): Promise<Focus> => {
    await quiet();
    let now = await focus();
    for (let tries = 0; tries < 600 && passing.includes(now.at); tries++) {
      await trial.page.waitForTimeout(100);
      now = await focus();
    }
    return now;
  };
  /** Names of what can be opened on the page, one of each kind. */
  const offered = (): Promise<readonly string[]> =>
    pane.evaluate(() => {
      const kinds = new Map<string, string>();
      for (const each of document.querySelectorAll<HTMLElement>("main a[href], main button, main summary")) {
        if (each.matches(":disabled, [aria-disabled=true]") || each.tabIndex < 0 || !each.checkVisibility())
          continue;
        const shown = each.textContent.trim();
        const label = each.getAttribute("aria-label") ?? shown.slice(0, 60);
        const kind = `${(shown || label).replace(/[\d.,:-]+/gu, "#").slice(0, 8)} ${each.closest("li") ? "in a list" : ""}`;
        // Of whole lines that are buttons the first is as good as any.
        const row = each.closest("ul") && each.parentElement?.tagName === "LI" ? "a line" : kind;
        if (label !== "" && !kinds.has(row)) kinds.set(row, label);
      }
      return [...kinds.values()];
    });
  /** Gives a control of the page the focus, as tabbing there does. */
  const reach = (name: string): Promise<boolean> =>
    pane.evaluate((wanted) => {
      const found = [
        ...document.querySelectorAll<HTMLElement>("main a[href], main button, main summary"),
      ].find(
        (each) =>
          (each.getAttribute("aria-label") ?? each.textContent.trim().slice(0, 60)) === wanted &&
          each.checkVisibility(),
      );
      found?.focus();
      return found !== undefined && document.activeElement === found;
    }, name);
  const stands = (name: string): Promise<boolean> =>
    pane.evaluate(
      (wanted) =>
        [...document.querySelectorAll("main a[href], main button, main summary")].some(
          (each) => (each.getAttribute("aria-label") ?? each.textContent.trim().slice(0, 60)) === wanted,
        ),
      name,
    );
  const open = async (hash: string): Promise<void> => {
    for (const each of [hash === "#/home" ? "#/report" : "#/home", hash]) {
      await pane.evaluate((to) => {
        window.location.hash = to;
      }, each);
      await quiet();
    }
    await pane.waitForFunction(() => document.querySelector("main button, main input") !== null);
  };

  test.each(views)("%s", async (view) => {
    const { keyboard } = trial.page;
    const lost: string[] = [];
    let tried = 0;
    await open(view);
    // What is still being read offers nothing yet.
    let controls = await offered();
    for (let tries = 0; tries < 600 && controls.length === 0; tries++) {
      await trial.page.waitForTimeout(100);
      controls = await offered();
    }
    for (const name of controls.slice(0, most)) {
      if (!(await reach(name))) {
        await open(view);
        if (!(await reach(name))) {
          // What was done before may have taken it away.
          if (await stands(name)) lost.push(`${name}: not reached`);
          continue;
        }
      }
      tried++;
      const before = await focus();
      await keyboard.press("Enter");
      const opened = await settledFocus();
      if (opened.at === "body" || opened.at === "main") lost.push(`${name} → ${opened.at}`);
      const gaveWay = opened.hash !== before.hash || !(await stands(name));
      if (opened.at === "layer" || gaveWay) {
        await keyboard.press("Escape");
        const closed = await settledFocus(["body", "main", "layer"]);
        const isBack = closed.hash === before.hash;
        const said = `${name} → ${opened.name} → Esc → ${closed.at} ${closed.name}`;
        if (closed.at === "body" || closed.at === "main" || closed.at === "layer") lost.push(said);
        // Looking for somebody begins with the blank, whatever line one comes from.
        else if (isBack && (await stands(name)) && closed.name !== name && closed.name !== "找客户")
          lost.push(said);
      }
      if ((await focus()).hash !== before.hash) await open(view);
    }
    expect(lost).toEqual([]);
    expect(tried).toBeGreaterThan(0);
  });
});

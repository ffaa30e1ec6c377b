/**
 * Every page of the pane, in a real browser, on a workbook of 20,000 clients and 60,000 contacts: from the turn of the
 * page to its content on the screen, opened for the first time and again.
 * The pane, Office.js and the stand-in share one thread; a profile says whose time it was. With real Excel the
 * stand-in's share is Excel's own, and another one.
 */
import type { CDPSession, Frame, Page } from "playwright-core";
import type { Book, Cell } from "../src/book/book";
import type { Model } from "../src/excel-host/model/model";
import type { HostClient } from "../src/excel-host/interpreter/client";
import { launchBrowser } from "../test/e2e/browser";
import { officeReady, openTrialPage, startTrial } from "../test/e2e/trial";
import { siteOf, today } from "./large-site";

interface TrialWindow {
  readonly trial: {
    readonly model: Model;
    readonly panes: { readonly all: () => readonly { client: HostClient }[] };
  };
  parts: unknown[];
}

const client = "LY-ZS001";

/** Where a page's content has come: something that is there only when its registers are read. */
const pages: readonly { readonly name: string; readonly hash: string; readonly content: string }[] = [
  { name: "今日", hash: "today", content: "[data-tile], .fui-Dropdown" },
  { name: "来访", hash: "visit", content: "#visitors-name" },
  { name: "来电", hash: "call", content: "#calls-name" },
  { name: "跟踪", hash: "follow", content: "#followUps-clientId, #followUps-notes" },
  { name: "跟踪 one client", hash: `follow?client=${client}`, content: "#followUps-notes" },
  { name: "客户", hash: "client", content: "#client-find" },
  { name: "客户 one client", hash: `client?client=${client}`, content: "ol li, ul li" },
  { name: "客户 修改", hash: `client?client=${client}&do=edit`, content: "input" },
  { name: "客户 合并", hash: `client?client=${client}&do=merge`, content: "input" },
  { name: "客户 再分配", hash: `client?client=${client}&do=assign`, content: "input, button[role=combobox]" },
  { name: "客户 评分", hash: `client?client=${client}&do=score`, content: "button" },
  { name: "客户 档案", hash: `client?client=${client}&do=profile`, content: "input" },
  { name: "客户 战败", hash: `client?client=${client}&do=lost`, content: "input, textarea" },
  { name: "客户 邀约", hash: `client?client=${client}&do=invite`, content: "input" },
  { name: "客户 判客", hash: "client?do=door", content: "input" },
  { name: "轮序", hash: "turn", content: "button" },
  { name: "申请", hash: "apply", content: "button" },
  { name: "房源", hash: "board", content: "button, input" },
  { name: "成交", hash: "deal", content: "input" },
  { name: "校验", hash: "check", content: "button" },
  { name: "报表", hash: "report", content: "svg, table, button" },
  { name: "设置", hash: "settings", content: "button" },
  { name: "收编", hash: "adopt", content: "button" },
];

/** Formulas are named by their place in a list: twenty thousand cells hold the same few. */
const packed = (book: Book): { readonly rest: string; readonly blocks: readonly string[] } => {
  const formulas: string[] = [];
  const at = new Map<string, number>();
  const cell = (each: Cell): unknown => {
    if (typeof each !== "object" || each === null) return each;
    const known = at.get(each.formula) ?? formulas.push(each.formula) - 1;
    at.set(each.formula, known);
    return [known];
  };
  const blocks: string[] = [];
  const sheets = book.sheets.map((sheet, s) => ({
    ...sheet,
    blocks: sheet.blocks.map((block, b) => {
      for (let from = 0; from < block.rows.length; from += 5000)
        blocks.push(
          JSON.stringify({ s, b, rows: block.rows.slice(from, from + 5000).map((row) => row.map(cell)) }),
        );
      return { ...block, rows: [] };
    }),
  }));
  return { rest: JSON.stringify({ book: { ...book, sheets }, formulas }), blocks };
};

/** Excel would have computed long ago: formulas hold a text of the usual length, and nothing is computed anew. */
const open = async (page: Page, book: Book): Promise<void> => {
  const { rest, blocks } = packed(book);
  await page.evaluate(() => {
    (window as unknown as TrialWindow).parts = [];
  });
  for (const block of blocks)
    await page.evaluate((part) => {
      (window as unknown as TrialWindow).parts.push(JSON.parse(part));
    }, block);
  await page.evaluate(async (whole) => {
    const { trial, parts } = window as unknown as TrialWindow;
    const { book: plain, formulas } = JSON.parse(whole) as { book: Book; formulas: string[] };
    for (const { s, b, rows } of parts as { s: number; b: number; rows: unknown[][] }[]) {
      const into = plain.sheets[s]?.blocks[b]?.rows as unknown[][];
      for (const row of rows)
        into.push(
          row.map((cell) =>
            Array.isArray(cell) ? { formula: formulas[cell[0] as number], value: "示例值" } : cell,
          ),
        );
    }
    parts.length = 0;
    trial.model.workbook.calculation.mode = "Manual";
    await trial.model.load(plain);
  }, rest);
};

interface Opened {
  /** Milliseconds until the content was drawn. */
  readonly shown: number;
  /** Until nothing was under way any more. */
  readonly quiet: number;
  /** The longest the pane could not answer, after its content was drawn too. */
  readonly longest: number;
  readonly host: number;
  readonly trips: number;
  readonly megabytes: number;
}

const turn = (pane: Frame, hash: string, content: string): Promise<Opened> =>
  pane.evaluate(
    async ([to, selector]) => {
      const { trial } = window.parent as unknown as TrialWindow;
      const own = trial.panes.all()[0]?.client;
      if (!own) throw new Error("no pane");
      const before = { ...own.counters };
      let host = 0;
      let last = 0;
      let under = 0;
      const asked = own.processRequest;
      Object.assign(own, {
        processRequest: async (...request: Parameters<typeof asked>) => {
          const from = performance.now();
          under += 1;
          try {
            return await asked(...request);
          } finally {
            under -= 1;
            last = performance.now();
            host += last - from;
          }
        },
      });
      const frame = (): Promise<number> => new Promise((done) => requestAnimationFrame(done));
      const idle = (): Promise<void> => new Promise((done) => setTimeout(done, 0));
      const start = performance.now();
      let tick = start;
      let longest = 0;
      const look = (): void => {
        const now = performance.now();
        longest = Math.max(longest, now - tick);
        tick = now;
      };
      window.location.hash = `#/${to}`;
      await idle();
      let shown: number | undefined;
      for (;;) {
        await frame();
        await idle();
        look();
        const main = document.querySelector("#anchang-page");
        if (
          shown === undefined &&
          main !== null &&
          main.querySelector(selector) !== null &&
          main.querySelector(".fui-Skeleton") === null
        )
          shown = performance.now() - start;
        if (performance.now() - start > 60_000) break;
        if (shown === undefined || under > 0) continue;
        if (performance.now() - Math.max(last, start + shown) > 700) break;
      }
      Object.assign(own, { processRequest: asked });
      const { roundTrips, bytesIn, bytesOut } = own.counters;
      return {
        shown: shown ?? Number.NaN,
        quiet: Math.max(last - start, shown ?? 0),
        longest,
        host,
        trips: roundTrips - before.roundTrips,
        megabytes: (bytesIn + bytesOut - before.bytesIn - before.bytesOut) / 1e6,
      };
    },
    [hash, content] as const,
  );

interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly url: string; readonly functionName: string };
  }[];
  readonly samples?: readonly number[];
  readonly timeDeltas?: readonly number[];
}

/** Whose time it was, in milliseconds. */
const shares = ({ nodes, samples = [], timeDeltas = [] }: Profile) => {
  const of = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const sum = { pane: 0, office: 0, host: 0, browser: 0, garbage: 0 };
  samples.forEach((id, at) => {
    const frame = of.get(id);
    const time = (timeDeltas[at] ?? 0) / 1000;
    if (frame === undefined || frame.functionName === "(idle)" || frame.functionName === "(root)") return;
    if (frame.functionName === "(garbage collector)") sum.garbage += time;
    else if (frame.url.includes("/trial/")) sum.host += time;
    else if (frame.url.includes("/office/")) sum.office += time;
    else if (frame.url.startsWith("http") && !frame.url.includes("evaluate")) sum.pane += time;
    else sum.browser += time;
  });
  return sum;
};

const profiled = async <T>(
  session: CDPSession,
  work: () => Promise<T>,
): Promise<{ result: T; of: ReturnType<typeof shares> }> => {
  await session.send("Profiler.start");
  const result = await work();
  const { profile } = await session.send("Profiler.stop");
  return { result, of: shares(profile) };
};

const whole = (value: number): string => value.toFixed(0).padStart(6);

const printLine = (name: string, opened: Opened, of?: ReturnType<typeof shares>): void => {
  console.log(
    `${name.padEnd(26)} shown ${whole(opened.shown)}  quiet ${whole(opened.quiet)}  longest ${whole(opened.longest)}` +
      (of === undefined
        ? ""
        : `  | pane ${whole(of.pane)}  Office.js ${whole(of.office)}  host ${whole(of.host)}  gc ${whole(of.garbage)}  browser ${whole(of.browser)}`) +
      `  | ${opened.trips} trips  ${opened.megabytes.toFixed(2)} MB`,
  );
};

export const run = async (): Promise<void> => {
  const count = Number(process.env["BENCH_CLIENTS"] ?? 20_000);
  const only = (process.env["BENCH_PAGES"] ?? "").split(",").filter((each) => each !== "");
  const [server, browser] = await Promise.all([startTrial(), launchBrowser()]);
  try {
    const trial = await openTrialPage(browser, server.address);
    const { page } = trial;
    // The invented days are near this one.
    await page.clock.setFixedTime(new Date(`${today}T10:30:00`));
    page.setDefaultTimeout(300_000);
    console.log(`${count} clients, ${3 * count} contacts; milliseconds`);
    await open(page, siteOf(count));
    const session = await page.context().newCDPSession(page);
    await session.send("Profiler.enable");
    await session.send("Profiler.setSamplingInterval", { interval: 1000 });
    const pane = page.frames()[1];
    if (!pane) throw new Error("no pane");
    const fresh = async (hash: string): Promise<void> => {
      await pane
        .evaluate((to) => {
          window.localStorage.setItem("anchang.consultant", "李示例");
          window.localStorage.setItem("anchang.role", "consultant");
          window.location.hash = `#/${to}`;
          window.location.reload();
        }, hash)
        .catch(() => undefined);
      await officeReady(pane);
    };
    const opening = await profiled(session, async () => {
      const from = performance.now();
      await fresh("settings");
      await pane.locator("#anchang-page .fui-Button").first().waitFor();
      const shown = performance.now() - from;
      return { shown, rest: await turn(pane, "settings", "button") };
    });
    printLine("the pane's start", { ...opening.result.rest, shown: opening.result.shown }, opening.of);
    const chosen = pages.filter(
      ({ hash }) => only.length === 0 || only.some((each) => hash.startsWith(each)),
    );
    for (const again of [false, true]) {
      console.log(again ? "\nopened again" : "\nopened for the first time, one after the other");
      for (const { name, hash, content } of chosen) printLine(name, await turn(pane, hash, content));
    }
    // Profiling costs time itself, so that whose time it was is asked apart.
    await fresh("settings");
    console.log("\nfor the first time once more, profiled");
    for (const { name, hash, content } of chosen) {
      const { result, of } = await profiled(session, () => turn(pane, hash, content));
      printLine(name, result, of);
    }
    if (trial.errors.length > 0) console.log(trial.errors);
  } finally {
    await browser.close();
    await server.close();
  }
};

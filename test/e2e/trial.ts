import { spawn } from "node:child_process";
import { join } from "node:path";
import type { Browser, Frame, FrameLocator, Page } from "playwright-core";

/** `npm start` as a process of its own, on a free port. Builds first where that is not done: minutes, the first time. */
export interface TrialServer {
  /** "http://localhost:40123/" */
  readonly address: string;
  /** What it has told so far. */
  readonly said: () => string;
  readonly close: () => Promise<void>;
}

/** @param port the first port tried; by default any free one. @param file the workbook to start with */
export const startTrial = (port = 0, file?: string): Promise<TrialServer> =>
  new Promise((resolve, reject) => {
    const script = join(__dirname, "..", "..", "scripts", "start.js");
    const server = spawn(process.execPath, file === undefined ? [script] : [script, file], {
      env: { ...process.env, PORT: String(port) },
      stdio: "pipe",
    });
    let said = "";
    const gone = new Promise<void>((done) => server.once("exit", () => done()));
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const address = /http:\/\/localhost:\d+\//u.exec(said)?.[0];
      if (address === undefined) return;
      resolve({
        address,
        said: () => said,
        close: () => {
          server.kill("SIGTERM");
          return gone;
        },
      });
    };
    server.stdout.on("data", listen);
    server.stderr.on("data", listen);
    server.once("exit", () => reject(new Error(`npm start ended: ${said}`)));
  });

/** What building and starting may take on a slow machine. */
export const startTimeout = 1_200_000;

/** Milliseconds until what has to come is said never to come: machines are slow, and shared with others. */
const patience = 300_000;

/** Asks until the answer is the one that is wanted. */
export const until = async (ask: () => Promise<unknown>, wanted: unknown = true): Promise<void> => {
  let last: unknown;
  for (const begun = Date.now(); Date.now() - begun < patience;) {
    last = await ask();
    if (JSON.stringify(last) === JSON.stringify(wanted)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  expect(last).toEqual(wanted);
};

/** A toast is gone after seconds, looked for or not: what each said is written down in its own window. */
const writeToastsDown = (): void => {
  const said: string[] = [];
  Object.assign(window, { toastsSaid: said });
  const known = new WeakSet<Element>();
  new MutationObserver((records) => {
    for (const { addedNodes } of records)
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        for (const title of [node, ...node.querySelectorAll(".fui-ToastTitle")]) {
          if (known.has(title) || !title.matches(".fui-ToastTitle")) continue;
          known.add(title);
          said.push(title.textContent);
        }
      }
  }).observe(document, { childList: true, subtree: true });
};

export interface TrialPage {
  readonly page: Page;
  /** The task pane's own document. */
  readonly pane: FrameLocator;
  /** Addresses off this machine that somebody asked for; each of them was refused. */
  readonly outside: readonly string[];
  /** Errors of the page and of the pane. */
  readonly errors: readonly string[];
  readonly close: () => Promise<void>;
}

export interface TrialPageOptions {
  readonly locale?: string;
  readonly colorScheme?: "light" | "dark";
  readonly width?: number;
  readonly height?: number;
}

/** Opens the trial page in a context of its own and waits until the sheet stands. */
export const openTrialPage = async (
  browser: Browser,
  address: string,
  options: TrialPageOptions = {},
): Promise<TrialPage> => {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1400, height: options.height ?? 850 },
    locale: options.locale ?? "zh-CN",
    colorScheme: options.colorScheme ?? "light",
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const outside: string[] = [];
  const errors: string[] = [];
  await context.route(
    (url) => url.origin !== new URL(address).origin && !["data:", "blob:"].includes(url.protocol),
    (route) => {
      outside.push(route.request().url());
      return route.abort();
    },
  );
  context.setDefaultTimeout(patience);
  await context.addInitScript(writeToastsDown);
  const page = await context.newPage();
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  await page.goto(address);
  await page.locator("#trial[data-ready]").waitFor();
  return {
    page,
    pane: page.locator("iframe").first().contentFrame(),
    outside,
    errors,
    close: () => context.close(),
  };
};

/** Until then Office.js refuses `Excel.run`. A pane's frame is `page.frames()[1]`, the second window's the next. */
export const officeReady = async (pane: Frame): Promise<void> => {
  await pane.waitForFunction(() => "Office" in window && "onReady" in Office);
  await pane.evaluate(async () => {
    await Office.onReady();
  });
  await pane.waitForFunction(() => "Excel" in window);
};

/** What a cell of the model shows. Rows and columns count from 0. */
export const shownText = (page: Page, sheet: string, row: number, column: number): Promise<string> =>
  page.evaluate(
    ([name, r, c]) => {
      const { model } = (window as unknown as { trial: { model: ModelTexts } }).trial;
      return model.texts(name, { top: r, left: c, bottom: r, right: c })[0]?.[0] ?? "";
    },
    [sheet, row, column] as const,
  );

/**
 * Waits until a cell in sight has something drawn in it, with nobody touching the page: its pixels, less the edges,
 * are not all of one colour. Rows and columns count from 0.
 */
export const cellDrawn = async (page: Page, row: number, column: number): Promise<void> => {
  await page.waitForFunction(
    ([r, c]) => {
      const inset = 4;
      const box = (window as unknown as { trial: { grid(): CellBoxes | undefined } }).trial
        .grid()
        ?.cellBox(r, c);
      const canvas = [...document.querySelectorAll<HTMLCanvasElement>(".grid-canvas canvas")].sort(
        (one, other) => other.width * other.height - one.width * one.height,
      )[0];
      if (!box || !canvas || box.width <= 2 * inset || box.height <= 2 * inset) return false;
      const pixels = canvas
        .getContext("2d")
        ?.getImageData(box.left + inset, box.top + inset, box.width - 2 * inset, box.height - 2 * inset);
      return new Set(pixels && new Uint32Array(pixels.data.buffer)).size > 1;
    },
    [row, column] as const,
  );
};

interface CellBoxes {
  cellBox(
    row: number,
    column: number,
  ):
    | { readonly left: number; readonly top: number; readonly width: number; readonly height: number }
    | undefined;
}

interface ModelTexts {
  texts(
    sheet: string,
    area: { top: number; left: number; bottom: number; right: number },
  ): readonly (readonly string[])[];
}

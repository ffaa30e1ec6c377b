import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Browser } from "playwright-core";

const programs = [process.env["PROGRAMFILES"], process.env["PROGRAMFILES(X86)"], process.env["LOCALAPPDATA"]];

const onPath = (name: string): string | undefined => {
  try {
    const found = execFileSync(process.platform === "win32" ? "where" : "which", [name], { stdio: "pipe" });
    return String(found).split(/\r?\n/u)[0];
  } catch {
    return undefined;
  }
};

/** The Chromium, Chrome or Edge of this machine: CHROME_PATH first. */
export const findBrowser = (): string | undefined =>
  [
    process.env["CHROME_PATH"],
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/usr/bin/google-chrome-stable",
    "/usr/bin/microsoft-edge",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ...programs.flatMap((folder) =>
      folder === undefined
        ? []
        : [
            join(folder, "Google", "Chrome", "Application", "chrome.exe"),
            join(folder, "Microsoft", "Edge", "Application", "msedge.exe"),
          ],
    ),
  ].find((path) => path !== undefined && path !== "" && existsSync(path)) ??
  onPath("chromium") ??
  onPath("google-chrome");

/** `describe` where there is a browser; else the tests are left out, and their title says why. */
export const describeInBrowser = (title: string, tests: () => void): void => {
  if (findBrowser() === undefined)
    describe.skip(`${title} (no Chromium, Chrome or Edge found: set CHROME_PATH)`, tests);
  else describe(title, tests);
};

export const launchBrowser = (): Promise<Browser> => {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error("No Chromium, Chrome or Edge found: set CHROME_PATH.");
  return chromium.launch({
    executablePath,
    // On a busy machine it takes its time; what hangs is ended by the test's own limit.
    timeout: 600_000,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
};

/** R20: nothing leaves the machine. What is built is looked at; the browser runs count what is asked for besides. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const dist = path.join(__dirname, "../dist");
const page = readFileSync(path.join(dist, "taskpane.html"), "utf8");
const scripts = readdirSync(dist).filter((file) => file.endsWith(".js"));
const officeJs = "https://appsforoffice.microsoft.com";

const rules = new Map(
  (/http-equiv="?Content-Security-Policy"? content="([^"]*)"/u.exec(page)?.[1] ?? "")
    .split(";")
    .map((rule) => rule.trim().split(/\s+/u))
    .map(([name = "", ...sources]) => [name, sources] as const),
);

test("the pane may talk to itself and to Office.js, to nobody else (R20)", () => {
  expect(rules.get("default-src")).toEqual(["'none'"]);
  for (const [name, sources] of rules)
    for (const source of sources)
      expect([name, source]).toEqual([
        name,
        expect.stringMatching(
          /^('none'|'self'|'unsafe-inline'|data:|blob:|https:\/\/appsforoffice\.microsoft\.com)$/u,
        ),
      ]);
  expect(rules.get("script-src")).toEqual(["'self'", officeJs]);
  expect(rules.get("connect-src")).toEqual(["'self'", officeJs]);
});

test("the page itself names no address but Office.js's (R20)", () => {
  const named = [...page.matchAll(/https?:\/\/[^\s"';>]+/gu)].map(([address]) => new URL(address).origin);
  expect([...new Set(named)]).toEqual([officeJs]);
});

test("no program text is made from data, and nothing is reported home (R20)", () => {
  expect(scripts.length).toBeGreaterThan(0);
  for (const script of scripts) {
    const text = readFileSync(path.join(dist, script), "utf8");
    for (const word of [/\beval\(/u, /sendBeacon/u, /new WebSocket/u, /new EventSource/u])
      expect([script, word.source, word.test(text)]).toEqual([script, word.source, false]);
  }
});

test("our own sources ask for nothing over the network (R20)", () => {
  const asking: string[] = [];
  const look = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) look(file);
      else if (/\bfetch\(|XMLHttpRequest|importScripts\(/u.test(readFileSync(file, "utf8")))
        asking.push(file);
    }
  };
  for (const layer of ["book", "xlsx", "domain", "workbook", "taskpane", "cli"])
    look(path.join(__dirname, "../src", layer));
  expect(asking).toEqual([]);
  expect(existsSync(path.join(dist, "cli/anchang.js"))).toBe(true);
});

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

const layers = ["book", "xlsx", "domain", "dataset", "workbook", "taskpane", "cli"];
const source = path.join(__dirname, "../src");

/** Every file of the product's, by its path under `src`. */
const sources = (folder: string): readonly string[] =>
  readdirSync(path.join(source, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = path.posix.join(folder, entry.name);
    return entry.isDirectory() ? sources(name) : /\.tsx?$/u.test(name) ? [name] : [];
  });
const texts = new Map(
  layers.flatMap(sources).map((file) => [file, readFileSync(path.join(source, file), "utf8")]),
);

/** Types alone are nothing that runs. */
const imported = /^(?:import|export) (?!type\b)[^;]*?from "([^"]+)";|\b(?:import|require)\("([^"]+)"\)/gmu;
const importsOf = (file: string): readonly string[] =>
  [...(texts.get(file) ?? "").matchAll(imported)].map(([, from, called]) => {
    const name = from ?? called ?? "";
    return name.startsWith(".") ? path.posix.join(path.posix.dirname(file), name) : name;
  });
const importersOf = (modules: readonly string[]): readonly string[] =>
  [...texts.keys()].filter((file) => importsOf(file).some((each) => modules.includes(each))).sort();

test("our own sources ask for nothing over the network (R20)", () => {
  const asking = [...texts].filter(([, text]) => /\bfetch\(|XMLHttpRequest|importScripts\(/u.test(text));
  expect(asking.map(([file]) => file)).toEqual([]);
  expect(existsSync(path.join(dist, "cli/anchang.js"))).toBe(true);
});

test("the one door out is pg, to the database a head office names: load, and report --url (R20)", () => {
  expect(texts.has("dataset/engines/connect.ts")).toBe(true);
  const plugs = ["net", "tls", "http", "https", "http2", "dgram", "dns", "dns/promises"];
  expect(importersOf(plugs.flatMap((name) => [name, `node:${name}`]))).toEqual([]);
  expect(importersOf(["pg"])).toEqual(["dataset/engines/connect.ts"]);
  const askers = importersOf(["dataset/engines/connect"]);
  expect(askers).toEqual(["dataset/engines/ask-postgres.ts", "dataset/engines/load.ts"]);
  expect(importersOf(askers.map((file) => file.replace(/\.ts$/u, "")))).toEqual([
    "cli/dataset-report.ts",
    "cli/load.ts",
  ]);
  // Nobody's address is written down: it comes from --url or the environment.
  const address = "addressFrom(";
  expect(texts.get("cli/load.ts")).toContain(`address: ${address}options.url)`);
  expect(texts.get("cli/dataset-report.ts")).toContain(`askPostgres(${address}url)`);
});

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createContext, Script } from "node:vm";
import { readCatalog, type Catalog } from "../catalog/catalog";

/** The namespaces one loaded Office.js client consists of. */
export interface OfficeNamespaces {
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly OfficeExtension: typeof OfficeExtension;
}

interface Library {
  readonly script: Script;
  readonly catalog: Catalog;
}

let library: Library | undefined;

/** Read and compiled once a process; the file is Microsoft's and stays where npm put it. */
export const officeLibrary = (): Library => {
  if (library) return library;
  const folder = dirname(
    createRequire(join(process.cwd(), "package.json")).resolve("@microsoft/office-js/package.json"),
  );
  const filename = join(folder, "dist", "excel-web-16.00.debug.js");
  const source = readFileSync(filename, "utf8");
  library = { script: new Script(source, { filename }), catalog: readCatalog(source) };
  return library;
};

/** What the library asks of a browser while it loads. It draws nothing and navigates nowhere. */
const browser = () => {
  const nothing = (): undefined => undefined;
  const element = { appendChild: nothing, setAttribute: nothing, style: {}, getElementsByTagName: () => [] };
  const storage = { getItem: () => null, setItem: nothing, removeItem: nothing, length: 0, key: () => null };
  const location = {
    href: "https://localhost/",
    search: "",
    hash: "",
    protocol: "https:",
    host: "localhost",
  };
  const document = {
    ...element,
    URL: location.href,
    location,
    cookie: "",
    readyState: "complete",
    head: element,
    body: element,
    createElement: () => ({ ...element }),
    getElementById: () => null,
    addEventListener: nothing,
    removeEventListener: nothing,
  };
  const navigator = { userAgent: "Mozilla/5.0", platform: "Win32", language: "zh-CN" };
  const window: Record<string, unknown> = {
    document,
    navigator,
    location,
    sessionStorage: storage,
    localStorage: storage,
    name: "",
    addEventListener: nothing,
    removeEventListener: nothing,
    attachEvent: nothing,
    postMessage: nothing,
    setTimeout: globalThis.setTimeout,
    clearTimeout: globalThis.clearTimeout,
    console,
    // Of the caller's realm, so that results and errors are arrays and errors there too, as in a browser.
    JSON,
    Promise,
    Array,
    Error,
    Date,
  };
  for (const itself of ["window", "self", "top", "parent"]) window[itself] = window;
  return window;
};

/** A client of its own, independent of every other one loaded. */
export const loadOfficeClient = (
  bridge: unknown,
): OfficeNamespaces & { readonly window: Record<string, unknown> } => {
  const window = browser();
  window["_richApiNativeBridge"] = bridge;
  officeLibrary().script.runInContext(createContext(window));
  return { ...(window as unknown as OfficeNamespaces), window };
};

import { useMemo, useSyncExternalStore } from "react";

/** The pane's pages; the hash names one: `#/visit`, `#/follow?client=LY-ZS001`. */
const pages = [
  "today",
  "visit",
  "call",
  "follow",
  "client",
  "turn",
  "apply",
  "board",
  "deal",
  "money",
  "check",
  "report",
  "settings",
  "adopt",
  "hq",
  "new",
  "home",
] as const;
export type Page = (typeof pages)[number];

export interface Route {
  readonly page: Page;
  readonly asked: Readonly<Record<string, string>>;
}

const isPage = (text: string): text is Page => (pages as readonly string[]).includes(text);

/** The ribbon's 逾期 opens `#/due`. */
const plainName = (name: string): string => (name === "due" ? "today" : name);

const readRoute = (hash: string, query = ""): Route => {
  // Office appends `&_host_Info=…` to a hash that stands in the manifest.
  const [whole = ""] = hash.replace(/^#\/?/u, "").split("&_host");
  const [name = "", search = ""] = whole.split("?");
  const path = plainName(name);
  const wished = plainName(new URLSearchParams(query).get("page") ?? "");
  const page = isPage(path) ? path : isPage(wished) ? wished : "today";
  return { page, asked: Object.fromEntries(new URLSearchParams(search)) };
};

const hashOf = (page: Page, asked: Readonly<Record<string, string>> = {}): string => {
  const search = new URLSearchParams(asked).toString();
  return `#/${page}${search === "" ? "" : `?${search}`}`;
};

/** Office takes history.pushState away: pages are hashes. */
export const go = (page: Page, asked: Readonly<Record<string, string>> = {}): void => {
  window.location.hash = hashOf(page, asked);
};

const subscribe = (changed: () => void): (() => void) => {
  window.addEventListener("hashchange", changed);
  return () => window.removeEventListener("hashchange", changed);
};

const where = (): string => `${window.location.hash}\n${window.location.search}`;

/** The page of the address, which may not be drawn yet. */
export const pageNow = (): Page => readRoute(window.location.hash, window.location.search).page;

export const useRoute = (): Route => {
  const here = useSyncExternalStore(subscribe, where);
  return useMemo(() => {
    const [hash, query] = here.split("\n");
    return readRoute(hash ?? "", query);
  }, [here]);
};

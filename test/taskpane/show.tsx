/** Draws the pane, or one page of it, on a stand-in workbook. */
import { configure, render, type RenderResult, screen } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { App } from "../../src/taskpane/app";
import { draftsOf, keepDraft } from "../../src/taskpane/entry/drafts";
import { type Language, startWords } from "../../src/taskpane/i18n/i18n";
import { remember } from "../../src/taskpane/shell/remembered";
import type { Role } from "../../src/taskpane/shell/role";
import type { Page } from "../../src/taskpane/shell/route";
import { type StandIn, standIn, type StandInOptions } from "./stand-in";

// jsdom has none of these; Fluent UI asks for them.
if (!("matchMedia" in window))
  Object.defineProperty(window, "matchMedia", {
    value: (media: string) => ({
      matches: false,
      media,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }),
  });
globalThis.ResizeObserver ??= class {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
};
// As Chromium does since 2026, they give a promise: an effect that hands it to React kills its page.
for (const name of ["scrollIntoView", "scrollTo"])
  if (!(name in Element.prototype))
    Object.defineProperty(Element.prototype, name, { value: () => Promise.resolve(), writable: true });

// Fluent UI's lists settle in a later turn, after the click that opened them has been awaited.
const { error } = console;
/** What React finds wrong with what was drawn: it tells the console, and draws on. */
const found: string[] = [];
console.error = (...said: unknown[]) => {
  const [first] = said;
  if (String(first).includes("not wrapped in act")) return;
  error(...said);
  // Faults that are thrown come as errors, and some tests throw them; React's own warnings are formats.
  if (typeof first === "string" && first.includes("%s")) found.push(said.map(String).join(" ").slice(0, 500));
};
afterEach(() => {
  expect(found.splice(0)).toEqual([]);
});

// Machines that build and test at once are slow, not wrong.
configure({ asyncUtilTimeout: 300_000 });

export interface Shown {
  readonly book: StandIn;
  readonly user: UserEvent;
  readonly view: RenderResult;
}

export interface ShowOptions extends StandInOptions {
  readonly language?: Language;
  readonly me?: string;
  /** "": not said yet. */
  readonly role?: Role | "";
  readonly prepare?: (book: StandIn) => void;
}

/** Nothing of an earlier test is remembered. */
export const showPane = (hash: string, options: ShowOptions = {}): Shown => {
  for (const page of [
    "visit",
    "call",
    "new",
    "follow",
    "follow-client",
    "deal",
    "deal-client",
    "apply",
    "apply-about",
  ])
    for (const name of draftsOf(page)) keepDraft(name, {});
  remember("consultant", options.me ?? "");
  remember("role", options.role ?? "consultant");
  remember("language", "");
  remember("blanks", "");
  window.location.hash = hash;
  const book = standIn(options);
  options.prepare?.(book);
  const user = userEvent.setup({ delay: null });
  const view = render(<App services={book.services} words={startWords(options.language ?? "zh-CN")} />);
  return { book, user, view };
};

export const turnTo = (page: Page): void => {
  window.location.hash = `#/${page}`;
};

export { screen };

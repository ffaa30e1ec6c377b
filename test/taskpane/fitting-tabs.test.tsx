/** @jest-environment ./test/jsdom-environment.js */
/** The tabs that fit: where not even two do, nothing is drawn over and over. */
import { act, render, screen } from "@testing-library/react";
import { useRef } from "react";
import { useFittingTabs } from "../../src/taskpane/shell/fitting-tabs";
import type { Page } from "../../src/taskpane/shell/route";

const tabs: readonly Page[] = ["today", "visit", "follow", "client", "apply"];
/** Pixels of a tab, of the first one's badge, and of the row. */
const wide = 60;
let badge = 0;
let room = 0;

let sizes = new Set<() => void>();
globalThis.ResizeObserver = class {
  readonly tell: () => void;
  constructor(tell: ResizeObserverCallback) {
    this.tell = () => tell([], this);
  }
  observe(): void {
    sizes.add(this.tell);
  }
  unobserve(): void {}
  disconnect(): void {
    sizes.delete(this.tell);
  }
};
Object.defineProperty(Element.prototype, "clientWidth", { get: () => room });
Object.defineProperty(Element.prototype, "scrollWidth", {
  get(this: Element) {
    return this.querySelectorAll('[role="tab"]').length * wide + badge;
  },
});
Object.defineProperty(HTMLElement.prototype, "offsetWidth", {
  get(this: HTMLElement) {
    return this.textContent === "today" ? wide + badge : wide;
  },
});

let drawn = 0;
const Row = ({ shown }: { readonly shown: Page }) => {
  const row = useRef<HTMLElement>(null);
  const fitting = useFittingTabs(row, tabs, shown, "zh-CN");
  drawn++;
  return (
    <nav ref={row}>
      <div role="tablist">
        {fitting.map((each) => (
          <button key={each} role="tab">
            {each}
          </button>
        ))}
      </div>
    </nav>
  );
};

/** As a browser does: who begins to observe is told at once. @returns how often the row was drawn for it */
const settle = (): number => {
  const before = drawn;
  for (let frame = 0; frame < 50; frame++) {
    const told = [...sizes];
    act(() => {
      for (const each of told) each();
    });
  }
  return drawn - before;
};
const shownTabs = (): readonly (string | null)[] =>
  screen.getAllByRole("tab").map(({ textContent }) => textContent);

beforeEach(() => {
  sizes = new Set();
  drawn = 0;
  badge = 0;
});

test("the last ones go; the first and the one that is shown stay", () => {
  room = 3 * wide;
  render(<Row shown="apply" />);
  settle();
  expect(shownTabs()).toEqual(["today", "visit", "apply"]);
});

test("where not even two fit, the two stand and it comes to rest", () => {
  room = wide;
  render(<Row shown="apply" />);
  expect(settle()).toBeLessThan(2 * tabs.length);
  expect(settle()).toBe(0);
  expect(shownTabs()).toEqual(["today", "apply"]);
});

test("what a badge pushed out comes back when the badge goes", () => {
  room = 5 * wide;
  render(<Row shown="today" />);
  settle();
  expect(shownTabs()).toEqual(tabs);
  badge = 20;
  settle();
  expect(shownTabs()).toEqual(["today", "visit", "follow", "client"]);
  badge = 0;
  settle();
  expect(shownTabs()).toEqual(tabs);
  expect(settle()).toBe(0);
});

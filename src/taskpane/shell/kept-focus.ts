/**
 * The keyboard never falls out of the pane. What had the focus and vanishes (a dialog closes, a view gives way to
 * another, a row is done) hands it on: to what had opened it, to what stands in its place, or to its neighbour.
 * Browsers let it fall on `body`, and whoever tabs on starts at the top of the pane again.
 */
import { type RefObject, useEffect } from "react";
import { firstFieldOf, giveFocus, nameOf, stopsIn, takesFocus } from "./focusable";

interface Held {
  readonly element: HTMLElement;
  readonly name: string;
  readonly text: string;
  /** On the page itself, not on what floats above it. */
  readonly onPage: boolean;
}

/** A place on the page, and what stands on both sides of it. */
interface Place {
  readonly parent: Element;
  readonly before: Element | null;
  readonly after: Element | null;
}

/** How many openers are remembered: views, entries and dialogs lie in one another. */
const deep = 8;
/** In milliseconds: a button that is disabled for longer than a saving takes is not waited for. */
const patience = 3000;

const shownTab = '[role="tab"][aria-selected="true"]';

/** Where a new view begins: its heading, unless a field stands before it; of tabs the one that is shown. */
const entranceOf = (page: HTMLElement): HTMLElement | undefined => {
  const found = stopsIn(page).filter((each) => each !== page);
  const field = firstFieldOf(found);
  const heading = page.querySelector<HTMLElement>("h2");
  const isFirst =
    heading && !(field && heading.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_PRECEDING);
  if (found.length === 0 || !isFirst) {
    const [first] = found;
    const tab = first?.closest('[role="tablist"]')?.querySelector(shownTab);
    return field ?? (tab instanceof HTMLElement ? tab : first);
  }
  const [fold] = stopsIn(heading);
  if (fold) return fold;
  heading.tabIndex = -1;
  heading.style.outline = "none";
  return heading;
};

/** Where the vanished stood: the innermost element that is still there. */
const placeOf = (vanished: Node, records: readonly MutationRecord[]): Place | undefined => {
  let inside = vanished;
  for (;;) {
    const record = records.find(({ removedNodes }) =>
      [...removedNodes].some((each) => each.contains(inside)),
    );
    if (!(record?.target instanceof Element)) return undefined;
    const { target: parent, previousSibling: last } = record;
    inside = parent;
    if (!parent.isConnected) continue;
    const before = last instanceof Element && last.parentNode === parent ? last : null;
    return { parent, before, after: before ? before.nextElementSibling : parent.firstElementChild };
  }
};

const besidesOf = (element: Element): Place | undefined =>
  element.parentElement
    ? {
        parent: element.parentElement,
        before: element.previousElementSibling,
        after: element.nextElementSibling,
      }
    : undefined;

/** The nearest control, first what follows; of another row the one that does the same. */
const neighbour = (place: Place, text: string, page: Element): HTMLElement | undefined => {
  const isSame = (each: HTMLElement): boolean => each.textContent.trim() === text;
  for (let next = place.after; next; next = next.nextElementSibling) {
    const found = stopsIn(next);
    if (found.length > 0) return found.find(isSame) ?? found[0];
  }
  for (let last = place.before; last; last = last.previousElementSibling) {
    const found = stopsIn(last);
    if (found.length > 0) return found.find(isSame) ?? found.at(-1);
  }
  const around = place.parent === page ? undefined : besidesOf(place.parent);
  return around && neighbour(around, text, page);
};

/** @param page where the views are drawn; what floats above it (menus, dialogs) is drawn elsewhere in the body. */
export const keepFocus = (page: HTMLElement): (() => void) => {
  const { body } = document;
  let held: Held | undefined;
  /** Who had the focus, the last one first. */
  let trail: readonly Held[] = [];
  /** Who vanished while something else took their place, the last one first. */
  let openers: readonly Held[] = [];
  /** The new view is still being read. */
  let awaitsView = false;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const isLost = ({ element }: Held): boolean => {
    const { activeElement: active } = document;
    return !active || active === body || active === page || (active === element && !takesFocus(element));
  };
  const remember = (opener: Held | undefined): void => {
    if (opener) openers = [opener, ...openers].slice(0, deep);
  };
  const hand = (element: HTMLElement): void => {
    held = undefined;
    giveFocus(element);
  };
  /** Who opened what is gone now, and is there again. */
  const opener = (): HTMLElement | undefined => {
    if (openers.length === 0) return undefined;
    const shown = stopsIn(page).map((element) => ({ element, name: nameOf(element) }));
    for (const [at, { name }] of openers.entries()) {
      const same = shown.find((each) => each.name === name);
      if (!same) continue;
      openers = openers.slice(at + 1);
      return same.element;
    }
    return undefined;
  };
  const enter = (): void => {
    const found = opener() ?? entranceOf(page);
    awaitsView = found === undefined;
    if (found) hand(found);
    else page.focus({ preventScroll: true });
  };

  const handOn = (lost: Held, records: readonly MutationRecord[]): void => {
    const place = placeOf(lost.element, records);
    if (place === undefined || !page.contains(place.parent)) {
      const below = trail.find(({ element }) => takesFocus(element));
      if (below) {
        hand(below.element);
        return;
      }
      remember(trail.find(({ onPage }) => onPage));
      enter();
      return;
    }
    const back = opener();
    if (back) {
      hand(back);
      return;
    }
    remember(lost);
    const { parent, before, after } = place;
    const added = records.flatMap(({ addedNodes }) => [...addedNodes]);
    // In its place, or what it showed more of: at the end of the list before it.
    const more = after === null ? added.find((each) => each !== before && before?.contains(each)) : undefined;
    const next = after && added.includes(after) ? after : more;
    const instead = next instanceof Element ? stopsIn(next) : [];
    const found =
      parent === page
        ? undefined
        : (firstFieldOf(instead) ?? instead[0] ?? neighbour(place, lost.text, page));
    if (found) hand(found);
    else enter();
  };
  /** A button that saves is disabled meanwhile. */
  const wait = (waited: Held): void => {
    waiting ??= setTimeout(() => {
      waiting = undefined;
      if (held !== waited || !isLost(waited) || !document.hasFocus()) return;
      const place = besidesOf(waited.element);
      const found = place && neighbour(place, waited.text, page);
      if (found) hand(found);
      else enter();
    }, patience);
  };
  const look = (records: readonly MutationRecord[]): void => {
    if (!held || !document.hasFocus() || !isLost(held)) return;
    if (awaitsView) enter();
    else if (!held.element.isConnected) handOn(held, records);
    else if (!takesFocus(held.element)) wait(held);
    else if (waiting !== undefined) hand(held.element);
  };

  const focused = ({ target }: FocusEvent): void => {
    if (!(target instanceof HTMLElement) || target === page || target.matches("[data-tabster-dummy]")) return;
    // A view that gives the focus to a field of its own was opened all the same.
    if (held && !held.element.isConnected)
      remember(trail.find(({ element, onPage }) => onPage && !element.isConnected));
    if (openers.length > 0) {
      // Whoever passes by an opener that is there again is no longer in what it had opened.
      const shown = new Set(stopsIn(page).map(nameOf));
      openers = openers.filter(({ name }) => !shown.has(name));
    }
    clearTimeout(waiting);
    waiting = undefined;
    awaitsView = false;
    held = {
      element: target,
      name: nameOf(target),
      text: target.textContent.trim(),
      onPage: page.contains(target),
    };
    trail = [held, ...trail.filter(({ element }) => element !== target)].slice(0, 4 * deep);
  };
  /** Somebody clicked beside everything: that is what they wanted. */
  const left = ({ target }: PointerEvent): void => {
    if (
      target instanceof Element &&
      !target.closest("button, a, input, textarea, select, label, [tabindex='0']")
    )
      held = undefined;
  };
  const observer = new MutationObserver(look);
  observer.observe(body, {
    childList: true,
    subtree: true,
    attributeFilter: ["disabled", "hidden", "aria-hidden"],
  });
  document.addEventListener("focusin", focused);
  document.addEventListener("pointerdown", left);
  return () => {
    observer.disconnect();
    clearTimeout(waiting);
    document.removeEventListener("focusin", focused);
    document.removeEventListener("pointerdown", left);
  };
};

export const useKeptFocus = (page: RefObject<HTMLElement | null>): void => {
  useEffect(() => {
    return page.current ? keepFocus(page.current) : undefined;
  }, [page]);
};

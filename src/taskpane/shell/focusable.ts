/** What may hold the focus, and how it is known again once it was drawn anew. */

const stops = "a[href], button, input, select, textarea, summary, [tabindex]";
const fields = "input, select, textarea, [role='combobox']";

const isShown = (element: Element): boolean =>
  // jsdom has no layout.
  !("checkVisibility" in element) || element.checkVisibility({ visibilityProperty: true });

/** Can be reached with Tab, now. */
export const takesFocus = (element: Element): element is HTMLElement =>
  element instanceof HTMLElement &&
  element.isConnected &&
  element.tabIndex >= 0 &&
  !element.matches(":disabled, [data-tabster-dummy], [aria-hidden='true'] *") &&
  isShown(element);

export const stopsIn = (place: Element): readonly HTMLElement[] =>
  [place, ...place.querySelectorAll(stops)].filter((each) => each.matches(stops)).filter(takesFocus);

export const firstFieldOf = (found: readonly HTMLElement[]): HTMLElement | undefined =>
  found.find((each) => each.matches(fields));

/** The same control after it was taken away and drawn anew: its kind and its name. Ids are often drawn by lot. */
export const nameOf = (element: Element): string =>
  [
    element.tagName,
    element.getAttribute("role") ?? "",
    element.getAttribute("aria-label") ?? element.textContent.trim().slice(0, 80),
    element.matches(fields) ? `${element.id} ${element.getAttribute("value") ?? ""}` : "",
  ].join("|");

/** Brings the focus there without more scrolling than it takes to see it. */
export const giveFocus = (element: HTMLElement): void => {
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: "nearest" });
};

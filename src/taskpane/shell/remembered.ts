import { useSyncExternalStore } from "react";

/** What the pane remembers on this machine. */
export type Remembered =
  "consultant" | "role" | "language" | "blanks" | "appearance" | "unusedSheets" | "oldColumns";

const listeners = new Set<() => void>();
/** Some panes forbid storage: then it is remembered until the pane closes. */
const kept = new Map<string, string>();
const keyOf = (what: Remembered): string => `anchang.${what}`;

export const recall = (what: Remembered): string => {
  try {
    return window.localStorage.getItem(keyOf(what)) ?? kept.get(what) ?? "";
  } catch {
    return kept.get(what) ?? "";
  }
};

export const remember = (what: Remembered, value: string): void => {
  kept.set(what, value);
  try {
    window.localStorage.setItem(keyOf(what), value);
  } catch {
    // Storage is forbidden or full: `kept` holds it.
  }
  for (const each of listeners) each();
};

const subscribe = (changed: () => void): (() => void) => {
  listeners.add(changed);
  // Another pane of this machine remembered something.
  window.addEventListener("storage", changed);
  return () => {
    listeners.delete(changed);
    window.removeEventListener("storage", changed);
  };
};

export const useRemembered = (what: Remembered): [string, (value: string) => void] => [
  useSyncExternalStore(subscribe, () => recall(what)),
  (value) => remember(what, value),
];

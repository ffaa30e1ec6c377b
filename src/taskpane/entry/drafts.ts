import { useCallback, useMemo, useSyncExternalStore } from "react";

/** What has been typed into a page and not been saved, by blank. */
export type Draft = Readonly<Record<string, string>>;

const none: Draft = {};
const listeners = new Set<() => void>();
const drafts = new Map<string, Draft>();
const storageKey = "anchang.drafts";

const load = (): void => {
  try {
    const kept = window.sessionStorage.getItem(storageKey);
    if (kept === null) return;
    for (const [page, draft] of Object.entries(JSON.parse(kept) as Record<string, Draft>))
      drafts.set(page, draft);
  } catch {
    // Storage is forbidden: entries live as long as the pane.
  }
};

const save = (): void => {
  try {
    window.sessionStorage.setItem(storageKey, JSON.stringify(Object.fromEntries(drafts)));
  } catch {
    // As above.
  }
  for (const each of listeners) each();
};

load();

export const draftOf = (page: string): Draft => drafts.get(page) ?? none;

export const keepDraft = (page: string, draft: Draft): void => {
  if (Object.keys(draft).length === 0) drafts.delete(page);
  else drafts.set(page, draft);
  save();
};

const subscribe = (changed: () => void): (() => void) => {
  listeners.add(changed);
  return () => listeners.delete(changed);
};

/**
 * The draft of one thing that is done on a page for many: what was written of one client never comes up for another.
 * @param about "LY-WJ001", or several; empty: not said yet
 */
export const draftName = (page: string, ...about: readonly string[]): string => [page, ...about].join(" ");

/** What the name of a page's draft is about, as `draftName` was given it. */
export const aboutDraft = (name: string): readonly string[] => name.split(" ").slice(1);

/**
 * What a client's draft was asked with, the oldest's: who comes back and asks for nothing finds it. Empty: nothing.
 * What was asked, a unit say, stands in the name: a draft keeps it, and another unit's is another draft.
 */
export const askedOfDraft = (page: string, client: string): string => {
  const own = draftsOf(page).map(aboutDraft);
  const of = own.filter(([about]) => about === client).map(([, ...asked]) => asked.join(" "));
  return of.includes("") ? "" : (of[0] ?? "");
};

/** The names of a page's drafts, the oldest first. */
export const draftsOf = (page: string): readonly string[] =>
  [...drafts.keys()].filter((name) => name === page || name.startsWith(draftName(page, "")));

export const useDraftsOf = (page: string): readonly string[] => {
  const names = useSyncExternalStore(subscribe, () => draftsOf(page).join("\n"));
  return useMemo(() => (names === "" ? [] : names.split("\n")), [names]);
};

export const useHasDraft = (page: string): boolean =>
  useSyncExternalStore(subscribe, () => draftsOf(page).length > 0);

export interface DraftHandle {
  readonly draft: Draft;
  readonly set: (key: string, value: string) => void;
  readonly replace: (draft: Draft) => void;
}

/** An entry that outlives its page: switching pages, a fault or a reload of the pane lose nothing. */
export const useDraft = (page: string): DraftHandle => {
  const draft = useSyncExternalStore(subscribe, () => draftOf(page));
  const replace = useCallback((next: Draft) => keepDraft(page, next), [page]);
  const set = useCallback(
    (key: string, value: string) => {
      if ((draftOf(page)[key] ?? "") === value) return;
      const { [key]: _old, ...rest } = draftOf(page);
      keepDraft(page, value === "" ? rest : { ...rest, [key]: value });
    },
    [page],
  );
  return { draft, set, replace };
};

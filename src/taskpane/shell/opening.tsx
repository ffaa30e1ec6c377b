/** What opens under a button of the page: it takes the focus, and Esc closes it before it leaves the page. */
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { giveFocus, stopsIn } from "./focusable";

interface OpeningProps {
  /** The opener too: Esc on it closes what it opened. */
  readonly children: ReactNode;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Around an opener (`aria-expanded`) and what it opens. */
export const Opening = ({ children, open, onClose }: OpeningProps) => {
  const place = useRef<HTMLDivElement>(null);
  const isList = useRef(false);
  const opener = (): HTMLElement | null =>
    place.current?.querySelector<HTMLElement>('button[aria-expanded="true"]') ?? null;
  return (
    <div
      ref={place}
      style={{ display: "contents" }}
      onKeyDownCapture={({ target }: KeyboardEvent) => {
        // A list that hangs open closes first.
        isList.current =
          target instanceof Element &&
          target.getAttribute("role") === "combobox" &&
          target.getAttribute("aria-expanded") === "true";
      }}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== "Escape" || !open || event.defaultPrevented || isList.current) return;
        event.preventDefault();
        opener()?.focus();
        onClose();
      }}
    >
      {children}
    </div>
  );
};

interface OpenedProps {
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** What was opened: its first control gets the focus. */
export const Opened = ({ className, children }: OpenedProps) => {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = place;
    if (current === null) return undefined;
    const enter = (): void => {
      const [first] = stopsIn(current);
      if (first === undefined) return;
      // What it shows may have to be read first.
      observer.disconnect();
      giveFocus(first);
    };
    const observer = new MutationObserver(enter);
    observer.observe(current, { childList: true, subtree: true });
    enter();
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={place} className={className}>
      {children}
    </div>
  );
};

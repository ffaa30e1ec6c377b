import { type RefObject, useEffect } from "react";

/**
 * In Excel on the web Office.js hears Esc on the window: it gives the focus to the pane's first control and the
 * keyboard to the sheet (excel-web-16.00.debug.js, onWindowKeydown). An Esc that has closed something of the pane is
 * the pane's alone; one that closes nothing stays the way out to the sheet.
 * @param pane what floats above it (menus, dialogs) is drawn beside it
 */
const keepEscape = (pane: HTMLElement): (() => void) => {
  let closes = false;
  const before = ({ key, target }: KeyboardEvent): void => {
    closes =
      key === "Escape" &&
      target instanceof Element &&
      (target.getAttribute("aria-expanded") === "true" ||
        (target !== document.body && !pane.contains(target)));
  };
  // After React, whose root stands below; before the window.
  const after = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && (closes || event.defaultPrevented)) event.stopPropagation();
  };
  document.addEventListener("keydown", before, true);
  document.addEventListener("keydown", after);
  return () => {
    document.removeEventListener("keydown", before, true);
    document.removeEventListener("keydown", after);
  };
};

export const useOwnEscape = (pane: RefObject<HTMLElement | null>): void => {
  useEffect(() => {
    return pane.current ? keepEscape(pane.current) : undefined;
  }, [pane]);
};

import { element } from "./element";

export interface MenuItem {
  readonly label: string;
  readonly run: () => void;
  readonly disabled?: boolean;
}

let open: HTMLElement | undefined;

const closeMenu = (): void => {
  open?.remove();
  open = undefined;
};

/** A menu at a point of the window; `undefined` draws a line. Escape, a click elsewhere or a choice closes it. */
export const openMenu = (x: number, y: number, items: readonly (MenuItem | undefined)[], least = 0): void => {
  closeMenu();
  const menu = element("div", { class: "menu", role: "menu" });
  for (const item of items) {
    if (!item) {
      menu.append(element("hr"));
      continue;
    }
    const entry = element(
      "button",
      { type: "button", role: "menuitem", disabled: item.disabled },
      item.label,
    );
    entry.addEventListener("click", () => {
      closeMenu();
      item.run();
    });
    menu.append(entry);
  }
  document.body.append(menu);
  open = menu;
  menu.style.minWidth = `${least}px`;
  menu.style.left = `${Math.max(0, Math.min(x, window.innerWidth - menu.offsetWidth - 4))}px`;
  menu.style.top = `${Math.max(0, Math.min(y, window.innerHeight - menu.offsetHeight - 4))}px`;
  menu.querySelector<HTMLElement>("button:not([disabled])")?.focus();
};

const step = (by: number): void => {
  const entries = [...(open?.querySelectorAll<HTMLElement>("button:not([disabled])") ?? [])];
  const at = entries.findIndex((entry) => entry === document.activeElement);
  entries[(at + by + entries.length) % entries.length]?.focus();
};

document.addEventListener(
  "keydown",
  (event) => {
    if (!open) return;
    if (event.key === "Escape") closeMenu();
    else if (event.key === "ArrowDown") step(1);
    else if (event.key === "ArrowUp") step(-1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  },
  true,
);
document.addEventListener(
  "pointerdown",
  (event) => {
    if (open && !open.contains(event.target as Node)) closeMenu();
  },
  true,
);
window.addEventListener("blur", closeMenu);

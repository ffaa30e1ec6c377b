import { connect, type HostClient } from "../interpreter/client";
import type { Model } from "../model/model";
import { openWebFrame, type WebFrame } from "../transports/web-frame";
import { button, element } from "./element";
import type { Language, Words } from "./words";

export interface Pane {
  readonly client: HostClient;
  readonly frame: HTMLIFrameElement;
}

export interface Panes {
  /** Brings the user's pane to a page, opening it where it is closed. */
  show(page: string): void;
  openSecond(): void;
  closeSecond(): void;
  readonly second: () => boolean;
  /** Opens all panes anew: another language, another appearance. */
  reload(): void;
  readonly all: () => readonly Pane[];
}

interface Open extends Pane {
  readonly web: WebFrame;
  readonly box: HTMLElement;
}

export interface PaneSettings {
  readonly language: Language;
  readonly theme: "light" | "dark";
  readonly words: Words;
}

/** The task panes beside the sheet: the user's own, and on demand a colleague's on the same workbook. */
export const createPanes = (parent: HTMLElement, model: Model, settings: () => PaneSettings): Panes => {
  const open = new Map<"own" | "colleague", Open>();

  const close = (which: "own" | "colleague"): void => {
    const pane = open.get(which);
    if (!pane) return;
    pane.web.close();
    pane.client.close();
    pane.box.remove();
    open.delete(which);
    parent.hidden = open.size === 0;
    parent.dataset["count"] = String(open.size);
  };

  const openPane = (which: "own" | "colleague", page: string): void => {
    close(which);
    const { language, theme, words } = settings();
    const title = which === "own" ? words.pane : words.colleague;
    const holder = element("div", { class: "pane-frame" });
    const box = element(
      "section",
      { class: "pane", "aria-label": title },
      element(
        "header",
        {},
        element("h2", {}, title),
        button(words.close, () => close(which), { class: "pane-close" }, "✕"),
      ),
      holder,
    );
    parent.hidden = false;
    if (which === "own") parent.prepend(box);
    else parent.append(box);
    const client = connect(model, { colleague: which === "colleague" });
    const web = openWebFrame({
      client,
      page: `/taskpane.html#/${page}`,
      displayLanguage: language,
      documentUrl: `${window.location.origin}/${encodeURIComponent(model.workbook.name)}`,
      requirementSets: { ExcelApi: "1.15" },
      theme,
      parent: holder,
      title,
    });
    open.set(which, { client, web, frame: web.element, box });
    parent.dataset["count"] = String(open.size);
  };

  return {
    show: (page) => {
      const pane = open.get("own");
      const inside = pane?.frame.contentWindow;
      if (inside) inside.location.hash = `#/${page}`;
      else openPane("own", page);
    },
    openSecond: () => openPane("colleague", ""),
    closeSecond: () => close("colleague"),
    second: () => open.has("colleague"),
    reload: () => {
      for (const which of [...open.keys()]) openPane(which, "");
    },
    all: () => [...open.values()],
  };
};

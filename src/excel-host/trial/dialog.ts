import { button, element } from "./element";
import type { Words } from "./words";

/** Says something, and what it is about line by line, and waits for the user. */
export const tell = (
  words: Words,
  title: string,
  message: string,
  lines: readonly string[] = [],
): Promise<void> =>
  new Promise((resolve) => {
    const dialog = element("dialog", { class: "box", "aria-label": title });
    const form = element(
      "form",
      { method: "dialog" },
      element("h2", {}, title),
      element("p", {}, message),
      ...(lines.length === 0 ? [] : [element("ul", {}, ...lines.map((line) => element("li", {}, line)))]),
      element(
        "div",
        { class: "box-buttons" },
        button(words.ok, () => dialog.close(), { class: "primary" }),
      ),
    );
    dialog.append(form);
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve();
    });
    document.body.append(dialog);
    dialog.showModal();
  });

/** Asks whether to go on. */
export const ask = (words: Words, title: string, message: string, yes: string): Promise<boolean> =>
  new Promise((resolve) => {
    const dialog = element("dialog", { class: "box", "aria-label": title });
    dialog.append(
      element(
        "form",
        { method: "dialog" },
        element("h2", {}, title),
        element("p", {}, message),
        element(
          "div",
          { class: "box-buttons" },
          element("button", { class: "primary", value: "yes" }, yes),
          element("button", { value: "" }, words.cancel),
        ),
      ),
    );
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
    document.body.append(dialog);
    dialog.showModal();
  });

/** Asks for a line of text. @returns nothing when the user thought better of it. */
export const askText = (words: Words, title: string, value: string): Promise<string | undefined> =>
  new Promise((resolve) => {
    const dialog = element("dialog", { class: "box", "aria-label": title });
    const input = element("input", { type: "text", value, "aria-label": title });
    const form = element(
      "form",
      { method: "dialog" },
      element("h2", {}, title),
      input,
      element(
        "div",
        { class: "box-buttons" },
        element("button", { class: "primary", value: "ok" }, words.ok),
        element("button", { value: "", formnovalidate: true }, words.cancel),
      ),
    );
    dialog.append(form);
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "ok" && input.value.trim() !== "" ? input.value.trim() : undefined);
    });
    document.body.append(dialog);
    dialog.showModal();
    input.select();
  });

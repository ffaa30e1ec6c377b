import { button, element } from "./element";
import type { Words } from "./words";

/** Says something and waits for the user. */
export const tell = (words: Words, title: string, message: string): Promise<void> =>
  new Promise((resolve) => {
    const dialog = element("dialog", { class: "box", "aria-label": title });
    const form = element(
      "form",
      { method: "dialog" },
      element("h2", {}, title),
      element("p", {}, message),
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

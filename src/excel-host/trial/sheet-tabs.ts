import type { Model, Outcome } from "../model/model";
import { askText } from "./dialog";
import { button, element } from "./element";
import { openMenu } from "./menu";
import type { Words } from "./words";

/** The tabs under the sheet. @returns the way to draw them anew. */
export const createSheetTabs = (
  parent: HTMLElement,
  model: Model,
  words: () => Words,
  told: (outcome: Promise<Outcome>) => void,
): (() => void) => {
  const corner = { top: 0, left: 0, bottom: 0, right: 0 };
  const show = (sheet: string): void => {
    if (model.selection().sheet !== sheet) told(model.userSelects(sheet, corner));
  };
  const menu = (event: MouseEvent, sheet: string): void => {
    event.preventDefault();
    const say = words();
    const hidden = model.workbook.sheets.filter((each) => each.visibility === "hidden");
    const guarded = model.workbook.sheets.find((each) => each.name === sheet)?.protection !== undefined;
    openMenu(event.clientX, event.clientY, [
      {
        label: say.rename,
        run: () =>
          void askText(say, say.newName, sheet).then((name) => {
            if (name !== undefined) told(model.userRenamesSheet(sheet, name));
          }),
      },
      { label: say.delete, run: () => told(model.userDeletesSheet(sheet)) },
      { label: guarded ? say.unprotect : say.protect, run: () => told(model.userProtects(sheet, !guarded)) },
      undefined,
      { label: say.hide, run: () => told(model.userShowsSheet(sheet, "hidden")) },
      ...hidden.map(({ name }) => ({
        label: `${say.unhide}：${name}`,
        run: () => told(model.userShowsSheet(name, "visible")),
      })),
    ]);
  };
  return () => {
    const front = model.selection().sheet;
    const list = element("div", { class: "tab-list", role: "tablist", "aria-label": words().sheets });
    for (const { name, visibility, tabColor } of model.workbook.sheets) {
      if (visibility !== "visible") continue;
      const tab = button(name, () => show(name), {
        role: "tab",
        "aria-selected": String(name === front),
        style: /^#[0-9A-F]{6}$/iu.test(tabColor) ? `--tab-color: ${tabColor}` : undefined,
      });
      tab.addEventListener("contextmenu", (event) => menu(event, name));
      list.append(tab);
    }
    const add = button(words().addSheet, () => told(model.userAddsSheet()), { class: "tab-add" }, "+");
    parent.replaceChildren(list, add);
    list.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
};

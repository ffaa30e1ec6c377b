import type { UniverCalculator } from "../calculator-univer";
import type { Model } from "../model/model";
import { choicesAt, promptAt } from "../view/choices";
import type { Grid } from "../view/grid";
import { button, element } from "./element";
import { openMenu } from "./menu";
import type { Words } from "./words";

export interface CellHelper {
  /** Looks again what belongs to the selected cell, and where it is. */
  place(): void;
  /** Opens the list of the selected cell. @returns whether it has one. */
  choose(): boolean;
}

/** What Excel draws at the selected cell: the arrow of its list, and the note on how to fill it in. */
export const createCellHelper = (
  parent: HTMLElement,
  model: Model,
  calculator: UniverCalculator,
  grid: () => Grid | undefined,
  words: () => Words,
  chosen: (text: string) => void,
): CellHelper => {
  const arrow = button(words().choose, () => choose(), { class: "list-arrow", tabindex: "-1" }, "▾");
  const note = element("div", { class: "cell-note", role: "note" });
  arrow.hidden = true;
  note.hidden = true;
  parent.append(arrow, note);

  const selected = () => {
    const { sheet: name, area } = model.selection();
    const sheet = model.workbook.sheets.find((each) => each.name === name);
    return sheet && { sheet, row: area.top, column: area.left };
  };

  const choose = (): boolean => {
    const at = selected();
    const choices = at && choicesAt(model.workbook, calculator, at.sheet, at.row, at.column);
    const box = at && grid()?.cellBox(at.row, at.column);
    if (!choices || !box) return false;
    const corner = parent.getBoundingClientRect();
    openMenu(
      corner.left + box.left,
      corner.top + box.top + box.height,
      choices.map((label) => ({ label, run: () => chosen(label) })),
      box.width,
    );
    return true;
  };

  const place = (): void => {
    const at = selected();
    const box = at && !grid()?.editing() ? grid()?.cellBox(at.row, at.column) : undefined;
    const list = at && box ? choicesAt(model.workbook, calculator, at.sheet, at.row, at.column) : undefined;
    const prompt = at && box ? promptAt(at.sheet, at.row, at.column) : undefined;
    arrow.hidden = !list;
    note.hidden = !prompt;
    if (!box) return;
    arrow.style.left = `${box.left + box.width + 1}px`;
    arrow.style.top = `${box.top + box.height - 20}px`;
    if (!prompt) return;
    note.replaceChildren(element("strong", {}, prompt.title), element("span", {}, prompt.message));
    const left = Math.min(box.left + box.width / 2, parent.clientWidth - note.offsetWidth - 8);
    const below = box.top + box.height + 4;
    const fits = below + note.offsetHeight < parent.clientHeight;
    note.style.left = `${Math.max(0, left)}px`;
    note.style.top = `${fits ? below : Math.max(0, box.top - note.offsetHeight - 4)}px`;
  };

  return { place, choose };
};

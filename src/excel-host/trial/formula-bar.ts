import { areaAddress } from "../../book/address";
import type { Model } from "../model/model";
import { spelling } from "../view/spelling";
import { element } from "./element";
import type { Words } from "./words";

export interface FormulaBar {
  draw(): void;
}

const lastRow = 1_048_575;
const lastColumn = 16_383;

/** Name box and formula bar: where one is, and what really stands there. */
export const createFormulaBar = (
  parent: HTMLElement,
  model: Model,
  words: () => Words,
  entered: (text: string) => void,
  wanted: (address: string) => void,
): FormulaBar => {
  const name = element("input", { type: "text", id: "name-box", spellcheck: "false", autocomplete: "off" });
  const text = element("input", { type: "text", id: "formula", spellcheck: "false", autocomplete: "off" });
  parent.append(name, element("span", { class: "fx", "aria-hidden": "true" }, "fx"), text);

  const address = (): string => {
    const { area } = model.selection();
    const whole = {
      ...area,
      bottom: Math.min(area.bottom, lastRow),
      right: Math.min(area.right, lastColumn),
    };
    return areaAddress(whole);
  };
  const content = (): string => {
    const { sheet, area } = model.selection();
    const state = model.workbook.sheets.find((each) => each.name === sheet);
    return state ? spelling(state, area.top, area.left) : "";
  };
  const draw = (): void => {
    name.setAttribute("aria-label", words().nameBox);
    text.setAttribute("aria-label", words().formula);
    if (document.activeElement !== name) name.value = address();
    if (document.activeElement !== text) text.value = content();
  };
  text.addEventListener("keydown", ({ key, isComposing }) => {
    if (isComposing) return;
    if (key === "Enter") {
      const typed = text.value;
      text.blur();
      if (typed !== content()) entered(typed);
    }
    if (key === "Escape") {
      text.value = content();
      text.blur();
    }
  });
  text.addEventListener("blur", draw);
  name.addEventListener("keydown", ({ key }) => {
    if (key !== "Enter") return;
    const typed = name.value;
    name.blur();
    wanted(typed);
  });
  name.addEventListener("blur", draw);
  return { draw };
};

import type { Area } from "../../book/address";
import type { Cell } from "../../book/book";
import type { Model, Outcome } from "../model/model";
import type { CellHelper } from "./cell-helper";
import { fromTabs, pastedCells, toTabs } from "./clipboard";
import { clearSelection } from "./grid-menu";
import type { History } from "./history";

interface KeyActions {
  readonly canvas: HTMLElement;
  readonly model: Model;
  readonly history: History;
  readonly report: (outcome: Promise<Outcome>) => void;
  readonly helper: CellHelper;
  readonly editing: () => boolean;
}

export interface GridKeys {
  copy(cut: boolean): void;
  /** From the clipboard, where the browser lets us read it. */
  paste(refused: () => void): void;
}

/** Undo, clear, copy and paste on the grid, before Univer hears of them: the model has its own. */
export const listenToKeys = ({ canvas, model, history, report, helper, editing }: KeyActions): GridKeys => {
  let copied:
    { readonly text: string; readonly area: Area; readonly cells: readonly (readonly Cell[])[] } | undefined;

  /** The keyboard belongs to the grid when nothing else of the page has it. */
  const ours = (): boolean => {
    const focused = document.activeElement;
    if (editing() || document.querySelector("dialog[open]")) return false;
    return (
      focused === null ||
      focused === document.body ||
      canvas.contains(focused) ||
      !focused.matches("input, select, textarea, iframe, button")
    );
  };

  const bounded = (): { readonly sheet: string; readonly area: Area } => {
    const { sheet, area } = model.selection();
    const state = model.workbook.sheets.find((each) => each.name === sheet);
    const rows = Math.max(area.top, (state?.rows.length ?? 1) - 1);
    const filled = state?.rows.reduce((most, cells) => Math.max(most, cells?.length ?? 0), 0) ?? 1;
    return {
      sheet,
      area: {
        ...area,
        bottom: Math.min(area.bottom, rows),
        right: Math.min(area.right, Math.max(area.left, filled - 1)),
      },
    };
  };

  window.addEventListener(
    "keydown",
    (event) => {
      if (!ours() || event.isComposing) return;
      const control = event.ctrlKey || event.metaKey;
      const key = event.key.toLowerCase();
      if (control && key === "v") {
        // The browser's own paste event follows.
        event.stopImmediatePropagation();
        return;
      }
      if (control && (key === "c" || key === "x")) copy(key === "x");
      else if (control && key === "z") report(event.shiftKey ? history.redo() : history.undo());
      else if (control && key === "y") report(history.redo());
      else if (!control && (key === "delete" || key === "backspace"))
        clearSelection({ model, history, report });
      else if (!(event.altKey && key === "arrowdown" && helper.choose())) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    true,
  );

  const copy = (cut: boolean): void => {
    const { sheet, area } = bounded();
    const text = toTabs(model.texts(sheet, area));
    copied = { text, area, cells: model.cells(sheet, area) };
    // Where the browser refuses, pasting within the page still works by what is kept here.
    void navigator.clipboard.writeText(text).catch(() => undefined);
    if (cut) clearSelection({ model, history, report });
  };

  const paste = (text: string): void => {
    const { sheet, area } = model.selection();
    const at = { row: area.top, column: area.left };
    const own = copied && same(copied.text, text) ? pastedCells(copied.cells, copied.area, at) : undefined;
    const lines = own ?? fromTabs(text).map((line) => line.map((each) => (each === "" ? null : each)));
    const single = lines.length === 1 && lines[0]?.length === 1 ? lines[0][0] : undefined;
    const cells =
      single === undefined
        ? lines
        : Array.from({ length: Math.min(10_000, area.bottom - area.top + 1) }, () =>
            new Array<Cell>(Math.min(200, area.right - area.left + 1)).fill(single),
          );
    report(history.edit({ sheet, top: at.row, left: at.column, cells }, "pasted"));
  };

  window.addEventListener(
    "paste",
    (event) => {
      if (!ours()) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      paste(event.clipboardData?.getData("text/plain") ?? "");
    },
    true,
  );

  return {
    copy,
    paste: (refused) => void navigator.clipboard.readText().then(paste, refused),
  };
};

/** Clipboards change line ends, and some add one. */
const same = (one: string, other: string): boolean =>
  one.replaceAll("\r\n", "\n").trimEnd() === other.replaceAll("\r\n", "\n").trimEnd();

import type { Model, Outcome } from "../model/model";
import { displayText } from "../model/text";
import { tableAt } from "../view/table-styles";
import type { History } from "./history";
import type { GridKeys } from "./keys";
import { openMenu } from "./menu";
import { tell } from "./dialog";
import type { Words } from "./words";

export interface GridActions {
  readonly model: Model;
  readonly history: History;
  readonly words: Words;
  readonly report: (outcome: Promise<Outcome>) => void;
  readonly keys: GridKeys;
}

/** Empties the selected cells. */
export const clearSelection = ({ model, history, report }: Omit<GridActions, "words" | "keys">): void => {
  const { sheet, area } = model.selection();
  const state = model.workbook.sheets.find((each) => each.name === sheet);
  const bottom = Math.min(area.bottom, Math.max(area.top, (state?.rows.length ?? 1) - 1));
  const filled = state?.rows.reduce((most, cells) => Math.max(most, cells?.length ?? 0), 0) ?? 1;
  const right = Math.min(area.right, Math.max(area.left, filled - 1));
  const line = new Array<null>(right - area.left + 1).fill(null);
  const cells = Array.from({ length: bottom - area.top + 1 }, () => line);
  report(history.edit({ sheet, top: area.top, left: area.left, cells }, "pasted"));
};

/** The right-click menu of the sheet. */
export const gridMenu = (x: number, y: number, actions: GridActions): void => {
  const { model, words, report, keys } = actions;
  const { sheet, area } = model.selection();
  const state = model.workbook.sheets.find((each) => each.name === sheet);
  if (!state) return;
  const rows = area.bottom - area.top + 1;
  const table = tableAt(state, area.top, area.left);
  const inBody = table !== undefined && area.top > table.area.top;
  const column = table?.columns[area.left - table.area.left];
  openMenu(x, y, [
    { label: words.cut, run: () => keys.copy(true) },
    { label: words.copy, run: () => keys.copy(false) },
    { label: words.paste, run: () => keys.paste(() => void tell(words, words.paste, words.pasteHint)) },
    undefined,
    { label: words.clear, run: () => clearSelection(actions) },
    undefined,
    { label: words.insertRows, run: () => report(model.userInsertsRows(sheet, area.top, rows)) },
    { label: words.deleteRows, run: () => report(model.userDeletesRows(sheet, area.top, rows)) },
    ...(table && inBody
      ? [
          {
            label: words.insertTableRows,
            run: () => report(model.userInsertsTableRows(table.name, area.top - table.area.top - 1, rows)),
          },
          {
            label: words.deleteTableRows,
            run: () => report(model.userDeletesTableRows(table.name, area.top - table.area.top - 1, rows)),
          },
        ]
      : []),
    { label: words.hideRows, run: () => report(model.userHidesRows(sheet, area.top, rows, true)) },
    { label: words.showRows, run: () => report(model.userHidesRows(sheet, area.top, rows, false)) },
    ...(table && column && inBody
      ? [
          undefined,
          {
            label: words.filterBy,
            run: () =>
              report(model.userFilters(table.name, column.name, [displayText(state, area.top, area.left)])),
          },
        ]
      : []),
    ...(table?.columns.some(({ filter }) => filter !== undefined)
      ? [
          {
            label: words.filter,
            run: () => {
              for (const each of table.columns)
                if (each.filter) report(model.userFilters(table.name, each.name, undefined));
            },
          },
        ]
      : []),
  ]);
};

import type { Area } from "../../book/address";
import type { Cell } from "../../book/book";
import type { Edit, Model, Outcome } from "../model/model";

type Source = Parameters<Model["userEdits"]>[1]["from"];

/** The user's own edits, which 撤销 takes back. Excel forgets them when the structure changes; so does this. */
export interface History {
  edit(edit: Edit, from: Exclude<Source, "undone">): Promise<Outcome>;
  undo(): Promise<Outcome>;
  redo(): Promise<Outcome>;
  forget(): void;
}

interface Step {
  readonly sheet: string;
  readonly area: Area;
  readonly before: readonly (readonly Cell[])[];
}

export const createHistory = (model: Model): History => {
  let done: Step[] = [];
  let undone: Step[] = [];

  const stepOf = (sheet: string, area: Area): Step => ({ sheet, area, before: model.cells(sheet, area) });

  const back = async (from: Step[], to: Step[]): Promise<Outcome> => {
    const step = from.pop();
    if (!step) return { done: true };
    const { sheet, area, before } = step;
    const opposite = stepOf(sheet, area);
    const outcome = await model.userEdits(
      { sheet, top: area.top, left: area.left, cells: before },
      { from: "undone" },
    );
    if (outcome.done) to.push(opposite);
    return outcome;
  };

  return {
    edit: async (edit, from) => {
      const width = edit.cells[0]?.length ?? 0;
      const { sheet, top, left, cells } = edit;
      const step = stepOf(sheet, { top, left, bottom: top + cells.length - 1, right: left + width - 1 });
      const outcome = await model.userEdits(edit, { from });
      if (outcome.done) {
        done.push(step);
        undone = [];
      }
      return outcome;
    },
    undo: () => back(done, undone),
    redo: () => back(undone, done),
    forget: () => {
      done = [];
      undone = [];
    },
  };
};

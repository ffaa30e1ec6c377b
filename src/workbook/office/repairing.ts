/** What the parts of a repair share: the request that opens what is closed, and where the plan's columns stand now. */
import type { Book } from "../../book/book";
import type { FormKey } from "../../domain/forms/index";
import type { Inspected } from "../plan/inspected";
import { type Placement, placementOf, type PlannedTable, plannedTables } from "../plan/placement";
import { type Run, roundTrip } from "./excel-run";
import type { TableLook } from "./look";
import { once, queueShape, tableOf, type TableShape } from "./table-shape";

export const doing = "修复表格";

export interface Ground {
  readonly plan: Book;
  readonly planned: ReadonlyMap<FormKey, PlannedTable>;
  readonly seen: Inspected;
  readonly placement: Placement;
}

export const groundOf = (plan: Book, seen: Inspected): Ground => {
  const planned = plannedTables(plan);
  return { plan, planned, seen, placement: placementOf(planned, [...seen.tables.values()]) };
};

/** One request; the sheets in it are unprotected meanwhile, their filters are off and put on again by column. */
export type Work = <T>(queue: (context: Excel.RequestContext) => () => T) => Promise<T>;

/**
 * @param looks what stands in the way, seen before; the user has agreed to put it aside.
 * @param now what a column is called by now.
 */
export const workWith =
  (looks: readonly TableLook[], run: Run): Work =>
  (queue) =>
    roundTrip(
      doing,
      (context) => {
        const locked = new Map(
          looks.flatMap((look) => (look.protection ? [[look.sheetId, look.protection] as const] : [])),
        );
        const sheetOf = (id: string): Excel.Worksheet => context.workbook.worksheets.getItem(id);
        for (const id of locked.keys()) sheetOf(id).protection.unprotect();
        for (const look of looks) if (look.filtered) tableOf(context, look.key).clearFilters();
        const read = queue(context);
        for (const [id, protection] of locked) sheetOf(id).protection.protect(protection);
        return read;
      },
      { ...run, undoStep: true },
    );

export const shapeNow = (form: FormKey, run: Run): Promise<TableShape | undefined> =>
  roundTrip(doing, (context) => queueShape(context, form), run);

/** A column of the sheet, whole. */
export const wholeColumn = (sheet: Excel.Worksheet, column: number): Excel.Range =>
  once(once(sheet.getRangeByIndexes(0, column, 1, 1)).getEntireColumn());

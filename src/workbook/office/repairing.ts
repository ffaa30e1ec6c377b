/** What the parts of a repair share: the request that opens what is closed. */
import type { FormKey } from "../../domain/forms/index";
import { type Run, roundTrip } from "./excel-run";
import type { TableLook } from "./look";
import { once, queueShape, tableOf, type TableShape } from "./table-shape";

export const doing = "修复表格";

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

/** What stands in a write's way: filters, protection, a table that is gone. */
import { formOf } from "../../domain/forms/index";
import { type RefusalCode, WorkbookRefused } from "../port";
import type { Looked, TableLook, Target } from "./look";
import { tableOf } from "./table-shape";

export interface Leave {
  /** The user agreed that protected registers are unprotected for as long as a write takes. */
  readonly unprotect?: boolean;
  /** The user agreed that filters are taken off for as long as a write takes. */
  readonly clearFilters?: boolean;
}

/** @throws WorkbookRefused before anything is written. */
export const refuseObstacles = ({ tables }: Looked, target: Target, leave: Leave, doing: string): void => {
  const refuse = (code: RefusalCode, where: string): never => {
    throw new WorkbookRefused(code, doing, where);
  };
  for (const key of [...target.appended.keys(), ...target.sets.map(({ form }) => form)])
    if (!tables.has(key)) refuse("tableMissing", formOf(key).sheet);
  if (target.counters && !tables.has("counters")) refuse("tableMissing", formOf("counters").sheet);
  for (const table of tables.values()) {
    // The program's own sheets are protected by ourselves.
    const ours = table.form.keptBy === "program";
    if (table.protection && !ours && leave.unprotect !== true) refuse("protected", table.sheet);
    if (table.filtered && leave.clearFilters !== true) refuse("filtered", table.sheet);
    if (table.occupied) refuse("belowOccupied", table.sheet);
  }
};

/** Sheets are opened for the write and closed again in the same request; so are filters. */
export const queueObstacles = (
  context: Excel.RequestContext,
  tables: readonly TableLook[],
): { readonly open: () => void; readonly close: () => void } => {
  const locked = new Map(
    tables.filter(({ protection }) => protection).map((table) => [table.sheetId, table]),
  );
  const filtered = tables.filter(({ filtered: is }) => is);
  const totals = tables.filter(({ totals: has }) => has);
  const sheetOf = (table: TableLook): Excel.Worksheet => tableOf(context, table.key).worksheet;
  return {
    open: () => {
      for (const table of locked.values()) sheetOf(table).protection.unprotect();
      for (const table of filtered) tableOf(context, table.key).clearFilters();
      for (const table of totals) tableOf(context, table.key).showTotals = false;
    },
    close: () => {
      for (const table of totals) tableOf(context, table.key).showTotals = true;
      for (const table of filtered)
        table.criteria.forEach((criteria, at) => {
          // Columns without a filter have an empty record.
          if (criteria?.filterOn !== undefined)
            tableOf(context, table.key).columns.getItemAt(at).filter.apply(criteria);
        });
      for (const table of locked.values()) sheetOf(table).protection.protect(table.protection ?? {});
    },
  };
};

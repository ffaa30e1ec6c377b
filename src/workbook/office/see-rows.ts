/** Some rows of some registers as they stand now, with what was typed and what is computed. */
import { type FormKey } from "../../domain/forms/index";
import type { RawCell } from "../../domain/register/register";
import { type Run, roundTrip } from "./excel-run";
import { columnsOf, once, queueShape, tableOf, type TableShape } from "./table-shape";
import { rowRuns } from "./write-steps";

export interface RowSeen {
  readonly formulas: readonly unknown[];
  readonly values: readonly RawCell[];
}

export interface TableSeen {
  readonly shape: TableShape;
  /** By the sheet's row number. */
  readonly rows: Map<number, RowSeen>;
}

export type Seen = Map<FormKey, TableSeen>;
export type RowNumbers = ReadonlyMap<FormKey, readonly number[]>;

/** One round trip. Rows outside the table are left out. */
export const seeRows = (wanted: RowNumbers, doing: string, run: Run): Promise<Seen> =>
  roundTrip(
    doing,
    (context) => {
      const queued = [...wanted].map(([form, rows]) => ({
        form,
        shape: queueShape(context, form),
        ranges: rowRuns(rows.map((row) => ({ row }))).map(({ first, last }) => {
          const body = once(tableOf(context, form).getDataBodyRange());
          const range = once(body.getIntersectionOrNullObject(`${first}:${last}`));
          range.load("values,formulas,rowIndex");
          return range;
        }),
      }));
      return () => {
        const seen: Seen = new Map();
        for (const { form, shape, ranges } of queued) {
          const found = shape();
          if (!found) continue;
          const rows = new Map<number, RowSeen>();
          for (const range of ranges)
            if (!range.isNullObject)
              range.values.forEach((values, at) =>
                rows.set(range.rowIndex + 1 + at, {
                  values: values as RawCell[],
                  formulas: (range.formulas[at] ?? []) as unknown[],
                }),
              );
          seen.set(form, { shape: found, rows });
        }
        return seen;
      };
    },
    run,
  );

/** A row's cells by key; a column that the table has lost is absent. */
export const cellsByKey = (
  shape: TableShape,
  values: readonly RawCell[],
): Readonly<Record<string, RawCell>> =>
  Object.fromEntries(
    columnsOf(shape)
      .filter(({ at }) => at >= 0)
      .map(({ key, at }) => [key, values[at] ?? null]),
  );

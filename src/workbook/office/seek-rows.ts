/** Rows that are not where they were written: sorting and inserting have taken them elsewhere. */
import { type FormKey, formOf } from "../../domain/forms/index";
import { blankAt } from "../../domain/register/own-column";
import type { RawCell } from "../../domain/register/register";
import { type Run, roundTrip } from "./excel-run";
import { once, tableOf } from "./table-shape";
import type { Placed } from "./write-trip";

/** What tells rows apart best: numbers first, then names. */
const telling = ({ cells }: Placed): string | undefined =>
  ["dealId", "clientId", "no", "name", "prefix"].find((key) => cells[key]) ?? Object.keys(cells)[0];

/** For every row that strayed, the sheet's row numbers where it may stand now. */
export type Candidates = ReadonlyMap<Placed, readonly number[]>;

const columnKey = (form: FormKey, key: string): string => `${form} ${key}`;

/** One round trip; a column is asked for once, however many rows strayed. */
export const seekRows = (strayed: readonly Placed[], doing: string, run: Run): Promise<Candidates> =>
  roundTrip(
    doing,
    (context) => {
      const asked = new Map<string, Excel.Range>();
      for (const placed of strayed) {
        const key = telling(placed);
        const caption = key === undefined ? undefined : blankAt(formOf(placed.form), key)?.caption;
        if (key === undefined || caption === undefined || asked.has(columnKey(placed.form, key))) continue;
        const column = tableOf(context, placed.form).columns.getItemOrNullObject(caption);
        const range = once(column.getDataBodyRange());
        range.load("values,rowIndex");
        asked.set(columnKey(placed.form, key), range);
      }
      return () => {
        const where = new Map<string, Map<RawCell, number[]>>();
        for (const [column, range] of asked) {
          if (range.isNullObject) continue;
          const rows = new Map<RawCell, number[]>();
          range.values.forEach(([cell], at) => {
            const found = rows.get(cell as RawCell);
            if (found) found.push(range.rowIndex + 1 + at);
            else rows.set(cell as RawCell, [range.rowIndex + 1 + at]);
          });
          where.set(column, rows);
        }
        return new Map(
          strayed.map((placed) => {
            const key = telling(placed);
            const rows = key === undefined ? undefined : where.get(columnKey(placed.form, key));
            return [placed, rows?.get(placed.cells[key ?? ""] ?? "") ?? []];
          }),
        );
      };
    },
    run,
  );

/** Takes back what a write did: rows and cells that nobody has changed since; the others are left and counted. */
import type { FormKey } from "../../domain/forms/index";
import { formOf } from "../../domain/forms/index";
import type { RawCell } from "../../domain/register/register";
import { onTheWire, sameCell } from "./cell-text";
import { type Run, roundTrip } from "./excel-run";
import { formatOf, isTyped, look, type Looked, queueColumnRows } from "./look";
import { type Leave, queueObstacles, refuseObstacles } from "./obstacles";
import { type RowNumbers, type Seen, seeRows, type TableSeen } from "./see-rows";
import { columnsOf, once, tableOf } from "./table-shape";
import type { Placed } from "./write-trip";

export interface CellDone {
  readonly form: FormKey;
  readonly row: number;
  readonly key: string;
  readonly was: RawCell;
  readonly now: RawCell;
}

/** What a write did. */
export interface Done {
  readonly doing: string;
  readonly rows: readonly Placed[];
  readonly cells: readonly CellDone[];
}

export interface TakenBack {
  readonly rows: number;
  readonly cells: number;
  /** What was left as it is, since somebody changed it, or it is gone. */
  readonly left: readonly { readonly form: FormKey; readonly row: number; readonly key?: string }[];
}

/** The row holds what we wrote, and nothing else that was typed. */
const untouched = ({ shape, rows }: TableSeen, placed: Placed, row: number): boolean => {
  const seen = rows.get(row);
  if (!seen) return false;
  const written = new Map(columnsOf(shape).map(({ key, at }) => [at, key]));
  return shape.headers.every((_, at) => {
    const key = written.get(at);
    const ours = key === undefined ? undefined : placed.cells[key];
    if (ours !== undefined && ours !== null && ours !== "") return sameCell(seen.values[at], ours);
    return !isTyped(seen.formulas[at] ?? "");
  });
};

/** What tells rows apart best: numbers first, then names. */
const telling = (placed: Placed): string | undefined =>
  ["clientId", "dealId", "name", "prefix"].find((key) => placed.cells[key]) ?? Object.keys(placed.cells)[0];

/** Where sorting and inserting may have taken rows that are not where they were written. */
const seekRows = (strayed: readonly Placed[], doing: string, run: Run): Promise<RowNumbers> =>
  roundTrip(
    doing,
    (context) => {
      const queued = strayed.flatMap((placed) => {
        const key = telling(placed);
        const caption = key === undefined ? undefined : formOf(placed.form).fields[key]?.caption;
        if (key === undefined || caption === undefined) return [];
        const { columns } = tableOf(context, placed.form);
        const range = once(columns.getItemOrNullObject(caption).getDataBodyRange());
        range.load("values,rowIndex");
        return [{ placed, value: placed.cells[key], range }];
      });
      return () => {
        const rows = new Map<FormKey, number[]>();
        for (const { placed, value, range } of queued) {
          if (range.isNullObject) continue;
          const found = rows.get(placed.form) ?? [];
          range.values.forEach(([cell], at) => {
            if (sameCell(cell as RawCell, value)) found.push(range.rowIndex + 1 + at);
          });
          rows.set(placed.form, found);
        }
        return rows;
      };
    },
    run,
  );

interface Located {
  readonly seen: Seen;
  /** The rows that are still as they were written: by form, the sheet's row numbers. */
  readonly found: ReadonlyMap<FormKey, ReadonlySet<number>>;
  readonly lost: readonly Placed[];
}

const locate = async (rows: readonly Placed[], doing: string, run: Run): Promise<Located> => {
  const found = new Map<FormKey, Set<number>>();
  const take = (seen: Seen, placed: Placed, candidates: readonly number[]): boolean => {
    const table = seen.get(placed.form);
    const taken = found.get(placed.form) ?? new Set<number>();
    const row = candidates.find((each) => !taken.has(each) && table && untouched(table, placed, each));
    if (row === undefined) return false;
    found.set(placed.form, taken.add(row));
    return true;
  };
  const there = new Map<FormKey, number[]>();
  for (const { form, row } of rows) there.set(form, [...(there.get(form) ?? []), row]);
  const seen: Seen = rows.length === 0 ? new Map<FormKey, TableSeen>() : await seeRows(there, doing, run);
  const strayed = rows.filter((placed) => !take(seen, placed, [placed.row]));
  if (strayed.length === 0) return { seen, found, lost: [] };
  const candidates = await seekRows(strayed, doing, run);
  for (const [form, table] of await seeRows(candidates, doing, run)) {
    const known = seen.get(form);
    seen.set(form, { shape: table.shape, rows: new Map([...(known?.rows ?? []), ...table.rows]) });
  }
  return {
    seen,
    found,
    lost: strayed.filter((placed) => !take(seen, placed, candidates.get(placed.form) ?? [])),
  };
};

interface Span {
  readonly from: number;
  readonly to: number;
}

const spansFromBelow = (indices: readonly number[]): readonly Span[] => {
  const spans: Span[] = [];
  for (const index of [...indices].sort((a, b) => b - a)) {
    const last = spans.at(-1);
    if (last?.from === index + 1) spans[spans.length - 1] = { from: index, to: last.to };
    else spans.push({ from: index, to: index });
  }
  return spans;
};

/** A table keeps its last row: that one is emptied instead. */
const queueRemoval = (
  context: Excel.RequestContext,
  { shape, rows: seen }: TableSeen,
  rows: ReadonlySet<number>,
): void => {
  const table = tableOf(context, shape.key);
  const kept = rows.size === shape.count ? shape.firstRow : undefined;
  if (kept !== undefined)
    shape.headers.forEach((_, at) => {
      if (isTyped(seen.get(kept)?.formulas[at] ?? ""))
        once(once(table.getDataBodyRange()).getCell(0, at)).clear("Contents");
    });
  for (const { from, to } of spansFromBelow([...rows].filter((row) => row !== kept))) {
    const body = once(table.getDataBodyRange());
    const [first, last] = [body.getRow(from - shape.firstRow), body.getRow(to - shape.firstRow)];
    once(once(first).getBoundingRect(once(last))).delete("Up");
  }
};

const queueCellsBack = (context: Excel.RequestContext, cells: readonly CellDone[], looked: Looked): void => {
  for (const { form, row, key, was } of cells) {
    const range = queueColumnRows(context, form, key, row, row);
    const format = formatOf(looked.tables.get(form), key);
    range.values = [[was === null ? "" : onTheWire(was, format)]];
  }
};

/**
 * Two or three round trips. Counters stay: a number is never given twice (R1).
 * @throws WorkbookRefused "protected", "filtered" as a write does.
 */
export const takeBack = async (done: Done, leave: Leave, doing: string, run: Run): Promise<TakenBack> => {
  const rows = done.rows.filter(({ form }) => form !== "counters");
  const cells = done.cells.filter(({ form }) => form !== "counters");
  const sets = cells.map(({ form, row, key, now }) => ({
    kind: "set" as const,
    form,
    row,
    key,
    was: now,
    value: null,
  }));
  const forms = [...new Set(rows.map(({ form }) => form))];
  const target = {
    appended: new Map(forms.map((form) => [form, 0])),
    sets,
    counters: false,
    alsoRead: [],
  };
  const looked = await look(target, doing, run);
  refuseObstacles(looked, target, leave, doing);
  const { seen, found, lost } = await locate(rows, doing, run);
  const left: { form: FormKey; row: number; key?: string }[] = lost.map(({ form, row }) => ({ form, row }));
  const back = cells.filter(({ form, row, key, now }, at) => {
    const set = sets[at];
    const unchanged = set !== undefined && sameCell(looked.holds(set), now);
    if (!unchanged) left.push({ form, row, key });
    return unchanged;
  });
  if (back.length > 0 || found.size > 0)
    await roundTrip(
      doing,
      (context) => {
        const obstacles = queueObstacles(context, [...looked.tables.values()]);
        obstacles.open();
        queueCellsBack(context, back, looked);
        for (const [form, numbers] of found) {
          const table = seen.get(form);
          if (table) queueRemoval(context, table, numbers);
        }
        obstacles.close();
        return () => undefined;
      },
      { ...run, undoStep: true },
    );
  const count = [...found.values()].reduce((sum, { size }) => sum + size, 0);
  return { rows: count, cells: back.length, left };
};

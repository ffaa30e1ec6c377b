/** Takes back what a write did: rows and cells that nobody has changed since; the others are left and counted. */
import type { FormKey } from "../../domain/forms/index";
import { ownKey } from "../../domain/register/own-column";
import type { RawCell } from "../../domain/register/register";
import { onTheWire, sameCell } from "./cell-text";
import { type Run, roundTrip } from "./excel-run";
import { formatOf, isTyped, look, type Looked, queueColumnRows } from "./look";
import { type Leave, queueObstacles, refuseObstacles } from "./obstacles";
import { dropOwnColumns } from "./own-columns";
import { type Seen, seeRows, type TableSeen } from "./see-rows";
import { seekRows } from "./seek-rows";
import { allColumnsOf, once, tableOf, type TableShape } from "./table-shape";
import { inChunks } from "./uniform-fills";
import type { OwnPlace } from "../port";
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
  /** The users' own columns it made. */
  readonly columns?: readonly OwnPlace[];
}

export interface TakenBack {
  readonly rows: number;
  readonly cells: number;
  /** What was left as it is, since somebody changed it, or it is gone; `row` 0 is a whole column. */
  readonly left: readonly { readonly form: FormKey; readonly row: number; readonly key?: string }[];
}

/** The row holds what we wrote, and nothing else that was typed. */
const untouched = (
  { shape, rows }: TableSeen,
  written: ReadonlyMap<number, string>,
  placed: Placed,
  row: number,
): boolean => {
  const seen = rows.get(row);
  if (!seen) return false;
  return shape.headers.every((_, at) => {
    const key = written.get(at);
    const ours = key === undefined ? undefined : placed.cells[key];
    if (ours !== undefined && ours !== null && ours !== "") return sameCell(seen.values[at], ours);
    return !isTyped(seen.formulas[at] ?? "");
  });
};

interface Located {
  readonly seen: Seen;
  /** The rows that are still as they were written: by form, the sheet's row numbers. */
  readonly found: ReadonlyMap<FormKey, ReadonlySet<number>>;
  readonly lost: readonly Placed[];
}

const locate = async (rows: readonly Placed[], doing: string, run: Run): Promise<Located> => {
  const found = new Map<FormKey, Set<number>>();
  const keys = new Map<TableShape, ReadonlyMap<number, string>>();
  const keysOf = (shape: TableShape): ReadonlyMap<number, string> => {
    const known = keys.get(shape) ?? new Map(allColumnsOf(shape).map(({ key, at }) => [at, key]));
    keys.set(shape, known);
    return known;
  };
  const take = (seen: Seen, placed: Placed, candidates: readonly number[]): boolean => {
    const table = seen.get(placed.form);
    const taken = found.get(placed.form) ?? new Set<number>();
    const row = candidates.find(
      (each) => !taken.has(each) && table && untouched(table, keysOf(table.shape), placed, each),
    );
    if (row === undefined) return false;
    found.set(placed.form, taken.add(row));
    return true;
  };
  const there = new Map<FormKey, number[]>();
  for (const { form, row } of rows) {
    const numbers = there.get(form);
    if (numbers) numbers.push(row);
    else there.set(form, [row]);
  }
  const seen: Seen = rows.length === 0 ? new Map<FormKey, TableSeen>() : await seeRows(there, doing, run);
  const strayed = rows.filter((placed) => !take(seen, placed, [placed.row]));
  if (strayed.length === 0) return { seen, found, lost: [] };
  const candidates = await seekRows(strayed, doing, run);
  const elsewhere = new Map<FormKey, Set<number>>();
  for (const [{ form }, numbers] of candidates) {
    const all = elsewhere.get(form) ?? new Set<number>();
    for (const number of numbers) all.add(number);
    elsewhere.set(form, all);
  }
  const wanted = new Map([...elsewhere].map(([form, numbers]) => [form, [...numbers]] as const));
  for (const [form, table] of await seeRows(wanted, doing, run)) {
    const known = seen.get(form);
    seen.set(form, { shape: table.shape, rows: new Map([...(known?.rows ?? []), ...table.rows]) });
  }
  return {
    seen,
    found,
    lost: strayed.filter((placed) => !take(seen, placed, candidates.get(placed) ?? [])),
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

/** Rows that are no more, by form: the sheet's row numbers before they went, from above. */
export type Gone = ReadonlyMap<FormKey, readonly number[]>;

/** Two or three round trips. */
const takeBackAtOnce = async (
  { rows, cells }: Pick<Done, "rows" | "cells">,
  leave: Leave,
  doing: string,
  run: Run,
): Promise<{ readonly back: TakenBack; readonly gone: Gone }> => {
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
  const gone = new Map(
    [...found].map(([form, numbers]) => {
      // The last row of a table is only emptied.
      const stays = numbers.size === seen.get(form)?.shape.count ? 1 : 0;
      return [form, [...numbers].sort((a, b) => a - b).slice(stays)] as const;
    }),
  );
  return { back: { rows: count, cells: back.length, left }, gone };
};

/** What one request holds: rows read back with their formulas, cells with a range of their own. */
const rowsAtOnce = 400;
const cellsAtOnce = 1_000;

type Part = Pick<Done, "rows" | "cells">;

/** Cells first, then rows from below: what goes leaves the others where they were written. */
const partsOf = ({ rows, cells }: Part): readonly Part[] => {
  if (rows.length <= rowsAtOnce && cells.length <= cellsAtOnce) return [{ rows, cells }];
  const fromBelow = [...rows].sort((a, b) => b.row - a.row);
  const byForm = new Map<FormKey, Placed[]>();
  for (const placed of fromBelow) {
    const own = byForm.get(placed.form);
    if (own) own.push(placed);
    else byForm.set(placed.form, [placed]);
  }
  return [
    ...inChunks(cells, cellsAtOnce).map((some) => ({ rows: [], cells: some })),
    ...[...byForm.values()].flatMap((own) =>
      inChunks(own, rowsAtOnce).map((some) => ({ rows: some, cells: [] })),
    ),
  ];
};

/**
 * Two or three round trips, or as many for each part where one request would not hold it all. Counters stay: a number
 * is never given twice (R1).
 * @param onPart what is still to be taken back, after each part: a refusal leaves that much.
 * @throws WorkbookRefused "protected", "filtered" as a write does.
 */
export const takeBack = async (
  done: Done,
  leave: Leave,
  doing: string,
  run: Run,
  onPart: (rest: Done, gone: Gone) => void = () => undefined,
): Promise<TakenBack> => {
  const parts = partsOf({
    rows: done.rows.filter(({ form }) => form !== "counters"),
    cells: done.cells.filter(({ form }) => form !== "counters"),
  });
  let soFar: TakenBack = { rows: 0, cells: 0, left: [] };
  for (const [at, part] of parts.entries()) {
    const { back, gone } = await takeBackAtOnce(part, leave, doing, run);
    soFar = {
      rows: soFar.rows + back.rows,
      cells: soFar.cells + back.cells,
      left: [...soFar.left, ...back.left],
    };
    const rest = parts.slice(at + 1);
    onPart(
      { ...done, rows: rest.flatMap(({ rows }) => rows), cells: rest.flatMap(({ cells }) => cells) },
      gone,
    );
  }
  const columns = await dropOwnColumns(done.columns ?? [], leave, doing, run);
  return {
    ...soFar,
    left: [...soFar.left, ...columns.map(({ form, caption }) => ({ form, row: 0, key: ownKey(caption) }))],
  };
};

/** One request that writes rows and cells and reads them back. Where rows go, the host decides while it writes. */
import type { Value } from "../../book/book";
import type { FormKey } from "../../domain/forms/index";
import { blankAt } from "../../domain/register/own-column";
import type { RawCell, Row } from "../../domain/register/register";
import { meant, onTheWire, sameCell } from "./cell-text";
import { type Run, roundTrip } from "./excel-run";
import { formatOf, isTyped, queueColumnRows, queueHeld, type TableLook } from "./look";
import { queueObstacles } from "./obstacles";
import { once, tableOf } from "./table-shape";
import { byColumn, type ColumnRun, type Guards, rowRuns, runsOf, type SetCell } from "./write-steps";

/** Rows for one table; the first of them goes into the table's blank first row, where it has nothing else. */
export interface Rows {
  readonly look: TableLook;
  readonly rows: readonly Row[];
}

/** A row as it stands now: the sheet's row number, and the cells written, read back. */
export interface Placed {
  readonly form: FormKey;
  readonly row: number;
  readonly cells: Readonly<Record<string, RawCell>>;
}

export interface BlockWritten {
  readonly form: FormKey;
  /** Which of the rows handed in. */
  readonly from: number;
  readonly placed: readonly Placed[];
  /** Left column (0 is A) and how many columns the runs reach over: what was touched. */
  readonly runs: readonly ColumnRun[];
  readonly left: number;
  /** The table took the rows in. */
  readonly grew: boolean;
  /** A colleague had filled the blank row just before: what stood there, by the table's headers. */
  readonly overwrote: readonly RawCell[] | undefined;
}

export interface CellWritten {
  readonly set: SetCell;
  /** Just before we wrote; nothing where row or column is gone. */
  readonly before: RawCell | undefined;
  readonly after: RawCell | undefined;
  /** The row was another one's by then. */
  readonly shifted: boolean;
}

export const unguarded: Guards = () => [];

export interface Trip<T> {
  readonly blocks: readonly BlockWritten[];
  readonly cells: readonly CellWritten[];
  readonly read: T;
}

interface QueuedRun {
  readonly run: ColumnRun;
  readonly range: Excel.Range;
}

interface Block {
  readonly look: TableLook;
  readonly from: number;
  readonly count: number;
  readonly first: boolean;
}

const blocksOf = ({ look, rows }: Rows): readonly Block[] => {
  if (rows.length === 0) return [];
  if (!look.blank) return [{ look, from: 0, count: rows.length, first: false }];
  const blocks: Block[] = [{ look, from: 0, count: 1, first: true }];
  return rows.length > 1 ? [...blocks, { look, from: 1, count: rows.length - 1, first: false }] : blocks;
};

const slice = (run: ColumnRun, { from, count }: Block): ColumnRun => ({
  ...run,
  values: run.values.slice(from, from + count),
});

const rangeOf = (table: Excel.Table, run: ColumnRun, block: Block): Excel.Range => {
  const column = once(table.columns.getItem(run.caption).getDataBodyRange());
  const corner = block.first ? once(column.getRow(0)) : once(once(column.getLastRow()).getOffsetRange(1, 0));
  return once(corner.getResizedRange(block.count - 1, run.columns.length - 1));
};

const wireValues = (run: ColumnRun, look: TableLook): Value[][] =>
  run.values.map((row) => row.map((value, at) => onTheWire(value, look.formats[run.at + at] ?? "")));

/** The client leaves `null` cells as they are, and takes "" for an empty one. */
const write = (range: Excel.Range, values: Value[][]): void => {
  range.values = values;
};

const queueBlocks = (
  context: Excel.RequestContext,
  { look, rows }: Rows,
  doing: string,
): { readonly write: () => void; readonly read: () => readonly BlockWritten[] } => {
  const table = tableOf(context, look.key);
  const runs = runsOf(look, rows, doing);
  const before = once(table.getDataBodyRange());
  const firstRow = once(once(table.getDataBodyRange()).getRow(0));
  before.load("rowCount");
  firstRow.load("formulas,values");
  // All places are settled before the first cell is written: writing makes the table grow, and its end with it.
  const blocks = blocksOf({ look, rows }).map((block) => ({
    block,
    runs: runs.map((run): QueuedRun => ({ run: slice(run, block), range: rangeOf(table, run, block) })),
  }));
  let after: Excel.Range | undefined;
  return {
    write: () => {
      for (const { runs: each } of blocks)
        for (const { run, range } of each) {
          write(range, wireValues(run, look));
          range.load("values,rowIndex");
        }
      after = once(tableOf(context, look.key).getDataBodyRange());
      after.load("rowCount");
    },
    read: () => {
      const grownBy = (after?.rowCount ?? 0) - before.rowCount;
      const filled = (firstRow.formulas[0] ?? []).some(isTyped);
      return blocks.map(({ block, runs: each }) => ({
        form: look.key,
        from: block.from,
        placed: Array.from({ length: block.count }, (_, at) => ({
          form: look.key,
          row: (each[0]?.range.rowIndex ?? 0) + at + 1,
          cells: Object.fromEntries(
            each.flatMap(({ run, range }) =>
              run.columns.map(({ key }, column) => [key, (range.values[at]?.[column] ?? null) as RawCell]),
            ),
          ),
        })),
        runs: each.map(({ run }) => run),
        left: look.left,
        grew: block.first || grownBy >= block.count,
        overwrote: block.first && filled ? ((firstRow.values[0] ?? []) as readonly RawCell[]) : undefined,
      }));
    },
  };
};

const queueSets = (
  context: Excel.RequestContext,
  sets: readonly SetCell[],
  tables: ReadonlyMap<FormKey, TableLook>,
  guards: Guards,
): { readonly write: () => void; readonly read: () => readonly CellWritten[] } => {
  const whose = queueHeld(context, sets.flatMap(guards));
  const queued = [...byColumn(sets).values()].flatMap(({ form, key, sets: group }) =>
    rowRuns(group).map((run) => {
      const ask = (): Excel.Range => queueColumnRows(context, form, key, run.first, run.last);
      const [before, range] = [ask(), ask()];
      before.load("values");
      return { form, key, run, before, range };
    }),
  );
  const at = (range: Excel.Range, index: number): RawCell | undefined =>
    range.isNullObject ? undefined : ((range.values[index]?.[0] ?? null) as RawCell);
  return {
    write: () => {
      for (const { form, key, run, range } of queued) {
        const look = tables.get(form);
        const field = look && blankAt(look.form, key);
        const format = formatOf(look, key);
        write(
          range,
          run.items.map(({ value }) => [
            value === null || field === undefined ? "" : onTheWire(meant(field, value), format),
          ]),
        );
        range.load("values");
      }
    },
    read: () => {
      const held = whose();
      return queued.flatMap(({ run, before, range }) =>
        run.items.map((set, index) => ({
          set,
          before: at(before, index),
          after: at(range, index),
          shifted: guards(set).some((guard) => !sameCell(held(guard), guard.was)),
        })),
      );
    },
  };
};

/**
 * @param also what to read at the end, when everything has been written.
 * @param guards cells that say which row it is, looked at once more.
 * @param before what else to write, ahead of rows and cells.
 * @throws WorkbookRefused
 */
export const writeTrip = <T>(
  rows: readonly Rows[],
  sets: readonly SetCell[],
  tables: ReadonlyMap<FormKey, TableLook>,
  also: (context: Excel.RequestContext) => () => T,
  doing: string,
  run: Run,
  guards: Guards = unguarded,
  before: (context: Excel.RequestContext) => void = () => undefined,
): Promise<Trip<T>> =>
  roundTrip(
    doing,
    (context) => {
      const obstacles = queueObstacles(context, [...tables.values()]);
      obstacles.open();
      before(context);
      const blocks = rows.map((each) => queueBlocks(context, each, doing));
      const cells = queueSets(context, sets, tables, guards);
      for (const each of blocks) each.write();
      cells.write();
      obstacles.close();
      const read = also(context);
      return () => ({
        blocks: blocks.flatMap((each) => each.read()),
        cells: cells.read(),
        read: read(),
      });
    },
    { ...run, undoStep: true },
  );

/** 撤销: the last operations of this pane, taken back from the values they replaced. */
import type { FormKey } from "../../domain/forms/index";
import type { Patience } from "./excel-run";
import { patience as defaultPatience } from "./excel-run";
import type { Leave } from "./obstacles";
import { type Done, type Gone, takeBack, type TakenBack } from "./take-back";

export interface History {
  /** For `openWorkbook({ onWritten })`. */
  readonly note: (done: Done) => void;
  /**
   * All that is written until the end of `work` is one operation: an entry and what settled it.
   * @param lasting it is not forgotten, however many come after it: 收编
   */
  readonly asOne: <T>(doing: string, work: () => Promise<T>, lasting?: boolean) => Promise<T>;
  /** What the next 撤销 would take back, in Chinese; with `doing`, whether the latest of that name could be. */
  readonly next: (doing?: string) => string | undefined;
  /**
   * Takes the last operation back, or the last of that name, where nobody has changed its rows since.
   * @throws WorkbookRefused as a write does; what is not taken back by then is still there to be.
   */
  readonly undo: (leave?: Leave, doing?: string) => Promise<TakenBack | undefined>;
}

const rowKey = ({ form, row }: { readonly form: FormKey; readonly row: number }): string => `${form} ${row}`;

/** A later write of the same operation may have changed cells of its own rows. */
const joined = (doing: string, parts: readonly Done[]): Done => {
  const rows = parts.flatMap((part) => part.rows);
  const cells = parts.flatMap((part) => part.cells);
  const columns = parts.flatMap((part) => part.columns ?? []);
  const own = new Set(rows.map(rowKey));
  const later = new Map<string, Record<string, Done["cells"][number]["now"]>>();
  for (const cell of cells) {
    const key = rowKey(cell);
    if (own.has(key)) later.set(key, { ...later.get(key), [cell.key]: cell.now });
  }
  return {
    doing,
    rows: rows.map((placed) => ({ ...placed, cells: { ...placed.cells, ...later.get(rowKey(placed)) } })),
    cells: cells.filter((cell) => !own.has(rowKey(cell))),
    ...(columns.length > 0 ? { columns } : {}),
  };
};

/** How many of the sorted numbers are below `row`. */
const above = (gone: readonly number[], row: number): number => {
  let [from, to] = [0, gone.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((gone[middle] ?? 0) < row) from = middle + 1;
    else to = middle;
  }
  return from;
};

/** Rows further down have moved up by those that went. */
const movedUp = (done: Done, gone: Gone): Done => {
  const moved = <T extends { readonly form: FormKey; readonly row: number }>(each: T): T => {
    const numbers = gone.get(each.form);
    return numbers === undefined ? each : { ...each, row: each.row - above(numbers, each.row) };
  };
  return { ...done, rows: done.rows.map(moved), cells: done.cells.map(moved) };
};

interface Operation {
  done: Done;
  readonly lasting: boolean;
}

export const startHistory = (most = 20, patience: Patience = defaultPatience): History => {
  const operations: Operation[] = [];
  let open: Done[] | undefined;
  const keep = (done: Done, lasting: boolean): void => {
    operations.push({ done, lasting });
    const passing = operations.filter((each) => !each.lasting);
    const [oldest] = passing;
    if (passing.length > most && oldest) operations.splice(operations.indexOf(oldest), 1);
  };
  const latest = (doing?: string): Operation | undefined =>
    [...operations].reverse().find(({ done }) => doing === undefined || done.doing === doing);
  return {
    note: (done) => {
      if (open) open.push(done);
      else keep(done, false);
    },
    asOne: async (doing, work, lasting = false) => {
      const parts: Done[] = [];
      open = parts;
      try {
        return await work();
      } finally {
        open = undefined;
        if (parts.length > 0) keep(joined(doing, parts), lasting);
      }
    },
    next: (doing) => latest(doing)?.done.doing,
    undo: async (leave = {}, doing) => {
      const operation = latest(doing);
      if (!operation) return undefined;
      const { done } = operation;
      const back = await takeBack(done, leave, `撤销${done.doing}`, { patience }, (rest, gone) => {
        operation.done = rest;
        for (const each of operations) if (each !== operation) each.done = movedUp(each.done, gone);
      });
      operations.splice(operations.indexOf(operation), 1);
      return back;
    },
  };
};

/** 撤销: the last operations of this pane, taken back from the values they replaced. */
import type { Patience } from "./excel-run";
import { patience as defaultPatience } from "./excel-run";
import type { Leave } from "./obstacles";
import { type Done, takeBack, type TakenBack } from "./take-back";

export interface History {
  /** For `openWorkbook({ onWritten })`. */
  readonly note: (done: Done) => void;
  /** All that is written until the end of `work` is one operation: an entry and what settled it. */
  readonly asOne: <T>(doing: string, work: () => Promise<T>) => Promise<T>;
  /** What the next 撤销 would take back, in Chinese; nothing when there is none. */
  readonly next: () => string | undefined;
  /**
   * Takes the last operation back, where nobody has changed its rows since.
   * @throws WorkbookRefused as a write does; the operation is then still there to be taken back.
   */
  readonly undo: (leave?: Leave) => Promise<TakenBack | undefined>;
}

/** A later write of the same operation may have changed cells of its own rows. */
const joined = (doing: string, parts: readonly Done[]): Done => {
  const rows = parts.flatMap((part) => part.rows);
  const cells = parts.flatMap((part) => part.cells);
  const inRows = (cell: Done["cells"][number]): boolean =>
    rows.some(({ form, row }) => form === cell.form && row === cell.row);
  return {
    doing,
    rows: rows.map((placed) => {
      const later = cells.filter(({ form, row }) => form === placed.form && row === placed.row);
      return {
        ...placed,
        cells: { ...placed.cells, ...Object.fromEntries(later.map(({ key, now }) => [key, now])) },
      };
    }),
    cells: cells.filter((cell) => !inRows(cell)),
  };
};

export const startHistory = (most = 20, patience: Patience = defaultPatience): History => {
  const operations: Done[] = [];
  let open: Done[] | undefined;
  const keep = (done: Done): void => {
    operations.push(done);
    if (operations.length > most) operations.shift();
  };
  return {
    note: (done) => {
      if (open) open.push(done);
      else keep(done);
    },
    asOne: async (doing, work) => {
      const parts: Done[] = [];
      open = parts;
      try {
        return await work();
      } finally {
        open = undefined;
        if (parts.length > 0) keep(joined(doing, parts));
      }
    },
    next: () => operations.at(-1)?.doing,
    undo: async (leave = {}) => {
      const last = operations.at(-1);
      if (!last) return undefined;
      const back = await takeBack(last, leave, `撤销${last.doing}`, { patience });
      operations.splice(operations.indexOf(last), 1);
      return back;
    },
  };
};

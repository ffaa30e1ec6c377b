/** The open workbook, in terms of registers and rows. */
import type { Change } from "../../domain/register/change";
import type { Wanted } from "../../domain/register/wanted";
import type { Differing, OpenWorkbook, WriteOptions, Written } from "../port";
import { type Patience, patience as defaultPatience, type Run } from "./excel-run";
import type { Leave } from "./obstacles";
import { withoutColumns } from "../plan/own-column";
import { makeOwnColumns } from "./own-columns";
import { bookFrom, dictionaryOf } from "./queue-book";
import { readBook } from "./read-book";
import { readRows } from "./read-rows";
import { noSizes } from "./sizes";
import { type Done, takeBack } from "./take-back";
import { type BatchWritten, writeBatch } from "./write-batch";
import { batchesOf, guarding, isOwnColumn, type SetCell, unevenCounters } from "./write-steps";

export interface Opening extends Leave {
  readonly patience?: Patience;
  /** Before each request of a long reading: what is more urgent may be asked in between. */
  readonly between?: () => Promise<void>;
  /** Told after every write what it did: for 撤销, and to know one's own changes again. */
  readonly onWritten?: (done: Done) => void;
}

/** Rows written by batches before the one that was refused or not wanted are taken back: nothing is left half written. */
const writeAll = async (
  changes: readonly Change[],
  wanted: Wanted,
  write: (batch: readonly Change[], wanted: Wanted) => Promise<BatchWritten>,
  undo: (done: Done) => Promise<unknown>,
  { progress, mayGoOn }: Pick<WriteOptions, "progress" | "mayGoOn">,
): Promise<readonly BatchWritten[]> => {
  const batches = batchesOf(changes);
  const written: BatchWritten[] = [];
  let done = 0;
  progress?.(done, changes.length);
  for (const [at, batch] of batches.entries())
    try {
      mayGoOn?.();
      written.push(await write(batch, at === batches.length - 1 ? wanted : {}));
      done += batch.length;
      progress?.(done, changes.length);
    } catch (error) {
      for (const { done } of [...written].reverse()) await undo(done);
      throw error;
    }
  return written;
};

/**
 * @param opening `unprotect`, `clearFilters`: what the user has agreed to; a write is refused otherwise.
 */
export const openWorkbook = (opening: Opening = {}): OpenWorkbook => {
  const { between } = opening;
  const run: Run = { patience: opening.patience ?? defaultPatience, ...(between && { between }) };
  const sizes = noSizes();

  const read = (wanted: Wanted, doing: string): ReturnType<OpenWorkbook["read"]> =>
    readBook(wanted, doing, run, sizes);

  const write = async (
    changes: readonly Change[],
    wanted: Wanted,
    doing: string,
    { whole = false, basis, ...going }: WriteOptions = {},
  ): Promise<Written> => {
    const guards = guarding(changes, basis);
    const writing = { doing, run, sizes, leave: opening, whole, guards };
    const { made, noRoom } = await makeOwnColumns(changes.filter(isOwnColumn), opening, doing, run);
    const undo = (done: Done): Promise<unknown> => takeBack(done, opening, doing, run);
    let batches: readonly BatchWritten[];
    try {
      batches = await writeAll(
        withoutColumns(changes, noRoom),
        wanted,
        (batch, also) => writeBatch(batch, also, writing),
        undo,
        going,
      );
    } catch (error) {
      if (made.length > 0) await undo({ doing, rows: [], cells: [], columns: made });
      throw error;
    }
    const done: Done = {
      doing,
      rows: batches.flatMap((batch) => batch.done.rows),
      cells: batches.flatMap((batch) => batch.done.cells),
      ...(made.length > 0 ? { columns: made } : {}),
    };
    const isWritten = done.rows.length > 0 || done.cells.length > 0;
    // All or nothing: without its rows a column is not wanted either.
    const isOutrun = batches.some(({ outrun }) => outrun.length > 0);
    if (made.length > 0 && !isWritten && isOutrun) await undo(done);
    else if (isWritten || made.length > 0) opening.onWritten?.(done);
    const seen = batches.at(-1)?.seen;
    let after = seen
      ? bookFrom(seen, await dictionaryOf(seen, doing, run))
      : await readBook(wanted, doing, run, sizes);
    const uneven = unevenCounters(after.registers.counters);
    if (uneven.length > 0) {
      await writeBatch(uneven, {}, writing);
      after = await readBook(wanted, doing, run, sizes);
    }
    const outrun: readonly SetCell[] = batches.flatMap((batch) => batch.outrun);
    const differing: readonly Differing[] = batches.flatMap((batch) => batch.differing);
    return {
      rows: batches.flatMap((batch) => batch.placed.map(({ row }) => row)),
      outrun,
      after,
      ...(differing.length > 0 ? { differing } : {}),
      ...(noRoom.length > 0 ? { noRoom } : {}),
    };
  };

  return {
    read,
    readRows: (asked, doing, seen) => readRows(asked, doing, { run, read, sizes, seen }),
    write,
  };
};

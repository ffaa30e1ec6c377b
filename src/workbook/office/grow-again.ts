/** Rows that their table did not take in: tried once more, and taken away when it never does. */
import type { Value } from "../../book/book";
import type { Again, Ongoing } from "./again";
import { rangeOfRun } from "./again";
import { meant, onTheWire } from "./cell-text";
import { roundTrip, supports } from "./excel-run";
import type { Looked } from "./look";
import { once, tableOf } from "./table-shape";
import type { BlockWritten, Rows } from "./write-trip";

/** Did the table take the rows in, when asked now? */
const tookIn = (blocks: readonly BlockWritten[], { doing, run }: Ongoing): Promise<readonly boolean[]> =>
  roundTrip(
    doing,
    (context) => {
      const queued = blocks.map((block) => {
        const body = once(tableOf(context, block.form).getDataBodyRange());
        body.load("rowIndex,rowCount");
        return { block, body };
      });
      return () =>
        queued.map(({ block, body }) => body.rowIndex + body.rowCount >= (block.placed.at(-1)?.row ?? 0));
    },
    run,
  );

/** Once more: the table's own resizing where the host has it, else the cells anew, the first one alone before the rest. */
const growAgain = (block: BlockWritten, { look, rows }: Rows, work: Again): Promise<void> =>
  work((context) => {
    const ranges = block.runs.map((run) => ({ run, range: rangeOfRun(context, look, block, run) }));
    if (supports("1.13")) {
      const table = tableOf(context, look.key);
      for (const { range } of ranges) table.resize(once(once(table.getRange()).getBoundingRect(range)));
      return;
    }
    for (const { range } of ranges) range.clear("Contents");
    for (const { run, range } of ranges) {
      const values = rows.slice(block.from, block.from + block.placed.length).map((row) =>
        run.columns.map(({ key, field, at }): Value => {
          const answer = row[key];
          return answer === undefined ? null : onTheWire(meant(field, answer), look.formats[at] ?? "");
        }),
      );
      once(range.getCell(0, 0)).values = [[values[0]?.[0] ?? null]];
      range.values = values;
    }
  });

/** The cells of rows that no table has, as if they had never been written. */
const clearBlocks = (blocks: readonly BlockWritten[], looked: Looked, work: Again): Promise<void> =>
  work((context) => {
    for (const block of blocks) {
      const look = looked.tables.get(block.form);
      if (look) for (const run of block.runs) rangeOfRun(context, look, block, run).clear("Contents");
    }
  });

/** @returns the rows that stay outside; their cells are empty again. */
export const growOnceMore = async (
  outside: readonly BlockWritten[],
  rows: readonly Rows[],
  looked: Looked,
  ongoing: Ongoing,
  work: Again,
): Promise<readonly BlockWritten[]> => {
  for (const block of outside) {
    const own = rows.find(({ look }) => look.key === block.form);
    if (own) await growAgain(block, own, work);
  }
  const taken = await tookIn(outside, ongoing);
  const lost = outside.filter((_, at) => taken[at] !== true);
  if (lost.length > 0) await clearBlocks(lost, looked, work);
  return lost;
};

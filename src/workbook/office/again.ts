/** A further request of a write that something came between: the same sheets are opened and closed for it. */
import type { Run } from "./excel-run";
import { roundTrip } from "./excel-run";
import type { TableLook } from "./look";
import { type Leave, queueObstacles } from "./obstacles";
import { once, tableOf } from "./table-shape";
import type { BlockWritten } from "./write-trip";

export interface Ongoing {
  readonly doing: string;
  readonly run: Run;
  readonly leave: Leave;
}

export type Again = (work: (context: Excel.RequestContext) => void) => Promise<void>;

export const again =
  (tables: readonly TableLook[], { doing, run }: Ongoing): Again =>
  (work) =>
    roundTrip(
      doing,
      (context) => {
        const obstacles = queueObstacles(context, tables);
        obstacles.open();
        work(context);
        obstacles.close();
        return () => undefined;
      },
      { ...run, undoStep: true },
    );

/** Where a run of columns was written. */
export const rangeOfRun = (
  context: Excel.RequestContext,
  look: TableLook,
  block: BlockWritten,
  run: BlockWritten["runs"][number],
): Excel.Range => {
  const top = (block.placed[0]?.row ?? 1) - 1;
  const sheet = tableOf(context, look.key).worksheet;
  return once(sheet.getRangeByIndexes(top, block.left + run.at, block.placed.length, run.columns.length));
};

/** Two at once in a table's blank first row: one of them moves below. */
import type { RawCell } from "../../domain/register/register";
import { type Ongoing, rangeOfRun } from "./again";
import { onTheWire, sameCell } from "./cell-text";
import type { Looked } from "./look";
import type { Column } from "./table-shape";
import type { SetCell } from "./write-steps";
import { type BlockWritten, type Rows, unguarded, writeTrip } from "./write-trip";

/**
 * A colleague had taken the blank first row at the same moment: it is theirs again, ours go below, in one request.
 * What somebody changed in the row while it looked like ours goes along.
 */
export const moveBelow = async (
  stolen: readonly BlockWritten[],
  rows: readonly Rows[],
  looked: Looked,
  { doing, run }: Ongoing,
): Promise<readonly BlockWritten[]> => {
  const own = stolen.flatMap((block) => {
    const found = rows.find(({ look }) => look.key === block.form);
    return found ? [{ block, ...found }] : [];
  });
  const below = own.map(({ look, rows: each }) => ({
    look: { ...look, blank: false },
    rows: each.slice(0, 1),
  }));
  const held: {
    readonly block: BlockWritten;
    readonly columns: readonly Column[];
    readonly range: Excel.Range;
  }[] = [];
  const restore = (context: Excel.RequestContext): void => {
    held.length = 0;
    for (const { block, look } of own)
      for (const run of block.runs) {
        const now = rangeOfRun(context, look, block, run);
        now.load("values");
        held.push({ block, columns: run.columns, range: now });
        rangeOfRun(context, look, block, run).values = [
          run.columns.map(({ at }) => onTheWire(block.overwrote?.[at] ?? "", look.formats[at] ?? "")),
        ];
      }
  };
  const moved = await writeTrip(
    below,
    [],
    looked.tables,
    () => () => undefined,
    doing,
    run,
    unguarded,
    restore,
  );
  const along = held.flatMap(({ block, columns, range }): SetCell[] => {
    const [ours, ...rest] = block.placed;
    const row = moved.blocks.find(({ form }) => form === block.form)?.placed[0]?.row;
    if (ours === undefined || rest.length > 0 || row === undefined) return [];
    return columns.flatMap(({ key }, at): SetCell[] => {
      const now = (range.values[0]?.[at] ?? null) as RawCell;
      const was = ours.cells[key] ?? null;
      if (sameCell(now, was) || typeof now === "boolean") return [];
      return [{ kind: "set", form: block.form, row, key, was, value: now }];
    });
  });
  if (along.length === 0) return moved.blocks;
  await writeTrip([], along, looked.tables, () => () => undefined, doing, run);
  return moved.blocks;
};

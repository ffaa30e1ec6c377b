/** After a write, what a colleague or the host made of it. */
import type { FormKey } from "../../domain/forms/index";
import { type Differing, WorkbookRefused } from "../port";
import { again, type Ongoing } from "./again";
import { giveBack, isOvertaken } from "./give-back";
import { growOnceMore } from "./grow-again";
import type { Looked } from "./look";
import { moveBelow } from "./move-below";
import { type CellDone, takeBack } from "./take-back";
import { rewrite, wrongCells, wrongInRow } from "./write-again";
import type { SetCell } from "./write-steps";
import type { CellWritten, Placed, Rows, Trip } from "./write-trip";

export interface PutRight {
  /** By form, the rows handed in, in order. */
  readonly placed: ReadonlyMap<FormKey, readonly Placed[]>;
  readonly outrun: readonly SetCell[];
  readonly differing: readonly Differing[];
  /** Something had to be written again: what was read in the first request is no longer true. */
  readonly disturbed: boolean;
}

/** What was set, as it can be taken back. */
export const cellsDone = (cells: readonly CellWritten[]): readonly CellDone[] =>
  cells.map(({ set, before, after }) => ({
    form: set.form,
    row: set.row,
    key: set.key,
    was: before ?? null,
    now: after ?? null,
  }));

/**
 * No round trip when nothing came between.
 * @throws WorkbookRefused "tableDidNotGrow"; nothing of the write is left then.
 */
export const putRight = async (
  trip: Trip<unknown>,
  rows: readonly Rows[],
  looked: Looked,
  ongoing: Ongoing,
): Promise<PutRight> => {
  const { doing, run, leave } = ongoing;
  const work = again([...looked.tables.values()], ongoing);
  let blocks = trip.blocks;

  const stolen = blocks.filter(({ overwrote }) => overwrote !== undefined);
  if (stolen.length > 0) {
    const moved = await moveBelow(stolen, rows, looked, ongoing);
    blocks = [...blocks.filter((block) => !stolen.includes(block)), ...moved];
  }

  const outside = blocks.filter(({ grew }) => !grew);
  const lost = outside.length > 0 ? await growOnceMore(outside, rows, looked, ongoing, work) : [];
  const [first] = lost;
  if (first) {
    const rest = blocks.filter((block) => !lost.includes(block)).flatMap(({ placed }) => placed);
    await takeBack({ doing, rows: rest, cells: cellsDone(trip.cells) }, leave, doing, run);
    throw new WorkbookRefused("tableDidNotGrow", doing, looked.tables.get(first.form)?.sheet ?? first.form);
  }

  const placed = new Map<FormKey, Placed[]>();
  for (const block of blocks) {
    const list = placed.get(block.form) ?? [];
    block.placed.forEach((each, at) => (list[block.from + at] = each));
    placed.set(block.form, list);
  }

  const overtaken = trip.cells.filter(isOvertaken);
  if (overtaken.length > 0) await giveBack(overtaken, looked, ongoing);

  const wrong = [
    ...rows.flatMap(({ look, rows: each }) =>
      each.flatMap((row, at) => {
        const one = placed.get(look.key)?.[at];
        return one ? wrongInRow(look, one, row) : [];
      }),
    ),
    ...wrongCells(
      trip.cells.filter((cell) => !isOvertaken(cell)),
      looked,
    ),
  ];
  const differing = wrong.length > 0 ? await rewrite(wrong, ongoing, work) : [];
  const disturbed = [stolen, outside, overtaken, wrong].some(({ length }) => length > 0);
  return { placed, outrun: overtaken.map(({ set }) => set), differing, disturbed };
};

/** Cells that a colleague changed while our request was under way. */
import type { RawCell } from "../../domain/register/register";
import { type Ongoing } from "./again";
import { onTheWire, sameCell } from "./cell-text";
import { roundTrip } from "./excel-run";
import { formatOf, type Looked, queueColumnRows } from "./look";
import { queueObstacles } from "./obstacles";
import type { SetCell } from "./write-steps";
import type { CellWritten } from "./write-trip";

/** Was it a colleague's when we wrote it? */
export const isOvertaken = ({ set, before, shifted }: CellWritten): boolean => {
  if (before === undefined) return false;
  if (shifted) return true;
  if (set.form !== "counters") return !sameCell(before, set.was);
  // Counters only rise: a higher number of a colleague's stays.
  return typeof before === "number" && typeof set.value === "number" && before > set.value;
};

interface Lent {
  readonly set: SetCell;
  /** What the cell holds as far as we know: ours. */
  readonly ours: RawCell;
  readonly theirs: RawCell;
}

const mostRounds = 5;

/** A colleague's value that we wrote over, since it came while our request was under way; again if one comes meanwhile. */
export const giveBack = async (
  overtaken: readonly CellWritten[],
  looked: Looked,
  { doing, run }: Ongoing,
): Promise<void> => {
  let lent = overtaken.map(({ set, before, after }): Lent => ({
    set,
    ours: after ?? null,
    theirs: before ?? null,
  }));
  for (let round = 0; round < mostRounds && lent.length > 0; round++) {
    const current = lent;
    lent = await roundTrip(
      doing,
      (context) => {
        const obstacles = queueObstacles(context, [...looked.tables.values()]);
        obstacles.open();
        const ranges = current.map(({ set, theirs }) => {
          const [before, range] = [
            queueColumnRows(context, set.form, set.key, set.row, set.row),
            queueColumnRows(context, set.form, set.key, set.row, set.row),
          ];
          before.load("values");
          range.values = [[onTheWire(theirs ?? "", formatOf(looked.tables.get(set.form), set.key))]];
          return before;
        });
        obstacles.close();
        return () =>
          current.flatMap(({ set, ours, theirs }, at): Lent[] => {
            const range = ranges[at];
            const held = range && !range.isNullObject ? ((range.values[0]?.[0] ?? null) as RawCell) : ours;
            return sameCell(held, ours) ? [] : [{ set, ours: theirs, theirs: held }];
          });
      },
      { ...run, undoStep: true },
    );
  }
};

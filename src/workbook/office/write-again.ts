/** Cells that read back otherwise than they were meant: written once more, and said where that does not help. */
import type { Value } from "../../book/book";
import { blankAt, isOwnKey } from "../../domain/register/own-column";
import type { RawCell, Row } from "../../domain/register/register";
import { numberFormatOf } from "../plan/cells";
import type { Differing } from "../port";
import type { Again, Ongoing } from "./again";
import { meant, onTheWire, sameCell, textFormat } from "./cell-text";
import { roundTrip } from "./excel-run";
import { formatOf, type Looked, queueColumnRows, type TableLook } from "./look";
import type { CellWritten, Placed } from "./write-trip";

export interface Meant {
  readonly look: TableLook;
  readonly row: number;
  readonly key: string;
  readonly value: Value;
}

/** R20: as text cells, which keep a text whatever it looks like; other cells in the format of their field. */
const writeAgain = (cells: readonly Meant[], work: Again): Promise<void> =>
  work((context) => {
    for (const { look, row, key, value } of cells) {
      const field = blankAt(look.form, key);
      const range = queueColumnRows(context, look.key, key, row, row);
      const isText = typeof value === "string" || field === undefined;
      // A users' own column shows its numbers as they want.
      const kept = isOwnKey(key) && formatOf(look, key) !== textFormat ? formatOf(look, key) : undefined;
      const format = isText ? textFormat : (kept ?? numberFormatOf(field));
      range.numberFormat = [[format]];
      range.values = [[onTheWire(value, format)]];
    }
  });

const holdNow = (
  cells: readonly Meant[],
  { doing, run }: Ongoing,
): Promise<readonly (RawCell | undefined)[]> =>
  roundTrip(
    doing,
    (context) => {
      const ranges = cells.map(({ look, row, key }) => {
        const range = queueColumnRows(context, look.key, key, row, row);
        range.load("values");
        return range;
      });
      return () =>
        ranges.map((range) => (range.isNullObject ? undefined : ((range.values[0]?.[0] ?? null) as RawCell)));
    },
    run,
  );

/** The cells of a row that hold something else. */
export const wrongInRow = (look: TableLook, placed: Placed, row: Row): readonly Meant[] =>
  Object.entries(placed.cells).flatMap(([key, holds]) => {
    const [answer, field] = [row[key], blankAt(look.form, key)];
    if (answer === undefined || field === undefined) return [];
    const value = meant(field, answer);
    return sameCell(holds, value) ? [] : [{ look, row: placed.row, key, value }];
  });

/** The same of cells that were set. */
export const wrongCells = (cells: readonly CellWritten[], looked: Looked): readonly Meant[] =>
  cells.flatMap(({ set, after }): Meant[] => {
    const look = looked.tables.get(set.form);
    const field = look && blankAt(look.form, set.key);
    if (!look || !field) return [];
    const value = set.value === null ? null : meant(field, set.value);
    return sameCell(after, value) ? [] : [{ look, row: set.row, key: set.key, value }];
  });

export const rewrite = async (
  wrong: readonly Meant[],
  ongoing: Ongoing,
  work: Again,
): Promise<readonly Differing[]> => {
  await writeAgain(wrong, work);
  const now = await holdNow(wrong, ongoing);
  return wrong.flatMap(({ look, row, key, value }, at): Differing[] =>
    sameCell(now[at], value) ? [] : [{ form: look.key, row, key }],
  );
};

/** 收编: days typed as numbers whose last nought only their format shows: 3.10 is kept as 3.1, and is no 3月1日. */
import { formOf } from "../../forms/index";
import type { FormGuess } from "./guess-form";
import type { OldGrid } from "./old-grid";
import type { RawCell } from "../register";
import { namesTalks } from "./talk-columns";

/** Columns of the table that hold days, as their captions say. */
const dayColumns = (headers: readonly RawCell[], { form, matches }: FormGuess): readonly number[] => {
  const { fields } = formOf(form);
  const ofBlanks = matches.flatMap(({ key, column }) => {
    const field = key === undefined ? undefined : fields[key];
    const kind = field?.kind === "computed" ? field.gives : field?.kind;
    return kind === "day" || kind === "moment" ? [column] : [];
  });
  return [...ofBlanks, ...namesTalks(headers)];
};

/**
 * Those that are read as they are shown. Where 3.5 is shown as 3.50 the format puts noughts behind everything: of 3.1
 * nobody can tell, and people are asked.
 */
export const paddedDays = (
  grid: OldGrid,
  rows: readonly [first: number, last: number],
  left: number,
  headers: readonly RawCell[],
  guess: FormGuess,
): ReadonlySet<number> => {
  const found = new Set(dayColumns(headers, guess));
  for (let row = rows[0]; row <= rows[1]; row++)
    for (const column of found)
      if (grid.isPadded(row, left + column) && !/\.[1-3]$/u.test(String(grid.at(row, left + column))))
        found.delete(column);
  return found;
};

/** 3.1 as "3.10". */
export const asShown = (cell: RawCell): RawCell => (typeof cell === "number" ? cell.toFixed(2) : cell);

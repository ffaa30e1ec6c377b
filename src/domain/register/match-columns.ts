/** Columns of an old register where its cells are known: what tells its rows apart first, then the forms' blanks. */
import { contentsOf } from "./column-contents";
import { matchOldHeaders } from "./like-headers";
import type { HeaderMatch } from "./match-headers";
import type { AdoptedForm } from "./old-cells";
import { comingColumns, isComing } from "./old-comings";
import { comingKey } from "./old-targets";
import type { RawCell } from "./register";

type Special = Pick<HeaderMatch, "key" | "how">;

const specialColumns = (
  form: AdoptedForm,
  headers: readonly RawCell[],
  cellsOf: (column: number) => readonly RawCell[],
  isAlone: boolean,
): ReadonlyMap<number, Special> =>
  isComing(form)
    ? new Map(
        comingColumns(headers, cellsOf, isAlone).map(({ column, isGuess }) => [
          column,
          { key: comingKey, how: isGuess ? "likeness" : "wording" },
        ]),
      )
    : new Map();

/** @param isAlone a list of rows not taken: what is left of a table are its worst, which tell nothing of captions. */
export const matchOldColumns = (
  form: AdoptedForm,
  headers: readonly RawCell[],
  cellsOf: (column: number) => readonly RawCell[],
  isAlone: boolean,
): readonly HeaderMatch[] => {
  const special = specialColumns(form, headers, cellsOf, isAlone);
  const others = headers.map((header, column) => (special.has(column) ? null : header));
  return matchOldHeaders(form, others, isAlone ? undefined : contentsOf(form, cellsOf)).map((match) => {
    const known = special.get(match.column);
    const { column } = match;
    return known === undefined ? match : { column, header: String(headers[column] ?? "").trim(), ...known };
  });
};

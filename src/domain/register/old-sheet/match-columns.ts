/** Columns of an old register where its cells are known: what tells its rows apart first, then the forms' blanks. */
import { withAgreedPrices } from "./agreed-prices";
import { isDitto } from "./ditto";
import { contentsOf } from "./column-contents";
import { matchOldHeaders } from "./like-headers";
import type { HeaderMatch } from "../match-headers";
import type { AdoptedForm } from "./old-cells";
import { withMorePhones } from "./more-phones";
import { comingColumns, isComing } from "./old-comings";
import { comingKey } from "./old-targets";
import { dayKeys } from "./old-times";
import { isEmptyCell } from "../read-answer";
import type { RawCell } from "../register";
import { withSaidNow } from "./said-now";
import { talkColumns } from "./talk-columns";
import { withTalkWords } from "./talk-words";
import { withReferrerPhones } from "./referrer-phones";
import { isOfTalks, tellsTalks } from "./told-talks";

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

/** A row whose name and day are merged, left out, or written again, and the day of another talk is not. */
const goesOn =
  (form: AdoptedForm, matches: readonly HeaderMatch[], cellsOf: (column: number) => readonly RawCell[]) =>
  (at: number): boolean => {
    const same = [dayKeys[form], "name"].map((key) => {
      const column = matches.find((each) => each.key === key && each.column !== at)?.column;
      return column === undefined ? [] : cellsOf(column);
    });
    return cellsOf(at).some(
      (cell, row) =>
        row > 0 &&
        !isEmptyCell(cell) &&
        same.every((cells) => {
          const here = cells[row] ?? null;
          return isEmptyCell(here) || isDitto(here) || here === cells[row - 1];
        }),
    );
  };

/** Half of those filled, as of days: one such cell is one person's way to write. */
const tellMostly = (cells: readonly RawCell[]): boolean => {
  const filled = cells.filter((cell) => !isEmptyCell(cell));
  return filled.length > 0 && filled.filter(tellsTalks).length * 2 >= filled.length;
};

const wordsKey: Partial<Record<AdoptedForm, string>> = {
  visitors: "notes",
  calls: "notes",
  grades: "remarks",
};

/** 跟踪情况 without days beside it, whose cells tell several talks, is words of the form. */
const withToldTalks = (
  form: AdoptedForm,
  matches: readonly HeaderMatch[],
  cellsOf: (column: number) => readonly RawCell[],
): readonly HeaderMatch[] => {
  const key = wordsKey[form];
  if (key === undefined) return matches;
  return matches.map((match) =>
    match.key === undefined && isOfTalks(match.header) && tellMostly(cellsOf(match.column))
      ? { column: match.column, header: match.header, key, how: "wording" as const }
      : match,
  );
};

/** @param isAlone a list of rows not taken: what is left of a table are its worst, which tell nothing of captions. */
export const matchOldColumns = (
  form: AdoptedForm,
  headers: readonly RawCell[],
  cellsOf: (column: number) => readonly RawCell[],
  isAlone: boolean,
): readonly HeaderMatch[] => {
  const special = specialColumns(form, headers, cellsOf, isAlone);
  const contents = isAlone ? undefined : contentsOf(form, cellsOf);
  const without = (some: ReadonlyMap<number, Special>): readonly HeaderMatch[] =>
    withMorePhones(
      form,
      matchOldHeaders(
        form,
        headers.map((header, column) => (some.has(column) ? null : header)),
        contents,
      ),
      contents,
    ).map((match) => {
      const known = some.get(match.column);
      const { column } = match;
      return known === undefined ? match : { column, header: String(headers[column] ?? "").trim(), ...known };
    });
  const withWords = (some: readonly HeaderMatch[]): readonly HeaderMatch[] =>
    withAgreedPrices(
      form,
      withReferrerPhones(
        form,
        withToldTalks(form, withTalkWords(form, withSaidNow(form, some, cellsOf), cellsOf), cellsOf),
      ),
      cellsOf,
    );
  const plainly = without(special);
  if (!isComing(form)) return withWords(plainly);
  const talks = talkColumns(headers, cellsOf, goesOn(form, plainly, cellsOf));
  if (talks.size === 0) return withWords(plainly);
  const withTalks = without(
    new Map([...[...talks].map(([column, key]) => [column, { key, how: "wording" }] as const), ...special]),
  );
  // What happened first needs a day of its own.
  const isDated = withTalks.some(({ key }) => key === dayKeys[form]);
  return withWords(isDated ? withTalks : plainly);
};

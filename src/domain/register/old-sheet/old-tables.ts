/** 收编: the tables of an old sheet, as the people who kept it meant them. */
import { filledFromLines } from "./consultant-lines";
import { withDaysInOrder } from "./days-in-order";
import { islandAt } from "./far-columns";
import { givenBackTitle, isOfVisits } from "./given-back-lists";
import { type FormGuess, guessForm, guessOf, isTitledDeals, isTitledFollowUps } from "./guess-form";
import type { HeaderBlock } from "./header-rows";
import { rowNumbersOf, tablesBySheet } from "./left-out-rows";
import { matchOldColumns } from "./match-columns";
import { boardsIn } from "./old-board";
import { bodyOf, fill, sparseColumns, whatIs } from "./old-body";
import type { AdoptedForm, OldCells, OldTable } from "./old-cells";
import { isOfComers } from "./old-comings";
import { between, gridOf, type OldGrid } from "./old-grid";
import { withMergedRows } from "./merged-rows";
import { withComments } from "./old-comments";
import { isErrorList } from "./old-mapping";
import { type FoundTable, withOutside } from "./old-outside";
import { columnsOf, overlaps, type Region, regionsOf } from "./old-regions";
import { dayKeys, joinTimes } from "./old-times";
import { titlesAbove } from "./old-titles";
import { joinUnits } from "./old-units";
import { withBands } from "./row-bands";
import { withTitleYear, withYears } from "./table-years";
import { withTicksJoined } from "./tick-columns";
import { addedDay, dayPartsAmong, withDayAlone, withDayColumns, withWholeDays } from "./whole-days";
import { partsAbove, sparseParts } from "./unit-columns";
import { countsInWan, unitsIn, wanColumns, withUnit } from "./unit-words";
import { listsUnsold } from "./unit-lists";
import { listsVisitors, whichVisitOf } from "./visits-or-deals";
import { clientRuns } from "./years-by-client";
import { yearsSaidBy } from "./years-said";
import { isEmptyCell } from "../read-answer";
import type { RawCell } from "../register";

const phoneKeys: readonly string[] = ["mobile", "phone", "otherContact"];

/** Captions of visits or calls, with the day and somebody's phone. */
const isRegisterOfComers = (headers: readonly RawCell[], named: readonly string[]): boolean => {
  const guess = guessForm(headers, named);
  if (guess?.form !== "visitors" && guess?.form !== "calls") return false;
  const keys = guess.matches.flatMap(({ key, how }) => (how === "likeness" ? [] : (key ?? [])));
  return keys.includes(dayKeys[guess.form]) && keys.some((key) => phoneKeys.includes(key));
};

/** Deals have most captions of units, and many of visitors: which it is, rows without a deal tell. */
const toldByRows = (
  guess: FormGuess,
  headers: readonly RawCell[],
  named: readonly string[],
  cellsOf: (column: number) => readonly RawCell[],
): FormGuess => {
  if (guess.form !== "deals" && guess.form !== "units") return guess;
  const isOfUnits = listsUnsold(headers, cellsOf);
  if (isOfUnits === true) return guessOf("units", headers);
  if (!isTitledDeals(named) && listsVisitors(headers, cellsOf)) return guessOf("visitors", headers);
  return isOfUnits === undefined ? guess : guessOf("deals", headers);
};

/** Wherever the first says anything, the other does too. */
const goesWith = (first: readonly RawCell[], other: readonly RawCell[]): boolean =>
  first.every((cell, at) => isEmptyCell(cell) || !isEmptyCell(other[at]));

/** `as`: what people say it is. */
const tableOf = (
  written: OldGrid,
  region: Region,
  cells: OldCells,
  fileName: string,
  as?: AdoptedForm,
): FoundTable | undefined => {
  const { header, titles } = region;
  const columns = columnsOf(written, region);
  const [left, right] = columns;
  /** A row of units below the captions, or below captions printed again. */
  const unitsAt = (row: number): ReturnType<typeof unitsIn> =>
    row === header.bottom + 1 || region.again.has(row - 1) ? unitsIn(written, row, columns) : undefined;
  const units = unitsAt(header.bottom + 1);
  const captions = Array.from({ length: right - left + 1 }, (_, at) =>
    withUnit(header.captionAt(left + at), units?.get(left + at)),
  );
  const isAlone = isErrorList({ headers: captions });
  const named = [...titles, cells.sheet, fileName];
  const { grid, headers } = withTicksJoined(written, region, left, captions, (joined) =>
    as === undefined ? isRegisterOfComers(joined, named) : as !== "grades",
  );
  const guessed = as === undefined ? guessForm(headers, named) : guessOf(as, headers);
  if (guessed === undefined) return undefined;
  const below = Array.from(
    { length: Math.max(0, region.bottom - header.bottom) },
    (_, at) => header.bottom + 1 + at,
  );
  // 方式 of a register without a name: 来电 and 来访, no ways of following up.
  const isOfItself =
    as === undefined &&
    guessed.form === "followUps" &&
    !isTitledFollowUps(named) &&
    headers.some((_, column) => isOfComers(below.map((row) => grid.at(row, left + column))));
  const givenBackBy =
    as === undefined && !isOfVisits(guessed.form, guessed.matches) ? givenBackTitle(named) : undefined;
  const guess = isOfItself
    ? guessOf("visitors", headers)
    : givenBackBy !== undefined
      ? guessOf("deals", headers)
      : as !== undefined || isAlone
        ? guessed
        : toldByRows(guessed, headers, named, (column) => below.map((row) => grid.at(row, left + column)));
  const { form, matched } = guess;
  const body = bodyOf(grid, region, [left, right], headers, guess);
  const kinds: [number, ReturnType<typeof whatIs>][] = [];
  for (let row = header.bottom + 1; row <= region.bottom; row++)
    kinds.push([row, unitsAt(row) === undefined ? whatIs(body, row) : "headerAgain"]);
  const records = kinds.filter(([, kind]) => kind === "record").map(([row]) => row);
  const cellsOf = (column: number): readonly RawCell[] => records.map((row) => grid.at(row, left + column));
  const read = matchOldColumns(form, headers, cellsOf, isAlone);
  const { matches: dated, times } = joinTimes(form, read, cellsOf);
  const unified = joinUnits(form, dated);
  const when = dayKeys[form];
  // A list of units is of no day: its parts are those of the number.
  const isOfUnits = form === "units";
  const parts = isOfUnits ? undefined : dayPartsAmong(headers, unified, when, cellsOf, isAlone);
  const joined =
    parts !== undefined || isAlone || isOfUnits ? unified : withDayAlone(unified, when, cellsOf, named);
  const columnOf = (key: string): number | undefined =>
    joined.find((each) => each.key === key && !times.has(each.column))?.column;
  const [dayAt, consultantAt] = [
    isOfUnits ? undefined : (parts?.day ?? columnOf(when)),
    columnOf("consultant"),
  ];
  const above = isOfUnits && !isAlone ? partsAbove(joined) : undefined;
  const ofParts = parts === undefined ? [] : [parts.year, parts.month];
  // A row inside a merged name leaves blank what its record says.
  const nameAt = columnOf("name");
  const begun = records.filter((row) => {
    const area = nameAt === undefined ? undefined : grid.areaAt(row, left + nameAt);
    return area === undefined || area.top === row;
  });
  const sparse = sparseColumns(
    body,
    isAlone ? [] : [dayAt, consultantAt, ...ofParts].filter((at) => at !== undefined),
    dayAt,
    begun,
  );
  // 年 | 月 written once and left blank together: a month with its year, however few rows it has.
  const monthAt =
    parts?.year !== undefined && sparse.has(parts.year) && goesWith(cellsOf(parts.year), cellsOf(parts.month))
      ? [parts.month]
      : [];
  const once = above === undefined ? [] : sparseParts(above, grid, left, records);
  const asWritten = fill(
    body,
    cells.firstRow,
    new Set([...sparse, ...monthAt, ...once]),
    kinds,
    consultantAt,
    above,
  );
  const filled = isAlone
    ? asWritten
    : withMergedRows(asWritten, {
        grid,
        left,
        firstRow: cells.firstRow,
        form,
        matches: joined,
        ordinals: body.ordinals,
        days: new Set([dayAt, ...times, ...ofParts].filter((at) => at !== undefined)),
      });
  const ordered = isAlone || isOfUnits ? filled.rows : withDaysInOrder(filled.rows, dayAt);
  const days = withWholeDays(
    { ...filled, rows: ordered },
    {
      at: dayAt,
      parts,
      width: right - left + 1,
      titles: isAlone || isOfUnits ? [] : titles,
      names: isAlone || isOfUnits ? [] : [cells.sheet, fileName],
      // A ladder's name is the day it was kept until.
      ...(isAlone || isOfUnits || form === "grades" ? {} : { sheet: cells.sheet }),
    },
  );
  const addedAt = days.isAdded ? right - left + 1 : undefined;
  const dayed = {
    rows: days.rows,
    headers: days.isAdded ? [...headers, addedDay] : headers,
    matches: withDayColumns(joined, when, parts, addedAt),
  };
  const banded = isAlone ? dayed : withBands(dayed, form, filled.sections, isOfUnits ? named : titles);
  const inWan = !isAlone && countsInWan(titles) ? wanColumns(banded.matches, cellsOf) : undefined;
  const captioned = (caption: RawCell, at: number): RawCell =>
    inWan?.has(at) === true ? withUnit(caption, "万元") : caption;
  const whichVisit = whichVisitOf([...titles, cells.sheet]);
  const called = {
    ...(givenBackBy === undefined ? {} : { givenBackBy }),
    ...(whichVisit === undefined ? {} : { whichVisit }),
  };
  const rows =
    Object.keys(called).length === 0 ? banded.rows : banded.rows.map((row) => ({ ...row, ...called }));
  const whole = { ...filled, rows };
  const whoseAt = banded.matches.find(({ key }) => key === "consultant")?.column;
  const lines = filled.sections.flatMap(({ line }) => line ?? []);
  const fromAbove = [...filled.filled, ...filledFromLines(lines, banded.rows, whoseAt)];
  const byClient = form === "followUps" ? clientRuns(banded.rows, banded.matches) : undefined;
  const table: OldTable = {
    sheet: cells.sheet,
    form,
    matched,
    headerRow: cells.firstRow + header.bottom,
    firstColumn: left + 1,
    headers: banded.headers.map(captioned),
    matches: banded.matches.map((each) => ({ ...each, header: String(captioned(each.header, each.column)) })),
    setAside: filled.setAside,
    ...(fromAbove.length === 0 ? {} : { filled: fromAbove }),
    titles: region.bare.map(({ text }) => text).reverse(),
    // The rows between are gone: the days beside say nothing, and the sheet's name is the old one's.
    ...(isAlone
      ? withTitleYear(whole, titles)
      : withYears(whole, addedAt ?? dayAt, whoseAt, yearsSaidBy(named), byClient)),
  };
  const ordinals = new Set([...body.ordinals].map((column) => left + column));
  return { table, region, columns, ordinals, isAlone };
};

/** From the top down, and from the left; tables that are of no form we know are left out. */
export const oldTablesIn = (
  cells: OldCells,
  about: { readonly fileName?: string } = {},
): readonly OldTable[] => {
  const grid = gridOf(cells);
  const boards = boardsIn(grid);
  /** A row of doors has captions of units, and the rows below are floors. */
  const isOfBoard = ({ header }: Region): boolean =>
    boards.some(({ top, bottom }) => header.bottom >= top - 1 && header.top <= bottom);
  const found = regionsOf(grid).flatMap((region) =>
    isOfBoard(region) ? [] : (tableOf(grid, region, cells, about.fileName ?? "") ?? []),
  );
  return tablesBySheet(withComments(withOutside(grid, found, cells.firstRow), cells), cells);
};

/** One row of captions, whatever they are. */
const headerFrom = (grid: OldGrid, row: number): HeaderBlock | undefined => {
  const [first] = grid.filled(row);
  if (first === undefined) return undefined;
  const span = islandAt(grid, first);
  const filled = between(grid.filled(row), ...span);
  const [left = first, right = first] = [filled[0], filled.at(-1)];
  const captionAt = (column: number): RawCell => grid.at(row, column);
  const captions = Array.from({ length: right - left + 1 }, (_, at) => captionAt(left + at));
  return { top: row, bottom: row, left, right, captions, captionAt, within: span };
};

/**
 * The table whose headers people point at, as of the form they say: where no header was found, or not the right one.
 * @param headerRow the sheet's row number, 1-based; `firstColumn`, 1-based too, tells tables side by side apart.
 * @returns nothing where the row is blank.
 */
export const oldTableAt = (
  cells: OldCells,
  headerRow: number,
  form: AdoptedForm,
  about: { readonly fileName?: string; readonly firstColumn?: number } = {},
): OldTable | undefined => {
  const grid = gridOf(cells);
  const row = rowNumbersOf(cells).indexOf(headerRow);
  const known = regionsOf(grid);
  const inRow = known.filter(({ header }) => header.bottom === row);
  const column = (about.firstColumn ?? 1) - 1;
  const found = inRow.find(({ header }) => column <= header.right) ?? inRow[0];
  const header = found?.header ?? headerFrom(grid, row);
  if (header === undefined) return undefined;
  const below = known.find((each) => each.header.top > header.bottom && overlaps(each.header, header));
  const region: Region = found ?? {
    header,
    ...titlesAbove(grid, header, 0),
    reach: header.within,
    again: new Set(),
    bottom: below === undefined ? grid.height - 1 : titlesAbove(grid, below.header, row + 1).top - 1,
  };
  const table = tableOf(grid, region, cells, about.fileName ?? "", form);
  if (table === undefined) return undefined;
  const others = known
    .filter((each) => each !== found)
    .flatMap((each) => tableOf(grid, each, cells, "") ?? []);
  const all = [...others, table].sort((a, b) => a.table.headerRow - b.table.headerRow);
  const whole = withComments(withOutside(grid, all, cells.firstRow), cells);
  return tablesBySheet(whole, cells)[all.indexOf(table)];
};

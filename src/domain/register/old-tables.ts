/** 收编: the tables of an old sheet, as the people who kept it meant them. */
import { plain } from "../kit/text";
import { isDitto } from "./ditto";
import { isSparse } from "./fill-down";
import { type FormGuess, guessForm } from "./guess-form";
import { type HeaderBlock, headersIn } from "./header-rows";
import { matchOldHeaders } from "./like-headers";
import { bareCaption } from "./match-headers";
import { isErrorList } from "./old-mapping";
import type { AdoptedForm, OldCells, OldRow, OldTable, SetAside } from "./old-cells";
import { gridOf, type OldGrid } from "./old-grid";
import { titlesAbove } from "./old-titles";
import { saysNoDay, type WrittenDay, writtenDay, yearsOfDays, type YearsSaid, yearsSaidBy } from "./old-year";
import { isEmptyCell } from "./read-answer";
import type { RawCell } from "./register";
import { asideOfRow, type RowLook } from "./set-aside";

/** A header, and what is its table's below it. */
interface Region {
  readonly header: HeaderBlock;
  readonly titles: readonly string[];
  /** The first and last column that may be the table's: other tables stand beside them. */
  readonly reach: readonly [left: number, right: number];
  /** Header rows printed again. */
  readonly again: Set<number>;
  /** The last row, inside. */
  bottom: number;
}

const overlaps = (a: HeaderBlock, b: HeaderBlock): boolean => a.left <= b.right && b.left <= a.right;

const isAgain = (first: HeaderBlock, later: HeaderBlock): boolean => {
  if (first.left !== later.left || first.bottom - first.top !== later.bottom - later.top) return false;
  const spell = (cell: RawCell | undefined): string => bareCaption(String(cell ?? ""));
  return first.captions.every((caption, at) => spell(caption) === spell(later.captions[at]));
};

const sameYears = (a: YearsSaid, b: YearsSaid): boolean =>
  b === "nothing" ||
  (typeof a === "object" && typeof b === "object" ? a.from === b.from && a.to === b.to : a === b);

const regionsOf = (grid: OldGrid): readonly Region[] => {
  const headers = headersIn(grid);
  const regions: Region[] = [];
  for (const header of headers) {
    const above = regions.filter((each) => overlaps(each.header, header)).at(-1);
    const { titles, top } = titlesAbove(grid, header, above === undefined ? 0 : above.header.bottom + 1);
    if (
      above !== undefined &&
      isAgain(above.header, header) &&
      sameYears(yearsSaidBy(above.titles), yearsSaidBy(titles))
    ) {
      for (let row = header.top; row <= header.bottom; row++) above.again.add(row);
      continue;
    }
    for (const each of regions)
      if (each.bottom >= top && overlaps(each.header, header)) each.bottom = top - 1;
    const row = headers.filter((each) => each.top === header.top);
    const before = row.filter((each) => each.right < header.left).at(-1);
    const after = row.find((each) => each.left > header.right);
    const reach = [
      before === undefined ? 0 : before.right + 1,
      after === undefined ? grid.width - 1 : after.left - 1,
    ] as const;
    regions.push({ header, titles, reach, again: new Set(), bottom: grid.height - 1 });
  }
  return regions;
};

const dayKeys: Readonly<Record<AdoptedForm, string>> = {
  visitors: "visitDate",
  calls: "calledAt",
  followUps: "contactedAt",
  deals: "subscribedOn",
};

/** The columns of a table: those with captions, and those beside them that its rows reach into. */
const columnsOf = (
  grid: OldGrid,
  { header, reach, bottom }: Region,
): readonly [left: number, right: number] => {
  let { left, right } = header;
  for (let row = header.bottom + 1; row <= bottom; row++) {
    const filled = grid.filled(row);
    if (!filled.some((column) => column >= header.left && column <= header.right)) continue;
    for (const column of filled) {
      if (column < left && column >= reach[0]) left = column;
      if (column > right && column <= reach[1]) right = column;
    }
  }
  return [left, right];
};

/** Numbers printed beforehand make no record. */
const ordinal = /^(?:序号|序列|序|NO\.?|№|行号)$/u;

/** A table's cells by its own columns, and what its columns hold. */
interface Body {
  readonly grid: OldGrid;
  readonly region: Region;
  readonly left: number;
  readonly width: number;
  readonly ordinals: ReadonlySet<number>;
  readonly look: Omit<RowLook, "cells">;
}

const bodyOf = (
  grid: OldGrid,
  region: Region,
  [left, right]: readonly [number, number],
  headers: readonly RawCell[],
  { matches }: FormGuess,
): Body => {
  const columnsWith = (...keys: readonly string[]): ReadonlySet<number> =>
    new Set(matches.flatMap(({ key, column }) => (key !== undefined && keys.includes(key) ? [column] : [])));
  const ordinals = headers.flatMap((caption, column) =>
    ordinal.test(
      bareCaption(
        String(caption ?? "")
          .split(" ")
          .at(-1) ?? "",
      ),
    ) && matches[column]?.key === undefined
      ? [column]
      : [],
  );
  return {
    grid,
    region,
    left,
    width: right - left + 1,
    ordinals: new Set(ordinals),
    look: {
      width: right - left + 1,
      phones: columnsWith("mobile", "phone", "otherContact"),
      names: columnsWith("name"),
      prose: columnsWith("notes", "feedback", "interests", "strategy", "address"),
      titles: new Set(region.titles.map(plain)),
    },
  };
};

/** `null` for a row of which nothing is the table's. */
const whatIs = (body: Body, row: number): "record" | SetAside["why"] | null => {
  const { grid, region, left, width, ordinals, look } = body;
  if (region.again.has(row)) return "headerAgain";
  const cells = grid
    .filled(row)
    .map((column) => column - left)
    .filter((column) => column >= 0 && column < width)
    .filter((column) => !ordinals.has(column) || !/^\d*$/u.test(String(grid.at(row, left + column)).trim()));
  if (cells.length === 0) return null;
  const aside = asideOfRow({
    ...look,
    cells: cells.map((column) => {
      const area = grid.areaAt(row, left + column);
      return { column, cell: grid.at(row, left + column), width: area ? area.right - area.left + 1 : 1 };
    }),
  });
  if (aside !== undefined) return aside;
  const { header } = region;
  const isBeside = cells.every((column) => left + column < header.left || left + column > header.right);
  return isBeside ? "note" : "record";
};

const sliceOf = ({ grid, left, width }: Body, row: number): readonly RawCell[] =>
  Array.from({ length: width }, (_, column) => grid.at(row, left + column));

/** The value of a merged area for each of its rows below the header; not for the columns it covers. */
const unmerged = ({ grid, left, width, region }: Body, row: number): RawCell[] =>
  Array.from({ length: width }, (_, at) => {
    const area = grid.areaAt(row, left + at);
    const goesOn =
      area !== undefined && area.top < row && area.left === left + at && area.top > region.header.bottom;
    return goesOn ? grid.at(area.top, area.left) : grid.at(row, left + at);
  });

interface Filled {
  readonly rows: readonly OldRow[];
  readonly setAside: readonly SetAside[];
  /** Titles within the table ("2024年1月"), before the record of that index. */
  readonly sections: readonly { readonly before: number; readonly said: string }[];
}

const fill = (
  body: Body,
  firstRow: number,
  sparse: ReadonlySet<number>,
  kinds: readonly (readonly [number, string | null])[],
): Filled => {
  const rows: OldRow[] = [];
  const setAside: SetAside[] = [];
  const sections: { before: number; said: string }[] = [];
  let above: readonly RawCell[] = [];
  let isCut = false;
  for (const [row, kind] of kinds) {
    if (kind === null) continue;
    const original = sliceOf(body, row);
    if (kind !== "record") {
      setAside.push({ row: firstRow + row, why: kind as SetAside["why"], original });
      if (kind === "subtotal") isCut = true;
      if (kind === "note")
        sections.push({ before: rows.length, said: original.filter((cell) => cell !== null).join(" ") });
      continue;
    }
    const cells = unmerged(body, row);
    for (const [at, cell] of cells.entries()) {
      const last = above[at] ?? null;
      if (isDitto(cell)) cells[at] = last;
      else if (isEmptyCell(cell) && sparse.has(at) && !isCut) cells[at] = last;
    }
    above = cells;
    isCut = false;
    rows.push({ row: firstRow + row, cells, original });
  }
  return { rows, setAside, sections };
};

/** Columns kept the paper way, of those where that is allowed; merged areas are filled by themselves. */
const sparseColumns = (
  body: Body,
  columns: readonly number[],
  dayAt: number | undefined,
  records: readonly number[],
): ReadonlySet<number> =>
  new Set(
    columns.filter((at) =>
      isSparse(
        records.flatMap((row) => {
          const area = body.grid.areaAt(row, body.left + at);
          return area !== undefined && area.top < row ? [] : [body.grid.at(row, body.left + at)];
        }),
        (cell) => at === dayAt && saysNoDay(cell),
      ),
    ),
  );

const withYears = (
  { rows, sections }: Filled,
  dayAt: number | undefined,
  consultantAt: number | undefined,
  said: YearsSaid,
): { readonly rows: readonly OldRow[]; readonly year?: number } => {
  const days: WrittenDay[] = [];
  const of: number[] = [];
  const bySection = new Map<number, YearsSaid>();
  for (const { before, said: text } of sections) {
    const years = yearsSaidBy([text]);
    if (years !== "nothing") bySection.set(before, years);
  }
  for (const [at, { cells }] of rows.entries()) {
    const day = dayAt === undefined ? undefined : writtenDay(cells[dayAt] ?? null);
    if (day === undefined) continue;
    const section = bySection.get(at);
    const year = typeof section === "object" && section.from === section.to ? section.from : undefined;
    days.push(day.year === undefined && year !== undefined ? { ...day, year } : day);
    of.push(at);
  }
  const whose = (at: number): RawCell =>
    consultantAt === undefined ? null : (rows[of[at] ?? -1]?.cells[consultantAt] ?? null);
  const runs = of.filter((_, at) => at === 0 || whose(at) !== whose(at - 1)).length;
  const areGrouped = runs === new Set(of.map((_, at) => whose(at))).size;
  const found = yearsOfDays(days, said, (at) => areGrouped && whose(at) !== whose(at - 1));
  const later = new Map(of.map((row, at) => [row, found.later[at] ?? 0]));
  return {
    rows: rows.map((row, at) => {
      const yearsLater = later.get(at) ?? 0;
      return yearsLater === 0 ? row : { ...row, yearsLater };
    }),
    ...(found.year === undefined ? {} : { year: found.year }),
  };
};

const withTitleYear = (
  { rows }: Filled,
  titles: readonly string[],
): { readonly rows: readonly OldRow[]; readonly year?: number } => {
  const said = yearsSaidBy(titles);
  return { rows, ...(typeof said === "object" && said.from === said.to ? { year: said.from } : {}) };
};

const guessAs = (form: AdoptedForm, headers: readonly RawCell[]): FormGuess => {
  const matches = matchOldHeaders(form, headers);
  return { form, matches, matched: matches.filter(({ key }) => key !== undefined).length };
};

/** `as`: what people say it is. */
const tableOf = (
  grid: OldGrid,
  region: Region,
  cells: OldCells,
  fileName: string,
  as?: AdoptedForm,
): OldTable | undefined => {
  const { header, titles } = region;
  const [left, right] = columnsOf(grid, region);
  const headers = header.beside.slice(left, right + 1);
  const isAlone = isErrorList({ headers });
  const named = [...titles, cells.sheet, fileName];
  const guess = as === undefined ? guessForm(headers, named) : guessAs(as, headers);
  if (guess === undefined) return undefined;
  const { form, matches, matched } = guess;
  const body = bodyOf(grid, region, [left, right], headers, guess);
  const columnOf = (key: string): number | undefined => matches.find((each) => each.key === key)?.column;
  const [dayAt, consultantAt] = [columnOf(dayKeys[form]), columnOf("consultant")];
  const kinds: [number, ReturnType<typeof whatIs>][] = [];
  for (let row = header.bottom + 1; row <= region.bottom; row++) kinds.push([row, whatIs(body, row)]);
  const records = kinds.filter(([, kind]) => kind === "record").map(([row]) => row);
  const sparse = sparseColumns(
    body,
    isAlone ? [] : [dayAt, consultantAt].filter((at) => at !== undefined),
    dayAt,
    records,
  );
  const filled = fill(body, cells.firstRow, sparse, kinds);
  return {
    sheet: cells.sheet,
    form,
    matched,
    headerRow: cells.firstRow + header.bottom,
    firstColumn: left + 1,
    headers,
    matches,
    setAside: filled.setAside,
    // The rows between are gone: the days beside say nothing, and the sheet's name is the old one's.
    ...(isAlone ? withTitleYear(filled, titles) : withYears(filled, dayAt, consultantAt, yearsSaidBy(named))),
  };
};

/** From the top down, and from the left; tables that are of no form we know are left out. */
export const oldTablesIn = (
  cells: OldCells,
  about: { readonly fileName?: string } = {},
): readonly OldTable[] => {
  const grid = gridOf(cells);
  return regionsOf(grid).flatMap((region) => tableOf(grid, region, cells, about.fileName ?? "") ?? []);
};

/** One row of captions, whatever they are. */
const headerFrom = (grid: OldGrid, row: number): HeaderBlock | undefined => {
  const filled = grid.filled(row);
  const [left, right] = [filled[0], filled.at(-1)];
  if (left === undefined || right === undefined) return undefined;
  const beside = Array.from({ length: grid.width }, (_, column) => grid.at(row, column));
  return { top: row, bottom: row, left, right, captions: beside.slice(left, right + 1), beside };
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
  const row = headerRow - cells.firstRow;
  const known = regionsOf(grid);
  const inRow = known.filter(({ header }) => header.bottom === row);
  const column = (about.firstColumn ?? 1) - 1;
  const found = inRow.find(({ header }) => column <= header.right) ?? inRow[0];
  const header = found?.header ?? headerFrom(grid, row);
  if (header === undefined) return undefined;
  const below = known.find((each) => each.header.top > header.bottom && overlaps(each.header, header));
  const region: Region = found ?? {
    header,
    titles: titlesAbove(grid, header, 0).titles,
    reach: [0, grid.width - 1],
    again: new Set(),
    bottom: below === undefined ? grid.height - 1 : titlesAbove(grid, below.header, row + 1).top - 1,
  };
  return tableOf(grid, region, cells, about.fileName ?? "", form);
};

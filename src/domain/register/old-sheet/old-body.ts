/** 收编: the rows of an old table: which of them are records, and what they say once days and names are filled down. */
import { plain } from "../../kit/text";
import { type ConsultantLine, type NameLines, nameLines } from "./consultant-lines";
import { dayOfBand, isBandOfDay, saysDayAndWeather, timeOfPage } from "./day-heads";
import { isDitto } from "./ditto";
import { type FilledDown, isNobodys, isSparse, namesNobody } from "./fill-down";
import type { FormGuess } from "./guess-form";
import { bareCaption } from "../match-headers";
import type { OldRow, SetAside } from "./old-cells";
import { between, type OldGrid } from "./old-grid";
import type { Region } from "./old-regions";
import { asShown, paddedDays } from "./padded-days";
import { dayKeys, saysTimeAlone } from "./old-times";
import { saysNoDay } from "./old-year";
import { isEmptyCell } from "../read-answer";
import { textOf } from "../raw-cell";
import type { RawCell } from "../register";
import { consultantOfBand, consultantOfTitle, isRowBand } from "./row-bands";
import { pageTitleOf } from "./page-titles";
import { seenDay } from "./seen-cell";
import { asideOfRow, type RowLook } from "./set-aside";
import { isUnitBand } from "./unit-bands";
import type { Above } from "./unit-columns";

/** Numbers printed beforehand make no record. */
const ordinal = /^(?:序号|序列|序|NO\.?|№|行号)$/u;

/** 12, NO.012, 第12号: what is printed beforehand in a column of ordinals. */
export const isRowNumber = (cell: RawCell): boolean =>
  /^(?:NO\.?|№|第)?\d*号?$/iu.test(String(cell ?? "").trim());

/** A table's cells by its own columns, and what its columns hold. */
interface Body {
  readonly grid: OldGrid;
  readonly region: Region;
  readonly left: number;
  readonly width: number;
  readonly ordinals: ReadonlySet<number>;
  readonly days: ReadonlySet<number>;
  /** Columns of days whose numbers are read as they are shown: 3.10 of 3.1. */
  readonly shown: ReadonlySet<number>;
  /** Rows are units, and lines above them buildings. */
  readonly isOfUnits: boolean;
  readonly look: Omit<RowLook, "cells">;
  /** Lines that are a name, by row. */
  readonly lines: NameLines;
  /** What `isAboveHeader` found so far, by row. */
  readonly aboveHeader: Map<number, boolean>;
}

export const bodyOf = (
  grid: OldGrid,
  region: Region,
  [left, right]: readonly [number, number],
  headers: readonly RawCell[],
  guess: FormGuess,
): Body => {
  const { form, matches } = guess;
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
  const width = right - left + 1;
  const names = columnsWith("name");
  const isPrinted = (row: number, column: number): boolean =>
    ordinals.includes(column) && isRowNumber(grid.at(row, left + column));
  const among = { grid, left, width, names, consultants: columnsWith("consultant"), isPrinted };
  return {
    grid,
    region,
    left,
    width,
    ordinals: new Set(ordinals),
    lines: nameLines(among, [region.header.bottom + 1, region.bottom]),
    days: columnsWith(...Object.values(dayKeys)),
    shown: paddedDays(grid, [region.header.bottom + 1, region.bottom], left, headers, guess),
    isOfUnits: form === "units",
    aboveHeader: new Map(),
    look: {
      width,
      phones: columnsWith("mobile", "phone", "otherContact"),
      names,
      prose: columnsWith("notes", "feedback", "interests", "strategy", "address"),
      titles: new Set(region.titles.map(plain)),
    },
  };
};

/** 3月5日 | 星期日 | 晴 | 8～15℃ | 北风3级 */
const mostOfBand = 6;

/** The next row has something, but not in this column: what stands here alone is said of it too. */
const isBlankBelow = ({ grid, left, width }: Body, row: number, column: number): boolean => {
  const below = between(grid.filled(row + 1), left, left + width - 1);
  return below.length > 0 && isEmptyCell(grid.at(row + 1, left + column));
};

/** 9:10 below 5月1日, in the column of the day: the times of the rows that the day stands over. */
const isTimeBelow = ({ grid, left, region }: Body, row: number, column: number): boolean => {
  let below = row + 1;
  while (below <= region.bottom && grid.filled(below).length === 0) below++;
  return below <= region.bottom && saysTimeAlone(grid.at(below, left + column));
};

const seenAt = ({ grid, left }: Body, row: number, column: number): string => {
  const cell = grid.at(row, left + column);
  return typeof cell === "number" && grid.isDated(row, left + column) ? seenDay(cell) : String(cell);
};

/** More cells are a record's. */
const mostOfTitle = 8;

/** The title of a page printed below, in `row`: in more than its first cell, or above a header printed again. */
const pageTitleAt = (body: Body, row: number): readonly string[] | undefined => {
  const { grid, left, width, look } = body;
  const columns = between(grid.filled(row), left, left + width - 1);
  const [first = left, more] = columns;
  if (columns.length === 0 || columns.length > mostOfTitle) return undefined;
  const titles = pageTitleOf(columns.map((column) => seenAt(body, row, column - left)));
  if (titles === undefined) return undefined;
  const isFirst = first === left && !look.prose.has(0) && dayOfBand(titles.join(" ")) === undefined;
  return more !== undefined || isFirst || isAboveHeader(body, row) ? titles : undefined;
};

/** Nothing but a page's titles stands between `row` and a header printed again: told once for a run of such rows. */
const isAboveHeader = (body: Body, row: number): boolean => {
  const { grid, region, left, width, aboveHeader } = body;
  if (region.again.size === 0) return false;
  const passed: number[] = [];
  const told = (is: boolean): boolean => {
    for (const each of passed) aboveHeader.set(each, is);
    return is;
  };
  for (let at = row; at < region.bottom; at++) {
    const known = aboveHeader.get(at);
    if (known !== undefined) return told(known);
    passed.push(at);
    if (region.again.has(at + 1)) return told(true);
    const columns = between(grid.filled(at + 1), left, left + width - 1);
    if (columns.length === 0) continue;
    const texts = columns.map((column) => seenAt(body, at + 1, column - left));
    if (pageTitleOf(texts) === undefined) return told(false);
  }
  return told(false);
};

/** `null` for a row of which nothing is the table's. */
export const whatIs = (body: Body, row: number): "record" | SetAside["why"] | null => {
  const { grid, region, left, width, ordinals, look } = body;
  if (region.again.has(row)) return "headerAgain";
  if (body.lines.names.has(row)) return "note";
  const cells = between(grid.filled(row), left, left + width - 1)
    .map((column) => column - left)
    .filter((column) => !ordinals.has(column) || !isRowNumber(grid.at(row, left + column)));
  if (cells.length === 0) return null;
  const aside = asideOfRow({
    ...look,
    cells: cells.map((column) => {
      const area = grid.areaAt(row, left + column);
      return { column, cell: grid.at(row, left + column), width: area ? area.right - area.left + 1 : 1 };
    }),
  });
  if (aside !== undefined) return aside;
  const [only, more] = cells;
  const seen = (column: number): string => seenAt(body, row, column);
  if (only !== undefined && more === undefined) {
    const isOfRowsBelow =
      !body.days.has(only) ||
      isBlankBelow(body, row, only) ||
      isTimeBelow(body, row, only) ||
      saysDayAndWeather(seen(only));
    if (isOfRowsBelow && dayOfBand(seen(only)) !== undefined) return "note";
  }
  if (more !== undefined && cells.length <= mostOfBand && isBandOfDay(cells.map(seen))) return "note";
  if (only !== undefined && more === undefined && !look.prose.has(only)) {
    const said = String(grid.at(row, left + only));
    if (isRowBand(said) || (body.isOfUnits && isUnitBand(said))) return "note";
  }
  if (pageTitleAt(body, row) !== undefined) return "note";
  const { header } = region;
  const isBeside = cells.every((column) => left + column < header.left || left + column > header.right);
  return isBeside ? "note" : "record";
};

const sliceOf = ({ grid, left, width }: Body, row: number): readonly RawCell[] =>
  Array.from({ length: width }, (_, column) => grid.at(row, left + column));

/** As people see it: a day is no number where nobody reads it as one. */
const seenIn = (body: Body, row: number): readonly RawCell[] =>
  sliceOf(body, row).map((cell, at) =>
    typeof cell === "number" && body.grid.isDated(row, body.left + at) ? seenDay(cell) : cell,
  );

interface Said {
  readonly cell: RawCell;
  readonly isDay: boolean;
  readonly isUncomputed: boolean;
}

const nothingAbove: Said = { cell: null, isDay: false, isUncomputed: false };

/** The value of a merged area for each of its rows below the header; not for the columns it covers. */
const unmerged = ({ grid, left, width, region, shown }: Body, row: number): Said[] =>
  Array.from({ length: width }, (_, at) => {
    const area = grid.areaAt(row, left + at);
    const goesOn =
      area !== undefined && area.top < row && area.left === left + at && area.top > region.header.bottom;
    const [from, column] = goesOn ? [area.top, area.left] : [row, left + at];
    return {
      cell:
        shown.has(at) && grid.isPadded(from, column) ? asShown(grid.at(from, column)) : grid.at(from, column),
      isDay: grid.isDated(from, column),
      isUncomputed: grid.isUncomputed(from, column),
    };
  });

/** A further row of the record whose name is merged over it. */
const isInName = ({ grid, region, left, look }: Body, row: number): boolean =>
  [...look.names].some((column) => {
    const { top = row } = grid.areaAt(row, left + column) ?? {};
    return top < row && top > region.header.bottom;
  });

export interface Section {
  readonly before: number;
  readonly said: string;
  /** Of the title of a page printed below another: its cells, each with its label. */
  readonly titles?: readonly string[];
  /** A consultant's name, in that row of the sheet. */
  readonly line?: ConsultantLine;
}

export interface Filled {
  readonly rows: readonly OldRow[];
  readonly setAside: readonly SetAside[];
  /** Titles within the table ("2024年1月"), before the record of that index. */
  readonly sections: readonly Section[];
  /** Of columns kept the paper way; merged areas and 同上 say it themselves. */
  readonly filled: readonly FilledDown[];
}

/** Which blanks were filled from where. */
const fillingLog = (): {
  readonly add: (column: number, from: number, row: number, value: string) => void;
  readonly all: () => readonly FilledDown[];
} => {
  const byColumn = new Map<number, Map<number, { value: string; rows: number[] }>>();
  return {
    add: (column, from, row, value) => {
      const runs = byColumn.get(column) ?? new Map<number, { value: string; rows: number[] }>();
      byColumn.set(column, runs);
      const run = runs.get(from);
      if (run === undefined) runs.set(from, { value, rows: [row] });
      else run.rows.push(row);
    },
    all: () =>
      [...byColumn].map(([column, runs]) => ({
        column,
        runs: [...runs].map(([from, run]) => ({ from, ...run })),
      })),
  };
};

/**
 * @param consultantAt the column of consultants: a row that says it is nobody's gets none.
 * @param parts columns that begin anew with others.
 */
export const fill = (
  body: Body,
  firstRow: number,
  sparse: ReadonlySet<number>,
  kinds: readonly (readonly [number, string | null])[],
  consultantAt?: number,
  parts?: Above,
): Filled => {
  const log = fillingLog();
  /** The rows that the columns' last values are written in. */
  const writtenIn = new Map<number, number>();
  const rows: OldRow[] = [];
  const setAside: SetAside[] = [];
  const sections: Section[] = [];
  let above: readonly Said[] = [];
  let isCut = false;
  let isNewDay = false;
  let isAnothers = false;
  let under: OldRow["under"];
  let page = timeOfPage(body.region.titles);
  for (const [row, kind] of kinds) {
    if (kind === null) continue;
    if (kind !== "record") {
      const original = seenIn(body, row);
      setAside.push({ row: firstRow + row, why: kind as SetAside["why"], original });
      if (kind === "subtotal") isCut = true;
      if (kind === "note") {
        const words = original.filter((cell) => cell !== null).join(" ");
        const titles = pageTitleAt(body, row);
        const lone = body.lines.names.get(row);
        const name = body.lines.areConsultants ? lone : undefined;
        if (lone !== undefined && name === undefined)
          under = { name: lone, line: firstRow + row, isFirstBelow: true };
        const line = name === undefined ? undefined : { before: rows.length, row: firstRow + row, name };
        sections.push({ before: rows.length, said: words, ...(titles && { titles }), ...(line && { line }) });
        const time = timeOfPage(titles ?? []);
        isNewDay ||= dayOfBand(words) !== undefined || (time !== "" && time !== page);
        page = time === "" ? page : time;
        const whose = name ?? consultantOfBand(words) ?? titles?.map(consultantOfTitle).find((each) => each);
        isAnothers ||= whose !== undefined && whose !== textOf(above[consultantAt ?? -1]?.cell ?? null);
      }
      continue;
    }
    const said = unmerged(body, row);
    const next = [...said];
    // 同上 below it means its record.
    const isBelow = isInName(body, row);
    const nobodys = consultantAt !== undefined && isNobodys(said.map(({ cell }) => cell));
    const written = said.map(({ cell }) => cell);
    const beginsAnew = (at: number): boolean =>
      (parts?.get(at) ?? []).some((other) => {
        const cell = written[other] ?? null;
        return !isEmptyCell(cell) && !isDitto(cell) && cell !== (above[other]?.cell ?? null);
      });
    const isAnew = (at: number): boolean =>
      isCut || (isNewDay && body.days.has(at)) || (isAnothers && at === consultantAt) || beginsAnew(at);
    for (const [at, { cell }] of said.entries()) {
      const last = above[at] ?? nothingAbove;
      if (isDitto(cell)) next[at] = said[at] = last;
      else if (isEmptyCell(cell) && isBelow && !sparse.has(at)) next[at] = last;
      else if (!isEmptyCell(cell) || !sparse.has(at) || isAnew(at)) writtenIn.set(at, firstRow + row);
      else {
        // What is above goes on below a row that is nobody's.
        next[at] = last;
        if (isEmptyCell(last.cell) || (at === consultantAt && nobodys)) continue;
        said[at] = last;
        const value =
          last.isDay && typeof last.cell === "number" ? seenDay(last.cell) : String(last.cell).trim();
        log.add(at, writtenIn.get(at) ?? firstRow + row, firstRow + row, value);
      }
      if (at === consultantAt && namesNobody(cell)) next[at] = nothingAbove;
    }
    above = next;
    isCut = isNewDay = isAnothers = false;
    const dated = said.flatMap(({ cell, isDay }, at) => (isDay && typeof cell === "number" ? [at] : []));
    const uncomputed = said.flatMap(({ isUncomputed }, at) => (isUncomputed ? [at] : []));
    rows.push({
      row: firstRow + row,
      cells: said.map(({ cell }) => cell),
      original: sliceOf(body, row),
      ...(dated.length === 0 ? {} : { dated }),
      ...(uncomputed.length === 0 ? {} : { uncomputed }),
      ...(under === undefined ? {} : { under }),
    });
    // Told once for all below it.
    if (under) under = { name: under.name, line: under.line };
  }
  return { rows, setAside, sections, filled: log.all() };
};

/** Columns kept the paper way, of those where that is allowed; merged areas are filled by themselves. */
export const sparseColumns = (
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

/** 收编: the rows that were not taken, as people read them and as they are kept beside. */
import { formOf } from "../../forms/index";
import { asideOf, type Fate, type LeftAside, type Rejected } from "./adoption";
import type { AdoptedForm, Mapping, OldRegister, OldRow } from "../old-sheet/old-cells";
import { commentsCaption, errorCaptions, headerAt, isErrorList } from "../old-sheet/old-mapping";
import { columnName } from "../old-sheet/old-own";
import { talkAtKey } from "../old-sheet/old-targets";
import { dayKeys } from "../old-sheet/old-times";
import { writtenDay } from "../old-sheet/old-year";
import { isEmptyCell } from "../read-answer";
import { textOf } from "../raw-cell";
import type { RawCell } from "../register";
import { type Language, say } from "../wording";

export type Left = Rejected | LeftAside;

export const isLeft = (fate: Fate): fate is Left => fate.kind === "rejected" || fate.kind === "setAside";

export interface LeftRow {
  /** The sheet's row number, 1-based. */
  readonly row: number;
  readonly says: string;
  readonly remedy: string;
  /** As they stand in the old file; of a rejected row with what it takes from the rows above. */
  readonly cells: readonly RawCell[];
  /** Columns that a merged area, 同上 or a day written once says: here the rows above are others. */
  readonly fromAbove: readonly number[];
  /** Columns of `cells` whose number is a day or moment: 3.11 is a number as it stands. */
  readonly dated: readonly number[];
}

export interface DayColumn {
  readonly column: number;
  readonly kind: "day" | "moment";
}

/** Rows of one table, whose columns are their own. */
export interface LeftTable {
  readonly sheet: string;
  readonly form: AdoptedForm;
  /** Of days written without one; absent where they are of several. */
  readonly year?: number;
  readonly headers: readonly RawCell[];
  readonly days: readonly DayColumn[];
  /** Rejected: put right, they can be taken in again. */
  readonly rows: readonly LeftRow[];
  /** No records: totals, notes, headers once more. */
  readonly aside: readonly LeftRow[];
  /** A whole sheet on which no table was found: `aside` are its rows. */
  readonly isNoTable?: true;
}

const apart: Readonly<Record<Language, { readonly colon: string; readonly and: string }>> = {
  zh: { colon: "：", and: "；" },
  en: { colon: ": ", and: "; " },
};

/** Why a row was not taken, and what to do about it. */
export const leftRowOf = (fate: Left, language: Language): LeftRow => {
  const { colon, and } = apart[language];
  const findings = fate.kind === "rejected" ? fate.reasons : [asideOf(fate)];
  const said = findings.map((each) => ({ caption: each.caption, ...say(each, language) }));
  return {
    row: fate.row,
    says: said
      .map(({ caption, says }) => (caption === undefined ? says : `${caption}${colon}${says}`))
      .join(and),
    remedy: [...new Set(said.map(({ remedy }) => remedy))].join(and),
    cells: fate.cells,
    fromAbove: [],
    dated: [],
  };
};

/** Torn from its place, a row has to say for itself what the rows above said for it; 同上 would mean others here. */
const standingAlone = (left: LeftRow, source: OldRow | undefined): LeftRow => {
  if (source === undefined) return left;
  const { dated = [] } = source;
  const fromAbove = source.cells.flatMap((cell, at) =>
    !isEmptyCell(cell) && cell !== (source.original[at] ?? null) ? [at] : [],
  );
  return fromAbove.length === 0
    ? { ...left, dated }
    : {
        ...left,
        fromAbove,
        dated,
        // A day that stands in a title has a column more.
        cells: Array.from(
          { length: Math.max(left.cells.length, ...fromAbove.map((at) => at + 1)) },
          (_, at) => (fromAbove.includes(at) ? (source.cells[at] ?? null) : (left.cells[at] ?? null)),
        ),
      };
};

/** 1.3 as 2024.1.3, 12月30日 as 2023年12月30日; what is no day without a year stays. */
const withYear = (cell: RawCell, year: number): RawCell => {
  const day = writtenDay(cell);
  if (day === undefined || day.year !== undefined) return cell;
  const said = String(cell).trim().normalize("NFKC");
  const [, sign = ""] = /^\d{1,2}\s*([月./-])/u.exec(said) ?? [];
  const whole = `${year}${sign === "月" ? "年" : sign}${said}`;
  const read = sign === "" ? undefined : writtenDay(whole);
  return read?.year === year && read.month === day.month && read.day === day.day ? whole : cell;
};

/** Where the rows are of several years no heading says theirs: each says it itself, but where people are asked for it. */
const inItsYear = (
  left: LeftRow,
  source: OldRow | undefined,
  when: readonly number[],
  year: number,
): LeftRow => ({
  ...left,
  cells: left.cells.map((cell, at) =>
    when.includes(at) && source !== undefined ? withYear(cell, year + (source.yearsLater ?? 0)) : cell,
  ),
});

/** A list of rows has no notes on its cells: a column more. */
const withComments = (
  headers: readonly RawCell[],
  rows: readonly LeftRow[],
  sources: ReadonlyMap<number, OldRow>,
): Pick<LeftTable, "headers" | "rows"> => {
  const said = rows.map(({ row }) =>
    (sources.get(row)?.comments ?? [])
      .map(({ column, said: words }) => `${columnName(headers, column)}：${words}`)
      .join("\n"),
  );
  if (said.every((each) => each === "")) return { headers, rows };
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), headers.length);
  const padded = (cells: readonly RawCell[], last: RawCell): readonly RawCell[] => [
    ...Array.from({ length: width }, (_, at) => cells[at] ?? null),
    last,
  ];
  return {
    headers: padded(headers, commentsCaption),
    rows: rows.map((row, at) => ({ ...row, cells: padded(row.cells, said[at] || null) })),
  };
};

/** Columns whose numbers are days, or moments. */
export const daysOf = (form: AdoptedForm, mapping: Mapping): LeftTable["days"] =>
  mapping.flatMap((use, column) => {
    if (use.use === "blank" && use.key === talkAtKey) return [{ column, kind: "day" }];
    const field = use.use === "blank" ? formOf(form).fields[use.key] : undefined;
    const kind = field?.kind === "computed" ? field.gives : field?.kind;
    return kind === "day" || kind === "moment" ? [{ column, kind }] : [];
  });

/** Of rows that were listed before: as they were then, by their old sheet and row, without our columns. */
const asListedBefore = (table: LeftTable): LeftTable => {
  if (!isErrorList(table)) return table;
  const [sheetAt = 0, rowAt = 0, ...others] = errorCaptions.map((caption) =>
    table.headers.findIndex((_, column) => headerAt(table, column) === caption),
  );
  const ours = new Set([sheetAt, rowAt, ...others]);
  const without = <T>(cells: readonly T[]): readonly T[] => cells.filter((_, column) => !ours.has(column));
  const shift = (columns: readonly number[]): readonly number[] =>
    columns
      .filter((column) => !ours.has(column))
      .map((column) => column - [...ours].filter((each) => each < column).length);
  const sheets = new Set(table.rows.map(({ cells }) => textOf(cells[sheetAt] ?? null)));
  const [only = ""] = sheets;
  return {
    ...table,
    sheet: sheets.size === 1 && only !== "" ? only : table.sheet,
    headers: without(table.headers),
    days: table.days.flatMap(({ column, kind }) => shift([column]).map((at) => ({ column: at, kind }))),
    rows: table.rows.map((left) => {
      const row = Number(left.cells[rowAt]);
      return {
        ...left,
        row: Number.isInteger(row) && row > 0 ? row : left.row,
        cells: without(left.cells),
        fromAbove: shift(left.fromAbove),
        dated: shift(left.dated),
      };
    }),
  };
};

/** Every row of a table that was not taken, in the sheet's order. */
export const leftTable = (
  table: Omit<OldRegister, "setAside"> & { readonly sheet: string; readonly year?: number | undefined },
  fates: readonly Fate[],
  language: Language,
): LeftTable => {
  const { sheet, form, headers, rows, mapping, year } = table;
  const isOneYear = rows.every(({ yearsLater = 0 }) => yearsLater === 0);
  const sources = new Map(rows.map((source) => [source.row, source]));
  const of = (kind: Left["kind"]): readonly LeftRow[] =>
    fates.flatMap((fate) => (isLeft(fate) && fate.kind === kind ? [leftRowOf(fate, language)] : []));
  const when = mapping.flatMap((use, at) => (use.use === "blank" && use.key === dayKeys[form] ? [at] : []));
  const asked = new Set(
    fates.flatMap((fate) =>
      fate.kind === "rejected" && fate.reasons.some(({ code }) => code === "yearBeforeVisit")
        ? [fate.row]
        : [],
    ),
  );
  const dayed = (left: LeftRow): LeftRow =>
    year === undefined || isOneYear || asked.has(left.row)
      ? left
      : inItsYear(left, sources.get(left.row), when, year);
  return asListedBefore({
    sheet,
    form,
    ...(year === undefined || !isOneYear ? {} : { year }),
    ...withComments(
      headers,
      of("rejected").map((left) => dayed(standingAlone(left, sources.get(left.row)))),
      sources,
    ),
    days: daysOf(form, mapping),
    aside: of("setAside"),
  });
};

/** A sheet on which no table was found, with all its rows. */
export const leftSheet = (sheet: string, rows: readonly LeftAside[], language: Language): LeftTable => ({
  sheet,
  form: "visitors",
  headers: [],
  days: [],
  rows: [],
  aside: rows.map((each) => leftRowOf(each, language)),
  isNoTable: true,
});

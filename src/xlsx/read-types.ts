import type { Highlight, Validation, Visibility } from "../book/book";
import type { ReadDate } from "./serial-date";
import type { ZipLimits } from "./zip-read";

export type { ReadDate, ReadDay, ReadMoment, ReadTime } from "./serial-date";

/** "#N/A", "#REF!" … */
export interface ReadError {
  readonly error: string;
}

/** Text, number, boolean, or one of the records. Numbers are dates where their format says so. */
export type ReadValue = string | number | boolean | ReadDate | ReadError;

export interface ReadCell {
  /** 0 is column A. */
  readonly column: number;
  /** `null`: a formula that nobody has computed yet; only where formulas are asked for. */
  readonly value: ReadValue | null;
  /** As Excel shows it, with "="; only where formulas are asked for. */
  readonly formula?: string;
  /** Of a number that is no day or time: its format's code, where that is not General; only where it is asked for. */
  readonly numberFormat?: string;
}

export interface ReadRow {
  /** 0 is row 1. */
  readonly row: number;
  /** From left to right, only those with a value. */
  readonly cells: readonly ReadCell[];
}

export interface ReadTable {
  readonly name: string;
  /** "A3:H6", with header and totals row where it has them. */
  readonly range: string;
  readonly columns: readonly string[];
  readonly headerRow: boolean;
  readonly totalsRow: boolean;
}

/** What is known of a sheet before its rows. */
export interface ReadSheetHead {
  readonly name: string;
  readonly visibility: Visibility;
  readonly tables: readonly ReadTable[];
}

/** What cells may hold, and what shows in colours; only where rules are asked for. */
export interface ReadRules {
  readonly validations: readonly Validation[];
  /** First is strongest. */
  readonly highlights: readonly Highlight[];
}

/** Words on a cell, whether or not it holds anything. */
export interface ReadComment {
  /** 0 is row 1, 0 is column A. */
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** What lies over the cells. */
export interface ReadDrawn {
  readonly pictures: number;
  /** The words of text boxes and of other shapes that have any. */
  readonly texts: readonly string[];
  /** Shapes without words, charts and the like. */
  readonly others: number;
}

export interface ReadSheet extends ReadSheetHead {
  /** Only where it is asked for, and something is drawn. */
  readonly drawn?: ReadDrawn;
  readonly rules?: ReadRules;
  /** From top to bottom; only where they are asked for. */
  readonly comments?: readonly ReadComment[];
  /** From top to bottom, only those with a cell. */
  readonly rows: readonly ReadRow[];
  /** "A1:C1". */
  readonly merges: readonly string[];
}

export interface ReadName {
  readonly name: string;
  /** As Excel shows it, with "=". */
  readonly refersTo: string;
  /** The sheet it is confined to. */
  readonly sheet?: string;
}

export interface ReadBook {
  readonly date1904: boolean;
  readonly sheets: readonly ReadSheet[];
  readonly names: readonly ReadName[];
}

export interface ReadLimits extends ZipLimits {
  /** Cells with a value, of all sheets together. */
  readonly cells: number;
  readonly sheets: number;
  /** Of one sheet: the last row and column that may be spoken of. */
  readonly rows: number;
  readonly columns: number;
  /** Texts in the table the sheets share, and the characters of one text. */
  readonly strings: number;
  readonly textLength: number;
  /** Characters that shared formulas may make beyond some for each byte of the sheets: they are written once for many cells. */
  readonly formulas: number;
  /** Names the workbook defines. */
  readonly names: number;
  /** Cell formats, of cells and of named styles together. */
  readonly styles: number;
  /** What one part points to, links of a sheet among it. */
  readonly relations: number;
  /** Elements inside each other, in any part. */
  readonly nesting: number;
  /** Elements of a part read whole: styles, a chart, what a sheet says beside its cells. */
  readonly elements: number;
  /** Of one sheet. */
  readonly validations: number;
  /** Stretches of cells of one style, of one sheet. */
  readonly stretches: number;
  /** Comments of all sheets together. */
  readonly comments: number;
  /** Pictures and shapes of all sheets together. */
  readonly drawn: number;
}

/** Room for a hundred registers of 100,000 rows, and far from what kills a task pane. */
export const defaultLimits: ReadLimits = {
  fileBytes: 256 << 20,
  parts: 20_000,
  partBytes: 640 << 20,
  totalBytes: 1024 << 20,
  ratio: 500,
  cells: 10_000_000,
  sheets: 1000,
  rows: 1_048_576,
  columns: 16_384,
  strings: 10_000_000,
  textLength: 1_000_000,
  formulas: 8_000_000,
  names: 100_000,
  styles: 2 * 65_490,
  relations: 150_000,
  nesting: 200,
  elements: 150_000,
  validations: 65_534,
  stretches: 2_000_000,
  comments: 200_000,
  drawn: 100_000,
};

export interface ReadOptions {
  /** Formula texts beside the values. */
  readonly formulas?: boolean;
  /** Each sheet's validations and highlights. */
  readonly rules?: boolean;
  /** Each sheet's comments. */
  readonly comments?: boolean;
  /** What is drawn over each sheet. */
  readonly drawn?: boolean;
  /** Days and moments as serials of the 1900 system, to the minute, instead of as records. */
  readonly serials?: boolean;
  /** The formats of numbers beside them. */
  readonly numberFormats?: boolean;
  /** Which sheets to read; without it all. */
  readonly wanted?: (name: string, visibility: Visibility) => boolean;
  readonly limits?: Partial<ReadLimits>;
}

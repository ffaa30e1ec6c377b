/** 收编: what somebody else wrote, before and after its layout is understood. */
import type { FilledDown } from "./fill-down";
import type { HeaderMatch } from "../match-headers";
import type { RawCell } from "../register";

/** An area of `rows`, all four inside, counted from 0. */
export interface OldArea {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Words on a cell: a note, or a thread of comments. */
export interface OldComment {
  /** Index into `rows`, or above the first (below 0) or below the last of them; columns from 0. */
  readonly row: number;
  readonly column: number;
  readonly said: string;
}

/** What lies over a sheet's cells and is in none: people are told of it. */
export interface OldDrawn {
  readonly pictures: number;
  /** The words of text boxes. */
  readonly texts: readonly string[];
  /** Shapes without words, charts and the like. */
  readonly others: number;
}

/** Blank rows that are not among `rows`: `count` of them stand before `rows[before]`. */
export interface LeftOutRows {
  readonly before: number;
  readonly count: number;
}

/** A sheet as a reader hands it over: from an .xlsx, a .csv or the open workbook. */
export interface OldCells {
  readonly sheet: string;
  /** From sheet row `firstRow` (1-based) down, from column A on; ragged. Days as serials of the 1900 system, a formula that nobody has computed as its text "=A2". */
  readonly rows: readonly (readonly RawCell[])[];
  readonly firstRow: number;
  /**
   * Long stretches of blank rows that are not among `rows`, from the top down: a cell gone astray to the sheet's end
   * costs a row, not a million. Some rows of each stretch stay.
   */
  readonly leftOut?: readonly LeftOutRows[];
  /** Only the first cell of a merged area holds its value. */
  readonly merges: readonly OldArea[];
  /** By row: columns whose number is a day or moment; absent where nobody knows. */
  readonly dated?: readonly (readonly number[])[];
  /** By row: columns whose text is a formula that nobody has computed. */
  readonly uncomputed?: readonly (readonly number[])[];
  /** By row: columns whose number is shown with a nought behind that it has not, as 3.1 is 3.10. */
  readonly padded?: readonly (readonly number[])[];
  /** Each cell's once; absent where nobody has read them. */
  readonly comments?: readonly OldComment[];
  /** Absent where there is nothing, or nobody has looked. */
  readonly drawn?: OldDrawn;
}

/** The forms an old register can be taken into, each after those it rests on: clients before what is said of them. */
export const adoptedForms = ["visitors", "calls", "followUps", "units", "deals", "grades"] as const;
export type AdoptedForm = (typeof adoptedForms)[number];

export interface OldRow {
  /** The sheet's row number, 1-based. */
  readonly row: number;
  /** The last of its rows, where a name merged over several makes them one record. */
  readonly through?: number;
  /** By column of the table: merged days and consultants and 同上 filled in. */
  readonly cells: readonly RawCell[];
  /** As they stand, for the error workbook. */
  readonly original: readonly RawCell[];
  /** Columns of `cells` whose number is a day or moment. */
  readonly dated?: readonly number[];
  /** Columns of `cells` whose text is a formula that nobody has computed. */
  readonly uncomputed?: readonly number[];
  /** Words on its cells, by column of the table. */
  readonly comments?: readonly Omit<OldComment, "row">[];
  /**
   * Days without a year fall that many years after the table's `year`: 12月 has gone over into 1月. Absent is 0; see
   * `yearOfOldRow`.
   */
  readonly yearsLater?: number;
  /** Its day is of the year said, though it follows that year's December. */
  readonly isYearInDoubt?: true;
  /** Its day is of another year than the one said, as the order of the days alone tells. */
  readonly isYearConcluded?: true;
  /** A lone name in a line above it, a consultant's where the roster has it; in that row of the sheet. */
  readonly under?: { readonly name: string; readonly line: number; readonly isFirstBelow?: true };
  /** 3.1 typed as a number: the rows around it tell whether it is the first or the tenth. */
  readonly isDayConcluded?: true;
  /** What its table is called, which lists deals that were given back. */
  readonly givenBackBy?: string;
  /** Whether its table is called one of first visits, 首访, or of later ones, 复访; absent where nothing says it. */
  readonly whichVisit?: "first" | "later";
}

/**
 * A row of a table's area that is no record, or stands outside all tables, or comments that are on no record; blank
 * ones are not listed.
 */
export interface SetAside {
  readonly row: number;
  /**
   * "unheaded": outside, and like a record; "noHeader": likewise, of a sheet without headers; "ladder": of a
   * 客户等级分配跟踪表; "board": floors and rooms as they hang on the wall, no list; "outside": other words.
   */
  readonly why:
    | "subtotal"
    | "note"
    | "headerAgain"
    | "unheaded"
    | "noHeader"
    | "ladder"
    | "board"
    | "outside"
    | "comment";
  readonly original: readonly RawCell[];
}

/** One table found on a sheet. */
export interface OldTable {
  readonly sheet: string;
  /** What it looks like most. */
  readonly form: AdoptedForm;
  /** How many columns were matched: the higher, the surer. */
  readonly matched: number;
  /** The sheet's row number of the (last) header row, and its column number of `headers[0]`, both 1-based. */
  readonly headerRow: number;
  readonly firstColumn: number;
  /** Captions of two rows are joined: "联系方式 手机". */
  readonly headers: readonly RawCell[];
  readonly matches: readonly HeaderMatch[];
  readonly rows: readonly OldRow[];
  readonly setAside: readonly SetAside[];
  /** Blank days and consultants that were filled from above. */
  readonly filled?: readonly FilledDown[];
  /** What stands above as its title, from the top down; a line that says more is set aside. */
  readonly titles?: readonly string[];
  /**
   * The year of days written without one, as a title, the sheet's or the file's name and the other days say; of the
   * first of them where they go over a year's end. Absent where nothing says it for sure: people are asked, and
   * until they have said it such days are ambiguous (`yearOfOldRow`).
   */
  readonly year?: number;
  /** The one year that titles and names say, of `year` or not. */
  readonly saidYear?: number;
}

/** What becomes of a column; by column of the table. */
export type ColumnUse =
  /** A target of `oldTargetsOf(form)`, by key: "grade" beside form 1's own, "mobile" (whom it is about) beside followUps'. */
  | { readonly use: "blank"; readonly key: string }
  /** The users' own column under that caption, made where it is not there. */
  | { readonly use: "own"; readonly caption: string }
  | { readonly use: "leave" };
export type Mapping = readonly ColumnUse[];

/** A table as it goes into a site's workbook: found, and corrected by people. */
export interface OldRegister {
  readonly form: AdoptedForm;
  readonly headers: readonly RawCell[];
  readonly rows: readonly OldRow[];
  readonly setAside: readonly SetAside[];
  readonly mapping: Mapping;
}

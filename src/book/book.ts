/**
 * A workbook as plain data: what any spreadsheet holds, and nothing of this product.
 * The plan is written in it, both writers transcribe it, the trial host shows and saves it.
 *
 * Units: column widths in characters of the default font, heights and font sizes in points,
 * colours "#RRGGBB" in capitals, days and moments as 1900-system serials with a number format.
 * Addresses are A1 without sheet or "$" ("A4:C9", "B:B" for whole columns, "3:3" for whole rows).
 * Formulas start with "=", in en-US, as Excel shows them ("[@列]", no "_xlfn.").
 */
export interface Book {
  readonly sheets: readonly Sheet[];
  readonly names: readonly DefinedName[];
}

export type Value = string | number | boolean | null;

/** A formula and, where somebody has computed it, its last result (an error is its text, "#N/A"). */
export interface Formula {
  readonly formula: string;
  readonly value?: Value;
}

export type Cell = Value | Formula;

export interface DefinedName {
  readonly name: string;
  /** A formula with its "=": `=字典!$A$3:$A$12`. */
  readonly refersTo: string;
}

export type Visibility = "visible" | "hidden" | "veryHidden";

export interface Sheet {
  readonly name: string;
  readonly visibility: Visibility;
  readonly tabColor?: string;
  readonly showGridlines: boolean;
  /** Blocks of cells; `null` leaves a cell empty. Blocks do not overlap. */
  readonly blocks: readonly Block[];
  /** The look of ranges, later ones over earlier ones. Whole columns or rows, where meant for rows to come. */
  readonly looks: readonly RangeLook[];
  readonly columns: readonly ColumnSize[];
  /** Height of every row that has none of its own. */
  readonly defaultRowHeight?: number;
  readonly rows: readonly RowSize[];
  readonly merges: readonly string[];
  readonly links: readonly Link[];
  readonly tables: readonly Table[];
  readonly validations: readonly Validation[];
  /** First is strongest. */
  readonly highlights: readonly Highlight[];
  /** Rows and columns kept in view. */
  readonly freeze?: { readonly rows: number; readonly columns: number };
  readonly protection?: Protection;
  readonly print?: Print;
  /** Drawn over the cells, later ones over earlier ones. */
  readonly charts?: readonly Chart[];
  /** Of a cell at most one; in any order. */
  readonly comments?: readonly Comment[];
  /** Names confined to this sheet; they go where it goes. */
  readonly names?: readonly DefinedName[];
}

export interface Block {
  /** Top left cell, "A4". */
  readonly at: string;
  /** Rows of equal length. */
  readonly rows: readonly (readonly Cell[])[];
}

export interface RangeLook {
  readonly range: string;
  readonly look: Look;
}

export interface Look {
  readonly fontName?: string;
  readonly fontSize?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly color?: string;
  readonly fill?: string;
  readonly horizontal?: "left" | "center" | "right";
  readonly vertical?: "top" | "center" | "bottom";
  readonly wrap?: boolean;
  readonly numberFormat?: string;
  /** Thin borders round every cell, in this colour. */
  readonly border?: string;
  /** `false`: may be edited on a protected sheet. */
  readonly locked?: boolean;
}

export interface ColumnSize {
  /** 0 is column A. */
  readonly column: number;
  readonly width: number;
  readonly hidden?: boolean;
}

export interface RowSize {
  /** 0 is row 1. */
  readonly row: number;
  readonly height?: number;
  readonly hidden?: boolean;
}

/** A link to a place in this workbook: `#来访登记!A1` as `place: "来访登记!A1"`. The cell's text stands in a block. */
export interface Link {
  readonly cell: string;
  readonly place: string;
  readonly tip?: string;
}

/** Words on a cell, whether or not it holds anything. */
export interface Comment {
  /** "C4". */
  readonly cell: string;
  /** "note": the old kind, which nobody answers. "thread": a comment and its replies. */
  readonly kind: "note" | "thread";
  /** In order, at least one; of a note just one. */
  readonly said: readonly Remark[];
}

export interface Remark {
  /** The person's name; "" where nobody knows it. */
  readonly by: string;
  readonly text: string;
  /** "2024-03-05T10:20:00.000Z", of a thread. */
  readonly at?: string;
}

export interface Table {
  readonly name: string;
  /** Header row and all data rows; at least one data row. */
  readonly range: string;
  readonly columns: readonly TableColumn[];
  /** "TableStyleLight9" … */
  readonly style: string;
  readonly bandedRows: boolean;
  readonly filterButtons: boolean;
}

export interface TableColumn {
  /** Equals the header cell's text. */
  readonly name: string;
  /** The calculated column's formula. */
  readonly formula?: string;
}

export type Comparison =
  | "between"
  | "notBetween"
  | "equal"
  | "notEqual"
  | "greaterThan"
  | "lessThan"
  | "greaterOrEqual"
  | "lessOrEqual";

export type ValidationRule =
  /** `source` is a formula: `=列表_性别`. */
  | { readonly kind: "list"; readonly source: string }
  | { readonly kind: "custom"; readonly formula: string }
  | {
      readonly kind: "whole" | "decimal" | "date" | "textLength";
      readonly comparison: Comparison;
      readonly first: number | string;
      readonly second?: number | string;
    };

export interface Validation {
  readonly range: string;
  /** Absent: only a prompt. Formulas are relative to the range's first cell. */
  readonly rule?: ValidationRule;
  readonly ignoreBlank: boolean;
  /** Absent: a rule nobody is held to, as a list that only offers. */
  readonly alert?: {
    readonly style: "stop" | "warning" | "information";
    /** At most 32 characters. */
    readonly title: string;
    /** At most 225 characters. */
    readonly message: string;
  };
  /** At most 32 and 255 characters. */
  readonly prompt?: { readonly title: string; readonly message: string };
}

/** A conditional format by formula, relative to the range's first cell. */
export interface Highlight {
  readonly range: string;
  readonly formula: string;
  readonly look: HighlightLook;
  readonly stopIfTrue?: boolean;
}

export interface HighlightLook {
  readonly fill?: string;
  readonly color?: string;
  readonly bold?: boolean;
  readonly strike?: boolean;
  readonly border?: string;
}

/** Protection without a password. */
export interface Protection {
  readonly allowFormatColumns?: boolean;
  readonly allowFilter?: boolean;
  readonly allowSort?: boolean;
}

/** Categories run from left to right, those of bars from top to bottom. Lines have a mark at every point. */
export type ChartKind = "column" | "stackedColumn" | "bar" | "stackedBar" | "line" | "pie" | "doughnut";

export interface Chart {
  /** One of its own on the sheet; screen readers say it. */
  readonly name: string;
  readonly kind: ChartKind;
  readonly title?: string;
  /** At least one; a pie has just one. */
  readonly series: readonly ChartSeries[];
  /** The cells it covers, "A10:H28". */
  readonly place: string;
  /** Absent: no legend. */
  readonly legend?: "top" | "bottom" | "left" | "right";
  /** Names of what is counted; always as texts, also where they are days. A pie has no axes. */
  readonly categoryAxis?: ChartAxis;
  readonly valueAxis?: ChartAxis;
  /** On the other side, for the series that are `secondary`. */
  readonly secondaryAxis?: ChartAxis;
}

export interface ChartSeries {
  /** A text, not a cell: Excel's API knows no way to tie a series' name to a cell. */
  readonly name: string;
  /** One row or one column of cells, "B5:B12", on another sheet "来访登记!B5:B12" or "'a b'!B5:B12". */
  readonly values: string;
  /** As long as `values`. */
  readonly categories?: string;
  readonly color?: string;
  /** Of the slices of a pie, in order. */
  readonly pointColors?: readonly string[];
  /** A line over the columns of a "column" or "stackedColumn" chart. */
  readonly line?: boolean;
  /** Measured on the other axis; only a `line` over columns. */
  readonly secondary?: boolean;
  /** What is written at every point. */
  readonly labels?: "value" | "percent";
}

export interface ChartAxis {
  readonly title?: string;
  /** Absent: that of the cells. */
  readonly numberFormat?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

export interface Print {
  readonly orientation: "portrait" | "landscape";
  readonly paper: "A4";
  /** Pages across; without `fitTall` rows run on over as many pages as it takes. */
  readonly fitWide?: number;
  /** Pages down; without `fitWide` as many across as it takes. */
  readonly fitTall?: number;
  /** Percent, from 10 to 400; not beside `fitWide` or `fitTall`. */
  readonly scale?: number;
  /** Only these cells, "A1:H40". Absent: all that is there. */
  readonly area?: string;
  /**
   * A new page begins above each of these rows (0 is row 1), from top to bottom. Excel may ignore them on a sheet
   * that is fitted to pages: such a sheet is laid out to its paper's width, or has a `scale`.
   * https://support.microsoft.com/office/insert-move-or-delete-page-breaks-in-a-worksheet-ad3dc726-beec-4a4c-861f-ed640612bdc2
   */
  readonly pageBreaks?: readonly number[];
  /** "1:3" repeats on every page. */
  readonly titleRows?: string;
  /** "A:C" repeats on every page: where a sheet is several pages wide. */
  readonly titleColumns?: string;
  /** Pages follow each other across before down: those of the same rows lie together. */
  readonly acrossFirst?: boolean;
  /** Excel's codes: "第 &P 页，共 &N 页". */
  readonly centerFooter?: string;
  readonly centerHeader?: string;
  readonly leftFooter?: string;
  readonly leftHeader?: string;
  readonly rightFooter?: string;
  readonly rightHeader?: string;
  /** Points. */
  readonly margins?: {
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
  };
  readonly centerHorizontally?: boolean;
  readonly centerVertically?: boolean;
}

/** Excel's own limits. */
export const lastRow = 1_048_576;
export const lastColumn = 16_384;

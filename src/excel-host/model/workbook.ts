import type { Area } from "../../book/address";
import type { Comment, HighlightLook, ValidationRule, Validation, Value, Visibility } from "../../book/book";
import type { CellEntry } from "../calculator";
import type { ChartState } from "./charts";
import type { Notice } from "./notices";
import type { Change } from "./model";

/** The state behind the model. Changed in place, by the functions of this folder only. */
export interface Workbook {
  name: string;
  readonly sheets: SheetState[];
  readonly names: NameState[];
  /** Settings of the add-in, values as JSON texts. */
  readonly settings: Map<string, string>;
  readonly calculation: CalculationState;
  readonly options: WorkbookOptions;
  readonly faults: Faults;
  /** What stands in front in the grid. */
  readonly view: View;
  /** Ranges somebody holds on to; they follow insertions and deletions. */
  readonly held: Set<HeldRange>;
  /** For the views and for the clients, until the action or batch is over. */
  readonly changes: Change[];
  readonly notices: Notice[];
  lastId: number;
  /** How many clients are connected. */
  clients: number;
}

export interface WorkbookOptions {
  tablesGrow: boolean;
  /**
   * A write of several rows over rows a filter hides: "misplaced" puts the first values into the rows that show
   * (as pasting does), "refused" fails, "asWritten" ignores the filter. Assumed; what Excel does differs by host.
   */
  filteredWrites: "misplaced" | "refused" | "asWritten";
  readonly today: () => Date;
}

/** Misfortunes on demand. Each counts down to 0. */
export interface Faults {
  /** A table does not take in what is written below it. */
  tableGrowth: number;
}

export interface View {
  sheet: SheetState;
  area: Area;
  editing: boolean;
}

export interface CalculationState {
  mode: "Automatic" | "AutomaticExceptTables" | "Manual";
  /** The engine must take the whole workbook anew. */
  stale: boolean;
  readonly dirty: CellEntry[];
  /** Is there an engine at all? */
  readonly active: boolean;
}

export interface HeldRange {
  sheet: SheetState;
  area: Area;
  /** Its cells were deleted. */
  gone: boolean;
}

export interface FormulaCell {
  readonly formula: string;
  value: Value;
}

/** `null` and a hole are an empty cell. A text stays a text even where it starts with "=". */
export type Stored = Value | FormulaCell;
export type Row = (Stored | undefined)[];

export interface SheetState {
  readonly id: string;
  name: string;
  visibility: Visibility;
  tabColor: string;
  showGridlines: boolean;
  /** By row, with holes. */
  readonly rows: (Row | undefined)[];
  /** Later ones lie over earlier ones. */
  looks: LookEntry[];
  columnSizes: Map<number, Size>;
  rowSizes: Map<number, Size>;
  defaultRowHeight: number | undefined;
  defaultColumnWidth: number | undefined;
  filterHidden: Set<number>;
  merges: Area[];
  links: LinkState[];
  readonly tables: TableState[];
  /** A filter on plain cells. */
  filter: FilterState | undefined;
  validations: ValidationState[];
  highlights: HighlightState[];
  freeze: { readonly rows: number; readonly columns: number };
  protection: ProtectionState | undefined;
  print: PrintState;
  /** A page begins above these rows, in order. */
  pageBreaks: number[];
  /** Later ones lie over earlier ones. */
  readonly charts: ChartState[];
  comments: CommentState[];
  /** Confined to this sheet. */
  readonly names: NameState[];
}

/** Columns: characters; rows: points. */
export interface Size {
  readonly size: number | undefined;
  readonly hidden: boolean;
}

export interface LookEntry {
  readonly area: Area;
  readonly look: CellLook;
}

export interface Edge {
  /** Excel's BorderLineStyle; "None" takes it away. */
  readonly style: string;
  readonly color: string;
  readonly weight: string;
}

/** `null`: set back to Excel's default. */
export interface CellLook {
  readonly fontName?: string | null;
  readonly fontSize?: number | null;
  readonly bold?: boolean | null;
  readonly italic?: boolean | null;
  readonly underline?: string | null;
  readonly strikethrough?: boolean | null;
  readonly color?: string | null;
  readonly fill?: string | null;
  readonly horizontal?: string | null;
  readonly vertical?: string | null;
  readonly wrap?: boolean | null;
  readonly numberFormat?: string | null;
  readonly locked?: boolean | null;
  readonly edgeTop?: Edge | null;
  readonly edgeBottom?: Edge | null;
  readonly edgeLeft?: Edge | null;
  readonly edgeRight?: Edge | null;
}

export interface LinkState {
  readonly area: Area;
  /** "来访登记!A1", or nothing where it leads out of the workbook. */
  readonly place: string | undefined;
  readonly address: string | undefined;
  readonly tip: string | undefined;
}

export interface TableState {
  readonly id: string;
  name: string;
  /** Header row and data rows. */
  area: Area;
  readonly columns: TableColumnState[];
  style: string;
  bandedRows: boolean;
  bandedColumns: boolean;
  firstColumn: boolean;
  lastColumn: boolean;
  filterButtons: boolean;
}

export interface TableColumnState {
  readonly id: number;
  name: string;
  /** As it stands in the first data row. */
  formula: string | undefined;
  /** Texts that stay in view. */
  filter: FilterCriteria | undefined;
}

export interface FilterCriteria {
  readonly kind: "values" | "custom";
  readonly values: readonly string[];
  readonly criterion1?: string;
  readonly criterion2?: string;
  readonly operator?: string;
}

export interface FilterState {
  area: Area;
  readonly columns: Map<number, FilterCriteria>;
}

/** Words on a cell: a note, or a thread of a comment and its replies. */
export interface CommentState {
  readonly id: string;
  readonly kind: Comment["kind"];
  /** One cell. */
  area: Area;
  /** The first is the comment, the others its replies. */
  readonly remarks: RemarkState[];
}

export interface RemarkState {
  readonly id: string;
  readonly author: string;
  readonly content: string;
  /** As an ISO text; nothing for a note. */
  readonly created: string | undefined;
}

/** Formulas of `rule` and `formula` are meant for the cell `anchor`. */
export interface ValidationState {
  readonly areas: readonly Area[];
  readonly anchor: Anchor;
  readonly rule: ValidationRule | undefined;
  readonly ignoreBlank: boolean;
  readonly alert: Validation["alert"] | undefined;
  readonly prompt: Validation["prompt"] | undefined;
}

export interface HighlightState {
  readonly id: string;
  readonly areas: readonly Area[];
  readonly anchor: Anchor;
  readonly formula: string;
  readonly look: HighlightLook;
  readonly stopIfTrue: boolean;
}

export interface Anchor {
  readonly row: number;
  readonly column: number;
}

/** Option names are Excel's: "allowAutoFilter", "allowSort" … */
export interface ProtectionState {
  readonly options: Readonly<Record<string, boolean | string>>;
  readonly password: string | undefined;
}

export interface PrintState {
  orientation: "Portrait" | "Landscape";
  paperSize: string;
  zoom: PrintZoom;
  titleRows: Area | undefined;
  titleColumns: Area | undefined;
  printArea: Area | undefined;
  /** "CenterFooter" → Excel's codes. */
  readonly texts: Map<string, string>;
  /** Points: "TopMargin" … */
  readonly margins: Map<string, number>;
  centerHorizontally: boolean;
  centerVertically: boolean;
  printOrder: string;
  /** Book parts which are set, so that an untouched sheet has no print settings. */
  touched: boolean;
}

export interface PrintZoom {
  readonly scale?: number;
  readonly horizontalFitToPages?: number;
  readonly verticalFitToPages?: number;
}

export interface NameState {
  name: string;
  /** With its "=". */
  formula: string;
  visible: boolean;
  comment: string;
}

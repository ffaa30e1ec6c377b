/** What can be put right in a damaged workbook (R14), as plain data: decided here, carried out elsewhere. */
import type { FormKey } from "../../domain/forms/index";
import type { ListKey } from "../../domain/forms/lists";
import type { SettingKey } from "./site-sheet";

/** Rows of a sheet, from 0, the last inside. */
export interface RowSpan {
  readonly first: number;
  readonly last: number;
}

/** A formula, or what stands beside one; how it is shown. */
export interface CellPut {
  readonly at: string;
  readonly put: string | number;
  readonly format: string;
}

export type Repair =
  /** A planned sheet that is not there, with its tables, empty. */
  | { readonly kind: "addSheet"; readonly sheet: string }
  /** A table whose sheet is there. */
  | { readonly kind: "addTable"; readonly form: FormKey; readonly sheet: string }
  | { readonly kind: "remakeTable"; readonly form: FormKey; readonly sheet: string; readonly range: string }
  | { readonly kind: "renameTable"; readonly form: FormKey; readonly from: string }
  | { readonly kind: "renameColumn"; readonly form: FormKey; readonly from: string; readonly to: string }
  | { readonly kind: "addColumn"; readonly form: FormKey; readonly key: string }
  | { readonly kind: "moveColumn"; readonly form: FormKey; readonly key: string }
  /** Rows down to this one of the sheet, from 0. */
  | { readonly kind: "takeIn"; readonly form: FormKey; readonly bottom: number }
  | {
      readonly kind: "restoreFormula";
      readonly form: FormKey;
      readonly key: string;
      readonly rows: "all" | readonly RowSpan[];
    }
  | { readonly kind: "restoreValidation"; readonly form: FormKey; readonly key: string }
  | { readonly kind: "restoreHighlights"; readonly form: FormKey }
  | { readonly kind: "restoreTitle"; readonly form: FormKey }
  | { readonly kind: "addName"; readonly name: string }
  /** Formulas that stand in no table. */
  | {
      readonly kind: "restoreCells";
      readonly what: "today" | "pace" | "home";
      readonly sheet: string;
      readonly cells: readonly CellPut[];
    }
  | { readonly kind: "addSettingLine"; readonly key: SettingKey }
  /** What the line may hold. */
  | { readonly kind: "restoreLineRule"; readonly key: SettingKey }
  | { readonly kind: "addList"; readonly list: ListKey }
  /** `column` of 字典, from 0. */
  | { readonly kind: "renameList"; readonly list: ListKey; readonly column: number }
  /** Its choices without empty cells between them, `/` first. */
  | { readonly kind: "closeList"; readonly list: ListKey }
  /** Validations and looks of 设置's own lines. */
  | { readonly kind: "dressSettings" }
  /** What stays in view and how pages lie, where a former version built it otherwise and it still is so. */
  | { readonly kind: "renewLayouts" }
  /** How sheets are printed and headed, likewise. */
  | { readonly kind: "renewPages" }
  /** 首页 anew; the former one stays beside it where it was not ours alone. */
  | { readonly kind: "renewHome" }
  | { readonly kind: "setVersion"; readonly version: number };

/** Those that change where things stand; afterwards the others are looked at anew. */
export const isStructural = ({ kind }: Repair): boolean =>
  [
    "addSheet",
    "addTable",
    "remakeTable",
    "renameTable",
    "renameColumn",
    "addColumn",
    "moveColumn",
    "takeIn",
    "addSettingLine",
    "addList",
    "renameList",
  ].includes(kind);

/** The same repair, wherever its rows stand by now. */
export const repairKey = (repair: Repair): string =>
  JSON.stringify({ ...repair, rows: undefined, bottom: undefined, range: undefined, cells: undefined });

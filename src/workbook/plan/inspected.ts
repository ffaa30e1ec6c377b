/** What was found of a workbook's structure (R14). Rows and columns of sheets are counted from 0. */
import type { Validation, ValidationRule } from "../../book/book";
import type { FormKey } from "../../domain/forms/index";
import type { RawCell } from "../../domain/register/register";
import type { Standing } from "./placement";
import type { RowSpan } from "./repair";

/** The rule all cells of a column share; "mixed" where they differ, "none" without one. */
export type RuleSeen = ValidationRule | "none" | "mixed";

/** How the rule is held to: "silent" where it refuses nothing; nothing where no one answer was found. */
export type AlertSeen = NonNullable<Validation["alert"]>["style"] | "silent" | undefined;

export interface ColumnSeen {
  readonly rule: RuleSeen;
  readonly alert: AlertSeen;
  /** Of a column the sheet computes: where no formula stands. */
  readonly constants: readonly RowSpan[];
  readonly blanks: readonly RowSpan[];
  /** What was typed there, as far as it was looked at. */
  readonly typed: readonly { readonly row: number; readonly value: RawCell }[];
}

export interface TableSeen extends Standing {
  /** Rows of data. */
  readonly count: number;
  readonly totals: boolean;
  /** Of the first and the last record, by header. */
  readonly firstFormulas: readonly RawCell[];
  readonly lastFormulas: readonly RawCell[];
  readonly columns: ReadonlyMap<string, ColumnSeen>;
  /** Formulas of the highlights that touch the first record, and the last. */
  readonly firstHighlights: readonly string[];
  readonly lastHighlights: readonly string[];
  /** The lowest row with anything in the table's columns. */
  readonly usedBottom: number;
  /** Something stands in the sheet's rows 1 to 3 over the table; nothing: not looked at. */
  readonly titled: boolean | undefined;
  /** The first records' values, by header. */
  readonly samples: readonly (readonly RawCell[])[];
  /** What stands below the table in its columns, from the first row below; nothing when there is nothing. */
  readonly below: readonly (readonly RawCell[])[];
}

/** A sheet on which a lost table might stand as plain cells or under another name. */
export interface Candidate {
  readonly sheet: string;
  /** The top of the sheet, from A1. */
  readonly rows: readonly (readonly RawCell[])[];
  /** Of everything on it. */
  readonly bottom: number;
  readonly tables: readonly {
    readonly name: string;
    readonly top: number;
    readonly left: number;
    readonly bottom: number;
    readonly right: number;
  }[];
}

export interface DictionarySeen {
  readonly sheet: string;
  /** From A1. */
  readonly cells: readonly (readonly RawCell[])[];
}

export interface Inspected {
  readonly version: number;
  readonly sheets: readonly { readonly name: string; readonly position: number }[];
  readonly tables: ReadonlyMap<FormKey, TableSeen>;
  readonly candidates: readonly Candidate[];
  /** Formulas by name. */
  readonly names: ReadonlyMap<string, string>;
  /** The captions of 设置's lines, in order; nothing where their table is gone. */
  readonly lines: readonly string[] | undefined;
  /** What each of them may hold; nothing where it was not looked at. */
  readonly lineRules: readonly RuleSeen[] | undefined;
  readonly dictionary: DictionarySeen | undefined;
  /** The top of 设置, from A1, a formula as it is written; nothing where its table is gone. */
  readonly settings: DictionarySeen | undefined;
  /** The same of 首页. */
  readonly home: DictionarySeen["cells"] | undefined;
}

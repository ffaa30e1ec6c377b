/** 收编: the rows that were not taken, as people read them and as they are kept beside. */
import { formOf } from "../forms/index";
import { asideOf, type Fate, type LeftAside, type Rejected } from "./adoption";
import type { AdoptedForm, Mapping } from "./old-cells";
import type { RawCell } from "./register";
import { type Language, say } from "./wording";

export type Left = Rejected | LeftAside;

export const isLeft = (fate: Fate): fate is Left => fate.kind === "rejected" || fate.kind === "setAside";

export interface LeftRow {
  /** The sheet's row number, 1-based. */
  readonly row: number;
  readonly says: string;
  readonly remedy: string;
  /** As they stand in the old file. */
  readonly cells: readonly RawCell[];
}

/** Rows of one table, whose columns are their own. */
export interface LeftTable {
  readonly sheet: string;
  readonly headers: readonly RawCell[];
  /** Columns whose numbers are days, or moments. */
  readonly days: readonly { readonly column: number; readonly kind: "day" | "moment" }[];
  readonly rows: readonly LeftRow[];
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
  };
};

const daysOf = (form: AdoptedForm, mapping: Mapping): LeftTable["days"] =>
  mapping.flatMap((use, column) => {
    const kind = use.use === "blank" ? formOf(form).fields[use.key]?.kind : undefined;
    return kind === "day" || kind === "moment" ? [{ column, kind }] : [];
  });

/** Every row of a table that was not taken, in the sheet's order. */
export const leftTable = (
  table: {
    readonly sheet: string;
    readonly headers: readonly RawCell[];
    readonly form: AdoptedForm;
    readonly mapping: Mapping;
  },
  fates: readonly Fate[],
  language: Language,
): LeftTable => ({
  sheet: table.sheet,
  headers: table.headers,
  days: daysOf(table.form, table.mapping),
  rows: fates.filter(isLeft).map((fate) => leftRowOf(fate, language)),
});

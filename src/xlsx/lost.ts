/** What a file has that a `Book` has no word for. */
export type LostKind =
  | "pictures"
  | "shapes"
  | "charts"
  | "chartDetails"
  | "comments"
  | "commentLooks"
  | "pivotTables"
  | "slicers"
  | "sparklines"
  | "embedded"
  | "controls"
  | "macros"
  | "chartSheets"
  | "externalFiles"
  | "queries"
  | "webLinks"
  | "filters"
  | "tables"
  | "totalsRows"
  | "highlights"
  | "validations"
  | "arrayFormulas"
  | "richText"
  | "borders"
  | "fills"
  | "fonts"
  | "alignment"
  | "outlines"
  | "passwords"
  | "permissions"
  | "paper"
  | "printDetails"
  | "names"
  | "sheetNames"
  | "longTexts";

/** So many of a kind, all of a sheet or of the whole workbook. */
export interface Lost {
  readonly kind: LostKind;
  /** Absent: the workbook's. */
  readonly sheet?: string;
  readonly count: number;
}

export interface LostNotes {
  /** `count` more of a kind; of the workbook where there is no sheet. Nothing for 0. */
  note(kind: LostKind, sheet?: string, count?: number): void;
  all(): readonly Lost[];
}

export const createLostNotes = (): LostNotes => {
  const notes = new Map<string, { kind: LostKind; sheet?: string; count: number }>();
  return {
    note: (kind, sheet, count = 1) => {
      if (count === 0) return;
      const key = `${kind}\n${sheet ?? ""}`;
      const known = notes.get(key);
      if (known) known.count += count;
      else notes.set(key, { kind, ...(sheet === undefined ? {} : { sheet }), count });
    },
    all: () => [...notes.values()],
  };
};

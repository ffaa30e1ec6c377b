/** The cells of a row by the blanks they go to. */
import type { Field } from "../../form/field";
import { isEmptyCell } from "../read-answer";
import type { RawCell } from "../register";
import type { Mapping, OldRow } from "./old-cells";
import type { Column } from "./old-phones";
import type { Leads } from "./old-units";
import { seenDay } from "./seen-cell";

export interface OldColumns {
  readonly headers: readonly RawCell[];
  /** By column: its blank; nothing for the others. */
  readonly keys: readonly (string | undefined)[];
  /** By column: the users' own column it becomes. */
  readonly own: readonly (string | undefined)[];
  /** Own columns whose numbers are days. */
  readonly ownDays?: ReadonlySet<string>;
  /** What stands before the room of 3-301 in this table. */
  readonly leads?: Leads;
}

interface CellsByKey {
  readonly columns: ReadonlyMap<string, readonly Column[]>;
  /** Formulas without a value. */
  readonly uncomputed: readonly (Column & { readonly key: string })[];
}

/** All non-empty cells of a key: people map two columns to one blank, notes above all. */
export const cellsByKey = (
  source: OldRow,
  headers: readonly RawCell[],
  keys: readonly (string | undefined)[],
  takesNumber: (key: string) => boolean,
): CellsByKey => {
  const found = new Map<string, Column[]>();
  const uncomputed: (Column & { readonly key: string })[] = [];
  // A row may have thousands of days.
  const [isDated, isUncomputed] = [new Set(source.dated), new Set(source.uncomputed)];
  for (const [at, key] of keys.entries()) {
    const cell = source.cells[at] ?? null;
    if (key === undefined || isEmptyCell(cell)) continue;
    const isDay = typeof cell === "number" && isDated.has(at);
    const raw = isDay && !takesNumber(key) ? seenDay(cell) : cell;
    const header = String(headers[at] ?? key);
    const columns = found.get(key);
    if (isUncomputed.has(at)) uncomputed.push({ key, header, raw });
    else if (columns) columns.push({ header, raw });
    else found.set(key, [{ header, raw }]);
  }
  return { columns: found, uncomputed };
};

/** Words take a day as people saw it; these read its number. */
const numeric: ReadonlySet<Field["kind"]> = new Set([
  "day",
  "moment",
  "number",
  "money",
  "area",
  "digits",
  "phone",
  "idCard",
]);

export const takesNumber = (field: Field | undefined): boolean =>
  field !== undefined && numeric.has(field.kind);

export const blankKeys = (mapping: Mapping): readonly (string | undefined)[] =>
  mapping.map((column) => (column.use === "blank" ? column.key : undefined));

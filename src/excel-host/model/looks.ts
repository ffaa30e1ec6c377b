import { type Area, holds } from "../../book/address";
import { common, covers, without } from "./areas";
import type { CellLook, LookEntry, SheetState } from "./workbook";

type Key = keyof CellLook;
export type LookValue<K extends Key> = NonNullable<CellLook[K]> | null;

const keysOf = (look: CellLook): Key[] => Object.keys(look) as Key[];

/** How far back a new look is sought to be joined to: writes in chunks come one below the other. */
const near = 64;

const sameLook = (one: CellLook, other: CellLook): boolean => JSON.stringify(one) === JSON.stringify(other);

const joined = (one: Area, other: Area): Area | undefined => {
  if (one.left === other.left && one.right === other.right && one.bottom + 1 === other.top)
    return { ...one, bottom: other.bottom };
  if (one.top === other.top && one.bottom === other.bottom && one.right + 1 === other.left)
    return { ...one, right: other.right };
  return undefined;
};

/** Without the parts of earlier entries that `look` hides completely. */
const uncovered = (entries: readonly LookEntry[], area: Area, look: CellLook): LookEntry[] => {
  const hidden = new Set<string>(keysOf(look));
  const left: LookEntry[] = [];
  for (const entry of entries) {
    if (!covers(area, entry.area) || !keysOf(entry.look).some((key) => hidden.has(key))) left.push(entry);
    else {
      const rest = Object.fromEntries(Object.entries(entry.look).filter(([key]) => !hidden.has(key)));
      if (Object.keys(rest).length > 0) left.push({ area: entry.area, look: rest });
    }
  }
  return left;
};

/** Lays a look over an area; what it does not name stays. */
export const applyLook = (sheet: SheetState, area: Area, look: CellLook): void => {
  const keys = keysOf(look);
  if (keys.length === 0) return;
  const entries = uncovered(sheet.looks, area, look);
  for (let at = entries.length - 1; at >= Math.max(0, entries.length - near); at--) {
    const entry = entries[at];
    if (!entry) break;
    const both = joined(entry.area, area);
    if (both && sameLook(entry.look, look)) {
      entries[at] = { area: both, look };
      sheet.looks = entries;
      return;
    }
    // An entry in between that touches the new area would come to lie over it.
    if (common(entry.area, area) && keysOf(entry.look).some((key) => keys.includes(key))) break;
  }
  entries.push({ area, look });
  sheet.looks = entries;
};

/** Takes every look off the area. */
export const clearLooks = (sheet: SheetState, area: Area): void => {
  sheet.looks = sheet.looks.flatMap((entry) =>
    without(entry.area, area).map((piece) => ({ area: piece, look: entry.look })),
  );
};

export const lookAt = (sheet: SheetState, row: number, column: number): CellLook => {
  let look: CellLook = {};
  for (const entry of sheet.looks) if (holds(entry.area, row, column)) look = { ...look, ...entry.look };
  return look;
};

export const lookValueAt = <K extends Key>(
  sheet: SheetState,
  row: number,
  column: number,
  key: K,
): LookValue<K> => {
  for (let at = sheet.looks.length - 1; at >= 0; at--) {
    const entry = sheet.looks[at];
    if (!entry || !holds(entry.area, row, column)) continue;
    const value = entry.look[key];
    if (value !== undefined) return value;
  }
  return null;
};

/**
 * Reads one property over an area, cheaply for many cells.
 * @returns a function of row and column; `null` is Excel's default.
 */
export const lookReader = <K extends Key>(
  sheet: SheetState,
  area: Area,
  key: K,
): ((row: number, column: number) => LookValue<K>) => {
  const relevant = sheet.looks.filter((entry) => entry.look[key] !== undefined && common(entry.area, area));
  if (relevant.length === 0) return () => null;
  const byColumn = relevant.every((entry) => entry.area.top <= area.top && entry.area.bottom >= area.bottom);
  const at = (row: number, column: number): LookValue<K> => {
    for (let index = relevant.length - 1; index >= 0; index--) {
      const entry = relevant[index];
      if (entry && holds(entry.area, row, column)) return entry.look[key] as LookValue<K>;
    }
    return null;
  };
  if (!byColumn) return at;
  const known = new Map<number, LookValue<K>>();
  return (_row, column) => {
    const value = known.get(column);
    if (value !== undefined) return value;
    known.set(column, at(area.top, column));
    return at(area.top, column);
  };
};

const cuts = (from: number, to: number, edges: readonly number[]): readonly number[] =>
  [...new Set([from, ...edges.filter((edge) => edge > from && edge <= to)])].sort(
    (one, other) => one - other,
  );

/** First rows and columns of the stretches within which all looks are the same. */
export const seams = (
  entries: readonly LookEntry[],
  area: Area,
): { readonly rows: readonly number[]; readonly columns: readonly number[] } => ({
  rows: cuts(
    area.top,
    area.bottom,
    entries.flatMap((entry) => [entry.area.top, entry.area.bottom + 1]),
  ),
  columns: cuts(
    area.left,
    area.right,
    entries.flatMap((entry) => [entry.area.left, entry.area.right + 1]),
  ),
});

/** The value all cells of the area share; `undefined` where they differ. `null` is Excel's default. */
export const sharedLook = <K extends Key>(
  sheet: SheetState,
  area: Area,
  key: K,
): LookValue<K> | undefined => {
  const relevant = sheet.looks.filter((entry) => entry.look[key] !== undefined && common(entry.area, area));
  const last = relevant.at(-1);
  if (!last) return null;
  if (covers(last.area, area)) return last.look[key] as LookValue<K>;
  const { rows, columns } = seams(relevant, area);
  const read = lookReader(sheet, area, key);
  let shared: LookValue<K> | undefined;
  for (const row of rows)
    for (const column of columns) {
      const value = read(row, column);
      if (shared === undefined) shared = value;
      else if (JSON.stringify(shared) !== JSON.stringify(value)) return undefined;
    }
  return shared;
};

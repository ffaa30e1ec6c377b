/** Where a site's tables stand in its file, and what stands there, read sheet by sheet as it is asked for. */
import { parseArea } from "../../book/address";
import type { FormKey } from "../../domain/forms/index";
import { scanSheets } from "../../xlsx/read";
import { readHeads } from "../../xlsx/read-heads";
import type { ReadRow, ReadSheetHead, ReadTable } from "../../xlsx/read-types";
import { formOfTable } from "./site-file";

export interface TablePlace {
  /** The sheet's name. */
  readonly sheet: string;
  readonly table: ReadTable;
  /** All of the sheet, itself among them. */
  readonly tables: readonly ReadTable[];
}

export const tablePlaces = async (bytes: Uint8Array): Promise<ReadonlyMap<FormKey, TablePlace>> => {
  const found = new Map<FormKey, TablePlace>();
  for (const { name, tables } of await readHeads(bytes))
    for (const table of tables) {
      const key = formOfTable(table);
      if (key !== undefined) found.set(key, { sheet: name, table, tables });
    }
  return found;
};

const isOf = ({ table }: TablePlace, { tables }: ReadSheetHead): boolean =>
  tables.some(({ name }) => name === table.name);

const wantedOf = ({ sheet }: TablePlace) => ({ wanted: (name: string) => name === sheet });

/** The rows of a small table's sheet. */
export const rowsAt = async (bytes: Uint8Array, place: TablePlace): Promise<readonly ReadRow[]> => {
  const rows: ReadRow[] = [];
  await scanSheets(bytes, wantedOf(place), (head, row) => {
    if (isOf(place, head)) rows.push(row);
  });
  return rows;
};

/** The first column right of a table in which something stands on its sheet; no row of which is kept. */
export const filledBeside = async (bytes: Uint8Array, place: TablePlace): Promise<number | undefined> => {
  const right = parseArea(place.table.range)?.right ?? 0;
  let next = Number.POSITIVE_INFINITY;
  await scanSheets(
    bytes,
    wantedOf(place),
    () => undefined,
    (head) => (_, column) => {
      if (column > right && column < next && isOf(place, head)) next = column;
    },
  );
  return Number.isFinite(next) ? next : undefined;
};

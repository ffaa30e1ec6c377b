/** Changes decided by the domain, written into a site's file in place; everything else in it stays as it is. */
import { areaAddress, cellAddress, parseArea } from "../../book/address";
import type { Cell } from "../../book/book";
import { fieldsOf } from "../../domain/form/form";
import { type FormKey, formOf } from "../../domain/forms/index";
import type { Change } from "../../domain/register/change";
import { blankAt, isOwnKey, ownCaption, ownKey } from "../../domain/register/own-column";
import type { Answer, Row } from "../../domain/register/register";
import { type Edit, editBook } from "../../xlsx/edit";
import { readSheets } from "../../xlsx/read";
import type { ReadSheet } from "../../xlsx/read-types";
import { cellOf } from "../plan/cells";
import { ownFormats, ownLike, ownWidth, withoutColumns } from "../plan/own-column";
import { type OwnPlace, WorkbookRefused } from "../port";
import { type TablePlace, tablesOf } from "./site-file";

type Places = ReadonlyMap<FormKey, TablePlace>;

const placeOf = (places: Places, key: FormKey, doing: string): TablePlace => {
  const place = places.get(key);
  if (place === undefined) throw new WorkbookRefused("tableMissing", doing, formOf(key).sheet);
  return place;
};

const contentOf = (key: FormKey, field: string, answer: Answer): Cell => {
  const definition = blankAt(formOf(key), field);
  return definition === undefined ? answer : cellOf(definition, answer);
};

/** A row in the order of the table's own columns; what the row does not say is left to the column's formula. */
const lineOf = (key: FormKey, place: TablePlace, row: Row): readonly (Cell | undefined)[] => {
  const byCaption = new Map(fieldsOf(formOf(key)).map(([field, { caption }]) => [caption, field]));
  return place.table.columns.map((caption) => {
    const field = byCaption.get(caption) ?? ownKey(caption);
    const answer = row[field];
    return answer === undefined ? undefined : contentOf(key, field, answer);
  });
};

const refuseLostColumns = (key: FormKey, { table }: TablePlace, row: Row, doing: string): void => {
  for (const [field, { caption }] of fieldsOf(formOf(key)))
    if (row[field] !== undefined && !table.columns.includes(caption))
      throw new WorkbookRefused("columnMissing", doing, `${formOf(key).sheet}：${caption}`);
  for (const field in row)
    if (isOwnKey(field) && !table.columns.includes(ownCaption(field)))
      throw new WorkbookRefused("columnMissing", doing, `${formOf(key).sheet}：${ownCaption(field)}`);
};

const setEdit = (change: Change & { kind: "set" }, places: Places, doing: string): Edit => {
  const place = placeOf(places, change.form, doing);
  const area = parseArea(place.table.range);
  const caption = blankAt(formOf(change.form), change.key)?.caption ?? "";
  const column = place.table.columns.indexOf(caption);
  if (area === undefined || column < 0)
    throw new WorkbookRefused("columnMissing", doing, `${place.sheet.name}：${caption}`);
  return {
    kind: "set",
    sheet: place.sheet.name,
    cells: [
      {
        at: cellAddress(change.row - 1, area.left + column),
        content: change.value === null ? null : contentOf(change.form, change.key, change.value),
      },
    ],
  };
};

/** Counters have a row a prefix: the ones there are raised, the new ones appended. */
const counterEdits = (
  counters: ReadonlyMap<string, number>,
  places: Places,
  doing: string,
): readonly Edit[] => {
  const place = placeOf(places, "counters", doing);
  const area = parseArea(place.table.range);
  if (area === undefined) throw new WorkbookRefused("tableMissing", doing, formOf("counters").sheet);
  const { prefix, highest } = formOf("counters").fields;
  const columns = place.table.columns;
  const [prefixAt, highestAt] = [prefix, highest].map((field) => columns.indexOf(field?.caption ?? ""));
  if (prefixAt === undefined || highestAt === undefined || prefixAt < 0 || highestAt < 0)
    throw new WorkbookRefused("columnMissing", doing, formOf("counters").sheet);
  const left = new Map(counters);
  const cells: { at: string; content: Cell }[] = [];
  for (const row of place.sheet.rows) {
    if (row.row <= area.top || row.row > area.bottom) continue;
    const at = (column: number) => row.cells.find((cell) => cell.column === area.left + column)?.value;
    const name = at(prefixAt);
    const wanted = typeof name === "string" ? left.get(name) : undefined;
    if (typeof name !== "string" || wanted === undefined) continue;
    left.delete(name);
    const now = at(highestAt);
    if (typeof now === "number" && now >= wanted) continue;
    cells.push({ at: cellAddress(row.row, area.left + highestAt), content: wanted });
  }
  const fresh = [...left].map(([name, n]) => lineOf("counters", place, { prefix: name, highest: n }));
  return [
    ...(cells.length > 0 ? [{ kind: "set", sheet: place.sheet.name, cells } as const] : []),
    ...(fresh.length > 0 ? [{ kind: "append", table: place.table.name, rows: fresh } as const] : []),
  ];
};

interface Widened {
  readonly places: Places;
  readonly edits: readonly Edit[];
  readonly noRoom: readonly OwnPlace[];
}

/** Columns that are made, where nothing stands beside their table. */
const widened = (before: Places, changes: readonly Change[], doing: string): Widened => {
  const places = new Map(before);
  const edits: Edit[] = [];
  const noRoom: OwnPlace[] = [];
  for (const change of changes) {
    if (change.kind !== "ownColumn") continue;
    const { form, caption, holds } = change;
    const place = placeOf(places, form, doing);
    const { sheet, table } = place;
    const area = parseArea(table.range);
    if (area === undefined) throw new WorkbookRefused("tableMissing", doing, sheet.name);
    if (table.columns.some((each) => each.toLowerCase() === caption.toLowerCase())) continue;
    if (!hasRoom(sheet, area.right)) {
      noRoom.push({ form, caption });
      continue;
    }
    edits.push({
      kind: "addColumn",
      table: table.name,
      caption,
      like: Math.max(0, table.columns.indexOf(formOf(form).fields[ownLike(formOf(form))]?.caption ?? "")),
      numberFormat: ownFormats[holds],
      width: ownWidth,
    });
    const range = areaAddress({ ...area, right: area.right + 1 });
    places.set(form, { sheet, table: { ...table, range, columns: [...table.columns, caption] } });
  }
  return { places, edits, noRoom };
};

/** Nothing in the next column, and one more empty before the next table. */
const hasRoom = ({ rows, tables }: ReadSheet, right: number): boolean =>
  !rows.some(({ cells }) => cells.some(({ column }) => column === right + 1)) &&
  !tables.some(({ range }) => {
    const left = parseArea(range)?.left ?? 0;
    return left > right && left <= right + 2;
  });

/**
 * Writes changes into a site's file.
 * @param doing what is being done, in Chinese, for the refusal: "收编"
 * @param saved the moment, "2026-11-22T08:30:00Z": head office takes the newer of two files (R19)
 * @param tellNoRoom hears of columns that were left out with all their cells: something stands beside their table
 * @throws WorkbookRefused where a table or column is gone; XlsxRefused where the file cannot be edited.
 */
export const changeSiteFile = async (
  bytes: Uint8Array,
  changes: readonly Change[],
  doing: string,
  saved?: string,
  tellNoRoom: (noRoom: readonly OwnPlace[]) => void = () => undefined,
): Promise<Uint8Array> => {
  const { places, edits: columns, noRoom } = widened(tablesOf(await readSheets(bytes)), changes, doing);
  if (noRoom.length > 0) tellNoRoom(noRoom);
  const edits: Edit[] = [...columns];
  const counters = new Map<string, number>();
  const appended = new Map<FormKey, (readonly (Cell | undefined)[])[]>();
  for (const change of withoutColumns(changes, noRoom)) {
    if (change.kind === "set") edits.push(setEdit(change, places, doing));
    else if (change.kind === "counter")
      counters.set(change.prefix, Math.max(change.highest, counters.get(change.prefix) ?? 0));
    else {
      const place = placeOf(places, change.form, doing);
      refuseLostColumns(change.form, place, change.row, doing);
      const lines = appended.get(change.form) ?? [];
      lines.push(lineOf(change.form, place, change.row));
      appended.set(change.form, lines);
    }
  }
  for (const [key, rows] of appended)
    edits.push({ kind: "append", table: placeOf(places, key, doing).table.name, rows });
  if (counters.size > 0) edits.push(...counterEdits(counters, places, doing));
  return editBook(bytes, edits, {}, saved);
};

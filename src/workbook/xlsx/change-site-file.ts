/** Changes decided by the domain, written into a site's file in place; everything else in it stays as it is. */
import { areaAddress, cellAddress, parseArea } from "../../book/address";
import { type Cell, lastColumn } from "../../book/book";
import { fieldsOf } from "../../domain/form/form";
import { type FormKey, formOf } from "../../domain/forms/index";
import type { Change } from "../../domain/register/change";
import { blankAt, isOwnKey, ownCaption, type OwnColumn, ownKey } from "../../domain/register/own-column";
import type { Answer, Row } from "../../domain/register/register";
import { type Edit, editBook } from "../../xlsx/edit";
import { cellOf } from "../plan/cells";
import { ownFormats, ownLike, ownWidth, withoutColumns } from "../plan/own-column";
import { type OwnPlace, WorkbookRefused } from "../port";
import { filledBeside, rowsAt, type TablePlace, tablePlaces } from "./table-places";

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

/** Where a row's cells go in a table: its columns by field, from 0. */
type Columns = ReadonlyMap<string, number>;

const columnsOf = (key: FormKey, { table }: TablePlace): Columns => {
  const byCaption = new Map(fieldsOf(formOf(key)).map(([field, { caption }]) => [caption, field]));
  return new Map(table.columns.map((caption, at) => [byCaption.get(caption) ?? ownKey(caption), at]));
};

/**
 * A row in the order of the table's own columns; what the row does not say is left to the column's formula, and has no
 * place in the array: of thousands of own columns a row fills a few.
 */
const lineOf = (key: FormKey, columns: Columns, row: Row): readonly (Cell | undefined)[] => {
  const line: (Cell | undefined)[] = [];
  for (const [field, answer] of Object.entries(row)) {
    const at = columns.get(field);
    if (at !== undefined) line[at] = contentOf(key, field, answer);
  }
  return line;
};

/** Fields that nobody knows any more are no column's. */
const refuseLostColumns = (key: FormKey, columns: Columns, row: Row, doing: string): void => {
  for (const field in row) {
    if (row[field] === undefined || columns.has(field)) continue;
    const caption = isOwnKey(field) ? ownCaption(field) : formOf(key).fields[field]?.caption;
    if (caption !== undefined)
      throw new WorkbookRefused("columnMissing", doing, `${formOf(key).sheet}：${caption}`);
  }
};

const setEdit = (change: Change & { kind: "set" }, places: Places, doing: string): Edit => {
  const place = placeOf(places, change.form, doing);
  const area = parseArea(place.table.range);
  const caption = blankAt(formOf(change.form), change.key)?.caption ?? "";
  const column = place.table.columns.indexOf(caption);
  if (area === undefined || column < 0)
    throw new WorkbookRefused("columnMissing", doing, `${place.sheet}：${caption}`);
  return {
    kind: "set",
    sheet: place.sheet,
    cells: [
      {
        at: cellAddress(change.row - 1, area.left + column),
        content: change.value === null ? null : contentOf(change.form, change.key, change.value),
      },
    ],
  };
};

/** Counters have a row a prefix: the ones there are raised, the new ones appended. */
const counterEdits = async (
  bytes: Uint8Array,
  counters: ReadonlyMap<string, number>,
  places: Places,
  doing: string,
): Promise<readonly Edit[]> => {
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
  for (const row of await rowsAt(bytes, place)) {
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
  const fresh = [...left].map(([name, n]) =>
    lineOf("counters", columnsOf("counters", place), { prefix: name, highest: n }),
  );
  return [
    ...(cells.length > 0 ? [{ kind: "set", sheet: place.sheet, cells } as const] : []),
    ...(fresh.length > 0 ? [{ kind: "append", table: place.table.name, rows: fresh } as const] : []),
  ];
};

interface Widened {
  readonly places: Places;
  readonly edits: readonly Edit[];
  readonly noRoom: readonly OwnPlace[];
}

/** Columns that are made, where nothing stands beside their table. */
const widened = async (
  bytes: Uint8Array,
  before: Places,
  changes: readonly Change[],
  doing: string,
): Promise<Widened> => {
  const places = new Map(before);
  const edits: Edit[] = [];
  const noRoom: OwnPlace[] = [];
  const wanted = new Map<FormKey, OwnColumn[]>();
  for (const change of changes) {
    if (change.kind !== "ownColumn") continue;
    const columns = wanted.get(change.form) ?? [];
    columns.push(change);
    wanted.set(change.form, columns);
  }
  for (const [form, columns] of wanted) {
    const place = placeOf(places, form, doing);
    const { table } = place;
    const area = parseArea(table.range);
    if (area === undefined) throw new WorkbookRefused("tableMissing", doing, place.sheet);
    const there = new Set(table.columns.map((each) => each.toLowerCase()));
    const missing = columns.filter(({ caption }) => {
      const isNew = !there.has(caption.toLowerCase());
      there.add(caption.toLowerCase());
      return isNew;
    });
    if (missing.length === 0) continue;
    const free = roomBeside(place, area.right, await filledBeside(bytes, place));
    noRoom.push(...missing.slice(free).map(({ caption }) => ({ form, caption })));
    const made = missing.slice(0, free);
    if (made.length === 0) continue;
    const like = Math.max(
      0,
      table.columns.indexOf(formOf(form).fields[ownLike(formOf(form))]?.caption ?? ""),
    );
    edits.push({
      kind: "addColumns",
      table: table.name,
      columns: made.map(({ caption, holds }) => ({
        caption,
        like,
        numberFormat: ownFormats[holds],
        width: ownWidth,
      })),
    });
    const captions = [...table.columns, ...made.map(({ caption }) => caption)];
    const range = areaAddress({ ...area, right: area.right + made.length });
    places.set(form, { ...place, table: { ...table, range, columns: captions } });
  }
  return { places, edits, noRoom };
};

/** How many columns right of a table nothing stands in, one more empty before the next table; Excel has so many. */
const roomBeside = ({ tables }: TablePlace, right: number, next = lastColumn): number => {
  let free = next - right - 1;
  for (const { range } of tables) {
    const left = parseArea(range)?.left ?? 0;
    if (left > right) free = Math.min(free, left - right - 2);
  }
  return Math.max(0, free);
};

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
  const { places, edits: columns, noRoom } = await widened(bytes, await tablePlaces(bytes), changes, doing);
  if (noRoom.length > 0) tellNoRoom(noRoom);
  const edits: Edit[] = [...columns];
  const counters = new Map<string, number>();
  const columnsIn = new Map<FormKey, Columns>();
  const appended = new Map<FormKey, (readonly (Cell | undefined)[])[]>();
  for (const change of withoutColumns(changes, noRoom)) {
    if (change.kind === "set") edits.push(setEdit(change, places, doing));
    else if (change.kind === "counter")
      counters.set(change.prefix, Math.max(change.highest, counters.get(change.prefix) ?? 0));
    else {
      const place = placeOf(places, change.form, doing);
      const columns = columnsIn.get(change.form) ?? columnsOf(change.form, place);
      columnsIn.set(change.form, columns);
      refuseLostColumns(change.form, columns, change.row, doing);
      const lines = appended.get(change.form) ?? [];
      lines.push(lineOf(change.form, columns, change.row));
      appended.set(change.form, lines);
    }
  }
  for (const [key, rows] of appended)
    edits.push({ kind: "append", table: placeOf(places, key, doing).table.name, rows });
  if (counters.size > 0) edits.push(...(await counterEdits(bytes, counters, places, doing)));
  return editBook(bytes, edits, {}, saved);
};

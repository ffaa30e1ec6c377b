/** Rows put into a planned workbook before it is written: festivals, and the sample. */
import { areaAddress, parseArea } from "../../book/address";
import type { Block, Book, Cell, Sheet, Table } from "../../book/book";
import { fieldsOf } from "../../domain/form/form";
import { type FormKey, formKeys, formOf } from "../../domain/forms/index";
import type { Change } from "../../domain/register/change";
import type { Row } from "../../domain/register/register";
import { cellOf } from "./cells";

const isEmpty = (cell: Cell): boolean => cell === null || (typeof cell === "object" && "formula" in cell);

const lineOf = (key: FormKey, table: Table, row: Row): readonly Cell[] => {
  const fields = new Map(fieldsOf(formOf(key)).map(([field, blank]) => [blank.caption, { field, blank }]));
  return table.columns.map(({ name, formula }): Cell => {
    if (formula !== undefined) return { formula };
    const found = fields.get(name);
    const answer = found && row[found.field];
    return found && answer !== undefined ? cellOf(found.blank, answer) : null;
  });
};

interface Filled {
  readonly table: Table;
  readonly block: Block;
}

/** The block that ends with the table's last row gets the new rows; the table's blank row is filled first. */
const grown = (key: FormKey, table: Table, block: Block, rows: readonly Row[]): Filled => {
  const area = parseArea(table.range);
  const at = parseArea(block.at);
  if (!area || !at) throw new RangeError(`${table.name}: ${table.range}, ${block.at}`);
  const last = block.rows.at(-1) ?? [];
  const kept = last.every(isEmpty) ? block.rows.slice(0, -1) : block.rows;
  const before = new Array<Cell>(area.left - at.left).fill(null);
  const all = [...kept, ...rows.map((row) => [...before, ...lineOf(key, table, row)])];
  const bottom = at.top + all.length - 1;
  return {
    table: { ...table, range: areaAddress({ ...area, bottom }) },
    block: { at: block.at, rows: all },
  };
};

const endsWith = (block: Block, table: Table): boolean => {
  const at = parseArea(block.at);
  const area = parseArea(table.range);
  return (
    at !== undefined &&
    area !== undefined &&
    at.top + block.rows.length - 1 === area.bottom &&
    at.left <= area.left &&
    at.left + (block.rows[0]?.length ?? 0) - 1 >= area.right
  );
};

const fillSheet = (sheet: Sheet, rows: ReadonlyMap<FormKey, readonly Row[]>): Sheet =>
  formKeys.reduce((filled, key) => {
    const table = filled.tables.find(({ name }) => name === formOf(key).table);
    const added = rows.get(key) ?? [];
    if (table === undefined || added.length === 0) return filled;
    const block = filled.blocks.find((each) => endsWith(each, table));
    if (block === undefined) throw new RangeError(`no block ends with ${table.name} at ${table.range}`);
    const next = grown(key, table, block, added);
    return {
      ...filled,
      tables: filled.tables.map((each) => (each === table ? next.table : each)),
      blocks: filled.blocks.map((each) => (each === block ? next.block : each)),
    };
  }, sheet);

/** The highest number a prefix has had becomes a row of Counters, one a prefix. */
const counterRows = (changes: readonly Change[]): readonly Row[] => {
  const highest = new Map<string, number>();
  for (const change of changes)
    if (change.kind === "counter")
      highest.set(change.prefix, Math.max(change.highest, highest.get(change.prefix) ?? 0));
  return [...highest].map(([prefix, number]) => ({ prefix, highest: number }));
};

type Setting = Extract<Change, { readonly kind: "set" }>;

/** The sheet with one cell anew. @throws RangeError where its table has no such row or column */
const setCell = (sheet: Sheet, { form, row, key, value }: Setting): Sheet => {
  const table = sheet.tables.find(({ name }) => name === formOf(form).table);
  if (table === undefined) return sheet;
  const area = parseArea(table.range);
  const field = formOf(form).fields[key];
  const column = table.columns.findIndex(({ name }) => name === field?.caption);
  const block = sheet.blocks.find((each) => endsWith(each, table));
  const at = block && parseArea(block.at);
  if (!area || !at || !field || column < 0 || row - 1 <= area.top || row - 1 > area.bottom)
    throw new RangeError(`a fresh book has no ${form} row ${row} ${key}`);
  const put = value === null ? null : cellOf(field, value);
  const rows = block.rows.map((cells, index) =>
    index === row - 1 - at.top
      ? cells.map((cell, place) => (place === area.left - at.left + column ? put : cell))
      : cells,
  );
  return { ...sheet, blocks: sheet.blocks.map((each) => (each === block ? { ...block, rows } : each)) };
};

/**
 * The book with rows appended to its tables and numbers remembered; it must be fresh from the plan.
 * @throws RangeError for a "set" change of a row that is not there: a fresh book has few.
 */
export const fillBook = (book: Book, changes: readonly Change[]): Book => {
  const rows = new Map<FormKey, Row[]>();
  for (const change of changes) {
    if (change.kind === "append") {
      const list = rows.get(change.form);
      if (list) list.push(change.row);
      else rows.set(change.form, [change.row]);
    }
  }
  const counted = counterRows(changes);
  if (counted.length > 0) rows.set("counters", [...(rows.get("counters") ?? []), ...counted]);
  const settings = changes.filter((change) => change.kind === "set");
  return {
    ...book,
    sheets: book.sheets.map((sheet) => settings.reduce(setCell, fillSheet(sheet, rows))),
  };
};

import { type Area, areaAddress, cellAddress, parseArea } from "../book/address";
import { lastColumn, lastRow, type Cell } from "../book/book";
import { withTableColumn } from "./edit-columns";
import { calculatedColumns, recalculated, resizedTable, withoutCalcChain } from "./edit-parts";
import { type EditableSheet, editSheet } from "./edit-sheet";
import { styleLike } from "./edit-styles";
import { shiftFormula } from "./formula-shift";
import { relationsOf, relationsPart, readWorkbookParts, type SheetPart, textPart } from "./package-parts";
import { readTable } from "./read-table";
import { defaultLimits, type ReadLimits } from "./read-types";
import {
  coreContentType,
  corePart,
  coreRelation,
  coreXml,
  resaved,
  withContentType,
  withRelation,
} from "./core-properties";
import { XlsxRefused } from "./refusal";
import { openZip, readPart, type Zip } from "./zip-read";
import { writeZip, type ZipPart } from "./zip-write";

/** A change to a workbook file. Formulas are as Excel shows them, with "=". */
export type Edit =
  | {
      readonly kind: "set";
      readonly sheet: string;
      /** `at` is "B5". A cell keeps its style; a new one takes its row's or column's. */
      readonly cells: readonly { readonly at: string; readonly content: Cell }[];
    }
  | {
      readonly kind: "append";
      readonly table: string;
      /**
       * One value a column of the table, in its order. `undefined`, and `null` in a calculated column, gives the
       * column's formula. Rows go below the last one with a typed value: blank rows at the table's end fill
       * first.
       */
      readonly rows: readonly (readonly (Cell | undefined)[])[];
    }
  | {
      /** One more column at a table's right end; "append" edits after it count with it. */
      readonly kind: "addColumn";
      readonly table: string;
      readonly caption: string;
      /** Which of the table's columns, from 0, it looks like. */
      readonly like: number;
      readonly numberFormat: string;
      /** Characters. */
      readonly width: number;
    };

interface TablePart {
  readonly part: string;
  readonly sheet: SheetPart;
  readonly name: string;
  readonly totalsRow: boolean;
  readonly formulas: ReadonlyMap<number, string>;
  /** Grows while rows are appended. */
  area: Area;
  grown: boolean;
  readonly added: string[];
}

const findTables = async (zip: Zip, sheets: readonly SheetPart[]): Promise<readonly TablePart[]> => {
  const tables: TablePart[] = [];
  for (const sheet of sheets)
    for (const { type, target } of await relationsOf(zip, sheet.part)) {
      if (type !== "table" || !zip.find(target)) continue;
      const xml = await textPart(zip, target);
      const { name, range, totalsRow } = readTable(xml);
      const area = parseArea(range);
      if (area)
        tables.push({
          part: target,
          sheet,
          name,
          totalsRow,
          formulas: calculatedColumns(xml),
          area,
          grown: false,
          added: [],
        });
    }
  return tables;
};

/** Whether a cell has a value or formula, with the changes noted so far. */
const isFilled = (sheet: EditableSheet, row: number, column: number, typedOnly = false): boolean => {
  const change = sheet.change(row, column);
  if (change) return change.content !== null && !(typedOnly && typeof change.content === "object");
  const cell = sheet.row(row)?.cells.find((each) => each.column === column);
  return cell !== undefined && cell.filled && !(typedOnly && cell.formula !== undefined);
};

const columnsOf = ({ left, right }: Area): readonly number[] =>
  Array.from({ length: right - left + 1 }, (_, i) => left + i);

const append = (table: TablePart, sheet: EditableSheet, rows: (Edit & { kind: "append" })["rows"]): void => {
  const { area } = table;
  if (table.totalsRow) throw new XlsxRefused("totals-row", table.name);
  const columns = columnsOf(area);
  let last = area.bottom;
  while (last > area.top && !columns.some((column) => isFilled(sheet, last, column, true))) last--;
  const bottom = Math.max(area.bottom, last + rows.length);
  if (bottom >= lastRow) throw new XlsxRefused("too-large", table.name);
  const added = { ...area, top: area.bottom + 1, bottom };
  if (bottom > area.bottom && sheet.mergedIn(added)) throw new XlsxRefused("occupied", areaAddress(added));
  // LibreOffice saves no formula with the column: the last row has it all the same.
  const formulaFor = (row: number, column: number, place: number): string | undefined => {
    const above = table.formulas.has(place) || last === area.top ? undefined : sheet.formula(last, column);
    return above === undefined ? table.formulas.get(place) : shiftFormula(above, row - last, 0);
  };
  const styles = new Map(sheet.row(area.bottom)?.cells.map((cell) => [cell.column, cell.style]));
  rows.forEach((values, i) => {
    const row = last + 1 + i;
    if (row > area.bottom) {
      if (columns.some((column) => isFilled(sheet, row, column)))
        throw new XlsxRefused("occupied", cellAddress(row, area.left));
      sheet.likeRow(row, area.bottom);
    }
    columns.forEach((column, place) => {
      const formula = formulaFor(row, column, place);
      const value = values[place];
      const calculated = value === undefined || (value === null && formula !== undefined);
      // A blank row inside the table may have its formulas already.
      if (calculated && isFilled(sheet, row, column)) return;
      const content = !calculated ? value : formula === undefined ? null : { formula: `=${formula}` };
      sheet.set(row, column, { content, style: styles.get(column), table: table.name });
    });
  });
  if (bottom > area.bottom) {
    sheet.grow(area, bottom);
    table.area = { ...area, bottom };
    table.grown = true;
  }
};

/** The paper's title, note and band stand above the headers. */
const rowsAbove = 3;

const addColumn = (
  table: TablePart,
  sheet: EditableSheet,
  { caption, like, width }: Edit & { kind: "addColumn" },
  style: number,
): void => {
  const { area } = table;
  const column = area.right + 1;
  if (column >= lastColumn) throw new XlsxRefused("too-large", table.name);
  for (let row = area.top; row <= area.bottom; row++)
    if (isFilled(sheet, row, column)) throw new XlsxRefused("occupied", cellAddress(row, column));
  const fresh = { top: area.top, bottom: area.bottom, left: column, right: column };
  if (sheet.mergedIn(fresh)) throw new XlsxRefused("occupied", areaAddress(fresh));
  sheet.dress({ column, width, style });
  for (let row = Math.max(0, area.top - rowsAbove); row < area.top; row++)
    sheet.set(row, column, { content: null, style: sheet.styleOf(row, area.right) });
  sheet.set(area.top, column, { content: caption, style: sheet.styleOf(area.top, area.left + like) });
  table.area = { ...area, right: column };
  table.grown = true;
  table.added.push(caption);
};

const isCalcChain = (name: string): boolean => name.toLowerCase().endsWith("calcchain.xml");

/**
 * Changes cells and tables of a workbook file and leaves every other part as it is, byte for byte. Formulas are
 * computed by the program that opens it next; until then the file's stored results of other cells may be old.
 * @param saved the moment it is changed, "2026-11-22T08:30:00Z"; without it the file keeps what it says.
 * @throws XlsxRefused where the file is none we read, a sheet or table is not there, or content is in the way.
 */
export const editBook = async (
  bytes: Uint8Array,
  edits: readonly Edit[],
  limits: Partial<ReadLimits> = {},
  saved?: string,
): Promise<Uint8Array> => {
  const all = { ...defaultLimits, ...limits };
  const zip = openZip(bytes, all);
  const parts = await readWorkbookParts(zip, all.sheets);
  const tables = await findTables(zip, parts.sheets);
  const open = new Map<string, EditableSheet>();
  const sheetOf = async ({ part }: SheetPart): Promise<EditableSheet> => {
    const known = open.get(part);
    if (known) return known;
    const entry = zip.find(part);
    if (!entry) throw new XlsxRefused("malformed", `no part ${part}`);
    const sheet = editSheet(await readPart(entry));
    open.set(part, sheet);
    return sheet;
  };
  const tableAt = (sheet: SheetPart, { top, left }: Area): string | undefined =>
    tables.find(
      ({ sheet: own, area }) =>
        own === sheet && top > area.top && top <= area.bottom && left >= area.left && left <= area.right,
    )?.name;

  const stylesPart = (await relationsOf(zip, parts.part)).find(({ type }) => type === "styles")?.target ?? "";
  let styles: string | undefined;
  for (const edit of edits) {
    if (edit.kind === "set") {
      const place = parts.sheets.find(({ name }) => name === edit.sheet);
      if (!place) throw new XlsxRefused("no-such-sheet", edit.sheet);
      const sheet = await sheetOf(place);
      for (const { at, content } of edit.cells) {
        const cell = parseArea(at);
        if (!cell) throw new Error(`no address: ${at}`);
        sheet.set(cell.top, cell.left, { content, table: tableAt(place, cell) });
      }
      continue;
    }
    const table = tables.find(({ name }) => name.toLowerCase() === edit.table.toLowerCase());
    if (!table) throw new XlsxRefused("no-such-table", edit.table);
    const sheet = await sheetOf(table.sheet);
    if (edit.kind === "append") append(table, sheet, edit.rows);
    else {
      const base = sheet.styleOf(table.area.bottom, table.area.left + edit.like);
      const styled = styleLike(
        styles ?? (await textPart(zip, stylesPart)),
        base === undefined ? undefined : Number(base),
        edit.numberFormat,
      );
      styles = styled.xml;
      addColumn(table, sheet, edit, styled.style);
    }
  }

  const encoder = new TextEncoder();
  const changed = new Map<string, readonly Uint8Array[]>();
  const rewrite = async (part: string, change: (text: string) => string): Promise<void> => {
    if (zip.find(part)) changed.set(part.toLowerCase(), [encoder.encode(change(await textPart(zip, part)))]);
  };
  for (const [part, sheet] of open) changed.set(part.toLowerCase(), sheet.pieces());
  for (const { part, grown, area, added } of tables)
    if (grown)
      await rewrite(part, (text) => added.reduce(withTableColumn, resizedTable(text, areaAddress(area))));
  if (styles !== undefined) {
    const text = styles;
    await rewrite(stylesPart, () => text);
  }
  await rewrite(parts.part, recalculated);
  await rewrite(relationsPart(parts.part), withoutCalcChain);
  const core = (await relationsOf(zip, "")).find(({ type }) => type === "core-properties")?.target;
  const hasCore = core !== undefined && zip.find(core) !== undefined;
  const addsCore = saved !== undefined && !hasCore;
  if (saved !== undefined && hasCore) await rewrite(core, (text) => resaved(text, saved));
  if (addsCore) await rewrite(relationsPart(""), (text) => withRelation(text, coreRelation("rIdSaved")));
  await rewrite("[Content_Types].xml", (text) =>
    addsCore ? withContentType(withoutCalcChain(text), coreContentType) : withoutCalcChain(text),
  );
  return writeZip([
    ...zip.entries
      .filter(({ name }) => !isCalcChain(name))
      .map((entry): ZipPart => {
        const pieces = changed.get(entry.name.replace(/^\/+/u, "").toLowerCase());
        return pieces ? { name: entry.name, pieces } : { name: entry.name, raw: entry };
      }),
    ...(addsCore ? [{ name: corePart, pieces: [encoder.encode(coreXml(saved))] }] : []),
  ]);
};

import { type Area, areaAddress, parseArea } from "../book/address";
import type { Cell } from "../book/book";
import { withTableColumns } from "./edit-columns";
import { calculatedColumns, recalculated, resizedTable, withoutCalcChain } from "./edit-parts";
import { type EditableSheet, editSheet } from "./edit-sheet";
import { stylesLike } from "./edit-styles";
import { type AddedColumn, addColumns, append, type RowValues, type TablePart } from "./edit-table";
import {
  partsAt,
  readOnce,
  relationsOf,
  relationsPart,
  readWorkbookParts,
  type SheetPart,
  textPart,
} from "./package-parts";
import { readTable } from "./read-table";
import { defaultLimits, type ReadLimits, type ReadTable } from "./read-types";
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
import { openZip, readPartChunks, type Zip } from "./zip-read";
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
      /** Rows go below the last one with a typed value: blank rows at the table's end fill first. */
      readonly rows: readonly RowValues[];
    }
  | {
      /** More columns at a table's right end, in their order; "append" edits after it count with them. */
      readonly kind: "addColumns";
      readonly table: string;
      readonly columns: readonly AddedColumn[];
    };

const tableAt = readOnce<ReadTable & Pick<TablePart, "formulas">>();

const findTables = async (zip: Zip, sheets: readonly SheetPart[]): Promise<readonly TablePart[]> => {
  const tables: TablePart[] = [];
  for (const sheet of sheets)
    for (const target of partsAt(zip, await relationsOf(zip, sheet.part), "table")) {
      const { name, range, totalsRow, formulas } = await tableAt(zip, target, (xml) => ({
        ...readTable(xml),
        formulas: calculatedColumns(xml),
      }));
      const area = parseArea(range);
      if (area)
        tables.push({
          part: target,
          sheet,
          name,
          totalsRow,
          formulas,
          area,
          grown: false,
          added: [],
        });
    }
  return tables;
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
    const sheet = await editSheet(readPartChunks(entry));
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
      const before = styles ?? (await textPart(zip, stylesPart));
      const like = stylesLike(before);
      addColumns(table, sheet, edit.columns, like.styleOf);
      styles = like.xml();
    }
  }

  const encoder = new TextEncoder();
  const changed = new Map<string, Iterable<Uint8Array>>();
  const rewrite = async (part: string, change: (text: string) => string): Promise<void> => {
    if (zip.find(part)) changed.set(part.toLowerCase(), [encoder.encode(change(await textPart(zip, part)))]);
  };
  for (const [part, sheet] of open) changed.set(part.toLowerCase(), sheet.pieces());
  for (const { part, grown, area, added } of tables)
    if (grown) await rewrite(part, (text) => withTableColumns(resizedTable(text, areaAddress(area)), added));
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

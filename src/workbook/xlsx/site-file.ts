/** A site's workbook as a file: its settings and registers read, and changes written into it in place. */
import { parseArea } from "../../book/address";
import { fieldsOf } from "../../domain/form/form";
import { type FormKey, formKeys, formOf } from "../../domain/forms/index";
import type { RawCell, Register } from "../../domain/register/register";
import type { SiteBook } from "../../domain/register/site";
import { readSheets, valueAt } from "../../xlsx/read";
import type { ReadBook, ReadSheet, ReadTable } from "../../xlsx/read-types";
import { dictionarySheet, settingsSheet, siteFrom } from "../plan/site-sheet";
import { WorkbookRefused } from "../port";
import { matrixOf, rawCell } from "./raw-cells";

export interface TablePlace {
  readonly sheet: ReadSheet;
  readonly table: ReadTable;
}

/** Tables by name, wherever they stand: users may have renamed a sheet. */
export const tablesOf = (book: ReadBook): ReadonlyMap<FormKey, TablePlace> => {
  const named = new Map(
    book.sheets.flatMap((sheet) =>
      sheet.tables.map((table) => [table.name.toLowerCase(), { sheet, table }] as const),
    ),
  );
  return new Map(
    formKeys.flatMap((key) => {
      const place = named.get(formOf(key).table.toLowerCase());
      return place === undefined ? [] : [[key, place] as const];
    }),
  );
};

const registerOf = (key: FormKey, { sheet, table }: TablePlace): Register | undefined => {
  const area = parseArea(table.range);
  if (area === undefined) return undefined;
  const form = formOf(key);
  const fields = fieldsOf(form);
  const firstRow = area.top + (table.headerRow ? 1 : 0);
  const count = area.bottom - (table.totalsRow ? 1 : 0) - firstRow + 1;
  const found = fields.flatMap(([fieldKey, { caption }]) => {
    const at = table.columns.indexOf(caption);
    return at < 0
      ? []
      : [{ key: fieldKey, column: area.left + at, cells: new Array<RawCell>(count).fill(null) }];
  });
  for (const row of sheet.rows) {
    const index = row.row - firstRow;
    if (index < 0 || index >= count) continue;
    for (const { column, cells } of found) cells[index] = rawCell(valueAt(row, column));
  }
  const own = new Set(fields.map(([, { caption }]) => caption));
  return {
    form,
    sheet: sheet.name,
    firstRow: firstRow + 1,
    count,
    columns: new Map(found.map(({ key: fieldKey, cells }) => [fieldKey, cells])),
    missing: fields.flatMap(([, { caption }]) => (table.columns.includes(caption) ? [] : [caption])),
    strangers: table.columns.filter((name) => !own.has(name)),
  };
};

const sheetNamed = (book: ReadBook, name: string): readonly (readonly RawCell[])[] => {
  const sheet = book.sheets.find((each) => each.name === name);
  return sheet === undefined ? [] : matrixOf(sheet);
};

/**
 * Reads every register of a site's workbook.
 * @throws XlsxRefused where the bytes are no workbook we read; WorkbookRefused "notOurs" where it is no 案场簿.
 */
export const readSiteFile = async (bytes: Uint8Array): Promise<SiteBook> =>
  siteBookOf(await readSheets(bytes));

/** @throws WorkbookRefused "notOurs" where the workbook is no 案场簿. */
export const siteBookOf = (book: ReadBook): SiteBook => {
  const places = tablesOf(book);
  if (!places.has("meta") && !places.has("consultants"))
    throw new WorkbookRefused("notOurs", "读取", "工作簿");
  const registers: Partial<Record<FormKey, Register>> = {};
  for (const [key, place] of places) {
    const register = registerOf(key, place);
    if (register) registers[key] = register;
  }
  // The roster's table leads to 设置 whatever the sheet is called now.
  const settings = places.get("consultants")?.sheet.name ?? settingsSheet;
  return {
    site: siteFrom({
      settings: sheetNamed(book, settings),
      dictionary: sheetNamed(book, dictionarySheet),
      registers,
    }),
    registers,
    absent: formKeys.filter((key) => registers[key] === undefined),
  };
};

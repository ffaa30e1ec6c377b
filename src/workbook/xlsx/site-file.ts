/** A site's workbook as a file: its settings and registers, read in one pass over its rows. */
import { parseArea } from "../../book/address";
import { fieldsOf } from "../../domain/form/form";
import { type FormKey, formKeys, formOf, registerKeys } from "../../domain/forms/index";
import { versionIn } from "../../domain/head-office/schema-version";
import { ownKey } from "../../domain/register/own-column";
import type { RawCell, Register } from "../../domain/register/register";
import type { SiteBook } from "../../domain/register/site";
import { type ScannedBook, scanSheets } from "../../xlsx/read";
import type { CellListener } from "../../xlsx/sheet-scan";
import type { ReadBook, ReadOptions, ReadRow, ReadSheetHead, ReadTable } from "../../xlsx/read-types";
import { hqStateSheet } from "../plan/hq-state";
import { schemaVersion } from "../plan/ledger-sheet";
import { dictionarySheet, homeSheet, settingsSheet, siteFrom } from "../plan/site-sheet";
import { isRegister } from "../plan/where-to-look";
import { WorkbookRefused } from "../port";
import { matrixOf, rawCell } from "./raw-cells";

const formTables: ReadonlyMap<string, FormKey> = new Map(
  formKeys.map((key) => [formOf(key).table.toLowerCase(), key]),
);

/** The form a table belongs to, wherever it stands: users may have renamed its sheet. */
export const formOfTable = (table: ReadTable): FormKey | undefined =>
  formTables.get(table.name.toLowerCase());

/** A table's cells by column, filled as the sheet's rows come by: no row of a large register is kept. */
interface Filling {
  readonly key: FormKey;
  /** With what was taken so far. */
  readonly register: () => Register;
  /** Something stands below the table, in its columns. */
  readonly hasBelow: () => boolean;
  readonly take: CellListener;
}

/** Room made for a table's rows beforehand. */
const rowsAhead = 4096;
/** Blank rows at a table's end that are kept: pulled down to row 1,048,576, it is no longer than what it says. */
const blankRows = 1000;

const fillingOf = (key: FormKey, sheet: string, table: ReadTable): Filling | undefined => {
  const area = parseArea(table.range);
  if (area === undefined) return undefined;
  const form = formOf(key);
  const fields = fieldsOf(form);
  const firstRow = area.top + (table.headerRow ? 1 : 0);
  const count = area.bottom - (table.totalsRow ? 1 : 0) - firstRow + 1;
  const columns = new Map<string, RawCell[]>();
  const bySheetColumn: (RawCell[] | undefined)[] = [];
  const addColumn = (fieldKey: string, at: number): void => {
    const cells = new Array<RawCell>(Math.max(0, Math.min(count, rowsAhead))).fill(null);
    columns.set(fieldKey, cells);
    bySheetColumn[area.left + at] = cells;
  };
  for (const [fieldKey, { caption }] of fields) {
    const at = table.columns.indexOf(caption);
    if (at >= 0) addColumn(fieldKey, at);
  }
  const own = new Set(fields.map(([, { caption }]) => caption));
  table.columns.forEach((caption, at) => {
    if (!own.has(caption)) addColumn(ownKey(caption), at);
  });
  let last = -1;
  let below = false;
  return {
    key,
    hasBelow: () => below,
    register: () => {
      const kept = Math.min(count, last + 1 + blankRows);
      for (const cells of columns.values()) {
        while (cells.length < kept) cells.push(null);
        cells.length = Math.max(0, kept);
      }
      return {
        form,
        sheet,
        firstRow: firstRow + 1,
        count: kept,
        columns,
        missing: fields.flatMap(([, { caption }]) => (table.columns.includes(caption) ? [] : [caption])),
        strangers: table.columns.filter((name) => !own.has(name)),
      };
    },
    take: (row, column, value) => {
      const index = row - firstRow;
      const cells = index < 0 ? undefined : bySheetColumn[column];
      if (cells === undefined) return;
      if (index >= count) {
        below ||= value !== "";
        return;
      }
      while (cells.length <= index) cells.push(null);
      cells[index] = rawCell(value);
      if (index > last) last = index;
    },
  };
};

/** What is kept of a sheet: its registers, and its rows where they are settings. */
interface SheetFilling {
  readonly name: string;
  readonly fillings: readonly Filling[];
  readonly rows: ReadRow[] | undefined;
}

const sheetFillingOf = ({ name, tables }: ReadSheetHead): SheetFilling => {
  const fillings = tables.flatMap((table) => {
    const key = formOfTable(table);
    const filling = key === undefined ? undefined : fillingOf(key, name, table);
    return filling === undefined ? [] : [filling];
  });
  const isSettings =
    name === settingsSheet || name === dictionarySheet || fillings.some(({ key }) => key === "consultants");
  return { name, fillings, rows: isSettings ? [] : undefined };
};

const take = ({ fillings, rows }: SheetFilling, row: ReadRow): void => {
  for (const { take: fill } of fillings)
    for (const { column, value } of row.cells) if (value !== null) fill(row.row, column, value);
  rows?.push(row);
};

/** Of a sheet whose rows nobody keeps. */
const cellsInto = ({ fillings, rows }: SheetFilling): CellListener | undefined => {
  if (rows !== undefined) return undefined;
  const [only, ...others] = fillings;
  if (only !== undefined && others.length === 0) return only.take;
  return (row, column, value) => {
    for (const filling of fillings) filling.take(row, column, value);
  };
};

const rowsNamed = (sheets: readonly SheetFilling[], name: string): readonly (readonly RawCell[])[] =>
  matrixOf({ rows: sheets.find((each) => each.name === name)?.rows ?? [] });

/** Neither of the tables that every site's workbook has. @param names of its sheets */
export const notASites = (names: readonly string[], doing: string): WorkbookRefused =>
  new WorkbookRefused(names.includes(hqStateSheet) ? "headOffices" : "notOurs", doing, "工作簿");

/** @throws WorkbookRefused "notOurs", "headOffices" */
const siteBookFrom = (sheets: readonly SheetFilling[]): SiteBook => {
  const registers: Partial<Record<FormKey, Register>> = {};
  for (const { fillings } of sheets) for (const { key, register } of fillings) registers[key] = register();
  if (registers.meta === undefined && registers.consultants === undefined)
    throw notASites(
      sheets.map(({ name }) => name),
      "读取",
    );
  // The roster's table leads to 设置 whatever the sheet is called now.
  const settings = registers.consultants?.sheet ?? settingsSheet;
  return {
    site: siteFrom({
      settings: rowsNamed(sheets, settings),
      dictionary: rowsNamed(sheets, dictionarySheet),
      registers,
    }),
    registers,
    absent: formKeys.filter((key) => registers[key] === undefined),
  };
};

export interface ScannedSite {
  readonly book: SiteBook;
  readonly scanned: ScannedBook;
  /** Rows may stand in the file that no register holds: below a table, or where a lost one stood. */
  readonly mayLeaveOut: boolean;
}

const noRegisters: ReadonlySet<string> = new Set([homeSheet, dictionarySheet, settingsSheet]);

const mayLeaveOut = ({ absent }: SiteBook, sheets: readonly SheetFilling[]): boolean => {
  const lost = registerKeys.filter((key) => absent.includes(key));
  const homes = new Set(lost.map((key) => formOf(key).sheet));
  return sheets.some(
    ({ name, fillings }) =>
      // Below the small tables stand notes of the plan's own.
      fillings.some(({ key, hasBelow }) => isRegister({ key }) && hasBelow()) ||
      homes.has(name) ||
      (lost.length > 0 && fillings.length === 0 && !noRegisters.has(name)),
  );
};

/**
 * `readSiteFile` for those who need more of the file than its values.
 * @param also hears of every row, in the file's order; days and moments are serials.
 */
export const scanSiteFile = async (
  bytes: Uint8Array,
  options: Pick<ReadOptions, "formulas" | "rules">,
  also?: (head: ReadSheetHead, row: ReadRow, at: number) => void,
): Promise<ScannedSite> => {
  const found: SheetFilling[] = [];
  const fillingAt = (head: ReadSheetHead, at: number): SheetFilling => (found[at] ??= sheetFillingOf(head));
  const scanned = await scanSheets(
    bytes,
    { ...options, serials: true },
    (head, row, at) => {
      take(fillingAt(head, at), row);
      also?.(head, row, at);
    },
    also === undefined ? (head, at) => cellsInto(fillingAt(head, at)) : undefined,
  );
  const sheets = scanned.sheets.map((sheet, at) => fillingAt(sheet, at));
  const book = siteBookFrom(sheets);
  return { scanned, book, mayLeaveOut: mayLeaveOut(book, sheets) };
};

/**
 * Reads every register of a site's workbook.
 * @throws XlsxRefused where the bytes are no workbook we read; WorkbookRefused "notOurs", "headOffices" where it is no
 * 案场簿, "newerVersion" where a newer program made it: it may say what is not understood here.
 */
export const readSite = async (bytes: Uint8Array): Promise<Omit<ScannedSite, "scanned">> => {
  const { book, mayLeaveOut } = await scanSiteFile(bytes, {});
  const version = versionIn(book) ?? 1;
  if (version > schemaVersion) throw new WorkbookRefused("newerVersion", "读取", `版本 ${version}`);
  return { book, mayLeaveOut };
};

/** The registers alone. @throws as `readSite` */
export const readSiteFile = async (bytes: Uint8Array): Promise<SiteBook> => (await readSite(bytes)).book;

/** @throws WorkbookRefused "notOurs", "headOffices" where the workbook is no 案场簿. */
export const siteBookOf = (book: ReadBook): SiteBook =>
  siteBookFrom(
    book.sheets.map((sheet) => {
      const filling = sheetFillingOf(sheet);
      for (const row of sheet.rows) take(filling, row);
      return filling;
    }),
  );

/** R14: what stands of a workbook's structure, from a file or from a `Book`, as an open workbook tells it. */
import { parseArea } from "../../book/address";
import type { Book, DefinedName } from "../../book/book";
import type { FormKey } from "../../domain/forms/index";
import type { RawCell } from "../../domain/register/register";
import type { Inspected, TableSeen } from "../plan/inspected";
import { metaKeys } from "../plan/ledger-sheet";
import { lineAnswer } from "../plan/setting-line";
import { dictionarySheet, homeSheet, trimmed } from "../plan/site-sheet";
import { candidateSheets, mostChoices, renamedDictionary, rowsLooked } from "../plan/where-to-look";
import {
  formOfTable,
  inspectTable,
  ruleAt,
  type SheetRules,
  type TableInspector,
  type TableSaid,
} from "./inspect-sheet";

/** Told of a sheet's cells in order, row by row. */
export type SheetInspector = Pick<TableInspector, "cell" | "endRow">;

export interface WorkbookInspector {
  /** @param at the sheet's place, from 0. */
  sheet(at: number, name: string, tables: readonly TableSaid[]): SheetInspector;
  /** @param rulesOf by the sheet's place. */
  inspected(rulesOf: (at: number) => SheetRules, names: readonly DefinedName[]): Inspected;
}

interface Gathered {
  readonly name: string;
  readonly said: readonly TableSaid[];
  readonly tables: readonly { readonly key: FormKey; readonly inspector: TableInspector }[];
  /** From A1, as far down as anybody looks. */
  readonly top: RawCell[][];
  /** The same with formulas as they are written; kept only of 设置 and 首页. */
  readonly written: RawCell[][] | undefined;
  bottom: number;
}

const putAt = (rows: RawCell[][], row: number, column: number, value: RawCell): void => {
  while (rows.length <= row) rows.push([]);
  const line = rows[row] ?? [];
  while (line.length < column) line.push(null);
  line[column] = value;
};

export const createInspector = (): WorkbookInspector => {
  const sheets: Gathered[] = [];

  /** Records of a small table by its columns' places, as far down as anybody looks: it may be pulled to the last row. */
  const records = (table: TableSeen | undefined, caption: string): readonly RawCell[] | undefined => {
    const at = table?.headers.indexOf(caption) ?? -1;
    const sheet = sheets.find(({ name }) => name === table?.sheet);
    if (table === undefined || sheet === undefined || at < 0) return undefined;
    return Array.from(
      { length: Math.min(table.count, Math.max(0, mostChoices - table.headerRow - 1)) },
      (_, row) => sheet.top[table.headerRow + 1 + row]?.[table.left + at] ?? null,
    );
  };

  return {
    sheet: (at, name, said) => {
      const tables = said.flatMap((table) => {
        const key = formOfTable(table.name);
        return key === undefined ? [] : [{ key, inspector: inspectTable(name, key, table) }];
      });
      const isWritten = name === homeSheet || tables.some(({ key }) => key === "settingLines");
      const gathered: Gathered = {
        name,
        said,
        tables,
        top: [],
        written: isWritten ? [] : undefined,
        bottom: -1,
      };
      sheets[at] = gathered;
      return {
        cell: (row, column, value, formula) => {
          for (const { inspector } of tables) inspector.cell(row, column, value, formula);
          if (formula === undefined && (value === null || value === "")) return;
          gathered.bottom = Math.max(gathered.bottom, row);
          if (row >= mostChoices) return;
          putAt(gathered.top, row, column, value);
          if (gathered.written !== undefined) putAt(gathered.written, row, column, formula ?? value);
        },
        endRow: (row) => {
          for (const { inspector } of tables) inspector.endRow(row);
        },
      };
    },
    inspected: (rulesOf, names) => {
      const tables = new Map<FormKey, TableSeen>();
      sheets.forEach((sheet, at) => {
        for (const { key, inspector } of sheet.tables) tables.set(key, inspector.seen(rulesOf(at)));
      });
      const meta = tables.get("meta");
      const line = records(meta, meta?.headers[0] ?? "")?.findIndex(
        (cell) => trimmed(cell) === metaKeys.version,
      );
      const version = Number(records(meta, meta?.headers[1] ?? "")?.[line ?? -1] ?? 0) || 0;
      const lines = records(tables.get("settingLines"), "设置项");
      const seen = {
        version,
        sheets: sheets.map(({ name }, position) => ({ name, position })),
        tables,
        names: new Map(names.map(({ name, refersTo }) => [name, refersTo])),
        lines: lines?.map(trimmed),
      };
      const called = sheets.some(({ name }) => name === dictionarySheet)
        ? dictionarySheet
        : renamedDictionary(seen);
      const dictionary = sheets.find(({ name }) => name === called);
      const settings = sheets.find(({ name }) => name === tables.get("settingLines")?.sheet);
      const own = tables.get("settingLines");
      const answer = own?.headers.indexOf(lineAnswer) ?? -1;
      const { validations } = rulesOf(sheets.findIndex(({ name }) => name === own?.sheet));
      return {
        ...seen,
        lineRules:
          own && answer >= 0
            ? seen.lines?.map((_, at) => ruleAt(validations, own.headerRow + 1 + at, own.left + answer))
            : undefined,
        settings: settings?.written && { sheet: settings.name, cells: settings.written },
        home: sheets.find(({ name }) => name === homeSheet)?.written,
        dictionary: dictionary && { sheet: dictionary.name, cells: dictionary.top },
        candidates: candidateSheets(seen).flatMap((name) => {
          const sheet = sheets.find((each) => each.name === name);
          if (sheet === undefined) return [];
          const { top, bottom, said } = sheet;
          return [
            {
              sheet: name,
              rows: top.slice(0, rowsLooked),
              bottom,
              tables: said.map((each) => ({ name: each.name, ...each.area })),
            },
          ];
        }),
      };
    },
  };
};

const feed = ({ blocks }: Book["sheets"][number], inspector: SheetInspector): void => {
  const placed = blocks
    .flatMap(({ at, rows }) => {
      const area = parseArea(at);
      return area ? [{ top: area.top, left: area.left, rows }] : [];
    })
    .sort((a, b) => a.top - b.top || a.left - b.left);
  let active: typeof placed = [];
  let next = 0;
  for (let row = placed[0]?.top ?? 0; active.length > 0 || next < placed.length; row++) {
    if (active.length === 0) row = Math.max(row, placed[next]?.top ?? row);
    for (let block = placed[next]; block?.top === row; block = placed[++next]) active.push(block);
    for (const { top, left, rows } of active)
      rows[row - top]?.forEach((cell, at) => {
        if (typeof cell !== "object" || cell === null) {
          inspector.cell(row, left + at, cell, undefined);
          return;
        }
        // An error that nobody computes was typed.
        const typed = cell.formula.startsWith("=#");
        inspector.cell(
          row,
          left + at,
          typed ? cell.formula.slice(1) : (cell.value ?? null),
          typed ? undefined : cell.formula,
        );
      });
    inspector.endRow(row);
    active = active.filter(({ top, rows }) => row < top + rows.length - 1);
  }
};

export const inspectBook = (book: Book): Inspected => {
  const inspector = createInspector();
  book.sheets.forEach((sheet, at) => {
    const tables = sheet.tables.flatMap(({ name, range, columns }): readonly TableSaid[] => {
      const area = parseArea(range);
      return area ? [{ name, area, columns: columns.map((each) => each.name), totals: false }] : [];
    });
    feed(sheet, inspector.sheet(at, sheet.name, tables));
  });
  return inspector.inspected((at) => book.sheets[at] ?? { validations: [], highlights: [] }, book.names);
};

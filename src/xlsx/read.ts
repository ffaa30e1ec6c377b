import { parseArea } from "../book/address";
import { toShownFormula } from "../book/structured";
import { createLostNotes } from "./lost";
import { type People, readComments, readPeople } from "./read-comments";
import { createColorReader } from "./read-colors";
import { readStyles, type ReadStyles } from "./read-looks";
import { createOutside } from "./read-outside";
import { readDrawn } from "./read-drawn";
import { readHighlights, readValidations } from "./read-rules";
import { readDateKinds, readNumberFormats } from "./read-styles";
import { noStrings, readStrings } from "./read-strings";
import { readWorkbookParts, textPart, type WorkbookParts } from "./package-parts";
import { tablesAt } from "./read-heads";
import {
  defaultLimits,
  type ReadBook,
  type ReadLimits,
  type ReadOptions,
  type ReadRow,
  type ReadRules,
  type ReadSheet,
  type ReadSheetHead,
  type ReadTable,
  type ReadValue,
} from "./read-types";
import { XlsxRefused } from "./refusal";
import { type CellListener, createSheetScanner, type LookListener, type ScanContext } from "./sheet-scan";
import { treeOf } from "./xml-tree";
import { openZip, readPart, readPartChunks, type Zip } from "./zip-read";

type ScannedSheet = Omit<ReadSheet, "rows">;

/** What stays of a workbook read row by row. */
export interface ScannedBook extends Omit<ReadBook, "sheets"> {
  readonly sheets: readonly ScannedSheet[];
}

/** Excel and all others write UTF-8; UTF-16, which XML allows as well, is turned into it. */
export async function* utf8Chunks(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let decoder: TextDecoder | undefined;
  let first = true;
  for await (const chunk of chunks) {
    if (first && chunk[0] === 0xff && chunk[1] === 0xfe) decoder = new TextDecoder("utf-16le");
    if (first && chunk[0] === 0xfe && chunk[1] === 0xff) decoder = new TextDecoder("utf-16be");
    first = false;
    yield decoder ? encoder.encode(decoder.decode(chunk, { stream: true })) : chunk;
  }
}

export const readUtf8 = async (zip: Zip, name: string): Promise<Uint8Array> => {
  const entry = zip.find(name);
  if (!entry) throw new XlsxRefused("malformed", `no part ${name}`);
  const bytes = await readPart(entry);
  const utf16 = bytes[0] === 0xff ? "utf-16le" : bytes[0] === 0xfe ? "utf-16be" : undefined;
  return utf16 ? new TextEncoder().encode(new TextDecoder(utf16).decode(bytes)) : bytes;
};

const styleTextOf = async (zip: Zip, { styles }: WorkbookParts): Promise<string> =>
  styles === undefined ? "" : textPart(zip, styles);

/** Characters of formulas remembered at a time. */
const remembered = 2_000_000;

/** Turns a file's formulas into what Excel shows; equal texts, as in a column, once. */
export const shownFormulas = (
  tables: readonly Pick<ReadTable, "name" | "range">[],
): ((fileFormula: string, row: number, column: number) => string) => {
  const placed = tables.map((table) => ({ name: table.name, area: parseArea(table.range) }));
  const known = new Map<string | undefined, Map<string, string>>();
  let letters = 0;
  return (formula, row, column) => {
    const table = placed.find(
      ({ area }) =>
        area && row >= area.top && row <= area.bottom && column >= area.left && column <= area.right,
    )?.name;
    let own = known.get(table);
    if (own === undefined) known.set(table, (own = new Map<string, string>()));
    const before = own.get(formula);
    if (before !== undefined) return before;
    const shown = toShownFormula(formula, table);
    if ((letters += formula.length) > remembered) {
      known.clear();
      letters = 0;
    } else own.set(formula, shown);
    return shown;
  };
};

/** Hears what stands beside a sheet's cells, and reads its rules there. */
const rulesOf = (
  sheet: string,
  styles: ReadStyles,
  limits: ReadLimits,
): { readonly looks: LookListener; readonly rules: () => ReadRules } => {
  const outside = createOutside();
  const nothing = (): void => undefined;
  return {
    looks: {
      row: nothing,
      cell: nothing,
      done: nothing,
      outside: (piece) => {
        outside.add(piece);
      },
    },
    rules: () => {
      const worksheet = treeOf(outside.text(), limits);
      const unsaid = createLostNotes();
      return {
        validations: readValidations(worksheet, sheet, unsaid),
        highlights: readHighlights(worksheet, sheet, styles, unsaid),
      };
    },
  };
};

const stylesOf = async (zip: Zip, { styles }: WorkbookParts, limits: ReadLimits): Promise<ReadStyles> =>
  readStyles(
    styles === undefined ? undefined : treeOf(await textPart(zip, styles), limits),
    createColorReader([]),
  );

/**
 * Reads a workbook row by row and keeps no row: flat memory for files of any length.
 * @param onRow gets every row with a value, in the file's order, sheet after sheet; `sheetIndex` counts in the result.
 * @param cellsOf who takes a sheet's values one by one instead, perhaps twice: no row of it is made. Not with formulas.
 * @throws XlsxRefused where the file is none we read, or is over a limit.
 */
export const scanSheets = async (
  bytes: Uint8Array,
  options: ReadOptions,
  onRow: (sheet: ReadSheetHead, row: ReadRow, sheetIndex: number) => void,
  cellsOf?: (sheet: ReadSheetHead, sheetIndex: number) => CellListener | undefined,
): Promise<ScannedBook> => {
  const limits: ReadLimits = { ...defaultLimits, ...options.limits };
  const zip = openZip(bytes, limits);
  const parts = await readWorkbookParts(zip, limits.sheets);
  const styleText = await styleTextOf(zip, parts);
  const shared = {
    strings:
      parts.strings === undefined ? noStrings : readStrings(await readUtf8(zip, parts.strings), limits),
    dateKinds: readDateKinds(styleText),
    ...(options.numberFormats === true ? { numberFormats: readNumberFormats(styleText) } : {}),
    date1904: parts.date1904,
    serials: options.serials ?? false,
    textLength: limits.textLength,
  };
  const styles = options.rules === true ? await stylesOf(zip, parts, limits) : undefined;
  const people: People | undefined = options.comments === true ? await readPeople(zip, parts) : undefined;
  const formulaRoom = { left: limits.formulas };
  const room = { left: limits.comments, parts: new Set<string>() };
  const drawnRoom = { left: limits.drawn };
  const sheets: ScannedSheet[] = [];
  let cells = 0;
  for (const part of parts.sheets) {
    if (options.wanted && !options.wanted(part.name, part.visibility)) continue;
    const entry = zip.find(part.part);
    if (!entry) continue;
    const head: ReadSheetHead = {
      name: part.name,
      visibility: part.visibility,
      tables: await tablesAt(zip, part),
    };
    const beside = styles && rulesOf(part.name, styles, limits);
    const onCell = options.formulas === true ? undefined : cellsOf?.(head, sheets.length);
    const context: ScanContext = {
      ...shared,
      bounds: limits,
      ...(beside ? { looks: beside.looks } : {}),
      ...(options.formulas ? { formula: shownFormulas(head.tables), formulaRoom } : {}),
      onRow: (row, count) => {
        cells += count;
        if (cells > limits.cells) throw new XlsxRefused("too-many-cells", `${cells}`);
        if (onCell === undefined) onRow(head, row, sheets.length);
      },
      ...(onCell ? { onCell } : {}),
    };
    const scanner = createSheetScanner(context);
    for await (const chunk of utf8Chunks(readPartChunks(entry))) scanner.push(chunk);
    const merges = scanner.end();
    const drawn = options.drawn === true ? await readDrawn(zip, part, limits, drawnRoom) : undefined;
    sheets.push({
      ...head,
      merges,
      ...(beside ? { rules: beside.rules() } : {}),
      ...(drawn ? { drawn } : {}),
      ...(people ? { comments: await readComments(zip, part, people, limits, room) } : {}),
    });
  }
  const names = parts.names.map(({ name, formula, sheet }) => {
    const scope = sheet === undefined ? undefined : parts.sheets[sheet]?.name;
    return {
      name,
      refersTo: toShownFormula(`=${formula}`, undefined),
      ...(scope === undefined ? {} : { sheet: scope }),
    };
  });
  return { date1904: parts.date1904, sheets, names };
};

/** Rows from top to bottom. Files in order, as nearly all are, are left alone; a row that comes twice is made one. */
export const inOrder = (rows: ReadRow[]): readonly ReadRow[] => {
  if (rows.every((row, i) => i === 0 || row.row > (rows[i - 1]?.row ?? -1))) return rows;
  const byNumber = new Map<number, ReadRow>();
  for (const row of rows) {
    const before = byNumber.get(row.row);
    if (!before) byNumber.set(row.row, row);
    else {
      const cells = [...before.cells, ...row.cells].sort((a, b) => a.column - b.column);
      byNumber.set(row.row, { ...row, cells });
    }
  }
  return [...byNumber.values()].sort((a, b) => a.row - b.row);
};

/**
 * Reads a workbook's values, only those that are there: an empty sheet with one cell at XFD1048576 is one cell.
 * @throws XlsxRefused where the file is none we read, or is over a limit.
 */
export const readSheets = async (bytes: Uint8Array, options: ReadOptions = {}): Promise<ReadBook> => {
  const rows: ReadRow[][] = [];
  const scanned = await scanSheets(bytes, options, (_, row, sheetIndex) =>
    (rows[sheetIndex] ??= []).push(row),
  );
  return {
    ...scanned,
    sheets: scanned.sheets.map((sheet, i) => ({ ...sheet, rows: inOrder(rows[i] ?? []) })),
  };
};

/** The value in a column of a row; nothing where the cell is empty. */
export const valueAt = (row: ReadRow, column: number): ReadValue | undefined => {
  const { cells } = row;
  // Rows without gaps, the commonest, answer at once.
  const guess = cells[column - (cells[0]?.column ?? 0)];
  if (guess?.column === column) return guess.value ?? undefined;
  let low = 0;
  let high = cells.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const cell = cells[middle];
    if (!cell) return undefined;
    if (cell.column === column) return cell.value ?? undefined;
    if (cell.column < column) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
};

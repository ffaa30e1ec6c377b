import { lastColumn, lastRow } from "../book/book";
import { shifterOf } from "./formula-shift";
import { createPlainCell, readPlainCell } from "./plain-cell";
import { type CellContext, cellType, readNumber, readValue, withinLength } from "./read-cell";
import type { ReadCell, ReadRow, ReadValue } from "./read-types";
import { XlsxRefused } from "./refusal";
import { isMarkup, markupEnd, richText, spells, tagAt, tagEnd, textOf, utf8 } from "./xml-bytes";
import { type BesideLimits, besideCounter, noteMerge } from "./sheet-facts";

/** Hears what stands beside values: for those who read how a sheet looks. */
export interface LookListener {
  /** A row begins; `head` is its tag. Heard again from the start where the row has not come whole yet. */
  row(row: number, head: string): void;
  /** A cell, with a value or without, in the file's order. */
  cell(column: number, style: number): void;
  /** The row begun last has come whole. */
  done(): void;
  /** What stands outside of rows, in the file's order, but comments and merges. The bytes hold for this call only. */
  outside(bytes: Uint8Array): void;
}

export interface ScanContext extends CellContext {
  /**
   * What to make of a formula as the file spells it; without it formulas are left unread. `head` is its tag, and
   * `undefined` leaves the cell its value alone.
   */
  readonly formula?: (fileFormula: string, row: number, column: number, head: string) => string | undefined;
  /** Characters that shared formulas may still make, of all sheets together; each byte read adds to it. */
  readonly formulaRoom?: { left: number };
  readonly looks?: LookListener;
  /** Most rows and columns of a sheet, and elements inside each other and beside rows; without them the format's own. */
  readonly bounds?: {
    readonly rows: number;
    readonly columns: number;
    readonly nesting: number;
  } & BesideLimits;
  /** Called for every row with a cell, in the file's order; without its cells where `onCell` takes them. */
  onRow(row: ReadRow, cells: number): void;
  /** Takes each value by itself; heard again from the row's start where the row has not come whole yet. */
  readonly onCell?: CellListener;
}

export type CellListener = (row: number, column: number, value: ReadValue) => void;

export interface SheetScanner {
  /** Takes the next bytes of the part. @throws XlsxRefused */
  push(chunk: Uint8Array): void;
  /** Says the part is over; its merged areas, "A1:C1". @throws XlsxRefused where it breaks off */
  end(): readonly string[];
}

const lessThan = 60;
const greaterThan = 62;
const slash = 47;
const letterC = 99;
const letterF = 102;
const openBracket = 91;

/** What a shared formula makes in real registers is some times its cells' own length. */
const madeOfByte = 4;

/** A part that ends here would cut something in two: wait for more. */
const unfinished = -1;

/** Elements of a cell that hold no others but are read whole. */
const flat = new Set(["v", "f", "is"]);

/** A column's formula as it was spelt last: in a register the next row spells it the same. */
interface SpeltFormula {
  readonly bytes: Uint8Array;
  readonly text: string;
}

const isSpelt = (bytes: Uint8Array, from: number, { bytes: known }: SpeltFormula): boolean => {
  for (let at = 0; at < known.length; at++) if (bytes[from + at] !== known[at]) return false;
  return true;
};

interface ScannedCell {
  column: number;
  style: number;
  value: ReadValue | undefined;
  formula: string | undefined;
  /** The index after the cell. */
  next: number;
}

interface SharedFormula {
  readonly text: string;
  /** For a cell further on; made when the first of them comes. */
  shift?: (rows: number, columns: number) => string;
  readonly row: number;
  readonly column: number;
}

/**
 * Reads a sheet from its bytes as they come, making no string but those of values. Holds no more than one row (or
 * tag) that is not complete yet.
 */
export const createSheetScanner = (context: ScanContext): SheetScanner => {
  const merges: string[] = [];
  const shared = new Map<string, SharedFormula>();
  const spelt: (SpeltFormula | undefined)[] = [];
  let bytes: Uint8Array = new Uint8Array(0);
  let scratch: Uint8Array = bytes;
  let end = 0;
  let position = 0;
  /** Do not look again before so many bytes have come: a row of many chunks is not scanned at each of them. */
  let worthwhile = 0;
  let started = false;
  let closed = false;
  let inRows = false;
  /** Length of the namespace prefix with its colon: `<x:row>`. */
  let prefix = 0;
  let nextRow = 0;

  const rowLimit = Math.min(lastRow, context.bounds?.rows ?? lastRow);
  const columnLimit = Math.min(lastColumn, context.bounds?.columns ?? lastColumn);
  const { looks, onCell, formulaRoom: room } = context;
  const nesting = context.bounds?.nesting ?? Number.POSITIVE_INFINITY;
  /** Of elements outside of rows. */
  let depth = 0;
  const countBeside = besideCounter(context.bounds);
  const plain = createPlainCell();
  /** What `scanCell` found last. */
  const scanned: ScannedCell = { column: 0, style: 0, value: undefined, formula: undefined, next: 0 };

  const deeper = (from: number, tag: { readonly closing: boolean; readonly empty: boolean }): number => {
    const now = tag.empty ? from : from + (tag.closing ? -1 : 1);
    if (now > nesting) throw new XlsxRefused("too-deep", `${now} elements deep`);
    return now;
  };

  const fileFormula = (from: number, head: string, to: number, row: number, column: number): string => {
    const text = to > from ? textOf(bytes, from, to) : "";
    if (!head.includes("shared")) return `=${text}`;
    const id = /\ssi\s*=\s*["'](\d+)["']/u.exec(head)?.[1] ?? "";
    if (text !== "") {
      shared.set(id, { text, row, column });
      return `=${text}`;
    }
    const master = shared.get(id);
    if (!master) return "=";
    if (room && (room.left -= master.text.length) < 0)
      throw new XlsxRefused("too-many-formulas", `row ${row + 1}`);
    master.shift ??= shifterOf(master.text);
    return `=${master.shift(row - master.row, column - master.column)}`;
  };

  /** Of a cell: where it stands is known, its value is not. */
  const begin = (column: number, style: number): void => {
    if (column >= lastColumn) throw new XlsxRefused("malformed", `column ${column + 1}`);
    if (column >= columnLimit) throw new XlsxRefused("too-large", `column ${column + 1}`);
    looks?.cell(column, style);
  };

  /**
   * The cell whose "<" stands at `at`, however it is spelt; `previous` is the column before it. Apart from `scanRow`,
   * which is short and soon compiled without it. @returns whether it has come whole: then `scanned` tells of it
   */
  const scanCell = (at: number, rowNumber: number, previous: number): boolean => {
    // <c r="B3" s="5" t="s">
    let type = 0;
    let style = 0;
    let value: ReadValue | undefined;
    let formula: string | undefined;
    let empty = false;
    let addressed = -1;
    let p = at + 2 + prefix;
    for (;;) {
      while (p < end && (bytes[p] as number) <= 32) p++;
      if (p >= end) return false;
      const byte = bytes[p] as number;
      if (byte === greaterThan) {
        p++;
        break;
      }
      if (byte === slash) {
        empty = true;
        p++;
        continue;
      }
      const nameAt = p;
      while (p < end && bytes[p] !== 61) p++;
      const short = p - nameAt === 1;
      p++;
      while (p < end && (bytes[p] as number) <= 32) p++;
      const quote = bytes[p] as number;
      const from = ++p;
      while (p < end && bytes[p] !== quote) p++;
      if (p >= end) return false;
      if (short && byte === 114) {
        // r: letters make the column; the row's own number holds for its cells.
        let letters = 0;
        for (let at = from; at < p; at++) {
          const letter = (bytes[at] as number) & 0xdf;
          if (letter < 65 || letter > 90) break;
          letters = letters * 26 + letter - 64;
        }
        addressed = letters - 1;
      } else if (short && byte === 115) {
        for (let at = from; at < p; at++) style = style * 10 + (bytes[at] as number) - 48;
      } else if (short && byte === 116) {
        const letter = bytes[from] as number;
        if (letter === 115) type = p - from === 1 ? cellType.shared : cellType.text;
        else if (letter === 98) type = cellType.boolean;
        else if (letter === 101) type = cellType.error;
        else if (letter === 105) type = cellType.inline;
        else if (letter === 100) type = cellType.date;
      }
      p++;
    }
    const column = addressed >= 0 ? addressed : previous + 1;
    begin(column, style);
    // Children, in the order f, v, is.
    let below = 4;
    while (!empty) {
      while (p < end && bytes[p] !== lessThan) p++;
      if (p + 2 >= end) return false;
      const name = p + 1 + prefix;
      if (bytes[name] === 118 && bytes[name + 1] === greaterThan) {
        // <v>
        const from = name + 2;
        p = from;
        while (p < end && bytes[p] !== lessThan) p++;
        while (p < end && isMarkup(bytes, p)) {
          p = markupEnd(bytes, p, end);
          if (p < 0) return false;
          while (p < end && bytes[p] !== lessThan) p++;
        }
        if (p >= end) return false;
        value = readValue(bytes, from, p, type, style, context);
        continue;
      }
      if (bytes[p + 1] === slash && bytes[name + 1] === letterC && bytes[name + 2] === greaterThan) {
        p = name + 3;
        break;
      }
      if (isMarkup(bytes, p)) {
        p = markupEnd(bytes, p, end);
        if (p < 0) return false;
        continue;
      }
      if (bytes[name] === letterF && bytes[name + 1] === greaterThan && !context.formula) {
        // <f> that nobody asked for: most of a register's bytes.
        p = bytes.indexOf(lessThan, name + 2);
        const close = p + 4 + prefix;
        if (p < 0 || close > end) return false;
        if (bytes[p + 1] === slash && bytes[close - 2] === letterF) p = close;
        continue;
      }
      const known = spelt[column];
      if (known && context.formula && bytes[name] === letterF && bytes[name + 1] === greaterThan) {
        const from = name + 2;
        const close = from + known.bytes.length;
        if (close + 1 < end && bytes[close] === lessThan && bytes[close + 1] === slash)
          if (isSpelt(bytes, from, known)) {
            formula = context.formula(known.text, rowNumber, column, "<f>");
            p = close;
            continue;
          }
      }
      const tag = tagAt(bytes, p, end);
      if (!tag) return false;
      const tagFrom = p;
      p = tag.end;
      if (tag.closing) {
        if (tag.name === "c") break;
        if (tag.name === "row") throw new XlsxRefused("malformed", "cell not closed");
        if (!flat.has(tag.name)) below = deeper(below, tag);
        continue;
      }
      if (tag.name === "v" && tag.empty && type === cellType.text) value = "";
      if (tag.empty && tag.name !== "f") continue;
      if (tag.name === "is") {
        const close = closing(p, "is");
        if (close < 0) return false;
        value = withinLength(richText(bytes, p, close), context.textLength);
        p = close;
      } else if (tag.name === "f" && context.formula) {
        const close = tag.empty ? p : closing(p, "f");
        if (close < 0) return false;
        const head = utf8(bytes, tagFrom, p);
        const text = fileFormula(p, head, close, rowNumber, column);
        if (close > p && !head.includes(" ")) spelt[column] = { bytes: bytes.slice(p, close), text };
        formula = context.formula(text, rowNumber, column, head);
        p = close;
      } else if (tag.name === "v") {
        // <v xml:space="preserve">
        const close = closing(p, "v");
        if (close < 0) return false;
        value = readValue(bytes, p, close, type, style, context);
        p = close;
      } else if (!flat.has(tag.name)) below = deeper(below, tag);
    }
    scanned.column = column;
    scanned.style = style;
    scanned.value = value;
    scanned.formula = formula;
    scanned.next = p;
    return true;
  };

  /** The row whose "<" stands at `start`: the index after it, or `unfinished`. */
  const scanRow = (start: number): number => {
    const headEnd = tagEnd(bytes, start + 1, end);
    if (headEnd < 0) return unfinished;
    let rowNumber = nextRow;
    for (let at = start + 1; at < headEnd; at++) {
      if (bytes[at] !== 61) continue;
      const from = bytes[at + 1] === 34 || bytes[at + 1] === 39 ? at + 2 : at + 3;
      // ` r="5"`; Excel writes no other attribute that ends like this.
      if (bytes[at - 1] === 114 && (bytes[at - 2] as number) <= 32) {
        const to = bytes.indexOf(bytes[from - 1] as number, from);
        rowNumber = readNumber(bytes, from, to) - 1;
      }
    }
    if (!(Number.isInteger(rowNumber) && rowNumber >= 0 && rowNumber < lastRow))
      throw new XlsxRefused("malformed", `row ${rowNumber + 1}`);
    if (rowNumber >= rowLimit) throw new XlsxRefused("too-large", `row ${rowNumber + 1}`);
    looks?.row(rowNumber, utf8(bytes, start, headEnd));
    if (bytes[headEnd - 2] === slash) {
      looks?.done();
      nextRow = rowNumber + 1;
      return headEnd;
    }
    const cells: ReadCell[] = [];
    let count = 0;
    let sorted = true;
    let column = -1;
    let inside = 3;
    let p = headEnd;
    for (;;) {
      while (p < end && bytes[p] !== lessThan) p++;
      if (p + 1 >= end) return unfinished;
      const local = p + 1 + prefix;
      const following = bytes[local + 1] as number;
      if (
        bytes[local] !== letterC ||
        !(following <= 32 || following === greaterThan || following === slash)
      ) {
        if (isMarkup(bytes, p)) p = markupEnd(bytes, p, end);
        else {
          if (bytes[p + 1] === slash && local + 5 <= end && spells(bytes, local + 1, "row>")) {
            p = local + 5;
            break;
          }
          const tag = tagAt(bytes, p, end);
          p = tag?.end ?? unfinished;
          if (tag?.closing && tag.name === "row") break;
          if (tag?.closing && tag.name === "sheetData") throw new XlsxRefused("malformed", "row not closed");
          if (tag) inside = deeper(inside, tag);
        }
        if (p < 0) return unfinished;
        continue;
      }
      const before = column;
      let style = 0;
      let value: ReadValue | undefined;
      let formula: string | undefined;
      if (prefix === 0 && readPlainCell(bytes, p, end, plain)) {
        ({ column, style, next: p } = plain);
        begin(column, style);
        const { from, to, type, whole } = plain;
        if (from < 0) continue;
        value =
          whole >= 0 && type === cellType.shared
            ? context.strings.text(whole)
            : readValue(bytes, from, to, type, style, context);
      } else {
        if (!scanCell(p, rowNumber, column)) return unfinished;
        ({ column, style, value, formula, next: p } = scanned);
      }
      const numberFormat = typeof value === "number" ? context.numberFormats?.[style] : undefined;
      const shape = numberFormat === undefined ? undefined : { numberFormat };
      if (formula !== undefined) cells.push({ column, value: value ?? null, formula, ...shape });
      else if (value === undefined) continue;
      else if (onCell) onCell(rowNumber, column, value);
      else cells.push(shape === undefined ? { column, value } : { column, value, ...shape });
      count++;
      if (column <= before) sorted = false;
    }
    nextRow = rowNumber + 1;
    if (!sorted) cells.sort((a, b) => a.column - b.column);
    if (count > 0) context.onRow({ row: rowNumber, cells }, count);
    looks?.done();
    return p;
  };

  /** Where the closing tag of `name` begins, at or behind `from`; -1 where it has not come yet. */
  const closing = (from: number, name: string): number => {
    for (let at = bytes.indexOf(lessThan, from); at >= 0 && at < end; at = bytes.indexOf(lessThan, at + 1)) {
      if (isMarkup(bytes, at)) {
        const to = markupEnd(bytes, at, end);
        if (to < 0) return unfinished;
        at = to - 1;
        continue;
      }
      if (bytes[at + 1] !== slash) continue;
      const tag = tagAt(bytes, at, end);
      if (!tag) return unfinished;
      if (tag.name === name) return at;
    }
    return unfinished;
  };

  const scan = (): void => {
    let p = position;
    for (;;) {
      const at = bytes.indexOf(lessThan, p);
      if (at < 0 || at >= end) {
        if (!inRows && p < end) looks?.outside(bytes.subarray(p, end));
        position = end;
        return;
      }
      if (!inRows && p < at) looks?.outside(bytes.subarray(p, at));
      p = at;
      position = at;
      if (isMarkup(bytes, at)) {
        p = markupEnd(bytes, at, end);
        if (p < 0) return;
        if (!inRows && bytes[at + 2] === openBracket) looks?.outside(bytes.subarray(at, p));
        continue;
      }
      const local = at + 1 + prefix;
      if (inRows && spells(bytes, local, "row") && bytes[at + 1] !== slash) {
        p = scanRow(at);
        if (p < 0) return;
        continue;
      }
      const tag = tagAt(bytes, at, end);
      if (!tag) return;
      p = tag.end;
      depth = deeper(depth, tag);
      // Merges are noted below, and there may be very many.
      if (looks && (!inRows || tag.name === "sheetData") && tag.name !== "mergeCell") {
        if (!tag.closing) countBeside(tag.name);
        looks.outside(bytes.subarray(at, p));
      }
      if (!started) {
        started = true;
        if (tag.name !== "worksheet")
          throw new XlsxRefused("malformed", `<${tag.name}> where a sheet should be`);
        const colon = utf8(bytes, at + 1, tag.end).indexOf("worksheet");
        prefix = colon;
        if (tag.empty) closed = true;
      } else if (tag.name === "sheetData") inRows = !tag.closing && !tag.empty;
      else if (tag.name === "worksheet" && tag.closing) closed = true;
      else if (!tag.closing && tag.name === "mergeCell") noteMerge(merges, utf8(bytes, at, tag.end));
    }
  };

  return {
    push: (chunk) => {
      if (room) room.left += madeOfByte * chunk.length;
      const rest = end - position;
      if (rest === 0) {
        bytes = chunk;
        end = chunk.length;
      } else {
        if (scratch.length < rest + chunk.length) {
          const room = new Uint8Array(2 * (rest + chunk.length));
          room.set(bytes.subarray(position, end));
          scratch = room;
        } else if (bytes !== scratch) scratch.set(bytes.subarray(position, end));
        else if (position > 0) scratch.copyWithin(0, position, end);
        scratch.set(chunk, rest);
        bytes = scratch;
        end = rest + chunk.length;
      }
      position = 0;
      if (end < worthwhile) return;
      scan();
      worthwhile = 2 * (end - position);
    },
    end: () => {
      scan();
      if (!started || !closed) throw new XlsxRefused("truncated", "sheet breaks off");
      return merges;
    },
  };
};

import type { DateKind } from "./date-format";
import type { StringTable } from "./read-strings";
import type { ReadError, ReadValue } from "./read-types";
import { dateOf, isoDate, serialOf } from "./serial-date";
import { XlsxRefused } from "./refusal";
import { textOf, utf8 } from "./xml-bytes";

/** The types of cell a file knows (`t`), as small numbers for the scanner. */
export const cellType = { number: 0, shared: 1, boolean: 2, error: 3, text: 4, inline: 5, date: 6 } as const;

export interface CellContext {
  readonly strings: StringTable;
  readonly dateKinds: readonly DateKind[];
  /** By style: codes of number formats, `ReadOptions.numberFormats`. */
  readonly numberFormats?: readonly (string | undefined)[];
  readonly date1904: boolean;
  /** Days and moments as numbers, `ReadOptions.serials`. */
  readonly serials?: boolean;
  /** Characters of one text. */
  readonly textLength?: number;
}

const powers = Array.from({ length: 16 }, (_, i) => 10 ** i);

/**
 * A decimal number between `from` and `to`; NaN where there is none.
 * Up to 15 digits by hand: mantissa and power of ten are both exact, so is one division of them (Clinger 1990).
 */
export const readNumber = (bytes: Uint8Array, from: number, to: number): number => {
  let at = from;
  const negative = bytes[at] === 45;
  if (negative) at++;
  let mantissa = 0;
  let digits = 0;
  let point = -1;
  for (; at < to; at++) {
    const byte = bytes[at] as number;
    if (byte >= 48 && byte <= 57) {
      mantissa = mantissa * 10 + byte - 48;
      digits++;
    } else if (byte === 46 && point < 0) point = digits;
    else break;
  }
  if (at < to || digits > 15 || digits === 0) {
    const text = utf8(bytes, from, to).trim();
    return text === "" ? Number.NaN : Number(text);
  }
  const value = point < 0 ? mantissa : mantissa / (powers[digits - point] as number);
  return negative ? -value : value;
};

const errors = new Map<string, ReadError>();
const errorOf = (text: string): ReadError => {
  let known = errors.get(text);
  if (!known) {
    known = { error: text };
    if (errors.size < 100) errors.set(text, known);
  }
  return known;
};

const meant = (value: number, kind: DateKind, { serials, date1904 }: CellContext): ReadValue =>
  serials === true ? serialOf(value, kind, date1904) : dateOf(value, kind, date1904);

/** The text, where it is not over the limit. @throws XlsxRefused where it is */
export const withinLength = (text: string, most: number | undefined): string => {
  if (most !== undefined && text.length > most) throw new XlsxRefused("too-large", `text of ${text.length}`);
  return text;
};

/** What stands in `<v>` between `from` and `to`; nothing where that is no value. */
export const readValue = (
  bytes: Uint8Array,
  from: number,
  to: number,
  type: number,
  style: number,
  context: CellContext,
): ReadValue | undefined => {
  if (type === cellType.text || type === cellType.inline)
    return withinLength(textOf(bytes, from, to), context.textLength);
  if (from >= to) return undefined;
  if (type === cellType.shared) return context.strings.text(readNumber(bytes, from, to));
  if (type === cellType.boolean) {
    const text = utf8(bytes, from, to).trim();
    return text === "1" || text === "true";
  }
  if (type === cellType.error) return errorOf(textOf(bytes, from, to).trim());
  const kind = context.dateKinds[style] ?? "none";
  if (type === cellType.date) {
    const text = textOf(bytes, from, to);
    return isoDate(text, kind) ?? text;
  }
  const value = readNumber(bytes, from, to);
  if (!Number.isFinite(value)) {
    // CDATA and comments are no number to `readNumber`; what is none either way is kept as text.
    const text = textOf(bytes, from, to).trim();
    const again = Number(text);
    if (text === "") return undefined;
    return Number.isFinite(again) ? meant(again, kind, context) : text;
  }
  return kind === "none" ? value : meant(value, kind, context);
};

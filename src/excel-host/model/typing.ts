import type { Value } from "../../book/book";

/** What typing a text into a cell comes to; a format is given where Excel would set one on a General cell. */
export type Typed =
  | { readonly kind: "value"; readonly value: Value; readonly format?: string }
  | { readonly kind: "formula"; readonly formula: string };

/** https://support.microsoft.com/office/error-type-function-10958677-7c8d-44f7-ae77-b9a9ee6eefaa and newer ones. */
const errors = new Set(
  "#NULL! #DIV/0! #VALUE! #REF! #NAME? #NUM! #N/A #GETTING_DATA #SPILL! #CALC! #FIELD! #BLOCKED! #UNKNOWN! #CONNECT!".split(
    " ",
  ),
);

export const isErrorText = (value: Value): boolean => typeof value === "string" && errors.has(value);

const dayLength = 86_400_000;

/** The 1900 system, with its 29 February 1900; nothing where there is no such day. */
export const serialOfDay = (year: number, month: number, day: number): number | undefined => {
  const moment = Date.UTC(year, month - 1, day);
  const date = new Date(moment);
  if (year < 1900 || year > 9999 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day)
    return undefined;
  const serial = Math.round((moment - Date.UTC(1899, 11, 30)) / dayLength);
  return serial < 61 ? serial - 1 : serial;
};

/** https://learn.microsoft.com/office/troubleshoot/excel/last-digits-changed-to-zeros: 15 digits are kept. */
const fifteenDigits = (value: number): number => {
  const whole = Math.abs(value) >= 1e15 ? 10 ** (Math.floor(Math.log10(Math.abs(value))) - 14) : 0;
  return whole > 0 ? Math.trunc(value / whole) * whole : Number(value.toPrecision(15));
};

const numeral = /^([-+]?)(?:(\d{1,3}(?:,\d{3})+|\d+)(\.\d*)?|(\.\d+))([eE][-+]?\d{1,3})?$/u;

const readNumber = (text: string): Typed | undefined => {
  const bracketed = /^\(([^()]+)\)$/u.exec(text);
  const percent = text.endsWith("%");
  const money = /^([-+]?)[¥￥$](.+)$/u.exec(text);
  const bare =
    bracketed?.[1] ??
    (percent ? text.slice(0, -1).trim() : money ? `${money[1] ?? ""}${money[2] ?? ""}` : text);
  const found = numeral.exec(bare);
  if (!found) return undefined;
  const plain = Number(bare.replaceAll(",", ""));
  if (!Number.isFinite(plain)) return undefined;
  const decimals = (found[3] ?? found[4] ?? "").length > 1;
  const value = fifteenDigits((bracketed ? -plain : plain) / (percent ? 100 : 1));
  if (percent) return { kind: "value", value, format: decimals ? "0.00%" : "0%" };
  if (money) return { kind: "value", value, format: decimals ? "¥#,##0.00" : "¥#,##0" };
  if (found[5]) return { kind: "value", value, format: "0.00E+00" };
  if (found[2]?.includes(",")) return { kind: "value", value, format: decimals ? "#,##0.00" : "#,##0" };
  return { kind: "value", value };
};

const clock = /^(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.\d+)?)?(?:\s*([AaPp])[Mm])?$/u;

const readTime = (text: string): { readonly part: number; readonly format: string } | undefined => {
  const found = clock.exec(text);
  if (!found) return undefined;
  const [, hours = "", minutes = "", seconds, half] = found;
  const hour = Number(hours) + (half && /p/iu.test(half) && Number(hours) < 12 ? 12 : 0);
  if (hour > 23 || Number(minutes) > 59 || Number(seconds ?? 0) > 59) return undefined;
  const part = (hour * 3600 + Number(minutes) * 60 + Number(seconds ?? 0)) / 86_400;
  return { part, format: seconds === undefined ? "h:mm" : "h:mm:ss" };
};

const fullDay = /^(\d{4}|\d{2})(?:[-/](\d{1,2})[-/](\d{1,2})|年(\d{1,2})月(\d{1,2})日)$/u;
const shortDay = /^(?:(\d{1,2})[-/](\d{1,2})|(\d{1,2})月(\d{1,2})日)$/u;

const century = (year: string): number =>
  year.length === 4 ? Number(year) : Number(year) + (Number(year) < 30 ? 2000 : 1900);

const readDay = (
  text: string,
  today: () => Date,
): { readonly serial: number; readonly format: string } | undefined => {
  const full = fullDay.exec(text);
  if (full) {
    const serial = serialOfDay(
      century(full[1] ?? ""),
      Number(full[2] ?? full[4]),
      Number(full[3] ?? full[5]),
    );
    return serial === undefined ? undefined : { serial, format: "yyyy/m/d" };
  }
  const short = shortDay.exec(text);
  if (!short) return undefined;
  const serial = serialOfDay(
    today().getFullYear(),
    Number(short[1] ?? short[3]),
    Number(short[2] ?? short[4]),
  );
  return serial === undefined ? undefined : { serial, format: 'm"月"d"日"' };
};

const readMoment = (text: string, today: () => Date): Typed | undefined => {
  const time = readTime(text);
  if (time) return { kind: "value", value: time.part, format: time.format };
  const day = readDay(text, today);
  if (day) return { kind: "value", value: day.serial, format: day.format };
  const space = text.indexOf(" ");
  if (space < 0) return undefined;
  const first = readDay(text.slice(0, space), today);
  const second = readTime(text.slice(space + 1).trim());
  return first && second
    ? { kind: "value", value: first.serial + second.part, format: "yyyy/m/d h:mm" }
    : undefined;
};

/** Only these beginnings can be anything but a text. */
const suspect = /^\s*[-+=.()\d¥￥$#'tTfF]/u;

/**
 * Reads a text as Excel reads typing, and as it reads texts written to `range.values`: numbers, percentages, days,
 * times, TRUE, errors, formulas; `'` in front keeps a text. The shapes of days are those of a Chinese Excel (assumed).
 */
export const readTyped = (text: string, today: () => Date): Typed => {
  if (!suspect.test(text)) return { kind: "value", value: text };
  if (text.startsWith("'")) return { kind: "value", value: text.slice(1) };
  if (text.startsWith("=") && text.length > 1) return { kind: "formula", formula: text };
  const trimmed = text.trim();
  if (/^(?:true|false)$/iu.test(trimmed)) return { kind: "value", value: trimmed.toLowerCase() === "true" };
  if (errors.has(trimmed.toUpperCase())) return { kind: "value", value: trimmed.toUpperCase() };
  return readNumber(trimmed) ?? readMoment(trimmed, today) ?? { kind: "value", value: text };
};

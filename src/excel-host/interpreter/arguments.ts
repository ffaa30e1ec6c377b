import { parseArea } from "../../book/address";
import { hostError } from "../model/refusal";
import { findName } from "../model/names";
import { findSheet } from "../model/sheets";
import { findTable, sheetOfTable } from "../model/tables";
import { placeOf } from "../model/validations";
import type { HeldRange, SheetState } from "../model/workbook";
import { isHandle, type Call } from "./classes";

const wrong = (what: string): never => {
  throw hostError(
    "InvalidArgument",
    `The argument is invalid or missing or has an incorrect format: ${what}`,
  );
};

export const asText = (value: unknown): string =>
  typeof value === "string" ? value : wrong("a text is needed");

export const asNumber = (value: unknown): number =>
  typeof value === "number" && Number.isFinite(value) ? value : wrong("a number is needed");

export const asWhole = (value: unknown): number =>
  typeof value === "number" && Number.isInteger(value) ? value : wrong("a whole number is needed");

export const asFlag = (value: unknown): boolean =>
  typeof value === "boolean" ? value : wrong("true or false is needed");

export const asRecord = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : wrong("an object is needed");

export const oneOf = <T extends string>(value: unknown, choices: readonly T[]): T => {
  const found = choices.find((choice) => choice === value);
  return found ?? wrong(`one of ${choices.join(", ")} is needed`);
};

export const isRange = (value: unknown): value is { readonly target: HeldRange } =>
  isHandle(value) && value.type.name === "Range";

/** A place: a Range, or its address; without a sheet in it on `sheet`. */
export const asPlace = (
  value: unknown,
  call: Call,
  sheet: SheetState,
): { readonly sheet: SheetState; readonly area: HeldRange["area"] } => {
  if (isRange(value)) return value.target;
  const text = asText(value);
  const bang = text.lastIndexOf("!");
  const name = text.slice(0, Math.max(bang, 0)).replace(/^'|'$/gu, "").replaceAll("''", "'");
  const own = bang < 0 ? sheet : findSheet(call.book, name);
  const area = parseArea(text);
  if (own && area) return { sheet: own, area };
  const named = findName(call.book, text);
  const place = named && placeOf(call.book, sheet, named.formula);
  if (place) return place;
  // A table's name is its data rows, as in a formula.
  const table = findTable(call.book, text);
  if (table)
    return { sheet: sheetOfTable(call.book, table), area: { ...table.area, top: table.area.top + 1 } };
  return wrong(`"${text}" is no address`);
};

const named: Readonly<Record<string, string>> = {
  black: "#000000",
  white: "#FFFFFF",
  red: "#FF0000",
  green: "#008000",
  blue: "#0000FF",
  yellow: "#FFFF00",
  orange: "#FFA500",
  gray: "#808080",
  grey: "#808080",
  lightgray: "#D3D3D3",
  purple: "#800080",
  pink: "#FFC0CB",
};

/** "#RRGGBB" in capitals, from any spelling Excel takes; "" stays. */
export const asColor = (value: unknown): string => {
  const text = asText(value);
  if (text === "") return "";
  const color = named[text.toLowerCase()] ?? (text.startsWith("#") ? text : `#${text}`).toUpperCase();
  return /^#[0-9A-F]{6}$/u.test(color) ? color : wrong(`"${text}" is no colour`);
};

import { columnLetters, columnNumber, type Area } from "../../book/address";
import { maxColumn, maxRow, sheetPrefix } from "./areas";

/** A place a formula names, with its dollars. */
export interface Reference {
  /** As the formula spells it, without quotes; nothing where it means its own sheet. */
  readonly sheet: string | undefined;
  readonly kind: "cells" | "columns" | "rows";
  readonly area: Area;
  /** One cell, spelt without ":". */
  readonly single: boolean;
  readonly dollars: {
    readonly top: boolean;
    readonly left: boolean;
    readonly bottom: boolean;
    readonly right: boolean;
  };
}

const pattern = new RegExp(
  [
    `"(?:[^"]|"")*"`,
    `(?<sheet>'(?:[^']|'')+'!|[\\p{L}_][\\p{L}\\p{N}_.]*!)?(?<![\\p{L}\\p{N}_.$])(?:` +
      `(?<c1>\\$?[A-Za-z]{1,3})(?<r1>\\$?[1-9]\\d{0,6})(?::(?<c2>\\$?[A-Za-z]{1,3})(?<r2>\\$?[1-9]\\d{0,6}))?` +
      `|(?<cc1>\\$?[A-Za-z]{1,3}):(?<cc2>\\$?[A-Za-z]{1,3})` +
      `|(?<rr1>\\$?[1-9]\\d{0,6}):(?<rr2>\\$?[1-9]\\d{0,6})` +
      `)(?![\\p{L}\\p{N}_.(!\\[])`,
    `\\[`,
  ].join("|"),
  "gu",
);

const plainRow = (text: string): number => Number(text.replace("$", "")) - 1;
const plainColumn = (text: string): number => columnNumber(text.replace("$", ""));
const dollar = (text: string): boolean => text.startsWith("$");

const read = (groups: Record<string, string | undefined>): Reference | undefined => {
  const prefix = groups["sheet"];
  const sheet = prefix?.startsWith("'") ? prefix.slice(1, -2).replaceAll("''", "'") : prefix?.slice(0, -1);
  const { c1, r1, cc1, cc2, rr1, rr2 } = groups;
  const firstColumn = c1 ?? cc1;
  const lastColumn = groups["c2"] ?? c1 ?? cc2;
  const firstRow = r1 ?? rr1;
  const lastRow = groups["r2"] ?? r1 ?? rr2;
  const rows = [firstRow ? plainRow(firstRow) : 0, lastRow ? plainRow(lastRow) : maxRow] as const;
  const columns = [
    firstColumn ? plainColumn(firstColumn) : 0,
    lastColumn ? plainColumn(lastColumn) : maxColumn,
  ] as const;
  const area = { top: rows[0], bottom: rows[1], left: columns[0], right: columns[1] };
  if (Math.max(...rows) > maxRow || Math.max(...columns) > maxColumn) return undefined;
  return {
    sheet,
    area,
    kind: cc1 ? "columns" : rr1 ? "rows" : "cells",
    single: c1 !== undefined && groups["c2"] === undefined,
    dollars: {
      top: dollar(firstRow ?? ""),
      left: dollar(firstColumn ?? ""),
      bottom: dollar(lastRow ?? ""),
      right: dollar(lastColumn ?? ""),
    },
  };
};

/** The index after the bracket that closes the one at `at`. */
const closing = (text: string, at: number): number => {
  let depth = 0;
  for (let i = at; i < text.length; i++) {
    if (text[i] === "'") i++;
    else if (text[i] === "[") depth++;
    else if (text[i] === "]" && --depth === 0) return i + 1;
  }
  return text.length;
};

/** The formula with every A1 reference replaced by what `change` makes of it; `undefined` leaves it. */
export const mapReferences = (
  formula: string,
  change: (reference: Reference) => string | undefined,
): string => {
  let result = "";
  let done = 0;
  pattern.lastIndex = 0;
  for (let found = pattern.exec(formula); found; found = pattern.exec(formula)) {
    if (found[0] === "[") {
      pattern.lastIndex = closing(formula, found.index);
      continue;
    }
    if (!found.groups || found[0].startsWith('"')) continue;
    const reference = read(found.groups);
    const changed = reference && change(reference);
    if (changed === undefined) continue;
    result += formula.slice(done, found.index) + changed;
    done = found.index + found[0].length;
  }
  return result + formula.slice(done);
};

export const referenceText = ({ sheet, kind, area, single, dollars }: Reference): string => {
  const row = (at: number, fixed: boolean): string => `${fixed ? "$" : ""}${at + 1}`;
  const column = (at: number, fixed: boolean): string => `${fixed ? "$" : ""}${columnLetters(at)}`;
  const first = {
    cells: () => column(area.left, dollars.left) + row(area.top, dollars.top),
    columns: () => column(area.left, dollars.left),
    rows: () => row(area.top, dollars.top),
  }[kind]();
  const last = {
    cells: () => column(area.right, dollars.right) + row(area.bottom, dollars.bottom),
    columns: () => column(area.right, dollars.right),
    rows: () => row(area.bottom, dollars.bottom),
  }[kind]();
  return (sheet === undefined ? "" : sheetPrefix(sheet)) + (single ? first : `${first}:${last}`);
};

/** The formula as filling copies it `rows` down and `columns` to the right. */
export const copyFormula = (formula: string, rows: number, columns: number): string =>
  (rows === 0 && columns === 0) || !formula.startsWith("=")
    ? formula
    : mapReferences(formula, (reference) => {
        const { area, dollars, kind } = reference;
        const row = (at: number, fixed: boolean): number => (fixed || kind === "columns" ? at : at + rows);
        const column = (at: number, fixed: boolean): number => (fixed || kind === "rows" ? at : at + columns);
        const moved = {
          top: row(area.top, dollars.top),
          bottom: row(area.bottom, dollars.bottom),
          left: column(area.left, dollars.left),
          right: column(area.right, dollars.right),
        };
        const lost = moved.top < 0 || moved.left < 0 || moved.bottom > maxRow || moved.right > maxColumn;
        return lost ? "#REF!" : referenceText({ ...reference, area: moved });
      });

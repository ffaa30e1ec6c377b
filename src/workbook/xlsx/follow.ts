/** Formulas that follow what they speak of: cells that move, tables and columns that are called otherwise. */
import { type Area, columnLetters, columnNumber } from "../../book/address";
import { lastRow } from "../../book/book";
import {
  escapeColumn,
  formulaPieces,
  joinPieces,
  toFileFormula,
  toShownFormula,
} from "../../book/structured";

const edge = /(?<![\p{L}\p{N}_.$!'\]\\])/u.source;
const sheetName = /(?<sheet>(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?/u.source;
const cells =
  /(?<d1>\$?)(?<c1>[A-Za-z]{1,3})(?<e1>\$?)(?<r1>[1-9]\d{0,6})(?::(?<d2>\$?)(?<c2>[A-Za-z]{1,3})(?<e2>\$?)(?<r2>[1-9]\d{0,6}))?/u
    .source;
const columns = /(?<d3>\$?)(?<c3>[A-Za-z]{1,3}):(?<d4>\$?)(?<c4>[A-Za-z]{1,3})/u.source;
const behind = /(?![\p{L}\p{N}_.(![])/u.source;
const pattern = new RegExp(`"(?:[^"]|"")*"|${edge}${sheetName}(?:${cells}|${columns})${behind}`, "gu");

/** Where cells of one sheet are afterwards; the same area where they stay. */
export type Follow = (area: Area) => Area;

/**
 * A formula after cells of a sheet have moved. References take their two ends along.
 * @param own the sheet the formula stands on.
 */
export const followCells = (formula: string, own: string, sheet: string, follow: Follow): string => {
  const change = (plain: string): string =>
    plain.replace(pattern, (text: string, ...args: unknown[]) => {
      const groups = args.at(-1) as Readonly<Record<string, string | undefined>>;
      const { c1, r1, c3, c4 } = groups;
      const prefix = groups["sheet"] ?? "";
      const named = prefix === "" ? own : prefix.replace(/^'|'?!$/gu, "").replaceAll("''", "'");
      if (named.toLowerCase() !== sheet.toLowerCase()) return text;
      const mark = (name: string): string => groups[name] ?? "";
      if (c3 !== undefined && c4 !== undefined) {
        const [left, right] = [columnNumber(c3), columnNumber(c4)];
        const now = follow({ top: 0, bottom: lastRow - 1, left, right });
        return now.left === left && now.right === right
          ? text
          : `${prefix}${mark("d3")}${columnLetters(now.left)}:${mark("d4")}${columnLetters(now.right)}`;
      }
      if (c1 === undefined || r1 === undefined) return text;
      const [c2, r2] = [groups["c2"] ?? c1, groups["r2"] ?? r1];
      const area = {
        left: columnNumber(c1),
        right: columnNumber(c2),
        top: Number(r1) - 1,
        bottom: Number(r2) - 1,
      };
      if (area.left > area.right || area.top > area.bottom) return text;
      const now = follow(area);
      if (
        now.left === area.left &&
        now.right === area.right &&
        now.top === area.top &&
        now.bottom === area.bottom
      )
        return text;
      const first = `${mark("d1")}${columnLetters(now.left)}${mark("e1")}${now.top + 1}`;
      const last = `${mark("d2")}${columnLetters(now.right)}${mark("e2")}${now.bottom + 1}`;
      return groups["c2"] === undefined ? `${prefix}${first}` : `${prefix}${first}:${last}`;
    });
  let out = "";
  let plain = "";
  // Joined again before: the pieces cut addresses into names and signs.
  for (const piece of formulaPieces(formula)) {
    if (piece.kind !== "reference") {
      plain += piece.text;
      continue;
    }
    out += `${change(plain)}${piece.table}[${piece.inside}]`;
    plain = "";
  }
  return out + change(plain);
};

const renamedColumn = (inside: string, from: string, to: string): string =>
  inside === escapeColumn(from)
    ? escapeColumn(to)
    : inside.replaceAll(`[${escapeColumn(from)}]`, () => `[${escapeColumn(to)}]`);

const sameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/**
 * A formula after a table or one of its columns got another name.
 * @param tableOfCell the table it stands in, as it was called before.
 */
export const followName = (
  formula: string,
  tableOfCell: string | undefined,
  table: string,
  becomes: { readonly table: string } | { readonly from: string; readonly to: string },
): string => {
  const inside = tableOfCell !== undefined && sameName(tableOfCell, table);
  if (!formula.includes("[")) return formula;
  const file = formulaPieces(toFileFormula(formula, tableOfCell));
  if (!file.some((piece) => piece.kind === "reference" && sameName(piece.table, table))) return formula;
  const now = file.map((piece) => {
    if (piece.kind !== "reference" || !sameName(piece.table, table)) return piece;
    return "table" in becomes
      ? { ...piece, table: becomes.table }
      : { ...piece, inside: renamedColumn(piece.inside, becomes.from, becomes.to) };
  });
  return toShownFormula(joinPieces(now), inside && "table" in becomes ? becomes.table : tableOfCell);
};

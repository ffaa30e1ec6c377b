import type { Area } from "../../book/address";
import type { Cell } from "../../book/book";
import { copyFormula } from "../model/references";

/** Cells as other programs take them: tabs between columns, quotes where a text has tabs, quotes or lines. */
export const toTabs = (texts: readonly (readonly string[])[]): string =>
  texts
    .map((line) =>
      line.map((text) => (/[\t\n\r"]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join("\t"),
    )
    .join("\r\n");

/** The reverse; lines of equal length. */
export const fromTabs = (text: string): readonly (readonly string[])[] => {
  const lines: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/uy;
  while (cell.lastIndex < text.length || lines.length === 1) {
    const match = cell.exec(text);
    if (!match) break;
    const [whole, quoted, plain = "", end = ""] = match;
    lines.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === "") break;
    if (end !== "\t") lines.push([]);
    if (whole === "") break;
  }
  while (lines.length > 1 && lines.at(-1)?.every((each) => each === "")) lines.pop();
  const width = Math.max(...lines.map((line) => line.length));
  return lines.map((line) => [...line, ...new Array<string>(width - line.length).fill("")]);
};

const moved = (cell: Cell, rows: number, columns: number): Cell =>
  typeof cell === "object" && cell !== null ? { formula: copyFormula(cell.formula, rows, columns) } : cell;

const isNumber = (cell: Cell): cell is number => typeof cell === "number";

/** What dragging the handle puts into `to`: a run of numbers goes on, everything else repeats. */
export const filledCells = (
  source: readonly (readonly Cell[])[],
  from: Area,
  to: Area,
): readonly (readonly Cell[])[] => {
  const height = from.bottom - from.top + 1;
  const width = from.right - from.left + 1;
  const downwards = to.left === from.left && to.right === from.right;
  const wrap = (at: number, size: number): number => ((at % size) + size) % size;
  const series = (run: readonly Cell[], at: number): Cell | undefined => {
    const [first, second] = run;
    if (run.length < 2 || !run.every(isNumber) || !isNumber(first ?? null) || !isNumber(second ?? null))
      return undefined;
    const step = (second as number) - (first as number);
    const even = run.every((each, index) => Math.abs(each - ((first as number) + index * step)) < 1e-9);
    return even ? (first as number) + at * step : undefined;
  };
  return Array.from({ length: to.bottom - to.top + 1 }, (_, down) =>
    Array.from({ length: to.right - to.left + 1 }, (_unused, across) => {
      const row = to.top + down - from.top;
      const column = to.left + across - from.left;
      const line = downwards
        ? source.map((each) => each[wrap(column, width)] ?? null)
        : (source[wrap(row, height)] ?? []);
      const next = series(line, downwards ? row : column);
      if (next !== undefined) return next;
      const sourceRow = wrap(row, height);
      const sourceColumn = wrap(column, width);
      return moved(source[sourceRow]?.[sourceColumn] ?? null, row - sourceRow, column - sourceColumn);
    }),
  );
};

/** Copied cells as they land elsewhere; one cell fills a whole selection. */
export const pastedCells = (
  source: readonly (readonly Cell[])[],
  from: Area,
  at: { readonly row: number; readonly column: number },
): readonly (readonly Cell[])[] =>
  source.map((line) => line.map((cell) => moved(cell, at.row - from.top, at.column - from.left)));

import type { Area } from "../../book/address";
import type { Look, RangeLook } from "../../book/book";
import { areaText, maxColumn, maxRow, wholeSheet } from "./areas";
import { seams } from "./looks";
import type { CellLook, Edge, LookEntry } from "./workbook";

type Part = { -readonly [K in keyof Look]: Look[K] };

const sameEdges = (edges: readonly (Edge | null | undefined)[]): string | undefined => {
  const [first] = edges;
  if (!first || first.style === "None") return undefined;
  return edges.every((edge) => edge?.style === first.style && edge.color === first.color)
    ? first.color
    : undefined;
};

const horizontals = { Left: "left", Center: "center", Right: "right" } as const;
const verticals = { Top: "top", Center: "center", Bottom: "bottom" } as const;

/** A look of the host as a book says it. Borders that are not the same all round are left out. */
export const plainLook = (look: CellLook): Look => {
  const plain: Part = {};
  if (look.fontName) plain.fontName = look.fontName;
  if (look.fontSize) plain.fontSize = look.fontSize;
  if (typeof look.bold === "boolean") plain.bold = look.bold;
  if (typeof look.italic === "boolean") plain.italic = look.italic;
  if (look.underline) plain.underline = look.underline !== "None";
  if (look.color) plain.color = look.color;
  if (look.fill) plain.fill = look.fill;
  const horizontal = horizontals[look.horizontal as keyof typeof horizontals] as
    Look["horizontal"] | undefined;
  if (horizontal) plain.horizontal = horizontal;
  const vertical = verticals[look.vertical as keyof typeof verticals] as Look["vertical"] | undefined;
  if (vertical) plain.vertical = vertical;
  if (typeof look.wrap === "boolean") plain.wrap = look.wrap;
  if (look.numberFormat) plain.numberFormat = look.numberFormat;
  if (typeof look.locked === "boolean") plain.locked = look.locked;
  const border = sameEdges([look.edgeTop, look.edgeBottom, look.edgeLeft, look.edgeRight]);
  if (border !== undefined) plain.border = border;
  return plain;
};

const text = (look: Look): string => JSON.stringify(Object.entries(look).sort());

/** For every stretch of columns its stretches of rows, from top to bottom. */
const grid = (
  entries: readonly LookEntry[],
  rows: readonly number[],
  columns: readonly number[],
): readonly (readonly Look[])[] => {
  const cells: CellLook[][] = columns.map(() => rows.map(() => ({})));
  const first = (starts: readonly number[], at: number): number => starts.indexOf(at);
  const end = (starts: readonly number[], after: number): number => {
    const at = starts.indexOf(after);
    return at < 0 ? starts.length : at;
  };
  for (const { area, look } of entries)
    for (let c = first(columns, area.left); c < end(columns, area.right + 1); c++)
      for (let r = first(rows, area.top); r < end(rows, area.bottom + 1); r++) {
        const column = cells[c];
        if (column) column[r] = { ...column[r], ...look };
      }
  return cells.map((column) => column.map(plainLook));
};

/** What a whole column can say at once: the look of its last, endless stretch, as far as every stretch says it too. */
const baseOf = (column: readonly Look[]): Look => {
  const last = column.at(-1) ?? {};
  return Object.fromEntries(
    Object.entries(last).filter(([key]) => column.every((look) => look[key as keyof Look] !== undefined)),
  );
};

const beyond = (look: Look, base: Look): Look =>
  Object.fromEntries(Object.entries(look).filter(([key, value]) => base[key as keyof Look] !== value));

/** Looks merged into few ranges: whole columns first, then what differs, side by side and one below the other. */
export const plainLooks = (entries: readonly LookEntry[]): readonly RangeLook[] => {
  if (entries.length === 0) return [];
  const { rows, columns } = seams(entries, wholeSheet);
  const looks = grid(entries, rows, columns);
  const bases = looks.map(baseOf);
  const lines = looks.map((column, c) => column.map((look) => beyond(look, bases[c] ?? {})));
  const bottomOf = (r: number): number => (rows[r + 1] ?? maxRow + 1) - 1;
  const rightOf = (c: number): number => (columns[c + 1] ?? maxColumn + 1) - 1;
  const pieces: { area: Area; look: Look; key: string }[] = [];
  const add = (area: Area, look: Look): void => {
    const key = text(look);
    if (key === "[]") return;
    const above = pieces.find(
      (piece) =>
        piece.key === key &&
        piece.area.left === area.left &&
        piece.area.right === area.right &&
        piece.area.bottom + 1 === area.top,
    );
    if (above) above.area = { ...above.area, bottom: area.bottom };
    else pieces.push({ area, look, key });
  };
  const across = (top: number, bottom: number, lookOf: (c: number) => Look): void => {
    for (let c = 0; c < columns.length;) {
      const look = lookOf(c);
      let last = c;
      while (last + 1 < columns.length && text(lookOf(last + 1)) === text(look)) last++;
      add({ top, bottom, left: columns[c] ?? 0, right: rightOf(last) }, look);
      c = last + 1;
    }
  };
  across(0, maxRow, (c) => bases[c] ?? {});
  const wholes = pieces.splice(0);
  rows.forEach((top, r) => {
    across(top, bottomOf(r), (c) => lines[c]?.[r] ?? {});
  });
  return [...wholes, ...pieces].map(({ area, look }) => ({ range: areaText(area), look }));
};

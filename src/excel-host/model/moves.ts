import type { Area } from "../../book/address";
import { isWholeColumns, isWholeRows } from "./areas";
import { rowOf, store } from "./cells";
import { moveChartData } from "./charts";
import { newColumn } from "./columns";
import { rewriteFormulas } from "./formulas";
import { mapReferences, referenceText } from "./references";
import { hostError } from "./refusal";
import { across, along, isWholeMove, shiftArea, shiftPieces, withSpan, type Move } from "./spans";
import type { Size, TableState, Workbook } from "./workbook";

const touches = (table: TableState, move: Move): boolean => along(table.area, move).end >= move.at;

/** Excel: "This operation is not allowed. The operation is attempting to shift cells in a table on your worksheet." */
const refuseCutTables = (move: Move): void => {
  for (const table of move.sheet.tables) {
    if (!touches(table, move)) continue;
    const cross = across(table.area, move);
    const apart = cross.end < move.from || cross.start > move.to;
    if (!apart && (cross.start < move.from || cross.end > move.to))
      throw hostError("InvalidOperation", `This would shift cells in the table ${table.name}.`);
    const { start, end } = along(table.area, move);
    const last = move.at - move.count - 1;
    const header = move.axis === "rows" && move.count < 0 && move.at <= start && last >= start;
    // Assumed: the header row cannot go without its table.
    if (!apart && header && last < end)
      throw hostError("InvalidOperation", `The header row of ${table.name} cannot be deleted.`);
  }
};

const moveCells = (move: Move): void => {
  const { sheet, axis, at, count, from, to } = move;
  if (axis === "rows" && isWholeMove(move)) {
    if (at >= sheet.rows.length) return;
    const tail = sheet.rows.splice(at);
    if (count > 0) sheet.rows.length = at + count;
    for (const row of count > 0 ? tail : tail.slice(-count)) sheet.rows.push(row);
    return;
  }
  if (axis === "columns") {
    const bottom = Math.min(to, sheet.rows.length - 1);
    for (let row = from; row <= bottom; row++) {
      const cells = sheet.rows[row];
      if (!cells || at >= cells.length) continue;
      if (count > 0) cells.splice(at, 0, ...new Array<null>(count).fill(null));
      else cells.splice(at, -count);
    }
    return;
  }
  const bottom = sheet.rows.length - 1;
  const carry = (source: number, target: number): void => {
    const cells = sheet.rows[source];
    if (!cells && !sheet.rows[target]) return;
    const goal = rowOf(sheet, target);
    for (let column = from; column <= Math.min(to, Math.max(cells?.length ?? 0, goal.length) - 1); column++)
      goal[column] = cells?.[column] ?? null;
  };
  if (count > 0) {
    for (let row = bottom; row >= at; row--) carry(row, row + count);
    for (let row = at; row < at + count; row++) carry(-1, row);
  } else for (let row = at; row <= bottom; row++) carry(row - count, row);
};

const moveSizes = (sizes: Map<number, Size>, { at, count }: Move): Map<number, Size> => {
  const moved = new Map<number, Size>();
  for (const [index, size] of sizes) {
    if (index < at) moved.set(index, size);
    else if (count > 0 || index >= at - count) moved.set(index + count, size);
  }
  return moved;
};

const moveTables = (move: Move): void => {
  const { sheet } = move;
  for (const table of [...sheet.tables]) {
    const before = table.area;
    const after = shiftArea(before, move);
    if (!after) {
      sheet.tables.splice(sheet.tables.indexOf(table), 1);
      continue;
    }
    table.area = after;
    if (move.axis !== "columns" || across(before, move).start < move.from) continue;
    const first = move.at - before.left;
    if (move.count < 0) {
      const from = Math.max(0, first);
      const gone = before.right - before.left - (after.right - after.left);
      table.columns.splice(from, gone);
    } else if (first > 0 && first < table.columns.length)
      table.columns.splice(first, 0, ...Array.from({ length: move.count }, () => newColumn(table)));
    table.columns.forEach((column, at) => store(sheet, after.top, after.left + at, column.name));
  }
};

/** Inserted rows look like the row above, columns like the column to the left: Excel's default, "Format same as above". */
const moveLooks = (move: Move): void => {
  const { sheet, at, count } = move;
  sheet.looks = sheet.looks.flatMap((entry) => {
    const span = along(entry.area, move);
    const below = count > 0 && span.end === at - 1 && at > 0;
    const cross = across(entry.area, move);
    const inside = cross.start >= move.from && cross.end <= move.to;
    if (below && inside && !isWholeColumns(entry.area) && !isWholeRows(entry.area))
      return [{ ...entry, area: withSpan(entry.area, move, { start: span.start, end: span.end + count }) }];
    return shiftPieces(entry.area, move).map((area) => ({ ...entry, area }));
  });
};

const moveFormulas = (book: Workbook, move: Move): void => {
  const name = move.sheet.name.toLowerCase();
  const known = new Map<string, string>();
  rewriteFormulas(book, (formula, { sheet }) => {
    if (!/\d|:/u.test(formula)) return formula;
    const own = sheet === move.sheet;
    const key = `${own ? "=" : "!"}${formula}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const changed = mapReferences(formula, (reference) => {
      const here = reference.sheet === undefined ? own : reference.sheet.toLowerCase() === name;
      if (!here) return undefined;
      const area = shiftArea(reference.area, move);
      return area ? referenceText({ ...reference, area }) : "#REF!";
    });
    known.set(key, changed);
    return changed;
  });
};

const moveAnchor = (
  anchor: { readonly row: number; readonly column: number },
  move: Move,
): { row: number; column: number } => {
  const cell = { top: anchor.row, bottom: anchor.row, left: anchor.column, right: anchor.column };
  const after = shiftArea(cell, move) ?? cell;
  return { row: after.top, column: after.left };
};

const movedBreaks = (rows: readonly number[], move: Move): number[] => [
  ...new Set(
    rows.flatMap((row) => {
      const area = shiftArea({ top: row, bottom: row, left: 0, right: 0 }, { ...move, from: 0, to: 0 });
      return area && area.top > 0 ? [area.top] : [];
    }),
  ),
];

/** Inserts or deletes, and takes along everything that stands on the sheet or points to it. */
export const applyMove = (book: Workbook, move: Move): void => {
  refuseCutTables(move);
  const { sheet } = move;
  moveFormulas(book, move);
  moveCells(move);
  moveLooks(move);
  moveTables(move);
  sheet.merges = sheet.merges.flatMap((area) => shiftArea(area, move) ?? []);
  sheet.links = sheet.links.flatMap((link) => {
    const area = shiftArea(link.area, move);
    return area ? [{ ...link, area }] : [];
  });
  sheet.comments = sheet.comments.flatMap((comment) => {
    const area = shiftArea(comment.area, move);
    return area ? [{ ...comment, area }] : [];
  });
  const carried = <
    T extends { readonly areas: readonly Area[]; readonly anchor: { row: number; column: number } },
  >(
    each: T,
  ): T[] => {
    const areas = each.areas.flatMap((area) => shiftPieces(area, move));
    return areas.length === 0 ? [] : [{ ...each, areas, anchor: moveAnchor(each.anchor, move) }];
  };
  sheet.validations = sheet.validations.flatMap(carried);
  sheet.highlights = sheet.highlights.flatMap(carried);
  if (sheet.filter) {
    const area = shiftArea(sheet.filter.area, move);
    if (area) sheet.filter.area = area;
    else sheet.filter = undefined;
  }
  moveChartData(book, (place) => (place.sheet === sheet ? shiftArea(place.area, move) : place.area));
  // A chart moves and stretches with the cells under it; where all of them go it stays (assumed).
  for (const chart of sheet.charts) chart.area = shiftArea(chart.area, move) ?? chart.area;
  if (sheet.print.printArea) sheet.print.printArea = shiftArea(sheet.print.printArea, move);
  if (isWholeMove(move)) {
    if (move.axis === "rows") {
      sheet.pageBreaks = movedBreaks(sheet.pageBreaks, move);
      sheet.rowSizes = moveSizes(sheet.rowSizes, move);
      const hidden = new Map([...sheet.filterHidden].map((row) => [row, { size: undefined, hidden: true }]));
      sheet.filterHidden = new Set(moveSizes(hidden, move).keys());
    } else sheet.columnSizes = moveSizes(sheet.columnSizes, move);
  }
  for (const held of book.held) {
    if (held.sheet !== sheet || held.gone) continue;
    const area = shiftArea(held.area, move);
    if (area) held.area = area;
    else held.gone = true;
  }
  book.calculation.stale = true;
  book.changes.push({ kind: "moved", sheet: sheet.name });
};

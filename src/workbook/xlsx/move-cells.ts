/** Cells of a draft's sheet put elsewhere on it; looks, rules, tables and every formula of the workbook follow. */
import { type Area, areaAddress, parseArea, parseSheetRange } from "../../book/address";
import {
  type DefinedName,
  type Highlight,
  lastColumn,
  lastRow,
  type Sheet,
  type Validation,
  type ValidationRule,
} from "../../book/book";
import { shiftFormula } from "../../xlsx/formula-shift";
import { rangeText, sheetRangeText } from "../../xlsx/read-ranges";
import { intersection, without } from "./areas";
import { amend, changeFormulas, type Draft, type DraftSheet, openGrid, setCell, sparse } from "./draft";
import { followCells, type Follow } from "./follow";

export type Move =
  /** All cells of these rows (to the sheet's end) from `left` on, one column to the right. */
  | { readonly kind: "column"; readonly top: number; readonly left: number }
  /** Cells of these columns from `top` on, one row down. */
  | { readonly kind: "row"; readonly top: number; readonly left: number; readonly right: number }
  /** Columns `left`, `left + 1` … go where `to` says, counted from `left`; from `top` to the sheet's end. */
  | { readonly kind: "order"; readonly top: number; readonly left: number; readonly to: readonly number[] };

const regionOf = (move: Move): Area => {
  const { top, left } = move;
  const bottom = lastRow - 1;
  if (move.kind === "column") return { top, left, bottom, right: lastColumn - 1 };
  if (move.kind === "row") return { top, left, bottom, right: move.right };
  return { top, left, bottom, right: left + move.to.length - 1 };
};

const columnAfter = (move: Move, column: number): number => {
  if (move.kind === "row" || column < move.left) return column;
  if (move.kind === "column") return Math.min(lastColumn - 1, column + 1);
  const to = move.to[column - move.left];
  return to === undefined ? column : move.left + to;
};

/** Where a reference's ends are afterwards. */
const followOf = (move: Move): Follow => {
  const region = regionOf(move);
  return (area) => {
    if (move.kind === "row") {
      if (area.left < region.left || area.right > region.right) return area;
      const down = (row: number): number => (row >= move.top ? Math.min(lastRow - 1, row + 1) : row);
      return { ...area, top: down(area.top), bottom: down(area.bottom) };
    }
    if (area.bottom < move.top) return area;
    const ends = [columnAfter(move, area.left), columnAfter(move, area.right)] as const;
    return { ...area, left: Math.min(...ends), right: Math.max(...ends) };
  };
};

/** A part of an area: where it was, and where it is now. */
interface Piece {
  readonly from: Area;
  readonly to: Area;
}

const piecesOf = (area: Area, move: Move): readonly Piece[] => {
  const region = regionOf(move);
  const inside = intersection(area, region);
  const stay = without(area, region).map((each) => ({ from: each, to: each }));
  if (inside === undefined) return stay;
  if (move.kind === "row")
    return [
      ...stay,
      {
        from: inside,
        to: { ...inside, top: inside.top + 1, bottom: Math.min(lastRow - 1, inside.bottom + 1) },
      },
    ];
  if (move.kind === "column") {
    const right = Math.min(lastColumn - 1, inside.right + 1);
    return inside.left + 1 > right
      ? stay
      : [...stay, { from: inside, to: { ...inside, left: inside.left + 1, right } }];
  }
  const runs: { from: Area; to: Area }[] = [];
  for (let column = inside.left; column <= inside.right; column++) {
    const now = columnAfter(move, column);
    const last = runs.at(-1);
    if (last?.to.right === now - 1)
      runs[runs.length - 1] = { from: { ...last.from, right: column }, to: { ...last.to, right: now } };
    else
      runs.push({
        from: { ...inside, left: column, right: column },
        to: { ...inside, left: now, right: now },
      });
  }
  return [...stay, ...runs];
};

/** Every part of a range with what hangs on it; `shift` makes a formula meant for the range's first cell the part's. */
const pieced = <T extends { readonly range: string }>(
  items: readonly T[],
  move: Move,
  shifted: (item: T, shift: (formula: string) => string) => T,
): readonly T[] =>
  items.flatMap((item): readonly T[] => {
    const area = parseArea(item.range);
    if (area === undefined) return [item];
    const parts = piecesOf(area, move);
    if (parts.length === 1 && parts[0]?.to === area) return [item];
    return parts.map(({ from, to }) => ({
      ...shifted(item, (formula) => {
        const [down, across] = [from.top - area.top, from.left - area.left];
        return down === 0 && across === 0 ? formula : shiftFormula(formula, down, across);
      }),
      range: rangeText(to),
    }));
  });

export const withRule = (rule: ValidationRule, change: (formula: string) => string): ValidationRule => {
  const bound = (limit: number | string): number | string =>
    typeof limit === "string" ? change(limit) : limit;
  if (rule.kind === "list") return { ...rule, source: change(rule.source) };
  if (rule.kind === "custom") return { ...rule, formula: change(rule.formula) };
  return {
    ...rule,
    first: bound(rule.first),
    ...(rule.second === undefined ? {} : { second: bound(rule.second) }),
  };
};

/** A formula in each place of a workbook that has one. */
export const changeEverywhere = (
  draft: Draft,
  change: (formula: string, sheet: string, table: string | undefined) => string,
): void => {
  const named = (names: readonly DefinedName[], sheet: string): readonly DefinedName[] =>
    names.map((each) => ({ ...each, refersTo: change(each.refersTo, sheet, undefined) }));
  draft.names = named(draft.names, "");
  for (const each of draft.sheets) {
    const { name, validations, highlights, tables, names } = each.sheet;
    const plain = (formula: string): string => change(formula, name, undefined);
    changeFormulas(each, (formula, table) => change(formula, name, table));
    amend(each, {
      validations: validations.map((one): Validation =>
        one.rule === undefined ? one : { ...one, rule: withRule(one.rule, plain) },
      ),
      highlights: highlights.map((one): Highlight => ({ ...one, formula: plain(one.formula) })),
      tables: tables.map((table) => ({
        ...table,
        columns: table.columns.map((column) =>
          column.formula === undefined
            ? column
            : { ...column, formula: change(column.formula, name, table.name) },
        ),
      })),
      ...(names === undefined ? {} : { names: named(names, name) }),
    });
  }
};

const moveGrid = (sheet: DraftSheet, move: Move): void => {
  const grid = openGrid(sheet);
  const region = regionOf(move);
  const within = (column: number): boolean => column >= region.left && column <= region.right;
  const rows = sparse(grid).filter(([row]) => row >= move.top);
  // From below, so that no row is written before it was read.
  for (const [row, line] of move.kind === "row" ? [...rows].reverse() : rows) {
    const cells = sparse(line).filter(([column]) => within(column));
    for (const [column] of cells) setCell(sheet, row, column, null);
    for (const [column, cell] of cells)
      setCell(sheet, move.kind === "row" ? row + 1 : row, columnAfter(move, column), cell);
  }
};

const moveParts = (sheet: DraftSheet, move: Move, follow: Follow): void => {
  const { looks, columns, merges, links, tables, validations, highlights, comments } = sheet.sheet;
  const ends = (range: string): string => {
    const area = parseArea(range);
    return area === undefined ? range : areaAddress(follow(area));
  };
  const one = (range: string): string => {
    const area = parseArea(range);
    const inside = area && intersection(area, regionOf(move));
    return area && inside && inside.top === area.top && inside.bottom === area.bottom ? ends(range) : range;
  };
  amend(sheet, {
    looks: pieced(looks, move, (look) => look),
    validations: pieced(validations, move, (each, shift) =>
      each.rule === undefined ? each : { ...each, rule: withRule(each.rule, shift) },
    ),
    highlights: pieced(highlights, move, (each, shift) => ({ ...each, formula: shift(each.formula) })),
    columns: columns.map((each) => ({ ...each, column: columnAfter(move, each.column) })),
    merges: merges.map(one),
    links: links.map((link) => ({ ...link, cell: one(link.cell) })),
    ...(comments && { comments: comments.map((each) => ({ ...each, cell: one(each.cell) })) }),
    tables: tables.map((table) => ({ ...table, range: ends(table.range) })),
  });
};

const moveCharts = (sheet: Sheet, moved: string, follow: Follow): Pick<Sheet, "charts"> => {
  const place = (range: string): string => {
    const found = parseSheetRange(range, sheet.name);
    return found?.sheet === moved
      ? sheetRangeText({ sheet: moved, area: follow(found.area) }, sheet.name)
      : range;
  };
  return {
    ...(sheet.charts && {
      charts: sheet.charts.map((chart) => ({
        ...chart,
        series: chart.series.map((one) => ({
          ...one,
          values: place(one.values),
          ...(one.categories === undefined ? {} : { categories: place(one.categories) }),
        })),
      })),
    }),
  };
};

/** No cell is lost but what goes over the sheet's edge. */
export const moveCells = (draft: Draft, sheet: DraftSheet, move: Move): void => {
  const follow = followOf(move);
  const { name } = sheet.sheet;
  // Ranges are cut first: their formulas are still those of before.
  moveParts(sheet, move, follow);
  moveGrid(sheet, move);
  changeEverywhere(draft, (formula, own) => followCells(formula, own, name, follow));
  for (const each of draft.sheets) amend(each, moveCharts(each.sheet, name, follow));
};

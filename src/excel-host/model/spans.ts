import type { Area } from "../../book/address";
import { common, maxColumn, maxRow } from "./areas";
import type { SheetState } from "./workbook";

/** Rows or columns that come (`count` above 0) or go (below 0) at `at`, between `from` and `to` of the other axis. */
export interface Move {
  readonly sheet: SheetState;
  readonly axis: "rows" | "columns";
  readonly at: number;
  readonly count: number;
  readonly from: number;
  readonly to: number;
}

export const isWholeMove = ({ axis, from, to }: Move): boolean =>
  from === 0 && to === (axis === "rows" ? maxColumn : maxRow);

export interface Span {
  readonly start: number;
  readonly end: number;
}

export const along = (area: Area, { axis }: Move): Span =>
  axis === "rows" ? { start: area.top, end: area.bottom } : { start: area.left, end: area.right };

export const across = (area: Area, { axis }: Move): Span =>
  axis === "rows" ? { start: area.left, end: area.right } : { start: area.top, end: area.bottom };

export const withSpan = (area: Area, { axis }: Move, { start, end }: Span): Area =>
  axis === "rows" ? { ...area, top: start, bottom: end } : { ...area, left: start, right: end };

const shiftSpan = ({ start, end }: Span, { at, count, axis }: Move): Span | undefined => {
  const last = axis === "rows" ? maxRow : maxColumn;
  if (start === 0 && end === last) return { start, end };
  if (count > 0)
    return {
      start: at <= start ? Math.min(start + count, last) : start,
      end: at <= end ? Math.min(end + count, last) : end,
    };
  const next = at - count;
  const shifted = {
    start: start < at ? start : start >= next ? start + count : at,
    end: end < at ? end : end >= next ? end + count : at - 1,
  };
  return shifted.end < shifted.start ? undefined : shifted;
};

/** One area after the move; `undefined`: it is gone. An area only partly between `from` and `to` stays. */
export const shiftArea = (area: Area, move: Move): Area | undefined => {
  const cross = across(area, move);
  if (cross.start < move.from || cross.end > move.to) return area;
  const span = shiftSpan(along(area, move), move);
  return span && withSpan(area, move, span);
};

/** The same for what may be cut into pieces: looks, rules. */
export const shiftPieces = (area: Area, move: Move): readonly Area[] => {
  const band: Area =
    move.axis === "rows"
      ? { top: 0, bottom: maxRow, left: move.from, right: move.to }
      : { left: 0, right: maxColumn, top: move.from, bottom: move.to };
  const inside = common(area, band);
  if (!inside) return [area];
  const shifted = shiftArea(inside, move);
  const cross = across(area, move);
  const outside: Area[] = [];
  const cut = (start: number, end: number): void => {
    if (start <= end)
      outside.push(
        move.axis === "rows" ? { ...area, left: start, right: end } : { ...area, top: start, bottom: end },
      );
  };
  cut(cross.start, move.from - 1);
  cut(move.to + 1, cross.end);
  return shifted ? [...outside, shifted] : outside;
};

import { areaAddress, columnLetters, type Area } from "../../book/address";
import { lastColumn, lastRow } from "../../book/book";

export const maxRow = lastRow - 1;
export const maxColumn = lastColumn - 1;

export const wholeSheet: Area = { top: 0, left: 0, bottom: maxRow, right: maxColumn };

export const isWholeColumns = (area: Area): boolean => area.top === 0 && area.bottom === maxRow;
export const isWholeRows = (area: Area): boolean => area.left === 0 && area.right === maxColumn;

export const rowCount = (area: Area): number => area.bottom - area.top + 1;
export const columnCount = (area: Area): number => area.right - area.left + 1;

export const covers = (outer: Area, inner: Area): boolean =>
  outer.top <= inner.top &&
  outer.bottom >= inner.bottom &&
  outer.left <= inner.left &&
  outer.right >= inner.right;

export const common = (one: Area, other: Area): Area | undefined => {
  const top = Math.max(one.top, other.top);
  const left = Math.max(one.left, other.left);
  const bottom = Math.min(one.bottom, other.bottom);
  const right = Math.min(one.right, other.right);
  return top > bottom || left > right ? undefined : { top, left, bottom, right };
};

/** What is left of `area` without `hole`: up to four pieces. */
export const without = (area: Area, hole: Area): readonly Area[] => {
  const inside = common(area, hole);
  if (!inside) return [area];
  const pieces: Area[] = [];
  if (area.top < inside.top) pieces.push({ ...area, bottom: inside.top - 1 });
  if (area.bottom > inside.bottom) pieces.push({ ...area, top: inside.bottom + 1 });
  const middle = { top: inside.top, bottom: inside.bottom };
  if (area.left < inside.left) pieces.push({ ...middle, left: area.left, right: inside.left - 1 });
  if (area.right > inside.right) pieces.push({ ...middle, left: inside.right + 1, right: area.right });
  return pieces;
};

/** "A4:C9", whole columns "B:D", whole rows "3:7". */
export const areaText = (area: Area): string => {
  if (isWholeRows(area)) return `${area.top + 1}:${area.bottom + 1}`;
  if (isWholeColumns(area)) return `${columnLetters(area.left)}:${columnLetters(area.right)}`;
  return areaAddress(area);
};

/** `'a b'!`, or `来访登记!` where no quotes are needed. */
export const sheetPrefix = (name: string): string =>
  /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[A-Za-z]{1,3}\d+$/u.test(name)
    ? `${name}!`
    : `'${name.replaceAll("'", "''")}'!`;

import { lastColumn, type ColumnSize } from "../book/book";
import { isTrue } from "./xml-tags";
import { childOf, childrenOf, type XmlElement } from "./xml-tree";

export interface ReadColumns {
  readonly sizes: readonly ColumnSize[];
  /** [from, to, style, from, to, style …] from A to XFD without gaps. */
  readonly styles: readonly number[];
  readonly outlined: number;
}

/** A width said of so many columns at once is meant for all that is empty on the right. */
const many = 64;

const usualWidth = 8.43;

/**
 * Widths and styles of columns.
 * @param styleOf a file's style index → the one that stands for it
 * @param used the last column with anything in it; -1 where there is none
 */
export const readColumns = (
  worksheet: XmlElement,
  styleOf: (index: number) => number,
  used: number,
): ReadColumns => {
  const sizes = new Map<number, ColumnSize>();
  const styles: number[] = [];
  const plain = styleOf(0);
  const add = (from: number, to: number, style: number): void => {
    if (from > to) return;
    if (styles.length > 0 && styles.at(-1) === style) styles[styles.length - 2] = to;
    else styles.push(from, to, style);
  };
  let outlined = 0;
  let next = 0;
  const said = childrenOf(childOf(worksheet, "cols"), "col")
    .map((col) => ({
      col,
      from: Number(col.attribute("min") ?? Number.NaN) - 1,
      to: Math.min(lastColumn, Number(col.attribute("max") ?? Number.NaN)) - 1,
    }))
    .filter(({ from, to }) => Number.isInteger(from) && Number.isInteger(to) && from >= 0 && from <= to)
    .sort((a, b) => a.from - b.from);
  for (const { col, from, to } of said) {
    const hidden = isTrue(col.attribute("hidden"));
    const width = Number(col.attribute("width") ?? Number.NaN);
    if (Number(col.attribute("outlineLevel") ?? 0) > 0) outlined++;
    if ((hidden || isTrue(col.attribute("customWidth"))) && (hidden || width >= 0)) {
      const last = hidden || to - from < many ? to : Math.min(to, Math.max(used, from));
      for (let column = from; column <= last; column++)
        sizes.set(column, {
          column,
          width: width >= 0 && width <= 255 ? width : usualWidth,
          ...(hidden ? { hidden } : {}),
        });
    }
    add(next, from - 1, plain);
    add(Math.max(from, next), to, styleOf(Number(col.attribute("style") ?? 0)));
    next = Math.max(next, to + 1);
  }
  add(next, lastColumn - 1, plain);
  // A sheet's own usual width, where it is not Excel's, is said of the columns in use.
  const format = childOf(worksheet, "sheetFormatPr");
  const usual = Number(format?.attribute("defaultColWidth") ?? Number.NaN);
  if (usual > 0 && usual <= 255 && Math.abs(usual - usualWidth) > 1)
    for (let column = 0; column <= used; column++)
      if (!sizes.has(column)) sizes.set(column, { column, width: usual });
  return { sizes: [...sizes.values()].sort((a, b) => a.column - b.column), styles, outlined };
};

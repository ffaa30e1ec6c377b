/** The columns that all tables of a report share: as wide as their contents need, and what that means on paper. */
import type { Print } from "../../book/book";
import { shown } from "../../domain/report/figure";
import type { Report, Table } from "../../domain/report/report";
import { unitsOf } from "./card-measure";

/** Fewer and a chart has no room beside its table. */
const fewestColumns = 9;
/** Half-width characters a chart needs at least. */
const chartRoom = 34;
/** Charts beside tables stand in line. */
const firstChartColumn = 4;
/** Half-width characters. */
const narrowest = 9;
const widest = 24;
const firstNarrowest = 12;
const roomToTalk = 34;

/**
 * Points of a column of so many characters. 6 each in 宋体 11, the default font; 7 where another stands in for it: the
 * paper must be wide enough there too.
 */
const pointsOf = (width: number): number => width * 7.1;

export interface Grid {
  /** Characters, a column each. */
  readonly widths: readonly number[];
  readonly orientation: Print["orientation"];
  /** Percent: columns fit across the paper. */
  readonly scale: number;
  /** Points of rows on a page, at that scale. */
  readonly pageHeight: number;
}

/** Words at the end of a row take all columns to the right edge. */
export const isTalk = (table: Table, column: number): boolean =>
  column === table.columns.length - 1 && column > 0 && table.columns[column]?.long === true;

const neededBy = (table: Table, column: number): number => {
  const about = table.columns[column];
  if (about === undefined || isTalk(table, column)) return 0;
  const cells = [...table.rows, table.total ?? []].map((row) =>
    unitsOf(shown(row[column] ?? null, about.kind)),
  );
  const caption = unitsOf(about.zh);
  // A caption may take two lines.
  return Math.max(caption > 10 ? Math.ceil(caption / 2) + 1 : caption, ...cells) + 2;
};

/** Points of a sheet of A4 between the margins, and what a printer may take of it. */
export const margins = { top: 40, bottom: 44, left: 36, right: 36 } as const;
const paper = { portrait: { across: 595, down: 842 }, landscape: { across: 842, down: 595 } } as const;

export const gridOf = ({ tables }: Pick<Report, "tables">): Grid => {
  const count = Math.max(fewestColumns, ...tables.map(({ columns }) => columns.length));
  const widths = Array.from({ length: count }, (_, column) =>
    Math.min(
      widest,
      Math.max(column === 0 ? firstNarrowest : narrowest, ...tables.map((table) => neededBy(table, column))),
    ),
  );
  for (const table of tables) {
    const last = table.columns.length - 1;
    if (!isTalk(table, last)) continue;
    const room = widths.slice(last).reduce((sum, width) => sum + width, 0);
    widths[count - 1] = (widths[count - 1] ?? narrowest) + Math.max(0, roomToTalk - room);
  }
  const across = widths.reduce((sum, width) => sum + pointsOf(width), 0);
  const lies = (orientation: Print["orientation"]): Grid => {
    const { across: wide, down } = paper[orientation];
    const scale = Math.min(100, Math.floor(((wide - margins.left - margins.right) / across) * 100));
    const room = down - margins.top - margins.bottom - 16;
    return { widths, orientation, scale, pageHeight: Math.floor((room * 100) / scale) };
  };
  const upright = lies("portrait");
  return upright.scale >= 78 ? upright : lies("landscape");
};

/** Where a chart beside the table begins, one column off; nothing where there is no room. */
export const chartColumn = ({ columns }: Table, { widths }: Grid): number | undefined => {
  const from = Math.max(firstChartColumn, columns.length + 1);
  const room = widths.slice(from).reduce((sum, width) => sum + width, 0);
  return room < chartRoom ? undefined : from;
};

import type { Area } from "../book/address";
import { lastColumn, lastRow } from "../book/book";
import { XlsxRefused } from "./refusal";

/** Cells of one style: [from, to, style, from, to, style …] from column A to XFD without gaps. */
type Line = readonly number[];

interface Band {
  readonly top: number;
  bottom: number;
  readonly line: Line;
}

export interface StyledArea {
  readonly area: Area;
  readonly style: number;
}

export interface BandReader {
  /** A row begins; `style` is its own, where it has one. A row that comes again replaces itself. */
  row(row: number, style: number | undefined): void;
  cell(column: number, style: number): void;
  done(): void;
  /**
   * The sheet's areas of one style, none over another, together all of it.
   * @param columns what columns say, from A to XFD without gaps.
   */
  areas(columns: Line): readonly StyledArea[];
}

/** What neither cell nor row says is the column's. */
const columnsOwn = -1;

const sameLine = (one: Line, other: Line): boolean =>
  one.length === other.length && one.every((value, i) => value === other[i]);

const add = (line: number[], from: number, to: number, style: number): void => {
  if (from > to) return;
  const end = line.length;
  if (end > 0 && line[end - 1] === style) line[end - 2] = to;
  else line.push(from, to, style);
};

/** The line with the columns' styles where it leaves them their own. */
const overColumns = (line: Line, columns: Line): Line => {
  const out: number[] = [];
  let next = 0;
  for (let at = 0; at < line.length; at += 3) {
    const [from = 0, to = 0, style = 0] = line.slice(at, at + 3);
    if (style !== columnsOwn) {
      add(out, from, to, style);
      continue;
    }
    while (next + 3 < columns.length && (columns[next + 1] ?? 0) < from) next += 3;
    for (let column = next; column < columns.length && (columns[column] ?? 0) <= to; column += 3)
      add(
        out,
        Math.max(from, columns[column] ?? 0),
        Math.min(to, columns[column + 1] ?? 0),
        columns[column + 2] ?? 0,
      );
  }
  return out;
};

const bare: Line = [0, lastColumn - 1, columnsOwn];

/** @param most stretches of cells of one style that are kept. */
export const createBandReader = (most: number): BandReader => {
  const bands: Band[] = [];
  let sorted = true;
  let stretches = 0;
  let row = 0;
  let own = columnsOwn;
  let cells: number[] = [];
  let ordered = true;
  /** Of the row before, as it came: most rows look like it. */
  let last: { readonly own: number; readonly cells: Line } | undefined;

  const lineOf = (): Line => {
    if (!ordered) {
      const styles = new Map<number, number>();
      for (let at = 0; at < cells.length; at += 3)
        for (let column = cells[at] ?? 0; column <= (cells[at + 1] ?? 0); column++)
          styles.set(column, cells[at + 2] ?? 0);
      cells = [...styles].sort(([a], [b]) => a - b).flatMap(([column, style]) => [column, column, style]);
    }
    const line: number[] = [];
    let next = 0;
    for (let at = 0; at < cells.length; at += 3) {
      const [from = 0, to = 0, style = 0] = cells.slice(at, at + 3);
      add(line, next, from - 1, own);
      add(line, from, to, style);
      next = to + 1;
    }
    add(line, next, lastColumn - 1, own);
    return line;
  };

  return {
    row: (at, style) => {
      row = at;
      own = style ?? columnsOwn;
      cells = [];
      ordered = true;
    },
    cell: (column, style) => {
      const end = cells.length;
      if (end > 0 && cells[end - 2] === column - 1 && cells[end - 1] === style) cells[end - 2] = column;
      else {
        if (end > 0 && (cells[end - 2] ?? 0) >= column) ordered = false;
        cells.push(column, column, style);
      }
    },
    done: () => {
      const before = bands.at(-1);
      if (last && before?.bottom === row - 1 && last.own === own && sameLine(last.cells, cells)) {
        before.bottom = row;
        return;
      }
      last = { own, cells };
      const line = lineOf();
      if (before && before.bottom === row - 1 && sameLine(before.line, line)) {
        before.bottom = row;
        return;
      }
      stretches += line.length / 3;
      if (stretches > most) throw new XlsxRefused("too-large", `${stretches} stretches of styles`);
      if (before && before.bottom >= row) sorted = false;
      bands.push({ top: row, bottom: row, line });
    },
    areas: (columns) => {
      if (!sorted) bands.sort((a, b) => a.top - b.top);
      const done: { top: number; left: number; bottom: number; right: number; style: number }[] = [];
      let open = new Map<string, (typeof done)[number]>();
      const place = (top: number, bottom: number, line: Line): void => {
        const now: typeof open = new Map();
        const whole = overColumns(line, columns);
        for (let at = 0; at < whole.length; at += 3) {
          const [left = 0, right = 0, style = 0] = whole.slice(at, at + 3);
          const key = `${left} ${right} ${style}`;
          const above = open.get(key);
          if (above) above.bottom = bottom;
          else done.push({ top, left, bottom, right, style });
          now.set(key, above ?? (done.at(-1) as (typeof done)[number]));
        }
        open = now;
      };
      let next = 0;
      for (const { top, bottom, line } of bands) {
        // A row that comes twice: the first one's styles hold.
        if (bottom < next) continue;
        if (top > next) place(next, top - 1, bare);
        place(Math.max(top, next), bottom, line);
        next = bottom + 1;
      }
      if (next < lastRow) place(next, lastRow - 1, bare);
      return done.map(({ style, ...area }) => ({ area, style }));
    },
  };
};

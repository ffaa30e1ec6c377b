/** 收编: lines between rows that say no more than a consultant's name, where nothing else says whose the rows are. */
import { plain } from "../../kit/text";
import type { FilledDown } from "./fill-down";
import type { OldRow } from "./old-cells";
import { between, type OldGrid } from "./old-grid";
import { isEmptyCell } from "../read-answer";
import { consultantOfBand } from "./row-bands";
import { isConsultantLike } from "./sheet-consultants";

const behind = /\s*(?:小?组|名下|的?客户)?\s*(?:[(（][^()（）]*[)）]|\d+\s*[组批户人个位])?\s*:?$/u;

/** 李娜, 张敏 组, 王芳（12组）. */
const loneName = (said: string): string | undefined => {
  const name = plain(said).replace(behind, "");
  return isConsultantLike(name) ? name : undefined;
};

interface LinesAmong {
  readonly grid: OldGrid;
  readonly left: number;
  readonly width: number;
  /** Columns of clients' names, and of consultants. */
  readonly names: ReadonlySet<number>;
  readonly consultants: ReadonlySet<number>;
  /** Whether a cell is a number printed beforehand. */
  readonly isPrinted: (row: number, column: number) => boolean;
}

/**
 * By row, whose the rows below it are: several names, the first of them above all records, and no record that says it
 * itself. A name alone in the column of names is a client's.
 */
export const consultantLines = (
  { grid, left, width, names, consultants, isPrinted }: LinesAmong,
  [first, last]: readonly [number, number],
): ReadonlyMap<number, string> => {
  const found = new Map<number, string>();
  const none: ReadonlyMap<number, string> = new Map();
  let hasLone = false;
  for (let row = first; row <= last; row++) {
    const columns = between(grid.filled(row), left, left + width - 1).filter(
      (column) => !isPrinted(row, column - left),
    );
    const [only, ...more] = columns;
    if (only === undefined) continue;
    if (more.length > 0) {
      if (found.size === 0) return none;
      if (columns.some((column) => consultants.has(column - left) && !isEmptyCell(grid.at(row, column))))
        return none;
      continue;
    }
    const said = String(grid.at(row, only));
    const area = grid.areaAt(row, only);
    const isClients = names.has(only - left) && (area === undefined || area.right === area.left);
    const lone = isClients ? undefined : loneName(said);
    hasLone ||= lone !== undefined;
    const name = consultantOfBand(said) ?? lone;
    if (name !== undefined) found.set(row, name);
  }
  return hasLone && new Set(found.values()).size > 1 ? found : none;
};

/** Such a line, before the record of that index. */
export interface ConsultantLine {
  readonly before: number;
  /** The sheet's row number, 1-based. */
  readonly row: number;
  readonly name: string;
}

/** The rows that a line has said it of, for people to see. */
export const filledFromLines = (
  lines: readonly ConsultantLine[],
  rows: readonly OldRow[],
  column: number | undefined,
): readonly FilledDown[] => {
  if (column === undefined) return [];
  const runs = lines.flatMap(({ before, row, name }, at) => {
    const its = rows
      .slice(before, lines[at + 1]?.before)
      .filter(({ cells, original }) => isEmptyCell(original[column]) && cells[column] === name);
    return its.length === 0 ? [] : [{ from: row, rows: its.map((each) => each.row), value: name }];
  });
  return runs.length === 0 ? [] : [{ column, runs }];
};

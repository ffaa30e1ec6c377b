/** 收编: lines between rows that say no more than a consultant's name, where nothing else says whose the rows are. */
import { plain } from "../../kit/text";
import type { FilledDown } from "./fill-down";
import type { OldRow } from "./old-cells";
import { between, type OldGrid } from "./old-grid";
import { isEmptyCell } from "../read-answer";
import { consultantOfBand } from "./row-bands";
import { isConsultantLike } from "./sheet-consultants";

const behind =
  /\s*(?<whose>小?组|名下的?|(?:的?客户)?)(?:客户)?\s*(?:[(（][^()（）]*[)）]|\d+\s*[组批户人个位])?\s*:?$/u;

interface LoneName {
  readonly name: string;
  /** 组 or 名下 behind it: no district and no mall. */
  readonly saysWhose: boolean;
}

/** 李娜, 张敏 组, 王芳（12组）. */
const loneName = (said: string): LoneName | undefined => {
  const text = plain(said);
  const name = text.replace(behind, "");
  if (!isConsultantLike(name)) return undefined;
  return { name, saysWhose: /组|名下/u.test(behind.exec(text)?.groups?.["whose"] ?? "") };
};

/** They come again in every block as well. */
const noName = /^(?:万[达科象]|龙湖|金地|江[东南西北]|石景山|郑州|常州|于洪|毛坯|高意向)$/u;

/** 李娜 王强 李娜 王强: blocks that come again, month by month. */
const comeAgain = (names: readonly string[]): boolean =>
  !names.some((name) => noName.test(name)) &&
  names.every((name, at) => names.indexOf(name) !== at || names.includes(name, at + 1));

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

/** Lines of names, by row. */
export interface NameLines {
  readonly names: ReadonlyMap<number, string>;
  /** 组, 名下, 置业顾问 or names that come again say that they are consultants; of others only the roster knows. */
  readonly areConsultants: boolean;
}

const noLines: NameLines = { names: new Map(), areConsultants: false };

/**
 * By row, who the rows below it may be of: several names, the first of them above all records, and no record that says
 * it itself. A name alone in the column of names is a client's.
 */
export const nameLines = (
  { grid, left, width, names, consultants, isPrinted }: LinesAmong,
  [first, last]: readonly [number, number],
): NameLines => {
  const found = new Map<number, string>();
  const lone: LoneName[] = [];
  let hasBand = false;
  for (let row = first; row <= last; row++) {
    const columns = between(grid.filled(row), left, left + width - 1).filter(
      (column) => !isPrinted(row, column - left),
    );
    const [only, ...more] = columns;
    if (only === undefined) continue;
    if (more.length > 0) {
      if (found.size === 0) return noLines;
      if (columns.some((column) => consultants.has(column - left) && !isEmptyCell(grid.at(row, column))))
        return noLines;
      continue;
    }
    const said = String(grid.at(row, only));
    const area = grid.areaAt(row, only);
    const isClients = names.has(only - left) && (area === undefined || area.right === area.left);
    const banded = consultantOfBand(said);
    const like = isClients || banded !== undefined ? undefined : loneName(said);
    if (like !== undefined) lone.push(like);
    hasBand ||= banded !== undefined;
    const name = banded ?? like?.name;
    if (name !== undefined) found.set(row, name);
  }
  if (lone.length === 0 || new Set(found.values()).size < 2) return noLines;
  const areConsultants =
    hasBand || lone.some(({ saysWhose }) => saysWhose) || comeAgain(lone.map(({ name }) => name));
  return { names: found, areConsultants };
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

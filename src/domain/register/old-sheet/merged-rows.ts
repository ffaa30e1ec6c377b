/** 收编: one client's record in several rows: the name merged over them, a phone or some words in each. */
import { plain } from "../../kit/text";
import { isDitto } from "./ditto";
import type { HeaderMatch } from "../match-headers";
import type { Filled } from "./old-body";
import type { AdoptedForm, OldRow } from "./old-cells";
import { isComing } from "./old-comings";
import type { OldGrid } from "./old-grid";
import { dayKeys } from "./old-times";
import { writtenDay } from "./old-year";
import { isEmptyCell } from "../read-answer";
import type { RawCell } from "../register";
import { isRounded } from "./rounded-phones";
import { isTalkKey } from "./talk-columns";

const phoneKeys: ReadonlySet<string> = new Set(["mobile", "phone", "otherContact"]);
const wordKeys: ReadonlySet<string> = new Set([
  "notes",
  "remarks",
  "feedback",
  "interests",
  "strategy",
  "address",
]);

/** Where a table lies, and what its columns are. */
export interface MergedPlace {
  readonly grid: OldGrid;
  readonly left: number;
  /** The sheet's number of the grid's first row. */
  readonly firstRow: number;
  readonly form: AdoptedForm;
  readonly matches: readonly HeaderMatch[];
  /** Columns of numbers printed beforehand, and those that say a day or a part of it. */
  readonly ordinals: ReadonlySet<number>;
  readonly days: ReadonlySet<number>;
}

/** 1.3803791234E+10, all of it, in digits: beside another number it is read no other way. */
const inDigits = (cell: RawCell): RawCell => {
  const [, first, others] = /^\s*(\d)\.(\d{10})E\+10\s*$/iu.exec(String(cell ?? "")) ?? [];
  return first === undefined || others === undefined ? cell : first + others;
};
const isWhole = (cell: RawCell): boolean => !isRounded(cell) && !/E\+/iu.test(String(inDigits(cell) ?? ""));

/** What a record's further row may say in a column and still be of the same visit or deal. */
const mayGoOn = ({ form, matches, days }: MergedPlace, at: number, cell: RawCell): boolean => {
  const key = matches[at]?.key;
  if (days.has(at) || key === dayKeys[form] || isTalkKey(key)) return false;
  if (key === undefined) return writtenDay(cell) === undefined;
  if (phoneKeys.has(key)) return isWhole(cell);
  if (wordKeys.has(key)) return true;
  // Another unit is another deal, another way another talk.
  return isComing(form) && !["name", "consultant", "clientId", "comesBy"].includes(key);
};

const joined = (above: RawCell, cell: RawCell, key: string | undefined): RawCell => {
  if (isEmptyCell(cell)) return above;
  if (isEmptyCell(above) || above === cell) return cell;
  const by = key !== undefined && wordKeys.has(key) ? "\n" : "、";
  return [above, cell].map((each) => String(inDigits(each))).join(by);
};

/** What `row` adds to `head`; nothing where it is a record of its own. */
const goneOn = (place: MergedPlace, head: OldRow, row: OldRow): OldRow | undefined => {
  const { matches, ordinals } = place;
  const more = row.original.flatMap((cell, at) => {
    if (isEmptyCell(cell) || isDitto(cell) || ordinals.has(at)) return [];
    return plain(String(cell)) === plain(String(head.cells[at] ?? "")) ? [] : [at];
  });
  const isUnclear = (at: number): boolean =>
    !mayGoOn(place, at, row.original[at] ?? null) ||
    [row, head].some(({ dated, uncomputed }) => dated?.includes(at) || uncomputed?.includes(at)) ||
    !isWhole(head.cells[at] ?? null);
  if (more.some(isUnclear)) return undefined;
  const withMore = (cells: readonly RawCell[]): readonly RawCell[] =>
    cells.map((cell, at) =>
      more.includes(at) ? joined(cell, row.original[at] ?? null, matches[at]?.key) : cell,
    );
  return { ...head, cells: withMore(head.cells), original: withMore(head.original), through: row.row };
};

/** Rows inside one merged name that say no other day are one record: their phones and words are added to it. */
export const withMergedRows = (filled: Filled, place: MergedPlace): Filled => {
  const { grid, left, firstRow, matches } = place;
  const nameAt = matches.find(({ key }) => key === "name")?.column;
  if (nameAt === undefined) return filled;
  const rows: OldRow[] = [];
  /** By row as found: how many are kept before it. */
  const keptBefore: number[] = [];
  for (const row of filled.rows) {
    keptBefore.push(rows.length);
    const area = grid.areaAt(row.row - firstRow, left + nameAt);
    const head = rows.at(-1);
    const isBelow = area !== undefined && head !== undefined && head.row - firstRow >= area.top;
    const whole = isBelow ? goneOn(place, head, row) : undefined;
    if (whole === undefined) rows.push(row);
    else rows[rows.length - 1] = whole;
  }
  if (rows.length === filled.rows.length) return filled;
  const sections = filled.sections.map((each) => ({
    ...each,
    before: keptBefore[each.before] ?? rows.length,
  }));
  return { ...filled, rows, sections };
};

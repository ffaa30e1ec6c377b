/** 收编: a board as it hangs in the sales office, floors down and rooms across with a state in each, is no list of units. */
import { plain } from "../../kit/text";
import { matchChoice } from "../match-choice";
import { lists } from "../../forms/lists";
import { matchOldHeaders } from "./like-headers";
import { gridOf, type OldGrid } from "./old-grid";
import type { OldCells } from "./old-cells";
import { rowNumbersOf } from "./left-out-rows";
import { bareFloor } from "./unit-parts";

/** Rows of the sheet, from 0; `top` is the row of doors where there is one. */
export interface OldBoard {
  readonly top: number;
  readonly bottom: number;
}

const fewestFloors = 3;
const fewestDoors = 2;
/** Floors stand at the left, behind a building's and a section's merged cells at most. */
const mostLeft = 4;

const said = (grid: OldGrid, row: number, column: number): string =>
  plain(String(grid.at(row, column) ?? "").replace(/\n/gu, " "));

const floorOf = (text: string): number | undefined => {
  if (!/^第?(?:-?\d{1,2}|B\d|[一二三四五六七八九十]{1,3}|负[一二三\d])(?:层|F|楼)?$/iu.test(text))
    return undefined;
  const [, below, floor] = /^(B?)(\d+)$/u.exec(bareFloor(text)) ?? [];
  return floor === undefined ? undefined : below === "B" ? -Number(floor) : Number(floor);
};

/** One after another, up or down; a building may have no fourth floor. */
const isRunning = (one: number, other: number, step: number): boolean =>
  Math.sign(other - one) === step && Math.abs(other - one) <= 2;

interface Run {
  readonly column: number;
  readonly rows: readonly { readonly row: number; readonly floor: number }[];
}

const runsIn = (grid: OldGrid, column: number): readonly Run[] => {
  const runs: Run[] = [];
  let rows: { row: number; floor: number }[] = [];
  let step = 0;
  const end = (): void => {
    if (rows.length >= fewestFloors) runs.push({ column, rows });
    [rows, step] = [[], 0];
  };
  for (let row = 0; row < grid.height; row++) {
    const text = said(grid, row, column);
    // A floor's rooms, layouts and states may stand in rows of their own.
    if (text === "") continue;
    const floor = floorOf(text);
    const last = rows.at(-1);
    if (floor === undefined) end();
    else if (last === undefined) rows.push({ row, floor });
    else {
      const next = step === 0 ? Math.sign(floor - last.floor) : step;
      if (!isRunning(last.floor, floor, next)) end();
      else step = next;
      rows.push({ row, floor });
    }
  }
  end();
  return runs;
};

const door =
  /^(?:0?\d{1,2}|[A-Z]\d?|[A-Z]?\d{1,2}(?:室|户|号|号房)|[东西南北中]{1,2}(?:户|套)?|[A-Z\d]{1,3}户型|\d单元.{0,4})$/iu;
const state = /^(?:售|已售|空|余|定|已定|订|签|抵|抵款|自留|样板间?|销控|网签|备案|[√✓×●■▲○☆★])$/u;

const isState = (text: string): boolean =>
  state.test(text) || matchChoice("unitState", lists.unitState.choices, text) !== undefined;

const roomsOn = new Map<number, RegExp>();

/** 1201, 3-1201 and "1201 89㎡ 已售" on the twelfth floor. */
const isRoomOf = (text: string, floor: number): boolean => {
  const level = floor < 0 ? `(?:B|-)${-floor}` : String(floor);
  const rooms = roomsOn.get(floor) ?? new RegExp(`(?:^|\\D)0?${level}\\d{2}(?:\\D|$)`, "iu");
  roomsOn.set(floor, rooms);
  return rooms.test(text);
};

const share = (some: readonly unknown[], all: readonly unknown[]): number =>
  some.length / Math.max(1, all.length);

const rooms: ReadonlySet<string> = new Set(["unitNo", "door"]);

/** How many captions right of the floors are of rooms: a list has one, a board may have one over each door. */
const roomColumns = (grid: OldGrid, row: number, after: number): number => {
  const captions = grid.filled(row).flatMap((at) => (at > after ? [grid.at(row, at)] : []));
  return matchOldHeaders("units", captions).filter(
    ({ key, rival, how }) => how !== "likeness" && rooms.has(key ?? rival ?? ""),
  ).length;
};

const boardOf = (grid: OldGrid, { column, rows }: Run): OldBoard | undefined => {
  const cells = rows.flatMap(({ row, floor }) =>
    grid.filled(row).flatMap((at) => (at > column ? [{ at, floor, text: said(grid, row, at) }] : [])),
  );
  if (new Set(cells.map(({ at }) => at)).size < fewestDoors) return undefined;
  const [first] = rows;
  const last = rows.at(-1);
  if (first === undefined || last === undefined || cells.length < rows.length) return undefined;
  const above = first.row - 1;
  const doors = above < 0 ? [] : grid.filled(above).filter((at) => at > column);
  const hasDoors =
    doors.length >= fewestDoors &&
    share(
      doors.filter((at) => door.test(said(grid, above, at))),
      doors,
    ) > 0.6;
  const ofFloor = cells.filter(({ floor, text }) => isRoomOf(text, floor));
  const states = cells.filter(({ text }) => isState(text));
  if (share(ofFloor, cells) < 0.5 && !(hasDoors && share(states, cells) > 0.6)) return undefined;
  if (above >= 0 && roomColumns(grid, above, column) === 1) return undefined;
  // What belongs to the last floor goes on to the next blank row.
  let bottom = last.row;
  while (bottom + 1 < grid.height && !grid.isBlank(bottom + 1) && said(grid, bottom + 1, column) === "")
    bottom++;
  return { top: hasDoors ? above : first.row, bottom };
};

/** No wall is as high; registers are. */
const highest = 2000;

export const boardsIn = (grid: OldGrid): readonly OldBoard[] => {
  if (grid.height > highest) return [];
  const found = Array.from({ length: Math.min(mostLeft, grid.width) }, (_, column) => runsIn(grid, column))
    .flat()
    .flatMap((run) => boardOf(grid, run) ?? []);
  return found.sort((a, b) => a.top - b.top);
};

/** The sheet's rows, 1-based, where a board stands; nothing of a sheet without. */
export const boardRows = (cells: OldCells): { readonly from: number; readonly to: number } | undefined => {
  const boards = boardsIn(gridOf(cells));
  const [first] = boards;
  if (first === undefined) return undefined;
  const { numberOf } = rowNumbersOf(cells);
  return {
    from: numberOf(first.top),
    to: numberOf(Math.max(...boards.map(({ bottom }) => bottom))),
  };
};

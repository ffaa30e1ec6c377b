/** 销控 as it hangs in the sales office: a building a page, floors by doors, coloured by state and said in words. */
import type { Book, Look } from "../../book/book";
import type { CalendarDay } from "../../domain/kit/calendar-day";
import { type UnitState, unitStates } from "../../domain/forms/units";
import { salesLedger } from "../../domain/register/sales/sales-ledger";
import {
  type BoardBuilding,
  type BoardUnit,
  countStates,
  isBareBuilding,
  unitBoard,
} from "../../domain/register/sales/unit-board";
import type { Site, SiteBook } from "../../domain/register/site";
import { inHeader } from "./card";
import { wrapped } from "./card-measure";
import { across, black, type Lie, type Piece, type Strip, strip, upright } from "./card-page";
import { type Leaf, sheetsOfLeaves } from "./card-sheet";
import { projectOf, titleLook } from "./card-strips";
import { dueToday, lost, promised } from "./palette";

/** One colour a state, told apart in grey too by the word beside it. */
const stateLooks: Readonly<Record<UnitState, Look>> = {
  可售: { fill: "#FFFFFF" },
  保留: { fill: dueToday.fill },
  认购: { fill: promised.fill },
  签约: { fill: "#B9D4EE" },
  已售: { fill: "#BFE3C7", bold: true },
  不可售: { fill: "#D9DDE2", color: lost.color },
};

const ruled: Look = { border: black, horizontal: "center", fontSize: 10 };
const label = 2;
/** Columns a unit needs so that "3-1-1202" stands on a line. */
const narrowest = 3;

const cell = (left: number, width: number, lines: readonly string[], look: Look): Piece => ({
  left,
  width,
  lines: (lines.length === 0 ? [""] : lines).map((text) => ({ text, ends: true })),
  look,
});

type Room = "three" | "two" | "one";

const unitLines = ({ unit, says }: BoardUnit, room: Room): readonly string[] => {
  if (room === "one") return [`${unit.unitNo} ${says}`];
  const area = unit.floorArea === undefined ? "" : `${unit.floorArea}㎡`;
  const about = [unit.layout, area].filter((each) => each !== "").join(" ");
  return room === "three" ? [unit.unitNo, about, says].filter((each) => each !== "") : [unit.unitNo, says];
};

/** The part of a building that fits across a page. */
interface Face {
  readonly building: BoardBuilding;
  readonly from: number;
  readonly to: number;
}

const facesOf = (building: BoardBuilding, { columns }: Lie): readonly Face[] => {
  const most = Math.floor((columns - label) / narrowest);
  const faces: Face[] = [];
  for (let from = 0; from < building.columns.length; from += most)
    faces.push({ building, from, to: Math.min(building.columns.length, from + most) });
  return faces;
};

const header = 34 + 26 + 24;

/** So many columns shared out among `count`, none more than one wider than another: where each begins. */
const shared = (
  from: number,
  columns: number,
  count: number,
): ((index: number) => readonly [number, number]) => {
  const start = (index: number): number => from + Math.floor((index * columns) / count);
  return (index) => [start(index), start(index + 1) - start(index)];
};

const buildingName = (name: string): string =>
  isBareBuilding(name) ? `${name}号楼` : /[#＃]$/u.test(name) ? `${name}楼` : name;

const faceLeaf = ({ building, from, to }: Face, site: Site, lie: Lie): Leaf => {
  const doors = building.columns.slice(from, to);
  const counts = countStates(building.units);
  const width = Math.floor((lie.columns - label) / doors.length);
  const whole = lie.columns;
  const share = Math.floor((lie.height - header - 26) / Math.max(1, building.floors.length));
  const height = Math.max(18, Math.min(46, share));
  const room: Room = height >= 46 ? "three" : height >= 32 || width < 5 ? "two" : "one";
  const name = buildingName(building.name);
  const part = building.columns.length > to - from ? `（第 ${from + 1}–${to} 列）` : "";
  const placeOf = shared(label, whole - label, doors.length);
  const legendOf = shared(0, whole, unitStates.length);
  const head: Strip = strip(
    [
      cell(0, label, ["楼层"], { ...ruled, bold: true }),
      ...doors.map(({ section, door }, index) =>
        cell(...placeOf(index), [section === "" ? door : `${section}单元 ${door}`], {
          ...ruled,
          bold: true,
          fill: "#EFEFEF",
        }),
      ),
    ],
    24,
    { leads: true },
  );
  return {
    strips: [
      strip([cell(0, whole, [`${projectOf(site)}${name}销控表${part}`], titleLook)], 34, { leads: true }),
      strip(
        unitStates.map((state, index) =>
          cell(...legendOf(index), [`${state} ${counts.get(state) ?? 0} 套`], {
            ...ruled,
            ...stateLooks[state],
          }),
        ),
        22,
        { leads: true },
      ),
      strip([], 6, { leads: true }),
      head,
      ...building.floors.map(({ floor, cells }) =>
        strip(
          [
            cell(0, label, [floor === "" ? "" : /^\d+$/u.test(floor) ? `${floor}层` : floor], {
              ...ruled,
              bold: true,
            }),
            ...cells.slice(from, to).map((there, index) => {
              const [first] = there;
              if (first === undefined) return cell(...placeOf(index), [], ruled);
              // Two rows for one place: both are said, the colour is that of the first.
              const lines = there.flatMap((unit) => unitLines(unit, room));
              return cell(
                ...placeOf(index),
                lines.flatMap((line) => wrapped(line, width * 4).map(({ text }) => text)),
                {
                  ...ruled,
                  ...stateLooks[first.state],
                },
              );
            }),
          ],
          height,
        ),
      ),
    ],
    again: [head],
  };
};

/** @returns nothing where 销控表 has no unit (of that building). */
export const printBoard = (
  book: SiteBook,
  question: { readonly building?: string; readonly sheet?: string },
  today: CalendarDay,
): Book | undefined => {
  const { site } = book;
  const buildings = unitBoard(salesLedger(book, today)).filter(
    ({ name }) => question.building === undefined || name === question.building,
  );
  if (buildings.length === 0) return undefined;
  // Towers stand upright.
  const lie = Math.max(...buildings.map(({ floors }) => floors.length)) > 13 ? upright : across;
  const leaves = buildings.flatMap((building) =>
    facesOf(building, lie).map((face) => faceLeaf(face, site, lie)),
  );
  const sheets = sheetsOfLeaves(
    leaves,
    { name: question.sheet ?? "打印-销控表", leftFooter: inHeader(`${projectOf(site)}销控表`) },
    lie,
  );
  return { sheets, names: [] };
};

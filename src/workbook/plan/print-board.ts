/** 销控 as it hangs in the sales office: a building a page, floors by doors, coloured by state and said in words. */
import type { Book, Look } from "../../book/book";
import { type Building, type BoardUnit, unitBoard } from "../../domain/register/unit-board";
import type { Site, SiteBook } from "../../domain/register/site";
import { inHeader } from "./card";
import { wrapped } from "./card-measure";
import { across, black, type Lie, type Piece, type Strip, strip, upright } from "./card-page";
import { type Leaf, sheetOfLeaves } from "./card-sheet";
import { projectOf, titleLook } from "./card-strips";
import { dueToday, lost, promised } from "./palette";

/** One colour a state, told apart in grey too by the word beside it. */
export const stateLooks: Readonly<Record<string, Look>> = {
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

const unitLines = (unit: BoardUnit, room: Room): readonly string[] => {
  if (room === "one") return [`${unit.unitNo} ${unit.status}`];
  const area = unit.floorArea === undefined ? "" : `${unit.floorArea}㎡`;
  const about = [unit.layout, area].filter((each) => each !== "").join(" ");
  return room === "three"
    ? [unit.unitNo, about, unit.status].filter((each) => each !== "")
    : [unit.unitNo, unit.status];
};

/** The part of a building that fits across a page. */
interface Face {
  readonly building: Building;
  readonly from: number;
  readonly to: number;
}

const facesOf = (building: Building, { columns }: Lie): readonly Face[] => {
  const most = Math.floor((columns - label) / narrowest);
  const faces: Face[] = [];
  for (let from = 0; from < building.doors.length; from += most)
    faces.push({ building, from, to: Math.min(building.doors.length, from + most) });
  return faces;
};

const header = 34 + 26 + 24;

const faceLeaf = ({ building, from, to }: Face, site: Site, lie: Lie): Leaf => {
  const doors = building.doors.slice(from, to);
  const width = Math.floor((lie.columns - label) / doors.length);
  const whole = lie.columns;
  const share = Math.floor((lie.height - header - 26) / Math.max(1, building.floors.length));
  const height = Math.max(18, Math.min(46, share));
  const room: Room = height >= 46 ? "three" : height >= 32 || width < 5 ? "two" : "one";
  const name = building.name === "" ? "" : `${building.name}号楼`;
  const part = building.doors.length > to - from ? `（第 ${from + 1}–${to} 列）` : "";
  const legendWidth = Math.floor(whole / Math.max(1, building.counts.length));
  const head: Strip = strip(
    [
      cell(0, label, ["楼层"], { ...ruled, bold: true }),
      ...doors.map(({ section, door }, index) =>
        cell(label + index * width, width, [section === "" ? door : `${section}单元 ${door}`], {
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
      strip(
        [cell(0, whole, [`${projectOf(site)}${name.replace(/号楼号楼$/u, "号楼")}销控表${part}`], titleLook)],
        34,
        { leads: true },
      ),
      strip(
        building.counts.map(([state, count], index) =>
          cell(index * legendWidth, legendWidth, [`${state === "" ? "未定" : state} ${count} 套`], {
            ...ruled,
            ...stateLooks[state],
          }),
        ),
        22,
        { leads: true },
      ),
      strip([], 6, { leads: true }),
      head,
      ...building.floors.map(({ floor, units }) =>
        strip(
          [
            cell(0, label, [floor === "" ? "" : /^\d+$/u.test(floor) ? `${floor}层` : floor], {
              ...ruled,
              bold: true,
            }),
            ...units.slice(from, to).map((there, index) => {
              const [first] = there;
              const left = label + index * width;
              if (first === undefined) return cell(left, width, [], ruled);
              // Two rows for one place: both are said, the colour is that of the first.
              const lines = there.flatMap((unit) => unitLines(unit, room));
              return cell(
                left,
                width,
                lines.flatMap((line) => wrapped(line, width * 4).map(({ text }) => text)),
                {
                  ...ruled,
                  ...stateLooks[first.status],
                },
              );
            }),
          ],
          height,
        ),
      ),
    ],
    again: head,
  };
};

/** @returns nothing where 销控表 has no unit (of that building). */
export const printBoard = (
  { site, ...book }: SiteBook,
  question: { readonly building?: string; readonly sheet?: string } = {},
): Book | undefined => {
  const buildings = unitBoard({ site, ...book }).filter(
    ({ name }) => question.building === undefined || name === question.building,
  );
  if (buildings.length === 0) return undefined;
  // Towers stand upright.
  const lie = Math.max(...buildings.map(({ floors }) => floors.length)) > 13 ? upright : across;
  const leaves = buildings.flatMap((building) =>
    facesOf(building, lie).map((face) => faceLeaf(face, site, lie)),
  );
  const sheet = sheetOfLeaves(
    leaves,
    { name: question.sheet ?? "打印-销控表", leftFooter: inHeader(`${projectOf(site)}销控表`) },
    lie,
  );
  return { sheets: [sheet], names: [] };
};

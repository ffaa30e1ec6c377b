/** 收编: a unit told in columns of its own (楼号, 单元, 房号) is one 房源编号, as 销控表 spells it. */
import { formOf } from "../../forms/index";
import { withArabicDigits } from "../../kit/chinese-digits";
import { plain } from "../../kit/text";
import { nothing } from "../../rules/nothing-to-say";
import { bareCaption, type HeaderMatch } from "../match-headers";
import type { AdoptedForm } from "./old-cells";
import type { Column } from "./old-phones";
import { isCellError } from "../read-answer";
import { leadIsBuilding, unitOf, withSectionBefore } from "./unit-parts";

export const unitNoKey = "unitNo";

const roles = {
  building: /^(?:楼|[楼栋幢座]号|楼[栋幢座]号?|[栋幢座]|号楼)$/u,
  section: /^单元号?$/u,
  floor: /^(?:所在)?(?:楼层|层|层数|层号)$/u,
  room: /^(?:房号|房间号?|房屋号|室号|户号|门牌号|门号)$/u,
} as const;

type Role = keyof typeof roles;

/** "房源 楼号" of two header rows by its last part. */
const roleOf = (header: string): Role | undefined => {
  const bare = bareCaption(header.slice(header.lastIndexOf(" ") + 1));
  return (Object.keys(roles) as Role[]).find((role) => roles[role].test(bare));
};

const words = /(?<=[\dA-Z])(?:#?(?:号?楼|[栋幢座])|#|单元)[-\s]*|(?<=\d)[号室户房]$/gu;

/** 1号楼1单元301室 and 1#301（1单元） as 1-1-301. */
const dashed = (text: string): string =>
  withSectionBefore(withArabicDigits(plain(text).replace(/\s/gu, "")).toUpperCase())
    .replace(/[–—−‐‑_/]/gu, "-")
    .replace(words, (found, at: number, all: string) => (at + found.length < all.length ? "-" : ""));

/** What spellings of one unit share, noughts and words aside: 1-1-0301, 1号楼1单元301室. */
export const looseUnit = (unitNo: string): string =>
  dashed(unitNo)
    .split("-")
    .map((part) => part.replace(/^0+(?=\d)/u, ""))
    .join("-");

/** Columns of a unit's parts go to its one blank. */
export const joinUnits = (form: AdoptedForm, matches: readonly HeaderMatch[]): readonly HeaderMatch[] => {
  if (formOf(form).fields[unitNoKey]?.kind !== "rowRef") return matches;
  const isFree = ({ key, header }: HeaderMatch): boolean =>
    key === undefined || key === unitNoKey || (key === "location" && roleOf(header) === "building");
  const first = (role: Role): HeaderMatch | undefined =>
    matches.find((match) => roleOf(match.header) === role && isFree(match));
  const room = first("room");
  const parts = [first("building"), first("section"), first("floor")].filter((each) => each !== undefined);
  const taken = matches.find(({ key }) => key === unitNoKey);
  if (room === undefined || !parts.some(({ header }) => roleOf(header) !== "floor")) return matches;
  if (taken !== undefined && taken !== room && !parts.includes(taken)) return matches;
  const joined = new Set([room, ...parts]);
  return matches.map((match) =>
    joined.has(match)
      ? { column: match.column, header: match.header, key: unitNoKey, how: "wording" as const }
      : match,
  );
};

export type Leads = "building" | "section";

const saidIn = (column: Column | undefined): string =>
  column === undefined || isCellError(column.raw) ? "" : plain(String(column.raw));

/** One in ten: a slip of the pen makes no section of all the others' buildings. */
const fewest = 10;

/**
 * What stands before the room of 3-301 beside a column of buildings: the section where it is another number now and
 * then.
 */
export const leadsOf = (rows: Iterable<readonly Column[]>): Leads => {
  let [all, others] = [0, 0];
  for (const columns of rows) {
    const of = (role: Role): string => saidIn(columns.find(({ header }) => roleOf(header) === role));
    const cells = {
      building: of("building"),
      section: of("section"),
      floor: "",
      door: "",
      unitNo: of("room"),
    };
    const isBuilding = cells.building === nothing ? undefined : leadIsBuilding(cells);
    if (isBuilding !== undefined) all++;
    if (isBuilding === false) others++;
  }
  return others > 0 && others * fewest >= all ? "section" : "building";
};

/** A unit's parts as one, building first; what is not among them stays by itself. */
export const withUnitParts = (columns: readonly Column[], leads: Leads): readonly Column[] => {
  if (columns.length < 2) return columns;
  const of = (role: Role): Column | undefined => columns.find(({ header }) => roleOf(header) === role);
  const room = of("room");
  if (room === undefined) return columns;
  const used = new Set([room, of("building"), of("section"), of("floor")]);
  const others = columns.filter((column) => !used.has(column));
  const isSaid = ({ raw }: Column): boolean => !isCellError(raw) && plain(String(raw)) !== nothing;
  // Half a unit is another one.
  const unsaid = isSaid(room) ? columns.find((each) => used.has(each) && isCellError(each.raw)) : room;
  if (unsaid !== undefined) return [unsaid, ...columns.filter((each) => each !== unsaid)];
  const textOf = (role: Role): string => {
    const column = of(role);
    return column === undefined || !isSaid(column) ? "" : plain(String(column.raw));
  };
  const [building, section, floor] = [textOf("building"), textOf("section"), textOf("floor")];
  const unit = unitOf({ building, section, floor, door: "", unitNo: textOf("room") }, leads);
  // The parts tell two things: the room as it is written, the others beside.
  if (typeof unit === "string") return [room, ...columns.filter((each) => each !== room)];
  return [{ header: room.header, raw: unit.unitNo }, ...others];
};

/** As one row of 销控表 spells it, and no other; as written where none does. */
export const unitSpeller = (units: Iterable<string>): ((unitNo: string) => string) => {
  const known = new Map<string, string | undefined>();
  for (const unit of units) {
    const loose = looseUnit(unit);
    known.set(loose, known.has(loose) && known.get(loose) !== unit ? undefined : unit);
  }
  return (unitNo) => known.get(looseUnit(unitNo)) ?? unitNo;
};

/** 5-1-301 without its section: 5-301; nothing of numbers that are told otherwise. */
const withoutSection = (loose: string): string | undefined => {
  const [building, section, room, ...more] = loose.split("-");
  return section === undefined || room === undefined || more.length > 0 ? undefined : `${building}-${room}`;
};

/**
 * As `unitSpeller`, of the whole 销控表: 5栋301 is its 5-1-301, where no other section of that building has such a room.
 * @returns `fits` says of a home that is concluded so whether it may be the one.
 */
export const boardSpeller = (
  units: readonly string[],
): ((unitNo: string, fits: (unit: string) => boolean) => string) => {
  const speller = unitSpeller(units);
  const known = new Set(units.map(looseUnit));
  const bySection = new Map<string, string | undefined>();
  for (const unit of units) {
    const short = withoutSection(looseUnit(unit));
    if (short !== undefined) bySection.set(short, bySection.has(short) ? undefined : unit);
  }
  return (unitNo, fits) => {
    const loose = looseUnit(unitNo);
    if (known.has(loose)) return speller(unitNo);
    const only = bySection.get(loose);
    return only !== undefined && fits(only) ? only : unitNo;
  };
};

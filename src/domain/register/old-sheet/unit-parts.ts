/** 收编: a unit as old lists tell it, in one cell or in several: 1-2-301, 1#2单元301, 1栋 | 2单元 | 3层 | 01. */
import { withArabicDigits } from "../../kit/chinese-digits";
import { plain } from "../../kit/text";
import { roomNo } from "../sales/generate-units";

/** "" where nothing tells it. */
export interface UnitParts {
  readonly building: string;
  readonly section: string;
  readonly floor: string;
  /** 301, or the door of a floor: 01. */
  readonly room: string;
  /** Of 1-301: a building, or a section of the building that another cell tells. */
  readonly lead: string;
}

const untold: UnitParts = { building: "", section: "", floor: "", room: "", lead: "" };

const numeral =
  /[零〇一二三四五六七八九十百两]+(?=号?楼|号|[栋幢座层室户]|单元)|^[零〇一二三四五六七八九十百两]+$/gu;

/** Capital, without blanks, numbers in digits: 十二幢 is 12幢, and 一品苑3栋 stays. */
const tidy = (text: string): string =>
  plain(text)
    .replace(/\s/gu, "")
    .replace(numeral, withArabicDigits)
    .toUpperCase()
    .replace(/[–—−‐‑_]/gu, "-");

/** 3#1201(2单元) is 3#2单元1201. */
export const withSectionBefore = (said: string): string =>
  said.replace(/([\dA-Z]+)[号室户房]*\((第?[\dA-Z]+单元)\)$/u, "$2$1");

const isShort = (text: string): boolean => /^[\dA-Z]+(?:-\d+)?$/u.test(text);

/** 1号楼, 1#楼, 第1幢 and A座 are 1 and A, as 批量生成房源 has them; 锦绣苑3栋 stays as written. */
export const bareBuilding = (text: string): string => {
  const said = tidy(text);
  const bare = said.replace(/^第/u, "").replace(/(?:#?号?楼|[栋幢座]|#)?(?:号?楼|[栋幢座]|#|号)$/u, "");
  return isShort(bare) ? bare : said;
};

export const bareSection = (text: string): string =>
  tidy(text)
    .replace(/^第/u, "")
    .replace(/(?:单元)?号?$/u, "");

/** 12层, 12F and 十二楼 are 12; -1, 负一层 and 地下1层 are B1; words stay words. */
export const bareFloor = (text: string): string =>
  tidy(withArabicDigits(tidy(text)))
    .replace(/^第/u, "")
    .replace(/^(-?\d+|B\d+|(?:负|地下)\d+)(?:层|楼|F)$/u, "$1")
    .replace(/^(?:-|负|地下)(?=\d+$)/u, "B")
    .replace(/^0+(?=\d)/u, "");

export const bareRoom = (text: string): string =>
  tidy(text)
    .replace(/^第/u, "")
    .replace(/(?<=[\dA-Z])号?[室房户铺号]$/u, "");

const wordy =
  /^(?:(.*?(?:#?号?楼|[栋幢座]|#)楼?)-?)?(?:第?([\dA-Z]+)单元-?)?(?:第?(-?\d{1,3}|B\d|负\d)(?:层|楼|F)-?)?(.*)$/u;

/** 1-2-301 by its place: 楼栋-单元-房号; 1-2-3-01 has the floor between. */
const byPlace = (pieces: readonly string[]): UnitParts => {
  const room = pieces.at(-1) ?? "";
  const [first = "", second = "", third = ""] = pieces;
  if (pieces.length < 2) return { ...untold, room };
  if (pieces.length === 2) return { ...untold, lead: first, room };
  if (pieces.length === 3) return { ...untold, building: first, section: second, room };
  const isFloor = pieces.length === 4 && /^\d{1,3}$/u.test(third) && /^\d{1,2}$/u.test(room);
  return isFloor
    ? { ...untold, building: first, section: second, floor: bareFloor(third), room }
    : { ...untold, building: pieces.slice(0, -2).join("-"), section: pieces.at(-2) ?? "", room };
};

/** What one cell tells of its unit. */
export const readUnit = (text: string): UnitParts => {
  const said = withSectionBefore(tidy(text));
  if (!/[栋幢座楼层#]|单元/u.test(said))
    return byPlace(
      bareRoom(said)
        .split(/[-/.·~]+/u)
        .filter((piece) => piece !== ""),
    );
  const [, building = "", section = "", floor = "", rest = ""] = wordy.exec(said) ?? [];
  const within = byPlace(
    bareRoom(rest)
      .split("-")
      .filter((piece) => piece !== ""),
  );
  const isOfBuilding = section === "" && within.lead !== "";
  return {
    building: building === "" ? within.building : bareBuilding(building),
    section: isOfBuilding && building !== "" ? within.lead : section || within.section,
    floor: floor === "" ? within.floor : bareFloor(floor),
    room: section !== "" && within.lead !== "" ? `${within.lead}-${within.room}` : within.room,
    lead: isOfBuilding && building === "" ? within.lead : "",
  };
};

/** Blanks of 销控表 that its number is made of. */
export const unitParts: ReadonlySet<string> = new Set(["building", "section", "floor", "door", "unitNo"]);

/** Cells of a row, by what they are of. */
export interface UnitCells {
  readonly building: string;
  readonly section: string;
  readonly floor: string;
  readonly door: string;
  /** 房号, or the whole number. */
  readonly unitNo: string;
}

export interface Unit {
  readonly unitNo: string;
  readonly building: string;
  readonly section: string;
  readonly floor: string;
  readonly door: string;
}

export type NoUnit = "unitNoUnsaid" | "unitIsDay" | "unitPartsDiffer" | "unitFloorUnread";

const isDoor = (room: string): boolean => /^(?:\d{1,2}|[A-Z]{1,2})$/u.test(room);
const isLevel = (floor: string): boolean => /^(?:B?\d{1,3})$/u.test(floor);
const padded = (door: string): string => (/^\d$/u.test(door) ? `0${door}` : door);

/** 01 of 301 or 0301 on the third floor; "" where the room does not begin with its floor. */
const doorIn = (room: string, floor: string): string => {
  const bare = room.replace(/^0+(?=\d{3})/u, "");
  const rest = bare.startsWith(floor) ? bare.slice(floor.length) : "";
  return /^\d{2}$/u.test(rest) ? rest : "";
};

const same = (one: string, other: string): boolean =>
  one.replace(/^0+(?=\d)/u, "") === other.replace(/^0+(?=\d)/u, "");

/** One of the two that is told; nothing where they tell two things. */
const either = (one: string, other: string): string | undefined =>
  one === "" || other === "" || same(one, other) ? one || other : undefined;

/** 3 of 3-301 is 3栋, and 一期3栋 too. */
const leadsTo = (lead: string, building: string): boolean => {
  const bare = bareBuilding(building);
  const [, number] = /(\d+|[A-Z])(?:#?号?楼|[栋幢座]|#)$/u.exec(bare) ?? [];
  return same(lead, bare) || (number !== undefined && same(lead, number));
};

/** Of 1-301 beside a building of its own: whether the 1 may be that building once more. */
export const leadIsBuilding = ({ building, unitNo }: UnitCells): boolean | undefined => {
  const { lead } = readUnit(unitNo);
  return lead === "" || building === "" ? undefined : leadsTo(lead, building);
};

/** 5-1-12 that a spreadsheet has taken for a day, as people see it. */
export const isUnitAsDay = (unitNo: string): boolean => /^\d{4}-\d{2}-\d{2}$/u.test(unitNo);

/**
 * The number as 销控表 has it: 楼栋-单元-房号, of those that are told; a door of a floor is its room.
 * @param leads what stands before the room of 1-301 where the building has a cell of its own.
 */
export const unitOf = (cells: UnitCells, leads: "building" | "section"): Unit | NoUnit => {
  if (isUnitAsDay(cells.unitNo)) return "unitIsDay";
  const told = readUnit(cells.unitNo);
  const own = {
    building: cells.building === "" ? "" : bareBuilding(cells.building),
    section: bareSection(cells.section),
    floor: bareFloor(cells.floor),
    door: bareRoom(cells.door),
  };
  const isSection =
    told.lead !== "" &&
    (own.section === "" ? own.building !== "" && leads === "section" : same(told.lead, own.section));
  const isItself = isSection || (own.building !== "" && leadsTo(told.lead, own.building));
  const building = either(own.building, told.building || (isItself ? "" : told.lead));
  const section = either(own.section, told.section || (isSection ? told.lead : ""));
  const floor = either(own.floor, told.floor);
  if (building === undefined || section === undefined || floor === undefined) return "unitPartsDiffer";
  const room = told.room === "" ? own.door : told.room;
  if (room === "") return "unitNoUnsaid";
  const isOfFloor = isDoor(room) && floor !== "";
  if (isOfFloor && !isLevel(floor)) return "unitFloorUnread";
  const whole = isOfFloor ? roomNo(floor, padded(room)) : room;
  return {
    unitNo: [building, section, whole].filter((part) => part !== "").join("-"),
    building,
    section,
    floor,
    door: isOfFloor ? padded(room) : own.door || (floor === "" ? "" : doorIn(whole, floor)),
  };
};

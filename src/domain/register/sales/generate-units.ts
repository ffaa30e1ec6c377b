/** 楼栋 × 单元 × 层 × 户: the rows of a new building, so that nobody types four hundred of them. */
import type { CalendarDay } from "../../kit/calendar-day";
import type { Yuan } from "../../kit/money";
import { plain } from "../../kit/text";
import type { Change } from "../change";
import { unitKey } from "./sale-rows";
import type { SalesLedger } from "./sales-ledger";

/** One door of every floor: what stands under and above each other is alike. */
export interface DoorLine {
  /** 户号: "01". */
  readonly door: string;
  readonly layout: string;
  readonly floorArea: number;
  readonly unitPrice: Yuan;
}

export interface BuildingPlan {
  /** "1、2、5" or "1–3". */
  readonly buildings: string;
  /** How many 单元 each building has; 0 for none. */
  readonly sections: number;
  readonly fromFloor: number;
  readonly toFloor: number;
  /** Floors the house does not have: "4、14". */
  readonly without: string;
  readonly propertyType: string;
  readonly doors: readonly DoorLine[];
}

export const mostUnits = 5000;

const most = 200;

/** "1、2、5", "1-3", "A、B": each once, in the order written. */
export const listOf = (typed: string): readonly string[] => {
  const found: string[] = [];
  for (const piece of plain(typed).split(/[、,;\s]+/u)) {
    const range = /^(\d{1,3})\s*(?:[-–—~至])\s*(\d{1,3})$/u.exec(piece);
    const [from, to] = [Number(range?.[1]), Number(range?.[2])];
    if (range && to >= from && to - from < most)
      for (let each = from; each <= to; each++) found.push(String(each));
    else if (piece !== "") found.push(piece);
  }
  return [...new Set(found)];
};

/** 3 and 01 are 0301, B1 and 01 B101: the room as 房源编号 has it. `floor`: "3", "12", "B1". */
export const roomNo = (floor: string, door: string): string =>
  `${/^\d$/u.test(floor) ? `0${floor}` : floor}${door}`;

export interface Generated {
  readonly changes: readonly Change[];
  /** In order, as they will stand. */
  readonly unitNos: readonly string[];
  /** Numbers the board has already: they are left as they are. */
  readonly known: readonly string[];
}

/** "tooMany": more than `mostUnits`; "nothing": a plan without a door, floor or building. */
export const generateUnits = (
  ledger: SalesLedger,
  plan: BuildingPlan,
  today: CalendarDay,
): Generated | "tooMany" | "nothing" => {
  const buildings = listOf(plan.buildings);
  const without = new Set(listOf(plan.without));
  const sections =
    plan.sections > 0 ? Array.from({ length: plan.sections }, (_, at) => String(at + 1)) : [""];
  const floors: number[] = [];
  for (let floor = plan.fromFloor; floor <= plan.toFloor && floors.length <= most; floor++)
    if (floor !== 0 && !without.has(String(floor))) floors.push(floor);
  const count = buildings.length * sections.length * floors.length * plan.doors.length;
  if (count === 0) return "nothing";
  if (count > mostUnits) return "tooMany";

  const changes: Change[] = [];
  const unitNos: string[] = [];
  const known: string[] = [];
  const seen = new Set<string>();
  for (const building of buildings)
    for (const section of sections)
      for (const floor of floors)
        for (const { door, layout, floorArea, unitPrice } of plan.doors) {
          const level = floor < 0 ? `B${-floor}` : String(floor);
          const unitNo = [building, section, roomNo(level, door)].filter((each) => each !== "").join("-");
          const key = unitKey(unitNo);
          if (ledger.unitOf.has(key) || seen.has(key)) {
            known.push(unitNo);
            continue;
          }
          seen.add(key);
          unitNos.push(unitNo);
          changes.push({
            kind: "append",
            form: "units",
            row: {
              unitNo,
              building,
              ...(section === "" ? {} : { section }),
              floor: level,
              door,
              ...(plan.propertyType === "" ? {} : { propertyType: plan.propertyType }),
              ...(layout === "" ? {} : { layout }),
              floorArea,
              unitPrice,
              status: "可售",
              updatedOn: today,
            },
          });
        }
  return { changes, unitNos, known };
};

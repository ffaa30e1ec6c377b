/** The sample's house: building 3, two sections, ten floors, two doors each. Invented, like its prices. */
import type { CalendarDay } from "../../domain/kit/calendar-day";
import { priceOf, type Yuan, yuanOf } from "../../domain/kit/money";
import type { Row } from "../../domain/register/register";
import type { Site } from "../../domain/register/site";
import type { ClientNumber } from "../../domain/rules/client-number";
import { offered } from "./sample-clients";

export interface SampleUnit {
  readonly unitNo: string;
  readonly section: string;
  readonly floor: string;
  readonly door: string;
  /** 成交房型. */
  readonly layout: string;
  /** Square metres. */
  readonly floorArea: number;
  readonly unitPrice: Yuan;
  readonly totalPrice: Yuan;
}

const building = "3";
const floors = Array.from({ length: 10 }, (_, at) => at + 3);
const doors = [
  { door: "01", layout: "3/2", floorArea: 118.36 },
  { door: "02", layout: "2/2", floorArea: 88.52 },
];

const sampleUnits: readonly SampleUnit[] = ["1", "2"].flatMap((section) =>
  floors.flatMap((floor) =>
    doors.map(({ door, layout, floorArea }): SampleUnit => {
      const unitPrice = yuanOf(2860 + floor * 20 + (section === "2" ? 30 : 0));
      return {
        unitNo: `${building}-${section}-${floor}${door}`,
        section,
        floor: String(floor),
        door,
        layout,
        floorArea,
        unitPrice,
        totalPrice: priceOf(unitPrice, floorArea),
      };
    }),
  ),
);

export const unitAt = (at: number): SampleUnit => sampleUnits[at % sampleUnits.length] as SampleUnit;

/** By its number. @throws RangeError for a unit the house has not */
export const unitNamed = (unitNo: string): SampleUnit => {
  const found = sampleUnits.find((unit) => unit.unitNo === unitNo);
  if (found === undefined) throw new RangeError(unitNo);
  return found;
};

/** 楼栋-单元-层-户. */
export const locationOf = ({ section, floor, door }: SampleUnit): string =>
  [building, section, floor, door].join("-");

export interface UnitState {
  readonly status: "保留" | "认购" | "签约" | "已售" | "不可售";
  readonly client?: ClientNumber;
  readonly on: CalendarDay;
}

/** 销控表: `states` by number; all others are on sale since `since`. */
export const unitRows = (
  site: Site,
  states: ReadonlyMap<string, UnitState>,
  since: CalendarDay,
): readonly Row[] =>
  sampleUnits.map((unit): Row => {
    const state = states.get(unit.unitNo);
    return {
      unitNo: unit.unitNo,
      building,
      section: unit.section,
      floor: unit.floor,
      door: unit.door,
      unitCategory: offered(site, "unitCategory", "住宅"),
      propertyType: offered(site, "propertyType", "小高层"),
      layout: offered(site, "dealLayout", unit.layout),
      floorArea: unit.floorArea,
      unitPrice: unit.unitPrice,
      status: state?.status ?? "可售",
      ...(state?.client !== undefined && { clientId: state.client }),
      updatedOn: state?.on ?? since,
    };
  });

/** The board sales offices hang up: a building's floors × units, each with its state (form 15, R13). */
import type { UnitState } from "../../forms/units";
import { priceOf, type Yuan } from "../../kit/money";
import type { UnitRow } from "./sale-rows";
import { type Deal, type SalesLedger } from "./sales-ledger";
import { stateOfDeal } from "./unit-standing";

export interface BoardUnit {
  readonly unit: UnitRow;
  /** The live deal's where there is one; 可售 where nothing is said. */
  readonly state: UnitState;
  /** The state in the site's own word: 抵押 is not for sale, and says why. */
  readonly says: string;
  readonly deal: Deal | undefined;
  /** 单价 × 面积; nothing where either cannot be read. */
  readonly price: Yuan | undefined;
}

export interface BoardColumn {
  /** 单元; empty where the building has none. */
  readonly section: string;
  readonly door: string;
}

export interface BoardFloor {
  readonly floor: string;
  /** By column; several where the board has one place twice, none where a floor has no such door. */
  readonly cells: readonly (readonly BoardUnit[])[];
}

export interface BoardBuilding {
  readonly name: string;
  readonly columns: readonly BoardColumn[];
  /** The highest first, as they hang. */
  readonly floors: readonly BoardFloor[];
  readonly units: readonly BoardUnit[];
}

interface Place {
  readonly building: string;
  readonly section: string;
  readonly floor: string;
  readonly door: string;
}

/** "3-1-1202" says building, section, floor and door itself, where their columns are empty. */
const placeOf = (unit: UnitRow): Place => {
  const parts = unit.unitNo.split("-");
  const last = parts.at(-1) ?? "";
  const [, floor = "", door = ""] = /^(\d+)(\d{2})$/u.exec(last) ?? [undefined, "", last];
  return {
    building: unit.building || (parts.length > 1 ? (parts[0] ?? "") : ""),
    section: unit.section || (parts.length > 2 ? (parts[1] ?? "") : ""),
    floor: unit.floor || floor.replace(/^0+(?=\d)/u, ""),
    door: unit.door || door,
  };
};

const asNumber = (text: string): number => {
  const [digits] = /-?\d+/u.exec(text) ?? [];
  return digits === undefined ? Number.POSITIVE_INFINITY : Number(digits);
};

/** 3 and A ask for 号楼 behind them; 8栋, A座 and 商铺 say themselves what they are. */
export const isBareBuilding = (name: string): boolean => /^[\dA-Z一二三四五六七八九十百-]+$/iu.test(name);

/** B2 and 地下 2 are below the ground. */
const floorNumber = (text: string): number => {
  const [, below] = /^\s*(?:B|地下|负)\s*(\d+)/iu.exec(text) ?? [];
  return below === undefined ? asNumber(text) : -Number(below);
};

/** 2 before 10, numbers before names. */
const inOrder = (a: string, b: string, read: (text: string) => number = asNumber): number => {
  const [left, right] = [read(a), read(b)];
  return left === right ? (a < b ? -1 : a > b ? 1 : 0) : left < right ? -1 : 1;
};

const columnKey = ({ section, door }: BoardColumn): string => `${section}\n${door}`;

const boardUnit = (unit: UnitRow, { liveOn }: SalesLedger): BoardUnit => {
  const deal = liveOn.get(unit.key)?.[0];
  const state = deal === undefined ? (unit.status ?? "可售") : stateOfDeal(deal, unit.status);
  return {
    unit,
    deal,
    state,
    says: deal === undefined ? (unit.ownState ?? state) : state,
    price:
      unit.unitPrice === undefined || unit.floorArea === undefined
        ? undefined
        : priceOf(unit.unitPrice, unit.floorArea),
  };
};

const buildingOf = (name: string, all: readonly (readonly [Place, BoardUnit])[]): BoardBuilding => {
  const columns = new Map<string, BoardColumn>();
  const floors = new Map<string, Map<string, BoardUnit[]>>();
  for (const [place, unit] of all) {
    const key = columnKey(place);
    if (!columns.has(key)) columns.set(key, { section: place.section, door: place.door });
    const floor = floors.get(place.floor) ?? new Map<string, BoardUnit[]>();
    floors.set(place.floor, floor);
    const cell = floor.get(key);
    if (cell) cell.push(unit);
    else floor.set(key, [unit]);
  }
  const ordered = [...columns.values()].sort(
    (a, b) => inOrder(a.section, b.section) || inOrder(a.door, b.door),
  );
  return {
    name,
    columns: ordered,
    floors: [...floors]
      .sort(([a], [b]) => inOrder(b, a, floorNumber))
      .map(([floor, cells]) => ({
        floor,
        cells: ordered.map((column) => cells.get(columnKey(column)) ?? []),
      })),
    units: all.map(([, unit]) => unit),
  };
};

export const unitBoard = (ledger: SalesLedger): readonly BoardBuilding[] => {
  const buildings = new Map<string, (readonly [Place, BoardUnit])[]>();
  for (const unit of ledger.units) {
    const place = placeOf(unit);
    const drawn = [place, boardUnit(unit, ledger)] as const;
    const known = buildings.get(place.building);
    if (known) known.push(drawn);
    else buildings.set(place.building, [drawn]);
  }
  return [...buildings].sort(([a], [b]) => inOrder(a, b)).map(([name, all]) => buildingOf(name, all));
};

export interface BoardFilter {
  readonly onlyForSale: boolean;
  /** Empty: any. */
  readonly layout: string;
  /** 总价 up to, in yuan; nothing: any. A unit without a price is left out then. */
  readonly upTo: Yuan | undefined;
}

export const matches = ({ unit, state, price }: BoardUnit, filter: BoardFilter): boolean =>
  (!filter.onlyForSale || state === "可售") &&
  (filter.layout === "" || unit.layout === filter.layout) &&
  (filter.upTo === undefined || (price !== undefined && price <= filter.upTo));

export const countStates = (units: readonly BoardUnit[]): ReadonlyMap<UnitState, number> => {
  const counts = new Map<UnitState, number>();
  for (const { state } of units) counts.set(state, (counts.get(state) ?? 0) + 1);
  return counts;
};

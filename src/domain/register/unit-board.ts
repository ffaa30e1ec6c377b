/** 销控: the board that hangs in the sales office, a building's floors by its doors. */
import { type UnitState, unitStates } from "../forms/units";
import { textAt } from "./raw-cell";
import { cellAt } from "./register";
import type { SiteBook } from "./site";

export interface BoardUnit {
  readonly unitNo: string;
  readonly status: string;
  /** Square metres. */
  readonly floorArea: number | undefined;
  readonly layout: string;
  readonly clientId: string;
}

export interface BoardDoor {
  readonly section: string;
  readonly door: string;
}

export interface Building {
  readonly name: string;
  /** From left to right: by section, then by door. */
  readonly doors: readonly BoardDoor[];
  /** From the top floor down; units of one door, of which there should be one, side by side with `doors`. */
  readonly floors: readonly { readonly floor: string; readonly units: readonly (readonly BoardUnit[])[] }[];
  /** How many units have which state, in the order a sale goes; states of the site's own after them. */
  readonly counts: readonly (readonly [state: string, count: number])[];
}

const collator = new Intl.Collator("zh", { numeric: true });

interface Placed {
  readonly building: string;
  readonly section: string;
  readonly floor: string;
  readonly door: string;
  readonly unit: BoardUnit;
}

/** "3-1-1202": building 3, section 1, floor 12, door 02; for units whose own boxes nobody has filled. */
const placeIn = (unitNo: string): Omit<Placed, "unit"> => {
  const parts = unitNo.split(/[-–—]/u).map((part) => part.trim());
  const room = parts.at(-1) ?? "";
  const [, floor = "", door = room] = /^(\d{1,2})(\d{2})$/u.exec(room) ?? [];
  const [building = "", section = ""] = parts.slice(0, -1);
  return { building, section, floor, door };
};

const placedUnits = ({ registers: { units } }: SiteBook): readonly Placed[] => {
  const found: Placed[] = [];
  for (let index = 0; units && index < units.count; index++) {
    const at = (key: string): string => textAt(units, key, index);
    const unitNo = at("unitNo");
    if (unitNo === "") continue;
    const said = placeIn(unitNo);
    const floorArea = cellAt(units, "floorArea", index);
    found.push({
      building: at("building") || said.building,
      section: at("section") || said.section,
      floor: at("floor") || said.floor,
      door: at("door") || said.door,
      unit: {
        unitNo,
        status: at("status"),
        floorArea: typeof floorArea === "number" ? floorArea : undefined,
        layout: at("layout"),
        clientId: at("clientId"),
      },
    });
  }
  return found;
};

const grouped = <T>(items: readonly T[], by: (item: T) => string): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(by(item));
    if (group) group.push(item);
    else groups.set(by(item), [item]);
  }
  return groups;
};

const doorKey = ({ section, door }: BoardDoor): string => JSON.stringify([section, door]);

const buildingOf = (name: string, placed: readonly Placed[]): Building => {
  const doors = [
    ...new Map(placed.map(({ section, door }) => [doorKey({ section, door }), { section, door }])).values(),
  ].sort((a, b) => collator.compare(a.section, b.section) || collator.compare(a.door, b.door));
  const states = grouped(placed, ({ unit }) => unit.status);
  const known: readonly string[] = unitStates satisfies readonly UnitState[];
  const own = [...states.keys()].filter((state) => !known.includes(state)).sort(collator.compare);
  return {
    name,
    doors,
    floors: [...grouped(placed, ({ floor }) => floor)]
      .sort(([a], [b]) => collator.compare(b, a))
      .map(([floor, units]) => {
        const byDoor = grouped(units, doorKey);
        return {
          floor,
          units: doors.map((door) => (byDoor.get(doorKey(door)) ?? []).map(({ unit }) => unit)),
        };
      }),
    counts: [...known, ...own].map((state) => [state, states.get(state)?.length ?? 0] as const),
  };
};

export const unitBoard = (book: SiteBook): readonly Building[] =>
  [...grouped(placedUnits(book), ({ building }) => building)]
    .sort(([a], [b]) => collator.compare(a, b))
    .map(([name, placed]) => buildingOf(name, placed));

/** 收编: rows of an old 销控表 or 房源表 as units of the board: one number, its parts, its price. */
import { units } from "../../forms/units";
import { type Yuan, yuanOf } from "../../kit/money";
import { plain } from "../../kit/text";
import { checkTotal } from "../../rules/money-adds-up";
import { nothing } from "../../rules/nothing-to-say";
import { type OldEntry, oldSaying } from "./old-entry";
import { finding, type Finding } from "../problem";
import type { Answer, RawCell } from "../register";
import {
  bareBuilding,
  bareFloor,
  bareRoom,
  bareSection,
  leadIsBuilding,
  type NoUnit,
  type Unit,
  unitOf,
  type UnitCells,
} from "./unit-parts";

const wan = 10_000;

/** What an old list says of a unit, apart from whose it is and its state. */
export interface UnitEntry {
  readonly entry: OldEntry;
  readonly unit: Unit;
  /** Of the form's blanks: what stands beside the number, area and price among them. */
  readonly row: Readonly<Record<string, Answer>>;
  readonly kept: readonly string[];
  readonly findings: readonly Finding[];
}

const textIn = ({ answers }: OldEntry, key: string): string => {
  const said = answers[key];
  return said === undefined || said === nothing ? "" : plain(String(said));
};

const cellsOf = (entry: OldEntry): UnitCells => ({
  building: textIn(entry, "building"),
  section: textIn(entry, "section"),
  floor: textIn(entry, "floor"),
  door: textIn(entry, "door"),
  unitNo: textIn(entry, "unitNo"),
});

/** As the old list writes it: 1号楼 2单元 301. */
export const unitWritten = (entry: OldEntry): string => {
  const { building, section, floor, door, unitNo } = cellsOf(entry);
  return [building, section, ...(unitNo === "" ? [floor, door] : [unitNo])]
    .filter((part) => part !== "")
    .join(" ");
};

/** Of all lists of a taking-in: 1-301 beside a building of its own is a section's where it is once for sure. */
export const leadsIn = (entries: readonly OldEntry[]): "building" | "section" =>
  entries.some((entry) => leadIsBuilding(cellsOf(entry)) === false) ? "section" : "building";

const noUnit = (why: NoUnit, entry: OldEntry): Finding => {
  const { building, section, floor, unitNo } = cellsOf(entry);
  const key = why === "unitFloorUnread" ? "floor" : "unitNo";
  return finding(why, {
    key,
    caption: units.fields[key].caption,
    value: why === "unitFloorUnread" ? floor : unitNo,
    facts: {
      parts: [
        ["楼栋", building],
        ["单元", section],
        ["楼层", floor],
      ]
        .flatMap(([caption, said]) => (said === "" ? [] : [`${caption} ${said}`]))
        .join("，"),
    },
  });
};

type Priced = Pick<UnitEntry, "row" | "kept" | "findings">;

const numberIn = ({ answers }: OldEntry, key: string): number | undefined => {
  const said = answers[key];
  return typeof said === "number" && said > 0 ? said : undefined;
};

/** 总价 is price × area on the board: it is only held against them, and gives a price that is not written (R12). */
const priced = (entry: OldEntry): Priced => {
  const [price, area, total] = ["unitPrice", "floorArea", "totalPrice"].map((key) => numberIn(entry, key));
  const caption = units.fields.totalPrice.caption;
  const of = (unitPrice: number | undefined): Priced["row"] => (unitPrice === undefined ? {} : { unitPrice });
  if (total === undefined) return { row: of(price), kept: [], findings: [] };
  if (area === undefined) return { row: of(price), kept: [oldSaying(caption, total)], findings: [] };
  const derived = price ?? Math.round(((total < wan ? total * wan : total) / area) * 100) / 100;
  const told =
    price === undefined
      ? [
          finding("unitPriceFromTotal", {
            key: "unitPrice",
            caption: "单价",
            value: derived,
            facts: { total },
          }),
        ]
      : [];
  const isRight = (each: number): boolean => checkTotal(yuanOf(derived), area, yuanOf(each)).right;
  if (isRight(total) || (total < wan && isRight(total * wan)))
    return { row: of(derived), kept: [], findings: told };
  const { expected }: { readonly expected: Yuan } = checkTotal(yuanOf(derived), area, yuanOf(total));
  return {
    row: of(derived),
    kept: [oldSaying(caption, total)],
    findings: [
      ...told,
      finding("unitTotalOtherwise", { key: "totalPrice", caption, value: total, facts: { total: expected } }),
    ],
  };
};

const plainKeys = ["unitCategory", "propertyType", "layout", "floorArea", "updatedOn"] as const;

/** The unit and what is said of it, or why it is none. */
export const unitEntryOf = (entry: OldEntry, leads: "building" | "section"): UnitEntry | Finding => {
  const unit = unitOf(cellsOf(entry), leads);
  if (typeof unit === "string") return noUnit(unit, entry);
  const { row, kept, findings } = priced(entry);
  const parts = Object.entries(unit).filter(([, said]) => said !== "");
  const said = plainKeys.flatMap((key) => {
    const answer = entry.answers[key];
    return answer === undefined || answer === nothing ? [] : [[key, answer] as const];
  });
  return {
    entry,
    unit,
    row: { ...(Object.fromEntries([...parts, ...said]) as Record<string, Answer>), ...row },
    kept: [...entry.kept, ...kept],
    findings: [...entry.findings, ...findings],
  };
};

const areas: ReadonlySet<string> = new Set(["floorArea", "unitPrice"]);
const bare: Readonly<Partial<Record<string, (text: string) => string>>> = {
  building: bareBuilding,
  section: bareSection,
  floor: bareFloor,
  door: bareRoom,
};

const numberOf = (cell: RawCell): number => Number(plain(String(cell)).replace(/[,，㎡元]/gu, ""));

/** 3 and 03, 1#楼 and 1, 12F and 12, 89.5 and "89.50": the same of that blank. */
export const saysSameOfUnit = (key: string, there: RawCell, answer: Answer): boolean => {
  if (areas.has(key)) return numberOf(there) === numberOf(answer);
  const [one, other] = [plain(String(there)), plain(String(answer))];
  const spelled = bare[key];
  if (spelled === undefined) return one === other;
  const place = (text: string): string => spelled(text).replace(/^0+(?=\d)/u, "");
  return place(one) === place(other);
};

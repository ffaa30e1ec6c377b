/** 调房: what an exchange changes besides the two units: the deal's report, its receipts, plan and papers (R13). */
import type { CalendarDay } from "../../kit/calendar-day";
import { dividedBy, equalWithin, priceOf, type Yuan } from "../../kit/money";
import type { ClientNumber } from "../../rules/client-number";
import { totalTolerance } from "../../rules/money-adds-up";
import type { Change } from "../change";
import { type Finding, finding } from "../problem";
import type { UnitState } from "../../forms/units";
import { textAt } from "../raw-cell";
import { moneyAt, type RowPlace, unitKey, type UnitRow } from "./sale-rows";
import { type Application, byCarrying, type Deal, liveDeal, type SalesLedger } from "./sales-ledger";
import { setCell, setCells, stateOfDeal, unitChanges } from "./unit-standing";

/** What was carried out, the first first. */
export const carriedOut = ({ applications: all }: SalesLedger): readonly Application[] =>
  all.filter((each) => each.carriedOut && each.clientId !== undefined).sort(byCarrying);

export interface NewUnit {
  readonly unitNo: string;
  readonly layout: string;
  readonly floorArea: number | undefined;
  readonly unitPrice: Yuan | undefined;
  readonly totalPrice: Yuan | undefined;
}

/**
 * The new unit as the application has it, and where it does not say as the board has it (R12): the total is 单价 × 面积
 * unless it was agreed on, and then 单价 is that total by the area unless the list price comes to it.
 */
export const newUnitOf = (
  ledger: SalesLedger,
  { register, index, newUnitNo, newKey }: Application,
): NewUnit => {
  const unit = ledger.unitOf.get(newKey);
  const floorArea = moneyAt(register, "newFloorArea", index) ?? unit?.floorArea;
  const agreed = moneyAt(register, "newTotalPrice", index);
  const listed = moneyAt(register, "newUnitPrice", index) ?? unit?.unitPrice;
  const comesTo = listed === undefined || floorArea === undefined ? undefined : priceOf(listed, floorArea);
  const isListed =
    agreed === undefined || comesTo === undefined || equalWithin(agreed, comesTo, totalTolerance);
  return {
    unitNo: unit?.unitNo ?? newUnitNo,
    layout: textAt(register, "newLayout", index) || (unit?.layout ?? ""),
    floorArea,
    unitPrice: isListed ? listed : dividedBy(agreed, floorArea ?? 0),
    totalPrice: agreed ?? comesTo,
  };
};

/** The exchange that took a client's live deal away from a unit. */
export const exchangeFrom = (
  ledger: SalesLedger,
  client: ClientNumber,
  unitNo: string,
): Application | undefined =>
  ledger.applications
    .filter(
      ({ kind, carriedOut, clientId, key, newUnitNo }) =>
        kind === "调房申请" &&
        carriedOut &&
        clientId === client &&
        key === unitKey(unitNo) &&
        liveDeal(ledger, newUnitNo, client) !== undefined,
    )
    .at(-1);

/** Why an application finds no deal where it looks for one. */
export const noDealFinding = (
  ledger: SalesLedger,
  client: ClientNumber,
  unitNo: string,
  where: Pick<Finding, "key" | "caption" | "value">,
): Finding => {
  const moved = exchangeFrom(ledger, client, unitNo);
  const facts = { client, unit: unitNo };
  return moved === undefined
    ? finding("noLiveDeal", { ...where, facts })
    : finding("dealMoved", { ...where, facts: { ...facts, no: moved.no, to: moved.newUnitNo } });
};

export interface Holder {
  readonly state: UnitState;
  /** The deal that stands there, else the board's row. */
  readonly by: RowPlace;
}

/** R13: an exchange goes only to a 可售 unit; who or what stands in the way. Nothing where the board does not know. */
export const holderFor = (ledger: SalesLedger, deal: Deal, newUnitNo: string): Holder | undefined => {
  const key = unitKey(newUnitNo);
  const unit = ledger.unitOf.get(key);
  const others = (ledger.liveOn.get(key) ?? []).filter((each) => each !== deal);
  const [other] = others;
  if (other !== undefined) return { state: stateOfDeal(other, unit?.status), by: other };
  return unit?.status === undefined || unit.status === "可售" ? undefined : { state: unit.status, by: unit };
};

/**
 * An exchange was closed by hand to a unit that was not to be had, and the deal's row stayed where it was: people have
 * to say what is meant, nothing is put right by itself.
 */
export const isAstray = (ledger: SalesLedger, deal: Deal): boolean => {
  if (deal.key === deal.keyNow) return false;
  const holder = holderFor(ledger, deal, deal.unitNow);
  return holder !== undefined && (holder.state === "不可售" || holder.by.register.form.key === "deals");
};

/** 坐落位置: 楼栋-单元-层-户; nothing where the board does not say. */
export const locationOf = ({ building, section, floor, door }: UnitRow): string =>
  [building, section, floor, door].filter((each) => each !== "").join("-");

/**
 * The deal's unit, area and prices, and what hangs on it by 房源编号. All else is kept. An answer the new unit does not
 * have leaves what stands, but for 坐落位置, which would be the old unit's.
 */
export const dealFollows = (ledger: SalesLedger, deal: Deal, to: NewUnit): readonly Change[] => {
  const unit = ledger.unitOf.get(unitKey(to.unitNo));
  return [
    ...setCells("deals", deal, {
      unitNo: to.unitNo,
      location: (unit && locationOf(unit)) || null,
      ...(to.layout === "" ? {} : { layout: to.layout }),
      ...(to.floorArea === undefined ? {} : { floorArea: to.floorArea }),
      ...(to.unitPrice === undefined ? {} : { unitPrice: to.unitPrice }),
      ...(to.totalPrice === undefined ? {} : { totalPrice: to.totalPrice }),
      ...(unit && unit.unitCategory !== "" ? { unitCategory: unit.unitCategory } : {}),
      ...(unit && unit.propertyType !== "" ? { propertyType: unit.propertyType } : {}),
    }),
    ...deal.receipts.flatMap((each) => setCell("receipts", each, "unitNo", to.unitNo)),
    ...deal.instalments.flatMap((each) => setCell("instalments", each, "unitNo", to.unitNo)),
    ...deal.papers.flatMap((each) => setCell("mortgagePapers", each, "unitNo", to.unitNo)),
  ];
};

/** What a deal leaves is on sale again; of a double sale it is the other buyer's. */
export const unitGoesOn = (
  { unitOf, liveOn }: SalesLedger,
  deal: Deal,
  unitNo: string,
  on: CalendarDay,
): readonly Change[] => {
  const unit = unitOf.get(unitKey(unitNo));
  const other = liveOn.get(unitKey(unitNo))?.find((each) => each.row !== deal.row);
  return unitChanges(
    unit,
    other === undefined
      ? { state: "可售", client: undefined }
      : { state: stateOfDeal(other, unit?.status), client: other.clientId },
    on,
  );
};

/** Both units change state together: the old one is given up, the new one is the client's. */
export const unitsFollow = (
  ledger: SalesLedger,
  deal: Deal,
  fromUnitNo: string,
  toUnitNo: string,
  on: CalendarDay,
): readonly Change[] => [
  ...unitGoesOn(ledger, deal, fromUnitNo, on),
  ...unitChanges(ledger.unitOf.get(unitKey(toUnitNo)), { state: deal.state, client: deal.clientId }, on),
];

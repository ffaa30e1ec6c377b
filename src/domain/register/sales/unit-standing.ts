/** A unit's life as the workbook has it, and what an act changes on its row of 销控表 (R13). */
import type { UnitState } from "../../forms/units";
import type { CalendarDay } from "../../kit/calendar-day";
import type { ClientNumber } from "../../rules/client-number";
import { paidOf } from "../../rules/money-adds-up";
import { minus, plus, type Yuan, yuanOf } from "../../kit/money";
import { onSale, type UnitLife, type UnitRefusal } from "../../rules/unit-life";
import type { Change } from "../change";
import { dayAt } from "../day-at";
import { type Finding, finding } from "../problem";
import { type Answer, cellAt } from "../register";
import type { RowPlace, UnitRow } from "./sale-rows";
import { unitKey } from "./sale-rows";
import { type Deal, liveDeal, type SalesLedger } from "./sales-ledger";
import type { FormKey } from "../../forms/index";

/**
 * What the board should say of a live deal. Where no receipt of it was ever entered, a signed one that the board
 * calls 已售 is believed: the site keeps its receipts elsewhere.
 */
export const stateOfDeal = (deal: Deal, said: UnitState | undefined): Deal["state"] =>
  deal.state === "签约" && said === "已售" && deal.receipts.length === 0 ? "已售" : deal.state;

/** The deal decides; without one the board, and without that the unit is on sale. `clientId`: who asks. */
export const lifeOf = (ledger: SalesLedger, unitNo: string, clientId?: ClientNumber): UnitLife => {
  const unit = ledger.unitOf.get(unitKey(unitNo));
  const deal = liveDeal(ledger, unitNo, clientId) ?? liveDeal(ledger, unitNo);
  if (deal !== undefined)
    return {
      state: stateOfDeal(deal, unit?.status),
      client: deal.clientId,
      queuedOn: deal.queuedOn,
      subscribedOn: deal.subscribedOn,
      signedOn: deal.signedOn,
      price: deal.totalPrice,
      paid: deal.paid,
    };
  const state = unit?.status ?? "可售";
  const client = state === "可售" || state === "不可售" ? undefined : unit?.clientId;
  const payer = client ?? clientId;
  const deposits = ledger.loose.filter(
    (each) => each.key === unitKey(unitNo) && payer !== undefined && each.clientId === payer,
  );
  return { ...onSale, state, client, paid: paidOf(deposits) };
};

/** One cell anew; nothing where it says so already, or the workbook has no such column. */
export const setCell = (
  form: FormKey,
  { register, index, row }: RowPlace,
  key: string,
  value: Answer | null,
): readonly Change[] => {
  if (!register.columns.has(key)) return [];
  const was = cellAt(register, key, index);
  const empty = was === null || was === "";
  return (value === null && empty) || was === value
    ? []
    : [{ kind: "set", form, row, key, was: was ?? null, value }];
};

export const setCells = (
  form: FormKey,
  place: RowPlace,
  values: Readonly<Record<string, Answer | null>>,
): readonly Change[] => Object.entries(values).flatMap(([key, value]) => setCell(form, place, key, value));

/** 状态, 客户编号 and 更新日期 of a unit's row; nothing where the board does not have the unit. */
export const unitChanges = (
  unit: UnitRow | undefined,
  becomes: { readonly state: UnitState; readonly client: ClientNumber | undefined },
  on: CalendarDay,
): readonly Change[] => {
  if (unit === undefined) return [];
  const told = [
    ...setCell("units", unit, "status", becomes.state),
    ...setCell("units", unit, "clientId", becomes.client ?? null),
  ];
  // A day kept as a serial is the same day.
  const updated = dayAt(unit.register, "updatedOn", unit.index, on);
  return told.length === 0 || updated === on ? told : [...told, ...setCell("units", unit, "updatedOn", on)];
};

/** Whose a unit is, as messages say it: the deal's name with the number, else the board's client. */
export const holderOf = (ledger: SalesLedger, unitNo: string): string => {
  const deal = liveDeal(ledger, unitNo);
  if (deal !== undefined) return deal.name === "" ? deal.clientId : `${deal.name}（${deal.clientId}）`;
  return ledger.unitOf.get(unitKey(unitNo))?.clientId ?? "其他客户";
};

/** Why an event may not happen, with the facts its wording takes. */
export const unitFinding = (
  ledger: SalesLedger,
  why: UnitRefusal,
  unitNo: string,
  life: UnitLife,
  event: { readonly on: CalendarDay; readonly amount?: Yuan; readonly price?: Yuan },
  where: Pick<Finding, "key" | "caption" | "value">,
): Finding => {
  const total = life.price ?? event.price ?? yuanOf(0);
  return finding(why, {
    ...where,
    facts: {
      unit: unitNo,
      state:
        (life.state === "不可售" ? ledger.unitOf.get(unitKey(unitNo))?.ownState : undefined) ?? life.state,
      holder: holderOf(ledger, unitNo),
      on: event.on,
      queuedOn: life.queuedOn ?? "",
      subscribedOn: life.subscribedOn ?? "",
      signedOn: life.signedOn ?? "",
      paid: life.paid,
      total,
      over: minus(plus(life.paid, event.amount ?? yuanOf(0)), total),
    },
  });
};

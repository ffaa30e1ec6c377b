/** R13: homes that are 保留 for nothing: what was paid for them is settled, or nothing was paid and they stand for long. */
import { depositStates } from "../../forms/receipts";
import { daysBetween } from "../../kit/calendar-day";
import { isDeposit, isPayment, penaltyItem, refundItem } from "../../rules/money-adds-up";
import { at, type Ground } from "./check-ground";
import { pairOf } from "../sales/client-and-unit";
import { dayAt } from "../day-at";
import type { Problem } from "../problem";
import { waitingDeposits } from "../sales/deposit-elsewhere";
import { depositStatuses } from "../sales/deposits";
import type { ReceiptRow, UnitRow } from "../sales/sale-rows";
import type { SalesLedger } from "../sales/sales-ledger";
import { unitChanges } from "../sales/unit-standing";

/** The last day on which money of theirs went back or was kept; "", before all days, where none is known. */
const settledOn = (
  { applications }: SalesLedger,
  { clientId, key }: UnitRow,
  receipts: readonly ReceiptRow[],
): string =>
  [
    ...receipts.flatMap(({ item, date }) =>
      item === refundItem || item === penaltyItem ? [date ?? ""] : [],
    ),
    ...applications.flatMap((each) =>
      each.kind === "退房申请" && each.carriedOut && pairOf(each) === pairOf({ clientId, key })
        ? [each.closedOn ?? ""]
        : [],
    ),
  ].reduce((latest, day) => (day > latest ? day : latest), "");

/** 更新日期 is the day it was set aside: held anew after the money was settled it is another matter. */
export const checkHeld = ({ book, today }: Ground, ledger: SalesLedger): readonly Problem[] => {
  const held = [...ledger.unitOf.values()].filter(
    ({ status, key }) => status === "保留" && (ledger.liveOn.get(key) ?? []).length === 0,
  );
  if (held.length === 0) return [];
  const statuses = depositStatuses(ledger);
  const waiting = waitingDeposits(ledger);
  return held.flatMap((unit): readonly Problem[] => {
    const { clientId, unitNo, key } = unit;
    const paid = ledger.loose.filter((each) => each.key === key);
    const own = paid.filter((each) => clientId !== undefined && each.clientId === clientId);
    const deposits = own.filter(({ item }) => isDeposit(item)).map((each) => statuses.get(each));
    const since = dayAt(unit.register, "updatedOn", unit.index, today);
    const isSettled = deposits.every((each) => each === depositStates.back || each === depositStates.kept);
    if (deposits.length > 0 && isSettled && (since ?? "") < settledOn(ledger, unit, own))
      return [
        at(unit, "heldThoughSettled", "status", {
          facts: { unit: unitNo, client: clientId ?? "" },
          fix: unitChanges(unit, { state: "可售", client: undefined }, today),
        }),
      ];
    // A home that is not on the board may be this one in another spelling.
    const theirs = clientId === undefined ? [] : (waiting.get(clientId) ?? []);
    const mayBeMeant = theirs.some((each) => !ledger.unitOf.has(each.key));
    const isPaidFor =
      mayBeMeant ||
      paid.some((each) =>
        isDeposit(each.item) ? statuses.get(each) === depositStates.waiting : isPayment(each.item),
      );
    const days = since === undefined || isPaidFor ? 0 : daysBetween(since, today);
    if (since === undefined || days <= book.site.policies.signWithin) return [];
    const facts = { unit: unitNo, holder: clientId ?? "客户（未填编号）", days, since };
    return [at(unit, "heldForLong", "status", { facts })];
  });
};

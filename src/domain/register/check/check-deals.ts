/** R12 and R13 over the deal reports: money that adds up, one live deal a unit, refunds that reopen the grade. */
import { deals } from "../../forms/deals";
import type { CalendarDay } from "../../kit/calendar-day";
import { gradeAfterRefund } from "../sales/carry-out";
import { at, type Ground, placed, rowsOf } from "./check-ground";
import { pairNow, pairOf } from "../sales/client-and-unit";
import { boardFindings, grantedTo, nameFindings, phoneFindings } from "../sales/deal-and-registers";
import { reachedKey, reachedOrder } from "../grade-rows";
import type { Problem } from "../problem";
import { isDiscounted, promisedPrice, promiseFindings } from "../sales/promised-price";
import { cellAt, type Register } from "../register";
import { noughtFindings, totalFindings, visitDays, visitFindings } from "../sales/report-deal";
import { dealRows } from "../sales/sale-rows";
import { smallPriceFindings } from "../sales/small-prices";
import { type Deal, isLive, type SalesLedger, salesLedger } from "../sales/sales-ledger";
import { standingsByClient } from "../standing";
import { soldMeanwhile } from "../sales/unit-stays";

const totals = (ground: Ground, register: Register, ledger: SalesLedger): readonly Problem[] => {
  const discounts = new Set(
    ledger.applications.filter(({ kind, carriedOut }) => kind === "特惠申请" && carriedOut).map(pairOf),
  );
  const dealAt = new Map(ledger.deals.map((deal) => [deal.index, deal]));
  return rowsOf(ground, "deals").flatMap(({ row, index }) => {
    const found = totalFindings(row);
    const deal = found.length === 0 ? undefined : dealAt.get(index);
    const granted = deal && discounts.has(pairNow(deal)) && isDiscounted(row);
    return granted ? [] : found.map((each) => placed({ register, index }, each));
  });
};

/** R12: prices that cannot be. */
const prices = (ground: Ground, register: Register): readonly Problem[] =>
  rowsOf(ground, "deals").flatMap(({ row, index }) =>
    [...noughtFindings(row), ...smallPriceFindings("deals", row)].map((each) =>
      placed({ register, index }, each),
    ),
  );

/** R13: 认购 before the first visit. */
const beforeVisit = ({ book, today }: Ground, { deals }: SalesLedger): readonly Problem[] => {
  const visits = visitDays(book, today);
  return deals.flatMap((deal) =>
    visitFindings(visits.get(deal.clientId), deal.subscribedOn).map((each) => placed(deal, each)),
  );
};

/** R12: a price granted before 认购, and another in the report; not where a later application has changed it. */
const promises = (ledger: SalesLedger): readonly Problem[] => {
  const granted = ledger.applications.filter(({ kind, carriedOut }) => kind === "特惠申请" && carriedOut);
  if (granted.length === 0) return [];
  const where = { key: "totalPrice", caption: deals.fields.totalPrice.caption };
  return ledger.deals.flatMap((deal) => {
    const { clientId, key, keyNow, subscribedOn, totalPrice } = deal;
    if (!isLive(deal) || key !== keyNow || subscribedOn === undefined) return [];
    const changed = ledger.applications.some(
      (each) =>
        each.carriedOut &&
        each.clientId === clientId &&
        (each.closedOn ?? "") > subscribedOn &&
        ((each.kind === "特惠申请" && each.key === key) || (each.kind === "调房申请" && each.newKey === key)),
    );
    if (changed) return [];
    return promiseFindings(promisedPrice(ledger, clientId, key, subscribedOn), totalPrice, where).map(
      (each) => placed(deal, each),
    );
  });
};

/** R12, R13: its unit on 销控表 and its client in the registers; a report that an exchange left behind is of neither. */
const againstRegisters = ({ book }: Ground, ledger: SalesLedger): readonly Problem[] => {
  const granted = grantedTo(ledger);
  const people = standingsByClient(book);
  return ledger.deals.flatMap((deal) =>
    isLive(deal)
      ? [
          ...(deal.key === deal.keyNow ? boardFindings(ledger, deal, granted) : []),
          ...nameFindings(deal, people.get(deal.clientId) ?? [], granted),
          ...phoneFindings(
            { clientId: deal.clientId, phone: cellAt(deal.register, "phone", deal.index) },
            people.get(deal.clientId) ?? [],
            granted,
            book.site,
          ),
        ].map((each) => placed(deal, each))
      : [],
  );
};

/** R13: a unit has one live deal; a second is an error with both rows. */
const unitsTwice = ({ book, today }: Ground, ledger: SalesLedger): readonly Problem[] => {
  const dealAt = new Map<number, Deal>(ledger.deals.map((deal) => [deal.row, deal]));
  const first = new Map<string, { readonly row: number; readonly place: Place; readonly name: string }>();
  const problems: Problem[] = [];
  const said = new Set<number>();
  // A report whose number cannot be read holds its unit all the same.
  for (const row of dealRows(book, today)) {
    const deal = dealAt.get(row.row);
    const key = deal?.keyNow ?? row.key;
    if (key === "" || (deal !== undefined && !isLive(deal))) continue;
    const other = first.get(key);
    if (other === undefined) {
      first.set(key, { row: row.row, place: row, name: row.name });
      continue;
    }
    const report = (place: Place, to: { readonly row: number; readonly name: string }): void => {
      problems.push(at(place, "unitTwice", "unitNo", { facts: { other: to.row, otherName: to.name } }));
    };
    report(row, other);
    if (!said.has(other.row)) report(other.place, row);
    said.add(other.row);
  }
  return problems;
};

interface Place {
  readonly register: Register;
  readonly index: number;
}

/** R4: √ is left by a refund, once no deal is live. */
const gradesAfterRefund = ({ gradeOf }: Ground, { deals, dealsOf }: SalesLedger): readonly Problem[] =>
  deals.flatMap((deal) => {
    const row = gradeOf.get(deal.clientId);
    const closed = deal.closedBy?.closedOn;
    if (row?.grade !== "√" || closed === undefined) return [];
    const theirs = dealsOf.get(deal.clientId) ?? [];
    if (theirs.some(isLive) || theirs.at(-1) !== deal) return [];
    // The first closing day of a later deal has been looked at with that deal.
    const on: CalendarDay = theirs.reduce(
      (latest, { closedBy }) =>
        closedBy?.closedOn !== undefined && closedBy.closedOn > latest ? closedBy.closedOn : latest,
      closed,
    );
    const fix = gradeAfterRefund(row, on);
    const becomes = reachedOrder.find((grade) =>
      fix.some(
        (change) => change.kind === "set" && change.key === reachedKey[grade] && change.value !== null,
      ),
    );
    if (becomes === undefined) return [];
    return [at(row, "gradeAfterRefund", reachedKey["√"], { facts: { client: deal.clientId, becomes }, fix })];
  });

export const checkDeals = (ground: Ground): readonly Problem[] => {
  const register = ground.book.registers.deals;
  if (register === undefined) return [];
  const ledger = salesLedger(ground.book, ground.today);
  return [
    ...prices(ground, register),
    ...beforeVisit(ground, ledger),
    ...totals(ground, register, ledger),
    ...promises(ledger),
    ...againstRegisters(ground, ledger),
    ...unitsTwice(ground, ledger),
    ...soldMeanwhile(ledger).map(({ deal, found }) => placed(deal, found)),
    ...gradesAfterRefund(ground, ledger),
  ];
};

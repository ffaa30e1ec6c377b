/**
 * R13 over time: from when until when each deal had which unit. A unit has one deal at a time; of two that had it at once
 * one may be closed by now, and the board of today is right all the same. Up to the day of leaving: on that very day the
 * unit may be another's.
 */
import { deals } from "../../forms/deals";
import type { CalendarDay } from "../../kit/calendar-day";
import type { ClientNumber } from "../../rules/client-number";
import { carriedOut } from "./exchange-follows";
import { type Finding, finding } from "../problem";
import { unitKey } from "./sale-rows";
import type { Application, Deal, SalesLedger } from "./sales-ledger";

export interface Stay {
  readonly deal: Deal;
  readonly key: string;
  readonly from: CalendarDay;
  /** 办结日期 of the 退房 or 调房 that ended it; nothing while it lasts. */
  readonly until: CalendarDay | undefined;
}

const never = "9999-12-31" as CalendarDay;
const endOf = ({ until = never }: Stay): CalendarDay => until;

/** Of two stays the one that ends later, the first of those that end on one day. */
const later = (a: Stay, b: Stay): Stay => (endOf(b) > endOf(a) ? b : a);

interface Trace {
  readonly deal: Deal;
  key: string;
  until: CalendarDay | undefined;
}

/** From where a client's deals ended, exchange by exchange back to where they began. */
const staysOfClient = (theirs: readonly Deal[], exchanges: readonly Application[]): readonly Stay[] => {
  const traces = theirs.map((deal): Trace => ({ deal, key: deal.keyNow, until: deal.closedBy?.closedOn }));
  const stays: Stay[] = [];
  for (const { key, newKey, closedOn } of exchanges) {
    const moved = traces.find(
      ({ deal, key: at, until }) =>
        at === newKey &&
        closedOn !== undefined &&
        (deal.subscribedOn ?? "") <= closedOn &&
        (until === undefined || until >= closedOn),
    );
    if (moved === undefined || closedOn === undefined) continue;
    stays.push({ deal: moved.deal, key: newKey, from: closedOn, until: moved.until });
    moved.key = key;
    moved.until = closedOn;
  }
  for (const { deal, key, until } of traces)
    if (deal.subscribedOn !== undefined) stays.push({ deal, key, from: deal.subscribedOn, until });
  return stays;
};

const byStart = (a: Stay, b: Stay): number => {
  const [one, other] = a.from === b.from ? [endOf(a), endOf(b)] : [a.from, b.from];
  return one < other ? -1 : one > other ? 1 : a.deal.row - b.deal.row;
};

/** By the unit's key, in the order they began. Deals without 认购日期 that never moved are left out. */
const staysByUnit = (ledger: SalesLedger): ReadonlyMap<string, readonly Stay[]> => {
  const exchanges = new Map<ClientNumber, Application[]>();
  for (const each of carriedOut(ledger)) {
    if (each.kind !== "调房申请" || each.clientId === undefined) continue;
    const known = exchanges.get(each.clientId);
    if (known) known.push(each);
    else exchanges.set(each.clientId, [each]);
  }
  const stays = new Map<string, Stay[]>();
  for (const [client, theirs] of ledger.dealsOf)
    for (const stay of staysOfClient(theirs, exchanges.get(client)?.reverse() ?? [])) {
      if (stay.key === "" || (stay.until !== undefined && stay.until < stay.from)) continue;
      const known = stays.get(stay.key);
      if (known) known.push(stay);
      else stays.set(stay.key, [stay]);
    }
  for (const each of stays.values()) each.sort(byStart);
  return stays;
};

const where = { key: "unitNo", caption: deals.fields.unitNo.caption } as const;

/** `until`: the first day on which only one of them, or none, has it. */
const told = (unit: string, from: CalendarDay, until: CalendarDay, other: Deal): Finding =>
  finding("unitSoldMeanwhile", {
    ...where,
    value: unit,
    facts: { from, until, other: other.row, otherName: other.name },
  });

/** Each deal that came while another had its unit; two that both have it today are told as such. */
export const soldMeanwhile = (
  ledger: SalesLedger,
): readonly { readonly deal: Deal; readonly found: Finding }[] =>
  [...staysByUnit(ledger).values()].flatMap((stays) => {
    let last: Stay | undefined;
    return stays.flatMap((stay) => {
      const former = last;
      last = former === undefined ? stay : later(former, stay);
      if (former === undefined || former.deal === stay.deal) return [];
      const until = former === later(former, stay) ? stay.until : former.until;
      return until === undefined || until <= stay.from
        ? []
        : [{ deal: stay.deal, found: told(stay.deal.unitNo, stay.from, until, former.deal) }];
    });
  });

/** A deal that is to have the unit from this day on, and one that has given it back only later. */
export const notYetGivenBack = (
  ledger: SalesLedger,
  unitNo: string,
  from: CalendarDay,
  but?: Deal,
): readonly Finding[] => {
  const former = staysByUnit(ledger)
    .get(unitKey(unitNo))
    ?.filter(({ deal, until }) => deal !== but && until !== undefined && until > from)
    .reduce<Stay | undefined>((last, stay) => (last === undefined ? stay : later(last, stay)), undefined);
  if (former?.until === undefined) return [];
  return [told(unitNo, from > former.from ? from : former.from, former.until, former.deal)];
};

/** A price promised before 认购: 特惠 carried out for a client who had no deal on the unit yet (R12). */
import type { CalendarDay } from "../../kit/calendar-day";
import { dividedBy, equalWithin, type Yuan, yuanOf } from "../../kit/money";
import type { ClientNumber } from "../../rules/client-number";
import { type Discounted, discounted, totalTolerance } from "../../rules/money-adds-up";
import { type Finding, finding } from "../problem";
import type { Row } from "../register";
import { moneyAt } from "./sale-rows";
import { type Application, byCarrying, type SalesLedger } from "./sales-ledger";

export interface PromisedPrice {
  /** 申请编号. */
  readonly no: string;
  /** 优惠后总房款. */
  readonly total: Yuan;
}

/**
 * 优惠后总房款, and 优惠后单价 by the area; nothing where the application does not say, or grants more than the price.
 * `price`: the deal's, where the application's own is empty.
 */
export const discountedPrice = (
  { register, index }: Application,
  area: number | undefined,
  price?: Yuan,
): Discounted | undefined => {
  const total = moneyAt(register, "totalPrice", index) ?? price;
  const asked = moneyAt(register, "discountAsked", index);
  if (total === undefined || asked === undefined) return undefined;
  const usual = moneyAt(register, "usualDiscount", index) ?? yuanOf(0);
  const after = discounted(total, [usual, asked], area ?? 0);
  return after === "exceedsPrice" ? undefined : after;
};

/** The last one, of those no earlier deal of the client on the unit has taken. `key`: of the unit. */
export const promisedPrice = (
  { applications, dealsOf }: SalesLedger,
  client: ClientNumber,
  key: string,
  subscribedOn: CalendarDay,
): PromisedPrice | undefined => {
  const before = (dealsOf.get(client) ?? []).filter(
    (deal) => deal.key === key && (deal.subscribedOn ?? "") < subscribedOn,
  );
  const granted = applications.filter(
    (each) => each.kind === "特惠申请" && each.carriedOut && each.clientId === client && each.key === key,
  );
  return granted.sort(byCarrying).reduce<PromisedPrice | undefined>((last, each) => {
    const { closedOn = "" } = each;
    if (closedOn > subscribedOn || before.some((deal) => (deal.subscribedOn ?? "") <= closedOn)) return last;
    const price = discountedPrice(each, undefined);
    return price === undefined ? last : { no: each.no, total: price.total };
  }, undefined);
};

/** 优惠后单价 is the discounted price by the area (R12): to the fen, so that times a large area it is a yuan off. */
export const isDiscounted = (row: Row): boolean =>
  typeof row["totalPrice"] === "number" &&
  typeof row["floorArea"] === "number" &&
  dividedBy(row["totalPrice"] as Yuan, row["floorArea"]) === row["unitPrice"];

/** Said where the deal's price is another than the one that was granted. */
export const promiseFindings = (
  promised: PromisedPrice | undefined,
  total: Yuan | undefined,
  where: Pick<Finding, "key" | "caption">,
): readonly Finding[] =>
  promised === undefined || total === undefined || equalWithin(promised.total, total, totalTolerance)
    ? []
    : [
        finding("discountNotTaken", {
          ...where,
          value: total,
          facts: { no: promised.no, promised: promised.total },
        }),
      ];

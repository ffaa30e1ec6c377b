/** 定金回款: what each deposit waits for (R5). */
import type { ApplicationKind } from "../../../domain/forms/applications";
import { depositStates } from "../../../domain/forms/receipts";
import { depositItems, paymentItems, penaltyItem, refundItem } from "../../../domain/rules/money-adds-up";
import { all, own } from "../references";
import { fen, paidAnew } from "./parts";

const [client, unit, item, paidOn] = [
  own("receipts", "clientId"),
  own("receipts", "unitNo"),
  own("receipts", "item"),
  own("receipts", "date"),
];

/** 0 where no day is known: before all. */
const day = `INT(SUM(${paidOn}))`;

const closedOn = all("applications", "closedOn");

/** The client's applications of a kind that were carried out, this unit in one of their two columns. */
const carriedOut = (kind: ApplicationKind, at: "unitNo" | "newUnitNo"): string =>
  `${all("applications", "clientId")},${client},${all("applications", at)},${unit},` +
  `${all("applications", "kind")},"${kind}",${all("applications", "status")},"已办结"`;

const lastClosed = (kind: ApplicationKind, at: "unitNo" | "newUnitNo"): string =>
  `MAXIFS(${closedOn},${carriedOut(kind, at)})`;

const since = (kind: ApplicationKind, from = day): string =>
  `COUNTIFS(${carriedOut(kind, "unitNo")},${closedOn},">="&${from})`;

/** A 退房 since; of that very day only where the deposit was not paid anew after it, as `paidAnew` has it. */
const givenBack = (): string => {
  const anew = paidAnew({ client, unit, refunds: carriedOut("退房申请", "unitNo"), day });
  return `IF(${since("退房申请")}=0,FALSE,IF(${since("退房申请", `(${day}+1)`)}>0,TRUE,NOT(${anew})))`;
};

const theirDeals = (conditions: string): string =>
  `COUNTIFS(${all("deals", "dealId")},"C"&${client},${conditions})`;

/**
 * A 调房 away since, and none that came back later. Of one day a live deal tells whose row names the unit: that it came
 * back; or, made that day or later, that it was left before.
 */
const isGone = (): string => {
  const [out, back] = [lastClosed("调房申请", "unitNo"), lastClosed("调房申请", "newUnitNo")];
  const named = `${all("deals", "unitNo")},${unit},${all("deals", "status")},"<>已退房"`;
  const made = `${named},${all("deals", "subscribedOn")},">="&${day}`;
  return (
    `IF(${since("调房申请")}=0,FALSE,IF(${back}=${out},${theirDeals(named)}=0,` +
    `IF(${back}>${out},FALSE,IF(INT(${out})>${day},TRUE,${theirDeals(made)}=0))))`
  );
};

/** Receipts of that day or later; one without a day only counts for a deposit that has none either. */
const followed = (by: string): string => {
  const theirs =
    `${all("receipts", "clientId")},${client},${all("receipts", "unitNo")},${unit},` +
    `${all("receipts", "item")},"${by}"`;
  return `IF(ISNUMBER(${paidOn}),COUNTIFS(${theirs},${all("receipts", "date")},">="&${day}),COUNTIFS(${theirs}))`;
};

/**
 * R12: what the client had back for the unit, or lost as 违约金, comes to what they had paid for it up to that day; what
 * has no day counts as before all.
 */
const settled = (): string => {
  const amount = all("receipts", "amount");
  const of = (items: readonly string[]): string =>
    `${all("receipts", "clientId")},${client},${all("receipts", "unitNo")},${unit},` +
    `${all("receipts", "item")},{${items.map((each) => `"${each}"`).join(",")}}`;
  const paid = (more = ""): string => `SUMPRODUCT(SUMIFS(${amount},${of(paymentItems)}${more}))`;
  const later = `,${all("receipts", "date")},">="&(${day}+1)`;
  const gone =
    `SUMPRODUCT(SUMIFS(${amount},${of([refundItem, penaltyItem])}))+` +
    `SUMIFS(${all("applications", "penalty")},${carriedOut("退房申请", "unitNo")})`;
  return `${fen(`${gone}-${paid()}+${paid(later)}`)}>=0`;
};

const onThisUnit = (status: string): string =>
  theirDeals(`${all("deals", "unitNo")},${unit},${all("deals", "status")},"${status}"`);

/**
 * Their deal's row names another unit, and the deal came here by 调房: the last that was carried out to this unit is
 * later than the last that left it, or gave it back. What days cannot tell counts as not here any more.
 */
const movedHere = (): string => {
  const here = lastClosed("调房申请", "newUnitNo");
  const gone = `MAX(${lastClosed("调房申请", "unitNo")},${lastClosed("退房申请", "unitNo")})`;
  const live = theirDeals(`${all("deals", "status")},"<>已退房"`);
  return `AND(${here}>${gone},${onThisUnit("认购")}=0,${live}>0)`;
};

/**
 * As `depositStatuses`, in that order; unit numbers as they are written. Other receipts, and rows without a client or a
 * unit, look nothing up.
 */
const depositStatus = (): string => {
  const isDeposit = `OR(${depositItems.map((each) => `${item}="${each}"`).join(",")})`;
  const { waiting, signed, movedTo, left, back, kept } = depositStates;
  return (
    `=IF(${isDeposit},IF(OR(${client}="",${unit}=""),"",` +
    `IF(${givenBack()},"${back}",IF(IF(${followed(refundItem)}>0,${settled()},FALSE),"${back}",` +
    `IF(${isGone()},"${left}",` +
    `IF(${onThisUnit("签约")}+${onThisUnit("已售")}>0,"${signed}",` +
    `IF(${movedHere()},"${movedTo}",` +
    `IF(${onThisUnit("认购")}>0,"${waiting}",` +
    `IF(IF(${followed(penaltyItem)}>0,${settled()},FALSE),"${kept}","${waiting}")))))))),"")`
  );
};

export const depositFormulas = { receipts: { depositStatus: depositStatus() } };

/** R13 over 申请单: numbers, opinions in order, what may be asked for, and whether what was carried out was followed. */
import { applications } from "../../forms/applications";
import {
  firstMissing,
  nextSigner,
  signedOutOfTurn,
  signerNames,
  signersOf,
  unclearSigners,
} from "../../rules/approval";
import { pairNow, pairOf } from "../sales/client-and-unit";
import { askedFindings, closingFindings, daysOf, opinionFindings } from "../sales/application-days";
import { moneyFindings } from "../sales/application-money";
import { discountsFollowed, receiptsOf, refundsOutstanding } from "./check-application-money";
import { at, type Ground, placed } from "./check-ground";
import {
  carriedOut,
  dealFollows,
  type Holder,
  holderFor,
  isAstray,
  newUnitOf,
  noDealFinding,
  unitsFollow,
} from "../sales/exchange-follows";
import { formerOwnerLeft, renamedDeals } from "../sales/former-owner";
import { overpaidFinding, overpaidOf } from "../sales/overpaid";
import type { Problem } from "../problem";
import { opinionKeys } from "../sales/sale-rows";
import {
  type Application,
  type Deal,
  isLive,
  liveDeal,
  type SalesLedger,
  salesLedger,
} from "../sales/sales-ledger";
import { inspectionFindings, signatureFindings } from "../sales/signatures";
import { checkSisters, inTime as inTimeYet } from "../sales/sister-applications";
import { setCell } from "../sales/unit-standing";
import { rowOf } from "../register-reading";

const prefixOf = (on: string): string => `SQ-${on.replaceAll("-", "")}-`;

const numbers = ({ applications }: SalesLedger, { today }: Ground): readonly Problem[] => {
  const first = new Map<string, Application>();
  const highest = new Map<string, number>();
  for (const { no } of applications) {
    const [, prefix, digits] = /^(SQ-\d{8}-)(\d+)$/u.exec(no) ?? [];
    if (prefix !== undefined) highest.set(prefix, Math.max(highest.get(prefix) ?? 0, Number(digits)));
  }
  return applications.flatMap((each): readonly Problem[] => {
    const other = each.no === "" ? undefined : first.get(each.no);
    if (each.no !== "" && other === undefined) {
      first.set(each.no, each);
      return [];
    }
    const prefix = prefixOf(each.appliedOn ?? today);
    const n = (highest.get(prefix) ?? 0) + 1;
    highest.set(prefix, n);
    const becomes = `${prefix}${String(n).padStart(2, "0")}`;
    const fix = setCell("applications", each, "no", becomes);
    return [
      other === undefined
        ? at(each, "applicationUnnumbered", "no", { facts: { becomes }, fix })
        : at(each, "applicationNumberTwice", "no", { facts: { other: other.row, becomes }, fix }),
    ];
  });
};

const opinions = (each: Application): readonly Problem[] => {
  const { kind, closedOn, status, approved } = each;
  if (kind === undefined) return [];
  const problems: Problem[] = [];
  const early = signedOutOfTurn(kind, each.opinions);
  const missing = firstMissing(kind, each.opinions);
  for (const signer of unclearSigners(kind, each.opinions))
    problems.push(
      at(each, "opinionUnclear", opinionKeys[signer].opinion, { facts: { signer: signerNames[signer] } }),
    );
  if (early !== undefined && missing !== undefined)
    problems.push(
      at(each, "opinionOutOfOrder", opinionKeys[early].opinion, {
        facts: {
          signer: signerNames[early],
          missing: signerNames[missing],
          order: signersOf(kind)
            .map((signer) => signerNames[signer])
            .join("、"),
        },
      }),
    );
  if (closedOn === undefined) return problems;
  if (status === "已驳回") problems.push(at(each, "closedThoughRejected", "closedOn"));
  else if (!approved) {
    const next = nextSigner(kind, each.opinions);
    const who = next === undefined ? "" : signerNames[next];
    problems.push(at(each, "closedWithoutApproval", "closedOn", { facts: { missing: who } }));
  }
  return problems;
};

/** The live deal an application is about, or the one it closed. */
const dealOf = (ledger: SalesLedger, each: Application): Deal | undefined => {
  const theirs = (each.clientId === undefined ? undefined : ledger.dealsOf.get(each.clientId)) ?? [];
  return (
    theirs.find(({ closedBy }) => closedBy === each) ??
    liveDeal(
      ledger,
      each.kind === "调房申请" && each.carriedOut ? each.newUnitNo : each.unitNo,
      each.clientId,
    )
  );
};

const taken = (each: Application, holder: Holder | undefined): readonly Problem[] => {
  if (holder === undefined) return [];
  const { state, by } = holder;
  const facts = { unit: each.newUnitNo, state, sheet: by.register.sheet, other: by.row };
  return [at(each, "exchangeToTaken", "newUnitNo", { facts })];
};

/** The same asked for twice at once, and a deal refunded twice over: the second, with the first's row. */
const twice = ({ applications, deals }: SalesLedger): readonly Problem[] => {
  const closers = new Set(deals.flatMap(({ closedBy }) => closedBy ?? []));
  const open = new Map<string, Application>();
  const refunds = new Map<string, Application>();
  for (const each of closers) refunds.set(pairOf(each), each);
  return applications.flatMap((each) => {
    const { kind, carriedOut, closedOn, status } = each;
    if (kind === undefined || each.clientId === undefined || each.key === "") return [];
    const of = `${kind} ${pairOf(each)}`;
    const isOpen = closedOn === undefined && status !== "已驳回";
    const again = kind === "退房申请" && carriedOut && !closers.has(each);
    const other = isOpen ? open.get(of) : again ? refunds.get(pairOf(each)) : undefined;
    if (isOpen && other === undefined) open.set(of, each);
    const { no = "", row = 0 } = other ?? {};
    return other === undefined
      ? []
      : [at(each, "applicationTwice", "kind", { facts: { other: row, no, kind } })];
  });
};

/** Days out of order. A deal made after all was done is another one. */
const inTime = (ledger: SalesLedger, { today }: Ground, each: Application): readonly Problem[] => {
  const days = daysOf(each, today);
  if (days === undefined) return [];
  const made = dealOf(ledger, each)?.subscribedOn;
  const isLater = each.carriedOut && made !== undefined && (each.closedOn ?? "") < made;
  return [
    ...askedFindings(days, isLater ? undefined : made, today),
    ...signersOf(days.kind).flatMap((signer) => opinionFindings(days, signer)),
    ...closingFindings(days),
  ].map((found) => placed(each, found));
};

const asked = (ground: Ground, ledger: SalesLedger, each: Application): readonly Problem[] => {
  const { kind, status, closedOn, unitNo, clientId } = each;
  if (kind === undefined || status === "已驳回") return [];
  const deal = dealOf(ledger, each);
  const receipts = receiptsOf(ledger, each, deal);
  const reading = ground.readings.get("applications");
  const answers = reading && rowOf(reading, each.index);
  const problems: Problem[] = [...refundsOutstanding(each, receipts, ground.today)];
  const { signedOn } = deal ?? {};
  if (kind === "调房申请" && signedOn !== undefined && (closedOn === undefined || signedOn < closedOn))
    problems.push(at(each, "exchangeAfterSigning", "unitNo", { facts: { unit: unitNo, signedOn } }));
  if (kind === "调房申请" && each.key !== "" && each.newKey === each.key)
    problems.push(at(each, "exchangeSameUnit", "newUnitNo"));
  if (answers !== undefined)
    problems.push(...moneyFindings(kind, answers, receipts).map((found) => placed(each, found)));
  if (closedOn !== undefined) return problems;
  const overpaid = deal && overpaidOf(ledger, deal);
  if (overpaid?.application === each) {
    const key = kind === "调房申请" ? "newUnitNo" : "discountAsked";
    problems.push(placed(each, inTimeYet(overpaidFinding(overpaid.paid, overpaid.total, { key }))));
  }
  if (kind === "调房申请" && deal !== undefined && each.newKey !== "" && each.newKey !== deal.keyNow)
    problems.push(...taken(each, holderFor(ledger, deal, each.newUnitNo)));
  if (deal === undefined && clientId !== undefined && unitNo !== "") {
    const why = noDealFinding(ledger, clientId, unitNo, {
      key: "unitNo",
      caption: applications.fields.unitNo.caption,
      value: unitNo,
    });
    if (kind !== "特惠申请" || why.code === "dealMoved") problems.push(placed(each, why));
  }
  return problems;
};

/** An exchange closed by hand, and the deal's row left where it was. */
const exchangesFollowed = (ledger: SalesLedger, { today }: Ground): readonly Problem[] => {
  const last = new Map<string, Application>();
  for (const each of carriedOut(ledger))
    if (each.kind === "调房申请") last.set(pairOf({ clientId: each.clientId, key: each.newKey }), each);
  return ledger.deals.flatMap((deal) => {
    if (!isLive(deal) || deal.keyNow === deal.key) return [];
    const by = last.get(pairNow(deal));
    if (by === undefined) return [];
    if (isAstray(ledger, deal)) return taken(by, holderFor(ledger, deal, deal.unitNow));
    const to = newUnitOf(ledger, by);
    if (to.totalPrice === undefined)
      return [at(by, "exchangePriceMissing", "newTotalPrice", { facts: { unit: deal.unitNow } })];
    const fix = [
      ...dealFollows(ledger, deal, to),
      ...unitsFollow(ledger, deal, deal.unitNo, deal.unitNow, by.closedOn ?? today),
    ];
    return [at(deal, "exchangeNotFollowed", "unitNo", { facts: { no: by.no, becomes: deal.unitNow }, fix })];
  });
};

/** A rename closed by hand. */
const renamesFollowed = (ledger: SalesLedger): readonly Problem[] =>
  renamedDeals(ledger).flatMap(({ deal, by, newName }) =>
    newName === deal.name
      ? []
      : [
          at(deal, "renameNotFollowed", "name", {
            facts: { no: by.no, becomes: newName },
            fix: setCell("deals", deal, "name", newName),
          }),
        ],
  );

/** What was carried out without what its paper asks for. */
const unsigned = (ledger: SalesLedger, { today }: Ground): readonly Problem[] =>
  ledger.applications.flatMap((each) =>
    each.carriedOut
      ? [...signatureFindings(each, today), ...inspectionFindings(each)].map((found) => placed(each, found))
      : [],
  );

/** A refund that can only be meant for a deal made after it: one of the days is wrong. */
const closedTooEarly = ({ deals }: SalesLedger): readonly Problem[] =>
  deals.flatMap(({ closedBy, subscribedOn }) => {
    const on = closedBy?.closedOn;
    return closedBy === undefined || on === undefined || subscribedOn === undefined || on >= subscribedOn
      ? []
      : [at(closedBy, "closedBeforeSubscribed", "closedOn", { facts: { on, subscribedOn } })];
  });

export const checkApplications = (ground: Ground): readonly Problem[] => {
  const ledger = salesLedger(ground.book, ground.today);
  if (ledger.applications.length === 0) return [];
  return [
    ...numbers(ledger, ground),
    ...ledger.applications.flatMap(opinions),
    ...ledger.applications.flatMap((each) => inTime(ledger, ground, each)),
    ...ledger.applications.flatMap((each) => asked(ground, ledger, each)),
    ...unsigned(ledger, ground),
    ...twice(ledger),
    ...checkSisters(ledger),
    ...closedTooEarly(ledger),
    ...exchangesFollowed(ledger, ground),
    ...renamesFollowed(ledger),
    ...formerOwnerLeft(ledger, ground.book, ground.today).map(({ deal, found }) => placed(deal, found)),
    ...discountsFollowed(ledger),
  ];
};

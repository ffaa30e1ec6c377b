/**
 * 办结: what an approved application asks for is done, all of it in one decision, written and undone together (R13).
 *
 * 退房: the deal is closed by 办结日期, the unit is 可售, the refund is entered as 退款, the grade comes back from √;
 * with the client's last deal go the tasks of 老客户维护 that went with it (R15).
 * 调房: both units change state, the deal's unit, area and prices follow, receipts and plan go along.
 * 更名: the deal's name; number, unit and money stay, a note goes to 等级跟踪; what is still the former owner's is said. 特惠: the deal's price.
 * 户型结构变更: closed with the inspection's record.
 */
import { applications } from "../../forms/applications";
import { receipts } from "../../forms/receipts";
import type { CalendarDay, Moment } from "../../kit/calendar-day";
import { equalWithin, minus, type Yuan, yuanOf } from "../../kit/money";
import { plain } from "../../kit/text";
import { signerNames } from "../../rules/approval";
import { type Grade, latestReached, reach } from "../../rules/grade";
import { discounted, refundItem, refundOf, totalTolerance } from "../../rules/money-adds-up";
import { stepUnit } from "../../rules/unit-life";
import { closingFindings, daysOf } from "./application-days";
import { exchangeMoney, receivedOf, refundStanding } from "./application-money";
import { exchangeFinding } from "./apply";
import { findApplication, numberHeldTwice } from "./approve";
import { closeCareOf, givenBackWants } from "../care/care-given-back";
import type { Change } from "../change";
import type { Decision } from "../decision";
import {
  dealFollows,
  exchangeFrom,
  newUnitOf,
  noDealFinding,
  unitGoesOn,
  unitsFollow,
} from "./exchange-follows";
import { formerOwnerFindings, ownerBlanks } from "./former-owner";
import { type GradeRow, gradeRowOf, gradeRows, gradeWants, reachChanges } from "../grade-rows";
import { type Finding, finding } from "../problem";
import { textAt } from "../raw-cell";
import { overpaidFinding } from "./overpaid";
import { nextReceiptNo, receiptTaken } from "./receipt-number";
import { ofEntry, refused } from "../registration";
import { moneyAt, unitKey } from "./sale-rows";
import {
  type Application,
  type Deal,
  isLive,
  liveDeal,
  type SalesLedger,
  salesLedger,
  salesWants,
} from "./sales-ledger";
import { signatureFindings } from "./signatures";
import { sisterFindings, sistersOf } from "./sister-applications";
import type { SiteBook } from "../site";
import { lifeOf, setCell, setCells, unitChanges } from "./unit-standing";
import { notYetGivenBack } from "./unit-stays";
import type { Wanted } from "../wanted";

export const carryOutWants: Wanted = {
  ...salesWants,
  ...givenBackWants,
  deals: [...salesWants.deals, ...ownerBlanks, "location", "unitCategory", "propertyType"],
  grades: [...gradeWants, "remarks"],
};

export interface CarryingOut {
  /** 申请编号. */
  readonly no: string;
  /** 办结日期. */
  readonly on: CalendarDay;
  /** 退房: the refund's receipt; the next free number where it is left out. */
  readonly receiptNo?: string;
  /** 退房: who paid it out. */
  readonly receivedBy?: string;
  /** 退房: the old receipt has been taken back now. */
  readonly receiptReturned?: boolean;
  /** 退房: where the client stands afterwards; the last before √ where it is left out. */
  readonly grade?: Exclude<Grade, "√" | "×">;
  /** 户型结构变更: 改造情况检查记录 and 检查人, where they do not stand on the application yet. */
  readonly inspection?: string;
  readonly inspector?: string;
}

interface Outcome {
  readonly changes: readonly Change[];
  readonly problems: readonly Finding[];
  readonly hints: readonly Finding[];
}

const at = (key: keyof typeof applications.fields) =>
  ({ key, caption: applications.fields[key].caption }) as const;

const fails = (...problems: readonly Finding[]): Outcome => ({ changes: [], problems, hints: [] });
const does = (changes: readonly Change[], hints: readonly Finding[] = []): Outcome => ({
  changes,
  problems: [],
  hints,
});

interface Ground {
  readonly book: SiteBook;
  readonly ledger: SalesLedger;
  readonly application: Application;
  readonly deal: Deal;
  readonly carrying: CarryingOut;
  readonly today: CalendarDay;
}

const money = ({ register, index }: Application, key: string): Yuan | undefined =>
  moneyAt(register, key, index);

/** R4: √ is left only by a refund; the day never runs backwards, and √ stays as history unless it is of that day. */
export const gradeAfterRefund = (
  row: GradeRow,
  on: CalendarDay,
  wished?: Exclude<Grade, "√" | "×">,
): readonly Change[] => {
  if (row.grade !== "√") return [];
  const { "√": closed, ...before } = row.reached;
  const last = latestReached(before);
  const grade = wished ?? (last === undefined || last === "×" ? "C" : (last as Exclude<Grade, "√" | "×">));
  const day = closed !== undefined && closed > on ? closed : on;
  const after = reach(row.reached, grade, day);
  return after === undefined ? [] : reachChanges(row, after);
};

const refund = ({ book, ledger, application, deal, carrying, today }: Ground): Outcome => {
  const { on } = carrying;
  const stepped = stepUnit(lifeOf(ledger, deal.unitNow, deal.clientId), {
    kind: "退房",
    client: deal.clientId,
    on,
  });
  if (!stepped.ok)
    return fails(
      finding(stepped.why, {
        ...at("closedOn"),
        value: on,
        facts: { on, unit: deal.unitNow, subscribedOn: deal.subscribedOn ?? "" },
      }),
    );
  const paid = money(application, "paid") ?? receivedOf(deal.receipts);
  const penalty = money(application, "penalty") ?? yuanOf(0);
  const back = refundOf(paid, penalty);
  if (back === "exceedsPaid")
    return fails(finding("penaltyOverPaid", { ...at("penalty"), value: penalty, facts: { paid, penalty } }));
  const { received, agrees, gone } = refundStanding(deal.receipts, paid, application.appliedOn);
  // Without receipts in this workbook the application's own figure is all there is.
  if (deal.receipts.length > 0 && !agrees)
    return fails(
      finding("paidOutdated", {
        ...at("paid"),
        value: paid,
        facts: { paid, received, difference: yuanOf(Math.abs(minus(received, paid))) },
      }),
    );
  // Part of it may have gone back already.
  const left = minus(back, gone);
  const no = plain(carrying.receiptNo ?? "") || nextReceiptNo(ledger);
  if (left > 0 && receiptTaken(ledger, no) !== undefined)
    return fails(
      finding("receiptTwice", {
        key: "no",
        caption: receipts.fields.no.caption,
        value: no,
        facts: { other: receiptTaken(ledger, no)?.row ?? 0 },
      }),
    );
  const returned =
    carrying.receiptReturned === true ||
    textAt(application.register, "receiptReturned", application.index) === "是";
  const graded = gradeRowOf(gradeRows(book, today)).get(deal.clientId);
  const otherDeals = (ledger.dealsOf.get(deal.clientId) ?? []).some(
    (each) => isLive(each) && each.row !== deal.row,
  );
  return does(
    [
      ...unitGoesOn(ledger, deal, deal.unitNow, on),
      ...(left > 0
        ? ([
            {
              kind: "append",
              form: "receipts",
              row: {
                no,
                date: on,
                clientId: deal.clientId,
                unitNo: deal.unitNow,
                item: refundItem,
                amount: left,
                ...(carrying.receivedBy === undefined || carrying.receivedBy === ""
                  ? {}
                  : { receivedBy: carrying.receivedBy }),
              },
            },
          ] as const)
        : []),
      ...(carrying.receiptReturned === true
        ? setCell("applications", application, "receiptReturned", "是")
        : []),
      ...(graded === undefined || otherDeals ? [] : gradeAfterRefund(graded, on, carrying.grade)),
      ...(otherDeals ? [] : closeCareOf(book, deal.clientId, application, on)),
    ],
    returned ? [] : [finding("receiptNotReturned", at("receiptReturned"))],
  );
};

/** R12: the plan was made for the price before; nobody but finance and the client can say how the rest is paid. */
const planOutdated = (deal: Deal, total: Yuan, key: keyof typeof applications.fields): readonly Finding[] =>
  deal.instalments.length === 0 || total === deal.totalPrice
    ? []
    : [finding("planToRevise", { ...at(key), value: total, facts: { total, was: deal.totalPrice ?? 0 } })];

const exchange = ({ ledger, application, deal, carrying }: Ground): Outcome => {
  const { on } = carrying;
  const { register, index, newUnitNo } = application;
  if (newUnitNo === "") return fails(finding("requiredReally", at("newUnitNo")));
  const unit = ledger.unitOf.get(unitKey(newUnitNo));
  if (unit === undefined && ledger.units.length > 0)
    return fails(finding("unitUnknown", { ...at("newUnitNo"), value: newUnitNo }));
  const to = newUnitOf(ledger, application);
  const { totalPrice } = to;
  if (totalPrice === undefined)
    return fails(finding("exchangePriceMissing", { ...at("newTotalPrice"), facts: { unit: to.unitNo } }));
  const wrong = exchangeFinding(ledger, deal, newUnitNo, totalPrice, on);
  if (wrong !== undefined) return fails(wrong);
  const said = ["newUnitPrice", "newFloorArea", "newTotalPrice"].flatMap((key) => {
    const figure = money(application, key);
    return figure === undefined ? [] : [[key, figure] as const];
  });
  const mismatched = exchangeMoney(Object.fromEntries(said));
  if (mismatched.length > 0) return fails(...mismatched);
  const facts = { unit: to.unitNo, unitPrice: to.unitPrice ?? 0, area: to.floorArea ?? 0, total: totalPrice };
  const hints = [
    ...notYetGivenBack(ledger, newUnitNo, on, deal).map((each) => ({ ...each, ...at("newUnitNo") })),
    ...(money(application, "newTotalPrice") === undefined
      ? [finding("exchangePriceListed", { ...at("newTotalPrice"), facts })]
      : []),
    ...planOutdated(deal, totalPrice, "newTotalPrice"),
  ];
  return does(
    [
      ...unitsFollow(ledger, deal, deal.unitNow, newUnitNo, on),
      ...dealFollows(ledger, deal, to),
      ...(textAt(register, "exchangeOn", index) === ""
        ? setCell("applications", application, "exchangeOn", on)
        : []),
    ],
    hints,
  );
};

const rename = ({ book, application, deal, carrying, today }: Ground): Outcome => {
  const { register, index, no } = application;
  const newName = textAt(register, "newName", index);
  if (newName === "") return fails(finding("requiredReally", at("newName")));
  const row = gradeRowOf(gradeRows(book, today)).get(deal.clientId);
  const before = row === undefined ? "" : textAt(row.register, "remarks", row.index);
  const note = `${carrying.on} ${deal.unitNow} 更名：${deal.name} → ${newName}（${no}）`;
  return does(
    [
      ...setCell("deals", deal, "name", newName),
      ...(row === undefined
        ? []
        : setCell("grades", row, "remarks", before === "" ? note : `${before}；${note}`)),
      ...(textAt(register, "renameOn", index) === ""
        ? setCell("applications", application, "renameOn", carrying.on)
        : []),
    ],
    formerOwnerFindings(deal, newName),
  );
};

/** R12: 优惠后总房款 and 优惠后单价 go to the deal. */
const discount = ({ ledger, application, deal, carrying }: Ground): Outcome => {
  const total = money(application, "totalPrice") ?? deal.totalPrice;
  const usual = money(application, "usualDiscount") ?? yuanOf(0);
  const asked = money(application, "discountAsked");
  if (asked === undefined) return fails(finding("requiredReally", at("discountAsked")));
  if (total === undefined) return fails(finding("requiredReally", at("totalPrice")));
  const after = discounted(total, [usual, asked], deal.floorArea ?? 0);
  const facts = { total, usual, asked };
  if (after === "exceedsPrice")
    return fails(finding("discountOverPrice", { ...at("discountAsked"), value: asked, facts }));
  // What was granted was granted on that price; a report that has it already is as it should be.
  const price = deal.totalPrice ?? total;
  const known = [total, after.total].some((each) => equalWithin(each, price, totalTolerance));
  if (!known)
    return fails(
      finding("discountOnOtherPrice", { ...at("totalPrice"), value: total, facts: { total, price } }),
    );
  if (deal.paid > after.total)
    return fails(overpaidFinding(deal.paid, after.total, { ...at("discountAsked"), value: asked }));
  // All of the lower price may be paid already.
  const isPaid = deal.state === "签约" && deal.receipts.length > 0 && deal.paid === after.total;
  return does(
    [
      ...setCells("deals", deal, {
        totalPrice: after.total,
        ...(after.unitPrice === undefined ? {} : { unitPrice: after.unitPrice }),
      }),
      ...(isPaid
        ? unitChanges(ledger.unitOf.get(deal.keyNow), { state: "已售", client: deal.clientId }, carrying.on)
        : []),
    ],
    planOutdated(deal, after.total, "discountAsked"),
  );
};

const inspect = ({ application, carrying }: Ground): Outcome => {
  const { register, index } = application;
  const inspection = plain(carrying.inspection ?? "") || textAt(register, "inspection", index);
  const inspector = plain(carrying.inspector ?? "") || textAt(register, "inspector", index);
  const missing = [
    ...(inspection === "" ? [finding("requiredReally", at("inspection"))] : []),
    ...(inspector === "" ? [finding("requiredReally", at("inspector"))] : []),
  ];
  return missing.length > 0
    ? fails(...missing)
    : does(setCells("applications", application, { inspection, inspector }));
};

const acts = {
  退房申请: refund,
  调房申请: exchange,
  更名申请: rename,
  特惠申请: discount,
  户型结构变更: inspect,
} as const;

/** Not approved, or carried out before. */
const notReady = ({ no, status, next, closedOn }: Application): Finding | undefined => {
  if (closedOn !== undefined) return finding("applicationClosed", { ...at("no"), value: no, facts: { no } });
  if (status === "已驳回") return finding("applicationRejected", { ...at("no"), value: no, facts: { no } });
  return next === undefined
    ? undefined
    : finding("applicationNotApproved", {
        ...at("no"),
        value: no,
        facts: { no, next: signerNames[next] },
      });
};

/** Carries an approved application out. Every change of the act is in the one decision. */
export const carryOut = (
  book: SiteBook,
  carrying: CarryingOut,
  entry: { readonly today: CalendarDay; readonly now: Moment },
): Decision => {
  const { today } = entry;
  const place = ofEntry(book, "applications");
  const application = findApplication(book, carrying.no, today);
  if (application?.clientId === undefined || application.kind === undefined)
    return refused([place(finding("applicationUnknown", { ...at("no"), value: carrying.no }))]);
  const { clientId, kind, unitNo } = application;
  const wait = numberHeldTwice(book, application, today) ?? notReady(application);
  if (wait !== undefined) return refused([place(wait)]);
  const { on } = carrying;
  if (on > today)
    return refused([place(finding("future", { ...at("closedOn"), value: on, facts: { today } }))]);
  const days = daysOf(application, today);
  const early = days === undefined ? [] : closingFindings({ ...days, closedOn: on });
  if (early.length > 0) return refused(early.map(place));
  const ledger = salesLedger(book, today);
  const deal = liveDeal(ledger, unitNo, clientId);
  const closed = setCell("applications", application, "closedOn", on);
  const unsigned = signatureFindings(application, today).map(place);
  // A price promised before 认购: the deal report takes it over when it is written.
  const moved = deal === undefined && exchangeFrom(ledger, clientId, unitNo) !== undefined;
  if (deal === undefined && !moved && kind === "特惠申请" && liveDeal(ledger, unitNo) === undefined)
    return { ok: true, clientId, changes: closed, hints: unsigned };
  if (deal === undefined)
    return refused([place(noDealFinding(ledger, clientId, unitNo, { ...at("unitNo"), value: unitNo }))]);
  const sisters = sisterFindings(kind, sistersOf(ledger, application));
  const stopping = sisters.filter(({ severity }) => severity === "error");
  if (stopping.length > 0) return refused(stopping.map(place));
  const { changes, problems, hints } = acts[kind]({ book, ledger, application, deal, carrying, today });
  if (problems.length > 0) return refused(problems.map(place));
  return {
    ok: true,
    clientId,
    changes: [...closed, ...changes],
    hints: [...[...hints, ...sisters].map(place), ...unsigned],
  };
};

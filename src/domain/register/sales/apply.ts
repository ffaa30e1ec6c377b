/**
 * 申请: a new application (forms 9–13), numbered `SQ-yyyymmdd-nn`, its blanks filled from the deal.
 *
 * `prefillApplication` gives what the workbook knows already, for a page to show; `applyFor` takes the blanks as typed
 * and appends the row. 退房, 更名, 调房 and 户型结构变更 ask for a live deal of that client on that unit.
 */
import { type ApplicationKind, applicationKinds, applications } from "../../forms/applications";
import type { CalendarDay, Moment } from "../../kit/calendar-day";
import { priceOf, type Yuan, yuanOf } from "../../kit/money";
import { type ClientNumber, parseClientNumber } from "../../rules/client-number";
import { discounted, isPayment } from "../../rules/money-adds-up";
import { nothing } from "../../rules/nothing-to-say";
import { exchangeUnits } from "../../rules/unit-life";
import { askedFindings, daysTyped } from "./application-days";
import { moneyFindings } from "./application-money";
import { type Cells, readRow } from "../check-row";
import type { Decision } from "../decision";
import { isClient } from "../follow-up/log-contact";
import { type Finding, finding, type Problem } from "../problem";
import { ofEntry, refused, sorted } from "../registration";
import type { Answer, Row } from "../register";
import { overpaidFinding } from "./overpaid";
import { unitKey, type UnitRow } from "./sale-rows";
import { type Deal, isLive, liveDeal, type SalesLedger, salesLedger, salesWants } from "./sales-ledger";
import type { SiteBook } from "../site";
import { inTime, isOpen, sisterFindings, sistersOf } from "./sister-applications";
import { holderOf, lifeOf } from "./unit-standing";
import type { Wanted } from "../wanted";

/** What `prefillApplication` and `applyFor` have to see. */
export const applyWants: Wanted = {
  ...salesWants,
  visitors: ["clientId", "name", "mobile", "phone"],
  calls: ["clientId", "name", "mobile", "otherContact"],
};

const isKind = (text: unknown): text is ApplicationKind =>
  (applicationKinds as readonly unknown[]).includes(text);

/** The blanks each kind asks for beyond the common ones: what a page shows for it. `*` of the paper come first. */
export const applicationBlanks = {
  户型结构变更: [
    "changeRequest",
    "workNo",
    "contact",
    "projectNo",
    "building",
    "section",
    "floor",
    "door",
    "changeCost",
    "costBy",
    "ownerSignedOn",
  ],
  特惠申请: ["discountAsked", "usualDiscount", "payment"],
  退房申请: [
    "paid",
    "refundReason",
    "penalty",
    "refundOn",
    "buyerKind",
    "building",
    "section",
    "floor",
    "door",
    "oldReceipt",
    "receiptReturned",
  ],
  更名申请: ["newName", "renameOn", "ownerSignedOn"],
  调房申请: ["newUnitNo", "newLayout", "newFloorArea", "newUnitPrice", "newTotalPrice", "exchangeOn"],
} as const satisfies Readonly<Record<ApplicationKind, readonly (keyof typeof applications.fields)[]>>;

/** The blanks every kind asks for. */
export const commonBlanks = [
  "kind",
  "clientId",
  "unitNo",
  "bookedOn",
  "layout",
  "floorArea",
  "unitPrice",
  "totalPrice",
  "consultant",
  "appliedOn",
  "reason",
] as const satisfies readonly (keyof typeof applications.fields)[];

/** Blanks without which an application of this kind cannot be made. */
export const neededBlanks = {
  户型结构变更: ["changeRequest"],
  特惠申请: ["discountAsked"],
  退房申请: ["paid", "refundReason"],
  更名申请: ["newName"],
  调房申请: ["newUnitNo"],
} as const satisfies Readonly<Record<ApplicationKind, readonly (keyof typeof applications.fields)[]>>;

/** "SQ-20240310-01": the next within the day (forms 9–13). */
const nextApplicationNo = (ledger: SalesLedger, on: CalendarDay): string => {
  const prefix = `SQ-${on.replaceAll("-", "")}-`;
  const highest = ledger.applications.reduce((most, { no }) => {
    const n = no.startsWith(prefix) ? Number(no.slice(prefix.length)) : Number.NaN;
    return Number.isSafeInteger(n) && n > most ? n : most;
  }, 0);
  return `${prefix}${String(highest + 1).padStart(2, "0")}`;
};

const said = (row: Readonly<Record<string, Answer | undefined>>): Row => {
  const kept: Record<string, Answer> = {};
  for (const [key, answer] of Object.entries(row))
    if (answer !== undefined && answer !== "") kept[key] = answer;
  return kept;
};

/** The new unit of an exchange, as the board has it; empty where it has no such unit. */
export const prefillNewUnit = (ledger: SalesLedger, newUnitNo: string): Row => {
  const unit = ledger.unitOf.get(unitKey(newUnitNo));
  if (unit === undefined) return {};
  const { layout, floorArea, unitPrice } = unit;
  return said({
    newLayout: layout,
    newFloorArea: floorArea,
    newUnitPrice: unitPrice,
    newTotalPrice:
      unitPrice === undefined || floorArea === undefined ? undefined : priceOf(unitPrice, floorArea),
  });
};

const ofKind = (
  kind: ApplicationKind,
  deal: Deal | undefined,
  ledger: SalesLedger,
): Readonly<Record<string, Answer | undefined>> => {
  const { building, section, floor, door }: Partial<UnitRow> = ledger.unitOf.get(deal?.keyNow ?? "") ?? {};
  const place = { building, section, floor, door };
  switch (kind) {
    case "户型结构变更":
      return place;
    case "退房申请":
      return {
        ...place,
        paid: deal?.paid,
        oldReceipt: deal?.receipts
          .filter(({ item }) => isPayment(item))
          .map(({ no }) => no)
          .join("、"),
      };
    case "特惠申请":
    case "更名申请":
    case "调房申请":
      return {};
  }
};

/**
 * What the workbook knows of an application's blanks: client, unit, 定房日期, area, prices, consultant, what was paid.
 * `unitNo` left out: the client's live deal, where there is one only.
 */
export const prefillApplication = (
  book: SiteBook,
  asked: { readonly kind: ApplicationKind; readonly clientId: ClientNumber; readonly unitNo?: string },
  today: CalendarDay,
): Row => {
  const ledger = salesLedger(book, today);
  const live = (ledger.dealsOf.get(asked.clientId) ?? []).filter(isLive);
  const deal =
    asked.unitNo !== undefined && asked.unitNo !== ""
      ? liveDeal(ledger, asked.unitNo, asked.clientId)
      : live.length === 1
        ? live[0]
        : undefined;
  return said({
    kind: asked.kind,
    clientId: asked.clientId,
    unitNo: deal?.unitNow ?? asked.unitNo,
    bookedOn: deal?.subscribedOn,
    layout: deal?.layout,
    floorArea: deal?.floorArea,
    unitPrice: deal?.unitPrice,
    totalPrice: deal?.totalPrice,
    consultant: deal?.consultant,
    appliedOn: today,
    ...ofKind(asked.kind, deal, ledger),
  });
};

/** Open applications of the same kind, client and unit: one is enough. */
const pending = (
  ledger: SalesLedger,
  kind: ApplicationKind,
  clientId: ClientNumber,
  unitNo: string,
): string | undefined =>
  ledger.applications.find(
    (each) =>
      each.kind === kind && each.clientId === clientId && each.key === unitKey(unitNo) && isOpen(each),
  )?.no;

const at = (key: keyof typeof applications.fields) =>
  ({ key, caption: applications.fields[key].caption }) as const;

const amount = (answers: Row, key: string): Yuan | undefined =>
  typeof answers[key] === "number" ? (answers[key] as Yuan) : undefined;

/** R12 and R13 over an application's own answers and the deal it is about: asked when it is made, and by the check. */
const applicationFindings = (
  kind: ApplicationKind,
  answers: Row,
  deal: Deal | undefined,
  ledger: SalesLedger,
): readonly Finding[] => {
  const found: Finding[] = [...moneyFindings(kind, answers, deal?.receipts ?? [])];
  if (kind === "调房申请") {
    const newUnitNo = String(answers["newUnitNo"] ?? "");
    if (newUnitNo !== "" && newUnitNo !== nothing && ledger.units.length > 0) {
      const unit = ledger.unitOf.get(unitKey(newUnitNo));
      if (unit === undefined) found.push(finding("unitUnknown", { ...at("newUnitNo"), value: newUnitNo }));
    }
  }
  return found;
};

/** R13: whether the new unit may be had, and the old one given up, on a day. */
export const exchangeFinding = (
  ledger: SalesLedger,
  deal: Deal,
  newUnitNo: string,
  price: Yuan | undefined,
  on: CalendarDay,
): Finding | undefined => {
  if (unitKey(newUnitNo) === deal.keyNow)
    return finding("exchangeSameUnit", { ...at("newUnitNo"), value: newUnitNo });
  const from = lifeOf(ledger, deal.unitNow, deal.clientId);
  const to = lifeOf(ledger, newUnitNo);
  const listed = prefillNewUnit(ledger, newUnitNo)["newTotalPrice"];
  const total = price ?? (typeof listed === "number" ? (listed as Yuan) : (deal.totalPrice ?? deal.paid));
  const move = exchangeUnits(from, to, { client: deal.clientId, on, price: total });
  if (move.ok) return undefined;
  if (move.why === "paidOverNewPrice")
    return overpaidFinding(deal.paid, total, { ...at("newUnitNo"), value: newUnitNo });
  const ofOld = move.why === "exchangeAfterSigning";
  return finding(move.why, {
    ...at(ofOld ? "unitNo" : "newUnitNo"),
    value: ofOld ? deal.unitNow : newUnitNo,
    facts: {
      unit: ofOld ? deal.unitNow : newUnitNo,
      state: ofOld ? from.state : to.state,
      signedOn: deal.signedOn ?? "",
      subscribedOn: deal.subscribedOn ?? "",
      holder: holderOf(ledger, newUnitNo),
      on,
    },
  });
};

/** R12: 优惠后总房款 below what has been paid. */
const cheaperThanPaid = (deal: Deal, answers: Row): readonly Finding[] => {
  const total = amount(answers, "totalPrice") ?? deal.totalPrice;
  const asked = amount(answers, "discountAsked");
  if (total === undefined || asked === undefined) return [];
  const after = discounted(total, [amount(answers, "usualDiscount") ?? yuanOf(0), asked], 1);
  return after === "exceedsPrice" || deal.paid <= after.total
    ? []
    : [overpaidFinding(deal.paid, after.total, { ...at("discountAsked"), value: asked })];
};

/** What a warning says of an application that is there, refuses one that is being made. */
const missing = (kind: ApplicationKind, answers: Row): readonly Finding[] =>
  neededBlanks[kind]
    .filter((key) => answers[key] === undefined || answers[key] === nothing)
    .map((key) => finding("requiredReally", at(key)));

/**
 * A new application. `answers` as typed: `commonBlanks` and the kind's `applicationBlanks`; opinions are given by
 * `giveOpinion`. The decision's append carries the number in `no`.
 */
export const applyFor = (
  book: SiteBook,
  answers: Cells,
  entry: { readonly today: CalendarDay; readonly now: Moment },
): Decision => {
  const place = ofEntry(book, "applications");
  const reading = readRow(applications, answers, { site: book.site, today: entry.today });
  const { errors, hints } = sorted(book, "applications", reading);
  if (errors.length > 0) return refused(errors);
  const read = reading.answers;
  const { kind } = read;
  const clientId = parseClientNumber(String(read["clientId"] ?? ""))?.client;
  if (!isKind(kind) || clientId === undefined)
    return refused([place(finding("requiredReally", at(isKind(kind) ? "clientId" : "kind")))]);
  if (!isClient(book, clientId))
    return refused([place(finding("clientUnknown", { ...at("clientId"), value: clientId }))]);

  const ledger = salesLedger(book, entry.today);
  const unitNo = String(read["unitNo"]);
  const deal = liveDeal(ledger, unitNo, clientId);
  const taken = liveDeal(ledger, unitNo);
  const on = read["appliedOn"] as CalendarDay;
  const found: Finding[] = [
    ...missing(kind, read),
    ...askedFindings(daysTyped(kind, read), deal?.subscribedOn, entry.today),
    ...applicationFindings(kind, read, deal, ledger),
  ];
  if (deal === undefined && (kind !== "特惠申请" || taken !== undefined))
    found.push(
      finding("noLiveDeal", { ...at("unitNo"), value: unitNo, facts: { client: clientId, unit: unitNo } }),
    );
  const open = pending(ledger, kind, clientId, unitNo);
  if (open !== undefined)
    found.push(finding("applicationPending", { ...at("kind"), value: kind, facts: { no: open, kind } }));
  const sisters = sistersOf(ledger, { kind, clientId, key: unitKey(unitNo) });
  found.push(...sisterFindings(kind, sisters).map(inTime));
  if (kind === "更名申请" && deal !== undefined && read["newName"] === deal.name)
    found.push(finding("renameSame", { ...at("newName"), value: deal.name, facts: { name: deal.name } }));
  const newUnitNo = String(read["newUnitNo"] ?? "");
  if (kind === "调房申请" && deal !== undefined && newUnitNo !== "") {
    const wrong = exchangeFinding(ledger, deal, newUnitNo, amount(read, "newTotalPrice"), on);
    // What is overpaid goes back once it is approved.
    if (wrong !== undefined) found.push(wrong.code === "overpaidFirst" ? inTime(wrong) : wrong);
  }
  if (kind === "特惠申请" && deal !== undefined) found.push(...cheaperThanPaid(deal, read).map(inTime));
  const problems: readonly Problem[] = found.map(place);
  const stopping = problems.filter(({ severity }) => severity === "error");
  if (stopping.length > 0) return refused(stopping);
  return {
    ok: true,
    clientId,
    changes: [
      {
        kind: "append",
        form: "applications",
        row: { ...read, no: nextApplicationNo(ledger, on) },
      },
    ],
    hints: [
      ...hints.filter(({ code }) => code !== "askedWhen"),
      ...problems.filter(({ severity }) => severity !== "error"),
    ],
  };
};

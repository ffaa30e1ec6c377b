/**
 * 收款: one receipt (form 16). A deposit on a unit without a deal holds it for the client: 大定金 is followed by the deal
 * report, which makes it 认购. The last payment of a signed deal makes the unit 已售. 退款 of a deal needs an approved
 * 退房申请; carrying that out enters it, so that here only part of it, or one paid out earlier, is entered. What is
 * overpaid before an approved exchange or discount goes back here, and the deal stays. A deposit without a deal goes
 * back without one, and when it is settled, paid back or kept as 违约金, the unit held for it is 可售 again (R5, R13).
 */
import { receipts } from "../../forms/receipts";
import type { CalendarDay, Moment } from "../../kit/calendar-day";
import { minus, plus, type Yuan, yuanOf } from "../../kit/money";
import { plain } from "../../kit/text";
import type { ClientNumber } from "../../rules/client-number";
import {
  isCounted,
  isDeposit,
  isPayment,
  paymentItems,
  penaltyItem,
  refundItem,
} from "../../rules/money-adds-up";
import { stepUnit } from "../../rules/unit-life";
import { agreedRefund, refundStanding } from "./application-money";
import type { Change } from "../change";
import { type Cells, readRow } from "../check-row";
import type { Decision } from "../decision";
import { settlesDeposits } from "./deposits";
import { isClient } from "../follow-up/log-contact";
import { type Finding, finding } from "../problem";
import { overpaidBack, overpaidOf } from "./overpaid";
import { nextReceiptNo, receiptTaken } from "./receipt-number";
import { refundDayFindings } from "./refund-days";
import { ofEntry, refused, sorted } from "../registration";
import type { Row } from "../register";
import { moneyAt, type ReceiptRow, unitKey, type UnitRow } from "./sale-rows";
import {
  type Application,
  type Deal,
  liveDeal,
  looseDeposit,
  type SalesLedger,
  salesLedger,
  salesWants,
} from "./sales-ledger";
import type { SiteBook } from "../site";
import { lifeOf, unitChanges, unitFinding } from "./unit-standing";
import type { Wanted } from "../wanted";

export const receiptWants: Wanted = {
  ...salesWants,
  visitors: ["clientId", "name"],
  calls: ["clientId", "name"],
};

const at = (key: keyof typeof receipts.fields) => ({ key, caption: receipts.fields[key].caption }) as const;

interface Outcome {
  readonly changes: readonly Change[];
  readonly findings: readonly Finding[];
}

/** What money that goes back, or is kept, leaves of a unit's state: one held is free, one all paid is not any more. */
const whenGone = (
  ledger: SalesLedger,
  unit: UnitRow | undefined,
  client: ClientNumber,
  gone: Pick<ReceiptRow, "date" | "item" | "amount">,
  today: CalendarDay,
): readonly Change[] => {
  if (unit === undefined) return [];
  const { key, unitNo, status } = unit;
  const deal = liveDeal(ledger, unitNo, client);
  if (deal !== undefined) {
    const isPaid = deal.totalPrice !== undefined && minus(deal.paid, gone.amount) >= deal.totalPrice;
    return deal.state === "已售" && gone.item === refundItem && !isPaid
      ? unitChanges(unit, { state: "签约", client }, today)
      : [];
  }
  if (status !== "保留" || unit.clientId !== client) return [];
  const isAllBack = gone.item === refundItem && looseDeposit(ledger, client, unitNo) === gone.amount;
  return isAllBack || settlesDeposits(ledger, { clientId: client, key }, gone)
    ? unitChanges(unit, { state: "可售", client: undefined }, today)
    : [];
};

/** What `item` and `amount` mean for the unit. */
const onUnit = (
  ledger: SalesLedger,
  client: ClientNumber,
  read: Row,
  on: CalendarDay,
  today: CalendarDay,
): Outcome => {
  const unitNo = String(read["unitNo"]);
  const item = String(read["item"]);
  const amount = read["amount"] as Yuan;
  const unit = ledger.unitOf.get(unitKey(unitNo));
  if (item === refundItem || item === penaltyItem)
    return { changes: whenGone(ledger, unit, client, { item, amount, date: on }, today), findings: [] };
  if (!isPayment(item)) {
    const facts = { item, count: 1, items: paymentItems.join("、") };
    const findings = isCounted(item)
      ? []
      : [finding("itemNotCounted", { ...at("item"), value: item, facts })];
    return { changes: [], findings };
  }
  const life = lifeOf(ledger, unitNo, client);
  const stepped = stepUnit(life, { kind: "收款", client, on, amount, deposit: isDeposit(item) });
  const value = read[stepped.ok || stepped.why !== "receiptOverPrice" ? "unitNo" : "amount"];
  if (!stepped.ok) {
    const where = {
      ...at(stepped.why === "receiptOverPrice" ? "amount" : "unitNo"),
      ...(value === undefined ? {} : { value }),
    };
    return { changes: [], findings: [unitFinding(ledger, stepped.why, unitNo, life, { on, amount }, where)] };
  }
  const findings: Finding[] = [];
  if (unit === undefined && ledger.units.length > 0)
    findings.push(finding("unitUnknown", { ...at("unitNo"), value: unitNo }));
  if (item === "大定金" && liveDeal(ledger, unitNo, client) === undefined)
    findings.push(finding("depositToReport", { ...at("item"), value: item, facts: { unit: unitNo } }));
  return { changes: unitChanges(unit, { state: stepped.life.state, client }, today), findings };
};

/** R12: 退款额 = 已付 − 违约金: what an application grants, and what has gone back with this. */
export const overAgreed = (
  { no, register, index, appliedOn }: Application,
  receipts: readonly ReceiptRow[],
  more: Yuan,
  where: Pick<Finding, "key" | "caption" | "value">,
): readonly Finding[] => {
  const paid = moneyAt(register, "paid", index);
  const agreed = agreedRefund(paid, moneyAt(register, "penalty", index));
  if (paid === undefined || agreed === undefined) return [];
  const refund = plus(refundStanding(receipts, paid, appliedOn).gone, more);
  return refund > agreed
    ? [finding("refundOverAgreed", { ...where, facts: { no, agreed, refund, over: minus(refund, agreed) } })]
    : [];
};

/** R13: money goes back only on an approved application, and no more than came in. */
const refundFindings = (
  ledger: SalesLedger,
  deal: Deal | undefined,
  client: ClientNumber,
  read: Row,
  today: CalendarDay,
): readonly Finding[] => {
  const key = unitKey(String(read["unitNo"]));
  const amount = read["amount"] as Yuan;
  const on = read["date"] as CalendarDay;
  const deposit = looseDeposit(ledger, client, String(read["unitNo"]));
  if (deposit > 0)
    return amount > deposit
      ? [
          finding("refundOverPaid", {
            ...at("amount"),
            value: amount,
            facts: { refund: amount, received: deposit },
          }),
        ]
      : refundDayFindings(
          on,
          ledger.loose.filter((each) => each.clientId === client && each.key === key),
          undefined,
          today,
        );
  const from = deal ?? (ledger.dealsOf.get(client) ?? []).filter(({ keyNow }) => keyNow === key).at(-1);
  const granted = ledger.applications.filter(
    (each) =>
      each.kind === "退房申请" &&
      each.approved &&
      !each.carriedOut &&
      each.clientId === client &&
      each.key === key,
  );
  const asked = from?.closedBy ?? granted.at(-1);
  const overpaid = asked === undefined && deal !== undefined ? overpaidOf(ledger, deal) : undefined;
  if (overpaid !== undefined) {
    const found = overpaidBack(overpaid, amount, { ...at("amount"), value: amount });
    return [...found, ...refundDayFindings(on, deal?.receipts ?? [], overpaid.application, today)];
  }
  if (asked === undefined)
    return [
      finding("refundWithoutApplication", {
        ...at("item"),
        value: refundItem,
        facts: { client, unit: String(read["unitNo"]) },
      }),
    ];
  const received = from?.paid ?? yuanOf(0);
  if (amount > received)
    return [
      finding("refundOverPaid", { ...at("amount"), value: amount, facts: { refund: amount, received } }),
    ];
  const paid = from?.receipts ?? [];
  return [
    ...overAgreed(asked, paid, amount, { ...at("amount"), value: amount }),
    ...refundDayFindings(on, paid, asked, today),
  ];
};

/** `answers` as typed: form 16's blanks. An empty 收据号 takes the next one. */
export const takeReceipt = (
  book: SiteBook,
  answers: Cells,
  entry: { readonly today: CalendarDay; readonly now: Moment },
): Decision => {
  const place = ofEntry(book, "receipts");
  const ledger = salesLedger(book, entry.today);
  const typed = plain(String(answers["no"] ?? ""));
  const no = typed === "" ? nextReceiptNo(ledger) : typed;
  const reading = readRow(receipts, { ...answers, no }, { site: book.site, today: entry.today });
  const { errors, hints } = sorted(book, "receipts", reading);
  if (errors.length > 0) return refused(errors);
  const read = reading.answers;
  const client = read["clientId"] as ClientNumber;
  if (!isClient(book, client))
    return refused([place(finding("clientUnknown", { ...at("clientId"), value: client }))]);
  const on = read["date"] as CalendarDay;
  const found: Finding[] = [];
  const other = receiptTaken(ledger, no);
  if (other !== undefined)
    found.push(finding("receiptTwice", { ...at("no"), value: no, facts: { other: other.row } }));
  if (typeof read["amount"] !== "number") found.push(finding("requiredReally", at("amount")));
  else if (read["amount"] === 0) found.push(finding("amountNought", at("amount")));
  const deal = liveDeal(ledger, String(read["unitNo"]), client);
  const outcome =
    found.length > 0 ? { changes: [], findings: [] } : onUnit(ledger, client, read, on, entry.today);
  found.push(...outcome.findings);
  if (read["item"] === refundItem) found.push(...refundFindings(ledger, deal, client, read, entry.today));
  const problems = found.map(place);
  const stopping = problems.filter(({ severity }) => severity === "error");
  if (stopping.length > 0) return refused(stopping);
  return {
    ok: true,
    clientId: client,
    changes: [{ kind: "append", form: "receipts", row: { ...read, no } }, ...outcome.changes],
    hints: [...hints, ...problems],
  };
};

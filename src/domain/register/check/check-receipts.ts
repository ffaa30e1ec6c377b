/** R12 and R13 over 定金回款: receipts of somebody and of something, sums within the price, and whom to chase. */
import type { CalendarDay } from "../../kit/calendar-day";
import { minus, type Yuan, yuanOf } from "../../kit/money";
import { isCounted, isDeposit, isPayment, paymentItems, refundItem, sumOf } from "../../rules/money-adds-up";
import { nothing } from "../../rules/nothing-to-say";
import { type Chase, chasing } from "../sales/chasing";
import { at, type Ground, placed } from "./check-ground";
import { byPair, pairNow, pairOf } from "../sales/client-and-unit";
import { elsewhereFindings, waitingDeposits } from "../sales/deposit-elsewhere";
import { refundedBelow, refundsOfDeal } from "../sales/overpaid";
import type { Problem } from "../problem";
import { dayOfCell } from "../raw-cell";
import { isEmptyCell } from "../read-answer";
import { cellAt } from "../register";
import type { ReceiptRow } from "../sales/sale-rows";
import { refundDayFindings } from "../sales/refund-days";
import { type Application, type Deal, isLive, type SalesLedger, salesLedger } from "../sales/sales-ledger";
import { overAgreed } from "../sales/take-receipt";
import { holderOf } from "../sales/unit-standing";
import type { ProblemCode } from "../wording";

const numbersTwice = ({ receipts }: SalesLedger): readonly Problem[] => {
  const first = new Map<string, ReceiptRow>();
  return receipts.flatMap((each) => {
    if (each.no === "") return [];
    const key = each.no.toUpperCase();
    const other = first.get(key);
    if (other === undefined) first.set(key, each);
    return other === undefined ? [] : [at(each, "receiptTwice", "no", { facts: { other: other.row } })];
  });
};

/** 款项 that a manager has added: said once each, at its first receipt. */
const notCounted = ({ receipts }: SalesLedger): readonly Problem[] => {
  const first = new Map<string, { readonly row: ReceiptRow; count: number }>();
  for (const row of receipts) {
    if (row.item === "" || row.item === nothing || isCounted(row.item)) continue;
    const known = first.get(row.item);
    if (known) known.count += 1;
    else first.set(row.item, { row, count: 1 });
  }
  return [...first].map(([item, { row, count }]) =>
    at(row, "itemNotCounted", "item", { facts: { item, count, items: paymentItems.join("、") } }),
  );
};

/** 财务核对 has its day, and none before the money came. */
const verifiedWhen = ({ receipts }: SalesLedger, today: CalendarDay): readonly Problem[] =>
  receipts.flatMap((each) => {
    const { register, index, verified, date } = each;
    if (!verified || !register.columns.has("verifiedOn")) return [];
    const on = dayOfCell(cellAt(register, "verifiedOn", index), today);
    if (on === undefined)
      return isEmptyCell(cellAt(register, "verifiedOn", index))
        ? [at(each, "verifiedWithoutDay", "verifiedOn")]
        : [];
    return date === undefined || on >= date
      ? []
      : [at(each, "verifiedBeforeReceipt", "verifiedOn", { facts: { on, date } })];
  });

/** Receipts that belong to no deal of their client. */
const withoutDeal = (ledger: SalesLedger): readonly Problem[] =>
  ledger.loose.flatMap((each): readonly Problem[] => {
    const { clientId, item, unitNo, key } = each;
    if (clientId === undefined || !isPayment(item)) return [];
    if ((ledger.liveOn.get(key) ?? []).length > 0) {
      const facts = { unit: unitNo, holder: holderOf(ledger, unitNo), client: clientId };
      return [at(each, "receiptOnOthersUnit", "unitNo", { facts })];
    }
    // A deposit may come before its deal.
    return isDeposit(item)
      ? []
      : [at(each, "receiptWithoutDeal", "item", { facts: { client: clientId, unit: unitNo, item } })];
  });

/** Deposits from before a deal of theirs, on another home than the one they bought. */
const elsewhere = (ledger: SalesLedger): readonly Problem[] => {
  const said = new Set<ReceiptRow>();
  const waiting = waitingDeposits(ledger);
  const bought = ledger.deals.filter((deal) => isLive(deal) && waiting.has(deal.clientId));
  return bought.flatMap((deal) =>
    elsewhereFindings(waiting.get(deal.clientId) ?? [], deal.clientId, {
      unitNo: deal.unitNow,
      key: deal.keyNow,
    }).flatMap(({ last, found }) => {
      if (said.has(last) || (last.date ?? "") > (deal.subscribedOn ?? "")) return [];
      said.add(last);
      return [placed(last, found)];
    }),
  );
};

/**
 * A deposit that never became a deal goes back without an application; of a deal that stands, what is overpaid goes
 * back on an exchange or a discount that was approved, and no more than that.
 */
const refunds = (ledger: SalesLedger): readonly Problem[] => {
  const { applications, deals } = ledger;
  const asked = new Set(
    applications.filter(({ kind, approved }) => kind === "退房申请" && approved).map(pairOf),
  );
  return deals.flatMap((deal) => {
    const back = refundsOfDeal(deal).filter((each) => !asked.has(pairOf(each)));
    const last = back.at(-1);
    if (last === undefined) return [];
    const below = refundedBelow(ledger, deal);
    if (below === "none")
      return back.map((each) =>
        at(each, "refundWithoutApplication", "item", {
          facts: { client: each.clientId ?? "", unit: each.unitNo },
        }),
      );
    return below > 0
      ? [at(last, "refundedBelowPrice", "amount", { facts: { unit: deal.unitNow, over: below } })]
      : [];
  });
};

/** R13: money that went back before it came, or before its 退房 was approved. */
const refundsInTime = (ledger: SalesLedger, today: CalendarDay): readonly Problem[] => {
  const granted = new Map<string, Application>();
  for (const each of ledger.applications)
    if (each.kind === "退房申请" && each.approved && !each.carriedOut) granted.set(pairOf(each), each);
  const loose = byPair(ledger.loose.filter(({ clientId }) => clientId !== undefined));
  const found = (receipts: readonly ReceiptRow[], asked: Application | undefined): readonly Problem[] =>
    receipts.flatMap((each) =>
      each.item !== refundItem || each.date === undefined
        ? []
        : refundDayFindings(each.date, receipts, asked, today).map((told) => placed(each, told)),
    );
  return [
    ...ledger.deals.flatMap((deal) => found(deal.receipts, deal.closedBy ?? granted.get(pairNow(deal)))),
    ...[...loose].flatMap(([of, receipts]) => found(receipts, granted.get(of))),
  ];
};

/** R12: what was paid stays within the price, and the plan sums to it. */
const sums = (deal: Deal): readonly Problem[] => {
  const { paid, totalPrice: total, unitNow: unit, receipts, instalments, closedBy } = deal;
  const problems: Problem[] = [];
  const last = receipts.filter(({ item }) => isPayment(item)).at(-1);
  if (total !== undefined && paid > total && last !== undefined)
    problems.push(
      at(last, "receiptsOverPrice", "amount", { facts: { unit, paid, total, over: minus(paid, total) } }),
    );
  const back = receipts.filter(({ item }) => item === refundItem).at(-1);
  if (paid < 0 && back !== undefined)
    problems.push(at(back, "refundsOverPaid", "amount", { facts: { unit, over: minus(yuanOf(0), paid) } }));
  if (closedBy !== undefined && back !== undefined)
    for (const each of overAgreed(closedBy, receipts, yuanOf(0), { key: "amount" }))
      problems.push(placed(back, each));
  const [first] = instalments;
  if (first === undefined || total === undefined || !isLive(deal)) return problems;
  const planned = sumOf(instalments.map(({ amount }) => amount));
  const difference = yuanOf(Math.abs(minus(total, planned)));
  if (difference > 0)
    problems.push(
      at(first, planned > total ? "planOverPrice" : "planUnderPrice", "amount", {
        facts: { planned, total, difference },
      }),
    );
  return problems;
};

const chaseCodes: Readonly<
  Record<Chase["kind"], { readonly code: ProblemCode; readonly refused: ProblemCode; readonly key: string }>
> = {
  instalment: { code: "instalmentOverdue", refused: "instalmentRefused", key: "dueOn" },
  signing: { code: "signOverdue", refused: "signRefused", key: "signedOn" },
  deposit: { code: "depositOverdue", refused: "signRefused", key: "date" },
  paper: { code: "paperOverdue", refused: "paperOverdue", key: "dueOn" },
};

const chased = (ledger: SalesLedger, ground: Ground): readonly Problem[] => {
  // A site that keeps neither board nor money here is not asked for either.
  const kept = ledger.units.length + ledger.receipts.length + ledger.instalments.length > 0;
  const { money, papers } = chasing(ground.book, ground.today);
  return [...money, ...papers].flatMap((each) => {
    const { code, refused, key } = chaseCodes[each.kind];
    if (each.kind === "signing" && !kept) return [];
    const facts = {
      client: each.clientId,
      name: each.name === "" ? each.clientId : each.name,
      unit: each.unitNo,
      term: each.what,
      item: each.what,
      paper: each.what,
      amount: each.amount ?? (0 as Yuan),
      days: each.daysLate,
      consultant: each.consultant === "" ? "置业顾问" : each.consultant,
    };
    return [at(each, each.by === "finance" ? refused : code, key, { facts })];
  });
};

export const checkReceipts = (ground: Ground): readonly Problem[] => {
  const ledger = salesLedger(ground.book, ground.today);
  return [
    ...numbersTwice(ledger),
    ...notCounted(ledger),
    ...verifiedWhen(ledger, ground.today),
    ...withoutDeal(ledger),
    ...elsewhere(ledger),
    ...refunds(ledger),
    ...refundsInTime(ledger, ground.today),
    ...ledger.deals.flatMap(sums),
    ...chased(ledger, ground),
  ];
};

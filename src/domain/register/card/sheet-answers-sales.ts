/** What the sheet's formulas say of deals, payments and papers (R12, R13), from the ledger. */
import type { CalendarDay } from "../../kit/calendar-day";
import { dividedBy, minus, plus, priceOf, type Yuan, yuanOf } from "../../kit/money";
import { outstandingOf, paidOf, sumOf } from "../../rules/money-adds-up";
import { byPair, pairOf } from "../sales/client-and-unit";
import { depositStatuses } from "../sales/deposits";
import { cellAt, type Register, rowNumber } from "../register";
import { moneyAt } from "../sales/sale-rows";
import { formersWithoutShare } from "../ownership/former-share";
import { gradeRowOf, gradeRows } from "../grade-rows";
import { type Deal, isLive, salesLedger } from "../sales/sales-ledger";
import { latenessOf, lazily, type SheetAnswers } from "./sheet-answer";
import type { SiteBook } from "../site";

const number = (register: Register, key: string, index: number): number | undefined => {
  const cell = cellAt(register, key, index);
  return typeof cell === "number" ? cell : undefined;
};

/** 优惠后总房款: the price less both discounts; nothing unless the price and what is asked for are there. */
const discountedTotal = (register: Register, index: number): Yuan | undefined => {
  const [total, asked] = [moneyAt(register, "totalPrice", index), moneyAt(register, "discountAsked", index)];
  if (total === undefined || asked === undefined) return undefined;
  return minus(total, plus(moneyAt(register, "usualDiscount", index) ?? yuanOf(0), asked));
};

interface Owed {
  readonly outstanding: Yuan;
  readonly status: string;
}

/** By the row of 付款计划: what of it is wanting when payments fill instalments in the order of their days. */
const owedByRow = (book: SiteBook, today: CalendarDay): ReadonlyMap<number, Owed> => {
  const { deals, receipts, instalments } = salesLedger(book, today);
  const standing = new Set(deals.filter(isLive).map(pairOf));
  const refunded = new Set(deals.map(pairOf).filter((pair) => !standing.has(pair)));
  const paidFor = byPair(receipts);
  const dealsFor = byPair(deals);
  const found = new Map<number, Owed>();
  for (const [pair, all] of byPair(instalments)) {
    const plan = all.flatMap((each) => (each.dueOn === undefined ? [] : [{ ...each, dueOn: each.dueOn }]));
    const theirs = dealsFor.get(pair);
    // What was paid on a deal that is closed fills no instalment of the next.
    const paid = theirs
      ? sumOf(theirs.filter(isLive).map((deal) => deal.paid))
      : paidOf(paidFor.get(pair) ?? []);
    const open = outstandingOf(plan, paid);
    plan.forEach(({ row, dueOn }, at) => {
      const back = refunded.has(pair);
      const outstanding = back ? yuanOf(0) : (open[at] ?? yuanOf(0));
      const settled = back ? "已退房" : "已收";
      found.set(row, { outstanding, status: outstanding > 0 ? latenessOf(dueOn, today) : settled });
    });
  }
  return found;
};

export const salesAnswers = (book: SiteBook, today: CalendarDay): SheetAnswers => {
  const ledger = lazily(() => salesLedger(book, today));
  const deals = lazily(() => new Map(ledger().deals.map((deal) => [deal.row, deal])));
  const applications = lazily(() => new Map(ledger().applications.map((each) => [each.row, each])));
  const papers = lazily(() => new Map(ledger().papers.map((each) => [each.row, each])));
  const deposits = lazily(
    () => new Map([...depositStatuses(ledger())].map(([{ row }, status]) => [row, status])),
  );
  const owed = lazily(() => owedByRow(book, today));
  const graded = lazily(() => gradeRowOf(gradeRows(book, today)));
  /** R10: those without a share in the deal. */
  const formers = (deal: Deal | undefined): string | null => {
    const row = deal && graded().get(deal.clientId);
    if (deal === undefined || row === undefined) return null;
    const without = formersWithoutShare(book.site, row, deal.subscribedOn);
    return without.length === 0 ? null : without.join("、");
  };
  return {
    deals: {
      status: (register, index) => {
        const deal = deals().get(rowNumber(register, index));
        return deal === undefined ? null : isLive(deal) ? deal.state : "已退房";
      },
      paid: (register, index) => deals().get(rowNumber(register, index))?.paid ?? null,
      formerConsultant: (register, index) => formers(deals().get(rowNumber(register, index))),
    },
    applications: {
      discountedTotal: (register, index) => discountedTotal(register, index) ?? null,
      discountedPrice: (register, index) => {
        const total = discountedTotal(register, index);
        const area = number(register, "floorArea", index);
        return total === undefined || area === undefined ? null : (dividedBy(total, area) ?? null);
      },
      refund: (register, index) => {
        const paid = moneyAt(register, "paid", index);
        return paid === undefined ? null : minus(paid, moneyAt(register, "penalty", index) ?? yuanOf(0));
      },
      status: (register, index) => applications().get(rowNumber(register, index))?.status ?? null,
    },
    units: {
      totalPrice: (register, index) => {
        const [price, area] = [moneyAt(register, "unitPrice", index), number(register, "floorArea", index)];
        return price === undefined || area === undefined ? null : priceOf(price, area);
      },
    },
    receipts: {
      depositStatus: (register, index) => deposits().get(rowNumber(register, index)) ?? null,
    },
    instalments: {
      outstanding: (register, index) => owed().get(rowNumber(register, index))?.outstanding ?? null,
      status: (register, index) => owed().get(rowNumber(register, index))?.status ?? null,
    },
    mortgagePapers: {
      status: (register, index) => {
        const paper = papers().get(rowNumber(register, index));
        if (paper?.clientId === undefined) return null;
        if (paper.handedInOn !== undefined) return "已交";
        if (paper.isNotNeeded) return "免交";
        return paper.dueOn === undefined ? "待交" : latenessOf(paper.dueOn, today);
      },
    },
  };
};

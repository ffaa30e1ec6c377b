/**
 * 催款 (R13): instalments past their day, deposits without 签约 in the agreed days. Beside it, as 首页 counts them apart,
 * 按揭资料 past its day: a paper is asked for, no money.
 */
import { depositStates } from "../../forms/receipts";
import { addDays, type CalendarDay, daysBetween } from "../../kit/calendar-day";
import type { Yuan } from "../../kit/money";
import type { ClientNumber } from "../../rules/client-number";
import { depositStatuses } from "./deposits";
import { gradeRowOf, gradeRows } from "../grade-rows";
import { spelled } from "../read-answer";
import { type ShownInstalment, shownInstalment } from "./refuse-payment";
import { maySayRefused } from "./refuse-signing";
import { isAwaited, type RowPlace } from "./sale-rows";
import { type Deal, isLive, type SalesLedger, salesLedger } from "./sales-ledger";
import type { SiteBook } from "../site";
import { ownerOf, standings, standingsByClient } from "../standing";

export type ChaseKind =
  /** An instalment past its day. */
  | "instalment"
  /** A deal without 签约 in the agreed days after 认购. */
  | "signing"
  /** A deposit without a deal in the agreed days. */
  | "deposit"
  /** A mortgage paper past its day. */
  | "paper";

export interface Chase extends RowPlace {
  readonly kind: ChaseKind;
  readonly form: "instalments" | "deals" | "receipts" | "mortgagePapers";
  readonly clientId: ClientNumber;
  /** As the deal has it, for a deposit without a deal the registers; empty where nobody knows the client. */
  readonly name: string;
  readonly unitNo: string;
  /** 期次, or the paper's name; empty for the others. */
  readonly what: string;
  /** Still owed of it; what was paid so far for a deposit; nothing for papers. */
  readonly amount: Yuan | undefined;
  /** More than nought. */
  readonly daysLate: number;
  /** The consultant first; finance once the client has refused. */
  readonly by: "consultant" | "finance";
  /** What the client may refuse, and a blank keeps; nothing for papers, and for a deal without a deposit. */
  readonly refusable: "payment" | "signing" | undefined;
  /** Of a payment: the instalment as it stands, so that a refusal finds it again. */
  readonly instalment?: ShownInstalment;
  /** Who goes to the client: the owner now. Whose the deal is, the deal says. Empty where nobody is known. */
  readonly consultant: string;
}

/** `credited`: the deal's consultant, empty where there is no deal yet. */
type WhoChases = (client: ClientNumber, credited: string) => string;

/**
 * The owner now, as the due list names them: by 等级跟踪 (交接 and 再分配 are written there), then the deal, then the
 * first register that has the client. With a deal nobody is sent who has left while another of these is there.
 */
const whoChases = (book: SiteBook, today: CalendarDay): WhoChases => {
  const { site } = book;
  const grades = gradeRowOf(gradeRows(book, today));
  const received = new Map<ClientNumber, string>();
  for (const each of standings(book)) {
    if (each.clientId === undefined || received.has(each.clientId)) continue;
    const owner = ownerOf(each, site);
    if (owner !== "") received.set(each.clientId, owner);
  }
  const inService = new Set(site.consultants.flatMap(({ name, active }) => (active ? [name] : [])));
  return (client, credited) => {
    const known = [
      grades.get(client)?.consultant ?? "",
      spelled(site, credited),
      received.get(client) ?? "",
    ].filter((name) => name !== "");
    const [owner = ""] = known;
    return credited === "" ? owner : (known.find((name) => inService.has(name)) ?? owner);
  };
};

const aboutDeal = (deal: Deal, who: WhoChases) =>
  ({
    clientId: deal.clientId,
    name: deal.name,
    unitNo: deal.unitNow,
    consultant: who(deal.clientId, deal.consultant),
    by: "consultant",
  }) as const;

const place = ({ register, index, row }: RowPlace): RowPlace => ({ register, index, row });

const ofDeal = (deal: Deal, today: CalendarDay, signWithin: number, who: WhoChases): readonly Chase[] => {
  const about = aboutDeal(deal, who);
  const found: Chase[] = [];
  for (const each of deal.instalments) {
    if (each.dueOn === undefined || each.dueOn >= today || each.outstanding <= 0) continue;
    found.push({
      ...about,
      ...place(each),
      kind: "instalment",
      form: "instalments",
      what: each.term,
      amount: each.outstanding,
      daysLate: daysBetween(each.dueOn, today),
      by: each.refused ? "finance" : "consultant",
      refusable: "payment",
      instalment: shownInstalment(each),
    });
  }
  if (deal.signedOn === undefined && deal.subscribedOn !== undefined) {
    const due = addDays(deal.subscribedOn, signWithin);
    if (due < today)
      found.push({
        ...about,
        ...place(deal),
        kind: "signing",
        form: "deals",
        what: "",
        amount: deal.paid,
        daysLate: daysBetween(due, today),
        by: deal.receipts.some(({ refused }) => refused) ? "finance" : "consultant",
        refusable: maySayRefused(deal) ? "signing" : undefined,
      });
  }
  return found;
};

const papersOf = (deal: Deal, today: CalendarDay, who: WhoChases): readonly Chase[] =>
  deal.papers.flatMap((each): readonly Chase[] =>
    each.dueOn === undefined || each.dueOn >= today || !isAwaited(each)
      ? []
      : [
          {
            ...aboutDeal(deal, who),
            ...place(each),
            kind: "paper",
            form: "mortgagePapers",
            what: each.paper,
            amount: undefined,
            daysLate: daysBetween(each.dueOn, today),
            refusable: undefined,
          },
        ],
  );

/** Deposits 待签约 that no deal followed. */
const looseDeposits = (
  book: SiteBook,
  ledger: SalesLedger,
  today: CalendarDay,
  signWithin: number,
  who: WhoChases,
): readonly Chase[] => {
  const statuses = depositStatuses(ledger);
  const people = standingsByClient(book);
  return ledger.loose.flatMap((each): readonly Chase[] => {
    const { clientId, date, item } = each;
    if (clientId === undefined || date === undefined || statuses.get(each) !== depositStates.waiting)
      return [];
    const due = addDays(date, signWithin);
    if (due >= today) return [];
    return [
      {
        register: each.register,
        index: each.index,
        row: each.row,
        kind: "deposit",
        form: "receipts",
        clientId,
        name: people.get(clientId)?.find(({ name }) => name !== "")?.name ?? "",
        unitNo: each.unitNo,
        what: item,
        amount: each.amount,
        daysLate: daysBetween(due, today),
        by: each.refused ? "finance" : "consultant",
        refusable: "signing",
        consultant: who(clientId, ""),
      },
    ];
  });
};

const longestFirst = (a: Chase, b: Chase): number => b.daysLate - a.daysLate || a.row - b.row;

export interface Chasing {
  /** 催款: what is owed, and who has not signed. */
  readonly money: readonly Chase[];
  /** 按揭资料 past its day. */
  readonly papers: readonly Chase[];
}

/** Whom to chase, the longest late first. `signWithin` in days (policies). */
export const chasing = (
  book: SiteBook,
  today: CalendarDay,
  signWithin = book.site.policies.signWithin,
): Chasing => {
  const ledger = salesLedger(book, today);
  const who = whoChases(book, today);
  const live = ledger.deals.filter(isLive);
  return {
    money: [
      ...live.flatMap((deal) => ofDeal(deal, today, signWithin, who)),
      ...looseDeposits(book, ledger, today, signWithin, who),
    ].sort(longestFirst),
    papers: live.flatMap((deal) => papersOf(deal, today, who)).sort(longestFirst),
  };
};

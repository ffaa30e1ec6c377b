/**
 * Units, deals, receipts, plans and applications put together (R12, R13): which deal is live, on which unit, what was
 * paid. From the workbook alone; one pass over each register. Registers that were not asked for count as empty.
 */
import type { CalendarDay } from "../../kit/calendar-day";
import { minus, type Yuan, yuanOf } from "../../kit/money";
import { type ApplicationStatus, applicationStatus, isApproved, nextSigner } from "../../rules/approval";
import type { Signer } from "../../forms/applications";
import type { UnitState } from "../../forms/units";
import type { ClientNumber } from "../../rules/client-number";
import { isPayment, outstandingOf, paidOf, refundItem } from "../../rules/money-adds-up";
import { pairOf } from "./client-and-unit";
import { paidAnew } from "./paid-anew";
import {
  type ApplicationRow,
  applicationRows,
  type DealRow,
  dealRows,
  type InstalmentRow,
  instalmentRows,
  type PaperRow,
  paperRows,
  type ReceiptRow,
  receiptRows,
  type UnitRow,
  unitKey,
  unitRows,
} from "./sale-rows";
import type { SiteBook } from "../site";
import type { Wanted } from "../wanted";

/** What the ledger is made of. */
export const salesWants = {
  units: "all",
  deals: [
    "dealId",
    "name",
    "consultant",
    "unitNo",
    "queuedOn",
    "subscribedOn",
    "signedOn",
    "layout",
    "floorArea",
    "unitPrice",
    "totalPrice",
  ],
  receipts: ["no", "date", "clientId", "unitNo", "item", "amount", "verified", "refused"],
  instalments: ["clientId", "unitNo", "term", "dueOn", "amount", "refused"],
  mortgagePapers: ["clientId", "unitNo", "paper", "dueOn", "handedInOn"],
  applications: "all",
} as const satisfies Wanted;

export interface Application extends ApplicationRow {
  readonly status: ApplicationStatus;
  readonly approved: boolean;
  /** Approved by its opinions, and 办结日期 has come: what it asks for has happened. */
  readonly carriedOut: boolean;
  /** Nothing when all have signed, or one has said no. */
  readonly next: Signer | undefined;
}

export interface Instalment extends InstalmentRow {
  /** 尚欠: payments fill instalments in the order of their days. */
  readonly outstanding: Yuan;
}

export interface Deal extends Omit<DealRow, "clientId"> {
  readonly clientId: ClientNumber;
  /** Where it stands now: another unit than the row's where an exchange was carried out and the row did not follow. */
  readonly unitNow: string;
  readonly keyNow: string;
  /** Nothing while it is live. */
  readonly closedBy: Application | undefined;
  readonly receipts: readonly ReceiptRow[];
  readonly paid: Yuan;
  /** Total price less what was paid; nothing where the price cannot be read. */
  readonly owed: Yuan | undefined;
  /** In the order of their days. */
  readonly instalments: readonly Instalment[];
  readonly papers: readonly PaperRow[];
  /** 认购, 签约, or 已售 when all is paid; what the unit's status should be while it is live. */
  readonly state: Extract<UnitState, "认购" | "签约" | "已售">;
}

export interface SalesLedger {
  readonly units: readonly UnitRow[];
  /** By `unitKey`; the first of several rows. */
  readonly unitOf: ReadonlyMap<string, UnitRow>;
  readonly deals: readonly Deal[];
  /** Live deals by the unit they stand on now; two are a double sale. */
  readonly liveOn: ReadonlyMap<string, readonly Deal[]>;
  /** In the order of their 认购日期. */
  readonly dealsOf: ReadonlyMap<ClientNumber, readonly Deal[]>;
  readonly receipts: readonly ReceiptRow[];
  /** Receipts that belong to no deal: deposits before 认购, and mistakes. */
  readonly loose: readonly ReceiptRow[];
  readonly instalments: readonly InstalmentRow[];
  readonly papers: readonly PaperRow[];
  readonly applications: readonly Application[];
}

const push = <Key, Value>(into: Map<Key, Value[]>, key: Key, value: Value): void => {
  const known = into.get(key);
  if (known) known.push(value);
  else into.set(key, [value]);
};

/** 办结日期 in days to come says nothing yet: what it asks for is still to be done. */
const applicationOf = (row: ApplicationRow, today: CalendarDay): Application => {
  const { kind, opinions } = row;
  const closedOn = row.closedOn !== undefined && row.closedOn <= today ? row.closedOn : undefined;
  const approved = kind !== undefined && isApproved(kind, opinions);
  return {
    ...row,
    closedOn,
    approved,
    carriedOut: approved && closedOn !== undefined,
    status: kind === undefined ? "草稿" : applicationStatus(kind, opinions, closedOn !== undefined),
    next: kind === undefined ? undefined : nextSigner(kind, opinions),
  };
};

interface Standing {
  readonly row: DealRow & { readonly clientId: ClientNumber };
  unitNow: string;
  keyNow: string;
  closedBy: Application | undefined;
}

const latestDay = "9999-12-31" as CalendarDay;

const inOrder = (...pairs: readonly (readonly [string, string])[]): number => {
  const [a, b] = pairs.find(([one, other]) => one !== other) ?? ["", ""];
  return a < b ? -1 : a > b ? 1 : 0;
};

/** In the order they were carried out, whichever way the register is sorted. */
export const byCarrying = (a: Application, b: Application): number =>
  inOrder([a.closedOn ?? "", b.closedOn ?? ""], [a.appliedOn ?? "", b.appliedOn ?? ""], [a.no, b.no]);

type Subscribed = Pick<DealRow, "subscribedOn" | "row">;

/** By 认购日期; people sort the register as they like, the newest first too. */
const bySubscription = (a: Subscribed, b: Subscribed): number =>
  inOrder([a.subscribedOn ?? "", b.subscribedOn ?? ""]) || a.row - b.row;

/**
 * How many of a client's exchanges and refunds, from the first, the rows have followed already: from where the rows
 * stand, each exchange leads back to where a deal stood before it, and each refund has a deal of its own on its unit.
 * Two deals may change places, and a unit left be come back to.
 */
const followedBy = (theirs: readonly Standing[], done: readonly Application[]): number => {
  for (let count = done.length; count > 0; count--) {
    const at = theirs.map(({ row }) => row.key);
    const refunded = new Set<number>();
    const isFollowed = done
      .slice(0, count)
      .reverse()
      .every(({ kind, key, newKey }) => {
        const isRefund = kind === "退房申请";
        const there = at.findIndex(
          (where, each) => where === (isRefund ? key : newKey) && !(isRefund && refunded.has(each)),
        );
        if (there < 0) return false;
        if (isRefund) refunded.add(there);
        else at[there] = key;
        return true;
      });
    if (isFollowed) return count;
  }
  return 0;
};

/** Exchanges that nothing is left to do for. */
const followedAlready = (
  byClient: ReadonlyMap<ClientNumber, readonly Standing[]>,
  done: readonly Application[],
): ReadonlySet<Application> => {
  const ofClient = new Map<ClientNumber, Application[]>();
  for (const each of done) if (each.clientId !== undefined) push(ofClient, each.clientId, each);
  return new Set(
    [...ofClient].flatMap(([client, theirs]) =>
      theirs.length < 2
        ? []
        : theirs
            .slice(0, followedBy(byClient.get(client) ?? [], theirs))
            .filter(({ kind }) => kind === "调房申请"),
    ),
  );
};

/**
 * Exchanges and refunds in the order they were carried out. An exchange moves the client's deal on the old unit
 * unless one stands on the new unit already: then the row has followed. A refund closes the first live deal of the
 * client on that unit. Neither is meant for a deal made afterwards, but for a refund that finds no other: then a day
 * is wrong, and the check says so.
 */
const carryOut = (standings: readonly Standing[], applications: readonly Application[]): void => {
  const byClient = new Map<ClientNumber, Standing[]>();
  for (const each of standings) push(byClient, each.row.clientId, each);
  for (const theirs of byClient.values()) theirs.sort((a, b) => bySubscription(a.row, b.row));
  const done = applications
    .filter(({ carriedOut, kind }) => carriedOut && (kind === "调房申请" || kind === "退房申请"))
    .sort(byCarrying);
  const followed = followedAlready(byClient, done);
  for (const each of done) {
    if (followed.has(each)) continue;
    const theirs = (each.clientId === undefined ? undefined : byClient.get(each.clientId)) ?? [];
    const until = each.closedOn ?? "";
    const open = theirs.filter(({ closedBy }) => closedBy === undefined);
    const live = open.filter(({ row }) => (row.subscribedOn ?? "") <= until);
    const there = live.find(({ keyNow }) => keyNow === each.key);
    if (each.kind === "退房申请") {
      const refunded = there ?? open.find(({ keyNow }) => keyNow === each.key);
      if (refunded !== undefined) refunded.closedBy = each;
    } else if (there && each.newKey !== "" && !live.some(({ keyNow }) => keyNow === each.newKey)) {
      there.unitNow = each.newUnitNo;
      there.keyNow = each.newKey;
    }
  }
};

const none = (): undefined => undefined;
const always = (): boolean => true;
const never = (): boolean => false;

/**
 * Rows of one client and unit go to the deal that was live then: to a closed one up to the day it closed. `lingers`:
 * the row may be of a closed deal all the same, and is until the next one is made; others after that day are the next
 * one's, or of no deal yet. `isAnew`: so is a row of that very day.
 */
const dealt = <Row extends { readonly clientId: ClientNumber | undefined; readonly key: string }>(
  standings: readonly Standing[],
  rows: readonly Row[],
  dayOfRow: (row: Row) => CalendarDay | undefined,
  lingers: (row: Row) => boolean,
  isAnew: (row: Row, closedOn: CalendarDay) => boolean = never,
): { readonly of: ReadonlyMap<Standing, readonly Row[]>; readonly loose: readonly Row[] } => {
  const on = new Map<string, Standing[]>();
  for (const each of standings) {
    const keys = new Set([each.row.key, each.keyNow]);
    for (const key of keys) push(on, pairOf({ clientId: each.row.clientId, key }), each);
  }
  // Closed ones by their day, the live one last.
  const ended = ({ closedBy }: Standing): string => (closedBy ? (closedBy.closedOn ?? "") : latestDay);
  for (const theirs of on.values())
    if (theirs.length > 1)
      theirs.sort((a, b) => inOrder([ended(a), ended(b)]) || bySubscription(a.row, b.row));
  const of = new Map<Standing, Row[]>();
  const loose: Row[] = [];
  for (const row of rows) {
    const candidates = row.clientId === undefined ? undefined : on.get(pairOf(row));
    const day = dayOfRow(row);
    const late = lingers(row);
    const isOf = (closedOn = day): boolean =>
      day !== undefined &&
      closedOn !== undefined &&
      day <= closedOn &&
      !(day === closedOn && isAnew(row, closedOn));
    const isNext = (next: Standing | undefined): boolean =>
      late && next !== undefined && day !== undefined && day < (next.row.subscribedOn ?? "");
    const theirs =
      candidates?.find(({ closedBy }, at) =>
        closedBy === undefined ? true : isOf(closedBy.closedOn) || isNext(candidates[at + 1]),
      ) ?? (late ? candidates?.at(-1) : undefined);
    if (theirs === undefined) loose.push(row);
    else push(of, theirs, row);
  }
  return { of, loose };
};

const byDay = (a: InstalmentRow, b: InstalmentRow): number =>
  (a.dueOn ?? "") < (b.dueOn ?? "") ? -1 : a.dueOn === b.dueOn ? a.row - b.row : 1;

const made = new WeakMap<SiteBook, { readonly today: CalendarDay; readonly ledger: SalesLedger }>();

export const salesLedger = (book: SiteBook, today: CalendarDay): SalesLedger => {
  const known = made.get(book);
  if (known?.today === today) return known.ledger;

  const units = unitRows(book);
  const unitOf = new Map<string, UnitRow>();
  for (const unit of units) if (!unitOf.has(unit.key)) unitOf.set(unit.key, unit);

  const applications = applicationRows(book, today).map((row) => applicationOf(row, today));
  const standings = dealRows(book, today).flatMap((row): Standing[] =>
    row.clientId === undefined
      ? []
      : [
          {
            row: { ...row, clientId: row.clientId },
            unitNow: row.unitNo,
            keyNow: row.key,
            closedBy: undefined,
          },
        ],
  );
  carryOut(standings, applications);

  const receipts = receiptRows(book, today);
  const instalments = instalmentRows(book, today);
  const papers = paperRows(book, today);
  const anew = paidAnew(receipts, applications);
  const money = dealt(
    standings,
    receipts,
    ({ date }) => date,
    // Money often goes back after the deal was closed.
    ({ item, date }) => item === refundItem || date === undefined,
    (row, closedOn) => isPayment(row.item) && anew(row, closedOn),
  );
  // A plan reaches beyond the day its deal closed; of two deals it is the live one's.
  const plans = dealt(standings, instalments, none, always);
  const handed = dealt(standings, papers, none, always);

  const deals = standings.map((standing): Deal => {
    const { row, unitNow, keyNow, closedBy } = standing;
    const own = money.of.get(standing) ?? [];
    const paid = paidOf(own);
    const owed = row.totalPrice === undefined ? undefined : minus(row.totalPrice, paid);
    const plan = [...(plans.of.get(standing) ?? [])].sort(byDay);
    const open = outstandingOf(
      plan.map(({ dueOn, amount }) => ({ dueOn: dueOn ?? latestDay, amount })),
      paid,
    );
    return {
      ...row,
      unitNow,
      keyNow,
      closedBy,
      receipts: own,
      paid,
      owed,
      instalments: plan.map((each, at) => ({ ...each, outstanding: open[at] ?? each.amount })),
      papers: handed.of.get(standing) ?? [],
      state: row.signedOn === undefined ? "认购" : owed !== undefined && owed <= 0 ? "已售" : "签约",
    };
  });
  const liveOn = new Map<string, Deal[]>();
  const dealsOf = new Map<ClientNumber, Deal[]>();
  for (const deal of deals) {
    push(dealsOf, deal.clientId, deal);
    if (deal.closedBy === undefined && deal.keyNow !== "") push(liveOn, deal.keyNow, deal);
  }
  for (const theirs of dealsOf.values()) theirs.sort(bySubscription);
  const ledger: SalesLedger = {
    units,
    unitOf,
    deals,
    liveOn,
    dealsOf,
    receipts,
    loose: money.loose,
    instalments,
    papers,
    applications,
  };
  made.set(book, { today, ledger });
  return ledger;
};

export const isLive = ({ closedBy }: Deal): boolean => closedBy === undefined;

/** The live deal on a unit, of a client where one is named; the first of a double sale. */
export const liveDeal = (
  { liveOn }: SalesLedger,
  unitNo: string,
  clientId?: ClientNumber,
): Deal | undefined =>
  liveOn.get(unitKey(unitNo))?.find((deal) => clientId === undefined || deal.clientId === clientId);

/** What a client has paid on a unit they never bought: deposits less what went back. Nought where they have a deal on it. */
export const looseDeposit = (ledger: SalesLedger, clientId: ClientNumber, unitNo: string): Yuan => {
  const key = unitKey(unitNo);
  const bought = (ledger.dealsOf.get(clientId) ?? []).some((deal) => deal.key === key || deal.keyNow === key);
  return bought
    ? yuanOf(0)
    : paidOf(ledger.receipts.filter((each) => each.clientId === clientId && each.key === key));
};

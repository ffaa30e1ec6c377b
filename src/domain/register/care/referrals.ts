/** R16 in the registers: 来访's 介绍人编号. */
import type { ClientNumber } from "../../rules/client-number";
import type { Grade } from "../../rules/grade";
import {
  clientValues,
  type ClientValue,
  descendants,
  type Referrals,
  referralsFrom,
} from "../../rules/referral-tree";
import type { CalendarDay } from "../../kit/calendar-day";
import { gradeRowOf, gradeRows, gradeWants } from "../grade-rows";
import { clientAt, textAt } from "../raw-cell";
import { rowNumber } from "../register";
import { type Deal, isLive, salesLedger, salesWants } from "../sales/sales-ledger";
import type { SiteBook } from "../site";
import type { Wanted } from "../wanted";

export const referralWants: Wanted = {
  deals: salesWants.deals,
  applications: salesWants.applications,
  visitors: ["clientId", "name", "referrerId"],
  calls: ["clientId", "name"],
  grades: gradeWants,
};

export interface ReferralRow {
  readonly client: ClientNumber;
  readonly referrer: ClientNumber;
  readonly index: number;
  /** The sheet's row of 来访登记, 1-based. */
  readonly row: number;
}

/** Rows of 来访登记 that name who brought the client. */
export const referralRows = ({ registers: { visitors } }: SiteBook): readonly ReferralRow[] => {
  const found: ReferralRow[] = [];
  for (let index = 0; visitors && index < visitors.count; index++) {
    const client = clientAt(visitors, "clientId", index);
    const referrer = clientAt(visitors, "referrerId", index);
    if (client !== undefined && referrer !== undefined)
      found.push({ client, referrer, index, row: rowNumber(visitors, index) });
  }
  return found;
};

export const referralsOf = (book: SiteBook): Referrals =>
  referralsFrom(referralRows(book).map(({ client, referrer }) => [client, referrer] as const));

export interface ReferralLine {
  readonly client: ClientNumber;
  readonly name: string;
  /** 1 for those brought by the client asked about. */
  readonly depth: number;
  readonly grade: Grade | undefined;
  /** Live deals: what came of it. */
  readonly deals: readonly Deal[];
}

export interface ReferralView {
  readonly broughtBy: { readonly client: ClientNumber; readonly name: string } | undefined;
  readonly lines: readonly ReferralLine[];
  readonly value: ClientValue;
}

const known = new WeakMap<SiteBook, ReadonlyMap<ClientNumber, string>>();

/** As 来访登记 has the name, else 来电登记. Gathered once a book. */
export const namesOf = (book: SiteBook): ReadonlyMap<ClientNumber, string> => {
  const before = known.get(book);
  if (before) return before;
  const { visitors, calls } = book.registers;
  const names = new Map<ClientNumber, string>();
  for (const register of [visitors, calls])
    for (let index = 0; register && index < register.count; index++) {
      const client = clientAt(register, "clientId", index);
      if (client !== undefined && !names.has(client)) names.set(client, textAt(register, "name", index));
    }
  known.set(book, names);
  return names;
};

/** Deals that stand, by client. */
export const liveDealsOf = (
  book: SiteBook,
  today: CalendarDay,
): ReadonlyMap<ClientNumber, readonly Deal[]> => {
  const found = new Map<ClientNumber, readonly Deal[]>();
  for (const [client, deals] of salesLedger(book, today).dealsOf) {
    const live = deals.filter(isLive);
    if (live.length > 0) found.set(client, live);
  }
  return found;
};

/** One client's part of the graph: who brought them, whom they brought, with grade and result, and their value. */
export const referralView = (book: SiteBook, client: ClientNumber, today: CalendarDay): ReferralView => {
  const referrals = referralsOf(book);
  const deals = liveDealsOf(book, today);
  const counts = new Map([...deals].map(([each, own]) => [each, own.length]));
  const names = namesOf(book);
  const grades = gradeRowOf(gradeRows(book, today));
  const by = referrals.broughtBy.get(client);
  return {
    broughtBy: by === undefined ? undefined : { client: by, name: names.get(by) ?? "" },
    lines: descendants(referrals, client).map((each) => ({
      ...each,
      name: names.get(each.client) ?? "",
      grade: grades.get(each.client)?.grade,
      deals: deals.get(each.client) ?? [],
    })),
    value: clientValues(referrals, counts).get(client) ?? { own: 0, brought: 0, value: 0 },
  };
};

/** What a workbook says when its registers are read together: of each client, deal and grade row, as of a day. */
import type { CalendarDay } from "../kit/calendar-day";
import { plus, type Yuan, yuanOf } from "../kit/money";
import { soldOf } from "../report/deal-analysis";
import { clientsOf, type Client } from "../report/clients";
import { furthest } from "../report/funnel";
import type { ClientNumber } from "../rules/client-number";
import type { Grade } from "../rules/grade";
import { contactHistories } from "../register/follow-up/contact-history";
import { dueList, type DueLine } from "../register/follow-up/due-list";
import { gradeRows } from "../register/grade-rows";
import { referralRows } from "../register/care/referrals";
import { isLive, salesLedger } from "../register/sales/sales-ledger";
import type { SiteBook } from "../register/site";
import { dayOfStanding, type StandingForm, standings } from "../register/standing";

/** `due`: has a day. `undated`: graded, but no call, visit or contact has a day that can be read. */
export type ClientState = "due" | "occasion" | "deal" | "reassignment" | "ungraded" | "undated";

/** A client number of the site: everybody who called or came and has one. */
export interface ClientFacts {
  readonly client: ClientNumber;
  /** Where the client was first written down. */
  readonly form: StandingForm;
  readonly row: number;
  readonly name: string;
  /** The owner now. */
  readonly consultant: string;
  readonly grade: Grade | undefined;
  /** As in the funnel: 0 written down, 1 has come, 2 C, 3 B, 4 A, 5 认购, 6 签约. */
  readonly stage: number;
  readonly came: boolean;
  readonly firstContact: CalendarDay | undefined;
  readonly firstVisit: CalendarDay | undefined;
  readonly lastContact: CalendarDay | undefined;
  readonly dueFrom: CalendarDay | undefined;
  readonly dueTo: CalendarDay | undefined;
  readonly state: ClientState;
  readonly channels: readonly string[];
  readonly referrer: ClientNumber | undefined;
  readonly referrerRow: number | undefined;
  readonly ageBand: string;
  readonly occupation: string;
  readonly residenceArea: string;
  /** Live ones. */
  readonly deals: number;
  readonly sold: Yuan;
}

/** A row of 成交报告 whose number can be read. */
export interface DealFacts {
  readonly row: number;
  readonly client: ClientNumber;
  readonly unitNow: string;
  readonly building: string;
  readonly category: string;
  readonly layout: string;
  readonly ageBand: string;
  readonly paid: Yuan;
  readonly state: "认购" | "签约" | "已售" | "已退房";
}

export interface SiteFacts {
  readonly clients: readonly ClientFacts[];
  readonly deals: readonly DealFacts[];
  /** By the row of 等级跟踪. */
  readonly grades: ReadonlyMap<number, Grade>;
}

const stateOf = ({ grade }: Client, line: DueLine | undefined): ClientState => {
  if (grade === undefined) return "ungraded";
  if (line === undefined) return grade === "√" ? "deal" : "undated";
  if (line.due !== undefined) return "due";
  return line.status === "reassignment" ? "reassignment" : "occasion";
};

interface First {
  readonly form: StandingForm;
  readonly row: number;
  visit: CalendarDay | undefined;
}

const firstsOf = (book: SiteBook, today: CalendarDay): ReadonlyMap<ClientNumber, First> => {
  const found = new Map<ClientNumber, First>();
  for (const standing of standings(book)) {
    const { form, row, clientId } = standing;
    if (clientId === undefined) continue;
    const first = found.get(clientId) ?? { form, row, visit: undefined };
    found.set(clientId, first);
    const day = form === "visitors" ? dayOfStanding(standing, today) : undefined;
    if (day !== undefined && (first.visit === undefined || day < first.visit)) first.visit = day;
  }
  return found;
};

const clientFacts = (book: SiteBook, today: CalendarDay): readonly ClientFacts[] => {
  const firsts = firstsOf(book, today);
  const histories = contactHistories(book, today);
  const lines = new Map(dueList(book, today, { all: true }).map((line) => [line.clientId, line]));
  const referrers = new Map<ClientNumber, { readonly referrer: ClientNumber; readonly row: number }>();
  for (const { client, referrer, row } of referralRows(book))
    if (!referrers.has(client)) referrers.set(client, { referrer, row });
  return clientsOf(book, today).flatMap((client): readonly ClientFacts[] => {
    const { id } = client;
    const first = id === undefined ? undefined : firsts.get(id);
    if (id === undefined || first === undefined) return [];
    const line = lines.get(id);
    const brought = referrers.get(id);
    return [
      {
        client: id,
        form: first.form,
        row: first.row,
        name: client.name,
        consultant: client.consultant,
        grade: client.grade,
        stage: furthest(client),
        came: client.came,
        firstContact: client.first,
        firstVisit: first.visit,
        lastContact: histories.get(id)?.last,
        dueFrom: line?.opens,
        dueTo: line?.due,
        state: stateOf(client, line),
        channels: client.channels,
        referrer: brought?.referrer,
        referrerRow: brought?.row,
        ageBand: client.age,
        occupation: client.occupation,
        residenceArea: client.residenceArea,
        deals: client.deals.length,
        sold: client.deals.reduce<Yuan>(
          (sum, { totalPrice }) => plus(sum, totalPrice ?? yuanOf(0)),
          yuanOf(0),
        ),
      },
    ];
  });
};

export const siteFactsOf = (book: SiteBook, today: CalendarDay): SiteFacts => {
  const ledger = salesLedger(book, today);
  return {
    clients: clientFacts(book, today),
    deals: soldOf(book, ledger, ledger.deals, today).map(({ deal, building, category, layout, age }) => ({
      row: deal.row,
      client: deal.clientId,
      unitNow: deal.unitNow,
      building,
      category,
      layout,
      ageBand: age,
      paid: deal.paid,
      state: isLive(deal) ? deal.state : "已退房",
    })),
    grades: new Map(
      gradeRows(book, today).flatMap(({ row, grade }) =>
        grade === undefined ? [] : [[row, grade] as const],
      ),
    ),
  };
};

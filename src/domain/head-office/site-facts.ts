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

/** Everybody who called or came, as in the site's own funnel. */
export interface ClientFacts {
  /** Nothing for a row without a number that can be read: such a row is a client of its own. */
  readonly client: ClientNumber | undefined;
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

/** Where each client was first written down, in the order of `clientsOf`: the rows without a number among them. */
const firstsOf = (book: SiteBook, today: CalendarDay): readonly First[] => {
  const byClient = new Map<ClientNumber, First>();
  const found: First[] = [];
  for (const standing of standings(book)) {
    const { form, row, clientId } = standing;
    const known = clientId === undefined ? undefined : byClient.get(clientId);
    const first: First = known ?? { form, row, visit: undefined };
    if (known === undefined) found.push(first);
    if (clientId !== undefined) byClient.set(clientId, first);
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
  const of = <Value>(known: ReadonlyMap<ClientNumber, Value>, id: ClientNumber | undefined) =>
    id === undefined ? undefined : known.get(id);
  return clientsOf(book, today).flatMap((client, at): readonly ClientFacts[] => {
    const { id } = client;
    const first = firsts[at];
    if (first === undefined) return [];
    const line = of(lines, id);
    const brought = of(referrers, id);
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
        lastContact: of(histories, id)?.last,
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

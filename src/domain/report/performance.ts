/** 置业顾问业绩: deals by who earns them (R10), what each has done, and R15's visits and events. */
import { addDays, type CalendarDay, dayOfMonth, weekday } from "../kit/calendar-day";
import { dealNumber } from "../rules/client-number";
import { performanceShare } from "../rules/performance-share";
import { careFigures, careSince, leastEvents, leastVisits } from "../register/care/care-figures";
import { formersWithoutShare } from "../register/ownership/former-share";
import { spelled } from "../register/read-answer";
import { gradeRowOf, gradeRows } from "../register/grade-rows";
import { type Deal, isLive, salesLedger } from "../register/sales/sales-ledger";
import type { SiteBook } from "../register/site";
import type { RowsAsked } from "../register/some-rows";
import { type Wanted, wantedTogether } from "../register/wanted";
import { happeningColumns } from "./daily";
import {
  type Happening,
  type HappeningKind,
  happeningFirst,
  happeningRows,
  happeningsOf,
  happeningWants,
  withoutTalks,
} from "./happenings";
import { isWithin, periodWording } from "./period";
import type { Cell, Period, Report, Sentence, Table } from "./report";
import { columnAt, figure, leading, sentence, totalFigure } from "./sentence";
import { type Measure, tally } from "./tally";

export const performanceWants: Wanted = wantedTogether(happeningWants, {
  grades: ["formerConsultant", "remarks"],
});

/** The figures of R15 are of a week and a month, whatever the period. */
const careDay = ({ to }: Period, today: CalendarDay): CalendarDay => (to < today ? to : today);

const performanceFirst = happeningFirst(performanceWants);

export const performanceRows = (period: Period, today: CalendarDay): RowsAsked => {
  const day = careDay(period, today);
  return happeningRows(
    performanceFirst,
    withoutTalks(performanceWants, period),
    [period, { from: careSince(day), to: day }],
    today,
  );
};

/** Everybody who had the client has given them up: nobody has a share until the manager says (R10). */
const nobody = "待案场经理定";

interface Credited {
  readonly deal: Deal;
  /** Who had given the client up by the deal's day. */
  readonly formers: readonly string[];
  /** Whose deal it is; 待案场经理定 where all concerned have no share. */
  readonly earner: string;
}

const creditedOf = (book: SiteBook, today: CalendarDay): readonly Credited[] => {
  const grades = gradeRowOf(gradeRows(book, today));
  return salesLedger(book, today)
    .deals.filter(isLive)
    .map((deal): Credited => {
      const row = grades.get(deal.clientId);
      const formers = row === undefined ? [] : formersWithoutShare(book.site, row, deal.subscribedOn);
      const consultant = spelled(book.site, deal.consultant);
      const shares = performanceShare({
        consultant,
        owner: spelled(book.site, row?.consultant ?? ""),
        formers,
      });
      const earner = [...shares].find(([, share]) => share === 1)?.[0];
      return { deal, formers, earner: earner ?? (consultant === "" ? "" : nobody) };
    });
};

interface Scored {
  readonly earner: string;
  readonly subscribed: number;
  readonly subscribedAmount: number;
  readonly signed: number;
  readonly signedAmount: number;
}

const dealTable = (book: SiteBook, credited: readonly Credited[], period: Period): Table => {
  const items = credited.flatMap(({ deal, earner }): readonly Scored[] => {
    const isSubscribed = isWithin(deal.subscribedOn, period);
    const isSigned = deal.signedOn !== undefined && isWithin(deal.signedOn, period);
    if (!isSubscribed && !isSigned) return [];
    const price = deal.totalPrice ?? 0;
    return [
      {
        earner,
        subscribed: isSubscribed ? 1 : 0,
        subscribedAmount: isSubscribed ? price : 0,
        signed: isSigned ? 1 : 0,
        signedAmount: isSigned ? price : 0,
      },
    ];
  });
  const { consultants } = book.site;
  return tally<Scored>({
    key: "deals",
    title: { zh: "成交业绩", en: "Deals" },
    label: { zh: "置业顾问", en: "Consultant" },
    items,
    group: ({ earner }) => [earner],
    measures: [
      { column: { zh: "认购套数", en: "Subscribed", kind: "count" }, of: ({ subscribed }) => subscribed },
      {
        column: { zh: "认购金额", en: "Amount", kind: "yuan" },
        of: ({ subscribedAmount }) => subscribedAmount,
      },
      { column: { zh: "签约套数", en: "Signed", kind: "count" }, of: ({ signed }) => signed },
      {
        column: { zh: "签约金额", en: "Amount signed", kind: "yuan" },
        of: ({ signedAmount }) => signedAmount,
      },
    ],
    order: consultants.map(({ name }) => name),
    always: consultants.filter(({ active }) => active).map(({ name }) => name),
    share: true,
    chart: "column",
    note: "占比按认购套数。再分配以后的成交，业绩归现置业顾问，原置业顾问不参与；再分配以前的仍归原置业顾问。",
  });
};

const workTable = (book: SiteBook, happenings: readonly Happening[]): Table => {
  const measure = (kind: HappeningKind): Measure<Happening> => ({
    column: happeningColumns[kind],
    of: (each) => (each.kind === kind ? 1 : 0),
  });
  const { consultants } = book.site;
  const table = tally<Happening>({
    key: "work",
    title: { zh: "接待与跟进", en: "Receptions and follow-ups" },
    label: { zh: "置业顾问", en: "Consultant" },
    items: happenings.filter(({ kind }) => kind !== "认购"),
    group: ({ consultant }) => [consultant],
    measures: [
      measure("来电"),
      measure("新来访"),
      measure("复访"),
      measure("跟进"),
      {
        column: { zh: "其中上门拜访", en: "of which home visits", kind: "count" },
        of: ({ method }) => (method === "上门拜访" ? 1 : 0),
      },
    ],
    order: consultants.map(({ name }) => name),
    always: consultants.filter(({ active }) => active).map(({ name }) => name),
  });
  return { ...table, chart: { kind: "stackedColumn", columns: [1, 2, 3, 4] } };
};

const careTable = (book: SiteBook, day: CalendarDay): Table => ({
  key: "care",
  title: { zh: "上门拜访与小众活动（R15）", en: "Home visits and small events (R15)" },
  columns: [
    { zh: "置业顾问", en: "Consultant", kind: "text" },
    { zh: "本周上门拜访", en: "Visits this week", kind: "number" },
    { zh: "每周至少", en: "At least", kind: "number" },
    { zh: "还差", en: "Short of", kind: "number" },
    { zh: "本月活动", en: "Events this month", kind: "number" },
    { zh: "每月至少", en: "At least", kind: "number" },
  ],
  rows: careFigures(book, day).map(({ consultant, visits, events }): readonly Cell[] => [
    consultant,
    visits,
    leastVisits,
    Math.max(0, leastVisits - visits),
    events,
    leastEvents,
  ]),
  chart: { kind: "column", columns: [1], lines: [2] },
  note: `本周为 ${addDays(day, 1 - weekday(day))} 起，本月为 ${addDays(day, 1 - dayOfMonth(day))} 起，都到 ${day} 止。`,
});

const formerTable = (credited: readonly Credited[]): Table => ({
  key: "formers",
  title: { zh: "再分配客户的成交（R10）", en: "Deals of reassigned clients (R10)" },
  columns: [
    { zh: "成交编号", en: "Deal", kind: "text" },
    { zh: "客户", en: "Client", kind: "text" },
    { zh: "房源", en: "Unit", kind: "text" },
    { zh: "认购日期", en: "Subscribed", kind: "day" },
    { zh: "成交业务员", en: "On the report", kind: "text" },
    { zh: "计业绩", en: "Earned by", kind: "text" },
    { zh: "不计业绩（原置业顾问）", en: "No share (former)", kind: "text" },
    { zh: "成交金额", en: "Amount", kind: "yuan" },
  ],
  rows: credited.map(({ deal, formers, earner }): readonly Cell[] => [
    dealNumber(deal.clientId),
    deal.name,
    deal.unitNow,
    deal.subscribedOn ?? null,
    deal.consultant,
    earner,
    formers.join("、"),
    deal.totalPrice ?? null,
  ]),
});

const mostNamed = 12;

const sentencesOf = (
  deals: Table,
  work: Table,
  care: Table,
  formers: Table,
  period: Period,
): readonly Sentence[] => {
  const at = (caption: string): number => columnAt(deals, caption);
  const short = care.rows.filter((row) => row[3] !== 0);
  const done = care.rows.filter((row) => row[3] === 0);
  const noEvent = care.rows.filter((row) => Number(row[4]) < leastEvents);
  return [
    ...(deals.rows.length === 0
      ? []
      : [
          sentence(
            deals,
            `${periodWording(period)}：认购 ${totalFigure(deals, 1, "套")}，金额 ${totalFigure(deals, 2, "元")}；签约 ${totalFigure(deals, at("签约套数"), "套")}，金额 ${totalFigure(deals, at("签约金额"), "元")}。`,
          ),
          ...leading(deals, "套", "认购套数"),
        ]),
    ...leading(work, "组", "新来访", columnAt(work, "新来访")),
    ...formers.rows
      .slice(0, mostNamed)
      .map((row) =>
        sentence(
          formers,
          `${String(row[0])} ${String(row[1])}（${String(row[2])}）：业绩归${String(row[5])}，原置业顾问${String(row[6])}不参与。`,
        ),
      ),
    ...(done.length === 0
      ? []
      : [
          sentence(
            care,
            `本周上门拜访够数的：${done.map((row) => `${String(row[0])} ${figure(care, row, 1, "次")}`).join("、")}。`,
          ),
        ]),
    ...(short.length === 0
      ? []
      : [
          sentence(
            care,
            `不够每周 ${leastVisits} 次的：${short
              .map(
                (row) =>
                  `${String(row[0])} ${figure(care, row, 1, "次")}，还差 ${figure(care, row, 3, "次")}`,
              )
              .join("；")}。`,
          ),
        ]),
    ...(noEvent.length === 0
      ? []
      : [sentence(care, `本月还没有活动的：${noEvent.map((row) => String(row[0])).join("、")}。`)]),
  ];
};

export const performance = (book: SiteBook, period: Period, today: CalendarDay): Report => {
  const credited = creditedOf(book, today);
  const deals = dealTable(book, credited, period);
  const work = workTable(book, happeningsOf(book, period, today));
  const care = careTable(book, careDay(period, today));
  const formers = formerTable(
    credited.filter(({ formers: given, deal }) => given.length > 0 && isWithin(deal.subscribedOn, period)),
  );
  return {
    key: "performance",
    title: { zh: "置业顾问业绩", en: "Consultants" },
    project: book.site.project,
    period,
    tables: [deals, work, care, ...(formers.rows.length > 0 ? [formers] : [])],
    sentences: sentencesOf(deals, work, care, formers, period),
    note: "认购按认购日期、签约按签约日期；已退房的不计。",
  };
};

/** 周报：回款对销售 (R13): receipts against sales, the week's and since the beginning. */
import { addDays, type CalendarDay } from "../kit/calendar-day";
import { isLive, salesLedger, salesWants } from "../register/sales/sales-ledger";
import type { SiteBook } from "../register/site";
import type { Wanted } from "../register/wanted";
import { type WeekOfReceipts, weeklyReceipts } from "../register/sales/weekly-receipts";
import type { Cell, Period, Report, Sentence, Table } from "./report";
import { columnAt, figure, sentence, totalFigure } from "./sentence";
import { ratio, sumOf } from "./tally";

export const weeklyWants: Wanted = {
  deals: salesWants.deals,
  receipts: salesWants.receipts,
  applications: salesWants.applications,
};

/** A year. */
const mostWeeks = 53;

const tableOf = (weeks: readonly WeekOfReceipts[]): Table => {
  const sum = (of: (week: WeekOfReceipts) => number): number => sumOf(weeks.map(of));
  return {
    key: "weeks",
    title: { zh: "回款与销售", en: "Receipts and sales" },
    columns: [
      { zh: "周（周一至周日）", en: "Week", kind: "text" },
      { zh: "认购套数", en: "Subscribed", kind: "count" },
      { zh: "认购金额", en: "Sales", kind: "yuan" },
      { zh: "收款", en: "Received", kind: "yuan" },
      { zh: "退款", en: "Refunded", kind: "yuan" },
      { zh: "转违约金", en: "Kept as penalty", kind: "yuan" },
      { zh: "回款净额", en: "Net", kind: "yuan" },
      { zh: "累计认购金额", en: "Sales so far", kind: "balance" },
      { zh: "累计回款净额", en: "Net so far", kind: "balance" },
      { zh: "累计回款率", en: "Received %", kind: "rate" },
      { zh: "未核对收据", en: "Unverified", kind: "count" },
    ],
    rows: weeks.map((week): readonly Cell[] => [
      `${week.from} 至 ${week.to.slice(5)}`,
      week.units,
      week.sales,
      week.received,
      week.refunded,
      week.withheld,
      week.net,
      week.cumulativeSales,
      week.cumulativeNet,
      ratio(week.cumulativePaid, week.cumulativeSales),
      week.unverified,
    ]),
    total: [
      "合计",
      sum(({ units }) => units),
      sum(({ sales }) => sales),
      sum(({ received }) => received),
      sum(({ refunded }) => refunded),
      sum(({ withheld }) => withheld),
      sum(({ net }) => net),
      null,
      null,
      null,
      sum(({ unverified }) => unverified),
    ],
    chart: { kind: "column", columns: [2, 6], lines: [9] },
  };
};

const sentencesOf = (table: Table): readonly Sentence[] => {
  const last = table.rows.at(-1);
  if (last === undefined) return [];
  const say = (caption: string, unit: string): string => figure(table, last, columnAt(table, caption), unit);
  const unverified = columnAt(table, "未核对收据");
  return [
    sentence(
      table,
      `${String(last[0])}：认购 ${say("认购套数", "套")}，金额 ${say("认购金额", "元")}；收款 ${say("收款", "元")}，退款 ${say("退款", "元")}，${
        last[columnAt(table, "转违约金")] === 0 ? "" : `转违约金 ${say("转违约金", "元")}，`
      }回款净额 ${say("回款净额", "元")}。`,
    ),
    sentence(
      table,
      `到这一周累计认购金额 ${say("累计认购金额", "元")}，累计回款净额 ${say("累计回款净额", "元")}${
        last[columnAt(table, "累计回款率")] === null ? "" : `，累计回款率 ${say("累计回款率", "")}`
      }。`,
    ),
    ...(table.rows.length > 1
      ? [
          sentence(
            table,
            `所列各周合计：认购 ${totalFigure(table, 1, "套")}，金额 ${totalFigure(table, 2, "元")}；回款净额 ${totalFigure(table, columnAt(table, "回款净额"), "元")}。`,
          ),
        ]
      : []),
    ...(table.total?.[unverified] === 0
      ? []
      : [sentence(table, `财务还没有核对的收据 ${totalFigure(table, unverified, "张")}。`)]),
  ];
};

export const weekly = (book: SiteBook, period: Period, today: CalendarDay): Report => {
  const ledger = salesLedger(book, today);
  const until = period.to < today ? period.to : today;
  const within = weeklyReceipts(ledger, today).filter(
    ({ from, to }) => from <= until && (period.from === undefined || to >= period.from),
  );
  const weeks = within.slice(-mostWeeks);
  const [first] = weeks;
  const last = weeks.at(-1);
  const unpriced = ledger.deals.filter(
    (deal) => isLive(deal) && deal.totalPrice === undefined && (deal.subscribedOn ?? until) <= until,
  ).length;
  const undated = ledger.receipts.filter(({ date }) => date === undefined).length;
  return {
    key: "weekly",
    title: { zh: "周报：回款对销售", en: "Weekly: receipts and sales" },
    project: book.site.project,
    // Whole weeks, as finance and the sales office compare them.
    period:
      first === undefined || last === undefined
        ? period
        : { from: first.from, to: last.to > today ? today : addDays(last.from, 6) },
    tables: [tableOf(weeks)],
    sentences: sentencesOf(tableOf(weeks)),
    note: [
      "按整周列；回款净额 = 收款 − 退款 − 转违约金（退房、退定时扣下的）；另收的违约金不计；已退房的不算销售；累计从第一张收据或第一宗认购起。",
      ...(within.length > weeks.length ? [`只列最近 ${mostWeeks} 周。`] : []),
      ...(unpriced > 0 ? [`${unpriced} 宗的成交总价读不出，金额按 0 计，累计回款率不计它们的回款。`] : []),
      ...(undated > 0 ? [`没有日期的收据 ${undated} 张不计。`] : []),
    ].join(""),
  };
};

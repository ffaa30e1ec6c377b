/** Every report: what it is called, what it reads, the time it is usually asked for. */
import type { CalendarDay } from "../kit/calendar-day";
import type { SiteBook } from "../register/site";
import type { RowsAsked } from "../register/some-rows";
import type { Wanted } from "../register/wanted";
import { daily, dailyRows, dailyWants } from "./daily";
import { dealAnalysis, dealAnalysisWants } from "./deal-analysis";
import { funnel, funnelWants } from "./funnel";
import { losses, lossWants } from "./losses";
import { overdueList, overdueRows, overdueWants } from "./overdue-list";
import { performance, performanceRows, performanceWants } from "./performance";
import type { PeriodName } from "./period";
import { referralReport, referralReportWants } from "./referral-report";
import type { Period, Report, ReportKey, Wording } from "./report";
import { sources, sourceWants } from "./sources";
import { weekly, weeklyWants } from "./weekly";

export interface ReportKind {
  readonly title: Wording;
  readonly wants: Wanted;
  /** Where it needs much of few rows: which, and what of them. It says the same of these as of all. */
  readonly rows?: (period: Period, today: CalendarDay) => RowsAsked;
  /** "now": it is about today alone. */
  readonly usual: PeriodName | "now";
  /** `today` bounds what has happened, whatever the period. */
  readonly make: (book: SiteBook, period: Period, today: CalendarDay) => Report;
}

export const reports: Readonly<Record<ReportKey, ReportKind>> = {
  daily: {
    title: { zh: "日报", en: "Daily" },
    wants: dailyWants,
    rows: dailyRows,
    usual: "today",
    make: daily,
  },
  deals: {
    title: { zh: "成交客户分析报告", en: "Who bought" },
    wants: dealAnalysisWants,
    usual: "all",
    make: dealAnalysis,
  },
  sources: {
    title: { zh: "客户来源分析", en: "Where clients come from" },
    wants: sourceWants,
    usual: "all",
    make: sources,
  },
  losses: {
    title: { zh: "未成交原因分析", en: "Why clients did not buy" },
    wants: lossWants,
    usual: "all",
    make: losses,
  },
  funnel: { title: { zh: "销售漏斗", en: "Sales funnel" }, wants: funnelWants, usual: "all", make: funnel },
  performance: {
    title: { zh: "置业顾问业绩", en: "Consultants" },
    wants: performanceWants,
    rows: performanceRows,
    usual: "month",
    make: performance,
  },
  overdue: {
    title: { zh: "逾期跟进清单", en: "Late follow-ups" },
    wants: overdueWants,
    rows: overdueRows,
    usual: "now",
    make: overdueList,
  },
  weekly: {
    title: { zh: "周报：回款对销售", en: "Weekly: receipts and sales" },
    wants: weeklyWants,
    usual: "quarter",
    make: weekly,
  },
  referrals: {
    title: { zh: "老带新", en: "Referrals" },
    wants: referralReportWants,
    usual: "now",
    make: referralReport,
  },
};

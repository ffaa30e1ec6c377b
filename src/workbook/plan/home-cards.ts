/** 首页's row of figures: who is to be called, and what came in. */
import { sleepingAfterDays } from "../../domain/rules/overdue";
import { all } from "./references";
import { settings } from "./site-sheet";

const { today } = settings;
export const monday = `(${today}-WEEKDAY(${today},2)+1)`;
export const monthStart = `DATE(YEAR(${today}),MONTH(${today}),1)`;

/** Rows whose day lies from one day up to, not including, another. */
export const countBetween = (column: string, from: string, until: string, ...more: string[]): string =>
  `COUNTIFS(${[column, `">="&${from}`, column, `"<"&${until}`, ...more].join(",")})`;

export const due = all("grades", "nextDue");
const last = all("grades", "lastContact");
const grade = all("grades", "grade");
export const visits = all("visitors", "visitDate");
export const calls = all("calls", "calledAt");
export const deals = all("deals", "subscribedOn");

const asleep = (...more: string[]): string =>
  `COUNTIFS(${[last, `"<"&${today}-${sleepingAfterDays}`, ...more].join(",")})`;

export interface Card {
  readonly label: string;
  /** First and last column, 0 is A. */
  readonly columns: readonly [number, number];
  readonly figure: string;
  readonly detail: string;
  /** When there is something: worse, or merely to be done. */
  readonly alarm?: "red" | "amber";
}

export const cards: readonly Card[] = [
  {
    label: "逾期未跟进",
    columns: [1, 2],
    figure: `=COUNTIFS(${due},"<"&${today})`,
    detail: `=IF(COUNTIFS(${due},"<"&${today})=0,"没有逾期","最久 "&(${today}-MIN(${due}))&" 天")`,
    alarm: "red",
  },
  {
    label: "今日应跟进",
    columns: [3, 4],
    figure: `=COUNTIFS(${due},${today})`,
    detail: `="连逾期共 "&COUNTIFS(${due},"<="&${today})&" 位"`,
    alarm: "amber",
  },
  {
    label: "七天内到期",
    columns: [5, 6],
    figure: `=COUNTIFS(${due},">"&${today},${due},"<="&${today}+7)`,
    detail: "明天起七天，不含今日",
  },
  {
    label: "睡眠客户",
    columns: [7, 8],
    figure: `=${asleep()}-${asleep(grade, '"√"')}-${asleep(grade, '"×"')}`,
    detail: `${sleepingAfterDays} 天以上没有联系`,
    alarm: "amber",
  },
  {
    label: "今日来访",
    columns: [10, 10],
    figure: `=${countBetween(visits, today, `${today}+1`)}`,
    detail: `="本周 "&${countBetween(visits, monday, `${today}+1`)}&" 位"`,
  },
  {
    label: "今日来电",
    columns: [11, 11],
    figure: `=${countBetween(calls, today, `${today}+1`)}`,
    detail: `="本周 "&${countBetween(calls, monday, `${today}+1`)}&" 个"`,
  },
  {
    label: "本周成交",
    columns: [12, 13],
    figure: `=${countBetween(deals, monday, `${today}+1`)}`,
    detail:
      `="本月 "&${countBetween(deals, monthStart, `${today}+1`)}&" 套，"&ROUND(SUMIFS(${all("deals", "totalPrice")},` +
      `${deals},">="&${monthStart},${deals},"<"&${today}+1)/10000,1)&" 万元"`,
  },
];

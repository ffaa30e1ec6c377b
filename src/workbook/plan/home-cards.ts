/** 首页's two rows of figures: who is to be called and what came in; then the door, the money and the house. */
import { sleepingAfterDays } from "../../domain/rules/overdue";
import type { TurnPlace } from "./home-turn";
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
/** R13: what was given back is no deal. */
export const notGivenBack = [all("deals", "status"), '"<>已退房"'] as const;

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

const people: readonly Card[] = [
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
    figure: `=${countBetween(deals, monday, `${today}+1`, ...notGivenBack)}`,
    detail:
      `="本月 "&${countBetween(deals, monthStart, `${today}+1`, ...notGivenBack)}&" 套，"&` +
      `ROUND(SUMIFS(${all("deals", "totalPrice")},${deals},">="&${monthStart},${deals},"<"&${today}+1,` +
      `${notGivenBack.join(",")})/10000,1)&" 万元"`,
  },
];

const late = (column: string): string => `COUNTIFS(${column},"逾期*")`;
const tasks = all("careTasks", "status");
const owed = all("instalments", "status");
const units = all("units", "status");
const requests = all("applications", "status");
const papers = all("mortgagePapers", "status");
const signing = (...more: string[]): string =>
  `COUNTIFS(${[all("deals", "status"), '"认购"', ...more].join(",")})`;

const house = (turn: (place: TurnPlace) => string): readonly Card[] => {
  const [consultant, order] = [all("rotation", "consultant"), all("rotation", "order")];
  const last = `INDEX(${all("receptions", "receiver")},${turn("last")})`;
  return [
    {
      label: "轮到接待",
      columns: [1, 2],
      figure: `=IF(${turn("next")}=0,"—",INDEX(${consultant},${turn("next")}))`,
      detail:
        `=IF(${turn("next")}=0,IF(COUNT(${order})=0,"请在“接待轮序”排顺序","无人当值"),` +
        `IF(${turn("makeUp")}>0,"补接，","")&IF(${turn("last")}=0,"还没有接待记录","上一位 "&${last}))`,
    },
    {
      label: "逾期未付",
      columns: [3, 4],
      figure: `=${late(owed)}`,
      detail:
        `=IF(${late(owed)}=0,"没有逾期款","共欠 "&` +
        `ROUND(SUMIFS(${all("instalments", "outstanding")},${owed},"逾期*")/10000,2)&" 万元")`,
      alarm: "red",
    },
    {
      // 今日 of the pane has the same words for the same count.
      label: "到期维护",
      columns: [5, 6],
      figure: `=${late(tasks)}+COUNTIFS(${tasks},"今日")`,
      detail: `="今日到期和逾期的事项，逾期 "&${late(tasks)}&" 件"`,
      alarm: "amber",
    },
    {
      label: "审批中申请",
      columns: [7, 8],
      figure: `=COUNTIFS(${requests},"审批中")+COUNTIFS(${requests},"草稿")`,
      detail: `="已批准待办理 "&COUNTIFS(${requests},"已批准")&" 份"`,
      alarm: "amber",
    },
    {
      label: "可售房源",
      columns: [10, 10],
      figure: `=COUNTIFS(${units},"可售")`,
      detail: `="共 "&COUNTA(${units})&" 套"`,
    },
    {
      label: "过期未签约",
      columns: [11, 11],
      figure: `=${signing(all("deals", "subscribedOn"), `"<"&${today}-${settings.signWithin}`)}`,
      detail: `="认购未签 "&${signing()}&" 套"`,
      alarm: "red",
    },
    {
      label: "按揭资料逾期",
      columns: [12, 13],
      figure: `=${late(papers)}`,
      detail: `="未交 "&COUNTA(${all("mortgagePapers", "paper")})-COUNTIFS(${papers},"已交")-COUNTIFS(${papers},"免交")&" 份"`,
      alarm: "red",
    },
  ];
};

/** Row by row. `turn`: the cells of `turnCells`. */
export const cardRows = (turn: (place: TurnPlace) => string): readonly (readonly Card[])[] => [
  people,
  house(turn),
];
